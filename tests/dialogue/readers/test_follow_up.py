"""Is what a few words ask of the last answer told from a question of their own, and answered from what was told?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.case import Blocker
from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.dialogue.decision import Decision
from bot.rehearsal import said
from bot.wording.follow_up import FollowUp
from bot.wording.subject import Chosen
from tests.samples import STORY, at, cases
from tests.talks import Talk, house, talk_of

LONGEST = 64


def part(message: str) -> FollowUp | None:
    """What the shipped sentences take it for."""
    return house().content.follow_ups.part(message)


def last(case: str, *messages: str) -> str:
    """What the last of these is answered, without markup."""
    return "\n".join(say.plain for say in decision(case, *messages).says)


def chosen(case: str, *messages: str) -> Chosen:
    """Which reply the last of these gets."""
    found = decision(case, *messages).chosen
    assert found
    return found


def decision(case: str, *messages: str) -> Decision:
    """What becomes of the last of these messages."""
    talk = talk_of(case)
    return [talk.say(message) for message in messages][-1]


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("几号到期", FollowUp.WHEN),
        ("那27号是什么日子", FollowUp.THAT_DAY),
        ("whats on the 27th", FollowUp.THAT_DAY),
        ("what do i have to pay on the 1st", FollowUp.THAT_DAY),
        ("30号之前还有几个工作日", FollowUp.DAYS),
        ("how many days until 30 september", FollowUp.DAYS),
        ("今天算不算", FollowUp.DAYS),
        ("does today count?", FollowUp.DAYS),
        ("行，等你们核对", FollowUp.WAITS),
        ("好的我跟他说", FollowUp.WAITS),
        ("五点前一定回我啊", FollowUp.WAITS),
        ("ok so i just wait for the call at 9", FollowUp.WAITS),
        ("要是8点没恢复呢，下午白跑一趟？", FollowUp.FAILS),
        ("what if the check takes longer than the 15th", FollowUp.FAILS),
        ("谁说的8点恢复", FollowUp.SURE),
        ("那最晚什么时候啊？", FollowUp.WHEN),
        ("ok, till when?", FollowUp.WHEN),
        ("还有几天", FollowUp.WHEN),
        ("since when", FollowUp.SINCE),
        ("来得及吗", FollowUp.ENOUGH),
        ("is that enough", FollowUp.ENOUGH),
        ("你确定", FollowUp.SURE),
        ("are you sure?", FollowUp.SURE),
        ("那谁去办", FollowUp.WHO),
        ("who checks it", FollowUp.WHO),
        ("to who", FollowUp.HAND_TO),
        ("打给谁", FollowUp.PAY_TO),
        ("交给谁", FollowUp.HAND_TO),
        ("账号多少", FollowUp.PAY_TO),
        ("who do I pay", FollowUp.PAY_TO),
        ("do I pay for it", FollowUp.PAYER),
        ("谁出钱", FollowUp.PAYER),
        ("去哪办", FollowUp.WHERE),
        ("要钱吗", FollowUp.COST),
        ("能快点不", FollowUp.FASTER),
        ("why so slow", FollowUp.WHY),
        ("为啥这么慢", FollowUp.WHY),
        ("and if it fails?", FollowUp.FAILS),
        ("他不来呢", FollowUp.FAILS),
        ("要是没签成呢", FollowUp.FAILS),
        ("明天联系不上呢", FollowUp.FAILS),
        ("and if I miss that", FollowUp.FAILS),
        ("还没定？", FollowUp.WHEN),
        ("still not set?", FollowUp.WHEN),
        ("谁说的", FollowUp.SURE),
        ("why 19 oct", FollowUp.WHY),
        ("为啥要等到周五", FollowUp.WHY),
        ("why can't you say", FollowUp.WHY),
        ("那我还要去吗", FollowUp.GO),
        ("要请假吗", FollowUp.GO),
        ("so do I take day off", FollowUp.GO),
        ("is that bad?", FollowUp.HARM),
        ("正常吗", FollowUp.HARM),
        ("签约不受影响吧", FollowUp.HARM),
        ("算谁的", FollowUp.FAULT),
        ("whose fault is it", FollowUp.FAULT),
        ("哪两处不一样", FollowUp.WHICH),
        ("which records", FollowUp.WHICH),
        ("过了会怎样", FollowUp.OVER),
        ("what if it runs out", FollowUp.OVER),
        ("你这消息几号的", FollowUp.AS_OF),
        ("when was that last checked", FollowUp.AS_OF),
        ("where is it again", FollowUp.PLACE),
        ("地址发我一下", FollowUp.PLACE),
        ("算了不改了", FollowUp.STAYS),
        ("no wait leave it on wednesday", FollowUp.STAYS),
        ("咋查这么久", FollowUp.WHY),
        ("明天是啥日子", FollowUp.THAT_DAY),
        ("when will I hear from you", FollowUp.WHEN),
        ("？", FollowUp.SHORT),
        ("who do i tell", FollowUp.ASK),
        ("那谁能确认下", FollowUp.ASK),
        ("until when is it good", FollowUp.WHEN),
        ("几号交", FollowUp.DUE),
        ("how many days left on it", FollowUp.WHEN),
        ("你这个消息是最新的吗", FollowUp.AS_OF),
        ("这样就齐了吧", FollowUp.ALL),
        ("so no more papers from me?", FollowUp.ALL),
        ("what are they even checking", FollowUp.WHAT),
        ("查啥呢", FollowUp.WHAT),
        ("ok thanks 那我等郑顾问 下午2点前 对吧", FollowUp.WAITS),
        ("12点前对吧，那我等着，谢谢啊", FollowUp.WAITS),
        ("before 5pm right? i'll wait", FollowUp.WAITS),
        ("ok i wait till 5. ty", FollowUp.WAITS),
        ("好吧辛苦了 三点等你们消息", FollowUp.WAITS),
        ("OK 那明天等你们消息 拜拜", FollowUp.WAITS),
        ("fine ill wait for your colleague, bye", FollowUp.WAITS),
        ("can it be by phone not chat", FollowUp.VIA),
        ("那周顾问17点是打电话还是在这里说", FollowUp.VIA),
        ("负责人11点20是在这里发消息吗", FollowUp.VIA),
        ("怎么联系我", FollowUp.VIA),
        ("will he call me or write here?", FollowUp.VIA),
        ("fine. so i hear 17:00 today, yes?", FollowUp.WAITS),
        ("ok i wait 15 oct then. thank you", FollowUp.WAITS),
        ("好 那明天9点等你消息 谢啦", FollowUp.WAITS),
        ("好吧 有消息马上告诉我", FollowUp.WAITS),
        ("今天17点前真的会回我吗", FollowUp.VIA),
        ("那25号我到底要不要请假", FollowUp.GO),
        ("不是 你就说我去还是不去", FollowUp.GO),
        ("时间没变吧", FollowUp.SURE),
        ("孙顾问几点联系他", FollowUp.WHEN),
        ("算了 那我自己看着办吧 25号见", FollowUp.STAYS),
        ("do i need to take friday off", FollowUp.GO),
        ("那23号11点之前我啥也不用做是吧", FollowUp.NOTHING),
        ("所以我就等着就行了吧", FollowUp.NOTHING),
        ("do i just wait", FollowUp.NOTHING),
        ("so nothing for me to do until then?", FollowUp.NOTHING),
        ("不是说今天中午去问吗，有结果没", FollowUp.RESULT),
        ("所以到底联系上没有", FollowUp.RESULT),
        ("so you called or not??", FollowUp.RESULT),
        ("you said this morning at 11 you'd call the seller. its 12:30 now", FollowUp.RESULT),
        ("三点要是还没信呢 找谁", FollowUp.SILENT),
        ("那我等到12点 没人理我咋办", FollowUp.SILENT),
        ("and if nobody answers by 3pm", FollowUp.SILENT),
        ("what if he doesn't call back", FollowUp.SILENT),
        ("啥税？我没问税啊", FollowUp.UNASKED),
        ("i didn't ask about the tax", FollowUp.UNASKED),
        ("who asked about taxes", FollowUp.UNASKED),
        ("我没说要改！我就随口问问，别给我改啊", FollowUp.STAYS),
        ("3点半那个时间别动，照旧", FollowUp.STAYS),
        ("i don't want to move anything, i only asked", FollowUp.STAYS),
        ("哪两处说的不一样？", FollowUp.WHICH),
    ],
)
def test_words_that_only_ask_on_are_known(message: str, kind: FollowUp) -> None:
    assert part(message) == kind


@pytest.mark.parametrize(
    "message",
    [
        *(
            "放款要多久",
            "什么时候过户",
            "谁是我的顾问",
            "who is this",
            "sure",
            "确定",
            "一定",
            "谁问你税了 我说的是房东",
            "我没问清楚",
            # What comes about later is another thing than what was promised.
            "放款了告诉我一声",
            "用英文回复我",
            "他几点回我",
            "要是我没命了呢",
            "卖家呢",
            "还没定",
            "没问题",
            "我去",
            "影响贷款吗",
            "我等了三天没消息",
            "还要等多久",
            "等不及了",
            "我都等了一个月了",
            "那就等25号吧",
            # What could be read in two ways each time would take hours.
            "嗯" * 40 + "x",
            "行吧" * 20 + "x",
        ),
        *(
            "how much is the tax",
            "why can't I sign",
            "when does the bank pay",
            "what if he has a gun",
            "好的",
            "ok thanks",
            "no problem",
            "its ok",
            "why did he go",
            "i asked WHY he didnt come",
            "reschedule",
            "and if he never comes",
            "i've been waiting for weeks",
        ),
    ],
)
def test_what_names_its_matter_or_asks_nothing_is_no_follow_up(message: str) -> None:
    assert part(message) is None


@given(st.text(st.sampled_from("嗯哦那个这也又吗？ ，谁几号ok so"), max_size=2 * LONGEST))
def test_whatever_is_typed_is_read_and_nothing_that_is_long(text: str) -> None:
    assert part(text) is None or len(text.strip()) <= LONGEST


@pytest.mark.parametrize(
    ("case", "messages", "told"),
    [
        ("C-DEMO-04", ["还差什么材料", "几号到期"], "· 材料最晚交：11 月 24 日（周二）18:00"),
        ("C-DEMO-04", ["what papers are missing", "till when?"], "· Papers due by: Tue 24 Nov at 18:00"),
        ("C-DEMO-05", ["is the system down", "since when"], "· System down since: Sat 21 Nov at 20:00"),
        (
            "C-EDGE-09",
            ["什么时候签", "什么时候告诉我"],
            "· 合同约定最晚签：12 月 8 日（周二），还有 11 个工作日\n· 最晚有人回您：今天 17:00",
        ),
    ],
)
def test_who_asks_when_reads_the_days_that_were_told_and_nothing_else(
    case: str, messages: list[str], told: str
) -> None:
    assert last(case, *messages) == told


def test_where_no_day_is_set_that_is_said_first() -> None:
    assert last("C-DEMO-03", "什么时候签", "几号").splitlines() == [
        "还没有日子：网签（把合同录进政府系统）。",
        "· 合同约定最晚签：9 月 30 日（周三），还有 5 个工作日",
        "· 顾问下次去问：9 月 23 日（周三）11:00",
    ]


@pytest.mark.parametrize(
    ("case", "messages", "told"),
    [
        ("C-DEMO-01", ["什么时候签", "你确定吗"], "约好的就是 11 月 25 日（周三）14:00，记录上是这样。"),
        ("C-DEMO-02", ["到底卡在哪", "到23号还有几个工作日"], "不算今天：9 个工作日（11 个日历日）。"),
        ("C-DEMO-02", ["why is it stuck", "does today count?"], "Today does not count"),
        ("C-DEMO-02", ["到底卡在哪", "23号是什么日子"], "· 合同约定最晚签：10 月 23 日（周五）"),
        ("C-DEMO-06", ["we signed, what now", "what do i have to pay on the 1st"], "· tax payment, by Tue 1 Dec"),
        ("C-DEMO-02", ["why is it stuck", "what's on the 22nd"], "The file has nothing for Thu 22 Oct."),
        ("C-DEMO-03", ["why cant we sign", "right so wednesday 30th"], "last day to sign: Wed 30 Sep"),
        ("C-DEMO-02", ["到底卡在哪", "好的，那我等吴顾问消息"], "10 月 13 日（周二）12:00，吴顾问再跟进"),
        ("C-EDGE-09", ["25号签约还算数吗", "行，五点前一定回我啊"], "好，最晚今天 17:00，周顾问在这里回您。"),
        ("C-DEMO-02", ["还要多久", "sure?"], "Not certain: Mon 19 Oct is worked out from what is planned now."),
        ("C-EDGE-09", ["什么时候签", "确定吗"], "现在说不准：资料是 11 月 20 日（周五）核对的"),
        ("C-EDGE-10", ["did we sign already?", "sure?"], "I cannot say so now: two records disagree"),
        (
            "C-DEMO-02",
            ["批的贷款会不会过期", "来得及吗"],
            "银行的同意管到 12 月 14 日（周一）；签约预计在 10 月 19 日（周一）",
        ),
        ("C-DEMO-02", ["还要多久", "来得及吗"], "照现在的安排，来得及：签约预计在 10 月 19 日（周一）"),
        ("C-DEMO-05", ["when do we sign", "in time?"], "I cannot tell, for the day of signing is not safe."),
        ("C-DEMO-01", ["when do we sign", "too late?"], "As things stand, there is time."),
        ("C-DEMO-02", ["咋还签不了", "为啥这么慢"], "等的是房管局：房源核验"),
        ("C-DEMO-02", ["why is it stuck", "who does that"], "Now it is the turn of the housing bureau"),
        ("C-DEMO-06", ["when does the bank pay", "to who"], "The bank pays the loan straight to the seller"),
        ("C-DEMO-01", ["首付什么时候交", "交给谁"], "不打给个人，也不交给顾问或中介"),
        ("C-DEMO-04", ["还差什么材料", "要是来不及呢"], "来得及的先按时交；材料晚了"),
        ("C-DEMO-02", ["还要多久", "为啥是19号"], "等的是房管局：房源核验"),
        ("C-DEMO-05", ["系统好了没", "谁说的"], "说不准：公告写的是 11 月 24 日（周二）8:00 恢复。"),
        (
            "C-DEMO-01",
            ["when do we sign", "so do I take the day off?"],
            "Yes, please keep it free: Wed 25 Nov at 14:00",
        ),
        ("C-DEMO-02", ["还要多久", "要请假吗"], "签约那天您要到场，可时间还没约，先别请假、订票。"),
        ("C-DEMO-05", ["is the system down", "do I go"], "nobody can sign until the system is back."),
        ("C-EDGE-09", ["什么时候签", "要请假吗"], "先前跟您约好的，没人通知您改，就照约好的来"),
        ("C-DEMO-02", ["还要多久", "正常吗"], "照现在的安排，签约预计在 10 月 19 日（周一），还赶得上最晚的日子。"),
        ("C-DEMO-03", ["卖家又不来", "算谁的"], "谁担责任，要对着合同看，我不下结论。"),
        ("C-EDGE-10", ["did we sign already?", "which records"], "one has the contract as signed or filed"),
        ("C-DEMO-01", ["贷款批下来有效期到啥时候", "过了会怎样"], "银行一般要重新审"),
        ("C-DEMO-01", ["when do we sign", "what if we miss it"], "The contract's deadline is Fri 4 Dec"),
        ("C-EDGE-09", ["周三还签吗", "你这消息几号的"], "资料是 11 月 20 日（周五）核对的"),
        ("C-DEMO-01", ["where is my case", "how old is that?"], "It is what the file says, as of today at 10:00."),
        ("C-DEMO-01", ["what do I need to bring", "where is it again"], "East Service Center, 2nd floor, Wed 25 Nov"),
        ("C-DEMO-04", ["what papers are missing", "where do I get that"], "Your employer writes the proof of income"),
        ("C-DEMO-04", ["进度", "?"], "现在轮到您"),
        ("C-DEMO-04", ["还差什么材料", "收入证明不是交过了吗"], "上次那份过了 30 日有效期"),
        ("C-DEMO-01", ["where do we sign", "which floor again"], "2nd floor"),
        ("C-DEMO-02", ["still no news?", "so whats the new date"], "· Result expected: Thu 15 Oct"),
        ("C-DEMO-03", ["什么时候签", "几点", "你确定吗"], "日子还没定，所以现在没有准话。"),
        ("C-DEMO-03", ["什么时候签", "要请假吗"], "可时间还没约，先别请假、订票。"),
        ("C-DEMO-02", ["why is it stuck", "what are they checking"], "whether the home may be sold"),
        ("C-DEMO-01", ["is my loan approved", "until when is it good"], "Loan approval holds until: Thu 18 Feb 2027"),
        ("C-DEMO-06", ["交多少税啊", "几号交"], "· 缴税：12 月 1 日（周二）"),
        ("C-DEMO-04", ["还差什么材料", "这样就齐了吧"], "照记录，还差的是：配偶的户口本页"),
        ("C-DEMO-01", ["还差什么材料", "这样就齐了吧"], "照记录，材料一样不差。"),
        ("C-DEMO-06", ["过户是哪天", "要我去吗"], "买卖双方多半都要本人到不动产登记中心"),
        ("C-EDGE-09", ["25号还签吗", "那谁能确认下"], "就在这里跟周顾问说"),
        ("C-DEMO-01", ["什么时候签", "唉算了 25号见"], "好，还是 11 月 25 日（周三）14:00"),
        ("C-EDGE-09", ["25号还签吗", "是打电话还是在这里说"], "周顾问在这个聊天里回您，最晚今天 17:00。"),
        ("C-DEMO-01", ["when do we sign", "by phone or here?"], "Your advisor writes in this chat"),
        ("C-EDGE-09", ["周三还签吗", "我就问一句 25号还去不去"], "先前跟您约好的，没人通知您改，就照约好的来"),
        ("C-EDGE-09", ["周三还签吗", "啥意思 25号不签了？？我都请假了"], "先前跟您约好的"),
        ("C-DEMO-05", ["is it approved", "do i still come tomorrow 15:30 or stay home"], "Please wait before you set"),
        ("C-DEMO-03", ["when do we sign", "when exactly will you call the seller"], "Wed 23 Sep at 11:00"),
        ("C-DEMO-01", ["什么时候签", "要签多久"], "一般要一两个小时"),
        ("C-DEMO-01", ["when do we sign", "how long does it take there"], "usually an hour or two"),
        ("C-DEMO-02", ["进度", "核验是谁在查"], "现在轮到房管局"),
        ("C-DEMO-06", ["首付怎么交", "when is the last day to pay it"], "Tue 24 Nov"),
        ("C-DEMO-02", ["where is my case", "what is slow actually? what are we waiting for"], "the housing bureau"),
        (
            "C-EDGE-10",
            ["when do we sign", "no. YOU said two records. in my case"],
            "the other has the signing still to come",
        ),
        ("C-DEMO-02", ["进度", "15号能出来吧"], "我刚才说的是"),
        (
            "C-DEMO-02",
            ["do i pay a penalty", "is 19 oct sure this time? can i book day off"],
            "Not certain: Mon 19 Oct",
        ),
        ("C-DEMO-05", ["is system down", "and 1 dec? enough time?"], "The contract's last day is Tue 1 Dec"),
        ("C-EDGE-09", ["25号还签吗", "17点太晚了 能早点回我吗"], "最晚今天 17:00"),
        ("C-EDGE-10", ["25号还签吗", "哪两处不一样啊"], "哪边对，现在还不知道"),
        (
            "C-EDGE-10",
            ["when do we sign", "what is different in my file, the date?"],
            "Which one is right is not known",
        ),
    ],
)
def test_each_part_is_answered_from_the_case_or_by_the_question(case: str, messages: list[str], told: str) -> None:
    assert told in last(case, *messages)


@pytest.mark.parametrize(
    ("case", "messages", "told"),
    [
        ("C-DEMO-02", ["什么时候签", "行 那我等吴顾问明天12点的信"], "· 顾问下次去问：10 月 13 日（周二）12:00"),
        ("C-DEMO-03", ["卖家怎么还不来", "那23号11点之前我啥也不用做是吧"], "对，现在没有要您办的。"),
        ("C-DEMO-04", ["什么时候签", "那我就等着就行了吧"], "还有一样轮到您。"),
        (
            "C-DEMO-01",
            ["when do we sign", "so nothing for me to do until then?"],
            "Until then, nothing else waits for you.",
        ),
        ("C-EDGE-09", ["25号还签吗", "那我啥也不用做吧"], "先别付、别签"),
        ("C-EDGE-09", ["25号还签吗", "到5点没人回咋办"], "现在说好的是最晚今天 17:00。到时候没人回，这里会换人接"),
        ("C-EDGE-08", ["帮我查下我的网签进度", "找顾问", "那我等到12点 没人理我咋办"], "现在说好的是最晚今天 12:00"),
        ("C-DEMO-06", ["税什么时候交", "what if nobody answers by 5"], "Nobody has your message yet."),
        ("C-DEMO-06", ["首付什么时候存", "我没问首付啊"], "抱歉，答偏了，这个您没问。"),
        ("C-DEMO-06", ["缴税是几号", "12月1号缴税对不对"], "· 缴税：12 月 1 日（周二）"),
        ("C-EDGE-07", ["when do we sign", "the contract ends 29 january 2027, right?"], "to sign: Fri 29 Jan 2027"),
    ],
)
def test_what_buyers_say_behind_an_answer_is_answered_from_the_case(case: str, messages: list[str], told: str) -> None:
    assert told in last(case, *messages)


@pytest.mark.parametrize(
    ("typed", "case", "messages", "told"),
    [
        (
            "2026-09-23 12:30",
            "C-DEMO-03",
            ["定金能退吗", "所以到底联系上没有"],
            "说好今天 11:00 去问，到现在还没有结果，对不起",
        ),
        ("2026-09-22 15:00", "C-DEMO-03", ["定金能退吗", "问了没"], "还没有结果。9 月 23 日（周三）11:00，孙顾问去问"),
        ("2026-10-13 14:00", "C-DEMO-02", ["什么时候签", "有结果没"], "说好今天 12:00 去问，到现在还没有记下结果"),
        ("2026-10-13 14:00", "C-DEMO-02", ["核验结果出来没"], "说好今天 12:00 去问，到现在还没有记下结果，对不起"),
    ],
)
def test_an_hour_of_ours_that_is_over_is_owned_up_to(typed: str, case: str, messages: list[str], told: str) -> None:
    talk = Talk(at(typed))
    talk.bind(cases()[case])
    assert told in [said(talk.say(message)) for message in messages][-1]


def test_a_day_that_was_told_of_another_step_is_not_confirmed_for_this_one() -> None:
    asked = ("过户是12月1号对吧", "12月1号放假对吧")
    assert [told for told in asked if "刚才说的就是" in last("C-DEMO-06", "缴税是几号", told)] == []


def test_what_must_be_read_first_does_not_let_the_same_be_said_again() -> None:
    talk = Talk(at("2026-11-24 19:30"))
    talk.bind(cases()["C-DEMO-04"])
    talk.say("户口本页我已经交了哈，就差收入证明")
    said_twice = [talk.say(message).answer[0].text for message in ("还差什么材料", "好的明天盖好章就送过去")]
    assert said_twice[0] != said_twice[1]


def test_who_was_calmed_once_may_be_so_again_before_another_question() -> None:
    asked = ("你们会不会卷钱跑路", "开玩笑的 别紧张", "没人要我付钱！我就问缴税是几号")
    assert "12 月 1 日" in last("C-DEMO-06", *asked)


def test_who_waits_may_say_so_twice() -> None:
    twice = last("C-EDGE-09", "25号签约还算数吗", "好，我等", "行，等你们核对")
    assert twice == "好，最晚今天 17:00，周顾问在这里回您。"


def test_who_waits_for_nobody_is_told_so() -> None:
    assert "现在还没有人收到您的话" in last("C-EDGE-08", "帮我查下我的网签进度", "那我在这等，别忘了我")


@pytest.mark.parametrize("doubt", ["真不用？", "copies ok?", "so no problem for me?", "yes or no"])
def test_a_doubt_is_no_yes_and_no_no(doubt: str) -> None:
    answer = last("C-DEMO-01", "签约要带什么", doubt)
    assert [word for word in ("好的。", "那就先这样", "All right") if word in answer] == []


@pytest.mark.parametrize("message", ["打给谁", "几号", "谁去办", "你确定", "没问题吧", "我要去吗"])
def test_right_after_an_alarm_nothing_is_said_without_the_warning(message: str) -> None:
    assert "一分钱也先别转" in last("C-DEMO-01", "什么时候签", "中介让我把首付打到他个人账户", message)


def test_a_file_in_doubt_tells_no_day() -> None:
    talk, case = Talk(STORY["C-DEMO-01"]), cases()["C-DEMO-01"]
    talk.bind(case)
    talk.say("什么时候签")
    with talk.turn.books.transaction() as records:
        records.cases.save(replace(case, checked_at=case.checked_at - timedelta(days=30)))
    answers = [said(talk.say(message)) for message in ("几号", "你确定吗", "来得及吗")]
    assert ["11 月 25" in answer for answer in answers] == [False, False, False]


def test_who_asks_the_same_once_more_does_not_read_the_same() -> None:
    first, again = (last("C-DEMO-03", "什么时候签", *messages) for messages in (("几号",), ("几号", "几号啊")))
    assert first != again


@pytest.mark.parametrize("code", [BlockerCode.BEREAVEMENT, BlockerCode.DISPUTE])
@pytest.mark.parametrize(
    "message",
    ["几号", "你确定吗", "为啥这么慢", "要是没成呢", "来得及吗", "12月4号对吧", "要请假吗", "有影响吗", "算谁的"],
)
def test_of_what_only_a_person_talks_about_nothing_is_told(message: str, code: BlockerCode) -> None:
    talk, case = Talk(STORY["C-DEMO-01"]), cases()["C-DEMO-01"]
    talk.bind(case)
    talk.say("什么时候签")
    trouble = Blocker(code, Milestone.ONLINE_SIGN, Role.SELLER, talk.now.date())
    with talk.turn.books.transaction() as records:
        records.cases.save(replace(case, blockers=(trouble,)))
    answer = said(talk.say(message))
    assert ("11 月" in answer, "12 月" in answer, "合同" in answer) == (False, False, False)


@pytest.mark.parametrize(
    ("case", "messages", "told"),
    [
        (
            "C-DEMO-03",
            ["when does my loan approval expire", "december 9 right?"],
            "· Loan approval holds until: Wed 9 Dec",
        ),
        ("C-DEMO-01", ["转人工", "今天12点对吧"], "· 最晚有人回您：今天 12:00"),
        ("C-DEMO-01", ["什么时候签", "25号对吧"], "对，11 月 25 日（周三），就是定好的。"),
        ("C-DEMO-01", ["什么时候签", "26号对吧"], "定好的不是 11 月 26 日（周四）。"),
    ],
)
def test_a_day_that_was_told_is_confirmed_and_no_other(case: str, messages: list[str], told: str) -> None:
    assert told in last(case, *messages)


@pytest.mark.parametrize("message", ["付给谁", "转给谁", "账号是多少", "who do i pay", "which account"])
def test_nobody_is_told_to_give_money_to_the_advisor(message: str) -> None:
    answers = [
        last("C-DEMO-04", first, message) for first in ("还差什么材料", "签约要带什么", "what papers are missing")
    ]
    assert [word for word in ("当面交给", "To your advisor in person") if any(word in text for text in answers)] == []


@pytest.mark.parametrize(
    ("first", "then", "reply"),
    [
        ("什么时候签", "要我付钱", "suspicious_payment"),
        ("还差什么材料", "打给哪个账号", "suspicious_payment"),
        ("还差什么材料", "卖家不来呢", "seller_delay"),
        ("还差什么材料", "够了！", "angry"),
        ("还差什么材料", "what time is it", "out_of_scope"),
    ],
)
def test_what_calls_a_person_or_is_another_matter_is_no_follow_up(first: str, then: str, reply: str) -> None:
    assert chosen("C-DEMO-04", first, then).reply == reply


def test_the_same_line_is_not_said_twice_but_passed_on() -> None:
    talk = talk_of("C-DEMO-04")
    answers = [said(talk.say(message)) for message in ("还差什么材料", "谁去办", "谁去办啊")]
    assert (answers[1] != answers[2], talk.tickets()) == (True, ["_unsure"])


def test_days_of_both_questions_of_a_message_are_told_again() -> None:
    assert last("C-DEMO-02", "批贷什么时候到期？另外合同最晚哪天签", "几号").count("\n· ") >= 1


@pytest.mark.parametrize("message", ["从什么时候", "给谁", "多少"])
def test_a_stranger_hears_of_no_records_and_opens_no_ticket(message: str) -> None:
    talk = talk_of("C-EDGE-08")
    talk.say("什么时候签")
    found = talk.say(message).chosen
    assert (found and found.reply != "_follow_up", talk.tickets()) == (True, [])


def test_the_hour_of_an_answer_is_told_only_while_it_is_to_come() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("转人工")
    soon, later = timedelta(minutes=20), timedelta(hours=2, minutes=10)
    answers = []
    for on in (soon, later):
        talk.now = STORY["C-DEMO-01"] + on
        talk.say("什么时候签")
        answers.append("最晚有人回您" in said(talk.say("几点")))
    assert answers == [False, False]


def test_of_two_promises_the_earlier_hour_is_told() -> None:
    assert last("C-DEMO-01", "卖家说后天来不了", "转人工", "网签是什么", "几点").endswith("· 最晚有人回您：今天 12:00")


@pytest.mark.parametrize(
    ("first", "then"),
    [("网签是什么", "谁去办"), ("网签是什么", "为啥这么慢"), ("网签是什么", "来得及吗"), ("网签是什么", "他不来呢")],
)
def test_who_has_read_of_nobody_and_no_day_is_told_none(first: str, then: str) -> None:
    found = chosen("C-DEMO-01", first, then)
    assert (found.reply, found.facts.get("签约时间")) != ("_follow_up", "11 月 25 日（周三）14:00")


@pytest.mark.parametrize(
    ("first", "reply"),
    [("什么时候放款", "loan_release_time"), ("现在到哪一步", "_further"), ("什么时候过户", "title_transfer")],
)
def test_money_is_that_of_the_last_answer_whatever_a_rule_knows(first: str, reply: str) -> None:
    assert chosen("C-DEMO-06", first, "要钱吗").reply == reply


def test_a_step_is_sure_only_where_its_day_was_told() -> None:
    assert "已经办好" not in last("C-DEMO-02", "批的贷款会不会过期", "你确定吗")


def test_what_is_asked_on_keeps_the_matter_and_counts_no_miss() -> None:
    talk = talk_of("C-DEMO-01")
    for message in ("什么时候签", "几点", "好的谢谢", "几号来着"):
        talk.say(message)
    chat = talk.chat()
    assert (chat.last_intent, chat.last_about, chat.misses) == ("sign_date", Milestone.ONLINE_SIGN, 0)


def test_days_told_before_a_notice_are_not_told_after_it_once_they_are_old() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("什么时候签")
    talk.now += timedelta(hours=3)
    talk.say("网签是什么")
    assert "11 月 25" not in said(talk.say("几号开始"))


def test_between_two_questions_the_days_of_the_first_are_forgotten() -> None:
    assert "批" not in last("C-DEMO-02", "批的贷款会不会过期", "合同最晚哪天签", "几号")


@pytest.mark.parametrize(
    "decided", ["算了不改了", "那就还是周三吧", "ok keep it", "actually forget it, i'll come wednesday"]
)
def test_what_is_let_stand_stands_and_the_advisor_hears_of_it(decided: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("25号下午没空 能改不")
    assert "14:00" in said(talk.say(decided))
    assert len(talk.tickets()) == 1


@pytest.mark.parametrize(
    "decided",
    [
        "那就还是周五吧",
        "actually keep it on friday",
        "还是3点吧",
        "还是明年吧",
        "keep it, i'll not come though",
        "ok leave it, i'll let my wife go",
        "keep it, i'll come at 5 pm",
    ],
)
def test_another_day_than_the_agreed_one_is_not_said_to_stand(decided: str) -> None:
    answer = last("C-DEMO-01", "25号下午没空 能改不", decided)
    assert [word for word in ("不改：", "nothing is moved") if word in answer] == []


def test_where_nothing_was_to_be_moved_nothing_is_let_stand() -> None:
    assert chosen("C-DEMO-01", "什么时候签", "算了").reply != "reschedule"


@pytest.mark.parametrize("message", ["你确定吗", "谁的错", "算了不改了", "？"])
def test_who_was_promised_a_person_for_something_grave_is_passed_on(message: str) -> None:
    assert chosen("C-DEMO-01", "什么时候签", "卖家要加价二十万才肯签", message).reply == "_passed_on"


def test_what_asks_on_ends_the_counting_of_misses() -> None:
    talk = talk_of("C-DEMO-01")
    for message in ("什么时候签", "鹅鹅鹅", "几点"):
        talk.say(message)
    assert talk.chat().misses == 0


def test_an_hour_that_is_over_is_told_to_nobody() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("转人工")
    talk.now += timedelta(hours=1, minutes=45)
    assert "12:00" in said(talk.say("转人工"))
    talk.now += timedelta(minutes=20)
    assert "最晚有人回您" not in said(talk.say("几点"))


@pytest.mark.parametrize("message", ["万一不肯呢", "要是批不下来呢"])
def test_what_may_be_grave_is_no_fear_for_a_date(message: str) -> None:
    assert chosen("C-DEMO-01", "什么时候签", message).reply not in {"_follow_up", "sign_date"}


def test_a_page_past_its_review_says_nothing_when_asked_on() -> None:
    talk = talk_of("C-EDGE-08")
    talk.now = at("2027-06-15 10:00")
    talk.say("要交哪些税")
    found = talk.say("谁出钱").chosen
    assert found
    assert found.reply != "taxes"


def test_where_a_person_comes_for_something_grave_nothing_is_said_to_be_in_order() -> None:
    assert chosen("C-DEMO-02", "银行说我贷款不批了", "还要多久", "正常吗").reply != "_follow_up"


def test_what_has_no_day_is_not_said_to_be_in_time() -> None:
    assert "会不会晚，现在说不准" in last("C-DEMO-03", "什么时候签", "要紧吗")


def test_where_another_step_is_done_is_not_the_place_of_the_signing() -> None:
    assert chosen("C-DEMO-01", "when is the transfer", "where is it").reply != "_follow_up"


def test_what_asks_on_says_that_news_is_not_in_the_records_yet() -> None:
    assert last("C-DEMO-06", "首付已经转了 咋确认到账", "？").startswith("您刚告诉我的还在核实")


def test_what_was_told_of_everybody_is_not_vouched_for_by_the_records() -> None:
    assert last("C-DEMO-01", "网签和备案有什么区别", "你确定吗").startswith("上面说的是一般的情况")


def test_a_step_whose_day_was_not_told_is_not_asked_on() -> None:
    assert "月" not in last("C-DEMO-01", "网签和备案有什么区别", "你确定吗")


def test_what_is_agreed_nowhere_may_still_be_fetched_somewhere() -> None:
    assert chosen("C-DEMO-04", "what papers are missing", "where is it").reply == "docs_missing"


def test_when_the_person_comes_who_was_called_is_for_that_person() -> None:
    assert chosen("C-DEMO-01", "什么时候签", "卖家要加价二十万才肯签", "什么时候有人回我").reply == "_passed_on"


@pytest.mark.parametrize("message", ["is that normal?", "没问题吧", "有影响吗"])
def test_where_nothing_was_told_to_be_in_the_way_nothing_is_said_to_be_in_order(message: str) -> None:
    assert chosen("C-DEMO-01", "身份证丢了怎么办", message).reply != "_follow_up"


def test_money_has_no_day_where_the_signing_was_spoken_of() -> None:
    assert "25" not in last("C-DEMO-01", "when do we sign", "when do I have to pay").partition("On file")[0]


def test_a_sign_alone_opens_no_ticket() -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("你们几点上班")
    talk.say("？")
    assert talk.tickets() == []


def test_while_news_is_checked_nobody_is_told_to_take_the_day_off() -> None:
    assert "要去" not in last("C-DEMO-01", "卖家说周三来不了", "什么时候签", "要请假吗")


def test_what_is_signed_is_not_feared_to_be_unsigned() -> None:
    assert "没签成" not in last("C-DEMO-06", "什么时候签的", "过了会怎样")


@pytest.mark.parametrize(
    ("case", "message"),
    [("C-DEMO-02", "要紧吗"), ("C-DEMO-05", "我还要去吗"), ("C-DEMO-02", "算谁的"), ("C-DEMO-02", "查啥呢")],
)
def test_what_was_not_spoken_of_is_not_asked_on(case: str, message: str) -> None:
    assert chosen(case, "网签是什么", message).reply != "_follow_up"


def test_who_was_called_for_something_grave_hears_what_is_asked_on() -> None:
    assert chosen("C-DEMO-01", "什么时候签", "银行说我贷款不批了", "你确定吗").reply == "_passed_on"


@pytest.mark.parametrize(
    ("case", "first", "then", "told"),
    [
        (
            "C-DEMO-05",
            "系统没好能改时间吗",
            "哪个说要改嘛！我没说改时间，你莫去乱改哈",
            "好，不改：还是 11 月 24 日（周二）15:30",
        ),
        ("C-DEMO-05", "什么时候签", "你没取消我24号的约噻", "系统恢复了才能签。\n签约时间是 11 月 24 日（周二）15:30"),
        ("C-DEMO-01", "什么时候签", "12月4号过了还没签会咋样", "一般可以双方书面改期"),
        ("C-DEMO-01", "when is the deadline", "what if i miss it", "agree on a new day in writing"),
        (
            "C-DEMO-06",
            "when do i pay the down payment",
            "what if i miss it",
            "both sides usually put a new one in writing",
        ),
        ("C-DEMO-02", "还要多久", "那万一15号还没结果 19号是不是就签不成了", "到那天没签成，一般双方书面改期"),
        ("C-DEMO-05", "when do we sign", "so is tuesday cancelled or not", "nobody can sign until the system is back"),
        (
            "C-DEMO-05",
            "when do we sign",
            "do i still fly tomorrow or change my ticket",
            "Please wait before you set out",
        ),
        ("C-DEMO-03", "when do we sign", "what happens on sept 30 if nothing signed", "agree on a new day in writing"),
    ],
)
def test_who_fears_that_the_day_fails_or_is_moved_hears_what_holds(case: str, first: str, then: str, told: str) -> None:
    assert told in last(case, first, then)


@pytest.mark.parametrize(
    ("case", "first", "then", "told"),
    [
        ("C-DEMO-05", "开发商叫我明天早上9点去 你说下午3点半", "到底几点", "约在 11 月 24 日（周二）15:30"),
        ("C-DEMO-01", "能让我老公替我去签吗", "为啥啊", "窗口和银行要认人"),
        ("C-DEMO-01", "我想晚两天签", "28号呢", "您说的时间原样转给周顾问"),
        ("C-DEMO-02", "who are we waiting for", "is there a way to speed up", "no money makes it faster"),
        ("C-DEMO-02", "will my loan approval expire", "exact date?", "Loan approval holds until: Mon 14 Dec"),
        ("C-DEMO-01", "is my loan approved", "approved on which date", "Approved on: Wed 18 Nov"),
        ("C-DEMO-01", "在哪签", "那我们几点到合适", "签约：11 月 25 日（周三）14:00"),
        ("C-DEMO-01", "can we do it thursday", "when will somebody tell me", "You get an answer by: today at 17:00"),
        ("C-DEMO-01", "can we do it thursday instead", "so is it moved?", "Not yet: until it is confirmed with you"),
        ("C-DEMO-04", "我的材料被退回来了", "为啥", "退回来多半是过期"),
        ("C-DEMO-01", "我身份证丢了咋整", "来得及不", "现在就告诉周顾问，要不要改期一起定"),
        ("C-DEMO-04", "what do i have to do", "by when?", "Signing, expected and not booked: Fri 27 Nov"),
    ],
)
def test_part_that_is_asked_on_is_answered_of_the_question_before(case: str, first: str, then: str, told: str) -> None:
    assert told in last(case, first, then)


@pytest.mark.parametrize(
    ("case", "first", "then", "told"),
    [
        (
            "C-DEMO-01",
            "when do we sign",
            "it doesnt help, I sign at 2pm and my boss is angry. should i go or not",
            "14:00",
        ),
        ("C-DEMO-05", "when do we sign", "I sit in the hotel and wait. and will I hear at 9 for sure?", "in this chat"),
        ("C-DEMO-03", "卖家怎么还不来", "唉我都急死了 一晚上没睡。明早11点才回我？", "能不能更早"),
    ],
)
def test_of_what_is_told_around_it_the_only_question_is_answered(case: str, first: str, then: str, told: str) -> None:
    assert told in last(case, first, then)


@pytest.mark.parametrize(
    "message",
    [
        "5 oclock is late, my boss goes home at 4",
        "Monday?? the deadline is wednesday. thats way too late",
        "cant somebody ring me before",
        "明早11点才回我也太晚了吧",
    ],
)
def test_who_finds_the_hour_too_late_needs_it_sooner(message: str) -> None:
    assert part(message) == FollowUp.SOONER


@pytest.mark.parametrize(
    "message",
    [
        "I cant get it by tomorrow evening, impossible. courier takes 2 days",
        "wont be able to bring it tomorrow",
        "明天拿不到",
    ],
)
def test_a_day_on_which_papers_cannot_be_had_is_never_said_to_be_in_time(message: str) -> None:
    assert "in time" not in last("C-DEMO-04", "is a photo of the hukou page ok", message).split("If the papers")[0]


def test_papers_that_cannot_be_had_in_time_are_late_after_whatever_was_said_of_papers() -> None:
    first, then = (
        "can my wife send a photo of her hukou page",
        "we can't get it by tomorrow, will the friday signing be lost?",
    )
    assert "the signing may move too" in last("C-DEMO-04", first, then)
