"""``docgen check``: every finding of a workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

import docgen
from docgen.cli import as_json, show
from docgen.cli.choices import clock
from docgen.cli.options import manner_options, templates_option, today_option, workbook_argument
from docgen.cli.speech import command
from docgen.cli.voice import Voice
from docgen.findings import errors_in
from docgen.i18n import N_


@command(
    "check",
    short_help=N_("Say what is wrong in a workbook, cell by cell."),
    help=N_(
        "Says everything that is wrong in a workbook or worth a look: in which cell, what was expected and "
        "how to mend it. Nothing is written. An error leaves out the meetings that it touches; a warning "
        "does not."
    ),
    examples=[("docgen check parkvaenget.xlsx", N_("All errors and warnings in the workbook."))],
)
@workbook_argument()
@today_option()
@templates_option()
@manner_options()
@click.pass_obj
def check(voice: Voice, workbook: Path, today: dt.date | None, templates: Path | None) -> int:
    """Exit status 1 when there is an error."""
    types = docgen.meeting_types(templates)
    found = docgen.check(docgen.load(workbook), types, now=clock(today), logo_folder=workbook.parent)
    if voice.json:
        voice.document({"workbook": workbook.name, **as_json.findings(found, voice.words)})
    show.findings(voice, found)
    summary = voice.words.text(
        "{workbook}: {counts}.", workbook=workbook.name, counts=show.counts(found, voice.words)
    )
    voice.say(summary)
    return int(bool(errors_in(found)))
