"""``dictamen evaluate``: results of case files."""

import argparse
import json
import sys
from pathlib import Path

from app.case_file import load_case, parse_case
from app.errors import InvalidInput
from app.result import result_document
from app.review import review
from ui.commands.output import parse_line, read_lines, say_json, writing


def evaluate(options: argparse.Namespace) -> int:
    """Print the result of one case file, or of one case per line.

    Returns:
        2 when any line was bad, else 0.

    Raises:
        DictamenError: as ``one`` and ``lines``.
    """
    return lines(options.jsonl) if options.jsonl else one(options.case)


def one(source: Path) -> int:
    """Print the result of one case file.

    Raises:
        InvalidInput: naming the file and the field.
    """
    say_json(result_document(review(load_case(source))))
    return 0


def lines(source: str) -> int:
    """One case per line in, one result per line out, in order; a bad line says so and the rest goes on.

    Returns:
        2 when any line was bad, else 0.

    Raises:
        DictamenError: the file cannot be read, or standard output not be written.
    """
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
    write = sys.stdout.write
    bad = False
    with writing():
        for number, line in enumerate(read_lines(source), 1):
            try:
                answer = result_document(review(parse_case(parse_line(line))))
            except InvalidInput as error:
                answer = {"line": number, "error": str(error)}
                bad = True
            write(encode(answer) + "\n")
    return 2 if bad else 0
