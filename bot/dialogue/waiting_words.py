"""In which words does a buyer wait for the promised answer, or ask how it comes? 那我等着, "by phone or here"."""

from collections.abc import Mapping

from bot.matching.phrasing import any_of
from bot.wording.subject import FollowUp

# What agrees before it; read in one way only, or 嗯嗯嗯… would take hours.
_SO_BE_IT = (
    "(?:(?>好[的嘞]?|行|嗯+|可以|知道了?|明白了?|收到|晓得了?|辛苦了?|那就?|ok|谢谢|thanks|thx)[,，。！!吧啊 ]*+)*+"
)
_WELL = "(?:(?:so|then|and|well|ok|okay|alright|all right|fine|good|got it|i see|thx|thanks)[, ]*)*"
_THANKS = "[,，。 ]*(?:谢谢|多谢|辛苦|麻烦)?"
_RIGHT = "(?:对吧|是吧|对吗|是吗|吧)?"
# Who somebody waits for.
_WHOM = "[你您]们?|他们?|她|[一-鿿]?顾问|[一-鿿]{1,2}(?:哥|姐|经理|老师)"
# 今天下午2点前
_BY = r"(?:今天|明天|上午|中午|下午|晚上){0,2}\d{1,2}(?:点(?:半|\d{1,2}分?)?|[:：]\d\d)(?:之?前)?"
WAITING: Mapping[FollowUp, str] = {
    # What closes: who waits for what was promised, or passes it on.
    FollowUp.WAITS: any_of(
        f"{_SO_BE_IT}(?:我|我们)?(?:就|先|再|只要|还是)*(?:在这里?)?(?:等|等着|等等|等吧)(?:{_WHOM})?(?:的)?(?:吧|了|好了)?",
        f"{_SO_BE_IT}(?:我|我们)?(?:就|先|再|只要)*(?!.{{0,20}}(?:等[了到多久]|没|不|怎么|为))[^?？,，。]{{0,14}}等[^?？,，。]{{0,8}}"
        "(?:消息|回复|电话|答复|通知|信儿?|核对|核实|结果|联系)(?:吧|了|好了)?",
        f"{_SO_BE_IT}(?:我|我们)?(?:去|就|先)?(?:跟|和|告诉|通知)(?:他|她|他们|卖家|房东|对方|家里人?|老婆|老公)(?:说|讲|联系)?(?:一声|一下)?",
        f"{_SO_BE_IT}(?:[^?？,，。没不怎]{{0,6}}(?:之?前)?(?:一定|记得|务必|千万)?(?:要|得)?|我在这里?等[,， ]*)"
        "(?:回(?:我|复我?)|告诉我|通知我|联系我|别忘了?(?:回|告诉|联系|通知)?我)(?:一声|一下)?(?=[啊呀哦噢吧呢。！!\\s]*$)",
        # 12点前对吧，那我等着; 那我等顾问 下午2点前 对吧
        f"{_SO_BE_IT}{_BY}{_RIGHT}[,，。 ]*(?:那|我|就)*等(?:着|{_WHOM})?(?:吧|了|好了)?{_THANKS}",
        f"{_SO_BE_IT}(?:那|我|就)*等(?:着|{_WHOM})?[,，。 ]*{_BY}[,，。 ]*{_RIGHT}{_THANKS}",
        f"{_WELL}(?:before|by|until|till) [\\w: ]{{1,12}}(?:right|correct|yes)?[?, ]*"
        "(?:(?:ok|then|so)[, ]*)*(?:i|we)(?:'ll| will)? wait",
        f"{_WELL}(?:i|we)(?:'?ll| will|'?m| am)? "
        "(?:just |only |have to )*(?:wait|waiting|sit tight)(?: here)?"
        "(?: for (?:you|your|him|her|them|that|it|the|my|a)(?: \\w+){0,4})?"
        r"(?: (?:then|at|until|till|by|on|tomorrow)(?: [\w:]+){0,3})?",
        "(?:please )?don'?t forget (?:me|to (?:tell|call|write|answer|message)(?: me)?)",
        "i'?ll (?:tell|let) (?:him|her|them)(?: know)?",
    ),
    # Whether an answer comes here or by phone.
    FollowUp.VIA: any_of(
        "[^?？,，。]{0,14}(?:电话|微信|短信)[^?？,，。]{0,3}还是[^?？,，。]{0,3}(?:这[里儿]|聊天|电话|微信|短信)[^?？,，。]{0,6}",
        "[^?？,，。]{0,14}还是[^?？,，。]{0,3}(?:打(?:我|给我)?电话|短信)[^?？,，。]{0,3}",
        "[^?？,，。]{0,16}在这[里儿](?:发消息|发|回|说|答|联系|告诉|通知)我?(?=[吗么对是吧？?\\s]+$)(?:对吧|是吧)?",
        f"(?:{_WHOM}|同事)?(?:是|会|要)*(?:打电话|发短信|发微信)(?:给我|通知我)?(?=[吗么？?\\s]+$)|怎么(?:联系|通知|告诉|回)我",
        "(?:will|does|do|would|is|can) (?:he|she|they|you|someone|somebody|(?:the |my )?advisor)(?: going to)? "
        "(?:call|ring|phone|text|message|email|write|answer|reply|tell me)(?: to)?(?: me)?(?: back)?"
        "(?: here| in (?:this|the) chat)?(?: or (?:call|text|message|write|email|here|by phone)(?: me)?(?: here)?)?",
        "(?:can|could) (?:it be|we do it|he|she|you|they) (?:by phone|on the phone|phone me|ring me)"
        "(?: (?:not|instead of) chat)?",
        "(?:is (?:that|it) |will it be )?(?:by phone|on the phone|a call|by message|here|in (?:this|the) chat)"
        " or (?:by phone|on the phone|a call|by message|here|in (?:this|the) chat|call)",
        "(?:how|where) (?:will|do|does) (?:he|she|they|you|i|someone) (?:tell|reach|contact|answer|call|hear)"
        "(?: me| from (?:him|her|you|them))?|where do i get the answer",
    ),
}
