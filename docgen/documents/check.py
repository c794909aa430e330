"""What is wrong in the Word templates of a meeting type, found without a workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docgen.documents.filling import name_of, read_template
from docgen.documents.formfields import lost_fields
from docgen.documents.mailcheck import mail_faults
from docgen.documents.readability import Readability, is_measured, readability
from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.errors import TemplateError
from docgen.findings import Finding, Place, errors_in
from docgen.meetingtypes.definition import DocumentRule, MeetingType


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in templates, and how hard those for residents are to read once they are filled."""

    findings: tuple[Finding, ...] = ()
    readability: tuple[Readability, ...] = ()

    @classmethod
    def of_all(cls, inspections: Iterable[Inspection]) -> Inspection:
        """Several inspections as one."""
        every = tuple(inspections)
        return cls(
            tuple(finding for one in every for finding in one.findings),
            tuple(measured for one in every for measured in one.readability),
        )


def inspect_type(kind: MeetingType) -> Inspection:
    """All templates of the type: opened, compiled, filled with the sample and, for residents, measured.

    The words of e-mails, which have no template, are filled too.
    """
    documents = (_inspect(kind, rule) for rule in kind.documents)
    return Inspection.of_all((*documents, Inspection(mail_faults(kind))))


def _inspect(kind: MeetingType, rule: DocumentRule) -> Inspection:
    path = kind.path(rule)
    name = name_of(kind, path)
    try:
        data = read_template(path)
        template = Template.compile(data, name)
        context = sample_context(kind, rule)
        found = (*template.check(context), *lost_fields(kind, rule, data, name))
        if errors_in(found):
            return Inspection(found)
        document = template.render(context)
        measured = (readability(document, rule, name),) if is_measured(rule) else ()
    except TemplateError as error:
        return Inspection(error.findings)
    return Inspection((*found, *(_too_hard(one) for one in measured if not one.is_easy_enough)), measured)


def _too_hard(measured: Readability) -> Finding:
    place = Place(file=measured.file)
    lix = round(measured.lix, 1)
    return Finding.of("W-151", place, lix=lix, limit=measured.limit, sentence=measured.heaviest)
