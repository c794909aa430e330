"""A document's sections as a chapter of a print file: on a new page, with its own headers and page numbers.

Source: ECMA-376 part 1, 17.6 (sections) and 17.10 (headers and footers: one that is not there is the one of
the section before, which in a print file would be another letter's).
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.mailing.printfile.fields import Pages
from docgen.mailing.printfile.reading import Document, unreadable
from docgen.mailing.printfile.wordml import TYPE, R, W, drop, is_on, made, put, words

_ORDER = words(
    """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
    lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
    printerSettings sectPrChange
    """
)
_STORIES = ("header", "footer")
EVEN = re.compile(rb'<w:(?:header|footer)Reference w:type="even" r:id="[^"]*"/>')
"""The references to headers of even pages, as they are written here."""

Placed = Callable[[str, str], str]
"""Puts a header or footer (``header``, the member's name or blank for an empty one) into the print file, and
gives the id by which sections point to it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section's properties, and its headers and footers by kind and page (``header``, ``first``)."""

    element: _Element
    stories: dict[tuple[str, str], str]


def sections_of(document: Document) -> list[Section]:
    """The sections in order, that of the body last; their references to headers are taken out of the tree."""
    body = body_of(document)
    elements = [
        one for one in body.iter(W + "sectPr") if (at := one.getparent()) is body or _is_of_paragraph(at)
    ]
    if not elements or elements[-1].getparent() is not body:
        elements.append(made("sectPr"))
    sections: list[Section] = []
    for element in elements:
        stories = dict(sections[-1].stories) if sections else {}
        for kind in _STORIES:
            for reference in element.findall(f"{W}{kind}Reference"):
                relation = document.relations.get(reference.get(R + "id", ""))
                if relation is None or relation.external:
                    raise unreadable(document.name)
                stories[kind, reference.get(TYPE, "default")] = relation.target
                drop([reference])
        drop(element.findall(W + "printerSettings"))
        sections.append(Section(element, stories))
    drop(element for element in elements if element.getparent() is body)
    return sections


def body_of(document: Document) -> _Element:
    """The element that the text stands in."""
    body = document.root.find(W + "body")
    if body is None:
        raise unreadable(document.name)
    return body


def _is_of_paragraph(parent: _Element | None) -> bool:
    return parent is not None and parent.tag == W + "pPr"


def pages_told(sections: list[Section], *, for_libreoffice: bool) -> Pages:
    """How the document can tell how many pages it has: see ``docgen.mailing.printfile.fields``."""
    starts = [_start(section) for section in sections]
    if len(sections) == 1 and not for_libreoffice:
        return Pages.SECTION
    counts_on = starts[0] in ("", "1") and not any(starts[1:])
    return Pages.LAST if counts_on else Pages.SAVED


def _start(section: Section) -> str:
    numbering = section.element.find(W + "pgNumType")
    return "" if numbering is None else numbering.get(W + "start", "")


def settle(sections: list[Section], place: Placed, *, duplex: bool, evens: bool) -> None:
    """Makes the sections stand for themselves.

    The first begins on a new page (``duplex``: on a right-hand one) that has the number 1, unless the
    document says another. ``evens`` is whether the document has other headers on even pages; where it has
    not, and another letter makes the file have them, even pages show what the others do.
    """
    opening = sections[0].element
    drop(opening.findall(W + "type"))
    put(opening, made("type", val="oddPage" if duplex else "nextPage"), _ORDER)
    numbering = opening.find(W + "pgNumType")
    if numbering is None:
        numbering = made("pgNumType")
        put(opening, numbering, _ORDER)
    if numbering.get(W + "start") is None:
        numbering.set(W + "start", "1")
    for section in sections:
        _refer(section, place, evens=evens)


def _refer(section: Section, place: Placed, *, evens: bool) -> None:
    element = section.element
    pages = ("first", "even", "default") if is_on(element, "titlePg") else ("even", "default")
    references = []
    for kind in _STORIES:
        default = section.stories.get((kind, "default"), "")
        shown = {
            "first": section.stories.get((kind, "first"), ""),
            "even": section.stories.get((kind, "even"), "") if evens else default,
            "default": default,
        }
        for page in pages:
            reference = made(f"{kind}Reference", type=page)
            reference.set(R + "id", place(kind, shown[page]))
            references.append(reference)
        if not any(shown[page] for page in pages):
            _make_room(element, kind)
    for at, reference in enumerate(references):
        element.insert(at, reference)


def _make_room(element: _Element, kind: str) -> None:
    """An empty header lies at the very edge, so that it never moves the text."""
    margins = element.find(W + "pgMar")
    if margins is not None:
        margins.set(W + kind, "0")


def restart_notes(sections: list[Section], notes: list[str], settings: _Element, *, by_page: bool) -> None:
    """Footnotes and endnotes begin at 1 in the first section, and endnotes stand at the end of the last.

    ``settings`` are the document's: how its notes are numbered unless a section says otherwise. ``by_page``
    lets them begin anew on every page.
    """
    for note in notes:
        for section in sections:
            own, general = (place.find(f"{W}{note}Pr") for place in (section.element, settings))
            drop([] if own is None else [own])
            properties = made(f"{note}Pr")
            for name in ("numFmt", "numStart"):
                said = [one.find(W + name) for one in (own, general) if one is not None]
                properties.extend(copy.deepcopy(one) for one in said[:1] if one is not None)
            restart = "eachPage" if by_page else "eachSect" if section is sections[0] else "continuous"
            properties.append(made("numRestart", val=restart))
            put(section.element, properties, _ORDER)
    if "endnote" in notes:
        for section in sections[:-1]:
            if section.element.find(W + "noEndnote") is None:
                put(section.element, made("noEndnote"), _ORDER)
