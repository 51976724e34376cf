"""Is what was meant answered, where somebody puts right what was understood?"""

import pytest

from bot.dialogue.readers.correcting import meant
from tests.talks import talk_of


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("不对，我问的是放款", "放款"),
        ("不是这个，我说的是房产证", "房产证"),
        ("我是問什麼時候放款", "什麼時候放款"),
        ("no, I meant the loan", "the loan"),
        ("sorry i mean the keys", "the keys"),
        ("I'm asking about the handover", "the handover"),
        ("不是首付 我问合同草稿", "合同草稿"),
        ("我没说他拖，我就问他签没签", "他签没签"),
        ("not the signing, the transfer", "the transfer"),
        ("你别老让我报警 我就问哪天能签", "哪天能签"),
        ("你老说系统 我就问哪天能签", "哪天能签"),
        ("都讲过了 你答的不是我问的。那我要不要去", "那我要不要去"),
        ("不是要改期。我是问当天带什么", "当天带什么"),
        ("你这句刚才说过了 我问税的事", "税的事"),
        ("我问税费 你答放款干嘛", "税费"),
        ("i asked WHY he didnt come", "WHY he didnt come"),
        ("not filing, i mean what to bring on wednesday", "what to bring on wednesday"),
        ("you didnt answer. what does the file say", "what does the file say"),
        ("that's not what i asked. do i need to come", "do i need to come"),
        ("you didnt answer my question, who pays the tax", "who pays the tax"),
        ("no not deposit rules. i mean why only wednesday", "why only wednesday"),
        ("我问网签 不是房产证！", "网签"),
        ("i dont ask keys now. why signing only in january", "why signing only in january"),
        ("bank didnt say no!! i just ask. do i still come", "do i still come"),
        ("no nothing about spouse. when do you call the seller", "when do you call the seller"),
        ("你没回答我 是不是房子有毛病", "是不是房子有毛病"),
        ("你答错了 我没说发照片 我问收入证明盖什么章", "收入证明盖什么章"),
        ("我不是来投诉的 就问问现在走到哪了", "现在走到哪了"),
        ("不是问要哪种 我问的是26号交行不行", "26号交行不行"),
        ("你答的是卖家 我问的是续租", "续租"),
        ("停车！不是材料", "停车"),
        ("？？我没借钱 我说缴契税用现金", "缴契税用现金"),
        ("谁要改约了 我问照不照旧", "照不照旧"),
        ("you repeat. i ask who pays my lost day", "who pays my lost day"),
        ("no not the signing. the income paper", "the income paper"),
    ],
)
def test_what_was_meant_is_what_stands_behind(message: str, rest: str) -> None:
    assert meant(message) == rest


@pytest.mark.parametrize(
    "message",
    [
        "我不是这个意思",
        "我问的不是这个",
        "i mean it",
        "问放款",
        "不对",
        "no, loan",
        "我问你话呢",
        "不是卖家 是我",
        "你们说8号出结果，我想知道",
        "钱转了 不是我转的",
        "怎么还没签啊 不是说20号吗",
        "我没转钱 我说了不转",
    ],
)
def test_mere_dissent_means_nothing_else(message: str) -> None:
    assert meant(message) is None


def test_whoever_says_wrong_a_thousand_times_is_read_at_once() -> None:
    assert meant("that's wrong " * 400 + "no, " * 400 + "x") is None
    assert meant("不是要" * 400 + "你老说" * 400) is None


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("不对，我问的是放款", "loan_release_time"),
        ("不是这个，我说的是房产证", "certificate_time"),
        ("sorry i meant the keys", "handover_time"),
        ("不是签约 我问合同草稿", "status_now"),
        ("not the signing, the transfer", "title_transfer"),
        ("我问的不是这个", "misunderstood"),
        ("不是，我说的是他威胁我要打人", "threat"),
    ],
)
def test_correction_is_answered_as_the_question_it_is(message: str, reply: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("什么时候签")
    decision = talk.say(message)
    assert decision.chosen is not None
    assert decision.chosen.reply == reply
