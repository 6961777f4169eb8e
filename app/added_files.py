"""Policy and plan files that a clinic adds: checked, confirmed by a person, counted only as confirmed.

They lie readable in the casebook's folder, as they hold nothing about members; which of them count, by their
checksum, is sealed in the casebook, and so is a copy of each. One that is missing is put back from that copy.
A file that was changed, or that nobody confirmed, is left out and told.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from app.casebook import Casebook, NotAllowed
from app.data_file import read_toml
from app.errors import DictamenError, InvalidInput
from app.files import write_file
from app.people import Person, Role
from app.plan import INSTALLED_PLANS, Plan, load_plan, plan
from app.plan_files import PlanFile, checked_bytes
from app.policy import Policy
from app.policy_check import PolicyFinding, Severity, check_policy
from app.policy_file import FORMAT, INSTALLATION, load_policy, shelf_with

Unprintable = Callable[[str], str | None]


class FileKind(StrEnum):
    """What can be added; the value begins the file's name in the records."""

    POLICY = "policy"
    PLAN = "plan"

    @property
    def folder(self) -> str:
        """The folder in that of the casebook."""
        return {FileKind.POLICY: "policies", FileKind.PLAN: "plans"}[self]


class Candidate(NamedTuple):
    """A file that somebody may add, and what its check says.

    Attributes:
        about: the policy's number and newest revision, or the plan's id.
        findings: of the check of a policy file, the errors first.
        refusal: why it cannot be added as it is; empty where nothing stands against it.
    """

    kind: FileKind
    source: Path
    sha256: str
    about: str
    findings: tuple[PolicyFinding, ...]
    refusal: str
    loaded: Policy | Plan

    @property
    def name(self) -> str:
        """The name of the file in its folder."""
        return _name_of(self.loaded)

    @property
    def replaces(self) -> bool:
        """Whether a file that was added before gives way to it: of the same policy and first day, or plan."""
        if isinstance(self.loaded, Plan):
            return self.loaded.id in INSTALLED_PLANS.added
        return self.name in {source.name for source in INSTALLATION.added}


def _name_of(loaded: Policy | Plan) -> str:
    if isinstance(loaded, Plan):
        return f"{loaded.id}.toml"
    return f"{loaded.number.lower()}-{loaded.revisions[0].effective.isoformat()}.toml"


def may_confirm(person: Person) -> bool:
    """Whether somebody may have a file count: a physician reviewer, or who administers the casebook."""
    return person.role in {Role.PHYSICIAN, Role.ADMINISTRATOR} or person.administers


def examine(source: Path, unprintable: Unprintable) -> Candidate:
    """Check a policy or a plan file without adding anything.

    Args:
        source: the file.
        unprintable: gives the first character of a text that the shipped fonts lack, or None.

    Raises:
        InvalidInput: it can be read as neither; naming the block and the key.
    """
    data, top = read_toml(source)
    digest = hashlib.sha256(data).hexdigest()
    if top.has("format") and top.string("format") == FORMAT:
        return _examine_policy(source, digest, unprintable)
    loaded = load_plan(source)
    refusal = next(filter(None, (file.why_unusable() for file in _papers(loaded))), "")
    return Candidate(FileKind.PLAN, source, digest, loaded.id, (), refusal, loaded)


def _examine_policy(source: Path, digest: str, unprintable: Unprintable) -> Candidate:
    findings = check_policy(source, unprintable)
    policy = load_policy(source)
    about = f"{policy.number}, {policy.revisions[-1].effective.isoformat()}"
    refusal = _refusal(source, policy)
    if not refusal and any(finding.severity is Severity.ERROR for finding in findings):
        refusal = "the check found errors; correct them in the file"
    return Candidate(FileKind.POLICY, source, digest, about, findings, refusal, policy)


def _refusal(source: Path, policy: Policy) -> str:
    """Why a policy does not fit beside those that are installed."""
    try:
        plan(policy.plan)
        shelf_with(source, instead_of=_name_of(policy))
    except InvalidInput as error:
        return f"{error.field}: {error.problem}" if error.field else error.problem
    return ""


def add(casebook: Casebook, candidate: Candidate) -> None:
    """Have a file count from now on; that it was added is recorded with the person's name.

    Raises:
        NotAllowed: the person is neither a physician reviewer nor an administrator.
        InvalidInput: something stands against the file, or it was changed since it was checked.
        DictamenError: it cannot be written or recorded.
    """
    if not may_confirm(casebook.person):
        raise NotAllowed("Only a physician reviewer or an administrator may add policy and plan files.")
    if candidate.refusal:
        raise InvalidInput("", candidate.refusal, candidate.source.name)
    data, _ = read_toml(candidate.source)
    if hashlib.sha256(data).hexdigest() != candidate.sha256:
        raise InvalidInput("", "was changed since it was checked; check it again", candidate.source.name)
    files = _files_of(candidate, data)
    places = {place: hashlib.sha256(content).hexdigest() for place, content in files.items()}
    name = f"{candidate.kind}/{candidate.name}"
    _refuse_shared(casebook, name, places, candidate.source)
    for content in files.values():
        casebook.attachments.keep(io.BytesIO(content))
    for place, content in files.items():
        target = casebook.shelf.home / place
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(target, content)
    casebook.shelf.confirm(name, candidate.sha256, places)
    take_in(casebook)


def _files_of(candidate: Candidate, data: bytes) -> dict[str, bytes]:
    """The file and the papers that belong to it, by their places in the casebook's folder; the file last."""
    folder = candidate.kind.folder
    files = {}
    if isinstance(candidate.loaded, Plan):
        beside = candidate.source.parent.resolve()
        for paper in _papers(candidate.loaded):
            files[f"{folder}/{paper.path.relative_to(beside).as_posix()}"] = checked_bytes(paper)
    return {**files, f"{folder}/{candidate.name}": data}


def _refuse_shared(casebook: Casebook, name: str, places: Mapping[str, str], source: Path) -> None:
    """Two plans may name one paper, and not two papers alike: one would be written over the other."""
    for other, theirs in casebook.shelf.kept().items():
        for place in places.keys() & theirs.keys() if other != name else ():
            if places[place] != theirs[place]:
                paper, owner = Path(place).name, Path(other).name
                raise InvalidInput(
                    "",
                    f"brings another {paper} than the one that {owner} uses; give it another name",
                    source.name,
                )


def _papers(loaded: Plan) -> tuple[PlanFile, ...]:
    return (*(insert.file for insert in loaded.inserts), *(form.file for form in loaded.forms))


# ---------------------------------------------------------------- which count


def take_in(casebook: Casebook) -> None:
    """Install what was added to this casebook and confirmed, in place of what another one had."""
    lost = casebook.shelf.put_back()
    look_in(casebook.shelf.home, casebook.shelf.confirmed(), lost)


def look_in(home: Path, confirmed: Mapping[str, str] | None = None, lost: Iterable[str] = ()) -> None:
    """Install the files that were added in a casebook's folder; ``INSTALLATION.left_out`` tells the others.

    Args:
        home: the folder.
        confirmed: SHA-256 by name, as ``policy/FILE.toml``; None where no casebook is open that could say it.
        lost: the places of files that are missing and could not be put back.
    """
    left_out: list[str] = []
    for place in lost:
        name = Path(place).name
        left_out.append(f"{name} was added here, is missing and could not be put back. Add it again.")
    policies: list[Path] = []
    INSTALLATION.set_added(())
    for source in _fit(home, FileKind.POLICY, confirmed, left_out):
        try:
            load_policy(source)
            shelf_with(*policies, source)
        except InvalidInput as error:
            left_out.append(f"The policy file {source.name} is left out: {error.problem}.")
        else:
            policies.append(source)
    plans: dict[str, Path] = {}
    for source in _fit(home, FileKind.PLAN, confirmed, left_out):
        with suppress(DictamenError):
            plans[load_plan(source).id] = source
    INSTALLED_PLANS.set_added(plans)
    INSTALLATION.set_added(tuple(policies), tuple(left_out))


def _fit(home: Path, kind: FileKind, confirmed: Mapping[str, str] | None, left_out: list[str]) -> list[Path]:
    """The files of a kind that are as they were confirmed."""
    found = []
    for source in sorted((home / kind.folder).glob("*.toml")):
        wanted = confirmed.get(f"{kind}/{source.name}") if confirmed is not None else None
        if confirmed is None or (wanted is not None and _sha256(source) == wanted):
            found.append(source)
        elif wanted is None:
            left_out.append(f"The {kind} file {source.name} is left out: nobody has confirmed it.")
        else:
            left_out.append(
                f"The {kind} file {source.name} is left out: it was changed since it was confirmed."
                " Add it again, or take it away: then the confirmed one comes back."
            )
    return found


def _sha256(source: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(source.read_bytes()).hexdigest()
    return ""
