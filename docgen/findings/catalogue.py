"""All kinds of findings, by code."""

from __future__ import annotations

from docgen.findings import (
    cells,
    conflicts,
    courses,
    decisions,
    definitions,
    digitalpost,
    envelopes,
    keyfigures,
    mailing,
    meetings,
    minutes,
    packs,
    post,
    printing,
    rules,
    sheets,
    templates,
)
from docgen.findings.kind import Kind

ROOMS = (
    sheets,
    cells,
    rules,
    meetings,
    courses,
    conflicts,
    decisions,
    definitions,
    templates,
    packs,
    minutes,
    mailing,
    post,
    envelopes,
    keyfigures,
    digitalpost,
    printing,
)
KINDS: dict[str, Kind] = {kind.code: kind for room in ROOMS for kind in room.KINDS}


def kind(code: str) -> Kind:
    """The ``Kind`` with this code; ``KeyError`` for a code that nobody declared."""
    return KINDS[code]
