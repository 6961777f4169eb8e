"""The shipped sample cases."""

from collections.abc import Iterator

import resources


def sample_text() -> Iterator[str]:
    """The text of each shipped sample."""
    for file in sorted(resources.path("samples").glob("*.json")):
        yield file.read_text(encoding="utf-8")
