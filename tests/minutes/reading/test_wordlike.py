"""The stand-in for people with keyboards, judged by others: is what it leaves behind a sound Word file?"""

from __future__ import annotations

import datetime as dt
import itertools
import subprocess
from pathlib import Path
from random import Random

import pytest

from tests.docx_text import W14, W15, W, names, story
from tests.judges import complaints, converted
from tests.minutes.answers import Hand, fill, form_of
from tests.minutes.drawing import full
from tests.minutes.everypart import every_part
from tests.minutes.ways import GONE, KEPT_BY_LIBREOFFICE, WAYS, replaced
from tests.minutes.wordlike import Frame, Paper, tag_of
from tests.tools import require_tool

FORM = form_of(every_part())


@pytest.mark.parametrize("frame", Frame)
def test_microsofts_validator_takes_minutes_that_were_filled_in_every_way(
    frame: Frame, tmp_path: Path
) -> None:
    paper = FORM.paper.copy()
    for number, way in enumerate(WAYS):
        if number >= len(paper.rows("beslutning")):
            paper.add_row("beslutning")
        paper.write(paper.in_row("beslutning", number, "tekst"), "Første linje her\nog én til", way, frame)
    paper.write(paper.control("faar_referat.andre"), "Lægen", WAYS[1], frame)
    path = tmp_path / "referat.docx"
    path.write_bytes(paper.saved())
    assert complaints(path) == []


def test_every_word_that_is_filled_in_stands_on_the_printed_page(tmp_path: Path) -> None:
    paper = FORM.paper.copy()
    pairs = list(itertools.product(KEPT_BY_LIBREOFFICE, Frame))
    for number, (way, frame) in enumerate(pairs):
        if number >= len(paper.rows("beslutning")):
            paper.add_row("beslutning")
        text = f"Aftalen{number} gælder\nfra dag{number}"
        paper.write(paper.in_row("beslutning", number, "tekst"), text, way, frame)
    path = tmp_path / "referat.docx"
    path.write_bytes(paper.saved())
    [pdf] = converted([path], "pdf", tmp_path / "pdf")
    command = [require_tool("pdftotext"), str(pdf), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    for number in range(len(pairs)):
        assert {f"Aftalen{number}", f"dag{number}"} <= set(printed)


def test_typing_takes_the_prompt_and_its_mark_away() -> None:
    paper = FORM.paper.copy()
    control = paper.control("hjaelp")
    paper.write(control, "Mona")
    assert _said(control) == "Mona"
    assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is None
    assert "PlaceholderText" not in [style.get(f"{W}val") for style in control.iter(f"{W}rStyle")]


def test_what_is_deleted_again_leaves_the_file_as_it_was() -> None:
    paper = FORM.paper.copy()
    paper.write(paper.control("hjaelp"), "Mona")
    paper.pick(paper.control("naeste.dato"), dt.date(2026, 3, 3))
    for tag in ("hjaelp", "naeste.dato"):
        paper.clear(paper.control(tag))
    assert paper.saved() == FORM.paper.copy().saved()


def test_a_day_from_the_calendar_is_kept_in_words_and_for_programs() -> None:
    paper = FORM.paper.copy()
    control = paper.control("naeste.dato")
    paper.pick(control, dt.date(2026, 3, 3))
    [calendar] = control.iter(f"{W}date")
    assert calendar.get(f"{W}fullDate") == "2026-03-03T00:00:00Z"
    assert _said(control) == "3. marts 2026"


def test_a_tick_is_kept_as_a_sign_and_for_programs() -> None:
    paper = FORM.paper.copy()
    control = paper.control("naeste.ikke_noedvendigt")
    paper.tick(control)
    [state] = control.iter(f"{W14}checked")
    assert (state.get(f"{W14}val"), _said(control)) == ("1", "☒")


def test_an_added_row_has_the_names_of_the_one_before_it_and_numbers_of_its_own() -> None:
    paper = FORM.paper.copy()
    paper.write(paper.in_row("beslutning", 4, "tekst"), "Vi ses", frame=Frame.CELL)
    added = paper.add_row("beslutning")
    before, after = paper.rows("beslutning")[-2:]
    assert after is added
    assert names(after, "tag") == names(before, "tag")
    assert names(after, "alias") == names(before, "alias")
    assert set(names(after, "id")).isdisjoint(names(before, "id"))
    assert "Vi ses" not in _said(after)
    assert after.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None


def test_a_filled_file_still_has_every_field_once_for_each_row() -> None:
    data = fill(FORM, full(FORM), Hand(Random(3))).saved()  # noqa: S311
    filled = [tag for tag in map(tag_of, story(data).iter(f"{W}sdt")) if tag]
    assert set(filled) == set(FORM.paper.tags())
    ids = names(story(data), "id")
    assert len(set(ids)) == len(ids)


def test_what_tracked_changes_took_away_is_still_in_the_file() -> None:
    paper = FORM.paper.copy()
    paper.write(paper.control("hjaelp"), "Mona", replaced)
    assert GONE in "".join(map(str, Paper(paper.saved()).control("hjaelp").itertext()))


def _said(control: object) -> str:
    return "".join(text.text or "" for text in control.iter(f"{W}t"))  # type: ignore[attr-defined]
