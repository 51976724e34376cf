"""Where does one part of a message end and the next begin?"""

from bot.matching.phrasing import Phrasing

# A line, a full stop or a word that opens another matter; a comma alone hardly parts two questions.
# A run of signs is tried from its beginning only, once: a message may be nothing but blanks.
# Such a word inside a phrase is another one: 房子还有抵押. It opens something after a sign or a question.
_ANOTHER = (
    r"(?:^|(?<![，,\s])[，,\s]++|(?<=[么吗呢啥久少啊不没。！？!?;；]))"
    r"(?:另外|还有就是|还有|顺便问(?:一下|下)?|顺[便带]|对了|再问(?:一下|下)?)[，,]?"
    # "do I also need to come" goes on, and so does "my wife also come".
    r"|(?<![,\s])(?<!\bi)(?<!\byou)(?<!\bcan)(?<!\bis)(?<!\bput),?\s++"
    r"(?:(?:oh )?(?:and )?also(?! (?:come|sign|go|attend|be|when its|when it)\b)|oh and|by the way|btw"
    r"|another thing|one more thing|plus)(?=[\s,:])[,:]?"
)
_STRONG = Phrasing(rf"(?<=[?？])[。！？!?;；\n]*+|[。！!;；\n]+|\.\s|{_ANOTHER}|(?<![,\s]),?\s++[+&](?=[\s,:])[,:]?")
_BESIDE = Phrasing(_ANOTHER)
_WEAK = Phrasing(
    r"(?<![，,、…~～\s])[，,、…~～\s]++(?=[㐀-鿿])|[，,]\s*|(?<=[么吗呢啥久少啊不没])然后(?!呢|怎|咋|该|要|还)"
    r"|然后(?=转人工|转接|帮|把|给|再|告诉|发)|(?<=[㐀-鿿])[+＋&](?=[㐀-鿿])"
    r"|(?<!\s)\s++(?:and|n|but|then|and then)\s+",
)
# 几号签几号放款: where one question follows another without a sign, the next begins with such a word, or behind 多久.
_QUESTION = Phrasing(
    r"什么时候|啥时候|几[时号点]|哪[里儿天边]?|[什甚]么|啥|多久|多少|谁|怎么|吗|\b(?:when|what|where|how|who)\b"
)
_NEXT = Phrasing(
    r"什么时候|啥时候|几[时号点](?!之?前)|[在去到]哪|要?带[什啥]|为[什啥]么?|还[要得有]多久|还[差缺][什啥]|谁(?=[去来签付出给要])"
    r"|(?<=多[久少])(?=\S{1,5}(?:多[久少]|什么时候|几[号点]|吗))|(?<=吗)(?=\S{2})"
    # "when do i get the keys what do i bring": but not "how do i know what is missing".
    r"|(?<=[a-z]{2})(?<!\bknow)(?<!\btell)(?<!\bask)(?<!\bme)(?<!\bsee)(?<!\bsay)(?<!\bof)(?<!about)(?<!\band)(?<!\bor)(?<!\bin)(?<!\bby)"
    r"(?<!\bfor)(?<!\bon)(?<!\bat)(?<!\bto)(?<!from)(?<!check)(?<!understand)(?<!explain)(?<!with)(?<!until)(?<!then)"
    r" (?=(?:what|when|where|how|who) (?:do|does|is|are|can|should|will|must|shall)\b)",
)
# 啥都齐了 (everything is there) asks nothing.
_ASKS = Phrasing(
    r"[?？]|吗|[么呢]$|(?<![好行])吧$|(?:[什甚]么|啥)(?![都也])|(?<![前这那好])几[号时天点月个日楼层趟次样份]|[周期拜]几"
    r"|多少|多久|多长|哪(?![能会]真)|怎[么样]|咋|谁|干[嘛吗]"
    r"|如何|何时|是否|(.)[不没唔弗勿]\1|[好完办签批出到交]了没有?(?![人谁钱说])|没[有得]?[呀啊呢嘛哦]?$|[^可]不[呀啊呢嘛]?$|不行$"
    r"|点解|乜|咩|几多|来着$|[去到转打选][^，,。！？]{1,8}还是[去到转打选]|划算还是|还是[^，,。！？]{1,8}划算|才去?[^，,。！？]{1,6}还是|系[咪唔]|几时|伐$|[好快]还是|还是[^，,。！？]{1,14}(?<![没不])[好快]$|\S还是\S{2,12}[呀啊呢]$"
    r"|^(?:(?:and|but|also|so|or|then|now) )*(?:(?:when|wen|what|where|how|who|which|why)(?:'?s)?"
    r"|is|are|am|do|does|did|can|could|will|would|should|has|have|may|must"
    r"|(?:can|could|will|would|is|are|do|does|did|has|have)(?:'?t|n'?t)"
    r"(?= (?:you|somebody|someone|anybody|it|he|she|they|we|i)\b))\b"
    r"|\b(?:how (?:do|does|did|is|are|can|could|will|would|should|to|much|many|long|soon|fast|come)"
    r"|(?<!know )(?:what|when|where|which|who|why) (?:do|does|did|is|are|can|could|will|would|should|about|day|time)"
    r"|can (?:i|we|he|she|they))\b"
    r"|\b(?<!n't )(?<!dont )(?<!not )(?:know|say|tell|ask|wonder(?:ing)?)\b"
    r"[^.!]{0,60}\b(?:when|what|where|how|who|which|why|if|whether)\b"
    r"|^(?:(?:and|but|also|so|or) )*(?:from|until|till|since|by) (?:when|what|which)\b"
    r"|\b(?:before or after|first or (?:after|later)|or not|can or not|better (?:to )?\w[^,.!?]{0,30} or)\b"
    r"|\b(?:what|where|when|how) (?:i|we) (?:do|must|need|should|can|have to|pay|get|go)\b|^(?:and )?in which step\b"
    r"|\b(?:is|was|are|were|do|does|did|has|have|wo|wil|can|ca|could|should)n'?t (?:i|we|you|it|he|she|they)$"
    r"|\b(?:when|what|where|how|who|which|why)$|\bis (?:what|when|where|who|how much)\b"
    r"|\b(?:mean|meant|ask|asking)\b[,:]? (?:is|are|do|does|did|can|could|will|would|should|has|have)\b"
    r"|^(?:and |also |so )?any (?:news|updates?|progress|word|joy)\b",
)
_REQUESTS = Phrasing(
    r"帮我|发给?我|给我(?=[发看讲说转算查改换挪找]|一[个下])|^再?把|[发说讲看查列]一?下|告诉我|打开"
    r"|顺[便带].{0,4}[改换删]|麻烦|请(?![问假])|(?<![别用要])转人工|删|(?<![已经被])取消(?!了)|[别不]要?再?[发推](?!票)|[改换][到成]"
    r"|\b(?:please|pls|plz)\b|\bi (?:want|would like|'d like) (?:to|my|a|an|you|shift|change|move|cancel)\b"
    r"|^(?:(?:and|but|also|so|or|then|just) )*(?:give|send|get me|tell|show|change|move|cancel|delete|remove|stop|add"
    r"|push|call|connect|swap|take (?:me|my|it|this|the)|let me|turn|switch|explain|list|link|put"
    r"|need to (?:move|change|cancel|swap|postpone|shift))\b",
)
# "1) signing date 2) what to bring": who numbers what is wanted has no need of question words.
_NUMBER = Phrasing(
    r"(?:(?:^|(?<=[\s:：,，;；。.!！?？]))(?:[(（]?\d[)）]|\d[、.．](?!\d)"
    r"|\d(?= (?:where|when|what|how|who|which|is|are|do|does|can)\b))|[①-⑨])\s*+"
)
# What somebody says so of is not what they ask.
_NOT_ASKED = Phrasing(
    r"我[都也早]?知道了?[^，,。.！!？?吗么不没]{0,10}$|i (?:already )?know (?:where|what|that|when|why|how)\b[^?]*$"
    r"|我?(?:不是(?:要|在|想)?问|没有?问(?!题)|不问)|[这那]?[跟和与][^，,。.！!？?\s]{1,6}(?:没|无)(?:有)?关系"
    r"|(?:i(?:'?m| am| was)? ?)?(?:not|didn'?t|never) (?:asking|ask|asked)\b"
    r"|(?:it'?s |that'?s |this is )?not (?:a |any )?(?:scam|fraud)\b"
    r"|(?:nobody|no one) (?:asked|asks|wants)(?: me| us)? for money\b"
    r"|(?:也)?没人(?:要)?(?:骗|坑)我$|不是(?:诈骗|骗子|被骗)$"
    r"|(?:(?:so|ok|okay|well|and) )*(?:you|u) (?:don'?t|do not) know\b[^?]*$"
    r"|(?:那|所以)*[你您](?:也|都)?不(?:知道|清楚)[^?？吗么]*$",
)
# 我说存首付 不是领证: who says again what is meant, and what is not.
_MEANT = Phrasing(
    r"我(?:[说问]的?是?|[是就只]+[说问]|指的?是?|要)(?!过)"
    r"|(?:no\W+)?i (?:mean|meant|said|asked)\b|(?:but |no\W+)?i'?m (?:just |only )?asking\b"
)
_NOT_MEANT = Phrasing(
    r"不是[^，,。.！!？?吗么不没]{1,8}$|not (?:the |about )?[^,.!?]{1,25}$|i (?:don'?t|do not) want to [^,.!?]{1,20}$"
)
# Nobody asks more than that in one breath.
_MOST_IN_A_ROW = 4
# Nothing shorter says anything by itself.
_SHORTEST = 2


def clauses(message: str) -> tuple[str, ...]:
    """The parts that may each be a question of their own, in simplified script; all of it if it has only one.

    >>> clauses("签约带什么？另外放款要多久")
    ('签约带什么？', '放款要多久')
    """
    return _parts(_STRONG, message)


def phrases(message: str) -> tuple[str, ...]:
    """The same, parted at every comma as well, and where one question follows another.

    >>> phrases("银行批了，什么时候签"), phrases("几号签在哪里签")
    (('银行批了', '什么时候签'), ('几号签', '在哪里签'))
    """
    commas = (phrase for clause in clauses(message) for phrase in _parts(_WEAK, clause))
    return tuple(question for phrase in commas for question in _one_by_one(phrase))


def items(message: str) -> tuple[str, ...]:
    """What is numbered, without what stands before it, or named as another matter; none where nothing is.

    >>> items("问一下：1）几号签 2）带什么"), items("1.5万 2.5万"), items("名字错了，另外想换周五")
    (('几号签', '带什么'), (), ('名字错了', '想换周五'))
    """
    _, *numbered = _NUMBER.split(message)
    parts = numbered if len(numbered) > 1 else _parts(_BESIDE, message)
    return tuple(part.strip() for part in parts) if len(parts) > 1 else ()


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


def wants_answer(part: str) -> bool:
    """Is it a question or a request?"""
    return asks(part) or requests(part)


def asks_anything(message: str) -> bool:
    """Is any phrase of it a question or a request?"""
    return any(map(wants_answer, phrases(message)))


def without_not_asked(message: str) -> str:
    """The message without the phrases that only say what is not asked; all of it where nothing else is left.

    >>> without_not_asked("不是问税，问的是中介收多少")
    '问的是中介收多少'
    >>> without_not_asked("我说存首付 不是领证")
    '我说存首付'
    """
    parts = phrases(message)
    is_corrected = any(map(_MEANT.match, parts))
    denied = [part for part in parts if is_corrected and _NOT_MEANT.match(part) and not asks(part)]
    asked = [part for part in parts if not _NOT_ASKED.match(part) and part not in denied]
    return "，".join(asked) if 0 < len(asked) < len(parts) else message


def _one_by_one(phrase: str) -> tuple[str, ...]:
    """The questions of a phrase: 什么时候几点签 is one, and so is what hardly says anything before the next word."""
    found: list[str] = []
    while len(found) < _MOST_IN_A_ROW and (border := _next_question(phrase)):
        found.append(phrase[:border])
        phrase = phrase[border:]
    return (*found, phrase)


def _next_question(phrase: str) -> int | None:
    """Where the second question begins; None where there is one only."""
    first = _QUESTION.search(phrase)
    following = _NEXT.search(phrase[first.end() :]) if first else None
    if first is None or following is None or (following.start() == 0 and first.start() == 0):
        return None
    return first.end() + following.start()


def _parts(border: Phrasing, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in border.split(text) if len(part.strip()) >= _SHORTEST)
