"""Looks for texts in files, as they are and in every dress in which a program may have written them."""

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
"""How streams of zlib and files of gzip begin."""

_MOST_UNPACKED = 1 << 20


def holds(content: bytes, text: str) -> bool:
    """Whether the content holds the text: plain, any case, UTF-16, hexadecimal, base64, backwards, packed."""
    return any(_holds(each, text) for each in (content, *unpacked(content)))


def found_in(folder: Path, texts: Iterable[str], *, besides: Iterable[Path] = ()) -> Iterator[str]:
    """Which of the texts lie in which file of a folder, or in a file's name; ``besides`` is left out."""
    left_out = set(besides)
    for path in sorted(folder.rglob("*")):
        if path in left_out:
            continue
        content = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        views = [content, *unpacked(content)]
        yield from (
            f"{text} in {path.relative_to(folder)}"
            for text in texts
            if any(_holds(view, text) for view in views)
        )


def unpacked(content: bytes) -> Iterator[bytes]:
    """What was packed by zlib or gzip anywhere in the content, as far as it can be unpacked."""
    for match in _PACKED.finditer(content):
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # either
        try:
            opened = unpacker.decompress(content[match.start() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if len(opened) > 3:  # anything shorter is chance
            yield opened


def _holds(content: bytes, text: str) -> bool:
    plain = text.encode()
    forms = [plain, text.lower().encode(), text.upper().encode()]
    forms += [text.encode("utf-16-le"), text.encode("utf-16-be"), plain[::-1]]
    forms += [plain.hex().encode(), plain.hex().upper().encode()]
    for shift in range(3):
        # base64 has three ways to begin; its first and last letters depend on the neighbours
        forms.append(base64.b64encode(bytes(shift) + plain)[4:-4])
    assert min(map(len, forms)) >= 4, f"{text} is too short to be looked for"
    return any(form in content for form in forms)
