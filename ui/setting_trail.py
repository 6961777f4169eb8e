"""Settings that bear on who can see a casebook are recorded in it when they change."""

from contextlib import suppress

from PySide6.QtCore import QObject

from app.casebook import EventKind
from app.errors import DictamenError
from ui.session import Session
from ui.settings.store import SettingsStore

RECORDED = ("lock_minutes",)
"""The others change how the screen looks, and nothing else."""


class SettingTrail(QObject):
    """Records what changes while a casebook is open; it ends with the session."""

    def __init__(self, session: Session, store: SettingsStore) -> None:
        super().__init__(session)
        self._session, self._store = session, store
        self._before = store.settings
        store.changed.connect(self._look)

    def _look(self) -> None:
        before, now = self._before, self._store.settings
        self._before = now
        for name in RECORDED:
            old, new = getattr(before, name), getattr(now, name)
            if old != new:
                with suppress(DictamenError):  # the setting holds all the same
                    self._session.casebook.record(
                        EventKind.SETTING_CHANGED, setting=name, before=old, after=new
                    )
