"""Findings about envelopes and labels: windows, and addresses that have no room (405-409)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "E-405",
        N_("“{value}” does not say where an envelope's window is."),
        N_("Four measures in mm were expected: from the left, from the top, width and height."),
        N_("Write them like 15; 44; 90; 32."),
    ),
    Kind(
        "E-406",
        N_("A window of {value} mm lies where no address can stand."),
        N_(
            "The whole window lies on the page, from {highest} to {lowest} mm below its upper edge: "
            "under the letter's head and above its fold."
        ),
        N_("Lay a letter into the envelope, and measure from the letter's edges."),
    ),
    Kind(
        "E-407",
        N_("A window of {value} mm is too small for an address."),
        N_("A window that is at least {width} mm wide and {height} mm high was expected."),
        N_("Measure it again: left, top, width, height. Otherwise choose envelopes with a larger one."),
    ),
    Kind(
        "E-408",
        N_("There is no label {start} on a sheet of {count} labels."),
        N_("A number from 1 to {count}, counted from left to right and from the top."),
        N_("Count to the first label that is left on the sheet."),
    ),
    Kind(
        "W-405",
        N_("The address takes {lines} lines, and the envelope's window shows {holds}."),
        N_("The whole address can be read through the window."),
        N_("Shorten the address, or correct Rudekuvert on the sheet Institution."),
    ),
    Kind(
        "W-406",
        N_("The address has no room on a label, although its type is made small."),
        N_("Few and short lines on a label, in type of at least {smallest} points."),
        N_("Shorten it. Of the sheets under Etiketark, 2 x 7 has the wider labels."),
    ),
    Kind(
        "W-407",
        N_("A word is wider than the address in the envelope's window, so it is broken in two."),
        N_("Every word of the address stands on one line."),
        N_("Write a space or a hyphen in it, or correct Rudekuvert on the sheet Institution."),
    ),
)
