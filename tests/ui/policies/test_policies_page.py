"""The policies' place: the policy as it is read, the plan's own document, and files that are added."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

import resources
from app.casebook import EventKind
from app.policy_file import installed_policies, load_policy, policies_of
from tests.app.test_plan_files import changed
from tests.policies.every_policy import SYNTHETIC
from tests.ui.shell import PHYSICIAN, Shell
from ui.kit.facts_table import FactsTable
from ui.places import POLICIES
from ui.policies.add_card import _examine
from ui.policies.paper_view import PaperView
from ui.policies.policies_page import PoliciesPage
from ui.review import work

ADDED = SYNTHETIC / "syn-weight-01.toml"


pytestmark = pytest.mark.usefixtures("nothing_added")


@pytest.fixture
def as_physician(shell: Shell) -> Shell:
    """The window, with the physician inside."""
    shell.create_casebook()
    shell.open()
    shell.unlock(PHYSICIAN)
    return shell


def page(shell: Shell) -> PoliciesPage:
    """The page, in sight."""
    if shell.places.place() != POLICIES:
        shell.click("nav/policies")
    return shell.find(PoliciesPage, "policies")


def words(part: PoliciesPage) -> str:
    """Everything that the page says."""
    tables = [table for table in part.findChildren(FactsTable) if table.isVisibleTo(part)]
    cells = [cell for table in tables for row in table._facts.rows for cell in row]
    return "\n".join(
        [*(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)), *cells]
    )


def check(shell: Shell, path: Path) -> PoliciesPage:
    """Have a file checked and wait for its report."""
    shown = page(shell)
    shown.add.check(path)
    shell.qtbot.waitUntil(lambda: shown.add._job is None)
    return shown


def test_every_line_reading_code_dose_and_date_of_the_policy_is_there(opened: Shell) -> None:
    shown, policy = words(page(opened)), next(iter(installed_policies().values()))
    for section in policy.sections.values():
        for criterion in section.root.walk():
            assert criterion.text["en"] in shown
            if criterion.reading is not None:
                assert criterion.reading.text["en"] in shown
    for code in policy.codes:
        assert code.code in shown
        assert code.text["en"] in shown
    for table in policy.dosing.tables:
        assert table.text["en"] in shown
        assert f"{table.strengths[0]}\N{NO-BREAK SPACE}mg/m²" in shown
    for statement in (*policy.statements, *policy.discontinuation):
        assert statement.text["en"] in shown
    for definition in policy.definitions:
        assert definition.text["en"] in shown
    for reference in policy.references:
        assert reference in shown
    assert "30-Nov-2023" in shown
    assert "09-May-2024" in shown


@pytest.mark.parametrize("source", sorted(SYNTHETIC.glob("*.toml")), ids=lambda source: source.stem)
def test_the_page_knows_no_medicine_of_its_own(opened: Shell, source: Path) -> None:
    policy = load_policy(source)
    shown = page(opened)
    shown.show_policy(policy)
    said = words(shown)
    assert policy.title["en"] in said
    assert "inotuzumab" not in said.replace(policy.drug.generic, "")


def test_the_plans_document_is_sealed_and_read_beside_the_policy(opened: Shell, tmp_path: Path) -> None:
    pdf = one_page_pdf(tmp_path)
    shown = page(opened)
    assert "is not here yet" in words(shown)
    shown.paper.take(pdf)
    opened.qtbot.waitUntil(lambda: shown.paper._paper is not None)
    assert "the-policy.pdf" in words(shown)
    assert not any(b"%PDF" in path.read_bytes() for path in opened.home.rglob("*") if path.is_file())
    opened.click("policy/paper/open")
    (view,) = opened.window.over
    assert isinstance(view, PaperView)
    opened.qtbot.waitUntil(view.view.is_drawn)
    assert view.view.page_count() == 1
    opened.key(Qt.Key.Key_Escape)
    assert opened.places.place() == POLICIES
    opened.qtbot.waitUntil(lambda: not work._running)


def test_a_file_that_cannot_be_shown_is_not_taken_as_the_document(opened: Shell, tmp_path: Path) -> None:
    note = tmp_path / "policy.docx"
    note.write_bytes(b"no picture and no PDF")
    shown = page(opened)
    shown.paper.take(note)
    opened.qtbot.waitUntil(lambda: shown.paper._sealing is None)
    assert "Add the document as a PDF" in words(shown)
    assert shown.paper._paper is None


def test_a_physician_adds_a_policy_after_reading_its_report(as_physician: Shell) -> None:
    shown = check(as_physician, ADDED)
    assert "Policy SYN-WEIGHT-01" in words(shown)
    assert "SYN-WEIGHT-01" not in installed_policies()
    as_physician.click("policies/add/confirm")
    assert "SYN-WEIGHT-01" in installed_policies()
    assert "counts from now on" in as_physician.places.bar.text()
    assert len(shown._listed) == 2
    with as_physician.other(PHYSICIAN) as casebook:
        lines = [line for line in casebook.trail() if line.action == EventKind.POLICY_ADDED]
    assert lines[-1].actor == PHYSICIAN.name
    assert lines[-1].detail["number"] == "SYN-WEIGHT-01"


def test_a_corrected_edition_says_that_it_takes_the_place_of_the_earlier_one(
    as_physician: Shell, tmp_path: Path
) -> None:
    told = "takes the place of the edition"
    assert told not in words(check(as_physician, ADDED))
    as_physician.click("policies/add/confirm")
    corrected = tmp_path / "corrected.toml"
    corrected.write_bytes(ADDED.read_bytes() + b"\n# corrected\n")
    assert told in words(check(as_physician, corrected))
    as_physician.click("policies/add/confirm")
    (added,) = (as_physician.home / "policies").glob("*.toml")
    assert added.read_bytes() == corrected.read_bytes()
    assert policies_of("SYN-WEIGHT-01")[0].sha256 == load_policy(corrected).sha256


def test_a_file_that_is_not_confirmed_changes_nothing(as_physician: Shell) -> None:
    check(as_physician, ADDED)
    as_physician.click("policies/add/forget")
    assert "SYN-WEIGHT-01" not in installed_policies()
    assert not (as_physician.home / "policies").exists()


def test_a_file_with_an_error_shows_it_and_cannot_be_confirmed(as_physician: Shell, tmp_path: Path) -> None:
    shipped = next(resources.path("policies").glob("*.toml"))
    again = tmp_path / "again.toml"
    again.write_bytes(shipped.read_bytes() + b"\n# once more\n")
    shown = check(as_physician, again)
    assert "It cannot be added" in words(shown)
    assert "each day belongs to one file" in words(shown)
    assert not as_physician.find(QAbstractButton, "policies/add/confirm").isEnabled()


def test_a_file_of_another_kind_is_refused_in_one_line(as_physician: Shell, tmp_path: Path) -> None:
    stray = tmp_path / "stray.toml"
    stray.write_text("[broken\n")
    shown = check(as_physician, stray)
    assert "is not a TOML file" in words(shown)


def test_a_file_left_out_is_told_at_the_next_sign_in(as_physician: Shell) -> None:
    check(as_physician, ADDED)
    as_physician.click("policies/add/confirm")
    (added,) = (as_physician.home / "policies").glob("*.toml")
    added.write_bytes(added.read_bytes() + b"# changed\n")
    as_physician.window.lock()
    as_physician.unlock(PHYSICIAN)
    assert any("was changed since it was confirmed" in said for said in as_physician.errors())
    assert "SYN-WEIGHT-01" not in installed_policies()


def one_page_pdf(folder: Path) -> Path:
    """An invented page."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  # only here

    path = folder / "the-policy.pdf"
    canvas = Canvas(str(path))
    canvas.drawString(72, 720, "An invented policy")
    canvas.save()
    return path


def test_a_plan_whose_return_address_its_window_cannot_show_is_not_added(tmp_path: Path) -> None:
    long = (
        "San Juan PR 00936-5550",
        "Edificio de Correspondencia, Piso 3, San Juan PR 00936-5550, Puerto Rico",
    )
    changed(tmp_path, long)
    refusal = _examine(tmp_path / "plan.toml").refusal
    assert refusal.startswith("letterhead: address: takes 5 lines with the plan's name before it"), refusal
    changed(tmp_path)
    assert _examine(tmp_path / "plan.toml").refusal == ""
