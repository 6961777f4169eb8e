"""What a letter is composed from: a determination, the plan's data and one language's sentences."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property

from app.case_data import Amends, CaseFile
from app.copies import Copy, usual_copy
from app.determination import Determination
from app.dosing import Extension
from app.errors import InvalidInput
from app.evaluation import Finding
from app.facts import Evidence
from app.plan import LineOfBusiness, Plan
from app.plan_files import Insert, NoticeForm, Wanted, inserts_for
from app.policy import Policy, QuestionKind
from app.review import Review
from reports.blocks import Block, Paragraph
from reports.edition import Edition
from reports.reason_texts import PolicyWords, policy_words
from reports.wording import Wording, amount, wording


@dataclass(frozen=True)
class Draft:
    """Everything that the parts of a letter read.

    Attributes:
        number: the letter's own number.
        signed: a preview is not, and then names no signer.
        wanted: whose copy it is and which letter it replaces; None for the usual copy of a first letter.
    """

    determination: Determination
    plan: Plan
    wording: Wording
    number: str
    signed: bool = True
    wanted: Edition | None = None

    @property
    def edition(self) -> Edition:
        """Whose copy it is, and which letter it replaces."""
        return self.wanted or Edition(usual_copy(self.determination.outcome))

    @property
    def language(self) -> str:
        """Language of the letter."""
        return self.wording.language

    @property
    def review(self) -> Review:
        """What the program found."""
        return self.determination.review

    @property
    def case(self) -> CaseFile:
        """The request and its record."""
        return self.review.case

    @property
    def policy(self) -> Policy:
        """The policy that was applied."""
        return self.review.policy

    @property
    def amends(self) -> Amends:
        """The approval that this letter changes; asked for only where there is one."""
        if self.case.amends is None:
            raise ValueError("only a letter that changes an approval names one")
        return self.case.amends

    @property
    def extension(self) -> Extension:
        """Why the first cycle may last longer; asked for only where the request says why."""
        reason = self.case.request.extension
        return next(item for item in self.policy.limits.extensions if item.value == reason)

    @property
    def line(self) -> LineOfBusiness:
        """The member's line of business."""
        return self.plan.lines[self.case.request.line_of_business]

    @cached_property
    def policy_words(self) -> PolicyWords:
        """The policy's own letter texts."""
        return policy_words(self.policy.number)

    @cached_property
    def inserts(self) -> tuple[Insert, ...]:
        """The plan's notices that go out with the letter."""
        return inserts_for(self.plan.inserts, self.companions)

    @cached_property
    def form(self) -> NoticeForm | None:
        """The form of the member's notice; None for any other letter.

        Raises:
            InvalidInput: the letter is such a notice and the plan has no form for it.
        """
        if not (self.determination.outcome.is_adverse and self.edition.copy is Copy.MEMBER):
            return None
        form = self.plan.form_for(self.line.id, self.language, self.day)
        if form is None:
            raise InvalidInput(
                "copy",
                f"cannot be the member's: the plan has no form of the member's notice for {self.line.id} in"
                f" {self.language}, valid on {self.day.isoformat()}; make the prescriber's copy",
            )
        return form

    @cached_property
    def member_notice(self) -> "Draft | None":
        """The member's notice on the plan's form that goes out with the letter; None where none does.

        It is the letter itself, or with a prescriber's copy the one signed for the member in the same act.
        """
        if self.form is not None:
            return self
        if Copy.MEMBER not in self.edition.beside or not self.determination.outcome.is_adverse:
            return None
        itself = self.edition._replace(copy=Copy.MEMBER, beside=(Copy.PRESCRIBER,))
        for language in dict.fromkeys([self.case.member.language, *self.plan.letters.member_languages]):
            if self.plan.form_for(self.line.id, language, self.day) is not None:
                return replace(self, wording=wording(language), wanted=itself)
        return None

    @property
    def companions(self) -> Wanted:
        """Of which letter the plan's files are sought."""
        return Wanted(self.line.id, self.determination.outcome, self.edition.copy, self.language, self.day)

    @property
    def day(self) -> date:
        """The date of the letter: the day of the decision, in the offset of its time."""
        return self.determination.at.date()

    @property
    def received(self) -> datetime:
        """When the request came in, by the plan's clock, whatever the zone in which it was noted."""
        return self.case.request.received_at.astimezone(self.plan.zone)

    @property
    def due(self) -> datetime:
        """Until when the plan has to decide, by its own clock."""
        return self.review.due.astimezone(self.plan.zone)

    @property
    def drug(self) -> str:
        """Generic name with the brand in parentheses."""
        drug = self.policy.drug
        return self.wording.text("value.drug", generic=drug.generic, brand=drug.brand)

    @property
    def unbroken(self) -> tuple[str, ...]:
        """Names that no line break may part; a policy's title begins with a capital."""
        generic = self.policy.drug.generic
        return (generic, generic.capitalize())

    def paragraph(self, key: str, **values: object) -> Block:
        """One sentence of the wording as a paragraph."""
        return Paragraph(self.wording.words(key, **values))

    def says(self, key: str, **values: object) -> str:
        """One sentence of the wording as plain text."""
        return self.wording.text(key, **values)

    def document(self, evidence: Evidence) -> str:
        """A document by its title and date."""
        if evidence.dated is None:
            return self.says("value.undated", title=evidence.title)
        return self.says("value.dated", title=evidence.title, date=self.wording.full_date(evidence.dated))

    def documents(self, findings: tuple[Finding, ...]) -> str:
        """The documents behind findings, each once; empty where none stands behind them."""
        named = {name for finding in findings for name in finding.evidence}
        return "; ".join(self.document(item) for item in self.case.evidence if item.id in named)

    def by_day(self, amounts: Sequence[tuple[int, str]]) -> str:
        """Amounts with their treatment days, days of one amount together."""
        days: dict[str, list[str]] = {}
        for day, said in amounts:
            days.setdefault(said, []).append(str(day))
        return self.wording.joined(
            [
                self.says(
                    "value.on_day" if len(numbers) == 1 else "value.on_days",
                    amount=said,
                    days=self.wording.joined(numbers),
                )
                for said, numbers in days.items()
            ]
        )

    def dates_outside(self) -> str:
        """The dates on which a dose is planned and that the authorization does not cover; often none."""
        cycle, period = self.determination.cycle, self.review.period
        outside = [day.date for day in (cycle.days if cycle else ()) if not period.holds(day.date)]
        return self.wording.joined([self.wording.full_date(day) for day in outside])

    def counted_doses(self, count: int) -> str:
        """How many doses, in words."""
        return self.says("value.one_dose") if count == 1 else self.says("value.doses", count=count)

    def counted_units(self, count: int) -> str:
        """How many billing units, in full, as a number alone could be taken for mg."""
        return self.says("value.one_unit") if count == 1 else self.says("value.units", count=count)

    def answer(self, question_id: str) -> str:
        """What was recorded on a question, in words."""
        answer = self.case.answers.get(question_id)
        question = self.policy.questions.get(question_id)
        if answer is None or question is None:
            return self.says("value.unstated")
        if isinstance(answer.value, bool):
            return self.says("value.yes" if answer.value else "value.no")
        for choice in question.choices:
            if choice.value == answer.value:
                return choice.text[self.language]
        if question.kind is QuestionKind.DATE and isinstance(answer.value, int):
            return self.wording.full_date(self.case.request.start_date - timedelta(days=answer.value))
        if question.number is not None and isinstance(answer.value, int | Decimal):
            return amount(Decimal(answer.value), question.number.unit[self.language])
        return self.says("value.cycle", cycle=answer.value)
