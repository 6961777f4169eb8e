"""Renders every kind of letter to contact sheets: python -m tests.tools.grab_letters FOLDER [NAME…].

Each letter is shown as it is signed, in both languages and both sizes, with the form and the notices that go
out behind it. Without names all are rendered; a name picks the letters whose own name holds it.
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]  # it ships without types
from PIL import Image

import resources
from app.case_data import CaseFile
from app.case_file import load_case
from app.copies import Copy, copies_of
from app.determination import Determination, Outcome, determine
from app.plan import plan
from app.review import Recommendation, review
from app.text import LANGUAGES
from reports.companions import with_companions
from reports.draft import Draft
from reports.edition import Edition, Replaced
from reports.replaced import Earlier, replacing
from reports.window_test import window_test
from reports.wording import wording
from tests.reports.cases import AT, PHYSICIAN, Document, case, decide, determination
from tests.reports.letter_prose import can_be_made
from tests.reports.test_amended import WHY_NOT, amendment

NUMBER = "D-20261121-7K3M9Q"
WIDE = {False: 760, True: 510}
BESIDE = {False: 2, True: 3}
"""Pixels of a page's width, and pages beside each other, by whether it is large print."""
GAP = 8


class Shown(NamedTuple):
    """A letter to look at."""

    name: str
    decided: Determination
    copies: Sequence[Copy]
    replaces: Replaced | None = None


def letters() -> Iterator[Shown]:
    """Every kind."""
    for kind in ("approve", "approve_in_part", "deny", "pend"):
        decided = determination(kind)
        yield Shown(kind, decided, copies_of(decided.outcome))
    changed, kept = decide(amendment()), decide(amendment(), Outcome.DENY, WHY_NOT)
    yield Shown("amended", changed, copies_of(changed.outcome))
    yield Shown("not-amended", kept, copies_of(kept.outcome))
    yield from _replacing()
    for sample in ("07", "11", "13", "14", "19", "26", "33", "36"):
        yield _sample(sample)
    late = determine(review(_case_of("09")), None, PHYSICIAN, AT + timedelta(days=6))
    yield Shown("pend-late", late, copies_of(late.outcome))
    other = decide(case(request={"line_of_business": "MMM Multihealth"}))
    yield Shown("other-line", other, [Copy.MEMBER])


def _replacing() -> Iterator[Shown]:
    right = decide(case())
    for name, old in (("corrected", _wrong()), ("dated-anew", case())):
        replaces = replacing(Earlier("D-20261120-4Q8T2W", decide(old)), right)
        yield Shown(name, right, copies_of(right.outcome), replaces)
    denied = determination("deny")
    replaces = replacing(Earlier("D-20261120-4Q8T2W", denied), right)
    yield Shown("changed", right, copies_of(right.outcome), replaces)
    again = replacing(Earlier("D-20261120-4Q8T2W", denied), denied)
    yield Shown("denied-anew", denied, copies_of(denied.outcome), again)
    asked = determination("pend")
    again = replacing(Earlier("D-20261120-4Q8T2W", asked), asked)
    yield Shown("asked-anew", asked, copies_of(asked.outcome), again)


def _wrong() -> Document:
    document = case()
    document["member"]["address"] = ["Urb Las Lomas", "1755 Calle 12 SO", "San Juan PR 00921-1234"]
    document["prescriber"]["npi"] = "1558598797"
    document["measurements"]["weight_kg"] = 74
    return document


def _case_of(number: str) -> CaseFile:
    (sample,) = resources.path("samples").glob(f"{number}-*.json")
    return load_case(sample)


def _sample(number: str) -> Shown:
    judged = review(_case_of(number))
    denied = judged.recommendation is Recommendation.REFER
    outcome = Outcome.DENY if denied else None
    decided = determine(judged, outcome, PHYSICIAN, AT, "As read." if denied else None)
    return Shown(f"sample-{number}", decided, copies_of(decided.outcome))


def files(names: Sequence[str]) -> Iterator[tuple[str, bytes, bool]]:
    """Each chosen letter with its name, and whether it is in large print."""
    for shown in letters():
        for copy in shown.copies:
            for language in LANGUAGES:
                for large in (False, True):
                    size = "-large" if large else ""
                    name = f"{shown.name}-{copy}-{language}{size}"
                    wanted = not names or any(part in name for part in names)
                    if wanted and can_be_made(shown.decided, language, copy):
                        yield name, _made(shown, copy, language, large=large), large
    for language in LANGUAGES:
        name = f"window-test-{language}"
        if not names or any(part in name for part in names):
            yield name, window_test(language), False


def _made(shown: Shown, copy: Copy, language: str, *, large: bool) -> bytes:
    of = plan(shown.decided.review.policy.plan)
    beside = tuple(one for one in (Copy.MEMBER, Copy.PRESCRIBER) if one is not copy)
    edition = Edition(copy, shown.replaces, beside=beside)
    draft = Draft(shown.decided, of, wording(language), NUMBER, wanted=edition)
    return with_companions(draft, large_print=large)


def sheets(pdf: bytes, *, large: bool) -> Iterator[Image.Image]:
    """The pages of a file, some beside each other."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    pages = [page.render(scale=WIDE[large] / page.get_width()).to_pil().convert("RGB") for page in document]
    document.close()
    for first in range(0, len(pages), BESIDE[large]):
        row = pages[first : first + BESIDE[large]]
        sheet = Image.new("RGB", (sum(page.width + GAP for page in row), row[0].height), "gray")
        for place, page in enumerate(row):
            sheet.paste(page, (place * (page.width + GAP), 0))
        yield sheet


def main() -> None:
    """Write the sheets and name them with their pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, pdf, large in files(arguments.names):
        for number, sheet in enumerate(sheets(pdf, large=large), 1):
            target = arguments.folder / f"{name}-{number}.png"
            sheet.save(target)
            print(target)


if __name__ == "__main__":
    main()
