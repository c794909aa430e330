"""Names for fields that are made from the words beside them."""

from __future__ import annotations

import re

from docgen.meetingtypes.authoring.fields import LONGEST_NAME

_TAG = re.compile(r"\{[{%].*?[}%]\}")


class Aliases:
    """The aliases of one document's fields: no two are the same, and Word takes them all."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, words: str) -> str:
        """An alias that says ``words``, cut where it is too long; a tag in them is left out ("…")."""
        plain = " ".join(_TAG.sub("…", words).split())
        number, ending = 1, ""
        while (alias := _cut(plain, ending)) in self._taken:
            number += 1
            ending = f" ({number})"
        self._taken.add(alias)
        return alias


def _cut(words: str, ending: str) -> str:
    room = LONGEST_NAME - len(ending)
    return (words if len(words) <= room else words[: room - 1].rstrip(" ,.:") + "…") + ending
