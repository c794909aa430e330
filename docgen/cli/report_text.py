"""The month's main figures on a terminal, as a short table, and where the files lie.

What figures are called is the report's own Danish, as it is in the files; everything else is in the reader's
language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.cli.show import counts
from docgen.i18n import Language
from docgen.keyfigures.report import Report
from docgen.keyfigures.telling import Line


def lines(made: Report, words: Language) -> Iterator[str]:
    """Line by line: the figures, what they cannot know, what was found, the files."""
    page, figures = made.page, made.figures
    yield page.title
    yield from _table([line for chapter in page.chapters for line in chapter.lines], page.month_before, words)
    if figures.sections[0].is_empty:
        yield page.chapters[0].sentences[0]
    for caveat in page.caveats:
        yield f"! {caveat}"
    if figures.all_findings:
        yield words.text(
            "Found in the workbook: {counts}. Of these, {number} touch the figures.",
            counts=counts(figures.all_findings, words),
            number=len(figures.findings),
        )
    if figures.is_internal:
        yield words.text("For the house itself: small numbers are in it. Do not share it.")
    yield words.text("The key figures are here:")
    yield from (f"  {file}" for file in made.files)


def _table(told: Sequence[Line], before: str, words: Language) -> Iterator[str]:
    """A line a figure: title, value, the month before, the goal."""
    width = max((len(line.title) for line in told), default=0)
    for line in told:
        value = line.now.ljust(max(len(each.now) for each in told))
        rest = f"({before}: {line.before})"
        goal = words.text("goal {goal}", goal=line.goal) if line.goal else ""
        yield f"  {line.title.ljust(width)}  {value}  {rest}  {goal}".rstrip()
