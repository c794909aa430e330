"""What a Word file says anywhere in it, and its open fields (ECMA-376 part 1, 17.5.2.38, showingPlcHdr)."""

from __future__ import annotations

from docgen.documents.markup import worded, worded_members
from docgen.documents.package import read
from docgen.documents.parts import WP, W, parsed
from docgen.findings import Place
from docgen.minutes.reading.wordtext import text_of

_CORE = "docProps/core.xml"


def is_open(document: bytes, name: str, tag: str) -> bool:
    """Whether the field with this tag still shows its prompt; a field that is gone has been dealt with."""
    return any(
        element.tag == W + "sdtPr"
        and (own := element.find(W + "tag")) is not None
        and own.get(W + "val") == tag
        and element.find(W + "showingPlcHdr") is not None
        for element in worded(document, name)
    )


def said_in(document: bytes, name: str) -> list[str]:
    """What stands in the file, paragraph by paragraph: in text boxes, headers, notes and comments too; the
    descriptions of pictures, and the file's own title and such.
    """
    members = read(document, name).members
    elements = worded_members(members, Place(file=name))
    paragraphs = [text_of(one) for one in elements if one.tag == W + "p"]
    described = [one for one in elements if one.tag == WP + "docPr"]
    about = [one.get(what, "") for one in described for what in ("descr", "title")]
    if _CORE in members:
        about += map(str, parsed(members[_CORE], Place(file=name)).itertext())
    return [text for text in (*paragraphs, *about) if text]
