"""``dictamen policy``: the pharmacist's tools."""

import argparse
from pathlib import Path

from app.errors import InvalidInput
from app.files import write_file
from app.policy import Policy
from app.policy_check import PolicyFinding, Severity, check_policy
from app.policy_file import installed_policies, load_policy
from ui.commands.output import say, say_json

FORMAT = "dictamen.policy-check/1"


def check(options: argparse.Namespace) -> int:
    """Say everything that is wrong with a policy file or worth a look.

    Returns:
        1 when anything is an error, else 0.

    Raises:
        InvalidInput: the file cannot be read as a policy; naming the block and the key.
    """
    from reports.fonts import first_unprintable  # noqa: PLC0415  # loads the fonts

    source: Path = options.file
    findings = check_policy(source, first_unprintable)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if options.json:
        found = [_document(finding) for finding in findings]
        say_json({"format": FORMAT, "file": str(source), "good": not errors, "findings": found})
        return 1 if errors else 0
    open_remarks = [finding for finding in findings if finding.explained is None]
    for finding in open_remarks:
        say(f"{finding.severity}: {finding.block}: {finding.words} ({finding.kind})")
    remarks, explained = len(open_remarks) - errors, len(findings) - len(open_remarks)
    say(f"{source}: errors: {errors}; remarks: {remarks}; remarks explained in the file: {explained}")
    return 1 if errors else 0


def _document(finding: PolicyFinding) -> dict[str, object]:
    return {
        "severity": finding.severity.value,
        "kind": finding.kind,
        "block": finding.block,
        "words": finding.words,
        "explained": None if finding.explained is None else dict(finding.explained),
    }


def sheet(options: argparse.Namespace) -> int:
    """Write the sheet on which a pharmacist signs for a policy file.

    Raises:
        DictamenError: the policy cannot be used or the sheet cannot be written.
    """
    from reports.policy_sheet import policy_sheet  # noqa: PLC0415  # loads what prints

    policy = _named(options.policy)
    write_file(options.out, policy_sheet(policy, options.language))
    say(f"{policy.number} {options.out}")
    return 0


def _named(named: str) -> Policy:
    """The policy in a file, or the installed one of a number that is in force today."""
    installed = installed_policies()
    if named in installed:
        return installed[named]
    if not Path(named).exists():
        numbers = ", ".join(installed)
        raise InvalidInput(
            "", f"is neither a policy file nor an installed policy; installed are {numbers}", named
        )
    return load_policy(Path(named))
