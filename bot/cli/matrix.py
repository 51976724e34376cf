"""How does one see what is confused with what? As a drawing for a browser, that stands by itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape

from bot.matching.evaluation import NONE, Confusion, confusions, row, tally
from bot.matching.trial import Grade, Judged

_CELL, _LABEL, _TOP, _MARGIN = 22, 210, 250, 20
_LINE = 18
# So many names of questions without a mistake go on a line.
_NAMES_A_LINE = 6
_LEAST_WIDTH = 900
# Upon a cell this full, white is easier to read.
_DARK = 0.45
_RIGHT, _WRONG = (46, 125, 50), (198, 40, 40)
_TEXTS: Mapping[str, tuple[str, str]] = {
    "title": ("问题的混淆", "What is confused with what"),
    "summary": (
        "{messages} 条消息：答对 {correct}，按钮里有 {asked}，答错 {wrong}，没答 {declined}。",
        "{messages} messages: {correct} correct, {asked} asked, {wrong} wrong, {declined} declined.",
    ),
    "axes": (
        "行：应该是哪个问题；列：答成了哪个。颜色越深，占这一行的份额越大；绿是对，红是错。鼠标停在格子上看例子。",
        "Rows: the question meant; columns: the one answered. Dark: most of its row. Green is right. Point at a cell.",
    ),
    "sound": ("没有答错的问题（{count} 个）：", "Questions never answered wrongly ({count}):"),
    "cell": (
        "应该是 {wanted}，答成 {answered}：{count} 条，占 {total} 条的 {share:.0%}。{sample}",
        "{wanted} answered as {answered}: {count} of {total} ({share:.0%}). {sample}",
    ),
}


@dataclass(frozen=True)
class _Matrix:
    """What the drawing shows. `names`: the rows and columns; `rows`: how many messages each has."""

    names: Sequence[str]
    rows: Mapping[str, int]
    right: Mapping[str, int]
    pairs: Sequence[Confusion]
    spoken: str

    @property
    def width(self) -> int:
        return max(_LEAST_WIDTH, _LABEL + len(self.names) * _CELL + _TOP)

    def say(self, name: str, **values: object) -> str:
        return _TEXTS[name][self.spoken == "en"].format(**values)


def drawn(judged: Sequence[Judged], spoken: str) -> str:
    """The confusion matrix as SVG; only questions that are part of a confusion have a row and a column."""
    pairs = confusions(judged)
    confused = {name for pair in pairs for name in (pair.wanted, pair.answered)}
    names = sorted(confused, key=lambda name: (name == NONE, name))
    right = Counter(row(entry) for entry in judged if entry.outcome == Grade.CORRECT)
    matrix = _Matrix(names, Counter(map(row, judged)), right, pairs, spoken)
    foot = _TOP + len(names) * _CELL + 2 * _LINE
    sound = sorted(matrix.rows.keys() - confused)
    height = foot + (len(sound) // _NAMES_A_LINE + 3) * _LINE
    shapes = [
        _text(_MARGIN, 2 * _LINE, matrix.say("title"), 'font-size="18" font-weight="bold"'),
        _text(_MARGIN, 3 * _LINE + 6, matrix.say("summary", **asdict(tally(judged)))),
        _text(_MARGIN, 4 * _LINE + 6, matrix.say("axes"), 'fill="#555"'),
        *_labels(matrix),
        *_cells(matrix),
        *_foot(matrix, sound, foot),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {matrix.width} {height}" width="{matrix.width}" '
        f'height="{height}" role="img" font-family="system-ui, Noto Sans CJK SC, sans-serif" font-size="12">\n'
        f"<title>{escape(matrix.say('title'))}</title>\n"
        '<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(shapes) + "\n</svg>\n"
    )


def _labels(matrix: _Matrix) -> Iterator[str]:
    """The names at the left with the number of messages, and slanted above the columns."""
    for place, name in enumerate(matrix.names):
        middle = place * _CELL + _CELL * 0.7
        told = f"{name} · {matrix.rows.get(name, 0)}"
        yield _text(_LABEL - 8, _TOP + middle, told, 'text-anchor="end"')
        yield _text(_LABEL + middle, _TOP - 8, name, f'transform="rotate(-60 {_LABEL + middle:g} {_TOP - 8})"')


def _cells(matrix: _Matrix) -> Iterator[str]:
    places = {name: place for place, name in enumerate(matrix.names)}
    size = len(matrix.names) * _CELL
    for place in range(len(matrix.names) + 1 if matrix.names else 0):
        offset = place * _CELL
        yield f'<path d="M{_LABEL} {_TOP + offset}h{size}M{_LABEL + offset} {_TOP}v{size}" stroke="#e5e5e5"/>'
    for name in matrix.names:
        if matrix.right.get(name):
            yield _cell(matrix, places, Confusion(name, name, matrix.right[name], ""), _RIGHT)
    for pair in matrix.pairs:
        yield _cell(matrix, places, pair, _WRONG)


def _cell(matrix: _Matrix, places: Mapping[str, int], pair: Confusion, colour: tuple[int, int, int]) -> str:
    """A square with its count, and the example for whoever points at it."""
    total = matrix.rows[pair.wanted]
    share = min(1.0, pair.count / total)
    x, y = _LABEL + places[pair.answered] * _CELL, _TOP + places[pair.wanted] * _CELL
    shade = ",".join(str(round(255 - (255 - part) * (0.2 + 0.8 * share))) for part in colour)
    ink = "#fff" if share > _DARK else "#222"
    told = matrix.say("cell", **{**asdict(pair), "total": total, "share": share}).strip()
    return (
        f'<g><title>{escape(told)}</title><rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" '
        f'fill="rgb({shade})"/>'
        + _text(x + _CELL / 2, y + _CELL * 0.7, str(pair.count), f'text-anchor="middle" fill="{ink}"')
        + "</g>"
    )


def _foot(matrix: _Matrix, sound: Sequence[str], top: int) -> Iterator[str]:
    """The questions that need no row."""
    yield _text(_MARGIN, top, matrix.say("sound", count=len(sound)), 'font-weight="bold"')
    for start in range(0, len(sound), _NAMES_A_LINE):
        line = top + (start // _NAMES_A_LINE + 1) * _LINE
        yield _text(_MARGIN, line, " · ".join(sound[start : start + _NAMES_A_LINE]))


def _text(x: float, y: float, text: str, style: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" {style}>{escape(text)}</text>'
