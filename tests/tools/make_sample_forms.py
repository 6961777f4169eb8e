"""Makes the sample plan's form of a member notice and its sample insert, in both languages.

They show what a plan puts into its folder of files, and serve the tests. Every page says that it is a sample
no official form; the words are ours, and no plan may send them. It prints the files' checksums.
"""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.lib.colors import Color
from reportlab.platypus.paragraph import Paragraph as Lines

import resources
from reports import fonts
from reports.sheet import BODY_WIDTH, HEIGHT, PAPER, SIDE, STANDARD, WIDTH
from reports.tagging import Element, TaggedCanvas
from reports.tagging_file import saved, tag

Place = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points."""

_GAP = 6.0
# Paler than the form's own words, and still 8 to 1 against the paper.
_PALE = Color(0.3, 0.3, 0.3)


class Line(NamedTuple):
    """A text of the form, or a field under its label; ``height`` is of the field, 0 for a text."""

    text: str
    field: str = ""
    height: float = 0
    heading: bool = False


class Page(NamedTuple):
    """One sample file."""

    name: str
    locale: str
    title: str
    stamp: str
    lines: tuple[Line, ...]


_FORM_EN = Page(
    "sample-notice-en",
    "en-US",
    "Sample notice of a decision",
    "SAMPLE – not an official form",  # noqa: RUF001 - as a stamp is set
    (
        Line("Notice of a decision about your Medicare Part B drug", heading=True),
        Line("Date", "date", 18),
        Line("Member", "member_name", 18),
        Line("Member number", "member_number", 18),
        Line("Letter", "letter_number", 18),
        Line("Your request was", "verb", 18),
        Line("What the request was about", "item", 98),
        Line("Why", heading=True),
        Line("These are the reasons:", "rationale", 312),
        Line("You can appeal", heading=True),
        Line("You have 65 calendar days from the date above. The plan's form says here how and who."),
    ),
)
_FORM_ES = Page(
    "sample-notice-es",
    "es-PR",
    "Muestra de notificación de una decisión",
    "MUESTRA – no es un formulario oficial",  # noqa: RUF001 - as above
    (
        Line("Notificación sobre su medicamento de la Parte B de Medicare", heading=True),
        Line("Fecha", "date", 18),
        Line("Persona afiliada", "member_name", 18),
        Line("Número de afiliado", "member_number", 18),
        Line("Carta", "letter_number", 18),
        Line("Su solicitud fue", "verb", 18),
        Line("De qué trata la solicitud", "item", 98),
        Line("Por qué", heading=True),
        Line("Estas son las razones:", "rationale", 312),
        Line("Usted puede apelar", heading=True),
        Line("Tiene 65 días calendario desde la fecha de arriba. El formulario dice aquí cómo y quién."),
    ),
)
_HELP = (
    Line("English: You can get free help in your language. Call the plan."),
    Line("Español: Usted puede recibir ayuda en su idioma, libre de cargos. Llame al plan."),
    Line("The plan's own page stands here, in English and in at least 15 more languages."),
)
_INSERT_EN = Page(
    "sample-language-help-en",
    "en-US",
    "Sample notice of language help",
    "SAMPLE – not an official notice",  # noqa: RUF001 - as above
    (Line("Help in your language", heading=True), *_HELP),
)
_INSERT_ES = Page(
    "sample-language-help-es",
    "es-PR",
    "Muestra del aviso de ayuda con el idioma",
    "MUESTRA – no es un documento oficial",  # noqa: RUF001 - as above
    (
        Line("Ayuda en su idioma", heading=True),
        Line("Usted puede recibir ayuda en su idioma, libre de cargos. Llame al plan."),
        Line("Aquí va la hoja del plan, en inglés y en por lo menos 15 idiomas más."),
    ),
)

PAGES = (_FORM_EN, _FORM_ES, _INSERT_EN, _INSERT_ES)


def made(page: Page) -> bytes:
    """The file: tagged, its fonts embedded, its fields empty."""
    fonts.load()
    target = BytesIO()
    document = Element("Document")
    canvas = TaggedCanvas(
        target,
        pagesize=PAPER,
        invariant=1,
        lang=page.locale,
        initialFontName=fonts.REGULAR,
        initialFontSize=STANDARD.body,
    )
    canvas.setTitle(page.title)
    canvas.setAuthor("Dictamen")
    canvas.setCreator("Dictamen")
    canvas.setProducer("Dictamen")
    _stamp(canvas, page, document)
    places = _lines(canvas, page, document)
    canvas.showPage()
    canvas.save()
    tagged = tag(target.getvalue(), document)
    with pikepdf.open(BytesIO(tagged)) as pdf:
        _add_fields(pdf, places)
        return saved(pdf)


def _stamp(canvas: TaggedCanvas, page: Page, document: Element) -> None:
    """Across the sheet for whoever sees it, and first for whoever hears it."""
    canvas.begin(document.child("P"))
    canvas.setFont(fonts.BOLD, 14)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, page.stamp)
    canvas.end()
    canvas.begin_artifact("Layout")
    canvas.saveState()
    canvas.setFillColor(_PALE, alpha=None)
    canvas.setFont(fonts.BOLD, 12)
    canvas.drawCentredString(WIDTH / 2, 30, page.stamp)
    canvas.restoreState()
    canvas.end()


def _lines(canvas: TaggedCanvas, page: Page, document: Element) -> dict[str, Place]:
    places: dict[str, Place] = {}
    top = HEIGHT - 64
    for line in page.lines:
        style = STANDARD.bold(STANDARD.heading) if line.heading else STANDARD.style()
        beside = line.height and line.height < 30
        text = Lines(line.text, style)
        width = 130 if beside else BODY_WIDTH
        height = text.wrap(width, HEIGHT)[1]
        kind = "H1" if line.heading and line is page.lines[0] else "H2" if line.heading else "P"
        canvas.begin(document.child(kind, title=line.text if line.heading else ""))
        text.drawOn(canvas, SIDE, top - height)
        canvas.end()
        if line.field:
            bottom = top - line.height if beside else top - height - line.height
            left = SIDE + 136 if beside else SIDE
            places[line.field] = (left, bottom, WIDTH - SIDE, bottom + line.height)
            canvas.begin_artifact("Layout")
            canvas.setLineWidth(0.5)
            canvas.line(left, bottom - 1, WIDTH - SIDE, bottom - 1)
            canvas.end()
            document.child("Form")
            top = min(bottom, top - height)
        else:
            top -= height
        top -= _GAP
    return places


def _add_fields(pdf: Pdf, places: dict[str, Place]) -> None:
    """Empty text fields at their places, each in the element that waits for it."""
    root: Any = pdf.Root.StructTreeRoot
    waiting = [kid for kid in root.K.K if Name.Form == kid.S]
    page = pdf.pages[0].obj
    made_fields: list[Object] = []
    for (name, place), element in zip(places.items(), waiting, strict=True):
        key = int(root.ParentTreeNextKey)
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T=String(name),
                TU=String(name.replace("_", " ")),
                Rect=Array([round(number, 2) for number in place]),
                F=4,
                Ff=4096 if place[3] - place[1] > 30 else 0,
                P=page,
                StructParent=key,
            )
        )
        element.K = Dictionary(Type=Name.OBJR, Obj=field, Pg=page)
        element.Pg = page
        root.ParentTree.Nums.append(key)
        root.ParentTree.Nums.append(element)
        root.ParentTreeNextKey = key + 1
        made_fields.append(field)
    if made_fields:
        page.Annots = Array(made_fields)
        pdf.Root.AcroForm = Dictionary(Fields=Array(made_fields))


def main() -> None:
    """Write the files and print their checksums."""
    folder = Path(str(resources.path("plans"))) / "files"
    folder.mkdir(exist_ok=True)
    for page in PAGES:
        data = made(page)
        (folder / f"{page.name}.pdf").write_bytes(data)
        print(f"{page.name}.pdf {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
