"""Findings about planned meetings: who takes part, when, and by which rules (080-099, 220-239)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

CARDS = "Dialogkort til drøftelse på personale-, TRIO- eller ledermøder"
FOLLOW_UP = "Opfølgningsmøder på Parkvænget"
COURSES = "Gode ressourceforløb af høj kvalitet"
ALL_GUIDES = "Praksisguiderne"

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-080",
        N_("There is no meeting type called “{value}”."),
        N_("Known types: {known}."),
        N_("Choose one of them from the cell's drop-down."),
    ),
    Kind(
        "E-081",
        N_("The meeting has no resident."),
        N_("A meeting of the type {type} is about one person."),
        N_("Write the resident's Nr, as it stands on the sheet Beboere."),
    ),
    Kind(
        "W-080",
        N_("The meeting's date, {date}, has passed (today is {today})."),
        N_("A planned meeting lies ahead."),
        N_("Correct the date, or set Status to Afholdt, Ikke mødt or Aflyst."),
    ),
    Kind(
        "W-081",
        N_("Somebody who needs the resident's consent is named here, and the consent is missing."),
        N_("Relatives, network persons and companions take part only with consent."),
        N_(
            "They are not invited and named nowhere. With the resident's consent, write their Nr under "
            "Samtykke til on the sheet Beboere."
        ),
        guide=COURSES,
    ),
    Kind(
        "W-082",
        N_("A GP is named here as a participant."),
        N_("The GP receives the recommendation and the plan, but has no seat at the table."),
        N_("The GP is not invited. Write the Nr under Læge on the sheet Beboere instead."),
        guide=COURSES,
    ),
    Kind(
        "W-083",
        N_("Nobody leads the meeting."),
        N_("A facilitator: in the meeting's row, in the course, or by a rule of the meeting's type."),
        N_("Write the facilitator's Nr under Mødeleder."),
        guide=ALL_GUIDES,
    ),
    Kind(
        "W-084",
        N_("Nobody is named here, and a meeting of the type {type} needs one: {role}."),
        N_("Nobody is guessed."),
        N_("Write the person's Nr here, or leave it if the meeting is to be held without."),
        guide=ALL_GUIDES,
    ),
    Kind(
        "W-085",
        N_("The occasion of the meeting is missing."),
        N_("One of: {known}."),
        N_("Choose one from the cell's drop-down."),
        guide=FOLLOW_UP,
    ),
    Kind(
        "W-086",
        N_("“{value}” is not one of the occasions of this type."),
        N_("One of: {known}."),
        N_("Choose one from the cell's drop-down."),
        guide=FOLLOW_UP,
    ),
    Kind(
        "W-087",
        N_("The meeting lasts {length} minutes."),
        N_("A meeting of the type {type} lasts {shortest} to {longest} minutes."),
        N_("Correct Varighed, or leave it if the length is meant."),
        guide=ALL_GUIDES,
    ),
    Kind(
        "W-088",
        N_("{date} is in a weekend."),
        N_("Meetings are held on working days."),
        N_("Correct the date, or write the reason under Undtagelse."),
    ),
    Kind(
        "W-089",
        N_("The resident {resident} is marked as no longer active."),
        "",
        N_("Set Status to Aflyst, or Aktiv to Ja on the sheet Beboere."),
    ),
    Kind(
        "W-090",
        N_("The theme is {length} characters long; the agenda's figure has room for {limit}."),
        "",
        N_("Shorten it; what lies behind it can be told at the meeting."),
    ),
    Kind(
        "W-091",
        N_("There is no telephone number here, and whoever leads the meeting has none either: {meetings}."),
        N_("A number that those who are invited can ring."),
        N_(
            "Write the institution's number here, or the facilitator's on the sheet Personer. Until then "
            "the letters give at most an e-mail address."
        ),
    ),
    Kind(
        "E-092",
        N_("The job broker is the case coordinator."),
        N_("Whoever coordinates the case cannot also be the resident's personal job broker."),
        N_("Write somebody else's Nr under Jobformidler: a mentor who is qualified will do."),
        guide=COURSES,
    ),
    Kind(
        "W-092",
        N_("The job broker is a mentor who is not marked as qualified for it."),
        N_("A mentor can be the personal job broker when they are qualified."),
        N_("Set Kan være jobformidler to Ja on the sheet Personer, or write somebody else's Nr here."),
        guide=COURSES,
    ),
    Kind(
        "W-093",
        N_("The resident has no job or education goal."),
        N_("A concrete goal stands in every document of the course."),
        N_("Write the goal, in the resident's own words."),
        guide=COURSES,
    ),
    Kind(
        "W-094",
        N_("The effort has no purpose."),
        N_("The purpose of every effort, and how it serves the goal, stands in recommendation and plan."),
        N_("Write what the effort is meant to lead to."),
        guide=COURSES,
    ),
    Kind(
        "W-095",
        N_("The resident {resident} is not in employment."),
        N_("Meetings of this type are for residents in employment."),
        N_("Set I beskæftigelse to Ja on the sheet Beboere, or choose another type."),
        guide=FOLLOW_UP,
    ),
    Kind(
        "W-096",
        N_("It is not said which standing meeting this is."),
        N_("One of: {known}."),
        N_("Choose one from the cell's drop-down."),
        guide=CARDS,
    ),
    Kind(
        "W-097",
        N_("Nobody is named here."),
        N_("A group meeting is for those who stand under Deltagere: each of them gets an invitation."),
        N_("Write their Nr, separated by semicolons."),
    ),
    Kind(
        "W-098",
        N_("A resident is named here, and a meeting of the type {type} is about nobody in particular."),
        N_("The cell is empty for a group meeting."),
        N_("Nothing is said of the resident in its documents. Empty the cell, or choose another type."),
    ),
    Kind(
        "W-099",
        N_("Somebody is left out here who always takes part: {role}."),
        N_("The guide says that this role always takes part."),
        N_("Take the Nr out of the cell, or leave it if it is meant."),
        guide=COURSES,
    ),
    Kind(
        "W-230",
        N_("The resident {resident} has too few meetings of the type {type}: {count} in {months} months."),
        N_("{wanted} meetings in {months} months, held or planned."),
        N_("Plan one more on the sheet Møder, or write a course on the sheet Forløb."),
        guide=FOLLOW_UP,
    ),
    Kind(
        "E-231",
        N_("The number {nr} has been sent for another person's meeting, or for another type."),
        N_("Calendars know a meeting by its number for ever."),
        N_("Give the new meeting a number of its own, and set the old row's Status to Aflyst."),
    ),
    Kind(
        "W-232",
        N_("In the course {course} no meeting is planned in time: “{what}” is due on {date}."),
        N_("A meeting of the course on that day or before."),
        N_("Move a meeting forward on the sheet Møder."),
        guide=COURSES,
    ),
    Kind(
        "W-233",
        N_("In the course {course} no effort has begun: “{what}” is due on {date}."),
        N_("An effort on the sheet Indsatser that begins on that day or before."),
        N_("Write the effort that is agreed on, with its start."),
        guide=COURSES,
    ),
    Kind(
        "W-234",
        N_("The course {course} begins on {date}, but no meeting of it stands on the sheet Møder that day."),
        N_("The meeting that opens the course, with the course's number under Forløb."),
        N_("Write that meeting, or correct Start: all the course's dates are counted from it."),
        guide=COURSES,
    ),
    Kind(
        "W-235",
        N_("Somebody asks for another time for {nr}."),
        N_("Everybody and the place are free then: {times}."),
        N_("Write one of them in the meeting's row, or leave it as it is."),
    ),
    Kind(
        "W-236",
        N_("Somebody asks for another time for {nr}, and there is none when everybody is free."),
        N_("A time within {days} days on either side."),
        N_("Find a time together, or hold the meeting without one of them."),
    ),
    Kind(
        "W-220",
        N_("Somebody who is named here takes part, but the type {type} has no letter for them."),
        N_("A [[dokument]] whose til is “{audience}”, in the type's type.toml."),
        N_("Add one, or tell the person of the meeting yourself."),
    ),
    Kind(
        "W-221",
        N_("Nobody is left of a role that a meeting of the type {type} needs: {role}."),
        N_("Those who have the role all stand here."),
        N_("Take one of them out of the cell, or leave it if the meeting is to be held without."),
        guide=ALL_GUIDES,
    ),
)
