"""One print file while it is being written."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.files import TEMPORARY
from docgen.mailing.printfile import frame
from docgen.mailing.printfile.adapting import Fit, Lists, fitted
from docgen.mailing.printfile.archive import Archive
from docgen.mailing.printfile.chapters import Chapter, chapter
from docgen.mailing.printfile.copying import Parts
from docgen.mailing.printfile.fields import Telling
from docgen.mailing.printfile.ids import Ids, Marks
from docgen.mailing.printfile.numbers import Numbers
from docgen.mailing.printfile.passage import Passage, make_portable
from docgen.mailing.printfile.reading import Document
from docgen.mailing.printfile.relations import Links, rels_of
from docgen.mailing.printfile.sections import (
    EVEN,
    Section,
    body_of,
    pages_told,
    restart_notes,
    sections_of,
    settle,
)
from docgen.mailing.printfile.stories import Notes, Stories
from docgen.mailing.printfile.stylebook import Stylebook
from docgen.mailing.printfile.template import Template, obstacles
from docgen.mailing.printfile.values import PrintedFile
from docgen.mailing.printfile.wordml import opening

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PAGES = re.compile(rb"<Pages>(\d{1,5})</Pages>")
_FITS = 64  # templates that are remembered; one that is met again fits in the same way


class Volume:
    """A print file after the template of its first document.

    Documents are prepared, which may fail, and then added, which fails only with the disk. What is kept of
    each is a few numbers.
    """

    def __init__(
        self, path: Path, base: Template, *, title: str, duplex: bool, for_libreoffice: bool
    ) -> None:
        self.base, self.name = base, path.name
        self.letters = self.documents = 0
        self._duplex, self._for_libreoffice = duplex, for_libreoffice
        self._archive = Archive(path.with_name(f".{path.name}{TEMPORARY}"))
        self._body = self._archive.spool()
        self._links, self._ids, self._book = Links(), Ids(), Stylebook()
        self._numbers = Numbers(self._archive.spool())
        self._parts = Parts(self._archive)
        self._stories = Stories(self._archive, self._links)
        footnotes = Notes("footnote", self._archive.spool())
        # LibreOffice would put all endnotes at the end of the file, behind somebody else's letter.
        endnotes = footnotes if for_libreoffice else Notes("endnote", self._archive.spool())
        self._notes = {"footnote": footnotes, "endnote": endnotes}
        self._frame = frame.Frame(base)
        self._fits: dict[Template, Fit] = {}
        self._prepared = 0
        self._last: Chapter | None = None
        frame.begin(self._archive, title)

    def obstacles(self, document: Document, template: Template) -> list[str]:
        """Why a document cannot stand here; nothing when it can."""
        return obstacles(document, template, self.base)

    def prepare(self, document: Document, template: Template) -> tuple[Chapter, Passage]:
        """The document as a chapter of this file, and what was met on the way.

        Raises ``TemplateError`` with E-400 for one that is damaged; the file is as sound as before.
        """
        self._prepared += 1
        marks = Marks(self._ids, self._prepared)
        fit = self._fit(template)
        sections = sections_of(document)
        pages = pages_told(sections, for_libreoffice=self._for_libreoffice)
        telling = Telling(pages, len(sections) == 1, marks.end, _saved_pages(document), marks.names)
        lists = Lists(fit, self._numbers)
        passage = Passage(document, fit, lists, marks, telling, self._parts)
        self._rewrite(passage, sections, template)
        mark = (marks.fresh("bookmark"), marks.end) if passage.points else None
        return chapter(body_of(document), sections[-1].element, mark), passage

    def _rewrite(self, passage: Passage, sections: list[Section], template: Template) -> None:
        document = passage.document
        make_portable(document.root)
        passage.rewrite(document.root, document.main, self._links)
        placed: dict[tuple[str, str], str] = {}

        def place(kind: str, member: str) -> str:
            if (kind, member) not in placed:
                placed[kind, member] = self._stories.place(passage, kind, member)
            return placed[kind, member]

        # LibreOffice puts a page with the number 1 on the right anyway, and oddPage confuses its first pages.
        on_right = self._duplex and not self._for_libreoffice
        settle(sections, place, duplex=on_right, evens=template.settings.evens)
        for kind, notes in self._notes.items():
            notes.take(passage, document.root, kind)
        # LibreOffice takes sections for chapters when it numbers notes, and then begins at headings, from 0.
        by_page = self._for_libreoffice
        restart_notes(sections, list(passage.notes), template.settings.root, by_page=by_page)

    def _fit(self, template: Template) -> Fit:
        if template not in self._fits:
            if len(self._fits) >= _FITS:
                del self._fits[next(iter(self._fits))]
            self._frame.meet(template)
            self._fits[template] = fitted(template, self.base, self._book, self._numbers)
        return self._fits[template]

    def add(self, following: Chapter, passage: Passage) -> None:
        """Puts a chapter behind the others, with the notes that it brings."""
        for kind, notes in passage.notes.items():
            self._notes[kind].write(notes)
        if self._last is not None:
            self._body.write(self._last.content + self._last.closing + b"\n")
        self._last = following
        self.documents += 1

    def close(self) -> PrintedFile:
        """Writes what is left; the file is whole then, under its temporary name."""
        if self._last is not None:
            self._body.write(self._last.content + self._last.ending)
        used = {notes.kind: notes for notes in self._notes.values() if notes}
        for notes in used.values():
            notes.close(self._archive, self._links)
        self._frame.finish(self._archive, self._links, self._book, self._numbers, used)
        front = opening("document") + b"<w:body>"
        body, size = self._body.pieces(), self._body.size()
        if not self._frame.evens:  # only now is it known; LibreOffice is a fifth faster without
            body = (EVEN.sub(b"", piece) for piece in body)
        self._archive.pour(frame.MAIN, _TYPE, front, body, b"</w:body></w:document>", size)
        self._archive.add(rels_of(frame.MAIN), self._links.written())
        return PrintedFile(self._archive.close(), self.name, self.letters, self.documents)

    def discard(self) -> None:
        """Removes the file."""
        self._archive.discard()


def _saved_pages(document: Document) -> str:
    """How many pages the program counted that saved the document last; blank when none did."""
    member = "docProps/app.xml"
    found = _PAGES.search(document.data(member)) if member in document.members else None
    return found[1].decode() if found else ""
