from pathlib import Path

import pytest

import resources
from tests.ui.commands.conftest import Run


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_the_demonstration_does_the_whole_job_on_every_sample(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    ran = run("demo", "--out", out)
    assert ran.code == 0, ran.out + ran.err
    samples = sorted(resources.path("samples").glob("*.json"))
    letters = [out / "letters" / f"{sample.stem}.pdf" for sample in samples]
    assert sorted((out / "letters").iterdir()) == letters
    for letter in letters:
        assert f"genuine: {letter}\n" in ran.out
    assert f"{len(samples)} of {len(samples)} letters are genuine; the casebook is whole" in ran.out


def test_a_folder_with_something_else_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me", encoding="utf-8")
    ran = run("demo", "--out", tmp_path)
    assert ran.code == 2
    assert ran.err.startswith(f"dictamen: {tmp_path}: is not empty")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
