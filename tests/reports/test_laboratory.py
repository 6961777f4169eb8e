"""Laboratory values on the page for the prescriber: one line, only where the case has them."""

from typing import Any

import pytest

from app.determination import Determination
from app.plan import plan
from reports.blocks import texts_of
from reports.letter import compose
from tests.reports.cases import continuation, decide

VALUES: dict[str, Any] = {
    "marrow_blasts_percent": "3.0",
    "peripheral_blasts": False,
    "platelets_e9_per_l": "120",
    "anc_e9_per_l": "1.54",
    "extramedullary_disease": False,
    "taken_on": "2026-11-16",
}


def with_values(**values: Any) -> Determination:
    document = continuation(2)
    return decide(document | ({"laboratory": values} if values else {}))


def text(decided: Determination, language: str) -> str:
    return "\n".join(texts_of(compose(decided, plan("mmm-healthcare"), language, "D-1").blocks))


SAID = {
    "en": "marrow blasts 3 %, no blasts in the blood, platelets 120,000 per microliter,"
    " neutrophils 1,540 per microliter, no extramedullary disease (taken November 16, 2026)",
    "es": "blastos en la médula 3 %, sin blastos en la sangre, plaquetas 120,000 por microlitro,"
    " neutrófilos 1,540 por microlitro, sin enfermedad extramedular"
    " (muestra del 16 de noviembre de 2026)",
}


@pytest.mark.parametrize(("language", "said"), SAID.items())
def test_the_values_stand_once_beside_the_documents_of_the_response(language: str, said: str) -> None:
    whole = text(with_values(**VALUES), language)
    assert whole.count(said) == 1
    assert f"; {said}" in whole, "after the documents of that line"


def test_what_is_present_and_what_is_missing() -> None:
    values = {"peripheral_blasts": True, "extramedullary_disease": True, "anc_e9_per_l": 1}
    whole = text(with_values(**values), "en")
    said = "; blasts in the blood, neutrophils 1,000 per microliter, extramedullary disease"
    assert said in whole
    assert "taken" not in whole.partition(said)[2].partition("\n")[0]


@pytest.mark.parametrize("values", [{}, {"taken_on": "2026-11-16"}])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_letter_without_values_says_nothing_of_them(values: dict[str, Any], language: str) -> None:
    assert text(with_values(**values), language) == text(with_values(), language)
