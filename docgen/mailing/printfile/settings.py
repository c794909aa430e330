"""What a document's settings say about its layout.

Most of a settings part is about editing, and is left behind. What is left can only be said once for a whole
file: documents that differ in it cannot share one. Source: ECMA-376 part 1, 17.15.1; [MS-DOCX] 2.1 for the
compatibility settings.

Two settings are not among what sets documents apart, since sections and styles can say the same: whether even
pages have headers of their own, and whether words are divided.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

from lxml.etree import _Element

from docgen.i18n import N_
from docgen.mailing.printfile.wordml import VAL, W, canonical, is_on, made, put, value, written

MARGINS = N_("facing pages or binding")
COMPATIBILITY = N_("the version of Word that it was made for")
TABS = N_("the distance of tab stops")
DIVISION = N_("how words are divided")

_FACING = (
    "mirrorMargins",
    "gutterAtTop",
    "bookFoldPrinting",
    "bookFoldRevPrinting",
    "printTwoOnOne",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
)
_DIVISION = ("hyphenationZone", "doNotHyphenateCaps")
_MODE = "compatibilityMode"
_TABLE_SIZES = "overrideTableStyleFontSizeAndJustification"
_KEPT = (
    "zoom",
    *_FACING,
    "defaultTabStop",
    "consecutiveHyphenLimit",
    *_DIVISION,
    "characterSpacingControl",
    "noLineBreaksAfter",
    "noLineBreaksBefore",
    "compat",
    "themeFontLang",
    "clrSchemeMapping",
    "decimalSymbol",
    "listSeparator",
)
# The schema's order, of what is written (CT_Settings).
_ORDER = (
    "zoom",
    "mirrorMargins",
    "alignBordersAndEdges",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "gutterAtTop",
    "defaultTabStop",
    "autoHyphenation",
    "consecutiveHyphenLimit",
    "hyphenationZone",
    "doNotHyphenateCaps",
    "evenAndOddHeaders",
    "bookFoldRevPrinting",
    "bookFoldPrinting",
    "printTwoOnOne",
    "characterSpacingControl",
    "noLineBreaksAfter",
    "noLineBreaksBefore",
    "footnotePr",
    "endnotePr",
    "compat",
    "themeFontLang",
    "clrSchemeMapping",
    "decimalSymbol",
    "listSeparator",
)
_TAB = "720"  # twentieths of a point: half an inch, where nothing is said


@dataclass(frozen=True, slots=True)
class Settings:
    """The layout's settings. ``sizes`` is whether font sizes of table styles always give way to
    paragraphs'.
    """

    root: _Element
    facing: frozenset[str]
    tab: str
    hyphenates: bool
    division: str
    mode: str
    legacy: str
    sizes: bool
    evens: bool
    colours: dict[str, str] = field(hash=False)


def settings_in(root: _Element) -> Settings:
    """The settings of a document; ``root`` is an empty ``w:settings`` for one that has none."""
    compat = root.find(W + "compat")
    modern = {} if compat is None else _modern(compat)
    mapping = root.find(W + "clrSchemeMapping")
    colours = {}
    for key, colour in () if mapping is None else mapping.attrib.items():
        colours[str(key).rpartition("}")[2]] = str(colour)
    return Settings(
        root,
        frozenset(name for name in _FACING if is_on(root, name)),
        value(root, "defaultTabStop", _TAB),
        is_on(root, "autoHyphenation"),
        "".join(canonical(found) for name in _DIVISION if (found := root.find(W + name)) is not None),
        modern.get(_MODE, "12"),  # Word 2007, where nothing is said
        "" if compat is None else canonical(compat, frozenset({W + "compatSetting"})),
        modern.get(_TABLE_SIZES, "0") == "1",
        is_on(root, "evenAndOddHeaders"),
        colours,
    )


def _modern(compat: _Element) -> dict[str, str]:
    return {one.get(W + "name", ""): one.get(VAL, "") for one in compat.iter(W + "compatSetting")}


def differences(
    one: Settings, other: Settings, *, divides: bool, has_tabs: bool, has_sizes: bool
) -> list[str]:
    """Why a document with the settings ``one`` cannot stand in a file with the settings ``other``.

    ``divides`` is whether both divide words at all, ``has_tabs`` whether the one has tabs without a stop,
    ``has_sizes`` whether its table styles set size or alignment of text: without, the settings about them
    show nowhere. How many lines in a row may end in a hyphen is passed over: LibreOffice forgets it.
    """
    reasons = []
    if one.facing != other.facing:
        reasons.append(MARGINS)
    if (one.mode, one.legacy) != (other.mode, other.legacy) or (has_sizes and one.sizes != other.sizes):
        reasons.append(COMPATIBILITY)
    if has_tabs and one.tab != other.tab:
        reasons.append(TABS)
    if divides and one.division != other.division:
        reasons.append(DIVISION)
    return reasons


def settings_part(base: Settings, *, hyphenates: bool, evens: bool, notes: frozenset[str]) -> bytes:
    """The settings of a print file, after those of the document that came first.

    ``hyphenates`` and ``evens`` are whether any document asks for it; ``notes`` are those of ``footnote`` and
    ``endnote`` that there are.
    """
    root = made("settings")
    for element in base.root:
        if str(element.tag).removeprefix(W) in _KEPT:
            put(root, copy.deepcopy(element), _ORDER)
    for name, wanted in (("autoHyphenation", hyphenates), ("evenAndOddHeaders", evens)):
        if wanted:
            put(root, made(name), _ORDER)
    for note in sorted(notes):
        properties = made(f"{note}Pr")
        if note == "endnote":
            properties.append(made("pos", val="sectEnd"))
        properties.extend(made(note, id=number) for number in ("-1", "0"))
        put(root, properties, _ORDER)
    return written(root)
