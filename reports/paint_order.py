"""Where on a page words are painted: behind those that are read before them, so that both orders agree."""

from typing import Any

import pikepdf
from pikepdf import Name, Page, Pdf

_IDENTITY = (1, 0, 0, 1, 0, 0)


def paint_behind(pdf: Pdf, page: Page, drawn: bytes, number: int | None) -> None:
    """Paint onto a page right behind the marks of a number, or last where that cannot be done safely.

    Args:
        pdf: the file.
        page: whose content is in the space of the page itself wherever nothing is pushed.
        drawn: what paints, complete in itself.
        number: of the marks that are read before; None paints last.
    """
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    place = None if number is None else _behind(instructions, number)
    if place is None:
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q " + drawn)
        return
    before = pikepdf.unparse_content_stream(instructions[:place])
    after = pikepdf.unparse_content_stream(instructions[place:])
    page.obj.Contents = pdf.make_stream(before + b"\n" + drawn + b"\n" + after)


def _behind(instructions: list[Any], number: int) -> int | None:
    """The place behind the marks of a number; None where the page's own space does not hold there."""
    pushed, open_marks, ours = 0, 0, None
    for place, (operands, operator) in enumerate((one.operands, str(one.operator)) for one in instructions):
        if operator in {"q", "Q"}:
            pushed += 1 if operator == "q" else -1
        elif operator == "cm" and pushed == 0 and tuple(map(float, operands)) != _IDENTITY:
            return None
        elif operator in {"BDC", "BMC"}:
            open_marks += 1
            if operator == "BDC" and _number(operands) == number:
                ours = open_marks
        elif operator == "EMC":
            if ours == open_marks:
                return place + 1 if pushed == 0 and open_marks == 1 else None
            open_marks -= 1
    return None


def _number(operands: Any) -> int | None:
    said = operands[1]
    return int(said.MCID) if isinstance(said, pikepdf.Dictionary) and Name.MCID in said else None
