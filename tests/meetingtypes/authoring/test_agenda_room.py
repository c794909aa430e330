"""The agenda's one page: what it has room for, and what gives way when there is much to say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents.template import Template
from docgen.meetingtypes.authoring.agenda import agenda
from docgen.meetingtypes.authoring.agendaroom import arranged
from docgen.meetingtypes.authoring.page import save
from docgen.meetingtypes.definition import MeetingType, Rule
from tests.docx_text import text_of
from tests.judges import converted, page_count, words_at
from tests.meetingtypes.authoring.figures.drawings import LABELS, invented
from tests.meetingtypes.samples import context, rule

SHORT, USUAL, LONG = (
    "Hvad nu?",
    "Hvem kan støtte os, hjælpe eller give råd?",
    "Hvad er gået godt og mindre godt med timer, opgaver og samarbejde?",
)
LENGTH = "Hvor længe taler vi sammen? Vi har {{ moede.varighed }}."
TALK: list[tuple[str, ...]] = [
    (USUAL, SHORT, LENGTH),
    (SHORT, LONG, LONG),
    (USUAL, LONG, LONG, USUAL),
    (USUAL, SHORT, USUAL),
    (LONG,),
]
SIX: list[tuple[str, ...]] = [
    (LONG, USUAL),
    (USUAL, LONG, USUAL),
    (SHORT, LONG),
    (USUAL, SHORT),
    (USUAL,),
    (USUAL, SHORT),
]
TEAM: list[tuple[str, ...]] = [
    (USUAL,),
    (USUAL, SHORT),
    (LONG, LONG, USUAL),
    (USUAL,),
    (LONG, LONG),
    (SHORT, SHORT),
]
CASES: dict[str, tuple[str, list[tuple[str, ...]], int]] = {
    "a talk of two": ("diamant", TALK, 2),
    "a team of ten": ("faser", TEAM, 10),
    "three short steps": ("faser", [(USUAL,)] * 3, 3),
    "cards for nine": ("kort", SIX, 9),
}


def kind_of(form: str, prompts: list[tuple[str, ...]], **changes: object) -> MeetingType:
    kind = invented(form, prompts)
    if form == "diamant":
        *kept, last = kind.phases
        kind = replace(kind, phases=(*kept, replace(last, drawn=False)))
    return replace(kind, **changes)  # type: ignore[arg-type]


def filled(kind: MeetingType, people: int, **changes: object) -> bytes:
    values = context(rule(kind, "dagsorden"), **changes)
    values["deltagere"] = (values["deltagere"] * 2)[:people]
    values["faser"] = {phase.key: {"tid": "kl.\N{NO-BREAK SPACE}10.10–10.30"} for phase in kind.phases}
    values["beboer"] = {**values["beboer"], "maal": "Gartner på deltid"}
    values["moede"] = {**values["moede"], "forum": "Personalemøde", "varighed": "1 time og 45 minutter"}
    data = save(agenda(kind, rule(kind, "dagsorden")))
    return Template.compile(data, "dagsorden").render(values)


def test_each_agenda_is_one_page_with_every_fact_filled_in(tmp_path: Path) -> None:
    files = []
    for name, (form, prompts, people) in CASES.items():
        kind = kind_of(form, prompts, rules=(Rule.GOAL,), about_resident=form != "kort")
        files.append(tmp_path / f"{name}.docx")
        data = filled(
            kind, people, moede_tema="Flere timer i gartneriet", moede_link="https://moede.example/m001"
        )
        files[-1].write_bytes(data)
    pdfs = converted(files, "pdf", tmp_path / "pdf")
    assert {pdf.stem: page_count(pdf) for pdf in pdfs} == dict.fromkeys(CASES, 1)


@pytest.mark.parametrize("case", CASES)
def test_the_running_order_says_all_that_the_figure_says(case: str) -> None:
    form, prompts, people = CASES[case]
    text = text_of(filled(kind_of(form, prompts), people)).replace("~", " ")
    table = " ".join(text.split("(Heading2)")[1].replace("(Tabeltekst)", "").split())
    for label, asked in zip(LABELS, prompts, strict=False):
        assert label in table
        for prompt in asked:
            assert prompt.replace("{{ moede.varighed }}", "1 time og 45 minutter") in table


def test_prompts_have_lines_of_their_own_where_there_is_room() -> None:
    assert arranged(kind_of("faser", TEAM)).setting.apart
    assert not arranged(kind_of("diamant", TALK)).setting.apart


def test_the_more_there_is_to_say_the_smaller_the_running_order_is_set() -> None:
    sizes = [arranged(kind_of("diamant", [(prompt,) * 2] * 4)).setting.size for prompt in (SHORT, LONG)]
    assert sizes[0] == 10.5 > sizes[1]


def test_what_is_left_of_the_page_is_for_notes_unless_the_meeting_fills_it() -> None:
    few = kind_of("faser", [(SHORT,)] * 3)
    assert "Plads til noter" in text_of(filled(few, 3, moede_tema=""))
    assert "Plads til noter" not in text_of(filled(few, 3, moede_tema="Et langt tema. " * 20))
    assert "Plads til noter" not in text_of(filled(kind_of("kort", SIX), 3))


def test_more_people_than_there_are_lines_for_stand_one_after_another() -> None:
    kind = kind_of("diamant", TALK)
    listed = arranged(kind).listed
    assert listed < 9
    few, many = (text_of(filled(kind, people)) for people in (listed, listed + 1))
    assert "Anna Sørensen, beboer\n" in few
    assert "Anna Sørensen, beboer; Mette Holm, kontaktperson fra enheden; " in many


def test_very_many_people_stand_by_name_alone_and_the_agenda_stays_one_page(tmp_path: Path) -> None:
    kind = kind_of("diamant", TALK)
    data = filled(kind, 10, moede_tema="Flere timer i gartneriet", moede_link="https://moede.example/m001")
    assert "Anna Sørensen, Mette Holm, Jens Bach, Karen Lund (mødeleder)" in text_of(data)
    path = tmp_path / "dagsorden.docx"
    path.write_bytes(data)
    assert [page_count(pdf) for pdf in converted([path], "pdf", tmp_path / "pdf")] == [1]


def test_the_goal_stands_among_the_facts_of_types_that_ask_for_one() -> None:
    asks, other = (text_of(filled(kind_of("faser", TEAM, rules=rules), 3)) for rules in ((Rule.GOAL,), ()))
    assert "Gartner på deltid" in asks
    assert "Gartner på deltid" not in other


def test_the_standing_meeting_is_among_the_facts_of_group_meetings() -> None:
    group, other = (text_of(filled(kind_of("kort", SIX, about_resident=about), 3)) for about in (False, True))
    assert "Personalemøde" in group
    assert "Personalemøde" not in other


def test_a_blank_goal_leaves_no_label_behind() -> None:
    text = text_of(filled(kind_of("faser", TEAM, rules=(Rule.GOAL,)), 3, moede_tema=""))
    assert "Forslag til tema" not in text


OPEN = [
    {"tekst": "Prøve to formiddage i drivhuset", "ansvarlig": "Bo Eksempel", "frist": "3. marts 2026"},
    {"tekst": "Spørge gartneriet", "ansvarlig": "Mona Mønster", "frist": "12. januar 2026"},
    {"tekst": "Finde en stille krog til pausen", "ansvarlig": "", "frist": ""},
]


def still_open(kind: MeetingType, count: int) -> bytes:
    """The agenda with so many open decisions, the second of which is late."""
    values = context(rule(kind, "dagsorden"))
    values["faser"] = {phase.key: {"tid": "kl. 10.10"} for phase in kind.phases}
    values["aftaler"] = [one | {"over_frist": at == 1} for at, one in enumerate((OPEN * count)[:count])]
    return Template.compile(save(agenda(kind, rule(kind, "dagsorden"))), "dagsorden").render(values)


def looking_back(*titles: str) -> MeetingType:
    """A type without a figure whose phases have these titles."""
    kind = kind_of("faser", [(USUAL,)] * len(titles), figure="")
    phases = [replace(one, title=title) for one, title in zip(kind.phases, titles, strict=True)]
    return replace(kind, phases=tuple(phases))


def headings(data: bytes) -> list[str]:
    """The headings of a document without the times beside them."""
    lines = [line.strip() for line in text_of(data).splitlines()]
    return [
        line.removeprefix("(Heading2) ").split("\t")[0] for line in lines if line.startswith("(Heading2)")
    ]


def test_what_is_still_open_stands_before_the_points_and_says_when_it_is_late() -> None:
    data = still_open(looking_back("Nu", "Snart"), 3)
    first, *points = headings(data)
    assert first.startswith("Siden sidst")
    assert points == ["1. Nu", "2. Snart"]
    text = text_of(data)
    assert "(Tabeltekst) Fristen var 12. januar 2026. Skal vi finde en ny?" in text
    assert "Fristen var 3. marts 2026" not in text


def test_a_point_of_that_name_has_it_and_there_is_no_second_heading() -> None:
    data = still_open(looking_back("Siden sidst", "Snart"), 2)
    assert headings(data) == ["1. Siden sidst", "2. Snart"]
    text = text_of(data)
    assert text.index("1. Siden sidst") < text.index("Spørge gartneriet") < text.index("2. Snart")


def test_where_a_drawn_step_has_that_name_the_block_has_another() -> None:
    kind = kind_of("faser", [(USUAL,)] * 3)
    first, *others = kind.phases
    kind = replace(kind, phases=(replace(first, title="Siden sidst"), *others))
    assert headings(still_open(kind, 1))[-1].startswith("Aftaler fra sidst")


def test_with_nothing_open_the_agenda_says_nothing_of_it() -> None:
    for kind in (looking_back("Nu", "Snart"), looking_back("Siden sidst", "Snart"), kind_of("kort", SIX)):
        text = text_of(still_open(kind, 0))
        assert "Ansvarlig" not in text
        assert "krydset af" not in text


def test_an_agenda_with_room_stays_one_page_with_three(tmp_path: Path) -> None:
    cases = {"points": looking_back("Siden sidst", "Nu", "Snart"), "steps": kind_of("faser", [(USUAL,)] * 3)}
    for name, kind in cases.items():
        (tmp_path / f"{name}.docx").write_bytes(still_open(kind, 3))
    pdfs = converted([tmp_path / f"{name}.docx" for name in cases], "pdf", tmp_path / "pdf")
    assert {pdf.stem: page_count(pdf) for pdf in pdfs} == dict.fromkeys(cases, 1)


def pages_of(folder: Path, kind: MeetingType, count: int) -> list[str]:
    """What each page of the agenda says, printed, with so many open decisions."""
    file = folder / "dagsorden.docx"
    file.write_bytes(still_open(kind, count))
    (pdf,) = converted([file], "pdf", folder / "pdf")
    return [" ".join(word for word, _ in page) for page in words_at(pdf)]


def test_what_is_still_open_is_never_divided_by_the_end_of_the_page(tmp_path: Path) -> None:
    first, second = pages_of(tmp_path, kind_of("kort", SIX), 6)
    assert "krydset af" not in first
    assert "krydset af" in second
    assert second.count("Spørge gartneriet") == 2


def test_lines_to_write_on_do_not_stand_on_a_page_without_their_point(tmp_path: Path) -> None:
    kind = looking_back("Siden sidst", "Nu", "Snart")
    files = {tmp_path / f"{count}.docx": still_open(kind, count) for count in range(6, 18)}
    for file, data in files.items():
        file.write_bytes(data)
    for pdf in converted(list(files), "pdf", tmp_path / "pdf"):
        *_, last = words_at(pdf)
        assert "Snart" in " ".join(word for word, _ in last), pdf.stem
