"""One finished document, opened and looked over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element

from docgen.documents.package import CONTENT_TYPES
from docgen.documents.parts import content_types, parsed
from docgen.errors import TemplateError, why
from docgen.findings import Finding, Place
from docgen.i18n import N_
from docgen.mailing.printfile.members import DamagedError, Members
from docgen.mailing.printfile.relations import Relation, relations
from docgen.mailing.printfile.values import Source
from docgen.mailing.printfile.wordml import W

DAMAGED = N_("the file is damaged, or a piece of it is missing")
_NO_WORD = N_("the file is not a Word document")
_OLD = N_("the file is protected by a password, or is in the old Word format (.doc)")
_OTHER = N_("the file is another kind of Office file, one with macros perhaps")
_STRICT = N_("the document is stored as “Strict Open XML”")
_STARTS = {
    b"PK": "",
    b"\xd0\xcf": _OLD,
}  # a zip; the old format's container, which also wraps what is encrypted
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_FETCHED = frozenset({"aFChunk", "subDocument"})
_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its members, the body's tree, and what that points to. The tree may be changed.

    What it is asked for raises ``TemplateError`` with E-400 where it is not there, or damaged.
    """

    name: str
    members: Members
    types: Mapping[str, str]
    main: str
    root: _Element
    relations: Mapping[str, Relation]

    def data(self, member: str) -> bytes:
        """A member's bytes."""
        try:
            return self.members[member]
        except (DamagedError, KeyError):
            raise unreadable(self.name) from None

    def packed(self, member: str) -> tuple[int, bytes]:
        """A member as it is packed: what is the same packed is the same. Blank where it is not there."""
        try:
            return self.members.packed(member)
        except DamagedError:
            raise unreadable(self.name) from None

    def part(self, kind: str) -> str:
        """The member that the body is related to in this way (``styles``); blank without one."""
        found = (one.target for one in self.relations.values() if one.kind == kind and not one.external)
        return next(found, "")

    def tree(self, member: str) -> _Element:
        """The tree of another part."""
        try:
            return parsed(self.data(member), _NOWHERE)
        except TemplateError:
            raise unreadable(self.name) from None

    def relations_of(self, member: str) -> Mapping[str, Relation]:
        """What a part points to, by id."""
        if member == self.main:
            return self.relations
        try:
            return relations(self.members, member)
        except (DamagedError, TemplateError):
            raise unreadable(self.name) from None


def unreadable(name: str, reason: str = DAMAGED) -> TemplateError:
    """What is raised for a document that cannot be joined; ``reason`` is marked for translation."""
    return TemplateError(Finding.of("E-400", Place(file=name), reason=reason))


def read(source: Source) -> Document:
    """The document. Raises ``TemplateError`` with E-400 or E-401 for one that cannot be joined."""
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise unreadable(source.name, why(error)) from None
    if reason := _STARTS.get(data[:2], _NO_WORD):
        raise unreadable(source.name, reason)
    try:
        document = _opened(Members(data), source.name)
    except DamagedError:
        raise unreadable(source.name) from None
    except TemplateError as error:
        raise unreadable(source.name) if error.findings[0].code != "E-400" else error from None
    if any(one.kind in _FETCHED for one in document.relations.values()):
        raise TemplateError(Finding.of("E-401", Place(file=source.name)))
    return document


def _opened(members: Members, name: str) -> Document:
    if CONTENT_TYPES not in members:
        raise unreadable(name, _NO_WORD)
    types = _types(members[CONTENT_TYPES], tuple(members))
    if _MAIN not in types.values():
        raise unreadable(name, _OTHER)
    main = next(member for member, kind in types.items() if kind == _MAIN)
    root = parsed(members[main], _NOWHERE)
    if root.tag != W + "document" or root.find(W + "body") is None:
        raise unreadable(name, _STRICT if "purl.oclc.org" in str(root.tag) else DAMAGED)
    return Document(name, members, types, main, root, relations(members, main))


@lru_cache(maxsize=64)
def _types(data: bytes, names: tuple[str, ...]) -> Mapping[str, str]:
    """The content type of every member; none where the file is no Word document."""
    try:
        return content_types({**dict.fromkeys(names, b""), CONTENT_TYPES: data}, _NOWHERE)
    except TemplateError as error:
        if error.findings[0].code == "E-124":
            raise
        return {}
