"""What can be wrong with any file, whatever it is for?"""

from collections.abc import Mapping

from bot.content.advice.form import Advice, error, warning

FILES: Mapping[str, Advice] = {
    "unreadable": error(
        "读不了这个文件：{reason}",
        "检查文件名和权限。",
        "cannot read this file: {reason}",
        "Check its name and permissions.",
    ),
    "missing-folder": error(
        "没有这个文件夹",
        "建好它，或在 config.yaml 的 content 里改路径。",
        "there is no such folder",
        "Create it, or correct the path under content in config.yaml.",
    ),
    "not-utf8": error(
        "从这里起不是 UTF-8 编码",
        "用编辑器「另存为 UTF-8」；Excel 里选「CSV UTF-8」。",
        "not UTF-8 from here on",
        "Save the file as UTF-8 in your editor; in Excel choose 'CSV UTF-8'.",
    ),
    "control-character": error(
        "有一个看不见的控制字符（{code}）",
        "删掉这个位置的字符，重新打一遍。",
        "an invisible control character ({code})",
        "Delete the character at this spot and type it again.",
    ),
    "yaml-syntax": error(
        "这里的 YAML 写法不对：{reason_zh}",
        "看第 {line} 行和上一行：缩进用空格对齐，冒号后留一个空格；以 @ ` % [ {{ 等符号开头、或含「: 」的文字"
        "用引号括起来。",
        "this is not valid YAML: {reason_en}",
        "Look at line {line} and the one above: align with spaces, put a space after the colon, and quote a text "
        "that starts with a sign such as @ ` % [ {{ or contains ': '.",
    ),
    "cut-short": warning(
        "「{rest}」前面有空格，# 起的字都不算数",
        "这些字要算的话，整段加上双引号；只是备注的话，# 后面空一格。",
        "with a space before it, the # cuts '{rest}' off",
        "If it belongs to the text, put all of the text in double quotes; a remark has a space behind its #.",
    ),
    "yaml-machinery": error(
        "这里用了 YAML 的 & * ! 记号",
        "去掉记号，把文字直接写出来；文字本身以它开头就加引号。",
        "this uses YAML's & * ! signs",
        "Remove the sign and write the text out; quote a text that begins with it.",
    ),
    "too-deep": error(
        "这里一层套一层，太深了",
        "照别的文件的样子写，最多三四层。",
        "this is nested too deeply",
        "Write it like the other files, three or four levels at most.",
    ),
    "no-name": error(
        "冒号前面没有名字",
        "写上名字；如果这里本来是文字，比如以 {{{{ 开头，就用引号括起来，或换行用 | 写。",
        "there is no name before the colon",
        "Write one; if this was meant as text, such as one that begins with {{{{, quote it or write it below a |.",
    ),
    "wrong-ending": error(
        "「{name}」不会被读到",
        "把文件名改成「{instead}」。",
        "'{name}' is not read",
        "Rename it to '{instead}'.",
    ),
    "bad-name": error(
        "「{name}」不能当文件名：按钮上放不下",
        "用 2 到 40 个小写字母、数字和 _，字母开头；标题写在文件里。",
        "'{name}' cannot be a file's name: a button could not carry it",
        "Use 2 to 40 small letters, digits and _, a letter first; the title stands in the file.",
    ),
    "same-name": error(
        "已经有一个同名的文件：{other}",
        "两个文件并成一个，或改掉其中一个的名字。",
        "there is a file of the same name already: {other}",
        "Merge the two, or rename one of them.",
    ),
    "empty-file": error(
        "文件是空的",
        "照别的文件的样子写上内容，或删掉这个文件。",
        "the file is empty",
        "Fill it like its neighbours, or delete it.",
    ),
    "duplicate-key": error(
        "「{key}」写了两次，第一次在第 {line} 行",
        "两处并成一处。",
        "'{key}' stands twice, first in line {line}",
        "Merge the two into one.",
    ),
    "full-width": error(
        "「{sign}」是全角符号",
        "换成半角的「{narrow}」。",
        "'{sign}' is a full-width sign",
        "Type '{narrow}' instead.",
    ),
    "odd-blank": error(
        "这里的空格不是普通空格（全角的，或从网页上粘来的）",
        "删掉，用半角输入法打空格。",
        "this blank is not the one of the space bar: a full-width one, or pasted from a web page",
        "Delete it, and press the space bar instead.",
    ),
    "merge-mark": error(
        "两个人改了同一处，合并的记号还留在文件里",
        "在「<<<<<<<」和「>>>>>>>」之间留一种写法，三行记号都删掉。",
        "two people changed this place, and the marks of the merge are still in the file",
        "Keep one of the two versions between '<<<<<<<' and '>>>>>>>', and delete the three lines of marks.",
    ),
    "tab-indent": error(
        "行首用了 Tab",
        "换成空格。",
        "the line is indented with a tab",
        "Use spaces.",
    ),
}
SHAPES: Mapping[str, Advice] = {
    "unknown-key": error(
        "不认识「{key}」这一项",
        "{suggest_zh}这里能写的有：{allowed}。",
        "there is no '{key}' here",
        "{suggest_en}Known here: {allowed}.",
    ),
    "missing-key": error(
        "缺「{key}」这一项",
        "加上「{key}:」。",
        "'{key}' is missing",
        "Add '{key}:'.",
    ),
    "colon-in-text": error(
        "冒号把这一句拆成了两半",
        "整句放进引号里。",
        "a colon cuts this text in two",
        "Put all of it in double quotes.",
    ),
    "wrong-shape": error(
        "这里应该是{expected_zh}",
        "照别的文件里同一项的样子写。",
        "this should be {expected_en}",
        "Write it like the same entry in another file.",
    ),
    "unknown-value": error(
        "「{key}」不能是「{value}」",
        "{suggest_zh}可以写：{allowed}。",
        "'{key}' cannot be '{value}'",
        "{suggest_en}It can be: {allowed}.",
    ),
    "empty-text": error(
        "这里没有内容",
        "写上文字，或整项删掉。",
        "there is nothing here",
        "Write something, or delete the entry.",
    ),
    "missing-language": error(
        "「{key}」缺{language_zh}",
        "在这里加上「{language}:」，跟「{other}:」并排。",
        "'{key}' has no {language_en}",
        "Add '{language}:' here, beside '{other}:'.",
    ),
    "folded-text": warning(
        "这几行会连成一行：「{language}:」后面要写「|」",
        "写成「{language}: |」，下面每一行照样缩进。",
        "these lines run together into one: '|' has to stand behind '{language}:'",
        "Write '{language}: |', and leave the lines below it as they are.",
    ),
    "joined-line": error(
        "这一行会接到上一行后面，两行成了一句",
        "要是另一句，把「- 」跟上面几句的「- 」对齐；要是同一句，写成一行。",
        "this line runs on from the one above: the two are one entry",
        "If it is an entry of its own, put its '- ' below those of the others; if not, write both on one line.",
    ),
    "missing-name": error(
        "「{code}」还没有名字",
        "在「{section}」下面加上 {code}，写好 zh 和 en。",
        "'{code}' has no name yet",
        "Add {code} under '{section}' with zh and en.",
    ),
}
LABELS: Mapping[str, Advice] = {
    "no-label": error(
        "这一行没有写明是哪个问题",
        "写成「消息」、一个 Tab（CSV 里是下一栏）、问题的文件名；不归我们管的写 none。",
        "this line does not say which question it is",
        "Write the message, a tab (in CSV: the next column), and the file name of the question; 'none': not ours.",
    ),
    "no-messages": error(
        "文件里一条消息也没有",
        "一行写一条：「消息」、一个 Tab、问题的文件名。",
        "the file holds no message",
        "Write one a line: the message, a tab, and the file name of the question.",
    ),
}
