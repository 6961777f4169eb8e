"""Files that ship with the product: policies, plans, letter texts, samples, fonts and icons."""

from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parent


@cache
def path(*parts: str) -> Path:
    """The path of a shipped file, e.g. ``path("policies", "mp-rx-fp-12-23.toml")``; it need not exist."""
    return _ROOT.joinpath(*parts)
