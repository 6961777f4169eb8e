"""The benchmark measures what it says it does; its times are not asked here."""

from app.proof import cycles_of
from tests.benchmarks.what_would_change import pended, told, told_first
from tests.policies.every_policy import POLICIES


def test_every_policy_is_measured_by_pended_records_that_are_told_alike_first_and_later() -> None:
    for policy in POLICIES.values():
        cases = [
            case
            for purpose, section in policy.sections.items()
            for cycle in cycles_of(section)
            for case in pended(policy, purpose, cycle, 20, 1)
        ]
        assert {case.purpose for case in cases} == set(policy.sections)
        assert any(told(case) for case in cases)
        for case in cases:
            assert told_first(case) == told(case)
