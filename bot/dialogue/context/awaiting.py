"""Is a message rather for the person who was promised a moment ago than a question of its own?"""

from bot.dialogue.intent import Intent, UntilThen
from bot.dialogue.readers.news import asks_about_it
from bot.dialogue.situation import Content, Situation
from bot.matching.clauses import asks
from bot.matching.match import Alarm, Match
from bot.matching.phrasing import Phrasing
from bot.matching.tiers import Tiers
from bot.matching.understanding import Understanding

# Nothing but thanks, however they are put: they are answered, and not passed on.
_ONLY_THANKS = Phrasing(
    r"(?:[\s,，。.!！~～、]|[行好嘞的啊哈了哦噢嗯呀您你吧]|谢谢?|多谢|感谢|谢|辛苦|麻烦|明白|知道|收到|(?:我)?(?:就)?(?:放心|安心|踏实|心里有[底数])"
    r"|晓得|好嘞|(?:今天|明天|后天)?(?:\d{1,2}点)?(?:我)?等(?:着)?(?:[^，。,\s]{0,3}顾问|[你您]们?|消息|回复)?"
    r"|\b(?:ok|okay|thx|thanks?|thank you|ty|cheers|great|so much|very much|a lot|fingers crossed|got it)\b)++",
)
# So few words are a question of their own only where they are nearly an example.
_FRAGMENT = 4
_NEARLY_AN_EXAMPLE = 0.75
# Whether to do what one was warned of: 那我转不转, "so should I pay or not".
_WHETHER = Phrasing(
    r"([交转打付给汇发去信理签存])不\1|该不该|要不要[转付打汇给交签存]|还[要该能]?[转打付汇签存][吗么不呢啊]?[？?。\s]*$"
    r"|(?:先|我)?答应(?:他们?|她|卖家|下来|算了)?(?:行不|行吗|可以吗|好吗|吗|不)[？?。\s]*$"
    r"|\b(?:should|shall|do|can) i (?:\w+ )?(?:pay|send|transfer|wire|do it|give|agree|say yes|accept)\b"
    r"|(?<!when )(?<!where )\b(?:should|shall|do|can) i (?:\w+ )?sign\b"
    r"|^我?(?:现在|那|该)?[交转付打汇给]不?[吗么？?\s]*$|照[签付常旧]|还去不?[吗么？?\s]*$|[钱款]别[转打付汇]|^[那就是]*[不别][转打付汇签]?了?[吗吧？?\s]*$"
    r"|\b(?:don'?t|not) (?:i )?(?:pay|sign|transfer)\b"
    r"|^[那就]*(?:该不该|要不要|能不能)[啊呀呢？?\s]*$|^\W*(?:(?:so|and|then)\W+)?(?:shall|should|do|can) i\W*$"
    r"|^\W*(?:so|then)\W+(?:yes|no|not|don'?t|i (?:don'?t|shouldn'?t))\W*$",
)
# 我现在该干嘛, "what now": of the danger as long as there is one.
_WHAT_TO_DO = Phrasing(
    r"^[那我们现在该要得应\s,，]*(?:怎么办|咋办|咋整|怎么做|(?:做|干|弄)(?:什么|啥|嘛|吗)|如何是好)[啊呀呢了好才?？!！。\s]*$"
    r"|^\W*(?:(?:so|and|then|ok|please|but)\W+)*(?:what now|now what"
    r"|what (?:do|should|can|must|shall) (?:i|we) do(?: now| then| next)?)\W*$",
)
_OF_MONEY = Phrasing(
    r"[转付汇]|打[钱款给过到]|[钱款卡]|账号|账户|验证码|密码"
    r"|\b(?:pay|paid|sen[dt]|transfer\w*|wired?|g[ai]ve|money|account|code|password|card)\b",
)
# 银行电话占线, "the line is busy", 冻不住了: help was called as the warning says, and does not come.
_NO_HELP = Phrasing(
    r"占线|打不通|接不通|没人接|冻(?:结)?不[了住]"
    r"|\b(?:line|number|bank) is busy\b|\bno(?:body)? answers?\b|\b(?:can'?t|can ?not) freeze\b|\btoo late to freeze\b"
)
# 周顾问几点来, "when do you call": of the person who was called.
_WHEN_THEY_COME = Phrasing(
    r"(?:几点|什么时候|啥时候|多久|几时)(?:能|会|才)?(?:来|到|打给我|给我打|联系我|找我)"
    r"|\bwhen (?:do|does|will|is|are|can) (?:he|she|they|you|some(?:body|one)|(?:my )?advisor)\b.{0,12}\b(?:com|call)",
)
# 我好慌, "im so scared": to read the same warning once more helps nobody.
_SIGH = (
    r"^我?(?:现在|真的|好|很|真|太|都|有点|急)*(?:慌|怕|害怕|急|难受|崩溃|驚|惊|乱)(?:死)?(?:我)?[了啊呀！!。~\s]*$"
    r"|^\W*(?:i'?m |i am )?(?:so |really |very |just )*(?:scared|afraid|panicking|shaking|desperate|crying)\W*$"
)
_IS_SIGH = Phrasing(_SIGH)
# What somebody tells, and does not want: 我已经转了, 群里都在说, "I sent it" but not "I want to see my progress".
_TELLS = Phrasing(
    r"已经|了[。！!~]*$|[转付打汇交给]的(?!人)|^(?!.*(?:想|要|帮|查|请|给我|能|可以)).*(?:[过着]|在说|的)[。！!~\s]*$"
    rf"|{_SIGH}"
    r"|\balready\b|^(?:i|we|he|she|they|it|the (?:web|site|website|system|app|register))\b"
    r"(?!(?:'d| would)? (?:want|need|like|wish))",
)


def for_the_person(understood: Understanding, situation: Situation, content: Content) -> Intent | None:
    """What the person was called for who gets this message as well; None where it is a question of its own."""
    if calmed := _calmed_of(understood, situation, content):
        return calmed
    question, warned = _awaited(situation, content), insisting(situation, content)
    if question and _is_for_the_person(understood, question, content):
        return question
    return warned if warned and is_warned_of(understood, warned) else None


def _calmed_of(understood: Understanding, situation: Situation, content: Content) -> Intent | None:
    """The alarm that was called off, where a mere likeness would raise such a one again: "is he one of yours".

    Money that goes or has gone is an alarm, whoever was calm before; and so is any other danger.
    """
    off = content.intents.get(situation.chat.called_off or "")
    if off is None or off.id not in situation.open_promises or not asks_beside(situation.incoming.words):
        return None
    meant = [match.best.intent for match in understood.asked if match.best and match.alarm == Alarm.EXAMPLES]
    is_like_it = bool(meant) and len(meant) == len(understood.asked) and content.matcher.tiers.life.isdisjoint(meant)
    return off if is_like_it and all(content.intents[intent].insists for intent in (off.id, *meant)) else None


def names_money(message: str) -> bool:
    """Is it of money that goes, or of what opens an account?

    >>> names_money("那打监管账户呢"), names_money("几号签")
    (True, False)
    """
    return _OF_MONEY.search(message) is not None


def is_sigh(message: str) -> bool:
    """Does somebody only say how they feel?

    >>> is_sigh("我好慌"), is_sigh("so scared"), is_sigh("我急用钱")
    (True, True, False)
    """
    return _IS_SIGH.search(message) is not None


def is_only_thanks(message: str) -> bool:
    """Is it nothing but thanks, however they are put?"""
    return _ONLY_THANKS.fullmatch(message) is not None


def asks_beside(message: str) -> bool:
    """Is something asked, and neither whether nor how to pay?

    >>> asks_beside("是你们公司的吗"), asks_beside("怎么转给他"), asks_beside("he has my code")
    (True, False, False)
    """
    is_of_danger = is_whether(message) or asks_what_to_do(message) or names_money(message)
    return asks(message) and not is_of_danger


def _awaited(situation: Situation, content: Content) -> Intent | None:
    """The question for which the chat was promised a person's answer just now, and still may get it."""
    last = content.intents.get(situation.chat.last_intent or "")
    if last is None or not situation.chat.is_fresh(situation.now):
        return None
    # Of a fear, or of what is called off, the person who comes all the same hears the rest; no warning goes on.
    promised = situation.not_called_off if last.insists else situation.open_promises
    return last if last.id in promised else None


def insisting(situation: Situation, content: Content) -> Intent | None:
    """What the chat was warned of, as long as nobody has come, however late."""
    called = map(content.intents.get, situation.unanswered)
    return next((intent for intent in called if intent and intent.insists), None)


def is_halted(situation: Situation, content: Content) -> bool:
    """Was a person called for what forbids to pay or to sign, and has nobody come yet?"""
    called = filter(None, map(content.intents.get, situation.unanswered))
    life = content.matcher.tiers.life
    return any(one.until_then == UntilThen.STOP or (one.insists and one.id not in life) for one in called)


def _is_for_the_person(understood: Understanding, question: Intent, content: Content) -> bool:
    """What nothing but a likeness takes for a grave matter, or for none, goes on about this one, but for mere thanks.

    Of what insists, of money or of life, there may be too many warnings, but none too few.
    Where a question insists, so does all that neither asks for nor wants anything else.
    """
    if not understood.asked or is_warned_of(understood, question) or _is_of_the_help(understood, question):
        return True
    match = understood.asked[0]
    if match.best is None or len(understood.asked) > 1:
        return False
    if is_sigh(match.utterance.original):
        return True
    if question.insists:
        is_of_life = question.id in content.matcher.tiers.life and not asks(match.utterance.original)
        return is_of_life or not _wants_else(match, content.matcher.tiers)
    is_to_insist = match.alarm is not None and content.intents[match.best.intent].insists
    if match.best.fired or is_to_insist or is_only_thanks(match.utterance.original):
        return False
    is_beside = match.alarm == Alarm.EXAMPLES or match.best.intent in content.matcher.tiers.asides
    return is_beside or (match.telling_units <= _FRAGMENT and match.best.score < _NEARLY_AN_EXAMPLE)


def _is_of_the_help(understood: Understanding, question: Intent) -> bool:
    """Is it of those who were called: that they cannot be reached, or when they come?"""
    message = understood.whole.utterance.original
    return question.insists and (_NO_HELP.search(message) or _WHEN_THEY_COME.search(message)) is not None


def is_warned_of(understood: Understanding, question: Intent) -> bool:
    """Is it asked whether to do what the alarm has warned of, or what to do? Then nothing of the case is the answer."""
    message = understood.whole.utterance.original
    return question.is_urgent and (is_whether(message) or asks_what_to_do(message))


def asks_what_to_do(message: str) -> bool:
    """Is it asked what to do, and of nothing else?

    >>> asks_what_to_do("我现在该干嘛"), asks_what_to_do("what now??"), asks_what_to_do("下一步要做什么")
    (True, True, False)
    """
    return _WHAT_TO_DO.search(message) is not None


def is_whether(message: str) -> bool:
    """Is it asked whether to pay, or to go ahead?

    >>> is_whether("那我转不转"), is_whether("so should I pay or not"), is_whether("那打到哪个账户")
    (True, True, False)
    >>> is_whether("so do i sign"), is_whether("when do i sign")
    (True, False)
    """
    return _WHETHER.search(message) is not None


def _wants_else(match: Match, tiers: Tiers) -> bool:
    """To be thanked, or told that all is well, ends no danger."""
    if match.best is None or match.best.intent in tiers.asides or match.alarm == Alarm.EXAMPLES:
        return False
    if match.best.intent in tiers.grave:
        return True
    message = match.utterance.original
    if is_whether(message) or asks_about_it(message):
        return False
    return asks(message) or not _TELLS.search(message)
