"""Findings about the workbook file, its sheets and its headings (001-019)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-001",
        N_("The workbook {file} is not there."),
        "",
        N_("Check the name and the folder, or make a new workbook with “docgen new”."),
    ),
    Kind(
        "E-002",
        N_("The workbook {file} is locked with a password."),
        N_("docgen opens workbooks without a password."),
        N_("In Excel, choose File, Info, Protect Workbook, Encrypt with Password, and empty the field."),
    ),
    Kind(
        "E-003",
        N_("{file} is {format}."),
        N_("docgen reads Excel workbooks that end in .xlsx."),
        N_("Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”."),
    ),
    Kind(
        "E-004",
        N_("{file} is no Excel workbook."),
        N_("docgen reads Excel workbooks that end in .xlsx."),
        N_("Choose the workbook itself. A file does not become a workbook by being renamed."),
    ),
    Kind(
        "E-005",
        N_("The workbook {file} is damaged, or only part of it was copied."),
        "",
        N_("Copy it again, or let Excel repair it: File, Open, and “Open and Repair” on the Open button."),
    ),
    Kind(
        "E-006",
        N_("The workbook {file} cannot be opened: {reason}."),
        "",
        N_("Close it in other programs, and check that you are allowed to read it."),
    ),
    Kind(
        "E-007",
        N_("The workbook {file} is far too large: {size} MB when unpacked."),
        N_("A workbook of residents and meetings is at most {limit} MB."),
        N_("Take pictures and other sheets out of it."),
    ),
    Kind(
        "E-008",
        N_("The sheet {name} is missing."),
        "",
        N_("Add a sheet with that name, or copy it from a workbook that “docgen new” makes."),
    ),
    Kind(
        "E-009",
        N_("The column {name} is missing on the sheet {sheet}."),
        N_("It must be there, because every row needs it."),
        N_("Write {name} as a heading in row 1."),
    ),
    Kind(
        "E-010",
        N_("{name} stands twice on the sheet {sheet}: in {first} and here."),
        N_("Each heading stands once."),
        N_("Rename or delete one of them. The first one was read."),
    ),
    Kind(
        "E-011",
        N_("There are two sheets named {name}."),
        N_("Each sheet is there once."),
        N_("Rename one of them. The first one was read."),
    ),
    Kind(
        "W-012",
        N_("The sheet “{value}” is not known, and was left alone."),
        N_("Did you mean {name}?"),
        N_("Rename the sheet if so."),
    ),
    Kind(
        "W-013",
        N_("“{value}” is not known, and was left alone."),
        N_("Did you mean {name}?"),
        N_("Correct it if so."),
    ),
    Kind(
        "E-014",
        N_("{file} is there already, and nothing was written."),
        "",
        N_("Choose another name, or move the old file first."),
    ),
    Kind(
        "E-015",
        N_("{file} cannot be written: {reason}."),
        "",
        N_("Check that the folder is there and that you may write in it."),
    ),
    Kind(
        "E-016",
        N_("{file} is open in another program, and nothing was written."),
        "",
        N_(
            "Save and close it there, and try again. If nobody has it open, a program has left behind a file "
            "whose name begins with ~$ or .~lock: delete that one."
        ),
    ),
    Kind(
        "E-017",
        N_("{file} has been changed since docgen read it, and nothing was written."),
        "",
        N_("Try again: docgen then reads it anew."),
    ),
    Kind(
        "E-018",
        N_("docgen cannot write in this cell: {reason}. Nothing was written."),
        "",
        N_("Change the cell in Excel, and try again."),
    ),
    Kind(
        "E-019",
        N_("The workbook has a digital signature, which a change would break. Nothing was written."),
        "",
        N_("Remove the signature in Excel (File, Info, View Signatures), try again, and sign it anew."),
    ),
)
