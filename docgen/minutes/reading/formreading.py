"""The form that a Word template is, read out of its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.etree import _Element

from docgen.documents.parts import W
from docgen.minutes.reading.controls import Control, controls
from docgen.minutes.reading.form import Blank, Form, FormLine, FormRow, FormTable
from docgen.minutes.reading.wordtext import cells, plain, rows, text_of

_HEADING = "Heading2"
_OF_ROW = re.compile(r"(.+)\.\d+\.[^.]+")


def form_of(body: _Element) -> Form:
    """The form that the body of a template (``w:body``) is."""
    tables: list[FormTable] = []
    lines: list[FormLine] = []
    heading = ""
    for block in blocks(body):
        if block.tag == f"{W}tbl":
            tables += _table(block, heading)
            continue
        if _is_heading(block):
            heading = plain(text_of(block))
        lines += _lines(block)
    return Form(tuple(tables), tuple(lines))


def blocks(node: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body, also those in content controls around them."""
    for child in node:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _AROUND:
            yield from blocks(child)


_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "customXml"))


def titles_of(row: Sequence[_Element]) -> tuple[str, ...]:
    """What is written in each cell, to compare."""
    return tuple(plain(text_of(cell)) for cell in row)


def _is_heading(paragraph: _Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") == _HEADING


def _table(table: _Element, heading: str) -> Iterator[FormTable]:
    found = [*rows(table)]
    titles = titles_of(cells(found[0])) if found and not any(controls(found[0])) else ()
    if made := tuple(made for row in found for made in _row(cells(row))):
        yield FormTable(heading, titles, made)


def _row(row: Sequence[_Element]) -> Iterator[FormRow]:
    held = [[*_fields(cell)] for cell in row]
    if any(held):
        fields = [_blank(found[0], cell) if found else None for cell, found in zip(row, held, strict=True)]
        label = " ".join(text_of(cell) for cell, found in zip(row, held, strict=True) if not found)
        yield FormRow(plain(label), tuple(fields))


def _blank(control: Control, around: _Element) -> Blank:
    shown = text_of(control.element)
    prompt = shown if control.shows_prompt else ""
    fills = text_of(around) == shown
    row = _OF_ROW.fullmatch(control.tag)
    section = control.section or (row[1] if row else "")  # some programs keep tags, and no repeating sections
    return Blank(control.tag, control.alias, prompt, section, control.is_box, fills)


def _fields(node: _Element) -> Iterator[Control]:
    """The controls that have a tag: nothing can be found by another."""
    return (one for one in controls(node) if one.tag)


def _lines(paragraph: _Element) -> Iterator[FormLine]:
    found = [*_fields(paragraph)]
    whole = text_of(paragraph)
    for control in found:
        before, _, after = whole.partition(text_of(control.element))
        blank = replace(_blank(control, paragraph), fills=len(found) == 1)
        yield FormLine(blank, before.strip(), after.strip())
