"""The empty Word package that every template starts from: our own parts, and nothing of anybody's defaults.

python-docx's own default template brings a legacy ``stylesWithEffects.xml``, a thumbnail, 270 styles and
American English. The parts in ``base/`` are what is needed instead. Theme and web settings may be missing
(ECMA-376 part 1, 11.3), but are blamed for Word for Mac's offers to repair a file (open-agreements#373);
the theme also puts the house's colours and type where people who edit a template look for them.
"""

from __future__ import annotations

import io
import zipfile
from importlib.resources import files

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# part, content type, relationship type, source of the relationship ("" is the package)
_PARTS = (
    ("word/document.xml", f"{_WORD}.document.main+xml", f"{_RELATIONS}/officeDocument", ""),
    ("word/styles.xml", f"{_WORD}.styles+xml", f"{_RELATIONS}/styles", "word"),
    ("word/settings.xml", f"{_WORD}.settings+xml", f"{_RELATIONS}/settings", "word"),
    ("word/numbering.xml", f"{_WORD}.numbering+xml", f"{_RELATIONS}/numbering", "word"),
    ("word/fontTable.xml", f"{_WORD}.fontTable+xml", f"{_RELATIONS}/fontTable", "word"),
    ("word/webSettings.xml", f"{_WORD}.webSettings+xml", f"{_RELATIONS}/webSettings", "word"),
    (
        "word/theme/theme1.xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
        f"{_RELATIONS}/theme",
        "word",
    ),
    (
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "",
    ),
    (
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        f"{_RELATIONS}/extended-properties",
        "",
    ),
)


def package() -> io.BytesIO:
    """A valid, empty ``.docx`` (ECMA-376 part 2: content types, relationships, parts)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _relationships(""))
        archive.writestr("word/_rels/document.xml.rels", _relationships("word"))
        for part, *_ in _PARTS:
            name = part.rsplit("/", 1)[1]
            archive.writestr(part, (files(__package__) / "base" / name).read_bytes())
    stream.seek(0)
    return stream


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind, *_ in _PARTS)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(source: str) -> str:
    inside = [(part, relation) for part, _, relation, at in _PARTS if at == source]
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{relation}" Target="{part.removeprefix(source + "/")}"/>'
        for number, (part, relation) in enumerate(inside, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'
