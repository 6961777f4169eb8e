"""Checking a policy file beyond what loading it refuses: what is missing, unused, unreachable or idle."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.data_file import Block, read_toml
from app.policy import Policy
from app.policy_check.doses import dose_findings
from app.policy_check.findings import PolicyFinding, Severity, remark
from app.policy_check.lines import line_findings, value_findings
from app.policy_check.measures import measure_findings
from app.policy_check.texts import Unprintable, lend_translations, text_findings
from app.policy_check.use import use_findings
from app.policy_check.words import word_findings
from app.policy_file import read_policy

__all__ = ["PolicyFinding", "Severity", "check_policy"]


def check_policy(source: Path, unprintable: Unprintable) -> tuple[PolicyFinding, ...]:
    """Everything that is wrong with a policy file or worth a look, the errors first.

    Args:
        source: the policy file.
        unprintable: gives the first character of a text that the shipped fonts lack, or None.

    Raises:
        InvalidInput: the file cannot be read as a policy at all; naming the block and the key.
    """
    data, _ = read_toml(source)
    table = tomllib.loads(data.decode())
    findings = [*text_findings(table, unprintable), *word_findings(table)]
    lend_translations(table)
    policy = read_policy(Block(str(source), "", table), hashlib.sha256(data).hexdigest())
    for found in (use_findings, line_findings, value_findings, dose_findings, measure_findings):
        findings += found(policy)
    return tuple(sorted(_explained(policy, findings), key=lambda finding: finding.severity))


def _explained(policy: Policy, findings: list[PolicyFinding]) -> Iterator[PolicyFinding]:
    """The findings with the file's own reasons, and the reasons that fit no remark."""
    reasons = {(item.finding, item.block): item.text for item in policy.explained}
    for finding in findings:
        reason = reasons.get((finding.kind, finding.block))
        yield replace(finding, explained=reason) if finding.severity is Severity.REMARK else finding
    remarks = {(found.kind, found.block) for found in findings if found.severity is Severity.REMARK}
    for kind, block in sorted(reasons.keys() - remarks):
        words = f"explains a remark {kind} that the check does not make"
        yield remark("idle_explanation", f"explained {block}", words)
