"""The response that laboratory values show by the policy's definitions: a suggestion, never an answer.

What is not stated is unknown, after Kleene: a definition holds when every threshold is met, fails when one is
missed, and is open while a missing value could still decide it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.definition import Definition, MrdRule, Threshold
from app.facts import Value
from app.laboratory import Laboratory, Measured, Mrd, MrdResult
from app.logic import MET, NOT_MET, UNKNOWN, Status, all_of, any_of
from app.policy import Policy


class ThresholdFinding(NamedTuple):
    """A value beside its threshold; ``value`` is None, and the status unknown, while it is missing."""

    threshold: Threshold
    value: Measured | None
    status: Status


class DefinitionFinding(NamedTuple):
    """Whether a definition holds, with each of its thresholds."""

    definition: Definition
    status: Status
    thresholds: tuple[ThresholdFinding, ...]
    one_of: tuple[ThresholdFinding, ...]

    def measured(self) -> Iterator[ThresholdFinding]:
        """Every threshold of the definition with its value."""
        yield from self.thresholds
        yield from self.one_of

    def missing(self) -> Iterator[str]:
        """The values that could still decide the definition."""
        if self.status is not UNKNOWN:
            return
        alternatives = () if any(item.status is MET for item in self.one_of) else self.one_of
        yield from (item.threshold.name for item in (*self.thresholds, *alternatives) if item.value is None)


class MrdFinding(StrEnum):
    """What an MRD report shows; only the first shows that there is no residual disease."""

    NEGATIVE = "negative"
    POSITIVE = "positive"
    NO_RESULT = "no_result"
    NO_SENSITIVITY = "no_sensitivity"
    TOO_INSENSITIVE = "too_insensitive"


class MrdAssessment(NamedTuple):
    """An MRD report beside the policy file's rule."""

    mrd: Mrd
    rule: MrdRule
    finding: MrdFinding

    @property
    def shown_negative(self) -> bool:
        """Whether the report shows MRD negativity."""
        return self.finding is MrdFinding.NEGATIVE

    @property
    def suggestion(self) -> bool | None:
        """The answer to the rule's question; None where the report settles nothing."""
        return {MrdFinding.NEGATIVE: True, MrdFinding.POSITIVE: False}.get(self.finding)


class ResponseAssessment(NamedTuple):
    """What the laboratory values say.

    Attributes:
        suggestion: the answer that they suggest; None while it is not known yet.
        missing: the values that could still settle it, in the order in which a response is read.
        mrd: None without an MRD report, or where the policy asks for none.
    """

    definitions: tuple[DefinitionFinding, ...]
    suggestion: Value | None
    missing: tuple[str, ...]
    mrd: MrdAssessment | None


def assess(policy: Policy, laboratory: Laboratory | None) -> ResponseAssessment | None:
    """Laboratory values against a policy's definitions; None without values, or where it measures by none."""
    if policy.response is None or laboratory is None or laboratory.is_empty:
        return None
    found = tuple(_judge(item, laboratory) for item in policy.definitions if item.answer is not None)
    rule, mrd = policy.response.mrd, laboratory.mrd
    suggestion = _suggestion(found, policy.response.otherwise)
    missing = dict.fromkeys(name for finding in found for name in finding.missing())
    return ResponseAssessment(
        definitions=found,
        suggestion=suggestion,
        missing=tuple(missing) if suggestion is None else (),
        mrd=None if rule is None or mrd is None else MrdAssessment(mrd, rule, _read_mrd(mrd, rule)),
    )


def _judge(definition: Definition, laboratory: Laboratory) -> DefinitionFinding:
    every = tuple([_compare(threshold, laboratory) for threshold in definition.thresholds])
    some = tuple([_compare(threshold, laboratory) for threshold in definition.one_of])
    statuses = [item.status for item in every]
    if some:
        statuses.append(any_of([item.status for item in some]))
    return DefinitionFinding(definition, all_of(statuses), every, some)


def _compare(threshold: Threshold, laboratory: Laboratory) -> ThresholdFinding:
    value = laboratory.value(threshold.name)
    if value is None:
        return ThresholdFinding(threshold, None, UNKNOWN)
    return ThresholdFinding(threshold, value, MET if threshold.holds(value) else NOT_MET)


def _suggestion(found: Sequence[DefinitionFinding], otherwise: Value) -> Value | None:
    """The definition that holds; ``otherwise`` only once every definition has failed."""
    for finding in found:
        if finding.status is MET:
            return finding.definition.answer
    return otherwise if all(finding.status is NOT_MET for finding in found) else None


def _read_mrd(mrd: Mrd, rule: MrdRule) -> MrdFinding:
    if mrd.result is None:
        return MrdFinding.NO_RESULT
    if mrd.result is MrdResult.POSITIVE:
        return MrdFinding.POSITIVE
    if mrd.sensitivity is None:
        return MrdFinding.NO_SENSITIVITY
    return _by_sensitivity(mrd.sensitivity, rule.sensitivity_at_most)


def _by_sensitivity(sensitivity: Decimal, bound: Decimal) -> MrdFinding:
    """A smaller share is a more sensitive report."""
    return MrdFinding.NEGATIVE if sensitivity <= bound else MrdFinding.TOO_INSENSITIVE
