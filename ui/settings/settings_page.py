"""Settings: the look, the language, the lock, and where the casebook lies. Each holds at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.errors import DictamenError
from ui import messages
from ui.form_page import FormPage
from ui.kit.card import Card
from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.text import Hint, SectionTitle, Value
from ui.language import LANGUAGES
from ui.settings.store import LOCK_MINUTES, TEXT_PERCENTS, SettingsStore
from ui.theme import Theme


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("settings", text)


class SettingsPage(FormPage):
    """What the reviewer can choose about the screen."""

    def __init__(self, store: SettingsStore, home: Path) -> None:
        lead = tr("Each change holds at once and is kept on this computer.")
        super().__init__("settings", tr("Settings"), lead)
        self._store = store
        self.theme = self._make_theme()
        self.text_size = self._make_text_size()
        self.language = self._make_language()
        self.lock = self._make_lock()
        self._add_card("look", tr("Look"), (self.theme, self.text_size, self.language))
        self._add_card("safety", tr("Lock"), (self.lock,))
        self._add_place(home)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the settings as they are now."""
        settings = self._store.settings
        self.theme.set_value(settings.theme)
        self.text_size.set_value(str(settings.text_percent))
        self.language.set_value(settings.language)
        self.lock.set_value(str(settings.lock_minutes))

    def _make_theme(self) -> ChoiceField:
        field = ChoiceField("settings/theme", tr("Theme"))
        field.add_option(Theme.SYSTEM.value, tr("As the computer"))
        field.add_option(Theme.LIGHT.value, tr("Light"))
        field.add_option(Theme.DARK.value, tr("Dark"))
        field.committed.connect(lambda: self._change(theme=field.value()))
        return field

    def _make_text_size(self) -> ComboField:
        field = ComboField("settings/text", tr("Text size"), tr("Also Ctrl +, Ctrl - and Ctrl 0."))
        for percent in TEXT_PERCENTS:
            field.add_option(str(percent), tr("{0} %").format(percent))
        field.committed.connect(lambda: self._change(text_percent=int(field.value() or 100)))
        return field

    def _make_language(self) -> ComboField:
        field = ComboField("settings/language", tr("Language of the screen"))
        for code, name in LANGUAGES.items():
            field.add_option(code, name)
        field.committed.connect(lambda: self._change(language=field.value()))
        return field

    def _make_lock(self) -> ComboField:
        field = ComboField(
            "settings/lock", tr("Lock without a key or a click for"), tr("Ctrl L locks at any time.")
        )
        for minutes in LOCK_MINUTES:
            field.add_option(str(minutes), tr("{0} minutes").format(minutes) if minutes else tr("Never"))
        field.committed.connect(lambda: self._change(lock_minutes=int(field.value() or 0)))
        return field

    def _change(self, **values: Any) -> None:
        try:
            self._store.change(**values)
        except DictamenError as error:
            messages.error(error)

    def _add_card(self, name: str, title: str, fields: Iterable[ChoiceField | ComboField]) -> None:
        card = Card(f"settings/{name}", gap=14)
        card.column.addWidget(SectionTitle(title))
        for field in fields:
            card.column.addWidget(field)
        self.add(card)

    def _add_place(self, home: Path) -> None:
        card = Card("settings/place")
        card.column.addWidget(SectionTitle(tr("Casebook")))
        card.column.addWidget(Hint(tr("Folder")))
        place = Value(str(home))
        place.setObjectName("settings/home")
        card.column.addWidget(place)
        self.add(card)
