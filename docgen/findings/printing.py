"""Findings about print files: many finished letters in one Word file (400-404)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-400",
        N_("It cannot be read, so its letter is not in the print file: {reason}."),
        N_("A whole Word document (.docx) that Word itself opens."),
        N_("Open it in Word, save it as an ordinary .docx, and build again; or print the letter by itself."),
    ),
    Kind(
        "E-401",
        N_("It holds another document that is only fetched when it is opened, so its letter is left out."),
        N_("A document that holds all of its text itself."),
        N_("Open it in Word, save it, and build again; or print the letter by itself."),
    ),
    Kind(
        "W-400",
        N_(
            "It cannot share a file with the other letters, so it is printed from “{printed}”: "
            "what differs is {reason}."
        ),
        N_("Letters that are set up in the same way."),
        N_("Print each of the print files. What they hold is in order within each."),
    ),
    Kind(
        "W-401",
        N_("It holds comments. They are not printed."),
        "",
        N_("Take them out of the document, or move what they say into the text."),
    ),
    Kind(
        "W-402",
        N_("It holds tracked changes, and they may show in print."),
        N_("A letter that says one thing."),
        N_("Accept or reject all changes, save it, and build again."),
    ),
)
