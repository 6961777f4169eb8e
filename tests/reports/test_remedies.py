"""What a refusal says could change it: papers that can exist, all that are needed, in both languages."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from app.change import StepKind
from app.data_file import read_toml
from app.determination import Determination, Outcome
from app.errors import InvalidInput
from app.facts import Answer
from app.logic import MET
from app.plan import plan
from app.policy_file import installed_policies
from app.review import review
from reports import draft as drafts
from reports.draft import Draft
from reports.reason_texts import PolicyWords, policy_words
from reports.reasons import Reason, criteria_reasons, ways_of
from reports.remedies import Remedies
from reports.remedy_texts import remedy_texts
from reports.wording import wording
from tests.reports.cases import NOT_MET, answer, case, continuation, decide, denied, incomplete

LANGUAGES = ("en", "es")
POLICIES = sorted(installed_policies())
NOTHING_KNOWN = dict.fromkeys(
    ("b_cell_all", "cd22_positive", "disease_status", "regimen", "induction", "philadelphia")
)
CASES: dict[str, dict[str, Any]] = {
    "CD22 negative": denied(),
    "CD22 negative, the rest open": case(
        {"cd22_positive": answer(False, "E1"), "disease_status": None, "regimen": None}
    ),
    "nothing answered": case(NOTHING_KNOWN),
    "a document missing": incomplete(),
    **{
        name: NOT_MET[name]
        for name in (
            "regimen not listed",
            "partner not listed",
            "induction, Philadelphia positive",
            "progression",
            "toxicity",
            "no response",
            "response too late",
        )
    },
    "fourth cycle before a transplant": continuation(4, hsct_planned=answer(True)),
    "fourth cycle before a transplant, no response": continuation(
        4, hsct_planned=answer(True), response=answer("none", "E1")
    ),
    "third cycle, MRD open": continuation(3, hsct_planned=answer(True)),
}
# What the record shows of the disease and of what happened stays as it is: only a correction could change it.
AS_IT_IS: dict[str, dict[str, Any]] = {
    "b_cell_all": case({"b_cell_all": answer(False, "E1")}),
    "disease_status": case({"disease_status": answer("neither", "E2")}),
    "induction": case(
        {"induction": answer(False, "E2"), "disease_status": answer("neither", "E2")}
        | {"regimen": answer("with_mini_hyper_cvd", "E3")}
    ),
    "veno_occlusive_disease": continuation(2, veno_occlusive_disease=answer(True)),
    "mrd_negative": continuation(3, hsct_planned=answer(True), mrd_negative=answer(True, "E1")),
    "response": continuation(3, hsct_planned=answer(True), mrd_negative=answer(True, "E1")),
}


def draft(document: dict[str, Any], language: str = "en") -> Draft:
    decided: Determination = decide(document, Outcome.DENY, "As the criteria say.")
    return Draft(decided, plan("mmm-healthcare"), wording(language), "D-20261121-7K3M9Q")


def reasons(document: dict[str, Any], language: str = "en") -> tuple[Reason, ...]:
    return criteria_reasons(draft(document, language))


@pytest.mark.parametrize("name", CASES)
def test_the_papers_offered_would_meet_the_criteria(name: str) -> None:
    made = draft(CASES[name])
    remedies, texts = Remedies(made), policy_words(made.policy.number).remedies
    offered = {
        change.text["en"]: change for way in (None, *ways_of(made)) for change in remedies.offered(set(), way)
    }
    assert offered
    for change in offered.values():
        choices = [
            texts.offered(step.question.id, step.values, against=step.kind is StepKind.CORRECTION)
            for step in change.steps
        ]
        for values in product(*choices):
            shown = {
                step.question.id: Answer(value, ("E1",))
                for step, value in zip(change.steps, values, strict=True)
            }
            answered = made.case._replace(answers={**made.case.answers, **shown})
            assert review(answered).finding.status is MET


@pytest.mark.parametrize("name", CASES)
def test_each_reason_names_papers_or_the_reason_that_does(name: str) -> None:
    found = reasons(CASES[name])
    assert any("could change with" in reason.plain.remedy for reason in found)
    for place, reason in enumerate(found, 1):
        earlier = re.search(r"named under reason (\d+)", reason.plain.remedy)
        if earlier:
            assert int(earlier[1]) < place
            assert "all of these together" in found[int(earlier[1]) - 1].plain.remedy


@pytest.mark.parametrize("question", AS_IT_IS)
def test_nobody_is_told_that_the_disease_should_be_another_one(question: str) -> None:
    made = draft(AS_IT_IS[question])
    ways = (None, *ways_of(made))
    offered = [change for way in ways for change in Remedies(made).offered(set(), way)]
    assert all(step.question.id != question for change in offered for step in change.steps)
    own = [reason for reason in reasons(AS_IT_IS[question]) if "correction" in reason.plain.remedy]
    assert own or question == "b_cell_all"


def test_papers_that_are_needed_together_are_all_named_and_once() -> None:
    first, second = reasons(incomplete())
    assert first.plain.remedy == (
        "The decision could change with all of these together. (a) A test report that finds CD22 on the"
        " leukemia cells. (b) A bone marrow report or a visit note that shows that the leukemia came back or"
        " did not respond. Your doctor can send us this."
    )
    assert second.plain.remedy == "The papers named under reason 1 could change this."


def test_a_reason_that_is_not_enough_by_itself_says_so() -> None:
    partner = next(reason for reason in reasons(denied()) if reason.lines == ("A.iii.B",))
    assert partner.plain.remedy.endswith("By itself that would not be enough.")


def test_a_paper_that_is_missing_and_not_enough_is_named_as_missing() -> None:
    found = {reason.lines: reason.plain.remedy for reason in reasons(CASES["nothing answered"])}
    assert found["A.ii.B.2",] == (
        "This paper is missing: the treatment plan with the name of the pill. Your doctor can send it."
        " By itself that would not be enough."
    )


def test_a_plan_that_meets_another_way_is_not_told_under_this_one() -> None:
    listed, *_, partner = reasons(CASES["regimen not listed"])
    assert "this medicine alone" in listed.plain.remedy
    assert "this medicine alone" not in partner.plain.remedy


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (continuation(7, response_cycle=answer(2)), "No paper changes a limit on the number of cycles."),
        (continuation(7, hsct_planned=answer(True)), "No paper changes a limit on the number of cycles."),
        (continuation(4, hsct_planned=answer(True)), "no stem cell transplant is planned"),
    ],
)
def test_a_limit_of_cycles_has_no_remedy_unless_another_limit_can_apply(
    document: dict[str, Any], said: str
) -> None:
    assert said in reasons(document)[0].plain.remedy


@pytest.mark.parametrize("name", [*CASES, *AS_IT_IS])
def test_both_languages_say_the_same(name: str) -> None:
    document = {**CASES, **AS_IT_IS}[name]
    english, spanish = (reasons(document, language) for language in LANGUAGES)
    for one, other in zip(english, spanish, strict=True):
        assert re.findall(r"\(\w\)", one.plain.remedy) == re.findall(r"\(\w\)", other.plain.remedy)
        assert re.findall(r"\d+", one.plain.remedy) == re.findall(r"\d+", other.plain.remedy)
        assert ("enough" in one.plain.remedy) is ("suficiente" in other.plain.remedy)
        assert ("could change with" in one.plain.remedy) is ("podría cambiar con" in other.plain.remedy)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*CASES, *AS_IT_IS])
def test_a_remedy_for_the_member_has_no_codes_line_numbers_or_abbreviations(name: str, language: str) -> None:
    for reason in reasons({**CASES, **AS_IT_IS}[name], language):
        said = reason.plain.remedy
        assert not re.search(r"J\d{4}|\b[A-Z]\d\d\.\d|\b[AB]\.i|\{", said)
        if "could change with" in said or "podría cambiar con" in said:
            assert not re.search(r"\b(CRi?|RCi?|MRD|ERM|TKI)\b", said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "document",
    [
        continuation(3, hsct_planned=answer(True)),
        continuation(5, response=None, hsct_planned=None, disease_progression=None),
        continuation(3, hsct_planned=answer(True), response=answer("cr"), mrd_negative=answer(False)),
    ],
)
def test_what_is_only_missing_is_told_in_the_member_s_words(document: dict[str, Any], language: str) -> None:
    for reason in reasons(document, language):
        assert not re.search(r"\b(CRi?|RCi?|ERM)\b", f"{reason.title} {reason.plain.rule}")
        assert reason.plain.gap == wording(language).sentences["fallback.open_plain_gap"]
        assert all(reason.plain)


def test_a_title_tells_no_fact_that_no_document_shows() -> None:
    assert reasons(CASES["nothing answered"])[0].title == "Diagnosis"
    assert reasons(CASES["progression"])[0].title == "The leukemia got worse"
    assert reasons(continuation(2, disease_progression=answer(True)))[0].title == "Course of the leukemia"


def test_the_prescriber_reads_once_which_lines_the_papers_would_meet() -> None:
    found = [reason.clinical.remedy for reason in reasons(CASES["nothing answered"])]
    assert sum("would meet A.i and A.ii." in remedy for remedy in found) == 1
    assert "would meet A.i and A.ii." in found[0]


def test_without_words_for_papers_a_reason_keeps_its_own_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "policy_words", lambda _: PolicyWords())
    first = reasons(denied())[0]
    assert "immunohistochemistry" in first.plain.remedy
    limited = reasons(continuation(7, response_cycle=answer(2)))[0]
    assert limited.plain.remedy.startswith("No paper changes a limit on the number of cycles.")


@pytest.mark.parametrize("number", POLICIES)
def test_every_answer_that_is_offered_is_one_of_the_policy(number: str) -> None:
    questions = installed_policies()[number].questions
    for name, remedy in policy_words(number).remedies.by_question.items():
        assert remedy.answers
        assert all(questions[name].allows(value) for value in remedy.answers)
        assert ("{answer}" in remedy.phrase["en"]) is ("{answer}" in remedy.phrase["es"]) is True


def test_an_answer_that_cannot_be_one_is_refused_with_its_place(tmp_path: Path) -> None:
    source = tmp_path / "x.toml"
    source.write_text(
        '[[remedy]]\nquestion = "q"\nanswers = [{ value = 1.5, en = "a", es = "b" }]\n', encoding="utf-8"
    )
    _, top = read_toml(source)
    with pytest.raises(InvalidInput, match=r"remedy q: answers 1\.5: value: must be an answer"):
        remedy_texts(top)
