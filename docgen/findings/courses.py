"""Findings about courses, the series of meetings on the sheet Forløb (240-249)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-240",
        N_("A course is about one resident, and a meeting of the type {type} is about nobody in particular."),
        N_("A type whose meetings are about one person."),
        N_("Choose another type, or write the group's meetings on the sheet Møder."),
    ),
    Kind(
        "E-241",
        N_("The type {type} has no interval called “{value}”."),
        N_("One of: {known}. Blank: the first of them."),
        N_("Correct the name, or empty the cell."),
    ),
    Kind(
        "E-242",
        N_("The type {type} has no interval called “{value}”."),
        N_("Did you mean “{nearest}”?"),
        N_("Correct the name, or empty the cell."),
    ),
    Kind(
        "W-243",
        N_("The type {type} has no interval, so no dates are worked out for this course."),
        N_("A [[moedeinterval]] in the type's type.toml."),
        N_("Write one, choose another type, or write the course's meetings on the sheet Møder."),
    ),
    Kind(
        "W-244",
        N_("Fuldt tilbage is {value}, and the course ends before that: Slut is {end}."),
        N_("No meetings are planned after Slut."),
        N_("Correct one of the two, or leave them if the course is to end so."),
    ),
    Kind(
        "W-245",
        N_("The resident {resident} is marked as no longer active, so no dates are worked out."),
        "",
        N_("Set Status to Afsluttet, or Aktiv to Ja on the sheet Beboere."),
    ),
    Kind(
        "W-246",
        N_("The meeting {nr} would be on {date} ({reason}), and no day near enough is open."),
        N_("A day from {earliest} to {latest} on which meetings may be held."),
        N_("Write a row with the number {nr} on the sheet Møder, with the day that suits you."),
    ),
    Kind(
        "W-247",
        N_("The meetings of the course would last from {start} to {end}."),
        N_("Meetings are held between {earliest} and {latest} (Møder tidligst and Møder senest)."),
        N_("Correct Tidspunkt or Varighed."),
    ),
    Kind(
        "W-248",
        N_("The course has {most} meetings by {date}, and no more are worked out."),
        N_("A course that ends, or a longer interval."),
        N_("Write Slut, and begin a new course."),
    ),
    Kind(
        "W-249",
        N_("The course starts in a weekend, on {date}, and no Ugedag is chosen."),
        N_("Meetings are held on working days."),
        N_("Choose a Ugedag: the first meeting is the first such day from Start on."),
    ),
)
