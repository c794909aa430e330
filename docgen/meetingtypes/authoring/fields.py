"""Content controls: the fields that people fill in, and that can be read again by their tags.

A field shows its placeholder until somebody writes in it (``w:showingPlcHdr``), and again when what was
written is deleted (``prompts``). Fields are locked against deletion, but not against writing, unless they
stand in rows that people may delete. ECMA-376 part 1, 17.5.2; the check box is [MS-DOCX] 2.5 (``w14``), the
repeating section 2.6 (``w15``).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.table import _Row
from docx.text.paragraph import Paragraph

from docgen.meetingtypes.authoring.extensions import node
from docgen.meetingtypes.authoring.prompts import prompt, reference

LONGEST_NAME = 64
"""Word refuses a tag or an alias with more characters ([MS-OI29500], 17.5.2)."""
LONGEST_PERSON = 45
"""What a ``betegnelse`` (``documents.context``) takes of it: a name of 22, and a number of 20 in brackets."""

_UNCHECKED, _CHECKED, _SYMBOLS = "2610", "2612", "MS Gothic"


@dataclass(frozen=True, slots=True)
class Field:
    """A field's names and what it shows while it is empty.

    ``tag`` is for programs and never changes; ``alias`` is what Word shows, and what is left of the names
    after LibreOffice. Both are unique in a document and at most ``LONGEST_NAME`` characters once filled.
    """

    tag: str
    alias: str
    placeholder: str = ""
    locked: bool = True

    @property
    def number(self) -> str:
        """The ``w:id``: the same for the same tag, so that a template's bytes never change by chance."""
        return str(zlib.crc32(self.tag.encode()) & 0x7FFF_FFFF or 1)


def personal(pattern: str) -> str:
    """The alias of a field that every participant has: ``pattern`` with the person's name for ``{navn}``.

    Words before the name are cut where the whole could be longer than Word allows.
    """
    before, _, after = pattern.partition("{navn}")
    room = LONGEST_NAME - LONGEST_PERSON - len(after)
    if len(before) > room:
        before = before[: room - 3].rstrip(" :") + "…: "
    return f"{before}{{{{ d.betegnelse }}}}{after}"


def text(field: Field) -> Any:
    """A field in a line, for text of any length.

    It is a rich text control, which is what a control without a kind is, so that people may write
    paragraphs: Word then lets it grow around them. LibreOffice prints the placeholder of a plain one
    (``w:text``) and of one around whole paragraphs in black, as if it had been filled in, and makes the
    latter an inline one when it saves; this one it prints as a placeholder, and keeps.
    """
    return _inline(field)


def date(field: Field) -> Any:
    """A field with a calendar, dates written as "3. februar 2026"."""
    calendar = node(
        "w:date",
        {},
        node("w:dateFormat", {"w:val": "d. MMMM yyyy"}),
        node("w:lid", {"w:val": "da-DK"}),
        node("w:storeMappedDataAs", {"w:val": "dateTime"}),
        node("w:calendar", {"w:val": "gregorian"}),
    )
    return _inline(field, calendar)


def choice(field: Field, options: Sequence[str]) -> Any:
    """A drop-down list of ``options``."""
    items = [node("w:listItem", {"w:displayText": option, "w:value": option}) for option in options]
    return _inline(field, node("w:dropDownList", {}, *items))


def checkbox(field: Field) -> Any:
    """An empty box to tick; it has no placeholder, because it is either ticked or not."""
    kind = node(
        "w14:checkbox",
        {},
        node("w14:checked", {"w14:val": "0"}),
        node("w14:checkedState", {"w14:val": _CHECKED, "w14:font": _SYMBOLS}),
        node("w14:uncheckedState", {"w14:val": _UNCHECKED, "w14:font": _SYMBOLS}),
    )
    fonts = {f"w:{script}": _SYMBOLS for script in ("ascii", "eastAsia", "hAnsi")}
    look = node("w:rPr", {}, node("w:rFonts", {**fonts, "w:hint": "eastAsia"}))
    box = node("w:r", {}, look, node("w:t", text=chr(int(_UNCHECKED, 16))))
    return _control(field, [kind], box, empty=False)


def repeat(field: Field, rows: Sequence[_Row]) -> None:
    """Wrap ``rows``, which stand together, so that Word offers another one after each of them.

    Neither the section nor its rows are locked: people may delete rows.
    """
    table: Any = rows[0]._tr.getparent()  # noqa: SLF001 - python-docx's documented way down to the XML
    place = table.index(rows[0]._tr)  # noqa: SLF001
    items = [_repeated(field, number, row._tr) for number, row in enumerate(rows, start=1)]  # noqa: SLF001
    table.insert(place, _control(field, [node("w15:repeatingSection")], *items, empty=False))


def _repeated(field: Field, number: int, row: Any) -> Any:
    identity = Field(f"{field.tag}.{number}", "").number
    properties = node("w:sdtPr", {}, node("w:id", {"w:val": identity}), node("w15:repeatingSectionItem"))
    return node("w:sdt", {}, properties, node("w:sdtContent", {}, row))


def put(paragraph: Paragraph, *fields: Any) -> Paragraph:
    """Append fields that stand in a line to ``paragraph``, which comes back."""
    for field in fields:
        paragraph._p.append(field)  # noqa: SLF001
    return paragraph


def _inline(field: Field, *kind: Any) -> Any:
    return _control(field, kind, prompt(field.placeholder))


def _control(field: Field, kind: Sequence[Any], *content: Any, empty: bool = True) -> Any:
    """Order as in CT_SdtPr; the kind of control stands last."""
    alias = field.alias[:LONGEST_NAME]
    parts = [node("w:alias", {"w:val": alias}), node("w:tag", {"w:val": field.tag})]
    parts.append(node("w:id", {"w:val": field.number}))
    if field.locked:
        parts.append(node("w:lock", {"w:val": "sdtLocked"}))
    if empty and "{" not in field.placeholder:  # a building block cannot hold tags: nothing fills those
        parts.append(reference(field.placeholder))
    if empty:
        parts.append(node("w:showingPlcHdr"))
    return node("w:sdt", {}, node("w:sdtPr", {}, *parts, *kind), node("w:sdtContent", {}, *content))
