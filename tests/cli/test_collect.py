"""``docgen collect``: what it says and gives back, and what it writes into the workbook."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from docgen.minutes.values import Agreed, NextMeeting
from docgen.model import DecisionStatus, MeetingStatus
from tests.cli.administrator import Administrator
from tests.minutes.facilitator import correct, fill_in
from tests.pictures import png
from tests.workbook.books import headings
from tests.workbook.editing.making import changed, members

HOUR = Agreed("1", "Benny prøver en time mere", "Mikkel Havtorn", dt.date(2026, 2, 27))
CALL = Agreed("2", "Lene ringer til gartneriet", "P001")
MARCH = NextMeeting(dt.date(2026, 3, 31), dt.time(10, 30), "Mødelokale 2")


class TestSaying:
    def test_a_line_for_each_meeting_and_what_was_written(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, CALL, next=MARCH)
        fill_in(admin.minutes("M003"), absent=["B003"])
        outcome = admin.collect()
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines() == [
            (
                "M002 Opfølgningsmøde, Thu 2026-02-05: Afholdt. 2 new decisions. "
                "Next meeting: M015, Tue 2026-03-31 at 10:30, Mødelokale 2 (new row)."
            ),
            "M003 Opfølgningsmøde, Mon 2026-02-09: Ikke mødt.",
            "The minutes of 1 meeting have not been filled in yet: M001.",
            "Wrote 5 rows. A copy of the workbook as it was: parkvaenget-kopi-2026-02-20-0000.xlsx",
            "Invitations to what was agreed come with: docgen build parkvaenget.xlsx",
        ]

    def test_in_danish(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, CALL, next=MARCH)
        fill_in(admin.minutes("M003"), absent=["B003"])
        outcome = admin.collect("-v", lang="da")
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines()[:4] == [
            (
                "M002 Opfølgningsmøde, tor 05-02-2026: Afholdt. 2 nye beslutninger. "
                "Næste møde: M015, tir 31-03-2026 kl. 10.30, Mødelokale 2 (ny række)."
            ),
            "  Benny prøver en time mere · Mikkel Havtorn · senest 27-02-2026",
            "  Lene ringer til gartneriet · P001",
            "M003 Opfølgningsmøde, man 09-02-2026: Ikke mødt.",
        ]

    def test_with_v_it_tells_the_decisions(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, CALL)
        plain, more = (admin.collect(*wish).out.splitlines() for wish in (["--dry-run"], ["--dry-run", "-v"]))
        assert [line for line in more if line not in plain] == [
            "  Benny prøver en time mere · Mikkel Havtorn · by 2026-02-27",
            "  Lene ringer til gartneriet · P001",
        ]

    def test_a_decision_of_several_lines_stands_in_one(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), Agreed("1", "Først det ene\nsiden det andet"))
        assert "  Først det ene siden det andet\n" in admin.collect("-v").out

    def test_the_second_time_there_is_nothing_new(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M001"), HOUR)
        fill_in(admin.minutes("M002"), HOUR)
        admin.collect()
        outcome = admin.collect("-v")
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines() == [
            "2 meetings had nothing new in their minutes.",
            "The minutes of 1 meeting have not been filled in yet: M003.",
            "There was nothing new to write.",
        ]

    def test_and_what_was_corrected_since_is_counted(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, CALL)
        admin.collect()
        correct(admin.minutes("M002"), 1, text="Benny prøver to timer mere")
        assert admin.collect("-v").out.splitlines()[:2] == [
            "M002 Opfølgningsmøde, Thu 2026-02-05: 1 decision corrected.",
            "  Benny prøver to timer mere · Mikkel Havtorn · by 2026-02-27",
        ]

    @pytest.mark.parametrize(
        ("today", "said"),
        [
            ("2026-02-04", ["The minutes of 1 meeting have not been filled in yet: M001."]),
            ("2026-02-06", ["The minutes of 2 meetings have not been filled in yet: M001, M002."]),
            ("2026-02-03", []),
        ],
    )
    def test_blank_minutes_are_missed_from_the_day_after_the_meeting(
        self, admin: Administrator, today: str, said: list[str]
    ) -> None:
        outcome = admin.collect(today=today)
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines() == [*said, "There was nothing new to write."]

    def test_quietly_it_says_nothing_and_writes_all_the_same(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        outcome = admin.collect("-q")
        assert (outcome.status, outcome.said) == (0, "")
        assert admin.decided() == [("M002", HOUR.text)]

    def test_but_for_errors(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, next=NextMeeting(place="Haven"))
        admin.minutes("M001").write_bytes(b"")
        outcome = admin.collect("-q")
        assert (outcome.status, outcome.out) == (1, "")
        assert [line.split()[0] for line in outcome.err.splitlines()] == ["E-120"]


class TestTryingItFirst:
    def test_a_dry_run_says_what_would_be_written_and_that_it_is_not(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, next=MARCH)
        before = admin.workbook.read_bytes()
        tried = admin.collect("--dry-run")
        assert tried.status == 0
        assert (
            tried.out.splitlines()[-1]
            == "Nothing has been written yet: this is what will be, without --dry-run."
        )
        assert (admin.workbook.read_bytes(), admin.files()) == (before, ["parkvaenget.xlsx"])
        assert tried.out.splitlines()[:-1] == admin.collect().out.splitlines()[:-2]

    def test_so_in_danish(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        said = admin.collect("--dry-run", lang="da").out.splitlines()
        assert said[-1] == "Intet er skrevet endnu: Sådan bliver det uden --dry-run."

    def test_with_nothing_new_it_says_just_that(self, admin: Administrator) -> None:
        assert admin.collect("--dry-run").out.splitlines()[-1] == "There was nothing new to write."

    def test_it_works_while_the_workbook_is_open(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        admin.workbook.with_name("~$parkvaenget.xlsx").touch()
        assert admin.collect("--dry-run").status == 0


class TestAsJson:
    def test_all_that_was_read_is_there_and_what_came_of_it(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, CALL, next=MARCH, also_to="Inge Eksempel", absent=["P001"])
        content = admin.collected()
        assert sorted(content) == ["blank", "copy", "errors", "findings", "meetings", "sent_on", "warnings"]
        assert content["copy"] == str(admin.workbook.with_name("parkvaenget-kopi-2026-02-20-0000.xlsx"))
        assert (content["blank"], content["errors"]) == (["M001", "M003"], 0)
        assert [one["code"] for one in content["findings"]] == ["W-280"]  # nobody is called Inge Eksempel
        (meeting,) = content["meetings"]
        said = meeting.pop("minutes")
        assert meeting == {
            "nr": "M002",
            "type": "opfoelgningsmoede",
            "date": "2026-02-05",
            "status": "Afholdt",
            "added": ["1", "2"],
            "corrected": [],
            "followup": {
                "nr": "M015",
                "date": "2026-03-31",
                "start": "10:30:00",
                "place": "Mødelokale 2",
                "is_new": True,
            },
        }
        assert Path(said["file"]) == admin.minutes("M002")
        assert said["also_to"] == "Inge Eksempel"
        assert said["decisions"] == [
            {"key": "1", "text": HOUR.text, "responsible": "Mikkel Havtorn", "deadline": "2026-02-27"},
            {"key": "2", "text": CALL.text, "responsible": "P001", "deadline": None},
        ]
        assert said["next"] == {
            "date": "2026-03-31",
            "start": "10:30:00",
            "place": "Mødelokale 2",
            "not_needed": False,
        }
        came = {one["person"]: one["presence"] for one in said["attendance"]}
        assert (came["B002"], came["P001"]) == ("came", "stayed_away")

    def test_findings_have_code_and_file(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), next=NextMeeting(place="Haven"))
        content = admin.collected("--dry-run")
        assert content["copy"] == ""
        (found,) = content["findings"]
        assert found["code"] == "W-340"
        assert found["place"]["file"] == "2026-02-05_0930_opfoelgningsmoede_M002/referat.docx"

    def test_it_is_the_only_thing_on_standard_output(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, next=NextMeeting(place="Haven"))
        outcome = admin.collect("--json", "-v")
        assert outcome.out.startswith("{\n")
        assert outcome.out.endswith("}\n")
        assert outcome.err == ""


class TestWriting:
    def test_decisions_status_and_next_meeting(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR, next=MARCH)
        before = admin.row("M002")
        admin.collect()
        assert admin.row("M002").status is MeetingStatus.HELD
        decision = admin.desk.decisions()[-1]
        assert (decision.meeting, decision.decision, decision.status) == (
            "M002",
            HOUR.text,
            DecisionStatus.OPEN,
        )
        row = admin.row("M015")
        assert (row.date, row.start, row.place) == (MARCH.date, MARCH.start, MARCH.place)
        assert (row.type, row.resident, row.status) == (before.type, before.resident, MeetingStatus.PLANNED)
        assert row.remark == "aftalt på M002"

    def test_the_meeting_of_a_course_that_had_no_row_gets_one(self, admin: Administrator) -> None:
        fill_in(admin.minutes("F012-01"), HOUR, next=NextMeeting(dt.date(2026, 4, 15), dt.time(13)))
        outcome = admin.collect(today="2026-03-20")
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.splitlines()[0] == (
            "F012-01 Opfølgningsmøde, Thu 2026-03-19: Afholdt. 1 new decision. "
            "Next meeting: F012-02, Wed 2026-04-15 at 13:00, Bøgestuen, Parkvænget 12 (new row)."
        )
        held, agreed = admin.row("F012-01"), admin.row("F012-02")
        assert (held.status, held.date, held.start) == (
            MeetingStatus.HELD,
            dt.date(2026, 3, 19),
            dt.time(11),
        )
        assert (agreed.status, agreed.course, agreed.resident) == (MeetingStatus.PLANNED, "F012", "B005")
        assert admin.collect(today="2026-03-20").out.splitlines()[0] == (
            "1 meeting had nothing new in its minutes."
        )

    def test_the_copy_is_the_workbook_as_it_was(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        before = admin.workbook.read_bytes()
        admin.collect()
        copy = admin.workbook.with_name("parkvaenget-kopi-2026-02-20-0000.xlsx")
        assert copy.read_bytes() == before
        assert admin.files() == [copy.name, "parkvaenget.xlsx"]

    def test_everything_in_the_workbook_but_the_two_sheets_is_byte_for_byte_what_it_was(
        self, admin: Administrator
    ) -> None:
        strange = {"xl/media/image9.png": lambda _: png(4, 4), "xl/vbaProject.bin": lambda _: b"\0" * 99}
        admin.workbook.write_bytes(changed(admin.workbook.read_bytes(), strange))
        fill_in(admin.minutes("M002"), HOUR, next=MARCH)
        before = members(admin.workbook.read_bytes())
        admin.collect()
        after = members(admin.workbook.read_bytes())
        assert list(after) == list(before)
        touched = [name for name in before if before[name] != after[name]]
        assert touched == [member_of(admin.workbook, name) for name in ("Møder", "Beslutninger")]

    def test_a_workbook_of_an_older_docgen_gets_the_column_and_the_sheet(self, admin: Administrator) -> None:
        file = load_workbook(admin.workbook)
        del file["Beslutninger"]
        file["Møder"].delete_cols(headings(file["Møder"])["Indlæst"])
        file.save(admin.workbook)
        fill_in(admin.minutes("M002"), HOUR)
        outcome = admin.collect()
        assert (outcome.status, outcome.err) == (0, "")
        assert admin.row("M002").collected.startswith("20-02-2026 00:00")
        assert admin.decided() == [("M002", HOUR.text)]
        assert admin.collect().out.splitlines()[-1] == "There was nothing new to write."


def member_of(workbook: Path, sheet: str) -> str:
    """The member in which a sheet lies, in a workbook of our own writer: they are numbered in order."""
    with zipfile.ZipFile(workbook) as package:
        assert "xl/worksheets/sheet1.xml" in package.namelist()
    return f"xl/worksheets/sheet{load_workbook(workbook, read_only=True).sheetnames.index(sheet) + 1}.xml"
