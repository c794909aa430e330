"""The parts of a Word document: which of them are filled, and their XML trees.

Source: ECMA-376 part 1, clause 11 (the parts), part 2, clause 10 (content types), part 3 (mc:Ignorable).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from docgen.documents.package import CONTENT_TYPES
from docgen.documents.reasons import DOCTYPE, NOT_XML
from docgen.errors import TemplateError
from docgen.findings import Finding, Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_STRICT = "http://purl.oclc.org/ooxml/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = _WORD + "document.main+xml"
_FILLED = frozenset(
    {
        _MAIN,
        *(_WORD + kind + "+xml" for kind in ("header", "footer", "footnotes", "endnotes", "comments")),
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
)
# Word writes the braces of a link's address in the way of URLs.
_TAG = re.compile(rb"\{\{(?!\{)[^{}]*\}\}|\{%[^{}]*%\}|%7B(?:%7B|%25)[^\"<>]*?(?:%7D|%25)%7D", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """One part that can hold tags: its bytes, its tree, and the relations it may point to.

    ``xml`` is the part as it was read; the tree may be mended after that.
    """

    member: str
    place: Place
    data: bytes
    xml: str
    root: _Element
    relations: frozenset[str]

    @property
    def is_word(self) -> bool:
        """Whether it is WordprocessingML: text in runs, not a part with properties."""
        return self.root.tag.startswith(W)

    @property
    def declarations(self) -> str:
        """The root's namespaces, as they are written in a start tag."""
        spaces = self.root.nsmap.items()
        return "".join(f' xmlns{":" + prefix if prefix else ""}="{space}"' for prefix, space in spaces)


def label(member: str) -> str:
    """What people call the part: ``header1`` for ``word/header1.xml``."""
    return posixpath.splitext(posixpath.basename(member))[0]


def content_types(members: Mapping[str, bytes], place: Place) -> dict[str, str]:
    """Every member's content type; ``TemplateError`` unless the package is an ordinary .docx."""
    root = parsed(members[CONTENT_TYPES], Place(file=place.file, part=CONTENT_TYPES))
    by_name = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Override")}
    by_ending = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter("{*}Default")}
    types = {
        member: by_name.get("/" + member.lower()) or by_ending.get(member.rpartition(".")[2].lower(), "")
        for member in members
    }
    if _MAIN not in types.values():
        others = [kind for kind in types.values() if kind.endswith(".main+xml")]
        found = Finding.of("E-123", place, content_type=others[0]) if others else Finding.of("E-120", place)
        raise TemplateError(found)
    return types


def main_part(members: Mapping[str, bytes], place: Place) -> str:
    """The name of the member that the document itself stands in; raises as ``content_types`` does."""
    types = content_types(members, place)
    return next(member for member, kind in types.items() if kind == _MAIN)


def parsed(data: bytes, place: Place) -> _Element:
    """The tree of an XML part, without comments; ``TemplateError`` for what no Word has written.

    A document type declaration is refused (part 2, clause 9.1.4 forbids it, and it is the door of XML bombs).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise TemplateError(Finding.of("E-124", place, reason=NOT_XML)) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):  # its stubs do not know it
        raise TemplateError(Finding.of("E-124", place, reason=DOCTYPE))
    return root


def filled_parts(members: Mapping[str, bytes], name: str) -> Iterator[Part]:
    """The parts that can hold tags, as trees, in the file's order.

    Raises ``TemplateError`` for a file that is no ordinary .docx, for a part that cannot be read, and for
    tags in parts that are not filled (charts, SmartArt, building blocks, addresses of links): nothing is
    left out in silence.
    """
    types = content_types(members, Place(file=name))
    for member, data in members.items():
        place = Place(file=name, part=label(member))
        if types[member] in _FILLED:
            root = parsed(data, place)
            _refuse_dialects(root, place)
            xml = etree.tostring(root, encoding="unicode")
            yield Part(member, place, data, xml, root, _relations(members, member))
        elif member.endswith((".xml", ".rels")) and (tag := _TAG.search(data)):
            shown = unquote(re.sub(rb"<[^<>]*>", b"", tag.group()).decode(errors="replace"))
            raise TemplateError(Finding.of("E-144", Place(file=name, part=label(member), tag=shown)))


def _refuse_dialects(root: _Element, place: Place) -> None:
    """The cleaning knows Word's own prefix and namespace only, and would leave tags as they are."""
    if root.tag.startswith("{" + _STRICT):
        raise TemplateError(Finding.of("E-125", place, dialect="Strict Open XML"))
    if root.tag.startswith(W) and root.prefix != "w":
        raise TemplateError(Finding.of("E-125", place, dialect=f"{root.prefix}:"))


def _relations(members: Mapping[str, bytes], member: str) -> frozenset[str]:
    folder, _, base = member.rpartition("/")
    rels = members.get(f"{folder}/_rels/{base}.rels")
    if rels is None:
        return frozenset()
    return frozenset(e.get("Id", "") for e in parsed(rels, Place(part=label(member))).iter("{*}Relationship"))


def mend_ignorable(part: Part) -> list[Finding]:
    """Notes of the prefixes that ``mc:Ignorable`` named without declaring; they are taken out.

    Word refuses to open such a part (part 3, clause 10.1), and nothing can be lost: a prefix that is not
    declared is not used.
    """
    notes = []
    for element in part.root.iter(etree.Element):
        named = element.get(MC + "Ignorable", "").split()
        for prefix in [prefix for prefix in named if prefix not in element.nsmap]:
            named.remove(prefix)
            element.set(MC + "Ignorable", " ".join(named))
            notes.append(Finding.of("W-121", part.place, prefix=prefix))
    return notes
