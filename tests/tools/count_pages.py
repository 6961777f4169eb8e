"""Counts the pages of every copy of the sample letters, signed: a table, to see what a sentence costs."""

from datetime import datetime
from io import BytesIO

import pikepdf

import resources
from app.case_file import load_case
from app.copies import copies_of
from app.determination import Outcome, determine
from app.errors import DictamenError
from app.people import Person, Role
from app.plan import plan
from app.review import Recommendation, review
from reports.draft import Draft
from reports.edition import Edition
from reports.letter import composed
from reports.page import build_pdf
from reports.wording import wording

PHYSICIAN = Person("Ana Sofía Vélez Ortiz, MD", Role.PHYSICIAN, "PR-20417")


def _pages(draft: Draft, *, large: bool) -> int:
    with pikepdf.open(BytesIO(build_pdf(composed(draft), large_print=large))) as pdf:
        return len(pdf.pages)


def main() -> None:
    """One row per sample and copy: pages in English, Spanish, and both in large print."""
    for sample in sorted(resources.path("samples").glob("*.json")):
        judged = review(load_case(sample))
        refer = judged.recommendation is Recommendation.REFER
        outcome = Outcome.DENY if refer else Outcome(judged.recommendation.value)
        at = judged.case.request.received_at.astimezone(plan(judged.policy.plan).zone)
        decided = determine(judged, outcome, PHYSICIAN, at.replace(hour=10), "Read." if refer else None)
        for copy in copies_of(outcome):
            row = []
            for large in (False, True):
                for language in ("en", "es"):
                    number = f"D-{datetime.now().astimezone():%Y%m%d}-7K3M9Q"
                    draft = Draft(
                        decided, plan(judged.policy.plan), wording(language), number, wanted=Edition(copy)
                    )
                    try:
                        row.append(str(_pages(draft, large=large)))
                    except DictamenError:
                        row.append("-")
            print(f"{sample.stem[:34]:36}{outcome:16}{copy:12}{'  '.join(row)}")


if __name__ == "__main__":
    main()
