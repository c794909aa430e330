"""The invitations, filled for invented people: what they say, leave out, and look like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from docgen.danish import lix
from docgen.documents.readability import readability, running_text
from docgen.documents.template import Template
from docgen.meetingtypes.authoring.frames import ADDRESS, SENDER, WINDOW
from docgen.meetingtypes.authoring.make import make
from tests.docx_text import W, story, text_of
from tests.judges import converted, page_count, words_at
from tests.meetingtypes.samples import THEME, context, rule, shipped

LETTERS = ("brev", "brev_letlaest", "brev_medarbejder", "brev_paaroerende")
TYPES = ("dialogmoede", "opfoelgningsmoede")
every_letter = pytest.mark.parametrize("layout", LETTERS)
every_type = pytest.mark.parametrize("name", TYPES)
_MADE = {name: make(shipped(name)) for name in TYPES}
_BARE = {
    "moede_tema": "",
    "moede_praktisk": "",
    "institution_adresse": "",
    "institution_by": "",
    "institution_adresselinje": "",
    "institution_telefon": "",
    "institution_afsender_titel": "",
    "kontakt_email": "",
}


_MOVED = {
    "brev_erstatter": "12. januar 2026",
    "brev_flyttet_fra": "tirsdag den 27. januar 2026 kl. 13.00–14.00",
    "brev_sted_foer": "Fællesstuen",
}
"""What a letter says of the earlier one when the meeting has been moved to another day and another place."""


@every_letter
def test_the_facts_have_a_title_and_columns_that_add_up(layout: str) -> None:
    (table,) = story(filled(layout)).iter(f"{W}tbl")
    caption, whole = table.find(f"{W}tblPr/{W}tblCaption"), table.find(f"{W}tblPr/{W}tblW")
    assert caption is not None
    assert whole is not None
    assert caption.get(f"{W}val") == "Hvornår, hvor og hvem"
    widths = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
    assert abs(sum(widths) - int(whole.get(f"{W}w", ""))) <= 1


def filled(layout: str, name: str = "opfoelgningsmoede", **changes: object) -> bytes:
    document = rule(shipped(name), layout)
    template = Template.compile(_MADE[name][document.file], document.file)
    return template.render(context(document, **changes))


def read(layout: str, name: str = "opfoelgningsmoede", **changes: object) -> str:
    """The letter's words a line a paragraph, without style names and cell marks."""
    text = text_of(filled(layout, name, **changes)).replace("~", " ")
    return re.sub(r"^ *(\([A-Za-z]+\d?\) ?)?", "", text, flags=re.MULTILINE)


def letter_only(text: str) -> str:
    """From the heading to the signature: without address, header and footer, and cell marks."""
    body = text[text.index("19. januar 2026\n") : text.index("=== footer")]
    return "\n".join(line for line in body.splitlines()[1:] if not line.startswith("<"))


def said(element: etree._Element) -> str:
    """The words within an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def prose_only(layout: str, name: str) -> str:
    """The running text alone: no heading, no table, no greeting, no name."""
    body = story(filled(layout, name)).find(f"{W}body")
    assert body is not None
    paragraphs = [
        said(paragraph)
        for paragraph in body.iterchildren(f"{W}p")
        if (style := paragraph.find(f"{W}pPr/{W}pStyle")) is None
        or style.get(f"{W}val") in ("Letlaest", "Afslutning")
    ]
    return "\n".join(paragraph for paragraph in paragraphs if not paragraph.startswith("Kære"))


@every_type
@every_letter
def test_a_letter_says_who_what_when_where_and_whom_to_call(layout: str, name: str) -> None:
    text = read(layout, name)
    for fact in (
        "19. januar 2026",
        "Tirsdag den 3. februar 2026",
        "kl. 10.00–11.00",
        "1 time",
        "Mødelokale 2, Parkvænget",
        "Elevatoren er til højre for indgangen.",
        "Dig selv",
        "Karen Lund, udviklingsleder",
        "senest tirsdag den 27. januar 2026",
        "anden tid",
        "87 12 34 57",
        "Venlig hilsen\nKaren Lund\nUdviklingsleder",
    ):
        assert fact in text


@every_letter
def test_the_receiver_is_greeted_by_first_name_and_not_listed_among_the_others(layout: str) -> None:
    text = read(layout)
    receiver = context(rule(shipped(), layout))["modtager"]
    assert f"Kære {receiver['fornavn']}\n" in text
    assert receiver["beskrivelse"] not in text


@every_letter
def test_the_theme_stands_as_a_proposal_in_the_residents_letter_alone(layout: str) -> None:
    assert (THEME in read(layout)) is (layout in ("brev", "brev_letlaest"))
    assert "Forslag" not in read("brev", moede_tema="")


@every_letter
def test_after_the_deadline_one_is_asked_to_ring(layout: str) -> None:
    text = read(layout, brev_svarfrist_overskredet=True)
    assert "27. januar" not in text
    assert "ring" in text.casefold()
    assert "87 12 34 57" in text


@every_letter
def test_but_not_where_nobody_has_a_telephone(layout: str) -> None:
    text = letter_only(read(layout, brev_svarfrist_overskredet=True, kontakt_telefon=""))
    asked = text[text.index("Kan du ikke komme?") :]
    assert "ring" not in asked.casefold().replace("ring også gerne", "")
    assert "karen.lund@parkvaenget.example" in asked


def test_a_relative_is_told_that_the_resident_agreed() -> None:
    assert "Anna Sørensen har sagt ja til, at du bliver inviteret" in read("brev_paaroerende")


def test_staff_are_told_what_to_be_ready_with() -> None:
    text = read("brev_medarbejder")
    assert "opfølgningsmøde med Anna Sørensen" in text
    assert "Vær klar til\nat fortælle kort" in text
    assert text.index("Vær klar til") < text.index("bliver skrevet ned") < text.index("Kan du ikke komme?")
    assert "Du leder" not in text


@every_type
def test_the_one_who_leads_is_told_what_lies_ready_and_not_to_ring_anybody(name: str) -> None:
    text = letter_only(read("brev_medarbejder", name, modtager_leder_moedet=True, modtager_navn="Karen Lund"))
    assert "Du leder" in text
    assert ("Dagsorden, noteark og referat" in text) is (name == "opfoelgningsmoede")
    assert "ligger klar i mødets mappe" in text
    assert [word for word in ("inviterer", "Vær klar", "Kan du ikke komme", "87 12") if word in text] == []
    assert "Venlig hilsen\nParkvænget\n" in text + "\n"  # nobody writes to themself


@pytest.mark.parametrize("layout", [layout for layout in LETTERS if layout != "brev_letlaest"])
def test_telephone_and_e_mail_have_a_line_each(layout: str) -> None:
    assert "\nTelefon\t87 12 34 57\nE-mail\tkaren.lund@parkvaenget.example\n" in read(layout)
    assert "E-mail" not in read(layout, kontakt_email="")


def test_the_online_place_stands_there_when_there_is_one() -> None:
    assert "Online" not in read("brev")
    assert "https://moede.example/1" in read("brev", moede_link="https://moede.example/1")
    assert "https://moede.example/1" in read("brev_letlaest", moede_link="https://moede.example/1")


@every_type
@every_letter
def test_where_nothing_is_known_no_empty_line_is_left(layout: str, name: str) -> None:
    body = story(filled(layout, name, **_BARE)).find(f"{W}body")
    assert body is not None
    assert [p for p in body.iter(f"{W}p") if not said(p).strip()] == []
    assert not [t for t in body.iter(f"{W}tr") if not said(t).strip()]
    assert " ,\n" not in read(layout, name, **_BARE)


@every_letter
def test_every_paragraph_has_a_heading_above_it_and_no_level_is_jumped(layout: str) -> None:
    names = re.findall(r"\((Heading\d|Spoergsmaal)\)", text_of(filled(layout)))
    levels = [2 if name == "Spoergsmaal" else int(name[-1]) for name in names]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert set(levels) == {1, 2}


@every_type
@pytest.mark.parametrize(("layout", "most"), [("brev", 34), ("brev_letlaest", 24)])
def test_a_residents_letter_is_easy_to_read(layout: str, name: str, most: int) -> None:
    document = rule(shipped(name), layout)
    data, prose = filled(layout, name), prose_only(layout, name)
    whole = readability(data, document, document.file)
    assert "\nKære Anna\n" in running_text(data, document.file)
    assert "invitere" in prose or "Vi vil gerne" in prose
    assert whole.limit == most
    assert whole.is_easy_enough  # a line of the table counts as a sentence
    assert lix(prose) <= most  # and without the table's short lines


def test_the_easy_read_letter_is_larger_and_says_one_thing_at_a_time() -> None:
    large = story(filled("brev_letlaest"), "word/styles.xml")
    size = large.find(f"{W}style[@{W}styleId='Normal']/{W}rPr/{W}sz")
    assert size is not None
    assert size.get(f"{W}val") == "28"  # half-points
    sentences = re.split(r"[.?!]\s", prose_only("brev_letlaest", "opfoelgningsmoede"))
    assert max(len(sentence.split()) for sentence in sentences) <= 12


@every_letter
def test_the_address_stands_in_the_envelopes_window_and_the_sender_outside(layout: str) -> None:
    frames = {
        said(p): p.find(f"{W}pPr/{W}framePr")
        for p in story(filled(layout)).iter(f"{W}p")
        if p.find(f"{W}pPr/{W}framePr") is not None
    }
    city = frames["8000 Aarhus C"]
    assert city is not None
    assert (city.get(f"{W}hAnchor"), city.get(f"{W}vAnchor")) == ("page", "page")
    assert abs(int(city.get(f"{W}x", "")) * 635 - ADDRESS.left) < 635  # a twip
    assert abs(int(city.get(f"{W}y", "")) * 635 - ADDRESS.top) < 635
    assert WINDOW.left <= ADDRESS.left
    assert ADDRESS.left + ADDRESS.width <= WINDOW.left + WINDOW.width
    assert WINDOW.top <= ADDRESS.top
    assert ADDRESS.top + ADDRESS.height <= WINDOW.top + WINDOW.height
    assert WINDOW.left + WINDOW.width < SENDER.left


# Letters that change what an earlier one said


@every_letter
def test_a_first_letter_says_nothing_of_an_earlier_one(layout: str) -> None:
    text = read(layout).casefold()
    assert [word for word in ("i stedet for", "flyttet", "nyt brev") if word in text] == []


@every_letter
def test_a_letter_about_a_moved_meeting_says_first_of_all_which_letter_it_replaces(layout: str) -> None:
    text = letter_only(read(layout, **_MOVED))
    greeting = text.index("Kære ")
    assert greeting < text.index("12. januar 2026") < text.index("Hvornår")
    assert "tirsdag den 27. januar 2026 kl. 13.00–14.00" in text
    assert "tirsdag den 3. februar 2026 kl. 10.00–11.00" in text
    assert "før" in text.casefold()
    assert "Fællesstuen" in text


@every_letter
def test_where_only_the_place_is_another_the_time_is_not_said_to_be(layout: str) -> None:
    text = read(layout, **{**_MOVED, "brev_flyttet_fra": ""})
    assert "Fællesstuen" in text
    assert "flyttet" not in text


@every_letter
def test_where_neither_time_nor_place_is_another_it_says_no_more_than_which_letter(layout: str) -> None:
    text = read(layout, brev_erstatter="12. januar 2026")
    assert "12. januar 2026" in text
    assert [word for word in ("flyttet", "før var") if word in text] == []


@pytest.mark.parametrize("name", TYPES)
@every_letter
def test_the_earlier_letter_leaves_no_empty_line(layout: str, name: str) -> None:
    body = story(filled(layout, name, **_MOVED)).find(f"{W}body")
    assert body is not None
    assert [p for p in body.iter(f"{W}p") if not said(p).strip()] == []


@every_type
@pytest.mark.parametrize("layout", ["brev", "brev_letlaest"])
def test_a_residents_letter_about_a_moved_meeting_is_easy_to_read_too(layout: str, name: str) -> None:
    document = rule(shipped(name), layout)
    assert readability(filled(layout, name, **_MOVED), document, document.file).is_easy_enough


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All letters as PDF by LibreOffice: with ordinary values, and with very long ones."""
    folder = tmp_path_factory.mktemp("letters")
    long = {
        "moede_tema": (THEME + " ") * 3,
        "moede_praktisk": "Bus 2A holder lige ved hoveddøren. " * 6,
        "moede_link": "https://moede.example/" + "a" * 60,
        "institution_navn": "Bo- og beskæftigelsestilbuddet Parkvænget i Aarhus Kommune",
    }
    files = []
    for name in TYPES:
        for layout in LETTERS:
            for variant, changes in (("ordinary", {}), ("moved", _MOVED), ("long", long | _MOVED)):
                files.append(folder / f"{name}-{layout}-{variant}.docx")
                files[-1].write_bytes(filled(layout, name, **changes))
    return {pdf.stem: pdf for pdf in converted(files, "pdf", folder / "pdf")}


@every_letter
def test_how_to_say_no_stands_on_the_page_of_the_signature(layout: str, tmp_path: Path) -> None:
    files = []
    for lines in range(12):
        files.append(tmp_path / f"{lines:02}.docx")
        files[-1].write_bytes(
            filled(layout, moede_praktisk=" ".join(["Bus 2A holder lige ved døren."] * 3 * lines))
        )
    pages = [words_at(pdf) for pdf in converted(files, "pdf", tmp_path / "pdf")]
    assert {len(each) for each in pages} == {1, 2}
    for *_, last in pages:
        said = [word for word, _ in last]
        assert {"Kan", "komme?", "87", "hilsen", "Udviklingsleder"} <= set(said)


@every_type
@every_letter
def test_a_letter_fits_one_page_and_two_when_much_is_to_be_said(
    printed: dict[str, Path], layout: str, name: str
) -> None:
    assert page_count(printed[f"{name}-{layout}-ordinary"]) == 1
    assert page_count(printed[f"{name}-{layout}-moved"]) <= 2
    assert page_count(printed[f"{name}-{layout}-long"]) <= 2


@every_letter
def test_five_lines_of_address_are_printed_inside_the_window(printed: dict[str, Path], layout: str) -> None:
    boxes, *_ = words_at(printed[f"opfoelgningsmoede-{layout}-ordinary"])
    inside = [
        word
        for word, (left, top, right, bottom) in boxes
        if left >= 15 and top >= 44 and right <= 105 and bottom <= 76
    ]
    receiver = context(rule(shipped(), layout))["modtager"]
    assert " ".join(inside) == " ".join(receiver["adresselinjer"])
