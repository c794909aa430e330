"""A sheet that goes with a letter, or stays with whoever runs the meeting ("ark", "ark_letlaest").

Its sections are data (``[[ark.NAVN]]`` in ``type.toml``). Fields are named by the section's place, from 1:
``ark.2.kryds.1`` is the first box to tick of the second section, ``ark.2.svar.1`` the answer to its first
question, ``ark.2.note`` its note. A sheet is as good printed and filled in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from docx.document import Document
from docx.shared import Pt
from docx.table import _Cell

from docgen.meetingtypes.authoring.aliases import Aliases
from docgen.meetingtypes.authoring.blocks import line_if, only_if
from docgen.meetingtypes.authoring.boxes import add_frame, add_gap, add_room, add_tick, drop_first
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import DATE_AND_TIME
from docgen.meetingtypes.authoring.fields import Field, put, text
from docgen.meetingtypes.authoring.oxml import element
from docgen.meetingtypes.authoring.page import add_title, new_document, paragraph_style
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.form import Section

_ABOUT = f"{{% if beboer.navn %}}{{{{ beboer.navn }}}} · {{% endif %}}{DATE_AND_TIME}"
_HEAD = (f"{_ABOUT}{{% if moede.sted %}} · {{{{ moede.sted }}}}{{% endif %}}",)
_EASY_HEAD = (_ABOUT, *line_if("moede.sted"))
_NOTED = (112.0, 50.0)  # a section, and the note beside it
_LARGE = {"Normal": Pt(14), "heading 1": Pt(20), "heading 2": Pt(16), "Tabelhoved": Pt(14)}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet while it is made."""

    document: Document
    words: Mapping[str, Any]
    aliases: Aliases = field(default_factory=Aliases)


def sheet(kind: MeetingType, rule: DocumentRule) -> Document:
    """The sheet whose sections ``kind`` keeps under the name of ``rule``, as a Word template."""
    page = _Sheet(new_document(kind.words), kind.words)
    _add_head(page.document, _HEAD, "Lille")
    return _made(page, kind.sheets[rule.sheet])


def easy_sheet(kind: MeetingType, rule: DocumentRule) -> Document:
    """The same for residents with Letlæst: larger type, and no word is divided."""
    document = new_document(kind.words)
    for style, size in _LARGE.items():
        paragraph_style(document, style).font.size = size
    properties = paragraph_style(document, "Normal").element.get_or_add_pPr()
    properties.append(element("w:suppressAutoHyphens"))
    paragraph_style(document, "List Bullet").paragraph_format.line_spacing = 1.2
    _add_head(document, _EASY_HEAD, "Faktatekst")
    return _made(_Sheet(document, kind.words), kind.sheets[rule.sheet])


def _add_head(document: Document, lines: Sequence[str], style: str) -> None:
    """The title; whom the meeting is about, when and where it is."""
    add_title(document)
    for line in lines:
        document.add_paragraph(line, style=style)
    add_gap(document)


def _made(page: _Sheet, sections: Sequence[Section]) -> Document:
    numbered = enumerate(sections, start=1)
    for noted, together in groupby(numbered, key=lambda one: one[1].notes):
        if noted:
            _add_noted(page, list(together))
        else:
            for number, section in together:
                _add_section(page, number, section)
    return declare(keep_prompts(page.document))


def _add_section(page: _Sheet, number: int, section: Section) -> None:
    with only_if(page.document, section.condition):
        holder: Document | _Cell = page.document
        if section.framed:
            holder = add_frame(page.document, section.heading or section.texts[0])
        if section.heading:
            holder.add_paragraph(section.heading, style="Heading 2")
        _add_words(page, holder, number, section)
        if isinstance(holder, _Cell):
            _close(holder, bold=not section.heading)
        elif section.questions:
            _keep_with_first_question(page.document, section)
        for at, question in enumerate(section.questions, start=1):
            asked = page.document.add_paragraph(question)
            asked.paragraph_format.keep_with_next, asked.paragraph_format.space_after = True, Pt(4)
            alias, prompt = page.aliases.name(question), page.words["ark.skriv"]
            add_room(page.document, Field(f"ark.{number}.svar.{at}", alias, prompt), section.room)


def _keep_with_first_question(document: Document, section: Section) -> None:
    """Nothing of the section stays behind at the foot of a page when its first box goes over to the next."""
    words = len(section.texts) + len(section.bullets) + len(section.ticks)
    for paragraph in document.paragraphs[-words:] if words else ():
        paragraph.paragraph_format.keep_with_next = True


def _add_words(
    page: _Sheet, holder: Document | _Cell, number: int, section: Section, style: str = "Normal"
) -> None:
    """The section's paragraphs, its list, and its boxes to tick."""
    for paragraph in section.texts:
        holder.add_paragraph(paragraph, style=style)
    bullets = [holder.add_paragraph(bullet, style="List Bullet") for bullet in section.bullets]
    ticks = [
        add_tick(holder, tick, Field(f"ark.{number}.kryds.{at}", page.aliases.name(tick)), style)
        for at, tick in enumerate(section.ticks, start=1)
    ]
    for listed in (bullets, ticks):
        if listed:
            listed[-1].paragraph_format.space_after = Pt(6)  # what follows is no part of the list


def _close(cell: _Cell, *, bold: bool) -> None:
    """The cell without the paragraph that it came with, and its words clear of its edges."""
    drop_first(cell)
    cell.paragraphs[0].paragraph_format.space_before = Pt(5)
    cell.paragraphs[-1].paragraph_format.space_after = Pt(6)
    for run in cell.paragraphs[0].runs:
        run.bold = bold or None


def _add_noted(page: _Sheet, sections: Sequence[tuple[int, Section]]) -> None:
    """A table with a row a section: its words on the left, room for answers and notes on the right."""
    words = page.words
    table = add_table(page.document, _NOTED, style="Skema", caption=words["ark.punkt"])
    add_header(table, (words["ark.punkt"], words["ark.note"]))
    for number, section in sections:
        with block(table, f"if {section.condition}") if section.condition else nullcontext():
            _add_noted_row(page, add_row(table, height=section.room, top=True).cells, number, section)
    add_gap(page.document)


def _add_noted_row(page: _Sheet, cells: Sequence[_Cell], number: int, section: Section) -> None:
    said, noted = cells
    write(said, section.heading, "Faktaetiket")
    said.paragraphs[0].paragraph_format.space_before = Pt(3)
    _add_words(page, said, number, section, style="Tabeltekst")
    for question in section.questions:
        said.add_paragraph(question, style="Tabeltekst")
    alias = page.aliases.name(f"{page.words['ark.note']}: {section.heading}")
    put(write(noted), text(Field(f"ark.{number}.note", alias, page.words["ark.skriv"])))
