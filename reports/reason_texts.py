"""Why a line of a policy is not met, in plain and in clinical words: data, one file per policy."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import resources
from app.data_file import Block, read_toml
from app.text import Text
from reports.remedy_texts import RemedyTexts, remedy_texts

FORMAT = "dictamen.reasons/1"


@dataclass(frozen=True, slots=True)
class ReasonText:
    """What is asked, what the record shows, why that does not meet it, what could change it.

    A line that no answer can fail has only its rule: it is open for want of a document, or met.
    """

    rule: Text
    record: Text = field(default_factory=Text)
    gap: Text = field(default_factory=Text)
    remedy: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class ReasonEntry:
    """The texts of one reason.

    Attributes:
        covers: the tests that it speaks of: ``line``, or ``line/fact`` where a line has several.
        open_title: the title while no document that counts shows the fact; None for the title itself.
    """

    id: str
    covers: frozenset[str]
    title: Text
    plain: ReasonText
    clinical: ReasonText
    open_title: Text | None = None


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """A policy's own letter texts; all empty for a policy without a letter file.

    Attributes:
        ways: plain names of the alternatives that a section gives, by criterion id.
        extensions: why a first cycle may last longer, in a plain sentence, by the extension's value.
        more_days: when a first cycle may last longer, and what to send for it, in plain sentences.
        next_plain: what is looked at before the next cycle, for the member.
        next_clinical: what to send for the next cycle, for the prescriber.
    """

    sha256: str = ""
    next_plain: Text = field(default_factory=Text)
    next_clinical: Text = field(default_factory=Text)
    ways: Mapping[str, Text] = field(default_factory=dict)
    extensions: Mapping[str, Text] = field(default_factory=dict)
    more_days: Text = field(default_factory=Text)
    reasons: tuple[ReasonEntry, ...] = ()
    remedies: RemedyTexts = field(default_factory=RemedyTexts)

    def covering(self, test: str) -> ReasonEntry | None:
        """The reason that speaks of a test."""
        return next((entry for entry in self.reasons if test in entry.covers), None)


@cache
def policy_words(number: str) -> PolicyWords:
    """The shipped letter texts of a policy, by its number."""
    source = resources.path("letters", f"{number.lower()}.toml")
    return load_policy_words(source) if source.is_file() else PolicyWords()


def load_policy_words(source: Path) -> PolicyWords:
    """Read a policy's letter file.

    Raises:
        InvalidInput: naming the file, the block and the key.
    """
    data, top = read_toml(source)
    form = top.string("format")
    if form != FORMAT:
        raise top.error("format", f"is {form}; this version reads {FORMAT}")
    top.string("policy")
    following = top.block("next_request")
    loaded = PolicyWords(
        sha256=hashlib.sha256(data).hexdigest(),
        next_plain=following.text("plain"),
        next_clinical=following.text("clinical"),
        ways=dict(_named(block, "id") for block in top.blocks("way")) if top.has("way") else {},
        extensions=(
            dict(_named(block, "value") for block in top.blocks("extension", "value"))
            if top.has("extension")
            else {}
        ),
        more_days=top.text("more_days") if top.has("more_days") else Text(),
        reasons=tuple(_reason(block) for block in top.blocks("reason")),
        remedies=remedy_texts(top),
    )
    following.finish()
    top.finish()
    return loaded


def _named(block: Block, key: str) -> tuple[str, Text]:
    named = block.string(key), block.languages()
    block.finish()
    return named


def _reason(block: Block) -> ReasonEntry:
    entry = ReasonEntry(
        id=block.string("id"),
        covers=frozenset(block.strings("covers")),
        title=block.text("title"),
        plain=_texts(block.block("plain")),
        clinical=_texts(block.block("clinical")),
        open_title=block.text("open_title") if block.has("open_title") else None,
    )
    block.finish()
    return entry


def _texts(block: Block) -> ReasonText:
    texts = ReasonText(block.text("rule"))
    if block.left:
        texts = ReasonText(texts.rule, block.text("record"), block.text("gap"), block.text("remedy"))
    block.finish()
    return texts
