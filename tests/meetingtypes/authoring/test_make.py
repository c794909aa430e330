"""Word templates are made once, and never over what people have made of them."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.errors import DefinitionError
from docgen.meetingtypes.authoring.make import LAYOUTS, make, write
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from tests.docx_text import parts
from tests.meetingtypes.samples import SHIPPED, shipped


@pytest.fixture
def kind(tmp_path: Path) -> MeetingType:
    """The shipped follow-up meeting in a folder of its own, without Word files."""
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.docx"))
    return next(
        kind for kind in load_types(tmp_path, templates_needed=False) if kind.name == "opfoelgningsmoede"
    )


def with_layout(kind: MeetingType, layout: str) -> MeetingType:
    first, *rest = kind.documents
    return replace(kind, documents=(replace(first, layout=layout), *rest))


@pytest.mark.parametrize("name", ["opfoelgningsmoede", "dialogmoede"])
def test_every_document_of_the_definition_is_made(name: str) -> None:
    kind = shipped(name)
    assert set(make(kind)) == {rule.file for rule in kind.documents}
    assert {rule.layout for rule in kind.documents} <= set(LAYOUTS)


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert make(shipped()) == make(shipped())


def test_the_shipped_word_files_are_what_make_gives() -> None:
    for kind in load_types(SHIPPED):
        made = make(kind)
        stale = [name for name, blob in made.items() if (kind.folder / name).read_bytes() != blob]
        assert stale == [], f"run: docgen templates make {kind.name} --overwrite"


def test_writing_leaves_nothing_but_the_files(kind: MeetingType) -> None:
    written = write(kind)
    assert {path.name for path in written} == {rule.file for rule in kind.documents}
    assert {path.name for path in kind.folder.iterdir()} == {"type.toml", *(path.name for path in written)}


def test_writing_again_changes_nothing(kind: MeetingType) -> None:
    write(kind)
    assert write(kind) == []


def test_what_nobody_has_touched_is_made_anew_when_the_definition_changes(kind: MeetingType) -> None:
    write(kind)
    changed = replace(kind, words=kind.words | {"brev.slut": "Vi ses."})
    assert [path.name for path in write(changed)] == ["invitation.docx"]
    assert b"Vi ses." in parts((kind.folder / "invitation.docx").read_bytes())["word/document.xml"]


def test_one_word_changed_by_somebody_is_enough_to_keep_a_file(kind: MeetingType) -> None:
    write(kind)
    path = kind.folder / "invitation.docx"
    members = parts(path.read_bytes())
    members["word/document.xml"] = members["word/document.xml"].replace(b"Vi gl", b"Jeg gl")
    with zipfile.ZipFile(path, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    with pytest.raises(DefinitionError, match="E-118"):
        write(replace(kind, words=kind.words | {"brev.slut": "Vi ses."}))


def test_but_a_file_that_somebody_edited_is_in_the_way_and_nothing_is_written(kind: MeetingType) -> None:
    edited, missing, *_ = write(kind)
    edited.write_bytes(b"mine")
    missing.unlink()
    with pytest.raises(DefinitionError) as raised:
        write(kind)
    assert [(found.code, dict(found.data)["value"]) for found in raised.value.findings] == [
        ("E-118", edited.name)
    ]
    assert edited.read_bytes() == b"mine"
    assert not missing.exists()


def test_and_is_replaced_only_when_that_is_asked_for(kind: MeetingType) -> None:
    edited, *_ = write(kind)
    edited.write_bytes(b"mine")
    assert write(kind, overwrite=True) == [edited]
    assert edited.read_bytes() == make(kind)[edited.name]


def test_a_layout_that_does_not_exist_is_named_with_the_nearest_one(kind: MeetingType) -> None:
    with pytest.raises(DefinitionError) as raised:
        make(with_layout(kind, "brev_letlest"))
    (finding,) = raised.value.findings
    assert finding.code == "E-110"
    assert finding.place.key == "dokument 1: layout"
    assert "«brev_letlaest»" in finding.remedy()
    with pytest.raises(DefinitionError, match="E-109"):
        make(with_layout(kind, "plakat"))


def test_a_word_that_nobody_wrote_is_named_with_its_place(kind: MeetingType) -> None:
    words = {key: word for key, word in kind.words.items() if key != "brev.slut"}
    with pytest.raises(DefinitionError) as raised:
        make(replace(kind, words=words))
    (finding,) = raised.value.findings
    assert finding.code == "E-117"
    assert "«brev.slut»" in finding.message()
    assert "[ord.brev]" in finding.remedy()


def test_words_are_the_types_own(kind: MeetingType) -> None:
    changed = replace(kind, words=kind.words | {"brev.slut": "Vi ses & hilses."})
    before, after = make(kind), make(changed)
    assert [name for name in after if after[name] != before[name]] == ["invitation.docx"]
