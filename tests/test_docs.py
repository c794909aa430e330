"""The written documentation says what is true."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl
import pytest

import docgen
from docgen.cli.main import main
from docgen.documents.sample import sample_context
from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import Audience, DocumentRule, Scope
from docgen.meetingtypes.layouts import FITS
from docgen.meetingtypes.reader import parse, read_type
from tests import own_type
from tests.workbook.books import headings

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

ANY_KEY = {"faser": "runde1", "referat.punkter": "runde1", "referat.felter": "maal"}
"""Where names are keys of a type's own, the one that the page tells."""


def vocabulary() -> set[str]:
    """Every name that a tag can use, of lists each item's names too."""
    plan = DocumentRule("moedeplan.docx", "moedeplan", Audience.RESIDENT, "Mødeplan", scope=Scope.COURSE)
    kinds = docgen.meeting_types()
    contexts = [sample_context(kind, rule) for kind in kinds for rule in (*kind.documents, plan)]
    return {_of_anybody(name) for context in contexts for name in names_of(context)}


def names_of(value: object, path: str = "") -> Iterator[str]:
    inner = value[0] if isinstance(value, list) and value else value
    if not isinstance(inner, Mapping) or isinstance(value, list):
        yield path
    if isinstance(inner, Mapping):
        for key, below in inner.items():
            yield from names_of(below, f"{path}.{ANY_KEY.get(path, key)}".lstrip("."))


def described() -> set[str]:
    """The names on the page: those in a row's first cell are side by side, in its second below them."""
    page = (ROOT / "docs" / "skabeloner.md").read_text("utf-8")
    names = set()
    for cell, meaning in re.findall(r"(?m)^\| (`.*?) \| (.*) \|$", page):
        first, *others = re.findall(r"`([\w.]+)`", cell)
        outer = first.rpartition(".")[0]
        names |= {first, *(outer + other for other in others)}
        names |= {first + item for item in re.findall(r"`(\.\w+)`", meaning)}
    return {_of_anybody(name) for name in names}


def _of_anybody(name: str) -> str:
    """The receiver has the same names as everybody else."""
    return re.sub(r"^(modtager|andre|deltagere)\.", "person.", name)


def test_the_fields_of_the_templates_are_those_that_the_page_describes() -> None:
    assert described() == vocabulary()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.name != "cli.md"], ids=lambda page: page.name
)
def test_commands_that_pages_name_are_commands(page: Path) -> None:
    code = re.findall(r"^```.*?^```|`[^`\n]+`", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = {command for piece in code for command in re.findall(r"(?m)^`? *docgen ([a-z]+)", piece)}
    unknown = [command for command in sorted(named) if main([command, "--help"]) != 0]
    assert unknown == []


def test_the_page_about_types_of_ones_own_works_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    own_type.write_definition(tmp_path)
    assert main(["new", "moeder.xlsx", "--lang", "da"]) == 0
    book = openpyxl.load_workbook("moeder.xlsx")
    sheet = book["Møder"]
    sheet.cell(2, headings(sheet)["Type"]).value = "Opstartsmøde"
    # Around Christmas the example lies further ahead than letters are sent.
    soon = dt.datetime.now() + dt.timedelta(weeks=2)  # noqa: DTZ005 - Excel's dates have no zone
    sheet.cell(2, headings(sheet)["Dato"]).value = soon
    book.save("moeder.xlsx")
    commands = own_type.commands()
    assert [command[0] for command in commands] == ["templates", "templates", "check", "build"]
    for command in commands:
        assert main([*command, "--lang", "da"]) == 0, (command, capsys.readouterr())
    (folder,) = (tmp_path / "moeder-pakke" / "moeder").glob("*_opstartsmoede_*")
    names = {path.name.partition("_")[0] for path in folder.iterdir()}
    assert names == {"invitation", "dagsorden.docx", "referat.docx", "moede.ics"}


def test_the_page_about_types_of_ones_own_names_every_key() -> None:
    """A key that does not exist makes each table tell the keys it knows."""
    text = """
        [hvad]
        [varighed]
        hvad = 1
        [figur]
        hvad = 1
        [[deltager]]
        hvad = 1
        [[fase]]
        hvad = 1
        [[program]]
        hvad = 1
        punkter = [{ hvad = 1 }]
        [[referat]]
        del = "tabel"
        hvad = 1
        kolonner = [{ hvad = 1 }]
        grupper = [{ hvad = 1 }]
        [[moedeinterval]]
        hvad = 1
        trin = [{ hvad = 1 }]
        frister = [{ hvad = 1 }]
        [[ark.et]]
        hvad = 1
        [[dokument]]
        hvad = 1
    """
    findings: list[Finding] = []
    read_type(parse(text, Place(file="type.toml"), findings), Path("moede"), {})
    told = [found for found in findings if found.code in ("E-102", "E-103")]
    assert len(told) == 15
    known = {key for found in told for key in str(dict(found.data)["known"]).split(", ")} - {"ord", "ark"}
    page = own_type.PAGE.read_text("utf-8")
    assert sorted(key for key in known if not re.search(rf"`(\[+)?{key}\]*`|\b{key} =", page)) == []


def test_the_page_about_types_of_ones_own_says_whom_each_layout_is_for() -> None:
    page = own_type.PAGE.read_text("utf-8")
    told: dict[str, set[str]] = {}
    for layouts, receivers in re.findall(
        r"(?m)^\| (`[a-z_]+`(?:, `[a-z_]+`)*) \| [^|]* \| ([^|]*) \|$", page
    ):
        named = set(re.findall(r"`([a-z]+)`", receivers))
        everybody = set(Audience) - named if receivers.startswith("enhver") else named
        told |= dict.fromkeys(re.findall(r"`([a-z_]+)`", layouts), everybody)
    assert told == {layout: set(fit.audiences) for layout, fit in FITS.items()}
    (of_one_resident,) = re.findall(r"(?m)^(`brev`, .*) er om én beboer", page)
    needing = {layout for layout, fit in FITS.items() if fit.about_resident}
    assert set(re.findall(r"`([a-z_]+)`", of_one_resident)) == needing
