"""What checkers by others find in the files; that they find nothing makes no file certified."""

import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from app.audit import AuditLine, Period
from app.casebook import TrailEntry
from app.copies import Copy
from app.identity import SigningIdentity
from app.policy_file import load_policy
from reports.audit_report import AuditOrder, audit_report
from reports.issue import IssuedLetter, issue
from reports.policy_sheet import policy_sheet
from tests.app.policy_variants import SHIPPED
from tests.reports.cases import AT, DECISIONS
from tests.reports.test_page import KINDS, LANGUAGES, built
from tests.tools import checkers

pytestmark = pytest.mark.skipif(
    not checkers.ready(), reason="the checkers are not installed (bootstrap.py test)"
)

# An address is printed out, for letters are read on paper; a link would lead out of a signed file.
WAIVED = {"LNK-010"}

# The table of doses has headers on two sides and few cells, which is taken for one header cut into pieces.
WAIVED_IN_SHEETS = {"TBL-010"}
WAIVED_OF = {False: WAIVED, True: WAIVED | WAIVED_IN_SHEETS}

# What pikepdf's checker says of parts that it does not look into, in a signed file.
UNCHECKED = ("permissions (/Perms)", "interactive forms (/AcroForm)", "embedded files")

# It knows no property beyond PDF/A's own, not even one that is explained within the file as PDF/A asks.
PDFA = """
import io, re, sys, json, pikepdf
from pikepdf.pdfa import validate_written
found = {}
for name in sys.argv[1:]:
    with pikepdf.open(name) as pdf:
        said = pdf.Root.Metadata.read_bytes()
        said = re.sub(rb"<pdfuaid:part>.*?</pdfuaid:part>", b"", said)
        said = re.sub(rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>", b"", said, flags=re.S)
        said = re.sub(rb'xmlns:(pdfuaid|pdfaExtension|pdfaSchema|pdfaProperty)="[^"]*"', b"", said)
        pdf.Root.Metadata.write(said)
        target = io.BytesIO()
        pdf.save(target, fix_metadata_version=False)
    target.seek(0)
    found[name] = [str(item) for item in validate_written(target, "3b").findings]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def files(
    tmp_path_factory: pytest.TempPathFactory, letters: dict[str, IssuedLetter], physician: SigningIdentity
) -> Mapping[str, Path]:
    """Letters unsigned and signed, a policy's sheet and an audit report, by name."""
    made = {
        f"{kind}-{language}-{'large' if large else 'standard'}": built(kind, language, large=large)
        for kind in KINDS
        for language in LANGUAGES
        for large in (False, True)
    }
    made |= {f"signed-{kind}": letter.pdf for kind, letter in letters.items()}
    made |= {f"signed-notice-{language}": a_notice(language, physician) for language in LANGUAGES}
    made |= {f"sheet-{language}": policy_sheet(load_policy(SHIPPED), language) for language in LANGUAGES}
    made["signed-report"] = audit_report(an_order(), physician)
    folder = tmp_path_factory.mktemp("checked")
    for name, data in made.items():
        (folder / f"{name}.pdf").write_bytes(data)
    return {name: folder / f"{name}.pdf" for name in made}


def a_notice(language: str, physician: SigningIdentity) -> bytes:
    """The member's notice of a denial: a cover, the filled form, and an insert."""
    document, outcome, reason = DECISIONS["deny"]
    return issue(document, outcome, physician, reason=reason, language=language, copy=Copy.MEMBER, at=AT).pdf


def an_order() -> AuditOrder:
    """Entries over more than three pages; on six, outloud takes a line that three repeat for a footer."""
    noon, who = datetime(2026, 11, 20, 12, tzinfo=UTC), "Ana Sofía Vélez Ortiz, MD"
    times = [noon + timedelta(minutes=minute) for minute in range(60)]
    lines = [
        AuditLine(TrailEntry(place, "ab" * 32, at, who, "unlocked"), at, "unlocked", "")
        for place, at in enumerate(times, 1)
    ]
    day = Period(noon.date(), noon.date(), UTC)
    return AuditOrder(lines, day, (len(lines), "ab" * 32), noon)


def said_by(program: str, *arguments: str | Path) -> str:
    """What a checker prints; its exit status says what it found, and is not looked at."""
    command = [checkers.SCRIPTS / program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert "Traceback" not in done.stderr
    return done.stdout


def test_outloud_finds_nothing(files: Mapping[str, Path], tmp_path: Path) -> None:
    """PDF/UA-1 and what a conforming file may still get wrong."""
    target = tmp_path / "found.json"
    said_by("outloud", *files.values(), "--json", target)
    reports = json.loads(target.read_text(encoding="utf-8"))["results"]
    assert len(reports) == len(files)
    found = {
        (Path(report["path"]).stem, item["rule"], item["message"])
        for report in reports
        for item in report["findings"]
        if item["rule"] not in WAIVED_OF[Path(report["path"]).stem.startswith("sheet")]
    }
    assert not found


def test_pdfua_finds_nothing(files: Mapping[str, Path]) -> None:
    said = said_by("pdfua", "check", *files.values())
    assert said.count("PASS (no findings)") == len(files)


def test_pikepdf_finds_nothing_against_pdf_a(files: Mapping[str, Path]) -> None:
    """PDF/A-3, level B: nothing in an unsigned file, and in a signed one no breach of the standard."""
    found = json.loads(said_by("python", "-c", PDFA, *files.values()))
    assert len(found) == len(files)
    for path, findings in found.items():
        signed = Path(path).stem.startswith("signed")
        breaches = [text for text in findings if not (signed and any(part in text for part in UNCHECKED))]
        assert not breaches, path


def test_the_checkers_find_what_is_wrong(files: Mapping[str, Path], tmp_path: Path) -> None:
    """A file without its tree and its colours fails each of them."""
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(files["deny-en-standard"]) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.OutputIntents
        pdf.save(broken)
    assert "FAIL" in said_by("outloud", broken)
    assert "PASS (no findings)" not in said_by("pdfua", "check", broken)
    assert json.loads(said_by("python", "-c", PDFA, broken))[str(broken)]
