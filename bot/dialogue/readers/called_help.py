"""Does somebody speak of the help that was called: the police, the bank, the advisor?"""

from bot.matching.phrasing import Phrasing

# 打哪个电话, 银行电话占线, 冻不住了: help is to be called as the warning says, and they do not get it.
_NO_HELP = Phrasing(
    r"哪个电话|占线|打不通|接不通|没人接|冻(?:结)?不[了住]"
    r"|\b(?:which|what) number\b|\b(?:line|number|bank) is busy\b"
    r"|\bno(?:body)? answers?\b|\b(?:can'?t|can ?not) freeze\b|\btoo late to freeze\b"
)
# 报警了, "the police came": help was called.
_HELP_CALLED = Phrasing(
    r"报(?:过|了)警|报警了|笔录|(?:110|96110|派出所|警察)[^，,。？?]{0,3}(?:打|来|去)?了|(?:打|去)了?(?:110|96110|派出所)"
    r"|\b(?:called|rang|phoned|told) (?:the )?(?:police|110|96110)\b|\bpolice (?:came|come|took|are here|is here)\b"
)
# 周顾问几点来, "when do you call": of the person who was called.
_WHEN_THEY_COME = Phrasing(
    r"(?:几点|什么时候|啥时候|多久|几时)(?:能|会|才)?(?:来(?!着)|到|打给我|给我打|联系我|找我)"
    r"|\bwhen (?:do|does|will|is|are|can) (?:he|she|they|you|some(?:body|one)|(?:my )?advisor)\b.{0,12}\b(?:com|call)",
)


def is_of_the_help(message: str) -> bool:
    """Is it of those who were called: that they cannot be reached, or when they come?

    >>> is_of_the_help("银行电话占线"), is_of_the_help("周顾问几点来"), is_of_the_help("几点签")
    (True, True, False)
    """
    return (_NO_HELP.search(message) or _WHEN_THEY_COME.search(message)) is not None


def has_called_help(message: str) -> bool:
    """Were the police called?

    >>> has_called_help("报警了 民警说先做个笔录"), has_called_help("我要报警吗"), has_called_help("police came")
    (True, False, True)
    """
    return _HELP_CALLED.search(message) is not None
