"""Building a pack: what lies in it, and what a second build does."""

from __future__ import annotations

import datetime as dt
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import docgen
from docgen import resources
from docgen.meetingtypes.definition import MeetingType
from docgen.meetingtypes.loader import load_types
from docgen.model import MeetingStatus, Workbook
from docgen.packs import ledger
from docgen.packs.build import Options, build_pack
from docgen.planning import Change, Window
from tests import making
from tests.documents.word import members
from tests.packs.building import (
    BUNDLE,
    CALENDARS,
    FILES,
    LETTERS_FILE,
    M001,
    M002,
    MOVED,
    built,
    drafts,
    letter,
    mailing,
    meeting_type,
    names,
    planned,
    said,
    tree,
    two,
)
from tests.pictures import png


def test_the_pack_lies_as_it_should(pack: Path, samtale: MeetingType) -> None:
    result = built(making.book(*two()), [samtale], pack)
    folders = [f"{folder}/{name}" for folder in (M001, M002) for name in FILES]
    wanted = sorted([*CALENDARS, *folders, *mailing("M001", "M002")])
    assert sorted(tree(pack)) == sorted([*wanted, "oversigt.html"])
    assert (pack / ".docgen" / "ledger.sqlite").is_file()
    assert sorted(result.written) == wanted
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
    folder = [f"{M001}/{name}" for name in FILES]
    mailed = [LETTERS_FILE, BUNDLE, *drafts("M001")]
    assert sorted(result.written) == sorted([*CALENDARS, *folder, *mailed])
    assert "Nyt tema" in said(pack / M001 / "dagsorden.docx")


def test_a_changed_date_renames_the_folder(pack: Path, samtale: MeetingType) -> None:
    built(making.book(*two()), [samtale], pack)
    (pack / M001 / "egen note.txt").write_text("min")
    built(making.book(*two(date=MOVED, start=dt.time(9, 30))), [samtale], pack)
    moved = "moeder/2026-02-10_0930_samtale_M001"
    assert names(pack, "moeder") == sorted([M002.removeprefix("moeder/"), moved.removeprefix("moeder/")])
    assert names(pack, moved) == sorted([*FILES, "egen note.txt"])
    assert "tirsdag den 10.\N{NO-BREAK SPACE}februar 2026" in said(pack / moved / "dagsorden.docx")


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
    assert [name for name in after if before[name] != after[name]] == ["oversigt.html"]
    gone = sorted([*CALENDARS, *mailing("M001")])
    assert sorted(before.keys() - after.keys()) == gone, "they hold what lies ahead"


def test_a_new_template_reaches_meetings_that_have_not_changed(pack: Path, tmp_path: Path) -> None:
    kind = meeting_type(tmp_path / "typer")
    built(making.book(), [kind], pack)
    kind.path(kind.documents[3]).write_bytes(letter("Nyt brevpapir"))
    built(making.book(), [meeting_type(tmp_path / "typer")], pack)
    assert said(pack / M001 / "dagsorden.docx") == "Nyt brevpapir"


def test_a_new_logo_reaches_meetings_that_have_not_changed(pack: Path, tmp_path: Path) -> None:
    types = [kind for kind in load_types(resources.templates()) if kind.name == "dialogmoede"]
    workbook = making.book(
        making.meeting(type="dialogmoede"),
        institution=making.house(logo="logo.png"),
        residents=(making.resident(employed=True),),
    )

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
            plan = docgen.plan(workbook, types, now=making.NOW, pack=pack, logo_folder=tmp_path)
            assert [one.change is Change.UNCHANGED for one in plan.meetings] == [not writes]
            result = build_pack(plan, pack, Options())
            assert bool(result.written) is writes
            assert logos() == ({picture} if picture else set())
    assert [finding.code for finding in plan.findings] == ["W-230", "W-164"]  # one such meeting is too few
    assert docgen.check(workbook, types, now=making.NOW, logo_folder=tmp_path) == plan.findings


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
    folder = [f"{M001}/{name}" for name in FILES]
    assert sorted(tree(pack)) == sorted([*CALENDARS, *folder, *mailing("M001"), "oversigt.html"])


STATES = st.fixed_dictionaries(
    {
        "theme": st.sampled_from(["Et tema", "Et andet tema"]),
        "date": st.sampled_from([dt.date(2026, 2, 3), MOVED]),
        "absent": st.sampled_from([(), ("P002",), ("beboer",)]),
        "status": st.sampled_from([MeetingStatus.PLANNED, MeetingStatus.CANCELLED]),
    }
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
