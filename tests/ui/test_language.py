"""The language of the screen: everything is translated, and a change of it shows at once."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from app.added_files import FileKind
from app.casebook.holds import HoldReason
from app.casebook.witnesses import WitnessFit
from app.errors import DictamenError, InvalidInput
from app.history_words import fit_words
from app.outcome import Outcome
from app.people import Role
from app.post import Channel, Recipient
from app.review import Recommendation
from tests.tools import sentences, translations
from tests.tools.translations import Text
from ui import language

PLACES = re.compile(r"\{\w*\}")
ENDS = ("…", "?", "!", ":", ".")


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001  # Qt looks texts up in an application
    language.speak("es")
    yield
    language.speak("en")


@pytest.fixture(scope="module")
def known() -> dict[Text, str]:
    return translations.read_linguist_file()


def places(text: str) -> list[str]:
    return sorted(PLACES.findall(text))


def test_every_text_of_the_screen_is_translated_and_no_other(known: dict[Text, str]) -> None:
    said = translations.texts_of_the_screen()
    assert said - {text for text, words in known.items() if words} == set()
    assert known.keys() - said == set()


def test_a_translation_has_the_places_and_the_end_of_its_text(known: dict[Text, str]) -> None:
    wrong = [
        (text.source, words)
        for text, words in known.items()
        if places(text.source) != places(words)
        or text.source.endswith(ENDS) != words.endswith(ENDS)
        or words != words.strip()
        or ("?" in text.source) != ("¿" in words)
    ]
    assert wrong == []


def test_the_compiled_file_is_that_of_the_linguist_file(tmp_path: Path) -> None:
    compiled = translations.release(target=tmp_path / "again.qm")
    assert compiled.read_bytes() == translations.LINGUIST_FILE.with_suffix(".qm").read_bytes()


def test_a_text_put_together_while_the_program_runs_is_noticed(tmp_path: Path) -> None:
    module = tmp_path / "page.py"
    module.write_text('def tr(text):\n    return translate("page", text)\n\ntr("one" + name)\n')
    with pytest.raises(ValueError, match=r"page.py:4"):
        list(translations.texts_of(module))


def test_every_sentence_of_the_layers_below_is_translated_and_no_other() -> None:
    said, listed = sentences.sentences(), sentences.listed()
    assert said - listed.keys() == set()
    assert listed.keys() - said == set()
    wrong = [(english, words) for english, words in listed.items() if places(english) != places(words)]
    assert wrong == []


@pytest.mark.usefixtures("spanish")
def test_a_reason_within_a_sentence_is_said_in_spanish_too() -> None:
    said = language.app_words(
        "the attachment cannot be opened: the file is damaged; restore it from a backup"
    )
    assert said == (
        "el anejo no se puede abrir: el archivo está dañado; restáurelo de una copia de seguridad"
    )


@pytest.mark.usefixtures("spanish")
def test_words_of_the_program_within_a_sentence_are_said_in_spanish_too() -> None:
    assert language.app_words("A physician may decide approve_in_part on this case.") == (
        "Una persona con la función médico revisor puede decidir aprobar en parte en este caso."
    )
    told = language.app_words("of a decision of deny must be one of member, prescriber")
    assert told.endswith("afiliado, médico que receta")


def test_every_role_decision_and_recipient_has_its_word() -> None:
    words = tomllib.loads(sentences.LIST.read_text(encoding="utf-8"))["words"]
    closed = (Role, Outcome, Recommendation, Recipient, Channel, HoldReason, FileKind)
    assert {value.value for values in closed for value in values} <= words.keys()


@pytest.mark.usefixtures("spanish")
def test_what_is_wrong_with_a_policy_file_is_said_in_spanish_with_its_place() -> None:
    error = InvalidInput("question ecog: kind", "must be one of yes_no, choice", "p.toml")
    assert language.error_words(error) == (
        "p.toml: question ecog: kind: debe ser una de estas opciones: yes_no, choice"
    )
    assert language.app_words("no laboratory value suggests the answer mrd") == (
        "ningún valor de laboratorio sugiere la respuesta mrd"
    )


@pytest.mark.usefixtures("spanish")
def test_an_error_of_the_app_is_said_in_spanish_with_its_field() -> None:
    error = InvalidInput("passphrase", "must not be empty")
    assert language.error_words(error) == "passphrase: no puede quedar en blanco"


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("fit", WitnessFit)
def test_what_the_casebook_still_holds_of_a_letter_is_said_in_spanish(fit: WitnessFit) -> None:
    assert language.app_words(fit_words(fit, 38, "letter")) == fit_words(fit, 38, "letter", "es")


@pytest.mark.usefixtures("spanish")
def test_what_is_not_listed_stays_as_it_is() -> None:
    assert language.error_words(DictamenError("nobody has listed this")) == "nobody has listed this"


@pytest.mark.parametrize(
    ("wishes", "expected"), [(["es-PR", "en-US"], "es"), (["fr-FR", "es-ES"], "es"), (["fr-FR"], "en")]
)
def test_a_first_start_takes_the_language_of_the_computer(
    monkeypatch: pytest.MonkeyPatch, wishes: list[str], expected: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: wishes)
    assert language.language_of_the_computer() == expected
