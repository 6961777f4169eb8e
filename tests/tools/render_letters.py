"""Renders letters of given cases to PNG, to look at: render_letters.py CASE.json… --out DIR."""

import argparse
from datetime import datetime
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it ships without types

from app.case_json import parse_json
from app.copies import Copy
from app.determination import Outcome
from app.people import Person, Role
from reports.issue import preview

PIXELS_PER_POINT = 1.4
PHYSICIAN = Person("Ana Sofía Vélez Ortiz, MD", Role.PHYSICIAN, "PR-20417")


def render(pdf: bytes, folder: Path, stem: str) -> None:
    """One PNG per page."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    for number, page in enumerate(document, 1):
        target = folder / f"{stem}-{number}.png"
        page.render(scale=PIXELS_PER_POINT).to_pil().save(target)
        print(target)
    document.close()


def main() -> None:
    """Every language and size of every case."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--decision", choices=list(Outcome))
    parser.add_argument("--reason", default="", help="needed where the decision is not the recommended one")
    parser.add_argument("--copy", choices=list(Copy), help="default: the usual one of the outcome")
    parser.add_argument("--at", type=datetime.fromisoformat, default="2026-11-21T10:30:00-04:00")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    outcome = Outcome(arguments.decision) if arguments.decision else None
    for source in arguments.cases:
        document = parse_json(source.read_text(encoding="utf-8"))
        for language in ("en", "es"):
            for large in (False, True):
                pdf = preview(
                    document,
                    outcome,
                    PHYSICIAN,
                    reason=arguments.reason,
                    language=language,
                    large_print=large,
                    copy=Copy(arguments.copy) if arguments.copy else None,
                    at=arguments.at,
                )
                size = "-large" if large else ""
                render(pdf, arguments.out, f"{source.stem}-{arguments.copy or 'usual'}-{language}{size}")


if __name__ == "__main__":
    main()
