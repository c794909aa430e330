"""Minutes as they go out as a Word file: without what they tell machines of their participants.

Minutes carry numbers and names in a custom property (``docgen.deltagere``), from the day they were built.
Whoever takes a name out of the text does not see it there. Nothing that people read is changed.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from docgen.documents.parts import parsed
from docgen.findings import Place

_CUSTOM = "docProps/custom.xml"
_PROPERTY = "docgen.deltagere"


def without_names(document: bytes, name: str) -> bytes:
    """The document without that property; the same bytes where it has none.

    Raises ``TemplateError`` for properties that cannot be read.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(packed, "w") as target:
        if _CUSTOM not in archive.namelist() or _PROPERTY.encode() not in archive.read(_CUSTOM):
            return document
        for member in archive.infolist():
            data = archive.read(member)
            told = _without(data, name) if member.filename == _CUSTOM else data
            target.writestr(member, told, member.compress_type)
    return packed.getvalue()


def _without(data: bytes, name: str) -> bytes:
    root = parsed(data, Place(file=name, part="custom"))
    for one in root.findall("{*}property"):
        if one.get("name") == _PROPERTY:
            root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
