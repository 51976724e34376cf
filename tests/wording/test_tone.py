"""Does every message read as if a kind and competent person had written it?"""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.cases.milestones import Role
from bot.cases.office import Priority
from bot.cases.progress import Standing, stand
from bot.wording.facts import FACTS
from bot.wording.subject import Chosen, Subject
from tests.samples import STORY, cases, config
from tests.talks import house

LANGUAGES = ("zh", "en")
# These tell where a case stands: each names one next step, and how fresh it is.
STATUS = frozenset(
    "why_cant_sign how_long status_now next_step sign_date overdue no_update"  # noqa: SIM905
    " seller_delay developer_delay buyer_delay".split()
)
DATE = re.compile(r"(?:\d{4} 年 )?\d{1,2} 月 \d{1,2} 日（周[一二三四五六日]）(?: ?\d{1,2}:\d\d)?")
NO_WEEKDAY = {
    "zh": re.compile(r"\d{1,2} ?月 ?\d{1,2} ?日(?!（周[一二三四五六日]）)"),
    "en": re.compile(r"(?<!Mon )(?<!Tue )(?<!Wed )(?<!Thu )(?<!Fri )(?<!Sat )(?<!Sun )\b\d{1,2} [A-Z][a-z]{2}\b"),
}
BARE_DAYS = {"zh": re.compile(r"\d+ ?个?天(?!前)"), "en": re.compile(r"\b\d+ days\b")}
NEXT_STEP = {
    "zh": re.compile("下一步|您要做的|您现在不用做什么"),
    "en": re.compile("(?i)next step|nothing for you to do"),
}
AS_OF = {"zh": "截至", "en": "As of"}
SENTENCES = {"zh": re.compile(r"[。！？\n]"), "en": re.compile(r"(?<=[.!?])\s+|\n")}
LONGEST_SENTENCE = {"zh": 40, "en": 22}
LONGEST_MESSAGE = {"zh": 180, "en": 110}

# Promises nobody can keep, blame, verdicts on rights, vague times, and what only offices say.
FORBIDDEN = {
    "zh": """保证 一定能 肯定能 百分之百 绝对 包过 稳过 马上就好 无风险 第一时间 放心没问题
        没有按要求 您的原因 是您自己 您应该早 违约 故意 获赔 必须赔 合同无效 有权解除
        尽快 近期 稍后 届时 请耐心 正在处理 根据相关 请您知悉 敬请 谅解 予以 不予受理 无法受理 资料不全
        后果自负 贵方 该客户 我司 相关部门 上述 特此 温馨提示 亲爱的 系统原因 不可抗力 履行 标的物 出卖人 买受人 经核实
        先银行 后银行 等您 你 亲亲""",
    "en": """guarantee|definitely|100%|no risk|for sure|asap|your fault|you failed to|you should have|is lying
        |you are entitled|must pay|you will win|is void|kindly|be patient|inconvenience|in due course|pursuant
        |at this point in time|being processed|as per|relevant authorities|we regret|shortly|soon""",
}
STARTS = {
    "zh": ("根据", "按照", "由于", "依据", "鉴于", "请注意", "系统显示"),
    "en": ("According", "Pursuant", "Due to", "Please note", "As per"),
}
# A term, and the plain words of which one has to stand in the same message.
GLOSSES = {
    "zh": """网签=政府系统 备案=登记 批贷=银行同意|已同意 过户=您名下 抵押登记=担保 解押=还清 资金监管=专门账户
        监管账户=专门账户 预告登记=占位 面签=当面 购房资格=能不能买 房源核验=能不能卖 定金=订金|担保 额度=总钱数
        预售许可证=政府同意 共有人=一起写名字""",
    "en": """online signing=government system;eligibility check=may buy;property check=may be sold
        ;escrow=protected account;pre-sale permit=unfinished;quota=may lend""",
}


@dataclass(frozen=True)
class Message:
    """One reply as it is said about one sample case in one language."""

    reply: str
    case: str
    language: str
    text: str
    chosen: Chosen
    may_tell: bool


def length(text: str, language: str) -> int:
    """Words in English; characters in Chinese, where a date with its weekday is read as four."""
    return len(text.split()) if language == "en" else len(re.sub(r"\s", "", DATE.sub("某月某日", text)))


def test_date_with_its_weekday_is_read_as_four_characters() -> None:
    assert length("9 月 23 日（周三）11:00 前签", "zh") == 6


def test_no_sentence_is_longer_than_one_breath() -> None:
    def wrong(message: Message) -> Iterator[str]:
        sentences = SENTENCES[message.language].split(message.text)
        yield from (one for one in sentences if length(one, message.language) > LONGEST_SENTENCE[message.language])

    assert complaints(wrong) == []


def test_no_message_is_longer_than_a_phone_shows() -> None:
    def wrong(message: Message) -> Iterator[str]:
        found = length(message.text, message.language)
        if found > LONGEST_MESSAGE[message.language]:
            yield f"{found} long"

    assert complaints(wrong) == []


def test_every_date_has_its_weekday_and_days_say_which() -> None:
    def wrong(message: Message) -> Iterator[str]:
        yield from NO_WEEKDAY[message.language].findall(message.text)
        yield from BARE_DAYS[message.language].findall(message.text)

    assert complaints(wrong) == []


def test_nothing_promises_blames_or_sounds_like_an_office() -> None:
    words = {"zh": FORBIDDEN["zh"].split(), "en": [word.strip() for word in FORBIDDEN["en"].split("|")]}

    def wrong(message: Message) -> Iterator[str]:
        yield from (word for word in words[message.language] if _has(message, word))
        yield from (start for start in STARTS[message.language] if message.text.startswith(start))

    assert complaints(wrong) == []


def test_status_reply_names_exactly_one_next_step() -> None:
    def wrong(message: Message) -> Iterator[str]:
        steps = NEXT_STEP[message.language].findall(message.text)
        if message.reply in STATUS and len(steps) != 1:
            yield f"{steps}"

    assert complaints(wrong) == []


def test_status_reply_says_how_fresh_it_is() -> None:
    def wrong(message: Message) -> Iterator[str]:
        if message.reply in STATUS and message.may_tell and AS_OF[message.language] not in message.text:
            yield "no as-of"

    assert complaints(wrong) == []


def test_term_that_needs_plain_words_has_them_beside_it() -> None:
    def wrong(message: Message) -> Iterator[str]:
        for gloss in re.split(r"\s+" if message.language == "zh" else r"\s*;", GLOSSES[message.language]):
            term, plain = gloss.split("=")
            if _has(message, term) and not any(_has(message, word) for word in plain.split("|")):
                yield term

    assert complaints(wrong) == []


def test_both_languages_choose_the_same_answer_with_the_same_facts() -> None:
    said = {(message.reply, message.case, message.language): _substance(message.chosen) for message in messages()}
    other = {key: said[key[0], key[1], "en"] for key in said}
    assert {key: found for key, found in said.items() if found != other[key]} == {}


def complaints(wrong: Callable[[Message], Iterator[str]]) -> list[str]:
    """What the rule finds in all messages, with the place of each."""
    return [f"{said.reply}, {said.case}, {said.language}: {what}" for said in messages() for what in wrong(said)]


@cache
def messages() -> tuple[Message, ...]:
    """Every reply about every sample case, in both languages."""
    return tuple(
        _said(reply, case, language) for reply in house().content.replies for case in cases() for language in LANGUAGES
    )


def _said(reply: str, ref: str, language: str) -> Message:
    content, case, now = house().content, cases()[ref], STORY[ref]
    standing = stand(case, config().process, config().calendar, now)
    buyer = case.party(Role.BUYER)
    may_tell = _may_tell(standing)
    subject = Subject(
        now=now,
        language=language,
        names=content.names,
        reply_by=config().office.reply_by(Priority.P2, config().calendar, now),
        standing=standing if may_tell else None,
        about=content.intents[reply].about if reply in content.intents else None,
        buyer=buyer.name if buyer else None,
        advisor=case.advisor,
        checked_at=case.checked_at,
    )
    chosen = content.replies[reply].choose(subject, content.pieces)
    return Message(reply, ref, language, html.unescape(chosen.text), chosen, may_tell)


def _may_tell(standing: Standing) -> bool:
    buyer = standing.case.party(Role.BUYER)
    return bool(buyer and buyer.verified) and not standing.is_stale and standing.conflict is None


def _has(message: Message, word: str) -> bool:
    """Does the word occur? English words only as whole ones."""
    if message.language == "zh":
        return word in message.text
    return re.search(rf"(?i)\b{re.escape(word)}(?!\w)", message.text) is not None


def _substance(chosen: Chosen) -> tuple[int, frozenset[str]]:
    """Which answer it was, and the facts that it said, under their English names."""
    english = {fact.zh: fact.en for fact in FACTS}
    return chosen.answer, frozenset(english.get(name, name) for name in chosen.facts)
