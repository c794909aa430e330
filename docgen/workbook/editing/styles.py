"""Cell styles: which ones show what, and new ones where none does (ECMA-376-1, 18.8)."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from docgen.workbook.editing.formats import GENERAL, Shown, built_in
from docgen.workbook.editing.package import Package, Part
from docgen.workbook.parts import WORKBOOK

_MEMBER = "xl/styles.xml"  # several readers look for the styles here, whatever points at them
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_FIRST_OWN = 164  # numbers of formats below are Excel's own
_BEFORE_STYLES = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs")

# The least that Excel opens: a font, the two fills it always has, a border, the style "Normal".
_LEAST = b"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""


class Styles:
    """The styles of a workbook by number. Its part is only changed, or made, where no style will do."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._codes: dict[int, str] = {}
        self._made: dict[tuple[int, Shown], int] = {}

    def fitting(self, wished: Sequence[int], shown: Shown) -> int:
        """The first of the ``wished`` styles that shows such a value, else the first one with another format.

        With none wished it is the workbook's default style. The numbers of styles count from 0.
        """
        for style in wished or (0,):
            if shown is Shown.ANYTHING or shown.suits(self._code(style)):
                return style
        key = (wished[0] if wished else 0, shown)
        if key not in self._made:
            self._made[key] = self._with_format(*key)
        return self._made[key]

    def _code(self, style: int) -> str:
        """The number format of a style; one that is not there counts as plain, as Excel takes it."""
        if style not in self._codes:
            self._codes[style] = self._code_in_file(style)
        return self._codes[style]

    def _code_in_file(self, style: int) -> str:
        part = self._part()
        styles = part.root.findall("{*}cellXfs/{*}xf") if part else []
        number = int(styles[style].get("numFmtId", "0")) if style < len(styles) else GENERAL
        own = part.root.iterfind("{*}numFmts/{*}numFmt") if part else ()
        codes = {int(each.get("numFmtId", "0")): str(each.get("formatCode")) for each in own}
        return codes.get(number) or built_in(number)

    def _with_format(self, style: int, shown: Shown) -> int:
        """The style that is like this one but for its format: one that is there, or a new one."""
        part = self._part() or self._least()
        held = _held(part)
        wanted = copy.deepcopy(held[style]) if style < len(held) else etree.Element(f"{part.namespace}xf")
        wanted.set("numFmtId", str(self._format(part, shown)))
        wanted.set("applyNumberFormat", "1")
        wanted.attrib.pop("quotePrefix", "")  # it says that the cell is text
        sought = _canonical(wanted)
        for number, each in enumerate(held):
            if _canonical(each) == sought:
                return number
        held.append(wanted)
        held.set("count", str(len(held)))
        return len(held) - 1

    def _format(self, part: Part, shown: Shown) -> int:
        """The number of the format that is made for such values."""
        if shown is Shown.NUMBER:
            return GENERAL
        formats = part.root.find("{*}numFmts")
        if formats is None:
            formats = etree.Element(f"{part.namespace}numFmts")
            part.root.insert(0, formats)
        for each in formats:
            if each.get("formatCode") == shown.value:
                return int(each.get("numFmtId", "0"))
        number = max([_FIRST_OWN - 1, *(int(each.get("numFmtId", "0")) for each in formats)]) + 1
        etree.SubElement(formats, f"{part.namespace}numFmt", numFmtId=str(number), formatCode=shown.value)
        formats.set("count", str(len(formats)))
        return number

    def _part(self) -> Part | None:
        for name in (*self._package.related(WORKBOOK, "styles"), _MEMBER):
            if name in self._package.names:
                return self._package.part(name)
        return None

    def _least(self) -> Part:
        self._package.add(_MEMBER, _LEAST, _TYPE, owner=WORKBOOK, kind="styles")
        return self._package.part(_MEMBER)


def _held(part: Part) -> etree._Element:
    """The list of cell styles; a file without one has the default style alone."""
    held = part.root.find("{*}cellXfs")
    if held is None:
        held = etree.Element(f"{part.namespace}cellXfs", count="1")
        etree.SubElement(held, f"{part.namespace}xf", numFmtId="0")
        before = [
            each for each in part.root.iterchildren("{*}*") if etree.QName(each).localname in _BEFORE_STYLES
        ]
        part.root.insert(len(before), held)
    return held


def _canonical(style: etree._Element) -> bytes:
    return etree.tostring(style, method="c14n", with_tail=False)
