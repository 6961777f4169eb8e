"""A case of MP-RX-FP-12-23 and what came of it, as one sentence that a pharmacist would write."""

from collections.abc import Iterator, Mapping, Sequence

from app.facts import Value
from app.logic import MET, NOT_MET, Status
from app.policy import Purpose
from app.review import Review
from tests.tools.case_search import Situation

_DRUG = "inotuzumab ozogamicin"
_DIAGNOSES = {
    True: "B-cell ALL",
    False: "leukemia other than B-cell ALL",
    None: "leukemia of unstated lineage",
}
_CD22 = {True: "CD22-positive", False: "CD22-negative", None: ""}
_PHILADELPHIA = {"negative": "Philadelphia-negative", "positive": "Philadelphia-positive", None: ""}
_COURSE = {
    "relapsed": " in relapse",
    "refractory": " refractory to treatment",
    "neither": " that is neither relapsed nor refractory",
    None: "",
}
_REGIMENS = {
    "single_agent": f"{_DRUG} alone",
    "with_tki": f"{_DRUG} and {{tki}}",
    "with_mini_hyper_cvd": f"{_DRUG} with mini-hyper-CVD",
    "with_mini_hyper_cvd_and_blinatumomab": f"{_DRUG} with mini-hyper-CVD and blinatumomab",
    "other": f"{_DRUG} in a combination off the list",
}
_INDUCTION = {True: ", as induction", False: ", not as induction", None: ""}
_PLANS = {True: " before a planned transplant", False: " without a planned transplant", None: ""}
_RESPONSES = {"cr": "in CR", "cri": "in CRi", "none": "with neither CR nor CRi"}
_MRD = {True: "an MRD-negative", False: "an MRD-positive", None: "a"}
_STOPS = {
    "disease_progression": "progression",
    "unacceptable_toxicity": "unacceptable toxicity",
    "veno_occlusive_disease": "veno-occlusive disease",
}
_VERDICTS: Mapping[tuple[Purpose, Status], str] = {
    (Purpose.INITIAL, MET): "qualifies for a first cycle",
    (Purpose.INITIAL, NOT_MET): "does not qualify for a first cycle",
    (Purpose.CONTINUATION, MET): "may be given",
    (Purpose.CONTINUATION, NOT_MET): "falls outside the policy",
}
_NEEDS = {
    "b_cell_all": "the lineage",
    "cd22_positive": "the CD22 result",
    "disease_status": "the disease status",
    "regimen": "the treatment plan",
    "tki": "the kinase inhibitor",
    "induction": "the aim of treatment",
    "philadelphia": "the Philadelphia result",
    "disease_progression": "the course of disease",
    "unacceptable_toxicity": "toxicity",
    "veno_occlusive_disease": "veno-occlusive disease",
    "response": "the response",
    "response_cycle": "the cycle of first response",
    "hsct_planned": "the transplant plan",
    "mrd_negative": "the MRD result",
}


def sentence(situation: Situation, judged: Review) -> str:
    """The whole case in one sentence: what is stated, what is not shown, and what follows."""
    stated = {name: answer.value for name, answer in situation.answers.items()}
    told = (
        _initial(stated) if situation.purpose is Purpose.INITIAL else _continuation(situation.cycle, stated)
    )
    clauses = [*_request(situation.request), *_unshown(situation, judged)]
    middle = "".join(f", {clause}" for clause in clauses)
    comma = "," if "," in told + middle else ""
    text = f"{told}{middle}{comma} {_verdict(situation, judged)}."
    return text[0].upper() + text[1:]


def _initial(stated: Mapping[str, Value]) -> str:
    if "b_cell_all" not in stated and not {"cd22_positive", "philadelphia", "disease_status"} & set(stated):
        disease, treatment = "a first request", " for "
    else:
        marks = (_PHILADELPHIA[_text(stated, "philadelphia")], _CD22[_flag(stated, "cd22_positive")])
        words = (", ".join(filter(None, marks)), _DIAGNOSES[_flag(stated, "b_cell_all")])
        disease = " ".join(filter(None, words)) + _COURSE[_text(stated, "disease_status")]
        treatment = ", on "
    return f"{disease}{_treatment(stated, treatment)}{_INDUCTION[_flag(stated, 'induction')]}"


def _treatment(stated: Mapping[str, Value], before: str) -> str:
    if "regimen" not in stated:
        return f", with {_inhibitor(stated)} named" if "tki" in stated else ""
    return before + _REGIMENS[str(stated["regimen"])].format(tki=_inhibitor(stated))


def _inhibitor(stated: Mapping[str, Value]) -> str:
    named = _text(stated, "tki")
    return {"other": "a kinase inhibitor off the list", None: "a kinase inhibitor"}.get(named, str(named))


def _continuation(cycle: int, stated: Mapping[str, Value]) -> str:
    words = f"{_MRD[_flag(stated, 'mrd_negative')]} member {_response(stated)}".rstrip()
    member = "" if words == "a member" else f" for {words}"
    stops = "".join(f", {part}" for part in _stops(stated))
    return f"cycle {cycle}{_PLANS[_flag(stated, 'hsct_planned')]}{member}{stops}"


def _response(stated: Mapping[str, Value]) -> str:
    if "response" not in stated:
        return ""
    since = f" since cycle {stated['response_cycle']}" if "response_cycle" in stated else ""
    return _RESPONSES[str(stated["response"])] + since


def _stops(stated: Mapping[str, Value]) -> Iterator[str]:
    for value, before, conjunction in ((True, "after", "and"), (False, "without", "or")):
        names = [words for name, words in _STOPS.items() if stated.get(name) is value]
        if names:
            yield f"{before} {listed(names, conjunction)}"


def _request(request: Mapping[str, str]) -> Iterator[str]:
    if "icd10" in request:
        yield f"coded {request['icd10']}"
    if "received_at" in request:
        yield f"received on {request['received_at'][:10]}"


def _unshown(situation: Situation, judged: Review) -> Iterator[str]:
    """What is stated and needs a document that is missing."""
    questions = judged.policy.questions
    names = [
        _NEEDS[name]
        for name, answer in situation.answers.items()
        if questions[name].documented and not answer.evidence
    ]
    if names:
        yield f"with no document for {listed(names, 'and')}"


def _verdict(situation: Situation, judged: Review) -> str:
    status = judged.finding.status
    if (situation.purpose, status) in _VERDICTS:
        return _VERDICTS[situation.purpose, status]
    wanted = [_NEEDS[name] for name in judged.openings.questions]
    shown = [_NEEDS[name] for name in judged.openings.documents]
    needs = []
    if wanted:
        needs.append(f"{listed(wanted, 'and')} {_are(wanted)} known")
    if shown:
        needs.append(f"{listed(shown, 'and')} {_are(shown)} documented")
    return "stays open until " + " and ".join(needs)


def _are(names: Sequence[str]) -> str:
    return "are" if len(names) > 1 else "is"


def listed(names: Sequence[str], conjunction: str) -> str:
    """The names in a row, the last two joined by a conjunction: ``a, b or c``."""
    return f" {conjunction} ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _flag(stated: Mapping[str, Value], name: str) -> bool | None:
    value = stated.get(name)
    return value if isinstance(value, bool) else None


def _text(stated: Mapping[str, Value], name: str) -> str | None:
    value = stated.get(name)
    return value if isinstance(value, str) else None
