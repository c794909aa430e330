"""Click in the user's language.

Click puts its own words ("Usage:", "No such option") through Python's ``gettext``, which knows one text
domain in a whole process and reads the language from the environment. This is the one place that sets
either, and only while a command runs. The help of our own commands goes the same way, at the moment it
is shown, so that nothing is translated when modules are imported.
"""

from __future__ import annotations

import copy
import gettext
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.resources import as_file, files
from typing import Any, TypeVar

import click

from docgen.i18n import DOMAIN, N_

Self = TypeVar("Self")
LANGUAGE = "LANGUAGE"  # the variable that gettext asks first


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Lets Click speak the language ``code`` (``da`` or ``en``) until the block ends."""
    domain, variable = gettext.textdomain(), os.environ.get(LANGUAGE)
    with as_file(files("docgen") / "locale") as folder:
        gettext.bindtextdomain(DOMAIN, str(folder))
        gettext.textdomain(DOMAIN)
        os.environ[LANGUAGE] = code
        try:
            yield
        finally:
            gettext.textdomain(domain)
            os.environ.pop(LANGUAGE)
            if variable is not None:
                os.environ[LANGUAGE] = variable


def told(message: str | None) -> str:
    """``message`` in the language of the block we are in; empty for ``None`` (gettext's "" is its header)."""
    return gettext.gettext(message) if message else ""


def _in_quotes(hint: str) -> str:
    """Click's ``'-o' / '--output'`` in the quotes of the language."""
    names = hint.replace("'", "").split(" / ")
    return " / ".join(told(N_("'{name}'")).format(name=name) for name in names)


def _in_words(thing: Self, *names: str) -> Self:
    """A copy of a command or parameter with these attributes translated."""
    twin = copy.copy(thing)
    for name in names:
        setattr(twin, name, told(getattr(thing, name)) or None)
    return twin


class Option(click.Option):
    """An option whose help and placeholder are English messages, translated when shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        return click.Option.get_help_record(_in_words(self, "help", "metavar"), ctx)

    def get_error_hint(self, ctx: click.Context | None) -> str:
        return _in_quotes(click.Option.get_error_hint(_in_words(self, "metavar"), ctx))


class Argument(click.Argument):
    """An argument with a help of its own (Click before 8.5 knows none), translated when shown."""

    def __init__(self, param_decls: Sequence[str], *, metavar: str, help: str, **attrs: Any) -> None:  # noqa: A002
        super().__init__(param_decls, metavar=metavar, **attrs)
        self.help = help

    def make_metavar(self, ctx: click.Context) -> str:  # noqa: ARG002 - Click's signature
        name = told(self.metavar)
        return name if self.required else f"[{name}]"

    def get_error_hint(self, ctx: click.Context | None) -> str:  # noqa: ARG002 - Click's signature
        return _in_quotes(f"'{told(self.metavar)}'")

    def help_row(self, ctx: click.Context) -> tuple[str, str]:
        """Its line under "Arguments"; under another name than Click's, which 8.2 would list as an option."""
        return self.make_metavar(ctx), told(self.help)


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


HELP = Option(
    ["-h", "--help"],
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_help,
    help=N_("Show this message and exit."),
)


class _InWords(click.Command):
    """What commands and groups share: help in the user's language, with examples at its end."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **attrs: Any) -> None:
        super().__init__(*args, **attrs)
        self.examples = tuple(examples)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002 - Click's signature
        """Ours: Click's keeps the language in which it was first shown."""
        return HELP

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - Click's signature
        return told(self.short_help)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [told(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.format_usage(ctx, formatter)
        click.Command.format_help_text(_in_words(self, "help"), ctx, formatter)
        self.format_arguments(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_examples(formatter)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [param.help_row(ctx) for param in self.params if isinstance(param, Argument)]
        if rows:
            with formatter.section(told(N_("Arguments"))):
                formatter.write_dl(rows)

    def format_examples(self, formatter: click.HelpFormatter) -> None:
        """Each example on a line of its own, never wrapped, with what it does below it."""
        if not self.examples:
            return
        with formatter.section(told(N_("Examples"))):
            for call, meaning in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{call}\n")
                with formatter.indentation(), formatter.indentation():
                    formatter.write_text(told(meaning))


class Command(_InWords):
    """A command of docgen."""


class ReaderGoneError(Exception):
    """Whatever read our output has stopped reading (``docgen check … | head``)."""


class Group(_InWords, click.Group):
    """A command that holds commands, listed in the order in which they were added."""

    def __init__(self, *args: Any, **attrs: Any) -> None:
        super().__init__(*args, subcommand_metavar=N_("COMMAND ..."), **attrs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command. Click would end with 1 when the reader goes away, which means something else."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()  # here, where a reader that went away is still noticed
        except BrokenPipeError as error:
            raise ReaderGoneError from error
        return status


def need_command(ctx: click.Context) -> None:
    """For a group: without a command the help is what is needed, also when there were options."""
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


command: Callable[..., Callable[[Callable[..., int]], Command]] = partial(click.command, cls=Command)
option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)
