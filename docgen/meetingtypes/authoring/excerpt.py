"""Some parts of the minutes as a document of their own ("uddrag"), such as a recommendation and a plan.

It has nothing to fill in: it is made from minutes that people have filled in (``referat.*``), and holds the
parts that its ``[[dokument]]`` names (``dele``). A part that nobody has written in leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.document import Document

from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.boxes import add_gap
from docgen.meetingtypes.authoring.extensions import declare
from docgen.meetingtypes.authoring.facts import Facts
from docgen.meetingtypes.authoring.masthead import add_masthead
from docgen.meetingtypes.authoring.minutesbase import WIDTH
from docgen.meetingtypes.authoring.page import add_title, new_document
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, write
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from docgen.meetingtypes.form import Part, PartKind

_LABEL = 26.0  # the column that names a group
_DECISION = (88.0, 40.0, 34.0)

Columns = Sequence[tuple[str, str, float]]
"""The key, the title and the width in millimetres of each."""


def excerpt(kind: MeetingType, rule: DocumentRule) -> Document:
    """The parts that ``rule`` names, in its order, as a Word template."""
    document = new_document(kind.words)
    add_title(document)
    document.add_paragraph(kind.words["uddrag.om"])
    add_masthead(document, kind.words)
    by_name = {part.name: part for part in kind.minutes if part.may_be_sent_on}
    for name in rule.parts:
        _PARTS[by_name[name].kind](document, kind, by_name[name])
    document.add_paragraph(kind.words["uddrag.kontakt"], style="Afslutning")
    document.add_paragraph(kind.words["uddrag.kilde"], style="Lille")
    return declare(document)


def _add_text(document: Document, kind: MeetingType, part: Part) -> None:
    """A heading, and what was written, with its line breaks."""
    tag, name = _TEXTS.get(part.kind, (f"felter.{part.key}", ""))
    _add_written(document, f"referat.{tag}", part.title or kind.words[f"referat.{name}"])


def _add_written(document: Document, tag: str, title: str) -> None:
    with only_if(document, tag):
        document.add_paragraph(title, style="Heading 2")
        document.add_paragraph(f"{{{{ {tag} }}}}")


def _add_points(document: Document, kind: MeetingType, _part: Part) -> None:
    """Each phase that was minuted, with what everybody arrived at."""
    for phase in kind.phases:
        if phase.minuted:
            _add_written(document, f"referat.punkter.{phase.key}", phase.title)


def _add_table(document: Document, kind: MeetingType, part: Part) -> None:
    label = _LABEL if part.groups else 0.0
    whole = sum(column.width for column in part.columns)
    columns = [(column.key, column.title, (WIDTH - label) * column.width / whole) for column in part.columns]
    if part.groups:
        columns.insert(0, ("gruppe", kind.words["referat.gruppe"], label))
    _add_rows(document, f"referat.tabeller.{part.key}", part.title, columns)


def _add_decisions(document: Document, kind: MeetingType, part: Part) -> None:
    names = ("tekst", "ansvarlig", "frist")
    columns = [
        (name, kind.words[f"referat.{name}"], width) for name, width in zip(names, _DECISION, strict=True)
    ]
    _add_rows(document, "referat.beslutninger", part.title or kind.words["referat.beslutninger"], columns)


def _add_rows(document: Document, tag: str, title: str, columns: Columns) -> None:
    """A table with a row for each that was written; nothing where there are none."""
    with only_if(document, tag):
        document.add_paragraph(title, style="Heading 2")
        table = add_table(document, [width for *_, width in columns], style="Skema", caption=title)
        add_header(table, [title for _, title, _ in columns])
        with block(table, f"for r in {tag}"):
            for cell, (key, *_) in zip(add_row(table).cells, columns, strict=True):
                write(cell, f"{{{{ r.{key} }}}}")
        add_gap(document)


def _add_next(document: Document, kind: MeetingType, part: Part) -> None:
    """When and where the next meeting is, or that none is needed."""
    words, title = kind.words, part.title or kind.words["referat.naeste"]
    with only_if(document, "referat.naeste.er_der"):
        document.add_paragraph(title, style="Heading 2")
        facts = Facts(document, title)
        for name, shown in (("dato", "dato|capitalize"), ("tid", "tid"), ("sted", "sted")):
            facts.row_if(
                f"referat.naeste.{name}", words[f"referat.{name}"], f"{{{{ referat.naeste.{shown} }}}}"
            )
        add_gap(document)
    with only_if(document, "referat.naeste.ikke_noedvendigt"):
        document.add_paragraph(title, style="Heading 2")
        document.add_paragraph(words["referat.ikke_noedvendigt"])


_TEXTS = {PartKind.THEME: ("tema", "tema"), PartKind.CONCLUSION: ("konklusion", "konklusioner")}
_PARTS: dict[PartKind, Callable[[Document, MeetingType, Part], None]] = {
    PartKind.THEME: _add_text,
    PartKind.CONCLUSION: _add_text,
    PartKind.POINTS: _add_points,
    PartKind.FIELD: _add_text,
    PartKind.TABLE: _add_table,
    PartKind.DECISIONS: _add_decisions,
    PartKind.NEXT: _add_next,
}
