"""Why a document must not go out as it is: markup, names that need a consent, CPR numbers.

The whole document is looked at, its headers, notes and text boxes too: people write wherever there is room.
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.documents.markup import has_markup
from docgen.findings import Finding, Place
from docgen.minutes.sending.markup import said_in
from docgen.planning.decisions.unnamed import Discretion
from docgen.workbook.text import has_cpr

MARKUP, NAMED, CPR = "W-284", "W-285", "E-284"


def objections(
    document: bytes, place: Place, kept: Discretion, *, names_somebody: bool = False
) -> tuple[Finding, ...]:
    """A finding for each reason; ``names_somebody`` where it is known from elsewhere that it does.

    Raises ``TemplateError`` for what is no Word document.
    """
    said = said_in(document, place.file)
    reasons = {
        MARKUP: has_markup(document, place.file),
        NAMED: names_somebody or _names(said, kept),
        CPR: _has_cpr(said),
    }
    return tuple(Finding.of(code, place) for code, holds in reasons.items() if holds)


def must_not_be(document: bytes, name: str, kept: Discretion) -> bool:
    """Whether a document must not even be written: for what it says, and not for how."""
    said = said_in(document, name)
    return _names(said, kept) or _has_cpr(said)


def _names(said: Iterable[str], kept: Discretion) -> bool:
    """Whether somebody is named who may not be."""
    return any(map(kept.keeps_back, said))


def _has_cpr(said: Iterable[str]) -> bool:
    return any(map(has_cpr, said))
