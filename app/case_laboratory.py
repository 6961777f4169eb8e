"""The laboratory values of a case file, from their JSON values; every complaint names the field's path."""

from decimal import Decimal

from app.fields import Document, FieldReader, as_decimal
from app.laboratory import LAB_NUMBERS, Laboratory, Mrd, MrdMethod, MrdResult, unit_offer

_KEYS = frozenset(
    (
        "marrow_blasts_percent",
        "peripheral_blasts",
        "platelets_e9_per_l",
        "anc_e9_per_l",
        "extramedullary_disease",
        "taken_on",
        "cycle",
        "mrd",
    )
)
_MRD_KEYS = frozenset(("result", "method", "sensitivity"))


def read_laboratory(reader: FieldReader, document: Document) -> Laboratory | None:
    """The laboratory values, or None when there are none. What cannot be used is missing, never guessed."""
    if document.get("laboratory") is None:
        return None
    source = reader.table(document, "laboratory", "") or {}
    reader.known_keys(source, "laboratory.", _KEYS)
    taken_on, cycle = source.get("taken_on"), source.get("cycle")
    return Laboratory(
        marrow_blasts_percent=_number(reader, source, "marrow_blasts_percent"),
        peripheral_blasts=_sign(reader, source, "peripheral_blasts"),
        platelets_e9_per_l=_number(reader, source, "platelets_e9_per_l"),
        anc_e9_per_l=_number(reader, source, "anc_e9_per_l"),
        extramedullary_disease=_sign(reader, source, "extramedullary_disease"),
        taken_on=None if taken_on is None else reader.day(taken_on, "laboratory.taken_on"),
        cycle=None if cycle is None else reader.whole(cycle, "laboratory.cycle", 1),
        mrd=_mrd(reader, source),
    )


def _number(reader: FieldReader, source: Document, name: str) -> Decimal | None:
    given = source.get(name)
    if given is None:
        return None
    number, kind = as_decimal(given), LAB_NUMBERS[name]
    if number is not None and 0 <= number <= kind.most:
        return number
    offer = None if number is None else unit_offer(name, number)
    problem = f"must be a number of {kind.unit}, 0 to {kind.most}"
    if offer is not None:
        problem += f"; if the report says {offer.typed:f} per microliter, write {offer.converted:f}"
    reader.refuse(f"laboratory.{name}", problem)
    return None


def _sign(reader: FieldReader, source: Document, name: str) -> bool | None:
    given = source.get(name)
    if given is None or isinstance(given, bool):
        return given
    reader.refuse(f"laboratory.{name}", "must be true (present) or false (absent)")
    return None


def _mrd(reader: FieldReader, source: Document) -> Mrd | None:
    if source.get("mrd") is None:
        return None
    mrd = reader.table(source, "mrd", "laboratory.") or {}
    path = "laboratory.mrd."
    reader.known_keys(mrd, path, _MRD_KEYS)
    result, method = mrd.get("result"), mrd.get("method")
    found = None if result is None else reader.choice(result, path + "result", tuple(MrdResult))
    used = None if method is None else reader.choice(method, path + "method", tuple(MrdMethod))
    read = Mrd(
        result=MrdResult(found) if found else None,
        method=MrdMethod(used) if used else None,
        sensitivity=_sensitivity(reader, mrd),
    )
    return None if read == Mrd() else read


def _sensitivity(reader: FieldReader, mrd: Document) -> Decimal | None:
    given = mrd.get("sensitivity")
    if given is None:
        return None
    share = as_decimal(given)
    if share is not None and 0 < share < 1:
        return share
    reader.refuse("laboratory.mrd.sensitivity", 'must be a fraction above 0 and below 1, e.g. "0.0001"')
    return None
