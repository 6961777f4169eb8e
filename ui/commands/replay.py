"""``dictamen replay``: stored cases judged again, and what changes."""

import argparse
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from io import BytesIO

from app.errors import DictamenError
from app.fields import Document
from app.policy import Policy
from app.policy_file import load_policy
from app.replay import AdvisoryChange, LeftOut, Replayed, Standing, replay_cases
from ui.commands.output import say, say_json
from ui.commands.people import unlock

FORMAT = "dictamen.replay/1"


def run(options: argparse.Namespace) -> int:
    """Judge the casebook's cases again and say what changes. Nothing is written.

    Raises:
        DictamenError: the casebook does not open, or the policy file cannot be used.
    """
    policy = load_policy(options.policy) if options.policy else None
    with unlock(options) as casebook:
        found = list(replay_cases(casebook, _result_of, policy))
    replayed = [item for item in found if isinstance(item, Replayed)]
    left_out = [item for item in found if isinstance(item, LeftOut)]
    if options.json:
        say_json(_document(policy, replayed, left_out))
        return 0
    for case in replayed:
        for line in _lines(case):
            say(line)
    for item in left_out:
        say(f"{item.case_id}: left out: {item.why}")
    for line in _summary_lines(policy, replayed, left_out):
        say(line)
    return 0


def _result_of(pdf: bytes) -> Document:
    """The result in a signed letter."""
    import pikepdf  # noqa: PLC0415  # only decided cases need it

    from reports.content_check import embedded  # noqa: PLC0415  # as above
    from reports.verdict import Refused  # noqa: PLC0415  # as above

    try:
        with pikepdf.open(BytesIO(pdf)) as letter:
            return embedded(letter).result
    except (pikepdf.PdfError, Refused) as error:
        raise DictamenError(f"the result on its letter cannot be read ({error})") from None


# ---------------------------------------------------------------- for people


def _lines(case: Replayed) -> Iterable[str]:
    """What changes in a case; nothing where nothing does."""
    if not case.changed:
        return
    decided = f", decided: {case.outcome}" if case.outcome else ""
    yield f"{case.case_id}: {_said(case.then)} -> {_said(case.now)}{decided}"
    for line in case.lines:
        yield f"  {line.id}: {line.then or 'no such line'} -> {line.now or 'no such line'}"
    for advisory in case.advisories:
        yield f"  advisory {advisory.code}: {_told(advisory)}"
    if case.units_changed:
        yield f"  billing units: {_units(case.then)} -> {_units(case.now)}"
    if case.unused:
        yield f"  answers that count no longer: {', '.join(case.unused)}"
    for problem in case.problems:
        yield f"  cannot be judged whole: {problem}"


def _said(standing: Standing) -> str:
    """The recommendation, or while there is none the status of the criteria."""
    return standing.recommendation or f"no recommendation, criteria {standing.status or 'not judged'}"


def _told(advisory: AdvisoryChange) -> str:
    if advisory.then is None:
        return "not told -> told"
    return "told -> told in other words" if advisory.now else "told -> not told"


def _units(standing: Standing) -> str:
    return "none" if standing.units is None else str(standing.units)


def _summary_lines(policy: Policy | None, replayed: list[Replayed], left_out: list[LeftOut]) -> Iterable[str]:
    changed = sum(case.changed for case in replayed)
    under = f"{policy.number} of {policy.revisions[-1].effective}" if policy else "the installed policies"
    yield f"cases judged under {under}: {len(replayed)}; changed: {changed}; left out: {len(left_out)}"
    for (then, now), count in sorted(_moves(replayed).items()):
        yield f"{then} -> {now}: {count}"


def _moves(replayed: list[Replayed]) -> Counter[tuple[str, str]]:
    """How many recommendations went from where to where."""
    both = (
        (case.then.recommendation or "none", case.now.recommendation or "none")
        for case in replayed
        if case.then.recommendation != case.now.recommendation
    )
    return Counter(both)


# ---------------------------------------------------------------- for programs


def _document(policy: Policy | None, replayed: list[Replayed], left_out: list[LeftOut]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "policy": None if policy is None else {"number": policy.number, "sha256": policy.sha256},
        "cases": [_case(case) for case in replayed],
        "left_out": [asdict(item) for item in left_out],
        "summary": {
            "cases": len(replayed),
            "changed": sum(case.changed for case in replayed),
            "left_out": len(left_out),
            "recommendations": [
                {"then": then, "now": now, "cases": count}
                for (then, now), count in sorted(_moves(replayed).items())
            ],
        },
    }


def _case(case: Replayed) -> dict[str, object]:
    return {
        "case_id": case.case_id,
        "changed": case.changed,
        "outcome": case.outcome,
        "then": _standing(case.then),
        "now": _standing(case.now),
        "lines": [asdict(line) for line in case.lines],
        "advisories": [asdict(advisory) for advisory in case.advisories],
        "unused_answers": list(case.unused),
        "problems": list(case.problems),
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "sha256": standing.policy,
        "revision": standing.revision,
        "recommendation": standing.recommendation,
        "status": standing.status,
        "units": standing.units,
    }
