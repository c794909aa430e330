"""What a reader finds in a .docx, as plain text: for golden files, and for tests that ask what came out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V = "{urn:schemas-microsoft-com:vml}"


def parts(data: bytes) -> dict[str, bytes]:
    """The members of the file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def story(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """The XML of one part, parsed strictly."""
    return etree.fromstring(parts(data)[part])


def names(root: etree._Element, what: str) -> list[str]:
    """Tags, aliases or ids of all fields, in the document's order."""
    return [
        found.get(f"{W}val", "")
        for control in root.iter(f"{W}sdtPr")
        if (found := control.find(f"{W}{what}")) is not None
    ]


def text_of(data: bytes) -> str:
    """Header, body and footer as lines: styles in front of headings, tables by cell, fields in brackets.

    A drawing is given by its alternative text and by the text in its shapes (of the Choice only, since
    the Fallback says the same). No-break spaces are shown as "~".
    """
    members = parts(data)
    lines: list[str] = []
    for name in sorted(members):
        if name.startswith(("word/header", "word/document.xml", "word/footer")) and name.endswith(".xml"):
            lines.append(f"=== {name.removeprefix('word/').removesuffix('.xml')}")
            lines += _block(etree.fromstring(members[name]), 0)
    return "\n".join(line.rstrip() for line in lines).replace("\N{NO-BREAK SPACE}", "~") + "\n"


def _block(parent: etree._Element, depth: int) -> Iterator[str]:
    for child in parent:
        match child.tag:
            case t if t == f"{W}p":
                yield from _paragraph(child, depth)
            case t if t == f"{W}tbl":
                yield "  " * depth + "<table>"
                yield from _block(child, depth + 1)
            case t if t == f"{W}tr":
                header = child.find(f"{W}trPr/{W}tblHeader") is not None
                yield "  " * depth + ("<header row>" if header else "<row>")
                yield from _block(child, depth + 1)
            case t if t == f"{W}sdt":
                yield "  " * depth + f"[{_field(child)}]"
                yield from _block(child, depth + 1)
            case t if t in (f"{W}tc", f"{W}body", f"{W}sdtContent"):
                yield from _block(child, depth)


def _field(control: etree._Element) -> str:
    def value(name: str) -> str:
        found = control.find(f"{W}sdtPr/{W}{name}")
        return found.get(f"{W}val", "") if found is not None else ""

    lock = f" {value('lock')}" if value("lock") else ""
    return f"{value('tag')} | {value('alias')}{lock}"


def _paragraph(paragraph: etree._Element, depth: int) -> Iterator[str]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = style.get(f"{W}val", "") if style is not None else ""
    text = "".join(_runs(paragraph)).strip()
    if text or name:
        yield "  " * depth + (f"({name}) " if name else "") + text
    for drawing in _drawings(paragraph):
        yield from drawing


def _runs(node: etree._Element) -> Iterator[str]:
    for child in node:
        match child.tag:
            case t if t == f"{W}t":
                yield child.text or ""
            case t if t == f"{W}tab":
                yield "\t"
            case t if t == f"{W}br":
                yield " / "
            case t if t == f"{W}instrText":
                yield "{" + (child.text or "").strip() + "}"
            case t if t == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                inner = "".join(_runs(content)) if content is not None else ""
                yield f"[{_field(child)}: {inner}]"
            case t if t in (f"{W}r", f"{W}hyperlink", f"{W}ins", f"{W}smartTag"):
                yield from _runs(child)


def _drawings(paragraph: etree._Element) -> Iterator[list[str]]:
    seen: set[str] = set()
    for properties in paragraph.iter(f"{WP}docPr"):
        description = properties.get("descr", "")
        if description and description not in seen:
            seen.add(description)
            yield [f"<drawing: {description}>"]
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(ancestor.tag == f"{MC}Fallback" for ancestor in box.iterancestors()):
            yield [f"  <shape> {line.strip()}" for line in _block(box, 0)]
