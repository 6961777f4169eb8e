"""The words of a change: whole sentences in both languages, without ids, that the shipped font can draw."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # fontTools ships no types

import resources
from app.change_words import answer_text, change_text, name_text, result_text
from app.explanation import what_would_change
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, UNKNOWN
from app.number_range import NumberRange
from app.number_words import number_text
from app.policy import Purpose, Question, QuestionKind
from app.policy_file import installed_policies, load_policy
from app.text import LANGUAGES, Text
from tests.app.change_trials import status_of
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, records
from tests.app.oracle import States
from tests.app.policy_variants import SHIPPED

POLICY = installed_policies()["MP-RX-FP-12-23"]
SHOWN = ("E1",)


def sentences(cycle: int, section: Mapping[str, States]) -> set[tuple[str, str]]:
    """Every sentence that any record of a section is told, in both languages."""
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    return {
        (change.text["en"], change.text["es"])
        for answers in records(section)
        for change in what_would_change(POLICY, purpose, cycle, answers, status_of(cycle, answers))
    }


@pytest.fixture(scope="module")
def every_sentence() -> set[tuple[str, str]]:
    found = sentences(1, REDUCED_A)
    return found.union(*(sentences(cycle, REDUCED_B) for cycle in CYCLES if cycle != 6))


def test_there_are_sentences_in_both_languages_for_every_change(every_sentence: set[tuple[str, str]]) -> None:
    assert len(every_sentence) > 500
    for english, spanish in every_sentence:
        assert english != spanish
        for sentence in (english, spanish):
            assert sentence.endswith(".")
            assert sentence[0].isupper()
            assert not set("{}_/") & set(sentence)
            assert "  " not in sentence


def test_no_sentence_holds_an_id(every_sentence: set[tuple[str, str]]) -> None:
    values = {str(c.value) for q in POLICY.questions.values() for c in q.choices}
    ids = {name for name in (*POLICY.questions, *values) if "_" in name}
    for pair in every_sentence:
        for sentence in pair:
            assert not [name for name in ids if name in sentence]


def test_every_character_is_in_every_cut_of_the_font(every_sentence: set[tuple[str, str]]) -> None:
    needed = {character for pair in every_sentence for sentence in pair for character in sentence}
    for source in resources.path("fonts").glob("*.ttf"):
        with TTFont(source) as font:
            assert needed <= set(map(chr, font.getBestCmap()))


# ---------------------------------------------------------------- worked examples


def told(cycle: int, answers: Mapping[str, Answer], language: str) -> list[str]:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    found = what_would_change(POLICY, purpose, cycle, answers, status_of(cycle, answers))
    return [change.text[language] for change in found]


INDUCTION = {
    "b_cell_all": Answer(True, SHOWN),
    "cd22_positive": Answer(True, SHOWN),
    "disease_status": Answer("neither", SHOWN),
    "regimen": Answer("with_mini_hyper_cvd", SHOWN),
    "induction": Answer(True, SHOWN),
}


def test_an_open_result_is_told_with_the_line_that_it_would_meet() -> None:
    assert told(1, INDUCTION, "en") == [
        "A documented Philadelphia-negative result would meet A.iii.",
        "With a documented Philadelphia-positive result, A.iii would not be met.",
    ]
    assert told(1, INDUCTION, "es") == [
        "Con un resultado Filadelfia negativo documentado se cumpliría A.iii.",
        "Con un resultado Filadelfia positivo documentado, A.iii no se cumpliría.",
    ]


def test_lines_are_counted_in_the_verb_and_a_line_not_met_before_is_not_told_again() -> None:
    stated = {name: INDUCTION[name] for name in ("b_cell_all", "disease_status")}
    assert told(1, {**stated, "disease_status": Answer("relapsed", SHOWN)}, "es")[-1] == (
        "Con un plan documentado con otra combinación, A.ii y A.iii no se cumplirían."
    )
    alone = "With a documented plan with {0}, A.iii would not be met."
    assert told(1, {**INDUCTION, "regimen": Answer("with_mini_hyper_cvd")}, "en")[-1] == alone.format(
        "inotuzumab ozogamicin alone, a tyrosine kinase inhibitor, both mini-hyper-CVD and blinatumomab"
        " or another combination"
    )


def test_a_met_case_is_told_which_documents_carry_it() -> None:
    met = {**INDUCTION, "philadelphia": Answer("negative", SHOWN)}
    assert told(1, met, "en")[-1] == "Without a document for “Philadelphia chromosome”, A.iii would be open."
    assert told(1, met, "es")[-1] == "Sin un documento de «Cromosoma Filadelfia», A.iii quedaría abierta."


def test_cycles_are_told_up_to_their_bound() -> None:
    late = {
        "disease_progression": Answer(False, SHOWN),
        "unacceptable_toxicity": Answer(False),
        "veno_occlusive_disease": Answer(False),
        "response": Answer("cri", SHOWN),
        "response_cycle": Answer(5),
        "hsct_planned": Answer(False),
    }
    assert told(6, late, "en") == ["CR or CRi first documented in cycle 3 or earlier would meet B.iii."]
    assert told(6, late, "es") == [
        "Con RC o RCi documentada por primera vez en el ciclo 3 o antes se cumpliría B.iii."
    ]


def test_parts_with_commas_of_their_own_are_kept_apart() -> None:
    first = told(1, {}, "en")[0]
    assert first.count("; ") == 3
    assert "; and a documented plan with inotuzumab ozogamicin alone, mini-hyper-CVD or both" in first


# ---------------------------------------------------------------- phrases for any policy


def text(en: str, es: str) -> Text:
    return Text(en=en, es=es)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("ictericia", "Con fiebre e ictericia se cumpliría X."),
        ("hiperplasia", "Con fiebre e hiperplasia se cumpliría X."),
        ("hielo", "Con fiebre y hielo se cumpliría X."),
        ("ieísmo", "Con fiebre y ieísmo se cumpliría X."),
        ("tos", "Con fiebre y tos se cumpliría X."),
    ],
)
def test_spanish_enumerations_sound_right(last: str, said: str) -> None:
    assert change_text(MET, [text("fever", "fiebre"), text("x", last)], ["X"])["es"] == said


def test_each_status_has_its_sentence_for_one_line_and_for_several() -> None:
    facts = [text("a report", "un informe")]
    assert [change_text(to, facts, ["X", "Y"])["en"] for to in (MET, NOT_MET, UNKNOWN)] == [
        "A report would meet X and Y.",
        "With a report, X and Y would not be met.",
        "Without a document for a report, X and Y would be open.",
    ]
    assert [change_text(to, facts, ["X", "Y"])["es"] for to in (MET, NOT_MET, UNKNOWN)] == [
        "Con un informe se cumplirían X y Y.",
        "Con un informe, X y Y no se cumplirían.",
        "Sin un documento de un informe, X y Y quedarían abiertas.",
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (["a, b", "c"], "A, b and c would meet X."),
        (["a, b", "c", "d"], "A, b; c; and d would meet X."),
        (["a", "b", "c"], "A, b and c would meet X."),
    ],
)
def test_only_more_than_two_parts_need_a_stronger_mark_than_their_own_commas(
    facts: list[str], said: str
) -> None:
    assert change_text(MET, [text(fact, fact) for fact in facts], ["X"])["en"] == said


def test_a_choice_is_lowered_within_a_sentence_and_an_abbreviation_is_not() -> None:
    response = POLICY.questions["response"]
    hours = response.choices[0]._replace(value="hours", text=text("Hours", "Horas"), result=None)
    bare = tuple(choice._replace(result=None) for choice in response.choices)
    asked = response._replace(choices=(*bare, hours))
    assert answer_text(asked, ["cri", "hours"], []) == {
        "en": "CRi, incomplete recovery of counts or hours",
        "es": "RCi, recuperación incompleta u horas",
    }


def without_phrases(name: str) -> Question:
    question = POLICY.questions[name]
    choices = tuple(choice._replace(result=None) for choice in question.choices)
    return question._replace(choices=choices, result=None)


def test_a_policy_without_phrases_of_its_own_is_told_by_names_and_answers() -> None:
    cd22, transplant = without_phrases("cd22_positive"), without_phrases("hsct_planned")
    assert result_text(cd22, answer_text(cd22, [True], [])) == {
        "en": "a document that shows “CD22 result: Yes”",
        "es": "un documento que muestre «Resultado de CD22: Sí»",
    }
    assert result_text(transplant, answer_text(transplant, [True, False], [])) == {
        "en": "“Transplant plan: Yes or No”",
        "es": "«Plan de trasplante: Sí o No»",
    }
    assert name_text(cd22)["en"] == "“CD22 result”"


def test_choices_stand_lowered_in_a_phrase_that_has_none_for_them() -> None:
    tki = POLICY.questions["tki"]
    assert answer_text(tki, ["ponatinib", "other", "bosutinib"], [])["es"] == (
        "bosutinib, ponatinib u otro inhibidor"
    )


def numbered(kind: QuestionKind, number: NumberRange | None = None) -> Question:
    return POLICY.questions["response_cycle"]._replace(kind=kind, number=number)


HEMOGLOBIN = numbered(
    QuestionKind.NUMBER,
    NumberRange(Decimal(0), Decimal(30), 1, text("g/dL", "g/dL")),
)
DAY = numbered(QuestionKind.DATE)


@pytest.mark.parametrize(
    ("question", "values", "known", "said"),
    [
        (HEMOGLOBIN, "0 7.9", "0 7.9 8.0 30", "7.9 g/dL or less"),
        (HEMOGLOBIN, "8.0 30", "0 7.9 8.0 30", "8 g/dL or more"),
        (HEMOGLOBIN, "8.0 9.0", "0 7.9 8.0 9.0 9.1 30", "8 to 9 g/dL"),
        (HEMOGLOBIN, "0 7.9 9.1 30", "0 7.9 8.0 9.0 9.1 30", "7.9 g/dL or less or 9.1 g/dL or more"),
        (HEMOGLOBIN, "8.0", "", "8 g/dL"),
        (DAY, "21", "-1 0 20 21", "a date 21 days or more before the first treatment day"),
        (DAY, "0 20", "-1 0 20 21", "a date 0 to 20 days before the first treatment day"),
        (DAY, "-1 0 20", "-1 0 20 21", "a date no more than 20 days before the first treatment day"),
        (DAY, "-1", "-1 0 20 21", "a date after the first treatment day"),
        (DAY, "0", "", "the first treatment day"),
        (DAY, "1", "", "the day before the first treatment day"),
        (DAY, "14", "", "a date 14 days before the first treatment day"),
    ],
)
def test_numbers_and_days_are_told_as_ranges(question: Question, values: str, known: str, said: str) -> None:
    def read(numbers: str) -> list[Value]:
        whole = question.kind is QuestionKind.DATE
        return [int(number) if whole else Decimal(number) for number in numbers.split()]

    assert answer_text(question, read(values), read(known))["en"] == said
    assert set(answer_text(question, read(values), read(known))) == set(LANGUAGES)


def test_a_cycle_is_told_by_its_number() -> None:
    assert number_text(POLICY.questions["response_cycle"], 3) == {"en": "cycle 3", "es": "el ciclo 3"}


def test_a_policy_file_without_result_phrases_stays_valid(tmp_path: Path) -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    kept = [line.partition(", result = {") for line in lines if not line.startswith("result = {")]
    closed = [before + (" }," if phrase else "") for before, phrase, _ in kept]
    source = tmp_path / "older.toml"
    source.write_text("\n".join(closed), encoding="utf-8")
    older = load_policy(source)
    assert all(question.result is None for question in older.questions.values())
    found = what_would_change(older, Purpose.INITIAL, 1, INDUCTION, UNKNOWN)
    assert found[0].text["en"] == (
        "A document that shows “Philadelphia chromosome: Negative” would meet A.iii."
    )
