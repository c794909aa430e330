"""Findings about the monthly key figures (270-279)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "W-270",
        N_("The row cannot be read, so no key figure counts it."),
        N_("Every cell that must be filled, with a value that is understood."),
        N_("Run docgen check: it says what is wrong in the row."),
    ),
    Kind(
        "W-271",
        N_("The meeting's day, {date}, has passed, and nobody has said what became of it."),
        N_("Afholdt, Ikke mødt or Aflyst. Until then key figures do not count it as held."),
        N_("Set Status."),
    ),
    Kind(
        "W-272",
        N_("The course {course} is over, and nobody has written when it ended."),
        N_("A date. Without it the course counts as active in no month."),
        N_("Write Slut."),
    ),
    Kind(
        "W-273",
        N_("The course {course} has no date of grant, so its promises that count from there are left out."),
        N_("The day on which it was granted."),
        N_("Write Bevilget."),
        "Gode ressourceforløb af høj kvalitet",
    ),
    Kind(
        "W-274",
        N_("The effort is Løntimer, and nobody has written how many hours a week."),
        N_("A number. Without it key figures leave the hours out."),
        N_("Write Timer pr. uge."),
    ),
    Kind(
        "W-275",
        N_("The effort has no kind, so key figures do not count it as company-based."),
        N_("One of the list."),
        N_("Choose an Art."),
    ),
    Kind(
        "W-276",
        N_("There is no meeting type called “{value}”: key figures count the meeting under no type."),
        N_("The title or folder name of a meeting type."),
        N_("Correct the type, or give the folder with it: --templates."),
    ),
    Kind(
        "W-277",
        N_("Meetings of the course {course} have passed that have no row on the sheet Møder: {names}."),
        N_("A row for each, with what became of it. Until then key figures do not count them as held."),
        N_("Write rows with these numbers on the sheet Møder, and set their Status."),
    ),
    Kind(
        "E-276",
        N_("The words name a place in braces that nothing can be put into."),
        N_("Only these: {known}."),
        N_("Correct the words, or take them from the file that comes with docgen."),
    ),
    Kind(
        "E-277",
        N_("The month {month} has not begun: today is {today}."),
        N_("A month that has begun."),
        N_("Choose another month, or another day with --today."),
    ),
    Kind(
        "E-278",
        N_("The folder for the key figures cannot be made: {reason}."),
        N_("A folder in which you may make files."),
        N_("Choose another folder with -o, or ask for access to this one."),
    ),
    Kind(
        "E-279",
        N_("It could not be written: {reason}."),
        "",
        N_("Close it if it is open in Word or Excel, or choose another folder with -o."),
    ),
)
