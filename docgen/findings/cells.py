"""Findings about single cells of the workbook (020-059)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-020",
        N_("The cell is empty."),
        N_("{heading} must be filled."),
        N_("Fill it in, or empty the whole row."),
    ),
    Kind(
        "E-021",
        N_("“{value}” is not a date that docgen understands."),
        N_("A day that exists, from 2000 to 2099, was expected."),
        N_("Write it like 03-02-2026 or 3. februar 2026."),
    ),
    Kind(
        "E-022",
        N_("“{value}” is not a time of day."),
        "",
        N_("Write a time like 10:00 or 10.30."),
    ),
    Kind(
        "E-023",
        N_("“{value}” is not a whole number."),
        N_("A whole number from {low} to {high} was expected."),
        N_("Write the number in figures, and nothing else."),
    ),
    Kind(
        "E-024",
        N_("“{value}” is not a number."),
        N_("A number from {low} to {high} was expected, like 7,5."),
        N_("Write the number in figures, and nothing else."),
    ),
    Kind(
        "E-025",
        N_("“{value}” is neither yes nor no."),
        "",
        N_("Write Ja or Nej."),
    ),
    Kind(
        "E-026",
        N_("“{value}” is not among the choices."),
        N_("One of these was expected: {choices}."),
        N_("Choose from the cell's list."),
    ),
    Kind(
        "E-027",
        N_("The cell shows the error {value}."),
        N_("A formula that works, or a plain value, was expected."),
        N_("Mend the formula, or write the value itself."),
    ),
    Kind(
        "E-028",
        N_("The cell holds a formula that was never calculated."),
        N_("A program wrote it, and Excel has not seen it yet."),
        N_("Open the workbook in Excel, save it, and try again."),
    ),
    Kind(
        "W-029",
        N_("The cell holds characters that cannot be printed. They were left out."),
        "",
        N_("Write the text again by hand, or paste it without formatting."),
    ),
    Kind(
        "E-030",
        N_("The cell holds something that looks like a CPR number. It was not read, and is not shown here."),
        N_("docgen needs no CPR numbers, and no letter should carry one."),
        N_("Delete the number from the cell."),
    ),
    Kind(
        "W-031",
        N_("The cell holds ten digits that could be a CPR number. They are not shown here."),
        N_("docgen needs no CPR numbers, and no letter should carry one."),
        N_("Delete the number if it is one."),
    ),
    Kind(
        "W-032",
        N_("Excel has taken what was typed for a date or a time. It was read as “{value}”."),
        N_("Text was expected."),
        N_("Format the cell as text, and write it again."),
    ),
    Kind(
        "W-033",
        N_("The cell shows the number {value}. It was understood as the date {date}."),
        N_("A date like 03-02-2026 was expected."),
        N_("Format the cell as a date, and check that it is the right day."),
    ),
    Kind(
        "E-034",
        N_("“{value}” cannot be used as a number, because files are named by it."),
        N_("At most {limit} characters: letters a–z, digits and hyphens, with a letter or a digit first."),
        N_("Choose a number like B001, and change it wherever it is used."),
    ),
    Kind(
        "E-035",
        N_("“{value}” is not an e-mail address."),
        N_("An address like navn@eksempel.dk was expected."),
        N_("Correct the address, or empty the cell."),
    ),
    Kind(
        "W-036",
        N_("“{value}” is not a Danish postcode."),
        N_("Four digits were expected."),
        N_("Correct it, unless the address is abroad."),
    ),
    Kind(
        "W-037",
        N_("“{value}” does not look like a telephone number."),
        N_("At least eight digits were expected, like 70 00 00 00."),
        N_("Correct the number."),
    ),
    Kind(
        "E-038",
        N_("“{value}” is not the name of a domain."),
        N_("A name like eksempel.dk was expected, without http:// and @."),
        N_("Correct it, or empty the cell: then the e-mail address decides."),
    ),
    Kind(
        "E-039",
        N_("The field is empty."),
        N_("{heading} must be filled."),
        N_("Fill it in."),
    ),
)
