"""What the samples are put together from: homes, telephone numbers and addresses of nobody, days and times.

Telephone numbers begin with 70 00 00, and the postcode 9999 is not in use.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "."})


def home(street: str) -> dict[str, Any]:
    """The columns of an address in the town where all of it happens."""
    return {"address": street, "postcode": "9999", "city": "Prøveby"}


def mailbox(name: str) -> str:
    """``karen.moelgaard`` for Karen Mølgaard."""
    return name.casefold().translate(_LETTERS)


def phone(nr: str, first: int) -> str:
    """The telephone number of the person ``nr`` (``P001``) where numbers begin after ``first``."""
    return f"70 00 00 {int(nr[1:]) + first}"


def day(text: str) -> dt.date:
    """A day of 2026 by month and day (``02-03``), or any day by its whole date."""
    return dt.date.fromisoformat(text if len(text) > len("02-03") else f"2026-{text}")


def clock(text: str) -> dt.time:
    """A time of day (``10:00``)."""
    return dt.time.fromisoformat(text)
