"""How is a message's meaning put for programs, and for people?"""

from collections.abc import Iterator

from bot.cli.mentions import mentions
from bot.dialogue.content import Content
from bot.dialogue.decision import Decision
from bot.dialogue.intent import Escalate
from bot.dialogue.promises import UNCONFIRMED
from bot.matching.match import Alarm, Candidate, Match, Verdict
from bot.matching.matcher import Matcher
from bot.matching.understanding import Understanding

_DECISIONS = {Verdict.SURE: "answer", Verdict.UNSURE: "clarify", Verdict.NOTHING: "fallback"}
_MOST = 5


def candidates(understood: Understanding | None, matcher: Matcher | None = None) -> list[dict[str, object]]:
    """What is answered, then the other candidates, best first; with the `matcher`, also what speaks for each."""
    if understood is None:
        return []
    ranked = [
        (entry, match) for match in (*understood.asked, understood.whole) for entry in _leading(match, understood)
    ]
    once = {entry.intent: (entry, match) for entry, match in reversed(ranked)}
    ordered = [once[intent] for intent in dict.fromkeys(entry.intent for entry, _ in ranked)]
    return [
        {
            "intent": entry.intent,
            "score": entry.score,
            **({"evidence": _evidence(entry, match, matcher)} if matcher else {}),
        }
        for entry, match in ordered
    ]


def _leading(match: Match, understood: Understanding) -> tuple[Candidate, ...]:
    """Of a part that is answered, its best candidate only."""
    return match.candidates[:1] if match in understood.asked else match.candidates


def _evidence(candidate: Candidate, match: Match, matcher: Matcher) -> list[str]:
    """The words of the rule, then the nearest example."""
    example = matcher.nearest(match, candidate.intent) if candidate.likeness else None
    return [*candidate.evidence, *([f"≈ {example}"] if example else [])]


def matched(message: str, understood: Understanding, content: Content) -> dict[str, object]:
    """What one message is taken for; `answers`: the questions that would be answered at once."""
    answers = [match.best.intent for match in understood.asked if match.best]
    escalates = {content.intents[intent].escalate for intent in answers}
    escalate = next((level for level in (Escalate.NOW, Escalate.OFFER) if level in escalates), Escalate.NONE)
    return {
        "message": message,
        "decision": "handoff" if escalate == Escalate.NOW else _DECISIONS[understood.verdict],
        "answers": answers,
        "intents": candidates(understood),
        "escalate": escalate,
    }


def explanation(decision: Decision, content: Content) -> str:
    """Every step from the message to the answer, in words an editor understands."""
    lines = [f"decision    {decision.outcome}   language {decision.language}"]
    if decision.understood:
        understood = decision.understood
        lines = [*_understanding(understood, content.matcher), *_follow_up(understood, content), *lines]
    if decision.chosen:
        chosen = decision.chosen
        lines.append(f"reply       {content.replies[chosen.reply].file}, answer {chosen.answer + 1}")
        lines += _unconfirmed(decision, content)
        lines += [f"  skipped   an earlier answer, for {name} is not known" for name in chosen.lacked]
        lines += [f"  fact      {name} = {value!r}" for name, value in chosen.facts.items()]
    for say in decision.says:
        lines += ["", say.text, *(f"  [{button.label}]" for button in say.buttons)]
    return "\n".join(lines)


def _follow_up(understood: Understanding, content: Content) -> Iterator[str]:
    """Which part of an answer it would ask for, if one had just been given."""
    if part := content.follow_ups.part(understood.whole.message):
        yield f"follow-up   {part}, right after an answer (intents/_follow_ups.yaml)"


def _unconfirmed(decision: Decision, content: Content) -> Iterator[str]:
    """Which pages are not said for now, and when and where they hold."""
    asked = decision.understood.asked if decision.understood else ()
    for reply in (content.replies[match.best.intent] for match in asked if match.best):
        if reply.validity and decision.chosen and decision.chosen.reply == UNCONFIRMED:
            since, until, cities = reply.validity.valid_from, reply.validity.review_by, sorted(reply.validity.cities)
            where = f", in {', '.join(cities)}" if cities else ""
            yield f"  because   {reply.file} holds from {since} to {until}{where}"


def brief(decision: Decision, content: Content) -> str:
    """The same in one line: the question and why, the runner-up, and where the answer stands."""
    match, chosen = decision.match, decision.chosen
    parts = [_ranked(entry) for entry in match.candidates[:2]] if match else []
    if match and chosen and content.is_asked_on(chosen):
        part = content.follow_ups.part(match.message)
        parts = [f"follow-up {part}"] if part else []
    source = f"{chosen.reply}.yaml, answer {chosen.answer + 1}" if chosen else "–"
    return f"{decision.outcome}: {'; then '.join(parts) or '–'} → {source}"


def why(match: Match, matcher: Matcher) -> str:
    """The leading question, and what speaks for it: its rule's words and its nearest example."""
    best = match.candidates[0]
    return f"{best.intent} ({', '.join(_evidence(best, match, matcher))})"


def _ranked(entry: Candidate) -> str:
    words = " + ".join(entry.evidence)
    return (
        f"{entry.intent} {entry.score:.2f}{f' by {words}' if words else ' by its examples' if entry.likeness else ''}"
    )


def _understanding(understood: Understanding, matcher: Matcher) -> Iterator[str]:
    """The whole message, then each part that was taken by itself."""
    yield from (*_reading(understood.whole), *_scores(understood.whole, matcher))
    for match in understood.asked:
        if match.utterance != understood.whole.utterance:
            yield from ("", "taken by itself:", *_reading(match), *_scores(match, matcher))
        elif match != understood.whole:
            yield f"context     the last question or the case makes it {match.candidates[0].intent}"
    if understood.left:
        yield f"also asked  {', '.join(understood.left)} (offered as buttons)"


def _reading(match: Match) -> Iterator[str]:
    yield f"message     {match.message}"
    yield f"normalised  {match.utterance.normalised}{'  (asks whether)' if match.utterance.asks_whether else ''}"
    yield f"units       {' '.join(unit.text for unit in match.utterance.units)}"
    for entry in match.found:
        start, end = match.utterance.units[entry.start].start, match.utterance.units[entry.end - 1].end
        sound = "  (by sound)" if entry.by_sound else ""
        yield f"  word      {entry.text}  {start}–{end}  {_groups(entry.concepts)}{sound}"
    slots = [*match.slots.milestones, *match.slots.parties]
    yield f"slots       {', '.join(slots) or '–'}"
    for mention in mentions(match.utterance):
        yield f"  {mention.kind:<10}{mention.text}  {mention.start}–{mention.end}"


def _groups(concepts: frozenset[str]) -> str:
    """Groups by name; words that stand in a rule itself need no more than themselves."""
    return " ".join(f"<{concept}>" if not concept.startswith("'") else "rule word" for concept in sorted(concepts))


def _scores(match: Match, matcher: Matcher) -> Iterator[str]:
    for place, entry in enumerate(match.candidates[:_MOST], 1):
        yield f"{place:>2}. {entry.intent}  {entry.score:.2f}"
        yield from _why(entry, match, matcher)
    if not match.candidates:
        yield "no rule holds and no example is near"
    yield f"verdict     {match.verdict}: {_verdict(match, matcher)}"


def _why(entry: Candidate, match: Match, matcher: Matcher) -> Iterator[str]:
    if entry.fired:
        words = " + ".join(word.text for word in entry.fired.words)
        yield f"      rule      {entry.fired.score:.2f}  {entry.fired.rule.text}  by {words}"
    if entry.likeness:
        yield f"      examples  {entry.likeness.score:.2f}  nearest: {matcher.nearest(match, entry.intent)}"


def _verdict(match: Match, matcher: Matcher) -> str:
    """The scores beside the thresholds of intents/_thresholds.yaml."""
    limits, best = matcher.thresholds, match.best
    if best is None or best.score < limits.offer:
        return f"nothing reaches offer {limits.offer}"
    if match.is_doubted:
        return (
            f"{best.intent} leads, but examples of {matcher.tiers.beside} are like it too: asked rather than answered"
        )
    if match.alarm == Alarm.RULE:
        return f"{best.intent} is urgent and goes first: its rule reaches urgent {limits.urgent}"
    if match.alarm == Alarm.EXAMPLES:
        return (
            f"a person must come, so {best.intent} goes first: the examples of such questions together"
            f" reach urgent_example {limits.urgent_example}"
        )
    lead = f"{best.score:.2f}, {match.margin:.2f} before the next"
    needed = f"sure {limits.sure} with margin {limits.margin}, or alone {limits.alone} with lead {limits.lead}"
    return f"{lead} (needs {needed})"
