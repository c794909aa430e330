"""What is written in each field of filled minutes: by the names of the fields, else by their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from docgen.documents.parts import W
from docgen.minutes.controls import Control, controls, is_prompt, is_ticked
from docgen.minutes.form import Blank, Form, FormLine, FormRow, FormTable, blocks, titles_of
from docgen.minutes.names import Names
from docgen.minutes.wordtext import cells, plain, rows, text_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in a field: its text, and whether it is a box that is ticked."""

    text: str = ""
    ticked: bool = False

    def __bool__(self) -> bool:
        return bool(self.text) or self.ticked


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A row of a repeating section with something in it; ``cells`` are by the last part of their tags.

    ``key`` is the number in its tags, ``""`` for one that Word or a person has added.
    """

    key: str
    cells: Mapping[str, Answer] = field(hash=False)


@dataclass(slots=True)
class Answers:
    """All answers: single fields by their tags, rows by the tags of their sections, in the file's order.

    ``sections`` are those that were found, filled or not. ``twice`` are the tags of fields that stand there
    twice and say different things: the first counts.
    """

    fields: dict[str, Answer] = field(default_factory=dict)
    rows: dict[str, list[AnsweredRow]] = field(default_factory=lambda: defaultdict(list))
    sections: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)

    def put(self, tag: str, answer: Answer) -> None:
        before = self.fields.get(tag)
        if before and answer and before != answer and tag not in self.twice:
            self.twice.append(tag)
        if not before:
            self.fields[tag] = answer

    def add(self, section: str, key: str, row: Mapping[str, Answer]) -> None:
        """A row, unless it is blank. One that Word has added has the names of another."""
        self.sections.add(section)
        known = self.rows[section]
        if any(row.values()):
            is_added = any(one.key == key for one in known)
            known.append(AnsweredRow("" if is_added else key, row))

    def text(self, tag: str) -> str:
        return self.fields.get(tag, Answer()).text

    def ticked(self, tag: str) -> bool:
        return self.fields.get(tag, Answer()).ticked


def read_answers(body: _Element, form: Form, names: Names) -> Answers:
    """The answers in a body (``w:body``) whose tracked changes have been accepted."""
    reader = _Reader(form, names, form.prompts)
    over: list[str] = []
    for block in blocks(body):
        if block.tag == f"{W}tbl":
            reader.table(block, over)
            over = []
        else:
            over.append(plain(text_of(block)))
            reader.line(block)
    reader.strays(body)
    return reader.answers


@dataclass(slots=True)
class _Reader:
    form: Form
    names: Names
    prompts: frozenset[str]
    answers: Answers = field(default_factory=Answers)
    read: set[_Element] = field(default_factory=set)
    """The controls that have been read with the cell or line they stand in."""

    # Tables

    def table(self, table: _Element, over: Sequence[str]) -> None:
        known = self._known(table, over)
        if known is None:
            return
        met: Counter[FormRow] = Counter()
        last: FormRow | None = None
        is_named = any(map(self.names.tag_of, controls(table)))
        for row in map(cells, rows(table)):
            if titles_of(row) == known.titles:
                continue
            last, key = self._row(row, known, met) or (last, "")
            if last is not None:
                met[last] += 1
                if last.section and not (key or is_named):
                    key = str(met[last])
                self._answer(row, last, key)

    def _known(self, table: _Element, over: Sequence[str]) -> FormTable | None:
        """The table of the form that this is: by a field's name, by the titles, by the heading over it."""
        tags = [*filter(None, map(self.names.tag_of, controls(table)))]
        titles = titles_of(cells(next(rows(table))))
        by_name = (one for one in self.form.tables if any(map(one.holds, tags)))
        by_titles = (one for one in self.form.tables if one.titles and one.titles == titles)
        by_heading = (one for one in self.form.tables if not one.titles and one.heading in over)
        return next((one for found in (by_name, by_titles, by_heading) for one in found), None)

    def _row(
        self, row: Sequence[_Element], table: FormTable, met: Counter[FormRow]
    ) -> tuple[FormRow, str] | None:
        """The row of the form that this is, and its key: by a field's name, else by its label."""
        for tag in (self.names.tag_of(control) for cell in row for control in controls(cell)):
            for one in table.rows:
                if tag and (key := one.key_of(tag)) is not None:
                    return one, key
        for one in table.rows:
            label = one.label_in(row)
            if one.varies:
                return one, self._whose(one, label, met[one])
            if label == one.label:
                return one, ""
        return None

    def _whose(self, known: FormRow, label: str, before: int) -> str:
        """Whose row it is, or the number of the effort: by the label, else by how many stand before it."""
        if known.blanks[0].is_personal:
            return self.names.nr_in(label) or self.names.nth(before)
        return str(before + 1)

    def _answer(self, row: Sequence[_Element], known: FormRow, key: str) -> None:
        pairs = zip(known.fields, row, strict=False)
        written = {blank: self._written(cell, blank) for blank, cell in pairs if blank is not None}
        if known.section:
            self.answers.add(known.section, key, {one.column: answer for one, answer in written.items()})
            return
        for blank, answer in written.items():
            self.answers.put(blank.tag_of(key), answer)

    def _written(self, cell: _Element, blank: Blank) -> Answer:
        """What a cell says: all that is written there, where the field is alone in it, then and now."""
        held = [control for control in controls(cell) if self.names.tag_of(control)]
        if not blank.fills or len(held) > 1:
            held = [control for control in held if self._is(control, blank)][:1]
            scope = held[0].element if held else cell
        else:
            scope = cell
        self.read.update(control.element for control in held)
        return self._said(scope, blank)

    def _is(self, control: Control, blank: Blank) -> bool:
        return blank.key_in_tag(self.names.tag_of(control)) is not None

    # Lines

    def line(self, paragraph: _Element) -> None:
        held = [*controls(paragraph)]
        whole = text_of(paragraph)
        for one in self.form.lines:
            own = next((control for control in held if self._is(control, one.blank)), None)
            if own is None and not (one.blank.fills and held and _is_like(whole, one)):
                continue
            if own is not None:
                self.read.add(own.element)
            scope = paragraph if one.blank.fills or own is None else own.element
            self.answers.put(one.blank.tag, self._said(scope, one.blank, one))

    # Whatever has been moved elsewhere, or pasted once more

    def strays(self, body: _Element) -> None:
        """Fields that stand in none of the form's tables and lines, by their names."""
        strewn: dict[tuple[str, str], dict[str, Answer]] = defaultdict(dict)
        for control in controls(body):
            tag = self.names.tag_of(control)
            blank = self.names.blank(tag) if tag and control.element not in self.read else None
            if blank is None:
                continue
            line = next((one for one in self.form.lines if one.blank == blank), None)
            answer = self._said(control.element, blank, line)
            if blank.section:
                strewn[blank.section, blank.key_in_tag(tag) or ""][blank.column] = answer
            else:
                self.answers.put(tag, answer)
        for (section, key), row in strewn.items():
            self.answers.add(section, key, row)

    # Texts

    def _said(self, scope: _Element, blank: Blank, line: FormLine | None = None) -> Answer:
        text = text_of(scope, without=self._is_empty)
        if line is not None:
            text = text.removeprefix(line.before).removesuffix(line.after).strip()
        if blank.is_box:
            return Answer(ticked=is_ticked(scope, text))
        return Answer("" if plain(text) == plain(blank.prompt) else text)

    def _is_empty(self, element: _Element) -> bool:
        """A field that shows its prompt, also where a program has lost the mark that tells."""
        return is_prompt(element) or (element.tag == f"{W}sdt" and plain(text_of(element)) in self.prompts)


def _is_like(whole: str, line: FormLine) -> bool:
    """Whether a paragraph has the words around the field of this line."""
    has_words = bool(line.before or line.after)
    return has_words and whole.startswith(line.before) and whole.endswith(line.after)
