"""``dictamen cases settle``: the versions of a case that two sites changed."""

import argparse

from app.errors import InvalidInput
from app.settling import Settlement, Side
from ui.commands.output import local_time, say, say_json
from ui.commands.people import unlock


def settle(options: argparse.Namespace) -> int:
    """Show the versions, or settle which stands.

    Returns:
        1 when the case is still to be settled, else 0.

    Raises:
        DictamenError: the casebook does not open, the case has one version, or what is asked cannot be done.
    """
    parts = dict(map(_part, options.part))
    if parts and options.take is None:
        raise InvalidInput("--take", "is required with --part: the version that gives everything else")
    with unlock(options) as casebook:
        settlement = Settlement(casebook, options.id)
        if options.take is not None:
            saved = settlement.mix(options.take, parts)
            say(f"settled {saved.case_id} {saved.rev}")
            return 0
    if options.json:
        say_json(_document(settlement))
    else:
        _say_versions(settlement)
    return 1


def _part(text: str) -> tuple[str, int]:
    path, equals, number = text.rpartition("=")
    if not equals or not path or not number.isdecimal():
        raise InvalidInput("--part", "must be PATH=N: the path of a part and the version that gives it")
    return path, int(number)


def _say_versions(settlement: Settlement) -> None:
    for side in settlement.sides:
        at = local_time(side.at)
        decided = f"  decided: {side.decision.outcome}" if side.decision else ""
        say(f"version {side.number}  {side.site or 'this site'}  {side.actor}  {at}  {side.words}{decided}")
    for part in settlement.parts:
        say(f"{part.label}  ({part.path})")
        for number, (value, kept) in enumerate(zip(part.values, part.kept, strict=True), 1):
            say(f"  {number}: {'; '.join(value.splitlines())}{'  (as it was before)' if kept else ''}")
    if settlement.may_mix:
        say("settle with --take N, and --part PATH=N for each part that another version gives")
    else:
        say("a version is decided, and a signed decision is never undone: settle with --take N")


def _document(settlement: Settlement) -> dict[str, object]:
    return {
        "case_id": settlement.fork.case_id,
        "versions": [_side(side) for side in settlement.sides],
        "parts": [
            {
                "path": part.path,
                "label": part.label,
                "values": list(part.values),
                "as_before": list(part.kept),
            }
            for part in settlement.parts
        ],
        "may_mix": settlement.may_mix,
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "version": side.number,
        "site": side.site or None,
        "revision": side.rev,
        "actor": side.actor,
        "at": side.at.isoformat(),
        "action": side.words,
        "decision": side.decision.outcome if side.decision else None,
    }
