"""What the app remembers from start to start: theme, text size, lock, window size; nothing about people."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.language import LANGUAGES, language_of_the_computer
from ui.theme import Theme

FILE_NAME = "settings.json"
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
LOCK_MINUTES = (5, 10, 15, 30, 60, 0)
"""Minutes without a key or a click until the casebook locks; 0 never."""

LEAST_WIDTH, LEAST_HEIGHT = 1000, 640
_MOST_PIXELS = 32_000


@dataclass(frozen=True, slots=True)
class Settings:
    """One state of the settings; the defaults are those of a first start.

    Attributes:
        theme: a ``Theme`` value.
        text_percent: text size, 100 to 200.
        language: of the screen, one of ``LANGUAGES``.
        lock_minutes: one of ``LOCK_MINUTES``.
        width, height: of the window, in logical pixels.
    """

    theme: str = Theme.SYSTEM.value
    text_percent: int = 100
    language: str = field(default_factory=language_of_the_computer)
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


def default_folder() -> Path:
    """The platform's folder for a user's settings."""
    import platformdirs  # noqa: PLC0415  # a caller that names its own file does not need it

    return platformdirs.user_config_path("dictamen", appauthor=False)


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
        changed = replace(self.settings, **values)
        if changed != self.settings:
            self.settings = changed
            self.changed.emit()
            self._write()

    def _write(self) -> None:
        from app.errors import DictamenError, reason_of  # noqa: PLC0415  # the first paint does not wait for it
        from app.files import write_file  # noqa: PLC0415  # as above

        text = json.dumps(asdict(self.settings), indent=2) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DictamenError(f"{self._path.parent}: cannot be made ({reason_of(error)})") from None
        write_file(self._path, text.encode())


def _read(path: Path) -> Settings:
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(given, dict):
        return Settings()
    settings = Settings()
    kinds = {each.name: type(getattr(settings, each.name)) for each in fields(Settings)}
    known = {name: given[name] for name, kind in kinds.items() if type(given.get(name)) is kind}
    read = replace(settings, **known)
    return replace(settings, **{name: getattr(read, name) for name, good in _usable(read).items() if good})
