"""Bringing sealed attachments from one folder into another, as a backup and a restore do.

What was brought is opened to its end in its new place before it counts. Of what lies there already, each file
is opened again once in a while: a disk can lose what it took in well.
"""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from functools import partial

from app.casebook.attachment_check import Content, why_not_whole
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.copying import Progress, Stage, forget_cached, require_room, tell
from app.casebook.sealed_file import sealed_length
from app.errors import DictamenError

CHECKED_FOR = timedelta(days=14)
"""How long a file that was opened to its end is taken for whole; its time of change says since when."""

_BLOCK = 1 << 20


def bring(
    contents: Sequence[Content],
    source: AttachmentFolder,
    target: AttachmentFolder,
    progress: Progress,
    checked_for: timedelta = CHECKED_FOR,
) -> list[Content]:
    """Have these contents whole in the target; gives those that neither folder holds whole.

    Args:
        contents: as the casebook knows them.
        source: never changed.
        target: may be missing.
        progress: is told how far it is, and may stop it.
        checked_for: see ``CHECKED_FOR``; zero opens each file in the target.

    Raises:
        Stopped: a person stops it; files brought until then are whole.
        DictamenError: the target's disk is too full, cannot be written, or gave back other bytes than were
            written.
    """
    lacking = []
    for number, content in enumerate(contents):
        tell(progress, Stage.CHECK, number, len(contents))
        if not _is_whole(target, content, checked_for):
            lacking.append(content)
    require_room(target.path.parent, sum(sealed_length(content.size) for content in lacking))
    lost = []
    for number, content in enumerate(lacking):
        told = partial(tell, progress, Stage.ATTACHMENTS, number, len(lacking))
        if not _copy(content, source, target, told):
            lost.append(content)
    tell(progress, Stage.ATTACHMENTS, len(lacking), len(lacking))
    return lost


def _is_whole(folder: AttachmentFolder, content: Content, checked_for: timedelta) -> bool:
    if why_not_whole(folder, content, whole=False) is not None:
        return False
    path = folder.file(content.name)
    with suppress(OSError):  # else it is opened, and that will tell
        if 0 <= time.time() - path.stat().st_mtime < checked_for.total_seconds():
            return True
    if why_not_whole(folder, content, whole=True) is not None:
        return False
    with suppress(OSError):  # it is opened again next time
        os.utime(path)
    return True


def _copy(
    content: Content, source: AttachmentFolder, target: AttachmentFolder, go_on: Callable[[], None]
) -> bool:
    """Copy one file; False where the source does not hold it whole, and nothing is replaced."""
    if why_not_whole(source, content, whole=True) is not None:
        return False
    place = target.file(content.name)
    undone = f"{target.path}: an attachment could not be copied there"
    with target.draft(undone) as draft, source.file(content.name).open("rb") as reading:
        while block := reading.read(_BLOCK):
            go_on()
            draft.file.write(block)
        draft.finish()
        draft.place(place)
    forget_cached(place)
    if why_not_whole(target, content, whole=True) is not None:
        target.remove(content.name)
        raise DictamenError(f"{target.path}: the disk gave back other bytes than were written; replace it")
    return True
