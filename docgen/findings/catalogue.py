"""All kinds of findings, by code."""

from __future__ import annotations

from docgen.findings import (
    cells,
    conflicts,
    courses,
    definitions,
    keyfigures,
    meetings,
    packs,
    rules,
    sheets,
    templates,
)
from docgen.findings.kind import Kind

KINDS: dict[str, Kind] = {
    kind.code: kind
    for room in (
        sheets,
        cells,
        rules,
        meetings,
        courses,
        conflicts,
        definitions,
        templates,
        packs,
        keyfigures,
    )
    for kind in room.KINDS
}


def kind(code: str) -> Kind:
    """The ``Kind`` with this code; ``KeyError`` for a code that nobody declared."""
    return KINDS[code]
