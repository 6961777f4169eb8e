"""A sitting with a case view, as for the review's own tests."""

from tests.ui.review.conftest import driven

__all__ = ["driven"]
