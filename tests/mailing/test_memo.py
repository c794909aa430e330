"""Letters as MeMo messages: what a sending system finds in the file, and what nobody finds there."""

from __future__ import annotations

import base64
import datetime as dt
import importlib.util
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.calendars.timezone import COPENHAGEN
from docgen.mailing.draft import Attachment
from docgen.mailing.memo import (
    Appointment,
    DigitalLetter,
    as_memo,
    is_available,
    memo_file,
    memo_files,
    message,
)
from tests.mailing.memos import MEMO, complaints, read_back

LETTER = Attachment("invitation_B001.pdf", "application/pdf", b"%PDF-1.7\n\x00\xff letter")
AGENDA = Attachment("dagsorden på møde.pdf", "application/pdf", b"%PDF-1.7 agenda")
MEETING = Appointment(
    start=dt.datetime(2026, 2, 3, 10, 0, tzinfo=COPENHAGEN),
    end=dt.datetime(2026, 2, 3, 11, 0, tzinfo=COPENHAGEN),
    place="Mødelokale 1",
    title="Møde",
    organizer_mail="post@elmegaarden.example",
    organizer_name="Botilbuddet Elmegården",
)
UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
needs_library = pytest.mark.skipif(
    sys.version_info >= (3, 13), reason="python-serviceplatformen is not for this Python"
)


def letter(**changes: Any) -> DigitalLetter:
    made = DigitalLetter(
        key=("abc123def456", "M001", "B001"),
        label="Brev om et møde",
        receiver_nr="B001",
        sender="Botilbuddet Elmegården",
        created=dt.datetime(2026, 1, 12, 9, 30, 15, 999, tzinfo=COPENHAGEN),
        main=LETTER,
        others=(AGENDA,),
        appointment=MEETING,
    )
    return replace(made, **changes)


def said(data: bytes, name: str) -> list[str | None]:
    return [element.text for element in etree.fromstring(data).iter(MEMO + name)]


@needs_library
def test_the_message_holds_the_letter_its_enclosures_and_the_meeting() -> None:
    data = as_memo(letter())
    assert said(data, "encodingFormat") == ["application/pdf", "application/pdf"]
    assert said(data, "filename") == ["invitation_B001.pdf", "dagsorden_paa_moede.pdf"]
    assert [base64.b64decode(text or "") for text in said(data, "content")] == [LETTER.data, AGENDA.data]
    assert said(data, "language") == ["da", "da"]
    assert said(data, "actionCode") == ["AFTALE"]
    assert said(data, "location") == ["Mødelokale 1"]
    assert said(data, "organizerMail") == ["post@elmegaarden.example"]
    assert data.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<memo:Message ")
    assert etree.fromstring(data).get("memoVersion") == "1.2"


@needs_library
@pytest.mark.parametrize(("month", "hour"), [(2, 9), (7, 8)])
def test_times_are_in_utc_in_winter_and_in_summer(month: int, hour: int) -> None:
    start = dt.datetime(2026, month, 3, 10, 0, tzinfo=COPENHAGEN)
    meeting = replace(MEETING, start=start, end=start + dt.timedelta(hours=1))
    data = as_memo(letter(appointment=meeting))
    assert said(data, "startDateTime") == [f"2026-{month:02}-03T{hour:02}:00:00Z"] * 2
    assert said(data, "endDateTime") == [f"2026-{month:02}-03T{hour + 1:02}:00:00Z"] * 2
    assert said(data, "createdDateTime") == ["2026-01-12T08:30:15Z"]


@needs_library
def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        as_memo(letter(created=dt.datetime(2026, 1, 12)))  # noqa: DTZ001 - the point


@needs_library
def test_the_numbers_that_docgen_does_not_hold_have_places_that_nobody_takes_for_numbers() -> None:
    data = as_memo(letter())
    assert said(data, "recipientID") == ["{{CPR:B001}}"]
    assert said(data, "senderID") == ["{{CVR}}"]
    assert said(data, "idType") == ["CVR", "CPR"]
    assert not re.search(r">\d{6}-?\d{4}<", data.decode())


@needs_library
def test_what_is_seen_before_signing_in_is_what_the_caller_says_and_no_more() -> None:
    data = as_memo(letter())
    assert said(data, "label") == ["Brev om et møde", "Botilbuddet Elmegården", "Møde"]
    assert said(data, "description") == said(data, "abstract") == ["Møde"]
    assert said(data, "notification") == []


@needs_library
def test_a_cancellation_has_no_meeting_to_take_over() -> None:
    data = as_memo(letter(appointment=None, others=()))
    assert said(data, "Action") == []
    assert said(data, "filename") == ["invitation_B001.pdf"]
    assert complaints(data) == []


@needs_library
def test_a_changed_letter_is_another_message_about_the_same_meeting() -> None:
    first, again = as_memo(letter()), as_memo(letter())
    later = as_memo(letter(created=dt.datetime(2026, 1, 13, 9, 0, tzinfo=COPENHAGEN)))
    other = as_memo(letter(key=("abc123def456", "M001", "B002")))
    assert first == again
    assert said(later, "messageUUID") != said(first, "messageUUID")
    assert said(later, "reservationUUID") == said(first, "reservationUUID")
    assert said(other, "reservationUUID") != said(first, "reservationUUID")
    numbers = [*said(first, "messageUUID"), *said(first, "reservationUUID"), *said(other, "messageUUID")]
    assert all(UUID4.fullmatch(number or "") for number in numbers)
    assert len(set(numbers)) == 3


@needs_library
def test_the_same_letter_gives_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.mailing.test_memo import as_memo, letter;"
        "sys.stdout.buffer.write(as_memo(letter()))"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert done.stdout == as_memo(letter())


@needs_library
def test_the_library_reads_back_what_was_written_and_the_schema_finds_nothing_wrong() -> None:
    data = as_memo(letter())
    assert read_back(data) == message(letter())
    assert complaints(data) == []


@needs_library
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=40), st.binary(max_size=40))
def test_no_text_breaks_a_message(label: str, place: str, mail: str, content: bytes) -> None:
    meeting = replace(MEETING, place=place, title=label, organizer_mail=mail, organizer_name=label)
    made = letter(
        label=label,
        sender=place,
        appointment=meeting,
        key=(label, place),
        main=replace(LETTER, data=content),
        others=(Attachment(label, "text/calendar; method=REQUEST", content),),
    )
    data = as_memo(made)
    assert read_back(data) == message(made)
    assert all(len(text or "") <= 256 for name in ("label", "location") for text in said(data, name))
    assert said(data, "encodingFormat") == ["application/pdf", "text/calendar"]


@needs_library
def test_the_schema_takes_hostile_texts_too() -> None:
    hostile = "Åse]]><memo:x>&amp;\r\n\0\x1f\ufffe\ud800\u202e🦢" + "x" * 400
    meeting = replace(MEETING, place=hostile, title=hostile, organizer_mail="", organizer_name="")
    data = as_memo(letter(label=hostile, receiver_nr="B001\n<", sender=hostile, appointment=meeting))
    assert complaints(data) == []
    assert said(data, "label")[0] == ("Åse]]><memo:x>&amp; \u202e🦢" + "x" * 400)[:255] + "…"
    assert said(data, "organizerMail") == []


@needs_library
def test_a_letter_that_is_no_pdf_is_named_and_the_others_are_made() -> None:
    word = replace(LETTER, name="invitation_B002.docx", media_type="application/msword")
    files, findings = memo_files(
        {
            memo_file("M001", "B001"): letter(),
            memo_file("M001", "B002"): letter(main=word),
        }
    )
    assert files == {"M001_B001.xml": as_memo(letter())}
    assert [(one.code, one.place.file) for one in findings] == [("W-415", "digitalpost/M001_B002.xml")]


def test_without_the_library_there_is_one_finding_that_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "docgen.mailing.memo.find_spec",
        lambda name: None if name == "python_serviceplatformen" else find(name),
    )
    assert not is_available()
    files, findings = memo_files({"M001_B001.xml": letter(), "M002_B001.xml": letter()})
    assert files == {}
    assert [(one.code, one.place.file) for one in findings] == [("W-414", "digitalpost")]
    assert "[digitalpost]" in findings[0].text()
    assert memo_files({}) == ({}, ())


def test_the_library_is_not_loaded_until_a_letter_needs_it() -> None:
    script = "import sys, docgen.mailing.memo; print('python_serviceplatformen' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
