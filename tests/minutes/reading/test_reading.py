"""What filled minutes say: fields, dates, times, choices and rows, as people leave them in Word."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from docgen.i18n import ENGLISH
from docgen.minutes.reading.reader import Reading, read_minutes
from docgen.minutes.values import Agreed, FilledMinutes, NextMeeting, Presence, TableRow
from tests.contract.papers import SHIPPED
from tests.docx_text import WP, W
from tests.minutes.answers import FILE, form_of
from tests.minutes.everypart import every_part
from tests.minutes.ways import GONE, WAYS, Way, tagged, typed
from tests.minutes.wordlike import Frame, Paper
from tests.minutes.wordxml import changed, element, paragraph, run

FORM = form_of(every_part())
TYPES = (*SHIPPED, every_part())
DAY = dt.date(2026, 3, 3)


@pytest.fixture
def paper() -> Paper:
    return FORM.paper.copy()


def read(paper: Paper, file: Path = FILE) -> Reading:
    return read_minutes(paper.saved(), file, TYPES)


def understood(paper: Paper) -> FilledMinutes:
    """The minutes, of which there is nothing to complain."""
    reading = read(paper)
    assert [finding.message() for finding in reading.findings] == []
    assert reading.minutes is not None
    return reading.minutes


def complaint(paper: Paper) -> tuple[FilledMinutes, str, str]:
    """The minutes, the code of the only finding, and its words."""
    reading = read(paper)
    assert reading.minutes is not None
    [finding] = reading.findings
    return reading.minutes, finding.code, f"{finding.place.text(ENGLISH)} {finding.message()}"


def decide(paper: Paper, row: int, text: str, who: str = "", by: dt.date | None = None) -> None:
    """Writes a decision in a row, counted from 0."""
    for column, words in (("tekst", text), ("ansvarlig", who)):
        if words:
            paper.write(paper.in_row("beslutning", row, column), words)
    if by:
        paper.pick(paper.in_row("beslutning", row, "frist"), by)


def unnamed(node: object) -> None:
    """Takes the controls away and leaves what they hold, as copying words does."""
    for control in list(node.iter(f"{W}sdt")):  # type: ignore[attr-defined]
        home = control.getparent()
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        home.remove(control)


# Single fields


@pytest.mark.parametrize(
    "frame",
    [Frame.LINE, Frame.PARAGRAPHS, Frame.CELL],
)
@pytest.mark.parametrize("way", [*WAYS, tagged], ids=lambda way: way.__name__)
def test_words_are_read_however_they_came_into_the_field(paper: Paper, way: Way, frame: Frame) -> None:
    text = "Vi prøver tre timer\nom ugen – & ser  så"
    paper.write(paper.control("hjaelp"), text, way, frame)
    decide(paper, 0, "")
    paper.write(paper.in_row("beslutning", 0, "tekst"), text, way, frame)
    minutes = understood(paper)
    assert minutes.fields["hjaelp"] == text
    assert minutes.decisions == (Agreed("1", text),)


def test_a_field_that_was_emptied_again_is_empty(paper: Paper) -> None:
    for tag in ("hjaelp", "tema.godkendt", "naeste.dato"):
        paper.write(paper.control(tag), "Noget")
        paper.clear(paper.control(tag))
    assert understood(paper).is_blank


def test_a_field_with_nothing_but_blanks_is_empty(paper: Paper) -> None:
    paper.write(paper.control("hjaelp"), " \t\N{NO-BREAK SPACE}\n ")
    assert understood(paper).is_blank


def test_the_words_of_another_fields_prompt_are_an_answer(paper: Paper) -> None:
    paper.write(paper.control("tema.godkendt"), "Sted")
    assert understood(paper).theme == "Sted"


def test_what_is_written_beside_a_field_in_its_cell_belongs_to_it(paper: Paper) -> None:
    control = paper.control("hjaelp")
    paper.write(control, "Mona")
    control.addnext(run(" og Bo"))
    assert understood(paper).fields["hjaelp"] == "Mona og Bo"


def test_words_over_an_empty_field_are_read_without_its_prompt(paper: Paper) -> None:
    home = paper.control("hjaelp").getparent()
    assert home is not None
    home.addprevious(paragraph(home, run("Spørg Mona")))
    assert understood(paper).fields["hjaelp"] == "Spørg Mona"


def test_words_beside_a_field_in_a_line_are_read_without_the_lines_own(paper: Paper) -> None:
    control = paper.control("faar_referat.andre")
    paper.write(control, "Lægen")
    control.addnext(run(" og mentoren"))
    assert understood(paper).also_to == "Lægen og mentoren"


def test_signs_of_typesetting_are_read_as_what_one_sees(paper: Paper) -> None:
    control = paper.control("hjaelp")
    paper.write(control, "x")
    line = run("kl")
    line.extend((element("w:noBreakHyphen"), element("w:softHyphen"), element("w:cr")))
    line.append(run("slut").find(f"{W}t"))  # type: ignore[arg-type]
    control.find(f"{W}sdtContent")[:] = [line]  # type: ignore[index]
    assert understood(paper).fields["hjaelp"] == "kl\N{NON-BREAKING HYPHEN}\nslut"


def test_a_picture_in_a_field_says_nothing(paper: Paper) -> None:
    control = paper.control("hjaelp")
    paper.write(control, "Se her")
    drawing = etree.fromstring(
        f'<w:r xmlns:w="{W[1:-1]}" xmlns:wp="{WP[1:-1]}"><w:drawing><wp:inline>'
        '<wp:docPr id="9001" name="Billede 1" descr="Et gartneri"/></wp:inline></w:drawing></w:r>'
    )
    control.find(f"{W}sdtContent").append(drawing)  # type: ignore[union-attr]
    assert understood(paper).fields["hjaelp"] == "Se her"


def test_a_table_that_was_pasted_into_a_field_is_read_row_by_row(paper: Paper) -> None:
    control = paper.control("hjaelp")
    paper.write(control, "Planen:", frame=Frame.PARAGRAPHS)
    rows = [
        element("w:tr", {}, *(element("w:tc", {}, paragraph(None, run(word))) for word in line.split()))
        for line in ("Mandag gartneri", "Tirsdag køkken")
    ]
    content = control.find(f"{W}sdtContent")
    assert content is not None
    content.extend((element("w:tbl", {}, element("w:tblPr"), element("w:tblGrid"), *rows), paragraph(None)))
    words = understood(paper).fields["hjaelp"].split()
    assert words == ["Planen:", "Mandag", "gartneri", "Tirsdag", "køkken"]


def test_boxes_are_read_from_the_tick_and_choices_from_the_words(paper: Paper) -> None:
    words = every_part().words["referat.fremmoede_valg"]
    first, second, *_ = FORM.people
    paper.choose(paper.control(f"fremmoede.{first}"), words[1])
    paper.tick(paper.control(f"faar_referat.{second}"))
    paper.tick(paper.control(f"tema.godkendt_af.{first}"))
    met, got, *others = understood(paper).attendance
    assert (met.presence, met.approved_theme, met.gets_minutes) == (Presence.DECLINED, True, False)
    assert (got.presence, got.approved_theme, got.gets_minutes) == (None, False, True)
    assert not any(one.presence or one.gets_minutes or one.approved_theme for one in others)


@pytest.mark.parametrize("sign", ["x", "X", "ja", "✓", "☑", "☒"])
def test_a_cross_where_a_box_was_is_a_tick(paper: Paper, sign: str) -> None:
    home = paper.control(f"faar_referat.{FORM.people[0]}").getparent()
    assert home is not None
    home[-1:] = [run(sign)]
    assert understood(paper).attendance[0].gets_minutes


@pytest.mark.parametrize("sign", ["", "☐", "nej", "-"])
def test_anything_else_where_a_box_was_is_none(paper: Paper, sign: str) -> None:
    home = paper.control(f"faar_referat.{FORM.people[0]}").getparent()
    assert home is not None
    home[-1:] = [run(sign)]
    assert not understood(paper).attendance[0].gets_minutes


def test_a_choice_that_is_none_is_pointed_out(paper: Paper) -> None:
    paper.write(paper.control(f"fremmoede.{FORM.people[0]}"), "Måske")
    minutes, code, words = complaint(paper)
    assert minutes.attendance[0].presence is None
    assert code == "W-314"
    assert "Fremmøde: 1" in words
    assert [one for one in ("Asta", "Prøve", "Måske") if one in words] == []


# Dates and times


@pytest.mark.parametrize(
    "text",
    [
        "3. marts 2026",
        "3/3 2026",
        "03-03-2026",
        "3.3.2026",
        "2026-03-03",
        "tirsdag den 3. marts 2026",
        "Tirsdag d. 3. marts 2026",
        "3. marts",
        "3/3",
        "3.\N{NO-BREAK SPACE}marts 2026",
        "inden 3. marts",
    ],
)
def test_a_date_is_read_in_the_ways_danes_write_it(paper: Paper, text: str) -> None:
    paper.write(paper.control("naeste.dato"), text)
    assert understood(paper).next.date == DAY


def test_a_date_without_a_year_is_the_first_after_the_meeting(paper: Paper) -> None:
    paper.write(paper.control("naeste.dato"), "2. februar")  # the meeting was on the third
    assert understood(paper).next.date == dt.date(2027, 2, 2)


def test_a_date_with_the_wrong_weekday_is_not_that_of_another_year(paper: Paper) -> None:
    paper.write(paper.control("naeste.dato"), "torsdag den 1. april")  # in 2026 a Wednesday, in 2027 right
    minutes, code, _ = complaint(paper)
    assert (minutes.next.date, code) == (None, "W-312")


def test_what_counts_is_the_date_that_people_see(paper: Paper) -> None:
    control = paper.control("naeste.dato")
    paper.pick(control, dt.date(2026, 5, 5))
    paper.write(control, "3. marts 2026")
    assert understood(paper).next.date == DAY


@pytest.mark.parametrize("text", ["i morgen", "31. februar 2026", "onsdag den 3. marts 2026", "snarest"])
def test_a_date_that_is_none_is_pointed_out(paper: Paper, text: str) -> None:
    paper.write(paper.control("naeste.dato"), text)
    minutes, code, words = complaint(paper)
    assert minutes.next.date is None
    assert code == "W-312"
    assert "Næste møde: dato" in words
    assert text not in words, "anything may stand there"


def test_a_deadline_that_is_none_leaves_the_decision(paper: Paper) -> None:
    decide(paper, 1, "Vi ringer", "Bo")
    paper.write(paper.in_row("beslutning", 1, "frist"), "hurtigst muligt")
    minutes, code, words = complaint(paper)
    assert minutes.decisions == (Agreed("2", "Vi ringer", "Bo"),)
    assert code == "W-312"
    assert "Frist for beslutning 2" in words


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10.00", dt.time(10)),
        ("10:30", dt.time(10, 30)),
        ("kl. 9", dt.time(9)),
        ("Kl. 9-10", dt.time(9)),
        ("9.30 – 10.30", dt.time(9, 30)),
        ("kl. 13.15 til 14", dt.time(13, 15)),
        ("kl.\N{NO-BREAK SPACE}8.00", dt.time(8)),
        ("ca. 10.30", dt.time(10, 30)),
        ("fra 10 til 11", dt.time(10)),
    ],
)
def test_a_time_is_read_in_the_ways_danes_write_it(paper: Paper, text: str, time: dt.time) -> None:
    paper.write(paper.control("naeste.tid"), text)
    assert understood(paper).next.start == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3/3 kl 10", dt.time(10)),
        ("tirsdag den 3. marts 2026, kl. 10.30-11", dt.time(10, 30)),
        ("3. marts\nkl. 9", dt.time(9)),
    ],
)
def test_a_day_and_a_time_in_the_field_for_the_day_are_both_read(
    paper: Paper, text: str, time: dt.time
) -> None:
    paper.write(paper.control("naeste.dato"), text)
    minutes = understood(paper)
    assert (minutes.next.date, minutes.next.start) == (DAY, time)


def test_but_not_where_the_time_stands_in_its_own_field(paper: Paper) -> None:
    paper.write(paper.control("naeste.dato"), "3/3 kl 10")
    paper.write(paper.control("naeste.tid"), "11.00")
    minutes, code, _ = complaint(paper)
    assert (minutes.next.date, minutes.next.start, code) == (None, dt.time(11), "W-312")


@pytest.mark.parametrize("text", ["om formiddagen", "25.00", "10.75"])
def test_a_time_that_is_none_is_pointed_out(paper: Paper, text: str) -> None:
    paper.write(paper.control("naeste.tid"), text)
    minutes, code, words = complaint(paper)
    assert minutes.next.start is None
    assert code == "W-313"
    assert "Næste møde: tid" in words


# Fields twice, and fields that are gone


def test_a_field_that_stands_there_twice_and_says_two_things_is_pointed_out(paper: Paper) -> None:
    _pasted_again(paper, "Mona", "Bo")
    minutes, code, words = complaint(paper)
    assert minutes.fields["hjaelp"] == "Mona"
    assert code == "W-310"
    assert "Den, du kan spørge" in words
    assert "referat.docx" in words


@pytest.mark.parametrize(("first", "again"), [("Mona", "Mona"), ("Mona", ""), ("", "Mona")])
def test_a_field_that_stands_there_twice_and_says_one_thing_is_read(
    paper: Paper, first: str, again: str
) -> None:
    _pasted_again(paper, first, again)
    assert understood(paper).fields["hjaelp"] == "Mona"


def _pasted_again(paper: Paper, first: str, again: str) -> None:
    """Writes in a field and pastes another one like it at the end."""
    control = paper.control("hjaelp")
    other = copy.deepcopy(control)
    for field, text in ((control, first), (other, again)):
        if text:
            paper.write(field, text) if field is control else _written(paper, field, text)
    paper.root[0].insert(len(paper.root[0]) - 1, paragraph(None, other))


def _written(paper: Paper, field: object, text: str) -> None:
    paragraph(None, field)  # type: ignore[arg-type]
    paper.write(field, text)  # type: ignore[arg-type]


def test_parts_that_were_deleted_are_named(paper: Paper) -> None:
    for tag in ("hjaelp", "beslutning"):
        table = next(paper.control(tag).iterancestors(f"{W}tbl"))
        table.getparent().remove(table)  # type: ignore[union-attr]
    minutes, code, words = complaint(paper)
    assert (minutes.fields.get("hjaelp", ""), minutes.decisions) == ("", ())
    assert code == "W-311"
    assert "Den, du kan spørge" in words
    assert "Beslutning 1" in words


def test_what_is_typed_where_a_field_was_deleted_is_read(paper: Paper) -> None:
    home = paper.control("hjaelp").getparent()
    assert home is not None
    home[-1:] = [run("Spørg Mona")]
    assert understood(paper).fields["hjaelp"] == "Spørg Mona"


# Rows


def test_rows_are_read_in_the_order_they_stand_in_and_keep_their_numbers(paper: Paper) -> None:
    for row, text in enumerate(("Først", "Så", "Sidst")):
        decide(paper, row, text)
    first, second, third = paper.rows("beslutning")[:3]
    first.addprevious(third)
    second.addprevious(second)
    assert [(one.key, one.text) for one in understood(paper).decisions] == [
        ("3", "Sidst"),
        ("1", "Først"),
        ("2", "Så"),
    ]


def test_rows_that_word_added_get_the_next_numbers(paper: Paper) -> None:
    for _ in range(2):
        paper.add_row("beslutning")
    for row in range(7):
        decide(paper, row, f"Beslutning nr. {row + 1}", "Bo", DAY)
    assert [one.key for one in understood(paper).decisions] == [str(number + 1) for number in range(7)]


def test_a_row_added_in_the_middle_stands_in_the_middle(paper: Paper) -> None:
    decide(paper, 0, "Først")
    decide(paper, 1, "Sidst")
    paper.add_row("beslutning", 0)
    decide(paper, 1, "Midt")
    decisions = understood(paper).decisions
    assert [one.text for one in decisions] == ["Først", "Midt", "Sidst"]
    assert [one.key for one in decisions][::2] == ["1", "2"]
    assert len({one.key for one in decisions}) == 3


def test_a_decisions_number_stays_when_a_row_above_it_is_filled_in_later(paper: Paper) -> None:
    paper.add_row("beslutning")
    decide(paper, 5, "Den, der blev skrevet først")
    before = understood(paper).decisions[0].key
    decide(paper, 4, "Den, der kom til")
    after = {one.text: one.key for one in understood(paper).decisions}
    assert after["Den, der blev skrevet først"] == before


def test_rows_that_were_deleted_are_not_missed(paper: Paper) -> None:
    decide(paper, 2, "Den eneste")
    for item in (*paper.rows("beslutning")[:2], *paper.rows("beslutning")[3:]):
        item.getparent().remove(item)  # type: ignore[union-attr]
    assert [(one.key, one.text) for one in understood(paper).decisions] == [("3", "Den eneste")]


def test_a_row_that_was_copied_as_it_stands_is_a_decision_of_its_own(paper: Paper) -> None:
    decide(paper, 0, "Vi ringer", "Bo")
    row = copy.deepcopy(next(paper.rows("beslutning")[0].iter(f"{W}tr")))
    next(row.iter(f"{W}t")).text = "Vi skriver"
    paper.control("beslutning").addnext(row)
    assert [(one.text, one.responsible) for one in understood(paper).decisions] == [
        ("Vi ringer", "Bo"),
        ("Vi skriver", "Bo"),
    ]


def test_rows_without_fields_are_read_under_the_tables_titles(paper: Paper) -> None:
    decide(paper, 0, "Vi ringer", "Bo", DAY)
    row = copy.deepcopy(next(paper.rows("beslutning")[0].iter(f"{W}tr")))
    unnamed(row)
    next(row.iter(f"{W}t")).text = "Vi skriver"
    paper.control("beslutning").addnext(row)
    decisions = understood(paper).decisions
    assert [replace(one, key="") for one in decisions] == [
        Agreed("", "Vi ringer", "Bo", DAY),
        Agreed("", "Vi skriver", "Bo", DAY),
    ]
    assert len({one.key for one in decisions}) == 2


def test_a_table_that_lost_all_its_fields_is_read_and_prompts_are_no_answers(paper: Paper) -> None:
    decide(paper, 0, "Vi ringer", "Bo", DAY)
    decide(paper, 2, "Vi skriver")
    unnamed(next(paper.control("beslutning").iterancestors(f"{W}tbl")))
    assert understood(paper).decisions == (Agreed("1", "Vi ringer", "Bo", DAY), Agreed("3", "Vi skriver"))


def test_a_table_that_was_split_in_two_is_read_as_one(paper: Paper) -> None:
    for row, text in enumerate(("Først", "Så", "Sidst")):
        decide(paper, row, text)
    table = next(paper.control("beslutning").iterancestors(f"{W}tbl"))
    below = copy.deepcopy(table)
    below.remove(next(below.iterchildren(f"{W}tr")))  # its titles stay with the part above
    for half, kept in ((table, slice(2)), (below, slice(2, None))):
        items = list(half.find(f"{W}sdt/{W}sdtContent"))  # type: ignore[arg-type]
        for item in set(items) - set(items[kept]):
            item.getparent().remove(item)  # type: ignore[union-attr]
    table.addnext(below)
    table.addnext(paragraph(None))
    assert [(one.key, one.text) for one in understood(paper).decisions] == [
        ("1", "Først"),
        ("2", "Så"),
        ("3", "Sidst"),
    ]


def test_a_field_that_a_program_has_cut_into_pieces_is_one(paper: Paper) -> None:
    """LibreOffice 7.4 does so where the script changes; each piece has the field's name."""
    decide(paper, 0, "Vi læser ")
    control = paper.in_row("beslutning", 0, "tekst")
    for text in ("קצת", " ", "sammen"):
        piece = copy.deepcopy(control)
        piece.find(f"{W}sdtContent")[:] = [run(text)]  # type: ignore[index]
        control.getparent().append(piece)  # type: ignore[union-attr]
    assert understood(paper).decisions == (Agreed("1", "Vi læser קצת sammen"),)


def test_a_row_that_lost_its_names_among_others_keeps_its_number(paper: Paper) -> None:
    """LibreOffice 7.4 takes the names of fields of one line, and leaves those of whole paragraphs."""
    decide(paper, 0, "Først")
    decide(paper, 1, "Så")
    unnamed(next(paper.rows("beslutning")[0].iter(f"{W}tr")))
    assert [(one.key, one.text) for one in understood(paper).decisions] == [("1", "Først"), ("2", "Så")]


def test_a_table_that_was_moved_is_read_where_it_stands(paper: Paper) -> None:
    decide(paper, 0, "Vi ringer", "Bo", DAY)
    table = next(paper.control("beslutning").iterancestors(f"{W}tbl"))
    paper.root[0].insert(0, table)
    assert understood(paper).decisions == (Agreed("1", "Vi ringer", "Bo", DAY),)


def test_a_decision_without_words_is_pointed_out(paper: Paper) -> None:
    decide(paper, 3, "", "Bo")
    minutes, code, words = complaint(paper)
    assert minutes.decisions == ()
    assert code == "W-315"
    assert "Beslutning 4" in words


def test_rows_of_a_tables_groups_are_told_apart(paper: Paper) -> None:
    paper.write(paper.in_row("farver.groen", 0, "opgave"), "Vande")
    paper.add_row("farver.roed")
    paper.write(paper.in_row("farver.roed", 2, "opgave"), "Løfte")
    paper.tick(paper.in_row("farver.roed", 2, "faerdig"))
    assert understood(paper).tables["farver"] == (
        TableRow("roed", {"opgave": "Løfte", "faerdig": True}),
        TableRow("groen", {"opgave": "Vande", "faerdig": False}),
    )


# Tracked changes


def test_a_table_of_which_every_row_was_deleted_is_no_table(paper: Paper) -> None:
    decide(paper, 0, "Noget")
    table = next(one for one in paper.root.iter(f"{W}tbl") if paper.control("naeste.dato") in one.iter())
    for row in table.iter(f"{W}tr"):
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = element("w:trPr")
            row.insert(0, properties)
        properties.append(changed("w:del"))
    minutes = read(paper).minutes
    assert minutes is not None
    assert (minutes.next, [one.text for one in minutes.decisions]) == (NextMeeting(), ["Noget"])


def test_a_row_that_a_tracked_change_deleted_is_gone_and_an_inserted_one_is_there(paper: Paper) -> None:
    for row, (text, kind) in enumerate((("Væk", "w:del"), ("Kommet til", "w:ins"), ("Uændret", ""))):
        decide(paper, row, text)
        if kind:
            properties = paper.rows("beslutning")[row].find(f".//{W}trPr")
            assert properties is not None
            properties.append(changed(kind))
    assert [one.text for one in understood(paper).decisions] == ["Kommet til", "Uændret"]


def test_paragraphs_that_a_tracked_change_joined_are_one(paper: Paper) -> None:
    control = paper.control("hjaelp")
    paper.write(control, "Mona \nog Bo\nog Rie", frame=Frame.PARAGRAPHS)
    first = next(control.iter(f"{W}p"))
    properties = first.find(f"{W}pPr")
    assert properties is not None
    properties.append(element("w:rPr", {}, changed("w:del")))
    assert understood(paper).fields["hjaelp"] == "Mona og Bo\nog Rie"


def test_a_field_whose_words_were_all_struck_out_is_empty(paper: Paper) -> None:
    paper.write(paper.control("hjaelp"), GONE, lambda text: [changed("w:del", run(text, kind="w:delText"))])
    assert understood(paper).is_blank


def test_the_meeting_is_told_by_the_file_itself_whatever_it_is_called(paper: Paper) -> None:
    paper.write(paper.control("hjaelp"), "Mona", typed)
    file = Path("hos mig") / "Referat (2) endelig ÆØÅ.docx"
    reading = read(paper, file)
    assert reading.findings == ()
    assert reading.minutes is not None
    assert (reading.minutes.file, reading.minutes.identity) == (file, FORM.identity)
