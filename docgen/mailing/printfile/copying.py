"""Pictures, charts and whatever else a document's text points to, put into the print file once each.

What is the same to the byte, with all that it points to itself, is one part, however many letters show it.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections import Counter

from lxml.etree import _Element

from docgen.mailing.printfile.archive import Archive
from docgen.mailing.printfile.reading import Document, unreadable
from docgen.mailing.printfile.relations import (
    Links,
    Relation,
    pointers,
    relations_part,
    rels_of,
)

_DEEPEST = 8  # a chart has a workbook, which has nothing: far above any document, and an end to circles


class Parts:
    """The parts of one print file that are copied as they are."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: dict[bytes, str] = {}
        self._counts: Counter[str] = Counter()

    def relink(self, root: _Element, document: Document, member: str, links: Links) -> None:
        """Lets a part's elements point to the print file's parts; ``member`` is where the part stood.

        Raises ``TemplateError`` with E-400 for a pointer that leads nowhere.
        """
        known = document.relations_of(member)
        for element, attribute in list(pointers(root)):
            if number := element.get(attribute):
                if number not in known:
                    raise unreadable(document.name)
                relation = self.taken(document, known[number])
                element.set(attribute, links.to(relation.type, relation.target, external=relation.external))

    def taken(self, document: Document, relation: Relation, depth: int = 0) -> Relation:
        """The same relation to the print file's copy of what it leads to."""
        if relation.external:
            return relation
        return Relation(relation.type, self._copied(document, relation.target, depth))

    def _copied(self, document: Document, member: str, depth: int) -> str:
        if depth > _DEEPEST:
            raise unreadable(document.name)
        data, kind = document.data(member), document.types.get(member, "")
        own = {
            number: self.taken(document, relation, depth + 1)
            for number, relation in document.relations_of(member).items()
        }
        key = hashlib.sha256(f"{kind} {sorted(own.items(), key=str)}".encode() + data).digest()
        if key not in self._known:
            self._known[key] = name = self._named(member)
            self._archive.add(name, data, kind or "application/octet-stream")
            if own:
                self._archive.add(rels_of(name), relations_part(own.items()))
        return self._known[key]

    def _named(self, member: str) -> str:
        """A name of its own in the same folder: ``word/media/image1.png``, ``image2.png``, …"""
        stem, ending = posixpath.splitext(member)
        bare = stem.rstrip("0123456789")
        self._counts[bare.lower()] += 1
        return f"{bare}{self._counts[bare.lower()]}{ending}"
