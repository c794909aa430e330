"""Many finished letters joined into as few print files as can be, one after the other.

A letter stays together with its enclosures, and all letters stand in the order given. No more than one
letter is held at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.mailing.printfile.reading import Document, read
from docgen.mailing.printfile.template import Template, Templates
from docgen.mailing.printfile.values import Letter, Printed, PrintedFile
from docgen.mailing.printfile.volume import Volume


def write_print_files(
    letters: Iterable[Letter],
    folder: Path,
    stem: str,
    *,
    title: str,
    duplex: bool = False,
    for_libreoffice: bool = False,
    at_most: int = 0,
) -> Printed:
    """The print files of these letters, whole and under temporary names in ``folder``; whoever calls
    renames them.

    Every document begins on a new page (``duplex``: on a new sheet) with page numbers, headers, lists and
    notes of its own. Most mailings give one file, ``stem.docx``; documents that are set up in a way that a
    file can only have once give ``stem_2.docx``, and W-400 says why. No letters give no file. ``title`` is
    that of the properties. The same letters give the same bytes.

    ``for_libreoffice`` makes the file whose page numbers LibreOffice works out ("side 1 af 2"), to be turned
    into PDF; else it is for Word. See ``docgen.mailing.printfile.fields``. LibreOffice leaves the blank backs
    out of a PDF unless it is told not to (``IsSkipEmptyPages``), as it must be for ``duplex``.

    ``at_most`` is how many letters a file may have; 0 is any number. It is meant for LibreOffice, which takes
    far longer than twice as long for twice as many.

    A letter with a document that cannot be read is left out whole, with E-400 or E-401. ``OSError`` comes
    through when the files cannot be written; no temporary file is left then.
    """
    with _Press(folder, stem, title, duplex, for_libreoffice, at_most) as press:
        left_out = []
        for number, letter in enumerate(letters):
            try:
                press.print(letter)
            except TemplateError as error:
                press.findings += error.findings
                left_out.append(number)
        return Printed(press.close(), tuple(press.findings), tuple(left_out))


@dataclass
class _Press:
    """The print files that are being written; as a context, it removes them when something goes wrong."""

    folder: Path
    stem: str
    title: str
    duplex: bool
    for_libreoffice: bool
    at_most: int
    findings: list[Finding] = field(default_factory=list)
    _volumes: list[Volume] = field(default_factory=list)
    _whole: dict[Volume, PrintedFile] = field(default_factory=dict)
    _templates: Templates = field(default_factory=Templates)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        for volume in self._volumes if kind is not None else ():
            volume.discard()

    def print(self, letter: Letter) -> None:
        """Puts a letter into a print file; ``TemplateError`` when it cannot be, and nothing of it is."""
        documents = [read(source) for source in letter]
        both = [(document, self._templates.of(document)) for document in documents]
        found: list[Finding] = []
        chapters = []
        for volume, document, template in self._placed(both, found):
            made, passage = volume.prepare(document, template)
            chapters.append((volume, made, passage))
            place = Place(file=document.name)
            found += [Finding.of("W-401", place)] if passage.has_comments else []
            found += [Finding.of("W-402", place)] if passage.has_changes else []
        for volume, made, passage in chapters:
            volume.add(made, passage)
        for volume, *_ in chapters[:1]:
            volume.letters += 1
            if volume.letters == self.at_most:
                self._whole[volume] = volume.close()
        self.findings += found

    def _placed(
        self, documents: list[tuple[Document, Template]], found: list[Finding]
    ) -> list[tuple[Volume, Document, Template]]:
        """The print file of each document: the same for all of a letter, where that can be."""
        for volume in self._open():
            if not any(volume.obstacles(*both) for both in documents):
                return [(volume, *both) for both in documents]
        placed: list[tuple[Volume, Document, Template]] = []
        for document, template in documents:
            free = (volume for volume in self._open() if not volume.obstacles(document, template))
            known = next(free, None)
            volume = known or self._opened(template)
            others = placed[0][0] if placed else self._volumes[0] if known is None else volume
            for reason in others.obstacles(document, template)[:1]:
                place = Place(file=document.name)
                found.append(Finding.of("W-400", place, printed=volume.name, reason=reason))
            placed.append((volume, document, template))
        return placed

    def _open(self) -> list[Volume]:
        """The print files that take more letters."""
        return [volume for volume in self._volumes if volume not in self._whole]

    def _opened(self, template: Template) -> Volume:
        count = len(self._volumes) + 1
        path = self.folder / f"{self.stem}{'' if count == 1 else f'_{count}'}.docx"
        wishes = {"duplex": self.duplex, "for_libreoffice": self.for_libreoffice}
        self._volumes.append(Volume(path, template, title=self.title, **wishes))
        return self._volumes[-1]

    def close(self) -> tuple[PrintedFile, ...]:
        """Writes what is left of all files. One whose only letters could not be printed is none."""
        for volume in self._open():
            if volume.documents:
                self._whole[volume] = volume.close()
            else:
                volume.discard()
        return tuple(self._whole[volume] for volume in self._volumes if volume in self._whole)
