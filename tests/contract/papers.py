"""Every document of every meeting type, the one of the documentation's page among them."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import docgen
from docgen import shelf
from docgen.documents.context import NOTHING_REPLACED
from docgen.documents.filling import read_template
from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.loader import load_types
from tests.docx_text import text_of
from tests.own_type import write_definition


def _own_type() -> MeetingType:
    """The type that an office makes by following the page."""
    scratch = tempfile.TemporaryDirectory()
    atexit.register(scratch.cleanup)
    folder = write_definition(Path(scratch.name))
    (kind,) = load_types(folder, templates_needed=False)
    shelf.make_templates(kind)
    return kind


SHIPPED = docgen.meeting_types()
TYPES = (*SHIPPED, _own_type())
every_type = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)


def documents(wanted: Callable[[DocumentRule], bool]) -> pytest.MarkDecorator:
    """A test for each document of each type that is ``wanted``."""
    chosen = [
        pytest.param(kind, rule, id=f"{kind.name}/{rule.file}")
        for kind in TYPES
        for rule in kind.documents
        if wanted(rule)
    ]
    return pytest.mark.parametrize(("kind", "rule"), chosen)


every_document = documents(lambda _: True)


@cache
def compiled(path: Path) -> Template:
    return Template.compile(path.read_bytes(), path.name)


def filled(kind: MeetingType, rule: DocumentRule) -> bytes:
    """The document with a sample in which every optional value is there."""
    return compiled(kind.path(rule)).render(sample_context(kind, rule))


def first_letter(kind: MeetingType, rule: DocumentRule) -> bytes:
    """The same when it is the first: it takes the place of no other letter, and nothing is left open."""
    context = sample_context(kind, rule)
    letter = {**context.get("brev", {}), **NOTHING_REPLACED}  # an excerpt of minutes is no letter
    return compiled(kind.path(rule)).render({**context, "brev": letter, "aftaler": []})


def words_of(kind: MeetingType, rule: DocumentRule) -> str:
    """What a reader finds in it, on one line, with common spaces."""
    return " ".join(text_of(filled(kind, rule)).replace("~", " ").split())


def template_of(kind: MeetingType, rule: DocumentRule) -> bytes:
    return read_template(kind.path(rule))
