"""A Word template, compiled once and filled many times.

Tags are docxtpl's. docxtpl cleans each part once (``cleaning``); the part is proved sound (``soundness``)
and becomes one compiled Jinja template in a sandbox, which escapes every value for the place it stands in
(``values``). Filling is then the joining of text: no XML is parsed, and what never changes in the file is
copied as packed bytes (``package``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import jinja2
from jinja2.exceptions import SecurityError
from lxml import etree

from docgen.documents.compiling import CompiledPart, compiled, every_name
from docgen.documents.ids import Ids
from docgen.documents.package import Archive, read
from docgen.documents.parts import filled_parts, mend_ignorable
from docgen.documents.reasons import INSIDE, NOT_XML, TOO_LARGE, why_not_worked_out
from docgen.documents.sandbox import TooLargeError, UnknownNameError
from docgen.documents.tagcheck import Unknown, names_in, unknown_names
from docgen.errors import TemplateError
from docgen.findings import Finding, errors_in, in_order

# What an expression in a tag can end in when the values do not fit it.
_WRONG_VALUES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
_SHOWN = 12


class Template:
    """A .docx with tags. Get one with ``Template.compile``; it never changes, and threads may share it."""

    def __init__(
        self,
        name: str,
        data: bytes,
        parts: tuple[CompiledPart, ...],
        archive: Archive,
        ids: Ids,
        notes: tuple[Finding, ...],
    ) -> None:
        self.name = name
        self._data = data
        self._parts = parts
        self._archive = archive
        self._ids = ids
        self._notes = notes

    @classmethod
    def compile(cls, data: bytes, name: str) -> Template:
        """The template in ``data``, the bytes of a .docx; ``name`` is the file's name in findings.

        Raises ``TemplateError`` with everything that is wrong, of all parts: a file that is no Word
        document, tags that are broken, blocks that would tear the document, text that would be lost.
        """
        package = read(data, name)
        parts = list(filled_parts(package.members, name))
        notes = [*package.notes, *(note for part in parts for note in mend_ignorable(part))]
        ids = Ids(part.root for part in parts)
        results = {part.member: compiled(part, ids) for part in parts}
        if findings := [finding for result in results.values() for finding in result.findings]:
            raise TemplateError(*in_order(findings))
        notes += (note for result in results.values() for note in result.notes)
        changing = [result.part for result in results.values() if result.part is not None]
        unchanging = {
            member: results[member].unchanging if member in results else packed
            for member, packed in package.members.items()
            if member not in {part.member for part in changing}
        }
        return cls(name, data, tuple(changing), Archive(unchanging), ids, tuple(notes))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickles as the file it came from: compiled code does not travel between processes."""
        return Template.compile, (self._data, self.name)

    def render(self, context: Mapping[str, object]) -> bytes:
        """The .docx filled with ``context``: the same template and context give the same bytes.

        Raises ``TemplateError`` at the first tag that asks for an unknown name or for something that is no
        text, with the tag, its part and the text beside it.
        """
        return self._archive.written(self._filled(context))

    def check(self, context: Mapping[str, object]) -> tuple[Finding, ...]:
        """Everything worth knowing before anyone fills this template; empty when it is as it should be.

        ``context`` is the vocabulary: a sample of what tags can say. Every name in every tag is looked up
        in it, also in conditions that the sample does not meet and in repeats, by their list's first item.
        Where all names are known, the sample is also filled in, to find values that cannot stand where
        their tag does.
        """
        findings = [*self._notes, *(f for part in self._parts for f in _unknown(part, context))]
        if not errors_in(findings):
            findings += self._trial(context)
        return in_order(findings)

    def _filled(self, context: Mapping[str, object]) -> dict[str, bytes]:
        numbering = self._ids.numbering()
        names = every_name(context)
        done = {}
        for part in self._parts:
            try:
                text = part.filled(names)
            except (jinja2.TemplateError, *_WRONG_VALUES) as error:
                raise TemplateError(_explained(part, error, context)) from error
            done[part.member] = part.finished(text, numbering)
        return done

    def _trial(self, context: Mapping[str, object]) -> Iterator[Finding]:
        """What filling the sample in comes to: an error, or a part that is no XML."""
        try:
            filled = self._filled(context)
        except TemplateError as error:
            yield from error.findings
            return
        for part in self._parts:
            try:
                etree.fromstring(filled[part.member])
            except etree.XMLSyntaxError:
                yield Finding.of("E-124", part.place(0), reason=NOT_XML)


def _unknown(part: CompiledPart, context: Mapping[str, object]) -> Iterator[Finding]:
    for unknown in unknown_names(part.tree(), context):
        yield _not_there(part, unknown)


def _not_there(part: CompiledPart, unknown: Unknown) -> Finding:
    place = part.place(unknown.line)
    if unknown.forbidden:
        return Finding.of("E-149", place, reason=INSIDE)
    if unknown.guess:
        return Finding.of("E-130", place, name=unknown.path, guess=unknown.guess)
    known = ", ".join(sorted(unknown.known)[:_SHOWN]) or "–"
    return Finding.of("E-131", place, name=unknown.path, known=known)


def _explained(part: CompiledPart, error: Exception, context: Mapping[str, object]) -> Finding:
    """The finding for an error in a tag's expression, by the line of code it came from."""
    line = part.failing_line(error.__traceback__)
    place = part.place(line)
    if isinstance(error, UnknownNameError):
        static = (found for found in _unknown(part, context) if found.place == place)
        return next(static, _not_there(part, Unknown(line, error.name, names_in(error.holder))))
    if isinstance(error, TooLargeError):
        return Finding.of("E-149", place, reason=TOO_LARGE)
    if isinstance(error, SecurityError):
        return Finding.of("E-149", place, reason=INSIDE)
    return Finding.of("E-148", place, reason=why_not_worked_out(error))
