"""Findings about what meetings decided, on the sheet Beslutninger (260-269)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

KINDS: tuple[Kind, ...] = (
    Kind(
        "W-260",
        N_("The decision is open, and its meeting is not known."),
        N_("The Nr of a meeting on the sheets Møder or Arkiv, or of a course's meeting."),
        N_("Correct the Nr, so that the decision comes up at the next meeting, or set Status to Udført."),
    ),
    Kind(
        "W-261",
        N_("Nobody is found by what stands here."),
        N_("A Nr, a whole name, or the first name of somebody who sat at the meeting's table."),
        N_("Write the Nr or the whole name. Until then the deadline is in nobody's calendar."),
    ),
    Kind(
        "W-262",
        N_("Several people may be meant here."),
        N_("A Nr, or a name that only one of them has."),
        N_("Write the Nr or the whole name. Until then the deadline is in nobody's calendar."),
    ),
    Kind(
        "W-263",
        N_("The person who stands here needs the resident's consent."),
        N_("The resident's yes under Samtykke til on the sheet Beboere."),
        N_("Without it the decision is shown without whoever is responsible. Ask the resident first."),
    ),
    Kind(
        "W-264",
        N_("The decision names somebody who needs the resident's consent, so it is shown nowhere."),
        N_("A decision without that name, or the resident's yes under Samtykke til on the sheet Beboere."),
        N_("Write the decision without the name, or ask the resident first."),
    ),
    Kind(
        "W-265",
        N_("The decision has no number, or another one of the same meeting has the same."),
        N_("A number of its own: calendars know the deadline by it."),
        N_("Write another number. Until then the deadline is in nobody's calendar."),
    ),
    Kind(
        "W-266",
        N_("It is not said what was decided."),
        N_("The decision, in a few words."),
        N_("Write it, or empty the row."),
    ),
)
