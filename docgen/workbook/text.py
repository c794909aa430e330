"""Text as it stands in cells: made clean, and shown without what must not be shown."""

from __future__ import annotations

import re
import unicodedata

SHOWN = 40  # characters of a value that a message repeats

# ECMA-376 and XML 1.0, 2.2: characters that no document can hold. Tab, LF and CR are dealt with apart.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")  # pasted in unseen; they would part two equal numbers
_WITH_HYPHEN = re.compile(r"(?<!\d)(\d{6})\s?[-\u2010-\u2013\u2212]\s?\d{4}(?!\d)")
_BARE = re.compile(r"(?<!\d)(\d{6})\d{4}(?!\d)")
_NINE_OR_TEN = re.compile(r"(?<!\d)(\d{5,6})\d{4}(?!\d)")  # as a number it loses its leading zero
_MASK = "••••••-••••"


def clean(text: str) -> tuple[str, bool]:
    """``text`` in one Unicode form, without outer space, and whether control characters were left out.

    Line breaks within stay, as ``\\n``; tabs become spaces.
    """
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    printable = _CONTROL.sub("", even)
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", printable)).strip(), printable != even


def has_cpr(text: str) -> bool:
    """Whether ``ddmmyy-nnnn`` with a valid date stands in ``text``.

    Modulus 11 is not looked at: since 2007 real numbers fail it.
    """
    return any(_is_birthday(match[1]) for match in _WITH_HYPHEN.finditer(text))


def has_ten_digits(text: str) -> bool:
    """Whether ten digits in a row that begin with a date stand in ``text``."""
    return any(_is_birthday(match[1]) for match in _BARE.finditer(text))


def shown(text: str) -> str:
    """``text`` for a message: on one line, shortened, and with nothing like a CPR number in it."""
    line = " ".join(_CONTROL.sub("", _INVISIBLE.sub("", text)).split())
    masked = _NINE_OR_TEN.sub(_mask, _WITH_HYPHEN.sub(_mask, line))
    return masked if len(masked) <= SHOWN else masked[: SHOWN - 1].rstrip() + "…"


def _mask(match: re.Match[str]) -> str:
    return _MASK if _is_birthday(match[1].zfill(6)) else match[0]


def _is_birthday(digits: str) -> bool:
    """Day, month and two digits of a year, of any century: 29 February needs a year divisible by four."""
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if not 1 <= month <= 12:
        return False
    february = 29 if year % 4 == 0 else 28
    longest = (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return 1 <= day <= longest
