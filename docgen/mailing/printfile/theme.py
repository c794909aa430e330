"""The fonts and colours that a document takes from its theme, written out where two themes meet.

A file has one theme, that of its first document. Source: ECMA-376 part 1, 17.3.2.26 (``w:rFonts``), 17.3.2.6
(``w:color``), 20.1.6.9 (the theme). A colour from a theme always stands there as a plain one too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from docgen.mailing.printfile.wordml import VAL, W, canonical, digest, pop, words

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_COLOURED = tuple(
    W + name
    for name in words(
        "color shd u bdr top left bottom right start end between bar insideH insideV tl2br tr2bl"
    )
)
_DRAWN = (b"schemeClr", b"fontRef", b"drawingml/2006/chart", b"drawingml/2006/diagram")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: ``said`` tells it from others, ``fonts`` are its typefaces by names like ``minorHAnsi``."""

    said: str = ""
    fonts: dict[str, str] = field(default_factory=dict, hash=False)


def theme_in(root: _Element | None, colours: dict[str, str]) -> Theme:
    """The theme; ``colours`` is how the document's settings map its colours."""
    if root is None:
        return Theme()
    fonts = {}
    for size in ("major", "minor"):
        for ending, script in _SCRIPTS.items():
            found = root.find(f".//{_A}{size}Font/{_A}{script}")
            fonts[size + ending] = "" if found is None else found.get("typeface", "")
    elements = root.find(f"{_A}themeElements")
    said = "" if elements is None else canonical(elements)
    return Theme(digest(said, str(sorted(colours.items()))), fonts)


def is_drawn(*parts: bytes) -> bool:
    """Whether any of these parts holds drawings that take colours or fonts from the theme."""
    return any(mark in part for part in parts for mark in _DRAWN)


def write_out(root: _Element, theme: Theme) -> None:
    """Puts the theme's own fonts in the place of references to it, and leaves colours as the plain ones."""
    for fonts in root.iter(W + "rFonts"):
        for reference, slot in _SLOTS.items():
            if typeface := theme.fonts.get(pop(fonts, W + reference), ""):
                fonts.set(W + slot, typeface)
    for element in root.iter(*_COLOURED):
        for attribute in list(element.attrib):
            if str(attribute).startswith(W + "theme"):
                del element.attrib[attribute]
        if element.tag == W + "color" and VAL not in element.attrib:
            element.set(VAL, "auto")
