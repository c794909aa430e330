"""What is wrong in the Word templates of a meeting type, found without a workbook."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.documents.filling import name_of, read_template
from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.errors import TemplateError
from docgen.findings import Finding
from docgen.meetingtypes.definition import DocumentRule, MeetingType


def check_type(kind: MeetingType) -> tuple[Finding, ...]:
    """The findings of all templates of the type: those that cannot be opened or compiled, unknown tags."""
    return tuple(finding for rule in kind.documents for finding in _check(kind, rule))


def _check(kind: MeetingType, rule: DocumentRule) -> Iterator[Finding]:
    path = kind.path(rule)
    try:
        template = Template.compile(read_template(path), name_of(kind, path))
        context = sample_context(kind, rule)
        found = template.check(context)
        yield from found
        if not any(finding.is_error for finding in found):
            template.render(context)
    except TemplateError as error:
        yield from error.findings
