"""Drafts in a folder: ours are made anew, people's stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docgen.mailing.draft import as_eml
from docgen.mailing.keeping import Kept, keep
from docgen.mailing.seal import is_unbroken
from tests import making
from tests.mailing.drafts import draft

NAME = "M001_P002_referat.eml"
OLD, NEW = as_eml(draft()), as_eml(draft(subject="Rettet referat"))
TOMORROW = as_eml(draft(date=making.NOW + dt.timedelta(days=1)))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the draft lies already."""
    keep(tmp_path / "mail", {NAME: OLD})
    return tmp_path / "mail"


def codes(done: Kept) -> list[str]:
    return [str(found)[:30] for found in done.findings]


def test_a_draft_is_written_into_a_folder_that_is_made_for_it(folder: Path) -> None:
    assert (folder / NAME).read_bytes() == OLD
    assert is_unbroken(OLD)


def test_one_that_says_something_else_by_now_is_made_anew(folder: Path) -> None:
    assert keep(folder, {NAME: NEW}).written == [NAME]
    assert (folder / NAME).read_bytes() == NEW


def test_one_that_differs_in_its_date_only_is_not_written_again(folder: Path) -> None:
    assert TOMORROW != OLD
    done = keep(folder, {NAME: TOMORROW})
    assert (done.unchanged, done.written) == ([NAME], [])
    assert (folder / NAME).read_bytes() == OLD


@pytest.mark.parametrize(
    "edited",
    [
        OLD.replace(b"Hej Bo", b"Hej Bodil"),
        OLD.replace(b"\r\n", b"\n"),
        OLD.split(b"\r\n", 1)[1],
        b"Received: x\r\n" + OLD,
        OLD + b"\r\n",
        b"",
    ],
)
@pytest.mark.parametrize("wanted", [{NAME: NEW}, {NAME: OLD}, {}], ids=["other", "same", "none"])
def test_what_a_person_has_changed_stays_and_is_told(
    folder: Path, edited: bytes, wanted: dict[str, bytes]
) -> None:
    (folder / NAME).write_bytes(edited)
    done = keep(folder, wanted, [] if wanted else [NAME])
    assert (folder / NAME).read_bytes() == edited
    assert (done.kept, done.written, done.removed) == ([NAME], [], [])
    assert codes(done) == [f"W-288 mail/{NAME}"[:30]]


def test_one_that_is_no_longer_due_goes(folder: Path) -> None:
    assert keep(folder, {}, [NAME, "M001_P009_referat.eml"]).removed == [NAME]
    assert list(folder.iterdir()) == []


def test_what_cannot_be_written_is_told_and_the_others_are(folder: Path) -> None:
    (folder / "a.eml").mkdir()
    done = keep(folder, {"a.eml": NEW, "b.eml": NEW})
    assert done.written == ["b.eml"]
    assert [found.code for found in done.findings] == ["E-280"]
