from functools import cache
from pathlib import Path

import pytest

from app.advisories import COMPUTED
from app.errors import InvalidInput
from app.policy_check import PolicyFinding, Severity, check_policy
from app.policy_file import load_policy
from tests.app.policy_variants import SHIPPED, superseding_file, variant_file

ORPHAN = """[[criterion]]
id = "A.iv"
en = "A line that nobody reaches"
es = "Una línea a la que nadie llega"
test = { fact = "induction", is = true }

[[criterion]]
id = "A.i"
"""
TWICE = """[[criterion]]
id = "A.x"
en = "Alone again, as an agent"
es = "Otra vez solo"
test = { fact = "regimen", is = "single_agent" }

[[criterion]]
id = "A.ii.B.1"
"""
WITH_TKI = 'asked_when = [{ fact = "regimen", is = "with_tki" }]'
WITH_TKI_AND_OTHER = WITH_TKI.replace(" }]", ' }, { fact = "regimen", is = "other" }]')
TKI_ADVISORY = 'code = "tki_without_philadelphia"\n'
EXPLAINED_ORPHAN = """[[explained]]
finding = "orphan_criterion"
block = "criterion A.iv"
en = "Why not"
es = "Por qué no"

"""


def nothing_unprintable(_: str) -> str | None:
    return None


def findings(folder: Path, *changes: tuple[str, str]) -> set[tuple[str, str, str]]:
    """What the check finds beyond what it finds in the shipped file: severity, kind and block."""
    found = check_policy(variant_file(folder, *changes), nothing_unprintable)
    return {_short(finding) for finding in found} - shipped_findings()


@cache
def shipped_findings() -> frozenset[tuple[str, str, str]]:
    return frozenset(_short(finding) for finding in check_policy(SHIPPED, nothing_unprintable))


def _short(finding: PolicyFinding) -> tuple[str, str, str]:
    return finding.severity.value, finding.kind, finding.block


def test_the_shipped_policy_has_no_errors_and_explains_each_remark() -> None:
    found = check_policy(SHIPPED, nothing_unprintable)
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert [finding for finding in found if finding.explained is None] == []
    assert {(finding.kind, finding.block) for finding in found} == {
        ("unused_reading", "reading 8"),
        ("unused_reading", "reading 9"),
        ("unused_definition", "definition first_line"),
        ("unused_definition", "definition second_line"),
        ("unused_definition", "definition third_line"),
        ("redundant_line", "criterion B.ii.A.1"),
    }


def test_the_shipped_policy_words_exactly_the_advisories_that_the_program_computes() -> None:
    worded = {advisory.code for advisory in load_policy(SHIPPED).advisories.values() if not advisory.when}
    assert worded == COMPUTED


def test_a_finding_says_what_the_text_says_and_what_is_expected(tmp_path: Path) -> None:
    changes = (
        ('es = "Resultado de ERM"', 'es = "Resultado de MRD del miembro"'),
        ('en = "Refractory"', 'en = "Refractory to InO"'),
    )
    found = check_policy(variant_file(tmp_path, *changes), nothing_unprintable)
    told = {finding.words for finding in found if finding.kind in {"word_never_said", "term_said_otherwise"}}
    assert told == {
        "says “miembro”; say “persona afiliada”",
        "says “MRD”; say “ERM”",
        "says “MRD” in English, and its Spanish does not say “ERM”",
        "says “InO”; no text of the product says it",
    }


CASES = {
    "a criterion that no section reaches": (
        [('[[criterion]]\nid = "A.i"\n', ORPHAN)],
        {("error", "orphan_criterion", "criterion A.iv")},
    ),
    "a question that nothing asks": (
        [('{ fact = "induction", is = true }, { fact = "philadelphia"', '{ fact = "philadelphia"')],
        {("error", "unused_question", "question induction")},
    ),
    "a reading that no line carries": (
        [("reading = 3\n", "")],
        {("remark", "unused_reading", "reading 3")},
    ),
    "a definition of what nobody speaks of": (
        [('en = "Complete remission (CR)"', 'en = "Molecular remission (MR)"')],
        {("remark", "unused_definition", "definition cr")},
    ),
    "an advisory that is never given": (
        [('code = "dose_rounded"', 'code = "dose_rounded_down"')],
        {("error", "unused_advisory", "advisory dose_rounded_down")},
    ),
    "an advisory whose conditions exclude each other": (
        [('includes = ["D46.A"] }', 'includes = ["C91.00"] }')],
        {("error", "unused_advisory", "advisory icd10_conflicts_with_diagnosis")},
    ),
    "an advisory for a purpose that never asks": (
        [(TKI_ADVISORY, TKI_ADVISORY + 'purpose = "continuation"\n')],
        {("error", "unused_advisory", "advisory tki_without_philadelphia")},
    ),
    "a missing translation": (
        [('en = "Refractory", es = "Resistente"', 'en = "Refractory"')],
        {("error", "missing_translation", "question disease_status: choices refractory")},
    ),
    "an empty translation": (
        [('es = "Resultado de ERM"', 'es = " "')],
        {("error", "missing_translation", "question mrd_negative: short")},
    ),
    "a sentence that was never translated": (
        [('es = "Solo, sin otros medicamentos"', 'es = "Alone, as a single agent"')],
        {("error", "same_in_both_languages", "criterion A.ii.B.1")},
    ),
    "a term that Spanish says otherwise": (
        [('es = "Resultado de ERM"', 'es = "Resultado de la prueba"')],
        {("remark", "term_said_otherwise", "question mrd_negative: short: es")},
    ),
    "a term that the piece of a sentence says otherwise": (
        [('yes = { en = "MRD-negative", es = "negativa" }', 'yes = { en = "relapsed", es = "negativa" }')],
        {("remark", "term_said_otherwise", "question mrd_negative: result: yes: es")},
    ),
    "a Spanish word that is never said": (
        [('es = "Resultado de ERM"', 'es = "Resultado de ERM del miembro"')],
        {("error", "word_never_said", "question mrd_negative: short: es")},
    ),
    "an English word that is never said": (
        [('en = "Refractory"', 'en = "Refractory to InO"')],
        {("error", "word_never_said", "question disease_status: choices refractory: en")},
    ),
    "a phrase that reads the same": (
        [('es = "Otra cosa"', 'es = "Something else"')],
        {("remark", "same_in_both_languages", "question regimen: choices other")},
    ),
    "a line under any of beside one that is wider": (
        [
            ('any_of = ["A.ii.B.1", ', 'any_of = ["A.x", "A.ii.B.1", '),
            ('[[criterion]]\nid = "A.ii.B.1"\n', TWICE),
        ],
        {("remark", "redundant_line", "criterion A.x"), ("remark", "redundant_line", "criterion A.ii.B.1")},
    ),
    "a line that another one always overrules": (
        [('all_of = ["B.i"]', 'all_of = ["B.i", { fact = "request.cycle", at_most = 1 }]')],
        {("error", "unreachable_line", "criterion B.i")},
    ),
    "a question that is asked when two answers exclude each other": (
        [(WITH_TKI, WITH_TKI_AND_OTHER)],
        {("error", "never_asked", "question tki")},
    ),
    "a question that waits for one of the other section": (
        [(WITH_TKI, 'asked_when = [{ fact = "response", is = "cr" }]')],
        {("error", "never_asked", "question tki")},
    ),
    "a dose table that is missing": (
        [('response = ["none"]\n', 'response = ["cr"]\n')],
        {("error", "dose_gap", "dosing"), ("error", "dose_overlap", "dosing: table later_without_response")},
    ),
    "dose tables that both apply": (
        [("cycles = { at_most = 1 }", "cycles = { at_most = 2 }")],
        {
            ("error", "dose_overlap", "dosing: table later_with_response"),
            ("error", "dose_overlap", "dosing: table later_without_response"),
        },
    ),
    "a code without a description": (
        [('icd10 = ["C91.00",', 'icd10 = ["C91.09", "C91.00",')],
        {("remark", "code_without_text", "code C91.09")},
    ),
    "a description of a code that is not listed": (
        [('hcpcs = ["J9229"]', "hcpcs = []")],
        {("remark", "code_not_listed", "code J9229")},
    ),
    "an explanation of nothing": (
        [('block = "reading 9"', 'block = "reading 7"')],
        {("remark", "idle_explanation", "explained reading 7")},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_check_finds(case: str, tmp_path: Path) -> None:
    changes, expected = CASES[case]
    assert findings(tmp_path, *changes) >= expected


def test_a_question_whose_answers_lead_to_one_result_is_found(tmp_path: Path) -> None:
    test = '{ fact = "unacceptable_toxicity", is = false }'
    found = findings(tmp_path, (test, test.replace("is = false", "one_of = [true, false]")))
    assert found == {("remark", "values_not_told_apart", "question unacceptable_toxicity")}


def test_an_answer_that_counts_as_little_as_none_is_found(tmp_path: Path) -> None:
    always = ('all_of = ["B.i"]', 'any_of = ["B.i", { fact = "request.cycle", at_least = 2 }]')
    found = check_policy(variant_file(tmp_path, always), nothing_unprintable)
    idle = [finding for finding in found if finding.kind == "idle_value"]
    assert {finding.block for finding in idle} >= {"question disease_progression", "question mrd_negative"}
    assert any(finding.words.startswith("the answer true changes no result") for finding in idle)
    assert {finding.block for finding in found if finding.kind == "unreachable_line"} >= {"criterion B.i"}


def test_all_findings_come_in_one_run_the_errors_first(tmp_path: Path) -> None:
    source = variant_file(
        tmp_path,
        (', es = "Resultado de ERM"', ""),
        ("reading = 3\n", ""),
        (', es = "Otra cosa"', ""),
        ('[[criterion]]\nid = "A.i"\n', ORPHAN),
    )
    found = check_policy(source, nothing_unprintable)
    kinds = [finding.kind for finding in found if finding.explained is None]
    assert kinds == ["missing_translation", "missing_translation", "orphan_criterion", "unused_reading"]


def test_only_a_remark_can_be_explained(tmp_path: Path) -> None:
    source = variant_file(tmp_path, ('[[criterion]]\nid = "A.i"\n', EXPLAINED_ORPHAN + ORPHAN))
    found = {finding.kind: finding for finding in check_policy(source, nothing_unprintable)}
    assert found["orphan_criterion"].explained is None
    assert "idle_explanation" in found


def test_signs_that_no_font_prints_are_found_where_they_stand() -> None:
    found = check_policy(SHIPPED, lambda text: "²" if text == "Philadelphia chromosome" else None)
    (sign,) = [finding for finding in found if finding.kind == "unprintable"]
    assert (sign.severity, sign.block) == (Severity.ERROR, "question philadelphia: short")
    assert "U+00B2" in sign.words


def test_a_later_file_of_the_same_policy_is_checked_by_itself(tmp_path: Path) -> None:
    found = check_policy(superseding_file(tmp_path, "2027-01-01"), nothing_unprintable)
    new = [finding for finding in found if finding.explained is None]
    assert [(finding.kind, finding.block) for finding in new] == [("unused_reading", "reading 10")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('format = "dictamen.policy/1"', 'format = "dictamen.policy/2"'), "format: is dictamen.policy/2"),
        (('all_of = ["A.i", "A.ii"]', 'all_of = ["A.i", "A.v"]'), "names the criterion A.v"),
        (("bsa_decimals = 2", "bsa_decimal = 2"), "dosing: bsa_decimals: is missing"),
    ],
)
def test_what_is_no_policy_at_all_is_refused_in_one_line(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    with pytest.raises(InvalidInput, match=words):
        check_policy(variant_file(tmp_path, change), nothing_unprintable)
