"""Pages of other files behind those of a letter, as pages: what they mean to a screen reader comes with them.

A file that carries no tags, or does not say that it was built to the standards that letters are built to,
takes that claim from the whole letter: its tags are then marked as suspect, and the metadata claim nothing.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from reports.tagging_file import describe, saved


class Extra(NamedTuple):
    """A file whose pages go behind the letter's.

    Attributes:
        language: of most of its words, e.g. ``es-PR``.
    """

    title: str
    language: str
    pdf: bytes


def appended(pages: bytes, extras: Sequence[Extra]) -> bytes:
    """The letter with the pages of other files behind its own, in their order.

    Args:
        pages: the tagged PDF of a letter.
        extras: the files; each is whole and holds no form fields.
    """
    with pikepdf.open(BytesIO(pages)) as pdf:
        for extra in extras:
            with pikepdf.open(BytesIO(extra.pdf)) as source:
                _append(pdf, source, extra)
        describe(pdf)
        return saved(pdf)


def _append(pdf: Pdf, source: Pdf, extra: Extra) -> None:
    first = len(pdf.pages)
    pdf.pages.extend(source.pages)
    if Name.Outlines in pdf.Root:
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem(extra.title, first))
    if not (_claims(source) and _transplanted(pdf, source, extra, first)):
        pdf.Root.MarkInfo.Suspects = True


def _claims(source: Pdf) -> bool:
    """Whether the file is tagged and says that it was built to PDF/A and PDF/UA."""
    if Name.StructTreeRoot not in source.Root or _suspect(source):
        return False
    with source.open_metadata(set_pikepdf_as_editor=False) as said:
        return "pdfuaid:part" in said and "pdfaid:part" in said


def _suspect(source: Pdf) -> bool:
    marks: Any = source.Root.get("/MarkInfo", Dictionary())
    return bool(marks.get("/Suspects", False))


def _transplanted(pdf: Pdf, source: Pdf, extra: Extra, first: int) -> bool:
    """Move the source's tree under the letter's; False where a part of it cannot be moved truthfully."""
    ours: Any = pdf.Root.StructTreeRoot
    theirs: Any = pdf.copy_foreign(pdf_root(source))
    if not _roles_agree(ours, theirs):
        return False
    offset = int(ours.ParentTreeNextKey)
    part = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Part,
            P=ours.K,
            T=String(extra.title),
            Lang=String(extra.language),
            K=Array(),
        )
    )
    for child in _children(theirs):
        if Name.Document == child.S:  # the letter's is the one document; this is a part of it
            child.S = Name.Sect
        child.P = part
        part.K.append(child)
    ours.K.K.append(part)
    highest = -1
    for key, owned in _numbers(theirs.ParentTree):
        highest = max(highest, key)
        ours.ParentTree.Nums.append(offset + key)
        ours.ParentTree.Nums.append(owned)
    ours.ParentTreeNextKey = offset + highest + 1
    for page in list(pdf.pages)[first:]:
        page.obj.Tabs = Name.S
        if Name.StructParents in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + offset
        for annotation in page.obj.get("/Annots", []):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + offset
    return True


def pdf_root(source: Pdf) -> Object:
    """The root of a file's tree, as an object that can be copied."""
    root = source.Root.StructTreeRoot
    return root if root.is_indirect else source.make_indirect(root)


def _roles_agree(ours: Any, theirs: Any) -> bool:
    """Take over what the source calls its elements, unless the letter calls others so."""
    for table in ("/RoleMap", "/ClassMap"):
        for name, meaning in dict(theirs.get(table, {})).items():
            if table not in ours:
                ours[table] = Dictionary()
            if ours[table].get(name, meaning) != meaning:
                return False
            ours[table][name] = meaning
    return True


def _children(root: Any) -> list[Any]:
    kids = root.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _numbers(tree: Any) -> Iterator[tuple[int, Object]]:
    """The entries of a number tree (ISO 32000-1, 7.9.7)."""
    listed = tree.get("/Nums", Array())
    for place in range(0, len(listed), 2):
        yield int(listed[place]), listed[place + 1]
    for kid in tree.get("/Kids", Array()):
        yield from _numbers(kid)
