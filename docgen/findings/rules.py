"""Findings about references and the rules of the domain (060-099)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-060",
        N_("The same number stands in {other}."),
        N_("Each number stands once: letters are named by it."),
        N_("Give one of the two another number."),
    ),
    Kind(
        "E-061",
        N_("The same number stands in {other}."),
        N_("A number belongs either to a resident or to another person."),
        N_("Give one of the two another number."),
    ),
    Kind(
        "E-062",
        N_("“{value}” is not a number on the sheet {sheets}."),
        N_("The number (Nr) of a row there was expected."),
        N_("Correct the number, or add the row."),
    ),
    Kind(
        "E-063",
        N_("“{value}” is not a number on the sheet {sheets}."),
        N_("Did you mean {nearest}?"),
        N_("Correct the number, or add the row."),
    ),
    Kind(
        "E-064",
        N_("The cell names somebody who is not on the sheet {sheets}."),
        N_("The number (Nr) of a row there was expected."),
        N_("Correct the number, or add the row."),
    ),
    Kind(
        "W-065",
        N_("The cell names somebody from the resident's own life."),
        N_("{heading} is for staff and partners."),
        N_("Check the number, and the role on the sheet Personer."),
    ),
    Kind(
        "W-066",
        N_("The cell names somebody whose role does not belong here."),
        N_("{heading} is for people with the role {roles}."),
        N_("Check the number, and the role on the sheet Personer."),
    ),
    Kind(
        "W-067",
        N_("The cell names somebody who needs no consent."),
        N_("Consent is about relatives, the network, companions and the GP."),
        N_("Check that the right number stands there."),
    ),
    Kind(
        "E-068",
        N_("{heading} is {value}, which lies before {earlier}."),
        N_("{heading} lies on the same day or later."),
        N_("Correct one of the two."),
    ),
    Kind(
        "E-069",
        N_("Meetings would end at {value} and begin at {earlier}."),
        N_("Møder senest is later than Møder tidligst."),
        N_("Correct one of the two."),
    ),
    Kind(
        "W-070",
        N_(
            "Kalender-id is empty, and one is derived from the institution's name and the name of the "
            "workbook's file."
        ),
        N_("When one of the two names changes, calendars take the meetings for new ones."),
        N_("Copy the Kalender-id from a workbook that “docgen new” makes, once, and leave it."),
    ),
    Kind(
        "W-071",
        N_("The e-mail address is missing, and Kanal is E-mail."),
        "",
        N_("Write the address, or choose another Kanal."),
    ),
    Kind(
        "W-072",
        N_("The address is not complete, and Kanal is Brev."),
        N_("A letter needs Adresse, Postnr and By."),
        N_("Fill in the address, or choose another Kanal."),
    ),
    Kind(
        "E-073",
        N_("The course {course} belongs to another resident than this row."),
        N_("A meeting and its course are about the same resident."),
        N_("Correct Beboer or Forløb."),
    ),
    Kind(
        "E-074",
        N_("“{value}” is a number on the sheet {other}."),
        N_("A number from the sheet {sheets} was expected."),
        N_("Correct the number."),
    ),
    Kind(
        "W-075",
        N_("No meeting has the number “{value}”, so this answer is left out."),
        N_("The number (Nr) of a row on the sheet Møder was expected."),
        N_("Correct the number, or leave the row if the meeting has been deleted."),
    ),
    Kind(
        "E-076",
        N_("The number belongs to a meeting in the archive ({other})."),
        N_("A number is never used again: calendars know the old meeting by it."),
        N_("Give the new meeting a new number."),
    ),
    Kind(
        "E-077",
        N_("The cell names somebody who needs the resident's consent, and the consent is missing."),
        N_("Words that name nobody of the resident's own life: they stand in letters and calendars."),
        N_("Write it without the name and number, or write the Nr under Samtykke til on the sheet Beboere."),
    ),
)
