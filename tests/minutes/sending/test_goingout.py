"""What those who get the minutes see: what was written, without prompts, empty rows and hidden names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from lxml import etree

from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.reading.reader import read_minutes
from docgen.minutes.sending.goingout import going_out
from tests.contract.papers import TYPES
from tests.docx_text import W, parts, text_of
from tests.judges import complaints
from tests.minutes.answers import FILE, fill, form_of
from tests.minutes.drawing import full
from tests.minutes.everypart import every_part
from tests.minutes.wordlike import BODY, Paper
from tests.minutes.wordxml import element

KIND = every_part()
every_type = pytest.mark.parametrize("kind", [*TYPES, KIND], ids=lambda kind: kind.name)


@pytest.fixture
def paper() -> Paper:
    return form_of(KIND).paper.copy()


def sent(paper: Paper) -> str:
    return text_of(going_out(paper.saved(), "referat.docx"))


@every_type
def test_everything_that_was_written_goes_out(kind: MeetingType) -> None:
    written = fill(form_of(kind), full(form_of(kind))).saved()
    before = read_minutes(written, FILE, [kind]).minutes
    after = read_minutes(going_out(written, "referat.docx"), FILE, [kind]).minutes
    assert before is not None
    assert after is not None
    assert after.decisions == before.decisions
    assert (after.conclusions, after.fields, after.tables) == (
        before.conclusions,
        before.fields,
        before.tables,
    )
    assert (after.theme, after.also_to, after.next) == (before.theme, before.also_to, before.next)


@every_type
def test_no_prompt_does(kind: MeetingType) -> None:
    blank = form_of(kind).paper
    said = sent(blank)
    words = kind.words
    for prompt in ("skriv", "tekst", "dato", "tid", "andre", "konklusion"):
        assert str(words[f"referat.tom.{prompt}"]) not in said.splitlines()
    assert " / ".join(words["referat.fremmoede_valg"]) not in said


def test_rows_that_nobody_needed_stay_behind(paper: Paper) -> None:
    paper.write(paper.in_row("beslutning", 0, "tekst"), "Ringe til gartneriet")
    paper.write(paper.in_row("beslutning", 2, "ansvarlig"), "Bo Eksempel")
    left = Paper(going_out(paper.saved(), "referat.docx"))
    assert len(left.rows("beslutning")) == 2


def test_one_row_stays_where_nothing_was_decided(paper: Paper) -> None:
    assert len(Paper(going_out(paper.saved(), "referat.docx")).rows("beslutning")) == 1


def test_a_date_and_a_tick_keep_their_row(paper: Paper) -> None:
    paper.pick(paper.in_row("beslutning", 1, "frist"), dt.date(2026, 3, 3))
    assert "3. marts 2026" in sent(paper)


def test_so_does_a_picture(paper: Paper) -> None:
    paper.in_row("beslutning", 0, "tekst").addnext(element("w:r", {}, element("w:drawing")))
    paper.write(paper.in_row("beslutning", 1, "tekst"), "Som på billedet")
    body = parts(going_out(paper.saved(), "referat.docx"))[BODY]
    assert b"<w:drawing/>" in body


def test_a_label_stays_behind_unless_somebody_wrote_after_it(paper: Paper) -> None:
    label = f"{KIND.words['referat.andre']}:"
    assert label not in sent(paper)
    paper.write(paper.control("faar_referat.andre"), "Karl Øvrig")
    (line,) = (line for line in sent(paper).splitlines() if label in line)
    assert "Karl Øvrig" in line


def test_what_is_written_beside_a_field_stays_with_its_label(paper: Paper) -> None:
    around = next(paper.control("faar_referat.andre").iterancestors(f"{W}p"))
    run = etree.SubElement(around, f"{W}r")
    etree.SubElement(run, f"{W}t").text = "og Karl Øvrig"
    assert "og Karl Øvrig" in sent(paper)


def test_boxes_are_no_higher_than_what_stands_in_them(paper: Paper) -> None:
    def heights(document: bytes) -> set[int]:
        rows = etree.fromstring(parts(document)["word/document.xml"]).iter(f"{W}trHeight")
        return {int(row.get(f"{W}val", "0")) for row in rows}

    assert max(heights(paper.saved())) > 1000
    assert max(heights(going_out(paper.saved(), "referat.docx"))) <= 454


def test_nobodys_number_stands_among_its_properties(paper: Paper) -> None:
    out = parts(going_out(paper.saved(), "referat.docx"))
    assert b"docgen.deltagere" in parts(paper.saved())["docProps/custom.xml"]
    assert b"docgen.deltagere" not in out["docProps/custom.xml"]


def test_microsofts_validator_takes_it(paper: Paper, tmp_path: Path) -> None:
    paper.write(paper.in_row("beslutning", 0, "tekst"), "Ringe til gartneriet")
    file = tmp_path / "referat.docx"
    file.write_bytes(going_out(paper.saved(), "referat.docx"))
    assert complaints(file) == []
