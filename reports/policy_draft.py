"""What every part of a policy's sheet needs: the policy, the words around it, and its rules in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.policy import Policy, Reading
from app.text import Text
from reports.blocks import Block, Bullets, Column, Fact, FactTable, Heading, KeepTogether, words
from reports.rule_words import RuleWords
from reports.wording import Wording


@dataclass(frozen=True, slots=True)
class PolicyDraft:
    """A policy about to be put on paper in one language."""

    policy: Policy
    wording: Wording

    @property
    def rules(self) -> RuleWords:
        """Rules, answers and conditions in words."""
        return RuleWords(self.policy, self.wording)

    def says(self, key: str, **values: object) -> str:
        """A sentence around the policy."""
        return self.wording.text(key, **values)

    def of(self, text: Text) -> str:
        """A text of the policy."""
        return text[self.wording.language]

    def heading(self, key: str) -> Heading:
        """The heading of a part."""
        return Heading(self.says(key))

    def column(self, key: str, share: int) -> Column:
        """A column of a table."""
        return Column(self.says(key), share)

    def fact(self, key: str, value: str) -> Fact:
        """A label and its value."""
        return Fact(self.says(key), value)

    def reading(self, reading: Reading) -> Fact:
        """A reading under its number."""
        return Fact(self.says("line.reading", number=reading.id), self.of(reading.text))

    def headed(self, key: str, texts: Iterable[str]) -> Iterator[Block]:
        """A list under its heading, which never stands alone at the foot of a page; nothing without items."""
        first, *rest = [*texts] or [""]
        if first:
            yield KeepTogether((self.heading(key), self.bullets([first])))
        if rest:
            yield self.bullets(rest)

    @staticmethod
    def table(facts: Iterable[Fact]) -> FactTable:
        """Labels and values."""
        return FactTable(tuple(facts))

    @staticmethod
    def bullets(texts: Iterable[str]) -> Bullets:
        """A list of sentences."""
        return Bullets(tuple((words(text),) for text in texts))
