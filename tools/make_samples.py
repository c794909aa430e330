"""Makes the workbooks of ``sample_data/``: ``python -m tools.make_samples``.

They are made by the writer itself, so they look like what ``docgen new`` makes. Same code, same bytes.
"""

from __future__ import annotations

from pathlib import Path

from docgen.workbook.rows import rows_of
from docgen.workbook.writer import workbook_bytes
from tools import sample_med_fejl
from tools.sample_parkvaenget import DAY_MADE, PARKVAENGET, SUGGESTIONS

FOLDER = Path(__file__).parents[1] / "sample_data"


def samples() -> dict[str, bytes]:
    """The bytes of each sample workbook, by its file name."""
    faulty = workbook_bytes(
        sample_med_fejl.ROWS, DAY_MADE, sheets=sample_med_fejl.SHEETS_MISSPELT, suggestions=SUGGESTIONS
    )
    return {
        "parkvaenget.xlsx": workbook_bytes(rows_of(PARKVAENGET), DAY_MADE, suggestions=SUGGESTIONS),
        "med_fejl.xlsx": faulty,
    }


def main() -> None:
    """Writes them, and says how large they are."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in samples().items():
        (FOLDER / name).write_bytes(data)
        print(name, len(data))


if __name__ == "__main__":
    main()
