"""``docgen templates``: the meeting types and their Word files."""

from __future__ import annotations

from pathlib import Path

import click

import docgen
from docgen import shelf
from docgen.cli import as_json, show
from docgen.cli.choices import type_called
from docgen.cli.options import ANY_PATH, common_options, manner_options, templates_option, type_argument
from docgen.cli.speech import Command, Group, argument, need_command, option
from docgen.cli.voice import Voice, is_terminal
from docgen.findings import errors_in
from docgen.i18n import N_


@click.group(
    "templates",
    cls=Group,
    invoke_without_command=True,
    short_help=N_("List, check, make and copy meeting types and their Word files."),
    help=N_(
        "Works with meeting types. Each is a folder with a definition, type.toml, and the Word files that "
        "are filled; both can be changed to suit your house."
    ),
    examples=[("docgen templates list", N_("The meeting types that there are."))],
)
@common_options()
@click.pass_context
def templates(ctx: click.Context) -> None:
    """Holds the four commands below."""
    need_command(ctx)


@templates.command(
    "list",
    cls=Command,
    short_help=N_("List the meeting types."),
    help=N_("Lists the meeting types with their usual length and number of documents."),
    examples=[("docgen templates list", N_("The meeting types that come with docgen."))],
)
@templates_option()
@manner_options()
@click.pass_obj
def list_types(voice: Voice, templates: Path | None) -> int:
    """One line a type where nobody watches."""
    kinds = docgen.meeting_types(templates)
    if voice.json:
        voice.document(as_json.types(kinds))
    elif is_terminal() and not voice.quiet:
        from docgen.cli import tables

        tables.meeting_types(voice, kinds)
    else:
        for kind in kinds:
            minutes = voice.words.plural("{count} minute", "{count} minutes", kind.length.usual)
            documents = voice.words.plural("{count} document", "{count} documents", len(kind.documents))
            voice.say(f"{kind.name}  {kind.title}  {minutes}  {documents}")
    return 0


@templates.command(
    "check",
    cls=Command,
    short_help=N_("Say what is wrong in Word files and where."),
    help=N_(
        "Says which tags in the Word files are unknown, misspelt or left open, and where, and how hard the "
        "letters to residents are to read (LIX). Without TYPE, all meeting types are checked."
    ),
    examples=[
        ("docgen templates check --templates skabeloner", N_("Also the types in your own folder skabeloner."))
    ],
)
@type_argument(required=False)
@templates_option()
@manner_options()
@click.pass_obj
def check_types(voice: Voice, type_name: str | None, templates: Path | None) -> int:
    """Exit status 1 when there is an error."""
    kinds = docgen.meeting_types(templates)
    chosen = [type_called(voice, type_name, kinds)] if type_name else list(kinds)
    inspection = shelf.check_templates(chosen)
    found = inspection.findings
    if voice.json:
        voice.document(as_json.inspection(inspection, voice.words))
    show.findings(voice, found)
    show.readability(voice, inspection.readability)
    types = voice.words.plural("{count} meeting type", "{count} meeting types", len(chosen))
    voice.say(voice.words.text("{what}: {counts}.", what=types, counts=show.counts(found, voice.words)))
    return int(bool(errors_in(found)))


@templates.command(
    "make",
    cls=Command,
    short_help=N_("Make a meeting type's Word files from its definition."),
    help=N_(
        "Makes the Word files of a meeting type from its type.toml, in the type's own folder. When one of "
        "them has been changed in Word, nothing is written, unless --overwrite is given."
    ),
    examples=[
        (
            "docgen templates make opfoelgningsmoede --templates skabeloner",
            N_("Makes the Word files of your own meeting type."),
        ),
    ],
)
@type_argument()
@templates_option()
@option(
    "--overwrite", is_flag=True, help=N_("Write over those that are there; what was changed in Word is lost.")
)
@manner_options()
@click.pass_obj
def make(voice: Voice, type_name: str, templates: Path | None, *, overwrite: bool) -> int:
    """Says what was made."""
    kind = type_called(voice, type_name, docgen.meeting_types(templates, templates_needed=False))
    made = shelf.make_templates(kind, overwrite=overwrite)
    if voice.json:
        voice.document(as_json.paths("written", made))
    told = voice.words.plural(
        "Made {count} Word file in {folder}.",
        "Made {count} Word files in {folder}.",
        len(made),
        folder=kind.folder,
    )
    voice.say(told if made else voice.words.text("All Word files are as type.toml says already."))
    return 0


@templates.command(
    "copy",
    cls=Command,
    short_help=N_("Copy a meeting type, to change it."),
    help=N_(
        "Copies a meeting type into a folder of your own, where you can change the Word files and the "
        "definition. Use it with --templates."
    ),
    examples=[
        ("docgen templates copy opfoelgningsmoede skabeloner", N_("Makes skabeloner/opfoelgningsmoede."))
    ],
)
@type_argument()
@argument("folder", metavar=N_("FOLDER"), type=ANY_PATH, help=N_("The folder to put the copy in."))
@templates_option()
@manner_options()
@click.pass_obj
def copy(voice: Voice, type_name: str, folder: Path, templates: Path | None) -> int:
    """Says where the copy lies and how to use it."""
    kind = type_called(voice, type_name, docgen.meeting_types(templates, templates_needed=False))
    made = shelf.copy_type(kind, folder)
    if voice.json:
        voice.document(as_json.paths("written", [made]))
    voice.say(voice.words.text("The copy is here: {path}", path=made.absolute()))
    voice.say(
        voice.words.text(
            "Use it by adding --templates {folder} to docgen plan and docgen build.", folder=folder
        )
    )
    return 0
