"""Does a case that can be read make sense? What contradicts itself in it is found at its place."""

from collections.abc import Mapping

from bot.cases.case import Case
from bot.cases.milestones import BlockerCode, Status
from bot.content.reader import Reader
from bot.content.source import Node


def check_sense(found: Mapping[str, Node], case: Case, reader: Reader) -> None:
    """What is done is over, every obstacle stands once, and each paper has a code of its own.

    `found`: the case's entries by their keys, in which the findings have their places.
    """
    _check_steps(found, case, reader)
    _check_blockers(found, case, reader)
    _check_papers(found, case, reader)


def _check_steps(found: Mapping[str, Node], case: Case, reader: Reader) -> None:
    for step in case.steps:
        if step.done_on and step.status != Status.DONE:
            reader.report(
                "bad-row",
                reader.entries(found["steps"])[step.milestone].place,
                reason_zh=f"{step.milestone} 有 done_on，status 却是 {step.status}",
                reason_en=f"{step.milestone} has done_on, and its status is {step.status}",
            )


def _check_blockers(found: Mapping[str, Node], case: Case, reader: Reader) -> None:
    done = {step.milestone for step in case.steps if step.status == Status.DONE}
    known: set[BlockerCode] = set()
    for node, blocker in zip(_items(found, "blockers", reader), case.blockers, strict=True):
        if blocker.closed_on:
            continue
        if blocker.milestone in done:
            reader.report(
                "bad-row",
                node.place,
                reason_zh=f"{blocker.code} 卡住的 {blocker.milestone} 已经办好；写上 closed_on，或它卡住的 milestone",
                reason_en=f"{blocker.code} holds up {blocker.milestone}, which is done; "
                "give closed_on, or the milestone it stops",
            )
        if blocker.code in known:
            _report_twin(node, blocker.code, reader)
        known.add(blocker.code)


def _check_papers(found: Mapping[str, Node], case: Case, reader: Reader) -> None:
    """A paper is noted as received by its code."""
    known: set[str] = set()
    for node, paper in zip(_items(found, "documents", reader), case.documents, strict=True):
        if paper.code in known:
            _report_twin(node, paper.code, reader)
        known.add(paper.code)


def _items(found: Mapping[str, Node], key: str, reader: Reader) -> tuple[Node, ...]:
    return reader.items(found[key]) if key in found else ()


def _report_twin(node: Node, code: str, reader: Reader) -> None:
    reader.report(
        "bad-row",
        node.place,
        reason_zh=f"{code} 在这一单里已经有了，换一个 code",
        reason_en=f"{code} stands in this case already; give it a code of its own",
    )
