"""What could change an adverse decision: the smallest sets of papers that the finding's explanation knows.

A member is told of papers that may be true of them, such as a missing report or another test, and never of a
disease that would have to be another one. A limit of cycles has no paper against it.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from string import ascii_lowercase

from app.change import Change, Step, StepKind
from app.evaluation import evaluate, facts_of
from app.explanation import what_would_change
from app.facts import Answer, Value
from app.logic import MET
from reports.draft import Draft

_MOST_TOLD = 2


class Remedies:
    """The changes that would meet the criteria of one case, for one letter."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        request, status = draft.case.request, draft.review.finding.status
        found = what_would_change(draft.policy, request.purpose, request.cycle, draft.case.answers, status)
        self._numbers: dict[str, int] = {}
        self._cited: set[str] = set()
        self._to_met = tuple(change for change in found if change.to is MET)

    def offered(self, questions: AbstractSet[str], way: str | None) -> tuple[Change, ...]:
        """The changes that a reason may tell of: by papers that can exist, and on its own way to an approval.

        Args:
            questions: those of the reason; for a limit none, so that every change goes round it.
            way: the id of the alternative that the reason stands in the way of; None for all.
        """
        own = self._own(questions, way)
        return tuple(change for change in own if all(map(self._answers, change.steps)))[:_MOST_TOLD]

    def plain(self, questions: AbstractSet[str], way: str | None, standing: str, number: int) -> str:
        """The remedy of the reason of this number, in the member's words.

        ``standing`` is the reason's own sentence, for where no paper can be named. Papers that only together
        could change the decision are named once, under the first reason that needs them.
        """
        offered = self.offered(questions, way)
        if not offered:
            return standing if self._is_enough(questions, way) else self._with_others(standing)
        said = self._told(offered)
        earlier = self._numbers.setdefault(said, number)
        if earlier != number and len(offered[0].steps) > 1:
            return self._draft.says("remedy.as_before", number=earlier)
        return said

    def clinical(self, questions: AbstractSet[str], way: str | None, standing: str) -> str:
        """The remedy in the prescriber's words: the reason's own, then, once, what would meet which lines."""
        texts = [change.text[self._draft.language] for change in self.offered(questions, way)]
        new = [text for text in texts if text not in self._cited]
        self._cited.update(new)
        return " ".join([standing, *new])

    # ------------------------------------------------------------ which changes

    def _own(self, questions: AbstractSet[str], way: str | None) -> Sequence[Change]:
        on_the_way = [change for change in self._to_met if way is None or self._meets(change, way)]
        if not questions:
            return on_the_way
        return [one for one in on_the_way if any(step.question.id in questions for step in one.steps)]

    def _meets(self, change: Change, way: str) -> bool:
        draft = self._draft
        shown = {step.question.id: Answer(step.value, ("",)) for step in change.steps}
        facts = facts_of(draft.policy, {**draft.case.answers, **shown}, draft.case.request.cycle)
        return evaluate(draft.policy.criteria[way], facts).status is MET

    def _answers(self, step: Step) -> tuple[Value, ...]:
        """The answers of a step that a paper may be asked for."""
        against = step.kind is StepKind.CORRECTION
        texts = self._draft.policy_words.remedies
        return texts.offered(step.question.id, step.values, against=against)

    def _is_enough(self, questions: AbstractSet[str], way: str | None) -> bool:
        """Whether the reason's own questions, answered otherwise, would meet the criteria; so of a limit."""
        own = self._own(questions, way)
        return not questions or any(all(step.question.id in questions for step in one.steps) for one in own)

    # ------------------------------------------------------------ in words

    def _told(self, offered: Sequence[Change]) -> str:
        first, *others = [self._papers(change) for change in offered]
        said = [self._says("could", first), *(self._says("could_also", other) for other in others)]
        more = [text for change in offered for text in self._more(change)]
        return " ".join([*said, self._draft.says("remedy.send"), *dict.fromkeys(more)])

    def _says(self, key: str, papers: Sequence[str]) -> str:
        if len(papers) == 1:
            return self._draft.says(f"remedy.{key}", paper=papers[0])
        return self._draft.says(f"remedy.{key}_together", papers=" ".join(self._listed(papers)))

    def _listed(self, papers: Sequence[str]) -> Iterator[str]:
        """Each paper a sentence of its own: all in one would be too long to be read at a time."""
        for mark, paper in zip(ascii_lowercase, papers, strict=False):
            yield self._draft.says("remedy.listed", mark=mark, paper=paper[:1].upper() + paper[1:])

    def _with_others(self, standing: str) -> str:
        return f"{standing} {self._draft.says('remedy.not_alone')}"

    def _papers(self, change: Change) -> list[str]:
        language, either = self._draft.language, self._draft.wording.sentences["list.or"]
        texts = self._draft.policy_words.remedies.by_question
        return [texts[step.question.id].paper(self._answers(step), language, either) for step in change.steps]

    def _more(self, change: Change) -> list[str]:
        texts = self._draft.policy_words.remedies.by_question
        corrected = [step for step in change.steps if step.kind is StepKind.CORRECTION]
        said = [texts[step.question.id].more for step in corrected]
        return [text[self._draft.language] for text in said if text is not None]
