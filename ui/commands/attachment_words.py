"""The words of ``dictamen cases`` for the files of a case."""

from pathlib import Path

from app.facts import EvidenceKind
from ui.commands.menu import Menu, Work, add_unlocking

_WORK = "ui.commands.attachments"


def add_attachment_words(cases: Menu) -> None:
    """Add the commands to the menu of ``dictamen cases``."""
    attach = cases.add(
        "attach", "seal a file into a case; prints 'attached ID N' once durable", Work(_WORK, "attach")
    )
    listing = cases.add(
        "attachments", "the files of a case, and which document lies in which", Work(_WORK, "listing")
    )
    detach = cases.add(
        "detach", "take a file off a case; its content stays until a purge", Work(_WORK, "detach")
    )
    extract = cases.add(
        "extract", "write a file of a case where it is read without a key", Work(_WORK, "extract")
    )
    for parser in (attach, listing, detach, extract):
        add_unlocking(parser)
        parser.add_argument("id", metavar="ID")
    attach.add_argument("file", type=Path, metavar="FILE")
    attach.add_argument("--page", type=int, metavar="N", help="where the document begins in the file, from 1")
    attach.add_argument("--evidence", metavar="E1", help="the document of the case that lies in the file")
    attach.add_argument(
        "--kind",
        choices=[kind.value for kind in EvidenceKind],
        help="names a new document instead, with --title",
    )
    attach.add_argument("--title", help="of the new document")
    attach.add_argument("--dated", metavar="YYYY-MM-DD", help="date of the new document")
    listing.add_argument("--json", action="store_true")
    for parser in (detach, extract):
        parser.add_argument("attachment", metavar="N", help="such as A1")
    extract.add_argument("--out", required=True, type=Path, metavar="FILE")
    sweep = cases.add("sweep", "remove what cut-off writes of attachments left behind", Work(_WORK, "sweep"))
    add_unlocking(sweep)
