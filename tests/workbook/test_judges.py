"""What other programs make of our workbooks: LibreOffice, and Microsoft's Open XML SDK validator."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.errors import WorkbookError
from docgen.model import Workbook
from docgen.workbook import check, read
from docgen.workbook.writer import new
from tests.judges import VALIDATOR, converted
from tests.tools import require_tool
from tools.make_samples import FOLDER

from .books import DAY, places

SAMPLES = (FOLDER / "parkvaenget.xlsx", FOLDER / "med_fejl.xlsx")


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return converted(SAMPLES, "xlsx", tmp_path_factory.mktemp("libreoffice"))


def test_a_workbook_saved_by_libreoffice_reads_the_same(resaved: list[Path]) -> None:
    ours, theirs = read(SAMPLES[0]), read(resaved[0])
    assert theirs.findings + check(theirs) == ()
    assert rows(theirs) == rows(ours)


def rows(workbook: Workbook) -> str:
    """All that stands in it, whatever file that is."""
    return repr(replace(workbook, findings=(), source=""))


def test_its_faults_are_found_again_except_the_formula_that_is_calculated_now(resaved: list[Path]) -> None:
    ours, theirs = read(SAMPLES[1]), read(resaved[1])
    before = places(ours.findings + check(ours))
    after = places(theirs.findings + check(theirs))
    assert sorted(before) == sorted([*after, ("E-028", "Møder!L10")])


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_formats_that_libreoffice_writes_are_named(tmp_path: Path, ending: str) -> None:
    (path,) = converted(SAMPLES[:1], ending, tmp_path)
    renamed = path.rename(path.with_name("bog.xlsx"))
    with pytest.raises(WorkbookError) as caught:
        read(renamed)
    assert [finding.code for finding in caught.value.findings] == ["E-003"]
    assert f".{ending}" in str(caught.value)


def test_microsofts_validator_accepts_a_fresh_workbook(tmp_path: Path) -> None:
    if not VALIDATOR.is_file():
        require_tool(str(VALIDATOR))
    path = tmp_path / "ny.xlsx"
    new(path, "k", DAY, suggestions={"Type": ("Dialogmøde",)})
    command = [str(VALIDATOR), str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    errors = json.loads(done.stdout)["errors"]
    # openpyxl writes the parts of a font in its own order, which Excel does not mind.
    assert [error for error in errors if "/x:font[" not in error["xPath"]] == []
