"""Cards to print and cut: what stands on them, and that each back lies behind its front."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx.shared import Mm
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.documents.template import Template
from docgen.errors import DefinitionError
from docgen.meetingtypes.authoring.cards import cards
from docgen.meetingtypes.authoring.cardsize import HEIGHT, PADDING, TITLE_SIZE, WIDTH, fits, fitting_size
from docgen.meetingtypes.authoring.figures.textfit import text_height
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import Audience, DocumentRule, MeetingType, Phase
from tests.docx_text import MC, WP, WPS, W, parts, story, text_of
from tests.judges import complaints, converted, page_count, words_at
from tests.meetingtypes.authoring.figures.drawings import invented
from tests.meetingtypes.samples import context

RULE = DocumentRule("kort.docx", "kort", Audience.FACILITATOR, "Samtalekort", pages=2)
PROMPTS = ("Hvad er nødvendigt, hvis det skal lykkes for os alle sammen?", "Hvem kan hjælpe?")
TITLES = ("Gevinst", "Succes", "Besvær", "Mentor", "Opbakning", "Forventninger", "Syvende", "Ottende")


def kind_of(count: int, prompts: tuple[str, ...] = PROMPTS) -> MeetingType:
    kind = invented("kort", [prompts] * count)
    titled = zip(kind.phases, TITLES, strict=False)
    return replace(kind, phases=tuple(replace(phase, title=title, label=title) for phase, title in titled))


def filled(count: int = 6) -> bytes:
    kind = kind_of(count)
    return Template.compile(save(cards(kind, RULE)), "kort").render(context(RULE))


def cells(data: bytes) -> list[list[list[str]]]:
    """Each page's table, row by row: the text of its cells."""
    tables = story(data).iter(f"{W}tbl")
    return [
        [["|".join(_lines(cell)) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in tables
    ]


def _lines(cell: object) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p")]  # type: ignore[attr-defined]


def test_the_fronts_have_title_and_prompts() -> None:
    fronts, _ = cells(filled())
    assert fronts == [
        ["|".join((title, *PROMPTS)) for title in TITLES[first : first + 2]] for first in (0, 2, 4)
    ]


def test_the_backs_have_number_title_and_house_with_left_and_right_exchanged() -> None:
    _, backs = cells(filled())
    assert backs == [
        ["2|Succes|Parkvænget", "1|Gevinst|Parkvænget"],
        ["4|Mentor|Parkvænget", "3|Besvær|Parkvænget"],
        ["6|Forventninger|Parkvænget", "5|Opbakning|Parkvænget"],
    ]


def test_more_than_six_go_on_with_a_sheet_of_their_own() -> None:
    *_, fronts, backs = cells(filled(7))
    assert fronts == [["|".join(("Syvende", *PROMPTS)), ""], ["", ""], ["", ""]]
    assert backs == [["", "7|Syvende|Parkvænget"], ["", ""], ["", ""]]


def test_only_phases_that_ask_something_have_a_card() -> None:
    kind = kind_of(3)
    first, second, third = kind.phases
    some = replace(kind, phases=(replace(first, prompts=()), second, replace(third, drawn=False)))
    fronts, _ = cells(save(cards(some, RULE)))
    assert [text.split("|")[0] for row in fronts for text in row if text] == ["Succes"]


def test_no_cards_at_all_are_a_finding() -> None:
    with pytest.raises(DefinitionError) as caught:
        cards(kind_of(2, ()), RULE)
    assert [finding.code for finding in caught.value.findings] == ["E-210"]


def test_words_that_do_not_fit_are_a_finding_that_names_the_card() -> None:
    with pytest.raises(DefinitionError) as caught:
        cards(kind_of(2, ("Hvad er nødvendigt, hvis det skal lykkes? " * 12,)), RULE)
    [finding] = caught.value.findings
    assert finding.code == "E-211"
    assert "«Gevinst»" in finding.message()


def test_a_tag_that_people_write_freely_counts_as_the_longest_text_allowed() -> None:
    kind = kind_of(2, ("Dit mål er: {{ beboer.maal }}",))
    with pytest.raises(DefinitionError) as caught:
        cards(kind, RULE)
    assert {finding.code for finding in caught.value.findings} == {"E-211"}
    cards(kind_of(2, ("Hvad vil {{ beboer.fornavn }}? Vi har {{ moede.varighed }}.",)), RULE)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6))
@example([9, 12, 7])
def test_the_type_chosen_keeps_all_words_on_the_card(lengths: list[int]) -> None:
    prompts = tuple(" ".join(["hvordan", "gør", "vi"][n % 3] for n in range(length)) for length in lengths)
    phase = Phase("a", "Hvordan bliver det en succes?", 5, prompts, label="Hvordan bliver det en succes?")
    size, too_long = fitting_size([phase])
    if too_long:
        assert size == 11
        return
    across, down = Mm(WIDTH - 2 * PADDING).pt, Mm(HEIGHT - 2 * PADDING).pt
    words = text_height(phase.label, TITLE_SIZE, across, bold=True)
    assert words + sum(text_height(prompt, size, across) for prompt in prompts) <= down
    assert size == 15 or not fits(phase, size + 0.5)


def test_the_page_says_what_it_is_and_how_to_print_it() -> None:
    text = text_of(filled())
    assert f"(Heading1) {RULE.title}" in text
    assert re.findall(r"\(Heading2\) (\w+)", text) == list(TITLES[:6])
    assert text.count(kind_of(6).words["kort.vejledning"]) == 2
    assert "<title>{{ dokument.titel }}" not in parts(filled())["docProps/core.xml"].decode()


def test_what_is_drawn_has_a_description_and_ids_of_its_own(tmp_path: Path) -> None:
    data = filled(8)
    choices = list(story(data).iter(f"{MC}Choice"))
    assert len(choices) == 4
    described = [properties.get("descr") for choice in choices for properties in choice.iter(f"{WP}docPr")]
    assert described == ["Korte streger uden for kortene, som viser, hvor der skal klippes."] * 4
    ids = [shape.get("id") for choice in choices for shape in choice.iter(f"{WP}docPr", f"{WPS}cNvPr")]
    assert len(ids) == len(set(ids))
    path = tmp_path / "kort.docx"
    path.write_bytes(data)
    assert complaints(path) == []


def test_there_is_a_mark_outside_the_grid_at_both_ends_of_every_cut() -> None:
    [choice, _] = story(filled()).iter(f"{MC}Choice")
    lines = list(choice.iter(f"{WPS}cNvCnPr"))
    frames = list(choice.iter(f"{WPS}cNvSpPr"))
    assert len(lines) == 2 * (3 + 4)
    assert len(frames) == 6


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert save(cards(kind_of(6), RULE)) == save(cards(kind_of(6), RULE))


@pytest.mark.parametrize("count", [5, 6, 8])
def test_printed_on_both_sides_each_back_lies_behind_its_front(count: int, tmp_path: Path) -> None:
    path = tmp_path / "kort.docx"
    path.write_bytes(filled(count))
    [pdf] = converted([path], "pdf", tmp_path / "pdf")
    assert page_count(pdf) == 2 * -(-count // 6)
    pages = words_at(pdf)
    for at, title in enumerate(TITLES[:count]):
        sheet = at // 6
        [(left, top, _, _)] = [box for word, box in pages[2 * sheet] if word == title]
        [(back_left, back_top, back_right, _)] = [box for word, box in pages[2 * sheet + 1] if word == title]
        column, row = at % 2, at % 6 // 2
        card_left, card_top = 20 + column * WIDTH, 34 + row * HEIGHT  # millimetres from the corner
        assert left == pytest.approx(card_left + PADDING, abs=1)
        assert card_top + PADDING <= top < card_top + PADDING + 4
        # seen from the other side the middle of the back is the middle of the front
        middle = 210 - (back_left + back_right) / 2
        assert middle == pytest.approx(card_left + WIDTH / 2, abs=1)
        assert card_top < back_top < card_top + HEIGHT
