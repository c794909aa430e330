"""``docgen sent``: the pack has gone out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

import docgen
from docgen.cli import as_json, outcomes
from docgen.cli.choices import clock
from docgen.cli.options import ANY_PATH, DateParam, manner_options, verbose_option
from docgen.cli.speech import Argument, argument, command, option
from docgen.cli.voice import Voice
from docgen.i18n import N_


@command(
    "sent",
    short_help=N_("Say that letters and invites have gone out."),
    help=N_(
        "Says that what was built in a pack has gone out. From then on a change is an update: the calendar "
        "invite replaces the one before it, the letter says which letter it replaces, and a meeting that is "
        "called off gets a cancellation. Nothing is sent by docgen itself."
    ),
    examples=[
        ("docgen sent parkvaenget-pakke", N_("Everything in the pack went out today.")),
        (
            "docgen sent parkvaenget-pakke --meeting M001 --date 23-01-2026",
            N_("Only one meeting's letters and invite, some days ago."),
        ),
    ],
)
@argument(
    "pack",
    cls=Argument,
    metavar=N_("PACK"),
    type=ANY_PATH,
    help=N_("The pack's folder, as “docgen build” made it."),
)
@option(
    "--meeting",
    "numbers",
    metavar=N_("NR"),
    multiple=True,
    help=N_("Only the meeting with this Nr. May be given more than once."),
)
@option(
    "--date",
    "day",
    metavar=N_("DATE"),
    type=DateParam(),
    help=N_("The day it went out. Without it: today."),
)
@verbose_option(N_("Name every meeting that is marked."))
@manner_options()
@click.pass_obj
def sent(voice: Voice, /, pack: Path, numbers: tuple[str, ...], day: dt.date | None) -> int:
    """Exit status 1 when a meeting could not be marked, because its building was cut short."""
    done = docgen.sent(pack, day=day or clock(None).date(), numbers=numbers)
    if voice.json:
        voice.document(as_json.dispatch(done))
    outcomes.dispatch(voice, done)
    return int(bool(done.unfinished))
