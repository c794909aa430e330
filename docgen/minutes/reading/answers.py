"""What is written in each field of filled minutes: by the names of the fields, else by their places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from docgen.documents.parts import W
from docgen.minutes.reading.answer import Answer, Answers
from docgen.minutes.reading.columns import below_titles
from docgen.minutes.reading.controls import Control, controls, controls_of, is_prompt, is_ticked
from docgen.minutes.reading.form import Blank, Form, FormLine, FormRow, FormTable
from docgen.minutes.reading.formreading import blocks, titles_of
from docgen.minutes.reading.names import Names
from docgen.minutes.reading.wordtext import cells, plain, rows, text_of


def read_answers(body: _Element, form: Form, names: Names) -> Answers:
    """The answers in a body (``w:body``) whose tracked changes have been accepted."""
    reader = _Reader(form, names)
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
    answers: Answers = field(default_factory=Answers)
    read: set[_Element] = field(default_factory=set)
    """The controls that have been read with the cell or line they stand in."""

    # Tables

    def table(self, table: _Element, over: Sequence[str]) -> None:
        filled = [*map(cells, rows(table))]
        known = self._known(table, filled, over)
        if known is None:
            return
        below = [*below_titles(filled, known.titles)]
        met: Counter[FormRow] = Counter()
        found: list[_Row] = []
        for row in below:
            match = self._row(row, known, met, of=len(below))
            if match is None and found:
                match = found[-1].known, ""  # without a label it goes on from the one above
            if match:
                met[match[0]] += 1
                found.append(_Row(row, *match))
        for one in _placed(found):
            self._answer(one)

    def _known(
        self, table: _Element, filled: Sequence[Sequence[_Element]], over: Sequence[str]
    ) -> FormTable | None:
        """The table of the form that this is: by a field's name, by the titles, by the heading over it."""
        tags = [*filter(None, map(self.names.tag_of, controls(table)))]
        titles = titles_of(filled[0]) if filled else ()
        by_name = (one for one in self.form.tables if any(map(one.holds, tags)))
        by_titles = (one for one in self.form.tables if one.titles and one.titles == titles)
        by_heading = (one for one in self.form.tables if not one.titles and one.heading in over)
        return next((one for found in (by_name, by_titles, by_heading) for one in found), None)

    def _row(
        self, row: Sequence[_Element], table: FormTable, met: Counter[FormRow], *, of: int
    ) -> tuple[FormRow, str] | None:
        """The row of the form that this is, and its key: by a field's name, else by its label.

        ``of`` is how many rows the table has by now.
        """
        for tag in (self.names.tag_of(control) for cell in row for control in controls_of(cell)):
            for one in table.rows:
                if tag and (key := one.key_of(tag)) is not None:
                    return one, key
        for one in table.rows:
            label = one.label_in(row)
            if one.varies:
                return one, self._whose(one, label, met[one], of)
            if label == one.label:
                return one, ""
        return None

    def _whose(self, known: FormRow, label: str, before: int, of: int) -> str:
        """Whose row it is, or the number of the effort: by the label, else by how many stand before it.

        ``""`` for a row that may be a guest's: places tell people only while there are as many as people.
        """
        if known.blanks[0].is_personal:
            by_place = self.names.nth(before) if of == len(self.names.people) else ""
            return self.names.nr_in(label) or by_place
        return str(before + 1)

    def _answer(self, row: _Row) -> None:
        pairs = zip(row.known.fields, row.cells, strict=False)
        written = {blank: self._written(cell, blank) for blank, cell in pairs if blank is not None}
        if row.known.section:
            answers = {one.column: answer for one, answer in written.items()}
            self.answers.add(row.known.section, row.key, answers)
            return
        if row.known.varies and not row.key:
            return
        for blank, answer in written.items():
            self.answers.put(blank.tag_of(row.key), answer)

    def _written(self, cell: _Element, blank: Blank) -> Answer:
        """What a cell says: all that is written there, where the field is alone in it, then and now.

        A field may stand there in pieces: LibreOffice cuts it where the script changes.
        """
        held = [control for control in controls_of(cell) if self.names.tag_of(control)]
        own = [control for control in held if self._is(control, blank)]
        is_alone = blank.fills and len(own) == len(held)
        read = own if is_alone else own[:1]
        self.read.update(control.element for control in read)
        return self._said(cell if is_alone or not own else own[0].element, blank)

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
        def is_empty(element: _Element) -> bool:
            """A field that shows its prompt, also where a program has lost the mark that tells."""
            is_field = element.tag == f"{W}sdt"
            return is_prompt(element) or (is_field and plain(text_of(element)) == plain(blank.prompt))

        text = text_of(scope, without=is_empty)
        if line is not None:
            text = text.removeprefix(line.before).removesuffix(line.after).strip()
        if blank.is_box:
            return Answer(ticked=is_ticked(scope, text))
        return Answer("" if plain(text) == plain(blank.prompt) else text)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its cells, the row of the form that it is, and its number, or whose it is."""

    cells: Sequence[_Element]
    known: FormRow
    key: str


def _placed(rows_: Sequence[_Row]) -> Iterator[_Row]:
    """The rows of a table; where some of a section have lost their names, all are numbered by their places.

    What names are left may be those of the row that an added one was copied from.
    """
    unnamed = {row.known.section for row in rows_ if not row.key} - {""}
    met: Counter[str] = Counter()
    for row in rows_:
        met[row.known.section] += 1
        is_lost = row.known.section in unnamed
        yield replace(row, key=str(met[row.known.section])) if is_lost else row


def _is_like(whole: str, line: FormLine) -> bool:
    """Whether a paragraph has the words around the field of this line."""
    has_words = bool(line.before or line.after)
    return has_words and whole.startswith(line.before) and whole.endswith(line.after)
