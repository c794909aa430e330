"""Paragraphs in tables whose style sets what the defaults of their document set too.

A table style stands between the defaults and the styles of paragraphs. Where a document's defaults are put
into its paragraph styles, they would hold before the table's, so paragraphs in such tables say it
themselves. Source: ECMA-376 part 1, 17.7.2.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from docgen.mailing.printfile.defaults import PARAGRAPH_ORDER, Defaults, Property, properties
from docgen.mailing.printfile.stylesheet import PARAGRAPH, TABLE, Sheet
from docgen.mailing.printfile.wordml import VAL, W, first, made, put

_TABLE = W + "tbl"


def unspeakable(sheet: Sheet, style: str) -> set[Property]:
    """What a table style sets that single paragraphs cannot say in its place: for their text, or for some
    rows.
    """
    whole = sheet.sets(style, in_parts=False)
    return {key for key, text in sheet.sets(style).items() if key[0] != "pPr" or whole.get(key) != text}


def say_in_tables(root: _Element, sheet: Sheet, needed: Defaults) -> None:
    """Lets paragraphs in tables say what their table's style does, of what is ``needed`` of their own styles.

    ``sheet`` is the document's own, and the part still names styles by its ids.
    """
    by_table = {
        style: _said(sheet, style, needed) for style in _styles(root, _TABLE, "tblStyle", sheet, TABLE)
    }
    for paragraph in root.iter(W + "p") if any(by_table.values()) else ():
        table = next(paragraph.iterancestors(_TABLE), None)
        if table is not None and (said := by_table[_style(table, "tblStyle", sheet.default(TABLE))]):
            chosen = sheet.sets(_style(paragraph, "pStyle", sheet.default(PARAGRAPH)))
            _say(paragraph, {key: text for key, text in said.items() if key not in chosen})


def _said(sheet: Sheet, style: str, needed: Defaults) -> dict[Property, str]:
    return {key: text for key, text in sheet.sets(style, in_parts=False).items() if key in needed}


def _styles(root: _Element, tag: str, name: str, sheet: Sheet, kind: str) -> set[str]:
    return {_style(element, name, sheet.default(kind)) for element in root.iter(tag)}


def _style(element: _Element, name: str, otherwise: str) -> str:
    named = element.find(f"*/{W}{name}")
    return otherwise if named is None else named.get(VAL, "")


def _say(paragraph: _Element, said: Mapping[Property, str]) -> None:
    """Sets properties of a paragraph that it does not set itself."""
    own = properties(paragraph.find(W + "pPr"))
    for key, text in said.items():
        if key not in own:
            _, name, attribute = key
            group = first(paragraph, "pPr")
            element = group.find(W + name)
            if element is None:
                element = made(name)
                put(group, element, PARAGRAPH_ORDER)
            element.set(VAL if attribute == "val" else W + attribute, text)
