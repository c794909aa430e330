"""TOML: reading a text once, a value as it is written there, and why a text cannot be read."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from docgen.i18n import N_

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # line breaks and tabs are welcome
_AROUND = 15
_LONGEST = 40

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_NOT_UNDERSTOOD = N_("the line is not understood")
_PROBLEMS = (
    (r"Cannot |Duplicate", N_("a key or a heading stands here again")),
    (r"after a key|initial character for a key", N_("this is no key, or “=” is missing after it")),
    (r"Invalid hex|Unescaped|Escaped character", N_("a backslash stands alone")),
    (r"Invalid value|Invalid date", N_("this is no text, no number and no list")),
    (r"Unterminated|character '\\n'|Expected [\"']{3,}", N_("the quote that ends a text is missing")),
    (r"character '", N_("there is a control character here")),
    (r"Unclosed|Expected '\]", N_("a bracket is not closed")),
    (r"after a statement", N_("there is more on the line than one value")),
)


@lru_cache(maxsize=64)  # each shipped file is read for its words, and as a type
def loaded(text: str) -> Mapping[str, Any]:
    """The values of a TOML text, to be read only. Raises ``tomllib.TOMLDecodeError``."""
    return tomllib.loads(text)


def written(value: object) -> str:
    """A value as it stands in TOML, short enough to be read in a message."""
    text = _in_toml(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _in_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        quoted = json.dumps(value, ensure_ascii=False)
        return _CONTROL.sub(lambda sign: f"\\u{ord(sign[0]):04X}", quoted)
    if isinstance(value, list):
        return f"[{', '.join(map(_in_toml, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {_in_toml(inner)}' for key, inner in value.items())} }}"
    return str(value)


def control_character(text: str) -> str:
    """The words around the first sign that Word cannot hold, as they are written in TOML; ``""`` without."""
    if not (found := _CONTROL.search(text)):
        return ""
    return written(text[max(0, found.start() - _AROUND) : found.end() + _AROUND])


def misread(message: str, text: str) -> dict[str, object]:
    """``reason``, ``line`` and ``column`` of what tomllib says about a text that it cannot read."""
    place = _PLACE.search(message)
    last = text.rstrip("\n").split("\n")
    line, column = map(int, place.groups()) if place else (len(last), len(last[-1]) + 1)
    told = (reason for pattern, reason in _PROBLEMS if re.search(pattern, message))
    return {"reason": next(told, _NOT_UNDERSTOOD), "line": line, "column": column}
