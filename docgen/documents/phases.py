"""The running order of a meeting: when its phases and breaks begin and end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from docgen import danish
from docgen.meetingtypes.definition import MeetingType, Programme


def running_order(kind: MeetingType, start: dt.time, length: int) -> dict[str, Any]:
    """``program``: its title and, in order, each phase and break with its times.

    It is the type's programme for a meeting of this length: as it is written where the lengths are the same,
    else in proportion to the real one, in whole five minutes. The lines fill the meeting without gaps, and
    the last one ends when it does. Meetings too short for steps of five minutes are divided by the minute.
    """
    programme = kind.programme(length)
    titles = {phase.key: phase.title for phase in kind.phases}
    edges = _edges(programme, length)
    times = [danish.minutes_after(start, edge) for edge in edges]
    lines = []
    for at, slot in enumerate(programme.slots):
        begins, ends = times[at], times[at + 1]
        lines.append(
            {
                "tid": danish.span(begins, ends),
                "start": danish.clock(begins),
                "slut": danish.clock(ends),
                "minutter": edges[at + 1] - edges[at],
                "titel": titles[slot.phase] if slot.phase else slot.title,
                "noegle": slot.phase,
                "er_pause": not slot.phase,
            }
        )
    return {"titel": programme.title, "punkter": lines}


def phase_times(order: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """``faser``: of a running order, the times of each phase by its key."""
    said = ("tid", "start", "slut", "minutter")
    lines = (line for line in order["punkter"] if not line["er_pause"])
    return {line["noegle"]: {name: line[name] for name in said} for line in lines}


def _edges(programme: Programme, length: int) -> list[int]:
    """The minutes after the meeting's beginning at which its lines begin, and at last its end."""
    slots = programme.slots
    total = programme.minutes or 1
    step = 5 if length % 5 == 0 and length >= 5 * len(slots) and length != programme.minutes else 1
    least = step if length >= len(slots) else 0
    edges, passed = [0], 0
    for left, slot in zip(range(len(slots) - 1, -1, -1), slots, strict=True):
        passed += slot.minutes
        # Rounded half up to the step. No line loses all its time, if there are minutes enough.
        edge = (2 * passed * length + total * step) // (2 * total * step) * step
        edges.append(max(edges[-1] + least, min(edge, length - left * least)))
    return edges
