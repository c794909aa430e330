"""The decision minutes ("referat"): what was agreed, by whom and until when. Not what people said.

Every field can be read again by its tag; the sheet is as good printed and filled in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.fields import Field, checkbox, choice, date, personal, put, repeat, text
from docgen.meetingtypes.authoring.masthead import add_masthead, participant
from docgen.meetingtypes.authoring.page import TITLE, new_document
from docgen.meetingtypes.authoring.prompts import keep_prompts
from docgen.meetingtypes.authoring.tables import (
    add_header,
    add_row,
    add_table,
    block,
    keep_together,
    write,
)
from docgen.meetingtypes.definition import DocumentRule, MeetingType

DECISIONS = 5
"""Blank rows for decisions; Word adds more, and three at least are there for those who write by hand."""
_CONCLUSIONS, _POINTS = 56.0, 123.0
"""Millimetres to write in: for the conclusions of a meeting in rounds, and for all points of another.

With up to six participants they fill the first page, and the decisions the second."""
_DECISION = 23.0  # two or three lines by hand
_WIDTH = 162.0
_NUMBER = "{{ d.nr }}"


def minutes(kind: MeetingType, _rule: DocumentRule) -> Document:
    """The minutes of ``kind`` as a Word template (layout "referat").

    A type whose participants speak in turn has a theme that they approve and one field for the conclusions;
    any other type has a field for each phase that is minuted.
    """
    words = kind.words
    in_turn = any(phase.each_in_turn for phase in kind.phases)
    document = new_document(words, TITLE)
    document.add_paragraph(TITLE, style="Heading 1").paragraph_format.space_before = Pt(0)
    add_masthead(document, words, participants=False)
    if in_turn:
        _add_theme(document, words)
    _add_people(document, words, approve=in_turn)
    document.add_paragraph(words["referat.konklusioner"], style="Heading 2")
    if in_turn:
        _add_conclusions(document, words)
    else:
        _add_points(document, kind)
    _add_decisions(document, words)
    _add_next(document, words)
    return declare(keep_prompts(document))


def _field(words: Mapping[str, Any], tag: str, name: str, *, prompt: str = "", locked: bool = True) -> Field:
    """A field with the alias ``felt.<name>`` and the placeholder ``tom.<prompt or name>`` of the words."""
    return Field(tag, words[f"referat.felt.{name}"], words[f"referat.tom.{prompt or name}"], locked)


def _personal(words: Mapping[str, Any], tag: str, name: str, placeholder: str = "") -> Field:
    """A field that every participant has one of."""
    alias = personal(words[f"referat.felt.{name}"])
    return Field(f"{tag}.{_NUMBER}", alias, placeholder)


def _add_theme(document: Document, words: Mapping[str, Any]) -> None:
    document.add_paragraph(words["referat.tema"], style="Heading 2")
    proposal = f"{words['fakta.tema']}: {{{{ moede.tema }}}}"
    for line in ("{%p if moede.tema %}", proposal, "{%p endif %}"):
        document.add_paragraph(line)
    table = add_table(document, (_WIDTH,), style="Skema", caption=words["referat.tema_godkendt"])
    add_header(table, (words["referat.tema_godkendt"],))
    put(write(add_row(table, height=14, top=True).cells[0]), text(_field(words, "tema.godkendt", "tema")))


def _add_people(document: Document, words: Mapping[str, Any], *, approve: bool) -> None:
    """A row a participant: came or not, approved the theme, gets the minutes."""
    document.add_paragraph(words["referat.hvem"], style="Heading 2")
    ticks = [("tema.godkendt_af", "godkendt"), ("faar_referat", "faar")][0 if approve else 1 :]
    narrow = 24.0 if approve else 29.0  # two lines of title each, or one
    widths = (_WIDTH - 44 - narrow * len(ticks), 44.0, *(narrow for _ in ticks))
    table = add_table(document, widths, style="Skema", caption=words["referat.hvem"])
    titles = ("deltager", "fremmoede", *(name for _, name in ticks))
    add_header(table, [words[f"referat.{title}"] for title in titles])
    with block(table, "for d in deltagere"):
        name, presence, *boxes = add_row(table, height=8).cells
        write(name, participant(words))
        options = words["referat.fremmoede_valg"]
        field = _personal(words, "fremmoede", "fremmoede", " / ".join(options))
        put(write(presence), choice(field, options))
        for cell, (tag, title) in zip(boxes, ticks, strict=True):
            paragraph = put(write(cell), checkbox(_personal(words, tag, title)))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    others = document.add_paragraph(f"{words['referat.andre']}: ")
    others.paragraph_format.space_before = Pt(6)
    put(others, text(_field(words, "faar_referat.andre", "andre")))


def _add_conclusions(document: Document, words: Mapping[str, Any]) -> None:
    document.add_paragraph(words["referat.ikke_runder"], style="Lille").paragraph_format.keep_with_next = True
    table = add_table(document, (_WIDTH,), style="Table Grid", caption=words["referat.konklusioner"])
    cell = add_row(table, height=_CONCLUSIONS, top=True, whole=False).cells[0]
    put(write(cell), text(_field(words, "konklusion", "konklusion")))


def _add_points(document: Document, kind: MeetingType) -> None:
    words = kind.words
    table = add_table(document, (42, _WIDTH - 42), style="Skema", caption=words["referat.konklusioner"])
    add_header(table, (words["referat.punkt"], words["referat.kom_frem"]))
    points = [phase for phase in kind.phases if phase.minuted]
    for phase in points:
        title, found = add_row(table, height=_POINTS / len(points), top=True, whole=False).cells
        write(title, phase.title)
        alias = words["referat.felt.punkt"].replace("{punkt}", phase.title)
        put(write(found), text(Field(f"konklusion.{phase.key}", alias, words["referat.tom.konklusion"])))


def _add_decisions(document: Document, words: Mapping[str, Any]) -> None:
    document.add_paragraph(words["referat.beslutninger"], style="Heading 2")
    table = add_table(document, (88, 40, 34), style="Skema", caption=words["referat.beslutninger"])
    columns = (("tekst", text), ("ansvarlig", text), ("frist", date))
    add_header(table, [words[f"referat.{name}"] for name, _ in columns])
    rows = [add_row(table, height=_DECISION) for _ in range(DECISIONS)]
    for number, row in enumerate(rows, start=1):
        for cell, (name, make) in zip(row.cells, columns, strict=True):
            alias = words[f"referat.felt.{name}"].replace("{tal}", str(number))
            field = Field(f"beslutning.{number}.{name}", alias, words[f"referat.tom.{name}"], locked=False)
            put(write(cell), make(field))
    keep_together(table)
    repeat(Field("beslutning", words["referat.beslutninger"], locked=False), rows)


def _add_next(document: Document, words: Mapping[str, Any]) -> None:
    document.add_paragraph(words["referat.naeste"], style="Heading 2")
    table = add_table(document, (50, 40, 72), style="Skema", caption=words["referat.naeste"])
    columns = (("dato", date), ("tid", text), ("sted", text))
    add_header(table, [words[f"referat.{name}"] for name, _ in columns])
    for cell, (name, make) in zip(add_row(table, height=14).cells, columns, strict=True):
        put(write(cell), make(_field(words, f"naeste.{name}", f"naeste_{name}", prompt=name)))
    none = document.add_paragraph()
    none.paragraph_format.space_before = Pt(6)
    field = Field("naeste.ikke_noedvendigt", words["referat.felt.ikke_noedvendigt"])
    put(none, checkbox(field)).add_run(f" {words['referat.ikke_noedvendigt']}")
