"""What order of the steps has the operator set, and can it be walked? (`process` in config.yaml)"""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bot.cases.milestones import Deal, Milestone, Role
from bot.cases.process import City, Edge, Process, Profile, StepKind, circle, ordered, rewired
from bot.content.problems import Problem, problem
from bot.content.source import Fields, Items, Node, Text


def _edge(text: str) -> str:
    """`A > B`, both known milestones."""
    first, arrow, then = (part.strip() for part in text.partition(">"))
    if not arrow:
        raise PydanticCustomError("edge_form", "an order is written 'A > B'")
    for code in (first, then):
        if code not in set(Milestone):
            raise PydanticCustomError("edge_unknown", "there is no milestone {code}", {"code": code})
    return text


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MilestoneSettings(_Section):
    """One step: who does it, after what, in how many working days."""

    owner: Role
    needs: tuple[Milestone, ...] = ()
    working_days: int | None = Field(default=None, ge=0, le=400)
    optional: bool = False


class ProfileSettings(_Section):
    """One order: orders added to and removed from the steps' own `needs`."""

    deals: tuple[Deal, ...]
    add: tuple[Annotated[str, AfterValidator(_edge)], ...] = ()
    remove: tuple[Annotated[str, AfterValidator(_edge)], ...] = ()


class CitySettings(_Section):
    """One city: its names and its own pace."""

    zh: str
    en: str
    working_days: Mapping[Milestone, Annotated[int, Field(ge=0, le=400)]] = {}


class ProcessSettings(_Section):
    """The section `process`."""

    freshness: int = Field(default=1, ge=0, le=60)
    milestones: Mapping[Milestone, MilestoneSettings]
    profiles: Mapping[str, ProfileSettings]
    cities: Mapping[str, CitySettings]


def build_process(settings: ProcessSettings, node: Node) -> tuple[Process, list[Problem]]:
    """The process, and what is wrong with its order; `node` is the section's place in the file."""
    kinds = [
        StepKind(code, entry.owner, frozenset(entry.needs), entry.working_days, entry.optional)
        for code, entry in settings.milestones.items()
    ]
    if Milestone.ONLINE_SIGN not in settings.milestones:
        missing = problem("missing-signing", _find(node, "milestones").place, milestone=Milestone.ONLINE_SIGN)
        return Process({}, {}), [missing]
    problems = [*_undefined(settings, node)]
    for name in settings.profiles:
        problems += _bad_edges(settings, name, node)
    wired = {name: _wired(kinds, entry) for name, entry in settings.profiles.items()}
    if not problems:
        problems += _circles(kinds, wired, node)
    if problems:
        return Process({}, {}), problems
    profiles = {
        name: Profile(name, frozenset(entry.deals), ordered(wired[name])) for name, entry in settings.profiles.items()
    }
    cities = {name: City(entry.zh, entry.en, entry.working_days) for name, entry in settings.cities.items()}
    return Process(profiles, cities, settings.freshness), []


def _circles(kinds: list[StepKind], wired: Mapping[str, list[StepKind]], node: Node) -> Iterator[Problem]:
    """A circle among the steps' own needs is told once, one that a profile makes is told there."""
    loops = {name: loop for name, kinds_there in wired.items() if (loop := circle(kinds_there))}
    if loops and (loop := circle(kinds)):
        loops = {}
        yield problem("milestone-circle", _find(node, "milestones", loop[0], "needs").place, circle=_told(loop))
    for name, loop in loops.items():
        yield problem("milestone-circle", _find(node, "profiles", name).place, circle=_told(loop))


def _told(loop: list[Milestone]) -> str:
    return " > ".join(reversed(loop))


def _wired(kinds: list[StepKind], entry: ProfileSettings) -> list[StepKind]:
    return rewired(kinds, map(_split, entry.add), map(_split, entry.remove))


def _split(text: str) -> Edge:
    first, _, then = text.partition(">")
    return Milestone(first.strip()), Milestone(then.strip())


def _undefined(settings: ProcessSettings, node: Node) -> Iterator[Problem]:
    """Steps that wait for one nobody has defined."""
    for code, entry in settings.milestones.items():
        for place, need in enumerate(entry.needs):
            if need not in settings.milestones:
                spot = _find(node, "milestones", code, "needs", str(place)).place
                yield problem("missing-prerequisite", spot, milestone=code, needs=need)


def _bad_edges(settings: ProcessSettings, name: str, node: Node) -> Iterator[Problem]:
    """Orders among undefined steps, and removals of an order that is not there."""
    entry = settings.profiles[name]
    for section, edges in (("add", entry.add), ("remove", entry.remove)):
        for place, text in enumerate(edges):
            first, then = _split(text)
            spot = _find(node, "profiles", name, section, str(place)).place
            missing = next((code for code in (first, then) if code not in settings.milestones), None)
            if missing:
                yield problem("missing-prerequisite", spot, milestone=f"{name}: {text}", needs=missing)
            elif section == "remove" and first not in settings.milestones[then].needs:
                yield problem("no-such-edge", spot, first=first, then=then)


def _find(node: Node, *path: str) -> Node:
    """The node at a path, or the nearest one above it."""
    for part in path:
        match node:
            case Fields() if part in node.fields:
                node = node.fields[part]
            case Items() if part.isdigit() and int(part) < len(node.items):
                node = node.items[int(part)]
            case Text() | _:
                return node
    return node
