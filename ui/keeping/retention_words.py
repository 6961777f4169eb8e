"""What the retention page says about cases, proposals and holds."""

from app.casebook.holds import Hold, HoldReason
from app.casebook.purge import Proposal
from app.casebook.retention_rules import PastCase
from ui.keeping.words import moment, tr


def reason_words(reason: HoldReason) -> str:
    """Why a case is on hold."""
    return {
        HoldReason.LITIGATION: tr("a court case"),
        HoldReason.AUDIT: tr("an audit"),
        HoldReason.APPEAL: tr("an appeal"),
        HoldReason.INVESTIGATION: tr("an investigation"),
        HoldReason.OTHER: tr("another reason"),
    }[reason]


def hold_words(hold: Hold) -> str:
    """That a case is on hold, why, since when and by whom."""
    words = tr("On hold for {0}, since {1} by {2}: the case is kept whatever its retention.")
    return words.format(reason_words(hold.reason), moment(hold.at), hold.by)


def past_title(case: PastCase) -> str:
    """A case past its retention, by number and name."""
    cover = case.row.cover
    names = ", ".join(str(cover[key]) for key in ("family_name", "given_name") if cover.get(key))
    return f"{case.row.case_id}  {names}" if names else case.row.case_id


def past_hint(case: PastCase) -> str:
    """Since when it is past it."""
    words = tr("Last saved {0}, kept until {1}")
    return words.format(moment(case.doomed.last), moment(case.kept_until))


def why_not_propose(case: PastCase) -> str:
    """Why it cannot be proposed now."""
    if case.hold is not None:
        return tr("On hold for {0}, by {1}").format(reason_words(case.hold.reason), case.hold.by)
    return tr("Proposed already, as {0}").format(case.proposal)


def done_row(proposal: Proposal) -> tuple[str, str, str, str]:
    """A purge as a row: when, how many cases and revisions, by whom."""
    at = moment(proposal.settled_at) if proposal.settled_at else ""
    people = tr("{0} and {1}").format(proposal.proposed_by, proposal.settled_by)
    return at, str(len(proposal.cases)), str(len(proposal.emptied)), people
