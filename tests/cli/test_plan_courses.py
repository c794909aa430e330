"""``docgen plan`` with courses: what it shows, and the rows that ``--write`` puts on Møder."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

import docgen
from docgen.errors import WorkbookError
from docgen.model import Meeting
from docgen.workbook.columns_meetings import MEETINGS
from docgen.workbook.rows import Row
from tests.commandline import SAMPLES, Run
from tests.workbook.books import RESIDENT, headings, written

TODAY = ("--today", "2026-01-19")
COURSES = ("ledersamtaler", "jobcenter")


@pytest.fixture(params=COURSES)
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of each sample with courses, alone in its folder."""
    return copied(tmp_path, request.param)


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    return copied(tmp_path, "ledersamtaler")


def copied(folder: Path, name: str) -> Path:
    return Path(shutil.copy(SAMPLES / f"{name}.xlsx", folder))


def planned(run: Run, book: Path, *more: object) -> dict[str, Any]:
    content = json.loads(run("plan", book, *TODAY, "--json", *more).out)
    assert isinstance(content, dict)
    return content


def times(content: Mapping[str, Any]) -> dict[str, str]:
    return {one["nr"]: f"{one['date']} {one['start']}" for one in content["meetings"]}


def rows(book: Path) -> dict[str, Meeting]:
    return {row.nr: row for row in docgen.load(book).meetings}


def edit(book: Path, sheet: str, nr: str, values: Mapping[str, Any]) -> None:
    """Somebody changes one row, and saves."""
    file = load_workbook(book)
    page = file[sheet]
    at = headings(page)
    (row,) = (row for row in range(2, page.max_row + 1) if page.cell(row, at["Nr"]).value == nr)
    for heading, value in values.items():
        page.cell(row, at[heading]).value = value
    file.save(book)


def edited(book: Path, change: Any) -> None:
    """Somebody works in the sheet Møder, and saves."""
    file = load_workbook(book)
    change(file["Møder"])
    file.save(book)


def without_origin(content: Mapping[str, Any]) -> dict[str, Any]:
    """A plan without what says where its meetings stand."""
    lists = {
        name: [{key: value for key, value in one.items() if key != "origin"} for one in content[name]]
        for name in ("meetings", "calendar")
    }
    return {**content, **lists}


class TestWriting:
    def test_the_written_workbook_gives_the_same_plan(self, run: Run, book: Path) -> None:
        before = planned(run, book)
        assert run("plan", book, *TODAY, "--write", "-q").status == 0
        after = planned(run, book)
        assert without_origin(after) == without_origin(before)
        computed = {one["nr"] for one in before["meetings"] if one["origin"] == "course"}
        assert computed
        assert {one["nr"] for one in after["meetings"] if one["origin"] == "own row"} == computed
        assert not any(one["origin"] == "course" for one in after["meetings"])

    def test_every_computed_meeting_has_a_row_and_those_of_people_are_as_they_were(
        self, run: Run, book: Path
    ) -> None:
        before, content = rows(book), planned(run, book)
        run("plan", book, *TODAY, "--write")
        after = rows(book)
        assert {nr: after[nr] for nr in before} == before
        assert after.keys() - before.keys() == {
            one["nr"] for one in content["meetings"] if one["origin"] == "course"
        }
        assert docgen.load(book).findings == ()
        for nr in after.keys() - before.keys():
            row = after[nr]
            assert row.computed == f"{row.date:%d-%m-%Y} {row.start:%H:%M}"
            assert (row.course, row.length, row.facilitator, row.theme) == (
                nr.partition("-")[0],
                None,
                "",
                "",
            )

    def test_it_says_what_was_written_and_where_the_copy_is(self, run: Run, talks: Path) -> None:
        before = talks.read_bytes()
        said = run("plan", talks, *TODAY, "--write").out.splitlines()
        copy = "ledersamtaler-kopi-2026-01-19-0000.xlsx"
        assert said[-2:] == [
            "Written on the sheet Møder: 32 new rows.",
            f"A copy of the workbook as it was: {copy}",
        ]
        assert (talks.parent / copy).read_bytes() == before

    def test_the_second_time_there_is_nothing_to_write(self, run: Run, book: Path) -> None:
        run("plan", book, *TODAY, "--write")
        files = {one.name: one.read_bytes() for one in book.parent.iterdir()}
        again = run("plan", book, *TODAY, "--write")
        assert again.out.splitlines()[-1] == "The sheet Møder is up to date: nothing was written."
        assert {one.name: one.read_bytes() for one in book.parent.iterdir()} == files

    def test_without_write_nothing_is_touched(self, run: Run, book: Path) -> None:
        before = book.read_bytes()
        run("plan", book, *TODAY)
        run("plan", book, *TODAY, "--month")
        assert ([one.name for one in book.parent.iterdir()], book.read_bytes()) == ([book.name], before)

    def test_only_what_was_chosen_is_written(self, run: Run, talks: Path) -> None:
        before = rows(talks)
        run("plan", talks, *TODAY, "--write", "--from", "2026-04-01", "--to", "2026-04-10")
        assert sorted(rows(talks).keys() - before.keys()) == ["F001-07", "F002-05", "F004-06"]
        assert (
            rows(talks)["F004-06"].remark.replace("\u00a0", " ")
            == "flyttet fra torsdag den 2. april (skærtorsdag)"
        )

    def test_as_json_it_says_which_rows_and_where_the_copy_is(self, run: Run, talks: Path) -> None:
        content = planned(run, talks, "--write", "--to", "2026-03-10")
        assert content["written"] == {
            "added": ["F003-06", "F004-03", "F004-04", "F001-05"],
            "changed": [],
            "copy": str(talks.parent / "ledersamtaler-kopi-2026-01-19-0000.xlsx"),
        }
        again = planned(run, talks, "--write", "--to", "2026-03-10")
        assert again["written"] == {"added": [], "changed": [], "copy": ""}

    def test_what_people_have_on_the_sheet_stays(self, run: Run, talks: Path) -> None:
        def change(page: Worksheet) -> None:
            page.cell(1, page.max_column + 1, "Egne noter")
            page.cell(2, page.max_column, "husk kaffe")
            page.cell(2, headings(page)["Dato"]).comment = Comment("Ring først", "Rune")

        edited(talks, change)
        run("plan", talks, *TODAY, "--write")
        page = load_workbook(talks)["Møder"]
        at = headings(page)
        comment = page.cell(2, at["Dato"]).comment
        assert page.cell(2, at["Egne noter"]).value == "husk kaffe"
        assert comment is not None
        assert comment.text == "Ring først"

    @pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
    def test_a_workbook_that_is_open_is_left_alone(self, run: Run, talks: Path, lock: str) -> None:
        before = talks.read_bytes()
        talks.with_name(lock.format(talks.name)).write_bytes(b"")
        refused = run("plan", talks, *TODAY, "--write")
        assert (refused.status, refused.out) == (2, "")
        assert "E-016" in refused.err
        assert (talks.read_bytes(), list(talks.parent.glob("*kopi*"))) == (before, [])

    def test_so_is_one_that_has_changed_since_it_was_read(self, talks: Path) -> None:
        now = dt.datetime(2026, 1, 19, 8, tzinfo=dt.UTC)
        plan = docgen.plan(docgen.load(talks), docgen.meeting_types(), now=now)
        edit(talks, "Møder", "F001-01", {"Start": dt.time(14)})
        before = talks.read_bytes()
        with pytest.raises(WorkbookError) as refused:
            docgen.write(plan, talks)
        assert [found.code for found in refused.value.findings] == ["E-017"]
        assert (talks.read_bytes(), list(talks.parent.glob("*kopi*"))) == (before, [])

    def test_an_error_elsewhere_does_not_keep_the_others_from_being_written(
        self, run: Run, talks: Path
    ) -> None:
        edit(talks, "Forløb", "F004", {"Mødeinterval": "Hver tredje uge"})
        before = rows(talks)
        outcome = run("plan", talks, *TODAY, "--write")
        assert outcome.status == 1
        added = {nr.partition("-")[0] for nr in rows(talks).keys() - before.keys()}
        assert added == {"F001", "F002", "F003"}


class TestAfterwards:
    """People change a course, or a row, once the meetings are written."""

    @pytest.fixture
    def written(self, run: Run, talks: Path) -> Path:
        run("plan", talks, *TODAY, "--write", "-q")
        return talks

    def test_a_new_time_of_the_course_moves_its_own_rows_and_no_others(self, run: Run, written: Path) -> None:
        before = times(planned(run, written))
        edit(written, "Forløb", "F001", {"Tidspunkt": dt.time(14, 30)})
        after = times(planned(run, written))
        moved = {nr for nr in after if after[nr] != before[nr]}
        assert moved == {f"F001-{number:02}" for number in range(5, 15)}
        assert {after[nr].partition(" ")[2] for nr in moved} == {"14:30"}
        said = run("plan", written, *TODAY, "--write").out
        assert "Written on the sheet Møder: 10 rows changed." in said
        assert {nr: f"{rows(written)[nr].date} {rows(written)[nr].start:%H:%M}" for nr in moved} == {
            nr: after[nr] for nr in moved
        }
        assert times(planned(run, written)) == after

    def test_a_row_that_people_have_moved_stays_also_when_the_course_moves(
        self, run: Run, written: Path
    ) -> None:
        edit(written, "Møder", "F001-06", {"Dato": dt.datetime(2026, 3, 25, tzinfo=None)})  # noqa: DTZ001
        edit(written, "Forløb", "F001", {"Tidspunkt": dt.time(14, 30)})
        run("plan", written, *TODAY, "--write")
        after = times(planned(run, written))
        assert (after["F001-06"], after["F001-07"]) == ("2026-03-25 13:00", "2026-04-07 14:30")

    def test_a_row_that_people_have_deleted_comes_back_where_the_course_has_it(
        self, run: Run, written: Path
    ) -> None:
        before = times(planned(run, written))
        edit(written, "Møder", "F001-07", dict.fromkeys(column.heading for column in MEETINGS.columns))
        edit(written, "Forløb", "F001", {"Tidspunkt": dt.time(9)})
        after = planned(run, written)
        assert times(after)["F001-07"] == before["F001-07"].replace("13:00", "09:00")
        assert [one["origin"] for one in after["meetings"] if one["nr"] == "F001-07"] == ["course"]

    def test_a_course_that_ends_calls_its_own_rows_off(self, run: Run, written: Path) -> None:
        edit(written, "Forløb", "F001", {"Status": "Afsluttet"})
        said = run("plan", written, *TODAY, "--write").out
        assert "Written on the sheet Møder: 10 rows changed." in said
        status = {nr: row.status.value for nr, row in rows(written).items() if nr.startswith("F001-")}
        assert status == {
            f"F001-{number:02}": "Planlagt" if number < 5 else "Aflyst" for number in range(1, 15)
        }
        again = run("plan", written, *TODAY, "--write").out
        assert "nothing was written" in again

    def test_a_later_day_writes_what_has_come_within_reach(self, run: Run, written: Path) -> None:
        before = rows(written).keys()
        run("plan", written, "--today", "2026-02-16", "--write")
        assert sorted(rows(written).keys() - before) == [
            "F001-15",
            "F001-16",
            "F002-13",
            "F002-14",
            "F004-14",
            "F004-15",
        ]

    def test_an_earlier_clock_calls_nothing_off(self, run: Run, written: Path) -> None:
        before = rows(written)
        run("plan", written, "--today", "2025-03-03", "--write")
        after = rows(written)
        assert {nr: after[nr] for nr in before} == before


class TestWithAPack:
    def test_writing_the_rows_of_what_was_sent_changes_nothing_for_anybody(
        self, run: Run, talks: Path
    ) -> None:
        window = (*TODAY, "--to", "2026-03-10")
        assert run("build", talks, *window, "-q").status == 0
        assert run("sent", talks.with_name("ledersamtaler-pakke"), "--date", "2026-01-19").status == 0
        run("plan", talks, *window, "--write", "-q")
        content = json.loads(run("plan", talks, *window, "--json").out)
        assert {one["change"] for one in content["meetings"]} == {"unchanged", "cancelled"}
        assert {one["action"] for one in content["meetings"]} == {"nothing"}
        assert (content["gone"], content["cancellations"]) == ([], [])

    def test_a_meeting_that_was_sent_and_is_moved_is_an_update(self, run: Run, talks: Path) -> None:
        window = (*TODAY, "--to", "2026-03-10")
        run("build", talks, *window, "-q")
        run("sent", talks.with_name("ledersamtaler-pakke"), "--date", "2026-01-19")
        edit(talks, "Forløb", "F004", {"Tidspunkt": dt.time(13)})
        content = json.loads(run("plan", talks, *window, "--json").out)
        told = {one["nr"]: (one["action"], one["update"]) for one in content["meetings"]}
        assert told["F004-03"] == ("update", ["start"])
        assert told["F004-01"] == ("nothing", [])
        said = run("plan", talks, *window).out
        assert "F004-03  Thu 2026-02-26 13:00" in said
        assert "changed (time)" in said


def test_the_plan_says_why_a_meeting_has_moved(run: Run, talks: Path) -> None:
    said = run("plan", talks, *TODAY, "--lang", "da").out
    (line,) = (line for line in said.splitlines() if line.startswith("F004-06"))
    assert line.endswith("flyttet fra tor 02-04-2026 14.00 (skærtorsdag)")


def test_promises_and_sheets_are_in_the_json(run: Run, tmp_path: Path) -> None:
    content = planned(run, copied(tmp_path, "jobcenter"))
    first = next(one for one in content["deadlines"] if one["nr"] == "F001-opfoelgning")
    assert first == {
        "nr": "F001-opfoelgning",
        "course": "F001",
        "resident": "B001",
        "title": "Frist: første opfølgning",
        "date": "2026-02-10",
        "kept": True,
    }
    sheets = {one["nr"]: one["meetings"] for one in content["courses"]}
    assert list(sheets) == [f"F00{number}" for number in range(1, 8)]
    assert sheets["F001"][:5] == ["M001", "M002", "F001-01", "F001-02", "F001-03"]


class TestOneOfThem:
    @pytest.mark.parametrize("number", ["F001-05", "f001-05"])
    def test_a_meeting_of_a_course_may_be_named_although_it_has_no_row(
        self, run: Run, talks: Path, number: str
    ) -> None:
        (only,) = planned(run, talks, "--meeting", number)["meetings"]
        assert (only["nr"], only["origin"]) == ("F001-05", "course")
        assert only["letters"] is True  # as it was asked for

    def test_it_may_be_written_alone(self, run: Run, talks: Path) -> None:
        before = rows(talks).keys()
        run("plan", talks, *TODAY, "--write", "--meeting", "F001-06")
        assert rows(talks).keys() - before == {"F001-06"}

    def test_one_that_the_course_does_not_have_is_not_planned(self, run: Run, talks: Path) -> None:
        said = run("plan", talks, *TODAY, "--meeting", "F001-99")
        assert (said.status, said.out.splitlines()[0][:10]) == (0, "0 meetings")
        assert "No planned meeting is among those chosen" in said.err

    @pytest.mark.parametrize("number", ["F009-01", "F001-5", "F001-xx", "F001"])
    def test_a_number_of_no_course_is_a_wrong_call(self, run: Run, talks: Path, number: str) -> None:
        refused = run("plan", talks, *TODAY, "--meeting", number)
        assert refused.status == 2
        assert f"no meeting {number}" in refused.err


def test_a_workbook_with_courses_alone_says_where_its_meetings_lie(run: Run, tmp_path: Path) -> None:
    course: Row = {"Nr": "F001", "Beboer": "B001", "Type": "opfoelgningsmoede", "Start": dt.date(2026, 2, 3),
                   "Slut": dt.date(2026, 3, 31), "Sted": "Salen"}  # fmt: skip
    book = written(tmp_path, {"Beboere": [RESIDENT], "Forløb": [course]})
    said = run("plan", book, *TODAY, "--from", "2026-05-01", "--to", "2026-05-31")
    assert "The workbook's meetings lie between 2026-02-03 and 2026-03-31." in said.err
