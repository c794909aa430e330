"""A sample job centre: nine citizens, twenty people, and what a ressourceforløb is made of.

Five citizens meet the team, and hear the recommendation the same day; their first follow-ups lie within 7
and 21 days. Two have been on their way since the autumn, one is being prepared, one has moved. Nobody in it
exists. Telephone numbers begin with 70 00 00, addresses end in ``.example`` (RFC 2606), and the postcode
9999 is not in use.
"""

from __future__ import annotations

from typing import Any

from docgen.model import (
    Answer,
    Channel,
    Closure,
    Course,
    Effort,
    EffortKind,
    Institution,
    Meeting,
    Person,
    Reply,
    Resident,
    Role,
    Workbook,
)
from tools.invented import clock, day, home, mailbox, phone

TEAM, TALK, FOLLOW_UP = "rehabiliteringsmoede", "gennemgang", "ressourceopfoelgning"
SUGGESTIONS = {"Type": (TEAM, TALK, FOLLOW_UP)}
_CENTRE = "Jobcenter Prøveby"
_SIGNE, _RASMUS, _BROKER, _IVAN = "P001", "P002", "P006", "P011"

INSTITUTION = Institution(
    name=_CENTRE,
    address="Rådhuspladsen 2",
    postcode="9999",
    city="Prøveby",
    phone="70 00 00 50",
    email="moeder@jobcenter-proeveby.example",
    sender="Birthe Lindeskov",
    sender_title="teamleder",
    calendar_id="jobcenter-proeveby-8e41d6b39f",
    domain="jobcenter-proeveby.example",
    effort_goal=50,
    standing_social_worker="P003",
    standing_business_consultant="P005",
    standing_health_coordinator="P004",
)


def _staff(nr: str, name: str, role: Role, organisation: str = _CENTRE, title: str = "",
           **more: Any) -> Person:  # fmt: skip
    """A colleague, with an address and a number made from the name and ``nr``; the title is the role's."""
    return Person(nr=nr, name=name, role=role, title=title or role.value.lower(), organisation=organisation,
                  email=f"{mailbox(name)}@proeveby.example", phone=phone(nr, 50),
                  **more)  # fmt: skip


PEOPLE = (
    _staff(_SIGNE, "Signe Rosenkær", Role.CASE_COORDINATOR),
    _staff(_RASMUS, "Rasmus Ellehøj", Role.CASE_COORDINATOR),
    _staff("P003", "Ditte Vesterlund", Role.SOCIAL_WORKER, "Socialafdelingen"),
    _staff("P004", "Marianne Holmebjerg", Role.HEALTH_COORDINATOR, "Sundhedshuset"),
    _staff("P005", "Kasper Ravnkilde", Role.BUSINESS_CONSULTANT),
    _staff(_BROKER, "Amina Lindegård", Role.JOB_BROKER),
    _staff("P007", "Hanne Skovtofte", Role.FAMILY_ADVISER, "Familieafdelingen"),
    _staff("P008", "Emil Sandvang", Role.EDUCATION_ADVISER, "Ungeenheden"),
    _staff("P009", "Bodil Tværmose", Role.SOCIAL_WORKER, "Socialafdelingen"),
    _staff("P010", "Grethe Mosekær", Role.MENTOR, "Café Solsiden", "køkkenleder"),
    _staff(_IVAN, "Ivan Bredager", Role.MENTOR, "Byggemarkedet Prøveby", "lagerchef", may_be_job_broker=True),
    _staff("P012", "Tove Stenderup", Role.MENTOR, "Plejehjemmet Lindely", "serviceleder"),
    Person(nr="P013", name="Louise Hvidbjerg", role=Role.GP, title="læge", organisation="Lægehuset Åkanden",
           channel=Channel.DIGITAL_POST, **home("Åvej 6"), phone="70 00 00 63"),
    Person(nr="P014", name="Preben Gransø", role=Role.GP, title="læge", organisation="Lægerne i Nørregade",
           channel=Channel.DIGITAL_POST, **home("Nørregade 18"), phone="70 00 00 64"),
    Person(nr="P015", name="Karin Bregnedal", role=Role.RELATIVE, title="mor", channel=Channel.LETTER,
           **home("Engvej 27"), phone="70 00 00 65"),
    Person(nr="P016", name="Mads Egetoft", role=Role.NETWORK_PERSON, title="fodboldtræner",
           email="mads@egetoft.example", phone="70 00 00 66"),
    Person(nr="P017", name="Vibeke Sølund", role=Role.NETWORK_PERSON, title="nabo", channel=Channel.LETTER,
           **home("Strandgade 11"), phone="70 00 00 67"),
    Person(nr="P018", name="Yasmin Kornvang", role=Role.RELATIVE, title="søster",
           email="yasmin@kornvang.example", phone="70 00 00 68"),
    Person(nr="P019", name="Poul Erik Damgren", role=Role.COMPANION, title="bisidder",
           email="poul.erik@damgren.example", phone="70 00 00 69"),
    _staff("P020", "Nanna Højmark", Role.MENTOR, "Prøveby Svømmehal", "driftsleder"),
)  # fmt: skip


def _citizen(nr: str, first: str, last: str, street: str, goal: str, **more: Any) -> Resident:
    """A citizen whom Signe follows unless ``more`` says other; the team's standing members do the rest."""
    values: dict[str, Any] = {"case_coordinator": _SIGNE, **home(street), "goal": goal, **more}
    if "consents" in values:
        values["consent_date"] = day("01-08")
    return Resident(nr=nr, first_name=first, last_name=last, **values)


RESIDENTS = (
    _citizen("B001", "Anja", "Bregnedal", "Engvej 29", "Et job i et køkken, gerne en café", mentor="P010",
             job_broker=_BROKER, relatives=("P015",), gp="P013", consents=("P015", "P013")),
    _citizen("B002", "Claus", "Enggaard", "Nørregade 40, 1. th.", "Et fast job på et lager",
             case_coordinator=_RASMUS, mentor=_IVAN, job_broker=_IVAN, channel=Channel.DIGITAL_POST),
    _citizen("B003", "Dilara", "Kornvang", "Skolevej 15", "Et job med børn i skoletiden",
             case_coordinator=_RASMUS, family_adviser="P007", children_in_difficulty=True,
             relatives=("P018",), consents=("P018",), channel=Channel.DIGITAL_POST),
    _citizen("B004", "Elias", "Fuglsang", "Havnegade 9, st. tv.", "At komme ind på tømreruddannelsen",
             education_adviser="P008", young_without_education=True, network=("P016",), consents=("P016",),
             job_broker=_BROKER, channel=Channel.EMAIL, email="elias@fuglsang.example", phone="70 00 00 74"),
    _citizen("B005", "Fie", "Grønkjær", "Strandgade 13", "Et job med dyr", easy_read=True,
             social_worker="P009", job_broker=_BROKER, gp="P014", network=("P017",), consents=("P019",)),
    _citizen("B006", "Gert", "Hessellund", "Kirkestien 4", "Fem løntimer om ugen som pedelhjælper",
             mentor="P012", business_consultant="P005", channel=Channel.IN_PERSON),
    _citizen("B007", "Heidi", "Isagermose", "Engvej 3", "Et fleksibelt job i en svømmehal", easy_read=True,
             case_coordinator=_RASMUS, mentor="P020", job_broker=_BROKER),
    _citizen("B008", "Ismail", "Jernvang", "Skolevej 52", "At blive chauffør eller noget andet på hjul"),
    _citizen("B009", "Jytte", "Lyngtoft", "Kirkestien 12", "", active=False),
)  # fmt: skip

_TEAM_ROOM, _TALK_ROOM = "Mødelokale 3, Rådhuspladsen 2", "Samtalerum 1, Rådhuspladsen 2"


def _course(nr: int, start: str, granted: str, place: str = _TALK_ROOM) -> Course:
    """The course of the citizen with the same number, from the day of the team meeting."""
    return Course(nr=f"F{nr:03}", resident=f"B{nr:03}", type=FOLLOW_UP, start=day(start), place=place,
                  granted=day(granted))  # fmt: skip


COURSES = (
    _course(1, "02-03", "02-06"),
    _course(2, "02-05", "02-10"),
    _course(3, "02-17", "02-20"),
    _course(4, "02-19", "02-24"),
    _course(5, "03-03", "03-06"),
    _course(6, "2025-11-04", "2025-11-07", place="Plejehjemmet Lindely, Lindely 1"),
    _course(7, "2025-11-13", "2025-11-18"),
)


def _meeting(nr: str, kind: str, date: str, start: str, citizen: int, theme: str = "",
             place: str = _TALK_ROOM, **more: Any) -> Meeting:  # fmt: skip
    return Meeting(nr=nr, type=kind, resident=f"B{citizen:03}", course=f"F{citizen:03}", date=day(date),
                   start=clock(start), theme=theme, place=place, **more)  # fmt: skip


def _team_day(nr: int, date: str, citizen: int, theme: str, **more: Any) -> tuple[Meeting, Meeting]:
    """The team meeting, and the talk about what it recommends a quarter of an hour after it."""
    return (
        _meeting(f"M{nr:03}", TEAM, date, "10:00", citizen, theme, _TEAM_ROOM, **more),
        _meeting(f"M{nr + 1:03}", TALK, date, "11:15", citizen, **more),
    )


def _follow_up(citizen: int, number: int, date: str, start: str, theme: str, **more: Any) -> Meeting:
    """The follow-up with this number in the citizen's course."""
    return _meeting(f"F{citizen:03}-{number:02}", FOLLOW_UP, date, start, citizen, theme, **more)


MEETINGS = (
    *_team_day(1, "02-03", 1, "Fra lyst til madlavning til et job i et køkken"),
    *_team_day(3, "02-05", 2, "Tilbage på et lager, med opgaver der passer"),
    *_team_day(5, "02-17", 3, "Et arbejde, der passer sammen med familien"),
    *_team_day(7, "02-19", 4, "Vejen til at blive tømrer"),
    *_team_day(9, "03-03", 5, "At arbejde med dyr", extra=("P019",),
               practical="Brug indgangen fra Torvet. Der er elevator."),
    _follow_up(1, 1, "02-09", "13:00", "En god begyndelse i caféen", extra=("P015",)),
    _follow_up(1, 2, "02-23", "13:00", "De første to uger i caféen"),
    _follow_up(2, 1, "02-11", "10:00", "Planen, og hvem der gør hvad"),
    _follow_up(2, 2, "02-25", "10:00", "Flere opgaver på lageret"),
    _follow_up(3, 1, "02-24", "10:00", "Timer, der passer med skole og hverdag"),
    _follow_up(3, 2, "03-09", "10:00", "De første dage i børnehaven"),
    _follow_up(4, 1, "02-26", "13:30", "Værkstedet, og hvad der skal til for at søge ind"),
    _follow_up(4, 2, "03-11", "13:30", "Prøvetiden på værkstedet"),
    _follow_up(5, 1, "03-09", "13:00", "Den første uge", extra=("P019",)),
    _follow_up(5, 2, "03-24", "13:00", "Hvordan går det i dyrehandlen?"),
    _follow_up(6, 5, "02-04", "13:00", "Fra to til tre formiddage", place="Plejehjemmet Lindely, Lindely 1"),
    _follow_up(6, 6, "03-04", "13:00", "De første løntimer", place="Plejehjemmet Lindely, Lindely 1"),
    _follow_up(7, 5, "02-12", "13:00", "Opgaverne i svømmehallen"),
    _follow_up(7, 6, "03-12", "13:00", "Flere timer, hvis du vil", place="Online",
               link="https://moede.jobcenter-proeveby.example/f007-06",
               practical="Klik på linket fem minutter før. Ring på 70 00 00 50, hvis det driller."),
)  # fmt: skip


def _effort(citizen: int, effort: str, kind: EffortKind, start: str, purpose: str,
            hours: float | None = None, end: str = "") -> Effort:  # fmt: skip
    return Effort(resident=f"B{citizen:03}", effort=effort, kind=kind, start=day(start), purpose=purpose,
                  hours=hours, end=day(end) if end else None)  # fmt: skip


EFFORTS = (
    _effort(1, "Gældsrådgivning", EffortKind.SOCIAL, "01-12",
            "Ro om økonomien, så der er overskud til arbejdet"),
    _effort(1, "Praktik i Café Solsiden", EffortKind.PLACEMENT, "02-16",
            "Prøve køkkenets opgaver og se, hvor mange timer der passer", 4, "05-15"),
    _effort(1, "Mentor i caféen", EffortKind.MENTOR, "02-16",
            "En fast at spørge, så timerne kan øges i ro", 1),
    _effort(2, "Mentor på lageret", EffortKind.MENTOR, "02-16",
            "Finde opgaver, der passer, og tale med kollegerne", 1),
    _effort(2, "Praktik i Byggemarkedet Prøveby", EffortKind.PLACEMENT, "02-19",
            "Vise, at lagerarbejde kan lade sig gøre igen", 6, "05-22"),
    _effort(3, "Familierådgivning", EffortKind.SOCIAL, "01-19",
            "En hverdag, der hænger sammen med faste arbejdstider"),
    _effort(3, "Praktik i Børnehaven Myretuen", EffortKind.PLACEMENT, "03-05",
            "Prøve arbejdet med børn i et par timer ad gangen", 5, "06-05"),
    _effort(4, "Værkstedsforløb", EffortKind.EDUCATION, "03-02",
            "Blive klar til at søge ind på tømreruddannelsen", 10, "06-12"),
    _effort(5, "Praktik i Dyrehandlen Poten", EffortKind.PLACEMENT, "03-16",
            "Prøve at passe dyrene og tale med kunder", 3, "06-12"),
    _effort(6, "Praktik på Plejehjemmet Lindely", EffortKind.PLACEMENT, "2025-12-01",
            "Kende opgaverne, før de bliver til løntimer", 6, "02-27"),
    _effort(6, "Mentor på Lindely", EffortKind.MENTOR, "2025-12-01",
            "Hjælp til at tage nye opgaver ind én ad gangen", 1),
    _effort(6, "Løntimer som pedelhjælper", EffortKind.PAID_HOURS, "03-02",
            "De første timer med løn på vej mod fem", 2),
    _effort(7, "Småjob i Prøveby Svømmehal", EffortKind.SMALL_JOB, "2026-01-05",
            "Et lille job nu, der kan vokse", 3),
    _effort(7, "Mentor i svømmehallen", EffortKind.MENTOR, "2026-01-05",
            "En fast at spørge på dagen", 0.5),
    _effort(7, "Motionshold", EffortKind.HEALTH, "2025-12-02",
            "Kræfter til en hel arbejdsdag", 2),
)  # fmt: skip

JOBCENTER = Workbook(
    name="jobcenter",
    institution=INSTITUTION,
    residents=RESIDENTS,
    people=PEOPLE,
    meetings=MEETINGS,
    courses=COURSES,
    answers=(
        Answer(meeting="M001", person="B001", reply=Reply.COMES, date=day("01-16")),
        Answer(meeting="M001", person="P004", reply=Reply.COMES, date=day("01-15")),
        Answer(meeting="F006-05", person="P012", reply=Reply.COMES, date=day("01-16")),
    ),
    efforts=EFFORTS,
    closures=(Closure(first=day("03-20"), reason="Kursusdag"),),
)
