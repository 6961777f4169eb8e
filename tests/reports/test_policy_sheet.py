import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

import resources
from app.policy import Policy
from app.policy_file import load_policy
from app.proof import proofs_of
from reports.blocks import Block, Fact, FactTable, Heading, KeepTogether, Letter, texts_of
from reports.fonts import first_unprintable
from reports.policy_sheet import compose_sheet, policy_sheet
from reports.wording import load_wording
from tests.app.policy_variants import SHIPPED, superseding
from tests.policies.every_policy import POLICIES

LANGUAGES = ("en", "es")
POLICY: Policy = load_policy(SHIPPED)
SHEETS: dict[str, Letter] = {language: compose_sheet(POLICY, language) for language in LANGUAGES}
in_both = pytest.mark.parametrize("language", LANGUAGES)


def facts_of(language: str, title: str) -> dict[str, str]:
    """The facts under the heading of one line of the shipped policy."""
    return facts_in(SHEETS[language].blocks, title)


def facts_in(blocks: Sequence[Block], title: str) -> dict[str, str]:
    """The facts under the heading of one line."""
    for block in blocks:
        inner = block.blocks if isinstance(block, KeepTogether) else ()
        for heading, table in pairwise(inner):
            found = isinstance(heading, Heading) and heading.text.startswith(title)
            if found and isinstance(table, FactTable):
                return dict(table.rows)
    raise AssertionError(f"no line {title}")


def all_facts(language: str) -> Iterator[Fact]:
    for block in SHEETS[language].blocks:
        inner = block.blocks if isinstance(block, KeepTogether) else (block,)
        yield from (row for part in inner if isinstance(part, FactTable) for row in part.rows)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_both_languages_have_the_same_sentences_and_places() -> None:
    english, spanish = (
        load_wording(resources.path("sheets", f"{language}.toml")).sentences for language in LANGUAGES
    )
    assert english.keys() == spanish.keys()
    for key, sentence in english.items():
        found = sorted(re.findall(r"\{(\w+)\}", sentence))
        assert sorted(re.findall(r"\{(\w+)\}", spanish[key])) == found, key


@in_both
def test_every_line_stands_on_the_sheet_with_its_rule_its_reading_and_its_cases(language: str) -> None:
    texts = texts_of(SHEETS[language].blocks)
    headings = [text for text in texts if ": " in text]
    for line in POLICY.criteria.values():
        assert any(heading.endswith(f": {line.text[language]}") for heading in headings), line.id
    rule = {"en": "Rule", "es": "Regla"}[language]
    assert sum(fact.label == rule for fact in all_facts(language)) == len(POLICY.criteria)
    for reading in POLICY.readings:
        assert reading.text[language] in texts
    for text in (
        *(statement.text[language] for statement in POLICY.statements),
        *(definition.text[language] for definition in POLICY.definitions),
        *(code.text[language] for code in POLICY.codes),
        *(item.text[language] for item in POLICY.discontinuation),
        *POLICY.references,
    ):
        assert text in texts
    for advisory in POLICY.advisories.values():
        assert any(text.startswith(advisory.text[language]) for text in texts)
    for question in POLICY.questions.values():
        assert any(text.startswith(question.prompt[language]) for text in texts)


@in_both
def test_the_bound_that_the_file_adds_for_residual_disease_stands_with_its_source(language: str) -> None:
    rule = POLICY.response.mrd if POLICY.response else None
    assert rule is not None
    assert f"{rule.text[language]} {rule.source}." in texts_of(SHEETS[language].blocks)


@in_both
def test_each_case_that_proves_a_line_is_told(language: str) -> None:
    labels = {
        "en": {"met": "Line met", "not_met": "Line not met", "unknown": "Line open"},
        "es": {"met": "Línea cumplida", "not_met": "Línea no cumplida", "unknown": "Línea abierta"},
    }[language]
    told = [fact.label for fact in all_facts(language) if fact.label in labels.values()]
    proofs = [
        labels[proof.line.word]
        for section in POLICY.sections.values()
        for line in POLICY.criteria.values()
        if any(line is part for part in section.root.walk())
        for proof in proofs_of(POLICY, section, line)
    ]
    assert told == proofs


@pytest.mark.parametrize(
    ("language", "line", "rule"),
    [
        ("en", "A: ", "At least one of: “Relapsed or refractory disease (A.i and A.ii)”; A.iii"),
        ("en", "A.i: ", "All of: B-cell acute lymphoblastic leukemia: Yes; CD22 result: Yes"),
        ("en", "A.ii.A: ", "Relapse or refractory disease: one of “Relapsed”, “Refractory”"),
        ("en", "B.i.B: ", "Response to treatment: any answer that a document shows"),
        ("en", "Part of B.i: ", "If Transplant plan: Yes, then B.ii; otherwise B.iii"),
        ("en", "B.ii: ", "At least one of: Number of the cycle asked for: at most 2; B.ii.A"),
        (
            "en",
            "Part of B.ii.A: Remission",
            "None of: “Both remission and MRD negativity were reached”",
        ),
        ("es", "A.ii.A: ", "Recaída o resistencia al tratamiento: una de “En recaída”, “Resistente”"),
        ("es", "Parte de B.i: ", "Si Plan de trasplante: Sí, entonces B.ii; si no, B.iii"),
    ],
)
def test_rules_are_told_in_words(language: str, line: str, rule: str) -> None:
    assert facts_of(language, line)[{"en": "Rule", "es": "Regla"}[language]] == rule


def test_cases_are_told_in_words() -> None:
    facts = facts_of("en", "B.iii.A: ")
    assert facts["Line not met"] == (
        "Cycle 4; Disease progression: No; Unacceptable toxicity: No; Veno-occlusive disease: No;"
        " Response to treatment: Neither CR nor CRi; Transplant plan: No. Section B: not met."
    )
    assert facts_of("en", "B: ")["Line not met"] == "Cycle 7; no answer needed. Section B: not met."
    assert facts_of("es", "A.ii.B.1: ")["Línea cumplida"].endswith(
        "Plan de tratamiento: Nada más. Sección A: se cumple."
    )


@in_both
def test_each_advisory_stands_with_its_source(language: str) -> None:
    texts = texts_of(SHEETS[language].blocks)
    word = {"en": "Source", "es": "Fuente"}[language]
    for advisory in POLICY.advisories.values():
        assert any(text.endswith(f" {word}: {advisory.source}.") for text in texts), advisory.code


@in_both
def test_what_is_signed_stands_beside_the_signature(language: str) -> None:
    last = pages(policy_sheet(POLICY, language))[-1].replace(" ", "")
    assert POLICY.sha256 in last
    assert "MP-RX-FP-12-23,Inotuzumabozogamicin(Besponsa)" in last
    assert {"en": "May9,2024", "es": "9demayode2024"}[language] in last


def test_there_is_room_to_write_by_hand() -> None:
    """A line of writing for each blank, and two for the signature."""
    document = pypdfium2.PdfDocument(policy_sheet(POLICY, "en"))
    try:
        page = document[len(document) - 1].get_textpage()
        places = [_height(page, words) for words in ("Name of", "License", "Date of", "Signature by")]
    finally:
        document.close()
    gaps = [above - below for above, below in pairwise(places)]
    assert min(gaps) > 35
    assert gaps[-1] > 60


def _height(page: pypdfium2.PdfTextPage, words: str) -> float:
    """How high above the page's foot these words stand, in points."""
    start = page.get_text_range().index(words)
    return float(page.get_charbox(start)[1])


@in_both
def test_a_power_of_ten_is_raised_and_is_still_read_as_one(language: str) -> None:
    data = policy_sheet(POLICY, language)
    text = "".join("".join(pages(data)).split())
    assert "×10^9/L" in text  # noqa: RUF001 - the sign of multiplication
    assert "(10^-4)" in text
    document = pypdfium2.PdfDocument(data)
    try:
        found = [page.get_textpage() for page in document if "^" in page.get_textpage().get_text_range()]
        assert found
        for page in found:
            signs = page.get_text_range()
            caret = signs.index("^")
            digit = next(at for at in range(caret, len(signs)) if signs[at].isdigit())
            assert page.get_charbox(digit)[1] > page.get_charbox(caret - 1)[1] + 2
    finally:
        document.close()


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    for policy in POLICIES.values():
        for language in LANGUAGES:
            headings = [*_headings(compose_sheet(policy, language).blocks)]
            for text in pages(policy_sheet(policy, language)):
                body = text[: text.index(f"{policy.number} · ")].strip()
                assert not [heading for heading in headings if body.endswith(heading)], (
                    policy.number,
                    language,
                )


def _headings(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        if isinstance(block, KeepTogether):
            yield from _headings(block.blocks)


@pytest.mark.parametrize(
    ("language", "line", "label", "said"),
    [
        ("en", "1: ", "Line not met", "Day of the blood count: 1 day after the first treatment day."),
        ("en", "1.3: ", "Line met", "Day of the blood count: the first treatment day."),
        ("es", "1.3: ", "Línea cumplida", "Día del recuento de sangre: el primer día de tratamiento."),
    ],
)
def test_a_day_is_told_by_its_distance_to_the_start(language: str, line: str, label: str, said: str) -> None:
    sheet = compose_sheet(POLICIES["SYN-WEIGHT-01"], language)
    assert said in facts_in(sheet.blocks, line)[label]


def test_one_month_is_one_month_and_eighteen_years_are_years() -> None:
    texts = texts_of(compose_sheet(POLICIES["SYN-WEIGHT-01"], "es").blocks)
    assert "1 mes del calendario" in texts
    assert any(text.startswith("desde 18 años cumplidos") for text in texts)
    assert any(text.startswith("desde 1 año cumplido") for text in texts_of(SHEETS["es"].blocks))


@in_both
def test_every_sign_of_the_sheet_can_be_printed(language: str) -> None:
    letter = SHEETS[language]
    signs = {first_unprintable(text) for text in (*texts_of(letter.blocks), letter.footer, letter.title)}
    assert signs == {None}


@in_both
def test_the_pages_hold_the_lines_and_end_with_the_place_to_sign(language: str) -> None:
    *front, last = pages(policy_sheet(POLICY, language))
    text = " ".join(front)
    for number in ("A.ii.B.2:", "B.ii.A.1:", "B.iii.A:", "D46.A", "C.ii"):
        assert number in text
    for words in {
        "en": ("Name of the pharmacist", "License number", "Date of the signature", "Signature by hand"),
        "es": ("Nombre del farmacéutico", "Número de licencia", "Fecha de la firma", "Firma a mano"),
    }[language]:
        assert words in last
        assert words not in text


def test_every_page_names_the_file_that_is_signed_for() -> None:
    found = pages(policy_sheet(POLICY, "en"))
    for number, text in enumerate(found, 1):
        assert f"MP-RX-FP-12-23 · revision 2024-05-09 · file {POLICY.sha256[:12]}" in text
        assert f"Page {number} of {len(found)}" in text


def test_the_same_file_gives_the_same_bytes() -> None:
    assert policy_sheet(POLICY, "en") == policy_sheet(load_policy(SHIPPED), "en")


def test_a_policy_that_ends_says_so(tmp_path: Path) -> None:
    ended = superseding(tmp_path, "2023-11-30", last_day="2026-12-31")
    assert "December 31, 2026" in texts_of(compose_sheet(ended, "en").blocks)
    assert "31 de diciembre de 2026" in texts_of(compose_sheet(ended, "es").blocks)
