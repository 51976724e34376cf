"""How is a match put for programs, and for people?"""

from collections.abc import Iterator, Sequence

from bot.dialogue.intent import Escalate
from bot.dialogue.situation import Content, Decision
from bot.matching.matcher import Candidate, Match, Matcher, Verdict
from bot.matching.rules import Fired

_DECISIONS = {Verdict.SURE: "answer", Verdict.UNSURE: "clarify", Verdict.NOTHING: "fallback"}
_MOST = 5


def candidates(match: Match | None, matcher: Matcher | None = None) -> list[dict[str, object]]:
    """The candidates, best first; with the `matcher`, also what speaks for each."""
    found = match.candidates if match else ()
    plain = ({"intent": entry.intent, "score": entry.score} for entry in found)
    if matcher is None or match is None:
        return [dict(entry) for entry in plain]
    return [{**entry, "evidence": _evidence(full, match, matcher)} for entry, full in zip(plain, found, strict=True)]


def _evidence(candidate: Candidate, match: Match, matcher: Matcher) -> list[str]:
    """The words of the rule, then the nearest example."""
    example = matcher.nearest(match, candidate.intent) if candidate.likeness else None
    return [*candidate.evidence, *([f"≈ {example}"] if example else [])]


def matched(message: str, content: Content) -> dict[str, object]:
    """What one message is taken for."""
    match = content.matcher.match(message)
    best = match.best
    escalate = content.intents[best.intent].escalate if best and match.verdict == Verdict.SURE else Escalate.NONE
    decision = "handoff" if escalate == Escalate.NOW else _DECISIONS[match.verdict]
    return {
        "message": message,
        "decision": decision,
        "intents": candidates(match),
        "escalate": escalate,
    }


def explanation(decision: Decision, matcher: Matcher) -> str:
    """Every step from the message to the answer, in words an editor understands."""
    lines = [f"decision    {decision.outcome}   language {decision.language}"]
    if decision.match:
        lines = [*_reading(decision.match), *_scores(decision.match, matcher), *lines]
    if decision.chosen:
        chosen = decision.chosen
        lines.append(f"reply       replies/{chosen.reply}.yaml, answer {chosen.answer + 1}")
        lines += [f"  fact      {name} = {value!r}" for name, value in chosen.facts.items()]
    for say in decision.says:
        lines += ["", say.text, *(f"  [{button.label}]" for button in say.buttons)]
    return "\n".join(lines)


def _reading(match: Match) -> Iterator[str]:
    yield f"message     {match.utterance.original}"
    yield f"normalised  {match.utterance.normalised}"
    yield f"units       {' '.join(unit.text for unit in match.utterance.units)}"
    for entry in match.found:
        start, end = match.utterance.units[entry.start].start, match.utterance.units[entry.end - 1].end
        sound = "  (by sound)" if entry.by_sound else ""
        yield f"  word      {entry.text}  {start}–{end}  {_groups(entry.concepts)}{sound}"
    slots = [*match.slots.milestones, *match.slots.parties]
    yield f"slots       {', '.join(slots) or '–'}"


def _groups(concepts: frozenset[str]) -> str:
    """Groups by name; words that stand in a rule itself need no more than themselves."""
    return " ".join(f"<{concept}>" if not concept.startswith("'") else "rule word" for concept in sorted(concepts))


def _scores(match: Match, matcher: Matcher) -> Iterator[str]:
    for place, entry in enumerate(match.candidates[:_MOST], 1):
        yield f"{place:>2}. {entry.intent}  {entry.score:.2f}"
        yield from _why(entry, match, matcher)
    if not match.candidates:
        yield "no rule holds and no example is near"
    yield f"margin      {match.margin:.2f} to the runner-up → {match.verdict}"


def _why(entry: Candidate, match: Match, matcher: Matcher) -> Iterator[str]:
    if entry.fired:
        yield f"      rule     {entry.fired.rule.text}  {entry.fired.score:.2f}  by {_words(entry.fired)}"
    if entry.likeness:
        yield f"      example  {matcher.nearest(match, entry.intent)}  {entry.likeness.score:.2f}"


def _words(fired: Fired) -> str:
    words: Sequence[str] = [word.text for word in fired.words]
    return " + ".join(words)
