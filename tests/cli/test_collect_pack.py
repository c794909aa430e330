"""What collecting has to do with a pack: whose numbers are taken, and the drafts that are laid in it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from docgen.minutes.values import Agreed, NextMeeting
from docgen.packs.ledger import opened
from tests.cli.administrator import Administrator
from tests.docx_text import W14, W
from tests.mailing.readers import by_python
from tests.minutes.facilitator import correct, fill_in
from tests.minutes.wordlike import Paper
from tests.packs.building import drafts_of_minutes, tree

HOUR = Agreed("1", "Benny prøver en time mere", "Mikkel Havtorn", dt.date(2026, 2, 27))
MARCH = NextMeeting(dt.date(2026, 3, 31), dt.time(10, 30), "Mødelokale 2")
MIKKEL = "M001_P002_referat.eml"


def give_to(admin: Administrator, *people: str) -> None:
    """M001 is held, and these get the minutes."""
    fill_in(admin.minutes("M001"), HOUR)
    paper = Paper(admin.minutes("M001").read_bytes())
    for nr in people:
        paper.tick(paper.control(f"faar_referat.{nr}"))
    admin.minutes("M001").write_bytes(paper.saved())


def drafts(admin: Administrator) -> list[str]:
    return drafts_of_minutes(admin.pack)


class TestNumbers:
    @pytest.mark.parametrize("source", ["the pack", "a folder in it", "one file", "a file elsewhere"])
    def test_a_number_that_was_sent_is_not_given_to_another_meeting(
        self, admin: Administrator, source: str
    ) -> None:
        admin.run("build", admin.workbook, "--today", "2026-01-19", "-q")
        admin.run("sent", admin.pack, "--date", "2026-01-19", "-q")
        admin.desk.delete("Møder", admin.row("M014").at.number)
        file = admin.minutes("M002")
        fill_in(file, next=MARCH)
        sources = {"the pack": admin.pack, "a folder in it": admin.pack / "moeder", "one file": file}
        if source == "a file elsewhere":
            sources[source] = file.rename(admin.workbook.with_name("Benny.docx"))
        assert admin.collect(sources[source]).status == 0
        assert admin.row("M015").date == MARCH.date


class TestDrafts:
    def test_whoever_gets_the_minutes_has_a_draft_with_them(self, admin: Administrator) -> None:
        give_to(admin, "P002", "P006")
        outcome = admin.collect()
        assert "Made 2 drafts of e-mails in the pack's folder mail." in outcome.out
        assert drafts(admin) == [MIKKEL, "M001_P006_referat.eml"]
        message = by_python((admin.pack / "mail" / MIKKEL).read_bytes())
        assert message["Subject"] == "Referat af møde M001"
        assert [str(one.get_filename())[:13] for one in message.iter_attachments()] == ["referat_M001."]

    def test_somebody_who_has_letters_gets_them_on_paper(self, admin: Administrator) -> None:
        give_to(admin, "B001")
        assert "M001 Alma Kløvermark (B001), Brev: referat.docx" in admin.collect().out
        assert drafts(admin) == []

    def test_one_that_was_sent_and_taken_away_is_not_made_again(self, admin: Administrator) -> None:
        give_to(admin, "P002", "P006")
        admin.collect()
        (admin.pack / "mail" / MIKKEL).unlink()
        assert "draft" not in admin.collect().out
        assert drafts(admin) == ["M001_P006_referat.eml"]

    def test_until_the_minutes_say_something_else(self, admin: Administrator) -> None:
        give_to(admin, "P002")
        admin.collect()
        (admin.pack / "mail" / MIKKEL).unlink()
        correct(admin.minutes("M001"), 1, text="Benny prøver to timer mere")
        admin.collect()
        assert drafts(admin) == [MIKKEL]

    def test_who_is_taken_off_the_list_has_none_any_more(self, admin: Administrator) -> None:
        give_to(admin, "P002", "P006")
        admin.collect()
        paper = Paper(admin.minutes("M001").read_bytes())
        box = paper.control("faar_referat.P002")
        next(box.iter(f"{W14}checked")).set(f"{W14}val", "0")
        next(box.iter(f"{W}t")).text = "☐"
        admin.minutes("M001").write_bytes(paper.saved())
        admin.collect()
        assert drafts(admin) == ["M001_P006_referat.eml"]

    def test_of_a_file_elsewhere_they_lie_in_the_workbooks_own_pack(self, admin: Administrator) -> None:
        give_to(admin, "P002")
        file = admin.minutes("M001").rename(admin.workbook.with_name("Alma.docx"))
        admin.collect(file)
        assert drafts(admin) == [MIKKEL]

    def test_without_any_pack_there_are_none(self, admin: Administrator, tmp_path: Path) -> None:
        give_to(admin, "P002")
        file = admin.minutes("M001").rename(tmp_path / "Alma.docx")
        kept = admin.pack.rename(tmp_path / "gemt")
        before = tree(kept)
        outcome = admin.collect(file)
        assert (outcome.status, admin.decided()) == (0, [("M001", HOUR.text)])
        assert tree(kept) == before
        assert [path for path in tmp_path.rglob("*.eml") if kept not in path.parents] == []

    def test_a_folder_that_is_no_pack_is_refused_before_anything_is_written(
        self, admin: Administrator, tmp_path: Path
    ) -> None:
        give_to(admin, "P002")
        before = admin.workbook.read_bytes()
        outcome = admin.collect("-o", tmp_path / "ingen")
        assert (outcome.status, "E-180" in outcome.err) == (2, True)
        assert admin.workbook.read_bytes() == before

    def test_a_dry_run_makes_none(self, admin: Administrator) -> None:
        give_to(admin, "P002")
        admin.collect("--dry-run")
        assert drafts(admin) == []


def test_nothing_is_written_while_the_pack_is_in_use(admin: Administrator) -> None:
    fill_in(admin.minutes("M001"), HOUR)
    before = admin.workbook.read_bytes()
    with opened(admin.pack):
        outcome = admin.collect()
    assert (outcome.status, "in use" in outcome.err) == (2, True)
    assert (admin.workbook.read_bytes(), admin.files()) == (before, ["parkvaenget.xlsx"])


def test_an_error_by_what_was_sent_is_told(admin: Administrator) -> None:
    admin.run("sent", admin.pack, "--date", "2026-01-19", "-q")
    admin.edit("M001", {"Type": "dialogmoede"})
    outcome = admin.run("plan", admin.workbook, "--today", "2026-01-20", "--meeting", "M001")
    assert (outcome.status, "E-231 Møder!B2 (Type)" in outcome.err) == (1, True)
