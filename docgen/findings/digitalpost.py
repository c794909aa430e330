"""Findings about a pack that is handed on: Digital Post, print files as PDF, the zip file (414-419)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "W-414",
        N_("The files for Digital Post have not been made: a library that they need is not installed."),
        N_("The Python package python-serviceplatformen, which so far runs under Python 3.11 and 3.12."),
        N_("Install docgen with “[digitalpost]” after its name, under Python 3.12. All else has been built."),
    ),
    Kind(
        "W-415",
        N_("The letter could not be turned into PDF, so there is no file for Digital Post."),
        N_("A letter in Digital Post is a PDF here, which every reader of it can show."),
        N_(
            "Install LibreOffice and build again, or save the letter as PDF and send it from your own system."
        ),
    ),
    Kind(
        "W-416",
        N_("No PDF was made: there is no program here that turns Word files into PDF."),
        N_("LibreOffice, where its installer puts it or on the PATH. PDF/A is made by LibreOffice alone."),
        N_("Install LibreOffice and build again, or open the Word file in Word and save it as PDF."),
    ),
    Kind(
        "W-417",
        N_("No PDF was made: the program that makes it could not read the file, or took too long."),
        "",
        N_("Open the Word file in Word, and print it from there or save it as PDF."),
    ),
    Kind(
        "W-418",
        N_("It is not in the zip file, as it could not be read: {reason}."),
        N_("A file or folder that you may read, and that no program holds locked."),
        N_("Close it if it is open in another program, and build again. All else is in the zip file."),
    ),
    Kind(
        "E-419",
        N_("The zip file could not be written: {reason}."),
        N_("Room on the disk, and a folder in which you may make files."),
        N_("Make room, or close the old zip file if it is open, and build again. The pack itself is whole."),
    ),
    Kind(
        "W-419",
        N_("It is not in the zip file, as it is a link that leads out of the pack."),
        N_("A zip file holds what lies in the pack, and nothing from elsewhere."),
        N_("Copy the file itself into the pack if it is to go along."),
    ),
)
