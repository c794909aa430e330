"""The mailing when a consent is withdrawn, and when files are not as docgen left them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.mailing.conversion import FilesConverter
from docgen.meetingtypes.definition import MeetingType
from docgen.model import Channel, MeetingStatus, Resident, Workbook
from docgen.packs.build import BuildResult
from tests import making
from tests.packs.building import M001, built, codes, edit, mailing, names, tree

KARL = "P004"
DIGITAL = tuple(
    replace(one, channel=Channel.DIGITAL_POST) if one.nr == KARL else one for one in making.staff()
)


def book(*consents: str, resident: Resident | None = None, **meeting: Any) -> Workbook:
    """M001, to which Karl is invited too; he and Asta are written to by Digital Post."""
    asta = resident or making.resident(channel=Channel.DIGITAL_POST)
    row = making.meeting(**{"extra": (KARL,), **meeting})
    return making.book(row, residents=(replace(asta, consents=consents),), people=DIGITAL)


def fake_pdf(jobs: Mapping[Path, Path]) -> None:
    for source, target in jobs.items():
        target.write_bytes(b"%PDF-1.7 " + source.name.encode())


def build(pack: Path, kind: MeetingType, workbook: Workbook, **options: Any) -> BuildResult:
    return built(workbook, [kind], pack, convert=FilesConverter(fake_pdf), **options)


def said(result: BuildResult) -> str:
    return f"{result.written} {result.kept} {result.removed} {codes(result)}"


def test_messages_go_without_a_word_of_whose_they_were(pack: Path, samtale: MeetingType) -> None:
    assert f"digitalpost/M001_{KARL}.xml" in build(pack, samtale, book(KARL)).written
    result = build(pack, samtale, book())
    assert "digitalpost/M001_….xml" in result.removed
    assert KARL not in said(result)
    assert names(pack, "digitalpost") == ["M001_B001.xml"]


@pytest.mark.parametrize("is_edited", [False, True])
def test_so_do_the_papers_of_one_who_led(pack: Path, samtale: MeetingType, is_edited: bool) -> None:
    build(pack, samtale, book(KARL, facilitator=KARL))
    assert f"moedeleder_{KARL}.docx" in names(pack, "post")
    if is_edited:
        edit(pack / "post" / f"moedeleder_{KARL}.docx")
    result = build(pack, samtale, book(facilitator=KARL))
    assert KARL not in said(result)
    assert ("post/moedeleder_….docx" in result.removed) is not is_edited
    assert (("W-167", "post/moedeleder_….docx") in codes(result)) is is_edited


def test_a_print_file_that_was_set_aside_before_is_named_until_it_is_gone(
    pack: Path, samtale: MeetingType
) -> None:
    asta, aside = making.resident(), "post/breve_redigeret.docx"
    build(pack, samtale, book(KARL, resident=asta))
    edit(pack / "post" / "breve.docx")
    changed: dict[str, Any] = {"resident": asta, "place": "Et andet sted"}
    assert codes(build(pack, samtale, book(KARL, **changed))) == [("W-161", "post/breve.docx")]
    for _ in range(2):
        result = build(pack, samtale, book(**changed))
        assert codes(result) == [("W-167", aside)]
        assert result.kept == (aside,)
    assert build(pack, samtale, book(**changed), overwrite_edited=True).removed == (aside,)
    assert codes(build(pack, samtale, book(**changed))) == []


def test_a_message_that_could_not_be_taken_away_is_tried_again(pack: Path, samtale: MeetingType) -> None:
    build(pack, samtale, book())
    stubborn = pack / "digitalpost" / "M001_B001.xml"
    ours = stubborn.read_bytes()
    stubborn.unlink()
    stubborn.mkdir()
    away = book(status=MeetingStatus.CANCELLED)
    assert codes(build(pack, samtale, away)) == [("E-168", "digitalpost/M001_….xml")]
    stubborn.rmdir()
    stubborn.write_bytes(ours)
    assert "digitalpost/M001_….xml" in build(pack, samtale, away).removed
    assert not stubborn.exists()


def test_a_message_that_needs_a_pdf_is_named_by_the_folder_it_would_lie_in(
    pack: Path, samtale: MeetingType
) -> None:
    result = built(book(), [samtale], pack)
    assert codes(result) == [("W-415", "digitalpost/M001_B001.xml")]
    assert not (pack / "digitalpost").exists()


def test_a_lost_ledger_makes_nobodys_edits_of_what_nobody_has_edited(
    pack: Path, samtale: MeetingType
) -> None:
    workbook = making.book()
    built(workbook, [samtale], pack)
    before = tree(pack)
    shutil.rmtree(pack / ".docgen")
    result = built(workbook, [samtale], pack)
    assert (result.written, result.kept, result.findings) == ((), (), ())
    assert set(tree(pack)) == set(before) > {*mailing("M001"), f"{M001}/referat.docx"}
