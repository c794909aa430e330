"""What drafts of e-mails are called, and where in a pack they lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

MAIL = "mail"
"""The folder of a pack that drafts lie in."""
_INVITATION = re.compile(r"[^_]+_[^_]+\.eml")


def draft_file(meeting: str, person: str, what: str) -> str:
    """``M003_P004_referat.eml``: numbers and no names. No number holds an underscore."""
    return f"{meeting}_{person}_{what}.eml"


def invitation_file(meeting: str, person: str) -> str:
    """``M003_P004.eml``: the draft that invites, tells of a change or calls off."""
    return f"{meeting}_{person}.eml"


def invitations_in(folder: Path) -> frozenset[str]:
    """The names of the drafts in ``folder`` that invite, tell of a change or call off."""
    return frozenset(path.name for path in folder.glob("*.eml") if _INVITATION.fullmatch(path.name))


def drafts_of(folder: Path, meeting: str, what: str = "") -> Iterator[str]:
    """The names of the drafts about a meeting that lie in ``folder``: all, or those about ``what``."""
    pattern = draft_file(meeting, "*", what) if what else f"{meeting}_*.eml"
    yield from sorted(path.name for path in folder.glob(pattern))


def meeting_of(file: str) -> str:
    """The number of the meeting that a draft is about."""
    return file.partition("_")[0]


def unnamed(file: str) -> str:
    """A draft's name as it may be said of somebody who is not to be named: ``M003_…_referat.eml``."""
    meeting, _, rest = file.partition("_")
    what = rest.partition("_")[2]
    return f"{meeting}_…_{what}" if what else f"{meeting}_….eml"
