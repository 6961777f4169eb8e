"""What the published contract says of a case, written from its sections 1 and 2 alone, in plain if and else.

It shares no code and no data with the product, so that an error has to be made twice to go unseen.
Questions without an answer are None; an undocumented answer counts as None, whatever its value. What is still
open stands in ``oracle_openings``, doses and the whole result in ``oracle_result``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

Case = Mapping[str, Any]
State = bool | str | int | None
States = tuple[State, ...]

MET, UNKNOWN, NOT_MET = "met", "unknown", "not_met"
YES_NO: States = (True, False)
TKIS: States = ("bosutinib", "dasatinib", "imatinib", "nilotinib", "ponatinib")

SECTION_A: dict[str, States] = {
    "b_cell_all": YES_NO,
    "cd22_positive": YES_NO,
    "disease_status": ("relapsed", "refractory", "neither"),
    "regimen": (
        "single_agent",
        "with_tki",
        "with_mini_hyper_cvd",
        "with_mini_hyper_cvd_and_blinatumomab",
        "other",
    ),
    "tki": (*TKIS, "other"),
    "induction": YES_NO,
    "philadelphia": ("negative", "positive"),
}
SECTION_B: dict[str, States] = {
    "disease_progression": YES_NO,
    "unacceptable_toxicity": YES_NO,
    "veno_occlusive_disease": YES_NO,
    "response": ("cr", "cri", "none"),
    "response_cycle": tuple(range(1, 9)),
    "hsct_planned": YES_NO,
    "mrd_negative": YES_NO,
}
NEED_NO_DOCUMENT = {"unacceptable_toxicity", "veno_occlusive_disease", "response_cycle", "hsct_planned"}


# ---------------------------------------------------------------- strong Kleene logic (reading 8)


def every(*parts: str) -> str:
    """All of several: the lowest."""
    if NOT_MET in parts:
        return NOT_MET
    return UNKNOWN if UNKNOWN in parts else MET


def either(*parts: str) -> str:
    """Any of several: the highest."""
    if MET in parts:
        return MET
    return UNKNOWN if UNKNOWN in parts else NOT_MET


def opposite(part: str) -> str:
    """Not."""
    return {MET: NOT_MET, NOT_MET: MET}.get(part, UNKNOWN)


def among(value: State, *wanted: State) -> str:
    """Whether a fact is one of the values wanted."""
    if value is None:
        return UNKNOWN
    return MET if value in wanted else NOT_MET


# ---------------------------------------------------------------- sections A and B


@cache
def status_of_a(facts: States) -> str:
    """Initial approval: ``(A.i and A.ii) or A.iii`` (readings 1 to 3); facts in the order of SECTION_A."""
    b_cell_all, cd22, disease, regimen, tki, induction, philadelphia = facts
    line_i = every(among(b_cell_all, True), among(cd22, True))
    with_named_tki = every(among(regimen, "with_tki"), among(tki, *TKIS))
    with_mini_hyper_cvd = among(regimen, "with_mini_hyper_cvd")
    listed = either(
        among(regimen, "single_agent"),
        with_named_tki,
        with_mini_hyper_cvd,
        among(regimen, "with_mini_hyper_cvd_and_blinatumomab"),
    )
    line_ii = every(among(disease, "relapsed", "refractory"), listed)
    line_iii = every(line_i, among(induction, True), among(philadelphia, "negative"), with_mini_hyper_cvd)
    return either(every(line_i, line_ii), line_iii)


@cache
def status_of_b(cycle: int, facts: States) -> str:
    """Continuation (readings 4 to 7); facts in the order of SECTION_B."""
    progression, toxicity, vod, response, response_cycle, hsct, mrd_negative = facts
    with_transplant = _limit_with_transplant(cycle, response, mrd_negative)
    without_transplant = _limit_without_transplant(cycle, response, response_cycle)
    if hsct is True:
        duration = with_transplant
    elif hsct is False:
        duration = without_transplant
    else:
        duration = with_transplant if with_transplant == without_transplant else UNKNOWN
    return every(
        among(progression, False),
        among(toxicity, False),
        among(vod, False),
        _documented(response),
        duration,
    )


def _documented(value: State) -> str:
    return UNKNOWN if value is None else MET


def _limit_with_transplant(cycle: int, response: State, mrd_negative: State) -> str:
    if cycle <= 2:
        return MET
    if cycle >= 4:
        return NOT_MET
    both = every(among(response, "cr", "cri"), among(mrd_negative, True))
    return every(_documented(response), _documented(mrd_negative), opposite(both))


def _limit_without_transplant(cycle: int, response: State, response_cycle: State) -> str:
    if cycle <= 3:
        return MET
    if cycle >= 7:
        return NOT_MET
    reached = among(response, "cr", "cri")
    if cycle == 4:
        return reached
    if response_cycle is None:
        return every(reached, UNKNOWN)
    return every(reached, MET if int(response_cycle) <= 3 else NOT_MET)


# ---------------------------------------------------------------- what was answered


class Question(NamedTuple):
    """One question as it stands in a case: what was stated, and whether that counts."""

    id: str
    stated: State
    counts: bool

    @property
    def fact(self) -> State:
        """The stated value where it counts."""
        return self.stated if self.counts else None


def section_of(case: Case) -> dict[str, States]:
    """The questions of the section that applies, with their values."""
    return SECTION_A if case["request"]["purpose"] == "initial" else SECTION_B


def cycle_of(case: Case) -> int:
    """The cycle asked for; 1 for an initial request."""
    return int(case["request"].get("cycle") or 1)


def questions_of(case: Case) -> list[Question]:
    """The section's questions as they stand in the case."""
    answers = case.get("answers") or {}
    return [question_of(name, answers.get(name)) for name in section_of(case)]


def question_of(name: str, answer: Mapping[str, Any] | None) -> Question:
    """One question from its answer in the case, None where it has none."""
    if answer is None:
        return Question(name, None, counts=False)
    documented = name in NEED_NO_DOCUMENT or bool(answer.get("evidence"))
    return Question(name, answer["value"], counts=documented)


def status_of(case: Case) -> str:
    """The status of the section that applies."""
    facts = tuple(question.fact for question in questions_of(case))
    return status_in(case["request"]["purpose"], cycle_of(case), facts)


def status_in(purpose: str, cycle: int, facts: States) -> str:
    """The status of a section for facts in the section's order."""
    return status_of_a(facts) if purpose == "initial" else status_of_b(cycle, facts)
