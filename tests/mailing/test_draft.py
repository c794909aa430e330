"""E-mail drafts: what a reader finds, and what no text can do to them."""

from __future__ import annotations

import base64
import datetime as dt
import re
from dataclasses import replace
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from docgen.calendars import call_off, publish, request
from docgen.mailing.draft import Attachment, as_eml
from docgen.planning.mailboxes import one_line
from tests.calendars.readers import by_ical_js
from tests.calendars.samples import BO, ENTRY
from tests.mailing.drafts import PDF, draft, mailbox
from tests.mailing.readers import by_postal_mime, by_python, words

HEADERS = [
    *("X-Docgen-Digest", "From", "To", "Subject", "Date", "Message-ID", "X-Unsent"),
    *("MIME-Version", "Content-Type", "Content-Language"),
]
# Signs that mean something in headers, and any others.
anything = st.text(st.one_of(st.sampled_from("\r\n\t\0 <>\"',;:@()[]=?\\æøå\u2028\x85"), st.characters()))
box = mailbox


def test_a_reader_finds_who_it_is_from_and_to_what_it_is_about_and_the_file() -> None:
    message = by_python(as_eml(draft()))
    assert str(message["From"]) == "Botilbuddet Elmegården <post@elmegaarden.example>"
    assert str(message["To"]) == "Bo Enhedsen <bo@elmegaarden.example>"
    assert message["Subject"] == "Referat af møde M001"
    assert message["Date"].datetime == dt.datetime(2026, 1, 19, 7, 30, tzinfo=dt.UTC)
    assert (message["X-Unsent"], message["Content-Language"]) == ("1", "da")
    assert words(message.get_body(("plain",))) == "Hej Bo\n\nHer er referatet.\nDet er vedhæftet.\n"
    (file,) = message.iter_attachments()
    assert (file.get_filename(), file.get_content_type()) == ("referat_M001.pdf", "application/pdf")
    assert file.get_content() == PDF.data


def test_the_same_words_stand_there_as_a_page_with_a_title_and_a_language() -> None:
    text = "Sig <b>ja</b> & tak\nSe https://moede.example/?a=1&b=2."
    page = words(by_python(as_eml(draft(paragraphs=("Hej Bo", text)))).get_body(("html",)))
    assert '<html lang="da">' in page
    assert "<title>Referat af møde M001</title>" in page
    assert "<p>Hej Bo</p>" in page
    assert "<p>Sig &lt;b&gt;ja&lt;/b&gt; &amp; tak<br>" in page
    assert '<a href="https://moede.example/?a=1&amp;b=2">' in page
    assert not re.search("<(img|script|style|link)", page)


def test_postal_mime_finds_the_same(tmp_path: Path) -> None:
    name = "Åse Ørsted-Æblegren, tidligere »Holm« (med et meget, meget langt navn, som fylder to linjer)"
    mails = [draft(), draft(receiver=box(name), attachments=(replace(PDF, name="Møde æøå.pdf"),))]
    first, second = by_postal_mime(tmp_path, *map(as_eml, mails))
    assert first["from"] == {"address": "post@elmegaarden.example", "name": "Botilbuddet Elmegården"}
    assert first["subject"] == "Referat af møde M001"
    assert first["headers"] == [header.lower() for header in HEADERS]
    assert first["text"].rstrip() + "\n" == "Hej Bo\n\nHer er referatet.\nDet er vedhæftet.\n"
    assert first["attachments"] == [
        ["referat_M001.pdf", "application/pdf", base64.b64encode(PDF.data).decode()]
    ]
    assert second["to"] == [{"address": "bo@elmegaarden.example", "name": name}]
    assert second["attachments"][0][0] == "Moede_aeoeaa.pdf"


def test_the_same_draft_gives_the_same_bytes_all_of_them_ascii_and_no_line_too_long() -> None:
    data = as_eml(draft(paragraphs=("æøå " * 2000,)))
    assert data == as_eml(draft(paragraphs=("æøå " * 2000,)))
    assert data.isascii()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_the_message_id_is_the_keys_own_and_at_the_senders_domain() -> None:
    ids = [by_python(as_eml(one))["Message-ID"] for one in (draft(), draft(subject="Nyt"), draft(key=("x",)))]
    assert ids[0] == ids[1] != ids[2]
    assert re.fullmatch(r"<[0-9a-f]{32}@elmegaarden\.example>", ids[0])


@given(name=anything, subject=anything, paragraphs=st.lists(anything, max_size=3), file=anything)
def test_no_text_adds_a_header_a_receiver_or_a_part(
    name: str, subject: str, paragraphs: list[str], file: str
) -> None:
    made = draft(
        receiver=box(name),
        subject=subject,
        paragraphs=tuple(paragraphs),
        attachments=(replace(PDF, name=file),),
        key=(name, subject),
    )
    message = by_python(as_eml(made))
    assert message.keys() == HEADERS
    assert [one.addr_spec for one in message["To"].addresses] == ["bo@elmegaarden.example"]
    kinds = [part.get_content_type() for part in message.walk()]
    texts = ["multipart/alternative", "text/plain", "text/html"]
    assert kinds == ["multipart/mixed", *texts, "application/pdf"]
    (attached,) = message.iter_attachments()
    assert attached.get_content() == PDF.data
    assert re.fullmatch(r"[A-Za-z0-9._-]+", attached.get_filename() or "")


@given(subject=anything)
def test_a_subject_comes_back_on_one_line(subject: str) -> None:
    raw = by_python(as_eml(draft(subject=subject)))["Subject"]
    # Blanks between two encoded words are Python's own, so they are not compared.
    assert "".join(str(make_header(decode_header(raw))).split()) == "".join(one_line(subject).split())


@given(data=st.binary(max_size=400))
def test_whatever_is_attached_comes_back_byte_for_byte(data: bytes) -> None:
    (attached,) = by_python(as_eml(draft(attachments=(replace(PDF, data=data),)))).iter_attachments()
    assert attached.get_content() == data


def test_an_invite_keeps_its_method() -> None:
    invite = Attachment("moede.ics", "text/calendar; method=REQUEST; charset=utf-8", b"BEGIN:VCALENDAR\r\n")
    (attached,) = by_python(as_eml(draft(attachments=(invite,)))).iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    assert attached.get_param("method") == "REQUEST"
    assert attached.get_payload(decode=True) == invite.data


# What a calendar is to take in

INVITE = request(ENTRY, BO)
FORMS = ["text/plain", "text/html", "text/calendar"]


def test_the_calendar_is_the_last_form_of_the_text_and_the_last_attachment() -> None:
    message = by_python(as_eml(draft(calendar=INVITE)))
    kinds = [part.get_content_type() for part in message.walk()]
    attached = ["application/pdf", "application/ics"]
    assert kinds == ["multipart/mixed", "multipart/alternative", *FORMS, *attached]
    *_, form = next(message.iter_parts()).iter_parts()
    assert (form.get_content_disposition(), form["Content-Transfer-Encoding"]) == (None, "base64")
    *_, file = message.iter_attachments()
    assert file.get_filename() == "moede.ics"
    assert form.get_payload(decode=True) == file.get_payload(decode=True) == INVITE


@pytest.mark.parametrize(
    ("calendar", "method"),
    [(INVITE, "REQUEST"), (call_off(ENTRY, BO), "CANCEL"), (publish(ENTRY), "PUBLISH")],
    ids=["REQUEST", "CANCEL", "PUBLISH"],
)
def test_its_method_is_the_calendars_own_and_it_is_in_utf_8(calendar: bytes, method: str) -> None:
    *_, form = next(by_python(as_eml(draft(calendar=calendar, attachments=()))).iter_parts()).iter_parts()
    assert dict(form["Content-Type"].params) == {"method": method, "charset": "UTF-8"}
    assert form.get_payload(decode=True) == calendar
    assert Calendar.from_ical(calendar)["METHOD"] == method


def test_a_calendar_without_a_method_is_refused_as_no_program_would_take_it() -> None:
    with pytest.raises(ValueError, match="METHOD"):
        as_eml(draft(calendar=b"BEGIN:VCALENDAR\r\nSUMMARY:METHOD:REQUEST\r\nEND:VCALENDAR\r\n"))


@given(summary=anything, name=anything)
def test_no_title_and_no_name_changes_the_parts_or_the_method(summary: str, name: str) -> None:
    entry = replace(ENTRY, summary=f"\r\nMETHOD:CANCEL\r\n{summary}")
    made = request(entry, replace(BO, name=name))
    message = by_python(as_eml(draft(calendar=made, attachments=())))
    assert message.keys() == HEADERS
    parts = [part for part in message.walk() if not part.is_multipart()]
    assert [part.get_content_type() for part in parts] == [*FORMS, "application/ics"]
    assert parts[2].get_param("method") == "REQUEST"
    assert [part.get_payload(decode=True) for part in parts[2:]] == [made, made]


def test_postal_mime_and_ical_js_read_what_was_written(tmp_path: Path) -> None:
    (seen,) = by_postal_mime(tmp_path, as_eml(draft(calendar=INVITE)))
    files = {kind: base64.b64decode(content) for _, kind, content in seen["attachments"]}
    assert files.pop("application/pdf") == PDF.data
    as_it_gives_text = INVITE.replace(b"\r\n", b"\n")
    assert files == dict.fromkeys(("text/calendar", "application/ics"), as_it_gives_text)
    for calendar in by_ical_js(tmp_path, *files.values()):
        assert calendar["method"] == "REQUEST"
        assert [event["uid"] for event in calendar["events"]] == [ENTRY.uid]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("referat_M001.pdf", "referat_M001.pdf"),
        ("Bjørn's møde.pdf", "Bjoern_s_moede.pdf"),
        ("../../etc/passwd", "etc_passwd"),
        ("æ\r\nX: y.docx", "ae_X_y.docx"),
        ("", "fil"),
        ("日本.pdf", "fil.pdf"),
    ],
)
def test_an_attached_file_has_a_name_that_every_system_takes(name: str, plain: str) -> None:
    assert replace(PDF, name=name).ascii_name == plain
