"""Word itself as a converter, by way of docx2pdf, an optional library for Windows and macOS.

It has not been tried with Word: there is none where docgen is made. What is tested is all around it, by a
stand-in for the library. Word writes its PDFs as it likes: whether they are the same each time, tagged, and
with empty pages kept is not known.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from docgen.mailing.conversion import Conversion
from docgen.mailing.processes import run
from docgen.mailing.workbench import convert_all, convert_files, patience

_SCRIPT = "import sys; from docx2pdf import convert; convert(*sys.argv[1:], keep_active=True)"
"""In a process of its own: the library draws a bar, may end the program it is called from, and may hang.
Word stays open: closing it would close what people are at work on (AlJohri/docx2pdf#60, #84)."""


@dataclass(frozen=True, slots=True)
class Word:
    """Word as a converter: one call of the library, and so one Word, for all the documents of a call.

    ``seconds`` is as with LibreOffice.
    """

    seconds: float = 0.0

    def __call__(self, documents: Mapping[str, bytes]) -> Conversion:
        return convert_all(documents, self._run)

    def files(self, jobs: Mapping[Path, Path]) -> None:
        """As ``FilesConverter`` has it."""
        convert_files(jobs, self._run)

    def _run(self, home: Path, sources: Sequence[Path]) -> None:
        command = [sys.executable, "-P", "-c", _SCRIPT, str(home / "word"), str(home / "pdf")]
        if sources:
            run(command, self.seconds or patience(sources))


def has_word() -> bool:
    """Whether Word and the library are both installed."""
    return find_spec("docx2pdf") is not None and _is_installed()


def _is_installed() -> bool:
    found = False
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(OSError), winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"):
            found = True
    elif sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        found = any((one / "Microsoft Word.app").is_dir() for one in folders)
    return found
