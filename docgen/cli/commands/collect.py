"""``docgen collect``: filled minutes come back into the workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

import docgen
from docgen.cli import collected, show
from docgen.cli.choices import clock
from docgen.cli.options import ANY_PATH, manner_options, templates_option, today_option, verbose_option
from docgen.cli.speech import Argument, argument, command, option
from docgen.cli.voice import Voice
from docgen.findings import errors_in
from docgen.i18n import N_


@command(
    "collect",
    short_help=N_("Read filled minutes back into the workbook."),
    help=N_(
        "Reads the minutes that people have filled in: decisions go to the sheet Beslutninger, the meeting "
        "becomes Afholdt or Ikke mødt, and the next meeting that was agreed is put on the sheet Møder. A "
        "copy of the workbook is saved first. Those who get the minutes have drafts of e-mails made in the "
        "pack. Run it as often as you like: nothing is written twice, and what you have changed in the "
        "workbook since stays as it is."
    ),
    examples=[
        (
            "docgen collect parkvaenget-pakke --into parkvaenget.xlsx",
            N_("All the minutes in the pack that somebody has filled in."),
        ),
        (
            "docgen collect referat.docx --into parkvaenget.xlsx --dry-run",
            N_("One file, wherever it lies, and only to see what would be written."),
        ),
    ],
)
@argument(
    "sources",
    cls=Argument,
    metavar=N_("PACK|FILE…"),
    type=ANY_PATH,
    nargs=-1,
    required=True,
    help=N_("Packs, other folders, or single Word files with filled minutes."),
)
@option(
    "--into",
    metavar=N_("WORKBOOK"),
    type=ANY_PATH,
    required=True,
    help=N_("The workbook that the meetings were planned in."),
)
@option(
    "-o",
    "--output",
    "pack",
    metavar=N_("PACK"),
    type=ANY_PATH,
    help=N_(
        "The pack that drafts of e-mails are laid in. Without it: the first pack that is collected from."
    ),
)
@option("--dry-run", is_flag=True, help=N_("Only show what would be written."))
@today_option()
@templates_option()
@verbose_option(N_("Show every decision."))
@manner_options()
@click.pass_obj
def collect(
    voice: Voice,
    /,
    sources: tuple[Path, ...],
    into: Path,
    *,
    pack: Path | None,
    dry_run: bool,
    today: dt.date | None,
    templates: Path | None,
) -> int:
    """Exit status 1 when a file, or a decision, could not be taken."""
    types = docgen.meeting_types(templates)
    done = docgen.collect(sources, into, types, now=clock(today), pack=pack, dry_run=dry_run)
    if voice.json:
        voice.document(collected.as_json(done, voice.words))
    collected.show(voice, done, into, dry_run=dry_run)
    show.findings(voice, done.findings, beside=True)
    return int(bool(errors_in(done.findings)))
