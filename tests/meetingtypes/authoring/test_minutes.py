"""Minutes put together from parts: what each part gives, and that every field keeps a name of its own."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.fields import LONGEST_NAME
from docgen.meetingtypes.authoring.minutes import minutes
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.form import ColumnKind, Part, PartKind, TableColumn, TableGroup
from docgen.meetingtypes.loader import load_types
from tests.contrast import contrast
from tests.docx_text import W15, W, names, story, text_of
from tests.judges import complaints, converted, page_count
from tests.meetingtypes.samples import SHIPPED, context, rule, shipped
from tests.tools import require_tool

GOAL = Part(
    PartKind.FIELD,
    key="maal",
    title="Mål",
    note="Målet før mødet: {{ beboer.maal }}",
    note_if="beboer.maal",
    prompt="Hvor skal det føre hen?",
    height=22,
)
PLAN = Part(
    PartKind.TABLE,
    key="plan",
    title="Plan",
    height=14,
    rows=3,
    columns=(
        TableColumn("indsats", "Indsats", 60, "Hvilken indsats?"),
        TableColumn("start", "Begynder", 30, kind=ColumnKind.DATE),
        TableColumn("art", "Art", 30, kind=ColumnKind.CHOICE, options=("Praktik", "Mentor")),
        TableColumn("aftalt", "Aftalt", 20, kind=ColumnKind.TICK),
    ),
)
TASKS = Part(
    PartKind.TABLE,
    key="opgaver",
    title="Opgaver",
    note="Skriv hver opgave ud for dens farve.",
    height=12,
    rows=2,
    columns=(TableColumn("opgave", "Opgave", 1), TableColumn("hvordan", "Hvordan", 2)),
    groups=(
        TableGroup("roed", "Rød", "ikke nu", "F6CFCB"),
        TableGroup("groen", "Grøn", "kan selv", "CDE7CE"),
    ),
)
FIXED = {kind: Part(kind) for kind in PartKind if not kind.is_own}
EVERY_PART = (*list(FIXED.values())[:4], GOAL, PLAN, TASKS, *list(FIXED.values())[4:])
EFFORTS = [
    {"nr": 1, "indsats": "Praktik i kantinen", "art": "Virksomhedspraktik", "formaal": "", "timer": "7,5"},
    {"nr": 2, "indsats": "Mentor", "art": "Mentor", "formaal": "Tryghed", "timer": ""},
]


def kind_with(*parts: Part, **words: object) -> MeetingType:
    """The shipped follow-up meeting, with these minutes; ``words`` replace some of ``[ord.referat]``."""
    kind = shipped()
    own = {f"referat.{key}": value for key, value in words.items()}
    return replace(kind, minutes=parts, words={**kind.words, **own})


def filled(kind: MeetingType, *, people: int = 3, goal: str = "Køkkenmedhjælper", efforts: int = 2) -> bytes:
    values: dict[str, Any] = context(rule(kind, "referat"), beboer_maal=goal)
    values["deltagere"] = (values["deltagere"] * 3)[:people]
    values["indsatser"] = EFFORTS[:efforts]
    return Template.compile(save(minutes(kind, rule(kind, "referat"))), "referat").render(values)


def read(*parts: Part, **wishes: Any) -> str:
    return text_of(filled(kind_with(*parts), **wishes)).replace("~", " ")


def tags(*parts: Part, **wishes: Any) -> list[str]:
    return names(story(filled(kind_with(*parts), **wishes)), "tag")


def headings(text: str) -> list[str]:
    return re.findall(r"\(Heading2\) (.*)", text)


def sections(root: etree._Element) -> dict[str, list[etree._Element]]:
    """The rows of each repeating section, by its tag."""
    return {
        section.getparent().find(f"{W}tag").get(f"{W}val"): [  # type: ignore[union-attr, misc]
            row
            for item in section.getparent().getparent().find(f"{W}sdtContent")  # type: ignore[union-attr]
            for row in item.iter(f"{W}tr")
        ]
        for section in root.iter(f"{W15}repeatingSection")
    }


_titles = st.sampled_from(["Mål", "Plan", "Næste møde", "Konklusioner", "x" * 90]) | st.text(
    "abcæøå ABC:.()&<", min_size=1, max_size=80
)


@st.composite
def own_parts(draw: st.DrawFn, number: int) -> Part:
    """A field, or a table with any number of columns, groups and rows; titles may well be the same."""
    key, title = f"del{number}", draw(_titles)
    if draw(st.booleans()):
        return Part(PartKind.FIELD, key=key, title=title, height=18)
    columns = tuple(
        TableColumn(f"k{at}", draw(_titles), draw(st.integers(1, 99)), kind=kind, options=("Ja", "Nej"))
        for at, kind in enumerate(draw(st.lists(st.sampled_from(ColumnKind), min_size=1, max_size=4)))
    )
    groups = tuple(TableGroup(f"g{at}", draw(_titles)) for at in range(draw(st.integers(0, 3))))
    rows = draw(st.integers(1, 3))
    return Part(PartKind.TABLE, key=key, title=title, height=12, rows=rows, columns=columns, groups=groups)


@st.composite
def minutes_of_parts(draw: st.DrawFn) -> tuple[Part, ...]:
    own = [draw(own_parts(number)) for number in range(draw(st.integers(0, 4)))]
    return tuple(draw(st.permutations([*own, *FIXED.values()])))


@settings(max_examples=25, deadline=None)
@given(minutes_of_parts())
def test_no_two_fields_share_a_tag_an_alias_or_an_id_whatever_the_parts_are(parts: tuple[Part, ...]) -> None:
    root = story(filled(kind_with(*parts)))
    for what in ("tag", "alias", "id"):
        found = names(root, what)
        assert [name for name, count in Counter(found).items() if count > 1] == [], what
        assert max(map(len, found)) <= LONGEST_NAME


@settings(max_examples=15, deadline=None)
@given(own_parts(1).filter(lambda part: part.kind is PartKind.TABLE))
def test_a_table_is_as_wide_as_the_text_whatever_its_columns_share(part: Part) -> None:
    root = story(filled(kind_with(part)))
    table = next(table for table in root.iter(f"{W}tbl") if names(table, "tag"))
    widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(162 / 25.4 * 1440, abs=len(widths))
    assert min(widths) > 0


def test_minutes_of_every_kind_of_part_please_microsofts_validator(tmp_path: Path) -> None:
    path = tmp_path / "referat.docx"
    path.write_bytes(filled(kind_with(*EVERY_PART)))
    assert complaints(path) == []


def test_every_field_keeps_its_place_in_libreoffice_and_no_two_get_the_same_name(tmp_path: Path) -> None:
    """LibreOffice 7.4 drops every tag, and the aliases of all fields but boxes to tick."""
    path = tmp_path / "referat.docx"
    path.write_bytes(filled(kind_with(*EVERY_PART)))
    [saved] = converted([path], "docx", tmp_path / "saved")
    before, after = story(path.read_bytes()), story(saved.read_bytes())
    left = names(after, "alias")
    assert left
    assert set(left) <= set(names(before, "alias"))
    assert len(set(left)) == len(left)
    assert [cells(table) for table in after.iter(f"{W}tbl")] == [
        cells(table) for table in before.iter(f"{W}tbl")
    ]


def cells(table: etree._Element) -> list[list[str]]:
    """The words of each cell, row by row."""
    return [
        ["".join(map(str, cell.itertext())).strip() for cell in row.iter(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def test_the_parts_stand_in_the_order_of_the_definition() -> None:
    text = read(FIXED[PartKind.DECISIONS], GOAL, FIXED[PartKind.PEOPLE])
    assert headings(text) == ["Beslutninger", "Mål", "Hvem var med"]


def test_a_part_may_have_a_title_a_note_a_prompt_and_a_number_of_rows_of_its_own() -> None:
    activities = replace(
        FIXED[PartKind.DECISIONS], title="Aktiviteter", note="Ledelsen beslutter.", prompt="Hvad?", rows=2
    )
    text = read(activities)
    assert headings(text) == ["Aktiviteter"]
    assert "(Lille) Ledelsen beslutter." in text
    assert text.count("Hvad?") == 2
    assert tags(activities)[0::3] == ["beslutning", "beslutning.1.frist", "beslutning.2.frist"]


def test_and_words_of_its_own_for_columns_and_the_names_of_fields() -> None:
    own = {"tekst": "Aktivitet", "felt.tekst": "Aktivitet {tal}"}
    text = text_of(filled(kind_with(FIXED[PartKind.DECISIONS], **own)))
    assert "(Tabelhoved) Aktivitet" in text
    assert "[beslutning.1.tekst | Aktivitet 1: Hvad er aftalt?]" in text


@pytest.mark.parametrize("theme", [True, False])
def test_people_approve_a_theme_only_where_there_is_one(theme: bool) -> None:
    parts = [FIXED[PartKind.THEME]] * theme + [FIXED[PartKind.PEOPLE]]
    found = [tag for tag in tags(*parts) if tag.startswith("tema.godkendt_af")]
    assert len(found) == (3 if theme else 0)


def test_a_field_has_a_heading_a_prompt_and_its_title_for_a_name() -> None:
    text = read(GOAL)
    assert headings(text) == ["Mål"]
    assert "[maal | Mål sdtLocked: Hvor skal det føre hen?]" in text


@pytest.mark.parametrize(("goal", "line"), [("Gartner", "Målet før mødet: Gartner"), ("", "")])
def test_a_note_is_there_only_when_its_tag_has_something_to_say(goal: str, line: str) -> None:
    between = read(GOAL, goal=goal).split("(Heading2) Mål\n")[1].split("<table>")[0]
    assert between.strip() == line


def test_a_table_has_its_columns_and_a_field_of_its_kind_in_each_cell() -> None:
    text = read(PLAN)
    assert re.findall(r"\(Tabelhoved\) (.*)", text) == ["Indsats", "Begynder", "Art", "Aftalt"]
    row = [line.strip() for line in text.splitlines() if "plan.2." in line]
    assert row == [
        "(Tabeltekst) [plan.2.indsats | Plan 2: Indsats: Hvilken indsats?]",
        "(Tabeltekst) [plan.2.start | Plan 2: Begynder: Vælg dato]",
        "(Tabeltekst) [plan.2.art | Plan 2: Art: Praktik / Mentor]",
        "(Tabeltekst) [plan.2.aftalt | Plan 2: Aftalt: ☐]",
    ]


def test_rows_can_be_added_to_each_table_and_to_each_group_of_one() -> None:
    found = sections(story(filled(kind_with(PLAN, TASKS, FIXED[PartKind.DECISIONS]))))
    assert {tag: len(rows) for tag, rows in found.items()} == {
        "plan": 3,
        "opgaver.roed": 2,
        "opgaver.groen": 2,
        "beslutning": 5,
    }


def test_every_row_of_a_group_says_its_colour_in_words_too() -> None:
    found = sections(story(filled(kind_with(TASKS))))
    for tag, label, colour in (
        ("opgaver.roed", "Rødikke nu", "F6CFCB"),
        ("opgaver.groen", "Grønkan selv", "CDE7CE"),
    ):
        for row in found[tag]:
            first = row.find(f"{W}tc")
            assert first is not None
            assert "".join(map(str, first.itertext())).strip() == label
            assert first.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == colour  # type: ignore[union-attr]
    assert "[opgaver.roed.2.hvordan | Opgaver, Rød 2: Hvordan: Skriv her]" in read(TASKS)


def test_dark_words_can_be_read_on_every_shipped_colour() -> None:
    types = load_types(SHIPPED, templates_needed=False)
    colours = {group.colour for kind in types for part in kind.minutes for group in part.groups}
    assert colours
    assert [colour for colour in colours if contrast(colour, "000000") < 4.5] == []


def test_each_effort_stands_with_its_purpose_and_a_verdict_to_choose() -> None:
    text = read(FIXED[PartKind.EFFORTS])
    assert "(Tabeltekst) Virksomhedspraktik, 7,5 timer om ugen" in text
    assert "(Tabeltekst) Tryghed" in text
    assert "[indsats_nu.2.vurdering | Vurdering af indsats 2 sdtLocked: Vælg]" in text
    items = story(filled(kind_with(FIXED[PartKind.EFFORTS]), efforts=1)).iter(f"{W}listItem")
    assert [item.get(f"{W}value") for item in items] == ["Fortsætter", "Ændres", "Slutter"]


def test_but_where_there_are_none_not_even_the_heading_stands() -> None:
    assert headings(read(FIXED[PartKind.EFFORTS], GOAL, efforts=0)) == ["Mål"]


def test_the_names_of_points_are_not_broken_within_a_word() -> None:
    kind = shipped("dialogmoede")
    first, *rest = kind.phases
    kind = replace(kind, phases=(replace(first, title="Dokumentationspraksis"), *rest))
    root = story(save(minutes(kind, rule(kind, "referat"))))
    table = next(t for t in root.iter(f"{W}tbl") if "konklusion.siden_sidst" in names(t, "tag"))
    label = next(table.iter(f"{W}gridCol"))
    assert int(label.get(f"{W}w", "")) > 42 / 25.4 * 1440


@pytest.mark.parametrize("last", [GOAL, FIXED[PartKind.EFFORTS], FIXED[PartKind.NEXT]])
def test_the_last_thing_in_a_document_is_a_paragraph(last: Part) -> None:
    for efforts in (0, 2):
        body = story(filled(kind_with(GOAL, replace(last, key="til_sidst")), efforts=efforts))[0]
        assert body[-2].tag == f"{W}p"


def test_a_heading_stays_with_the_table_below_it_wherever_the_page_ends(tmp_path: Path) -> None:
    files = []
    for height in range(140, 221, 8):
        files.append(tmp_path / f"{height}.docx")
        files[-1].write_bytes(filled(kind_with(replace(GOAL, height=height), replace(PLAN, title="Planen"))))
    moved = 0
    for pdf in converted(files, "pdf", tmp_path / "pdf"):
        pages = text_pages(pdf)
        [page] = [number for number, words in enumerate(pages) if "Planen" in words]
        assert "Hvilken indsats?" in pages[page]
        moved += page > 0
    assert 0 < moved < len(files)


def test_what_is_next_stays_whole_wherever_the_page_ends(tmp_path: Path) -> None:
    files = []
    for height in range(120, 190, 5):
        files.append(tmp_path / f"{height}.docx")
        files[-1].write_bytes(filled(kind_with(replace(GOAL, height=height), Part(PartKind.NEXT))))
    pages = [text_pages(pdf)[:-1] for pdf in converted(files, "pdf", tmp_path / "pdf")]
    assert {len(each) for each in pages} == {1, 2}
    for *_, last in pages:
        assert [words for words in ("Næste møde", "Klokkeslæt", "ikke brug for") if words not in last] == []


def test_a_full_table_takes_no_more_pages_than_the_type_promises(tmp_path: Path) -> None:
    seats = {"gennemgang": 6, "opfoelgningssamtale": 6, "ressourceopfoelgning": 9, "rehabiliteringsmoede": 11}
    files = []
    for name, people in seats.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(filled(shipped(name), people=people))
    pages = {pdf.stem: page_count(pdf) for pdf in converted(files, "pdf", tmp_path / "pdf")}
    assert pages == {name: rule(shipped(name), "referat").pages for name in seats}


def text_pages(pdf: Path) -> list[str]:
    """The words of each page."""
    command = [require_tool("pdftotext"), "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")
