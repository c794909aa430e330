"""The logo's place in the header: an invisible picture that building replaces or takes out."""

from __future__ import annotations

import struct
import zlib
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.package import Package
from docx.parts.image import ImagePart
from docx.shared import Emu, Mm
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.oxml import parse

NAME = "docgen-logo"
"""The picture's name (``wp:docPr``), by which building finds it."""
WIDTH, HEIGHT = Mm(45), Mm(16)
"""The room a logo has; building scales a picture to fit and keeps its proportions."""
_TOP = Mm(9)
_IMAGE = RELATIONSHIP_TYPE.IMAGE


def add_logo(paragraph: Paragraph, alt: str) -> None:
    """Anchor the logo's place at the page's upper right, outside the flow of the text.

    Its alternative text, ``alt``, is the institution's name. Horizontally it is aligned with the right
    margin, so a narrower logo still ends where the text does.
    """
    package = paragraph.part.package
    assert isinstance(package, Package)  # noqa: S101 - narrows python-docx's own type
    blob = transparent_png()
    part = ImagePart(PackURI("/word/media/logo.png"), "image/png", blob, Image.from_blob(blob))
    package.image_parts.append(part)
    relation = paragraph.part.relate_to(part, _IMAGE)
    paragraph.add_run()._r.append(_drawing(relation, alt))  # noqa: SLF001


def _drawing(relation: str, alt: str) -> Any:
    size = f'cx="{Emu(WIDTH)}" cy="{Emu(HEIGHT)}"'
    return parse(
        f"""<w:drawing>
  <wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1"
             locked="0" layoutInCell="1" allowOverlap="1">
    <wp:simplePos x="0" y="0"/>
    <wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
    <wp:positionV relativeFrom="page"><wp:posOffset>{Emu(_TOP)}</wp:posOffset></wp:positionV>
    <wp:extent {size}/>
    <wp:effectExtent l="0" t="0" r="0" b="0"/>
    <wp:wrapNone/>
    <wp:docPr id="1" name="{NAME}" descr={quoteattr(alt)}/>
    <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
    <a:graphic>
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
        <pic:pic>
          <pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>
          <pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
          <pic:spPr>
            <a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
          </pic:spPr>
        </pic:pic>
      </a:graphicData>
    </a:graphic>
  </wp:anchor>
</w:drawing>""",
        "w",
        "wp",
        "a",
        "pic",
        "r",
    )


def transparent_png() -> bytes:
    """A PNG of one transparent pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)  # 1 × 1, 8 bits, RGBA
    pixels = zlib.compress(b"\0\0\0\0\0", 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
