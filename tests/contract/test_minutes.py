"""One contract for the minutes of every type: what people write in them in Word is read back whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from docgen.meetingtypes.definition import MeetingType
from docgen.minutes.reading.reader import Reading, read_minutes
from docgen.minutes.values import FilledMinutes
from tests.contract.papers import TYPES as ALL
from tests.judges import converted
from tests.minutes.answers import FILE, Form, Hand, essence, fill, form_of
from tests.minutes.drawing import NASTY, RIGHT_TO_LEFT, full
from tests.minutes.everypart import every_part
from tests.minutes.ways import KEPT_BY_LIBREOFFICE, WAYS

TYPES = (*ALL, every_part())
every_type = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
_LEFT_TO_RIGHT = tuple(text for text in NASTY if text != RIGHT_TO_LEFT)
"""LibreOffice 7.4 itself writes Hebrew and Arabic several times over, in fields of whole paragraphs."""
Saved = dict[tuple[str, str], bytes]


@every_type
def test_blank_minutes_are_read_as_blank_and_say_which_meeting_they_are_of(kind: MeetingType) -> None:
    form = form_of(kind)
    minutes = _understood(form.paper.saved())
    assert minutes.is_blank
    assert minutes.identity == form.identity
    assert [one.person for one in minutes.attendance] == list(form.people)
    assert essence(minutes) == form.blank


@every_type
def test_what_is_typed_in_every_field_is_read_back(kind: MeetingType) -> None:
    form = form_of(kind)
    assert not full(form).is_blank
    assert essence(_understood(fill(form, full(form)).saved())) == full(form)


@every_type
def test_however_the_words_came_into_the_fields_they_are_read_back(kind: MeetingType) -> None:
    form = form_of(kind)
    for seed in range(5):
        paper = fill(form, full(form), Hand(Random(seed), WAYS))  # noqa: S311 - nothing is kept secret
        assert essence(_understood(paper.saved())) == full(form)


@every_type
def test_the_contract_fills_in_every_field_there_is(kind: MeetingType) -> None:
    """Or a field could be added that nobody reads, and nothing here would tell."""
    form = form_of(kind)
    paper = fill(form, full(form))
    assert [tag for tag in paper.tags() if paper.is_empty(paper.control(tag))] == []


# As LibreOffice saves it: without tags, repeating sections and most names


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """All minutes as LibreOffice has saved them: by type, and by what was done to them in Word before."""
    folder = tmp_path_factory.mktemp("minutes")
    files: dict[Path, tuple[str, str]] = {}
    for kind in TYPES:
        form = form_of(kind)
        hand = Hand(Random(7), KEPT_BY_LIBREOFFICE)  # noqa: S311 - nothing is kept secret with it
        papers = {
            "blank": form.paper,
            "typed": fill(form, full(form)),
            "every which way": fill(form, full(form, _LEFT_TO_RIGHT), hand),
            "with gaps": fill(form, _with_gaps(form)),
        }
        for name, paper in papers.items():
            path = folder / f"{kind.name}-{len(files)}.docx"
            path.write_bytes(paper.saved())
            files[path] = (kind.name, name)
    results = converted(list(files), "docx", folder / "saved")
    return {key: path.read_bytes() for key, path in zip(files.values(), results, strict=True)}


@every_type
def test_blank_minutes_that_libreoffice_has_saved_are_read_as_blank(kind: MeetingType, saved: Saved) -> None:
    assert essence(_understood(saved[kind.name, "blank"])) == form_of(kind).blank


@every_type
def test_what_libreoffice_has_saved_says_the_same(kind: MeetingType, saved: Saved) -> None:
    assert essence(_understood(saved[kind.name, "typed"])) == full(form_of(kind))


@every_type
def test_also_when_people_wrote_whole_paragraphs_in_word_before(kind: MeetingType, saved: Saved) -> None:
    wanted = full(form_of(kind), _LEFT_TO_RIGHT)
    assert essence(_understood(saved[kind.name, "every which way"])) == wanted


@every_type
def test_decisions_keep_their_keys_in_libreoffice_also_where_rows_were_left_blank(
    kind: MeetingType, saved: Saved
) -> None:
    form = form_of(kind)
    assert essence(_understood(saved[kind.name, "with gaps"])) == _with_gaps(form)


def _with_gaps(form: Form) -> FilledMinutes:
    """Minutes with nothing but every other decision."""
    decisions = full(form).decisions[1 : form.rows["beslutning"] : 2]
    return replace(form.blank, decisions=decisions)


def _understood(data: bytes) -> FilledMinutes:
    """The minutes, of which there is nothing to complain."""
    reading: Reading = read_minutes(data, FILE, TYPES)
    assert reading.findings == ()
    assert reading.minutes is not None
    return reading.minutes
