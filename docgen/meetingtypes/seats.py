"""Seats at the table: which columns of the workbook a rule may name, and what it says of the person."""

from __future__ import annotations

from dataclasses import dataclass

RESIDENT = "Beboer"
"""What a rule calls the person the meeting is about, who is no column of Beboere."""
COLUMNS: dict[str, str] = {
    "Kontaktperson enhed": "unit_contacts",
    "Kontaktperson arbejdsplads": "workplace_contacts",
    "Udviklingsleder": "development_lead",
    "Leder": "leader",
    "Mentor": "mentor",
    "Koordinerende sagsbehandler": "case_coordinator",
    "Jobformidler": "job_broker",
    "Virksomhedskonsulent": "business_consultant",
    "Socialrådgiver": "social_worker",
    "Sundhedskoordinator": "health_coordinator",
    "Familierådgiver": "family_adviser",
    "Uddannelsesvejleder": "education_adviser",
    "Pårørende": "relatives",
    "Netværk": "network",
}
"""Columns of Beboere that a rule may name, and where the resident keeps their numbers."""
HOUSE_COLUMNS: dict[str, str] = {
    "Fast socialrådgiver": "standing_social_worker",
    "Fast virksomhedskonsulent": "standing_business_consultant",
    "Fast sundhedskoordinator": "standing_health_coordinator",
}
"""Fields of Institution that a rule may fall back on: the team's standing members."""
CONDITIONS: dict[str, str] = {
    "I beskæftigelse": "employed",
    "Hjemmeboende børn med vanskeligheder": "children_in_difficulty",
    "Ung uden uddannelse": "young_without_education",
}
"""Columns of Beboere that say yes or no, which a rule may hang on."""


@dataclass(frozen=True, slots=True)
class ParticipantRule:
    """Who sits at the table: ``heading`` is a column of Beboere, or ``Beboer`` for the person themself.

    Where that cell is blank, the first filled one of ``fallbacks`` counts (columns of Beboere or fields of
    Institution). ``label`` is what the person is called in letters ("kontaktperson fra enheden"), ``reason``
    why they take part. With a ``condition`` the rule holds only for residents whose column of that name
    says Ja. ``required`` makes it a warning when nobody fills the role, unless a column of ``satisfied_by``
    is filled; ``always`` makes it a warning too when the row leaves the person out. The first rule with
    ``facilitates`` names who leads the meeting when neither row nor course does.
    """

    heading: str
    label: str
    reason: str
    required: bool = False
    facilitates: bool = False
    fallbacks: tuple[str, ...] = ()
    satisfied_by: tuple[str, ...] = ()
    condition: str = ""
    always: bool = False
