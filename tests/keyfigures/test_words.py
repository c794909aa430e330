"""The report's words: the shipped ones, an office's own, numbers in Danish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import docgen
from docgen.danish import NBSP
from docgen.errors import DefinitionError
from docgen.keyfigures.amounts import basis, change, compared, shown
from docgen.keyfigures.report import file_stem, make_report
from docgen.keyfigures.sheets import excel_file
from docgen.keyfigures.telling import Page, page_of
from docgen.keyfigures.values import Figure, Measure, Unit
from docgen.keyfigures.word.document import word_file
from docgen.keyfigures.words import ReportWords, report_words
from docgen.meetingtypes.cadence import Cadence, Deadline, Stage
from docgen.meetingtypes.cadence import Unit as Step
from docgen.model import BrokenRow, CourseStatus, Decision, EffortKind, Workbook
from tests import making
from tests.keyfigures.case import (
    TODAY,
    course,
    course_type,
    day,
    effort,
    figures,
    house,
    meeting,
    resident,
    yearly,
)

WORDS = report_words()
TOMORROW, MONTHLY = Deadline("dag", "Frist: ring", days=1), Deadline("maaned", "Frist: besøg", months=1)
WEEKLY = making.kind(name="ugentlig", title="Ugentlig", cadences=(Cadence("A", (Stage(1, Step.WEEKS),)),))
_MANY = range(1, 21)
REPORTS = (
    house(courses=()),
    house(
        *(meeting(at, "02-03") for at in _MANY),
        *(meeting(at, "01-13", nr=f"J{at:03}") for at in range(1, 10)),
        *(meeting(at, "02-10", "Planlagt", nr=f"P{at:03}") for at in range(1, 8)),
        *(meeting(at, "02-17", nr=f"A{at:03}", type="aarsmoede") for at in range(1, 8)),
        meeting(1, "02-05", nr="U001", type="ukendt"),
        meeting(18, "02-04", "Planlagt", nr="B001", type="b"),
        institution=making.house(effort_goal=50),
        residents=tuple(resident(at, employed=at > 6) for at in _MANY),
        courses=(
            *(course(at) for at in range(1, 16)),
            course(16, granted=""),
            course(17, status=CourseStatus.ENDED),
            course(18, start="02-03", type="b"),
            course(19, start="02-03", type="ugentlig"),
        ),
        efforts=(
            *(effort(at, "01-05", kind=EffortKind.PAID_HOURS, hours=4) for at in range(1, 9)),
            *(effort(at, "01-05", kind=kind) for at in range(1, 9) for kind in EffortKind),
            effort(9, "01-05", kind=EffortKind.PAID_HOURS),
            effort(9, "01-05", "02-10", kind=EffortKind.MENTOR),
            effort(10, "2025-03-03", kind=None),
        ),
        decisions=(Decision(decision="Ring", deadline=day("01-05")), Decision(decision="Skriv")),
        broken=(BrokenRow(making.at("Indsatser", 9)),),
    ),
    house(
        institution=making.house(effort_goal=90),
        decisions=(Decision(decision="Ring"), *(Decision(decision="Skriv", deadline=day("01-05")),) * 3),
    ),
    house(
        decisions=(Decision(decision="Ring"),),
        efforts=(
            *(effort(at, "01-05", kind=kind) for at in range(1, 7) for kind in list(EffortKind)[:5]),
            *(effort(at, "01-05", kind=kind) for at in range(1, 4) for kind in list(EffortKind)[5:]),
        ),
    ),
)


def said(measure: Measure, unit: Unit) -> str:
    return shown(measure, unit, WORDS, 5).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("amount", "of", "unit", "text"),
    [
        (2, 3, Unit.SHARE, "67 %"),
        (1, 8, Unit.SHARE, "13 %"),  # 12,5 and up
        (0, 7, Unit.SHARE, "0 %"),
        (0, 0, Unit.SHARE, "–"),
        (7, 2, Unit.AVERAGE, "3,5"),
        (4, 2, Unit.AVERAGE, "2,0"),
        (0, 0, Unit.AVERAGE, "–"),
        (7.5, 1, Unit.HOURS, "7,5 timer"),
        (0, 0, Unit.HOURS, "0,0 timer"),
        (12, None, Unit.COUNT, "12"),
    ],
)
def test_numbers_are_written_as_danes_write_them(
    amount: float, of: float | None, unit: Unit, text: str
) -> None:
    assert said(Measure(amount, of), unit) == text


def test_what_is_hidden_says_how_few() -> None:
    assert said(Measure(hidden=True), Unit.SHARE) == "færre end 5"


@pytest.mark.parametrize(
    ("now", "before", "step", "sentence"),
    [
        (Measure(3, 4), Measure(2, 3), "+8 pct.point", ", 8 procentpoint mere end i januar"),  # 75 and 67
        (Measure(1, 3), Measure(1, 2), "−17 pct.point", ", 17 procentpoint mindre end i januar"),
        (Measure(1, 2), Measure(2, 4), "uændret", ", det samme som i januar"),
        (Measure(1, 2), Measure(0, 0), "–", ""),
        (Measure(1, 2), Measure(hidden=True), "–", ""),
        (Measure(hidden=True), Measure(1, 2), "–", ""),
        (Measure(1, 2), Measure(is_known=False), "–", ""),
    ],
)
def test_a_change_is_that_of_the_numbers_shown(
    now: Measure, before: Measure, step: str, sentence: str
) -> None:
    figure = Figure("x", "x", Unit.SHARE, (now, before))
    assert change(figure, WORDS).replace(NBSP, " ") == step
    assert compared(figure, "januar", WORDS).replace(NBSP, " ") == sentence


def test_what_was_divided_by_what() -> None:
    assert basis(Measure(17, 25), Unit.SHARE, WORDS) == f"17{NBSP}af{NBSP}25"
    assert basis(Measure(17, 25), Unit.AVERAGE, WORDS) == f"17{NBSP}/{NBSP}25"
    assert basis(Measure(17), Unit.COUNT, WORDS) == "–"
    assert basis(Measure(hidden=True), Unit.SHARE, WORDS) == "–"


def page(*rows: object, goal: int | None = None, today: dt.date = TODAY) -> Page:
    book = house(*rows, efforts=tuple(effort(at, "01-05") for at in (1, 2, 3)))  # type: ignore[arg-type]
    made = figures(book, course_type(), yearly(), today=today)
    shares = made.sections[0].figures
    told = replace(made.sections[0], figures=(replace(shares[0], goal=goal), *shares[1:]))
    return page_of(replace(made, sections=(told, made.sections[1])), WORDS, today)


@pytest.mark.parametrize(
    ("goal", "sentence"),
    [
        (None, "50 % af de aktive forløb har en indsats på en virksomhed i gang, det samme som i januar."),
        (50, "i gang, det samme som i januar. Målet på 50 % er nået."),
        (51, "i gang, det samme som i januar. Målet er 51 %."),
        (0, "Målet på 0 % er nået."),
    ],
)
def test_the_first_sentence_says_whether_the_goal_is_reached(goal: int | None, sentence: str) -> None:
    first = page(goal=goal).chapters[0].sentences[0].replace(NBSP, " ")
    assert first.endswith(sentence)
    assert ("Målet" in first) == (goal is not None)


def test_without_a_goal_none_is_shown() -> None:
    assert {line.goal for chapter in page().chapters for line in chapter.lines} == {""}
    assert page(goal=40).chapters[0].lines[0].goal == f"40{NBSP}%"


def test_promises_are_called_by_their_titles_and_lengths() -> None:
    titles = [line.title for line in page().chapters[0].lines]
    assert titles[1:4] == [
        "Første opfølgning inden 7 dage",
        "Planen er på plads inden 21 dage",
        "En indsats er begyndt inden 6 måneder",
    ]


def test_a_definition_is_one_sentence_for_every_figure() -> None:
    for chapter in page(meeting(1, "02-10", type="aarsmoede")).chapters:
        for line in chapter.lines:
            assert line.definition.endswith(".")
            assert "{" not in line.definition


def test_a_month_that_is_not_over_says_how_far_it_goes() -> None:
    assert page(today=day("02-10")).caveats == (
        f"Måneden er ikke slut. Tallene går til og med 10.{NBSP}februar 2026.",
    )
    assert page().caveats == ()


def own(folder: Path, text: str) -> Path:
    (folder / "noegletal.toml").write_text(text, "utf-8")
    return folder


def test_an_office_may_say_it_in_its_own_words(tmp_path: Path) -> None:
    folder = own(tmp_path, '[ord.afsnit.hus]\ntitel = "Hele Parkvænget"\n')
    words = report_words(folder)
    assert words.say("afsnit.hus.titel") == "Hele Parkvænget"
    assert words.say("afsnit.forloeb.titel") == "Forløb"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[ord.afsnit.hus]\ntitle = "Huset"\n', "E-102"),
        ('[ord.tabel]\nmaal = "Mål for {navn}"\n', "E-276"),
        ('[ord.tabel]\nmaal = "Mål }"\n', "E-276"),
        ("[ord.tabel]\nmaal = 5\n", "E-104"),
        ("[ord.tabel\n", "E-100"),
    ],
)
def test_words_that_cannot_be_used_are_named(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        report_words(own(tmp_path, text))
    assert [found.code for found in caught.value.findings] == [code]


def test_a_file_from_an_old_windows_editor_is_named(tmp_path: Path) -> None:
    (tmp_path / "noegletal.toml").write_bytes('[ord.tabel]\nmaal = "Mål"\n'.encode("cp1252"))
    with pytest.raises(DefinitionError, match="E-119"):
        report_words(tmp_path)


def test_a_folder_without_words_of_its_own_uses_the_shipped_ones(tmp_path: Path) -> None:
    assert report_words(tmp_path).texts == WORDS.texts


class Heard(dict[str, str]):
    """Words that remember which of them were asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__(texts)
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        return super().__getitem__(key)


def test_every_word_of_the_file_is_said_somewhere() -> None:
    texts = Heard(WORDS.texts)
    for book in REPORTS:
        for internal in (True, False):
            say_everything(book, ReportWords(texts), internal=internal)
    unsaid = {key for key, text in texts.items() if text} - texts.asked
    assert unsaid == set()


def say_everything(book: Workbook, words: ReportWords, *, internal: bool) -> None:
    """All that the report of February can say of this house, in both files."""
    now = dt.datetime(2026, 2, 20, 9, tzinfo=dt.UTC)
    for at in (now, now.replace(month=3)):
        made = make_report(
            book,
            (course_type(), course_type(TOMORROW, MONTHLY, name="b", title="B"), WEEKLY, yearly()),
            book.findings,
            words,
            month=day("02-01"),
            now=at,
            weeks=8,
            internal=internal,
        )
        moment = at.replace(tzinfo=None)
        word_file(made.page, words, "Huset", moment)
        excel_file(made.figures, made.page, words, moment)
        file_stem(made.figures, words)


def test_the_public_function_writes_nothing_without_a_folder(tmp_path: Path) -> None:
    now = dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
    made = docgen.report(house(), docgen.meeting_types(), month=day("02-01"), now=now)
    assert made.files == ()
    assert list(tmp_path.iterdir()) == []
