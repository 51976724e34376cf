"""How is a question put: about whose part of it, of what only might happen, or of what is over?"""

import re
from itertools import takewhile

from bot.cases.milestones import Role
from bot.matching.clauses import phrases
from bot.matching.match import Match
from bot.wording.subject import Manner

# 跟卖家在哪签, "what does the seller need from me" are the buyer's own part as well.
_WITH_ME = re.compile(r"我|咱|[跟和与與同]|\b(?:i|we|me|us|my|our|with)\b", re.IGNORECASE)
# 会不会是骗子 doubts what is there already; 怕了 fears nothing that is to come; 要是方便 only asks kindly.
_SUPPOSES = re.compile(
    r"(?:如果|要是|假如)(?!真的?(?:怎|咋|$)|方便|可以|没记错|沒記錯|没看错)|万一|萬一|假[设設]|倘若|[会會]不[会會](?!是|已|有人)|到[时時]候?(?!见)"
    r"|(?<![可恐害])怕(?![了死])(?=\S\S)|[担擔]心(?=\S{3})|有可能|可能[会會]|[会會].{1,10}[吗嗎][\s?？]*$|(?:不|没|沒|失[效约]|拖.{0,6})的话",
)
_IF = re.compile(
    r"\b(?:what if|in case (?!u|you)|suppos(?:e|ing)\b|assum(?:e|ing)\b|let'?s say|imagine|god forbid"
    r"|(?:afraid|scared|worried)(?= \w)|any chance|plan b|might(?! as well)|would (?:i|they|we|he|she)"
    r"|could (?:he|she|they|it|the)|can (?:he|she|they|the) "
    r"|what happens (?:when|if)|should (?:the|my|he|she|they|it) )"
    r"|^(?:(?:and|but|so|then|ok)\W+)*(?:if\b(?! (?:possible|you|u)\b)|say (?:my|the|he|she|they|i|it)\b)",
    re.IGNORECASE,
)
# What is told so has happened; what ends so has, unless it only follows from what is supposed.
_TOLD = re.compile(
    r"[刚剛]|已[经經]|昨[天晚]|前天|今[天早]|[说說]|[告通][诉訴知]"
    r"|\b(?:just|already|yesterday|today|this morning|last (?:night|week)|told|said|says|called|found out)\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(r"了[。！!~\s]*$")
_LOOKS_BACK = re.compile(
    r"(?:上一?[次回]|那[次回]|当时|當時|前[几幾两兩][次回]).*[没沒不]|[没沒](?:能)?[签簽][成上]"
    r"|\bwhy (?:did|was|were)(?:n'?t| not)?\b.*|\b(?:last time|back then)\b",
    re.IGNORECASE,
)


def manner(match: Match) -> Manner:
    """How the question is put."""
    message = match.utterance.original
    supposed = supposes(message)
    return Manner(whose(match), supposed, past=not supposed and _LOOKS_BACK.search(message) is not None)


def whose(match: Match) -> Role | None:
    """The person about whose part is asked: the only one named, and not beside oneself."""
    named = match.slots.parties
    return named[0] if len(named) == 1 and not _WITH_ME.search(match.utterance.original) else None


def supposes(message: str) -> bool:
    """Is it about what might happen, and is nothing told that has?

    >>> supposes("要是卖家那天不来呢"), supposes("what if the bank says no")
    (True, True)
    >>> supposes("卖家说不来了，要是真的怎么办"), supposes("会不会是骗子"), supposes("tell me if it is signed")
    (False, False, False)
    """
    parts = phrases(message)
    plain = [part for part in parts if not _supposes(part)]
    before = list(takewhile(lambda part: not _supposes(part), parts))
    return len(plain) < len(parts) and not any(map(_TOLD.search, plain)) and not any(map(_IS_OVER.search, before))


def _supposes(part: str) -> bool:
    return _SUPPOSES.search(part) is not None or _IF.search(part) is not None
