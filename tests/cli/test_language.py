"""Every word in Danish and in English, chosen before Click says its first."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_file

from docgen.cli import click_words
from docgen.cli.commands import root
from docgen.cli.speech import Argument, Command, Group, Option, speaking
from docgen.i18n import language
from tests.commandline import Run

# Messages of Click for programmers, and of what docgen does not use: prompts, editors, pagers, deprecation.
NOT_OURS = re.compile(
    r"^d$|Editing failed|Windows error|deprecated|Deprecation|iterable|^Takes|defined twice|Boolean option"
    r"|determine name|No options defined|dynamic|exactly one parameter|Do you want|Confirm the|%\(prog\)s"
    r"|Invalid start character|confirmation|^Error: (?!\{message)|colour|any key|Choice\(|match the format"
    r"|boolean|UUID|not executable|len_type|standard stream|Positional arguments"
)


def walk(command: click.Command, path: str = "docgen") -> Iterator[tuple[str, click.Command]]:
    yield path, command
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from walk(below, f"{path} {name}")


COMMANDS = dict(walk(root))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_has_help_in_both_languages(path: str) -> None:
    command = COMMANDS[path]
    assert isinstance(command, Command | Group)
    danish = language("da")
    texts = [command.help, *(meaning for _, meaning in command.examples)]
    texts += [command.short_help] if command is not root else []
    for param in command.params:
        assert isinstance(param, Option | Argument)
        texts.append(param.help)
    for text in texts:
        assert text
        assert danish.text(text) != text


@pytest.mark.parametrize("path", COMMANDS)
def test_help_is_shown_in_the_language_asked_for(run: Run, path: str) -> None:
    words = path.split()[1:]
    english, danish = run(*words, "--help"), run(*words, "-h", "--lang", "da")
    assert english.status == danish.status == 0
    assert english.out.startswith(f"Usage: {path} [OPTIONS]")
    assert danish.out.startswith(f"Brug: {path} [TILVALG]")
    shared = set(english.out.splitlines()) & set(danish.out.splitlines())
    assert all(not line.strip() or line.strip().startswith("docgen ") for line in shared)


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_shows_an_example_that_can_be_run(path: str) -> None:
    command = COMMANDS[path]
    assert isinstance(command, Command | Group)
    assert command.examples
    for call, _ in command.examples:
        name, *arguments = shlex.split(call)
        ctx: click.Context | None = None
        here: click.Command = root
        while isinstance(here, click.Group):
            ctx = click.Context(here, ctx, name)
            name, *arguments = arguments
            below = here.get_command(ctx, name)
            assert below is not None
            here = below
        if arguments != ["--help"]:
            here.make_context(name, arguments, ctx)


def test_every_word_that_click_can_say_here_is_ours_too() -> None:
    ours = {*click_words.MESSAGES, *click_words.PLURALS, "Arguments"}
    folder = Path(click.__file__).parent
    said = {
        words
        for path in folder.glob("*.py")
        for _, words, _, _ in extract_from_file("python", path, keywords={"_": None, "ngettext": (1, 2)})
    }
    said = {words for words in said if not NOT_OURS.search(words if isinstance(words, str) else words[0])}
    assert said - ours == set()


@pytest.mark.parametrize(
    ("arguments", "environment", "first"),
    [
        (["--lang", "da", "--help"], "en", "Brug:"),
        (["--help", "--lang=da"], "en", "Brug:"),
        (["--lang", "DA", "--help"], "en", "Brug:"),
        (["--lang", "en", "--help"], "da", "Usage:"),
        (["--help"], "da_DK:en", "Brug:"),
        (["--help"], "de", "Usage:"),
        (["--lang", "tysk", "--help"], "da", "Brug:"),
    ],
)
def test_the_call_decides_the_language_and_else_the_machine(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: str, first: str
) -> None:
    monkeypatch.setenv("LANGUAGE", environment)
    assert run(*arguments).out.startswith(first)


def test_a_language_that_is_not_there_is_a_wrong_call(run: Run) -> None:
    outcome = run("check", "a.xlsx", "--lang", "tysk")
    assert outcome.status == 2
    assert "'da', 'en'" in outcome.err


def test_nothing_is_left_behind_in_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    import gettext
    import os

    monkeypatch.setenv("LANGUAGE", "en")
    before = gettext.textdomain()
    with speaking("da"):
        assert gettext.gettext("Usage:") == "Brug:"
    assert gettext.textdomain() == before
    assert os.environ["LANGUAGE"] == "en"
    monkeypatch.delenv("LANGUAGE")
    with speaking("da"):
        pass
    assert "LANGUAGE" not in os.environ


def test_findings_are_told_in_danish_with_danish_plurals(run: Run, faulty: Path) -> None:
    outcome = run("check", faulty, "--today", "2026-01-19", "--lang", "da")
    assert re.search(r"med_fejl\.xlsx: \d+ fejl og \d+ advarsler\.$", outcome.out.strip())
    assert "was expected" not in outcome.out


def test_danish_dates_and_times_look_danish(run: Run, sample: Path) -> None:
    outcome = run("plan", sample, "--today", "2026-01-19", "--meeting", "M001", "--lang", "da")
    assert "tir 03-02-2026 10.00" in outcome.out
    assert "1 møde: 1 nyt." in outcome.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plan", "a.xlsx", "--to", "nej"), "Fejl: »--to«: »nej« er ikke en dato."),
        (("bulid",), "der hedder »bulid«"),
        (("build",), "»PROJEKTMAPPE«"),
    ],
)
def test_what_was_typed_stands_in_danish_quotes(run: Run, arguments: tuple[str, ...], words: str) -> None:
    assert words in run(*arguments, "--lang", "da").err
