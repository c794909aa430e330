"""E-mails that invite, tell of a change and call off: what each of those who get them reads."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from docgen.calendars import cancel, cancelled_entry
from docgen.mailing.attaching import PDF, word_file
from docgen.mailing.invitations import invitation
from tests import making
from tests.calendars.readers import unfolded, value
from tests.mailing.inviting import (
    called_off,
    files,
    invited,
    moved,
    names,
    off,
    planned,
    said,
    seat,
    talk,
    world,
)

# Invitations


def test_staff_get_their_letter_and_the_agenda_and_read_when_where_and_how_to_answer() -> None:
    draft = invited("P002")
    assert said(draft) == (
        "Invitation til møde tirsdag den 3. februar 2026 kl. 10.00 (M001)\n"
        "Hej Bo\n"
        "Du er inviteret til møde M001 (Dialogmøde).\n"
        "Hvornår: tirsdag den 3. februar 2026 kl. 10.00–11.00\n"
        "Hvor: Mødelokale 1\n"
        "Det her er vedhæftet:\n"
        "– Invitation til dialogmøde\n"
        "– Dagsorden for dialogmøde\n"
        "Der er en kalenderfil med. Åbn den, hvis du vil have mødet i din kalender.\n"
        "Kan du ikke komme? Giv Lene Ledersen besked senest tirsdag den 27. januar 2026, "
        "også hvis en anden tid passer dig bedre.\n"
        "Vil du spørge om noget? Ring til Lene Ledersen på telefon 70 00 00 01.\n"
        "Venlig hilsen\nLene Ledersen, udviklingsleder\nBotilbuddet Elmegården"
    )
    assert names(draft) == ["invitation_P002.docx", "dagsorden.docx"]


def test_whoever_leads_it_gets_what_is_to_be_filled_in_and_is_asked_to_send_it_back() -> None:
    text = said(invited("P001"))
    assert "Du skal lede møde M001 (Dialogmøde)." in text
    assert "Det her er til dig at skrive i:\n– Beslutningsreferat af dialogmøde" in text
    assert "Send »Beslutningsreferat af dialogmøde« tilbage til os som en Word-fil" in text
    assert "Kan du ikke lede mødet, så aftal i god tid, hvem der gør det" in text
    assert "Ring til Botilbuddet Elmegården" in text  # nobody is told to call themself
    assert names(invited("P001"))[-1] == "referat.docx"


@pytest.mark.parametrize("nr", ["B001", "P004", "P005"])
def test_the_residents_own_people_read_nothing_but_when_and_where_if_e_mail_is_not_secure(nr: str) -> None:
    draft = invited(nr)
    greeted = {"B001": "Asta", "P004": "Karl", "P005": "Nanna"}[nr]
    assert said(draft) == (
        "Invitation til møde tirsdag den 3. februar 2026 kl. 10.00\n"
        f"Hej {greeted}\n"
        "Du er inviteret til et møde.\n"
        "Hvornår: tirsdag den 3. februar 2026 kl. 10.00–11.00\n"
        "Hvor: Mødelokale 1\n"
        "Der er en kalenderfil med. Åbn den, hvis du vil have mødet i din kalender.\n"
        "Kan du ikke komme, eller passer en anden tid dig bedre? "
        "Så giv os besked senest tirsdag den 27. januar 2026.\n"
        "Vi skriver ikke mere her, for e-mails kan blive læst af andre. "
        "Ring til os på telefon 70 00 00 00, hvis du vil vide mere.\n"
        "Venlig hilsen\nBotilbuddet Elmegården"
    )
    assert draft.attachments == ()
    assert value(draft.calendar, "SUMMARY") == ":Møde"


@pytest.mark.parametrize("nr", ["B001", "P004", "P005"])
def test_where_it_is_secure_their_letter_is_attached(nr: str) -> None:
    draft = invited(nr, secure_email=True)
    assert f"invitation_{nr}.docx" in names(draft)
    assert "Vi håber, at du vil være med." in said(draft)
    assert "Ring til Lene Ledersen på telefon" in said(draft)
    assert value(draft.calendar, "SUMMARY") == ":Dialogmøde"


def test_the_words_fit_pdf_as_well_as_word() -> None:
    meeting = planned()
    pdfs = [replace(one, media_type=PDF) for one in files(meeting, "P002", "pdf")]
    made = invitation(meeting, seat(meeting, "P002"), making.house(), pdfs)
    assert made is not None
    assert (said(made), names(made)) == (said(invited("P002")), ["invitation_P002.pdf", "dagsorden.pdf"])


def test_without_files_nothing_is_said_to_be_attached_and_a_strange_file_is_called_by_its_name() -> None:
    meeting, house = planned(), making.house()
    bare = invitation(meeting, seat(meeting, "P001"), house, ())
    strange = invitation(meeting, seat(meeting, "P001"), house, [word_file("kort over haven.docx", b"x")])
    assert bare is not None
    assert strange is not None
    assert not any(word in said(bare) for word in ("vedhæftet", "skrive i", "Word-fil"))
    assert "Det her er vedhæftet:\n– kort over haven.docx" in said(strange)


@pytest.mark.parametrize(
    ("nr", "phone", "asked"),
    [
        ("P002", "70 00 00 01", "Ring derfor til Lene Ledersen, så snart du kan"),
        ("P002", "", "Giv derfor Lene Ledersen besked, så snart du kan"),
        ("P004", "70 00 00 01", "Så ring til os, så snart du kan."),
    ],
)
def test_once_the_day_of_answers_has_passed_people_are_asked_to_call(nr: str, phone: str, asked: str) -> None:
    workbook = world(phone=phone)
    leader, *others = workbook.people
    changed = replace(workbook, people=(replace(leader, phone=phone), *others))
    late = planned(changed, now=making.NOW + dt.timedelta(days=12))
    text = said(invited(nr, late, phone=phone))
    assert asked in text
    assert "senest" not in text


def test_an_online_meeting_has_its_link_on_one_line() -> None:
    online = planned(world(talk(link="https://moede.example/1\r\nBcc: x")))
    assert "Deltag online: https://moede.example/1 Bcc: x" in said(invited("P004", online)).splitlines()


# Changes


def test_those_who_had_a_letter_are_told_what_was_and_what_is() -> None:
    change = moved(date=dt.date(2026, 2, 10), place="Kontoret")
    for nr in ("B001", "P001", "P003", "P004"):
        text = said(invited(nr, change))
        assert text.startswith("Ændring: møde tirsdag den 10. februar 2026 kl. 10.00")
        assert "Mødet er flyttet. Før var det tirsdag den 3. februar 2026 kl. 10.00–11.00." in text
        assert "Stedet er nyt. Før var det: Mødelokale 1.\nSådan er det nu:\nHvornår: tirsdag den 10." in text
        assert "gælder i stedet for det, vi skrev den 19. januar 2026." in text


def test_whoever_had_none_is_simply_invited() -> None:
    text = said(invited("P002", moved(date=dt.date(2026, 2, 10))))
    assert text.startswith("Invitation til møde tirsdag den 10. februar 2026")
    assert not any(word in text for word in ("flyttet", "Før var", "i stedet for det"))


def test_a_change_that_moves_nothing_says_so() -> None:
    text = said(invited("P004", moved(theme="Noget andet")))
    assert "Tid og sted er de samme som før:\nHvornår: tirsdag den 3. februar" in text
    assert "flyttet" not in text
    assert "Noget andet" not in text
    assert "Læs det nye brev." in said(invited("P003", moved(theme="Noget andet")))


def test_a_change_has_the_raised_sequence_and_asks_again() -> None:
    calendar = invited("P003", moved(date=dt.date(2026, 2, 10))).calendar
    assert (value(calendar, "SEQUENCE"), value(calendar, "DTSTART")[-15:]) == (":1", "20260210T100000")
    assert "PARTSTAT=NEEDS-ACTION" in value(calendar, "ATTENDEE")


# Cancellations


def test_a_meeting_called_off_is_told_to_staff_with_its_number_and_the_letter() -> None:
    draft = off("P002")
    assert said(draft) == (
        "Aflysning: møde tirsdag den 3. februar 2026 kl. 10.00 (M001)\n"
        "Hej Bo\n"
        "Mødet her er aflyst. Du skal ikke komme.\n"
        "Møde: M001 (Dialogmøde)\n"
        "Hvornår: tirsdag den 3. februar 2026 kl. 10.00–11.00\n"
        "Hvor: Mødelokale 1\n"
        "Brevet om det er vedhæftet.\n"
        "Der er en kalenderfil med. Åbn den, hvis mødet skal ud af din kalender.\n"
        "Vil du spørge om noget? Ring til Lene Ledersen på telefon 70 00 00 00.\n"
        "Tak, fordi du havde sat tid af.\n"
        "Venlig hilsen\nLene Ledersen, udviklingsleder\nBotilbuddet Elmegården"
    )
    assert names(draft) == ["M001_P002.docx"]


@pytest.mark.parametrize("nr", ["B001", "P004", "P005"])
def test_the_residents_own_people_hear_no_more_than_that_it_is_off(nr: str) -> None:
    draft = off(nr)
    text = said(draft)
    assert text.startswith("Aflysning: møde tirsdag den 3. februar 2026 kl. 10.00\n")
    assert "Mødet her er aflyst. Du skal ikke komme." in text
    assert not any(word in text for word in ("M001", "Dialog", "Ledersen", "brev"))
    assert (draft.attachments, value(draft.calendar, "SUMMARY")) == ((), ":Møde")
    assert names(off(nr, secure_email=True)) == [f"M001_{nr}.docx"]


def test_one_who_is_taken_out_hears_that_and_the_meeting_is_not_called_off() -> None:
    one = called_off("P003")
    text = said(off("P003", one))
    assert text.startswith("Du skal ikke med til mødet tirsdag den 3. februar 2026 kl. 10.00 (M001)")
    assert "Du skal ikke med til mødet her alligevel." in text
    assert "aflyst" not in text
    assert "STATUS" not in "".join(unfolded(off("P003", one).calendar))


def test_a_whole_meeting_that_is_mailed_off_says_so_in_the_calendar_too() -> None:
    calendar = off("P002").calendar
    own = cancel(*cancelled_entry(called_off(), making.house()))
    assert "METHOD:CANCEL" in unfolded(calendar)
    assert value(calendar, "ATTENDEE") == ';CN="Bo Enhedsen":mailto:bo@elmegaarden.example'
    for name in ("STATUS", "UID", "SEQUENCE", "DTSTAMP", "ORGANIZER"):
        assert value(calendar, name) == value(own, name)


@pytest.mark.parametrize("secure", [True, False])
def test_a_meeting_whose_type_is_gone_can_still_be_called_off(secure: bool) -> None:
    one = replace(called_off(), kind=None)
    for nr in ("P002", "P004"):
        text = said(off(nr, one, secure_email=secure))
        assert "Mødet her er aflyst. Du skal ikke komme." in text
        assert "()" not in text


def test_a_name_in_calendars_stands_in_no_text_about_what_is_off() -> None:
    one = called_off()
    told = replace(one.told, title="Dialogmøde: Asta Eksempel")
    for nr, title in (("P002", ":Dialogmøde: Asta Eksempel"), ("P004", ":Møde")):
        draft = off(nr, replace(one, told=told), names_in_calendar=True)
        assert "Asta" not in said(draft)
        assert value(draft.calendar, "SUMMARY") == title
