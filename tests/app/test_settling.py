"""Settling a case that two sites changed: as a whole, part by part, and never against a signature."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.case import cover_of, record_from
from app.casebook import Casebook, Forked, StaleSave
from app.desk import OpenCase, add_case, open_case
from app.errors import DictamenError, InvalidInput
from app.exchange import exchange_of
from app.facts import EvidenceKind
from app.history import timeline
from app.people import Person, Role
from app.settling import Settlement
from reports.issue import issue
from tests.app.desk_fixtures import CHEAP, PASSPHRASE, sample_case

PEOPLE = {name: Person(f"Ana {name} Sample", Role.REVIEWER, "RN-00000") for name in ("Norte", "Sur")}


class Site:
    """A casebook with its name and its number of parcels."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name, self._folder, self._count = name, folder, 0
        home = folder / name
        self.book = Casebook.create(home, PEOPLE[name], PASSPHRASE, cover_of=cover_of, cost=CHEAP)
        self.book.sites.name(name)

    def send(self, other: "Site") -> None:
        self._count += 1
        parcel = self._folder / f"{self.name}-{self._count}"
        exchange_of(self.book).pack(other.name, parcel)
        exchange_of(other.book).unpack(parcel)

    def open(self, case_id: str) -> OpenCase:
        return open_case(self.book, case_id)

    def decide(self, case: OpenCase) -> str:
        issued = issue(
            {**case.record.case, "case_id": case.case_id},
            None,
            self.book.identity(PASSPHRASE),
            at=datetime(2026, 11, 21, tzinfo=UTC),
            witness=case.witness,
        )
        return case.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf).letter_id


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Site, Site]]:
    norte, sur = Site(tmp_path, "Norte"), Site(tmp_path, "Sur")
    for one, other in ((norte, sur), (sur, norte)):
        one.book.sites.trust(other.book.sites.require_own().site.card)
    yield norte, sur
    norte.book.close()
    sur.book.close()


def case_of(site: Site, case_id: str) -> dict[str, Any]:
    return dict(site.open(case_id).record.case)


def shared(norte: Site, sur: Site) -> str:
    """A case that both have."""
    case_id = add_case(norte.book, sample_case("01")).case_id
    norte.send(sur)
    return case_id


def fork(norte: Site, sur: Site) -> str:
    """A case that both changed: Sur holds both versions, its own first."""
    case_id = shared(norte, sur)
    norte.open(case_id).set("measurements.weight_kg", 80)
    sur.open(case_id).answer("philadelphia", "negative")
    sur.open(case_id).set("measurements.height_cm", 171)
    norte.send(sur)
    return case_id


def test_the_versions_stand_side_by_side_with_what_differs(two: tuple[Site, Site]) -> None:
    norte, sur = two
    settlement = Settlement(sur.book, fork(norte, sur))
    assert [(side.number, side.site, side.actor) for side in settlement.sides] == [
        (1, "", "Ana Sur Sample"),
        (2, "Norte", "Ana Norte Sample"),
    ]
    found = {part.path: part.values for part in settlement.parts}
    assert found["case.measurements.height_cm"] == ("171", "170")
    assert found["case.measurements.weight_kg"] == ("75", "80")
    assert set(found) == {
        "case.measurements.height_cm",
        "case.measurements.weight_kg",
        "case.answers.philadelphia",
    }
    assert all(part.label != part.path for part in settlement.parts)
    kept = {part.path: part.kept for part in settlement.parts}
    assert kept["case.measurements.height_cm"] == (False, True)  # Norte left it as both had it
    assert kept["case.measurements.weight_kg"] == (True, False)
    assert kept["case.answers.philadelphia"] == (False, True)


def test_what_both_changed_was_left_by_neither(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = shared(norte, sur)
    norte.open(case_id).set("measurements.weight_kg", 80)
    sur.open(case_id).set("measurements.weight_kg", 71)
    norte.send(sur)
    (part,) = Settlement(sur.book, case_id).parts
    assert part.kept == (False, False)


def test_nothing_is_changed_or_decided_before(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = fork(norte, sur)
    case = sur.open(case_id)
    assert case.why_read_only is not None
    with pytest.raises(DictamenError, match="Settle first"):
        case.set("measurements.weight_kg", 70)
    with pytest.raises(DictamenError, match="Settle first"):
        sur.decide(case)
    with pytest.raises(Forked):
        add_case(sur.book, {**sample_case("01"), "case_id": case_id})


def test_one_version_stands_as_a_whole(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = fork(norte, sur)
    settlement = Settlement(sur.book, case_id)
    settlement.choose(2)
    assert case_of(sur, case_id)["measurements"]["weight_kg"] == 80
    assert sur.open(case_id).why_read_only is None
    with pytest.raises(StaleSave):
        settlement.choose(1)
    with pytest.raises(DictamenError, match="one version"):
        Settlement(sur.book, case_id)
    moments = timeline(sur.book, case_id)
    assert "Settled which version stands" in {moment.words for moment in moments}
    assert {m.origin.actor for m in moments if m.origin} == {"Ana Norte Sample"}


def test_parts_are_chosen_one_by_one(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = fork(norte, sur)
    settlement = Settlement(sur.book, case_id)
    settlement.mix(1, {"case.measurements.weight_kg": 2, "case.answers.philadelphia": 2})
    case, sample = case_of(sur, case_id), dict[str, Any](sample_case("01"))
    assert case["measurements"] == {**sample["measurements"], "weight_kg": 80, "height_cm": 171}
    assert case["answers"] == sample["answers"]
    sur.send(norte)
    assert norte.book.forks.rows() == []
    assert norte.open(case_id).record.case == case


@pytest.mark.parametrize(
    ("number", "others", "said"),
    [
        (3, {}, "version: must be 1 to 2"),
        (1, {"case.member.given_name": 2}, "part: case.member.given_name does not differ"),
        (1, {"case.measurements.weight_kg": 0}, "version: must be 1 to 2"),
    ],
)
def test_what_cannot_be_chosen_is_said(
    two: tuple[Site, Site], number: int, others: dict[str, int], said: str
) -> None:
    norte, sur = two
    case_id = fork(norte, sur)
    before = sur.book.data_version
    with pytest.raises(InvalidInput, match=said):
        Settlement(sur.book, case_id).mix(number, others)
    assert sur.book.data_version == before


def test_an_answer_keeps_its_document(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = shared(norte, sur)
    case = norte.open(case_id)
    name = case.add_evidence(EvidenceKind.LAB_RESULT, "Another report", None, shows="cd22_positive")
    sur.open(case_id).set("measurements.weight_kg", 81)
    norte.send(sur)
    settlement = Settlement(sur.book, case_id)
    with pytest.raises(InvalidInput, match=rf"cd22_positive: names a document \({name}\)"):
        settlement.mix(1, {"case.answers.cd22_positive": 2})
    settlement.mix(1, {"case.answers.cd22_positive": 2, "case.evidence": 2})
    kept = case_of(sur, case_id)
    assert kept["measurements"]["weight_kg"] == 81
    assert name in kept["answers"]["cd22_positive"]["evidence"]


def test_a_signed_decision_is_never_undone(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = shared(norte, sur)
    letter = norte.decide(norte.open(case_id))
    sur.open(case_id).set("measurements.weight_kg", 81)
    norte.send(sur)
    settlement = Settlement(sur.book, case_id)
    assert not settlement.may_mix
    assert settlement.why_not(1)
    with pytest.raises(InvalidInput, match="never undone"):
        settlement.choose(1)
    with pytest.raises(InvalidInput, match="as a whole"):
        settlement.mix(2, {"case.measurements.weight_kg": 1})
    settlement.choose(2)
    decision = sur.open(case_id).record.decision
    assert decision is not None
    assert decision.letter_id == letter
    assert sur.book.get(letter).document["pdf"]


def test_of_two_decisions_one_stands_and_both_letters_stay(two: tuple[Site, Site]) -> None:
    norte, sur = two
    case_id = shared(norte, sur)
    theirs = norte.decide(norte.open(case_id))
    mine = sur.decide(sur.open(case_id))
    norte.send(sur)
    Settlement(sur.book, case_id).choose(2)
    record = record_from(sur.book.get(case_id).document)
    assert [letter.letter_id for letter in record.letters] == [mine, theirs]
    assert record.decision is not None
    assert record.decision.letter_id == theirs
    assert sur.book.verify() == []
