"""Findings about meetings that are in each other's way, or on a wrong day (250-259)."""

from docgen.findings.kind import Kind
from docgen.i18n import N_

_PEOPLE = N_(
    "Two meetings at once for {who}: {meeting}, {time}, and {other_meeting} ({other}), {other_time}."
)
_ROOM = N_(
    "“{room}” is taken twice at once: by {meeting}, {time}, and by {other_meeting} ({other}), {other_time}."
)
_TRAVEL = N_(
    "Too little time on the way for {who}, {gap} minutes, between {meeting} ({where}), {time}, and "
    "{other_meeting} ({other}, {other_where}), {other_time}."
)
_ONE_AT_A_TIME = N_("Nobody is in two meetings at once.")
_ONE_IN_A_ROOM = N_("A room holds one meeting at a time.")
_TIME_BETWEEN = N_("Between two buildings there are {travel} minutes (Minutter mellem to steder).")

KINDS: tuple[Kind, ...] = (
    Kind(
        "W-250",
        _PEOPLE,
        _ONE_AT_A_TIME,
        N_(
            "Move one of the two. The nearest time that suits everybody at {meeting} is {free}. If it is "
            "meant, write the reason under Undtagelse."
        ),
    ),
    Kind(
        "W-251",
        _ROOM,
        _ONE_IN_A_ROOM,
        N_(
            "Choose another room, or another time: the nearest that suits everybody at {meeting} is {free}. "
            "If these are two places, write them so that they differ."
        ),
    ),
    Kind(
        "W-252",
        _TRAVEL,
        _TIME_BETWEEN,
        N_(
            "Move one of the two. The nearest time that suits everybody at {meeting} is {free}. If both are "
            "in one building, write it after a comma: Mødelokale 3, Rådhuspladsen 2."
        ),
    ),
    Kind(
        "W-253",
        _PEOPLE,
        _ONE_AT_A_TIME,
        N_(
            "No time within {days} days suits everybody at {meeting}. Move the other meeting, or leave "
            "somebody out of one of them under Deltager ikke. If it is meant, write the reason under "
            "Undtagelse."
        ),
    ),
    Kind(
        "W-254",
        _ROOM,
        _ONE_IN_A_ROOM,
        N_(
            "No time within {days} days suits everybody at {meeting}. Choose another room. If these are two "
            "places, write them so that they differ."
        ),
    ),
    Kind(
        "W-255",
        _TRAVEL,
        _TIME_BETWEEN,
        N_(
            "No time within {days} days suits everybody at {meeting}. Move the other meeting. If both are in "
            "one building, write it after a comma: Mødelokale 3, Rådhuspladsen 2."
        ),
    ),
    Kind(
        "W-256",
        N_("{date} is a closed day: {reason}."),
        N_("Meetings are held on open days. The nearest is {nearest}."),
        N_("Correct the date, or write the reason under Undtagelse."),
    ),
    Kind(
        "W-257",
        N_("The meeting lasts from {begins} to {ends}."),
        N_("Meetings are held between {earliest} and {latest} (Møder tidligst and Møder senest)."),
        N_("Correct Start or Varighed, or write the reason under Undtagelse."),
    ),
)
