"""``docgen report``: what it says in both languages, what it writes, and how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commandline import SAMPLES, Run

TODAY = ("--today", "2026-03-04")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "noegletal.xlsx", tmp_path))


def test_it_shows_the_figures_and_says_where_the_files_lie(book: Path, run: Run) -> None:
    done = run("report", book, "--month", "2026-02", *TODAY)
    folder = book.parent / "noegletal-noegletal"
    assert done.status == 0
    title, first, *_ = done.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert title == "Nøgletal for februar 2026"
    assert first.split("  ")[1] == "I en virksomhedsrettet indsats"
    assert first.endswith("71 %         (januar: 65 %)  goal 60 %")
    assert "The key figures are here:" in done.out
    assert sorted(file.name for file in folder.iterdir()) == [
        "noegletal-2026-02.docx",
        "noegletal-2026-02.xlsx",
    ]
    assert all(str(file) in done.out for file in folder.iterdir())


def test_in_danish_it_says_the_same(book: Path, run: Run) -> None:
    done = run("report", book, "--month", "02-2026", *TODAY, "--lang", "da")
    assert done.status == 0
    assert "Nøgletallene ligger her:" in done.out
    assert "mål 60" in done.out
    assert "Fundet i projektmappen: ingen fejl og 3 advarsler. Heraf berører 3 nøgletallene." in done.out
    assert done.err.count("Mødets dato, 27-02-2026, er passeret") == 3


def test_without_a_month_it_is_the_last_one(book: Path, run: Run) -> None:
    assert run("report", book, *TODAY).out.startswith("Nøgletal for februar 2026")
    assert run("report", book, "--today", "2026-01-04").out.startswith("Nøgletal for december 2025")


def test_the_internal_report_says_so_everywhere(book: Path, tmp_path: Path, run: Run) -> None:
    done = run("report", book, *TODAY, "--internal", "-o", tmp_path / "ud", "--lang", "da")
    assert "Kun til internt brug. Rapporten indeholder små tal, så del den ikke." in done.out
    assert {file.name for file in (tmp_path / "ud").iterdir()} == {
        "noegletal-2026-02-kun-internt.docx",
        "noegletal-2026-02-kun-internt.xlsx",
    }


def test_weeks_are_asked_for(book: Path, run: Run) -> None:
    assert "Uden afholdt møde i 4 uger" in run("report", book, *TODAY, "--weeks", "4").out
    assert run("report", book, *TODAY, "--weeks", "0").status == 2


def test_json_has_every_figure_and_nothing_of_what_is_hidden(book: Path, run: Run) -> None:
    done = run("report", book, *TODAY, "--json")
    told = json.loads(done.out)
    by_key = {one["key"]: one for section in told["sections"] for one in section["figures"]}
    assert (told["month"], told["internal"], told["threshold"]) == ("2026-02", False, 5)
    assert by_key["virksomhed"]["now"] == {
        "value": pytest.approx(20 / 28), "numerator": 20, "denominator": 28, "hidden": False,
    }  # fmt: skip
    assert by_key["virksomhed"]["goal"] == 60
    assert by_key["uden-moede"]["now"] == {
        "value": None, "numerator": None, "denominator": None, "hidden": True,
    }  # fmt: skip
    kinds = next(
        one for section in told["sections"] for one in section["tables"] if one["key"] == "indsatser_art"
    )
    cells = {row["key"]: row["cells"] for row in kinds["rows"]}
    assert cells["MENTOR"] == [{"count": None, "hidden": True}] * 2
    inside = json.loads(run("report", book, *TODAY, "--json", "--internal").out)
    assert inside["threshold"] == 0
    assert "null" not in json.dumps([row for section in inside["sections"] for row in section["tables"]])


def test_quiet_leaves_the_files_and_nothing_else(book: Path, run: Run) -> None:
    done = run("report", book, *TODAY, "-q")
    assert (done.status, done.said) == (0, "")


def test_errors_in_what_figures_are_made_of_make_it_end_with_1(faulty: Path, run: Run) -> None:
    done = run("report", faulty, *TODAY)
    assert done.status == 1
    assert "W-270 Møder!2" in done.err
    assert "Rækker, der ikke kan læses og derfor ikke er talt med: færre end 5" in done.out
    assert "Projektmappen har ingen forløb med frister" in done.out


def test_errors_elsewhere_are_counted_only(faulty: Path, run: Run) -> None:
    said = run("report", faulty, *TODAY).said
    assert "Svar!" not in said
    assert "Found in the workbook: 20 errors" in said


@pytest.mark.parametrize(
    ("language", "month", "words"),
    [
        ("en", "2026-13", "'2026-13' is not a month. Write it as 2026-02."),
        ("da", "2026-13", "'2026-13' er ikke en måned. Skriv den som 2026-02."),
        ("en", "0000-01", "'0000-01' is not a month."),
        ("en", "februar", "'februar' is not a month."),
        ("en", "2026-04", "E-277 The month 2026-04 has not begun: today is 04-03-2026."),
        ("da", "2026-04", "E-277 Måneden 2026-04 er ikke begyndt. I dag er det 04-03-2026."),
    ],
)
def test_a_month_that_cannot_be_told_of_is_refused(
    language: str, month: str, words: str, book: Path, run: Run
) -> None:
    done = run("report", book, "--month", month, *TODAY, "--lang", language)
    assert done.status == 2
    assert words in done.err
    assert not (book.parent / "noegletal-noegletal").exists()


def test_a_workbook_that_is_not_there_ends_with_2(tmp_path: Path, run: Run) -> None:
    assert run("report", tmp_path / "ingen.xlsx", *TODAY).status == 2


def test_a_file_that_is_open_elsewhere_is_named_with_what_to_do(book: Path, run: Run) -> None:
    (book.parent / "ud" / "noegletal-2026-02.docx").mkdir(parents=True)
    done = run("report", book, *TODAY, "-o", book.parent / "ud", "--lang", "da")
    assert done.status == 2
    assert "E-279 noegletal-2026-02.docx: " in done.err
    assert "Luk den, hvis den er åben i Word eller Excel" in done.err


def test_the_words_may_be_an_offices_own(book: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "skabeloner"
    run("templates", "copy", "dialogmoede", folder)
    (folder / "noegletal.toml").write_text('[ord.rapport]\ntitel = "Tal for {maaned}"\n', "utf-8")
    assert run("report", book, *TODAY, "--templates", folder).out.startswith("Tal for februar 2026")


def test_the_house_may_set_the_threshold(book: Path, run: Run) -> None:
    import openpyxl

    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Institution"]
    cell = next(row[1] for row in sheet.iter_rows() if str(row[0].value).startswith("Mindste antal"))
    cell.value = 3
    workbook.save(book)
    told = json.loads(run("report", book, *TODAY, "--json").out)
    assert told["threshold"] == 3
    cell.value = 2
    workbook.save(book)
    done = run("report", book, *TODAY)
    assert done.status == 1
    assert "E-023 Institution!B" in done.err


@pytest.mark.parametrize("name", ["jobcenter", "parkvaenget", "ledersamtaler", "faellesmoeder"])
def test_every_sample_gives_a_report(name: str, tmp_path: Path, run: Run) -> None:
    done = run("report", SAMPLES / f"{name}.xlsx", "--month", "2026-02", *TODAY, "-o", tmp_path)
    assert done.status == 0
    assert len(list(tmp_path.iterdir())) == 2
