"""Whether two PDF files hold the same objects, however their streams are compressed."""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

# What compression and signing change: lengths, filters, the file's identity, the place of the signature.
_STORAGE = frozenset({Name.Length, Name.Filter, Name.DecodeParms})
_SIGNATURE = frozenset({Name.ByteRange, Name.Contents})


def same_contents(one: bytes, other: bytes) -> bool:
    """Whether everything that can be reached from the two catalogs and descriptions is the same."""
    try:
        with pikepdf.open(BytesIO(one)) as first, pikepdf.open(BytesIO(other)) as second:
            if len(first.objects) != len(second.objects):
                return False
            comparison = _Comparison()
            return comparison.same(first.Root, second.Root) and comparison.same(
                first.trailer.Info, second.trailer.Info
            )
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError):
        return False


class _Comparison:
    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], tuple[int, int]] = {}

    def same(self, one: Any, other: Any) -> bool:
        """Whether two objects are the same, down to what they refer to; loops are followed once."""
        if isinstance(one, pikepdf.Object) and one.is_indirect and isinstance(other, pikepdf.Object):
            if one.objgen in self._seen:
                return self._seen[one.objgen] == other.objgen
            self._seen[one.objgen] = other.objgen
        if isinstance(one, Stream):
            return isinstance(other, Stream) and self._same_stream(one, other)
        if isinstance(one, Dictionary):
            return isinstance(other, Dictionary) and self._same_table(one, other, frozenset())
        if isinstance(one, Array):
            return (
                isinstance(other, Array)
                and len(one) == len(other)
                and all(self.same(a, b) for a, b in zip(one, other, strict=True))
            )
        return bool(one == other)

    def _same_stream(self, one: Stream, other: Stream) -> bool:
        return self._same_table(one, other, _STORAGE) and one.read_bytes() == other.read_bytes()

    def _same_table(self, one: Any, other: Any, beside: frozenset[Any]) -> bool:
        if one.get("/Type") == Name.Sig:
            beside = _SIGNATURE
        keys = [key for key in sorted(one.keys()) if Name(key) not in beside]
        others = [key for key in sorted(other.keys()) if Name(key) not in beside]
        return keys == others and all(self.same(one[key], other[key]) for key in keys)
