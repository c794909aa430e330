"""``docgen demo``: a sample workbook and its pack, to see what docgen makes."""

from __future__ import annotations

from pathlib import Path

import click

from docgen import shelf
from docgen.cli.calls import Call, carried_out, planned
from docgen.cli.options import ANY_PATH, manner_options
from docgen.cli.speech import command, option
from docgen.cli.voice import Voice
from docgen.i18n import N_

FIRST_LOOKS = (
    *(f"moeder/*/{name}" for name in ("invitation_*", "dagsorden*", "referat*", "moede.ics")),
    "post/breve.docx",
    "mail/*.eml",
)


@command(
    "demo",
    short_help=N_("Try docgen on a sample workbook of invented people."),
    help=N_(
        "Copies a sample workbook of invented people into a folder and makes its pack. Needs nothing else, "
        "and works as if it were 19 January 2026, whatever the day."
    ),
    examples=[("docgen demo", N_("Puts everything into the folder docgen-demo."))],
)
@option(
    "-o",
    "--output",
    "folder",
    metavar=N_("FOLDER"),
    type=ANY_PATH,
    default=Path("docgen-demo"),
    help=N_("Where to put it. Without it: docgen-demo in the folder you are in."),
)
@manner_options()
@click.pass_obj
def demo(voice: Voice, folder: Path) -> int:
    """Run again, it builds the copied workbook again."""
    workbook = shelf.sample_workbook(folder)
    call = Call(workbook=workbook, today=shelf.SAMPLE_DAY)
    plan, _ = planned(voice, call)
    status = carried_out(voice, call, plan)
    _point_out(voice, workbook, call.pack_folder)
    return status


def _point_out(voice: Voice, workbook: Path, pack: Path) -> None:
    """Where things lie, and what to open first: the overview, then one meeting's files."""
    words = voice.words
    voice.say(words.text("The sample workbook: {path}", path=workbook.absolute()))
    voice.say(words.text("Open these first:"))
    voice.say("  oversigt.html")
    for pattern in FIRST_LOOKS:
        for name in _first(pattern, pack):
            voice.say(f"  {name}")


def _first(pattern: str, pack: Path) -> list[str]:
    """The first file in the pack that is called like this; none when there is no such file."""
    found = sorted(path.relative_to(pack).as_posix() for path in pack.glob(pattern))
    return found[:1]
