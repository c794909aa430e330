"""One contract for the form of every document: fields, access, pages, and what other programs make of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from docgen.documents.sample import sample_context
from docgen.documents.template import Template
from docgen.meetingtypes.definition import DocumentRule, MeetingType
from tests.contract.papers import TYPES, every_document, filled, first_letter, template_of
from tests.docx_text import W14, WP, W, names, parts, story, text_of
from tests.judges import complaints, converted, page_count

LONGEST_NAME = 64  # of a field, in Word


@every_document
def test_ids_are_unique_and_fields_tell_themselves_apart(kind: MeetingType, rule: DocumentRule) -> None:
    root = story(filled(kind, rule))
    pictures = [item.get("id") for item in root.iter(f"{WP}docPr")]
    paragraphs = [item.get(f"{W14}paraId") for item in root.iter(f"{W}p") if item.get(f"{W14}paraId")]
    bookmarks = [item.get(f"{W}id") for item in root.iter(f"{W}bookmarkStart")]
    for ids in (pictures, paragraphs, bookmarks):
        assert _twice(ids) == []
    for what in ("id", "tag", "alias"):
        values = names(root, what)
        assert _twice(values) == [], what
        assert [value for value in values if len(value) > LONGEST_NAME] == [], what


@every_document
def test_it_is_made_for_screen_readers(kind: MeetingType, rule: DocumentRule) -> None:
    data = filled(kind, rule)
    members = parts(data)
    assert f"<dc:title>{rule.title}</dc:title>".encode() in members["docProps/core.xml"]
    assert b'w:lang w:val="da-DK"' in members["word/styles.xml"]
    root = story(data)
    assert all(drawing.get("descr") for drawing in root.iter(f"{WP}docPr"))
    levels = [int(found) for found in re.findall(r"\((?:Heading|Overskrift) ?(\d)\)", text_of(data))]
    assert levels[:1] == [1]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False)), levels


@every_document
def test_tables_say_what_they_are_and_mark_their_headings(kind: MeetingType, rule: DocumentRule) -> None:
    for table in story(filled(kind, rule)).iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}tblCaption") is not None
        titled = [cell for cell in table.iter(f"{W}pStyle") if cell.get(f"{W}val") == "Tabelhoved"]
        marked = [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
        assert bool(titled) is bool(marked)


@every_document
def test_microsofts_validator_has_nothing_to_object_to(
    kind: MeetingType, rule: DocumentRule, tmp_path: Path
) -> None:
    path = tmp_path / "papir.docx"
    path.write_bytes(filled(kind, rule))
    assert complaints(path) == []


def test_each_document_has_as_many_pages_as_its_definition_promises(tmp_path: Path) -> None:
    counted, promised = _pages(tmp_path, _written(tmp_path, first_letter))
    assert counted == promised


def test_what_was_said_and_decided_before_takes_a_page_more_at_most(tmp_path: Path) -> None:
    files = {
        stem: file
        for stem, file in _written(tmp_path, filled).items()
        if file[2].read_bytes() != first_letter(*file[:2])  # the others were counted above
    }
    assert files
    counted, promised = _pages(tmp_path, files)
    may_be_longer = [stem for stem in counted if "invitation" in stem or "dagsorden" in stem]
    longer = [stem for stem, pages in counted.items() if pages > promised[stem] + (stem in may_be_longer)]
    assert longer == []


def test_templates_that_libreoffice_has_saved_fill_completely(tmp_path: Path) -> None:
    files = _written(tmp_path, template_of)
    saved = converted([path for _, _, path in files.values()], "docx", tmp_path / "saved")
    for path in saved:
        kind, rule, original = files[path.stem]
        ours, theirs = (_words(kind, rule, file.read_bytes()) for file in (original, path))
        counted = set("123456789")  # the pages, which LibreOffice has counted meanwhile
        assert sorted(ours - counted) == sorted(theirs - counted), f"{kind.name}/{rule.file}"


def _twice(values: list[str] | list[str | None]) -> list[str | None]:
    return [value for value, count in Counter(values).items() if count > 1]


Files = dict[str, tuple[MeetingType, DocumentRule, Path]]


def _written(folder: Path, data: Callable[[MeetingType, DocumentRule], bytes]) -> Files:
    """Every document of every type, in files of names of their own."""
    files = {}
    for kind in TYPES:
        for rule in kind.documents:
            path = folder / f"{kind.name}.{rule.file}".replace(".", "_").replace("_docx", ".docx")
            path.write_bytes(data(kind, rule))
            files[path.stem] = (kind, rule, path)
    return files


def _pages(folder: Path, files: Files) -> tuple[dict[str, int], dict[str, int]]:
    """How many pages LibreOffice makes of each file, and how many its definition promises."""
    pdfs = converted([path for _, _, path in files.values()], "pdf", folder / "pdf")
    return {pdf.stem: page_count(pdf) for pdf in pdfs}, {
        stem: rule.pages for stem, (_, rule, _) in files.items()
    }


def _words(kind: MeetingType, rule: DocumentRule, template: bytes) -> set[str]:
    """The words of a document filled from this template, wherever LibreOffice has moved them to."""
    data = Template.compile(template, rule.file).render(sample_context(kind, rule))
    found: set[str] = set()
    for name, member in parts(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            for paragraph in etree.fromstring(member).iter(f"{W}p"):
                runs = [
                    run for run in paragraph.iter(f"{W}t") if next(run.iterancestors(f"{W}p")) is paragraph
                ]
                found.update("".join(run.text or "" for run in runs).split())
    return found
