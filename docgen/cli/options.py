"""Arguments and options that several commands share, and what they accept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from docgen.cli.speech import Argument, Option, argument, option
from docgen.cli.voice import keep_wish, voice_of
from docgen.i18n import LANGUAGES, N_

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[F], F]


class DateParam(click.ParamType):  # type: ignore[type-arg] # before Click 8.5 it takes none
    """A date in any of the forms that the workbook takes."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from docgen.workbook.dates import date_in  # brings the workbook's reader in

        date = date_in(str(value))
        if date is None:
            problem = N_("{value!r} is not a date. Write it as 03-02-2026 or 2026-02-03.")
            self.fail(voice_of(ctx).words.text(problem, value=value), param, ctx)
        return date


_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])|(0[1-9]|1[0-2])-(\d{4})")


class MonthParam(click.ParamType):  # type: ignore[type-arg]
    """A month, as its first day: ``2026-02``, or ``02-2026`` as Danes write it."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        found = _MONTH.fullmatch(str(value).strip())
        if found is None or not (year := int(found[1] or found[4])):
            problem = N_("{value!r} is not a month. Write it as 2026-02.")
            self.fail(voice_of(ctx).words.text(problem, value=value), param, ctx)
        return dt.date(year, int(found[2] or found[3]), 1)


class TypeParam(click.ParamType):  # type: ignore[type-arg]
    """A meeting type by folder name or title; which there are is known only when ``--templates`` is."""

    name = "type"

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - Click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The shipped types whose folder name begins like this."""
        import docgen

        names = (kind.name for kind in docgen.meeting_types())
        return [CompletionItem(name) for name in names if name.startswith(incomplete.casefold())]


# What is wrong with a file or folder is said where it is opened, so Click only makes a path of it.
ANY_PATH = click.Path(path_type=Path, readable=False)
TYPE_HELP = N_("The folder name or title of a meeting type.")


def workbook_argument() -> Decorator[Any]:
    """WORKBOOK: the Excel file."""
    return argument(
        "workbook",
        cls=Argument,
        metavar=N_("WORKBOOK"),
        type=ANY_PATH,
        help=N_("The Excel workbook (.xlsx) of residents and meetings."),
    )


def type_argument(*, required: bool = True) -> Decorator[Any]:
    """TYPE: a meeting type."""
    return argument("type_name", metavar=N_("TYPE"), type=TypeParam(), required=required, help=TYPE_HELP)


def pack_option() -> Decorator[Any]:
    """``-o PACK``."""
    return option(
        "-o",
        "--output",
        "pack",
        metavar=N_("PACK"),
        type=ANY_PATH,
        help=N_("The pack's folder. Without it: “<workbook name>-pakke” beside the workbook."),
    )


def today_option() -> Decorator[Any]:
    """``--today``: the clock."""
    return option(
        "--today",
        metavar=N_("DATE"),
        type=DateParam(),
        help=N_("Work as if it were this day, to repeat an earlier run."),
    )


def templates_option() -> Decorator[Any]:
    """``--templates``: meeting types beside the shipped ones."""
    return option(
        "--templates",
        metavar=N_("FOLDER"),
        type=ANY_PATH,
        help=N_(
            "A folder with meeting types of your own. One with the same name as a shipped type replaces it."
        ),
    )


def window_options() -> Decorator[Any]:
    """``--from``, ``--to``, ``--type`` and ``--meeting``: which meetings."""
    return all_of(
        option(
            "--from",
            "first",
            metavar=N_("DATE"),
            type=DateParam(),
            help=N_("Meetings from this day on. Without it: from today."),
        ),
        option(
            "--to",
            "last",
            metavar=N_("DATE"),
            type=DateParam(),
            help=N_("Meetings up to and including this day. Without it: 26 weeks on."),
        ),
        option(
            "--type",
            "type_names",
            metavar=N_("TYPE"),
            type=TypeParam(),
            multiple=True,
            help=N_("Only meetings of this type. May be given more than once."),
        ),
        option(
            "--meeting",
            "numbers",
            metavar=N_("NR"),
            multiple=True,
            help=N_("Only the meeting with this Nr, whatever its date. May be given more than once."),
        ),
    )


def planning_options() -> Decorator[Any]:
    """What ``plan`` and ``build`` plan with: the pack, the window, the clock and the types."""
    return all_of(pack_option(), window_options(), today_option(), templates_option())


def verbose_option(help: str) -> Decorator[Any]:  # noqa: A002
    """``-v``; ``help`` says what more is told."""
    return _wish("-v", "--verbose", help=help)


def manner_options() -> Decorator[Any]:
    """How the command speaks: ``--json``, ``-q``, and what every command has."""
    return all_of(
        _wish("--json", help=N_("The result as one JSON document, for other programs.")),
        _wish("-q", "--quiet", help=N_("Say nothing but errors.")),
        common_options(),
    )


def common_options() -> Decorator[Any]:
    """``--lang`` and ``--debug``: ``main`` has read both before Click begins; here is their help."""
    return all_of(
        option(
            "--lang",
            type=click.Choice(LANGUAGES, case_sensitive=False),
            expose_value=False,
            help=N_("The language of all messages. Without it: the computer's."),
        ),
        option(
            "--debug",
            is_flag=True,
            expose_value=False,
            help=N_("Show the details for developers when something goes wrong."),
        ),
    )


def _wish(*names: str, help: str) -> Decorator[Any]:  # noqa: A002
    return option(*names, cls=Option, is_flag=True, expose_value=False, callback=keep_wish, help=help)


def all_of(*decorators: Decorator[Any]) -> Decorator[Any]:
    """One decorator for several, which then stand in the help in the order given."""

    def decorate(function: F) -> F:
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate
