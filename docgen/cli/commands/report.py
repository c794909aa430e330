"""``docgen report``: the monthly key figures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

import docgen
from docgen.cli import report_json, show
from docgen.cli.choices import clock
from docgen.cli.options import (
    ANY_PATH,
    MonthParam,
    manner_options,
    templates_option,
    today_option,
    workbook_argument,
)
from docgen.cli.report_text import lines
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.findings import errors_in
from docgen.i18n import N_

LONGEST = 52
"""Weeks without a meeting that may be asked for."""


@command(
    "report",
    short_help=N_("Work out the monthly key figures, as a Word file and a workbook."),
    help=N_(
        "Works out the key figures of a month and of the month before: how many courses have a company-based "
        "effort, which promises were kept, which meetings were held, which decisions wait. They become a "
        "Word file with charts that Word can edit, and a workbook. Numbers about very few people are taken "
        "out, unless --internal asks for them."
    ),
    examples=[
        ("docgen report jobcenter.xlsx --month 2026-02", N_("February, to be shared.")),
        ("docgen report jobcenter.xlsx", N_("Last month.")),
        ("docgen report jobcenter.xlsx --internal", N_("With small numbers too, for the house itself.")),
    ],
)
@workbook_argument()
@option(
    "--month",
    metavar=N_("MONTH"),
    type=MonthParam(),
    help=N_("The month, such as 2026-02. Without it: last month."),
)
@option(
    "-o",
    "--output",
    "folder",
    metavar=N_("FOLDER"),
    type=ANY_PATH,
    help=N_("Where the files go. Without it: “<workbook name>-noegletal” beside the workbook."),
)
@option(
    "--internal",
    is_flag=True,
    help=N_("With small numbers, for the house itself: the files say so, and their names do."),
)
@option(
    "--weeks",
    metavar=N_("N"),
    type=click.IntRange(1, LONGEST),
    default=8,
    show_default=True,
    help=N_("Count the residents whom nobody has met for so many weeks."),
)
@today_option()
@templates_option()
@manner_options()
@click.pass_obj
def report(voice: Voice, /, workbook: Path, month: dt.date | None, folder: Path | None, **asked: Any) -> int:
    """Exit status 1 when there is an error in what the figures are made of."""
    now = clock(asked["today"])
    made = docgen.report(
        docgen.load(workbook),
        docgen.meeting_types(asked["templates"]),
        (folder or workbook.with_name(f"{workbook.stem}-noegletal")).absolute(),
        month=month or last_month(now.date()),
        now=now,
        weeks=asked["weeks"],
        internal=asked["internal"],
        words_folder=asked["templates"],
        logo_folder=workbook.parent,
    )
    if voice.json:
        voice.document(report_json.report(made, voice.words))
    show.findings(voice, made.figures.findings, beside=True)
    for line in lines(made, voice.words):
        voice.say(line)
    return int(bool(errors_in(made.figures.findings)))


def last_month(today: dt.date) -> dt.date:
    """The first day of the month that is over."""
    return (today.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
