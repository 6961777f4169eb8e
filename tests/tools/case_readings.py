"""For each reading of MP-RX-FP-12-23, cases that would come out otherwise if the line were read otherwise.

The line-by-line cases of a reading are found by search; these are the contrasts that a pharmacist asks about.
"""

from collections.abc import Iterator, Mapping

from app.facts import Answer
from app.policy import Purpose
from tests.tools.case_search import DOCUMENT, Shown, Situation

Answers = Mapping[str, Answer]


def _shown(**values: bool | str) -> dict[str, Answer]:
    return {name: Answer(value, DOCUMENT) for name, value in values.items()}


def _stated(**values: bool | str | int) -> dict[str, Answer]:
    return {name: Answer(value) for name, value in values.items()}


_DIAGNOSIS = _shown(b_cell_all=True, cd22_positive=True)
_RELAPSED = _DIAGNOSIS | _shown(disease_status="relapsed")
_ALONE = _RELAPSED | _shown(regimen="single_agent")
_NEW = _DIAGNOSIS | _shown(disease_status="neither")
_INDUCTION = _shown(induction=True, philadelphia="negative")
_MINI = _shown(regimen="with_mini_hyper_cvd")
_MINI_BLINA = _shown(regimen="with_mini_hyper_cvd_and_blinatumomab")
_NO_STOP = _shown(disease_progression=False) | _stated(
    unacceptable_toxicity=False, veno_occlusive_disease=False
)
_TRANSPLANT = _NO_STOP | _stated(hsct_planned=True)
_NO_TRANSPLANT = _NO_STOP | _stated(hsct_planned=False)
_CR, _CRI, _NONE = (_shown(response=value) for value in ("cr", "cri", "none"))
_MRD_NEGATIVE, _MRD_POSITIVE = _shown(mrd_negative=True), _shown(mrd_negative=False)

_INITIAL: tuple[tuple[int, str, Answers], ...] = (
    (1, "induction needs no relapse", _NEW | _MINI | _INDUCTION),
    (1, "both ways at once", _RELAPSED | _MINI | _INDUCTION),
    (
        1,
        "a positive Philadelphia result closes one way only",
        _RELAPSED | _MINI | _shown(philadelphia="positive"),
    ),
    (2, "another inhibitor is not listed", _RELAPSED | _shown(regimen="with_tki", tki="other")),
    (2, "the inhibitor must be named", _RELAPSED | _shown(regimen="with_tki")),
    (3, "blinatumomab closes the way of induction", _NEW | _MINI_BLINA | _INDUCTION),
    (3, "blinatumomab stays listed after relapse", _RELAPSED | _MINI_BLINA | _INDUCTION),
    (8, "one line not met settles all", _shown(b_cell_all=False, disease_status="relapsed")),
    (8, "one line open leaves all open", _RELAPSED),
)
_CONTINUATION: tuple[tuple[int, str, int, Answers], ...] = (
    (4, "no response in cycle 2", 2, _NO_TRANSPLANT | _NONE),
    (4, "no response in cycle 3", 3, _NO_TRANSPLANT | _NONE),
    (4, "a response without its report", 2, _NO_TRANSPLANT | _stated(response="cr")),
    (4, "no answer on the response", 3, _NO_TRANSPLANT),
    (5, "remission and negative MRD", 3, _TRANSPLANT | _CR | _MRD_NEGATIVE),
    (5, "remission alone", 3, _TRANSPLANT | _CRI | _MRD_POSITIVE),
    (5, "negative MRD alone", 3, _TRANSPLANT | _NONE | _MRD_NEGATIVE),
    (5, "no response and no MRD report", 3, _TRANSPLANT | _NONE | _stated(mrd_negative=False)),
    (5, "no response and no answer on MRD", 3, _TRANSPLANT | _NONE),
    (5, "both reached before cycle 2", 2, _TRANSPLANT | _CR | _MRD_NEGATIVE),
    (5, "nothing reached before cycle 4", 4, _TRANSPLANT | _NONE | _MRD_POSITIVE),
    (6, "in time by definition", 4, _NO_TRANSPLANT | _CRI),
    (6, "the cycle of response is asked", 5, _NO_TRANSPLANT | _CR),
    (6, "in time", 6, _NO_TRANSPLANT | _CR | _stated(response_cycle=3)),
    (6, "too late", 6, _NO_TRANSPLANT | _CR | _stated(response_cycle=4)),
    (6, "past the last cycle", 7, _NO_TRANSPLANT | _CR | _stated(response_cycle=2)),
    (7, "both limits agree to cycle 2", 2, _NO_STOP | _NONE),
    (7, "both limits agree to cycle 3", 3, _NO_STOP | _CR | _MRD_POSITIVE),
    (7, "the limits differ on cycle 3", 3, _NO_STOP | _CR | _MRD_NEGATIVE),
    (7, "the limits differ on cycle 4", 4, _NO_STOP | _CR),
    (7, "both limits refuse cycle 4 without a response", 4, _NO_STOP | _NONE),
    (7, "both limits refuse cycle 7", 7, _NO_STOP | _CR),
    (8, "one line not met settles all", 4, _stated(veno_occlusive_disease=True)),
)
_REQUESTS: tuple[tuple[int, str, Answers, Mapping[str, str]], ...] = (
    (9, "another listed code", _ALONE, {"icd10": "D46.A"}),
    (9, "a code off the list", _ALONE, {"icd10": "C91.10"}),
    (9, "a listed code helps nobody", _shown(b_cell_all=False), {"icd10": "C91.02"}),
    (10, "before the statement, shown", _ALONE, {"received_at": "2024-05-08T09:00:00-04:00"}),
    (
        10,
        "before the statement, not shown",
        _ALONE | _stated(cd22_positive=True),
        {"received_at": "2024-05-08T09:00:00-04:00"},
    ),
)


def by_reading() -> Iterator[Shown]:
    """Each reading with what it settles, and a case for it."""
    for reading, words, answers in _INITIAL:
        yield f"reading {reading}, {words}", Situation(Purpose.INITIAL, 1, answers)
    for reading, words, cycle, answers in _CONTINUATION:
        yield f"reading {reading}, {words}", Situation(Purpose.CONTINUATION, cycle, answers)
    for reading, words, answers, request in _REQUESTS:
        yield f"reading {reading}, {words}", Situation(Purpose.INITIAL, 1, answers, request)
