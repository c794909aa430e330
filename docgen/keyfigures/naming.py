"""What a figure is called, and what fills the places in its words: lengths, dates and types in Danish."""

from __future__ import annotations

from docgen.keyfigures.values import Figure
from docgen.keyfigures.words import ReportWords
from docgen.meetingtypes.cadence import Deadline


def title_of(figure: Figure, words: ReportWords) -> str:
    """``Første opfølgning inden 7 dage``."""
    return words.say(f"tal.{figure.words}.titel", **named(figure, words))


def named(figure: Figure, words: ReportWords) -> dict[str, object]:
    """What a figure's words may name, by the names that ``noegletal.toml`` uses."""
    places: dict[str, object] = {}
    for name, value in figure.named:
        if isinstance(value, Deadline):
            title = value.title.removeprefix(words.texts["laengde.frist_foran"].rstrip()).strip()
            places |= {"titel": title[:1].upper() + title[1:], "titel_lille": title,
                       "laengde": _length(value, words), "fra": str(value.counted_from)}  # fmt: skip
        elif name == "type":
            places["type_lille"] = str(value)[:1].lower() + str(value)[1:]
        else:
            places[name] = value
    return places


def _length(deadline: Deadline, words: ReportWords) -> str:
    """``7 dage``, ``6 måneder``."""
    count, one, many = (
        (deadline.months, "maaned", "maaneder") if deadline.months else (deadline.days, "dag", "dage")
    )
    return words.say(f"laengde.{one if count == 1 else many}", antal=count)
