"""From the tables ``[[moedeinterval]]`` of a ``type.toml`` to cadences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence

from docgen.meetingtypes.cadence import (
    Base,
    Cadence,
    Deadline,
    Event,
    KeptBy,
    Shift,
    Stage,
    Unit,
    spelt,
)
from docgen.meetingtypes.formreader import check_key
from docgen.meetingtypes.notation import written
from docgen.meetingtypes.table import Table, closest
from docgen.model import Weekday

# Nobody plans further ahead than this; more is a slip of the finger.
MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 1000, 150, 36
MOST_MEETINGS, LONGEST_COURSE = 500, 120  # in a stage; months
MOST_REACH = 60  # days
_MOST = {Unit.DAYS: MOST_DAYS, Unit.WEEKS: MOST_WEEKS, Unit.MONTHS: MOST_MONTHS}

_WITHIN = "senest_dage"
_LENGTHS = (*(str(unit) for unit in Unit), _WITHIN)
_ENDS = ("antal", "indtil", "indtil_maaned")
_STEP = "{ antal = 3, uger = 4 }"
_DEADLINE = '{ noegle = "plan", titel = "Frist: planen er på plads", dage = 21, fra = "Start" }'
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def read_cadences(table: Table) -> tuple[Cadence, ...]:
    """The cadences of a type, in the order of the file; the first is the one that counts by itself."""
    entries = table.tables("moedeinterval")
    cadences = tuple(_cadence(entry) for entry in entries)
    _check_once(entries, "moedeinterval", "navn", [spelt(cadence.name) for cadence in cadences])
    return cadences


def _cadence(table: Table) -> Cadence:
    name = table.text("navn", example="Opfølgning")
    deadlines = table.tables("frister", inline=_DEADLINE)
    cadence = Cadence(
        name=name,
        stages=_stages(table),
        weekday=_weekday(table),
        time=_time(table),
        shift=Shift(table.choice("flyt", [str(shift) for shift in Shift], default=Shift.NEAREST)),
        reach=table.number("flyt_hoejst", default=0, most=MOST_REACH) or None,
        deadlines=tuple(_deadline(entry) for entry in deadlines),
        same_day=table.text("samme_dag"),
    )
    table.finish()
    _check_once(deadlines, "frister", "noegle", [deadline.key for deadline in cadence.deadlines])
    return cadence


def _stages(table: Table) -> tuple[Stage, ...]:
    if table.raw("trin") in (None, []):
        table.add("E-101", name="trin", example=f"trin = [{_STEP}]")
    before = len(table.findings)
    stages = tuple(_stage(entry) for entry in table.tables("trin", inline=_STEP))
    if len(table.findings) == before:  # of a step that is wrong itself nobody knows when it ends
        _check_order(table, stages)
    return stages


def _stage(table: Table) -> Stage:
    said = _said(table, _LENGTHS, _STEP)
    numbers = {unit: table.number(unit, default=0, most=_MOST[unit]) for unit in Unit}
    event, day = _until(table)
    unit = next((unit for unit in Unit if unit in said), Unit.DAYS)
    stage = Stage(
        every=numbers[unit],
        unit=unit,
        count=table.number("antal", default=0, most=MOST_MEETINGS),
        until_event=event,
        until_date=day,
        until_month=table.number("indtil_maaned", default=0, most=LONGEST_COURSE),
        within_days=table.number(_WITHIN, default=0, most=MOST_DAYS),
    )
    table.finish()
    ends = [key for key in _ENDS if key in table]
    if said == [_WITHIN] and ends:  # it is one meeting, so it ends by itself
        table.add("E-223", first=_WITHIN, other=ends[0], known=", ".join((_WITHIN, ends[0])))
    elif len(ends) > 1:
        table.add("E-223", first=ends[0], other=ends[1], known=", ".join(_ENDS))
    return stage


def _said(table: Table, keys: Sequence[str], example: str) -> list[str]:
    """Which of the keys stand there; a finding when there is not exactly one."""
    said = [key for key in keys if key in table]
    if not said:
        table.add("E-222", known=", ".join(keys), example=example)
    elif len(said) > 1:
        table.add("E-223", first=said[0], other=said[1], known=", ".join(keys))
    return said


def _until(table: Table) -> tuple[Event | None, dt.date | None]:
    """What ``indtil`` says: an event of the course, or a date of TOML's own."""
    value, events = table.raw("indtil"), [str(event) for event in Event]
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return None, value
    if isinstance(value, str) and (value in events or closest(value, events)):
        return Event(table.choice("indtil", events)), None
    if value is not None:
        table.add("E-226", "indtil", value=written(value))
    return None, None


def _weekday(table: Table) -> Weekday | None:
    day = table.choice("ugedag", [str(day) for day in Weekday], default="")
    return Weekday(day) if day else None


def _time(table: Table) -> dt.time | None:
    """A time of day, written as a text or as TOML's own; seconds are nobody's wish."""
    value = table.raw("tidspunkt")
    if isinstance(value, dt.time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, str) and (clock := _CLOCK.fullmatch(value.strip())):
        return dt.time(int(clock[1]), int(clock[2]))
    if value is not None:
        table.add("E-227", "tidspunkt", value=written(value))
    return None


def _deadline(table: Table) -> Deadline:
    deadline = Deadline(
        key=table.text("noegle", example="plan"),
        title=table.text("titel", example="Frist: planen er på plads"),
        days=table.number("dage", default=0, most=MOST_DAYS),
        months=table.number("maaneder", default=0, most=MOST_MONTHS),
        counted_from=Base(table.choice("fra", [str(base) for base in Base], default=Base.START)),
        kept_by=KeptBy(table.choice("holdes_af", [str(by) for by in KeptBy], default=KeptBy.MEETING)),
    )
    table.finish()
    check_key(table, deadline.key, "plan")
    _said(table, (Unit.DAYS, Unit.MONTHS), "dage = 21")
    return deadline


def _check_order(table: Table, stages: Sequence[Stage]) -> None:
    """Every stage can come: none before it lasts for ever, and the fixed days stand first and in order."""
    for at, stage in enumerate(stages, start=1):
        before = stages[at - 2] if at > 1 else None
        if stage.lasts and at < len(stages):
            table.add("E-224", f"trin {at}", known=", ".join(_ENDS))
        if stage.within_days and before and not 0 < before.within_days < stage.within_days:
            table.add("E-225", f"trin {at}: {_WITHIN}", value=stage.within_days)


def _check_once(entries: Collection[Table], entry: str, key: str, values: Sequence[str]) -> None:
    """A finding for each name that has been used for an earlier entry of the same list."""
    for at, (table, value) in enumerate(zip(entries, values, strict=True)):
        if value and (first := values.index(value)) < at:
            table.add("E-114", key, value=table.raw(key), first=f"{entry} {first + 1}")
