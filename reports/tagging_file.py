"""The tree of elements, the bookmarks and the description, written into a file that was laid out.

The file is built to PDF/A-3 (level B) and PDF/UA-1 and says so in its metadata, as both ask; what that is
worth is what the checkers in the tests find.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

import resources
from reports.metadata import packet
from reports.tagging import Element, Run

_BOOKMARKS_FROM = 4
"""Pages: a shorter file is read without bookmarks."""

_INDENTED = "H3"


def tag(pages: bytes, document: Element) -> bytes:
    """The finished file.

    Args:
        pages: the PDF as it was laid out.
        document: the root of the tree, every element drawn.
    """
    with pikepdf.open(BytesIO(pages)) as pdf:
        root = pdf.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.StructTreeRoot = _Tree(pdf).written(document)
        root.OutputIntents = Array([_output_intent(pdf)])
        for page in pdf.pages:
            page.obj.Tabs = Name.S
            if Name.Trans in page.obj:  # reportlab writes an empty one
                del page.obj.Trans
        if len(pdf.pages) >= _BOOKMARKS_FROM:
            _add_bookmarks(pdf, document)
        for key in (Name.Subject, Name.Keywords, Name.Trapped):
            if key in pdf.docinfo:
                del pdf.docinfo[key]
        describe(pdf)
        return saved(pdf)


def saved(pdf: Pdf) -> bytes:
    """The file's bytes, the same for the same contents."""
    target = BytesIO()
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return target.getvalue()


def describe(pdf: Pdf) -> None:
    """Say in the metadata what the file's description and language say, and the standards where they hold."""
    said = {key: str(value) for key, value in pdf.docinfo.items()}
    claims = not pdf.Root.MarkInfo.get("/Suspects", False)
    stream = pdf.make_stream(packet(said, str(pdf.Root.Lang), claims=claims))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def add_field(pdf: Pdf, field: Object) -> None:
    """Give a form field its element, behind everything else, so that it is found and named.

    Args:
        pdf: a tagged file.
        field: an annotation of its first page, in the file already.
    """
    root = pdf.Root.StructTreeRoot
    document = root.K
    key = int(root.ParentTreeNextKey)
    reference = Dictionary(Type=Name.OBJR, Obj=field, Pg=pdf.pages[0].obj)
    element = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Form, P=document, Pg=pdf.pages[0].obj, K=reference)
    )
    document.K.append(element)
    field.StructParent = key
    root.ParentTree.Nums.append(key)
    root.ParentTree.Nums.append(element)
    root.ParentTreeNextKey = key + 1


class _Tree:
    """Elements as objects of one file, and which element each run of marks belongs to."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _ in self._pages]

    def written(self, document: Element) -> Object:
        """The root of the tree."""
        pdf = self._pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root)
        numbers = Array()
        for place, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = place
            owned = Array([owners[number] for number in range(len(owners))])
            numbers.append(place)
            numbers.append(pdf.make_indirect(owned))
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._pages)
        return root

    def _element(self, element: Element, parent: Object) -> Object:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        if element.language:
            made.Lang = String(element.language)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.numbering:
            made.A = Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
        page = element.page
        if page is not None:
            made.Pg = self._pages[page]
        kids = [self._kid(kid, made, page) for kid in element.kids]
        made.K = kids[0] if len(kids) == 1 and element.kind != "Document" else Array(kids)
        return made

    def _kid(self, kid: Element | Run, owner: Object, page: int | None) -> Object | int:
        if isinstance(kid, Element):
            return self._element(kid, owner)
        self._owners[kid.page][kid.number] = owner
        if kid.page == page:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)


def _output_intent(pdf: Pdf) -> Object:
    """What the colours mean: sRGB."""
    profile = pdf.make_stream(resources.path("colour", "sRGB.icc").read_bytes())
    profile.N = 3
    condition = String("sRGB IEC61966-2.1")
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=condition,
        Info=condition,
        DestOutputProfile=profile,
    )


def _add_bookmarks(pdf: Pdf, document: Element) -> None:
    with pdf.open_outline() as outline:
        for heading in _headings(document):
            place = heading.page or 0
            item = OutlineItem(heading.title, place, "XYZ", left=0, top=heading.top)
            above = outline.root[-1].children if heading.kind == _INDENTED and outline.root else outline.root
            above.append(item)


def _headings(element: Element) -> Iterator[Element]:
    if element.title:
        yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _headings(kid)
