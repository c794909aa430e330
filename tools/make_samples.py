"""Makes the workbooks of ``sample_data/``: ``python -m tools.make_samples``.

They are made by the writer itself, so they look like what ``docgen new`` makes. Same code, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from docgen.model import Workbook
from docgen.workbook.rows import rows_of
from docgen.workbook.writer import workbook_bytes
from tools import (
    sample_faellesmoeder,
    sample_jobcenter,
    sample_ledersamtaler,
    sample_med_fejl,
    sample_noegletal,
)
from tools.sample_parkvaenget import DAY_MADE, PARKVAENGET, SUGGESTIONS

FOLDER = Path(__file__).parents[1] / "sample_data"


def samples() -> dict[str, bytes]:
    """The bytes of each sample workbook, by its file name."""
    faulty = workbook_bytes(
        sample_med_fejl.ROWS, DAY_MADE, sheets=sample_med_fejl.SHEETS_MISSPELT, suggestions=SUGGESTIONS
    )
    sound = (
        (PARKVAENGET, SUGGESTIONS),
        (sample_ledersamtaler.LEDERSAMTALER, sample_ledersamtaler.SUGGESTIONS),
        (sample_jobcenter.JOBCENTER, sample_jobcenter.SUGGESTIONS),
        (sample_faellesmoeder.FAELLESMOEDER, sample_faellesmoeder.SUGGESTIONS),
        (sample_noegletal.NOEGLETAL, sample_noegletal.SUGGESTIONS),
    )
    return {f"{book.name}.xlsx": _bytes(book, suggestions) for book, suggestions in sound} | {
        "med_fejl.xlsx": faulty
    }


def _bytes(book: Workbook, suggestions: Mapping[str, Sequence[str]]) -> bytes:
    return workbook_bytes(rows_of(book), DAY_MADE, suggestions=suggestions)


def main() -> None:
    """Writes them, and says how large they are."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
        print(name, len(data))


if __name__ == "__main__":
    main()
