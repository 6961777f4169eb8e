"""How long a case is kept, and what belongs to it: the plan's word, for the casebook's retention."""

from collections.abc import Iterator

from app.case import record_from
from app.casebook import Casebook, Document, Row
from app.casebook.holds import Hold
from app.casebook.retention import Retention
from app.casebook.retention_rules import Rules
from app.errors import InvalidInput
from app.plan import INSTALLED_PLANS, RETENTION, plan
from app.policy_file import policies_of


def retention_of(casebook: Casebook) -> Retention:
    """The retention of an open casebook, by the rules of its plans."""
    return casebook.retention(Rules(years_of, letters_of))


def hold_on(casebook: Casebook, case_id: str) -> Hold | None:
    """The hold that stands on a case, if one does."""
    return retention_of(casebook).holds.standing().get(case_id)


def years_of(row: Row) -> int:
    """The years that a case is kept: its plan's, or the longest of any plan where its policy is not known."""
    policies = policies_of(str(row.cover.get("policy")))
    if policies:
        return max(plan(policy.plan).retention_years for policy in policies)
    return max((plan(name).retention_years for name in INSTALLED_PLANS.sources()), default=RETENTION)


def letters_of(document: Document) -> Iterator[str]:
    """The ids of the letters that were signed for a case."""
    try:
        record = record_from(document)
    except InvalidInput:
        return
    for letter in record.letters:
        yield letter.letter_id
