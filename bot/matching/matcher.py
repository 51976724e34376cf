"""Which question is it, how sure are we, and why?"""

from collections.abc import Hashable, Mapping, Sequence
from copy import copy

from bot.matching.examples import Examples, Learnt, Likeness
from bot.matching.hearing import Heard, Hearing
from bot.matching.match import Alarm, Candidate, Match, Verdict
from bot.matching.observation import Observation
from bot.matching.rules import Fired
from bot.matching.said import ELSEWHERE, FILLER
from bot.matching.slots import Meanings
from bot.matching.thresholds import DEFAULTS, Thresholds
from bot.matching.tiers import NO_TIERS, Tiers

# An example knows nothing of the words that it does not hold.
_EXAMPLE_ASTRAY = 0.6
# What only sounds like a cry for help is hardly one; but three characters seldom sound like anything else.
_ALARM_BY_SOUND = 0.65
_PLAIN_SOUND = 3
_MOST_OFFERS = 3
# So few units say little by themselves; from this likeness on they are believed to be grave all the same, and from
# the second one though a harmless example is more like them.
_SHORT = 10
_MUCH_LIKE = 0.8
_ALL_BUT_SURE = 0.95
# No grave example is as like it as a harmless one, by so much: "can i come to see you" only has words of a threat.
_APART = 0.9
# In no more units than these nobody names another matter.
_FEW = 6


class Matcher:
    """The editors' words, rules (both in `hearing`) and examples, ready to be asked."""

    def __init__(
        self,
        hearing: Hearing,
        examples: Examples,
        meanings: Meanings,
        tiers: Tiers = NO_TIERS,
        thresholds: Thresholds = DEFAULTS,
    ) -> None:
        self._hearing = hearing
        self._examples = examples
        self._meanings = meanings
        self.tiers = tiers
        self.thresholds = thresholds

    def under(self, thresholds: Thresholds) -> "Matcher":
        """The same words, rules and examples, judged by other thresholds."""
        other = copy(self)
        other.thresholds = thresholds
        return other

    @property
    def parts(self) -> Mapping[str, object]:
        """The things that it is made of, itself among them: most of them outlast a change of the others."""
        words = {f"word {number}": word for number, word in enumerate(self._hearing.lexicon.words)}
        rules = {f"rule {number}": rule for number, rule in enumerate(self._hearing.rulebook.rules)}
        return {"matcher": self, "hearing": self._hearing, **self._examples.learnt, **words, **rules}

    @property
    def manner(self) -> Hashable:
        """All that has a say in what is made of an observation."""
        return self._meanings, self.tiers, self.thresholds

    def learn(self) -> None:
        """Learn from the examples now, and not when the first unclear message comes."""
        self._examples.learn()

    def match(self, message: str) -> Match:
        """Every intent that the message may mean."""
        return self.judge(self.observe(message))

    def match_unseen(self, example: str) -> Match:
        """The same for an example, as if it were none."""
        return self.judge(Observation(self._hearing.hear(example), self._examples, but=example))

    def observe(self, message: str) -> Observation:
        """What the message holds, whatever the thresholds."""
        return self.observe_heard(self._hearing.hear(message))

    def observe_heard(
        self,
        heard: Heard,
        but: str | None = None,
        likenesses: Sequence[Likeness] | None = None,
        *,
        by_heart: bool = True,
    ) -> Observation:
        """The same for what was heard already; all else as for an observation."""
        return Observation(heard, self._examples, but, likenesses, by_heart=by_heart)

    def in_characters(self, message: str) -> str | None:
        """The message with its pinyin in characters; None where it has none."""
        return self._hearing.in_characters(message)

    def examples_for(self, heard: Heard) -> Learnt | None:
        """What the examples of its language taught."""
        return self._examples.of(heard)

    def judge(self, seen: Observation) -> Match:
        """What the thresholds make of it."""
        said = seen.heard.said
        is_astray = ELSEWHERE in said.concepts
        candidates = self._candidates(seen, astray=is_astray)
        margin = candidates[0].score - candidates[1].score if len(candidates) > 1 else 1.0
        alarm = self._alarm(candidates[0]) if candidates else None
        is_doubted = alarm is None and self._is_doubted(seen, candidates)
        verdict = Verdict.SURE if alarm else self._verdict(candidates, margin, astray=is_astray, doubted=is_doubted)
        return Match(
            seen.heard, self._meanings.slots(said), candidates, verdict, margin, alarm, is_doubted, seen.is_filed
        )

    def _candidates(self, seen: Observation, *, astray: bool) -> tuple[Candidate, ...]:
        """The rules that hold; where they are not plain, the examples too."""
        fired = seen.heard.fired
        candidates = self._rank(fired, (), 1.0)
        if self._is_plain(candidates) and seen.own in {None, candidates[0].intent}:
            return candidates
        likenesses = self._pooled(fired, seen.likenesses)
        if len(seen.heard.utterance.texts) <= _SHORT:
            likenesses = self._without_guesses(seen, likenesses)
        return self._rank(fired, likenesses, _EXAMPLE_ASTRAY if astray and not seen.is_filed else 1.0)

    def nearest(self, match: Match, intent: str) -> str | None:
        """The example of an intent that the message is most like."""
        return self._examples.nearest(intent, match.heard)

    def is_rather_of(self, match: Match, one: str, other: str) -> bool:
        """Is a word of the message, in the examples, said rather of the one intent than of the other?"""
        telling = (word for word in match.said.found if len(word.text) > 1 and FILLER not in word.concepts)
        words = [match.utterance.texts[word.start : word.end] for word in telling]
        return self._examples.hold_rather(words, one, other)

    def is_danger(self, match: Match) -> bool:
        """Is it so urgent that the bot speaks though a person has the chat?"""
        return match.alarm is not None and match.best is not None and match.best.intent in self.tiers.urgent

    def offers(self, match: Match) -> tuple[Candidate, ...]:
        """The candidates worth a button: nobody presses one for talk beside the matter.

        Nor is anybody asked whether life is too much for them because their words are faintly like such.
        """
        matters = filter(self._is_offered, match.candidates)
        worth = [entry for entry in matters if entry.score >= self.thresholds.offer]
        return tuple(worth[:_MOST_OFFERS])

    def _is_offered(self, entry: Candidate) -> bool:
        is_guessed_danger = entry.intent in self.tiers.urgent and (not entry.fired or _only_sounds(entry.fired))
        return entry.intent not in self.tiers.asides and not is_guessed_danger

    def tied(self, match: Match) -> tuple[Candidate, ...]:
        """The candidates that only the margin keeps from being an answer."""
        limits = self.thresholds
        leading = match.candidates[0].score if match.candidates else 0.0
        return tuple(entry for entry in match.candidates if entry.score >= max(limits.sure, leading - limits.margin))

    def _is_plain(self, candidates: Sequence[Candidate]) -> bool:
        """Do the rules speak so clearly that examples could not change the answer?"""
        if not candidates or candidates[0].score < self.thresholds.plain:
            return False
        return len(candidates) == 1 or candidates[0].score - candidates[1].score >= self.thresholds.lead

    def _is_sure(self, candidates: Sequence[Candidate]) -> bool:
        if not candidates or candidates[0].score < self.thresholds.sure:
            return False
        return len(candidates) == 1 or candidates[0].score - candidates[1].score >= self.thresholds.margin

    def _verdict(self, candidates: Sequence[Candidate], margin: float, *, astray: bool, doubted: bool) -> Verdict:
        limits = self.thresholds
        if not candidates or candidates[0].score < limits.offer:
            return Verdict.NOTHING
        if doubted:
            return Verdict.UNSURE
        if astray and candidates[0].score < limits.astray and candidates[0].intent not in self.tiers.asides:
            return Verdict.UNSURE
        alone = candidates[0].score >= limits.alone and margin >= limits.lead and not astray
        return Verdict.SURE if alone or self._is_sure(candidates) else Verdict.UNSURE

    def _is_doubted(self, seen: Observation, candidates: Sequence[Candidate]) -> bool:
        """Do examples say that it may be none of our matters? Where its rule is sure, they have to say it louder."""
        heard, best = seen.heard, candidates[0] if candidates else None
        if best is None or best.intent in self.tiers.asides or best.intent in self.tiers.grave:
            return False
        if seen.is_filed or len(heard.utterance.texts) <= _FEW:
            return False
        is_sure = best.fired is not None and best.fired.score >= self.thresholds.sure
        own = best.likeness.score if best.likeness and is_sure else 0.0
        beside = next((entry.likeness for entry in candidates if entry.intent == self.tiers.beside), None)
        return beside is not None and beside.score > own

    def _rank(self, fired: Sequence[Fired], likenesses: Sequence[Likeness], belief: float) -> tuple[Candidate, ...]:
        rules = {entry.rule.intent: entry for entry in fired}
        believed = (Likeness(intent, score * belief) for intent, score in likenesses)
        near = {entry.intent: entry for entry in believed if entry.score >= self.thresholds.example_least}
        candidates = [self._candidate(intent, rules.get(intent), near.get(intent)) for intent in rules.keys() | near]
        return tuple(candidates) if len(candidates) < 2 else self._ordered(candidates)  # noqa: PLR2004

    def _pooled(self, fired: Sequence[Fired], likenesses: Sequence[Likeness]) -> Sequence[Likeness]:
        """What speaks for any grave question speaks for the likeliest of them: whichever it is, a person comes.

        A rule has half a say in which that is, but takes nothing from danger for what is only grave.
        """
        grave = [entry for entry in likenesses if entry.intent in self.tiers.grave]
        if len(grave) < 2:  # noqa: PLR2004
            return likenesses
        rules = {entry.rule.intent: entry.score for entry in fired}
        is_danger = max(grave, key=lambda entry: entry.score).intent in self.tiers.urgent
        rivals = [entry for entry in grave if entry.intent in self.tiers.urgent] if is_danger else grave
        likeliest = max(rivals, key=lambda entry: entry.score + rules.get(entry.intent, 0.0) / 2).intent
        whole = Likeness(likeliest, min(sum(entry.score for entry in grave), 1.0))
        return [whole, *(entry for entry in likenesses if entry.intent != likeliest)]

    def _without_guesses(self, seen: Observation, likenesses: Sequence[Likeness]) -> Sequence[Likeness]:
        """A few words that no rule knows to be grave count as half so, unless they are much like an example.

        In the middle of a conversation nearly all is said in a few words: "she is not in the contract". Danger counts
        in full, unless the example that is most like them is harmless; one's own life, once they are much like that.
        A fragment that no editor has filed never does.
        """
        grave = self.tiers.grave - {entry.rule.intent for entry in seen.heard.fired}
        least, most = self.thresholds.example_least, 1.0 if seen.is_fragment else _ALL_BUT_SURE
        faint = {intent: score for intent, score in likenesses if intent in grave and least <= score < most}
        halved = {intent for intent, score in faint.items() if seen.is_fragment or self._is_guess(seen, intent, score)}
        if not halved:
            return likenesses
        return [Likeness(intent, score / 2 if intent in halved else score) for intent, score in likenesses]

    def _is_guess(self, seen: Observation, intent: str, score: float) -> bool:
        """Is it taken for half as likely? A harmless example that is more like it still decides."""
        is_slight = score < _MUCH_LIKE
        if intent in self.tiers.life:
            return is_slight and seen.lean(self.tiers.grave) < 1
        if intent in self.tiers.urgent:
            return seen.lean(self.tiers.grave) < (1 if is_slight else _APART)
        return is_slight or seen.lean(self.tiers.grave) < 1

    def _ordered(self, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Alarms first; what gives way to others last; between them by score."""
        matters = [entry for entry in candidates if entry.intent not in self.tiers.asides]
        strongest = max([entry.score for entry in matters], default=0.0)
        yields = self.tiers.asides if strongest >= self.thresholds.alone else frozenset()
        # Examples never outvote an alarm: they know too little of what is rare.
        loud = max([entry.fired.score for entry in matters if entry.fired], default=0.0) - self.thresholds.outweigh
        return tuple(
            sorted(
                candidates,
                key=lambda entry: (
                    not (self._alarm(entry) and entry.score >= loud),
                    entry.intent in yields,
                    -entry.score,
                    entry.intent,
                ),
            )
        )

    def _alarm(self, candidate: Candidate) -> Alarm | None:
        """Must a person come at once, before all else is answered?

        A rule may say so of the urgent questions, by words really written; the examples of any grave one.
        """
        near, fired = candidate.likeness, candidate.fired
        is_urgent = candidate.intent in self.tiers.urgent and candidate.score >= self.thresholds.urgent
        if fired and is_urgent and not _only_sounds(fired):
            return Alarm.RULE
        if near and candidate.intent in self.tiers.grave and near.score >= self.thresholds.urgent_example:
            return Alarm.EXAMPLES
        return None

    def _candidate(self, intent: str, fired: Fired | None, likeness: Likeness | None) -> Candidate:
        """Rule and example are two witnesses: each alone may be wrong, both together hardly."""
        rule = fired.score if fired else 0.0
        if fired and intent in self.tiers.urgent and _only_sounds(fired):
            rule *= _ALARM_BY_SOUND
        example = self.thresholds.example_worth * likeness.score if likeness else 0.0
        strong, weak = max(rule, example), min(rule, example)
        return Candidate(intent, round(strong + (1 - strong) * weak * 0.5, 4), fired, likeness)


def _only_sounds(fired: Fired) -> bool:
    """Does the rule hold by a short word that nobody wrote?"""
    return any(word.by_sound and word.end - word.start < _PLAIN_SOUND for word in fired.words)
