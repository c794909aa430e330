"""The forms of figure besides the rounds: diamond, path and cards, with any number of phases they take."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.errors import DefinitionError
from docgen.meetingtypes.authoring.agenda import agenda
from docgen.meetingtypes.authoring.figures.drawing import Box, Form
from docgen.meetingtypes.authoring.figures.figure import FORMS, SIZES, Figure, figure
from docgen.meetingtypes.authoring.figures.textfit import line_height, text_height
from docgen.meetingtypes.authoring.figures.words import LABEL
from docgen.meetingtypes.authoring.page import TEXT_WIDTH, save
from docgen.meetingtypes.definition import LONGEST_THEME, MeetingType
from tests.contrast import contrast
from tests.docx_text import MC, WP, WPS, V, W, story
from tests.judges import complaints
from tests.meetingtypes.authoring.figures.drawings import (
    LABELS,
    arrows,
    boxes,
    invented,
    meeting_boxes,
    on_edge,
    outside,
    overfull,
)
from tests.meetingtypes.samples import rule

WIDTH = TEXT_WIDTH.pt
TIME, LENGTH = "kl.\N{NO-BREAK SPACE}10.10–10.30", "1\N{NO-BREAK SPACE}time og 45\N{NO-BREAK SPACE}minutter"
TAGGED = "Hvor længe taler vi sammen? Vi har {{ moede.varighed }}."
GOAL = "{{ beboer.maal }}"
LONG_GOAL = ("Et job med faste kolleger og med få timer om ugen i et gartneri. " * 7)[:LONGEST_THEME]
NEW = ("diamant", "faser", "kort")
every_form = pytest.mark.parametrize("form", NEW)
_WORDS = ("hvad", "hvordan", "arbejdsdagene", "tilrettelægges", "vi", "gør", "om", "Æblegrød", TAGGED)
PROMPTS = st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25).map(" ".join), max_size=4).map(
    tuple
)


def drawn(kind: MeetingType, tallest: float = 600) -> Figure:
    made = figure(kind, WIDTH, tallest)
    assert made is not None
    return made


def plain(form: str, count: int) -> Figure:
    return drawn(invented(form, [("Hvad nu?",)] * count))


@every_form
@given(prompts=st.lists(PROMPTS, min_size=3, max_size=8), tallest=st.floats(80, 700))
@example(prompts=[(TAGGED,) * 3] * 4, tallest=400)
@example(prompts=[("Hvad er vigtigt for dig, at vi ved? " * 30,)] * 3, tallest=250)
def test_a_figure_holds_all_its_words_or_is_not_drawn(
    form: str, prompts: list[tuple[str, ...]], tallest: float
) -> None:
    made = figure(invented(form, prompts), WIDTH, tallest)
    if made is None:
        return
    assert made.height <= tallest
    assert overfull(made, TIME, LENGTH) == []
    assert outside(made) == []
    assert meeting_boxes(made) == []


@pytest.mark.parametrize("form", ["runder", "diamant", "kort"])
def test_a_tag_that_people_write_freely_has_room_for_the_longest_text_allowed(form: str) -> None:
    made = drawn(invented(form, [(f"Dit mål er: {GOAL}",), *[("Hvad nu?",)] * 3]))
    [(box, line)] = [(box, line) for box in boxes(made) for line in box.lines if GOAL in line.text]
    needed = text_height(line.text.replace(GOAL, LONG_GOAL), line.size, box.room[0])
    assert needed <= box.room[1] - line_height(LABEL)  # under the label


@pytest.mark.parametrize("form", ["runder", "diamant", "kort"])
def test_where_there_is_no_room_for_it_the_figure_is_a_finding(form: str) -> None:
    kind = invented(form, [(f"Dit mål er: {GOAL}", f"Er {GOAL} stadig dit mål?")] * 6)
    with pytest.raises(DefinitionError) as caught:
        agenda(kind, rule(kind, "dagsorden"))
    assert [finding.code for finding in caught.value.findings] == ["E-207"]


def test_a_name_in_a_prompt_is_not_taken_for_a_free_text() -> None:
    kind = invented("diamant", [("Hvad vil {{ beboer.fornavn }} gerne, siger {{ kontakt.navn }}?",)] * 6)
    assert figure(kind, WIDTH, 300) is not None


@given(count=st.integers(2, 12), size=st.sampled_from((1, 3)))
def test_a_path_of_two_to_twelve_steps_is_always_drawn(count: int, size: int) -> None:
    made = drawn(invented("faser", [("Hvad nu? " * size,)] * count), 240)
    numbers = [box.lines[0].text for box in boxes(made) if box.form is Form.ELLIPSE]
    assert numbers == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7, 8])
def test_the_diamond_goes_clockwise_from_the_top(count: int) -> None:
    made = plain("diamant", count)
    title, *corners = boxes(made)
    middle = made.width / 2
    assert [box.name for box in corners] == list(LABELS[:count])
    assert title.middle == pytest.approx((middle, made.height / 2))
    sides = [(box.middle[0] > middle + 1) - (box.middle[0] < middle - 1) for box in corners]
    right, left = (count - 1) // 2, (count - 2) // 2
    assert sides == [0, *[1] * right, 0, *[-1] * left]
    down, up = corners[: right + 2], corners[right + 1 :]
    assert [box.y for box in down] == sorted(box.y for box in down)
    assert [box.y for box in up] == sorted((box.y for box in up), reverse=True)


def test_the_diamond_stands_with_its_corners_at_the_four_boxes() -> None:
    made = plain("diamant", 4)
    [rhombus] = [shape for shape in made.shapes if isinstance(shape, Box) and shape.form is Form.DIAMOND]
    tips = [
        (rhombus.middle[0], rhombus.y),
        (rhombus.x + rhombus.width, rhombus.middle[1]),
        (rhombus.middle[0], rhombus.y + rhombus.height),
        (rhombus.x, rhombus.middle[1]),
    ]
    for (x, y), box in zip(tips, boxes(made)[1:], strict=True):
        assert box.x < x < box.x + box.width
        assert box.y < y < box.y + box.height
        assert made.shapes.index(rhombus) < made.shapes.index(box)  # which covers the tip


@pytest.mark.parametrize(
    ("form", "count"), [("diamant", 3), ("diamant", 4), ("diamant", 7), ("faser", 5), ("faser", 12)]
)
def test_arrows_run_from_each_box_to_the_next_and_meet_both_exactly(form: str, count: int) -> None:
    made = plain(form, count)
    stops = [box for box in boxes(made) if box.form is Form.ELLIPSE] or boxes(made)[1:]
    ways: list[list[tuple[float, float]]] = [[]]
    for arrow in arrows(made):
        way = ways[-1]
        if way:
            assert arrow.start == pytest.approx(way[-1])  # lines round a corner hang together
        way += [arrow.start, arrow.end]
        if arrow.head:
            ways.append([])
    assert ways.pop() == []
    assert len(ways) == count - 1
    for way, (start, end) in zip(ways, pairwise(stops), strict=True):
        assert on_edge(start, way[0])
        assert on_edge(end, way[-1])


def test_a_path_goes_on_in_the_next_row_from_the_left() -> None:
    steps = [box for box in boxes(plain("faser", 8)) if box.form is Form.ELLIPSE]
    rows = sorted({box.y for box in steps})
    assert [[box.lines[0].text for box in steps if box.y == y] for y in rows] == [list("1234"), list("5678")]
    assert [box.x for box in steps[:4]] == [box.x for box in steps[4:]]


def test_the_prompts_are_left_to_the_text_below_a_path() -> None:
    made = drawn(invented("faser", [("Hvad nu?",)] * 4))
    assert [line.text for box in boxes(made) for line in box.lines if "Hvad" in line.text] == []
    assert "Hvad" not in made.description


@pytest.mark.parametrize("count", [2, 3, 5, 6, 12])
def test_cards_are_alike_and_read_row_by_row(count: int) -> None:
    cards = boxes(plain("kort", count))
    assert [card.name for card in cards] == list(LABELS[:count])
    assert {(round(card.width, 3), round(card.height, 3)) for card in cards} == {
        (round(cards[0].width, 3), round(cards[0].height, 3))
    }
    assert [(card.y, card.x) for card in cards] == sorted((card.y, card.x) for card in cards)


@pytest.mark.parametrize(("form", "tallest"), [("diamant", 270), ("faser", 70), ("kort", 200)])
def test_the_type_is_set_smaller_where_the_page_has_little_room(form: str, tallest: float) -> None:
    label = "Status på tilstand og trivsel i det nye arbejde"
    kind = invented(form, [("Hvad er vigtigt for dig, at vi ved om det, der er sket siden sidst?",) * 2] * 4)
    kind = replace(kind, phases=tuple(replace(phase, label=label) for phase in kind.phases))
    roomy, close = drawn(kind), drawn(kind, tallest)
    assert close.height <= tallest < roomy.height
    start = "Status" if form == "faser" else "Hvad"
    assert _size(close, start) < _size(roomy, start) <= SIZES[0]
    assert figure(kind, WIDTH, tallest / 2) is None


def _size(made: Figure, start: str) -> float:
    """The size of the first line that begins so."""
    return next(line.size for box in boxes(made) for line in box.lines if line.text.startswith(start))


@every_form
def test_a_phase_may_be_left_out_of_the_figure(form: str) -> None:
    kind = invented(form, [("Hvad nu?",)] * 4)
    *kept, last = kind.phases
    made = drawn(replace(kind, phases=(*kept, replace(last, drawn=False))))
    assert last.label not in {shape.name for shape in made.shapes}
    assert last.label not in made.description


@every_form
def test_the_description_says_everything_in_reading_order(form: str) -> None:
    made = drawn(invented(form, [(f"Spørgsmål {number}?",) for number in range(1, 5)]))
    said = [f"{label} ({{{{ faser.fase{number}.tid }}}})" for number, label in enumerate(LABELS[:4], start=1)]
    if form != "faser":
        said = [f"{title}: Spørgsmål {number}?" for number, title in enumerate(said, start=1)]
    places = [made.description.find(text) for text in said]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(("form", "count"), [("diamant", 2), ("diamant", 9), ("faser", 1), ("kort", 0)])
def test_too_few_or_too_many_phases_are_a_finding_that_names_other_forms(form: str, count: int) -> None:
    with pytest.raises(DefinitionError) as caught:
        figure(invented(form, [("Hvad nu?",)] * count), WIDTH, 600)
    [finding] = caught.value.findings
    assert finding.code == "E-206"
    assert str(count) in finding.message()
    assert {other for other in FORMS if other in finding.remedy()} == set(FORMS) - {form}


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_that_the_page_has_no_room_for_is_a_finding_and_no_agenda(form: str) -> None:
    prompts = [("Hvad er vigtigt for dig, at vi ved om det, der er sket siden sidst? " * 8,)] * 8
    kind = invented(form, prompts)
    with pytest.raises(DefinitionError) as caught:
        agenda(kind, rule(kind, "dagsorden"))
    assert [finding.code for finding in caught.value.findings] == ["E-207"]


@every_form
def test_it_is_one_valid_group_with_ids_of_their_own(form: str, tmp_path: Path) -> None:
    kind = invented(form, [("Hvad nu?", TAGGED)] * 4)
    path = tmp_path / f"{form}.docx"
    path.write_bytes(save(agenda(kind, rule(kind, "dagsorden"))))
    [choice] = story(path.read_bytes()).iter(f"{MC}Choice")
    ids = [shape.get("id") for shape in choice.iter(f"{WP}docPr", f"{WPS}cNvPr")]
    assert len(ids) == len(set(ids)) > 4
    assert complaints(path) == []


@every_form
def test_older_programs_find_the_same_words_and_as_many_shapes(form: str) -> None:
    kind = invented(form, [("Hvad nu?",)] * 8)
    root = story(save(agenda(kind, rule(kind, "dagsorden"))))
    [choice], [fallback] = root.iter(f"{MC}Choice"), root.iter(f"{MC}Fallback")
    assert [t.text for t in fallback.iter(f"{W}t")] == [t.text for t in choice.iter(f"{W}t")]
    [group] = fallback.iter(f"{V}group")
    assert len(group) == len(list(choice.iter(f"{WPS}wsp")))


@pytest.mark.parametrize("form", FORMS)
def test_words_outlines_and_arrows_are_told_from_what_is_behind_them(form: str) -> None:
    """WCAG 2.2: 4.5 for text (1.4.3), 3 for what a figure is understood by (1.4.11)."""
    made = plain(form, 4)
    diamonds = (shape for shape in made.shapes if isinstance(shape, Box) and shape.form is Form.DIAMOND)
    back = next(diamonds, None)
    for box in boxes(made):
        behind = box.fill or (back.fill if back else "FFFFFF")
        for line in box.lines:
            assert contrast(line.colour, behind) >= 4.5
            assert not line.aside or contrast(line.quiet, behind) >= 4.5
    for arrow in arrows(made):
        assert contrast(arrow.colour, "FFFFFF") >= 3
