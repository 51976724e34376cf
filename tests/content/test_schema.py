"""Do the schemas say what the checker says, for every file that is shipped?"""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.content.schema import FORMS, FileForm, schemas
from bot.content.thresholds import KEYS
from bot.matching.thresholds import Thresholds
from tests.samples import ROOT

_FOLDER = ROOT / "schemas"


class _Core(yaml.SafeLoader):
    """Reads YAML 1.2 as editors' tools do: `yes` and 2026-09-23 are texts, 49 is a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for tag, pattern, starts in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(starts))


def _files(form: FileForm) -> list[Path]:
    wanted = {path for pattern in form.files if pattern[0] != "!" for path in ROOT.glob(pattern)}
    return sorted(wanted - {path for pattern in form.files if pattern[0] == "!" for path in ROOT.glob(pattern[1:])})


def _wrong(name: str, text: str) -> list[str]:
    validator = Draft7Validator(schemas()[f"{name}.json"])
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(yaml.load(text, _Core))]  # noqa: S506


def test_the_committed_schemas_are_what_is_generated() -> None:
    committed = {path.name: json.loads(path.read_text("utf-8")) for path in _FOLDER.glob("*.json")}
    assert committed == schemas(), "Run `signpost schema --write`."


def test_the_editor_is_told_which_schema_is_for_which_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{name}.json": list(form.files) for name, form in FORMS.items()}


def test_every_file_of_the_editors_has_exactly_one_schema() -> None:
    given = [path for form in FORMS.values() for path in _files(form)]
    folders = ("intents", "replies", "tests/dialogues", "practice")
    there = [path for folder in folders for path in (ROOT / folder).rglob("*.yaml")]
    assert sorted(given) == sorted(there)


@pytest.mark.parametrize("name", FORMS)
def test_every_shipped_file_fits_its_schema(name: str) -> None:
    found = {path.name: _wrong(name, path.read_text("utf-8")) for path in _files(FORMS[name])}
    assert {file: wrong for file, wrong in found.items() if wrong} == {}


def test_every_code_of_the_program_is_described_in_both_languages() -> None:
    for section in schemas()["names.json"]["properties"].values():
        for code, entry in section["properties"].items():
            zh, en = entry["description"].split("\n\n")
            assert code not in {zh, en}
            assert (zh.isascii(), en.isascii()) == (False, True)


@pytest.mark.parametrize("name", FORMS)
def test_every_schema_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(schemas()[f"{name}.json"])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("intent", "exmples: {}\n", "'exmples' was unexpected"),
        ("intent", "title: {zh: 一, en: a}\nexamples: {zh: [一], en: [a]}\n", "'rules' is a required property"),
        ("intent", "priority: P9\n", "'P9' is not one of"),
        ("words", "sign:\n  name: 网签\n  zh: 签约\n", "'签约' is not of type 'array'"),
        ("thresholds", "sure: 1.5\n", "1.5 is greater than the maximum of 1"),
        ("thresholds", "sure: very\n", "'very' is not of type 'number'"),
        ("reply", "answers:\n  - zh: 一\n", "'en' is a required property"),
        ("reply", "answers:\n  - {zh: 一, en: a, buttons: [a, b, c, d, e]}\n", "is too long"),
        ("reply", "answers: []\npage: {valid_from: tomorrow, review_by: 2027-01-01}\n", "'tomorrow' does not match"),
        ("reply", "answers:\n  - {when: {state: singed}, zh: 一, en: a}\n", "is not valid under any"),
        (
            "pieces",
            "line:\n  name: 一句\n  answers:\n    - {zh: 一, en: a, buttons: [b]}\n",
            "'buttons' was unexpected",
        ),
        ("names", "roles: {}\n", "'milestones' is a required property"),
        ("dialogues", "- case: C-1\n  talks: []\n", "is not valid under any"),
        ("practice", "turns:\n  - {buyer: {zh: 一, en: a}, move: replay}\n", "'replay' is not one of"),
        ("practice", "now: tomorrow\n", "'tomorrow' does not match"),
        ("practice", "turns:\n  - {facts: current_day}\n", "'current_day' is not of type 'array'"),
    ],
)
def test_a_slip_is_underlined_by_its_schema(name: str, text: str, told: str) -> None:
    assert [message for message in _wrong(name, text) if told in message] != []


def test_a_text_that_looks_like_a_number_is_still_a_text() -> None:
    assert _wrong("dialogues", "- case: C-1\n  talk:\n    - buyer: 12345\n      bot: [49, true]\n") == []


def test_every_threshold_is_described() -> None:
    assert list(KEYS) == [field.name for field in fields(Thresholds)]
