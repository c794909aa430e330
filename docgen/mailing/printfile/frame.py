"""What stands around the letters of a print file: properties, styles, settings, fonts and the theme."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from lxml.etree import _Element

from docgen.mailing.printfile.archive import Archive
from docgen.mailing.printfile.defaults import PARAGRAPH_ORDER
from docgen.mailing.printfile.numbers import Numbers
from docgen.mailing.printfile.relations import Links, Relation, office, relations_part
from docgen.mailing.printfile.settings import settings_part
from docgen.mailing.printfile.stylebook import Stylebook
from docgen.mailing.printfile.template import Template
from docgen.mailing.printfile.wordml import DECLARATION, W, drop, first, inner, made, opening, put

MAIN = "word/document.xml"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD = _OFFICE + "wordprocessingml."
_PACKAGE = "application/vnd.openxmlformats-package."
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NO_TEXT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_EMBEDDED = tuple(W + f"embed{face}" for face in ("Regular", "Bold", "Italic", "BoldItalic"))


def begin(archive: Archive, title: str) -> None:
    """Writes what is known from the start: where things are, and the file's title. It names no author."""
    title = _NO_TEXT.sub("", title)
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:language>da-DK</dc:language></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>docgen</Application></Properties>"
    )
    relations = (
        ("rId1", Relation(office("officeDocument"), MAIN)),
        ("rId2", Relation(_CORE_RELATION, "docProps/core.xml")),
        ("rId3", Relation(office("extended-properties"), "docProps/app.xml")),
    )
    archive.add("_rels/.rels", relations_part(relations))
    archive.add("docProps/core.xml", DECLARATION + core.encode(), _PACKAGE + "core-properties+xml")
    archive.add("docProps/app.xml", DECLARATION + app.encode(), _OFFICE + "extended-properties+xml")


class Frame:
    """What is only known when all letters have come, gathered on the way.

    ``hyphenates`` and ``evens`` are whether any of them divides words, or has other headers on even pages.
    """

    def __init__(self, base: Template) -> None:
        self._base = base
        self._fonts: dict[str, _Element] = {}
        self.hyphenates = self.evens = False

    def meet(self, template: Template) -> None:
        """Takes note of what documents of this template ask for."""
        self.hyphenates |= template.settings.hyphenates
        self.evens |= template.settings.evens
        for font in () if template.fonts is None else template.fonts.iter(W + "font"):
            if (name := font.get(W + "name", "")) not in self._fonts:
                self._fonts[name] = bare = copy.deepcopy(font)
                drop(bare.iter(*_EMBEDDED))

    def finish(
        self, archive: Archive, links: Links, book: Stylebook, numbers: Numbers, notes: Iterable[str]
    ) -> None:
        """Writes the parts that the letters share."""
        settings = settings_part(
            self._base.settings, hyphenates=self.hyphenates, evens=self.evens, notes=frozenset(notes)
        )
        parts = {
            "styles": _styles(self._base, book),
            "settings": settings,
            "fontTable": opening("fonts") + inner(self._fonts.values()) + b"</w:fonts>",
        }
        for kind, data in parts.items():
            archive.add(f"word/{kind}.xml", data, f"{_WORD}{kind}+xml")
            links.to(office(kind), f"word/{kind}.xml")
        if numbers:
            pieces, size = numbers.spool().pieces(), numbers.spool().size()
            kind = f"{_WORD}numbering+xml"
            archive.pour("word/numbering.xml", kind, numbers.front(), pieces, b"</w:numbering>", size)
            links.to(office("numbering"), "word/numbering.xml")
        if self._base.theme_part:
            archive.add("word/theme/theme1.xml", self._base.theme_part, _OFFICE + "theme+xml")
            links.to(office("theme"), "word/theme/theme1.xml")


def _styles(base: Template, book: Stylebook) -> bytes:
    """The styles part: the defaults of the first document, and everybody's styles."""
    root = made("styles")
    for name in ("docDefaults", "latentStyles"):
        root.extend(copy.deepcopy(one) for one in base.styles.findall(W + name))
    if not base.settings.hyphenates:
        _forbid_division(root)
    root.extend(book.elements())
    return opening("styles") + inner(list(root)) + b"</w:styles>"


def _forbid_division(root: _Element) -> None:
    """Says for all text what the first document's settings said: another letter may divide words."""
    defaults = first(root, "docDefaults")
    holder = defaults.find(W + "pPrDefault")
    if holder is None:
        holder = made("pPrDefault")
        defaults.append(holder)
    properties = first(holder, "pPr")
    if properties.find(W + "suppressAutoHyphens") is None:
        put(properties, made("suppressAutoHyphens"), PARAGRAPH_ORDER)
