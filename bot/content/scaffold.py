"""What does a new question look like? Two files of what an editor has said so far, with blanks for the rest."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.cases.languages import LANGUAGES
from bot.content.phrasings import FEWEST

# What stands where an answer is to be written, in each language.
BLANKS = ("这里写答案", "write_the_answer_here")
_ANSWERS = dict(zip(LANGUAGES, BLANKS, strict=True))
# A letter, then nothing that means something to YAML.
_HARMLESS = re.compile(r"\w[\w ,.?!，。？！、'’-]*")
_OR = {"zh": "、", "en": " / "}
_Texts = Mapping[str, Sequence[str]]

_INTENT = """\
# yaml-language-server: $schema={schema}
# {name}
# 买家怎么问这个问题。空着的地方填好，再运行 signpost check。
# How buyers ask this question. Fill in the blanks, then run signpost check.

# 短，会印在按钮上。 Short: it stands on buttons.
title:
  zh:{title_zh}
  en:{title_en}
{needs_case}
# 一行一条规则：+ 都要出现，、或 / 任选其一，( ) 可有可无，< > 引用词组，- 不能出现。
# One rule a line: + all occur, 、 or / any of these, ( ) may be lacking, < > names a group, - must not occur.
#   - 停车、车位 + (<网签>) - 小区
#   - parking / park + (<sign>) - included
rules:
  zh:
{rules_zh}
  en:
{rules_en}

# 买家真会这样说的句子，每种语言至少三句，五到八句更稳。 What buyers really say: three or more, better eight.
examples:
  zh:
{examples_zh}
  en:
{examples_en}

# 像、但不归这里的句子：它该归的问题；跟我们无关的写 out_of_scope，谁答都不对的写 none。
# A sentence that looks like it, and its own question: out_of_scope for none of ours, none where nobody may answer.
# not_this:
#   哪天签: sign_date
"""
_NEEDS_CASE = """
# 要看买家自己的案子才能答；谁来问都一样答的，删掉下一行。
# Answered from the buyer's own case; if everybody is told the same, delete the next line.
needs_case: yes
"""
_REPLY = """\
# yaml-language-server: $schema={schema}
# {name}
# 从上往下，第一个符合的。还写着「这里写答案」的地方换成您的话，signpost check 会逐处提醒。
# From the top, the first that fits. Write over each "write_the_answer_here", braces and all: signpost check names them.
answers:
{booked}  # 最后一条不写 when，什么情况下都要说得通：先说答案，再说下一步谁来办、什么时候。
  # The last one has no when and is true in every case: the answer, then the next step, who takes it and by when.
  - zh: |
{zh}
    en: |
{en}
    # 按钮：问题的文件名，最多四个。 Buttons: file names of questions, four at most.
    buttons:
      - human
"""
_BOOKED = """\
  # 约好了时间才这样答；用不着就整条删掉。 Where an hour is agreed; delete this answer if you need none of its own.
  - when:
      state: booked
    zh: |
      签约在{{{{ 签约地点 }}}}。
      {{{{ 签约日一句 }}}}
{zh}
      {{{{ 截至一句 }}}}
    en: |
      The signing is at this place: {{{{ signing_place }}}}.
      {{{{ signing_line }}}}
{en}
      {{{{ as_of_line }}}}
    buttons:
      - human

"""
_ASKS = {
    "zh": "下一步：{{ 顾问 }}去问清楚并告诉您，最晚{{ 回复时限 }}。",
    "en": "Next step: {{ advisor }} asks and tells you, no later than {{ reply_by }}.",
}
_GOES_ON = {"zh": "{{ 下一步一句 }}", "en": "{{ next_step_line }}"}


@dataclass(frozen=True)
class Draft:
    """What is said of a question so far, by language; each blank is to be filled in later.

    `words` give it away, `answers` are the lines of what everybody is told, `booked` those for whom an hour is agreed
    (None: no answer of their own). `of_case`: it is answered from the case; `asks_person`: somebody has to find out.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    words: _Texts = field(default_factory=dict)
    examples: _Texts = field(default_factory=dict)
    answers: _Texts = field(default_factory=dict)
    booked: _Texts | None = field(default_factory=dict)
    of_case: bool = True
    asks_person: bool = True

    @property
    def texts(self) -> Iterator[str]:
        """All that buyers may say of it: titles, words and sentences."""
        return chain(filter(None, self.titles.values()), *self.words.values(), *self.examples.values())


def pair(name: str, draft: Draft, schemas: str) -> tuple[str, str]:
    """The texts of a question's two files; `schemas`: the way from them to the folder of schemas."""
    return _intent(name, draft, schemas), _reply(name, draft, schemas)


def _intent(name: str, draft: Draft, schemas: str) -> str:
    said: dict[str, str] = {}
    for language in LANGUAGES:
        title = _scalar(draft.titles.get(language, ""))
        words = _OR[language].join(draft.words.get(language, ()))
        said[f"title_{language}"] = f" {title}" if title else ""
        said[f"rules_{language}"] = _items([words] if words else [], fewest=1)
        said[f"examples_{language}"] = _items(draft.examples.get(language, ()), fewest=FEWEST)
    needs_case = _NEEDS_CASE if draft.of_case else ""
    return _INTENT.format(name=name, schema=f"{schemas}/intent.json", needs_case=needs_case, **said)


def _reply(name: str, draft: Draft, schemas: str) -> str:
    general = {
        language: _block(_said(draft.answers, language), _ASKS[language] if draft.asks_person else None)
        for language in LANGUAGES
    }
    booked = ""
    if draft.booked is not None and draft.of_case:
        closing = _ASKS if draft.asks_person else _GOES_ON
        own = {language: _block(_said(draft.booked, language), closing[language]) for language in LANGUAGES}
        booked = _BOOKED.format(**own)
    return _REPLY.format(name=name, schema=f"{schemas}/reply.json", booked=booked, **general)


def _said(texts: _Texts, language: str) -> Sequence[str]:
    """The lines of an answer, or its blank."""
    return texts.get(language) or [f"{{{{ {_ANSWERS[language]} }}}}"]


def _block(lines: Sequence[str], closing: str | None) -> str:
    return "\n".join(f"      {line}" for line in (*lines, *([closing] if closing else [])))


def _items(texts: Iterable[str], fewest: int) -> str:
    """Entries of a list, blank ones where there are too few."""
    written = [f"    - {_scalar(text)}" for text in texts]
    return "\n".join([*written, *_blank(fewest - len(written))])


def _blank(number: int) -> Iterator[str]:
    return ("    -" for _ in range(number))


def _scalar(text: str) -> str:
    """A text on one line, in quotes where YAML would take it for something else.

    >>> _scalar("Is there parking?"), _scalar("parking: where?"), _scalar("")
    ('Is there parking?', '"parking: where?"', '')
    """
    line = " ".join(text.split())
    return line if not line or _HARMLESS.fullmatch(line) else json.dumps(line, ensure_ascii=False)
