"""Findings about filled minutes and what is collected from them (300-349)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-300",
        N_("These are no minutes that docgen has made."),
        N_("A filled “referat.docx” from a pack. It may have been renamed and moved."),
        N_("Fill in the minutes in the meeting's folder. Notes and its other papers are never read."),
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
        N_("Minutes of the institution whose workbook it is: both have the same Kalender-id."),
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
        N_("Save and close it, and collect again; the other files have been read."),
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
        N_("What stands here is no date."),
        N_("A date such as 3. marts 2026, 03-03-2026 or tirsdag den 3. marts 2026; the weekday must fit."),
        N_("Correct it in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-313",
        N_("What stands here is no time of day."),
        N_("A time such as 10.00 or kl. 9.30."),
        N_("Correct it in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-314",
        N_("What stands here is none of the choices."),
        N_("One of: {choices}."),
        N_("Choose one in the minutes, and collect again. Until then it counts as empty."),
    ),
    Kind(
        "W-315",
        N_("A decision has a responsible person or a deadline, but no text."),
        N_("What was decided, in the same row."),
        N_("Write it in the minutes, and collect again."),
    ),
    Kind(
        "W-316",
        N_("Nobody in the workbook is found by what stands here, or several people are."),
        N_("A Nr, a whole name, or the first name of somebody who sat at the table."),
        N_("The decision has been taken. Write the Nr or the whole name on the sheet Beslutninger."),
    ),
    Kind(
        "E-308",
        N_("A CPR number stands in decision {number}, which has not been taken."),
        N_("No CPR number in minutes: they go to many, and lie in many places."),
        N_("Take it out of the minutes, and collect again."),
    ),
    Kind(
        "E-309",
        N_("Decision {number} is too long for a cell, and has not been taken."),
        N_("At most {limit} characters."),
        N_("Shorten it in the minutes, and collect again."),
    ),
    Kind(
        "W-320",
        N_("Somebody has written in the minutes of {nr}, which is not held until {date}."),
        N_("Minutes are collected from the day of the meeting on."),
        N_("Collect them then. If the meeting was held earlier, correct its Dato on the sheet Møder."),
    ),
    Kind(
        "W-321",
        N_("The meeting {nr} is Aflyst, but somebody has written in its minutes ({file})."),
        N_("A meeting that was held is Planlagt or Afholdt."),
        N_("If it was held, correct its Status, and collect again. Nothing has been taken."),
    ),
    Kind(
        "E-322",
        N_("The minutes are of a meeting with another resident than the row of {nr} has."),
        N_("The resident who sat at the table. Rows get mixed up when only some columns are sorted."),
        N_(
            "See which of them is right, and correct Nr or Beboer on the sheet Møder. Nothing has been taken."
        ),
    ),
    Kind(
        "W-330",
        N_("This decision of {nr} no longer stands in the minutes."),
        N_("What was collected stays until people remove it."),
        N_("Delete the row, or set it to Udført, if it does not count any more."),
    ),
    Kind(
        "W-331",
        N_("Decision {number} of {nr} has changed in the minutes, but its row has been deleted."),
        N_("What people delete is not written again."),
        N_("Write it on the sheet Beslutninger yourself, if it counts."),
    ),
    Kind(
        "W-332",
        N_("Somebody has changed this row since, and the minutes say something else now ({file})."),
        N_("What people have changed stays as it is."),
        N_("See which of them is right, and correct the row or the minutes."),
    ),
    Kind(
        "W-340",
        N_("The minutes say something of a next meeting, but not on which day."),
        N_("A date under the next meeting."),
        N_("Write it in the minutes and collect again, or put the meeting on the sheet Møder yourself."),
    ),
    Kind(
        "W-341",
        N_("The next meeting is agreed for {date}, which is not after the meeting itself."),
        N_("A later day."),
        N_("Correct it in the minutes, and collect again."),
    ),
    Kind(
        "W-342",
        N_("The next meeting has no time of day: {start} o'clock has been written, as for this one."),
        N_("A time under the next meeting."),
        N_("Correct Start on the sheet Møder if another was agreed."),
    ),
    Kind(
        "W-343",
        N_("The minutes say that no further meeting is needed ({file}), but the course {course} goes on."),
        N_("A course that is over is Afsluttet; its meetings are not planned any more."),
        N_("Set its Status to Afsluttet, or leave it if there is to be a meeting all the same."),
    ),
    Kind(
        "W-344",
        N_("The minutes ({file}) agree on {when} for {nr}, but people have written this row."),
        N_("What people have written stays as it is."),
        N_("See which of them is right, and correct the row if need be."),
    ),
    Kind(
        "W-345",
        N_("{nr} is planned with the same people too, beside the meeting that was agreed ({file})."),
        N_("One next meeting, as a rule."),
        N_("Set one of them to Aflyst if both are not meant."),
    ),
    Kind(
        "W-346",
        N_("The next meeting has been agreed anew, but its row {nr} has been deleted."),
        N_("What people delete is not written again."),
        N_("Put the meeting on the sheet Møder yourself, if it is to be held."),
    ),
    Kind(
        "W-347",
        N_("The minutes agree on a next meeting, and say that none is needed."),
        N_("One of the two."),
        N_("Correct it in the minutes, and collect again. Until then nothing is planned."),
    ),
    Kind(
        "W-348",
        N_("The minutes no longer agree on this meeting ({file})."),
        N_("What was collected stays until people change it."),
        N_("Set its Status to Aflyst if it is not to be held."),
    ),
    Kind(
        "W-349",
        N_("The next meeting's place names somebody without consent, or holds a CPR number."),
        N_("A place: it stands in everybody's letters and calendars."),
        N_("The usual place has been written. Correct Sted on the sheet Møder if it is another one."),
    ),
)
