"""Which questions does a message ask, once it is taken apart?"""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

from bot.matching.bygones import is_safe, told_and_asked, was_long_ago
from bot.matching.clauses import asks, clauses, items, phrases, requests, wants_answer, without_not_asked
from bot.matching.match import Alarm, Match, Verdict
from bot.matching.outcries import beside, cries_out
from bot.matching.phrasing import Phrasing
from bot.matching.rules import Fired
from bot.matching.said import ELSEWHERE, FILLER
from bot.matching.script import legible
from bot.matching.tiers import Tiers

# More answers than this nobody reads at once.
_MOST = 2
# Two questions whose scores are so near each other are equally likely.
_TIED = 0.06
# A question that goes on behind a comma has so many units at least, and such a score: others belong to the one before.
_SHORTEST, _SHORTEST_AT_HOME = 5, 3
# What the message opens with leans on nothing: there a rule that is as sure as this needs no more than so many.
_PLAIN, _SHORTEST_PLAIN = 0.9, 2
_CLEAR = 0.75
# So well the whole has to speak for a part that is the only question in it.
_BACKED = 0.5
# From this score on a rule speaks for itself, whatever is said around it.
_BY_ITSELF = 0.6
# It asks what to do about what is told beside it, what that is, or whether it matters; or only to have a look.
_AFTERTHOUGHT = Phrasing(
    r"(?:那|现在|我|该|要)*(?:怎么办|咋办|怎办|如何是好)[啊呀呢了\W]*"
    r"|(?:那|这|它|到底|究竟)+是?(?:个|一个)?(?:啥|什么|甚么)(?:玩意儿?|东西|意思|鬼)?[啊呀呢嘛了\W]*"
    r"|(?:大概|一共|总共|要|得|是|那)*(?:多少钱?|几多钱?)[啊呀呢\W]*"
    r"|(?:会不会|会|要|有没有|有|受不受|不会)*(?:影响|耽误|要紧|耽搁)(?:吗|不|么|没有?|了)*[啊呀呢\W]*"
    r"|(?:侬|你|您|倷|麻烦|请|能|可以)*帮我?(?:看|查|问|瞧)(?:看|查|问|瞧|下|一下)?[啊呀呢哈吧\W]*"
    r"|\W*(?:and |so )?(?:roughly |about )?how much(?: is (?:it|that))?\W*"
    r"|\W*(?:(?:so|and|please) )*(?:what (?:do|should|can|shall) (?:i|we) do|what now|now what)(?: now| next| then)?\W*"
)
# From this share of unknown words on, a part may be about anything.
_STRANGE = 0.4


@dataclass(frozen=True)
class Understanding:
    """The message as a whole, the parts to be answered in its order, and the intents of those that are too many."""

    whole: Match
    asked: tuple[Match, ...]
    left: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Is there anything to answer?"""
        return Verdict.SURE if self.asked else self.whole.verdict

    def is_only(self, intents: AbstractSet[str]) -> bool:
        """Is anything asked, and nothing but these?"""
        return bool(self.asked) and {match.intent for match in self.asked} <= intents


class Hearer(Protocol):
    """Whoever can tell what one part of a message means."""

    @property
    def tiers(self) -> Tiers:
        """What goes first, and what gives way."""

    def match(self, message: str) -> Match:
        """Every intent that the part may mean."""


def understand(matcher: Hearer, message: str) -> Understanding:
    """Two questions in one message are both asked; what must not wait is asked alone.

    What an editor has filed word for word is what it is filed as, whatever its parts sound like.
    """
    whole = matcher.match(message)
    if whole.is_filed and whole.verdict == Verdict.SURE:
        return Understanding(whole, (whole,))
    if (asked := without_not_asked(message)) != message and not whole.alarm:
        return understand(matcher, asked)
    parts = phrases(message)
    return _behind_bygones(matcher, parts, whole) or _taken_apart(matcher, message, parts, whole)


def _taken_apart(matcher: Hearer, message: str, parts: Sequence[str], whole: Match) -> Understanding:
    # A part is often a sentence, and a phrase, and asked about as either.
    hear, tiers = cache(matcher.match), matcher.tiers
    sentences = clauses(message)
    heard = _heard(hear, sentences, whole, tiers)
    grave = tiers.grave
    alone = (whole, *beside(hear, parts, whole, tiers), *heard)
    if alarms := [match for match in alone if match.alarm and match.intent in tiers.urgent]:
        return Understanding(whole, (alarms[0],))
    is_sure = whole.verdict == Verdict.SURE
    listed = _listed(hear, message, whole, tiers)
    wanted = listed if len(listed) > 1 else _wanted(heard, whole, tiers, by_sentence=True)
    if is_sure and len(wanted) < 2 and sum(map(_wants, parts)) < 2:  # noqa: PLR2004
        return Understanding(whole, (whole,))
    # Most messages have no commas: their phrases are the sentences, and were heard.
    told = heard if parts == sentences else _heard(hear, parts, whole, tiers)
    several = wanted if len(wanted) > 1 else _questions(told, whole, tiers)
    if is_sure and len(several) < 2:  # noqa: PLR2004
        return Understanding(whole, (whole,))
    if cries := [part for part in told if cries_out(part, told, whole, tiers)]:
        return Understanding(whole, (cries[0],))
    if len(several) < 2 and not whole.is_doubted:  # noqa: PLR2004
        called = [part for part in wanted if part.intent in grave and _wants(part.message)]
        several = list(_once([*_only_question(heard or told, whole, grave), *called]))
    return _several(several, whole, grave)


def _listed(hear: Callable[[str], Match], message: str, whole: Match, tiers: Tiers) -> Sequence[Match]:
    """What is numbered or named as another matter, beside nothing grave; a single word leans on the one before."""
    if whole.intent in tiers.grave and whole.verdict == Verdict.SURE:
        return []
    return [part for part in _heard(hear, items(message), whole, tiers) if len(part.utterance.texts) > 1]


def _behind_bygones(matcher: Hearer, parts: Sequence[str], whole: Match) -> Understanding | None:
    """What is plainly asked, if anything is, behind something grave that is told to be over; None where it is not."""
    apart = told_and_asked(parts)
    if apart is None or not _passes(matcher.match(apart[0]), whole, matcher.tiers):
        return None
    behind = understand(matcher, apart[1])
    if any(part.intent in matcher.tiers.grave for part in behind.asked):
        return None
    if not any(map(wants_answer, parts)):
        # Where nothing is asked, no word is sure enough to silence what may be a danger.
        is_danger = any(entry.intent in matcher.tiers.urgent for entry in whole.candidates)
        return None if is_danger else Understanding(replace(whole, verdict=Verdict.NOTHING, alarm=None), ())
    is_plain = all(part.fired or part.candidates[0].score >= _CLEAR for part in behind.asked)
    return behind if behind.asked and is_plain else None


def _passes(told: Match, whole: Match, tiers: Tiers) -> bool:
    """A quarrel that is settled is over; a death is, years later; who wanted to die is asked after."""
    intents = {whole.intent, *(entry.intent for entry in told.candidates)}
    lasting = tiers.life if was_long_ago(told.message) else tiers.life | tiers.lasting
    if not is_safe(told.message):
        lasting |= tiers.money
    return not intents.isdisjoint(tiers.grave) and intents.isdisjoint(lasting)


def _several(questions: Sequence[Match], whole: Match, grave: AbstractSet[str]) -> Understanding:
    """As many as can be answered at once, what is grave before all others; the others are left for buttons."""
    in_order = sorted(questions, key=lambda part: part.intent not in grave)
    chosen = [part for part in questions if part in in_order[:_MOST]]
    return Understanding(whole, tuple(chosen), tuple(part.intent for part in in_order[_MOST:]))


def _wanted(heard: Sequence[Match], whole: Match, tiers: Tiers, *, by_sentence: bool) -> Sequence[Match]:
    """Of several parts those that want something by themselves; of sentences those that are grave, too.

    What is told around a question is no other one, nor is an afterthought such as "what now": the whole knows best, if
    it is sure. Nothing is wanted beside a whole that may be grave.
    """
    is_sure = whole.verdict == Verdict.SURE
    counted = tiers.grave if by_sentence else frozenset[str]()
    alone = (is_sure or not by_sentence) and not _are_of_the_signing(heard, tiers)
    wanted = [
        part for part in heard if part.intent in counted or _is_wanted(part, alone=alone, opens=_opens(part, whole))
    ]
    is_lost = whole.intent in tiers.grave and whole.intent not in {part.intent for part in wanted}
    if len(heard) < 2 or (is_lost and (whole.alarm or not is_sure)):  # noqa: PLR2004
        return []
    if len(wanted) == 1 and wanted[0].intent in counted and is_sure:
        return [] if _leads(wanted[0], whole) else [whole, *wanted]
    return wanted


def _are_of_the_signing(parts: Sequence[Match], tiers: Tiers) -> bool:
    """几点签 在哪儿: what is put in a word or two is of the signing, as is all that is asked beside it."""
    fired = (part.fired if part.intent in tiers.signing else None for part in parts)
    return all(rule is not None and rule.score >= _CLEAR for rule in fired)


def _is_wanted(part: Match, *, alone: bool, opens: bool) -> bool:
    return _wants(part.message) and _is_clear(part, alone=alone, opens=opens)


def _opens(part: Match, whole: Match) -> bool:
    """Does the message begin with it, and the whole know of it, too?"""
    rules = (entry.fired for entry in whole.candidates if entry.fired and entry.score >= _BY_ITSELF)
    is_known = any(fired.rule.intent == part.intent for fired in rules)
    return is_known and legible(whole.message).lstrip().startswith(part.message)


def _wants(part: str) -> bool:
    """Is it a question or a request, and no afterthought to what is told?"""
    return wants_answer(part) and not _AFTERTHOUGHT.fullmatch(part)


def _questions(told: Sequence[Match], whole: Match, tiers: Tiers) -> Sequence[Match]:
    """Questions that a comma or an "and" joins; none where the whole is surely about something else."""
    questions = _wanted(told, whole, tiers, by_sentence=False)
    is_among = whole.intent in {part.intent for part in questions}
    return questions if is_among or whole.verdict != Verdict.SURE else []


def _is_clear(part: Match, *, alone: bool = True, opens: bool = False) -> bool:
    """Is it clear, and, if it has to stand `alone`, too long for a mere afterthought, such as "and where"?"""
    return part.candidates[0].score >= _CLEAR and (
        not alone or len(part.utterance.texts) >= _shortest(part, opens=opens)
    )


def _shortest(part: Match, *, opens: bool) -> int:
    if part.fired and (_is_full(part.fired) or (opens and part.candidates[0].score >= _PLAIN)):
        return _SHORTEST_PLAIN
    return _SHORTEST_AT_HOME if part.said.is_homely or requests(part.message) else _SHORTEST


def _is_full(fired: Fired) -> bool:
    """Do two words say what it is about? "keys when" is a question by itself, "and by when" is of the one before."""
    telling = [(word.start, word.end) for word in fired.words if FILLER not in word.concepts]
    return any(end <= start for start, _ in telling for _, end in telling)


def _is_cut_off(part: Match, whole: Match) -> bool:
    """Is it an alarm only because it stands alone? There a part may be like any example, where no word cries out."""
    if part.alarm != Alarm.EXAMPLES or _leads(part, whole):
        return False
    fired = part.fired
    return not fired or fired.score < _BY_ITSELF


def _leads(part: Match, whole: Match) -> bool:
    """Does the whole speak for the part's question more than for any other?"""
    return part.intent == whole.intent


def _only_question(told: Sequence[Match], whole: Match, grave: AbstractSet[str]) -> tuple[Match, ...]:
    """Of what is told the one part that asks, as far as the whole bears it out."""
    asking = [part for part in told if asks(part.message) and not _AFTERTHOUGHT.fullmatch(part.message)] or told
    return tuple(asking) if len(asking) == 1 and _is_borne_out(asking[0], whole, grave) else ()


def _is_borne_out(part: Match, whole: Match, grave: AbstractSet[str]) -> bool:
    """Does the whole, which is not sure, speak for the part's question most of all, or well enough for a clear one?"""
    if _leads(part, whole) or whole.intent in grave:
        return _leads(part, whole)
    backing = next((entry.score for entry in whole.candidates if entry.intent == part.intent), 0.0)
    return _asks_plainly(part, whole) or (backing >= _BACKED and asks(part.message) and _is_clear(part))


def _asks_plainly(part: Match, whole: Match) -> bool:
    """Useless. Fine. When do I come?: does a rule know the part, and none the whole, which is of no other matter?"""
    is_known = any(entry.fired for entry in whole.candidates) or ELSEWHERE in whole.said.concepts or whole.is_doubted
    is_plain = part.fired is not None and part.fired.score >= _PLAIN and asks(part.message)
    return is_plain and not is_known and len(part.utterance.texts) >= _SHORTEST_AT_HOME


def _heard(hear: Callable[[str], Match], parts: Sequence[str], whole: Match, tiers: Tiers) -> list[Match]:
    """The parts that are surely a question, each question once; courtesies and sighs beside a question are none."""
    if len(parts) < 2:  # noqa: PLR2004
        return []
    matches = [_settled(hear(part), whole) for part in parts]
    sure = [match for match in matches if match.verdict == Verdict.SURE and not _is_cut_off(match, whole)]
    telling = [match for match in sure if match.intent not in tiers.asides]
    return list(
        _once(match for match in telling if match.intent in tiers.grave or _is_about_a_home(match, matches, whole))
    )


def _settled(part: Match, whole: Match) -> Match:
    """Where only the margin keeps two questions apart, the one that the whole speaks for more."""
    is_told = whole.margin >= _TIED and not part.is_doubted
    if part.verdict != Verdict.UNSURE or not is_told or not asks(part.message):
        return part
    tied = {entry.intent for entry in part.candidates if entry.score >= part.candidates[0].score - _TIED >= _CLEAR}
    return part.led_by(whole.intent) if whole.intent in tied and len(tied) > 1 else part


def _is_about_a_home(part: Match, parts: Sequence[Match], whole: Match) -> bool:
    """Does the part speak of a home, or the whole, and no other part of another matter or of nobody knows what?

    My kid has an exam on Thursday, can we move to Friday: what the whole leads to is ours, whatever is told around it.
    """
    if part.said.is_homely or (_leads(part, whole) and whole.candidates[0].score >= _BACKED):
        return True
    others = [other.said for other in parts if other is not part]
    if any(ELSEWHERE in said.concepts for said in others):
        return False
    return whole.said.is_homely or all(said.strangeness < _STRANGE for said in others)


def _once(matches: Iterable[Match]) -> Iterable[Match]:
    """Each question once: where it is put rather than where more is told of it."""
    found: dict[str, Match] = {}
    for match in matches:
        if match.intent not in found or not _wants(found[match.intent].message):
            found[match.intent] = match
    return found.values()
