"""Does somebody ask whether to come on a day?"""

from datetime import date
from itertools import zip_longest

from bot.dialogue.readers.manner import supposes
from bot.matching.clauses import asks, phrases
from bot.matching.phrasing import Phrasing
from bot.matching.spoken_day import ASKED, spoken_day

_TO_COME = Phrasing(
    r"[去来]不[去来]|去还是不去|(?:用|要)不(?:用|要)(?:我|再|特意|专门|自己)*(?:去|来|跑|到场|过[去来]|请假|出门|干|做)"
    r"|(?:不用|不必|不需要|需要|使唔使|唔使|系咪|[用要得])(?:我|再|特意|专门|自己|又|请假)*(?:去|来(?!得)|跑|到场|过[去来]|出门|请假)"
    r"|啥也?(?:不用|不要|用不着)(?:干|做|管)"
    r"|(?<![出下])(?:去|来)(?:一趟)?[吗么吧呗啦咯噻]|白跑|在家(?:待着|等着?)"
    r"|\b(?:do|should|must|shall) (?:i|we) (?:still |also |really |even )*(?:have to |need to |gotta )?"
    r"(?:go|come|be there|turn up|show up|attend|travel)\b"
    r"|\b(?:don'?t|do not|needn'?t|no need to|not) (?:i )?(?:have to |need to )?(?:go|come|be there|turn up|show up)\b"
    r"|\b(?:i|we) (?:must|have to|need to|should|gotta|got to) (?:go|come|be there|turn up|show up)\b"
    r"|\b(?:have to|need to|gotta|do i) (?:go|come|turn up|be) (?:anywhere|somewhere)\b|\b(?:i|we) stay (?:at )?home\b"
    r"|\bi (?:still |just )?(?:go|come)(?: there)?(?: \w+){0,2} or (?:wait|stay|not)\b"
    r"|\b(?:is there|still|no|any) (?:an? |any |still )?appointment\b",
)
# 那就不用去了, "so not thursday, right": they say how they understand it, and want to hear whether it is so.
_CONFIRMS = Phrasing(
    r"^\W*(?:那|所以|就是|也就是|咁|等于|哦)|[吧呗咯噻嘛啦]\W*$|对吧|是吧|对不对"
    r"|\b(?:right|correct|yes or no|or not)\b"
    r"|^\W*(?:ok |ah |oh |and |ok so )?so\b|\bthen\W*$|\byes\W*$|\bask(?:ing)?\b"
)
# "so not thursday then", "THURSDAY. yes or no": besides the day nothing is said.
_IS_IT = Phrasing(
    r"\W*(?:(?:so|ok|ah|and) )*(?:not|nothing)(?: on)?\W*(?:(?:right|then|yes|correct)\W*)*|\W*yes (?:or )?no\W*"
)
# 能不去吗: they want to be let off, or do not know.
_STAYS_AWAY = Phrasing(
    r"(?:能|可以|可不可以|能不能)不[去来]|不[去来](?:行|可以|成|会|能)|看天气|看情况"
    r"|\b(?:can|could|may) (?:i|we) (?:not|skip)\b|\bor earlier\b"
)
# It is of somebody else, or of what the day is moved to.
_OF_OTHERS = Phrasing(
    r"[他她]|老[婆公爸妈汉伴]|爱人|媳妇|[爸妈父母儿女]|孩子|家[里人]|中介|卖[家方]|房东|业主|顾问|代(?!码)|改|推|提前|朋友|同事|亲戚|同学|邻居|那[套单]|[哥姐弟妹]"
    r"|医院|上班|加班|单位|学校"
    r"|\b(?:he|she|they|wife|husband|m[uo]m|dad|father|mother|son|daughter|spouse|brother|sister|friend|colleague|cousin|neighbou?r|work|hospital|doctor|school|seller|owner|agent"
    r"|advisor|somebody|anyone|instead|move|postpone|reschedule|change)\b"
)


def day_to_come_on(message: str, today: date) -> date | None:
    """The day, where it is asked whether the buyer has to come on it, or whether it is so that they need not.

    >>> monday = date(2026, 11, 23)
    >>> day_to_come_on("那我周四就不用去了吧", monday)
    datetime.date(2026, 11, 26)
    >>> day_to_come_on("so I don't have to come Thursday right?", monday)
    datetime.date(2026, 11, 26)
    >>> day_to_come_on("周三我去不了，得去上班", monday), day_to_come_on("周四我老婆用不用去", monday)
    (None, None)
    """
    coming, _ = _asked_and_others(message)
    day, rest = _read(message, today)
    if any(map(is_of_others, coming)):
        return None
    if coming:
        return next((on for on, _ in (_read(part, today) for part in coming) if on), day)
    return day if _IS_IT.fullmatch(rest) else None


def is_of_others(message: str) -> bool:
    """Is anybody named who may come, or not, beside the buyer?

    >>> is_of_others("那她礼拜三不用去了对吧"), is_of_others("那我礼拜三不用去了对吧")
    (True, False)
    """
    return _OF_OTHERS.search(message) is not None


def asks_more(message: str) -> bool:
    """Is something else asked beside whether to come?

    >>> asks_more("周三要去吗，要带什么"), asks_more("do i have to come on wed? can my dad go")
    (True, True)
    >>> asks_more("I don't need to come tuesday, right?")
    False
    """
    _, others = _asked_and_others(message)
    return any(asks(part) and not _CONFIRMS.search(part) for part in others)


def _asked_and_others(message: str) -> tuple[list[str], list[str]]:
    """The parts that ask whether to come, and those that do not; "I don't need to come, right?" is two of them."""
    parts = phrases(message)
    asked: list[str] = []
    others: list[str] = []
    for part, behind in zip_longest(parts, parts[1:], fillvalue=""):
        (asked if _is_asked(part, behind) else others).append(part)
    return asked, others


def _is_asked(part: str, behind: str) -> bool:
    if _TO_COME.search(part) is None or _STAYS_AWAY.search(part) or supposes(part):
        return False
    return asks(part) or _CONFIRMS.search(f"{part} {behind}") is not None


def _read(text: str, today: date) -> tuple[date | None, str]:
    """The day, and what else is said; no day where there are two of them."""
    try:
        return spoken_day(text, today, ASKED)
    except ValueError:
        return None, text
