"""Which parts has an answer that a few words may ask for, and what does each mean?"""

from collections.abc import Mapping
from enum import StrEnum


class FollowUp(StrEnum):
    """What a few words right after an answer ask about it, without saying of what."""

    SINCE = "since"
    WHEN = "when"
    TOLD = "told"
    ENOUGH = "enough"
    SURE = "sure"
    ALL = "all"
    PAYER = "payer"
    PAY_TO = "pay_to"
    HAND_TO = "hand_to"
    PLACE = "place"
    WHERE = "where"
    WHO = "who"
    ASK = "ask"
    TURN = "turn"
    SHORT = "short"
    COST = "cost"
    TAKES = "takes"
    FASTER = "faster"
    WHY = "why"
    FAILS = "fails"
    DUE = "due"
    GO = "go"
    HARM = "harm"
    FAULT = "fault"
    OVER = "over"
    AS_OF = "as_of"
    STAYS = "stays"
    TIMES = "times"
    THAT_DAY = "that_day"
    DAYS = "days"
    WAITS = "waits"
    VIA = "via"
    RESULT = "result"
    NOTED = "noted"
    NOTHING = "nothing"
    SILENT = "silent"
    HOURS = "hours"
    SOONER = "sooner"
    UNASKED = "unasked"
    WHAT = "what"
    WHICH = "which"


# What is asked on of a day that is named in the same breath.
OF_A_DAY = {FollowUp.THAT_DAY, FollowUp.DAYS, FollowUp.WAITS}
# In Chinese and in English, for who writes the words that ask for it, or its answer.
MEANINGS: Mapping[FollowUp, tuple[str, str]] = {
    FollowUp.SINCE: ("从什么时候起", "since when"),
    FollowUp.WHEN: ("是哪天、几点", "on which day, at what time"),
    FollowUp.TOLD: ("是刚说的这天吧", "is it a day that was just told"),
    FollowUp.ENOUGH: ("来得及吗", "is there time enough"),
    FollowUp.SURE: ("确定吗、谁说的", "is that so, is it sure, who says so"),
    FollowUp.ALL: ("就这些吗、齐了吗", "is that all, is everything there"),
    FollowUp.PAYER: ("谁出钱", "who pays"),
    FollowUp.PAY_TO: ("钱付给谁", "to whom money goes"),
    FollowUp.HAND_TO: ("材料交给谁", "to whom papers go"),
    FollowUp.PLACE: ("约在哪里", "where it was agreed to meet"),
    FollowUp.WHERE: ("去哪里办", "where it is done"),
    FollowUp.WHO: ("谁去办", "who does it"),
    FollowUp.ASK: ("该问谁", "whom to ask"),
    FollowUp.TURN: ("轮到谁、谁负责", "whose turn it is, who is in charge"),
    FollowUp.SHORT: ("只发来一个问号", "nothing but a question mark"),
    FollowUp.COST: ("要多少钱", "what it costs"),
    FollowUp.TAKES: ("当天要办多久", "how long it takes on the day"),
    FollowUp.FASTER: ("能快点吗", "can it be faster"),
    FollowUp.WHY: ("为什么", "why"),
    FollowUp.FAILS: ("要是没成呢", "and if it does not come about"),
    FollowUp.DUE: ("几号交、几号付", "when to hand it in, or to pay"),
    FollowUp.GO: ("我要不要去、要不要请假", "do I have to be there, do I take the day off"),
    FollowUp.HARM: ("要紧吗、有没有影响", "is it anything to fear"),
    FollowUp.FAULT: ("怪谁", "whose fault it is"),
    FollowUp.OVER: ("过了那天会怎样", "what if that day is over"),
    FollowUp.AS_OF: ("这消息是几号的", "how old that is"),
    FollowUp.STAYS: ("那就不改了", "let it stay as it is"),
    FollowUp.TIMES: ("说了另一个日子或钟点", "another day or hour is named that would suit"),
    FollowUp.THAT_DAY: ("那天有什么事", "what there is on a day that is named"),
    FollowUp.DAYS: ("到那天还有几天、今天算不算", "how many days until then, does today count"),
    FollowUp.WAITS: ("好，我等着", "all right, I wait"),
    FollowUp.VIA: ("打电话，还是在这里说", "by phone or here"),
    FollowUp.RESULT: ("问了没、有结果没", "did you ask, is there an answer"),
    FollowUp.NOTED: ("记下了吗、转过去了吗", "did you note it, did you pass it on"),
    FollowUp.NOTHING: ("我不用做什么吧", "there is nothing for me to do, is there"),
    FollowUp.SILENT: ("到时候没人回呢", "and if nobody answers by then"),
    FollowUp.SOONER: ("能早点回我吗", "can the answer come sooner"),
    FollowUp.HOURS: ("前后说了两个钟点，哪个算", "which of two promised hours counts"),
    FollowUp.UNASKED: ("我没问这个", "that is not what I asked"),
    FollowUp.WHAT: ("查的是什么", "what is being checked"),
    FollowUp.WHICH: ("哪两处不一样", "which records disagree"),
}
# These are known by a day or an hour that is named, and by no words.
BY_TIME = {FollowUp.TOLD, FollowUp.TIMES}
