"""What a case still lacks, as far as it can change the status.

Evaluation alone cannot tell this: a line may be open and yet unable to matter, because other lines look at
the same fact. The grounds tell it: a fact matters if and only if some ground that can still be completed
needs it, and no other ground is complete with a part of the same facts.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.diagram import is_asked
from app.fact_sets import Standing
from app.facts import Answer
from app.grounds import SectionGrounds, grounds_for
from app.policy import Policy, Purpose


class Openings(NamedTuple):
    """What the record still lacks, as far as it can change the status.

    Attributes:
        questions: ids of the questions that are asked and not answered.
        documents: ids of the questions that are answered and not documented.
    """

    questions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


def openings(policy: Policy, purpose: Purpose, cycle: int, answers: Mapping[str, Answer]) -> Openings:
    """Which unanswered questions and which missing documents can still change the status."""
    section = grounds_for(policy, purpose, cycle)
    sets = section.sets
    matters = _what_matters(section, sets.standing(answers))
    questions, documents = [], []
    for question, span in zip(sets.questions, sets.spans, strict=True):
        if not span & matters:
            continue
        if question.id in answers:
            documents.append(question.id)
        elif is_asked(question, answers, cycle):
            questions.append(question.id)
    return Openings(tuple(questions), tuple(documents))


def _what_matters(section: SectionGrounds, now: Standing) -> int:
    """The bits of the facts that can still change the status, were they to count."""
    closed = ~(now.counts | now.unanswered | sum(bit for bit, _, _ in now.lacking))
    matters = 0
    for grounds in (section.met, section.not_met):
        needs = {ground.facts & ~now.counts for ground in grounds.all if not ground.facts & closed}
        for need in needs:
            if all(other & need != other or other == need for other in needs):
                matters |= need
    return matters
