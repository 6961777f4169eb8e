"""One's own signing identity on the command line: shown, imported, renewed, exported."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from app.casebook.own_identity import OwnIdentity
from app.identity import generate, open_identity, to_pkcs12
from tests.app.desk_fixtures import PASSPHRASE, PHYSICIAN, unlock
from tests.ui.commands.conftest import Run, SignedIn

OF_FILE = "a sealed envelope"


@pytest.fixture
def own(signed_in: SignedIn) -> Run:
    """Run ``dictamen identity`` as the physician."""
    return signed_in("identity", PHYSICIAN)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "of_file.txt"
    path.write_text(OF_FILE + "\n", encoding="utf-8")
    return path


def given(tmp_path: Path, person: object = PHYSICIAN) -> Path:
    """An identity from elsewhere."""
    path = tmp_path / "given.p12"
    path.write_bytes(to_pkcs12(generate(person), OF_FILE, rounds=1000))  # type: ignore[arg-type]
    return path


def test_an_identity_is_imported_and_exported_again(
    own: Run, home: Path, secret: Path, tmp_path: Path
) -> None:
    source, out = given(tmp_path), tmp_path / "out.p12"
    taken = own("import", source, "--identity-passphrase-file", secret)
    assert (taken.code, taken.err) == (0, "")
    expected = open_identity(source.read_bytes(), OF_FILE).certificate
    with unlock(home, PHYSICIAN) as casebook:
        assert casebook.identity(PASSPHRASE).certificate == expected
    assert own("export", "--new-passphrase-file", secret, "--out", out).code == 0
    assert open_identity(out.read_bytes(), OF_FILE).certificate == expected
    again = own("export", "--new-passphrase-file", secret, "--out", out)
    assert (again.code, "already" in again.err) == (2, True)


def test_a_renewed_identity_is_another_one(own: Run, home: Path) -> None:
    with unlock(home, PHYSICIAN) as casebook:
        before = casebook.identity(PASSPHRASE).certificate
    assert own("renew").code == 0
    with unlock(home, PHYSICIAN) as casebook:
        assert casebook.identity(PASSPHRASE).certificate != before


def test_it_is_shown_with_its_certificate(own: Run, tmp_path: Path) -> None:
    ran = own("show", "--out", tmp_path / "cert.pem")
    assert (ran.code, ran.err) == (0, "")
    assert PHYSICIAN.name in ran.out
    assert (tmp_path / "cert.pem").read_bytes().startswith(b"-----BEGIN CERTIFICATE-----")


@pytest.mark.parametrize(("hours", "words"), [(30 * 24, "ends on"), (-1, "ended on")])
def test_the_end_is_told_before_it_comes_and_after(hours: int, words: str, own: Run, home: Path) -> None:
    with patch("app.identity.VALID_FOR", timedelta(hours=hours)), unlock(home, PHYSICIAN) as casebook:
        OwnIdentity(casebook.staff).renew(PASSPHRASE)
    assert words in own("show").err


def test_a_wrong_passphrase_of_the_file_is_told_in_one_line(
    own: Run, passphrase: Path, tmp_path: Path
) -> None:
    ran = own("import", given(tmp_path), "--identity-passphrase-file", passphrase)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "the passphrase does not open this identity" in ran.err


def test_an_identity_of_somebody_else_is_refused(own: Run, secret: Path, tmp_path: Path) -> None:
    other = replace(PHYSICIAN, license="MD-9")
    ran = own("import", given(tmp_path, other), "--identity-passphrase-file", secret)
    assert ran.code == 2
    assert "another license" in ran.err
