"""The figure on the agenda: what it says, how it is built, and that its words stay in their boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.errors import DefinitionError
from docgen.meetingtypes.authoring.figures.drawing import Arrow, Box
from docgen.meetingtypes.authoring.figures.figure import SIZES, Figure, figure
from docgen.meetingtypes.authoring.figures.rounds import THEME_ROOM, THEME_SIZES
from docgen.meetingtypes.authoring.figures.textfit import text_height
from docgen.meetingtypes.authoring.figures.words import grown
from docgen.meetingtypes.authoring.page import TEXT_WIDTH
from docgen.meetingtypes.definition import Phase
from tests.docx_text import MC, WP, WPS, V, W, story
from tests.meetingtypes.authoring.papers import DIALOGUE, LONG_THEME, filled, template
from tests.meetingtypes.samples import shipped

KIND = shipped()
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORDS = ("hvad", "hvordan", "arbejdsdagene", "tilrettelægges", "vi", "gør", "tema", "om", "Æblegrød")
PROMPTS = st.lists(
    st.lists(st.sampled_from(_WORDS), min_size=1).map(lambda words: " ".join(words)[:300]),
    min_size=1,
    max_size=3,
).map(tuple)


TALLEST = 310.0


def drawn(*prompts: tuple[str, ...]) -> Figure:
    """The shipped figure, with other prompts in its last phases."""
    made = tried(*prompts)
    assert made is not None
    return made


def tried(*prompts: tuple[str, ...]) -> Figure | None:
    """The same, or nothing if it does not fit."""
    kept = KIND.phases[: len(KIND.phases) - len(prompts)]
    others = KIND.phases[len(kept) :]
    changed = [replace(phase, prompts=given) for phase, given in zip(others, prompts, strict=True)]
    return figure(replace(KIND, phases=(*kept, *changed)), TEXT_WIDTH.pt, TALLEST)


def boxes(made: Figure) -> list[Box]:
    return [shape for shape in made.shapes if isinstance(shape, Box)]


def said(made: Figure) -> dict[str, list[str]]:
    return {box.name: [line.text for line in box.lines] for box in boxes(made)}


def test_the_boxes_are_those_of_the_guide_with_each_prompt_inside_its_own() -> None:
    said_in = said(drawn())
    assert list(said_in) == ["Mødets tema", "Samtalens bidrag", "1. runde", "2. runde", "Mødets konklusion"]
    for phase in KIND.phases:
        assert [prompt for prompt in phase.prompts if prompt not in said_in[phase.label]] == []


def test_each_box_says_when_and_the_rounds_that_they_are_individual() -> None:
    [group] = story(filled("dagsorden")).iter(f"{WPG}wgp")
    text = "".join(run.text or "" for run in group.iter(f"{W}t"))
    for time in ("kl. 10.00–10.10", "individuelt · kl. 10.10–10.30", "individuelt · kl. 10.30–10.45"):
        assert time in text


def test_it_is_one_group_of_native_shapes_with_real_arrows_between_the_boxes() -> None:
    root = story(template("dagsorden"))
    assert len(list(root.iter(f"{MC}AlternateContent"))) == 1
    [choice] = root.iter(f"{MC}Choice")
    assert choice.get("Requires") == "wpg"
    assert len(list(choice.iter(f"{WPG}wgp"))) == 1
    assert len(list(choice.iter(f"{WPS}txbx"))) == 5
    assert len(list(choice.iter(f"{WPS}cNvCnPr"))) == 3
    assert [end.get("type") for end in choice.iter(f"{A}tailEnd")] == ["triangle"] * 3


def test_programs_before_word_2010_find_the_same_words_in_the_fallback() -> None:
    root = story(filled("dagsorden"))
    [choice], [fallback] = root.iter(f"{MC}Choice"), root.iter(f"{MC}Fallback")
    assert [t.text for t in fallback.iter(f"{W}t")] == [t.text for t in choice.iter(f"{W}t")]
    assert len(list(fallback.iter(f"{V}roundrect"))) == 5


def test_the_alternative_text_says_what_the_figure_says() -> None:
    [properties] = story(template("dagsorden")).iter(f"{WP}docPr")
    description = properties.get("descr", "")
    assert properties.get("name") == "Mødets gang"
    for phase in KIND.phases:
        assert phase.label in description
        assert [prompt for prompt in phase.prompts if prompt not in description] == []


def test_a_meeting_without_a_theme_gets_lines_to_write_one_on() -> None:
    def lines(theme: str) -> list[str | None]:
        [choice] = story(filled("dagsorden", moede_tema=theme)).iter(f"{MC}Choice")
        return [found.get(f"{W}leader") for found in choice.iter(f"{W}tab") if found.get(f"{W}leader")]

    assert lines("") == ["underscore", "underscore"]
    assert lines("Flere timer") == []


@pytest.mark.parametrize(("length", "points"), [(90, 14), (200, 12), (340, 10), (400, 9.5), (600, 9.5)])
def test_a_longer_theme_is_set_smaller(length: int, points: float) -> None:
    theme = (LONG_THEME * 2)[:length]
    [choice] = story(filled("dagsorden", moede_tema=theme)).iter(f"{MC}Choice")
    [run] = [run for run in choice.iter(f"{W}r") if theme in (run.findtext(f"{W}t") or "")]
    assert run.find(f"{W}rPr/{W}sz").get(f"{W}val") == str(round(points * 2))  # type: ignore[union-attr]


@given(st.integers(0, 400), st.integers(0, 399))
def test_a_theme_of_up_to_400_characters_has_room_at_its_size(length: int, start: int) -> None:
    theme = (LONG_THEME[start:] + " " + LONG_THEME)[:length]
    size = next(size for longest, size in THEME_SIZES if len(theme) <= longest)
    available = boxes(drawn())[0].room[0] * 0.97
    assert text_height(f"Forslag til tema: {theme}", size, available) <= THEME_ROOM


@given(PROMPTS, PROMPTS, PROMPTS)
@example(*((prompt * 3,) for prompt in ("Et meget langt spørgsmål om arbejdet og om hverdagen. ",) * 3))
def test_words_never_need_more_than_their_box(
    first: tuple[str, ...], second: tuple[str, ...], last: tuple[str, ...]
) -> None:
    made = tried(first, second, last)
    for box in boxes(made)[2:] if made else ():
        assert grown(box).height <= box.height + 0.001


@given(PROMPTS, PROMPTS, PROMPTS)
def test_no_box_leaves_the_figure_or_meets_another(
    first: tuple[str, ...], second: tuple[str, ...], last: tuple[str, ...]
) -> None:
    made = tried(first, second, last)
    if made is None:
        return
    theme, frame, one, two, conclusion = boxes(made)
    assert theme.y == 0
    assert theme.y + theme.height < frame.y < one.y == two.y
    assert one.x + one.width < two.x
    assert one.height == two.height
    assert two.y + two.height < frame.y + frame.height < conclusion.y
    assert conclusion.y + conclusion.height == pytest.approx(made.height)
    assert two.x + two.width < frame.x + frame.width == pytest.approx(made.width)


def test_arrows_run_from_edge_to_edge() -> None:
    made = drawn()
    theme, frame, one, two, conclusion = boxes(made)
    down, across, last = (shape for shape in made.shapes if isinstance(shape, Arrow))
    assert (down.start[1], down.end[1]) == pytest.approx((theme.y + theme.height, frame.y))
    assert (across.start[0], across.end[0]) == pytest.approx((one.x + one.width, two.x))
    assert (last.start[1], last.end[1]) == pytest.approx((frame.y + frame.height, conclusion.y))
    assert across.start[1] == across.end[1]
    assert down.start[0] == down.end[0] == pytest.approx(made.width / 2)


def test_long_prompts_are_set_smaller_before_the_figure_grows() -> None:
    short, long = drawn(("Hvad?",)), drawn(*[("Hvad tænker du om det hele, når du ser tilbage? " * 4,)] * 3)
    assert boxes(short)[-1].lines[-1].size == SIZES[0]
    assert boxes(long)[-1].lines[-1].size < SIZES[0]
    assert short.height < TALLEST


def test_words_that_never_fit_are_not_drawn_at_all() -> None:
    assert tried(*[("Hvad tænker du om det hele, når du ser tilbage? " * 9,)] * 3) is None


def test_rounds_may_be_three_or_none() -> None:
    third = Phase("runde3", "3. runde", 10, ("Hvad nu?",), label="3. runde", each_in_turn=True)
    three = figure(replace(KIND, phases=(*KIND.phases[:3], third, KIND.phases[3])), TEXT_WIDTH.pt, TALLEST)
    none = figure(replace(KIND, phases=(KIND.phases[0], KIND.phases[3])), TEXT_WIDTH.pt, TALLEST)
    assert three is not None
    assert none is not None
    assert list(said(three))[2:5] == ["1. runde", "2. runde", "3. runde"]
    assert list(said(none)) == ["Mødets tema", "Mødets konklusion"]


def test_a_type_without_a_figure_has_none() -> None:
    assert list(story(template("dagsorden", DIALOGUE)).iter(f"{MC}AlternateContent")) == []


def test_a_form_that_does_not_exist_is_a_finding() -> None:
    with pytest.raises(DefinitionError, match="runder"):
        figure(replace(KIND, figure="trekant"), TEXT_WIDTH.pt, TALLEST)
