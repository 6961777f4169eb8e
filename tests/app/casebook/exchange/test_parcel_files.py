"""What goes along with a case between sites: attached files, and the documents that belong to it."""

import io
import os

import pytest

from app.errors import DictamenError
from tests.app.casebook.sites_of_a_test import At, sent


def attach(site: At, case_id: str, content: bytes) -> str:
    kept = site.book.attachments.keep(io.BytesIO(content))
    site.save(case_id, attachments=[{"id": "A1", "sha256": kept.sha256}])
    return kept.sha256


def test_attached_files_come_along_once(two: list[At]) -> None:
    norte, sur = two
    content = os.urandom(300_000)
    digest = attach(norte, "C-1", content)
    done = sur.exchange.unpack(sent(norte, sur))
    assert done.files == 1
    with sur.book.attachments.open(digest) as reader:
        assert b"".join(reader.chunks()) == content
    assert sur.book.verify() == []
    sur.save("C-1", attachments=[{"id": "A1", "sha256": digest}], note="seen")
    back = sent(sur, norte)
    assert back.stat().st_size < 10_000
    assert norte.exchange.unpack(back).files == 0
    assert norte.book.verify() == []


def test_files_of_a_refused_parcel_leave_nothing(two: list[At], monkeypatch: pytest.MonkeyPatch) -> None:
    norte, sur = two
    attach(norte, "C-1", b"a fax")
    parcel = sent(norte, sur)

    def fail(*_: object, **__: object) -> None:
        raise DictamenError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("app.casebook.peers.PeerBook.append", fail)
        with pytest.raises(DictamenError, match="disk is full"):
            sur.exchange.unpack(parcel)
    assert sur.book.worklist() == []
    assert sur.book.attachments.folder.names() == set()
    assert sur.book.attachments.folder.strangers() == []
    assert sur.exchange.unpack(parcel).files == 1


def test_belongings_come_along(two: list[At]) -> None:
    norte, sur = two
    letter = norte.book.save({"kind": "letter", "pdf": "x"}).case_id
    norte.save("C-1", letters=[letter])
    done = sur.exchange.unpack(sent(norte, sur, ["C-1"]))
    assert done.cases == {"C-1": 1}
    assert sur.book.get(letter).document["pdf"] == "x"
    again = norte.book.save({"kind": "letter", "pdf": "y"}).case_id
    norte.save("C-1", letters=[letter, again])
    sur.exchange.unpack(sent(norte, sur))
    assert sur.book.get(again).document["pdf"] == "y"
