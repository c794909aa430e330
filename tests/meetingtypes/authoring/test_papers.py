"""Agenda, notes and minutes: what they say, whom they name, and that they fit their pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from docgen.documents.template import Template
from tests.docx_text import W, names, story, text_of
from tests.judges import converted, page_count
from tests.meetingtypes.authoring.papers import DIALOGUE, FOLLOW_UP, LONG_THEME, filled, template
from tests.meetingtypes.samples import THEME, shipped

EVERY = [
    ("dagsorden", FOLLOW_UP, 1),
    ("dagsorden", DIALOGUE, 1),
    ("noteark", FOLLOW_UP, 2),
    ("referat", FOLLOW_UP, 2),
    ("referat", DIALOGUE, 2),
]
every_paper = pytest.mark.parametrize(("layout", "name"), [(layout, name) for layout, name, _ in EVERY])
_NUMBERS = ("B001", "P001", "P002", "P003")
# Fields that people may write a page in: kept whole, they would leave the page before half empty.
_MUCH = re.compile(r"konklusion(\.\w+)?|noter\.\w+")
_TAG = re.compile(r"\{[{%].*?[}%]\}")


def read(layout: str, name: str = FOLLOW_UP, **changes: Any) -> str:
    return text_of(filled(layout, name, **changes)).replace("~", " ")


def after(text: str, heading: str) -> str:
    """The words below a heading, until the next one."""
    return text.split(f"(Heading2) {heading}")[1].split("(Heading")[0]


def test_the_agenda_gives_each_phase_its_time_and_its_prompt() -> None:
    order = after(read("dagsorden"), "Sådan foregår mødet")
    lines = [
        line.strip().removeprefix("(Tabeltekst) ") for line in order.splitlines() if "Tabeltekst" in line
    ]
    times = ["kl. 10.00–10.10", "kl. 10.10–10.30", "kl. 10.30–10.45", "kl. 10.45–11.00"]
    assert lines[0::3] == times
    assert lines[1::3] == [phase.title for phase in shipped().phases]
    assert lines[5::3] == [" ".join(phase.prompts) for phase in shipped().phases[1:]]


def test_the_agenda_names_everybody_with_their_role_and_who_leads() -> None:
    text = read("dagsorden")
    assert "Mette Holm, kontaktperson fra enheden" in text
    assert "Karen Lund, udviklingsleder (mødeleder)" in text


@pytest.mark.parametrize("name", [FOLLOW_UP, DIALOGUE])
def test_the_agenda_says_beside_each_name_what_they_have_answered(name: str) -> None:
    answers = {"P001": "kommer", "P002": "afbud", "P003": "ønsker anden tid"}
    text = read("dagsorden", name, answers=answers)
    assert "Mette Holm, kontaktperson fra enheden – kommer\n" in text
    assert "Jens Bach, kontaktperson fra arbejdspladsen – afbud\n" in text
    assert "Karen Lund, udviklingsleder (mødeleder) – ønsker anden tid\n" in text
    assert "Ole Sørensen, pårørende\n" in text


def test_nothing_but_the_agenda_says_what_people_answered() -> None:
    for layout in ("noteark", "referat"):
        assert "afbud" not in read(layout, answers={"P002": "afbud"})  # the minutes ask with a capital


@pytest.mark.parametrize(
    ("layout", "name"), [(layout, name) for layout, name, _ in EVERY if layout != "noteark"]
)
def test_the_one_who_leads_is_named_once(layout: str, name: str) -> None:
    text = re.sub(r"\[.*?\]", "", read(layout, name))  # but in the names of fields
    assert text.count("Karen Lund") == 1
    assert text.casefold().count("mødeleder") == 1


@pytest.mark.parametrize(("name", "shapes"), [(FOLLOW_UP, 1), (DIALOGUE, 0)])
def test_the_theme_stands_on_the_agenda_as_a_proposal_and_as_text(name: str, shapes: int) -> None:
    lines = [line.strip() for line in read("dagsorden", name).splitlines()]
    places = [number for number, line in enumerate(lines) if THEME in line]
    drawn = [number for number in places if lines[number].startswith("<shape>")]
    (fact,) = set(places) - set(drawn)
    assert len(drawn) == shapes
    assert "Forslag til tema" in lines[fact - 1] + lines[fact]


def test_a_plain_agenda_without_a_theme_says_nothing_of_one() -> None:
    assert "tema" not in read("dagsorden", DIALOGUE, moede_tema="").casefold()


def test_an_agenda_without_a_figure_has_numbered_points_with_lines_to_write_on() -> None:
    text = read("dagsorden", DIALOGUE)
    assert re.findall(r"\(Heading2\) (\d\. [^\t]+)\t(kl\. [\d.–]+)", text) == [
        ("1. Siden sidst", "kl. 10.00–10.15"),
        ("2. Arbejdet lige nu", "kl. 10.15–10.30"),
        ("3. Ønsker og mål", "kl. 10.30–10.45"),
        ("4. Aftaler", "kl. 10.45–11.00"),
    ]


@pytest.mark.parametrize(
    ("people", "theme", "lines"), [(6, "Flere timer", 3), (7, "", 1), (5, LONG_THEME[:121], 1)]
)
def test_there_are_fewer_lines_to_write_on_where_much_is_said_above(
    people: int, theme: str, lines: int
) -> None:
    root = story(filled("dagsorden", DIALOGUE, people=people, moede_tema=theme))
    ruled = [p for p in root.iter(f"{W}p") if any(tab.get(f"{W}leader") for tab in p.iter(f"{W}tab"))]
    assert sum(len(list(p.iterfind(f"{W}r/{W}tab"))) for p in ruled) == 4 * lines


def test_what_is_blank_leaves_no_label_behind() -> None:
    text = read("dagsorden", moede_praktisk="", moede_link="", moede_sted="")
    assert [label for label in ("Praktisk", "Online", "(Faktaetiket) Hvor\n") if label in text] == []


def test_the_notes_say_first_of_all_that_they_are_never_distributed() -> None:
    lines = read("noteark").split("=== document\n")[1].splitlines()
    assert lines[0].startswith("Kun til mødelederen. Arket bliver ikke delt ud")


def test_the_notes_have_a_field_for_each_participant_in_each_round() -> None:
    tags = names(story(filled("noteark", people=4)), "tag")
    rounds = [
        f"noter.{key}.{number}" for key in ("runde1", "runde2") for number in ("B001", "P001", "P002", "P003")
    ]
    assert tags == ["noter.tema", *rounds, "noter.konklusion"]
    assert "1. runde: Mette Holm" in names(story(filled("noteark")), "alias")


def test_the_minutes_hold_what_was_decided_and_nothing_that_was_said_in_the_rounds() -> None:
    tags = names(story(filled("referat", people=2)), "tag")
    person, decision = ("fremmoede", "tema.godkendt_af", "faar_referat"), ("tekst", "ansvarlig", "frist")
    assert tags == [
        "tema.godkendt",
        *(f"{what}.{nr}" for nr in _NUMBERS[:2] for what in person),
        "faar_referat.andre",
        "konklusion",
        "beslutning",
        *(f"beslutning.{row}.{what}" for row in range(1, 6) for what in decision),
        *(f"naeste.{what}" for what in ("dato", "tid", "sted", "ikke_noedvendigt")),
    ]
    text = read("referat")
    assert [prompt for phase in shipped().phases for prompt in phase.prompts if prompt in text] == []


def test_minutes_of_a_meeting_without_rounds_have_a_field_for_each_point_and_no_theme() -> None:
    tags = names(story(filled("referat", DIALOGUE, people=1)), "tag")
    assert tags[2:7] == [
        "faar_referat.andre",
        "konklusion.siden_sidst",
        "konklusion.arbejdet",
        "konklusion.oensker",
        "beslutning",  # what is agreed is a decision, and asked for once
    ]
    assert [tag for tag in tags if tag.startswith("tema")] == []


def test_who_came_is_chosen_from_three() -> None:
    items = story(filled("referat", people=1)).iter(f"{W}listItem")
    assert [item.get(f"{W}displayText") for item in items] == ["Kom", "Afbud", "Kom ikke"]
    assert "[fremmoede.B001 | Fremmøde: Anna Sørensen sdtLocked: Kom / Afbud / Kom ikke]" in read("referat")


@every_paper
def test_tables_are_made_for_screen_readers_and_printers(layout: str, name: str) -> None:
    root = story(filled(layout, name))
    for table in root.iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        first = table.find(f".//{W}tr")
        assert first is not None
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Skema":  # type: ignore[union-attr]
            assert first.find(f"{W}trPr/{W}tblHeader") is not None
        for row in table.iter(f"{W}tr"):
            may_split = any(_MUCH.fullmatch(tag) for tag in names(row, "tag"))
            assert (row.find(f"{W}trPr/{W}cantSplit") is None) is may_split


@every_paper
def test_headings_begin_at_the_top_and_skip_no_level(layout: str, name: str) -> None:
    levels = [int(level) for level in re.findall(r"\(Heading(\d)\)", read(layout, name))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels[1:]) == {2}


@every_paper
def test_the_same_definition_gives_the_same_bytes(layout: str, name: str) -> None:
    before = template(layout, name)
    template.cache_clear()
    assert template(layout, name) == before


@pytest.mark.parametrize(
    ("people", "theme"),
    [(3, ""), (6, LONG_THEME[:120]), (6, LONG_THEME), (9, THEME)],
    ids=["three, no theme", "six, short", "six, long", "nine"],
)
def test_each_document_fits_its_pages(people: int, theme: str, tmp_path: Path) -> None:
    files = {}
    for layout, name, pages in EVERY:
        path = tmp_path / f"{layout}-{name}.docx"
        path.write_bytes(filled(layout, name, people=people, moede_tema=theme))
        files[path.stem] = (path, pages)
    pdfs = converted([path for path, _ in files.values()], "pdf", tmp_path / "pdf")
    assert {pdf.stem: page_count(pdf) for pdf in pdfs} == {stem: pages for stem, (_, pages) in files.items()}


def test_templates_that_libreoffice_has_saved_keep_every_tag(tmp_path: Path) -> None:
    files = []
    for layout, name, _ in EVERY:
        files.append(tmp_path / f"{layout}-{name}.docx")
        files[-1].write_bytes(template(layout, name))
    for before, saved in zip(files, converted(files, "docx", tmp_path / "saved"), strict=True):
        Template.compile(saved.read_bytes(), saved.name)
        assert _tags(saved.read_bytes()) == _tags(before.read_bytes())


def _tags(data: bytes) -> set[str]:
    paragraphs = story(data).iter(f"{W}p")
    return {tag for p in paragraphs for tag in _TAG.findall("".join(t.text or "" for t in p.iter(f"{W}t")))}
