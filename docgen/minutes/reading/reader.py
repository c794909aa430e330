"""Filled minutes read from a Word file: to values, with a finding for whatever cannot be read.

Fields are found by their tags, else by their aliases, else by their places; what people wrote beside a field
in its cell counts too. The file's name and folder mean nothing: the document itself says which meeting it is
of. Notes of the facilitator (``noteark``) are no minutes, and are never read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from lxml.etree import _Element

from docgen.documents.filling import name_of, read_template
from docgen.documents.package import read
from docgen.documents.parts import W, main_part, parsed
from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.make import make_one
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.minutes.reading.answer import Answers
from docgen.minutes.reading.answers import read_answers
from docgen.minutes.reading.assembling import Assembly
from docgen.minutes.reading.form import Form
from docgen.minutes.reading.formreading import form_of
from docgen.minutes.reading.identity import identity_of, people_of, properties
from docgen.minutes.reading.names import Names
from docgen.minutes.reading.typed import Typist
from docgen.minutes.reading.wordtext import accept_changes
from docgen.minutes.values import FilledMinutes, Identity, label

LAYOUT = "referat"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says, ``None`` where it could not be read as minutes, and what is to be said of it."""

    minutes: FilledMinutes | None
    findings: tuple[Finding, ...] = ()


def read_minutes(data: bytes, file: Path, types: Sequence[MeetingType]) -> Reading:
    """The filled minutes in ``data``, the contents of ``file``.

    Every fault is a finding: a file that is no Word document, somebody else's, of an unknown type, a field
    that is missing or stands there twice, a date that is none. Fields that still show their prompt are blank.
    """
    shown = label(file)
    try:
        members = read(data, shown).members
        told = properties(members, shown)
        identity = identity_of(told)
        if identity is None:
            return Reading(None, (Finding.of("E-300", Place(file=shown)),))
        kind = next((one for one in types if one.name == identity.kind), None)
        if kind is None:
            return Reading(None, (Finding.of("E-301", Place(file=shown), kind=identity.kind),))
        body = _body(members, shown)
        accept_changes(body)
        names = Names(_form(kind), people_of(told))
    except TemplateError as error:
        return Reading(None, error.findings)
    return _read(body, file, identity, kind, names)


def _read(body: _Element, file: Path, identity: Identity, kind: MeetingType, names: Names) -> Reading:
    answers = read_answers(body, names.form, names)
    typist = Typist(label(file), names, identity.start.date() if identity.start else None)
    minutes = Assembly(kind, answers, typist).minutes(file, identity)
    for tag in answers.twice:
        typist.note("W-310", tag)
    if missing := [names.said_of(tag) for tag in _missing(answers, names)]:
        fields = ", ".join(dict.fromkeys(missing))
        typist.findings.append(Finding.of("W-311", Place(file=label(file)), fields=fields))
    return Reading(minutes, tuple(typist.findings))


def _missing(answers: Answers, names: Names) -> Iterator[str]:
    """The tags of fields, and the first ones of tables, that are not there."""
    for one in names.form.blanks:
        if one.section:
            if not answers.rows.get(one.section) and one.tag.startswith(f"{one.section}.1."):
                yield one.tag
        elif one.is_personal:
            yield from (tag for tag in map(one.tag_of, names.people) if tag not in answers.fields)
        elif not one.varies and one.tag not in answers.fields:
            yield one.tag


def _body(members: Mapping[str, bytes], file: str) -> _Element:
    """The ``w:body`` of a document. Raises ``TemplateError`` for one that Word has not written."""
    member = main_part(members, Place(file=file))
    body = parsed(members[member], Place(file=file, part="document")).find(f"{W}body")
    if body is None:
        raise TemplateError(Finding.of("E-120", Place(file=file)))
    return body


def _form(kind: MeetingType) -> Form:
    """The blank minutes of a type; an empty form for a type that has none."""
    rule = next((one for one in kind.documents if one.layout == LAYOUT), None)
    return _form_in(kind, rule) if rule else Form()


@lru_cache(maxsize=64)
def _form_in(kind: MeetingType, rule: DocumentRule) -> Form:
    """The form that the template is, or would be, had no program thrown the names of its fields away."""
    name = name_of(kind, kind.path(rule))
    form = form_of(_body(read(read_template(kind.path(rule)), name).members, name))
    return form if form.blanks else form_of(_body(read(make_one(kind, rule), name).members, name))
