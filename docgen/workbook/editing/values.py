"""One value as a cell's XML holds it: text in the cell itself, dates and times as numbers of days.

Text is put in as an inline string (ECMA-376-1, 18.3.1.4 and 18.18.11), so that the list of strings that all
sheets share is left alone.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from lxml import etree

from docgen.workbook.editing.formats import Shown
from docgen.workbook.rows import CellValue, cell_value

LONGEST = 32_767  # characters in a cell; Excel wants to repair a file with more

_LITERAL = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # ECMA-376-1, 22.9.2.19: text like _x0007_ means a character
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0, 2.2
_HALF = re.compile("[\ud800-\udfff]")  # half a character, as broken programs leave behind
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DAY = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a cell: a number as it is written in XML, or a text, and what the format must show."""

    text: str
    shown: Shown

    @property
    def is_text(self) -> bool:
        return self.shown is Shown.ANYTHING


def content(value: CellValue, *, from_1904: bool) -> Content | None:
    """The content for this value, None for a blank cell.

    A day before the date system's first one becomes text, as there is no number for it.
    """
    plain = cell_value(value)
    if isinstance(plain, str):
        text = plain.replace("\r\n", "\n").replace("\r", "\n")
        return Content(text, Shown.ANYTHING) if text else None
    if plain is None:
        return None
    if isinstance(plain, int | float):
        return _number(plain, Shown.NUMBER)
    if isinstance(plain, dt.time):
        return _number(_part_of_day(plain), Shown.TIME)
    return _date(plain, from_1904=from_1904)


def put(cell: etree._Element, held: Content | None, namespace: str) -> None:
    """``held`` instead of what stands in the cell; its place, style and extensions stay."""
    for name in ("t", "cm", "vm"):  # what sort of value it was, and what was known of that value
        cell.attrib.pop(name, "")
    for old in cell.findall("{*}v") + cell.findall("{*}is"):
        cell.remove(old)
    if held is None:
        return
    if held.is_text:
        cell.set("t", "inlineStr")
        cell.insert(0, _inline(held.text, namespace))
    else:
        value = etree.Element(f"{namespace}v")
        value.text = held.text
        cell.insert(0, value)


def says(cell: etree._Element, held: Content) -> bool:
    """Whether the cell holds this very number already, however many digits Excel wrote of it."""
    if held.is_text or cell.get("t", "n") != "n":
        return False
    written = cell.findtext("{*}v")
    return bool(written) and float(written or "nan") == float(held.text)


def escaped(text: str) -> str:
    """``text`` as XML can hold it: characters that it cannot are written ``_x0007_``."""
    literal = _LITERAL.sub("_x005F_", text)
    return _HALF.sub("\ufffd", _UNFIT.sub(lambda match: f"_x{ord(match[0]):04X}_", literal))


def _inline(text: str, namespace: str) -> etree._Element:
    inline = etree.Element(f"{namespace}is")
    inner = etree.SubElement(inline, f"{namespace}t")
    inner.text = escaped(text)
    if text != text.strip() or "\n" in text:
        inner.set(_SPACE, "preserve")
    return inline


def _date(date: dt.date, *, from_1904: bool) -> Content:
    # Excel's 1900 had a 29 February (18.17.4.1), so counting is only safe from March on.
    first, epoch = (
        (dt.date(1904, 1, 1), dt.date(1904, 1, 1))
        if from_1904
        else (dt.date(1900, 3, 1), dt.date(1899, 12, 30))
    )
    time = date.time() if isinstance(date, dt.datetime) else None
    day = dt.date(date.year, date.month, date.day)
    if day < first:
        return Content(day.isoformat(), Shown.ANYTHING)
    days = (day - epoch).days
    return _number(days, Shown.DATE) if time is None else _number(days + _part_of_day(time), Shown.MOMENT)


def _part_of_day(time: dt.time) -> float:
    return (time.hour * 3600 + time.minute * 60 + time.second) / _DAY


def _number(value: float, shown: Shown) -> Content:
    return Content(str(int(value)) if float(value).is_integer() else repr(value), shown)
