"""The page that all documents share: paper, type, language, header, footer, and what it tells machines."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from docx.document import Document
from lxml import etree

from docgen.meetingtypes.authoring.logo import NAME as LOGO
from docgen.meetingtypes.authoring.page import (
    ACCENT,
    LINE,
    QUIET,
    TINT,
    custom_properties,
    new_document,
    save,
)
from tests.contrast import contrast
from tests.docx_text import WP, W, parts, story, text_of
from tests.judges import complaints

WORDS = {"side.sidefod": "{{ institution.navn }}", "side.sidetal": "side {page} af {pages}"}
MM = 1440 / 25.4  # twips


@pytest.fixture
def document() -> Document:
    document = new_document(WORDS)
    document.add_paragraph("Prøve", style="heading 1")
    return document


@pytest.fixture
def styles(document: Document) -> etree._Element:
    return story(save(document), "word/styles.xml")


def measure(element: etree._Element, name: str) -> float:
    """An attribute of w: in millimetres."""
    return int(element.get(f"{W}{name}", "")) / MM


def test_the_paper_is_a4_and_the_text_is_clear_of_its_edges(document: Document) -> None:
    section = story(save(document))
    size = section.find(f".//{W}pgSz")
    margins = section.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    assert (round(measure(size, "w")), round(measure(size, "h"))) == (210, 297)
    for side in ("left", "right", "top", "bottom"):
        assert measure(margins, side) >= 20


def test_there_is_one_family_of_type(document: Document) -> None:
    members = parts(save(document))
    faces = {
        face for blob in members.values() for face in re.findall(rb'w:(?:ascii|hAnsi|cs)="([^"]+)"', blob)
    }
    assert faces == {b"Calibri"}


def test_every_colour_of_type_can_be_read_on_white_and_on_the_tint(styles: etree._Element) -> None:
    colours = {found.get(f"{W}val", "") for found in styles.iter(f"{W}color")}
    assert {ACCENT, QUIET} <= colours
    for colour in colours:
        assert contrast(colour, "FFFFFF") >= 4.5
        assert contrast(colour, TINT) >= 4.5


def test_lines_are_no_type_and_may_be_pale(styles: etree._Element) -> None:
    borders = {found.get(f"{W}color") for part in styles.iter(f"{W}tblBorders") for found in part}
    assert borders == {ACCENT, LINE}


def test_the_language_is_danish_all_through(document: Document, styles: etree._Element) -> None:
    languages = {found.get(f"{W}val") for found in styles.iter(f"{W}lang")}
    assert languages == {"da-DK"}
    members = parts(save(document))
    assert b"<dc:language>da-DK</dc:language>" in members["docProps/core.xml"]
    assert b'w:themeFontLang w:val="da-DK"' in members["word/settings.xml"]
    assert b"en-US" not in b"".join(members.values())


def test_headings_stay_with_what_they_head_and_lose_no_line(styles: etree._Element) -> None:
    for name, level in (("Heading1", "0"), ("Heading2", "1"), ("Heading3", "2")):
        style = styles.find(f"{W}style[@{W}styleId='{name}']")
        assert style is not None
        assert style.find(f"{W}pPr/{W}keepNext") is not None
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        assert outline is not None
        assert outline.get(f"{W}val") == level
    normal = styles.find(f"{W}style[@{W}styleId='Normal']")
    assert normal is not None
    assert normal.find(f"{W}pPr/{W}widowControl") is not None


def test_every_style_stands_on_one_that_exists(styles: etree._Element) -> None:
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for tag in ("basedOn", "next"):
        assert {found.get(f"{W}val") for found in styles.iter(f"{W}{tag}")} <= known


def test_header_and_footer_say_who_and_which_page(document: Document) -> None:
    text = text_of(save(document))
    assert "(Header) {{ institution.navn }}" in text
    assert "(Footer) {{ institution.navn }}\tside {PAGE}1 af {NUMPAGES}1" in text


def test_the_page_numbers_are_clean_so_that_word_asks_nothing(document: Document) -> None:
    members = parts(save(document))
    assert b"w:dirty" not in members["word/footer1.xml"]
    assert b"updateFields" not in members["word/settings.xml"]


def test_the_logo_has_a_place_that_takes_no_room_and_can_be_heard(document: Document) -> None:
    header = story(save(document), "word/header1.xml")
    (anchor,) = header.iter(f"{WP}anchor")
    properties = anchor.find(f"{WP}docPr")
    extent = anchor.find(f"{WP}extent")
    assert properties is not None
    assert extent is not None
    assert (properties.get("name"), properties.get("descr")) == (LOGO, "{{ institution.navn }}")
    assert (int(extent.get("cx", "")) / 36000, int(extent.get("cy", "")) / 36000) == (45, 16)
    assert anchor.find(f"{WP}wrapNone") is not None
    assert "word/media/logo.png" in parts(save(document))


def test_the_title_that_windows_and_screen_readers_show_is_the_documents_own() -> None:
    assert new_document(WORDS).core_properties.title == "{{ dokument.titel }}"


def test_custom_properties_say_to_machines_what_the_document_is(document: Document) -> None:
    custom_properties(document, {"docgen.moede": "{{ moede.nr }}", "docgen.type": "a & b"})
    members = parts(save(document))
    found = etree.fromstring(members["docProps/custom.xml"])
    assert {entry.get("name"): entry[0].text for entry in found} == {
        "docgen.moede": "{{ moede.nr }}",
        "docgen.type": "a & b",
    }
    assert [entry.get("pid") for entry in found] == ["2", "3"]
    assert b"docProps/custom.xml" in members["_rels/.rels"]


def test_nothing_of_anybodys_default_template_is_left(document: Document) -> None:
    members = parts(save(document))
    assert not [
        name for name in members if "stylesWithEffects" in name or "thumbnail" in name or "customXml" in name
    ]
    assert b"python-docx" not in b"".join(members.values())


def test_word_finds_the_houses_colours_and_type_and_asks_for_no_repair(document: Document) -> None:
    members = parts(save(document))
    theme = etree.fromstring(members["word/theme/theme1.xml"])
    colours = {found.get("val") for found in theme.iter("{*}srgbClr")}
    assert {ACCENT, QUIET, TINT} <= colours
    assert {found.get("typeface") for found in theme.iter("{*}latin")} == {"Calibri"}
    for part in ("theme/theme1.xml", "webSettings.xml"):
        assert part.encode() in members["word/_rels/document.xml.rels"]
        assert f"/word/{part}".encode() in members["[Content_Types].xml"]


def test_the_same_document_gives_the_same_bytes_at_another_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def bytes_at(seconds: float) -> bytes:
        monkeypatch.setattr(time, "time", lambda: seconds)
        document = new_document(WORDS)
        custom_properties(document, {"docgen.moede": "{{ moede.nr }}"})
        return save(document)

    assert bytes_at(1_000_000_000) == bytes_at(1_700_000_000)


def test_microsofts_validator_has_nothing_to_object_to(document: Document, tmp_path: Path) -> None:
    custom_properties(document, {"docgen.moede": "M001"})
    file = tmp_path / "side.docx"
    file.write_bytes(save(document))
    assert complaints(file) == []
