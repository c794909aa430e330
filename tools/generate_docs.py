"""Makes the pages of ``docs/`` that come from code: ``python -m tools.generate_docs``.

With ``--check`` nothing is written; a page that is not as it would be made is named, and the exit status
is 1. To add a page, add a line to ``PAGES``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docgen
from docgen.cli import reference as cli
from docgen.findings import reference as findings
from docgen.meetingtypes import reference as meetingtypes
from docgen.workbook import reference as workbook

ROOT = Path(__file__).parents[1]

PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": cli.markdown,
    "docs/workbook.md": workbook.markdown,
    "docs/findings.md": findings.markdown,
    "docs/moedetyper.md": lambda: meetingtypes.markdown(docgen.meeting_types(templates_needed=False)),
}


def outdated(root: Path, pages: Mapping[str, Callable[[], str]] = PAGES) -> dict[Path, str]:
    """The pages under ``root`` that are missing or not as they would be made, with what they should say."""
    wanted = {root / name: make() for name, make in pages.items()}
    return {path: text for path, text in wanted.items() if _text(path) != text}


def main(arguments: Sequence[str], root: Path = ROOT) -> int:
    """Writes what is outdated, or with ``--check`` only names it; returns the exit status."""
    pages = outdated(root)
    only_check = "--check" in arguments
    for path, text in pages.items():
        print(path.relative_to(root), "is outdated" if only_check else "written")
        if not only_check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if only_check and pages else 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
