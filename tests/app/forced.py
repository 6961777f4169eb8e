"""A section in which one test always comes out the same, to see what depends on it."""

from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test


def forced(root: Criterion, target: int, result: bool) -> Criterion:
    """The tree with one test, counted in printed order, that is always met or never, whatever is known."""
    count = -1

    def rebuild(criterion: Criterion) -> Criterion:
        nonlocal count
        rule = criterion.rule
        if isinstance(rule, FactTest):
            count += 1
            if count != target:
                return criterion
            return Criterion(criterion.id, criterion.text, AllOf(()) if result else AnyOf(()))
        parts = tuple(rebuild(part) for part in rule.parts)
        if isinstance(rule, IfThenElse):
            return Criterion(criterion.id, criterion.text, IfThenElse((parts[0], parts[1], parts[2])))
        group: type[AllOf | AnyOf | NoneOf] = type(rule)
        return Criterion(criterion.id, criterion.text, group(parts))

    return rebuild(root)
