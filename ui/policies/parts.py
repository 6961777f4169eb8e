"""The parts of a policy's page, which a person may ask for by name."""

from ui.policies.words import tr

PARTS = ("revisions", "criteria", "doses", "codes", "terms", "statements", "references")
"""In the order of the page."""


def part_name(part: str) -> str:
    """What a part is called."""
    return {
        "revisions": tr("Revisions and effective dates"),
        "criteria": tr("Criteria"),
        "doses": tr("Dose table"),
        "codes": tr("Codes"),
        "terms": tr("Terms"),
        "statements": tr("Limits and what else is printed"),
        "references": tr("Sources"),
    }[part]
