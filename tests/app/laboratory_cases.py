"""A continuation with laboratory values, and ways to have others."""

from copy import deepcopy
from typing import Any

from tests.app.case_documents import Document, changed, continuation_case


def with_values(**values: Any) -> Document:
    """Cycle 3, CR answered, with these values in its file."""
    return changed(continuation_case(), ("laboratory", deepcopy(values)))


WHOLE: dict[str, Any] = {
    "marrow_blasts_percent": 3,
    "peripheral_blasts": False,
    "platelets_e9_per_l": 120,
    "anc_e9_per_l": "1.50",
    "extramedullary_disease": False,
    "taken_on": "2026-11-16",
    "cycle": 2,
    "mrd": {"result": "negative", "method": "ngs", "sensitivity": "0.000001"},
}
"""Every value there is: CR, and MRD shown negative."""
