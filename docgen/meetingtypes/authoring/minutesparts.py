"""Parts of the minutes: the theme, who came, what was arrived at, fields, and what is next."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from docgen.meetingtypes.authoring.boxes import add_box
from docgen.meetingtypes.authoring.facts import theme_lines
from docgen.meetingtypes.authoring.fields import Field, checkbox, choice, date, personal, put, text
from docgen.meetingtypes.authoring.figures.textfit import text_width
from docgen.meetingtypes.authoring.masthead import participant
from docgen.meetingtypes.authoring.minutesbase import WIDTH, Words, add_heading, named
from docgen.meetingtypes.authoring.tables import add_header, add_row, add_table, block, keep_with_next, write
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import Part, PartKind

_CONCLUSIONS, _POINTS = 56.0, 123.0
"""Millimetres to write in: for the conclusions of a meeting in rounds, and for all points of another.

With up to six participants they fill the first page, and the decisions the second."""
_NEXT = 14.0
_PRESENCE = 44.0  # the column of who came
_LABEL, _WIDEST_LABEL, _PADDING = 42.0, 66.0, 4.5  # the column of the points' names
_TEXT_SIZE = 11.5
_PAGE_LONG = 40.0
"""A field that is higher than this invites people to write more than should be kept on one page."""


def add_theme(document: Document, kind: MeetingType, part: Part) -> None:
    """The theme as it was proposed, and a field for what was approved."""
    words = kind.words
    add_heading(document, part, words["referat.tema"])
    for line in theme_lines(words):
        document.add_paragraph(line)
    table = add_table(document, (WIDTH,), style="Skema", caption=words["referat.tema_godkendt"])
    add_header(table, (words["referat.tema_godkendt"],))
    cell = add_row(table, height=part.height or _NEXT, top=True).cells[0]
    put(write(cell), text(named(words, "tema.godkendt", "tema")))


def add_people(document: Document, kind: MeetingType, part: Part) -> None:
    """A row a participant: came or not, gets the minutes, and approved the theme where there is one."""
    words = kind.words
    title = part.title or words["referat.hvem"]
    add_heading(document, part, title)
    ticks = [("faar_referat", "faar")]
    if any(other.kind is PartKind.THEME for other in kind.minutes):
        ticks.insert(0, ("tema.godkendt_af", "godkendt"))
    narrow = 24.0 if len(ticks) > 1 else 29.0  # two lines of title each, or one
    widths = (WIDTH - _PRESENCE - narrow * len(ticks), _PRESENCE, *(narrow for _ in ticks))
    table = add_table(document, widths, style="Skema", caption=title)
    titles = ("deltager", "fremmoede", *(name for _, name in ticks))
    add_header(table, [words[f"referat.{title}"] for title in titles])
    with block(table, "for d in deltagere"):
        name, presence, *boxes = add_row(table, height=8).cells
        write(name, participant(words))
        options = words["referat.fremmoede_valg"]
        field = _personal(words, "fremmoede", "fremmoede", " / ".join(options))
        put(write(presence), choice(field, options))
        for cell, (tag, name_of) in zip(boxes, ticks, strict=True):
            paragraph = put(write(cell), checkbox(_personal(words, tag, name_of)))
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    others = document.add_paragraph(f"{words['referat.andre']}: ")
    others.paragraph_format.space_before = Pt(6)
    put(others, text(named(words, "faar_referat.andre", "andre")))


def _personal(words: Words, tag: str, name: str, placeholder: str = "") -> Field:
    """A field that every participant has one of."""
    return Field(f"{tag}.{{{{ d.nr }}}}", personal(words[f"referat.felt.{name}"]), placeholder)


def add_conclusions(document: Document, kind: MeetingType, part: Part) -> None:
    """One field for what everybody arrived at together."""
    words = kind.words
    title = part.title or words["referat.konklusioner"]
    add_heading(document, part, title, words["referat.ikke_runder"])
    box = add_box(document, title, height=part.height or _CONCLUSIONS, whole=False)
    prompt = part.prompt or words["referat.tom.konklusion"]
    put(write(box), text(Field("konklusion", words["referat.felt.konklusion"], prompt)))


def add_points(document: Document, kind: MeetingType, part: Part) -> None:
    """A field for each phase that is minuted; they share the part's height."""
    words = kind.words
    title = part.title or words["referat.konklusioner"]
    add_heading(document, part, title)
    points = [phase for phase in kind.phases if phase.minuted]
    label = _label_width([phase.title for phase in points])
    table = add_table(document, (label, WIDTH - label), style="Skema", caption=title)
    add_header(table, (words["referat.punkt"], words["referat.kom_frem"]))
    for phase in points:
        height = (part.height or _POINTS) / len(points)
        name, found = add_row(table, height=height, top=True, whole=False).cells
        write(name, phase.title)
        alias = words["referat.felt.punkt"].replace("{punkt}", phase.title)
        prompt = part.prompt or words["referat.tom.konklusion"]
        put(write(found), text(Field(f"konklusion.{phase.key}", alias, prompt)))


def _label_width(titles: Sequence[str]) -> float:
    """Millimetres that the names need in a column of their own: none of their words is broken."""
    longest = max((text_width(word, _TEXT_SIZE) for title in titles for word in title.split()), default=0.0)
    return min(max(_LABEL, Pt(longest) / Mm(1) + _PADDING), _WIDEST_LABEL)


def add_field(document: Document, kind: MeetingType, part: Part) -> None:
    """A heading of the type's own, and a field under it."""
    add_heading(document, part, part.title)
    box = add_box(document, part.title, height=part.height, whole=part.height <= _PAGE_LONG)
    prompt = part.prompt or kind.words["referat.tom.skriv"]
    put(write(box), text(Field(part.key, part.title, prompt)))


def add_next(document: Document, kind: MeetingType, part: Part) -> None:
    """When and where the next meeting is, or that none is needed."""
    words = kind.words
    title = part.title or words["referat.naeste"]
    add_heading(document, part, title)
    table = add_table(document, (50, 40, 72), style="Skema", caption=title)
    columns = (("dato", date), ("tid", text), ("sted", text))
    add_header(table, [words[f"referat.{name}"] for name, _ in columns])
    for cell, (name, make) in zip(add_row(table, height=part.height or _NEXT).cells, columns, strict=True):
        put(write(cell), make(named(words, f"naeste.{name}", f"naeste_{name}", prompt=name)))
    for row in table.rows:
        keep_with_next(row)
    none = document.add_paragraph()
    none.paragraph_format.space_before = Pt(6)
    field = Field("naeste.ikke_noedvendigt", words["referat.felt.ikke_noedvendigt"])
    put(none, checkbox(field)).add_run(f" {words['referat.ikke_noedvendigt']}")
