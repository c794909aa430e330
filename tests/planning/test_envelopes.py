"""Whether an address can be read in the envelope's window, and whether it has room on a label."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from docx.shared import Length
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.meetingtypes.authoring import frames
from docgen.meetingtypes.authoring.base import package
from docgen.model import EnvelopeWindow, LabelSheetName, Person, Resident, Role
from docgen.planning.envelopes import TYPE_SIZE, Misfit, address_frame, label_finding, misfit, window_finding
from docgen.planning.fitting import height, set_in
from docgen.planning.labelsheets import SHEETS, SMALLEST, last_resort, type_size
from tests import making
from tests.docx_text import W, parts

USUAL = EnvelopeWindow()
NARROW = EnvelopeWindow(15, 44, 60, 20)
NAME, STREET, TOWN = "Asta Eksempel", "Prøvevej 1", "9999 Prøveby"
FIVE = [NAME, "Botilbuddet Eksempelgården", "c/o Bo Eksempel", STREET, TOWN]
SURNAME = "Eksempel" * 7 + "sens"  # 60 letters
LABELS = SHEETS[LabelSheetName.THREE_BY_EIGHT]
WIDE_LABELS = SHEETS[LabelSheetName.TWO_BY_SEVEN]
LINES = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1), max_size=12)


def resident(**changes: Any) -> Resident:
    return making.resident(**{"address": STREET, **changes})


def person(**changes: Any) -> Person:
    home: dict[str, Any] = {"name": NAME, "address": STREET, "postcode": "9999", "city": "Prøveby"}
    return replace(making.person("P009", Role.RELATIVE, 7), **{**home, **changes})


# The window


def test_the_address_stands_in_the_usual_window_as_the_templates_have_it() -> None:
    def measured(box: frames.Box) -> EnvelopeWindow:
        sides: tuple[Length, ...] = (box.left, box.top, box.width, box.height)
        return EnvelopeWindow(*(side.mm for side in sides))

    assert measured(frames.WINDOW) == USUAL
    assert address_frame(USUAL) == measured(frames.ADDRESS)


def test_the_size_of_the_type_is_that_of_the_templates() -> None:
    styles = etree.fromstring(parts(package().getvalue())["word/styles.xml"])
    size = styles.find(f"{W}style[@{W}styleId='Adressefelt']/{W}rPr/{W}sz")
    assert size is not None
    assert float(size.get(f"{W}val", "")) == 2 * TYPE_SIZE


def test_a_larger_window_is_filled_and_a_smaller_one_keeps_less_clear() -> None:
    assert address_frame(EnvelopeWindow(20, 50, 100, 40)) == EnvelopeWindow(27, 53, 91, 36)
    narrow = address_frame(NARROW)
    assert (narrow.width, narrow.height) == pytest.approx((54, 17.5))
    assert narrow.left - NARROW.left == pytest.approx(7 * 60 / 90)


@given(
    st.builds(EnvelopeWindow, st.floats(0, 150), st.floats(25, 120), st.floats(60, 210), st.floats(20, 120)),
)
def test_the_address_always_stands_within_its_window(window: EnvelopeWindow) -> None:
    frame = address_frame(window)
    assert window.left < frame.left < frame.right < window.right
    assert window.top < frame.top < frame.bottom < window.bottom


def test_five_lines_can_be_read_in_the_usual_window_and_six_cannot() -> None:
    assert misfit(FIVE, USUAL) is None
    assert misfit(["att. Bo Eksempel", *FIVE], USUAL) == Misfit(lines=6, shown=5)
    assert misfit(["att. Bo Eksempel", *FIVE], EnvelopeWindow(15, 44, 90, 33)) is None


def test_a_line_that_wraps_counts_twice() -> None:
    long = "Botilbuddet Eksempelgården, afdelingen for voksne med tilbud om beskæftigelse"
    assert misfit([NAME, long, STREET, TOWN], USUAL) is None
    assert misfit([NAME, long, "c/o Bo Eksempel", STREET, TOWN], USUAL) == Misfit(lines=6, shown=5)


def test_a_surname_of_sixty_letters_is_broken_in_the_window() -> None:
    found = misfit([f"Asta {SURNAME}", STREET, TOWN], USUAL)
    assert found is not None
    assert found.broken == f"Asta {SURNAME}"
    assert misfit([f"Asta {SURNAME[:30]}-{SURNAME[30:].title()}", STREET, TOWN], USUAL) is None


def test_a_double_name_is_parted_at_its_hyphen_and_a_house_number_is_not() -> None:
    assert (set_in(["Bo-Eks"], TYPE_SIZE, 9.0).lines, set_in(["Bo-Eks"], TYPE_SIZE, 9.0).broken) == (2, "")
    assert set_in(["12-14"], TYPE_SIZE, 9.0).broken == "12-14"
    assert set_in(["12-14"], TYPE_SIZE, 11.0).lines == 1


def test_the_finding_names_the_cell_that_is_to_blame_and_nobody() -> None:
    long = resident(address="\n".join(("c/o Bo Eksempel", "Huset", "Bagbygningen", STREET)))
    found = window_finding(long, USUAL)
    assert found is not None
    assert (found.code, found.place) == ("W-405", long.at.place("Adresse"))
    assert "takes 6 lines" in found.message()
    assert "shows 5" in found.message()
    assert "Eksempel" not in found.text()


@pytest.mark.parametrize(
    ("who", "heading"),
    [
        (resident(last_name=SURNAME), "Efternavn"),
        (resident(first_name=SURNAME), "Fornavn"),
        (resident(address=f"{SURNAME} 1"), "Adresse"),
        (resident(city=SURNAME), "By"),
        (person(name=f"Bo {SURNAME}"), "Navn"),
        (person(organisation=SURNAME), "Organisation"),
    ],
)
def test_a_word_that_is_too_wide_is_found_in_its_own_cell(who: Resident | Person, heading: str) -> None:
    found = window_finding(who, USUAL)
    assert found is not None
    assert (found.code, found.place) == ("W-407", who.at.place(heading))
    assert found.place.cell
    assert SURNAME not in found.text()
    on_label = label_finding(who, LabelSheetName.THREE_BY_EIGHT)
    assert on_label is not None
    assert (on_label.code, on_label.place) == ("W-406", who.at.place(heading))
    assert SURNAME not in on_label.text()


def test_ordinary_people_have_room_in_the_window_and_on_every_label() -> None:
    for who in (resident(), person(organisation="Botilbuddet Eksempelgården")):
        assert window_finding(who, USUAL) is None
        assert [label_finding(who, sheet) for sheet in LabelSheetName] == [None, None]


# The label


def test_the_labels_fill_an_a4_page_and_lie_on_it() -> None:
    for sheet in SHEETS.values():
        left, top = sheet.corner(1)
        last_left, last_top = sheet.corner(sheet.count)
        assert left + last_left + sheet.width == pytest.approx(210)  # the same margin on both sides
        assert top + last_top + sheet.height == pytest.approx(297)
    assert [sheet.count for sheet in SHEETS.values()] == [24, 14]


def test_labels_are_counted_from_left_to_right_and_then_down() -> None:
    assert [LABELS.corner(number) for number in (1, 2, 4, 24)] == [
        (0, 0.5),
        (70, 0.5),
        (0, 37.5),
        (140, 259.5),
    ]
    assert WIDE_LABELS.corner(2) == pytest.approx((106.25, 15.15))
    assert WIDE_LABELS.corner(14) == pytest.approx((106.25, 243.75))


def test_type_gets_smaller_where_lines_or_words_need_it_and_no_smaller() -> None:
    assert type_size(FIVE, LABELS) == TYPE_SIZE
    assert type_size(["att. Bo Eksempel", *FIVE], LABELS) == 10.0
    assert type_size([NAME, STREET, TOWN] * 3, LABELS) is None
    assert type_size([f"Asta {SURNAME}", STREET, TOWN], LABELS) is None
    size = type_size([f"Asta {SURNAME[:48]}", STREET, TOWN], WIDE_LABELS)
    assert size is not None
    assert SMALLEST <= size <= 11


@given(LINES)
def test_the_last_resort_cuts_nothing_off(lines: list[str]) -> None:
    size = last_resort(lines, LABELS)
    assert size <= SMALLEST
    assert size == 1 or height(set_in(lines, size, 60).lines, size) <= 27


@given(LINES, st.floats(5, 200))
def test_every_line_is_set_whatever_stands_in_it(lines: list[str], width: float) -> None:
    wide, narrow = set_in(lines, TYPE_SIZE, width + 20), set_in(lines, TYPE_SIZE, width)
    assert len(lines) <= wide.lines <= narrow.lines
    assert bool(wide.broken) <= bool(narrow.broken)
