"""Which words are synthetic questions made of?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

# Topics are written with so many different characters; a large dictionary's commonest are about as many.
_CHARACTERS = 1000
_SHARE_OF_PHRASES = 0.5
_PHRASE_WORDS = 600

Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Stock:
    """One language: real words around the question, and made-up ones for what it is about."""

    questions: Groups
    shared: Groups
    home: tuple[str, ...]
    fillers: tuple[str, ...]
    gap: str
    mark: str
    invent: Callable[[Random], Iterator[str]]
    strange: Callable[[Random], Iterator[str]]


def _chinese_characters() -> Sequence[str]:
    """The 3,755 commonest characters (GB 2312, first level) that no word below is written with."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    every = [bytes(pair).decode("gb2312", "ignore") for pair in product(rows, cells)]
    known = set("".join((*_ZH_FILLERS, *_ZH_HOME, *_joined(_ZH_QUESTIONS), *_joined(_ZH_SHARED))))
    return [character for character in every if character and character not in known]


def _joined(groups: Groups) -> Iterator[str]:
    return (word for words in groups.values() for word in words)


def _split_characters() -> tuple[Sequence[str], Sequence[str]]:
    """The characters of topics, and those of words that nobody has heard of."""
    characters = list(_chinese_characters())
    Random("characters").shuffle(characters)
    return characters[:_CHARACTERS], characters[_CHARACTERS:]


def _chinese(random: Random) -> Iterator[str]:
    characters, _ = _split_characters()
    while True:
        yield "".join(random.choices(characters, k=random.choice((2, 2, 3, 4))))


def _strange_chinese(random: Random) -> Iterator[str]:
    _, characters = _split_characters()
    while True:
        yield "".join(random.choices(characters, k=2))


def _word(random: Random, syllables: int) -> str:
    parts = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(syllables)]
    return "".join(parts) + random.choice(_CODAS)


def _english(random: Random) -> Iterator[str]:
    """Words, and phrases of two words that many phrases use."""
    common = [_word(random, 2) for _ in range(_PHRASE_WORDS)]
    while True:
        is_phrase = random.random() < _SHARE_OF_PHRASES
        yield " ".join(random.choices(common, k=2)) if is_phrase else _word(random, random.choice((2, 3)))


def _strange_english(random: Random) -> Iterator[str]:
    while True:
        yield _word(random, 4)


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONSETS = _split("b bl br c cl d dr f fl g gl gr h j k l m n p pl pr r st t tr v w z")
_VOWELS = _split("a e i o u ai ou")
_CODAS = _split("n r l m t k p nt rt lk mp nk")

_ZH_QUESTIONS = {
    "why": ("为什么", "为啥", "凭什么", "什么原因", "怎么回事"),
    "how_long": ("多久", "多长时间", "几天", "几个星期"),
    "when": ("什么时候", "啥时候", "哪天", "几号", "何时"),
    "who": ("谁来", "找谁", "由谁", "谁负责", "哪个人"),
    "where": ("哪里", "何处", "什么地方", "去哪", "哪儿"),
    "how_much": ("多少钱", "什么价", "费用多少", "几块钱"),
    "whether": ("是否", "可否", "能否", "行吗"),
    "how": ("怎么办", "怎样做", "如何做", "怎么弄"),
}
_ZH_SHARED = {
    "buyer": ("买家", "买方", "买受人"),
    "seller": ("卖家", "卖方", "房东", "业主"),
    "developer": ("开发商", "售楼处", "楼盘方"),
    "bank": ("银行", "信贷员", "贷款行"),
    "contract": ("合同", "协议", "文本"),
    "sign": ("网签", "签约", "签字"),
    "money": ("房款", "尾款", "首付", "定金"),
    "tax": ("契税", "个税", "增值税", "税费"),
}
_ZH_HOME = ("房子", "买房", "房屋", "新房")
_ZH_FILLERS = _split("请问 麻烦 那个 的 了 呢 啊 吧 现在 一下 就是 我想问 你好 帮我看看 谢谢 其实 到底 这边 我们 还是")

_EN_QUESTIONS = {
    "why": ("why", "how come", "what reason", "for what cause"),
    "how_long": ("how long", "how many days", "how many weeks"),
    "when": ("when", "what day", "which date", "what time"),
    "who": ("who", "whom", "which person", "whose job"),
    "where": ("where", "which office", "what place", "which counter"),
    "how_much": ("how much", "what price", "what cost", "which fee"),
    "whether": ("whether", "is it possible", "am i able", "possible"),
    "how": ("how do i", "what steps", "which way", "how should"),
}
_EN_SHARED = {
    "buyer": ("buyer", "purchaser", "buying party"),
    "seller": ("seller", "vendor", "owner", "selling party"),
    "developer": ("developer", "builder", "sales office"),
    "bank": ("bank", "lender", "loan officer"),
    "contract": ("contract", "agreement", "draft"),
    "sign": ("signing", "online signing", "signature"),
    "money": ("balance", "down payment", "deposit", "instalment"),
    "tax": ("deed tax", "income tax", "stamp duty"),
}
_EN_HOME = ("home", "house", "flat", "apartment")
_EN_FILLERS = _split("please hello hi the a my our just now thanks so actually could you tell me ok well still")

STOCKS = {
    "zh": Stock(_ZH_QUESTIONS, _ZH_SHARED, _ZH_HOME, _ZH_FILLERS, "", "？", _chinese, _strange_chinese),
    "en": Stock(_EN_QUESTIONS, _EN_SHARED, _EN_HOME, _EN_FILLERS, " ", "?", _english, _strange_english),
}
