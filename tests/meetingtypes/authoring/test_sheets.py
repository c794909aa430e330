"""Sheets, programme, guide, the plan for the wall, the letter to the GP: what they say, and their fields."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.documents.template import Template
from docgen.findings import Finding, Place
from docgen.meetingtypes.authoring.fields import LONGEST_NAME
from docgen.meetingtypes.form import Section
from docgen.meetingtypes.formreader import read_sheets
from docgen.meetingtypes.table import Table
from tests.docx_text import W, names, story, text_of
from tests.judges import complaints, converted, page_count, words_at
from tests.meetingtypes.authoring.sheets import GOAL, PHASES, QUESTION, RULES, filled, template
from tests.meetingtypes.samples import THEME

SHEETS = ("ark", "ark_letlaest")
every_layout = pytest.mark.parametrize("layout", RULES)
every_sheet = pytest.mark.parametrize("layout", SHEETS)


def read(layout: str, *sections: Section, meetings: int = 3, **changes: object) -> str:
    return text_of(filled(layout, *sections, meetings=meetings, **changes)).replace("~", " ")


def sizes(layout: str, style: str) -> list[str]:
    """The size of a style, in half points."""
    styles = story(template(layout), "word/styles.xml").iter(f"{W}style")
    found = next(one for one in styles if one.get(f"{W}styleId") == style)
    return [size.get(f"{W}val", "") for size in found.iterfind(f"{W}rPr/{W}sz")]


@every_layout
def test_fields_tell_themselves_apart_and_word_takes_their_names(layout: str) -> None:
    root = story(filled(layout))
    for what in ("tag", "alias", "id"):
        found = names(root, what)
        assert [name for name, count in Counter(found).items() if count > 1] == []
        assert [name for name in found if not 0 < len(name) <= LONGEST_NAME] == []


@every_layout
def test_the_title_is_the_first_heading_and_no_level_is_skipped(layout: str) -> None:
    text = read(layout)
    levels = [int(level) for level in re.findall(r"\(Heading(\d)\)", text)]
    assert levels[0] == 1
    assert set(levels[1:]) <= {2}
    assert f"(Heading1) {RULES[layout].title}\n" in text


@every_layout
def test_tables_have_a_title_and_rows_that_stay_whole(layout: str) -> None:
    for table in story(filled(layout)).iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        assert [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}cantSplit") is None] == []


@every_layout
def test_no_two_tables_touch(layout: str) -> None:
    body = story(filled(layout)).find(f"{W}body")
    assert body is not None
    pairs = pairwise(child.tag for child in body)
    assert [after for before, after in pairs if before == f"{W}tbl" and after != f"{W}p"] == []


@every_layout
def test_microsofts_validator_has_nothing_to_object_to(layout: str, tmp_path: Path) -> None:
    path = tmp_path / "papir.docx"
    path.write_bytes(filled(layout))
    assert complaints(path) == []


@every_layout
def test_the_same_definition_gives_the_same_bytes(layout: str) -> None:
    assert template(layout) == template(layout)


# Sheets


@every_sheet
def test_a_sheet_says_whom_it_is_about_and_when_and_where(layout: str) -> None:
    text = read(layout)
    assert "Anna Sørensen · Tirsdag den 3. februar 2026 kl. 10.00–11.00" in text
    assert "Mødelokale 2, Parkvænget" in text
    assert "\n(Lille) Tirsdag den 3. februar 2026 kl. 10.00–11.00\n" in read(
        "ark", Section("Et"), beboer_navn="", moede_sted=""
    )


@every_sheet
def test_a_sheet_holds_its_sections_in_their_order(layout: str) -> None:
    root = story(filled(layout))
    assert names(root, "tag") == [
        "ark.5.kryds.1",
        "ark.5.kryds.2",
        "ark.5.svar.1",
        "ark.5.svar.2",
        "ark.6.kryds.1",
        "ark.6.kryds.2",
        "ark.6.note",
        "ark.7.kryds.1",
        "ark.7.note",
    ]
    text = read(layout)
    said = ("Arket bliver ikke", "Hvad er et", "Du laver", "Ret til", "Sanne begyndte", GOAL, "Det siger jeg")
    places = [text.index(words) for words in (*said, QUESTION, "1. Tal tidligt", "2. Helbred")]
    assert places == sorted(places)
    assert text.count("Skriv her") == 4


@every_sheet
def test_a_section_without_its_condition_leaves_no_trace(layout: str) -> None:
    text = read(layout, beboer_maal="")
    assert [words for words in ("Dit mål", "I planen", "2. Helbred", "Med samtykke") if words in text] == []
    assert names(story(filled(layout, beboer_maal="")), "tag")[-1] == "ark.6.note"


def test_names_of_fields_are_the_words_beside_them_without_tags() -> None:
    aliases = names(story(filled("ark")), "alias")
    assert aliases[:2] == ["Selv", "… får hjælp"]
    assert aliases[2] == "Hvad er vigtigst for dig, at de andre ved om dig, inden I samme…"
    assert aliases[3] == "Hvad er vigtigst for dig, at de andre ved om dig, inden I s… (2)"
    assert aliases[-2:] == ["Selv (2)", "Note og dato: 2. Helbred"]


def test_sections_with_notes_share_a_table_with_a_header() -> None:
    tables = list(story(filled("ark")).iter(f"{W}tbl"))
    rows = tables[-1].iterfind(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]


def test_the_questions_of_a_section_with_notes_are_answered_there() -> None:
    root = story(filled("ark", Section("1. Helbred", questions=("Hvad er aftalt?",), notes=True)))
    assert names(root, "tag") == ["ark.1.note"]
    assert "Hvad er aftalt?" in [text.text for text in next(root.iter(f"{W}tbl")).iter(f"{W}t")]


def test_a_sheet_is_read_from_its_definition() -> None:
    findings: list[Finding] = []
    entry = {
        "overskrift": "1. Helbred",
        "kryds": ["Afklaret"],
        "plads": 16,
        "noter": True,
        "naar": "beboer.maal",
    }
    table = Table({"tjekliste": [entry, {"tekst": ["Pas på."], "ramme": True}]}, Place(), findings)
    assert read_sheets(table) == {
        "tjekliste": (
            Section("1. Helbred", ticks=("Afklaret",), room=16, notes=True, condition="beboer.maal"),
            Section(texts=("Pas på.",), framed=True),
        )
    }
    assert findings == []


def test_there_is_room_to_write_as_the_section_says() -> None:
    def heights(*sections: Section) -> list[str]:
        return [height.get(f"{W}val", "") for height in story(filled("ark", *sections)).iter(f"{W}trHeight")]

    assert heights(Section("Et", questions=("Hvad?",), room=40)) == ["2268"]
    assert heights(Section("Et", ticks=("Gjort",), room=20, notes=True)) == ["1134"]


def test_a_frame_without_a_heading_is_a_warning() -> None:
    cell = next(story(filled("ark")).iter(f"{W}tc"))
    assert cell.find(f"{W}p/{W}r/{W}rPr/{W}b") is not None


def test_the_easy_read_sheet_is_larger_and_divides_no_word() -> None:
    assert sizes("ark_letlaest", "Normal") == ["28"]
    assert sizes("ark_letlaest", "Heading2") > sizes("ark", "Heading2")
    styles = story(template("ark_letlaest"), "word/styles.xml")
    assert styles.find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}suppressAutoHyphens") is not None


def test_nine_elements_with_two_ticks_each_fit_one_page(tmp_path: Path) -> None:
    ticks = ("Arket er givet og talt igennem.", "Spørgsmål er afklaret, og alle har fået besked.")
    elements = [
        Section(f"{number}. En hurtig start", ticks=ticks, room=16, notes=True) for number in range(1, 10)
    ]
    intro = Section(texts=("Sæt kryds, når det er gjort, og skriv det, du skal huske.",))
    path = tmp_path / "tjekliste.docx"
    path.write_bytes(filled("ark", intro, *elements))
    (pdf,) = converted([path], "pdf", tmp_path / "pdf")
    assert page_count(pdf) == 1


# Programme and guide


def test_the_programme_gives_each_part_its_time_and_what_it_is_about() -> None:
    table = read("program").split("(Heading2) Dagens program · halv dag")[1]
    assert re.findall(r"\(Tabeltekst\) (.+)", table) == [
        *("kl. 9.00–9.15", "Velkomst", "Vi siger velkommen."),
        *("kl. 9.15–10.15", "Resultater", "Vi ser på tal."),
        *("kl. 10.15–10.30", "Frokost"),
        *("kl. 10.30–11.15", "Aftaler"),
    ]


def test_breaks_are_tinted_like_the_titles_of_the_columns() -> None:
    rows = [
        row
        for row in story(filled("program")).iter(f"{W}tr")
        if row.find(f"{W}tc/{W}tcPr/{W}shd") is not None
    ]
    assert [text.text for row in rows for text in row.iter(f"{W}t")] == ["kl. 10.15–10.30", "Frokost"]


def test_the_programme_draws_the_path_through_the_day() -> None:
    assert "<drawing: Mødets gang vist som en sti" in read("program")


def test_the_programme_names_everybody_on_one_line_and_asks_nothing() -> None:
    text = read("program")
    assert "Anna Sørensen, Mette Holm, Jens Bach, Karen Lund (mødeleder), Ole Sørensen\n" in text
    assert [prompt for phase in PHASES for prompt in phase.prompts if prompt in text] == []


def test_the_guide_says_first_that_it_is_the_facilitators_own() -> None:
    assert read("guide").split("=== document\n")[1].startswith("Kun til mødelederen.")


def test_the_guide_has_a_box_for_each_prompt_and_notes_for_each_phase() -> None:
    assert names(story(filled("guide")), "tag") == [
        "guide.velkomst.noter",
        "guide.resultater.1",
        "guide.resultater.2",
        "guide.resultater.noter",
        "guide.aftaler.1",
        "guide.aftaler.noter",
    ]
    assert "[guide.resultater.1 | Hvem møder vi? sdtLocked: ☐]\tHvem møder vi?" in read("guide")
    assert "(Heading2) Resultater\tkl. 9.15–10.15" in read("guide")


# The plan for the wall


@pytest.mark.parametrize(("meetings", "pages"), [(1, 1), (6, 1), (10, 1), (14, 1), (15, 1), (26, 1), (40, 2)])
def test_a_year_of_meetings_a_fortnight_apart_fits_one_page(
    meetings: int, pages: int, tmp_path: Path
) -> None:
    path = tmp_path / "moedeplan.docx"
    path.write_bytes(filled("moedeplan", meetings=meetings))
    (pdf,) = converted([path], "pdf", tmp_path / "pdf")
    assert page_count(pdf) == pages


@pytest.mark.parametrize(
    ("meetings", "points"), [(6, 18), (7, 15), (10, 15), (11, 14), (14, 14), (15, 11), (26, 11)]
)
def test_the_fewer_meetings_the_larger_the_type(meetings: int, points: int) -> None:
    root = story(filled("moedeplan", meetings=meetings))
    days = [run for run in root.iter(f"{W}r") if (run.findtext(f"{W}t") or "").startswith("Onsdag")]
    found = {run.find(f"{W}rPr/{W}sz").get(f"{W}val") for run in days}  # type: ignore[union-attr]
    assert len(days) == meetings
    assert found == {str(2 * points)}


def test_where_there_are_many_each_stands_on_a_line_and_only_what_is_unlike_the_rest_is_named() -> None:
    text = read("moedeplan", meetings=15)
    for number in range(1, 16):
        assert f"Onsdag den {number}. september 2026" in text
    assert text.count("kl. 10.00–10.45") == 15
    assert text.count("Mødelokale 2, Parkvænget") == 15
    assert text.count("Gennemgang, Mødelokale 2") == 1
    assert "Opfølgning på ressourceforløb," not in text


def test_the_plan_says_whose_it_is_what_happens_where_and_whom_to_call() -> None:
    text = read("moedeplan", meetings=2)
    for words in (
        "Anna Sørensen",
        "den 2. september 2026",
        "kl. 10.00–10.45",
        "45 minutter",
        "Gennemgang",
        "Opfølgning på ressourceforløb",
        "Mødelokale 2, Parkvænget",
        "Bliver en dato ændret, får du en ny plan.",
        "Ring til Karen Lund på telefon 87 12 34 57.",
        "Planen er lavet 19. januar 2026.",
    ):
        assert words in text
    assert "onsdag den" not in text  # the weekday stands above the date


# The letter to the GP


def test_the_gp_is_told_of_the_consent_and_not_asked_to_come() -> None:
    text = read("brev_laege")
    assert "Kære Ida Kjær\n" in text
    assert "Anna Sørensen har sagt ja til" in text
    assert "mødet tirsdag den 3. februar 2026" in text
    assert "ikke bedt om at deltage" in text
    assert "87 12 34 57" in text


def test_the_gp_is_told_nothing_that_was_said() -> None:
    text = read("brev_laege", moede_anledning="Højt sygefravær")
    assert [words for words in (THEME, GOAL, "sygefravær", "Mette Holm", "10.00") if words in text] == []


def test_its_date_is_filled_in_when_it_is_sent() -> None:
    text = read("brev_laege")
    assert "19. januar" not in text
    assert "(Brevdato) [brev.dato | Brevets dato sdtLocked: Vælg dato]\n" in text
    [dated] = [
        paragraph
        for paragraph in story(filled("brev_laege")).iter(f"{W}p")
        if paragraph.find(f"{W}sdt/{W}sdtPr/{W}date") is not None
    ]
    assert dated.find(f"{W}pPr/{W}framePr") is not None  # under the sender, as in other letters


def test_a_section_and_the_box_of_its_first_question_stay_together(tmp_path: Path) -> None:
    asking = Section(
        "Afsnittet", texts=("Først et par ord.", "Ordene slut."), questions=("Hvad nu?",), room=46
    )
    files = []
    for lines in range(12, 26):
        files.append(tmp_path / f"{lines}.docx")
        files[-1].write_bytes(filled("ark", Section("Fyld", texts=("Fyld.",) * lines), asking))
    pages = [words_at(pdf) for pdf in converted(files, "pdf", tmp_path / "pdf")]
    assert {len(each) for each in pages} == {1, 2}
    for each in pages:
        held = [{word for word, _ in page} & {"Afsnittet", "slut.", "nu?", "her"} for page in each]
        assert {"Afsnittet", "slut.", "nu?", "her"} in held


def test_what_is_enclosed_is_ticked() -> None:
    text = read("brev_laege")
    assert "[bilag.1 | Indstilling sdtLocked: ☐]\tIndstilling" in text
    assert "[bilag.2 | Plan sdtLocked: ☐]\tPlan" in text


def test_templates_that_libreoffice_has_saved_can_still_be_filled(tmp_path: Path) -> None:
    files = []
    for layout in RULES:
        files.append(tmp_path / f"{layout}.docx")
        files[-1].write_bytes(template(layout))
    for saved in converted(files, "docx", tmp_path / "saved"):
        Template.compile(saved.read_bytes(), saved.name)
