"""A model of a disk under power loss: what was not flushed may be there, in part or not at all, in any order.

Files and their names are kept apart. A flushed file keeps its content and the name under which it was made; a
flushed folder keeps the names in it. Whatever else was done since may be lost, each step by itself.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from tests.tools.disk_record import Step

SECTORS = (512, 4096)
"""Bytes that a disk writes as one."""

SHARES = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How much of what is underway reaches the disk, by one chance for all of it."""


@dataclass(eq=False)
class File:
    """One file, whatever its names.

    Attributes:
        certain: what it holds for certain.
        underway: writes and cuts since.
    """

    certain: bytes = b""
    underway: list[Step] = field(default_factory=list)

    def content(self, chance: random.Random | None) -> bytes:
        """With everything that is underway, or with what chance leaves of it."""
        content = bytearray(self.certain)
        sector, share = (4096, 1.0)
        if chance is not None:
            sector, share = chance.choice(SECTORS), chance.choice(SHARES)
        for step in self.underway:
            if step.kind == "write":
                _write(content, step, sector, share, chance)
            elif chance is None or chance.random() < share:
                del content[step.at :]
        return bytes(content)


@dataclass(eq=False)
class _Naming:
    """A change of names that is not flushed yet; ``file`` is None for a folder."""

    kind: str
    path: str
    file: File | None
    other: str = ""

    @property
    def folder(self) -> str:
        return _parent(self.other or self.path)


class Disk:
    """What is on the disk for certain, and what is still on its way.

    Attributes:
        names: the files by their names, as a program sees them now.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """As the folder is now, all of it flushed."""
        self.names: dict[str, File] = {}
        self._certain: dict[str, File | None] = {}
        self._underway: list[_Naming] = []
        for path in folder.rglob("*") if folder else ():
            file = None if path.is_dir() else File(path.read_bytes())
            self._certain[str(path)] = file
            if file is not None:
                self.names[str(path)] = file

    def take(self, step: Step) -> None:
        """One step that has returned."""
        if step.kind in {"write", "truncate"}:
            self._named(step.path).underway.append(step)
        elif step.kind == "sync":
            self._flush(step.path)
        elif step.kind != "mark":
            self._rename(step)

    def after_loss(self, chance: random.Random) -> dict[str, bytes | None]:
        """The files as they may be found, by their names; None stands for a folder."""
        names, share = dict(self._certain), chance.choice(SHARES)
        for naming in self._underway:
            if chance.random() < share:
                _apply(names, naming)
        whole = {path: file for path, file in names.items() if _has_its_folders(path, names)}
        return {path: file.content(chance) if file else None for path, file in sorted(whole.items())}

    def _named(self, path: str) -> File:
        if path not in self.names:
            self._rename(Step("create", path))
        return self.names[path]

    def _rename(self, step: Step) -> None:
        """Take a change of names."""
        path, other = step.path, str(step.data) if step.kind in {"rename", "link"} else ""
        if step.kind == "create":
            self.names[path] = File()
        file = self.names.get(path)
        if step.kind in {"rename", "link"} and file is not None:
            self.names[other] = file
        if step.kind in {"rename", "delete"}:
            self.names.pop(path, None)
        if step.kind == "rename" and file is None:  # a folder, with what is in it
            _move(self.names, path, other)
        self._underway.append(_Naming(step.kind, path, file, other))
        if step.durable:
            self._flush_folder(_parent(path))

    def _flush(self, path: str) -> None:
        file = self.names.get(path)
        if file is None:
            self._flush_folder(path)
            return
        file.certain = file.content(None)
        file.underway = []
        self._settle([each for each in self._underway if each.kind == "create" and each.file is file])

    def _flush_folder(self, folder: str) -> None:
        self._settle([each for each in self._underway if each.folder == folder])

    def _settle(self, namings: list[_Naming]) -> None:
        for naming in namings:
            _apply(self._certain, naming)
            self._underway.remove(naming)


def _apply(names: "dict[str, File | None]", naming: _Naming) -> None:
    if naming.kind in {"create", "mkdir"}:
        names[naming.path] = naming.file
    elif naming.kind in {"delete", "rmdir"}:
        names.pop(naming.path, None)
    elif naming.kind == "link":
        names[naming.other] = naming.file
    elif naming.file is not None:
        names.pop(naming.path, None)
        names[naming.other] = naming.file
    elif naming.path in names:
        _move(names, naming.path, naming.other)
        names[naming.other] = names.pop(naming.path)


def _move(names: dict[str, Any], path: str, other: str) -> None:
    """Move what is in a folder to another one."""
    for name in [each for each in names if each.startswith(f"{path}/")]:
        names[other + name.removeprefix(path)] = names.pop(name)


def _has_its_folders(path: str, names: "dict[str, File | None]") -> bool:
    """Whether no folder above was made and lost again; those above the disk's own are always there."""
    tops = min((len(PurePath(each).parts) for each in names), default=0)
    above = [str(each) for each in PurePath(path).parents if len(each.parts) >= tops]
    return all(each in names for each in above)


def _parent(path: str) -> str:
    return str(PurePath(path).parent)


def _write(content: bytearray, step: Step, sector: int, share: float, chance: random.Random | None) -> None:
    at, end = step.at, step.at + len(step.data)
    while at < end:
        stop = min(end, (at // sector + 1) * sector)
        if chance is None or chance.random() < share:
            if len(content) < at:
                content += bytes(at - len(content))
            content[at:stop] = step.data[at - step.at : stop - step.at]
        elif stop > len(content) and chance.random() < 0.3:  # the file grew, its new sectors were not written
            old = len(content)
            content += chance.randbytes(stop - old) if chance.random() < 0.5 else bytes(stop - old)
        at = stop
