"""In what order do the steps come, who does each, and how long may each take?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter

from bot.cases.milestones import Deal, Milestone, Role

Edge = tuple[Milestone, Milestone]


@dataclass(frozen=True)
class StepKind:
    """A milestone as the process knows it.

    `needs` must be over before; those of them that are only this order's custom stand in `by_custom`.
    `working_days` is None where a contract sets the date. An `optional` step belongs to a case only if
    the case lists it.
    """

    milestone: Milestone
    owner: Role
    needs: frozenset[Milestone] = frozenset()
    working_days: int | None = None
    optional: bool = False
    by_custom: frozenset[Milestone] = frozenset()


@dataclass(frozen=True)
class Profile:
    """One order of the steps; `kinds` stand in an order in which they can be done."""

    id: str
    deals: frozenset[Deal]
    kinds: Mapping[Milestone, StepKind]

    def before(self, goal: Milestone) -> frozenset[Milestone]:
        """Everything that has to be over before `goal`, at any distance."""
        return self._back(goal, {code: kind.needs for code, kind in self.kinds.items()})

    def implied(self, done: Milestone) -> frozenset[Milestone]:
        """Everything that must have happened for `done` to be done, wherever one lives; custom proves nothing."""
        return self._back(done, {code: kind.needs - kind.by_custom for code, kind in self.kinds.items()})

    @staticmethod
    def _back(goal: Milestone, needs: Mapping[Milestone, frozenset[Milestone]]) -> frozenset[Milestone]:
        found: set[Milestone] = set()
        waiting = [goal]
        while waiting:
            further = needs[waiting.pop()] - found
            found |= further
            waiting.extend(further)
        return frozenset(found)

    def loan_first(self) -> bool:
        """Does the bank decide before the contract is signed online?"""
        return Milestone.LOAN_APPROVAL in self.before(Milestone.ONLINE_SIGN)


@dataclass(frozen=True)
class City:
    """A city's own pace: working days per milestone where they differ from the usual."""

    name_zh: str
    name_en: str
    working_days: Mapping[Milestone, int] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """What it is called."""
        return self.name_zh if language == "zh" else self.name_en


class NoSuchProfile(LookupError):
    """A case names a profile that the configuration lacks."""

    def __init__(self, profile: str, known: Iterable[str]) -> None:
        super().__init__(f"No process profile {profile!r}. The configuration has: {', '.join(sorted(known))}.")


@dataclass(frozen=True)
class Process:
    """All profiles and cities of one installation; `freshness` in working days."""

    profiles: Mapping[str, Profile]
    cities: Mapping[str, City]
    freshness: int = 1

    def city(self, code: str) -> City:
        """A city by its code; one that is not configured is called by that, and has no pace of its own."""
        return self.cities.get(code) or City(code, code)

    def profile(self, profile: str, city: str, deal: Deal) -> Profile:
        """The profile at this city's pace, with the developer where a new-build deal has no seller."""
        if profile not in self.profiles:
            raise NoSuchProfile(profile, self.profiles)
        chosen = self.profiles[profile]
        pace = self.city(city).working_days
        kinds = {code: _local(kind, pace.get(code), deal) for code, kind in chosen.kinds.items()}
        return replace(chosen, kinds=kinds)


def _local(kind: StepKind, days: int | None, deal: Deal) -> StepKind:
    if deal == Deal.NEW_BUILD and kind.milestone == Milestone.HANDOVER:
        # A developer hands over on the day that the contract names, whatever comes before.
        return replace(kind, owner=Role.DEVELOPER, working_days=None)
    owner = Role.DEVELOPER if (deal, kind.owner) == (Deal.NEW_BUILD, Role.SELLER) else kind.owner
    return replace(kind, owner=owner, working_days=kind.working_days if days is None else days)


def ordered(kinds: Iterable[StepKind]) -> Mapping[Milestone, StepKind]:
    """The kinds by code, each after all it needs; raises graphlib.CycleError with the circle in it."""
    by_code = {kind.milestone: kind for kind in kinds}
    sorter = TopologicalSorter({code: sorted(kind.needs, key=_usual) for code, kind in by_code.items()})
    sorter.prepare()
    order: list[Milestone] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=_usual)
        order.extend(ready)
        sorter.done(*ready)
    return {code: by_code[code] for code in order}


def circle(kinds: Iterable[StepKind]) -> list[Milestone]:
    """The milestones of a circle in which each needs the next; empty where there is none."""
    try:
        ordered(kinds)
    except CycleError as found:
        return list(found.args[1])
    return []


def rewired(kinds: Iterable[StepKind], add: Iterable[Edge], remove: Iterable[Edge]) -> list[StepKind]:
    """The kinds with edges (earlier, later) added and removed."""
    gained, lost = set(add), set(remove)
    return [_rewired(kind, gained, lost) for kind in kinds]


def _rewired(kind: StepKind, gained: set[Edge], lost: set[Edge]) -> StepKind:
    new = {first for first, then in gained if then == kind.milestone}
    gone = {first for first, then in lost if then == kind.milestone}
    return replace(kind, needs=(kind.needs | new) - gone, by_custom=frozenset(new - kind.needs))


def _usual(milestone: Milestone) -> int:
    return _USUAL_ORDER[milestone]


_USUAL_ORDER = {milestone: place for place, milestone in enumerate(Milestone)}
