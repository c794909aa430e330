"""Minutes whose tables people have changed in Word: columns, titles and rows that the form never had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from lxml import etree

from docgen.minutes.reading.reader import read_minutes
from docgen.minutes.values import Agreed, FilledMinutes, Presence
from tests.contract.papers import SHIPPED
from tests.docx_text import W
from tests.minutes.answers import FILE, form_of
from tests.minutes.wordlike import Paper
from tests.minutes.wordxml import element, paragraph, run

KIND = next(kind for kind in SHIPPED if kind.name == "opfoelgningsmoede")
FORM = form_of(KIND)
CAME, DECLINED, *_ = KIND.words["referat.fremmoede_valg"]
DECIDED = Agreed("1", "Vi ringer", "Bo", dt.date(2026, 3, 3))


@pytest.fixture
def paper() -> Paper:
    """Minutes in which one thing has been decided."""
    paper = FORM.paper.copy()
    paper.write(paper.in_row("beslutning", 0, "tekst"), DECIDED.text)
    paper.write(paper.in_row("beslutning", 0, "ansvarlig"), DECIDED.responsible)
    paper.pick(paper.in_row("beslutning", 0, "frist"), dt.date(2026, 3, 3))
    return paper


def read(paper: Paper) -> FilledMinutes:
    """The minutes, of which there is nothing to complain."""
    reading = read_minutes(paper.saved(), FILE, SHIPPED)
    assert [finding.message() for finding in reading.findings] == []
    assert reading.minutes is not None
    return reading.minutes


def table(paper: Paper, tag: str = "beslutning") -> etree._Element:
    return next(paper.control(tag).iterancestors(f"{W}tbl"))


def columns(paper: Paper) -> Iterator[list[etree._Element]]:
    """The cells of each row of the decisions, the titles first."""
    for row in table(paper).iter(f"{W}tr"):
        yield [*row.iter(f"{W}tc")]


def remove(node: etree._Element) -> None:
    home = node.getparent()
    assert home is not None
    home.remove(node)


def cell(text: str) -> etree._Element:
    return element("w:tc", {}, paragraph(None, run(text)))


def test_a_column_that_was_deleted_takes_no_others_place(paper: Paper) -> None:
    for _, responsible, _ in columns(paper):
        remove(responsible)
    assert read(paper).decisions == (Agreed("1", DECIDED.text, "", DECIDED.deadline),)


def test_a_column_that_was_added_takes_no_others_place(paper: Paper) -> None:
    for number, (_, responsible, _) in enumerate(columns(paper)):
        responsible.addprevious(cell("Haster" if number else "Prioritet"))
    assert read(paper).decisions == (DECIDED,)


def test_columns_that_were_moved_are_known_by_their_titles(paper: Paper) -> None:
    for text, _, deadline in columns(paper):
        text.addprevious(deadline)
    assert read(paper).decisions == (DECIDED,)


def test_a_title_that_was_reworded_is_a_title_still(paper: Paper) -> None:
    *_, deadline = next(columns(paper))
    next(deadline.iter(f"{W}t")).text = "Deadline"
    assert read(paper).decisions == (DECIDED,)


def test_without_its_titles_a_table_is_read_by_its_fields(paper: Paper) -> None:
    remove(next(table(paper).iter(f"{W}tr")))
    assert read(paper).decisions == (DECIDED,)


def test_a_table_whose_rows_were_all_struck_out_says_nothing(paper: Paper) -> None:
    for row in table(paper).iter(f"{W}tr"):
        mark = element("w:del", {"w:id": "9", "w:author": "Bo Eksempel"})
        row.insert(0, element("w:trPr", {}, mark))
    reading = read_minutes(paper.saved(), FILE, SHIPPED)
    assert reading.minutes is not None
    assert reading.minutes.decisions == ()
    assert [finding.code for finding in reading.findings] == ["W-311"]


@pytest.mark.parametrize("place", range(len(FORM.people) + 1))
def test_a_guests_row_is_nobody_elses(paper: Paper, place: int) -> None:
    """Typed in by hand, it has a name that is no participant's, and no fields."""
    rows = []
    for nr in FORM.people:
        paper.choose(paper.control(f"fremmoede.{nr}"), CAME)
        rows.append(next(paper.control(f"fremmoede.{nr}").iterancestors(f"{W}tr")))
    guest = element("w:tr", {}, cell("Ole Gæst, bisidder"), cell(DECLINED), cell(""), cell(""))
    if place < len(rows):
        rows[place].addprevious(guest)
    else:
        rows[-1].addnext(guest)
    attendance = {one.person: one.presence for one in read(paper).attendance}
    assert attendance == dict.fromkeys(FORM.people, Presence.CAME)
