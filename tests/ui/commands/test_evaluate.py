import contextlib
import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tests.app.case_documents import contract_case
from tests.ui.commands.conftest import Run
from ui.main import main

RECEIVED, LINE = ("request", "received_at"), ("request", "line_of_business")
Change = Callable[[dict[str, object]], object]


def test_the_contracts_own_example_gives_the_contracts_result(run: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.json"
    case.write_text(json.dumps(contract_case()), encoding="utf-8")
    ran = run("evaluate", case)
    assert (ran.code, ran.err) == (0, "")
    result = ran.result
    assert result["recommendation"] == "approve"
    assert result["status"] == "met"
    assert result["cited"] == ["A.i", "A.ii.A", "A.ii.B.1"]
    assert result["bsa"] == {"formula": "mosteller", "m2": "1.88"}
    assert result["doses"][0] == {  # type: ignore[index]
        "day": 1, "date": "2026-11-30", "mg_per_m2": "0.8", "limit_mg": "1.504", "requested_mg": "1.50",
        "strength": {"value": "0.8", "unit": "mg/m2"},
        "authorized_mg": "1.50", "units": 15, "vials": 2, "discarded_units": 3,
    }  # fmt: skip
    assert result["authorization"] == {
        "first_day": "2026-11-30", "last_day": "2026-12-20", "days": 21, "cycles": 1, "units": 35,
    }  # fmt: skip
    assert result["due"] == "2026-11-23T14:05:00-04:00"
    assert result["advisories"] == []
    assert result["open_questions"] == []
    assert result["missing_documents"] == []


def test_amounts_are_exact_even_where_json_writes_them_as_numbers(run: Run, tmp_path: Path) -> None:
    case = contract_case()
    case["request"]["doses_mg"] = [1.504, 0.94, 1e-1]
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    doses = run("evaluate", path).result["doses"]
    assert [Decimal(dose["authorized_mg"]) for dose in doses] == [  # type: ignore[attr-defined]
        Decimal("1.504"),
        Decimal("0.94"),
        Decimal("0.1"),
    ]


def test_lines_come_out_in_order_and_a_bad_line_says_so_while_the_rest_goes_on(
    run: Run, tmp_path: Path
) -> None:
    good = json.dumps(contract_case())
    wrong = json.dumps(contract_case() | {"policy": "MP-RX-FP-00-00"})
    lines = tmp_path / "cases.jsonl"
    lines.write_bytes(f"{good}\n{wrong}\nnot json\n".encode() + b"\xff\xfe\n" + good.encode())
    ran = run("evaluate", "--jsonl", lines)
    assert ran.code == 2
    first, second, third, fourth, fifth = ran.results
    assert first["recommendation"] == fifth["recommendation"] == "approve"
    assert second["line"] == 2
    assert str(second["error"]).startswith("policy: is not installed")
    assert third["line"] == 3
    assert "is not JSON" in str(third["error"])
    assert fourth == {"line": 4, "error": "is not text in UTF-8"}


@pytest.mark.parametrize(
    ("problem", "code", "said"),
    [
        (
            OSError(28, "No space left on device"),
            2,
            "dictamen: standard output: cannot be written (the disk is full: ",
        ),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
    ],
)
def test_a_failing_output_is_never_said_of_the_input(
    problem: OSError, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise problem

    lines = tmp_path / "cases.jsonl"
    lines.write_text(json.dumps(contract_case()), encoding="utf-8")
    for words in (["evaluate", "--jsonl", str(lines)], ["evaluate", str(lines)]):
        with contextlib.redirect_stdout(Full()):
            assert main(words) == code
        printed = capsys.readouterr().err
        assert printed.startswith(said)
        assert printed.count("\n") == bool(said)


def _set(*path: str | int, value: object) -> Change:
    def change(case: dict[str, object]) -> None:
        place: object = case
        for key in path[:-1]:
            place = place[key]  # type: ignore[index]
        place[path[-1]] = value  # type: ignore[index]

    return change


def _drop(*path: str) -> Change:
    def change(case: dict[str, object]) -> None:
        place: object = case
        for key in path[:-1]:
            place = place[key]  # type: ignore[index]
        del place[path[-1]]  # type: ignore[attr-defined]

    return change


MALFORMED: list[tuple[str, Change, str]] = [
    ("another format", _set("format", value="dictamen.case/2"), "format"),
    ("an unknown field", _set("note", value="x"), "note"),
    ("an unknown field of the request", _set("request", "cycel", value=1), "request.cycel"),
    ("an unknown question", _set("answers", "cd20", value={"value": True}), "answers.cd20"),
    ("a policy that is not installed", _set("policy", value="MP-1"), "policy"),
    ("no purpose", _drop("request", "purpose"), "request.purpose"),
    ("a purpose of another word", _set("request", "purpose", value="renewal"), "request.purpose"),
    ("no priority", _drop("request", "priority"), "request.priority"),
    ("a time without offset", _set(*RECEIVED, value="2026-11-20T14:05:00"), "request.received_at"),
    ("a time that is none", _set(*RECEIVED, value="yesterday"), "request.received_at"),
    ("no line of business", _drop("request", "line_of_business"), "request.line_of_business"),
    ("another line of business", _set(*LINE, value="ACME"), "request.line_of_business"),
    ("no start date", _drop("request", "start_date"), "request.start_date"),
    ("a day that no calendar has", _set("request", "start_date", value="2026-02-30"), "request.start_date"),
    ("an initial request for cycle 2", _set("request", "cycle", value=2), "request.cycle"),
    ("a continuation of cycle 1", _set("request", "purpose", value="continuation"), "request.cycle"),
    ("a cycle with decimals", _set("request", "cycle", value=1.5), "request.cycle"),
    ("no cycle asked for", _set("request", "cycles_requested", value=0), "request.cycles_requested"),
    ("an unknown extension", _set("request", "extension", value="holiday"), "request.extension"),
    ("two doses", _set("request", "doses_mg", value=["1.5", "0.9"]), "request.doses_mg"),
    ("a dose of zero", _set("request", "doses_mg", value=["0", "1", "1"]), "request.doses_mg[0]"),
    ("a negative dose", _set("request", "doses_mg", value=["1", "-1", "1"]), "request.doses_mg[1]"),
    ("a dose in words", _set("request", "doses_mg", value=["1", "1", "one"]), "request.doses_mg[2]"),
    ("a dose of NaN", _set("request", "doses_mg", value=["1", "NaN", "1"]), "request.doses_mg[1]"),
    ("a height in metres", _set("measurements", "height_cm", value=1.7), "measurements.height_cm"),
    ("a weight beyond the scale", _set("measurements", "weight_kg", value=351), "measurements.weight_kg"),
    ("a height in words", _set("measurements", "height_cm", value="170"), "measurements.height_cm"),
    ("a wrong check digit", _set("prescriber", "npi", value="1234567890"), "prescriber.npi"),
    ("a wrong MBI", _set("member", "mbi", value="1EG4-TE5-MK7"), "member.mbi"),
    ("a birth after the start", _set("member", "birth_date", value="2026-12-01"), "member.birth_date"),
    ("another language", _set("member", "language", value="fr"), "member.language"),
    ("evidence not listed", _set("answers", "regimen", "evidence", value=["E9"]), "answers.regimen.evidence"),
    ("a word for true", _set("answers", "b_cell_all", "value", value="yes"), "answers.b_cell_all.value"),
    ("a choice that is none", _set("answers", "regimen", "value", value="alone"), "answers.regimen.value"),
    ("an unknown kind of document", _set("evidence", 0, "kind", value="fax"), "evidence[0].kind"),
    ("documents as an object", _set("evidence", value={}), "evidence"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED]
)
def test_malformed_input_gets_one_line_that_names_file_and_field(
    change: Change, field: str, run: Run, tmp_path: Path
) -> None:
    case = contract_case()
    change(case)
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    before = set(tmp_path.rglob("*"))
    ran = run("evaluate", path)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"dictamen: {path}: {field}: ")
    assert ran.err.count("\n") == 1
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[]", "must be an object"),
        (b"\xff\xfe", "is not text in UTF-8"),
        (b'{"format": NaN}', "NaN, which is not a number"),
        (b'{"policy": 1, "policy": 2}', "policy: stands twice"),
        (b"[" * 100_000, "nesting too deep"),
        (b"[" + b"9" * 5000 + b"]", "a number is too long"),
    ],
)
def test_what_is_no_json_object_is_said_in_one_line(
    content: bytes, words: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(content)
    ran = run("evaluate", path)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("evaluate", tmp_path / "none.json")
    assert ran.code == 2
    assert ran.err == f"dictamen: {tmp_path / 'none.json'}: cannot be read (No such file or directory)\n"


def test_two_documents_of_one_id_and_an_extension_of_a_later_cycle_are_refused(
    run: Run, tmp_path: Path
) -> None:
    twins = contract_case()
    twins["evidence"].append(twins["evidence"][0])
    later = contract_case()
    later["request"] |= {"purpose": "continuation", "cycle": 2, "extension": "response"}
    path = tmp_path / "case.json"
    for case, field in ((twins, "evidence[1].id"), (later, "request.extension")):
        path.write_text(json.dumps(case), encoding="utf-8")
        assert run("evaluate", path).err.startswith(f"dictamen: {path}: {field}: ")
