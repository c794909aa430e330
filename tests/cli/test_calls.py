"""What each command does, and which exit status comes back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docgen.workbook.rows import Row
from tests.commandline import SAMPLES, Outcome, Run
from tests.packs.building import beside_mailing
from tests.workbook.books import MEETING, RESIDENT, written

TODAY = ("--today", "2026-01-19")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a pack but the ledger's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".docgen" not in path.parts
    }


class TestCheck:
    def test_it_ends_well_when_there_are_warnings_only(self, run: Run, sample: Path) -> None:
        outcome = run("check", sample, *TODAY)
        assert outcome.status == 0
        assert outcome.out.splitlines()[-1].startswith("parkvaenget.xlsx: no errors")

    def test_but_says_1_when_there_are_errors(self, run: Run, faulty: Path) -> None:
        assert run("check", faulty, *TODAY).status == 1

    def test_it_gives_each_finding_a_line_with_code_and_cell(self, run: Run, faulty: Path) -> None:
        lines = run("check", faulty, *TODAY).out.splitlines()
        assert all(line[:2] in ("E-", "W-") for line in lines[:-1])
        assert any("Møder!" in line for line in lines)

    def test_it_leaves_errors_alone_with_q(self, run: Run, faulty: Path) -> None:
        outcome = run("check", faulty, *TODAY, "-q")
        assert outcome.status == 1
        assert outcome.out
        assert all(line.startswith("E-") for line in outcome.out.splitlines())

    def test_it_judges_dates_by_the_clock_it_is_given(self, run: Run, sample: Path) -> None:
        assert "W-080" not in run("check", sample, *TODAY).out
        assert "W-080" in run("check", sample, "--today", "1/6 2026").out


class TestPlan:
    def test_it_lists_the_meetings_and_counts_them(self, run: Run, sample: Path) -> None:
        outcome = run("plan", sample, *TODAY)
        assert outcome.status == 0
        assert "M001  Tue 2026-02-03 10:00  Opfølgningsmøde  Alma Kløvermark" in outcome.out
        assert "called off" in outcome.out
        numbers = re.findall(r"(?m)^([A-Z]\d{3}(?:-\d\d)?)  ", outcome.out)
        assert {f"M{number:03}" for number in range(1, 15)} < set(numbers)
        assert outcome.out.splitlines()[-1].startswith(f"{len(numbers)} meetings: ")

    def test_it_lists_what_courses_have_too_and_why_it_is_not_where_it_should_be(
        self, run: Run, sample: Path
    ) -> None:
        outcome = run("plan", sample, *TODAY)
        assert "F004-01  Tue 2026-04-07 13:00  Dialogmøde  Dines Æblehave" in outcome.out
        assert "moved from Thu 2026-04-02 13:00 (skærtorsdag)" in outcome.out

    def test_it_says_from_when_there_are_letters(self, run: Run, sample: Path) -> None:
        lines = {line[:4]: line for line in run("plan", sample, *TODAY).out.splitlines()}
        assert "letters from" not in lines["M001"]
        assert "letters from 2026-02-03" in lines["M010"]

    def test_it_gives_a_meeting_one_line_whatever_stands_in_its_cells(self, run: Run, tmp_path: Path) -> None:
        row: Row = {**MEETING, "Beboer": "B001", "Sted": "Mødelokale 1\nNørrebro"}
        path = written(tmp_path, {"Beboere": [RESIDENT], "Møder": [row]})
        lines = run("plan", path, *TODAY).out.splitlines()
        assert [line[:4] for line in lines] == ["M001", "1 me"]
        assert "Mødelokale 1 Nørrebro" in lines[0]

    def test_it_writes_nothing(self, run: Run, sample: Path) -> None:
        run("plan", sample, *TODAY)
        assert [path.name for path in sample.parent.iterdir()] == [sample.name]

    def test_it_says_with_v_who_takes_part_and_why(self, run: Run, sample: Path) -> None:
        outcome = run("plan", sample, *TODAY, "--meeting", "m001", "-v")
        (leader,) = (line for line in outcome.out.splitlines() if "P001  Dorthe Engsvang" in line)
        assert "  udviklingsleder: " in leader
        assert leader.endswith(" Leads the meeting.")

    def test_it_finds_a_meeting_by_number_whatever_its_date(self, run: Run, sample: Path) -> None:
        outcome = run("plan", sample, "--today", "1/6 2026", "--meeting", "M001")
        assert outcome.out.startswith("M001")

    def test_it_takes_a_type_by_its_title(self, run: Run, sample: Path) -> None:
        outcome = run("plan", sample, *TODAY, "--type", "dialogmøde")
        assert "Dialogmøde" in outcome.out
        assert "Opfølgningsmøde" not in outcome.out

    def test_it_keeps_to_the_dates_given(self, run: Run, sample: Path) -> None:
        outcome = run("plan", sample, *TODAY, "--from", "4.2.2026", "--to", "9. februar 2026")
        assert outcome.out.splitlines()[-1].startswith("2 meetings")

    def test_it_says_which_dates_there_are_when_none_lie_in_the_window(self, run: Run) -> None:
        outcome = run("plan", SAMPLES / "faellesmoeder.xlsx", "--today", "2030-01-01")
        assert "No planned meeting lies between 2030-01-01 and 2030-07-02." in outcome.err
        assert "--from 2026-02-10 --to 2026-03-24" in outcome.err

    def test_it_names_what_is_left_out_and_says_1(self, run: Run, faulty: Path) -> None:
        outcome = run("plan", faulty, *TODAY)
        assert outcome.status == 1
        assert "Left out because of errors: " in outcome.out


def files_of(outcome: Outcome) -> list[str]:
    """The files that a build with ``-v`` says it has written."""
    said = (line.partition("written: ") for line in outcome.out.splitlines())
    return [name for before, mark, name in said if mark and not before]


class TestBuild:
    def test_it_puts_the_pack_beside_the_workbook(self, run: Run, sample: Path) -> None:
        outcome = run("build", sample, *TODAY)
        pack = sample.with_name("parkvaenget-pakke")
        assert outcome.status == 0
        assert f"The pack is here: {pack}" in outcome.out
        assert (pack / "oversigt.html").is_file()

    def test_it_goes_where_it_is_told(self, run: Run, sample: Path, tmp_path: Path) -> None:
        run("build", sample, *TODAY, "-o", tmp_path / "marts", "--meeting", "M001")
        assert (tmp_path / "marts" / "oversigt.html").is_file()

    def test_it_leaves_what_is_unchanged_alone(self, run: Run, sample: Path) -> None:
        run("build", sample, *TODAY)
        assert "Wrote 0 files." in run("build", sample, *TODAY).out

    def test_but_looks_at_it_too_with_all(self, run: Run, sample: Path) -> None:
        run("build", sample, *TODAY)
        agenda = next(sample.parent.glob("parkvaenget-pakke/moeder/*_M001/dagsorden.docx"))
        agenda.write_bytes(agenda.read_bytes() + b" ")
        mailed = files_of(run("build", sample, *TODAY, "-v"))
        assert (beside_mailing(mailed), mailed != []) == ([], True), "it is only mailed as it is"
        again = run("build", sample, *TODAY, "--all", "-v")
        name = agenda.relative_to(sample.with_name("parkvaenget-pakke")).as_posix()
        assert beside_mailing(files_of(again)) == [name]
        assert "Kept 1 edited file." in again.out

    def test_it_keeps_an_edited_file_until_told_otherwise(self, run: Run, sample: Path) -> None:
        run("build", sample, *TODAY, "--meeting", "M001")
        agenda = next(sample.parent.glob("parkvaenget-pakke/moeder/*_M001/dagsorden.docx"))
        whole = agenda.read_bytes()
        agenda.write_bytes(whole + b" ")
        run("build", sample, *TODAY, "--meeting", "M001", "--all", "--overwrite-edited")
        assert agenda.read_bytes() == whole

    def test_it_only_shows_with_dry_run(self, run: Run, sample: Path) -> None:
        outcome = run("build", sample, *TODAY, "--dry-run")
        assert outcome.out == run("plan", sample, *TODAY).out
        assert not sample.with_name("parkvaenget-pakke").exists()

    def test_it_names_every_file_with_v(self, run: Run, sample: Path) -> None:
        outcome = run("build", sample, *TODAY, "--meeting", "M001", "-v")
        assert f"Wrote {len(files_of(outcome))} files." in outcome.out

    def test_it_is_silent_with_q(self, run: Run, sample: Path) -> None:
        assert run("build", sample, *TODAY, "-q") == Outcome(0, "", "")

    def test_it_builds_the_rest_when_something_is_wrong_and_says_1(self, run: Run, faulty: Path) -> None:
        outcome = run("build", faulty, *TODAY)
        assert outcome.status == 1
        assert "Left out because of errors: " in outcome.out

    def test_it_gives_the_same_bytes_for_the_same_clock(self, run: Run, sample: Path, tmp_path: Path) -> None:
        for name in ("en", "to"):
            run("build", sample, *TODAY, "-o", tmp_path / name)
        assert contents(tmp_path / "en") == contents(tmp_path / "to")


class TestDemo:
    def test_it_builds_the_sample_and_says_what_to_open(self, run: Run, tmp_path: Path) -> None:
        outcome = run("demo", "-o", tmp_path / "prøve")
        assert outcome.status == 0
        pack = tmp_path / "prøve" / "parkvaenget-pakke"
        first_looks = outcome.out.split("Open these first:")[1].split()
        assert first_looks[0] == "oversigt.html"
        assert len(first_looks) == 7
        assert {"post/breve.docx", "mail/M001_P001.eml"} <= {*first_looks}
        assert all((pack / name).is_file() for name in first_looks)

    def test_it_can_be_run_again(self, run: Run, tmp_path: Path) -> None:
        run("demo", "-o", tmp_path)
        assert "Wrote 0 files." in run("demo", "-o", tmp_path).out


class TestNew:
    def test_it_makes_a_workbook_without_errors(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "moeder.xlsx"
        assert run("new", path, *TODAY).status == 0
        assert run("check", path, *TODAY).status == 0

    def test_it_adds_the_ending_when_there_is_none(self, run: Run, tmp_path: Path) -> None:
        run("new", tmp_path / "moeder")
        assert (tmp_path / "moeder.xlsx").is_file()

    def test_but_takes_no_other_ending(self, run: Run, tmp_path: Path) -> None:
        assert run("new", tmp_path / "moeder.xls").status == 2
        assert not list(tmp_path.iterdir())

    def test_a_dot_in_the_name_is_no_ending(self, run: Run, tmp_path: Path) -> None:
        assert run("new", tmp_path / "ny.v2").status == 0
        assert [path.name for path in tmp_path.iterdir()] == ["ny.v2.xlsx"]

    def test_a_folder_is_no_name(self, run: Run, tmp_path: Path) -> None:
        outcome = run("new", tmp_path)
        assert outcome.status == 2
        assert f"for example {tmp_path / 'moeder.xlsx'}" in outcome.err
        assert not list(tmp_path.iterdir())

    def test_it_never_writes_over_a_workbook(self, run: Run, sample: Path) -> None:
        before = sample.read_bytes()
        outcome = run("new", sample)
        assert outcome.status == 2
        assert "E-014" in outcome.err
        assert sample.read_bytes() == before


class TestTemplates:
    def test_it_lists_the_types(self, run: Run) -> None:
        outcome = run("templates", "list")
        assert outcome.status == 0
        assert "opfoelgningsmoede  Opfølgningsmøde  60 minutes  9 documents" in outcome.out.splitlines()

    def test_it_finds_nothing_wrong_with_the_shipped_ones(self, run: Run) -> None:
        outcome = run("templates", "check")
        assert outcome.status == 0
        assert outcome.out.strip().endswith("no errors and no warnings.")

    def test_it_says_how_hard_each_letter_to_a_resident_is_to_read(self, run: Run) -> None:
        lines = run("templates", "check", "dialogmoede").out.splitlines()
        measured = [
            re.match(r"dialogmoede/(\S+)  LIX \d+\.\d, at most (\d+)  heaviest", line) for line in lines
        ]
        assert [found.groups() for found in measured if found] == [
            ("invitation.docx", "34"),
            ("invitation.letlaest.docx", "24"),
            ("aflysning.docx", "34"),
        ]
        danish = run("templates", "check", "dialogmoede", "--lang", "da").out
        assert re.search(r"invitation\.docx  LIX \d+,\d", danish)
        assert run("templates", "check", "dialogmoede", "-q").out == ""

    def test_a_letter_that_is_too_hard_is_a_warning(self, run: Run, tmp_path: Path) -> None:
        run("templates", "copy", "dialogmoede", tmp_path)
        definition = tmp_path / "dialogmoede" / "type.toml"
        text = definition.read_text("utf-8")
        hard = "Kontaktpersonerne koordinerer opfølgningsindsatserne tværfagligt. " * 10
        definition.write_text(text.replace("Vi glæder os til at se dig.", hard), "utf-8")
        run("templates", "make", "dialogmoede", "--templates", tmp_path, "--overwrite")
        outcome = run("templates", "check", "dialogmoede", "--templates", tmp_path)
        assert outcome.status == 0
        assert outcome.out.startswith("W-151 dialogmoede/invitation.docx: ")
        assert "“Kontaktpersonerne koordinerer opfølgningsindsatserne tværfagligt”" in outcome.out
        assert outcome.out.strip().endswith("1 meeting type: no errors and 1 warning.")

    def test_it_copies_a_type_that_can_then_be_changed_and_used(
        self, run: Run, sample: Path, tmp_path: Path
    ) -> None:
        folder = tmp_path / "skabeloner"
        assert run("templates", "copy", "opfoelgningsmoede", folder).status == 0
        definition = folder / "opfoelgningsmoede" / "type.toml"
        text = definition.read_text("utf-8")
        definition.write_text(text.replace('"Opfølgningsmøde"', '"Statusmøde"', 1), "utf-8")
        assert "Statusmøde" in run("templates", "list", "--templates", folder).out
        assert "Statusmøde" in run("plan", sample, *TODAY, "--templates", folder).out

    def test_it_makes_word_files_only_over_its_own(self, run: Run, tmp_path: Path) -> None:
        run("templates", "copy", "dialogmoede", tmp_path)
        made = ("templates", "make", "dialogmoede", "--templates", tmp_path)
        assert run(*made).out == "All Word files are as type.toml says already.\n"
        (tmp_path / "dialogmoede" / "dagsorden.docx").write_bytes(b"edited")
        assert run(*made).status == 2
        assert run(*made, "--overwrite").out.startswith("Made 1 Word file in ")
        assert run("templates", "check", "dialogmoede", "--templates", tmp_path).status == 0

    def test_it_says_1_for_a_broken_template(self, run: Run, tmp_path: Path) -> None:
        run("templates", "copy", "dialogmoede", tmp_path)
        (tmp_path / "dialogmoede" / "dagsorden.docx").write_bytes(b"not Word")
        assert run("templates", "check", "Dialogmøde", "--templates", tmp_path).status == 1


def test_a_dry_run_of_all_says_that_unchanged_meetings_count_too(run: Run, sample: Path) -> None:
    assert "With --all" in run("build", sample, *TODAY, "--all", "--dry-run").err
    assert "With --all" not in run("build", sample, *TODAY, "--dry-run").err


@pytest.mark.parametrize("arguments", [(), ("--lang", "en"), ("templates",)])
def test_without_a_command_the_help_is_shown_as_a_wrong_call(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert outcome.err.startswith("Usage: docgen")
    assert "Examples:" in outcome.err


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("docgen 0.")
