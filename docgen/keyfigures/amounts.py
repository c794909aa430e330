"""Numbers as the report shows them: Danish, rounded as people round, and words where a number is missing."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from docgen import danish
from docgen.keyfigures.values import Cell, Figure, Measure, Unit, value_of
from docgen.keyfigures.words import ReportWords

MINUS = "\N{MINUS SIGN}"


def rounded(measure: Measure, unit: Unit) -> float | None:
    """The value as it is shown: a share in whole per cent, an average with one decimal."""
    value = value_of(measure, unit)
    if value is None:
        return None
    return _round(value * 100, "1") if unit is Unit.SHARE else _round(value, "0.1")


def shown(measure: Measure, unit: Unit, words: ReportWords, threshold: int) -> str:
    """``68 %``, ``1,4``, ``12``; in words what is hidden, a dash where there is nothing to share."""
    if measure.hidden:
        return words.say("vis.skjult", mindst=threshold)
    value = rounded(measure, unit)
    if value is None:
        return words.say("vis.intet")
    patterns = {Unit.SHARE: "vis.procent", Unit.HOURS: "vis.timer"}
    number = _number(value, unit)
    return _unbroken(words.say(patterns[unit], tal=number) if unit in patterns else number)


def percent(value: float, words: ReportWords) -> str:
    """``50 %``, on one line."""
    return _unbroken(words.say("vis.procent", tal=danish.number(value)))


def change(figure: Figure, words: ReportWords) -> str:
    """``+5 pct.point``, ``−0,3``, ``uændret``; a dash unless both months have a number."""
    step = difference(figure)
    if step is None:
        return words.say("vis.intet")
    return (
        (("+" if step > 0 else MINUS) + _step(step, figure.unit, words, "vis.point_kort"))
        if step
        else words.say("vis.uaendret")
    )


def compared(figure: Figure, month: str, words: ReportWords) -> str:
    """``, 5 procentpoint mere end i januar``: the end of a sentence about it; empty where it is unknown."""
    step = difference(figure)
    if step is None:
        return ""
    key = "vis.samme" if not step else "vis.mere" if step > 0 else "vis.mindre"
    return words.say(key, tal=_step(step, figure.unit, words, "vis.point"), maaned=month)


def difference(figure: Figure) -> float | None:
    """This month less the one before, both as they are shown, so that readers can check it."""
    here, there = (rounded(one, figure.unit) for one in figure.months)
    return None if here is None or there is None else _round(here - there, "0.1")


def _step(step: float, unit: Unit, words: ReportWords, points: str) -> str:
    """The size of a step; ``points`` is the key of what a step between two shares is called."""
    number = _number(abs(step), unit)
    return _unbroken(words.say(points, tal=number) if unit is Unit.SHARE else number)


def _number(value: float, unit: Unit) -> str:
    """Averages and hours always with one decimal, so that they stand below each other."""
    has_decimal = unit in (Unit.AVERAGE, Unit.HOURS)
    return f"{value:.1f}".replace(".", ",") if has_decimal else danish.number(value)


def _unbroken(text: str) -> str:
    return text.replace(" ", danish.NBSP)


def basis(measure: Measure, unit: Unit, words: ReportWords) -> str:
    """``17 af 25``, ``17 / 25`` of an average: numerator and denominator; a dash where there are not both."""
    if measure.hidden or not measure.of or unit is Unit.HOURS:
        return words.say("vis.intet")
    amounts = {"antal": danish.number(measure.amount), "alle": danish.number(measure.of)}
    said = words.say("vis.delt" if unit is Unit.AVERAGE else "vis.af", **amounts)
    return _unbroken(said)


def counted(cell: Cell, words: ReportWords) -> str:
    """A table's number."""
    return words.say("vis.skjult_celle") if cell.hidden else danish.number(cell.amount)


def _round(value: float, step: str) -> float:
    """Half away from zero, as people do it by hand; Python's own rounding takes 2.5 to 2."""
    return float(Decimal(repr(value)).quantize(Decimal(step), ROUND_HALF_UP))
