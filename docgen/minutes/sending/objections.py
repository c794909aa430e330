"""Why a document must not go out as it is: markup, names that need a consent, CPR numbers.

The whole document is looked at, its headers, notes and text boxes too: people write wherever there is room.
"""

from __future__ import annotations

from docgen.findings import Finding, Place
from docgen.minutes.sending.markup import has_markup, said_in
from docgen.planning.decisions.unnamed import Discretion
from docgen.workbook.text import has_cpr

MARKUP, NAMED, CPR = "W-284", "W-285", "E-284"


def objections(
    document: bytes, place: Place, kept: Discretion, *, names_somebody: bool = False
) -> tuple[Finding, ...]:
    """A finding for each reason; ``names_somebody`` where it is known from elsewhere that it does.

    Raises ``TemplateError`` for what is no Word document.
    """
    reasons = {
        MARKUP: has_markup(document, place.file),
        NAMED: names_somebody or names(document, place.file, kept),
        CPR: any(map(has_cpr, said_in(document, place.file))),
    }
    return tuple(Finding.of(code, place) for code, holds in reasons.items() if holds)


def must_not_be(document: bytes, name: str, kept: Discretion) -> bool:
    """Whether a document must not even be written: for what it says, and not for how."""
    return names(document, name, kept) or any(map(has_cpr, said_in(document, name)))


def names(document: bytes, name: str, kept: Discretion) -> bool:
    """Whether it names somebody who may not be named."""
    return any(map(kept.keeps_back, said_in(document, name)))
