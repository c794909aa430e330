"""The institution's logo: put into a template's place for it, or that place taken out.

The shipped templates have an invisible picture called ``docgen-logo`` in their header
(``meetingtypes/authoring/logo.py``). A template without it is left as it is: an office that has put its
own logo in with Word needs nothing from here.
"""

from __future__ import annotations

import posixpath
import struct
from pathlib import Path

from lxml import etree

from docgen.documents.package import CONTENT_TYPES, Archive, read
from docgen.findings import Finding, Place
from docgen.planning import Logo

NAME = "docgen-logo"
_MARK = NAME.encode()
_LIMIT = 5_000_000
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_RELATION_ID = "rIdDocgenLogo"
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # three of them are tables and extensions


def find_logo(name: str, folder: Path | None) -> tuple[Logo | None, tuple[Finding, ...]]:
    """The logo called ``name`` in ``folder``, and what is wrong with it; no logo for a blank name."""
    if not name or folder is None:
        return None, ()
    place = Place(file=Path(name).name)
    # Beside the workbook and nowhere else: a workbook from elsewhere should not reach into other folders.
    path = folder / Path(name).name
    try:
        data = path.read_bytes() if path.stat().st_size <= _LIMIT else b""
    except OSError:
        return None, (Finding.of("W-164", place, name=name),)
    logo = _recognised(data)
    return logo, () if logo else (Finding.of("W-165", place, name=name, limit=_LIMIT // 1_000_000),)


def _recognised(data: bytes) -> Logo | None:
    """The picture in these bytes; ``None`` for what is no whole PNG or JPEG."""
    kind, size = ("png", _png_size(data)) if data.startswith(_PNG) else ("jpeg", _jpeg_size(data))
    return Logo(data, kind, *size) if size and all(size) else None


def _png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height, which stand in the first chunk (PNG specification, 11.2.1)."""
    if data[12:16] != b"IHDR" or b"IEND" not in data[24:]:
        return None
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height, which stand in the frame's header (ITU T.81, B.2.2), behind other segments."""
    if not data.startswith(b"\xff\xd8\xff") or b"\xff\xd9" not in data:
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        length, _, height, width = struct.unpack_from(">HBHH", data, at + 2)
        if marker in _FRAMES:
            return width, height
        at += 1 if marker == 0xFF else 2 + length  # any number of FF may stand before a marker
    return None


def with_logo(template: bytes, name: str, logo: Logo | None) -> bytes:
    """The template with the logo in its place, or without the place when there is no logo.

    The picture keeps its proportions and fits into the place's size. ``name`` is the template's name for
    findings; raises ``TemplateError`` for what is no readable template.
    """
    members = dict(read(template, name).members)
    headers = [part for part, data in members.items() if part.startswith("word/header") and _MARK in data]
    if not headers:
        return template
    for part in headers:
        members[part] = _edited(members[part], logo)
        if logo:
            members[_relations(part)] = _related(members.get(_relations(part)), logo)
    if logo:
        members[_member(logo)] = logo.data
        members[CONTENT_TYPES] = _declared(members[CONTENT_TYPES], logo)
    return Archive(members).written({})


def _edited(header: bytes, logo: Logo | None) -> bytes:
    root = etree.fromstring(header)
    for drawing in list(root.iter(f"{_W}drawing")):
        if any(properties.get("name") == NAME for properties in drawing.iter(f"{_WP}docPr")):
            if logo:
                _fit(drawing, logo)
            elif (run := drawing.getparent()) is not None:
                run.remove(drawing)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fit(drawing: etree._Element, logo: Logo) -> None:
    """Shows the logo in the place's picture, scaled to fit into its size (in EMU)."""
    sizes = [*drawing.iter(f"{_WP}extent"), *drawing.iter(f"{_A}ext")]
    room = [int(sizes[0].get(side, "0")) for side in ("cx", "cy")]
    scale = min(room[0] / logo.width, room[1] / logo.height)
    for size in sizes:
        size.set("cx", str(round(logo.width * scale)))
        size.set("cy", str(round(logo.height * scale)))
    for blip in drawing.iter(f"{_A}blip"):
        blip.set(_EMBED, _RELATION_ID)


def _member(logo: Logo) -> str:
    return f"word/media/{NAME}.{logo.kind}"


def _relations(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _related(relations: bytes | None, logo: Logo) -> bytes:
    root = etree.fromstring(relations) if relations else etree.Element(f"{{{_RELATION}}}Relationships")
    target = _member(logo).removeprefix("word/")
    etree.SubElement(root, f"{{{_RELATION}}}Relationship", Id=_RELATION_ID, Type=_IMAGE, Target=target)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _declared(types: bytes, logo: Logo) -> bytes:
    """The content types with one for the logo's ending, if there is none yet."""
    root = etree.fromstring(types)
    known = {entry.get("Extension", "").lower() for entry in root.iter(f"{{{_CONTENT}}}Default")}
    if logo.kind not in known:
        entry = etree.Element(f"{{{_CONTENT}}}Default", Extension=logo.kind, ContentType=f"image/{logo.kind}")
        root.insert(0, entry)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
