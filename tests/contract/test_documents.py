"""One contract for every document of every shipped meeting type."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

import docgen
from docgen.documents.check import check_type
from docgen.documents.filling import read_template
from docgen.documents.sample import sample_context, sample_meeting
from docgen.documents.template import Template
from docgen.meetingtypes.authoring.make import make
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from tests.docx_text import W14, WP, W, parts, story, text_of
from tests.golden_files import golden
from tests.judges import complaints, converted, page_count

TYPES = docgen.meeting_types()
DOCUMENTS = [
    pytest.param(kind, rule, id=f"{kind.name}/{rule.file}") for kind in TYPES for rule in kind.documents
]
every_document = pytest.mark.parametrize(("kind", "rule"), DOCUMENTS)


def filled(kind: MeetingType, rule: DocumentRule, template: bytes | None = None) -> bytes:
    data = template or read_template(kind.path(rule))
    return Template.compile(data, rule.file).render(sample_context(kind, rule))


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_shipped_templates_have_nothing_to_find_fault_with(kind: MeetingType) -> None:
    assert check_type(kind) == ()


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_shipped_templates_are_what_make_gives(kind: MeetingType) -> None:
    made = make(kind)
    assert sorted(made) == sorted(rule.file for rule in kind.documents)
    for name, data in made.items():
        assert data == (kind.folder / name).read_bytes(), f"{name}: run docgen templates make {kind.name}"


@every_document
def test_the_words_and_fields_are_the_golden_ones(kind: MeetingType, rule: DocumentRule) -> None:
    golden(f"{kind.name}/{rule.file.removesuffix('.docx')}.txt", text_of(filled(kind, rule)))


@every_document
def test_no_tag_is_left_anywhere(kind: MeetingType, rule: DocumentRule) -> None:
    for name, member in parts(filled(kind, rule)).items():
        if name.endswith((".xml", ".rels")):
            assert not re.search(rb"\{\{|\}\}|\{%|%\}", member), name


@every_document
def test_what_the_meeting_is_stands_there(kind: MeetingType, rule: DocumentRule) -> None:
    text = text_of(filled(kind, rule)).replace("~", " ")
    assert "irsdag den 3. februar 2026" in text  # with a capital where it begins a line
    assert "l. 10.00" in text
    assert "Mødelokalet, Parkvænget 1" in text


@every_document
def test_the_occasion_stands_nowhere(kind: MeetingType, rule: DocumentRule) -> None:
    text = text_of(filled(kind, rule)).casefold()
    assert [occasion for occasion in kind.occasions if occasion.casefold() in text] == []


@every_document
def test_everybody_at_the_table_is_named(kind: MeetingType, rule: DocumentRule) -> None:
    text = text_of(filled(kind, rule)).replace("~", " ")
    for participant in sample_meeting(kind).seating.participants:
        assert participant.name in text


@every_document
def test_every_prompt_of_the_type_stands_in_agenda_and_notes(kind: MeetingType, rule: DocumentRule) -> None:
    text = text_of(filled(kind, rule)).replace("~", " ")
    prompts = [prompt for phase in kind.phases for prompt in phase.prompts]
    if rule.layout == "dagsorden":
        assert [prompt for prompt in prompts if prompt not in text] == []
    elif rule.audience.is_personal:
        assert [prompt for prompt in prompts if prompt in text] == []


@every_document
def test_ids_are_unique_and_fields_tell_themselves_apart(kind: MeetingType, rule: DocumentRule) -> None:
    root = story(filled(kind, rule))
    pictures = [item.get("id") for item in root.iter(f"{WP}docPr")]
    paragraphs = [item.get(f"{W14}paraId") for item in root.iter(f"{W}p") if item.get(f"{W14}paraId")]
    bookmarks = [item.get(f"{W}id") for item in root.iter(f"{W}bookmarkStart")]
    for ids in (pictures, paragraphs, bookmarks):
        assert [name for name, count in Counter(ids).items() if count > 1] == []
    for what in ("id", "tag", "alias"):
        values = [
            found.get(f"{W}val")
            for control in root.iter(f"{W}sdtPr")
            if (found := control.find(f"{W}{what}")) is not None
        ]
        assert [value for value, count in Counter(values).items() if count > 1] == [], what


@every_document
def test_it_is_made_for_screen_readers(kind: MeetingType, rule: DocumentRule) -> None:
    data = filled(kind, rule)
    members = parts(data)
    assert f"<dc:title>{rule.title}</dc:title>".encode() in members["docProps/core.xml"]
    assert b'w:lang w:val="da-DK"' in members["word/styles.xml"]
    root = story(data)
    assert all(drawing.get("descr") for drawing in root.iter(f"{WP}docPr"))
    levels = [int(found) for found in re.findall(r"\((?:Heading|Overskrift) ?(\d)\)", text_of(data))]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False)), levels


@every_document
def test_the_meeting_travels_in_the_documents_properties(kind: MeetingType, rule: DocumentRule) -> None:
    custom = parts(filled(kind, rule))["docProps/custom.xml"].decode()
    found = dict(re.findall(r'name="([^"]+)"[^>]*><(?:\w+:)?lpwstr>([^<]*)<', custom))
    assert found["docgen.moede"] == "M001"
    assert found["docgen.kalender-id"] == "0123456789ab"
    assert found["docgen.type"] == kind.name


def _written(folder: Path, template: bool = False) -> dict[str, tuple[MeetingType, DocumentRule, Path]]:
    """Every document of every type, in files of names of their own."""
    files = {}
    for kind in TYPES:
        for rule in kind.documents:
            path = folder / f"{kind.name}.{rule.file}".replace(".", "_").replace("_docx", ".docx")
            path.write_bytes(read_template(kind.path(rule)) if template else filled(kind, rule))
            files[path.stem] = (kind, rule, path)
    return files


def test_each_document_has_as_many_pages_as_its_definition_promises(tmp_path: Path) -> None:
    files = _written(tmp_path)
    pdfs = converted([path for _, _, path in files.values()], "pdf", tmp_path / "pdf")
    counted = {pdf.stem: page_count(pdf) for pdf in pdfs}
    promised = {stem: rule.pages for stem, (_, rule, _) in files.items()}
    assert counted == promised


def test_templates_that_libreoffice_has_saved_fill_completely(tmp_path: Path) -> None:
    files = _written(tmp_path, template=True)
    saved = converted([path for _, _, path in files.values()], "docx", tmp_path / "saved")
    for path in saved:
        kind, rule, original = files[path.stem]
        ours, theirs = (_words(filled(kind, rule, file.read_bytes())) for file in (original, path))
        counted = {"1", "2"}  # the pages, which LibreOffice has counted meanwhile
        assert sorted(ours - counted) == sorted(theirs - counted), f"{kind.name}/{rule.file}"


def _words(data: bytes) -> set[str]:
    """The words of a document, wherever LibreOffice has moved them to."""
    found: set[str] = set()
    for name, member in parts(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for paragraph in etree.fromstring(member).iter(f"{W}p"):
                runs = [
                    run for run in paragraph.iter(f"{W}t") if next(run.iterancestors(f"{W}p")) is paragraph
                ]
                found.update("".join(run.text or "" for run in runs).split())
    return found


def test_microsofts_validator_has_nothing_to_object_to(tmp_path: Path) -> None:
    found = {
        stem: objections
        for stem, (_, _, path) in _written(tmp_path).items()
        if (objections := complaints(path))
    }
    assert found == {}
