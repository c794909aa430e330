"""What the files of ``post/`` are called."""

from __future__ import annotations

import re

POST = "post"
"""The folder of a pack that holds what is printed, and under dates what was sent earlier."""
LETTERS, BY_HAND, LABELS = "breve", "personligt", "etiketter"
"""The print file of letters, that of what is handed over, and the labels, all without ending."""

_BUNDLE = re.compile(r"moedeleder_([^_.]+)[_.]")


def bundle_stem(person: str) -> str:
    """``moedeleder_P003``: the papers of somebody who leads meetings, without ending."""
    return f"moedeleder_{person}"


def leader_of(name: str) -> str:
    """The number of the person whose bundle a file is, set aside or not; empty for any other file."""
    found = _BUNDLE.match(name)
    return found[1] if found else ""
