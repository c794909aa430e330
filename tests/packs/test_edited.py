"""What people wrote in a pack, and what goes away when it is no longer needed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.meetingtypes.definition import MeetingType
from docgen.model import MeetingStatus
from docgen.packs.ledger import history_of
from docgen.planning import Window
from tests import making
from tests.documents.word import paragraphs
from tests.pack_contents import contents
from tests.packs.building import (
    A_CALENDAR,
    A_DRAFT,
    BUNDLE,
    FILES,
    LETTERS_FILE,
    M001,
    M002,
    MOVED,
    built,
    codes,
    drafts,
    edit,
    names,
    of_meetings,
    said,
    tree,
    two,
)

WITH_MINUTES = (BUNDLE, "mail/M001_P001.eml")
"""What is mailed with the minutes in it: to who leads the meeting."""
MAILED_AS_EDITED = (LETTERS_FILE, *WITH_MINUTES)
"""What is mailed with the minutes or the letter to B001 in it."""


def test_an_edited_invitation_of_a_changed_meeting_is_set_aside(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = edit(pack / M001 / "invitation_B001.docx")
    result = built(making.book(making.meeting(place="Et andet sted")), [samtale], pack)
    assert (pack / M001 / "invitation_B001_redigeret.docx").read_bytes() == mine
    assert "Et andet sted" in said(pack / M001 / "invitation_B001.docx")
    assert codes(result) == [("W-161", f"{M001}/invitation_B001.docx")]
    assert result.kept == (f"{M001}/invitation_B001_redigeret.docx",)
    again = edit(pack / M001 / "invitation_B001.docx", "igen")
    built(making.book(making.meeting(place="Et tredje sted")), [samtale], pack)
    assert (pack / M001 / "invitation_B001_redigeret.docx").read_bytes() == mine
    assert (pack / M001 / "invitation_B001_redigeret2.docx").read_bytes() == again


def test_edited_minutes_are_kept_as_they_are(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = edit(pack / M001 / "referat.docx")
    result = built(making.book(making.meeting(theme="Et andet tema")), [samtale], pack)
    assert (pack / M001 / "referat.docx").read_bytes() == mine
    assert codes(result) == [("W-160", f"{M001}/referat.docx")]
    assert result.kept == (f"{M001}/referat.docx",)
    assert names(pack, M001) == FILES
    built(making.book(making.meeting(theme="Et tredje tema")), [samtale], pack)
    assert (pack / M001 / "referat.docx").read_bytes() == mine


def test_what_people_wrote_in_a_meeting_that_has_not_changed_stays_where_it_is(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(), [samtale], pack)
    mine = {name: edit(pack / M001 / name) for name in ("invitation_B001.docx", "referat.docx")}
    (pack / M001 / "dagsorden.docx").unlink()
    result = built(making.book(), [samtale], pack, now=making.LATER)
    assert result.written == (f"{M001}/dagsorden.docx", *MAILED_AS_EDITED)
    assert (result.kept, result.findings) == ((), ())
    assert {name: (pack / M001 / name).read_bytes() for name in mine} == mine
    assert names(pack, M001) == FILES


def test_a_file_that_was_deleted_comes_back_as_it_was(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    before = tree(pack)
    (pack / M001 / "moede.ics").unlink()
    (pack / M001 / "invitation_B001.docx").unlink()
    built(making.book(), [samtale], pack, now=making.LATER)
    after = tree(pack)
    assert {name: data for name, data in after.items() if name != "oversigt.html"} == {
        name: data for name, data in before.items() if name != "oversigt.html"
    }


def test_edits_are_overwritten_only_when_that_is_asked_for(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    before = tree(pack)
    for name in ("invitation_B001.docx", "referat.docx"):
        edit(pack / M001 / name)
    result = built(making.book(), [samtale], pack, rebuild=True, overwrite_edited=True)
    assert sorted(result.written) == [f"{M001}/invitation_B001.docx", f"{M001}/referat.docx"]
    assert tree(pack) == before


def test_building_all_anew_keeps_what_people_wrote(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = {name: edit(pack / M001 / name) for name in ("invitation_B001.docx", "referat.docx")}
    result = built(making.book(), [samtale], pack, rebuild=True)
    assert (pack / M001 / "referat.docx").read_bytes() == mine["referat.docx"]
    assert (pack / M001 / "invitation_B001_redigeret.docx").read_bytes() == mine["invitation_B001.docx"]
    assert result.written == (f"{M001}/invitation_B001.docx", *WITH_MINUTES)


def test_called_off_before_anything_was_sent_the_files_go_away(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    result = built(making.book(*two(status=MeetingStatus.CANCELLED)), [samtale], pack)
    assert names(pack, "moeder") == [M002.removeprefix("moeder/")]
    assert sorted(result.removed) == [A_DRAFT, A_DRAFT, *(f"{M001}/{name}" for name in FILES)]
    assert list(history_of(pack).built) == ["M002"]


def test_but_not_what_people_wrote_which_is_named(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    mine = edit(pack / M001 / "referat.docx")
    (pack / M001 / "note.txt").write_text("min")
    result = built(making.book(two()[1]), [samtale], pack)
    assert names(pack, M001) == ["note.txt", "referat.docx"]
    assert (pack / M001 / "referat.docx").read_bytes() == mine
    assert codes(result) == [("W-163", f"{M001}/referat.docx")]
    assert result.kept == (f"{M001}/referat.docx",)


def test_what_could_not_be_taken_away_is_tried_again(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    stubborn = pack / M001 / "dagsorden.docx"
    stubborn.unlink()
    stubborn.mkdir()
    assert codes(built(making.book(two()[1]), [samtale], pack)) == [("E-168", f"{M001}/dagsorden.docx")]
    assert names(pack, M001) == ["dagsorden.docx"]
    stubborn.rmdir()
    stubborn.write_bytes(b"somebody's")
    assert codes(built(making.book(two()[1]), [samtale], pack)) == [("W-163", f"{M001}/dagsorden.docx")]


def test_a_meeting_that_is_planned_again_is_built_again_over_nothing_of_anybodys(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(), [samtale], pack)
    mine = edit(pack / M001 / "referat.docx")
    built(making.book(making.meeting(status=MeetingStatus.CANCELLED)), [samtale], pack)
    built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    (folder,) = names(pack, "moeder")
    assert names(pack, f"moeder/{folder}") == FILES
    assert (pack / "moeder" / folder / "referat.docx").read_bytes() == mine


def test_who_no_longer_takes_part_loses_their_letter(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    result = built(making.book(making.meeting(absent=("P002",))), [samtale], pack)
    assert result.removed == (f"{M001}/invitation_P002.docx", A_CALENDAR, A_DRAFT)
    assert names(pack, "mail") == ["M001_P001.eml"]
    assert names(pack, "kalendere") == ["B001.ics", "P001.ics"]
    assert names(pack, M001) == [name for name in FILES if name != "invitation_P002.docx"]


def test_unless_somebody_has_written_in_it(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = edit(pack / M001 / "invitation_P002.docx")
    result = built(making.book(making.meeting(absent=("P002",))), [samtale], pack)
    assert codes(result) == [("W-163", f"{M001}/invitation_P002.docx")]
    assert (pack / M001 / "invitation_P002.docx").read_bytes() == mine


def test_withdrawn_consent_takes_the_letter_and_the_name_away(pack: Path, samtale: MeetingType) -> None:
    invited = making.meeting(extra=("P004",))
    built(making.book(invited, residents=(making.resident(consents=("P004",)),)), [samtale], pack)
    assert "invitation_P004.docx" in names(pack, M001)
    result = built(making.book(invited), [samtale], pack)
    assert names(pack, M001) == FILES
    assert result.removed == (f"{M001}/invitation_….docx", A_CALENDAR, *[A_DRAFT] * 3)
    assert [f"mail/{name}" for name in names(pack, "mail")] == drafts("M001"), "all are made anew"
    _require_silence(pack)


def _require_silence(pack: Path) -> None:
    """Nothing that people read names P004, whether by name or by number."""
    for name, data in contents(pack):
        text = str(paragraphs(data)) if name.endswith(".docx") else data.decode("utf-8", "replace")
        if not name.startswith(".docgen/"):
            assert "Karl" not in text, name
            assert "P004" not in f"{name}{text}"


def test_a_ledger_that_was_lost_costs_nobody_their_edits(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = {name: edit(pack / M001 / name) for name in ("invitation_B001.docx", "referat.docx")}
    shutil.rmtree(pack / ".docgen")
    result = built(making.book(), [samtale], pack)
    assert result.is_new
    assert (pack / M001 / "referat.docx").read_bytes() == mine["referat.docx"]
    assert (pack / M001 / "invitation_B001_redigeret.docx").read_bytes() == mine["invitation_B001.docx"]
    assert result.written == (f"{M001}/invitation_B001.docx", *WITH_MINUTES)
    bundle = ["moedeleder_P001.docx", "moedeleder_P001_redigeret.docx"]  # it holds other minutes than it did
    assert names(pack, "post") == ["breve.docx", "etiketter.docx", *bundle]


def test_minutes_that_are_out_of_date_are_named_at_every_build(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    mine = edit(pack / M001 / "referat.docx")
    changed = making.book(*two(theme="Et andet tema"))
    for window in (Window(), Window(), Window(meetings=frozenset({"M002"}))):
        result = built(changed, [samtale], pack, window=window)
        assert codes(result) == [("W-160", f"{M001}/referat.docx")]
        assert "W-160" in (pack / "oversigt.html").read_text("utf-8")
    assert (pack / M001 / "referat.docx").read_bytes() == mine
    result = built(changed, [samtale], pack, overwrite_edited=True)
    assert result.written == (f"{M001}/referat.docx", *WITH_MINUTES)
    assert "Et andet tema" in said(pack / M001 / "referat.docx")
    assert built(changed, [samtale], pack).findings == ()


def test_minutes_that_are_out_of_date_come_afresh_when_they_are_deleted(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(), [samtale], pack)
    edit(pack / M001 / "referat.docx")
    changed = making.book(making.meeting(theme="Et andet tema"))
    built(changed, [samtale], pack)
    (pack / M001 / "referat.docx").unlink()
    result = built(changed, [samtale], pack)
    assert (result.written, result.findings) == ((f"{M001}/referat.docx", *WITH_MINUTES), ())


def test_minutes_that_are_filled_in_are_not_called_out_of_date(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    edit(pack / M001 / "referat.docx")
    assert built(making.book(), [samtale], pack, rebuild=True).findings == ()
    assert built(making.book(making.meeting(place="Et andet sted")), [samtale], pack).findings == ()


@pytest.mark.parametrize("gone", [False, True], ids=["a receiver", "the meeting"])
def test_an_edited_file_that_is_no_longer_needed_is_named_until_it_is_gone(
    pack: Path, samtale: MeetingType, gone: bool
) -> None:
    built(making.book(*two()), [samtale], pack)
    edit(pack / M001 / "invitation_P002.docx")
    workbook = making.book(*two(status=MeetingStatus.CANCELLED) if gone else two(absent=("P002",)))
    for _ in range(3):
        assert codes(built(workbook, [samtale], pack)) == [("W-163", f"{M001}/invitation_P002.docx")]
    result = built(workbook, [samtale], pack, overwrite_edited=True)
    assert result.removed == (f"{M001}/invitation_P002.docx",)
    assert built(workbook, [samtale], pack).findings == ()


CONSENTING = (making.resident(consents=("P004",)),)


@pytest.mark.parametrize("window", [Window(), Window(meetings=frozenset({"M002"}))], ids=["chosen", "not"])
@pytest.mark.parametrize("stopped", [False, True], ids=["buildable", "left out"])
def test_withdrawn_consent_reaches_every_meeting_in_the_pack(
    pack: Path, samtale: MeetingType, window: Window, stopped: bool
) -> None:
    built(making.book(*two(extra=("P004",)), residents=CONSENTING), [samtale], pack)
    wrong = {"facilitator": "P999"} if stopped else {}
    workbook = making.book(*two(extra=("P004",), **wrong))
    built(workbook, [samtale], pack, window=window)
    _require_silence(pack)
    assert names(pack, M002) == FILES
    assert (pack / M001).is_dir() is not stopped
    assert ("M001" in history_of(pack).built) is not stopped
    back = built(making.book(*two(extra=("P004",)), residents=CONSENTING), [samtale], pack)
    assert f"{M001}/invitation_P004.docx" in back.written


def test_a_withdrawn_consent_leaves_what_has_been_held_as_it_was(pack: Path, samtale: MeetingType) -> None:
    built(making.book(making.meeting(extra=("P004",)), residents=CONSENTING), [samtale], pack)
    held = making.meeting(extra=("P004",), status=MeetingStatus.HELD)
    before = tree(pack)
    assert of_meetings(built(making.book(held), [samtale], pack).removed) == []
    assert {name: tree(pack)[name] for name in of_meetings(before)} == {
        name: before[name] for name in of_meetings(before)
    }
