"""The Word documents of a meeting, filled: each template is compiled once and rendered many times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.documents.cancelcontext import cancellation_context
from docgen.documents.context import document_context, meeting_context
from docgen.documents.coursecontext import course_context
from docgen.documents.logo import with_logo
from docgen.documents.template import Template
from docgen.documents.window import with_window
from docgen.errors import TemplateError, why
from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.model import Institution
from docgen.planning import Cancellation, CourseSheet, Logo, PlannedMeeting


class Filler:
    """Fills the templates of an institution; keeps those that it has compiled."""

    def __init__(self, institution: Institution, logo: Logo | None = None) -> None:
        self._institution = institution
        self._logo = logo
        self._compiled: dict[Path, Template] = {}

    def documents(self, planned: PlannedMeeting) -> Iterator[tuple[str, bytes]]:
        """File name and bytes of each document of the meeting, in the plan's order.

        Raises ``TemplateError`` for a template that is missing, broken or has an unknown tag.
        """
        shared = meeting_context(planned, self._institution)
        for document in planned.documents:
            template = self._template(planned.kind, planned.kind.path(document.rule))
            context = document_context(shared, document.receiver, document.rule.title)
            yield document.file, template.render(context)

    def course(self, sheet: CourseSheet) -> bytes:
        """A document about a whole course. Raises as ``documents`` does."""
        template = self._template(sheet.kind, sheet.kind.path(sheet.rule))
        house, title = self._institution, sheet.rule.title
        return template.render(course_context(sheet.course, sheet.kind, sheet.meetings, house, title))

    def cancellation(self, one: Cancellation) -> Iterator[tuple[str, bytes]]:
        """File name and bytes of each letter that calls a meeting off. Raises as ``documents`` does."""
        if one.kind is None or one.rule is None:
            return
        template = self._template(one.kind, one.kind.path(one.rule))
        for file, receiver in one.letters:
            context = cancellation_context(one, receiver, self._institution, one.rule.title)
            yield file, template.render(context)

    def of_minutes(self, kind: MeetingType, rule: DocumentRule, context: Mapping[str, object]) -> bytes:
        """A document made from filled minutes. Raises as ``documents`` does."""
        return self._template(kind, kind.path(rule)).render(context)

    def _template(self, kind: MeetingType, path: Path) -> Template:
        if path not in self._compiled:
            name = name_of(kind, path)
            template = with_logo(read_template(path), name, self._logo)
            self._compiled[path] = Template.compile(
                with_window(template, name, self._institution.window), name
            )
        return self._compiled[path]


def name_of(kind: MeetingType, path: Path) -> str:
    """What a template is called in findings: ``opfoelgningsmoede/dagsorden.docx``."""
    return f"{kind.name}/{path.name}"


def read_template(path: Path) -> bytes:
    """The bytes of a template; ``TemplateError`` when there is none or it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        place = Place(file=f"{path.parent.name}/{path.name}")
        raise TemplateError(Finding.of("E-150", place, reason=why(error))) from error
