"""Word files for tests: made with python-docx, damaged by hand, read with lxml and nothing of docgen."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml
from lxml import etree

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NS.items())
W = "{" + NS["w"] + "}"
BODY = "word/document.xml"


def saved(document: Document) -> bytes:
    """The bytes of a document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def letter(*paragraphs: str, table: Sequence[Sequence[str]] = ()) -> bytes:
    """A document with these paragraphs and, behind them, a table with these texts."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return saved(document)


def body(xml: str) -> bytes:
    """A document whose body holds this XML, before its section's properties."""
    document = docx.Document()
    holder = parse_xml(f"<w:body {DECLARED}>{xml}</w:body>")
    for position, element in enumerate(list(holder)):
        document.element.body.insert(position, element)
    return saved(document)


def p(text: str, attributes: str = "") -> str:
    """A paragraph's XML."""
    return f"<w:p {attributes}>{run(text)}</w:p>"


def run(text: str) -> str:
    """A run's XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(properties: str, content: str) -> str:
    """A content control's XML."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def drawing(attributes: str, inner: str = "") -> str:
    """The XML of a run with a drawing in it."""
    return f"<w:r><w:drawing><wp:inline><wp:docPr {attributes}/>{inner}</wp:inline></w:drawing></w:r>"


def text_box(content: str) -> str:
    """What a drawing holds when it is a text box."""
    return f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"


def table(*rows: str) -> str:
    """A table of one column; ``rows`` are XML."""
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(rows)}</w:tbl>"


def row(content: str) -> str:
    """A row with one cell."""
    return f"<w:tr><w:tc><w:tcPr/>{content}</w:tc></w:tr>"


def members(data: bytes) -> dict[str, bytes]:
    """What the zip holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(pairs: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these members, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in pairs:
            archive.writestr(name, content)
    return stream.getvalue()


def edited(data: bytes, change: Callable[[str], str], member: str = BODY) -> bytes:
    """The document with the text of one member changed; ``change`` must change it."""
    parts = members(data)
    before = parts[member].decode()
    parts[member] = change(before).encode()
    assert parts[member].decode() != before
    return zipped(parts.items())


def with_part(data: bytes, member: str, content_type: str, content: str) -> bytes:
    """The document with one more part."""
    override = f'<Override PartName="/{member}" ContentType="{content_type}"/></Types>'
    parts = members(edited(data, lambda xml: xml.replace("</Types>", override), "[Content_Types].xml"))
    return zipped([*parts.items(), (member, content.encode())])


def tree(data: bytes, member: str = BODY) -> etree._Element:
    """One part's XML, strictly parsed."""
    return etree.fromstring(members(data)[member])


def paragraphs(data: bytes, member: str = BODY) -> list[str]:
    """The paragraphs' texts, also those in tables, content controls and text boxes."""
    return [_text(found) for found in tree(data, member).iter(W + "p")]


def _text(paragraph: etree._Element) -> str:
    signs = {W + "br": "\n", W + "tab": "\t"}
    own = (
        e for e in paragraph.iter(W + "t", W + "br", W + "tab") if next(e.iterancestors(W + "p")) is paragraph
    )
    return "".join(
        signs.get(str(e.tag)) or e.text or "" for e in own if next(e.iterancestors(W + "pPr"), None) is None
    )


def values(data: bytes, path: str, member: str = BODY) -> list[str]:
    """What an XPath finds, as texts."""
    found = tree(data, member).xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(one) for one in found]
