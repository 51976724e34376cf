"""What does the coach say about a reply, and around it? As messages that a chat or a terminal can show."""

import html
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.desk.practice.phrases import MOVES, label, talk
from bot.desk.practice.scenario import Move, Practice, Scenario
from bot.desk.practice.scoring import Item, total
from bot.dialogue.messages import Button, Say
from bot.wording import dates

_WEAKEST = 3


def message(line: str, language: str, **values: object) -> Say:
    """A line of the coach's, with what it speaks of."""
    return _say(talk(line, language, **values))


def menu(practice: Practice, language: str) -> Say:
    """Which scenarios there are."""
    rows = [
        f"{number:>2}  {name}  {scenario.titles[language]}"
        for number, (name, scenario) in enumerate(practice.scenarios.items(), 1)
    ]
    return _say("\n".join([talk("choose", language), *rows]))


def introduction(scenario: Scenario, language: str) -> Say:
    """Who writes, about which case, and when."""
    standing = scenario.standing
    # As if told the day before, so that the day is named and not just "today".
    now = dates.hour(standing.now, language, standing.today - timedelta(days=1))
    values = {"title": scenario.titles[language], "who": scenario.who[language], "case": standing.case.ref, "now": now}
    return message("intro", language, **values)


def buyer(scenario: Scenario, turn: int, language: str) -> Say:
    """The buyer's message of a turn, and how far it is."""
    words = scenario.turns[turn].buyer[language].strip()
    return message("buyer", language, name=scenario.buyer, words=words, place=turn + 1, all=len(scenario.turns))


def moves(line: str, language: str) -> Say:
    """The question what to do next, with a button for each move."""
    buttons = tuple(Button(MOVES[move][language], f"/{move}") for move in Move)
    return Say(html.escape(talk(line, language)), buttons)


def verdict(items: Sequence[Item], language: str) -> Say:
    """What was lost, a line each; what was held, in one line."""
    held = dict.fromkeys(label(item.name, language) for item in items if not item.is_lost)
    points, most = total(items)
    lines = [talk("so_far", language, points=points, most=most)]
    lines += [_line(item, language) for item in items if item.is_lost]
    return _say("\n".join([*lines, *([talk("held", language, labels=" · ".join(held))] if held else [])]))


def closing(item: Item, points: tuple[int, int], reference: str, language: str) -> Say:
    """The end of a turn: the move, the points (got, most) of the whole turn, and the reference reply."""
    lines = (
        _line(item, language),
        talk("turn_total", language, points=points[0], most=points[1]),
        talk("reference", language, text=reference),
    )
    return _say("\n".join(lines))


def summary(points: int, most: int, lost: Sequence[str], language: str) -> Say:
    """The end of a practice, with the items that cost points most often."""
    if not most:
        return message("nothing_done", language)
    items = ("、" if language == "zh" else ", ").join(weakest(lost, language))
    lines = (
        talk("end", language, points=points, most=most),
        talk("weak", language, items=items) if items else talk("strong", language),
    )
    return _say("\n".join(lines))


def weakest(lost: Sequence[str], language: str) -> list[str]:
    """What cost points most often, with how often."""
    return [f"{label(name, language)} ×{times}" for name, times in Counter(lost).most_common(_WEAKEST)]


def _line(item: Item, language: str) -> str:
    mark = "✗" if item.is_lost else "✓"
    values = {"points": item.points, "most": item.most, "label": label(item.name, language), "why": item.why}
    return talk("item", language, mark=mark, **values)


def _say(text: str) -> Say:
    return Say(html.escape(text))
