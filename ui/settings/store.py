"""What the app remembers from start to start: theme, text size, lock, window size; nothing about people."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QJsonDocument, QObject, Signal

from ui.language import LANGUAGES, language_of_the_computer
from ui.theme import Theme

FILE_NAME = "settings.json"
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
LOCK_MINUTES = (5, 10, 15, 30, 60, 0)
"""Minutes without a key or a click until the casebook locks; 0 never."""

LEAST_WIDTH, LEAST_HEIGHT = 1000, 640
_MOST_PIXELS = 32_000


class Settings(NamedTuple):
    """One state of the settings; the defaults are those of a first start, on a computer that speaks English.

    Attributes:
        theme: a ``Theme`` value.
        text_percent: text size, 100 to 200.
        language: of the screen, one of ``LANGUAGES``.
        lock_minutes: one of ``LOCK_MINUTES``.
        width, height: of the window, in logical pixels.
    """

    theme: str = Theme.SYSTEM.value
    text_percent: int = 100
    language: str = "en"
    lock_minutes: int = 10
    width: int = 1280
    height: int = 800


def _usable(settings: Settings) -> Mapping[str, bool]:
    return {
        "theme": settings.theme in set(Theme),
        "text_percent": min(TEXT_PERCENTS) <= settings.text_percent <= max(TEXT_PERCENTS),
        "language": settings.language in LANGUAGES,
        "lock_minutes": settings.lock_minutes in LOCK_MINUTES,
        "width": LEAST_WIDTH <= settings.width <= _MOST_PIXELS,
        "height": LEAST_HEIGHT <= settings.height <= _MOST_PIXELS,
    }


class SettingsStore(QObject):
    """The settings and the file that keeps them.

    Attributes:
        settings: as they are now.

    Signals:
        changed: they are other ones now.
    """

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Read the file; what is missing or unusable in it takes its default, as at a first start."""
        super().__init__(parent)
        self._path = path
        self.settings = _read(path)

    def change(self, **values: Any) -> None:
        """Take other values and keep them.

        Raises:
            DictamenError: they hold until the app is closed, but could not be kept.
        """
        changed = self.settings._replace(**values)
        if changed != self.settings:
            self.settings = changed
            self.changed.emit()
            self._write()

    def _write(self) -> None:
        import json  # noqa: PLC0415  # as below

        from app.errors import DictamenError, reason_of  # noqa: PLC0415  # the first paint does not wait for it
        from app.files import write_file  # noqa: PLC0415  # as above

        text = json.dumps(self.settings._asdict(), indent=2) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DictamenError(f"{self._path.parent}: cannot be made ({reason_of(error)})") from None
        write_file(self._path, text.encode())


def _read(path: Path) -> Settings:
    settings = _of_a_first_start()
    try:
        given = QJsonDocument.fromJson(path.read_bytes()).toVariant()  # there already, unlike Python's json
    except OSError:
        return settings
    if not isinstance(given, dict):
        return settings
    kinds = {name: type(value) for name, value in settings._asdict().items()}
    known = {name: given[name] for name, kind in kinds.items() if type(given.get(name)) is kind}
    read = settings._replace(**known)
    return settings._replace(**{name: getattr(read, name) for name, good in _usable(read).items() if good})


def _of_a_first_start() -> Settings:
    return Settings(language=language_of_the_computer())
