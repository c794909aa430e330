"""Building a pack: what lies in it, what a second build does, and what people wrote in it."""

from __future__ import annotations

import datetime as dt
import shutil
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen import resources
from docgen.errors import PackError
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from docgen.model import MeetingStatus, Workbook
from docgen.packs import ledger
from docgen.packs.build import BuildResult, Options, build_pack
from docgen.packs.ledger import built_in
from docgen.planning import Window
from tests import making
from tests.documents.word import members, paragraphs
from tests.packs.building import MOVED, built, letter, meeting_type, planned, tree, two
from tests.packs.full_disk import refusing
from tests.pictures import png

M001 = "moeder/2026-02-03_1000_samtale_M001"
M002 = "moeder/2026-02-04_1000_samtale_M002"
LETTERS = [f"invitation_{nr}.docx" for nr in ("B001", "P001", "P002")]
FILES = ["dagsorden.docx", *LETTERS, "moede.ics", "referat.docx"]


def names(pack: Path, folder: str) -> list[str]:
    return sorted(path.name for path in (pack / folder).iterdir())


def said(path: Path) -> str:
    """The text of a document, a paragraph a line."""
    return "\n".join(paragraphs(path.read_bytes()))


def codes(result: BuildResult) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.place)) for finding in result.findings]


def edit(path: Path, *more: str) -> bytes:
    """A person writes in this document; gives back what it holds now."""
    data = letter("Skrevet af et menneske", *more)
    path.write_bytes(data)
    return data


def test_the_pack_lies_as_it_should(pack: Path, samtale: MeetingType) -> None:
    result = built(making.book(*two()), [samtale], pack)
    folders = [M001, M002]
    assert sorted(tree(pack)) == sorted(
        [*(f"{folder}/{name}" for folder in folders for name in FILES), "oversigt.html"]
    )
    assert (pack / ".docgen" / "ledger.sqlite").is_file()
    assert sorted(result.written) == [f"{folder}/{name}" for folder in folders for name in FILES]
    assert (result.kept, result.removed, result.left_out, result.findings) == ((), (), (), ())
    assert result.pack == pack


def test_each_letter_is_the_receivers_own(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    assert "Kære Asta Eksempel" in said(pack / M001 / "invitation_B001.docx")
    assert said(pack / M001 / "invitation_P002.docx").replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "19. januar 2026",
        "Kære Bo Enhedsen",
        "tirsdag den 3. februar 2026 kl. 10.00–11.00, Mødelokale 1",
        "om Asta Eksempel",
    ]
    assert "Asta Eksempel Bo Enhedsen Lene Ledersen" in said(pack / M001 / "referat.docx")


def test_the_first_build_says_that_nothing_was_there_before(pack: Path, samtale: MeetingType) -> None:
    assert built(making.book(), [samtale], pack).is_new
    assert not built(making.book(), [samtale], pack).is_new


def test_an_empty_folder_that_was_there_is_a_new_pack_too(pack: Path, samtale: MeetingType) -> None:
    pack.mkdir()
    assert built(making.book(), [samtale], pack).is_new


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, samtale: MeetingType) -> None:
    workbook = making.book(*two())
    built(workbook, [samtale], tmp_path / "en")
    built(replace(workbook, meetings=workbook.meetings[::-1]), [samtale], tmp_path / "to")
    assert tree(tmp_path / "en") == tree(tmp_path / "to")


def test_a_second_build_writes_nothing(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    before = {path: path.stat().st_mtime_ns for path in pack.rglob("*") if path.is_file()}
    result = built(making.book(*two()), [samtale], pack)
    assert result.written == ()
    documents = [path for path in before if path.name != ledger.FILE]
    assert {path: path.stat().st_mtime_ns for path in documents} == {path: before[path] for path in documents}


def test_a_later_build_leaves_what_has_not_changed_as_it_was(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    before = tree(pack)
    result = built(making.book(*two()), [samtale], pack, now=making.LATER)
    assert result.written == ()
    assert [name for name, data in tree(pack).items() if data != before[name]] == ["oversigt.html"]


def test_a_changed_meeting_is_written_anew_and_the_other_is_not(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    result = built(making.book(*two(theme="Nyt tema")), [samtale], pack, now=making.LATER)
    assert sorted(result.written) == [f"{M001}/{name}" for name in FILES]
    assert "Nyt tema" in said(pack / M001 / "dagsorden.docx")


def test_a_changed_date_renames_the_folder(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    (pack / M001 / "egen note.txt").write_text("min")
    built(making.book(*two(date=MOVED, start=dt.time(9, 30))), [samtale], pack)
    moved = "moeder/2026-02-10_0930_samtale_M001"
    assert names(pack, "moeder") == sorted([M002.removeprefix("moeder/"), moved.removeprefix("moeder/")])
    assert names(pack, moved) == sorted([*FILES, "egen note.txt"])
    assert "tirsdag den 10.\N{NO-BREAK SPACE}februar 2026" in said(pack / moved / "dagsorden.docx")


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


def test_numbers_that_end_alike_are_not_mixed_up(pack: Path, samtale: MeetingType) -> None:
    numbers = ("1", "01", "M-1", "M1")
    rows = [making.meeting(row, nr=nr, start=dt.time(8 + row, 0)) for row, nr in enumerate(numbers, 2)]
    built(making.book(*rows), [samtale], pack)
    moved = [replace(row, date=MOVED) for row in rows]
    built(making.book(*moved), [samtale], pack)
    assert names(pack, "moeder") == [
        f"2026-02-10_{row.start:%H%M}_samtale_{row.nr}" for row in sorted(moved, key=lambda row: row.start)
    ]
    assert all(len(names(pack, f"moeder/{folder}")) == len(FILES) for folder in names(pack, "moeder"))


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
    result = built(making.book(making.meeting(place="Et andet sted")), [samtale], pack)
    assert (pack / M001 / "referat.docx").read_bytes() == mine
    assert codes(result) == [("W-160", f"{M001}/referat.docx")]
    assert result.kept == (f"{M001}/referat.docx",)
    assert names(pack, M001) == FILES
    built(making.book(making.meeting(place="Et tredje sted")), [samtale], pack)
    assert (pack / M001 / "referat.docx").read_bytes() == mine


def test_what_people_wrote_in_a_meeting_that_has_not_changed_stays_where_it_is(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(), [samtale], pack)
    mine = {name: edit(pack / M001 / name) for name in ("invitation_B001.docx", "referat.docx")}
    (pack / M001 / "dagsorden.docx").unlink()
    result = built(making.book(), [samtale], pack, now=making.LATER)
    assert result.written == (f"{M001}/dagsorden.docx",)
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
    assert result.written == (f"{M001}/invitation_B001.docx",)


def test_called_off_before_anything_was_sent_the_files_go_away(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    result = built(making.book(*two(status=MeetingStatus.CANCELLED)), [samtale], pack)
    assert names(pack, "moeder") == [M002.removeprefix("moeder/")]
    assert sorted(result.removed) == [f"{M001}/{name}" for name in FILES]
    assert list(built_in(pack)) == ["M002"]


def test_but_not_what_people_wrote_which_is_named(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    mine = edit(pack / M001 / "referat.docx")
    (pack / M001 / "note.txt").write_text("min")
    result = built(making.book(two()[1]), [samtale], pack)
    assert names(pack, M001) == ["note.txt", "referat.docx"]
    assert (pack / M001 / "referat.docx").read_bytes() == mine
    assert codes(result) == [("W-163", f"{M001}/referat.docx")]
    assert result.kept == (f"{M001}/referat.docx",)


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


def test_what_lies_outside_the_window_stays(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    before = tree(pack)
    window = Window(meetings=frozenset({"M002"}))
    built(making.book(*two(theme="Nyt")), [samtale], pack, window=window)
    assert {name: data for name, data in tree(pack).items() if name.startswith(M001)} == {
        name: data for name, data in before.items() if name.startswith(M001)
    }


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.MISSED])
def test_what_has_been_stays_as_it_was(pack: Path, samtale: MeetingType, status: MeetingStatus) -> None:
    built(making.book(), [samtale], pack)
    before = tree(pack)
    built(making.book(making.meeting(status=status, place="Et andet sted")), [samtale], pack)
    after = tree(pack)
    assert [name for name in before if before[name] != after[name]] == ["oversigt.html"]


def test_who_no_longer_takes_part_loses_their_letter(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    result = built(making.book(making.meeting(absent=("P002",))), [samtale], pack)
    assert result.removed == (f"{M001}/invitation_P002.docx",)
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
    assert result.removed == (f"{M001}/invitation_P004.docx",)
    for name, data in tree(pack).items():
        text = str(paragraphs(data)) if name.endswith(".docx") else data.decode()
        assert "Karl" not in text
        assert "P004" not in text


def test_a_meeting_with_an_error_is_left_out_and_what_was_built_before_stays(
    pack: Path, samtale: MeetingType
) -> None:
    built(making.book(*two()), [samtale], pack)
    wrong = making.book(*two(extra=("P999",)))
    result = built(wrong, [samtale], pack)
    assert [(left.nr, [f.code for f in left.findings]) for left in result.left_out] == [("M001", ["E-062"])]
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
    assert "M001" not in built_in(pack)


def test_a_meeting_whose_new_template_is_broken_keeps_its_old_files_under_their_old_date(
    pack: Path, tmp_path: Path
) -> None:
    kind = meeting_type(tmp_path / "typer")
    built(making.book(), [kind], pack)
    before = tree(pack)
    kind.path(kind.documents[0]).write_bytes(letter("{% if %}"))
    result = built(making.book(making.meeting(date=MOVED)), [meeting_type(tmp_path / "typer")], pack)
    assert [left.nr for left in result.left_out] == ["M001"]
    assert {name: data for name, data in tree(pack).items() if name != "oversigt.html"} == {
        name: data for name, data in before.items() if name != "oversigt.html"
    }


def test_a_new_template_reaches_meetings_that_have_not_changed(pack: Path, tmp_path: Path) -> None:
    kind = meeting_type(tmp_path / "typer")
    built(making.book(), [kind], pack)
    kind.path(kind.documents[3]).write_bytes(letter("Nyt brevpapir"))
    built(making.book(), [meeting_type(tmp_path / "typer")], pack)
    assert said(pack / M001 / "dagsorden.docx") == "Nyt brevpapir"


def test_a_new_logo_reaches_meetings_that_have_not_changed(pack: Path, tmp_path: Path) -> None:
    types = [kind for kind in load_types(resources.templates()) if kind.name == "dialogmoede"]
    workbook = making.book(making.meeting(type="dialogmoede"), institution=making.house(logo="logo.png"))

    def logos() -> set[bytes]:
        (folder,) = names(pack, "moeder")
        found = members((pack / "moeder" / folder / "dagsorden.docx").read_bytes())
        return {data for name, data in found.items() if "docgen-logo" in name}

    for picture in (png(3, 2), png(5, 2), None):
        if picture:
            (tmp_path / "logo.png").write_bytes(picture)
        else:
            (tmp_path / "logo.png").unlink()
        for writes in (True, False):
            plan = planned(workbook, types, pack, making.NOW)
            result = build_pack(plan, pack, Options(), logo_folder=tmp_path)
            assert bool(result.written) is writes
            assert logos() == ({picture} if picture else set())
    assert [finding.code for finding in result.findings] == ["W-164"]


def test_a_file_that_cannot_be_written_is_an_error_the_rest_is_built_and_next_time_it_too(
    pack: Path, samtale: MeetingType
) -> None:
    (pack / M001 / "dagsorden.docx").mkdir(parents=True)
    result = built(making.book(*two()), [samtale], pack)
    assert codes(result) == [("E-161", f"{M001}/dagsorden.docx")]
    assert sorted(result.written) == sorted(
        [
            f"{folder}/{name}"
            for folder in (M001, M002)
            for name in FILES
            if (folder, name) != (M001, "dagsorden.docx")
        ]
    )
    (pack / M001 / "dagsorden.docx").rmdir()
    again = built(making.book(*two()), [samtale], pack)
    assert again.written == (f"{M001}/dagsorden.docx",)
    assert (again.findings, again.kept) == ((), ())


def test_a_file_in_place_of_a_meetings_folder_stops_that_meeting_only(
    pack: Path, samtale: MeetingType
) -> None:
    (pack / "moeder").mkdir(parents=True)
    (pack / M001).write_bytes(b"")
    result = built(making.book(*two()), [samtale], pack)
    assert {code for code, _ in codes(result)} == {"E-161"}
    assert names(pack, M002) == FILES


@pytest.mark.parametrize("in_the_way", ["", "/moeder", "/.docgen"])
def test_a_file_in_place_of_a_folder_is_one_clear_error(
    pack: Path, samtale: MeetingType, in_the_way: str
) -> None:
    path = Path(f"{pack}{in_the_way}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    if in_the_way == "/moeder":
        assert {code for code, _ in codes(built(making.book(), [samtale], pack))} == {"E-161"}
    else:
        with pytest.raises(PackError) as error:
            built(making.book(), [samtale], pack)
        assert [finding.code for finding in error.value.findings] == ["E-165" if not in_the_way else "E-160"]
    assert path.read_bytes() == b"mine"


def test_a_ledger_that_was_lost_costs_nobody_their_edits(pack: Path, samtale: MeetingType) -> None:
    built(making.book(), [samtale], pack)
    mine = {name: edit(pack / M001 / name) for name in ("invitation_B001.docx", "referat.docx")}
    shutil.rmtree(pack / ".docgen")
    result = built(making.book(), [samtale], pack)
    assert result.is_new
    assert (pack / M001 / "referat.docx").read_bytes() == mine["referat.docx"]
    assert (pack / M001 / "invitation_B001_redigeret.docx").read_bytes() == mine["invitation_B001.docx"]
    assert result.written == (f"{M001}/invitation_B001.docx",)


@pytest.mark.parametrize("after", range(len(FILES)))
def test_a_full_disk_is_one_clear_error_and_afterwards_the_build_goes_on(
    pack: Path, samtale: MeetingType, after: int
) -> None:
    with refusing("open", pack, after), pytest.raises(PackError) as error:
        built(making.book(), [samtale], pack)
    assert [finding.code for finding in error.value.findings] == ["E-166"]
    assert all(name.removeprefix(f"{M001}/") in FILES for name in tree(pack) if not name.endswith("/"))
    result = built(making.book(), [samtale], pack)
    assert (len(result.written), result.kept, result.findings) == (len(FILES) - after, (), ())
    assert names(pack, M001) == FILES


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
def test_the_pack_takes_the_permissions_of_the_folder_it_is_in(pack: Path, samtale: MeetingType) -> None:
    pack.parent.chmod(0o2770)
    built(making.book(), [samtale], pack)

    def mode(name: str) -> int:
        return stat.S_IMODE((pack / name).stat().st_mode)

    assert {mode(name) for name in ("", "moeder", M001)} == {0o2770}
    assert {mode(name) for name in (f"{M001}/dagsorden.docx", f"{M001}/moede.ics", "oversigt.html")} == {
        0o660
    }
    assert (mode(".docgen"), mode(".docgen/ledger.sqlite")) == (0o700, 0o600)


def test_progress_counts_the_meetings(pack: Path, samtale: MeetingType) -> None:
    seen: list[tuple[int, int]] = []
    rows = [making.meeting(row, nr=f"M{row:03}", start=dt.time(8, row % 60)) for row in range(2, 42)]
    plan = planned(making.book(*rows), [samtale], pack, making.NOW)
    build_pack(plan, pack, Options(), progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 40)
    assert seen[-1] == (40, 40)
    assert seen == sorted(seen)


letters = st.text(st.characters(categories=["L"]), min_size=4, max_size=12)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(letters, letters, letters)
def test_no_name_of_a_person_stands_in_a_file_or_folder_name(
    tmp_path_factory: pytest.TempPathFactory, samtale: MeetingType, first: str, last: str, other: str
) -> None:
    pack = tmp_path_factory.mktemp("pakker") / "pakke"
    resident = making.resident(first_name=first, last_name=last)
    people = tuple(replace(one, name=f"{other} {one.nr[-1]}") for one in making.staff())
    built(making.book(residents=(resident,), people=people), [samtale], pack)
    assert sorted(tree(pack)) == sorted([*(f"{M001}/{name}" for name in FILES), "oversigt.html"])


STATES = st.fixed_dictionaries(
    {
        "theme": st.sampled_from(["Et tema", "Et andet tema"]),
        "date": st.sampled_from([dt.date(2026, 2, 3), MOVED]),
        "absent": st.sampled_from([(), ("P002",), ("beboer",)]),
        "status": st.sampled_from([MeetingStatus.PLANNED, MeetingStatus.CANCELLED]),
    }
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STATES, min_size=1, max_size=4))
def test_whatever_was_built_before_the_files_are_those_of_a_straight_build(
    tmp_path_factory: pytest.TempPathFactory, samtale: MeetingType, steps: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("pakker")

    def workbook(changes: dict[str, Any]) -> Workbook:
        return making.book(*two(**changes))

    for changes in steps:
        built(workbook(changes), [samtale], folder / "pakke")
    built(workbook(steps[-1]), [samtale], folder / "straks")
    assert tree(folder / "pakke") == tree(folder / "straks")
