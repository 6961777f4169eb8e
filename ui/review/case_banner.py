"""The member banner of a case: who it is about, and how long the decision may take."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from app.case import CaseRecord
from app.fields import Document
from ui.clock import Ticker, moment, time_left, urgency
from ui.kit.banner import Fact, MemberBanner
from ui.kit.dates import show_date
from ui.review.desk import CaseDesk
from ui.review.words import tr


class CaseBanner(MemberBanner):
    """Follows the case and the clock."""

    def __init__(self, desk: CaseDesk, parent: QWidget | None = None) -> None:
        super().__init__("banner", parent)
        self._desk = desk
        self._shown: object = None
        self._ticker = Ticker(self)
        self._ticker.ticked.connect(self.tick)

    def refresh(self) -> None:
        """Show the member and the clock as they are now."""
        record = self._desk.record
        now = self._desk.session.now()
        shown = (*_names(record), _facts(record, now.date()))
        if shown != self._shown:
            self._shown = shown
            self.show_member(*shown)
        self.tick()

    def tick(self) -> None:
        """Show the time that is left now; a decided case has no clock."""
        due = self._desk.judgment.due
        if due is None or self._desk.record.decision is not None:
            self.hide_clock()
            return
        now = self._desk.session.now()
        said = tr("Decision due {0}").format(moment(due, now))
        self.show_clock(time_left(due, now), said, urgency(due, now))


def _member_of(record: CaseRecord) -> Document:
    """The member's fields as typed so far."""
    member = record.case.get("member")
    return member if isinstance(member, dict) else {}


def _names(record: CaseRecord) -> tuple[str, str]:
    family, given = (_typed(_member_of(record), key) for key in ("family_name", "given_name"))
    return (family, given) if family or given else ("", tr("Name not entered yet"))


def _facts(record: CaseRecord, today: date) -> tuple[Fact, ...]:
    member = _member_of(record)
    request = record.case.get("request")
    plan = _typed(request, "line_of_business") if isinstance(request, dict) else ""
    languages = {"en": tr("English"), "es": tr("Spanish")}
    return (
        Fact(tr("Born"), _born(_typed(member, "birth_date"), today)),
        Fact(tr("Member ID"), _typed(member, "member_id")),
        Fact(tr("Plan"), plan),
        Fact(tr("Language"), languages.get(_typed(member, "language"), "")),
    )


def _born(typed: str, today: date) -> str:
    """The birth date with the age today; nothing while it cannot be read."""
    try:
        born = datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        return ""
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return tr("{0} ({1} y)").format(show_date(born), age) if age >= 0 else show_date(born)


def _typed(source: Mapping[str, object], key: str) -> str:
    value = source.get(key)
    return value if isinstance(value, str) else ""
