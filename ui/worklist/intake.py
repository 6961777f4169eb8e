"""How a case comes in: a new request, or case files that somebody sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from app.case import judge, new_case, record_from
from app.case_file import parse_case
from app.case_json import parse_json, read_text
from app.course import course_of
from app.course_notices import duplicates
from app.desk import OpenCase, add_case
from app.errors import DictamenError, InvalidInput
from app.policy import Policy
from app.policy_file import installed_policies
from ui.language import error_words
from ui.session import Session
from ui.worklist.words import tr

SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the files that were given.

    Attributes:
        case_ids: of the cases that are in the casebook now, in the order of the files.
        refused: one sentence for each file that could not be used.
        twice: ids of those that ask for the same as another open case.
    """

    case_ids: tuple[str, ...]
    refused: tuple[str, ...]
    twice: tuple[str, ...] = ()


def case_files(data: QMimeData) -> list[Path]:
    """The case files among what is dragged, in their order."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() == SUFFIX]


def start_request(session: Session, policy: Policy | None = None) -> OpenCase:
    """A new case that came in now, under the first policy unless another is named; saved at its first change.

    Raises:
        DictamenError: the person may not save cases.
    """
    if not session.person.role.may_write:
        raise DictamenError(tr("Quality assurance reads cases and does not change them."))
    chosen = policy or next(iter(installed_policies().values()))
    record = new_case(chosen, session.now(), chosen.lines_of_business[0])
    return OpenCase(session.casebook, record)


def take_in(session: Session, files: Sequence[Path]) -> Taken:
    """Keep each case file; one that cannot be used stays out, and the others come in."""
    case_ids, refused = [], []
    for path in files:
        try:
            case_ids.append(_take(session, path))
        except DictamenError as error:
            refused.append(error_words(error))
    twice = tuple(case_id for case_id in case_ids if _is_asked_twice(session, case_id))
    return Taken(tuple(case_ids), tuple(refused), twice)


def _is_asked_twice(session: Session, case_id: str) -> bool:
    record = record_from(session.casebook.get(case_id).document)
    judgment = judge(record.case)
    return bool(duplicates(course_of(session.casebook, record, judgment, case_id), record, judgment))


def _take(session: Session, path: Path) -> str:
    try:
        document = parse_json(read_text(path))
        parse_case(document)
    except InvalidInput as error:
        # The name alone: the folder is known to who chose the file, and the line stays short.
        raise error.in_source(path.name) from None
    if not isinstance(document, dict):
        raise InvalidInput("", "is no case file", path.name)
    return add_case(session.casebook, document).case_id
