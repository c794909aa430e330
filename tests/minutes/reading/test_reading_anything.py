"""Any answers come back as they were written: a thousand sets of them, in all types' minutes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from docgen.minutes.reading.reader import read_minutes
from docgen.minutes.values import FilledMinutes
from tests.contract.papers import SHIPPED
from tests.minutes.answers import FILE, Form, Hand, essence, fill, form_of
from tests.minutes.drawing import some_minutes
from tests.minutes.everypart import every_part

TYPES = (*SHIPPED, every_part())


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(some_minutes([form_of(kind) for kind in TYPES]))
def test_whatever_is_written_is_read(case: tuple[Form, FilledMinutes, Hand]) -> None:
    form, minutes, hand = case
    reading = read_minutes(fill(form, minutes, hand).saved(), FILE, TYPES)
    assert reading.findings == ()
    assert reading.minutes is not None
    assert essence(reading.minutes) == minutes
