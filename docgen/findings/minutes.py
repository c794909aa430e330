"""Findings about filled minutes and what is collected from them (300-349)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-300",
        N_("These are no minutes that docgen has made."),
        N_("A filled “referat.docx” from a pack. It may have been renamed and moved."),
        N_("Fill in the minutes that lie in the meeting's folder."),
    ),
    Kind(
        "E-301",
        N_("The minutes are of the meeting type {kind}, which is not known here."),
        N_("A type that “docgen templates list” shows."),
        N_("Give the folder of your own types with --templates."),
    ),
    Kind(
        "E-302",
        N_("The minutes belong to another institution's workbook."),
        N_("Minutes whose Kalender-id is the workbook's own."),
        N_("Give the workbook that the meeting was planned in after --into."),
    ),
    Kind(
        "E-303",
        N_("The minutes are of the meeting {nr}, which the workbook does not have."),
        N_("The number of a row on the sheet Møder, or of a course's meeting."),
        N_("Give the workbook that the meeting was planned in, or put its row back."),
    ),
    Kind(
        "E-304",
        N_("There are two different minutes of the meeting {nr}: {files}."),
        N_("One file for each meeting; a copy that says the same does no harm."),
        N_("Decide which one counts, move the other away, and collect again. Neither has been taken."),
    ),
    Kind(
        "E-305",
        N_("The file is open in Word or LibreOffice, so that it may be half written."),
        N_("A file that nobody is at work in."),
        N_("Save and close it, and collect again; everything else has been collected."),
    ),
    Kind(
        "E-306",
        N_("The file cannot be read: {reason}."),
        "",
        N_("See that it is there and that you may open it, and collect again."),
    ),
    Kind(
        "E-307",
        N_("The meeting {nr} stands in a row that has an error."),
        N_("A row that can be read."),
        N_("Mend what “docgen check” says of it, and collect again."),
    ),
    Kind(
        "W-310",
        N_("The field stands in the file twice, and says different things."),
        N_("One answer in each field."),
        N_("The first one has been read. Delete the other, and collect again."),
    ),
    Kind(
        "W-311",
        N_("Fields are missing from the minutes: {fields}."),
        N_("All the fields that the minutes were made with."),
        N_("They count as empty. Copy them from fresh minutes of the meeting if you need them."),
    ),
    Kind(
        "W-312",
        N_("“{value}” is no date."),
        N_("A date such as 3. marts 2026, 03-03-2026 or tirsdag den 3. marts 2026; the weekday must fit."),
        N_("Correct it in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-313",
        N_("“{value}” is no time of day."),
        N_("A time such as 10.00 or kl. 9.30."),
        N_("Correct it in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-314",
        N_("“{value}” is none of the choices."),
        N_("One of: {choices}."),
        N_("Choose one in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-315",
        N_("A decision has a responsible person or a deadline, but no text."),
        N_("What was decided, in the same row."),
        N_("Write it in the minutes, and collect again."),
    ),
)
