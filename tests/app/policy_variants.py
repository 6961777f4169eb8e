"""Variants of the shipped policy file: the same text with some places changed."""

import re
from pathlib import Path

import resources
from app.policy import Policy
from app.policy_file import load_policy

SHIPPED = resources.path("policies", "mp-rx-fp-12-23.toml")

_REVISIONS = re.compile(r"\[\[revision\]\].*?(?=\n# -)", re.DOTALL)


def variant_file(folder: Path, *changes: tuple[str, str], name: str = "variant.toml") -> Path:
    """The shipped file with each first text replaced by the second; the first must stand there once."""
    text = SHIPPED.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times in the policy file: {old}"
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def superseding_file(folder: Path, *days: str, last_day: str = "", name: str = "later.toml") -> Path:
    """The shipped file with other revisions, one for each day."""
    blocks = "".join(
        f'[[revision]]\neffective = {day}\nkind = {{ en = "Review", es = "Revisión" }}\n'
        f'summary = {{ en = "Changed on {day}.", es = "Cambió el {day}." }}\n\n'
        for day in days
    )
    text = _REVISIONS.sub(blocks, SHIPPED.read_text(encoding="utf-8"))
    if last_day:
        text = text.replace("label_age_years", f"last_day = {last_day}\nlabel_age_years", 1)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def superseding(folder: Path, *days: str, last_day: str = "") -> Policy:
    """That file, loaded."""
    return load_policy(superseding_file(folder, *days, last_day=last_day))
