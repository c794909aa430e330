"""Somebody who fills in the minutes that lie in a pack, and saves them in their place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.minutes.values import Agreed, Attendance, Presence
from tests.contract.papers import SHIPPED
from tests.docx_text import W
from tests.minutes.answers import fill, opened
from tests.minutes.wordlike import Paper
from tests.minutes.wordxml import qualified


def minutes_in(pack: Path, nr: str) -> Path:
    """The minutes of the meeting with this number."""
    (file,) = pack.glob(f"moeder/*_{nr}/referat.docx")
    return file


def fill_in(file: Path, *decisions: Agreed, absent: Collection[str] = (), **answers: Any) -> None:
    """Writes in blank minutes that lie in their folder: everybody came but those who are ``absent``.

    ``answers`` are other values of ``FilledMinutes``.
    """
    kind = next(kind for kind in SHIPPED if kind.name == file.parent.name.split("_")[2])
    form = opened(kind, file.read_bytes())
    marked = tuple(
        Attendance(nr, Presence.STAYED_AWAY if nr in absent else Presence.CAME) for nr in form.people
    )
    said = replace(form.blank, attendance=marked, decisions=decisions, **answers)
    file.write_bytes(fill(form, said).saved())


def correct(file: Path, number: int, *, text: str = "", deadline: dt.date | None = None) -> None:
    """Opens filled minutes again, and writes something else in the decision with this number."""
    paper = Paper(file.read_bytes())
    if text:
        paper.write(paper.in_row("beslutning", number - 1, "tekst"), text)
    if deadline:
        paper.pick(paper.in_row("beslutning", number - 1, "frist"), deadline)
    file.write_bytes(paper.saved())


def agree(file: Path, day: dt.date) -> None:
    """Opens filled minutes again, and chooses another day for the next meeting."""
    paper = Paper(file.read_bytes())
    paper.pick(paper.control("naeste.dato"), day)
    file.write_bytes(paper.saved())


def attend(file: Path, nr: str) -> None:
    """Opens filled minutes again, and marks somebody as present after all."""
    paper = Paper(file.read_bytes())
    came = paper.control(f"fremmoede.{nr}")
    options = [item.get(qualified("w:displayText"), "") for item in came.iter(f"{W}listItem")]
    paper.choose(came, options[0])
    file.write_bytes(paper.saved())
