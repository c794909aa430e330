"""When the phases of a meeting begin and end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen import danish
from docgen.meetingtypes.definition import MeetingType


def phase_times(kind: MeetingType, start: dt.time, length: int) -> dict[str, dict[str, Any]]:
    """When each phase begins and ends, in proportion to the meeting's length, in whole five minutes.

    The phases fill the meeting without gaps; the last one ends when the meeting does. Meetings too short
    for steps of five minutes are divided by the minute.
    """
    total = sum(phase.minutes for phase in kind.phases) or 1
    step = 5 if length % 5 == 0 and length >= 5 * len(kind.phases) else 1
    least = step if length >= len(kind.phases) else 0
    edges, passed = [0], 0
    for left, phase in zip(range(len(kind.phases) - 1, -1, -1), kind.phases, strict=True):
        passed += phase.minutes
        # Rounded half up to the step. No phase loses all its time, if there are minutes enough.
        edge = (2 * passed * length + total * step) // (2 * total * step) * step
        edges.append(max(edges[-1] + least, min(edge, length - left * least)))
    times = {}
    for phase, first, last in zip(kind.phases, edges, edges[1:], strict=False):
        begins, ends = danish.minutes_after(start, first), danish.minutes_after(start, last)
        times[phase.key] = {
            "start": danish.clock(begins),
            "slut": danish.clock(ends),
            "tid": danish.span(begins, ends),
            "minutter": last - first,
        }
    return times
