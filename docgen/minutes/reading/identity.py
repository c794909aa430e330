"""Which meeting minutes are of: what the document says of itself, whatever its file is called.

Source: ECMA-376 part 1, 22.3 (custom properties); ISO 8601 for the time.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from docgen.documents.parts import parsed
from docgen.findings import Place
from docgen.minutes.values import Identity

_CUSTOM = "docProps/custom.xml"
_INTERVAL = re.compile(r"(?P<start>\d{4}-\d\d-\d\dT\d\d:\d\d)/PT(?P<length>\d+)M")
MINUTES = "referat"


def properties(members: Mapping[str, bytes], file: str) -> dict[str, str]:
    """docgen's own properties of a document, without their prefix; none in somebody else's.

    Raises ``TemplateError`` for a part that cannot be read.
    """
    data = members.get(_CUSTOM)
    if data is None:
        return {}
    found = parsed(data, Place(file=file, part="custom")).iterfind("{*}property")
    named = ((one.get("name", ""), "".join(map(str, one.itertext()))) for one in found)
    return {name.removeprefix("docgen."): text for name, text in named if name.startswith("docgen.")}


def identity_of(told: Mapping[str, str]) -> Identity | None:
    """The meeting, from a document's properties; ``None`` unless it is minutes of one."""
    nr, kind = told.get("moede", ""), told.get("type", "")
    if not nr or not kind or told.get("dokument") != MINUTES:
        return None
    match = _INTERVAL.fullmatch(told.get("tid", ""))
    start = dt.datetime.fromisoformat(match["start"]) if match else None
    length = int(match["length"]) if match else None
    return Identity(nr, kind, told.get("kalender-id", ""), start, length)


def people_of(told: Mapping[str, str]) -> dict[str, str]:
    """The participants when the file was built: number to the name that their fields have."""
    pairs = (one.partition(" ") for one in told.get("deltagere", "").split("|"))
    return {nr: name for nr, _, name in pairs if nr and name}
