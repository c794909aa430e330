"""How one run speaks: in which language, how much, and whether to people or to a program."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
import textwrap
from dataclasses import dataclass, replace
from typing import Any, TextIO

import click

from docgen.i18n import ENGLISH, N_, Language

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


@dataclass(frozen=True)
class Voice:
    """The wishes of the call: ``--lang``, ``-q``, ``-v``, ``--json``.

    What was asked for goes to standard output; what is said about it to standard error. ``--json`` leaves
    standard output to one document, and ``-q`` leaves errors only.
    """

    words: Language = ENGLISH
    quiet: bool = False
    verbose: bool = False
    json: bool = False

    def say(self, text: str) -> None:
        """A line of the result, for people."""
        if not self.quiet and not self.json:
            click.echo(_fitted(text, sys.stdout))

    def note(self, text: str) -> None:
        """A remark beside the result; nothing when it is empty."""
        if text and not self.quiet:
            click.echo(_fitted(text, sys.stderr), err=True)

    def complain(self, text: str) -> None:
        """What went wrong; always shown."""
        click.echo(_fitted(text, sys.stderr), err=True)

    def document(self, content: object) -> None:
        """The one JSON document of ``--json``."""
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))

    def day(self, date: dt.date) -> str:
        """``03-02-2026`` in Danish, ``2026-02-03`` in English."""
        # Translators: a date as people type it, in strftime's letters.
        return date.strftime(self.words.text(N_("%Y-%m-%d")))

    def weekday(self, date: dt.date) -> str:
        """``tir 03-02-2026``."""
        return f"{self.words.text(WEEKDAYS[date.weekday()])} {self.day(date)}"

    def time(self, time: dt.time) -> str:
        """``10.00`` in Danish, ``10:00`` in English."""
        # Translators: a time of day, in strftime's letters.
        return time.strftime(self.words.text(N_("%H:%M")))


def _fitted(text: str, stream: TextIO) -> str:
    """``text`` wrapped between words for a terminal; as it is for everything else."""
    if not is_terminal(stream):
        return text
    width = shutil.get_terminal_size().columns
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def voice_of(ctx: click.Context | None) -> Voice:
    """The voice of this run; English where Click asks outside of one (shell completion)."""
    found = ctx.find_object(Voice) if ctx else None
    return found or Voice()


def keep_wish(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Click's callback of ``-q``, ``-v`` and ``--json``: the wish goes into the voice, not to the command."""
    if value:
        wish: dict[str, Any] = {str(param.name): True}
        ctx.obj = replace(voice_of(ctx), **wish)


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether somebody is watching this stream (standard output when not given)."""
    return (stream or sys.stdout).isatty()
