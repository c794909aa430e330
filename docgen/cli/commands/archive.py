"""``docgen archive``: meetings that are over leave the workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

import docgen
from docgen.cli import as_json
from docgen.cli.choices import clock
from docgen.cli.options import DateParam, manner_options, workbook_argument
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.i18n import N_


@command(
    "archive",
    short_help=N_("Move meetings that are over to an archive workbook."),
    help=N_(
        "Moves the rows of meetings before a date that are Afholdt, Ikke mødt or Aflyst from the sheet Møder "
        "to an archive workbook beside it. Their numbers stay on the sheet Arkiv, so that none is used "
        "again. A copy of the workbook is saved first."
    ),
    examples=[
        (
            "docgen archive parkvaenget.xlsx --before 01-01-2026",
            N_("Last year's meetings, into parkvaenget-arkiv.xlsx."),
        ),
    ],
)
@workbook_argument()
@option(
    "--before",
    "before",
    metavar=N_("DATE"),
    type=DateParam(),
    required=True,
    help=N_("Meetings before this day."),
)
@manner_options()
@click.pass_obj
def archive(voice: Voice, /, workbook: Path, before: dt.date) -> int:
    """Always 0: what cannot be done raises."""
    done = docgen.archive(workbook, before=before, now=clock(None))
    words = voice.words
    if voice.json:
        voice.document(as_json.archived(done))
    if not done.numbers:
        voice.say(words.text("No meeting before {day} is over and done with.", day=voice.day(before)))
        return 0
    voice.say(
        words.plural(
            "Moved {count} meeting to {file}.",
            "Moved {count} meetings to {file}.",
            len(done.numbers),
            file=done.archive.name,
        )
    )
    if done.copy:
        voice.say(words.text("A copy of the workbook as it was: {file}", file=done.copy.name))
    return 0
