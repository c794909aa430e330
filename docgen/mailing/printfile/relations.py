"""Relationships: what a part points to, read and written.

Source: ECMA-376 part 2, clause 9.3; part 1, clause 9.2 (the types).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr

from lxml.etree import _Element

from docgen.documents.parts import parsed
from docgen.findings import Place
from docgen.mailing.printfile.wordml import DECLARATION, NAMESPACES, R, finder

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_O_RELID = "{" + NAMESPACES["o"] + "}relid"
_POINTING = finder("//@r:*/.. | //@o:relid/..")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship. ``target`` is a member's name, or an address when it is ``external``."""

    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: ``image``, ``header``, ``hyperlink``."""
        return self.type.rpartition("/")[2]


def office(kind: str) -> str:
    """The type of a relationship of Office's own."""
    return _OFFICE + kind


def rels_of(member: str) -> str:
    """The name of the member that a part's relationships stand in."""
    folder, base = posixpath.split(member)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations(members: Mapping[str, bytes], member: str) -> Mapping[str, Relation]:
    """A part's relationships by their id. Raises ``TemplateError`` where they are no XML."""
    data = members.get(rels_of(member))
    return {} if data is None else _relations(data, posixpath.dirname(member))


@lru_cache(maxsize=256)
def _relations(data: bytes, folder: str) -> Mapping[str, Relation]:
    found = {}
    for element in parsed(data, Place()).iter("{*}Relationship"):
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target)))[1:]
        found[element.get("Id", "")] = Relation(element.get("Type", ""), target, external)
    return found


def pointers(root: _Element) -> Iterator[tuple[_Element, str]]:
    """The attributes by which a part's elements point to relationships."""
    for element in _POINTING(root):
        for attribute in element.attrib:
            if str(attribute).startswith(R) or attribute == _O_RELID:
                yield element, str(attribute)


class Links:
    """The relationships of a part that is being written; what is pointed to twice has one id."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool], str] = {}

    def __bool__(self) -> bool:
        return bool(self._known)

    def to(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of the relationship. ``target`` is a member's name or an address."""
        return self._known.setdefault((kind, target, external), f"rId{len(self._known) + 1}")

    def written(self) -> bytes:
        """The part that they stand in."""
        return relations_part((number, Relation(*known)) for known, number in self._known.items())


def relations_part(known: Iterable[tuple[str, Relation]]) -> bytes:
    """A part with these relationships; members are named from the package's root."""
    lines = []
    for number, relation in known:
        target, mode = (relation.target, ' TargetMode="External"') if relation.external else ("", "")
        address = quoteattr(target or f"/{relation.target}")
        lines.append(
            f"<Relationship Id={quoteattr(number)} Type={quoteattr(relation.type)} Target={address}{mode}/>"
        )
    return DECLARATION + f'<Relationships xmlns="{_NAMESPACE}">{"".join(lines)}</Relationships>'.encode()
