"""What does a new question look like before anybody has filled it in? Two files whose blanks `signpost check` names."""

import json
import re
from collections.abc import Mapping

# What stands where an answer is to be written, in each language.
BLANKS = ("这里写答案", "write_the_answer_here")
# A letter, then nothing that means something to YAML.
_HARMLESS = re.compile(r"\w[\w ,.?!，。？！、'’-]*")

_INTENT = """\
# yaml-language-server: $schema={schema}
# {name}
# 买家怎么问这个问题。空着的地方填好，再运行 signpost check。
# How buyers ask this question. Fill in the blanks, then run signpost check.

# 短，会印在按钮上。 Short: it stands on buttons.
title:
  zh: {zh}
  en: {en}

# 要看买家自己的案子才能答；谁来问都一样答的，删掉下一行。
# Answered from the buyer's own case; if everybody is told the same, delete the next line.
needs_case: yes

# 一行一条规则：+ 都要出现，、或 / 任选其一，( ) 可有可无，< > 引用词组，- 不能出现。
# One rule a line: + all occur, 、 or / any of these, ( ) may be lacking, < > names a group, - must not occur.
#   - 停车、车位 + (<网签>) - 小区
#   - parking / park + (<sign>) - included
rules:
  zh:
    -
  en:
    -

# 买家真会这样说的句子，每种语言至少三句，五到八句更稳。 What buyers really say: three or more, better eight.
examples:
  zh:
    -
    -
    -
  en:
    -
    -
    -

# 像、但不归这里的句子：它该归的问题；跟我们无关的写 out_of_scope，谁答都不对的写 none。
# A sentence that looks like it, and its own question: out_of_scope for none of ours, none where nobody may answer.
# not_this:
#   哪天签: sign_date
"""

_REPLY = """\
# yaml-language-server: $schema={schema}
# {name}
# 从上往下，第一个符合的。四处「这里写答案」换成您的话，signpost check 会逐处提醒。
# From the top, the first that fits. Write over each "write_the_answer_here", braces and all: signpost check names them.
answers:
  # 约好了时间才这样答；用不着就整条删掉。 Where an hour is agreed; delete this answer if you need none of its own.
  - when:
      state: booked
    zh: |
      签约在{{{{ 签约地点 }}}}。
      {{{{ 签约日一句 }}}}
      {{{{ 这里写答案 }}}}
      下一步：{{{{ 顾问 }}}}去问清楚并告诉您，最晚{{{{ 回复时限 }}}}。
      {{{{ 截至一句 }}}}
    en: |
      The signing is at this place: {{{{ signing_place }}}}.
      {{{{ signing_line }}}}
      {{{{ write_the_answer_here }}}}
      Next step: {{{{ advisor }}}} asks and tells you, no later than {{{{ reply_by }}}}.
      {{{{ as_of_line }}}}
    buttons:
      - human

  # 最后一条不写 when，什么情况下都要说得通：先说答案，再说下一步谁来办、什么时候。
  # The last one has no when and is true in every case: the answer, then the next step, who takes it and by when.
  - zh: |
      {{{{ 这里写答案 }}}}
      下一步：{{{{ 顾问 }}}}去问清楚并告诉您，最晚{{{{ 回复时限 }}}}。
    en: |
      {{{{ write_the_answer_here }}}}
      Next step: {{{{ advisor }}}} asks and tells you, no later than {{{{ reply_by }}}}.
    # 按钮：问题的文件名，最多四个。 Buttons: file names of questions, four at most.
    buttons:
      - human
"""


def pair(name: str, titles: Mapping[str, str], schemas: str) -> tuple[str, str]:
    """The texts of a question's two files; `schemas`: the way from them to the folder of schemas."""
    said = {language: _scalar(title) for language, title in titles.items()}
    return (
        _INTENT.format(name=name, schema=f"{schemas}/intent.json", **said).replace(": \n", ":\n"),
        _REPLY.format(name=name, schema=f"{schemas}/reply.json"),
    )


def _scalar(text: str) -> str:
    """A text on one line, in quotes where YAML would take it for something else.

    >>> _scalar("Is there parking?"), _scalar("parking: where?"), _scalar("")
    ('Is there parking?', '"parking: where?"', '')
    """
    line = " ".join(text.split())
    return line if not line or _HARMLESS.fullmatch(line) else json.dumps(line, ensure_ascii=False)
