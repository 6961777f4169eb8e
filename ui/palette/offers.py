"""What can be done where the reviewer is now, as entries of the palette."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.policy_file import installed_policies
from app.route import pages_of
from ui.kit.buttons import PaintedButton
from ui.kit.finding_model import TreeLine
from ui.kit.status import word_of
from ui.palette.entries import Entry, Group, command_entries, entry
from ui.palette.words import tr
from ui.policies.parts import PARTS, part_name

if TYPE_CHECKING:
    from ui.places import Places
    from ui.review.case_view import CaseView
    from ui.window import Window

_NOT_OFFERED = frozenset({"action/commands", "case/leave", "case/next_region", "action/next_area"})
"""They open the palette itself, or only move the focus."""


def entries_of(window: "Window") -> list[Entry]:
    """Everything but the cases, which are many: those come from ``CaseIndex``."""
    if window.session is None:
        return list(_window_commands(window))
    view = view_in_sight(window)
    here: list[Entry] = []
    if view is not None:
        here = [*_case_commands(view), *_buttons(view), *_lines(view)]
    places = window.places
    return [
        *here,
        *_window_commands(window),
        *(_places(window, places) if places is not None else ()),
        *_policies(window),
    ]


def view_in_sight(window: "Window") -> "CaseView | None":
    """The case that the reviewer looks at, or None."""
    from ui.case_frame import CaseFrame  # noqa: PLC0415  # loads the review's pages

    top = window.over[-1] if window.over else window.case
    return top.view if isinstance(top, CaseFrame) else None


def _window_commands(window: "Window") -> Iterator[Entry]:
    return command_entries(list(window.commands.actions), "", {}, _NOT_OFFERED)


def _case_commands(view: "CaseView") -> Iterator[Entry]:
    from ui.review.case_actions import STEPS  # noqa: PLC0415  # as above
    from ui.review.steps import page_name  # noqa: PLC0415  # as above

    pages = pages_of(view.desk.judgment)
    steps = {f"case/step/{number}": "" for number in range(1, STEPS + 1)}
    for number, page in enumerate(pages, start=1):
        steps[f"case/step/{number}"] = tr("Go to {0}").format(page_name(page))
    return command_entries(view.actions(), tr("This case"), steps, _NOT_OFFERED)


def _buttons(view: "CaseView") -> Iterator[Entry]:
    """What the page in front offers on its buttons; the first of those that say the same."""
    said: set[str] = set()
    page, note = view.stack.page(), tr("This page")
    for part in (page, view.footer):
        for button in part.findChildren(PaintedButton):
            words = button.words()
            if words and words not in said and button.isEnabled() and button.isVisibleTo(part):
                said.add(words)
                yield entry(f"button {button.objectName()}", Group.COMMAND, (words, note), button.click)


def _lines(view: "CaseView") -> Iterator[Entry]:
    """The lines of the policy that count for the open case, each with how it stands."""
    from ui.review.finding_lines import finding_lines  # noqa: PLC0415  # as above

    found = finding_lines(view.desk.judgment, view.desk.language)
    for line in _all(found.top):
        target = found.question_of.get(line.id)
        if target:
            number = tr("Line {0}").format(line.number) if line.number else ""
            title = " ".join(part for part in (number, line.label) if part)
            note = tr("This case, {0}").format(_small(word_of(line.status)))
            yield entry(f"line {line.id}", Group.LINE, (title, note), partial(view.show_target, target))


def _all(lines: Sequence[TreeLine]) -> Iterator[TreeLine]:
    for line in lines:
        yield line
        yield from _all(line.children)


def _places(window: "Window", places: "Places") -> Iterator[Entry]:
    for place, name in places.destinations().items():
        words = (tr("Go to {0}").format(name), "")
        yield entry(f"place {place}", Group.PLACE, words, partial(window.go_to, place))


def _policies(window: "Window") -> Iterator[Entry]:
    for number in installed_policies():
        for part in PARTS:
            words = (tr("Reference: {0}").format(_small(part_name(part))), tr("Policy {0}").format(number))
            yield entry(
                f"policy {number} {part}",
                Group.POLICY,
                words,
                partial(window.show_policy, number, part),
            )


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
