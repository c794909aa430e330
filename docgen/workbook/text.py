"""Text as it stands in cells: made clean, and shown without what must not be shown."""

from __future__ import annotations

import re
import unicodedata

SHOWN = 40  # characters of a value that a message repeats
UNSHOWN = "…"  # stands for a value that no message may repeat

# ECMA-376 and XML 1.0, 2.2: characters that no document can hold. Tab, LF and CR are dealt with apart.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u200b\u2060\ufeff]")  # pasted in unseen; they would part two equal numbers
_DASH, _SPACE = r"\-\u2010-\u2015\u2212", r"[^\S\n]"
# The date of a CPR number: in one piece, or in parts. Parts are not the tail of a longer row of numbers
# (a telephone number), nor parted in two ways: 03-05.02.2026 is some days in February.
_DAY, _MONTH = r"(?:0[1-9]|[12]\d|3[01])", r"(?:0[1-9]|1[0-2])"
_DATE = (
    rf"{_DAY}{_MONTH}\d\d"
    rf"|(?<!\d[./{_DASH}])(?:{_DAY}(?P<sign>[./{_DASH}]){_MONTH}(?P=sign)\d\d|{_DAY}/{_MONTH}-\d\d)"
    rf"|(?<!\d[./{_DASH}]){_DAY}{_MONTH}{_SPACE}\d\d"
    rf"|(?<!\d[./{_DASH}\s]){_DAY}{_SPACE}{_MONTH}{_SPACE}\d\d"
)
_WRITTEN = re.compile(
    rf"(?<!\d)(?P<date>{_DATE})(?P<gap>{_SPACE}?[./{_DASH}]{_SPACE}?|{_SPACE})(?P<serial>\d{{4}})(?!\d)"
)
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
    """Whether ``ddmmyy-nnnn`` with a valid date stands in ``text``, whatever parts its figures.

    Modulus 11 is not looked at: since 2007 real numbers fail it.
    """
    return any(_is_cpr(match) and not _may_be_a_moment(match) for match in _WRITTEN.finditer(text))


def has_ten_digits(text: str) -> bool:
    """Whether ten digits stand in ``text`` that begin with a date, and could be something else too."""
    bare = any(_is_birthday(match[1]) for match in _BARE.finditer(text))
    return bare or any(_is_cpr(match) and _may_be_a_moment(match) for match in _WRITTEN.finditer(text))


def shown(text: str) -> str:
    """``text`` for a message: on one line, shortened, and with nothing like a CPR number in it."""
    line = " ".join(_CONTROL.sub("", _INVISIBLE.sub("", text)).split())
    masked = _NINE_OR_TEN.sub(_mask, _WRITTEN.sub(_mask_written, line))
    return masked if len(masked) <= SHOWN else masked[: SHOWN - 1].rstrip() + "…"


def _is_cpr(match: re.Match[str]) -> bool:
    return _is_birthday(re.sub(r"\D", "", match["date"]))


def _may_be_a_moment(match: re.Match[str]) -> bool:
    """Whether it is as likely a date and a time of day: ``03.02.26 1000``."""
    in_parts = len(match["date"]) > 6
    hour, minute = int(match["serial"][:2]), int(match["serial"][2:])
    return in_parts and match["gap"].isspace() and hour < 24 and minute < 60


def _mask_written(match: re.Match[str]) -> str:
    return _MASK if _is_cpr(match) else match[0]


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
