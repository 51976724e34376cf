"""Does every question win its own sentences, and only those? Only a stolen one is matched twice."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.content.checks.revision import Revision
from bot.content.checks.thieves import Thieves
from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem
from bot.content.source import Text
from bot.dialogue.intent import Escalate
from bot.matching.evaluation import NONE
from bot.matching.examples import bare
from bot.matching.match import Match

# By so much another question leads an example that its own will not win, whatever else is learnt.
_LEAD = 0.1


@dataclass(frozen=True)
class JudgedExample:
    """An example and what it is taken for, as if it were nobody's example: or it would always win itself."""

    intent: str
    text: Text
    match: Match

    def fault(self, revision: Revision) -> str | None:
        """Which finding: another question surely wins it, and does so, or blurs, even where it is learnt.

        What only other examples outvote while it is left out is no theft: it teaches something new. Nor is an answer
        blurred that only says that a matter is none of ours.
        """
        if not _goes_elsewhere(self.match, self.intent):
            return None
        learnt = revision.match(self.text.value)
        if _goes_elsewhere(learnt, self.intent):
            return "stolen-example"
        is_answer = learnt.best is not None and learnt.best.intent not in revision.tiers.asides
        return "blurring-example" if is_answer and _lead(learnt, self.intent) >= _LEAD else None


def _score(match: Match, intent: str) -> float:
    return next((entry.score for entry in match.candidates if entry.intent == intent), 0.0)


def _lead(match: Match, intent: str) -> float:
    """By how much another question is likelier than this one."""
    return match.best.score - _score(match, intent) if match.best else 0.0


def _goes_elsewhere(match: Match, intent: str) -> bool:
    return match.answer not in {None, intent}


def judged(questions: Mapping[str, Question], revision: Revision) -> Iterator[JudgedExample]:
    """Every example with its match."""
    for name, question in questions.items():
        for text in question.examples:
            yield JudgedExample(name, text, revision.match_unseen(text.value))


def stolen(examples: Iterable[JudgedExample], thieves: Thieves) -> Iterator[Problem]:
    """Examples that another question wins or would win, with what it wins them by."""
    for example in examples:
        best, fault = example.match.best, example.fault(thieves.revision)
        if best and fault:
            yield problem(
                fault,
                example.text.place,
                text=example.text.value,
                intent=example.intent,
                winner=best.intent,
                winner_score=f"{best.score:.2f}",
                own_score=f"{_score(example.match, example.intent):.2f}",
                **thieves.evidence(example.match),
            )


def copied(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Questions that share more than half of the examples of one of them: a file was copied, and not filled in yet."""
    owners: dict[str, str] = {}
    shared = Counter[tuple[str, str]]()
    for name, question in questions.items():
        for text in {text.value.casefold() for text in question.examples}:
            if (owner := owners.setdefault(text, name)) != name:
                shared[name, owner] += 1
    for (name, owner), count in shared.items():
        if count > min(len(questions[name].examples), len(questions[owner].examples)) / 2:
            yield problem("copied-question", questions[name].place, other=owner, count=count)


def twice(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Examples that stand in two places."""
    seen: dict[str, tuple[str, Place]] = {}
    for name, question in questions.items():
        for text in question.examples:
            other, place = seen.setdefault(text.value.casefold(), (name, text.place))
            if place != text.place:
                yield problem("example-twice", text.place, text=text.value, other=other, spot=place.spot)


def titled_alike(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Titles that are another question's, too: nobody could tell their buttons apart."""
    seen: dict[str, tuple[str, Place]] = {}
    for name, question in questions.items():
        for title in question.titles:
            other, place = seen.setdefault(bare(title.value), (name, title.place))
            if other != name:
                yield problem("title-twice", title.place, text=title.value, spot=place.spot)


def contradictions(questions: Mapping[str, Question]) -> Iterator[Problem]:
    """Sentences of which two files say that they belong to two questions."""
    said = {
        text.value.casefold(): (name, text.place) for name, question in questions.items() for text in question.examples
    }
    for question in questions.values():
        for claim in question.not_this:
            wanted, place = said.setdefault(claim.text.value.casefold(), (claim.intent, claim.text.place))
            if wanted != claim.intent:
                values = {"text": claim.text.value, "wanted": claim.intent, "other": wanted, "spot": place.spot}
                yield problem("claims-contradict", claim.place, **values)


def confused(questions: Mapping[str, Question], thieves: Thieves) -> Iterator[Problem]:
    """Look-alikes that do not go where they should, with what takes them there."""
    for claim in (claim for question in questions.values() for claim in question.not_this):
        text, wanted = claim.text.value, claim.intent
        if wanted == NONE:
            if answer := _answer(text, thieves.revision):
                yield problem("answered-anyway", claim.text.place, text=text, **_winner(answer, thieves))
            continue
        match = thieves.revision.match(text)
        if match.best is None:
            yield problem("unclaimed", claim.text.place, text=text, wanted=wanted)
        elif match.best.intent != wanted:
            yield problem("confused", claim.text.place, text=text, wanted=wanted, **_winner(match, thieves))


def _winner(match: Match, thieves: Thieves) -> dict[str, str]:
    """Which question wins, and by what."""
    return {"winner": match.best.intent if match.best else NONE, **thieves.evidence(match)}


def _answer(text: str, revision: Revision) -> Match | None:
    """What answers it; talk beside the matter, such as a greeting, is no answer."""
    asides = revision.tiers.asides
    return next((match for match in revision.asked(text) if match.best and match.best.intent not in asides), None)


def cut(questions: Mapping[str, Question], revision: Revision) -> Iterator[Problem]:
    """Examples of several parts that come out as other questions, heard as a buyer's message is: part by part."""
    for name, question in questions.items():
        # Most examples have one part, and hearing takes time.
        for text in (text for text in question.examples if len(revision.clauses(text.value)) > 1):
            asked = [match.best.intent for match in revision.asked(text.value) if match.best]
            caller = next((intent for intent in asked if _calls(intent, questions)), None)
            values = {"text": text.value, "intent": name}
            if caller and not _calls(name, questions):
                yield problem("called-example", text.place, **values, **_parts(text.value, revision), caller=caller)
            elif name not in asked:
                told = ", ".join(asked) or "–"
                yield problem("cut-example", text.place, **values, **_parts(text.value, revision), asked=told)


def _calls(intent: str, questions: Mapping[str, Question]) -> bool:
    return questions[intent].intent.escalate == Escalate.NOW


def _parts(text: str, revision: Revision) -> dict[str, str]:
    """Each part and the question that it is surely taken for."""
    matches = [(part, revision.match(part)) for part in revision.clauses(text)]
    taken = [(part, match.answer or "–") for part, match in matches]
    return {
        "parts_zh": "，".join(f"「{part}」→ {intent}" for part, intent in taken),
        "parts_en": ", ".join(f"'{part}' → {intent}" for part, intent in taken),
    }


def untitled(questions: Mapping[str, Question], thieves: Thieves) -> Iterator[Problem]:
    """Titles that are understood as nothing or as another question, though buyers type what they read on buttons."""
    for name, question in questions.items():
        for title in () if question.is_aside else question.titles:
            asked = [match.best.intent for match in thieves.revision.asked(title.value) if match.best]
            if name not in asked and not _is_example(title, question):
                told = {"asked_zh": "、".join(asked) or "哪个都不一定", "asked_en": ", ".join(asked) or "none for sure"}
                rival = _rival(title.value, name, thieves)
                yield problem("title-elsewhere", title.place, text=title.value, intent=name, **told, **rival)


def _is_example(title: Text, question: Question) -> bool:
    """Whoever types it is answered, for it is filed under the question."""
    return bare(title.value) in {bare(text.value) for text in question.examples}


def _rival(title: str, intent: str, thieves: Thieves) -> dict[str, str]:
    """By which line another question claims a title, in words for its finding."""
    match = thieves.revision.match(title)
    other = next((entry for entry in match.candidates if entry.intent != intent), None)
    if other is None or other.score < thieves.revision.matcher.thresholds.offer:
        return {"rival_zh": "", "rival_en": ""}
    found = thieves.evidence(match, other)
    return {
        "rival_zh": "；也可能是 {spot} 的{kind_zh}「{line}」写错了地方".format(**found),
        "rival_en": "; or the {kind_en} '{line}' in {spot} stands at the wrong question".format(**found),
    }


def recognised(questions: Mapping[str, Question], revision: Revision) -> Iterator[Problem]:
    """Sentences for some day that are understood today."""
    for name, question in questions.items():
        for text in question.someday:
            match = revision.match(text.value)
            if match.answer == name:
                yield problem("someday-recognised", text.place, text=text.value)
