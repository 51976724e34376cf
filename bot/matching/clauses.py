"""Where does one part of a message end and the next begin?"""

import re

# A line, a full stop or a word that opens another matter; a comma alone hardly parts two questions.
# A run of signs is tried from its beginning only, once: a message may be nothing but blanks.
# Such a word inside a phrase is another one: 房子还有抵押. It opens something after a sign or a question.
_STRONG = re.compile(
    r"(?<=[?？])[。！？!?;；\n]*+|[。！!;；\n]+|\.\s"
    r"|(?:^|(?<![，,\s])[，,\s]++|(?<=[么吗呢啥久少啊不没。！？!?;；]))"
    r"(?:另外|还有就是|还有|顺便问(?:一下|下)?|顺[便带]|对了|再问(?:一下|下)?)[，,]?"
    r"|(?<![,\s]),?\s++(?:(?:oh )?(?:and )?also|oh and|by the way|btw|another thing|one more thing|plus|[+&])"
    r"(?=[\s,:])[,:]?",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?<![，,、…~～\s])[，,、…~～\s]++(?=[㐀-鿿])|[，,]\s*|(?<=[么吗呢啥久少啊不没])然后(?!呢|怎|咋|该|要|还)"
    r"|然后(?=转人工|转接|帮|把|给|再|告诉|发)|(?<=[㐀-鿿])[+＋&](?=[㐀-鿿])"
    r"|(?<!\s)\s++(?:and|but|then|and then)\s+",
    re.IGNORECASE,
)
# 啥都齐了 (everything is there) asks nothing.
_ASKS = re.compile(
    r"[?？]|[吗嗎]|[么麼呢]$|(?<![好行])吧$|(?:[什甚][么麼]|啥)(?![都也])|[几幾][号號时時天点點月个個日]|[周期拜][几幾]"
    r"|多少|多久|多[长長]|哪|怎[么麼样樣]|咋|[谁誰]|干[嘛吗嗎]|幹[嘛嗎]"
    r"|如何|何[时時]|是否|(.)[不没沒]\1|[没沒]有?$|[^可]不$|不行$|[点點]解|乜"
    r"|^(?:(?:and|but|also|so|or|then) )*(?:(?:when|wen|what|where|how|who|which|why)(?:'?s)?"
    r"|is|are|am|do|does|did|can|could|will|would|should|has|have|may|must)\b"
    r"|\b(?:how (?:do|does|did|is|are|can|could|will|would|should|to|much|many|long|soon|fast|come)"
    r"|(?<!know )(?:what|when|where|which|who|why) (?:do|does|did|is|are|can|could|will|would|should|about|day|time)"
    r"|can (?:i|we|he|she|they))\b"
    r"|\b(?<!n't )(?<!dont )(?<!not )(?:know|say|tell|ask|wonder(?:ing)?)\b"
    r"[^.!]{0,60}\b(?:when|what|where|how|who|which|why|if|whether)\b"
    r"|\b(?:when|what|where|how|who|which|why)$",
    re.IGNORECASE,
)
_REQUESTS = re.compile(
    r"[帮幫]我|[发發][给給]?我|[给給]我(?=[发發看讲講说說转轉算查]|一[个個])|^再?把|[发發说說讲講看查列]一?下|告[诉訴]我|打[开開]"
    r"|麻[烦煩]|[请請](?![问問假])|(?<![别別用要])[转轉]人工|[删刪]|(?<![已经經被])取消(?!了)|[别別不]要?再?[发發推](?!票)|[改换換][到成]"
    r"|\b(?:please|pls|plz)\b|\bi (?:want|would like|'d like) (?:to|my|a|an|you)\b"
    r"|^(?:(?:and|but|also|so|or|then|just) )*(?:give|send|get me|tell|show|change|move|cancel|delete|remove|stop|add"
    r"|push|call|connect|let me|turn|switch|explain|list|link|put)\b",
    re.IGNORECASE,
)
# What somebody says so of is not what they ask.
_NOT_ASKED = re.compile(
    r"我?(?:不是(?:要|在|想)?[问問]|[没沒]有?[问問](?![题題])|不[问問])"
    r"|(?:i(?:'?m| am| was)? ?)?(?:not|didn'?t|never) (?:asking|ask|asked)\b",
    re.IGNORECASE,
)
# Nothing shorter says anything by itself.
_SHORTEST = 2


def clauses(message: str) -> tuple[str, ...]:
    """The parts that may each be a question of their own; the whole message if it has only one.

    >>> clauses("签约带什么？另外放款要多久")
    ('签约带什么？', '放款要多久')
    """
    return _parts(_STRONG, message)


def phrases(message: str) -> tuple[str, ...]:
    """The same, parted at every comma as well.

    >>> phrases("银行批了，什么时候签")
    ('银行批了', '什么时候签')
    """
    return tuple(phrase for clause in clauses(message) for phrase in _parts(_WEAK, clause))


def asks(part: str) -> bool:
    """Is it put as a question?

    >>> asks("房本哪天能领"), asks("银行批了"), asks("and how much is the tax"), asks("the bank said yes")
    (True, False, True, False)
    """
    return _ASKS.search(part) is not None


def requests(part: str) -> bool:
    """Does it want something done?

    >>> requests("把进度也说一下"), requests("stop the alerts"), requests("the alerts stopped")
    (True, True, False)
    """
    return _REQUESTS.search(part) is not None


def without_not_asked(message: str) -> str:
    """The message without the phrases that only say what is not asked; all of it where nothing else is left.

    >>> without_not_asked("不是问税，问的是中介收多少")
    '问的是中介收多少'
    """
    parts = phrases(message)
    asked = [part for part in parts if not _NOT_ASKED.match(part)]
    return "，".join(asked) if 0 < len(asked) < len(parts) else message


def _parts(border: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in border.split(text) if len(part.strip()) >= _SHORTEST)
