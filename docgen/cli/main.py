"""Where the command begins and ends: the language, the call, and what becomes of everything that fails."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path

import click

from docgen.cli import show
from docgen.cli.commands import root
from docgen.cli.speech import ReaderGoneError, speaking
from docgen.cli.voice import Voice
from docgen.errors import DocgenError, why
from docgen.i18n import LANGUAGES, N_, Language, language, preferred_code

WRONG_CALL = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count
READER_GONE = 141  # 128 + SIGPIPE: what any program gets whose reader went away

INTERRUPTION = N_("Interrupted. What is finished is kept; run the same command again to go on.")
APOLOGY = N_(
    "Sorry, something went wrong inside docgen ({name}). Your workbook has not been changed. "
    "Run the command again with --debug, and send what it shows to those who look after docgen."
)
# The reasons that people can do something about; for others the system's own words must do.
REASONS = {
    errno.ENOENT: N_("It is not there: check the name and the folder."),
    errno.EACCES: N_("Access is denied: perhaps it is open in another program, or you may not write there."),
    errno.EPERM: N_("Access is denied: perhaps it is open in another program, or you may not write there."),
    errno.EROFS: N_("Nothing can be written there: the drive is read-only."),
    errno.ENOSPC: N_("The drive is full."),
    errno.EISDIR: N_("It is a folder, and a file was expected."),
    errno.ENOTDIR: N_("It is a file, and a folder was expected."),
    errno.EEXIST: N_("It is there already."),
    errno.ENAMETOOLONG: N_("The name is too long: use a shorter folder name."),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns the exit status.

    ``argv`` are the arguments without the program's name, ``sys.argv`` where it is ``None``.

    0 done (there may be warnings), 1 done but something has errors or was left out, 2 a wrong call, an
    unreadable workbook or a fault in docgen. 130 when interrupted, 141 when whatever read the output
    stopped reading.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    wishes = _before_dashes(arguments)
    code = _language_code(wishes)
    voice = Voice(language(code), json="--json" in wishes)
    _replace_closed_streams()
    _prepare_streams(as_utf8=os.name == "nt" or voice.json)
    with speaking(code):
        return _guarded(lambda: _call(arguments, voice), voice, debug="--debug" in wishes)


def _call(arguments: list[str], voice: Voice) -> int:
    status = root.main(arguments, prog_name="docgen", standalone_mode=False, obj=Voice(voice.words))
    return int(status or 0)


def _guarded(call: Callable[[], int], voice: Voice, *, debug: bool) -> int:
    """The call's exit status, whatever happens: the one place where failures become words."""
    try:
        return call()
    except SystemExit as end:  # shell completion leaves this way
        return end.code if isinstance(end.code, int) else 0
    except (KeyboardInterrupt, click.Abort):
        voice.complain(voice.words.text(INTERRUPTION))
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:
        if debug:
            traceback.print_exc()
        return _explain(error, voice)


def _explain(error: Exception, voice: Voice) -> int:
    """Says in the user's language what went wrong; the exit status that goes with it."""
    if isinstance(error, DocgenError):
        show.failure(voice, error.findings)
        return error.exit_code
    if isinstance(error, ReaderGoneError):
        # Python flushes once more on its way out; that must not fail a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    if isinstance(error, OSError):
        voice.complain(_of_the_system(error, voice.words))
    else:
        voice.complain(voice.words.text(APOLOGY, name=type(error).__name__))
    return WRONG_CALL


def _of_the_system(error: OSError, words: Language) -> str:
    """What the system refused, with the file's name and the reason."""
    reason = words.text(REASONS[error.errno]) if error.errno in REASONS else why(error)
    name = error.filename if isinstance(error.filename, str) else ""
    return words.text("Error: {message}", message=f"{name}: {reason}" if name else reason)


def _before_dashes(arguments: Sequence[str]) -> list[str]:
    """The arguments up to ``--``, after which nothing is an option."""
    return list(arguments[: arguments.index("--")] if "--" in arguments else arguments)


def _language_code(arguments: Sequence[str]) -> str:
    """The language of ``--lang da`` or ``--lang=da``, the last one given; else the machine's.

    Click cannot be asked: it speaks already while it reads the arguments.
    """
    given = [value for name, value in pairwise(arguments) if name == "--lang"]
    given += [word.partition("=")[2] for word in arguments if word.startswith("--lang=")]
    known = [value.lower() for value in given if value.lower() in LANGUAGES]
    return known[-1] if known else preferred_code()


def _replace_closed_streams() -> None:
    """What would be written to a stream that is closed (``docgen … >&-``) goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as we live
            setattr(sys, name, nowhere)


def _prepare_streams(*, as_utf8: bool) -> None:
    """No letter may stop a command: what a stream cannot show becomes "?".

    Windows gives a pipe an eight-bit code page, in which names are lost; JSON is UTF-8 everywhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if as_utf8 else None, errors="replace")
