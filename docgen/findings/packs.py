"""Findings about the pack (160-199)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-160",
        N_("The pack's folder cannot be written: {reason}."),
        N_("A folder in which you may make files."),
        N_("Choose another folder with -o, or ask for access to this one."),
    ),
    Kind(
        "E-161",
        N_("It could not be written: {reason}."),
        "",
        N_("Close it if it is open in Word, and build again; everything else has been built."),
    ),
    Kind(
        "E-162",
        N_("The pack is in use by another build."),
        N_("One build at a time."),
        N_("Wait until the other one has finished, and try again."),
    ),
    Kind(
        "E-163",
        N_("The pack's ledger cannot be read: {reason}."),
        N_("The file that docgen keeps of what has been built."),
        N_("Put it back from a backup, or move the folder .docgen away: then everything counts as new."),
    ),
    Kind(
        "E-164",
        N_("The pack was made by a newer docgen."),
        N_("A pack of this version or an older one."),
        N_("Update docgen, or build into a new folder with -o."),
    ),
    Kind(
        "E-165",
        N_("There is a file where a folder of the pack should be."),
        N_("A folder, or a name that is free."),
        N_("Move the file away, or choose another name for the pack with -o."),
    ),
    Kind(
        "W-160",
        N_("Somebody has written in this file, so it has been left as it is."),
        N_("It would have been written anew, since the meeting has changed."),
        N_("Delete it if you want a fresh one, or build with --overwrite-edited."),
    ),
    Kind(
        "W-161",
        N_("Somebody has edited this file; it has been kept as {kept}, and a fresh one has been written."),
        "",
        N_("Carry over what you need, and delete the old one."),
    ),
    Kind(
        "W-162",
        N_("The folder could not be renamed to {name}: {reason}."),
        N_("A folder's name shows the meeting's date and time."),
        N_(
            "Close what is open in it, or move away what has that name already; the next build tries again. "
            "Its contents are right."
        ),
    ),
    Kind(
        "W-163",
        N_("This file is no longer needed, but somebody has written in it, so it has been kept."),
        N_("The meeting is called off or gone, or its receiver no longer takes part."),
        N_("Delete it when it is no longer needed."),
    ),
    Kind(
        "W-164",
        N_("There is no picture called {name} beside the workbook."),
        N_("The name of a PNG or JPEG file in the workbook's own folder."),
        N_("Put the picture there, or empty the field Logo. The letters are without a logo."),
    ),
    Kind(
        "W-165",
        N_("{name} cannot be used as a logo."),
        N_("A PNG or JPEG picture of at most {limit} MB."),
        N_("Save the picture as PNG, or empty the field Logo. The letters are without a logo."),
    ),
    Kind(
        "W-166",
        N_("The meeting is left out now, but this folder holds letters from an earlier build."),
        "",
        N_("Do not send them: mend what stops the meeting, and build again."),
    ),
    Kind(
        "W-167",
        N_("Somebody has edited this file, and it may name a person who no longer has the consent for it."),
        N_("Nobody of the resident's own life is named anywhere without the resident's consent."),
        N_("Copy out what may stay, and delete the file."),
    ),
    Kind(
        "W-170",
        N_("The ledger is missing, and has been made anew from {count} meetings in the pack."),
        N_("The file that docgen keeps of what has been built and sent."),
        N_(
            "What had been sent is not known any more: changes count as updates in calendars, but no letter "
            "says that it replaces another. If you have a backup of .docgen, put it back and build again."
        ),
    ),
    Kind(
        "W-173",
        N_("There is no letter that calls {nr} off: its meeting type has none."),
        N_("A [[dokument]] with the layout “aflysning” in the type's type.toml."),
        N_("Add one, or tell those who were invited yourself. The calendar file is there."),
    ),
    Kind(
        "E-180",
        N_("There is no pack here in which anything has been built."),
        N_("The folder that “docgen build” makes."),
        N_("Give the pack's folder, or build first."),
    ),
    Kind(
        "E-181",
        N_("The pack has no meeting {value}."),
        N_("The number of a meeting that has been built."),
        N_("Correct the number after --meeting."),
    ),
    Kind(
        "E-166",
        N_("The disk is full."),
        "",
        N_("Make room and build again; what has been built so far is whole, and is not built twice."),
    ),
    Kind(
        "E-167",
        N_("There is a folder of this name already."),
        N_("A name that is free, so that nothing is overwritten."),
        N_("Choose another folder, or move the old one away."),
    ),
    Kind(
        "E-168",
        N_("It could not be removed: {reason}."),
        N_("The pack holds it no longer: the meeting is called off or gone, or its receiver takes no part."),
        N_("Close it if it is open in Word, do not send it, and build again."),
    ),
)
