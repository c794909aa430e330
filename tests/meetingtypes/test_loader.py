"""Meeting types are read from a folder, and everything that is wrong with them is said in one go."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import docgen
from docgen import resources
from docgen.errors import DefinitionError
from docgen.findings import Finding
from docgen.meetingtypes.cadence import Stage, Unit
from docgen.meetingtypes.definition import Audience, Length, MeetingType
from docgen.meetingtypes.loader import find_type, load_types
from tests.meetingtypes.samples import SHIPPED, SMALL, shipped

Home = Callable[..., Path]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Makes a folder of meeting types with one type, ``lille``, out of the text of its type.toml."""

    def make(text: str = SMALL, name: str = "lille", **others: str) -> Path:
        for folder, content in {name: text, **others}.items():
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "type.toml").write_text(content, "utf-8")
        return tmp_path

    return make


def one(folder: Path) -> MeetingType:
    (kind,) = load_types(folder, templates_needed=False)
    return kind


def findings(folder: Path, *, templates_needed: bool = False) -> tuple[Finding, ...]:
    with pytest.raises(DefinitionError) as raised:
        load_types(folder, templates_needed=templates_needed)
    return raised.value.findings


def codes(folder: Path) -> list[str]:
    return [finding.code for finding in findings(folder)]


@pytest.mark.parametrize(
    ("written", "code", "answer"),
    [
        ("Udviklingsledr", "E-110", "Did you mean «Udviklingsleder»?"),
        ("udviklingsleder", "E-110", "Did you mean «Udviklingsleder»?"),
        ("Bogholder", "E-109", "Possible values: Beboer, Kontaktperson enhed, "),
        ("Læge", "E-109", "Possible values: Beboer, "),
    ],
)
def test_a_participant_stands_in_a_column_that_there_is(
    home: Home, written: str, code: str, answer: str
) -> None:
    (finding,) = findings(home(SMALL.replace('felt = "Beboer"', f'felt = "{written}"')))
    assert (finding.code, finding.place.key) == (code, "deltager 1: felt")
    assert answer in finding.text()


def test_the_shipped_types_are_read_in_the_order_of_their_names() -> None:
    names = [kind.name for kind in load_types(SHIPPED)]
    assert names == sorted(names)
    assert {"dialogmoede", "opfoelgningsmoede"} <= set(names)


def test_the_follow_up_meeting_is_what_its_guide_says() -> None:
    kind = shipped("opfoelgningsmoede")
    assert kind.length.usual == 60
    assert [(phase.key, phase.minutes) for phase in kind.phases] == [
        ("tema", 10),
        ("runde1", 20),
        ("runde2", 15),
        ("konklusion", 15),
    ]
    assert [phase.key for phase in kind.phases if phase.each_in_turn] == ["runde1", "runde2"]
    assert [rule.heading for rule in kind.participants if rule.facilitates] == ["Udviklingsleder"]
    assert len(kind.occasions) == 5
    assert kind.figure == "runder"
    assert kind.cadences[0].stages[0] == Stage(every=4, unit=Unit.WEEKS, count=3)


def test_a_phase_is_minuted_unless_its_definition_says_no() -> None:
    assert all(phase.minuted for phase in shipped("opfoelgningsmoede").phases)
    assert [phase.key for phase in shipped("dialogmoede").phases if not phase.minuted] == ["aftaler"]


def test_a_small_type_is_filled_up_with_what_goes_without_saying(home: Home) -> None:
    kind = one(home())
    assert kind.length == Length(usual=30, shortest=30, longest=30)
    assert kind.phases[0].label == "Snak"
    assert kind.documents[0].audience is Audience.RESIDENT
    assert kind.documents[0].pages == 1
    assert not kind.occasions


def test_a_type_travels_between_processes() -> None:
    kind = shipped()
    assert pickle.loads(pickle.dumps(kind)) == kind  # noqa: S301 - our own


@pytest.mark.parametrize(
    "said", ["opfoelgningsmoede", "Opfølgningsmøde", " OPFØLGNINGSMØDE ", "opfølgnings møde"]
)
def test_a_type_is_found_by_name_or_title_however_it_is_written(said: str) -> None:
    kind = find_type(load_types(SHIPPED, templates_needed=False), said)
    assert kind is not None
    assert kind.name == "opfoelgningsmoede"


def test_but_no_type_is_guessed() -> None:
    types = load_types(SHIPPED, templates_needed=False)
    assert find_type(types, "Opfølgning") is None
    assert find_type(types, "") is None


def test_everything_that_is_wrong_is_said_at_once(home: Home) -> None:
    text = SMALL.replace('titel = "Lille møde"', "titel = 7").replace("standard = 30", 'standard = "30"')
    text = text.replace('til = "beboer"', 'til = "beboeren"').replace('felt = "Beboer"', 'feldt = "Beboer"')
    found = {(finding.code, finding.place.key) for finding in findings(home(text))}
    assert found == {
        ("E-104", "titel"),
        ("E-105", "varighed: standard"),
        ("E-110", "dokument 1: til"),
        ("E-101", "deltager 1"),
        ("E-102", "deltager 1"),
    }


def test_of_all_types_together(home: Home) -> None:
    folder = home("titel = 1", anden="titel = 2")
    assert {finding.place.file for finding in findings(folder)} == {"lille/type.toml", "anden/type.toml"}


def test_a_misspelt_key_is_told_which_one_was_meant(home: Home) -> None:
    (finding,) = findings(home(SMALL + "letlest = true\n"))
    assert finding.code == "E-102"
    assert str(finding) == (
        "E-102 lille/type.toml: dokument 1: The key «letlest» is not known here. "
        "Known keys: fil, layout, til, titel, letlaest, sider, for, efter_moedet, dele. "
        "Did you mean «letlaest»?"
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('titel = "Lille møde"', "", "E-101", ""),
        ('titel = "Lille møde"', 'titel = " "', "E-101", ""),
        ('titel = "Lille møde"', 'titel = "Lille møde"\nzzz = 1', "E-103", ""),
        ('titel = "Lille møde"', 'titel = "Lille møde"\nkilde = 2016', "E-104", "kilde"),
        ("minutter = 30", "minutter = 30.5", "E-105", "fase 1: minutter"),
        ("minutter = 30", "minutter = 0", "E-105", "fase 1: minutter"),
        ("minutter = 30", "minutter = true", "E-105", "fase 1: minutter"),
        ("minutter = 30", "", "E-101", "fase 1"),
        ("minutter = 30", 'minutter = 30\npaa_skift = "ja"', "E-106", "fase 1: paa_skift"),
        ("minutter = 30", 'minutter = 30\nreferat = "nej"', "E-106", "fase 1: referat"),
        ("minutter = 30", 'minutter = 30\nspoergsmaal = "Hvordan?"', "E-107", "fase 1: spoergsmaal"),
        ("minutter = 30", "minutter = 30\nspoergsmaal = [1, 2]", "E-107", "fase 1: spoergsmaal"),
        ("[[deltager]]", "[deltager]", "E-108", "deltager"),
        ("[varighed]\nstandard = 30", "varighed = 30", "E-108", "varighed"),
        ('om = "beboer"', 'om = "zzz"', "E-109", "om"),
        ('om = "beboer"', 'om = "Beboer"', "E-110", "om"),
        ('noegle = "snak"', 'noegle = "første snak"', "E-111", "fase 1: noegle"),
        ('noegle = "snak"', 'noegle = "en_noegle_som_word_ikke_har_plads_til"', "E-111", "fase 1: noegle"),
        ('fil = "invitation.docx"', 'fil = "../invitation.docx"', "E-111", "dokument 1: fil"),
        ('fil = "invitation.docx"', 'fil = "invitation.doc"', "E-111", "dokument 1: fil"),
        ("standard = 30", "standard = 30\nmindst = 40", "E-112", "varighed"),
        ("minutter = 30", "minutter = 20", "E-113", "fase"),
    ],
)
def test_each_slip_is_named_at_its_place(home: Home, old: str, new: str, code: str, key: str) -> None:
    assert old in SMALL
    found = findings(home(SMALL.replace(old, new, 1)))
    assert (code, key) in [(finding.code, finding.place.key) for finding in found]


def test_a_broken_line_is_all_that_is_said_of_a_file_that_cannot_be_read(home: Home) -> None:
    (finding,) = findings(home(SMALL.replace("standard = 30", "standard = tredive")))
    assert finding.code == "E-100"
    assert "line 6" in finding.message()


def test_words_are_not_judged_while_the_common_ones_cannot_be_read(home: Home) -> None:
    folder = home(SMALL + '[ord.brev]\nslut = "Vi ses."\nhvad = "x"\n')
    (folder / "faelles.toml").write_text("[ord.brev\n", "utf-8")
    (finding,) = findings(folder)
    assert (finding.code, finding.place.file) == ("E-100", "faelles.toml")


def test_nor_is_more_said_of_a_file_in_another_encoding(home: Home) -> None:
    folder = home()
    (folder / "lille" / "type.toml").write_bytes(SMALL.encode("cp1252"))
    assert codes(folder) == ["E-119"]


def test_a_byte_order_mark_does_no_harm(home: Home) -> None:
    folder = home()
    (folder / "lille" / "type.toml").write_bytes(SMALL.encode("utf-8-sig"))
    assert one(folder).title == "Lille møde"


def test_a_file_or_a_phase_that_stands_twice_is_named(home: Home) -> None:
    again = SMALL[SMALL.index("[[dokument]]") :]
    (finding,) = findings(home(SMALL + again))
    assert (finding.code, finding.place.key) == ("E-114", "dokument 2: fil")


def test_two_types_with_one_title_are_named(home: Home) -> None:
    (finding,) = findings(home(SMALL, anden=SMALL))
    assert finding.code == "E-114"
    assert "lille" in finding.place.file


@pytest.mark.parametrize("title", ["Dialogmøde", "dialog MØDE", "dialogmoede"])
def test_a_title_of_a_shipped_type_is_taken_too(home: Home, title: str) -> None:
    folder = home(SMALL.replace("Lille møde", title))
    with pytest.raises(DefinitionError) as raised:
        docgen.meeting_types(folder, templates_needed=False)
    (finding,) = raised.value.findings
    assert (finding.code, finding.place.file) == ("E-114", "lille/type.toml")
    assert "dialogmoede/type.toml" in finding.message()


def test_but_a_type_of_ones_own_takes_the_place_of_the_shipped_one_of_its_folder(home: Home) -> None:
    folder = home(SMALL.replace("Lille møde", "Dialogmøde"), name="dialogmoede")
    kinds = docgen.meeting_types(folder, templates_needed=False)
    assert [kind.folder for kind in kinds if kind.title == "Dialogmøde"] == [folder / "dialogmoede"]


def test_a_folder_without_types_is_an_error(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["E-116"]
    assert codes(tmp_path / "nowhere") == ["E-116"]


def test_a_folder_name_must_be_fit_for_a_file_name_anywhere(home: Home) -> None:
    assert codes(home(name="Møde")) == ["E-111"]


def test_missing_word_templates_are_named_unless_they_are_about_to_be_made(home: Home) -> None:
    folder = home()
    (finding,) = findings(folder, templates_needed=True)
    assert finding.code == "E-115"
    assert "invitation.docx" in str(finding)
    assert finding.remedy().endswith(f"docgen templates make lille --templates {folder}")
    (folder / "lille" / "invitation.docx").touch()
    assert load_types(folder)


def test_a_folder_with_a_space_is_named_as_one_types_it(tmp_path: Path, home: Home) -> None:
    folder = tmp_path / "vores egne"
    shutil.copytree(home(), folder)
    (finding,) = findings(folder, templates_needed=True)
    assert f'--templates "{folder}"' in finding.remedy()


def test_a_shipped_type_is_made_without_naming_its_folder(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(SHIPPED / "faelles.toml", tmp_path / "faelles.toml")
    monkeypatch.setattr(resources, "templates", lambda: tmp_path)
    (finding,) = findings(home(), templates_needed=True)
    assert finding.remedy().endswith("docgen templates make lille")


def test_a_type_says_a_common_word_its_own_way(home: Home) -> None:
    folder = home(SMALL + '[ord.brev]\nslut = "Vi ses."\n')
    common = '[ord.brev]\nslut = "På gensyn."\nmaal = "Hvorhen"\n[ord.referat]\nvurderinger = ["a", "b"]\n'
    (folder / "faelles.toml").write_text(common, "utf-8")
    words = one(folder).words
    said = {key: words[key] for key in ("brev.slut", "brev.maal", "referat.vurderinger")}
    assert said == {"brev.slut": "Vi ses.", "brev.maal": "Hvorhen", "referat.vurderinger": ("a", "b")}


def test_an_office_writes_down_only_the_words_that_it_says_differently(home: Home) -> None:
    folder = home()
    (folder / "faelles.toml").write_text('[ord.brev]\nhilsen_sidst = "Mange hilsner"\n', "utf-8")
    words = one(folder).words
    assert words["brev.hilsen_sidst"] == "Mange hilsner"
    assert words["brev.hilsen_foerst"] == shipped().words["brev.hilsen_foerst"]


def test_slips_in_the_common_words_are_named_too(home: Home) -> None:
    folder = home()
    (folder / "faelles.toml").write_text("[ord.brev]\nslut = 1\n[orb]\nx = 2\n", "utf-8")
    found = [(finding.code, str(finding.place)) for finding in findings(folder)]
    assert found == [("E-103", "faelles.toml"), ("E-104", "faelles.toml: ord: brev: slut")]


def test_the_fingerprint_follows_definition_common_words_and_word_files(home: Home) -> None:
    folder = home()
    files = [folder / "lille" / "type.toml", folder / "faelles.toml", folder / "lille" / "invitation.docx"]
    seen = {one(folder).fingerprint}
    for file in files:
        with file.open("a", encoding="utf-8") as stream:
            stream.write("# rettet\n")
        seen.add(one(folder).fingerprint)
    assert len(seen) == 4


def test_but_not_the_folder_it_lies_in(tmp_path: Path, home: Home) -> None:
    folder = home()
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder / "lille", elsewhere / "lille")
    assert one(elsewhere).fingerprint == one(folder).fingerprint
