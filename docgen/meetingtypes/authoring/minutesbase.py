"""What the parts of the minutes share: their width, a heading with its note, and fields named by words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document

from docgen.meetingtypes.authoring.blocks import only_if
from docgen.meetingtypes.authoring.fields import Field
from docgen.meetingtypes.authoring.page import TEXT_WIDTH
from docgen.meetingtypes.form import Part

Words = Mapping[str, Any]

WIDTH: float = TEXT_WIDTH.mm
"""Millimetres that the tables of the minutes are wide."""


def add_heading(document: Document, part: Part, title: str, note: str = "") -> None:
    """The part's heading and the line under it; ``title`` and ``note`` are for parts that give none.

    A note that hangs on a tag tells a fact (the goal) and is written as one; any other is a quiet hint.
    """
    document.add_paragraph(part.title or title, style="Heading 2")
    note = part.note or note
    if not note:
        return
    with only_if(document, part.note_if):
        line = document.add_paragraph(note, style="Normal" if part.note_if else "Lille")
        line.paragraph_format.keep_with_next = True


def named(words: Words, tag: str, name: str, *, prompt: str = "") -> Field:
    """A field with the alias ``felt.<name>`` and the placeholder ``tom.<prompt or name>`` of the words."""
    return Field(tag, words[f"referat.felt.{name}"], words[f"referat.tom.{prompt or name}"])
