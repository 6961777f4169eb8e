"""What a plan's file says by date and by line of business, and what it lacks for a letter, named."""

from datetime import date
from pathlib import Path

import pytest

import resources
from app.copies import Copy, copies_of, usual_copy, why_not_to_member
from app.determination import Outcome
from app.errors import InvalidInput
from app.plan import Plan, load_plan
from app.plan_files import FormFact, Wanted, checked_bytes, inserts_for

DAY = date(2026, 11, 21)
DENIAL = Wanted("MMM MA", Outcome.DENY, Copy.MEMBER, "en", DAY)
PLAN_FILE = Path(str(resources.path("plans", "mmm-healthcare.toml")))


def changed(folder: Path, *swaps: tuple[str, str]) -> Plan:
    """The shipped plan with parts of its text exchanged, beside a copy of its files."""
    text = PLAN_FILE.read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    (folder / "files").mkdir(exist_ok=True)
    for file in PLAN_FILE.parent.glob("files/*.pdf"):
        (folder / "files" / file.name).write_bytes(file.read_bytes())
    target = folder / "plan.toml"
    target.write_text(text, encoding="utf-8")
    return load_plan(target)


def test_the_shipped_plan_lacks_nothing_for_any_letter() -> None:
    plan = load_plan(PLAN_FILE)
    for line in plan.lines:
        for outcome in Outcome:
            for copy in copies_of(outcome):
                for language in ("en", "es"):
                    assert plan.missing(Wanted(line, outcome, copy, language, DAY)) == ()


def test_phones_and_hours_hold_for_their_days(tmp_path: Path) -> None:
    summer = '[[line_of_business.help]]\nfrom = 2026-01-01\nto = 2026-09-30\nhours = { en = "8 to 8, Monday'
    winter = '[[line_of_business.help]]\nfrom = 2026-10-01\nhours = { en = "8 a.m. to 8 p.m., seven'
    text = PLAN_FILE.read_text(encoding="utf-8")
    start = text.index("[[line_of_business.help]]")
    block = text[start : text.index("[[line_of_business.prescriber_desk]]", start)]
    earlier = block.replace("8 a.m. to 8 p.m., seven days a week", "8 to 8, Monday to Friday")
    earlier = earlier.replace("from = 2026-01-01", "from = 2026-01-01\nto = 2026-09-30")
    later = block.replace("from = 2026-01-01", "from = 2026-10-01")
    plan = changed(tmp_path, (block, earlier + later))
    assert summer in earlier
    assert winter in later
    line = plan.lines["MMM MA"]
    assert line.help_on(date(2026, 9, 30)).hours["en"] == "8 to 8, Monday to Friday"
    assert line.help_on(date(2026, 10, 1)).hours["en"].endswith("seven days a week")
    with pytest.raises(InvalidInput, match=r"line_of_business MMM MA: help: is not given for 2025-12-31"):
        line.help_on(date(2025, 12, 31))
    (help_, desk, tty) = plan.missing(DENIAL._replace(day=date(2025, 12, 31)))
    assert "help: is not given" in help_
    assert "prescriber_desk: is not given" in desk
    assert "TTY" in tty


def test_phones_are_printed_in_one_pattern_however_the_plan_writes_them(tmp_path: Path) -> None:
    swaps = (
        ("1-787-555-0110", "(787) 555-0110"),
        ("1-787-555-0120", "787.555.0120"),
        ("1-787-555-0121", "7875550121"),
    )
    line = changed(tmp_path, *swaps).lines["MMM MA"]
    desk = line.prescriber_desk_on(DAY)
    assert line.help_on(DAY).phones[0].number == "1-787-555-0110"
    assert (desk.phone, desk.fax) == ("1-787-555-0120", "1-787-555-0121")


def test_a_plan_without_a_tty_phone_is_told(tmp_path: Path) -> None:
    plan = changed(tmp_path, (" tty = true,", ""))
    (missing,) = plan.missing(DENIAL)
    assert "no TTY phone" in missing


def test_a_mandatory_insert_that_is_not_valid_is_named(tmp_path: Path) -> None:
    plan = changed(tmp_path, ("from = 2025-07-05\n", "from = 2025-07-05\nto = 2026-11-20\n"))
    (missing,) = plan.missing(DENIAL)
    assert "Notice of language help" in missing
    assert "not valid on 2026-11-21" in missing
    assert plan.missing(DENIAL._replace(day=date(2026, 11, 20))) == ()
    assert plan.missing(DENIAL._replace(copy=Copy.PRESCRIBER)) == ()


def test_an_insert_whose_bytes_changed_or_that_is_gone_is_named(tmp_path: Path) -> None:
    plan = changed(tmp_path)
    file = tmp_path / "files" / "sample-language-help-en.pdf"
    assert [insert.id for insert in inserts_for(plan.inserts, DENIAL)] == ["language-help-en"]
    file.write_bytes(file.read_bytes() + b"\n")
    (missing,) = plan.missing(DENIAL)
    assert "checksum" in missing
    with pytest.raises(InvalidInput, match="checksum"):
        checked_bytes(plan.inserts[0].file)
    file.unlink()
    (missing,) = plan.missing(DENIAL)
    assert "cannot be read" in missing
    assert inserts_for(plan.inserts, DENIAL) == ()


def test_a_form_is_found_by_line_language_and_day() -> None:
    plan = load_plan(PLAN_FILE)
    form = plan.form_for("MMM MA", "es", DAY)
    assert form is not None
    assert form.file.path.name == "sample-notice-es.pdf"
    assert form.verbs[Outcome.APPROVE_IN_PART] == "parcialmente aprobada"
    assert plan.form_for("MMM Multihealth", "es", DAY) is None
    assert plan.form_for("MMM MA", "es", date(2024, 12, 31)) is None


def test_the_end_of_a_form_s_approval_is_warned_of(tmp_path: Path) -> None:
    swap = (
        'language = "en"\nfile',
        'language = "en"\ncontrol_number = "0938-0829"\nexpires = 2027-03-31\nfile',
    )
    form = changed(tmp_path, swap).form_for("MMM MA", "en", DAY)
    assert form is not None
    assert form.warning(date(2026, 12, 30)) is None
    assert "ends on 2027-03-31" in (form.warning(date(2026, 12, 31)) or "")
    assert "ended on 2027-03-31" in (form.warning(date(2027, 4, 1)) or "")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('file = "files/sample-notice-en.pdf"', 'file = "../../secret.pdf"', "own folder"),
        ('file = "files/sample-notice-en.pdf"', 'file = "files/notice.txt"', "PDF file"),
        ('rationale = ["rationale"]', "", "rationale"),
        ('copies = ["member"]', 'copies = ["everybody"]', "must be from"),
        ('prescriber_language = "en"', 'prescriber_language = "fr"', "must be from en, es"),
        ("mandatory = true", 'mandatory = true\ncolour = "red"', "unknown key"),
    ],
)
def test_a_slip_in_the_plan_s_file_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(InvalidInput, match=problem):
        changed(tmp_path, (old, new))


def test_every_fact_of_the_sample_form_has_a_field() -> None:
    form = load_plan(PLAN_FILE).form_for("MMM MA", "en", DAY)
    assert form is not None
    assert {FormFact.ITEM, FormFact.RATIONALE, FormFact.DATE} <= set(form.fields)


# ---------------------------------------------------------------- whose copy


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_the_right_copy_can_be_issued_to_the_member(outcome: Outcome) -> None:
    assert why_not_to_member(outcome, Copy.MEMBER, sample_form=False) is None
    prescriber = why_not_to_member(outcome, Copy.PRESCRIBER, sample_form=False)
    assert prescriber is not None
    assert ("form" in prescriber) == outcome.is_adverse
    assert usual_copy(outcome) in copies_of(outcome)


def test_a_notice_on_a_sample_form_cannot_be_issued() -> None:
    refused = why_not_to_member(Outcome.DENY, Copy.MEMBER, sample_form=True)
    assert refused is not None
    assert "sample form" in refused
    assert why_not_to_member(Outcome.APPROVE, Copy.MEMBER, sample_form=True) is None
    assert why_not_to_member(Outcome.APPROVE, Copy.BOTH, sample_form=True) is None
