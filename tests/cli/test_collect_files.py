"""Which files ``docgen collect`` takes, and what it says of those that it cannot take."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import docx
import pytest

from docgen.minutes.values import Agreed
from docgen.model import MeetingStatus
from tests.cli.administrator import Administrator
from tests.commandline import SAMPLES, Outcome
from tests.minutes.facilitator import correct, fill_in
from tests.workbook.editing.making import changed

HOUR = Agreed("1", "Benny prøver en time mere", "Mikkel Havtorn", dt.date(2026, 2, 27))
M001, M002 = "2026-02-03_1000_opfoelgningsmoede_M001", "2026-02-05_0930_opfoelgningsmoede_M002"
NOTHING = "There was nothing new to write."


def told(outcome: Outcome) -> list[str]:
    """Code and place of each finding, as it begins on standard error."""
    return [line.split(": ")[0] for line in outcome.err.splitlines()]


def somebody_elses(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Indkøb: kaffe og te")
    document.save(str(path))
    return path


@pytest.fixture
def untouched(admin: Administrator) -> Administrator:
    """With M001 filled in; what is at fault in a test is something else."""
    fill_in(admin.minutes("M001"), HOUR)
    return admin


def refused(admin: Administrator, *arguments: object) -> Outcome:
    """A call that writes nothing at all: not a byte of the workbook, and no copy."""
    before = (admin.workbook.read_bytes(), admin.files())
    outcome = admin.collect(*arguments)
    assert (admin.workbook.read_bytes(), admin.files()) == before
    return outcome


class TestWhereMinutesLie:
    def test_a_file_that_was_renamed_and_moved_knows_its_meeting(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        moved = admin.minutes("M002").rename(admin.workbook.with_name("Referat fra i går.docx"))
        outcome = admin.collect(moved)
        assert (outcome.status, outcome.err) == (0, "")
        assert admin.decided() == [("M002", HOUR.text)]
        assert admin.desk.decisions()[-1].minutes == "kontor/Referat fra i går.docx"

    def test_moved_within_the_pack_it_is_found_too(self, admin: Administrator) -> None:
        fill_in(admin.minutes("M002"), HOUR)
        admin.minutes("M002").rename(admin.pack / "Benny.docx")
        assert admin.collect().status == 0
        assert admin.decided() == [("M002", HOUR.text)]

    def test_collected_and_moved_afterwards_it_brings_nothing_new(self, untouched: Administrator) -> None:
        untouched.collect()
        moved = untouched.minutes("M001").rename(untouched.workbook.with_name("Alma.docx"))
        assert refused(untouched, moved).out.splitlines() == [
            "1 meeting had nothing new in its minutes.",
            NOTHING,
        ]

    def test_the_same_file_in_the_pack_and_by_name_is_read_once(self, untouched: Administrator) -> None:
        outcome = untouched.collect(untouched.minutes("M001"), untouched.pack, untouched.minutes("M001"))
        assert (outcome.status, outcome.err) == (0, "")
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_a_copy_that_says_the_same_does_no_harm(self, untouched: Administrator) -> None:
        shutil.copy(untouched.minutes("M001"), untouched.pack / "referat - Kopi.docx")
        outcome = untouched.collect()
        assert (outcome.status, outcome.err) == (0, "")
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_nor_does_a_blank_copy(self, admin: Administrator) -> None:
        shutil.copy(admin.minutes("M001"), admin.pack / "referat - Kopi.docx")
        fill_in(admin.minutes("M001"), HOUR)
        outcome = admin.collect()
        assert (outcome.status, outcome.err) == (0, "")
        assert admin.decided() == [("M001", HOUR.text)]

    def test_a_folder_without_minutes_brings_nothing(self, admin: Administrator) -> None:
        folder = admin.workbook.with_name("andet")
        folder.mkdir()
        for _ in ("an empty one", "one with other papers"):
            outcome = refused(admin, folder)
            assert (outcome.status, outcome.err) == (0, "")
            assert outcome.out == "No minutes were found that could be read.\n"
            somebody_elses(folder / "indkøb.docx")


class TestFilesThatAreNoMinutes:
    def test_somebody_elses_document_by_name(self, untouched: Administrator) -> None:
        outcome = refused(untouched, somebody_elses(untouched.pack / "indkøb.docx"))
        assert (outcome.status, told(outcome)) == (1, ["E-300 parkvaenget-pakke/indkøb.docx"])

    def test_of_one_in_the_pack_nothing_is_said(self, untouched: Administrator) -> None:
        somebody_elses(untouched.pack / "indkøb.docx")
        outcome = untouched.collect()
        assert (outcome.status, outcome.err) == (0, "")

    def test_unless_its_name_says_that_it_is_minutes(self, untouched: Administrator) -> None:
        somebody_elses(untouched.pack / "Referat af beboermøde.docx")
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, ["E-300 parkvaenget-pakke/Referat af beboermøde.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]

    @pytest.mark.parametrize("name", ["invitation_B001.docx", "noteark.docx", "dagsorden.docx"])
    def test_the_meetings_other_papers_by_name(self, untouched: Administrator, name: str) -> None:
        outcome = refused(untouched, untouched.minutes("M001").with_name(name))
        assert (outcome.status, told(outcome)) == (1, [f"E-300 {M001}/{name}"])

    @pytest.mark.parametrize("data", [b"", b"hej", b"PK\x03\x04 og ikke mere"])
    def test_what_is_no_word_file(self, untouched: Administrator, data: bytes) -> None:
        untouched.minutes("M002").write_bytes(data)
        outcome = untouched.collect()
        assert outcome.status == 1
        assert [one.split()[1] for one in told(outcome)] == [f"{M002}/referat.docx"]
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_half_a_file(self, untouched: Administrator) -> None:
        whole = untouched.minutes("M002").read_bytes()
        untouched.minutes("M002").write_bytes(whole[: len(whole) // 2])
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, [f"E-122 {M002}/referat.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_a_file_that_is_not_there_stops_no_other(self, untouched: Administrator) -> None:
        outcome = untouched.collect(untouched.workbook.with_name("ingen.docx"), untouched.pack)
        assert (outcome.status, told(outcome)) == (1, ["E-306 kontor/ingen.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_nor_does_one_that_cannot_be_opened(self, untouched: Administrator) -> None:
        file = untouched.minutes("M002")
        file.unlink()
        file.symlink_to(file)  # a link that leads to itself, which not even root can open
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, [f"E-306 {M002}/referat.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]


class TestFilesInUse:
    @pytest.mark.parametrize("lock", ["~$ferat.docx", "~$referat.docx", ".~lock.referat.docx#"])
    def test_minutes_that_are_open_wait_and_the_others_do_not(
        self, untouched: Administrator, lock: str
    ) -> None:
        fill_in(untouched.minutes("M002"), HOUR)
        beside = untouched.minutes("M002").with_name(lock)
        beside.write_bytes(b"\x03Bo \x00")
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, [f"E-305 {M002}/referat.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]
        beside.unlink()
        assert untouched.collect().status == 0
        assert len(untouched.decided()) == 2

    @pytest.mark.parametrize("lock", ["~$parkvaenget.xlsx", "~$rkvaenget.xlsx", ".~lock.parkvaenget.xlsx#"])
    def test_a_workbook_that_is_open_is_left_alone(self, untouched: Administrator, lock: str) -> None:
        untouched.workbook.with_name(lock).touch()
        outcome = refused(untouched)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith("Error: E-016 parkvaenget.xlsx: ")

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)])
    def test_so_is_one_that_cannot_be_read(self, untouched: Administrator, data: bytes) -> None:
        untouched.workbook.write_bytes(data)
        outcome = refused(untouched)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith("Error: E-0")

    def test_without_a_workbook_nothing_is_done(self, untouched: Administrator) -> None:
        untouched.workbook.unlink()
        outcome = untouched.collect(lang="da")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith("Fejl: E-001 parkvaenget.xlsx: ")
        assert untouched.files() == []

    @pytest.mark.parametrize("wanted", [("--into", "a.xlsx"), ("pakke",)])
    def test_a_call_that_lacks_something_is_a_wrong_one(
        self, admin: Administrator, wanted: tuple[str, ...]
    ) -> None:
        outcome = admin.run("collect", *wanted)
        assert (outcome.status, outcome.out) == (2, "")


class TestMinutesOfOtherMeetings:
    def test_of_another_institution(self, untouched: Administrator) -> None:
        other = Path(shutil.copy(SAMPLES / "jobcenter.xlsx", untouched.workbook.parent))
        before = other.read_bytes()
        outcome = untouched.run("collect", untouched.pack, "--into", other, "--lang", "en", "-q")
        assert outcome.status == 1
        assert {line.split()[0] for line in outcome.err.splitlines()} == {"E-302"}
        assert f"E-302 {M001}/referat.docx" in told(outcome)
        assert other.read_bytes() == before

    def test_of_a_meeting_that_is_not_in_the_workbook(self, untouched: Administrator) -> None:
        fill_in(untouched.minutes("M002"), HOUR)
        untouched.desk.delete("Møder", untouched.row("M002").at.number)
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, [f"E-303 {M002}/referat.docx"])
        assert "M002" in outcome.err
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_of_a_meeting_whose_row_has_an_error(self, untouched: Administrator) -> None:
        fill_in(untouched.minutes("M002"), HOUR)
        untouched.edit("M002", {"Dato": "i morgen"})
        outcome = untouched.collect()
        assert (outcome.status, told(outcome)) == (1, [f"E-307 {M002}/referat.docx"])
        assert untouched.decided() == [("M001", HOUR.text)]

    def test_two_that_differ(self, untouched: Administrator) -> None:
        other = shutil.copy(untouched.minutes("M001"), untouched.pack / "Alma.docx")
        correct(Path(other), 1, text="Noget helt andet")
        outcome = refused(untouched)
        assert outcome.status == 1
        assert [one.split()[0] for one in told(outcome)] == ["E-304"]
        assert f"{M001}/referat.docx" in outcome.err
        assert "parkvaenget-pakke/Alma.docx" in outcome.err

    def test_of_a_meeting_that_was_called_off(self, untouched: Administrator) -> None:
        untouched.edit("M001", {"Status": "Aflyst"})
        outcome = refused(untouched)
        assert (outcome.status, [one.split()[0] for one in told(outcome)]) == (0, ["W-321"])
        assert untouched.row("M001").status is MeetingStatus.CANCELLED

    def test_of_a_meeting_that_is_still_to_come(self, untouched: Administrator) -> None:
        before = untouched.workbook.read_bytes()
        outcome = untouched.collect(today="2026-02-02")
        assert (outcome.status, told(outcome)) == (0, [f"W-320 {M001}/referat.docx"])
        assert untouched.workbook.read_bytes() == before
        assert untouched.collect(today="2026-02-03").err == ""

    def test_of_a_meeting_in_the_archive(self, untouched: Administrator) -> None:
        untouched.edit("M001", {"Status": "Afholdt"})
        untouched.run("archive", untouched.workbook, "--before", "2026-02-04")
        outcome = refused(untouched)
        assert (outcome.status, told(outcome)) == (0, [])

    def test_of_a_type_that_is_not_known_here(self, untouched: Administrator) -> None:
        """Minutes that were made with ``--templates``, and are collected without."""
        whole = untouched.minutes("M001").read_bytes()
        other = {"docProps/custom.xml": lambda xml: xml.replace(b"opfoelgningsmoede", b"husmoede")}
        untouched.minutes("M001").write_bytes(changed(whole, other))
        outcome = refused(untouched)
        assert (outcome.status, told(outcome)) == (1, [f"E-301 {M001}/referat.docx"])
        assert "--templates" in outcome.err
