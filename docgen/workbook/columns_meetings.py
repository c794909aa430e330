"""The table's second part: meetings and what belongs to them."""

from __future__ import annotations

from docgen.model import (
    Answer,
    Archived,
    Closure,
    Course,
    CourseStatus,
    Decision,
    DecisionStatus,
    Effort,
    EffortKind,
    Forum,
    Initiative,
    Meeting,
    MeetingStatus,
    Reply,
    Weekday,
)
from docgen.workbook.column import Column, Form, Sheet

_SHORTEST, _LONGEST = 5, 720  # minutes: a word in the doorway, and a whole day with dinner

MEETINGS = Sheet(
    "Møder", "meetings", Meeting,
    "De planlagte møder, ét pr. række.",
    (
        Column("Nr", "nr", Form.NR, "Jeres eget nummer. Det ændres aldrig: kalenderen kender mødet på det.",
               "M001", required=True, wide=10),
        Column("Type", "type", Form.TEXT,
               "Mødetypens navn, for eksempel opfoelgningsmoede eller dialogmoede.",
               "opfoelgningsmoede", required=True),
        Column("Beboer", "resident", Form.RESIDENT, "Nummeret fra arket Beboere. Tomt ved gruppemøder.",
               "B001"),
        Column("Forløb", "course", Form.COURSE, "Nummeret fra arket Forløb, hvis mødet hører til et.",
               "F001"),
        Column("Forum", "forum", Form.CHOICE, "Kun til dialogkort.", "Personalemøde", choices=Forum),
        Column("Dato", "date", Form.DATE, "Mødets dato.", "03-02-2026", required=True),
        Column("Start", "start", Form.TIME, "Mødet begynder.", "10:00", required=True),
        Column("Varighed", "length", Form.MINUTES, "Minutter. Tomt: som i forløbet eller mødetypen.", "60",
               low=_SHORTEST, high=_LONGEST),
        Column("Sted", "place", Form.TEXT,
               "Hvor mødet holdes. Er det uden for huset, så skriv adressen efter et komma.",
               "Mødelokale 1, Prøvevej 1", required=True, wide=26),
        Column("Link", "link", Form.TEXT, "Adressen til et online møde.", "https://moede.example/1"),
        Column("Praktisk", "practical", Form.TEXT, "Vejvisning, transport, tolk. Står i alles breve.",
               "Indgang fra gården.", wide=34),
        Column("Tema", "theme", Form.TEXT, "Forslag til mødets tema. Står i brevet og på dagsordenen.",
               "Flere timer i køkkenet", wide=40),
        Column("Anledning", "occasion", Form.TEXT, "Hvorfor mødet holdes. Står ikke i noget brev.",
               "nyt ansættelsesforhold", wide=34),
        Column("Initiativ fra", "initiative", Form.CHOICE, "Hvem der bad om mødet.", "Beboer",
               choices=Initiative),
        Column("Mødeleder", "facilitator", Form.PERSON,
               "Nummeret fra arket Personer. Tomt: som i forløbet eller mødetypen.", "P003"),
        Column("Deltagere", "extra", Form.PEOPLE,
               "Ekstra deltagere: numre fra arket Personer, adskilt af semikolon.", "P014",
               private=True),
        Column("Deltager ikke", "absent", Form.PEOPLE,
               "Dem, der ellers ville være med. Skriv beboer, hvis beboeren ikke deltager.", "P002",
               words=("beboer",), private=True),
        Column("Undtagelse", "exemption", Form.TEXT,
               "Grunden til, at mødet med vilje ligger på en lukkedag eller uden for mødetiden.",
               "Aftalt med beboeren", wide=26),
        Column("Status", "status", Form.CHOICE, "Om mødet er planlagt, afholdt eller aflyst.", "Planlagt",
               choices=MeetingStatus, wide=14),
        Column("Beregnet", "computed", Form.TEXT, "Skrives af docgen. Lad det stå.", wide=20),
        Column("Bemærkning", "remark", Form.TEXT, "Til jer selv. Kommer ikke med i breve.", wide=34),
        Column("Indlæst", "collected", Form.TEXT,
               "Hvornår docgen læste referatet. Skrives af docgen collect. Lad det stå.", wide=20),
    ),
    required=True,
)  # fmt: skip

COURSES = Sheet(
    "Forløb", "courses", Course,
    "En række møder for én person. docgen regner datoerne ud.",
    (
        Column("Nr", "nr", Form.NR, "Jeres eget nummer. Møderne får forløbets nummer og et løbenummer.",
               "F001", required=True),
        Column("Beboer", "resident", Form.RESIDENT, "Nummeret fra arket Beboere.", "B001", required=True),
        Column("Type", "type", Form.TEXT, "Mødetypens navn.", "opfoelgningsmoede", required=True),
        Column("Mødeinterval", "cadence", Form.TEXT, "Navnet på et interval. Tomt: mødetypens eget.",
               "Opfølgning"),
        Column("Start", "start", Form.DATE, "Første møde, eller dagen for rehabiliteringsmødet.",
               "03-02-2026",
               required=True),
        Column("Bevilget", "granted", Form.DATE, "Dagen, hvor forløbet blev bevilget.", "20-01-2026"),
        Column("Slut", "end", Form.DATE, "Sidste dag i forløbet.", "30-06-2026"),
        Column("Fuldt tilbage", "fully_back", Form.DATE, "Dagen, hvor medarbejderen er fuldt tilbage.",
               "01-05-2026"),
        Column("Ugedag", "weekday", Form.CHOICE, "Fast ugedag.", "tirsdag", choices=Weekday, wide=12),
        Column("Tidspunkt", "time", Form.TIME, "Fast tidspunkt. Tomt: Møder tidligst.", "10:00"),
        Column("Varighed", "length", Form.MINUTES, "Minutter. Tomt: som i mødetypen.", "60", low=_SHORTEST,
               high=_LONGEST),
        Column("Sted", "place", Form.TEXT, "Hvor møderne holdes.", "Mødelokale 1", required=True, wide=26),
        Column("Mødeleder", "facilitator", Form.PERSON, "Nummeret fra arket Personer.", "P003"),
        Column("Tema", "theme", Form.TEXT, "Forslag til tema for møderne.", "Vejen ind i køkkenet", wide=40),
        Column("Status", "status", Form.CHOICE, "Afsluttet: der planlægges ikke flere møder.", "Aktiv",
               choices=CourseStatus, wide=14),
    ),
)  # fmt: skip

ANSWERS = Sheet(
    "Svar", "answers", Answer,
    "Hvem der kommer, og hvem der ikke gør.",
    (
        Column("Møde", "meeting", Form.MEETING, "Mødets nummer.", "M001", required=True),
        Column("Person", "person", Form.ANYBODY, "Nummeret fra Beboere eller Personer.", "P001",
               required=True, private=True),
        Column("Svar", "reply", Form.CHOICE, "Hvad der blev svaret.", "Kommer", required=True, choices=Reply),
        Column("Dato", "date", Form.DATE, "Dagen, hvor svaret kom.", "26-01-2026"),
        Column("Bemærkning", "remark", Form.TEXT, "Til jer selv.", "Kommer med bus", wide=40),
    ),
    frozen=2,
)  # fmt: skip

EFFORTS = Sheet(
    "Indsatser", "efforts", Effort,
    "Den støtte, en beboer har eller har haft.",
    (
        Column("Beboer", "resident", Form.RESIDENT, "Nummeret fra arket Beboere.", "B001", required=True),
        Column("Indsats", "effort", Form.TEXT, "Hvad indsatsen er.", "Praktik i køkkenet", required=True,
               wide=34),
        Column("Art", "kind", Form.CHOICE, "Vælg på listen.", "Virksomhedspraktik", choices=EffortKind),
        Column("Formål", "purpose", Form.TEXT, "Hvordan indsatsen fører til målet.",
               "Prøve kræfter med jobbet",
               wide=40),
        Column("Start", "start", Form.DATE, "Første dag.", "02-02-2026", required=True),
        Column("Slut", "end", Form.DATE, "Sidste dag.", "30-04-2026"),
        Column("Timer pr. uge", "hours", Form.DECIMAL, "Antal timer, gerne med komma.", "7,5", high=60),
    ),
)  # fmt: skip

CLOSURES = Sheet(
    "Lukkedage", "closures", Closure,
    "Dage, hvor huset er lukket. Helligdage kender docgen selv.",
    (
        Column("Fra", "first", Form.DATE, "Første lukkedag.", "16-02-2026", required=True),
        Column("Til", "last", Form.DATE, "Sidste lukkedag. Tomt: kun den ene dag.", "20-02-2026"),
        Column("Årsag", "reason", Form.TEXT, "Hvorfor huset er lukket.", "Temauge", wide=40),
    ),
)  # fmt: skip

DECISIONS = Sheet(
    "Beslutninger", "decisions", Decision,
    "Hvad møderne har besluttet. docgen henter dem i referaterne, og I retter dem til.",
    (
        Column("Møde", "meeting", Form.MEETING, "Mødets nummer.", "M001", wide=12),
        Column("Nr", "number", Form.TEXT, "Beslutningens nummer.", "1", wide=8),
        Column("Beslutning", "decision", Form.TEXT, "Hvad der blev besluttet.", "Asta prøver en time mere",
               wide=50),
        Column("Ansvarlig", "responsible", Form.TEXT, "Hvem der sørger for det.", "Bo Eksempel"),
        Column("Frist", "deadline", Form.DATE, "Hvornår det skal være gjort.", "03-03-2026"),
        Column("Status", "status", Form.CHOICE, "Åben eller Udført.", "Åben",
               choices=DecisionStatus, wide=14),
        Column("Referat", "minutes", Form.TEXT, "Filen, beslutningen står i.", "M001_referat.docx", wide=30),
        Column("Indlæst", "collected", Form.TEXT, "Hvornår docgen læste referatet.", wide=20),
    ),
)  # fmt: skip

ARCHIVE = Sheet(
    "Arkiv", "archived", Archived,
    "Numre på møder, der er flyttet til arkivet med docgen archive. De må ikke bruges igen.",
    (
        Column("Nr", "nr", Form.NR, "Mødets nummer.", "M001", required=True, wide=10),
        Column("Type", "type", Form.TEXT, "Mødetypens navn.", "dialogmoede"),
        Column("Beboer", "resident", Form.TEXT, "Beboerens nummer.", "B001"),
        Column("Forløb", "course", Form.TEXT, "Forløbets nummer, hvis mødet hørte til et.", "F001"),
        Column("Dato", "date", Form.DATE, "Mødets dato.", "03-02-2026"),
        Column("Status", "status", Form.CHOICE, "Hvordan det gik.", "Afholdt", choices=MeetingStatus,
               wide=14),
    ),
)  # fmt: skip
