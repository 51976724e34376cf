"""In which words does a buyer ask each part of the last answer, and nothing else? 几号到期, "sure?", 谁去办."""

from collections.abc import Mapping

from bot.dialogue.waiting_words import WAITING
from bot.matching.phrasing import any_of
from bot.wording.subject import FollowUp

_WHEN = any_of("什么时候|啥时候?|啥辰光|几时|何时|哪一?天|几号|几点钟?|周几|星期几|礼拜几|多会儿|什么日子|几月")
_THAT = " " + any_of("that|it|this|them|those|one|for (?:it|that|this)")
_I = any_of("i|we")
_DO = any_of("do|can|should|must")
_STILL = "(?:still |also |really |already )?(?:have to |need to )?"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "why 19 oct", 为啥是周五: the day itself is asked about.
_DAY = any_of(
    r"\d{1,2}[号日点](?:半)?|\d{1,2}月\d{1,2}[号日]?|周[一二三四五六日天]|(?:那|这|今|明|后)天|明年|年后",
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: ?of)?(?: [a-z]{3,9})?|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?",
    f"{_WEEKDAY}|(?:that|this) (?:day|date)|tomorrow|then",
)
# 确定 alone is a yes.
_ASKED = r"(?=[吗么嘛不假吧？?\s]+$)不?"
# A day that can be held against the agreed one.
_AGREED = any_of(
    r"\d{1,2}[号日]|\d{1,2}月\d{1,2}[号日]|周[一二三四五六日天]|[今明后]天|那天",
    r"(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: [a-z]{3,9})?",
    f"{_WEEKDAY}|tomorrow|that day",
)
# A day, or the day of a month, that something is asked of.
_A_DAY = any_of(
    r"(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[号日]"
    r"|(?:下?个?(?:周|礼拜|星期))[一二三四五六日天]|[明后]天|月底",
    r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: [a-z]{3,9})?(?: \d{4})?|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?",
    f"(?:next |this |on )?{_WEEKDAY}|tomorrow",
)
ASKED_ON: Mapping[FollowUp, str] = {
    FollowUp.SINCE: any_of(
        f"从{_WHEN}(?:开始)?|{_WHEN}(?:开始|停|批)的?|多久了",
        r"since (?:when|what (?:day|time))(?: (?:is|was) (?:it|that|this)(?: \w+)?)?",
        "when was (?:it|that|this)|when did (?:it|that|this) (?:start|begin|happen)",
    ),
    FollowUp.WHEN: any_of(
        f"最[晚迟快]|大概|(?:最[晚迟快]|截止|到|是)*{_WHEN}(?:之?前|以前)?(?:才|就|能|可以|会)*"
        "(?:到期|过期|截止|开始|恢复|[修弄办]?好|结束|[有出](?:结果|信|答复|消息)|知道|(?:回|答复|告诉|通知|联系)我?|有人回我?)?",
        f"(?:你们?|您们?)?下次{_WHEN}(?:给我消息|有消息|去?查|去?问|跟进|联系)",
        "(?:还有?|剩|还剩)[几多]少?天(?:到期)?|(?:还要)?多久(?:才|能)?(?:有人)?(?:回|答复|联系|有结果|有消息)我?",
        "(?:(?:un)?til+|by|at|around|about|before|from|on|today|tomorrow)? ?"
        "(?:when|wen|what (?:time|day|date)|which (?:day|date))"
        f"(?: is (?:that|it|this)(?<!what time is it)| will (?:{_I}|you) (?:know|hear)(?: from you| back| it)?"
        f"| do {_I} (?:know|hear)"
        "| will \\w+ (?:answer|reply|call))?",
        "(?:what(?:'?s| is) )?the (?:deadline|(?:last|latest|new) (?:day|date)|date|day|time)",
        "(?:how )?many days (?:are )?left(?: (?:on|of|for) it)?",
        "(?:(?:un)?til+ |by )?when is (?:it|that) (?:good|valid|due|ok)",
        "how long is (?:it|that) (?:good|valid)(?: for)?|when (?:will|do) (?:you|u) tell me",
        f"(?:{_DAY})?{_WHEN}(?:给|有)我?(?:个)?(?:消息|信|准信|答复)",
        r"还没(?:有)?(?:定|约|日子|时间|准信)(?:下来|好)?(?=[吗么啊呀？?\s]+$)",
        r"(?:still )?(?:not (?:set|fixed|booked|known)|no (?:date|day|time))(?: yet)?(?=\W*\?)",
    ),
    FollowUp.ENOUGH: any_of(
        r"(?:会|能|还|时间)*(?:来得及|赶得[上及]|够不够|够用?(?=\s*[吗么嘛不？?])|来不来得及|来不及|赶不[上及])",
        f"(?:is|will|would){_THAT}? ?(?:be )?(?:enough|in time|too late|before (?:that|it|the deadline|then))",
        f"(?:is there |do {_I} have )?enough(?: time)?(?: (?:till|until|before) (?:the )?(?:deadline|then))?",
        f"in time|too late|will (?:{_I}|it) make it",
    ),
    FollowUp.SURE: any_of(
        "(?:你|您|你们)(?:敢|能)?(?:确定|肯定|保证)不?|没骗我|不是骗我|(?:会不会|不会|又会)再?变(?:卦)?",
        f"能?(?:确定|肯定|保证|是?一定|真的?|准){_ASKED}|真的假的|说话算数吗",
        "(?:你|您|恁|这)?(?:们)?(?:说的?|讲的?|消息)?(?:到底)?(?:准不准|靠谱[吗么不]|靠不靠谱|可靠吗)[啊呀]?",
        "[你您]?(?:确定|肯定)[吗么][，, ]*(?:中介|卖家|银行|别人|他们?)?[说讲]?的?[跟和]?你?(?:说的)?(?:不一样|不同)",
        f"(?:are|r) (?:you|u|ya) (?:really |very )?(?:sure|certain)(?: about{_THAT})?|you promise|is that so|yes or no",
        r"(?:really |for |is that for )?(?:sure|certain|definite|really|seriously|guaranteed|promise)(?=\W*\?)",
        f"is{_THAT} (?:a )?(?:certain|final|sure|fixed|guaranteed?|definite|true|correct|promise|firm|for sure)",
        f"(?:can|do) you (?:guarantee|promise)(?:{_THAT})?|is that (?:all|it)",
        r"(?:(?:just|only) that|nothing else)(?=\W*\?)",
        r"(?:这样|那)?就?都?(?:齐|够|行|可以)了(?=[吧吗？?\s]+$)|(?:no|nothing) more(?: \w+)?(?: from me)?(?=\W*\?)",
        r"(?:only|just) (?:the )?\w+(?: one)?(?: left)?(?=\W*\?)",
        "就这[些个样]|没别的|(?:还有)?别的|(?:这(?:个|是)?)?(?:谁|哪里|哪儿)(?:说|写|查|听来)的(?:[^?？，,。几谁哪]{1,8})?",
        "(?:how|where) do you know(?: that| this| it)?|(?:who|where) (?:said|says)(?: so| that| this| it)?",
    ),
    FollowUp.PAYER: any_of(
        "(?:该|要|得|是|由)*(?:谁|哪[方边])来?(?:出|付|掏|承担|负担|赔)(?:钱|费|这?笔?钱)?",
        f"who pays?(?: for)?{_THAT}?|is{_THAT} (?:on|for) me|me or (?:him|her|them|the seller)",
        "(?:the )?seller pays? too",
        f"do {_I} (?:have to |need to )?pay(?: for)?{_THAT}?(?: or (?:he|she|they|him|the seller))?",
    ),
    # Money is never meant by what may be papers: those go to the advisor.
    FollowUp.PAY_TO: any_of(
        "(?:是|要|得|该)*(?:付|打|放|转|汇|存|退)(?:到|给|去|在)?了?(?:谁|哪[里儿]?|哪个账[户号]|什么账[户号])(?:手[里上])?",
        "[账帐]号是?(?:多少|几)?|(?:is |it'?s )?(?:paid|pay)(?: it)? to whom?|who is it paid to",
        "which account(?: number)?",
        f"who {_DO} i pay(?:{_THAT})?(?: to)?|where {_DO} i (?:pay|transfer){_THAT}?(?: to)?",
        "to (?:me|him|the seller)(?: or (?:me|him|(?:the )?seller))?",
    ),
    FollowUp.HAND_TO: any_of(
        "(?:是|要|得|该)*(?:交|给|寄|送)(?:到|给|去|在)?了?(?:谁|哪[里儿]?)(?:手[里上])?",
        f"(?:(?:is |it'?s )?(?:given?|goes|go|send|sent)(?: it)? )?to whom?|who (?:gets|receives){_THAT}?",
        f"who {_DO} i (?:give|send|hand)(?:{_THAT})?(?: (?:in )?to)?|where {_DO} i send{_THAT}?(?: to)?",
    ),
    # The place of what was agreed; papers are fetched elsewhere.
    FollowUp.PLACE: any_of(
        "(?:地址|地点|位置)(?:是)?(?:哪里?|在哪[里儿]?|什么|多少)?(?:再)?(?:发|说|给)?(?:我|一下|一遍)*|(?:那天)?(?:是)?在哪[里儿]?(?:签)?来着",
        f"where(?: is|'s) (?:it|that|the place|the office)|where {_DO} {_I} (?:have to |need to )?(?:go|come|be)",
        "(?:what(?:'s| is) )?the (?:address|place)|which floor|几楼|在几楼",
    ),
    FollowUp.WHERE: any_of(
        "(?:要|得|我|应该|该|是)*(?:在|去|到|上|从)?哪(?:里|儿|个地方|边)?(?:去|能|可以)?(?:办|弄|做|补|领|拿|开|取|问|交|缴)?",
        "(?:要|得|我|应该|该|是)*(?:找|问)谁(?:去|来)?(?:开|办|弄|要|拿|领)",
        f"where(?: {_DO} {_I} (?:do|get|go|hand|bring|collect){_THAT}?(?: in)?)?",
        f"where(?:(?: is|'s){_THAT}| to(?: go| get{_THAT})?)",
        f"from (?:who|whom|where)(?: do i get{_THAT})?|(?:at )?which (?:office|counter|window)",
    ),
    FollowUp.WHO: any_of(
        "(?:是|由|归|该|要)*(?:谁|哪位|什么人)(?:来|去|会)*(?:办|弄|做|跑|取|领|拿|交|缴|送|开|查|看|保管|算|说了算)?",
        r"(?!who(?:'s| is) (?:this|that|it|there)\W*$)who(?:'s| is| are| will| does| do| would| should)?"
        "(?: (?:do|does|doing|checks?|handles?|collects?|goes?|files?|brings?|calculates?|judges?|holds?|keeps?|renews?"
        f"|decides?|arranges?|arranging|books?|booked))?(?:{_THAT})?",
        "by whom?|who then",
    ),
    # In this very chat: nobody has to look for a number.
    FollowUp.ASK: any_of(
        "(?:我|该|要|能|可以|应该|得)*(?:找谁|问谁|跟谁|和谁|向谁)(?:问|说|讲|确认|反映|联系|谈)?",
        "(?:谁|哪位)(?:能|可以|来)(?:帮我?|给我)?(?:确认|答|回答|说清楚?)(?:一?下)?",
        f"who {_DO} {_I} (?:tell|ask|talk to|speak to|contact|call|write to|inform)|ask who",
        "who to (?:tell|ask|talk to|call|contact)|who can (?:tell|help|answer) me",
    ),
    # Of the case as a whole, whatever the last answer was about.
    FollowUp.TURN: any_of(
        "(?:是|由|归|该|要)*(?:谁|哪位|哪边)(?:来|去|在|会)*(?:负责|管|催|拖|定|核对|核实|跟进|处理|盯|打?给我(?:打电话)?|(?:联系|通知|告诉|回)我)",
        f"who (?:calls?|tells?|answers?|asks?|informs?)(?:{_THAT}| me| us| him| the seller)?",
        "who(?: is|'s) (?:responsible|in charge)|whose turn(?: is it)?",
    ),
    # Who answers with nothing but a question mark wants it shorter.
    FollowUp.SHORT: r"(?=[?？]{1,5}$)",
    FollowUp.COST: any_of(
        "另?外?(?:要|得|需要|收|用|交|付|出|缴)*(?:多少钱?|钱|花钱|收费|费用|手续费|付费|花多少钱?)|贵(?:不贵)?|要不要[花出]?钱|收不收[钱费]|免费",
        f"how much(?: (?:is|does|do|will|would){_THAT}(?: cost| charge)?)?|expensive|is{_THAT} free",
        f"what(?: (?:does|will){_THAT})? cost",
        f"(?:any |the |is there (?:a |any )?(?:extra )?)?(?:fee|cost|charge)s?(?: for{_THAT})?",
        f"(?:does|will|would){_THAT} cost(?: (?:me )?(?:more|money|anything|extra|much))?",
    ),
    FollowUp.FASTER: any_of(
        "(?:能不能|能|可不可以|可以|有没有办法|有办法)再?(?:快|早|提前|加急)(?:一?[点些下]|不快)?(?:办|放|签)?不?|加急|快点",
        f"(?:can|could|may){_THAT}? ?(?:i|we|you|they)? ?(?:be |go |do{_THAT} |make{_THAT} )?"
        f"(?:faster|quicker|sooner|earlier|hurr(?:y|ied)(?: up)?|sped up|speed{_THAT}? ?up)",
        f"any way to (?:speed{_THAT}? ?up|make{_THAT} faster)|faster|sooner",
    ),
    FollowUp.WHY: any_of(
        "(?:为什么|为啥|为何|凭什么|凭啥)(?:会|要|是|还)?(?:这么|那么)?(?:慢|久|晚|麻烦|长|拖)?",
        "(?:怎么|咋|怎)(?:会|要|还)?(?:这么|那么)(?:慢|久|晚|麻烦|长|拖)|(?:要)?(?:这么|那么)(?:慢|久|晚|长)",
        f"(?:为什么|为啥|为何|凭什么|凭啥|干嘛|咋|怎么)(?:会|要|非得|非要|得|只能|偏|就|还|才)*(?:是|等|等到|拖到|到|在|排到)(?:了)?{_DAY}",
        "(?:为什么|为啥|为何|咋|怎么)(?:就|还|会|总|老)*(?:算不出|说不准|定不了|定不下|没定|不能再?准点|没有?(?:日子|时间|准话|个准))来?",
        "(?:why|how come)"
        "(?: not| so (?:late|long|slow|much)| no (?:time|date|day)| (?:only )?roughly| not (?:more )?exact(?:ly)?)?",
        "(?:为什么|为啥|为何|咋|怎么)(?:就|还|会|总|老|要|得)*(?:等|查|办|弄|批|审|拖)(?:了|个)?(?:这么|那么|半天)(?:久|慢|长)?",
        f"(?:why|how come)(?: is it| on| only| not before| not earlier than| until)? {_DAY}|(?:that|so) long",
        "(?:收入证明|户口本|材料|证明|那个)?不是(?:已经)?(?:交|给)(?:过|了)了?(?=[吗么嘛？?\\s]+$)",
        "why (?:is|was) (?:the )?\\w+(?: one)? not (?:ok(?:ay)?|valid|enough|accepted)(?: anymore)?",
        "why a new one|why again",
        "(?:so )?you (?:don'?t|do not) know why|(?:did|does) (?:he|she|they|the seller) (?:say|tell you) why",
        "(?:any|what) reason",
        "(?:他|她|他们|对方|卖家)?(?:说|讲)?(?:了|是)?(?:为什么|为啥|什么原因|啥原因|原因)(?:没来|不来|拖|了)?(?:没有?|吗)?",
        f"why (?:can'?t|cannot|don'?t|do not) (?:you|u) (?:say|tell|know)(?:{_THAT}| me| when| the day| exactly)*",
        f"why(?: (?:does|is|do|did|has|was))?{_THAT}? ?(?:takes?|taken|taking|being|is)? ?(?:so|that|this)? "
        "(?:long|slow|late)",
    ),
    FollowUp.FAILS: any_of(
        r"(?:要是|如果|万一|假如|到时候?|到那天|还是?|又|再|一直|他们?|她|对方|会|\d{1,2}[号日]|[今明后那]天|周[一二三四五六日])*"
        "(?:没有?(?:来|成|过|好|出|到|[批放]下来|[签办修][成上好]|[批放签]|恢复|下来|结果|出来|消息|人回?|办|弄好)|不(?:来|行|成|批|放|签|肯|同意)"
        "|[来办批查放签修过](?:不了|不成|不过|不下来|不好)|联系不[上到]|来不及|赶不上|错过了?|[晚坏停超过]了)(?:怎么办|咋办|咋整|咋弄|呢)",
        # 要是8点没恢复呢，下午白跑一趟？
        "[^?？，,]{0,4}(?:要是|如果|万一|假如)[^?？，,]{0,16}(?:呢|怎么办|咋办|咋整)(?:[，,][^?？，,]{1,10})?",
        r"what if (?:the \w+(?: \w+)?|he|she|they|it) (?:takes longer|comes? later|says? no|is late|does not|doesn'?t)"
        "[^?]{0,25}",
        "(?:what )?if (?:not|no|(?:it|he|she|they|that|this|i|we)(?:'?s| is| am|'?m| are|'re| does| do)?(?:n'?t| not)?"
        "(?: (?:still|again|even|ever))?(?: (?:fails?|slips?|late|longer|delayed|down|ready|done|back|comes?|shows? up"
        "|happens?|works?|goes? through|in time|sign|agree|make it|away|miss(?:es)?(?: that| it| this)?))?"
        "(?: by (?:then|that day))?)",
        "what happens(?: to (?:me|us)| then)? if (?:we|i|they) (?:miss|don'?t make|can'?t make) (?:it|that|the date)",
    ),
    # When money or papers are to be given.
    FollowUp.DUE: any_of(
        f"(?:该|要|得|最[晚迟])*{_WHEN}(?:之?前)?(?:要|得|该|能|去)?(?:交|缴|付|给)",
        f"(?:by )?when {_DO} {_I} (?:have to |need to )?(?:pay|hand|bring|give)(?: (?:it|that|them))?(?: in)?",
    ),
    # Whether the buyer has to be there, and what to plan by it.
    FollowUp.GO: any_of(
        "我?(?:本人|自己|亲自)?(?:还|到底|究竟)?(?:要不要|用不用|需不需要|该不该|必须|需要|[要用该得])(?:我|本人|亲自)*"
        r"(?:去|到场?|跑|过去)(?:一?[趟下]|签字?|办|现场|那边)?(?=[吗不么嘛？?\s]+$|$)不?",
        r"(?:那天|我|明天|今天|后天)*还?(?:要不要|用不用|该不该|[要用得该])先?(?:请个?假|调休)(?=[吗不么嘛？?\s]+$|$)不?|还?去不去",
        f"{_DO} {_I} {_STILL}(?:go|come|show up|attend|be there)(?: there| too| then| that day| myself| in person)*",
        f"{_DO} {_I} {_STILL}(?:take|ask for|get) (?:(?:a|the) )?"
        f"(?:day|time|half day|leave|tomorrow|{_WEEKDAY})(?: off)?(?: then| now)?",
        "am i (?:needed|required)(?: there| then)?",
    ),
    # Whether it is anything to fear.
    FollowUp.HARM: any_of(
        r"(?:这|算|会|那)*(?:不)?(?:要紧|正常|严重|碍事|耽误|有(?:什么)?(?:事|问题|风险|影响|麻烦)|是问题)(?=[吗不么嘛吧？?\s]+$)不?",
        r"(?:会不会|有没有|会|对)?(?:有)?(?:影响|耽误)(?:到|我|签约|网签|后面)*(?=[吗不么嘛？?\s]+$|$)不?",
        "(?:签约|网签|我这边|我)?(?:不会?(?:受)?影响|没影响|没(?:什么|啥)?(?:事|问题)|不要紧|不碍事|不耽误)(?:到|我|签约|网签)*[吧吗]",
        f"is{_THAT} (?:bad|normal|usual|serious|ok(?:ay)?|fine|risky|common|a (?:big )?(?:problem|risk|bad sign))",
        r"(?:it'?s|all|everything|that'?s)(?: is)?(?: all)? (?:ok(?:ay)?|fine|normal|good)(?: then)?(?=\W*\?)",
        "(?:any|is there (?:a|any)|is it a) (?:problem|risk|trouble)s?(?: for (?:me|us))?",
        r"(?:no (?:problem|risk)|nothing(?: is|'s)? (?:wrong|stuck))(?: for (?:me|us))?(?=\W*\?)",
        f"should {_I} (?:be )?worr(?:y|ied)|(?:am|are) {_I} in trouble",
        f"(?:does|will|would){_THAT} (?:hurt|matter|affect (?:me|us|(?:the |my )?signing))",
    ),
    FollowUp.FAULT: any_of(
        "(?:这|那)?(?:算|是|怪)(?:谁|哪[边方])的?(?:错|责任|问题|锅|违约|头上)?的?|(?:谁|哪[边方])的?(?:错|责任|锅)|(?:谁|哪边)(?:搞|弄)错的?",
        "(?:找|该)?谁赔",
        f"whose fault(?: is{_THAT})?|who(?: is|'s) (?:to blame|at fault|guilty)|who made (?:the|this|that) mistake",
    ),
    # The day is over, or the approval.
    FollowUp.OVER: any_of(
        f"(?:(?:要是|如果|万一)?(?:{_DAY})?(?:真的)?(?:过|超过|过期|到期|逾期|超期|超|错过)了?(?:这天|那天|期限|期|时间)?)"
        "(?:会|就|要|该|又|有)*(?:怎么样|怎样|咋样|怎么办|咋办|咋整|咋弄|什么后果|啥后果|呢)",
        "(?:and |what )?(?:happens )?(?:if|when|once|after) (?:it|that|this|the date|the day|the deadline)"
        "(?: is| has| does)? ?(?:expires?|expired?|runs? out|ran out|over|passe[sd]|past|gone)",
    ),
    # How old is what was told?
    FollowUp.AS_OF: any_of(
        f"(?:你|您|你们|您们|这|那|上面)*(?:个|条)?(?:消息|信息|资料|数据|记录|日期|说的)?(?:是)?(?:{_WHEN}|多久以?前)(?:的|更新的?|核对的?|查的?)",
        "(?:这|那|你|您|你们)?(?:个)?(?:消息|信息|资料|数据|记录)(?:是不是)?(?:旧|老|过时|最新|新)的?了?",
        "(?:你|您|这|那)*(?:个|条)?(?:消息|信息|资料|数据|记录)?(?:现在|还|到底)*(?:准不准|是?最新的?)",
        f"(?:is{_THAT} )?(?:old|outdated|new|up to date|the latest)(?: (?:info|information|data|news))?(?=\\W*\\?)",
        f"(?:when|how long ago) (?:did (?:you|u) (?:last )?check|was{_THAT} (?:last )?(?:checked|updated))",
        "why (?:is|are) (?:your|the|this) (?:info|information|data|file|records?)(?: so)? (?:old|outdated)",
        "(?:为什么|为啥|怎么|咋)(?:你们?的?|这)?(?:资料|信息|记录|消息|数据)(?:会|就|还)?(?:这么|那么)?(?:旧|老|过时)",
        f"how old is{_THAT}(?: info)?|as of when|from when is{_THAT}(?: info)?",
    ),
    # What was to be moved is left where it is.
    FollowUp.STAYS: any_of(
        "(?:算了|不用了)?[，, ]*(?:那|就|我)*(?:不[改换挪动推]期?了|不用改了?|别改了|照旧|保持不变)(?:吧|好了)?",
        "(?:算了|不用了)?[，, ]*(?:那|就|我)*(?:还是)?(?:按|照)?原来的?(?:时间|日子)?(?:去|来|签)?(?:吧|好了)?",
        f"(?:算了|不用了)?[，, ]*(?:那|就|我)*还是{_AGREED}(?:去|来|签)?(?:吧|好了)?",
        # 算了 那我自己看着办吧 25号见
        f"(?:[唉哎]?算了|好吧?|行吧?)?[，, ]*(?:那|就|我)*(?:自己看着办|到时候?再说)?吧?[，, ]*{_AGREED}见",
        "(?:算了|不用了)[，, ]*(?:去|来|签)吧",
        f"(?:(?:no|actually|never ?mind|nvm|forget it|wait|ok|leave it)[, ]*)*(?:i'?ll |let'?s |we'?ll |please )?"
        f"(?:leave|keep|stick (?:with|to)|stay (?:with|on)|come on|come|take) (?:it )?(?:on |at |for |to |with )?"
        f"(?:as (?:it )?(?:is|was|planned)|it|the (?:same|old|original|first) (?:day|time|date)|{_AGREED})"
        "(?:,? i'?ll (?:change|move|rebook|cancel) (?:my|the) \\w+)?",
        "(?:(?:no|actually|ok)[, ]*)*(?:never ?mind|nvm|forget it|no change|no need to (?:move|change)(?: it)?)",
    ),
    # What there is on a day that is named.
    FollowUp.THAT_DAY: any_of(
        f"(?:我)?{_A_DAY}(?:是|有|要|得|该|需要|办|做|干)*(?:什么|啥|干嘛)(?:日子|事|安排|时候)?",
        f"(?:and )?what(?:'?s| is| happens| do {_I} (?:have to |need to )?(?:do|pay|bring))(?: on)? {_A_DAY}"
        r"(?:,? (?:is (?:it|that) (?:a|the) \w+(?: or what)?))?",
    ),
    # How many days there are until then, and whether today is one of them.
    FollowUp.DAYS: any_of(
        f"(?:从?(?:今天|现在)(?:算起?|起|开始|数)?)?(?:离|距离?|到)*{_A_DAY}(?:之?前|为止)?(?:还|一共|总共|中间|能)*(?:有|剩下?|差|要)?"
        "(?:几|多少)个?(?:工作日|日历日|天)",
        f"(?:还|一共|总共)?(?:有|剩下?|差)?(?:几|多少)个?(?:工作日|日历日|天)(?:到|离){_A_DAY}",
        "今天(?:也|到底|是不是)?(?:算|算在内|算进去|算一天|算不算|包括在内)(?:一天|在内|进去|不算)?(?=[吗么嘛不？?\\s]*$)不?",
        f"how many (?:working |business |calendar )?days (?:do {_I} have |are (?:there |left )*|is (?:it|that) |left )?"
        f"(?:till|until|to|before|by|from (?:now|today) (?:to|till|until)) {_A_DAY}",
        f"{_A_DAY} (?:is )?(?:how many|in how many) (?:working |business )?days(?: from (?:now|today))?",
        "(?:does|do (?:you|they|we) count|is|are we counting) today (?:count(?:ed|s)?|includ\\w+|as (?:a|one) day)",
        "(?:does|do|is) today count(?:ed)?(?: as (?:a|one) day| too)?|counting today",
    ),
    **WAITING,
    # What it is that is waited for.
    FollowUp.WHAT: any_of(
        "(?:他们|政府|房管局|这|那)?(?:是|在|要)*(?:查|核|验|核验|审)(?:的)?(?:是)?(?:什么|啥)(?:东西|呢)?",
        "(?:房源?)?核验(?:是)?(?:什么|啥)(?:东西|意思)?",
        "what (?:are|do|is) (?:they|you|it|the bureau|being) ?(?:even |actually )?(?:check|verify|review)(?:ing|ed)?"
        "(?: for| there| on it)?|what (?:is|'s) (?:the|this|that) (?:property )?check|what (?:property )?check",
    ),
    # What disagrees in a file of two minds.
    FollowUp.WHICH: any_of(
        "(?:是)?哪(?:两|几|些)?(?:处|边|个|份|里|条)?(?:记录)?(?:不一样|不同|对不上|矛盾|不对|对|错)?的?",
        "(?:两处|两边|记录)?(?:怎么|咋|为啥|为什么|哪里)(?:会)?(?:不一样|不同|对不上|矛盾)的?",
        "(?:什么叫|啥叫|什么是|啥是)?(?:两处|两边)(?:记录)?(?:说的)?(?:不一样|不同|对不上)(?:是)?(?:什么|啥)?(?:意思)?",
        "which(?: (?:two|2))?(?: (?:records?|ones?|of them))?(?: (?:disagree|differ|is (?:right|wrong)|are they))?",
        f"(?:why|how)(?: is{_THAT}| are they| do they)? (?:differ(?:ent)?|disagree)",
        "who is (?:right|wrong)|what (?:differs|is different)",
        "what (?:are|is) (?:the|these|those) (?:two |2 )?records?|which (?:one|record) is (?:right|wrong|true)",
    ),
}
