"""``docgen new``: a fresh workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

import docgen
from docgen import shelf
from docgen.cli import as_json
from docgen.cli.choices import clock
from docgen.cli.options import manner_options, today_option, workbook_argument
from docgen.cli.speech import command
from docgen.cli.voice import Voice
from docgen.i18n import N_

# Endings that mean something else; any other dot is part of the name, as in "moeder.2026".
OTHER_PROGRAMS = frozenset(
    (".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods", ".csv", ".txt", ".doc", ".docx", ".odt", ".pdf")
)


@command(
    "new",
    short_help=N_("Make a fresh workbook to fill in."),
    help=N_(
        "Makes a fresh workbook with all sheets, headings, drop-downs and notes, and a few example rows to "
        "write over. A workbook that is there already is never overwritten."
    ),
    examples=[("docgen new parkvaenget.xlsx", N_("Makes parkvaenget.xlsx in the folder you are in."))],
)
@workbook_argument()
@today_option()
@manner_options()
@click.pass_obj
def new(voice: Voice, workbook: Path, today: dt.date | None) -> int:
    """Says where the workbook is, and what to do next."""
    path = _named(voice, workbook)
    made = shelf.new_workbook(path, docgen.meeting_types(), today=clock(today).date())
    if voice.json:
        voice.document(as_json.paths("written", [made]))
    voice.say(voice.words.text("The workbook is here: {path}", path=made.absolute()))
    voice.say(voice.words.text("Open it in Excel, write over the example rows and save. Then run:"))
    voice.say(f"  docgen check {_quoted(path)}")
    return 0


def _named(voice: Voice, wish: Path) -> Path:
    """The name with ``.xlsx`` at its end; another program's ending and a folder are slips."""
    ending = wish.suffix.casefold()
    if wish.is_dir():
        problem = voice.words.text(
            "{folder} is a folder. Write the workbook's name too, for example {example}.",
            folder=wish,
            example=wish / "moeder.xlsx",
        )
    elif ending in OTHER_PROGRAMS:
        problem = voice.words.text(
            "The name of a workbook ends in .xlsx, not in {ending}.", ending=wish.suffix
        )
    else:
        return wish if ending == ".xlsx" else wish.with_name(f"{wish.name}.xlsx")
    raise click.BadParameter(problem, param_hint=voice.words.text("WORKBOOK"))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
