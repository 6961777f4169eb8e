"""Long and short addresses in both windows of an envelope: whole, alone, on nothing else, or refused."""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
import pytest

from app.copies import Copy
from app.envelope import NUMBER_10, Area, Envelope, Window
from app.errors import InvalidInput
from app.plan import Plan
from app.text import Text
from reports.blocks import AddressBlock, Letter
from reports.edition import Edition
from reports.letter import compose
from reports.page import build_pdf
from reports.windows import refuse_long_sender, shown_whole, why_not_in_window
from tests.reports.cases import DECISIONS, decide
from tests.reports.composing import KINDS, LANGUAGES, NUMBER, PLAN
from tests.reports.test_long_values import Box, boxes_of, covered, longest

INCH = 72.0

OTHER = Envelope(
    Text({"en": "other envelope", "es": "otro sobre"}),
    Decimal(9),
    Decimal(4),
    (Decimal("3.75"), Decimal("3.625"), Decimal("3.625")),
    Window(Decimal("0.75"), Decimal(2), Decimal(3), Decimal(1)),
    Window(Decimal("1.25"), Decimal("0.5"), Decimal("3.75"), Decimal("1.25")),
)
LONG_PLAN = PLAN._replace(
    name=Text(dict.fromkeys(LANGUAGES, "Administración de Servicios de Salud del Caribe")),
    letterhead=PLAN.letterhead._replace(address=("PO Box 555001", "San Juan PR 00936-5550")),
)
LONG_RECIPIENT: dict[str, object] = {
    "given_name": "María de los Ángeles Guadalupe",
    "family_name": "Rodríguez de la Torre Villafañe y Ponce",
    "address": ["Urb Jardines de Montehiedra", "1755 Calle Ingeniero Güiraldes SO", "San Juan PR 00921-1234"],
}


def first_page(made: Letter, *, large: bool = False) -> tuple[list[tuple[str, Box]], float]:
    document = pypdfium2.PdfDocument(BytesIO(build_pdf(made, large_print=large)))
    page = document[0]
    text = page.get_textpage()
    said = [sign for sign in text.get_text_range() if not sign.isspace()]
    boxes = list(boxes_of(page))
    assert len(said) == len(boxes)
    found = list(zip(said, boxes, strict=True)), page.get_height()
    document.close()
    return found


def shown_in(made: Letter, area: Area) -> Iterator[tuple[str, bool]]:
    """The signs that an area of the first page shows, and whether it shows the whole of each."""
    signs, height = first_page(made)
    left, right = float(area.left) * INCH, float(area.right) * INCH
    top, bottom = height - float(area.top) * INCH, height - float(area.bottom) * INCH
    for sign, box in signs:
        if box.right > left and box.left < right and box.top > bottom and box.bottom < top:
            whole = (
                box.left >= left
                and box.right <= right
                and box.top <= top + BEARING
                and box.bottom >= bottom - BEARING
            )
            yield sign, whole


# Points that the box of a sign may be larger than its ink.
BEARING = 0.5


def head_of(made: Letter) -> AddressBlock:
    (head,) = [block for block in made.blocks if isinstance(block, AddressBlock)]
    return head


def squeezed(lines: tuple[str, ...]) -> str:
    return "".join("".join(lines).split())


def assert_windows_show_addresses_only(made: Letter) -> None:
    head = head_of(made)
    envelope = head.envelope
    for window, lines in (
        (envelope.return_window, head.sender),
        (envelope.recipient_window, head.recipient),
    ):
        assert "".join(sign for sign, _ in shown_in(made, envelope.ever(window))) == squeezed(lines)
        always = list(shown_in(made, envelope.always(window)))
        assert "".join(sign for sign, _ in always) == squeezed(lines)
        assert all(whole for _, whole in always)
    signs, _ = first_page(made)
    assert covered([box for _, box in signs]) == 0


def made_for(plan: Plan, kind: str, **member: object) -> Letter:
    """The member's letter of a kind."""
    document, outcome, reason = DECISIONS[kind]
    decided = decide({**document, "member": {**document["member"], **member}}, outcome, reason)
    return compose(decided, plan, "es", NUMBER, edition=Edition(Copy.MEMBER))


@pytest.mark.parametrize("envelope", [NUMBER_10, OTHER])
@pytest.mark.parametrize("kind", KINDS)
def test_each_letter_shows_both_addresses_whole_and_nothing_else(kind: str, envelope: Envelope) -> None:
    assert_windows_show_addresses_only(made_for(PLAN._replace(envelope=envelope), kind))


@pytest.mark.parametrize("envelope", [NUMBER_10, OTHER])
def test_long_names_are_wrapped_within_their_own_windows(envelope: Envelope) -> None:
    made = made_for(LONG_PLAN._replace(envelope=envelope), "deny", **LONG_RECIPIENT)
    assert shown_whole(head_of(made).recipient, envelope)
    assert_windows_show_addresses_only(made)


def test_five_short_lines_are_shown_whole() -> None:
    address = ["Condominio Bahía", "Apt 1203", "PO Box 555010", "San Juan PR 00921-1234"]
    made = made_for(PLAN, "approve", address=address)
    assert shown_whole(head_of(made).recipient, NUMBER_10)
    assert_windows_show_addresses_only(made)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("PO Box 555001", "Oficina de Cartas", "Piso 3", "San Juan PR 00936-5550"),
            "takes 5 lines .* shows 4",
        ),
        (("Avenida de la Constitución 1450, Parada 22, Torre Médica del Caribe", "PR"), r".* 2\.20 inches"),
        (("W" * 200, "San Juan PR"), "takes [0-9]+ lines"),
    ],
)
def test_a_return_address_that_its_window_cannot_show_is_refused(lines: tuple[str, ...], told: str) -> None:
    long = PLAN._replace(letterhead=PLAN.letterhead._replace(address=lines))
    made = made_for(long, "deny")
    with pytest.raises(InvalidInput, match=f"letterhead: address: {told}"):
        build_pdf(made)
    assert why_not_in_window(long).startswith("letterhead: address: takes")
    assert build_pdf(made, large_print=True).startswith(b"%PDF-"), "large print aims at no window"


def test_the_shipped_plan_s_return_address_fits() -> None:
    assert why_not_in_window(PLAN) == ""


def test_a_letter_without_a_postal_address_is_made_whatever_the_window() -> None:
    """A prescriber's copy goes by fax or portal."""
    long = PLAN._replace(
        letterhead=PLAN.letterhead._replace(address=("Avenida de la Constitución 1450",) * 4)
    )
    decided = decide(DECISIONS["pend"][0])
    made = compose(decided, long, "en", NUMBER, edition=Edition(Copy.PRESCRIBER))
    assert len(head_of(made).recipient) == 1
    signs, _ = first_page(made)
    assert covered([box for _, box in signs]) == 0
    with pytest.raises(InvalidInput):
        refuse_long_sender(head_of(made).sender, NUMBER_10)


@pytest.mark.parametrize("word", ["W", "MARÍA "])
@pytest.mark.parametrize("part", ["address", "member_id", "given_name"])
def test_of_the_longest_values_nothing_but_the_addresses_shows(word: str, part: str) -> None:
    text = longest(word)
    member: dict[str, object] = {part: [text] * 5 if part == "address" else text}
    made = made_for(PLAN, "deny", **member)
    head, signs = head_of(made), first_page(made)[0]
    assert covered([box for _, box in signs]) == 0
    allowed = squeezed((*head.sender, *head.recipient))
    for window in (NUMBER_10.return_window, NUMBER_10.recipient_window):
        shown = "".join(sign for sign, _ in shown_in(made, NUMBER_10.ever(window)))
        left = iter(allowed)
        assert all(sign in left for sign in shown), shown  # in the address's own order
    assert shown_whole(head.recipient, NUMBER_10) == (part == "member_id")
