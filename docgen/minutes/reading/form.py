"""The blank minutes of a type, as its Word template has them: every field's names, prompt and place.

The template is the one place that knows: people edit it in Word. A filled file that has lost the names of
its fields (LibreOffice 7.4 drops them) is read by their places: a table's titles, a row's label, a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from docgen.minutes.reading.wordtext import plain, text_of

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class Blank:
    """A field of the form. ``tag`` and ``alias`` may hold an expression of the template (``{{ d.nr }}``).

    ``section`` is the tag of the repeating section that it stands in. ``fills`` says that it is alone in its
    cell or line, so that what people write beside it belongs to it.
    """

    tag: str
    alias: str
    prompt: str = ""
    section: str = ""
    is_box: bool = False
    fills: bool = True

    @property
    def varies(self) -> bool:
        """Whether there is one for each participant, or for each effort."""
        return "{{" in self.tag

    @property
    def is_personal(self) -> bool:
        return "d.nr" in self.tag

    @property
    def column(self) -> str:
        """The last part of its tag."""
        return self.tag.rpartition(".")[2]

    def tag_of(self, key: str) -> str:
        """The tag of the one with this key, a number or whose it is."""
        if self.section:
            return f"{self.section}.{key}.{self.column}"
        return _TAG.sub(lambda _: key, self.tag)

    def key_in_tag(self, tag: str) -> str | None:
        """The key in ``tag``; ``None`` for another field's tag, ``""`` where the form has only one of it."""
        if self.section:
            return _key_between(f"{self.section}.", tag, f".{self.column}")
        return _key(self.tag, tag)

    def key_in_alias(self, alias: str) -> str | None:
        """What an alias has in the place of the form's expression; ``None`` for another field's alias."""
        return _key(self.alias, alias)


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row with fields: its label (what else is written in it), and the field of each column, if any."""

    label: str
    fields: tuple[Blank | None, ...]

    @property
    def blanks(self) -> tuple[Blank, ...]:
        return tuple(one for one in self.fields if one)

    @property
    def section(self) -> str:
        return self.blanks[0].section

    @property
    def varies(self) -> bool:
        return self.blanks[0].varies

    def key_of(self, tag: str) -> str | None:
        """The key in the tag of one of its fields; ``None`` for any other tag."""
        keys = (one.key_in_tag(tag) for one in self.blanks)
        return next((key for key in keys if key is not None), None)

    def label_in(self, row: Sequence[_Element]) -> str:
        """What stands in the cells of ``row`` that hold no field."""
        labels = (cell for cell, one in zip(row, self.fields, strict=False) if one is None)
        return plain(" ".join(map(text_of, labels)))


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table with fields. ``titles`` are those of its columns, if it has any, ``heading`` is over it."""

    heading: str
    titles: tuple[str, ...]
    rows: tuple[FormRow, ...]

    def holds(self, tag: str) -> bool:
        return any(row.key_of(tag) is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class FormLine:
    """A field in a line of text, with the words before and after it."""

    blank: Blank
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Form:
    """The blank minutes: tables and lines in the template's order."""

    tables: tuple[FormTable, ...] = ()
    lines: tuple[FormLine, ...] = ()

    @property
    def blanks(self) -> tuple[Blank, ...]:
        in_tables = (one for table in self.tables for row in table.rows for one in row.blanks)
        return (*in_tables, *(line.blank for line in self.lines))


def _key(pattern: str, text: str) -> str | None:
    before, *rest = _TAG.split(pattern)
    return _key_between(before, text, rest[-1]) if rest else ("" if text == pattern else None)


def _key_between(before: str, text: str, after: str) -> str | None:
    key = text.removeprefix(before).removesuffix(after)
    return key if key and text == f"{before}{key}{after}" else None
