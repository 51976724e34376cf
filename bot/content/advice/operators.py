"""What can be wrong with config.yaml, the environment and files of cases?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error

SETTINGS: Mapping[str, Advice] = {
    "no-such-setting": error(
        "没有「{key}」这个设置",
        "{suggest_zh}这里能写的有：{allowed}。",
        "there is no setting '{key}'",
        "{suggest_en}Known here: {allowed}.",
    ),
    "wrong-setting": error(
        "「{key}」不能是「{value}」：{reason_zh}",
        "改正这个值，样子见仓库里的 config.yaml。",
        "'{key}' cannot be '{value}': {reason_en}",
        "Correct the value; the config.yaml of the repository shows the form.",
    ),
    "milestone-circle": error(
        "步骤绕成了圈：{circle}",
        "去掉圈里的一条 needs 或 add。",
        "the steps go round in a circle: {circle}",
        "Remove one needs or add of the circle.",
    ),
    "no-such-edge": error(
        "{first} 本来就不在 {then} 之前，没有什么可去掉",
        "删掉这一行，或改成真有的先后。",
        "{then} does not need {first}, so there is nothing to remove",
        "Delete the line, or name an order that exists.",
    ),
    "missing-signing": error(
        "没有「{milestone}」这一步：别的都是为了它",
        "在 milestones 里加上 {milestone}：写 owner、needs 和 working_days。",
        "there is no step '{milestone}', which all others are for",
        "Add {milestone} to milestones, with owner, needs and working_days.",
    ),
    "missing-prerequisite": error(
        "「{milestone}」要等「{needs}」，可是没有定义它",
        "在 milestones 里加上 {needs}，或从 needs 去掉。",
        "'{milestone}' needs '{needs}', which is not defined",
        "Add {needs} to milestones, or take it out of needs.",
    ),
}
ROWS: Mapping[str, Advice] = {
    "csv-syntax": error(
        "这一行的 CSV 写法不对：{reason_zh}",
        "检查引号是不是成对；文字里的引号要写两个。",
        "this row is not valid CSV: {reason_en}",
        "See that every quote has its partner; a quote inside a text is typed twice.",
    ),
    "missing-column": error(
        "第一行缺「{key}」这一列",
        "第一行写列名，用逗号分开，补上「{key}」。",
        "line 1 has no column '{key}'",
        "Line 1 names the columns, parted by commas; add '{key}'.",
    ),
    "column-clash": error(
        "「{key}」和「{other}」两列对不到一起",
        "「{key}」要么自己有内容，要么分成「{key}.…」几列，留一种。",
        "the columns '{key}' and '{other}' do not go together",
        "Either '{key}' has a content of its own or it is parted into '{key}.…'; keep one.",
    ),
    "csv-separator": error(
        "第一行只有一列，列之间用的不是逗号",
        "另存为用逗号分开的 CSV；Excel 里选「CSV UTF-8（逗号分隔）」。",
        "line 1 has one column only: they are not parted by commas",
        "Save it as a CSV parted by commas; in Excel choose 'CSV UTF-8 (Comma delimited)'.",
    ),
    "nameless-cell": error(
        "「{cell}」这一格上面没有列名",
        "在第一行给这一列写名字，或删掉这一格；带逗号的文字用引号括起来。",
        "no column is named above the cell '{cell}'",
        "Name the column in line 1, or remove the cell; quote a text that holds a comma.",
    ),
    "bad-row": error(
        "{reason_zh}",
        "改正后重新导入；没有导入任何一行。",
        "{reason_en}",
        "Correct it and import again; nothing was imported.",
    ),
}
