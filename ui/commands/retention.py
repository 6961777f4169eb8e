"""``dictamen retention``: cases past their retention, legal holds, and purges by two people."""

import argparse
from collections.abc import Callable
from datetime import datetime, timedelta

from app.casebook.holds import HoldReason
from app.casebook.purge import Proposal
from app.casebook.retention import Retention
from app.casebook.retention_rules import PastCase
from app.errors import InvalidInput
from app.retention import retention_of
from ui.commands.output import local_time, say, say_json
from ui.commands.people import unlock

_LEAP = timedelta(days=366)


def listing(options: argparse.Namespace) -> int:
    """The cases past their retention, the holds, and the purges proposed and done.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        retention = retention_of(casebook)
        past, holds, proposals = retention.past(), retention.holds.standing(), retention.proposals()
        numbers = {each.number: _numbers(retention, each) for each in proposals if each.is_open}
        leap = retention.clock_leap
    if options.json:
        say_json(
            {
                "past": [_past_json(case) for case in past],
                "holds": [
                    {"case_id": each.case_id, "reason": each.reason.value, "by": each.by, "at": _utc(each.at)}
                    for each in holds.values()
                ],
                "purges": [_purge_json(each, numbers.get(each.number)) for each in proposals],
            }
        )
        return 0
    if leap > _LEAP:
        say(f"check this computer's date: the newest save of a case lies {leap.days} days back")
    for case in past:
        say(_past_line(case))
    if not past:
        say("no case is past its retention")
    for hold in holds.values():
        say(f"on hold: {hold.case_id}  {hold.reason}  since {local_time(hold.at)} by {hold.by}")
    for proposal in proposals:
        say(_purge_line(proposal, numbers.get(proposal.number)))
    return 0


def propose(options: argparse.Namespace) -> int:
    """Propose cases for purging.

    Raises:
        DictamenError: the casebook does not open, or a case cannot be purged.
    """
    if bool(options.id) == options.all:
        raise InvalidInput("ID", "or --all is required, not both: name the cases to purge")
    with unlock(options) as casebook:
        retention = retention_of(casebook)
        ids = options.id or [case.row.case_id for case in retention.past() if case.is_free]
        proposal = retention.propose(ids)
    say(f"proposed {proposal.number}: {len(proposal.cases)} cases; a second person confirms")
    return 0


def confirm(options: argparse.Namespace) -> int:
    """Purge what another person proposed, for good.

    Raises:
        DictamenError: the casebook does not open, or the purge is not allowed.
    """
    with unlock(options) as casebook:
        proposal = retention_of(casebook).confirm(options.proposal)
    say(f"purged {proposal.number}: {len(proposal.cases)} cases, {len(proposal.emptied)} revisions")
    say("backups made before still hold these cases until newer ones have taken their place")
    return 0


def withdraw(options: argparse.Namespace) -> int:
    """Take a proposal back.

    Raises:
        DictamenError: the casebook does not open, or the proposal was settled.
    """
    return _step(options, lambda kept: kept.withdraw(options.proposal), f"withdrawn {options.proposal}")


def hold(options: argparse.Namespace) -> int:
    """Keep a case whatever its retention.

    Raises:
        DictamenError: the casebook does not open, or there is no such case.
    """
    reason = HoldReason(options.reason)
    return _step(options, lambda kept: kept.holds.hold(options.id, reason), f"on hold {options.id}")


def release(options: argparse.Namespace) -> int:
    """Take a hold away.

    Raises:
        DictamenError: the casebook does not open, or there is no hold.
    """
    return _step(options, lambda kept: kept.holds.release(options.id), f"released {options.id}")


def _step(options: argparse.Namespace, step: Callable[[Retention], None], told: str) -> int:
    with unlock(options) as casebook:
        step(retention_of(casebook))
    say(told)
    return 0


# ---------------------------------------------------------------- words


def _numbers(retention: Retention, proposal: Proposal) -> list[str]:
    return [row.case_id for row in retention.rows_of(proposal)]


def _past_line(case: PastCase) -> str:
    stands = "on hold" if case.hold else f"proposed {case.proposal}" if case.proposal else "may be purged"
    state = case.row.cover.get("state")
    return (
        f"past: {case.row.case_id}  {state}  last saved {local_time(case.doomed.last)}  "
        f"kept until {local_time(case.kept_until)}  {stands}"
    )


def _purge_line(proposal: Proposal, numbers: list[str] | None) -> str:
    told = f"{proposal.number}: {len(proposal.cases)} cases"
    begun = f"proposed {local_time(proposal.proposed_at)} by {proposal.proposed_by}"
    if proposal.settled_at is None:
        return f"waits for a second person: {told} ({', '.join(numbers or [])}), {begun}"
    ended = f"{local_time(proposal.settled_at)} by {proposal.settled_by}"
    if not proposal.purged:
        return f"withdrawn: {told}, {begun}, withdrawn {ended}"
    return f"purged: {told}, {len(proposal.emptied)} revisions, {begun}, confirmed {ended}"


def _past_json(case: PastCase) -> dict[str, object]:
    return {
        "case_id": case.row.case_id,
        "state": case.row.cover.get("state"),
        "last_saved": _utc(case.doomed.last),
        "kept_until": _utc(case.kept_until),
        "years": case.doomed.years,
        "hold": case.hold.reason.value if case.hold else None,
        "proposal": case.proposal or None,
    }


def _purge_json(proposal: Proposal, numbers: list[str] | None) -> dict[str, object]:
    stands = "open" if proposal.is_open else "purged" if proposal.purged else "withdrawn"
    return {
        "purge": proposal.number,
        "stands": stands,
        "cases": len(proposal.cases),
        "case_ids": numbers,
        "revisions": [seq for seq, _ in proposal.emptied],
        "proposed_by": proposal.proposed_by,
        "proposed_at": _utc(proposal.proposed_at),
        "settled_by": proposal.settled_by,
        "settled_at": _utc(proposal.settled_at) if proposal.settled_at else None,
    }


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
