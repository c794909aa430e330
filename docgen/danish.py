"""Danish as Danes write it: dates, times, lengths, lists, and how hard a text is to read.

Names of days and months come from Babel's ``da`` locale, never from the machine's. No-break spaces keep
"kl. 10.00" and "3. februar" on one line.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
_ABBREVIATIONS = r"bl\.a|ca|dvs|evt|f\.eks|inkl|kl|m\.m|min|mv|nr|osv|p\.s|tlf"
_DOT_INSIDE = re.compile(
    r"(?<=\d)\.(?=\s?\d|\s+[a-zæøå])"  # 10.00, 3. februar
    rf"|\b(?i:{_ABBREVIATIONS})\.(?!\s*$)"
)
_WORD = re.compile(r"[^\W_]+(?:(?:[-'’]|(?<=\d)[.,:/](?=\d))[^\W_]+)*")  # 10.00 is one word
_LAST_LETTERS = str.maketrans({"æ": "{", "ø": "|", "å": "}"})  # what comes behind z, in this order
_SENTENCE_END = re.compile(r"""[.!?:…]+[)"'”’»«]*(?=\s|$)|\n+""")


@lru_cache(maxsize=4096)
def _formatted(day: dt.date, pattern: str) -> str:
    from babel.dates import format_date  # heavy to import, and not needed by every command

    return str(format_date(day, pattern, locale="da"))


def date(day: dt.date) -> str:
    """``3. februar 2026``."""
    return f"{day.day}.{NBSP}{_formatted(day, 'MMMM y')}"


def day_and_month(day: dt.date) -> str:
    """``3. februar``: where the year goes without saying."""
    return f"{day.day}.{NBSP}{_formatted(day, 'MMMM')}"


def month(day: dt.date) -> str:
    """``februar 2026``."""
    return _formatted(day, "MMMM y")


def month_name(day: dt.date) -> str:
    """``februar``."""
    return _formatted(day, "MMMM")


def weekday(day: dt.date) -> str:
    """``tirsdag``."""
    return _formatted(day, "EEEE")


def full_date(day: dt.date) -> str:
    """``tirsdag den 3. februar 2026``."""
    return f"{weekday(day)} den {date(day)}"


def clock(time: dt.time) -> str:
    """``10.00``: hours and minutes with a full stop between."""
    return f"{time.hour}.{time.minute:02}"


def at(time: dt.time) -> str:
    """``kl. 10.00``."""
    return f"kl.{NBSP}{clock(time)}"


def span(start: dt.time, end: dt.time) -> str:
    """``kl. 10.00–11.00``."""
    return f"{at(start)}–{clock(end)}"


def length(minutes: int) -> str:
    """``45 minutter``, ``1 time``, ``1 time og 15 minutter``, ``2 timer``."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(f"{hours}{NBSP}{'time' if hours == 1 else 'timer'}")
    if rest or not hours:
        parts.append(f"{rest}{NBSP}{'minut' if rest == 1 else 'minutter'}")
    return " og ".join(parts)


def enumeration(words: Sequence[str]) -> str:
    """``Anna, Bo og Carl``; empty for no words."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the empty ones.

    A line end ends a sentence, so headings and list items count as sentences of their own. The dots in
    "kl. 10.00", "3. februar" and known abbreviations end none.
    """
    protected = _DOT_INSIDE.sub(lambda match: match.group().replace(".", "\0"), text.replace(NBSP, " "))
    pieces = _SENTENCE_END.split(protected)
    return [piece.replace("\0", ".").strip() for piece in pieces if _WORD.search(piece)]


@dataclass(frozen=True, slots=True)
class Weight:
    """What the readability index counts: sentences, words, and words of more than six letters."""

    sentences: int
    words: int
    long_words: int

    @property
    def lix(self) -> float:
        """Words a sentence plus the percentage of long words (Björnsson 1968); 0.0 without words.

        Up to 24 is very easy, 25–34 easy.
        """
        if not self.words:
            return 0.0
        return self.words / max(1, self.sentences) + 100 * self.long_words / self.words

    def without(self, part: Weight) -> Weight:
        """What is left of a text when a part of it is taken out."""
        return Weight(
            self.sentences - part.sentences, self.words - part.words, self.long_words - part.long_words
        )


def weight(text: str) -> Weight:
    """What is to be counted in a text. Figures are words, but have no letters."""
    words: list[str] = _WORD.findall(text)
    long_words = sum(sum(sign.isalpha() for sign in word) > 6 for word in words)
    return Weight(len(sentences(text)), len(words), long_words)


def lix(text: str) -> float:
    """The readability index of a text; 0.0 for one without words."""
    return weight(text).lix


def number(value: float) -> str:
    """``2,5``, and ``3`` without decimals where there are none."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def minutes_after(time: dt.time, minutes: int) -> dt.time:
    """The time of day this many minutes later; past midnight it starts over."""
    return (dt.datetime.combine(dt.date.min, time) + dt.timedelta(minutes=minutes)).time()


def lines(*parts: str) -> list[str]:
    """Those parts that say something, trimmed: the lines of an address."""
    return [part.strip() for part in parts if part.strip()]


def alphabetical(text: str) -> str:
    """What to sort a name by: letter case and accents do not matter, and æ, ø and å (or aa) come last."""
    spelt = unicodedata.normalize("NFC", text).casefold().replace("aa", "å").translate(_LAST_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(c))


def joined(parts: Iterable[str], separator: str = ", ") -> str:
    """The parts that say something with ``separator`` between them."""
    return separator.join(part for part in parts if part)


def one_line(text: str) -> str:
    """The text without line breaks: people write several lines into one cell."""
    return " ".join(text.split())


def town(postcode: str, city: str) -> str:
    """``8000 Aarhus C``; either part may be blank."""
    return f"{postcode} {city}".strip()
