"""Why a tag or a part is refused, in words for those who edit templates.

Jinja, Python and lxml give their reasons in programmers' words. The tag stands beside the finding anyway,
so a plain reason says more; findings translate it.
"""

from __future__ import annotations

import re

from docgen.i18n import N_

NOT_XML = N_("it is not well-formed XML")
DOCTYPE = N_("it declares a document type")
INSIDE = N_("the inside of a value")
TOO_LARGE = N_("a result of that size")

PARAGRAPH_INSIDE = N_("a paragraph inside a paragraph")
RUN_INSIDE = N_("a run inside a run")
LOOSE_TEXT = N_("text outside of any run")
NO_RUNNING_TEXT = N_("no running text stands here")
STRANGER = N_("a link or picture that the template does not have")

_UNLIKE_A_TAG = N_("it is not written the way tags are")
_MISREAD = (
    ("unexpected char", N_("it has a character that means nothing there")),
    ("expected an expression, got 'end|unexpected 'end", N_("something is missing at its end")),
    ("unexpected '.', expected '.'|unexpected end of template", N_("a bracket is not closed")),
    ("expected token 'in'", N_("the word “in” is missing")),
    ("expected token 'end of .*', got '='", N_("two values are compared with “==”")),
    ("expected token 'end of", N_("there is more in it than one name or calculation")),
)

_NO_FIT = N_("its values do not fit together")
_NOT_WORKED_OUT: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, N_("it divides by zero")),
    (OverflowError, N_("it asks for too many repeats")),
)


def why_misread(message: str) -> str:
    """The reason behind what Jinja says of a tag that it cannot parse."""
    told = (reason for pattern, reason in _MISREAD if re.search(pattern, message, re.IGNORECASE))
    return next(told, _UNLIKE_A_TAG)


def why_not_worked_out(error: Exception) -> str:
    """The reason behind an error in a tag's expression."""
    return next((reason for kind, reason in _NOT_WORKED_OUT if isinstance(error, kind)), _NO_FIT)
