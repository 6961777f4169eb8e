"""The files of a case on the desk: attached, opened, pointed to, taken off, and taken back."""

import io
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from app import case_attachments
from app.attachments import FileType, Spot
from app.case import record_from
from app.case_file import parse_case
from app.casebook import Casebook, EventKind
from app.desk import OpenCase, add_case, open_case
from app.errors import DictamenError, InvalidInput
from app.facts import EvidenceKind
from app.history_fields import changes_between
from app.history_words import known
from tests.app.desk_fixtures import REVIEWER, WATCHER, sample_case, unlock

SCAN, FAX = b"%PDF-1.7 the scan", b"%PDF-1.7 the fax"


@pytest.fixture
def case(casebook: Casebook) -> OpenCase:
    return open_case(casebook, add_case(casebook, sample_case("01")).case_id)


def attach(casebook: Casebook, case: OpenCase, content: bytes, name: str = "scan.pdf") -> str:
    kept = casebook.attachments.keep(io.BytesIO(content))
    return case.files.attach(kept, name, FileType.PDF)


def test_an_attachment_is_kept_with_who_and_when_and_opens_again(casebook: Casebook, case: OpenCase) -> None:
    before = case.record.case
    assert attach(casebook, case, SCAN) == "A1"
    again = open_case(casebook, case.case_id)
    (kept,) = again.record.attachments
    assert (kept.name, kept.size, kept.type, kept.by) == ("scan.pdf", len(SCAN), "pdf", REVIEWER.name)
    assert kept.sha256 == sha256(SCAN).hexdigest()
    assert again.record == case.record
    with again.files.open("A1") as reader:
        assert reader.read(99) == SCAN
    assert again.record.case == before
    assert parse_case(again.record.case)  # the case file's contract knows nothing of attachments


def test_opening_is_recorded_once_while_the_case_is_open(casebook: Casebook, case: OpenCase) -> None:
    attach(casebook, case, SCAN)
    for _ in range(3):
        case.files.open("A1").close()
    case.files.note_extraction("A1")
    told = [event.document for event in casebook.events.about(case.case_id)]
    mine = [(one["action"], one["detail"]) for one in told if "attachment" in one["detail"]]
    detail = {"case_id": case.case_id, "attachment": "A1", "sha256": sha256(SCAN).hexdigest()}
    assert mine == [("opened an attachment", detail), ("saved an attachment as a file", detail)]


def test_a_case_refers_to_its_contents_even_after_they_were_taken_off(
    casebook: Casebook, case: OpenCase
) -> None:
    attach(casebook, case, SCAN)
    case.files.detach("A1")
    assert case_attachments.attached(case.record) == ()
    (gone,) = case.record.attachments
    assert (gone.removed_by, gone.removed_at is not None) == (REVIEWER.name, True)
    assert casebook.attachments.known.unreferred() == []
    with pytest.raises(InvalidInput, match="A1 is not attached to this case; attached: none"):
        case.files.open("A1")
    assert attach(casebook, case, FAX) == "A2"


def test_the_same_file_is_attached_to_a_case_once(casebook: Casebook, case: OpenCase) -> None:
    attach(casebook, case, SCAN)
    with pytest.raises(DictamenError, match=r"attached already, as A1 \(scan.pdf\)"):
        attach(casebook, case, SCAN, "copy.pdf")
    case.files.detach("A1")
    assert attach(casebook, case, SCAN, "copy.pdf") == "A2"


def test_adding_and_taking_off_can_be_undone(casebook: Casebook, case: OpenCase) -> None:
    attach(casebook, case, SCAN)
    case.files.locate("E1", Spot("A1", 3))
    case.set("member.family_name", "Otero")
    case.files.detach("A1")
    assert case_attachments.spot_of(case.record, "E1") is None
    assert case.undo()
    assert case_attachments.spot_of(case.record, "E1") == (case.record.attachments[0], 3)
    assert case.undo()
    assert case_attachments.attached(case.record) == case.record.attachments
    assert case.undo()
    assert case.undo()
    assert (case.record.attachments, case.record.spots) == ((), {})
    while case.redo():
        pass
    assert case.record.attachments[0].removed_by == REVIEWER.name
    assert record_from(casebook.get(case.case_id).document) == case.record


def test_a_document_lies_in_one_place_and_goes_with_it(casebook: Casebook, case: OpenCase) -> None:
    attach(casebook, case, SCAN)
    attach(casebook, case, FAX, "fax.pdf")
    case.files.locate("E1", Spot("A1"))
    case.files.locate("E1", Spot("A2", 7))
    assert case_attachments.documents_in(case.record, "A1") == {}
    assert case_attachments.documents_in(case.record, "A2") == {"E1": 7}
    new = case.add_evidence(EvidenceKind.LAB_RESULT, "MRD", None)
    case.files.locate(new, Spot("A2"))
    assert case_attachments.documents_in(case.record, "A2") == {"E1": 7, new: None}
    case.remove_evidence(new)
    assert case_attachments.documents_in(case.record, "A2") == {"E1": 7}
    case.files.locate("E1", None)
    assert case.record.spots == {}
    assert open_case(casebook, case.case_id).record == case.record


def test_places_that_there_are_not_are_refused(casebook: Casebook, case: OpenCase) -> None:
    attach(casebook, case, SCAN)
    kept = casebook.attachments.keep(io.BytesIO(b"PK.."))
    case.files.attach(kept, "table.xlsx", FileType.OTHER)
    before = case.record
    for document, spot, said in (
        ("E9", Spot("A1"), "evidence: E9 is no document of this case"),
        ("E1", Spot("A9"), "attachment: A9 is not attached to this case; attached: A1, A2"),
        ("E1", Spot("A1", 0), "page: must be a whole number from 1 to 100000"),
        ("E1", Spot("A2", 1), "page: has no meaning for this file"),
    ):
        with pytest.raises(InvalidInput, match=said):
            case.files.locate(document, spot)
    assert case.record is before


def test_who_only_reads_opens_and_does_not_attach(casebook: Casebook, case: OpenCase, home: Path) -> None:
    attach(casebook, case, SCAN)
    with unlock(home, WATCHER) as watching:
        seen = open_case(watching, case.case_id)
        with seen.files.open("A1") as reader:
            assert reader.read(4) == b"%PDF"
        with pytest.raises(DictamenError, match="does not change"):
            seen.files.detach("A1")


def test_the_history_says_in_words_what_was_done_with_files(casebook: Casebook, case: OpenCase) -> None:
    first = len(casebook.history(case.case_id))
    attach(casebook, case, SCAN)
    case.files.locate("E1", Spot("A1", 3))
    case.files.detach("A1")
    revisions = [casebook.revision(case.case_id, first + step) for step in range(4)]
    told = [
        change.label
        for older, newer in pairwise(revisions)
        for change in changes_between(older.document, newer.document)
    ]
    assert "Attachment A1, name of the file" in told
    assert "Where document E1 lies, page" in told
    assert "Attachment A1, taken off by" in told
    assert all("." not in label for label in told)
    actions = [*(revision.action for revision in revisions[1:]), *EventKind]
    assert [action for action in actions if not known(f"action.{action}")] == []
