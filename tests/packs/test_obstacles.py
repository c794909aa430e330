"""What keeps a meeting, or the whole pack, from being built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.errors import PackError
from docgen.meetingtypes.definition import MeetingType
from docgen.packs.ledger import history_of
from tests import making
from tests.packs.building import (
    CALENDARS,
    FILES,
    M001,
    M002,
    MOVED,
    beside_mailing,
    built,
    codes,
    edit,
    letter,
    meeting_type,
    names,
    of_meetings,
    said,
    tree,
    two,
)
from tests.packs.full_disk import refusing


def appointments(pack: Path) -> set[str]:
    """The numbers of the meetings in the resident's calendar."""
    uids = re.findall(rb"UID:(\w+)\.", (pack / "kalendere" / "B001.ics").read_bytes())
    return {uid.decode() for uid in uids}


def test_a_folder_that_cannot_be_renamed_keeps_its_name_and_its_contents_are_right(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(), [samtale], pack)
    wanted = pack / "moeder" / "2026-02-10_1000_samtale_M001"
    wanted.write_bytes(b"in the way")
    result = built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    assert codes(result) == [("W-162", M001)]
    assert "tirsdag den 10.\N{NO-BREAK SPACE}februar 2026" in said(pack / M001 / "dagsorden.docx")
    wanted.unlink()
    again = built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    assert (again.findings, again.written) == ((), ())
    assert names(pack, "moeder") == [wanted.name]


def test_a_meeting_with_an_error_is_left_out_and_what_was_built_before_stays(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(*two()), [samtale], pack)
    wrong = making.book(*two(extra=("P999",)))
    result = built(wrong, [samtale], pack)
    assert [left.nr for left in result.left_out] == ["M001"]
    assert codes(result) == [("W-166", M001)]
    assert names(pack, M001) == FILES


def test_a_template_that_cannot_be_filled_leaves_out_its_meetings_and_no_others(
    pack: Path, tmp_path: Path, samtale: MeetingType
) -> None:
    broken = meeting_type(tmp_path / "typer", "anden", "Anden")
    broken.path(broken.documents[0]).write_bytes(letter("{{ modtager.haarfarve }}"))
    workbook = making.book(*two(type="anden"))
    result = built(workbook, [samtale, meeting_type(tmp_path / "typer", "anden", "Anden")], pack)
    (left,) = result.left_out
    assert left.nr == "M001"
    assert {finding.place.file for finding in left.findings} == {"anden/invitation.docx"}
    assert names(pack, "moeder") == [M002.removeprefix("moeder/")]
    assert "M001" not in history_of(pack).built


def test_a_meeting_whose_new_template_is_broken_keeps_its_old_files_under_their_old_date(
    pack: Path, tmp_path: Path
) -> None:
    kind = meeting_type(tmp_path / "typer")
    built(making.book(), [kind], pack)
    before = tree(pack)
    kind.path(kind.documents[0]).write_bytes(letter("{% if %}"))
    result = built(making.book(making.meeting(date=MOVED)), [meeting_type(tmp_path / "typer")], pack)
    assert [left.nr for left in result.left_out] == ["M001"]
    now = tree(pack)
    assert sorted(now) == beside_mailing(before), "nothing of it goes out"
    assert all(data == before[name] for name, data in now.items() if name != "oversigt.html")


def test_a_file_that_cannot_be_written_is_an_error_the_rest_is_built_and_next_time_it_too(
    pack: Path, samtale: MeetingType
) -> None:
    (pack / M001 / "dagsorden.docx").mkdir(parents=True)
    result = built(making.book(*two()), [samtale], pack)
    assert codes(result) == [("E-161", f"{M001}/dagsorden.docx")]
    assert sorted(beside_mailing(result.written)) == sorted(
        [
            *CALENDARS,
            *(
                f"{folder}/{name}"
                for folder in (M001, M002)
                for name in FILES
                if (folder, name) != (M001, "dagsorden.docx")
            ),
        ]
    )
    assert appointments(pack) == {"M002"}, "calendars go out with the letters"
    (pack / M001 / "dagsorden.docx").rmdir()
    again = built(making.book(*two()), [samtale], pack)
    assert beside_mailing(again.written) == [f"{M001}/dagsorden.docx", *CALENDARS]
    assert appointments(pack) == {"M001", "M002"}
    assert (again.findings, again.kept) == ((), ())


def test_a_file_in_place_of_a_meetings_folder_stops_that_meeting_only(
    pack: Path, samtale: MeetingType
) -> None:
    (pack / "moeder").mkdir(parents=True)
    (pack / M001).write_bytes(b"")
    result = built(making.book(*two()), [samtale], pack)
    assert {code for code, _ in codes(result)} == {"E-161"}
    assert names(pack, M002) == FILES


@pytest.mark.parametrize("in_the_way", ["", "/moeder", "/kalendere", "/aflysninger", "/forloeb", "/.docgen"])
def test_a_file_in_place_of_a_folder_is_one_clear_error(
    pack: Path, samtale: MeetingType, in_the_way: str
) -> None:
    path = Path(f"{pack}{in_the_way}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    with pytest.raises(PackError) as error:
        built(making.book(), [samtale], pack)
    found = [(finding.code, str(finding.place)) for finding in error.value.findings]
    assert found == [("E-165", f"{pack.name}{in_the_way}")]
    assert path.read_bytes() == b"mine"


def test_a_folder_keeps_its_name_until_its_contents_are_complete(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    stubborn = pack / M001 / "dagsorden.docx"
    stubborn.unlink()
    stubborn.mkdir()
    result = built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    assert codes(result) == [("E-161", f"{M001}/dagsorden.docx")]
    assert names(pack, "moeder") == [M001.removeprefix("moeder/")]
    page = (pack / "oversigt.html").read_text("utf-8")
    assert "not up to date" in page
    assert 'href="moeder' not in page
    stubborn.rmdir()
    assert names(pack, "") == [".docgen", "moeder", "oversigt.html"], "calendars wait for the letters"
    again = built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    told = ["moeder/2026-02-10_1000_samtale_M001/dagsorden.docx", *CALENDARS]
    assert beside_mailing(again.written) == told
    assert {"post/breve.docx", "mail/M001_P001.eml"} <= {*again.written}, "and so does what is mailed"
    assert names(pack, "moeder") == ["2026-02-10_1000_samtale_M001"]
    assert "not up to date" not in (pack / "oversigt.html").read_text("utf-8")


def test_what_was_done_is_told_under_the_folders_final_name(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    edit(pack / M001 / "referat.docx")
    edit(pack / M001 / "invitation_B001.docx")
    result = built(making.book(making.meeting(date=MOVED, absent=("P002",))), [samtale], pack)
    told = (*result.written, *result.kept, *result.removed, *(found.place.file for found in result.findings))
    folders = {"moeder/2026-02-10_1000_samtale_M001", "kalendere", "post", "mail"}
    assert {name.rpartition("/")[0] for name in told} == folders
    assert all((pack / name).is_file() for name in (*result.written, *result.kept))


def test_the_overview_leads_to_the_folder_as_it_is_called(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    (pack / "moeder" / "2026-02-10_1000_samtale_M001").write_bytes(b"in the way")
    built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    assert f'href="{M001}/dagsorden.docx"' in (pack / "oversigt.html").read_text("utf-8")


def test_somebody_elses_folder_of_the_new_name_is_left_alone(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    taken = pack / "moeder" / "2026-02-10_1000_samtale_M001"
    taken.mkdir()
    (taken / "note.txt").write_text("min")
    result = built(making.book(making.meeting(date=MOVED)), [samtale], pack)
    assert codes(result) == [("W-162", M001)]
    assert names(pack, f"moeder/{taken.name}") == ["note.txt"]
    assert names(pack, M001) == FILES
    assert "tirsdag den 10.\N{NO-BREAK SPACE}februar 2026" in said(pack / M001 / "dagsorden.docx")


def test_a_folder_in_place_of_the_overview_stops_the_overview_only(pack: Path, samtale: MeetingType) -> None:
    (pack / "oversigt.html").mkdir(parents=True)
    result = built(making.book(), [samtale], pack)
    assert codes(result) == [("E-161", "oversigt.html")]
    assert names(pack, M001) == FILES


def test_a_path_that_is_too_long_is_one_clear_error(tmp_path: Path, samtale: MeetingType) -> None:
    with pytest.raises(PackError) as error:
        built(making.book(), [samtale], tmp_path / ("x" * 300))
    assert [finding.code for finding in error.value.findings] == ["E-160"]


def test_a_folder_that_cannot_be_made_is_one_error_and_not_one_a_file(
    pack: Path, samtale: MeetingType
) -> None:
    (pack / "moeder").mkdir(parents=True)
    (pack / M001).write_bytes(b"")
    assert codes(built(making.book(), [samtale], pack)) == [("E-161", M001)]


@pytest.mark.parametrize("after", range(len(FILES)))
def test_a_full_disk_is_one_clear_error_and_afterwards_the_build_goes_on(
    pack: Path, samtale: MeetingType, after: int
) -> None:
    with refusing("open", pack / "moeder", after), pytest.raises(PackError) as error:
        built(making.book(), [samtale], pack)
    assert [finding.code for finding in error.value.findings] == ["E-166"]
    assert all(name.removeprefix(f"{M001}/") in FILES for name in tree(pack) if not name.endswith("/"))
    result = built(making.book(), [samtale], pack)
    assert (len(of_meetings(result.written)), result.kept, result.findings) == (len(FILES) - after, (), ())
    assert names(pack, M001) == FILES
    everything = [*CALENDARS, *(f"{M001}/{name}" for name in FILES), "oversigt.html"]
    assert beside_mailing(sorted(tree(pack))) == everything


@pytest.mark.parametrize("after", range(len(CALENDARS)))
def test_so_is_one_on_which_the_calendars_have_no_room(pack: Path, samtale: MeetingType, after: int) -> None:
    with refusing("open", pack / "kalendere", after), pytest.raises(PackError) as error:
        built(making.book(), [samtale], pack)
    assert [finding.code for finding in error.value.findings] == ["E-166"]
    assert names(pack, M001) == FILES
    result = built(making.book(), [samtale], pack)
    assert (beside_mailing(result.written), result.kept, result.findings) == (CALENDARS[after:], (), ())


@pytest.mark.parametrize(
    ("step", "home", "after"),
    [("open", "post", 0), ("open", "post", 1), ("open", "post", 2), ("open", "mail", 0), ("open", "mail", 1)],
)
def test_so_is_one_that_fills_up_while_the_mailing_is_made(
    pack: Path, samtale: MeetingType, step: str, home: str, after: int
) -> None:
    with refusing(step, pack / home, after), pytest.raises(PackError) as error:
        built(making.book(), [samtale], pack)
    assert [finding.code for finding in error.value.findings] == ["E-166"]
    assert [name for name in tree(pack) if "docgen-tmp" in name] == [], "nothing half-written"
    result = built(making.book(), [samtale], pack)
    assert (result.kept, result.findings) == ((), ())
    mailing = ["breve.docx", "etiketter.docx", "moedeleder_P001.docx"]
    assert names(pack, "post") == mailing
    assert names(pack, "mail") == ["M001_P001.eml", "M001_P002.eml"]
