"""What an office starts from: a fresh workbook, the sample, the meeting types and their Word templates."""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from docgen import resources
from docgen.errors import UsageError
from docgen.findings import Finding, Place
from docgen.meetingtypes.definition import MeetingType

if TYPE_CHECKING:
    from docgen.documents.check import Inspection

SAMPLE = "parkvaenget.xlsx"
# The day on which the sample's own world stands; its meetings lie in the ten weeks after it.
SAMPLE_DAY = dt.date(2026, 1, 19)


def new_workbook(path: Path, types: Sequence[MeetingType], *, today: dt.date) -> Path:
    """A fresh workbook to fill in, with a Kalender-id of its own; its examples lie after ``today``.

    The drop-downs for Type and Anledning offer those of ``types``. Raises ``UsageError`` when something of
    that name is there already.
    """
    from docgen.workbook.writer import new

    occasions = dict.fromkeys(occasion for kind in types for occasion in kind.occasions)
    suggestions = {"Type": tuple(kind.title for kind in types), "Anledning": tuple(occasions)}
    new(path, calendar_id=secrets.token_hex(6), today=today, suggestions=suggestions)
    return path


def sample_workbook(folder: Path) -> Path:
    """The sample workbook, copied into ``folder``; one that lies there already is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / SAMPLE
    if not target.exists():
        shutil.copyfile(resources.sample_data() / SAMPLE, target)
    return target


def check_templates(types: Sequence[MeetingType]) -> Inspection:
    """What is wrong in the Word templates of these types, and how hard those for residents are to read."""
    from docgen.documents.check import Inspection, inspect_type

    return Inspection.of_all(inspect_type(kind) for kind in types)


def make_templates(kind: MeetingType, *, overwrite: bool = False) -> list[Path]:
    """The type's Word templates, made from its ``type.toml`` into its own folder.

    Those that nobody has changed are made anew. Raises ``DefinitionError`` when others are there already and
    ``overwrite`` is not set: they may have been edited in Word.
    """
    from docgen.meetingtypes.authoring.make import write

    return write(kind, overwrite=overwrite)


def copy_type(kind: MeetingType, folder: Path) -> Path:
    """A copy of the type's folder in ``folder``, to edit and to use with ``--templates``.

    The common words of all types are copied beside it. Raises ``UsageError`` when the type's folder is
    there already.
    """
    target = folder / kind.name
    if target.exists():
        raise UsageError(Finding.of("E-167", Place(file=f"{folder.name}/{kind.name}")))
    shutil.copytree(kind.folder, target, ignore=shutil.ignore_patterns("~$*"))
    common = kind.folder.parent / "faelles.toml"
    if common.is_file() and not (folder / common.name).exists():
        shutil.copyfile(common, folder / common.name)
    return target
