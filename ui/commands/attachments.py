"""``dictamen cases attach`` and its kin: the files of a case from the command line."""

import argparse

from app import case_attachments
from app.attachments import Attachment, FileType, Spot, incoming_file
from app.case import CaseRecord
from app.desk import OpenCase, open_case
from app.errors import DictamenError, InvalidInput
from app.facts import EvidenceKind
from app.fields import FieldReader
from app.files import write_parts
from ui.commands.output import say, say_json
from ui.commands.people import unlock


def attach(options: argparse.Namespace) -> int:
    """Seal a file into a case, perhaps as the place of a document. All is read before anything is kept.

    Raises:
        DictamenError: naming the file or the field, or why the casebook does not keep it.
    """
    with unlock(options) as casebook:
        case = open_case(casebook, options.id)
        with incoming_file(options.file) as incoming:
            _check(options, case, incoming.type)
            try:
                content = casebook.attachments.keep(incoming.source)
            except InvalidInput as error:
                raise error.in_source(str(options.file)) from None
        # only now is it known that the file stayed as it was while it was read
        name = case.files.attach(content, incoming.name, incoming.type)
        document = options.evidence
        if options.kind is not None:
            document = case.add_evidence(EvidenceKind(options.kind), options.title, options.dated)
        if document is not None:
            case.files.locate(document, Spot(name, options.page))
    say(" ".join(["attached", options.id, name, *([document] if document else [])]))
    return 0


def _check(options: argparse.Namespace, case: OpenCase, kind: FileType) -> None:
    """Refuse what could not be kept after the file itself was."""
    if case.why_read_only:
        raise DictamenError(case.why_read_only)
    if options.kind is not None and options.evidence is not None:
        raise InvalidInput("--kind", "names a new document, --evidence one that is there; give one of them")
    if (options.kind is None) is not (options.title is None):
        raise InvalidInput("--title", "and --kind belong together: they name a new document")
    if options.kind is None and options.dated is not None:
        raise InvalidInput("--dated", "is the date of a new document, which --kind and --title name")
    if options.page is not None and options.kind is None and options.evidence is None:
        raise InvalidInput("--page", "is the page of a document; name it by --evidence or by --kind, --title")
    reader = FieldReader()
    if options.title is not None:
        reader.text({"--title": options.title}, "--title", "")
    if options.dated is not None:
        reader.day(options.dated, "--dated")
    _check_spot(options, case.record, kind)


def _check_spot(options: argparse.Namespace, record: CaseRecord, kind: FileType) -> None:
    named = case_attachments.evidence_ids(record)
    if options.evidence is not None and options.evidence not in named:
        there = ", ".join(named) or "none"
        raise InvalidInput("--evidence", f"must name a document of the case; it has: {there}")
    if options.page is not None:
        case_attachments.check_page(options.page, kind, "--page")


def listing(options: argparse.Namespace) -> int:
    """The files of a case, in the order in which they were attached.

    Raises:
        DictamenError: the casebook does not open, or there is no such case.
    """
    with unlock(options) as casebook:
        record = open_case(casebook, options.id).record
    if options.json:
        say_json([_entry(record, attachment) for attachment in record.attachments])
        return 0
    for attachment in record.attachments:
        say("  ".join(part for part in _parts(record, attachment) if part))
    return 0


def _entry(record: CaseRecord, attachment: Attachment) -> dict[str, object]:
    return {**attachment.to_document(), "documents": case_attachments.documents_in(record, attachment.id)}


def _parts(record: CaseRecord, attachment: Attachment) -> list[str]:
    documents = case_attachments.documents_in(record, attachment.id).items()
    places = ", ".join(f"{name} page {page}" if page else name for name, page in documents)
    gone = attachment.removed_at
    return [
        attachment.id,
        attachment.name,
        f"{attachment.type}, {attachment.size} bytes",
        f"sha256 {attachment.sha256}",
        f"attached {attachment.at.isoformat(timespec='seconds')} by {attachment.by}",
        f"holds {places}" if places else "",
        f"taken off {gone.isoformat(timespec='seconds')} by {attachment.removed_by}" if gone else "",
    ]


def detach(options: argparse.Namespace) -> int:
    """Take a file off a case.

    Raises:
        DictamenError: there is no such case or attachment, or the case cannot be changed.
    """
    with unlock(options) as casebook:
        open_case(casebook, options.id).files.detach(options.attachment)
    say(f"detached {options.id} {options.attachment}; its content stays until the case is purged")
    return 0


def extract(options: argparse.Namespace) -> int:
    """Write a file of a case where it is read without a key; that it was done is recorded first.

    Raises:
        DictamenError: there is no such attachment, it is damaged, or the file cannot be written or is there.
    """
    with unlock(options) as casebook:
        files = open_case(casebook, options.id).files
        with files.open(options.attachment) as reader:
            if options.out.exists():
                raise DictamenError(f"{options.out}: there is a file of this name already; choose another")
            files.note_extraction(options.attachment)
            write_parts(options.out, reader.chunks(), private=True, replace=False)
    say(f"extracted {options.id} {options.attachment} to {options.out}")
    say("this file can be read without a passphrase; remove it when it is not needed any more")
    return 0


def sweep(options: argparse.Namespace) -> int:
    """Remove sealed files that nothing knows, and drafts older than a day.

    Raises:
        DictamenError: the casebook does not open, or a revision cannot be read.
    """
    with unlock(options) as casebook:
        removed = casebook.attachments.sweep()
    say(f"removed {removed} files that nothing refers to")
    return 0
