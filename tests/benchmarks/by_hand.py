"""Policy MP-RX-FP-12-23 as a programmer would write it down for speed: three values, if and else, no trace.

Facts are plain values by name; one that does not count is left out. True is met, False not met, None unknown.
The readings are those of the contract; the benchmark checks each answer against ``evaluate``.
"""

from collections.abc import Mapping
from typing import Any

Known = Mapping[str, Any]

_TKIS = frozenset(("bosutinib", "dasatinib", "imatinib", "nilotinib", "ponatinib"))
_CVD = "with_mini_hyper_cvd"
_ALONE_OR_CVD = frozenset(("single_agent", _CVD, "with_mini_hyper_cvd_and_blinatumomab"))
_REMISSION = frozenset(("cr", "cri"))


def initial(facts: Known) -> bool | None:
    """Section A: B-cell and CD22-positive, and relapsed with a listed treatment or in the induction line."""
    fact = facts.get
    b_cell, cd22 = fact("b_cell_all"), fact("cd22_positive")
    if b_cell is False or cd22 is False:
        return False
    relapsed, induced = _relapsed(facts), _induced(facts)
    if relapsed is False and induced is False:
        return False
    if (relapsed or induced) and b_cell and cd22:
        return True
    return None


def _relapsed(facts: Known) -> bool | None:
    disease = facts.get("disease_status")
    if disease == "neither":
        return False
    regimen = facts.get("regimen")
    if regimen is None:
        return None
    if regimen == "with_tki":
        tki = facts.get("tki")
        if tki is None:
            return None
        if tki not in _TKIS:
            return False
    elif regimen not in _ALONE_OR_CVD:
        return False
    return None if disease is None else True


def _induced(facts: Known) -> bool | None:
    regimen, induction, philadelphia = facts.get("regimen"), facts.get("induction"), facts.get("philadelphia")
    if induction is False or philadelphia == "positive" or (regimen is not None and regimen != _CVD):
        return False
    if induction is None or philadelphia is None or regimen is None:
        return None
    return True


def continuation(facts: Known) -> bool | None:
    """Section B: no progression, no toxicity, a documented response, and within the limit that applies."""
    fact = facts.get
    progression, toxicity = fact("disease_progression"), fact("unacceptable_toxicity")
    occlusion = fact("veno_occlusive_disease")
    if progression or toxicity or occlusion:
        return False
    in_time = _in_time(facts)
    if in_time is False:
        return False
    if progression is None or toxicity is None or occlusion is None or fact("response") is None:
        return None
    return in_time


def _in_time(facts: Known) -> bool | None:
    transplant = facts.get("hsct_planned")
    if transplant is True:
        return _with_transplant(facts)
    if transplant is False:
        return _without_transplant(facts)
    within = _with_transplant(facts)
    return within if within is _without_transplant(facts) else None


def _with_transplant(facts: Known) -> bool | None:
    cycle: int = facts["request.cycle"]
    if cycle != 3:
        return cycle == 2
    response, mrd_negative = facts.get("response"), facts.get("mrd_negative")
    if response in _REMISSION and mrd_negative:
        return False
    return None if response is None or mrd_negative is None else True


def _without_transplant(facts: Known) -> bool | None:
    cycle: int = facts["request.cycle"]
    if cycle <= 3:
        return True
    if cycle >= 7:
        return False
    response = facts.get("response")
    if response == "none":
        return False
    if cycle > 4:
        first = facts.get("response_cycle")
        if first is None:
            return None
        if first > 3:
            return False
    return None if response is None else True
