"""How many cases a second are judged, and whether each agrees with the oracle of the contract.

Measures what ``dictamen evaluate --jsonl`` does with a line: parse, read, judge, write. Then the command
itself, on a file of all of them, from its start to its end. Prints processor time alone; exits 1 when any
result is not the oracle's.

Run: python -m tests.benchmarks.evaluate [--count 20000] [--seed 1] [--no-oracle]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.case_file import parse_case
from app.case_json import parse_json
from app.result import result_document
from app.review import review
from tests.app.oracle_result import comparable, verdict
from tests.app.random_cases import random_cases


def judge(line: str) -> str:
    """One line of a case file's text to one line of a result's text."""
    return json.dumps(result_document(review(parse_case(parse_json(line)))), ensure_ascii=False)


def _by_command(lines: Sequence[str], results: Sequence[str]) -> float:
    """Cases a second of the command, its start included; it must say what was said before."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "cases.jsonl"), Path(folder, "results.jsonl")
        source.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with target.open("wb") as out:
            subprocess.run(
                (sys.executable, "-m", "ui.main", "evaluate", "--jsonl", str(source)), stdout=out, check=True
            )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert told == [json.loads(result) for result in results], "the command gives other results"
    return len(lines) / (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main(arguments: Sequence[str]) -> int:
    """Measure and compare; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-oracle", action="store_true")
    options = parser.parse_args(arguments)
    cases = list(random_cases(options.count, options.seed))
    lines = [json.dumps(case, ensure_ascii=False) for case in cases]
    judge(lines[0])  # loads the policy
    begun = time.process_time()
    results = [judge(line) for line in lines]
    seconds = time.process_time() - begun
    print(f"cases per second of one core: {len(lines) / seconds:.0f}")
    print(f"cases per second of one core, whole command: {_by_command(lines, results):.0f}")
    if options.no_oracle:
        return 0
    pairs = zip(cases, results, strict=True)
    wrong = sum(comparable(json.loads(result)) != verdict(case) for case, result in pairs)
    print(f"disagreements with the oracle: {wrong} of {len(lines)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
