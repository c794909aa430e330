"""Words of ``[ord]`` with tags in them, filled where no Word template is: in e-mails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import jinja2

from docgen.documents.reasons import INSIDE, why_misread, why_not_worked_out
from docgen.documents.sandbox import TagEnvironment, UnknownNameError
from docgen.documents.tagcheck import names_in, unknown_names
from docgen.errors import TemplateError
from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import MeetingType

_WRONG_VALUES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


def phrases(kind: MeetingType, name: str, context: Mapping[str, object]) -> tuple[str, ...]:
    """The texts of the word ``name`` ("mail.emne"), filled; those that come out blank are left out.

    Raises ``TemplateError`` for a tag that cannot be filled, with the word's name.
    """
    filled = (_filled(text, context, _place(kind, name)).strip() for text in _texts(kind, name))
    return tuple(text for text in filled if text)


def faults(kind: MeetingType, name: str, context: Mapping[str, object]) -> Iterator[Finding]:
    """What is wrong in the tags of the word ``name``; in those too that this ``context`` does not come to."""
    try:
        phrases(kind, name, context)
    except TemplateError as error:
        yield from error.findings
        return
    for text in _texts(kind, name):
        for unknown in unknown_names(_environment().parse(text), context):
            known = ", ".join(sorted(unknown.known))
            yield Finding.of("E-131", _place(kind, name), name=unknown.path, known=known)


def _texts(kind: MeetingType, name: str) -> tuple[str, ...]:
    words = kind.words[name]
    return (words,) if isinstance(words, str) else tuple(words)


def _place(kind: MeetingType, name: str) -> Place:
    return Place(file=f"{kind.name}/type.toml", key=f"ord.{name}")


def _filled(text: str, context: Mapping[str, object], place: Place) -> str:
    try:
        return _compiled(text).render(context)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(Finding.of("E-134", place, reason=why_misread(error.message or ""))) from error
    except UnknownNameError as error:
        known = ", ".join(sorted(names_in(error.holder) or context))
        raise TemplateError(Finding.of("E-131", place, name=error.name, known=known)) from error
    except jinja2.exceptions.SecurityError as error:
        raise TemplateError(Finding.of("E-149", place, reason=INSIDE)) from error
    except (jinja2.TemplateError, *_WRONG_VALUES) as error:
        raise TemplateError(Finding.of("E-148", place, reason=why_not_worked_out(error))) from error


@lru_cache(maxsize=512)  # a pack has hundreds of e-mails of the same few words
def _compiled(text: str) -> jinja2.Template:
    return _environment().from_string(text)


@lru_cache(maxsize=1)
def _environment() -> TagEnvironment:
    """The language of tags as in Word; what comes out is plain text, so nothing is escaped here."""
    environment = TagEnvironment(_as_it_is, _as_it_is)
    environment.autoescape = False
    return environment


def _as_it_is(value: object, _place: int) -> object:
    return value
