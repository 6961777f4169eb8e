import hashlib
import json
import logging
import re
import subprocess
import sys
from datetime import datetime, timedelta
from io import BytesIO

import pikepdf
import pytest

from app.case_json import parse_json
from app.determination import Outcome
from app.errors import DictamenError, InvalidInput
from app.identity import SigningIdentity
from app.people import Person, Role
from app.result import result_document
from reports.check import check
from reports.issue import IssuedLetter, issue, preview
from reports.record import canonical_json, new_letter_number
from tests.reports.cases import AT, DECISIONS, PHYSICIAN, REVIEWER, approved, case, denied, too_much
from tests.reports.conftest import identity_of
from tests.reports.test_page import page_texts, squeezed

KINDS = tuple(DECISIONS)


@pytest.mark.parametrize("kind", KINDS)
def test_an_issued_letter_stands_every_check(
    kind: str, letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> None:
    verdict = check(letters[kind].pdf, [physician.certificate])
    assert verdict.good, verdict.failures
    assert verdict.record is not None
    assert verdict.record.outcome == kind
    assert verdict.record.number == letters[kind].letter_number
    assert verdict.sha256 == letters[kind].sha256 == hashlib.sha256(letters[kind].pdf).hexdigest()


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_carries_what_was_decided_exactly(kind: str, letters: dict[str, IssuedLetter]) -> None:
    with pikepdf.open(BytesIO(letters[kind].pdf)) as pdf:
        carried = {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}
    document, _, reason = DECISIONS[kind]
    assert json.loads(carried["case.json"]) == json.loads(json.dumps(document))
    assert json.loads(carried["result.json"]) == result_document(letters[kind].determination.review)
    said = json.loads(carried["determination.json"])
    assert (said["outcome"], said["reason"]) == (kind, reason)
    assert said["person"] == {"name": PHYSICIAN.name, "role": "physician", "license": PHYSICIAN.license}
    assert said["at"] == AT.isoformat()


def test_numbers_are_carried_with_every_digit() -> None:
    text = '{"a": 75, "b": 75.0, "c": 1.50, "d": [0.94, {}], "e": [], "f": {"ñ": "é"}, "g": null, "h": true}'
    written = canonical_json(parse_json(text)).decode()
    assert json.loads(written) == json.loads(text)
    assert re.findall(r"[\d.]+", written) == ["75", "75.0", "1.50", "0.94"]


def test_rsa_identities_sign_too(rsa_physician: SigningIdentity) -> None:
    made = issue(denied(), Outcome.DENY, rsa_physician, reason="No target.", at=AT)
    assert check(made.pdf, [rsa_physician.certificate]).good


def test_a_chain_travels_with_the_signature(physician: SigningIdentity, reviewer: SigningIdentity) -> None:
    chained = SigningIdentity(PHYSICIAN, physician.key, physician.certificate, (reviewer.certificate,))
    made = issue(approved(), None, chained, at=AT)
    assert check(made.pdf, [physician.certificate]).good
    # trusted is who signed, not who stands beside
    assert not check(made.pdf, [reviewer.certificate]).good


def test_the_language_is_the_members_unless_told(physician: SigningIdentity) -> None:
    assert "Aprobado" in page_texts(issue(approved(), None, physician, at=AT).pdf)[0]
    assert "Approved" in page_texts(issue(approved(), None, physician, language="en", at=AT).pdf)[0]
    with pytest.raises(InvalidInput, match="language"):
        issue(approved(), None, physician, language="fr", at=AT)


def test_the_same_decision_signed_again_is_the_same_file(physician: SigningIdentity) -> None:
    first, second = (issue(approved(), None, physician, at=AT, letter_number="D-1") for _ in range(2))
    assert first.pdf == second.pdf


@pytest.mark.parametrize(
    ("document", "outcome"),
    [(denied(), Outcome.DENY), (too_much(), Outcome.APPROVE_IN_PART), (denied(), Outcome.APPROVE)],
)
def test_only_a_physician_decides_against_the_member_or_the_criteria(
    document: dict[str, object], outcome: Outcome, reviewer: SigningIdentity
) -> None:
    with pytest.raises(DictamenError, match="physician"):
        issue(document, outcome, reviewer, reason="Because.", at=AT)


def test_a_reviewer_approves_and_asks(reviewer: SigningIdentity) -> None:
    made = issue(approved(), None, reviewer, at=AT)
    assert check(made.pdf, [reviewer.certificate]).good
    assert REVIEWER.name in squeezed(page_texts(made.pdf)[0])


def test_a_time_without_offset_is_refused(physician: SigningIdentity) -> None:
    with pytest.raises(InvalidInput, match="offset"):
        issue(approved(), None, physician, at=datetime(2026, 11, 21, 10, 30))  # noqa: DTZ001 - the point


@pytest.mark.parametrize("number", ["", "D 1", "../x", "D" * 41, "-1", "Ñ-1"])
def test_a_letter_number_must_fit_a_file_name(number: str, physician: SigningIdentity) -> None:
    if number:
        with pytest.raises(InvalidInput, match="letter_number"):
            issue(approved(), None, physician, at=AT, letter_number=number)
    else:
        assert issue(approved(), None, physician, at=AT, letter_number=number).letter_number


def test_letter_numbers_are_dated_and_differ() -> None:
    numbers = {new_letter_number(AT.date()) for _ in range(50)}
    assert len(numbers) == 50
    assert all(re.fullmatch(r"D-20261121-[0-9A-HJKMNP-TV-Z]{6}", number) for number in numbers)


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (
            case(evidence=[{"id": "E1", "kind": "other", "title": "Blasts → 5"}]) | {"answers": {}},
            "evidence[0].title",
        ),
        (case(prescriber={"name": "Dr. 李", "npi": "1234567893"}), "prescriber.name"),
    ],
)
def test_a_sign_that_cannot_be_printed_is_named_with_its_field(
    document: dict[str, object], field: str, physician: SigningIdentity
) -> None:
    outcome = Outcome.PEND
    with pytest.raises(InvalidInput) as caught:
        issue(document, outcome, physician, reason="Please send the report.", at=AT)
    assert caught.value.field == field
    assert "U+" in caught.value.problem


def test_an_unprinted_title_may_hold_any_sign(physician: SigningIdentity) -> None:
    assert issue(case(title="Shows → approval"), None, physician, at=AT).pdf


def test_a_preview_is_marked_on_every_page_and_carries_nothing() -> None:
    pdf = preview(approved(), None, PHYSICIAN, language="en", at=AT)
    assert all("Preview, not signed" in text for text in page_texts(pdf))
    assert PHYSICIAN.name not in squeezed(" ".join(page_texts(pdf)))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert not opened.attachments
        assert "/AcroForm" not in opened.Root
    assert not check(pdf, []).good


def test_a_preview_obeys_the_same_rules() -> None:
    with pytest.raises(DictamenError, match="physician"):
        preview(denied(), Outcome.DENY, REVIEWER, reason="No target.", at=AT)


def test_nothing_readable_lies_outside_the_pages(letters: dict[str, IssuedLetter]) -> None:
    for made in letters.values():
        for name in ("Núñez", "M00012345", "María", "Muñiz"):
            assert name.encode() not in made.pdf
            assert name.encode("utf-16-be") not in made.pdf


def test_issuing_logs_nothing(physician: SigningIdentity, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        issue(approved(), None, physician, at=AT)
    assert "Núñez" not in caplog.text


def test_importing_the_modules_that_the_app_calls_loads_no_pyhanko() -> None:
    program = "import sys, reports.issue, reports.check; print('pyhanko' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_a_person_who_may_not_decide_signs_nothing() -> None:
    quality = identity_of(Person("Luz Ríos", Role.QA, "PR-1"))
    with pytest.raises(DictamenError, match="may not decide"):
        issue(approved(), None, quality, at=AT)


# ---------------------------------------------------------------- dates that cannot be


def from_the_future(field: str, day: str) -> dict[str, object]:
    """An approved case with one date of its record changed."""
    document = approved()
    if field == "evidence[2].dated":
        document["evidence"][2]["dated"] = day
    elif field == "measurements.measured_on":
        document["measurements"]["measured_on"] = day
    else:
        document["laboratory"] = {"marrow_blasts_percent": 3, "taken_on": day}
    return document


@pytest.mark.parametrize("field", ["evidence[2].dated", "measurements.measured_on", "laboratory.taken_on"])
def test_a_date_after_the_day_of_the_decision_is_refused_and_no_letter_is_made(
    field: str, physician: SigningIdentity
) -> None:
    assert preview(from_the_future(field, "2026-11-21"), None, PHYSICIAN, at=AT)
    for make in (
        lambda case: issue(case, None, physician, at=AT),
        lambda case: preview(case, None, PHYSICIAN, at=AT),
    ):
        with pytest.raises(InvalidInput) as refused:
            make(from_the_future(field, "2026-11-22"))
        assert refused.value.field == field
        assert refused.value.problem == (
            "is 2026-11-22, after the day of the decision; it must be 2026-11-21 or earlier"
        )


def test_the_day_of_the_decision_is_that_of_the_plan_s_zone() -> None:
    late_evening = datetime.fromisoformat("2026-11-22T03:30:00+00:00")
    with pytest.raises(InvalidInput):
        preview(from_the_future("evidence[2].dated", "2026-11-22"), None, PHYSICIAN, at=late_evening)


def test_a_clock_that_stands_before_the_receipt_refuses_no_record_of_that_time() -> None:
    early = datetime.fromisoformat("2026-01-05T09:00:00-04:00")
    assert preview(from_the_future("evidence[2].dated", "2026-11-20"), None, PHYSICIAN, at=early)
    with pytest.raises(InvalidInput):
        preview(from_the_future("evidence[2].dated", "2026-11-21"), None, PHYSICIAN, at=early)


def test_nothing_is_signed_with_an_identity_that_has_ended() -> None:
    ended = identity_of(PHYSICIAN, until=timedelta(days=1))
    with pytest.raises(DictamenError, match="ended on 2026-11-22"):
        issue(approved(), None, ended, at=AT + timedelta(days=2))
