"""The fields of minutes that a template has lost: what is written there could not be collected.

People may do as they like with the looks of a form; its fields are known by their tags. Those that
``templates make`` would give are what ``collect`` looks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.documents.package import read
from docgen.documents.parts import W, main_part, parsed
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.make import make_one
from docgen.meetingtypes.definition import DocumentRule, MeetingType

MINUTES = "referat"
_ROW = re.compile(r"\.\d+\.")


def lost_fields(kind: MeetingType, rule: DocumentRule, template: bytes, name: str) -> Iterator[Finding]:
    """A warning with the names of the fields that are not there; nothing for other documents.

    Of the rows of a table one is enough. Raises ``TemplateError`` for what is no Word document.
    """
    if rule.layout != MINUTES:
        return
    there = _fields(template, name)
    lost = [alias for tag, alias in _fields(make_one(kind, rule), name).items() if tag not in there]
    if lost:
        yield Finding.of("W-152", Place(file=name), fields=", ".join(dict.fromkeys(lost)))


def _fields(document: bytes, name: str) -> dict[str, str]:
    """The fields of a document by their tags, with the names that Word shows; the first row of each table."""
    members, place = read(document, name).members, Place(file=name)
    fields: dict[str, str] = {}
    for properties in parsed(members[main_part(members, place)], place).iter(f"{W}sdtPr"):
        tag, alias = (properties.find(f"{W}{part}") for part in ("tag", "alias"))
        if tag is not None:
            key = _ROW.sub(".1.", tag.get(f"{W}val", ""))
            fields.setdefault(key, alias.get(f"{W}val", "") if alias is not None else key)
    return fields
