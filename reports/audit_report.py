"""The signed report of an audit trail: period, totals, every entry by day, and the list as an attachment."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby

import resources
from app.audit import AuditLine, Period, csv_file
from app.casebook import Witness
from app.errors import DictamenError
from app.expiry import refuse_ended
from app.identity import SigningIdentity
from reports.audit_words import printable
from reports.blocks import (
    Banner,
    Block,
    Bullets,
    Column,
    Fact,
    FactTable,
    Heading,
    Letter,
    Paragraph,
    Table,
    words,
)
from reports.container import SignaturePlace, enclose
from reports.page import CREATOR, build_pdf
from reports.seal import room_for, seal
from reports.wording import Wording, load_wording

FORMAT = "dictamen.audit/1"
FACTS, LIST = "audit.json", "audit.csv"
FIELD = "AuditReport"

MOST_ENTRIES = 20_000
"""In one report: more than anybody reads, and two seconds of work for each 1,000."""

_DIGEST = re.compile(r"\b([0-9a-f]{12})[0-9a-f]{52}\b")
_PROOFS = ("signed", "link", "who", "clock", "outside", "key")


@dataclass(frozen=True, slots=True)
class AuditOrder:
    """What a report is made of.

    Attributes:
        lines: of the period, in the casebook's order.
        head: place and link of the casebook's newest revision when they were read.
        at: when the report is made, with an offset.
    """

    lines: Sequence[AuditLine]
    period: Period
    head: Witness
    at: datetime
    language: str = "en"
    with_members: bool = False


def audit_report(order: AuditOrder, identity: SigningIdentity) -> bytes:
    """The signed PDF; the list and the facts that prove it are attached.

    Raises:
        DictamenError: the period has more entries than a report can hold.
    """
    refuse_ended(identity.certificate, order.at)
    if len(order.lines) > MOST_ENTRIES:
        raise DictamenError(
            f"the period has {len(order.lines):,} entries and a report holds {MOST_ENTRIES:,}; choose fewer "
            "days, or the list alone"
        )
    listed = csv_file(order.lines, with_members=order.with_members)
    facts = _facts(order, identity, hashlib.sha256(listed).hexdigest())
    pages = build_pdf(_Report(order, identity, str(facts["csv_sha256"])).letter())
    attached = {
        FACTS: (json.dumps(facts, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode(),
        LIST: listed,
    }
    place = SignaturePlace(identity.person.name, order.at, room_for(identity), FIELD)
    says = _wording(order.language)
    described = {
        FACTS: says.text("carried.facts"),
        LIST: says.text("carried.list"),
        FIELD: printable(says.text("carried.signature", name=identity.person.name)),
    }
    return seal(enclose(pages, attached, described, place), identity)


def _facts(order: AuditOrder, identity: SigningIdentity, digest: str) -> dict[str, object]:
    person = identity.person
    return {
        "format": FORMAT,
        "from": order.period.since.isoformat(),
        "until": order.period.until.isoformat(),
        "made_at": order.at.isoformat(),
        "person": {"name": person.name, "role": person.role.value, "license": person.license},
        "entries": len(order.lines),
        "first": _end(order.lines[:1]),
        "last": _end(order.lines[-1:]),
        "head": {"seq": order.head[0], "link": order.head[1]},
        "with_members": order.with_members,
        "csv_sha256": digest,
    }


def _end(lines: Sequence[AuditLine]) -> dict[str, object] | None:
    return {"seq": lines[0].entry.seq, "link": lines[0].entry.link} if lines else None


@cache
def _wording(language: str) -> Wording:
    return load_wording(resources.path("audit", f"{language}.toml"))


class _Report:
    """The pages of one report."""

    def __init__(self, order: AuditOrder, identity: SigningIdentity, digest: str) -> None:
        self._order = order
        self._person = identity.person
        self._digest = digest
        self._wording = _wording(order.language)
        self._days = {"first": order.period.first.isoformat(), "last": order.period.last.isoformat()}

    def letter(self) -> Letter:
        """All of it as blocks."""
        says = self._says
        return Letter(
            number=f"{self._days['first']}/{self._days['last']}",
            language=self._order.language,
            locale=self._wording.locale,
            title=says("frame.title", **self._days),
            author=CREATOR,
            marks=(),
            footer=says("frame.footer", **self._days),
            page_label=self._wording.sentences["frame.page"],
            unbroken=(),
            blocks=tuple(self._blocks()),
        )

    def _says(self, key: str, **values: object) -> str:
        return printable(self._wording.text(key, **values))

    def _blocks(self) -> Iterator[Block]:
        yield Banner(self._says("frame.title", **self._days))
        yield Paragraph(words(self._says("frame.lead")))
        yield FactTable(tuple(self._head()))
        yield Heading(self._says("proof.title"))
        yield Bullets(tuple((words(self._says(f"proof.{key}")),) for key in _PROOFS))
        yield from self._totals("what", (line.words for line in self._order.lines))
        yield from self._totals("who", (line.entry.actor for line in self._order.lines))
        for day, lines in groupby(self._order.lines, key=_day):
            yield from self._of_day(day, list(lines))
        yield Paragraph(words(self._says("closing.signed", **self._signer())))

    def _signer(self) -> dict[str, str]:
        person = self._person
        return {
            "name": person.name,
            "role": self._wording.sentences[f"role.{person.role}"],
            "license": person.license,
            "moment": self._wording.moment(self._order.at),
        }

    def _head(self) -> Iterator[Fact]:
        order, says = self._order, self._says
        offset = order.period.since.isoformat()[-6:]
        yield Fact(says("fact.period"), says("fact.period_text", **self._days, offset=offset))
        yield Fact(says("fact.entries"), f"{len(order.lines):,}")
        for key, lines in (("first", order.lines[:1]), ("last", order.lines[-1:])):
            told = self._place(lines[0].entry.seq, lines[0].entry.link) if lines else says("fact.none")
            yield Fact(says(f"fact.{key}"), told)
        yield Fact(says("fact.head"), self._place(*order.head))
        yield Fact(says("fact.made"), self._wording.moment(order.at))
        yield Fact(says("fact.by"), says("fact.by_text", **self._signer()))
        shown = "members_named" if order.with_members else "members_left_out"
        yield Fact(says("fact.members"), says(f"fact.{shown}"))
        yield Fact(says("fact.csv"), _grouped(self._digest))

    def _place(self, seq: int, link: str) -> str:
        return self._says("fact.place", seq=seq, link=_grouped(link))

    def _totals(self, key: str, values: Iterable[str]) -> Iterator[Block]:
        counted = Counter(value for value in values if value)
        if not counted:
            return
        columns = (
            Column(self._says(f"totals.{key}"), 80),
            Column(self._says("totals.count"), 20, amount=True),
        )
        rows = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        yield Heading(self._says(f"totals.{key}_title"))
        yield Table(columns, tuple((printable(name), f"{count:,}") for name, count in rows))

    def _of_day(self, day: date | None, lines: Sequence[AuditLine]) -> Iterator[Block]:
        named = self._wording.deadline(day) if day else self._says("table.unknown_time")
        yield Heading(named)
        shares = (("place", 11), ("time", 14), ("who", 22), ("what", 29), ("case", 24))
        columns = tuple(Column(self._says(f"table.{key}"), share) for key, share in shares)
        yield Table(columns, tuple(self._row(line) for line in lines))

    def _row(self, line: AuditLine) -> tuple[str, ...]:
        entry, what = line.entry, line.words
        if line.details:
            details = _DIGEST.sub(r"\1…", line.details)  # whole in the attached list
            what = self._says("table.details", what=what, details=details)
        if entry.clock_behind:
            what = self._says("table.behind", what=what)
        case = (
            self._says("table.member", case=entry.case_id, member=line.member)
            if line.member
            else entry.case_id
        )
        clock = f"{line.local:%H:%M:%S}" if line.local else self._says("table.unreadable")
        return str(entry.seq), clock, printable(entry.actor), printable(what), printable(case)


def _day(line: AuditLine) -> date | None:
    return line.local.date() if line.local else None


def _grouped(digest: str) -> str:
    """In groups that can be read out and compared."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
