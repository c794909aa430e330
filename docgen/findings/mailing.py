"""Findings about what is sent on after a meeting: receivers, e-mail drafts, PDF, excerpts (280-289)."""

from docgen.findings.kind import Kind
from docgen.findings.meetings import COURSES
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "W-280",
        N_("Entry {number} of this field is to get the minutes, and is nobody in the workbook."),
        N_("A Nr, or a whole name as it stands on the sheet Personer or Beboere."),
        N_("Correct the name in the minutes, or add the person to the workbook. Nobody is guessed."),
    ),
    Kind(
        "W-281",
        N_("Entry {number} of this field is to get the minutes, and is the name of several people."),
        N_("A name that only one person has, or the person's Nr."),
        N_("Write the Nr instead of the name."),
    ),
    Kind(
        "W-282",
        N_("Somebody who needs the resident's consent is to get the minutes, and the consent is missing."),
        N_("Relatives, network persons and companions get something only with the resident's consent."),
        N_("They get nothing. With the resident's consent, write their Nr under Samtykke til."),
        guide=COURSES,
    ),
    Kind(
        "W-283",
        N_("A GP is to get the minutes."),
        N_("A GP gets the recommendation and the plan, with the resident's consent, and never minutes."),
        N_("The GP does not get them. Take out the tick or the name."),
        guide=COURSES,
    ),
    Kind(
        "W-284",
        N_("The minutes hold tracked changes or comments, so they are not sent to anybody yet."),
        N_("What people have deleted, or said to each other in the margin, reaches no receiver."),
        N_("Accept or reject all changes, delete the comments, save, and collect the minutes again."),
    ),
    Kind(
        "W-285",
        N_("Somebody is named here who needs the resident's consent, and it is missing: nobody gets it."),
        N_("Nobody of the resident's own life is named anywhere without the resident's consent."),
        N_("Take the name out of the file, save, and collect the minutes again."),
    ),
    Kind(
        "W-286",
        N_("It could not be turned into PDF, so the Word file is attached."),
        "",
        N_("Open it in Word and save it as PDF if the receiver should have one."),
    ),
    Kind(
        "W-287",
        N_("There is no program here that turns Word files into PDF, so the Word files are attached."),
        N_("LibreOffice, where its installer puts it or on the PATH."),
        N_("Install LibreOffice, or save the files as PDF in Word and attach those instead."),
    ),
    Kind(
        "W-288",
        N_("Somebody has edited this file, so it has been left as it is."),
        N_("It would have been written anew, or removed, since the minutes or their receivers have changed."),
        N_("Delete it, and collect the minutes again, if you want a fresh one."),
    ),
    Kind(
        "W-289",
        N_("The letter to the GP is missing here, or has no date yet, so nothing is sent to the GP."),
        N_("A letter whose date and boxes have been filled in by the one who sends it."),
        N_("Fill it in, save it, and collect the minutes again."),
        guide=COURSES,
    ),
    Kind(
        "E-280",
        N_("It could not be read or written: {reason}."),
        "",
        N_("Close it if it is open in another program, and collect the minutes again."),
    ),
    Kind(
        "E-284",
        N_("A CPR number stands here, so nobody gets it."),
        N_("No CPR number in minutes: they go to many, and lie in many places."),
        N_("Take it out of the file, save, and collect the minutes again."),
    ),
    Kind(
        "E-285",
        N_("The resident whom the meeting was about cannot be found, so nobody gets the minutes."),
        N_("A resident on the sheet Beboere, whose consents say who may have them."),
        N_("Put the resident's row back or mend it, and collect the minutes again."),
    ),
    Kind(
        "E-281",
        N_("No e-mail can be sent to or from this address, so there is no draft."),
        N_("An address such as post@example.dk, without æ, ø and å before the @."),
        N_("Correct the cell, or choose another Kanal."),
    ),
    Kind(
        "E-282",
        N_("«{value}» is no part of the minutes that may be sent on."),
        N_("One of: {known}."),
        N_("Write noegle of a [[referat]] that has one, else its del. Who took part is never sent on."),
    ),
    Kind(
        "E-283",
        N_("dele belongs to documents with the layout uddrag, and they need it."),
        N_('The parts of the minutes that the document holds, such as dele = ["konklusion", "naeste"].'),
        N_("Add dele, or take it out."),
    ),
)
