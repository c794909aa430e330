from pathlib import Path

import pytest

from docgen.findings import KINDS
from docgen.findings import reference as findings
from docgen.workbook import reference as workbook
from docgen.workbook.columns import SHEETS
from tools.generate_docs import PAGES, main, outdated


def test_the_workbook_page_names_every_sheet_and_column() -> None:
    page = workbook.markdown()
    for sheet in SHEETS:
        assert f"\n## {sheet.name}\n" in page
        for column in sheet.columns:
            assert f"| **{column.heading}** * |" in page or f"| {column.heading} |" in page


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for page in (workbook.markdown(), findings.markdown()):
        rows = [line for line in page.splitlines() if line.startswith("|")]
        assert {line.replace("\\|", "").count("|") for line in rows} == {6}


def test_the_findings_page_has_every_code_once() -> None:
    page = findings.markdown()
    assert all(page.count(f"| **{code}** |") == 1 for code in KINDS)


def test_the_pages_that_are_kept_are_those_that_would_be_made() -> None:
    root = Path(__file__).parents[2]
    pages = {name: PAGES[name] for name in ("docs/workbook.md",)}
    assert outdated(root, pages) == {}


def test_checking_writes_nothing_and_making_mends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], tmp_path) == 1
    assert "is outdated" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
