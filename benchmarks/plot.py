"""How does the speed fall as intents are added? A picture with two logarithmic axes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from benchmarks.rows import SIGNPOST, Row

_WIDTH, _HEIGHT = 1000, 560
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 690, 50, 500
_LABEL_GAP = 17
# Strong enough on white and on black.
_COLOURS = ("#d9480f", "#c77700", "#1c7ed6", "#2b9a66", "#ae3ec9", "#7c8791", "#c2255c")
_DASHES = {"en": "7 4"}
_NAMES = {"zh": "Chinese", "en": "English"}
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #768390 }
.title { font-size: 16px; font-weight: 600 }
.grid { stroke: #8c959f; stroke-opacity: .35 }
.line { fill: none }
@media (prefers-color-scheme: dark) { text { fill: #a5afba } }
"""


@dataclass(frozen=True)
class _Line:
    """One engine in one language: (intents, messages per second), by size."""

    engine: str
    language: str
    points: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class _Axes:
    """Powers of ten at the ends, and where a value stands in the picture."""

    least_x: int
    most_x: int
    least_y: int
    most_y: int

    def x(self, intents: float) -> float:
        """Pixels from the left."""
        return _LEFT + (_RIGHT - _LEFT) * (log10(intents) - self.least_x) / (self.most_x - self.least_x)

    def y(self, speed: float) -> float:
        """Pixels from the top."""
        return _BOTTOM - (_BOTTOM - _TOP) * (log10(speed) - self.least_y) / (self.most_y - self.least_y)


def plot(rows: Sequence[Row]) -> str:
    """An SVG picture; rows without a speed are left out."""
    lines = list(_lines(rows))
    axes = _axes([point for line in lines for point in line.points] or [(10, 1.0)])
    picture = Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {_WIDTH} {_HEIGHT}", role="img")
    SubElement(picture, "title").text = "Messages per second over the number of intents, by engine and language"
    SubElement(picture, "style").text = _STYLE
    _draw_axes(picture, axes)
    colours = dict(zip(dict.fromkeys(line.engine for line in lines), _COLOURS, strict=False))
    heights = _spread([axes.y(line.points[-1][1]) for line in lines])
    for line, height in zip(lines, heights, strict=True):
        _draw_line(picture, line, axes, colours[line.engine], height)
    indent(picture)
    return tostring(picture, encoding="unicode") + "\n"


def _lines(rows: Sequence[Row]) -> Iterator[_Line]:
    for engine, language in dict.fromkeys((row.engine, row.language) for row in rows):
        own = [row for row in rows if (row.engine, row.language) == (engine, language)]
        points = sorted((row.intents, row.messages_per_second) for row in own if row.messages_per_second)
        if points:
            yield _Line(engine, language, tuple(points))


def _axes(points: Sequence[tuple[int, float]]) -> _Axes:
    sizes, speeds = [log10(size) for size, _ in points], [log10(speed) for _, speed in points]
    least_x, least_y = floor(min(sizes)), floor(min(speeds))
    return _Axes(least_x, max(ceil(max(sizes)), least_x + 1), least_y, max(ceil(max(speeds)), least_y + 1))


def _draw_axes(picture: Element, axes: _Axes) -> None:
    _text(picture, _LEFT, _TOP - 22, "Messages per second, one core").set("class", "title")
    _text(picture, (_LEFT + _RIGHT) / 2, _HEIGHT - 14, "intents", "middle")
    for power in range(axes.least_x, axes.most_x + 1):
        place = axes.x(10**power)
        _stroke(picture, [(place, _TOP), (place, _BOTTOM)]).set("class", "grid")
        _text(picture, place, _BOTTOM + 20, f"{10**power:,}", "middle")
    for power in range(axes.least_y, axes.most_y + 1):
        place = axes.y(10.0**power)
        _stroke(picture, [(_LEFT, place), (_RIGHT, place)]).set("class", "grid")
        _text(picture, _LEFT - 8, place + 4, f"{10.0**power:,.10g}", "end")


def _draw_line(picture: Element, line: _Line, axes: _Axes, colour: str, height: float) -> None:
    """The line, its points, and its name at the end, joined to it where it had to move."""
    points = [(axes.x(intents), axes.y(speed)) for intents, speed in line.points]
    drawn = _stroke(picture, points)
    drawn.attrib |= {"class": "line", "stroke": colour, "stroke-dasharray": _DASHES.get(line.language, "none")}
    drawn.set("stroke-width", "4" if line.engine == SIGNPOST else "2")
    for x, y in points:
        SubElement(picture, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3.5", fill=colour)
    name = f"{line.engine}, {_NAMES.get(line.language, line.language)}"
    if len(points) > 1:
        _stroke(picture, [points[-1], (_RIGHT + 16, height)]).attrib |= {"stroke": colour, "stroke-opacity": ".4"}
    else:
        name = f"● {name}"
    _text(picture, _RIGHT + 20, height + 4, name).set("style", f"fill: {colour}")


def _stroke(picture: Element, points: Iterable[tuple[float, float]]) -> Element:
    return SubElement(picture, "polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points), fill="none")


def _text(picture: Element, x: float, y: float, text: str, anchor: str = "start") -> Element:
    written = SubElement(picture, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor})
    written.text = text
    return written


def _spread(heights: Sequence[float]) -> list[float]:
    """The heights, pushed apart so that no label covers another, and up again where they would leave the picture."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    spread = list(heights)
    for before, place in pairwise(order):
        spread[place] = max(spread[place], spread[before] + _LABEL_GAP)
    bottom = float(_BOTTOM)
    for place in reversed(order):
        spread[place] = min(spread[place], bottom)
        bottom = spread[place] - _LABEL_GAP
    return spread
