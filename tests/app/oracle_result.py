"""Sections 3 and 4 of the published contract in plain if and else: doses, window, clock, the whole result."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, isqrt
from typing import Any

from tests.app.oracle import MET, NOT_MET, UNKNOWN, Case, cycle_of, question_of, status_of
from tests.app.oracle_openings import still_open


def bsa_of(case: Case) -> Decimal | None:
    """Mosteller, rounded half up to 2 decimals, in whole-number arithmetic."""
    taken = case.get("measurements")
    if taken is None:
        return None
    square = Fraction(str(taken["height_cm"])) * Fraction(str(taken["weight_kg"])) / 3600
    hundredths = (isqrt(floor(square * 40_000)) + 1) // 2
    return Decimal(hundredths).scaleb(-2)


def table_of(case: Case) -> tuple[str, str, str] | None:
    """mg/m² on days 1, 8 and 15; None while a response that decides it does not count."""
    if cycle_of(case) == 1:
        return "0.8", "0.5", "0.5"
    response = question_of("response", (case.get("answers") or {}).get("response")).fact
    if response is None:
        return None
    return ("0.8", "0.5", "0.5") if response == "none" else ("0.5", "0.5", "0.5")


def doses_of(case: Case) -> list[dict[str, Any]] | None:
    """The dose plan, whenever there is one, with amounts as exact decimals."""
    bsa, table = bsa_of(case), table_of(case)
    if bsa is None or table is None:
        return None
    asked = case["request"].get("doses_mg") or (None, None, None)
    return [_dose(case, bsa, *row) for row in zip((1, 8, 15), table, asked, strict=True)]


def _dose(case: Case, bsa: Decimal, day: int, mg_per_m2: str, asked: object) -> dict[str, Any]:
    limit = Decimal(mg_per_m2) * bsa
    requested = None if asked is None else Decimal(str(asked))
    within = requested is not None and requested * 10 <= limit * 11
    authorized = requested if requested is not None and within else limit
    units = ceil(Fraction(authorized) * 10)
    vials = ceil(Fraction(authorized) * 10 / 9)
    return {
        "day": day,
        "date": _dates(case)[(1, 8, 15).index(day)],
        "mg_per_m2": Decimal(mg_per_m2),
        "strength": {"value": mg_per_m2, "unit": "mg/m2"},
        "limit_mg": limit,
        "requested_mg": requested,
        "authorized_mg": authorized,
        "units": units,
        "vials": vials,
        "discarded_units": 9 * vials - units,
    }


def _start(case: Case) -> date:
    return date.fromisoformat(case["request"]["start_date"])


def _dates(case: Case) -> list[date]:
    """The treatment days: as planned, or a week apart."""
    planned = case["request"].get("treatment_dates")
    if planned:
        return [date.fromisoformat(day) for day in planned]
    return [_start(case) + timedelta(days=days) for days in (0, 7, 14)]


def days_of(case: Case) -> int:
    """The length of the window."""
    if cycle_of(case) == 1 and case["request"].get("extension") is None:
        return 21
    return 28


def due_of(case: Case) -> datetime:
    """When the decision is due, at the offset of the receipt."""
    request = case["request"]
    hours = 72 if request["line_of_business"] == "MMM MA" and request["priority"] == "standard" else 24
    return datetime.fromisoformat(request["received_at"]) + timedelta(hours=hours)


# ---------------------------------------------------------------- section 4: the result


def recommendation_of(case: Case) -> str:
    """approve, approve_in_part, pend or refer."""
    status, doses = status_of(case), doses_of(case)
    if status == NOT_MET:
        return "refer"
    if status == UNKNOWN or doses is None:
        return "pend"
    if _cycles_requested(case) > 1 or any(_is_above(dose) for dose in doses):
        return "approve_in_part"
    return "approve"


def _cycles_requested(case: Case) -> int:
    return int(case["request"].get("cycles_requested", 1))


def _is_above(dose: Mapping[str, Any]) -> bool:
    return bool(dose["requested_mg"] is not None and dose["requested_mg"] > dose["authorized_mg"])


def _is_rounded(dose: Mapping[str, Any]) -> bool:
    return bool(dose["authorized_mg"] > dose["limit_mg"])


def authorization_of(case: Case) -> dict[str, Any] | None:
    """What is authorized, or None unless the recommendation approves."""
    doses = doses_of(case)
    if doses is None or recommendation_of(case) not in {"approve", "approve_in_part"}:
        return None
    return {
        "first_day": _start(case),
        "last_day": _start(case) + timedelta(days=days_of(case) - 1),
        "days": days_of(case),
        "cycles": 1,
        "units": sum(dose["units"] for dose in doses),
    }


def advisories_of(case: Case) -> set[str]:
    """The codes of every advisory: of the contract, on laboratory values, from the label."""
    return {
        *_code_advisories(case),
        *_dose_advisories(case),
        *_clinical_advisories(case),
        *_laboratory_advisories(case),
        *_label_advisories(case),
    }


def _code_advisories(case: Case) -> Iterator[str]:
    request = case["request"]
    icd10 = set(request.get("icd10") or ())
    leukemia = {"C91.00", "C91.01", "C91.02"}
    if icd10 - leukemia - {"D46.A"}:
        yield "icd10_not_listed"
    if "D46.A" in icd10 and not icd10 & leukemia:
        yield "icd10_conflicts_with_diagnosis"
    if "C91.01" in icd10 and request["purpose"] == "initial":
        yield "icd10_in_remission_at_initial"
    if request.get("hcpcs") not in {None, "J9229"}:
        yield "hcpcs_not_listed"


def _dose_advisories(case: Case) -> Iterator[str]:
    doses = doses_of(case) or []
    if any(_is_above(dose) for dose in doses):
        yield "dose_above_limit"
    if any(_is_rounded(dose) for dose in doses):
        yield "dose_rounded"
    if _cycles_requested(case) > 1:
        yield "more_than_one_cycle_requested"
    if case.get("measurements") is None and status_of(case) == MET:
        yield "no_measurements"


def _clinical_advisories(case: Case) -> Iterator[str]:
    stated = {name: answer["value"] for name, answer in (case.get("answers") or {}).items()}
    born = date.fromisoformat(case["member"]["birth_date"])
    first_birthday = date(born.year + 1, 3, 1) if (born.month, born.day) == (2, 29) else None
    if _start(case) < (first_birthday or born.replace(year=born.year + 1)):
        yield "age_below_label"
    if stated.get("regimen") == "with_tki" and stated.get("philadelphia") == "negative":
        yield "tki_without_philadelphia"
    blinatumomab = stated.get("regimen") == "with_mini_hyper_cvd_and_blinatumomab"
    if blinatumomab and stated.get("induction") is True:
        yield "blinatumomab_outside_induction_line"


def _label_advisories(case: Case) -> Iterator[str]:
    """What the label and published regimens say beside the policy."""
    request = case["request"]
    stated = {name: answer["value"] for name, answer in (case.get("answers") or {}).items()}
    if request["purpose"] == "continuation":
        yield from ("label_blood_counts", "label_liver_tests")
        if stated.get("response") == "none" and request["cycle"] > 2:
            yield "label_stops_without_response"
    if str(stated.get("regimen")).startswith("with_mini_hyper_cvd"):
        yield "published_dosing_differs"
    dates = [date.fromisoformat(day) for day in request.get("treatment_dates") or ()]
    if any(abs((day - _start(case)).days - 7 * week) > 2 for week, day in enumerate(dates)):
        yield "treatment_day_moved_too_far"
    if any((dates[place + 1] - dates[place]).days < 6 for place in range(len(dates) - 1)):
        yield "treatment_days_too_close"
    later = request["purpose"] == "continuation" or request.get("extension") is not None
    if (_dates(case)[-1] - _start(case)).days >= (28 if later else 21):
        yield "treatment_day_outside_window"


def _laboratory_advisories(case: Case) -> Iterator[str]:
    values = case.get("laboratory") or {}
    answers = case.get("answers") or {}
    shown = response_shown(values)
    if "response" in answers and shown is not None and answers["response"]["value"] != shown:
        yield "response_conflicts_with_values"
    report = {key: value for key, value in (values.get("mrd") or {}).items() if value is not None}
    if report and "mrd_negative" in answers and answers["mrd_negative"]["value"] is True:
        sensitive = Decimal(str(report.get("sensitivity", 1))) <= Decimal("0.0001")
        if report.get("result") != "negative" or not sensitive:
            yield "mrd_not_shown_negative"


def response_shown(values: Mapping[str, Any]) -> str | None:
    """The response that laboratory values settle, by the definitions in plain words; None until then."""
    blasts, blood = values.get("marrow_blasts_percent"), values.get("peripheral_blasts")
    outside = values.get("extramedullary_disease")
    if (blasts is not None and Decimal(str(blasts)) >= 5) or blood or outside:
        return "none"
    if blasts is None or blood is None or outside is None:
        return None
    counts = [(values.get("platelets_e9_per_l"), 100), (values.get("anc_e9_per_l"), 1)]
    if any(count is not None and Decimal(str(count)) < least for count, least in counts):
        return "cri"
    return None if any(count is None for count, _ in counts) else "cr"


def verdict(case: Case) -> dict[str, Any]:
    """Everything of a result that follows from the contract alone."""
    status = status_of(case)
    questions, documents = still_open(case) if status == UNKNOWN else ([], [])
    authorization = authorization_of(case)
    bsa = bsa_of(case)
    return {
        "purpose": case["request"]["purpose"],
        "recommendation": recommendation_of(case),
        "status": status,
        "open_questions": set(questions),
        "missing_documents": set(documents),
        "bsa": None if bsa is None else {"formula": "mosteller", "m2": bsa},
        "doses": None if authorization is None else doses_of(case),
        "authorization": authorization,
        "due": (due_of(case), due_of(case).utcoffset()),
        "advisories": advisories_of(case),
    }


# ---------------------------------------------------------------- a result file in the same terms


def comparable(result: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields of a result file, with dates and amounts read back from their texts."""
    due = datetime.fromisoformat(result["due"])
    bsa, doses, authorization = result["bsa"], result["doses"], result["authorization"]
    return {
        "purpose": result["purpose"],
        "recommendation": result["recommendation"],
        "status": result["status"],
        "open_questions": set(result["open_questions"]),
        "missing_documents": set(result["missing_documents"]),
        "bsa": None if bsa is None else bsa | {"m2": Decimal(bsa["m2"])},
        "doses": None if doses is None else [_read_dose(dose) for dose in doses],
        "authorization": None if authorization is None else _read_days(authorization),
        "due": (due, due.utcoffset()),
        "advisories": {advisory["code"] for advisory in result["advisories"]},
    }


def _read_dose(dose: Mapping[str, Any]) -> dict[str, Any]:
    amounts = {
        key: None if dose[key] is None else Decimal(dose[key])
        for key in ("mg_per_m2", "limit_mg", "requested_mg", "authorized_mg")
    }
    return {**dose, **amounts, "date": date.fromisoformat(dose["date"])}


def _read_days(authorization: Mapping[str, Any]) -> dict[str, Any]:
    days = {key: date.fromisoformat(authorization[key]) for key in ("first_day", "last_day")}
    return {**authorization, **days}
