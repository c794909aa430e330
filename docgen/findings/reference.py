"""``docs/findings.md``, made from the catalogue of findings."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.findings.catalogue import KINDS
from docgen.findings.kind import Kind

_INTRODUCTION = """\
# Findings

<!-- Made by tools/generate_docs.py from docgen/findings/. Change it there. -->

Everything that docgen finds wrong or worth knowing has a code. An **E** is an error: the meetings it touches
are left out, the others are not. A **W** is a warning: nothing is left out. Words in `{braces}` stand for
what was found. A finding names its place, like `Møder!F12 (Dato)`.
"""

_PARTS = (  # each part's heading and its numbers
    ("The workbook file, its sheets and headings", (range(1, 20),)),
    ("Single cells", (range(20, 60),)),
    ("References and the rules of the domain", (range(60, 100), range(220, 222), range(230, 240))),
    ("Courses, and meetings in each other's way", (range(240, 260),)),
    ("What meetings decided", (range(260, 270),)),
    ("Meeting types", (range(100, 120), range(200, 220), range(222, 230))),
    ("Word templates", (range(120, 160),)),
    ("The pack", (range(160, 200),)),
    ("Filled minutes, and what is collected from them", (range(300, 350),)),
    ("What is sent on after a meeting", (range(280, 290),)),
    ("What is mailed: print files, labels, e-mails, Digital Post", (range(400, 430),)),
    ("Key figures", (range(270, 280),)),
)


def markdown() -> str:
    """The whole page: a table for each part of the house that has findings."""
    return "\n".join((_INTRODUCTION, *_parts()))


def _parts() -> Iterator[str]:
    for heading, ranges in _PARTS:
        numbers = [number for numbers in ranges for number in numbers]
        kinds = sorted((kind for kind in KINDS.values() if _number(kind) in numbers), key=_number)
        if kinds:
            yield f"## {heading}\n"
            yield "| code | what it says | expected | how to mend it | guide |"
            yield "| --- | --- | --- | --- | --- |"
            yield "\n".join(map(_row, kinds)) + "\n"


def _number(kind: Kind) -> int:
    return int(kind.code.partition("-")[2])


def _row(kind: Kind) -> str:
    cells = (f"**{kind.code}**", kind.message, kind.expected, kind.remedy, kind.guide)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
