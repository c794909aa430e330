"""Minutes whose template has lost fields: it is told, and what can be read is read all the same."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.documents.check import inspect_type
from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.reading.reader import read_minutes
from docgen.minutes.values import FilledMinutes
from tests.contract.papers import SHIPPED
from tests.documents.word import zipped
from tests.docx_text import parts
from tests.minutes.answers import FILE, form_of
from tests.minutes.wordlike import Paper

BODY = "word/document.xml"


def changed(data: bytes, pattern: bytes, by: bytes = b"") -> bytes:
    members = parts(data)
    members[BODY], count = re.subn(pattern, by, members[BODY])
    assert count
    return zipped(members.items())


@pytest.fixture
def kind(tmp_path: Path) -> MeetingType:
    """An office's own copy of opfølgningsmøde, whose templates may be changed."""
    (shipped,) = (one for one in SHIPPED if one.name == "opfoelgningsmoede")
    folder = shutil.copytree(shipped.folder, tmp_path / shipped.name)
    return replace(shipped, folder=folder, fingerprint=str(tmp_path))


def template(kind: MeetingType) -> Path:
    return kind.folder / "referat.docx"


def found(kind: MeetingType) -> list[str]:
    return [str(one) for one in inspect_type(kind).findings if one.code == "W-152"]


def filled() -> Paper:
    """Minutes as they were built before somebody changed the template."""
    (shipped,) = (one for one in SHIPPED if one.name == "opfoelgningsmoede")
    paper = form_of(shipped).paper.copy()
    paper.write(paper.in_row("beslutning", 0, "tekst"), "Asta prøver en time mere")
    paper.pick(paper.control("naeste.dato"), dt.date(2026, 3, 3))
    return paper


def read(paper: Paper, kind: MeetingType) -> FilledMinutes:
    minutes = read_minutes(paper.saved(), FILE, [kind]).minutes
    assert minutes is not None
    return minutes


def test_a_template_as_it_was_made_has_lost_nothing(kind: MeetingType) -> None:
    assert found(kind) == []


def test_fields_that_are_gone_are_told_by_their_names(kind: MeetingType) -> None:
    file = template(kind)
    file.write_bytes(changed(file.read_bytes(), rb'<w:tag w:val="(naeste\.dato|konklusion)"/>'))
    (told,) = found(kind)
    assert (
        "opfoelgningsmoede/referat.docx: The minutes have lost fields: Konklusioner, Næste møde: dato."
        in told
    )


def test_renamed_ones_too_but_not_rows_of_which_there_are_others(kind: MeetingType) -> None:
    file = template(kind)
    file.write_bytes(changed(file.read_bytes(), rb"beslutning\.(\d)\.frist", rb"beslutning.\1.dato"))
    (told,) = found(kind)
    assert "Frist for beslutning 1." in told
    assert "beslutning 2" not in told


@pytest.mark.parametrize(
    "lost", [rb"<w:tag [^>]*/>", rb"<w15:repeatingSection/>"], ids=["every tag", "the repeating sections"]
)
def test_what_a_program_has_thrown_out_of_the_template_keeps_nothing_from_being_read(
    kind: MeetingType, lost: bytes
) -> None:
    paper = filled()
    template(kind).write_bytes(changed(template(kind).read_bytes(), lost))
    minutes = read(paper, kind)
    assert [one.text for one in minutes.decisions] == ["Asta prøver en time mere"]
    assert minutes.next.date == dt.date(2026, 3, 3)
