"""Which cases does a file hold? YAML, or CSV whose column names are paths such as `loan.valid_until`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

from bot.cases.case import CHINA, Appointment, Blocker, Case, Contract, Document, Loan, Outage, Party, Step, day_of
from bot.cases.languages import LANGUAGES
from bot.cases.milestones import USUAL_OWNER, BlockerCode, Milestone, Role, Status, held_up
from bot.cases.process import Process
from bot.cases.typed import day_in_china, moment
from bot.content.case_sense import check_sense
from bot.content.csv_file import read_csv
from bot.content.problems import Place, Problem
from bot.content.reader import Reader
from bot.content.source import Fields, Node, Text, read
from bot.wording.names import SECTIONS

_LISTS: Mapping[str, type] = {
    "blockers": Blocker,
    "documents": Document,
    "appointments": Appointment,
    "outages": Outage,
}
_PLAIN = ("ref", "city", "deal", "profile", "advisor", "checked_at")
_COLUMNS = (*_PLAIN, "parties.buyer.name", "parties.buyer.phone")
_KEYS = (*_PLAIN, "parties", "steps", "loan", "contract", *_LISTS)
_REF = re.compile(r"[A-Za-z0-9_-]{1,40}")
_PHONE = re.compile(r"[0-9]{3}[0-9*]{4}[0-9]{4}")
# Texts of which only some are understood when a reply is written.
_CHOICES = {"language": LANGUAGES, "release_rule": SECTIONS["release_rules"]}
_SAYS_YES = {"yes": True, "true": True, "no": False, "false": False}
# What these tell of has happened.
_HAPPENED = {"checked_at", "done_on", "opened", "approved_on"}
# Of these a day without an hour will do: by the end of the office day, or from the first minute on, never ahead.
_WITHOUT_HOUR = {"due": time(18), "next_check": time(18), "until": time(18), "checked_at": time(0)}


@dataclass(frozen=True)
class CaseFile:
    """The cases of a file, and everything wrong with it; with problems, nothing of it may be used."""

    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]


@dataclass
class _CaseReader(Reader):
    """Reads cases as they stand at a moment; without one, at any."""

    now: datetime | None = None


def read_cases(path: Path, process: Process, now: datetime | None = None) -> CaseFile:
    """The cases of a YAML or CSV file; with `now`, what has happened cannot lie ahead."""
    node, problems = read_csv(path, _COLUMNS) if path.suffix.lower() == ".csv" else read(path, path.name)
    reader = _CaseReader(problems, now)
    entries = reader.items(reader.fields(node, ("cases",), required=("cases",)).get("cases")) if node else ()
    cases = [case for entry in entries if (case := _case(entry, process, reader))]
    _check_refs(entries, reader)
    return CaseFile(tuple(cases), tuple(sorted(set(reader.problems))))


def _case(node: Node, process: Process, reader: _CaseReader) -> Case | None:
    before = len(reader.problems)
    found = reader.fields(node, _KEYS, required=(*_PLAIN, "parties"))
    plain = _values(Case, {name: found[name] for name in _PLAIN if name in found}, reader)
    lists: dict[str, Any] = {
        name: tuple(_parts(kind, found[name], reader)) for name, kind in _LISTS.items() if name in found
    }
    singles: dict[str, Any] = {
        name: _part(kind, found[name], reader)
        for name, kind in (("loan", Loan), ("contract", Contract))
        if name in found
    }
    parties = _parties(found.get("parties"), reader)
    steps = _steps(found.get("steps"), reader)
    _check_process(found, plain, process, reader)
    if len(reader.problems) > before:
        return None
    case = _about_signing(Case(**plain, parties=parties, steps=steps, **lists, **singles))
    check_sense(found, case, reader)
    return None if len(reader.problems) > before else case


def _about_signing(case: Case) -> Case:
    """Once the signing is booked, what usually stops the booking stops the signing."""
    step = case.step(Milestone.SIGN_BOOKED)
    if step is None or step.status != Status.DONE:
        return case
    moved = (
        replace(entry, milestone=Milestone.ONLINE_SIGN) if entry.milestone == Milestone.SIGN_BOOKED else entry
        for entry in case.blockers
    )
    return replace(case, blockers=tuple(moved))


def _parties(node: Node | None, reader: _CaseReader) -> tuple[Party, ...]:
    entries = reader.fields(node, tuple(Role), required=("buyer",)) if node else {}
    return tuple(party for role, value in entries.items() if (party := _party(Role(role), value, reader)))


def _party(role: Role, node: Node, reader: _CaseReader) -> Party | None:
    entry = dict(reader.fields(node, ("name", "phone", "language", "verified"), required=("name", "phone")))
    phone = reader.text(entry.pop("phone")) if "phone" in entry else None
    values = _values(Party, entry, reader)
    if phone is None or "name" not in values:
        return None
    if not _PHONE.fullmatch(phone.value):
        reader.report(
            "bad-row",
            phone.place,
            reason_zh="手机号应是 11 位，中间四位可以打星号",
            reason_en="a phone has 11 digits; the middle four may be *",
        )
        return None
    return Party(role=role, phone_masked=f"{phone.value[:3]}****{phone.value[-4:]}", **values)


def _steps(node: Node | None, reader: _CaseReader) -> tuple[Step, ...]:
    entries = reader.fields(node, tuple(Milestone)) if node else {}
    return tuple(_step(Milestone(code), value, reader) for code, value in entries.items())


def _step(milestone: Milestone, node: Node, reader: _CaseReader) -> Step:
    known = [field.name for field in fields(Step) if field.name != "milestone"]
    values = _values(Step, reader.fields(node, known), reader)
    if values.get("done_on"):
        values.setdefault("status", Status.DONE)
    return Step(milestone=milestone, **values)


def _parts(kind: type, node: Node, reader: _CaseReader) -> Iterator[Any]:
    for entry in reader.items(node):
        if part := _part(kind, entry, reader):
            yield part


def _part(kind: type, node: Node, reader: _CaseReader) -> Any:  # noqa: ANN401
    """One blocker, paper, appointment …; None (and findings) where it is not whole."""
    before = len(reader.problems)
    names = [field.name for field in fields(kind)]
    needed = [
        field.name for field in fields(kind) if field.default is MISSING and field.name not in {"owner", "milestone"}
    ]
    if kind is Appointment:
        needed.append("milestone")
    values = _values(kind, reader.fields(node, names, required=needed), reader)
    if len(reader.problems) > before:
        return None
    return Blocker(**_usual(values)) if kind is Blocker else kind(**values)


def _usual(values: dict[str, Any]) -> dict[str, Any]:
    code = BlockerCode(values["code"])
    return {"owner": USUAL_OWNER[code], "milestone": held_up(code), **values}


def _values(kind: type, entry: Mapping[str, Node], reader: _CaseReader) -> dict[str, Any]:
    """The entry's texts as the types that the class declares."""
    hints = get_type_hints(kind)
    read = {name: _value(hints[name], name, reader.text(node), reader) for name, node in entry.items()}
    return {name: value for name, value in read.items() if value is not None}


def _value(hint: Any, name: str, text: Text | None, reader: _CaseReader) -> Any:  # noqa: ANN401
    if text is None:
        return None
    kind = next(part for part in get_args(hint) if part is not NoneType) if isinstance(hint, UnionType) else hint
    if issubclass(kind, StrEnum):
        choice = reader.choice(text, name, tuple(kind))
        return kind(choice) if choice else None
    if kind is bool:
        choice = reader.choice(text, name, tuple(_SAYS_YES))
        return _SAYS_YES[choice] if choice else None
    if kind in {date, datetime}:
        return _moment(kind, name, text, reader)
    return reader.choice(text, name, _CHOICES[name]) if name in _CHOICES else text.value


def _moment(kind: type, name: str, text: Text, reader: _CaseReader) -> date | datetime | None:
    day, at = day_in_china(text.value), moment(text.value)
    if day is None or not (at or kind is date or name in _WITHOUT_HOUR):
        form = "2026-09-23" if kind is date else "2026-09-23 11:00"
        reader.report(
            "bad-row",
            text.place,
            reason_zh=f"{name}「{text.value}」要写成 {form}",
            reason_en=f"{name} '{text.value}' has to be of the form {form}",
        )
        return None
    is_ahead = reader.now and (at > reader.now if at and kind is datetime else day > day_of(reader.now))
    if name in _HAPPENED and is_ahead:
        reader.report(
            "bad-row",
            text.place,
            reason_zh=f"{name}「{text.value}」还没到，写的是已经发生的事",
            reason_en=f"{name} '{text.value}' has not come yet, and tells of what has happened",
        )
        return None
    return day if kind is date else at or datetime.combine(day, _WITHOUT_HOUR[name], CHINA)


def _check_process(found: Mapping[str, Node], plain: Mapping[str, Any], process: Process, reader: _CaseReader) -> None:
    """City and profile are configured, the profile suits the deal, and the number can be typed."""
    for name, known in (("city", process.cities), ("profile", process.profiles)):
        node = found.get(name)
        if isinstance(node, Text) and node.value.strip():
            reader.choice(node, name, tuple(known))
    profile, deal = process.profiles.get(plain.get("profile", "")), plain.get("deal")
    if profile and deal and deal not in profile.deals:
        reader.report(
            "bad-row",
            found["profile"].place,
            reason_zh=f"profile {profile.id} 不用于 {deal}",
            reason_en=f"profile {profile.id} is not for {deal}",
        )
    if "ref" in plain and not _REF.fullmatch(plain["ref"]):
        reader.report(
            "bad-row",
            found["ref"].place,
            reason_zh="ref 只能用字母、数字、- 和 _，最多 40 个",
            reason_en="ref may hold letters, digits, - and _, at most 40",
        )


def _check_refs(entries: tuple[Node, ...], reader: Reader) -> None:
    seen: dict[str, Place] = {}
    for entry in entries:
        ref = entry.fields.get("ref") if isinstance(entry, Fields) else None
        if isinstance(ref, Text) and seen.setdefault(ref.value, ref.place) != ref.place:
            line = seen[ref.value].line
            reader.report(
                "bad-row",
                ref.place,
                reason_zh=f"{ref.value} 在第 {line} 行已经有了",
                reason_en=f"{ref.value} stands in line {line} already",
            )
