"""Headers, footers and notes of a print file.

Letters of one template mostly have the same header and footer, and then share the part. Source: ECMA-376
part 1, 11.3.5-11.3.7 and 11.3.10 (the parts), 17.11 (notes).
"""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter

from lxml.etree import _Element

from docgen.mailing.printfile.archive import Archive, Spool
from docgen.mailing.printfile.chapters import tiny_paragraph
from docgen.mailing.printfile.passage import Passage, make_portable
from docgen.mailing.printfile.reading import unreadable
from docgen.mailing.printfile.relations import Links, office, rels_of
from docgen.mailing.printfile.wordml import ID, TYPE, W, inner, made, opening, written

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SEPARATORS = (("-1", "separator"), ("0", "continuationSeparator"))


class Stories:
    """The headers and footers of one print file. ``links`` are those of its body."""

    def __init__(self, archive: Archive, links: Links) -> None:
        self._archive = archive
        self._links = links
        self._known: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def place(self, passage: Passage, kind: str, member: str) -> str:
        """The id by which sections point to a header or footer; ``member`` is blank for an empty one.

        Raises ``TemplateError`` with E-400 where it cannot be read.
        """
        if not member:
            return self._empty(kind)
        document = passage.document
        data = document.data(member)
        related = {
            number: passage.parts.taken(document, one)
            for number, one in document.relations_of(member).items()
        }
        known = (str(sorted(related.items(), key=str)), passage.fit.number, str(passage.telling.pages))
        key = kind + hashlib.sha256("".join(known).encode() + data).hexdigest()
        names = passage.telling.names
        is_own = b"bookmarkStart" in data or any(name.encode() in data for name in names)
        if is_own or key not in self._known:
            root, links = document.tree(member), Links()
            is_own |= passage.rewrite(root, member, links)
            number = self._added(kind, written(root), links)
            if is_own:
                return number
            self._known[key] = number
        return self._known[key]

    def _empty(self, kind: str) -> str:
        if kind not in self._known:
            self._known[kind] = self._added(
                kind,
                opening(_ROOTS[kind]) + inner([tiny_paragraph()]) + f"</w:{_ROOTS[kind]}>".encode(),
                Links(),
            )
        return self._known[kind]

    def _added(self, kind: str, data: bytes, links: Links) -> str:
        self._counts[kind] += 1
        name = f"word/{kind}{self._counts[kind]}.xml"
        self._archive.add(name, data, f"{_WORD}{kind}+xml")
        if links:
            self._archive.add(rels_of(name), links.written())
        return self._links.to(office(kind), name)


class Notes:
    """The notes of one print file, of one ``kind``: ``footnote`` or ``endnote``."""

    def __init__(self, kind: str, spool: Spool) -> None:
        self.kind = kind
        self._spool = spool
        self._numbers = itertools.count(1)
        self._links = Links()
        self._is_used = False

    def __bool__(self) -> bool:
        return self._is_used

    def take(self, passage: Passage, root: _Element, kind: str) -> None:
        """Brings the document's notes of a ``kind`` that its body refers to; they become notes of this kind.

        They wait with the document until they are written. Raises ``TemplateError`` with E-400 where one is
        missing.
        """
        references = list(root.iter(f"{W}{kind}Reference"))
        if not references:
            return
        member = passage.document.part(f"{kind}s")
        notes = passage.document.tree(member)
        make_portable(notes)
        passage.rewrite(notes, member, self._links)
        known = {note.get(ID, ""): note for note in notes.iterchildren(W + kind) if TYPE not in note.attrib}
        for reference in references:
            note = known.pop(reference.get(ID, ""), None)
            if note is None:
                raise unreadable(passage.document.name)
            number = str(next(self._numbers))
            reference.set(ID, number)
            note.set(ID, number)
            reference.tag, note.tag = f"{W}{self.kind}Reference", W + self.kind
            for mark in note.iter(f"{W}{kind}Ref"):
                mark.tag = f"{W}{self.kind}Ref"
            passage.notes[self.kind] = passage.notes.get(self.kind, b"") + inner([note])

    def write(self, notes: bytes) -> None:
        """Puts notes behind those that are there."""
        self._is_used = True
        self._spool.write(notes)

    def close(self, archive: Archive, links: Links) -> None:
        """Writes the part."""
        name = f"word/{self.kind}s.xml"
        front = opening(f"{self.kind}s") + inner(self._separators())
        back = f"</w:{self.kind}s>".encode()
        pieces, size = self._spool.pieces(), self._spool.size()
        archive.pour(name, f"{_WORD}{self.kind}s+xml", front, pieces, back, size)
        links.to(office(f"{self.kind}s"), name)
        if self._links:
            archive.add(rels_of(name), self._links.written())

    def _separators(self) -> list[_Element]:
        """The lines above notes (17.11.23), as Word draws them."""
        made_up = []
        for number, sign in _SEPARATORS:
            note, paragraph, run = made(self.kind, type=sign, id=number), made("p"), made("r")
            run.append(made(sign))
            paragraph.append(run)
            note.append(paragraph)
            made_up.append(note)
        return made_up
