"""Findings about what is to be mailed (420-429)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-420",
        N_("A letter is to be sent by post, and the address is not complete, so it is not printed."),
        N_("A letter needs Adresse, Postnr and By."),
        N_("Fill in the address, or choose another Kanal."),
    ),
    Kind(
        "W-421",
        N_("The file is open in a program: it has been copied to {kept}, and the old one lies there still."),
        "",
        N_("Close it. The next build takes it away."),
    ),
    Kind(
        "E-422",
        N_("What was sent could not be put away: {reason}."),
        N_("Room on the disk, and a folder in which you may make files."),
        N_("Move the file into the folder with the date yourself, if you want to keep it."),
    ),
    Kind(
        "W-423",
        N_("A mailing from before is kept here. It may name somebody who has no longer the consent for it."),
        N_("What has been sent stays as it was sent, for those who must be able to show it."),
        N_("Delete the folder if you need not keep it."),
    ),
    Kind(
        "E-424",
        N_("It holds tracked changes or comments, so what it belongs to is not mailed to anybody yet."),
        N_("What people have deleted, or said to each other in the margin, reaches no receiver."),
        N_("Accept or reject all changes in Word, delete the comments, save, and build again."),
    ),
)
