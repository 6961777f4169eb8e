"""Exchange in the app: sites made known, parcels packed and taken, lists, and what is refused."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from app.case import cover_of
from app.casebook import Casebook
from app.desk import open_case
from app.exchange import exchange_of
from app.people import Person, Role
from tests.ui.exchange.test_settle_view import THERE, casebook
from tests.ui.shell import CHEAP, PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.exchange.exchange_page import ExchangePage
from ui.history.long_job import LongJob
from ui.kit.notices import NoticeBar


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Casebook]:
    """Another site, which has a name."""
    with Casebook.create(tmp_path / "sur", THERE, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as book:
        book.sites.name("Sur")
        yield book


@pytest.fixture
def page(opened: Shell) -> ExchangePage:
    opened.places.show_place("exchange")
    return opened.find(ExchangePage, "exchange")


@pytest.fixture
def known(opened: Shell, page: ExchangePage, there: Casebook) -> ExchangePage:
    """The page, once both sites are known to each other."""
    own = casebook(opened).sites.name("Norte")
    casebook(opened).sites.trust(there.sites.require_own().site.card)
    there.sites.trust(own.site.card)
    page.refresh()
    return page


def done(shell: Shell, page: ExchangePage, begin: Callable[[], object]) -> str:
    """Begin work and wait for its end; gives what was said then, for good or ill."""
    before = len(shell.said)
    begin()
    shell.qtbot.waitUntil(lambda: len(shell.said) > before and not page.progress.isVisible())
    return shell.said[-1][1]


def bytes_changed(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_sites_are_made_known_by_their_cards(
    opened: Shell, page: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    assert not page.pack.isVisible()
    opened.type_in("exchange/name", "Norte")
    opened.click("exchange/set_name")
    page.own.save_to(tmp_path / "card.txt")
    there.sites.trust((tmp_path / "card.txt").read_text(encoding="utf-8"))
    card = tmp_path / "sur.txt"
    card.write_text(there.sites.require_own().site.card, encoding="utf-8")
    page.others.take_card(card)
    question = opened.find(NoticeBar, "exchange/others/question")
    assert there.sites.require_own().site.fingerprint in question.text()
    assert casebook(opened).sites.trusted() == []
    opened.click("exchange/others/yes")
    assert [site.name for site in casebook(opened).sites.trusted()] == ["Sur"]
    assert page.pack.isVisible()
    assert page.pack.to.value() == "Sur"


@pytest.mark.parametrize("content", ["no card at all", "x" * 10_000])
def test_what_is_no_card_is_told(opened: Shell, page: ExchangePage, tmp_path: Path, content: str) -> None:
    card = tmp_path / "card.txt"
    card.write_text(content)
    page.others.take_card(card)
    (said,) = opened.errors()
    assert "must be a site card" in said
    assert not page.others.question.isVisible()


def test_a_case_goes_comes_back_changed_and_stands_in_two_versions(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    case_id = opened.add("01")
    opened.type_in("exchange/cases", f" {case_id} ,")
    assert done(opened, known, lambda: known.pack_to(tmp_path / "to")) == "Packed: 1 cases, 1 revisions."
    assert exchange_of(there).unpack(tmp_path / "to").cases == {case_id: 1}
    open_case(there, case_id).set("measurements.weight_kg", 80)
    exchange_of(there).pack("Norte", tmp_path / "back")
    open_case(casebook(opened), case_id).set("measurements.weight_kg", 71)
    said = done(opened, known, lambda: known.unpack_from(tmp_path / "back"))
    assert said.startswith("From Sur: 1 cases, 1 revisions.")
    assert "two versions" in said
    (row,) = opened.places.cases.open()  # the worklist is told without being asked
    assert row.cover["versions"] == 2
    again = done(opened, known, lambda: known.unpack_from(tmp_path / "back"))
    assert again.startswith("Nothing new: this parcel was unpacked ")


def test_what_two_sites_changed_is_settled_where_the_worklist_shows_it(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    case_id = opened.add("01")
    done(opened, known, lambda: known.pack_to(tmp_path / "to"))
    exchange_of(there).unpack(tmp_path / "to")
    open_case(there, case_id).set("measurements.weight_kg", 80)
    open_case(casebook(opened), case_id).set("measurements.weight_kg", 71)
    exchange_of(there).pack("Norte", tmp_path / "back")
    done(opened, known, lambda: known.unpack_from(tmp_path / "back"))
    opened.places.show_place("worklist")
    opened.places.worklist.opened.emit(case_id)
    opened.click("settle/case.measurements.weight_kg/2")
    opened.click("settle/save")
    assert opened.window.case is not None
    assert opened.window.case.case.record.case["measurements"]["weight_kg"] == 80  # type: ignore[index]  # JSON
    settled = tmp_path / "settled"
    exchange_of(casebook(opened)).pack("Sur", settled)
    assert exchange_of(there).unpack(settled).forked == []
    assert there.forks.rows() == []


def test_an_altered_parcel_and_a_foreign_one_are_refused_whole(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    there.save({"case_id": "C-OF-SUR"}, "C-OF-SUR")
    exchange_of(there).pack("Norte", tmp_path / "altered")
    bytes_changed(tmp_path / "altered")
    someone = Person("Eva Otra Ejemplo, RN", Role.REVIEWER, "RN-00009")
    with Casebook.create(tmp_path / "este", someone, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as stranger:
        stranger.sites.name("Este")
        stranger.sites.trust(casebook(opened).sites.require_own().site.card)
        stranger.save({"case_id": "C-OF-ESTE"}, "C-OF-ESTE")
        exchange_of(stranger).pack("Norte", tmp_path / "foreign")
    (tmp_path / "short").write_bytes((tmp_path / "foreign").read_bytes()[:-100])
    for name, words in (
        ("altered", "not as it was packed"),
        ("foreign", "no administrator entered"),
        ("short", "no administrator entered"),
    ):
        path = tmp_path / name
        assert words in done(opened, known, lambda path=path: known.unpack_from(path))  # type: ignore[misc] # bound now
    assert len(opened.errors()) == 3
    assert casebook(opened).worklist() == []


def test_the_list_of_the_other_site_makes_a_parcel_of_what_it_lacks(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    opened.add("01")
    opened.add("02")
    first = done(opened, known, lambda: known.pack_to(tmp_path / "lost"))
    assert first == "Packed: 2 cases, 2 revisions."
    exchange_of(there).unpack(tmp_path / "lost")
    exchange_of(there).write_list("Norte", tmp_path / "list")
    known.pack.take_list(tmp_path / "list")
    assert known.pack.listed.isVisible()
    said = done(opened, known, lambda: known.pack_to(tmp_path / "again"))
    assert said == "Nothing to pack: the site has everything already."
    assert not known.pack.listed.isVisible()


def test_a_list_of_what_is_here_is_written(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    case_id = opened.add("01")
    said = done(opened, known, lambda: known.write_list_to(tmp_path / "have"))
    assert said == "The list is written: 1 cases and letters."
    there.save({"case_id": "C-OF-SUR"}, "C-OF-SUR")
    packed = exchange_of(there).pack("Norte", tmp_path / "parcel", have=tmp_path / "have")
    assert set(packed.cases) == {"C-OF-SUR"}
    assert case_id not in packed.cases


def test_what_a_parcel_builds_on_and_is_not_here_is_asked_for(
    opened: Shell, known: ExchangePage, there: Casebook, tmp_path: Path
) -> None:
    there.save({"case_id": "C-1", "v": 1}, "C-1")
    exchange_of(there).pack("Norte", tmp_path / "first")
    # this casebook went back to how it was before it took the first parcel and said so
    shutil.copytree(opened.home, tmp_path / "before")
    with Casebook.unlock(tmp_path / "before", REVIEWER.name, PASSPHRASE, cover_of=cover_of) as before:
        exchange_of(before).unpack(tmp_path / "first")
        exchange_of(before).write_list("Sur", tmp_path / "has_first")
    there.save({"case_id": "C-1", "v": 2}, "C-1", rev=1)
    exchange_of(there).pack("Norte", tmp_path / "second", have=tmp_path / "has_first")
    said = done(opened, known, lambda: known.unpack_from(tmp_path / "second"))
    assert "second.want" in said
    assert opened.errors() == [said]
    assert casebook(opened).worklist() == []
    exchange_of(there).pack("Norte", tmp_path / "whole", have=tmp_path / "second.want")
    done(opened, known, lambda: known.unpack_from(tmp_path / "whole"))
    assert casebook(opened).get("C-1").document["v"] == 2


def test_a_site_is_taken_out_once_that_is_agreed_to(opened: Shell, known: ExchangePage) -> None:
    opened.click("exchange/drop/Sur")
    opened.click("exchange/others/no")
    assert len(casebook(opened).sites.trusted()) == 1
    opened.click("exchange/drop/Sur")
    opened.click("exchange/others/yes")
    assert casebook(opened).sites.trusted() == []
    assert not known.pack.isVisible()


def test_new_keys_are_given_once_that_is_agreed_to(opened: Shell, known: ExchangePage) -> None:
    former = casebook(opened).sites.require_own().site.fingerprint
    opened.click("exchange/renew")
    assert casebook(opened).sites.require_own().site.fingerprint == former
    opened.click("exchange/own/yes")
    now = casebook(opened).sites.require_own().site.fingerprint
    assert now != former
    assert now in known.own.fingerprint.text()


def test_work_that_is_stopped_changes_nothing(
    opened: Shell, known: ExchangePage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened.add("01")
    begin = LongJob.start

    def start_stopped(job: LongJob) -> None:
        opened.click("exchange/stop")
        begin(job)

    monkeypatch.setattr(LongJob, "start", start_stopped)
    said = done(opened, known, lambda: known.pack_to(tmp_path / "to"))
    assert said == "Stopped; nothing was changed."
    assert not (tmp_path / "to").exists()
    assert [path.name for path in tmp_path.iterdir() if "to" in path.name] == []


def test_who_does_not_administer_packs_but_changes_no_site(
    shell: Shell, there: Casebook, tmp_path: Path
) -> None:
    shell.create_casebook()
    with shell.other() as book:
        there.sites.trust(book.sites.name("Norte").site.card)
        book.sites.trust(there.sites.require_own().site.card)
    shell.open()
    shell.unlock(PHYSICIAN)
    shell.places.show_place("exchange")
    page = shell.find(ExchangePage, "exchange")
    for name in ("exchange/enter", "exchange/drop/Sur", "exchange/renew", "exchange/set_name"):
        assert not shell.find(QAbstractButton, name).isVisible()
    assert not shell.find(QLineEdit, "exchange/name").isVisible()
    assert page.others.why_not.isVisible()
    shell.add("01")
    assert done(shell, page, lambda: page.pack_to(tmp_path / "to")) == "Packed: 1 cases, 1 revisions."
