"""What drafts of e-mails are called, and where in a pack they lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

MAIL = "mail"
"""The folder of a pack that drafts lie in."""


def draft_file(meeting: str, person: str, what: str) -> str:
    """``M003_P004_referat.eml``: numbers and no names. No number holds an underscore."""
    return f"{meeting}_{person}_{what}.eml"


def drafts_of(folder: Path, meeting: str, what: str = "*") -> Iterator[str]:
    """The names of the drafts about a meeting that lie in ``folder``: all, or those about ``what``."""
    yield from sorted(path.name for path in folder.glob(draft_file(meeting, "*", what)))


def unnamed(file: str) -> str:
    """A draft's name as it may be said of somebody who is not to be named: ``M003_…_referat.eml``."""
    return f"{file.partition('_')[0]}_…_{file.rpartition('_')[2]}"
