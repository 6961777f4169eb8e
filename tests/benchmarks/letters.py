"""How long a letter takes: built and tagged beside a plain build, finished and signed; what a batch keeps.

Goals: building and tagging take at most 1.6 times a plain build by reportlab of the same pages; the finished,
signed letter takes at most a quarter of WeasyPrint's time for the same words, unsigned (measured where
WeasyPrint is installed); a batch of 1,000 letters keeps no memory.

Run: ``python -m tests.benchmarks.letters [--batch 1000]``. Times are CPU time, the least of several runs.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from io import BytesIO
from pathlib import Path
from unittest.mock import patch

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it ships without types
from reportlab.platypus import LongTable
from reportlab.platypus.paragraph import Paragraph as Lines

import resources
from reports import fonts, page
from reports.blocks import (
    AddressBlock,
    Banner,
    Block,
    Bullets,
    FactTable,
    Form,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Table,
    Words,
    joined,
    plain_text,
)
from reports.blocks import Lines as LineByLine
from reports.issue import IssuedLetter, issue
from reports.letter import compose
from reports.tagging import TaggedCanvas
from reports.tagging_flow import Grid, Text
from tests.reports.cases import AT, DECISIONS, PHYSICIAN, determination
from tests.reports.conftest import identity_of
from tests.reports.test_page import PLAN

RUNS = 7
MOST_OF_PLAIN, MOST_OF_WEASYPRINT = 1.6, 0.25
KIND = "deny"
STATUS = Path("/proc/self/statm")
PAGE_BYTES = 4096
ROUNDS = 10


def least(work: Callable[[], object]) -> float:
    """CPU seconds of the quickest of several runs; the first, which warms up, does not count."""
    work()
    return min(map(_timed, [work] * RUNS))


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


@contextmanager
def untagged() -> Iterator[None]:
    """The same pages as reportlab alone makes them: no runs, no tree, no spaces between lines."""
    with (
        patch.object(Text, "_drawOn", Lines._drawOn),  # type: ignore[attr-defined]  # no stubs
        patch.object(Text, "beginText", Lines.beginText),
        patch.object(Text, "split", Lines.split),
        patch.object(Grid, "_drawLines", LongTable._drawLines),  # type: ignore[attr-defined]  # as above
        patch.object(TaggedCanvas, "begin", lambda *_: None),
        patch.object(TaggedCanvas, "begin_artifact", lambda *_: None),
        patch.object(TaggedCanvas, "end", lambda *_: None),
        patch.object(page, "tag", lambda pages, _: pages),
    ):
        yield


def built() -> bytes:
    return page.build_pdf(compose(determination(KIND), PLAN, "es", "D-1"))


def signed() -> Callable[[], IssuedLetter]:
    identity = identity_of(PHYSICIAN)
    document, outcome, reason = DECISIONS[KIND]
    return lambda: issue(document, outcome, identity, reason=reason, at=AT, letter_number="D-1")


def weasyprint_time() -> float | None:
    """The same letter as HTML, tagged, in the same font; None where WeasyPrint is not installed."""
    try:
        import weasyprint  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - of no environment of ours
    except ImportError:
        return None
    letter = compose(determination(KIND), PLAN, "es", "D-1")
    faces = "".join(
        f"@font-face{{font-family:A;font-weight:{weight};src:url({resources.path('fonts', name).as_uri()})}}"
        for weight, name in ((400, f"{fonts.REGULAR}.ttf"), (700, f"{fonts.BOLD}.ttf"))
    )
    footer = f"@bottom-left{{content:'{letter.footer}'}}@bottom-right{{content:counter(page)}}"
    style = f"{faces}body,@page{{font:12pt A}}@page{{size:letter;margin:1in;{footer}}}table{{width:100%}}"
    html = f"<html lang=es><title>{escape(letter.title)}</title><style>{style}</style><body>"
    html += "".join(map(_html, letter.blocks))
    return least(lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1"))


def _html(block: Block) -> str:
    match block:
        case Banner(text):
            return f"<h1>{escape(text)}</h1>"
        case Heading(text, level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(parts):
            return f"<p>{_marked(parts)}</p>"
        case LineByLine(written):
            return f"<p>{'<br>'.join(_marked(joined(line)) for line in written)}</p>"
        case Bullets(items):
            said = ("".join(f"<p>{_marked(parts)}</p>" for parts in item) for item in items)
            return f"<ol>{''.join(f'<li>{item}</li>' for item in said)}</ol>"
        case FactTable() | Table():
            return f"<table>{_rows(block)}</table>"
        case AddressBlock(sender, recipient, beside):
            lines = [*sender, *recipient, *map(plain_text, beside)]
            return "".join(f"<div>{escape(line)}</div>" for line in lines)
        case KeepTogether(blocks):
            return f"<div style='break-inside:avoid'>{''.join(map(_html, blocks))}</div>"
        case PageBreak() | Form():  # no letter holds a form
            return "<div style='break-before:page'></div>"


def _rows(table: FactTable | Table) -> str:
    if isinstance(table, FactTable):
        return "".join(map(_row, table.rows))
    head = "".join(f"<th>{escape(column.header)}</th>" for column in table.columns)
    return f"<thead><tr>{head}</tr></thead>{''.join(map(_row, (*table.rows, table.total)))}"


def _marked(parts: Words) -> str:
    return "".join(f"<b>{escape(text)}</b>" if strong else escape(text) for text, strong, *_ in parts)


def _row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def resident() -> float:
    """Memory of this process in MB."""
    return int(STATUS.read_text().split()[1]) * PAGE_BYTES / 1e6


def batch(count: int) -> list[float]:
    """Memory after each tenth of a batch of signed letters."""
    make = signed()
    found = []
    for number in range(count):
        made = make()
        if number % (count // ROUNDS) == count // ROUNDS - 1:
            found.append(resident())
    assert pypdfium2.PdfDocument(made.pdf)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batch", type=int, default=1000)
    asked = parser.parse_args()
    with untagged():
        plain = least(built)
        with pikepdf.open(BytesIO(built())) as pdf:
            assert "/StructTreeRoot" not in pdf.Root
    tagged = least(built)
    whole = least(signed())
    print(f"plain build         {plain * 1e3:7.1f} ms")
    print(
        f"built and tagged    {tagged * 1e3:7.1f} ms, {tagged / plain:.2f} times plain (goal {MOST_OF_PLAIN})"
    )
    print(f"decided and signed  {whole * 1e3:7.1f} ms")
    other = weasyprint_time()
    if other is None:
        print("WeasyPrint          not installed; not compared")
    else:
        share = f"the letter takes {whole / other:.2f} of it (goal {MOST_OF_WEASYPRINT})"
        print(f"WeasyPrint          {other * 1e3:7.1f} ms; {share}")
    if STATUS.exists():
        kept = batch(asked.batch)
        print(f"memory over {asked.batch} letters, MB: {', '.join(f'{value:.0f}' for value in kept)}")


if __name__ == "__main__":
    main()
