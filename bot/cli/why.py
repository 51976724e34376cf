"""Why did the bot say that? Any reply explained, from what was kept beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.options import ConfigFile, Lang
from bot.cli.trouble import FINDINGS, Stop, spoken_in

if TYPE_CHECKING:
    from bot.review.edition import Edition
    from bot.store.books import Records
    from bot.store.said_rows import Told

_WORDS = {
    "zh": {
        "head": "消息 {message}（发件箱 {letter}），聊天 {chat}，{at}",
        "asked": "买家问",
        "pressed": "（按了按钮或打了命令）",
        "taken": "听成",
        "called": "「{title}」",
        "nothing": "没听懂",
        "by": "，凭：",
        "reply": "回答",
        "place": "{file} 第 {number} 个",
        "facts": "印的事实",
        "content": "内容版本",
        "since": "{version}，{at} 上线，{who}",
        "unknown": "不知道谁改的",
        "gone": "{version}（书里没有它的文件）",
        "text": "发出的话",
        "unsent": "还没发",
    },
    "en": {
        "head": "message {message} (outbox {letter}), chat {chat}, {at}",
        "asked": "the buyer asked",
        "pressed": "(a button or a command)",
        "taken": "taken for",
        "called": " “{title}”",
        "nothing": "not understood",
        "by": ", by: ",
        "reply": "the answer",
        "place": "{file}, answer {number}",
        "facts": "facts in it",
        "content": "content version",
        "since": "{version}, live since {at}, {who}",
        "unknown": "by whom is unknown",
        "gone": "{version} (the books do not hold its files)",
        "text": "what was sent",
        "unsent": "not sent yet",
    },
}


_UNKNOWN = "There is no such reply of the content. `signpost why --chat NUMBER` lists a chat's."


def why(
    message: Annotated[
        int | None, typer.Argument(help="Telegram's number of the message, or its number in the outbox.")
    ] = None,
    chat: Annotated[int | None, typer.Option(help="Only this chat; alone: its last replies.")] = None,
    last: Annotated[int, typer.Option(help="How many of the last replies.", min=1)] = 3,
    lang: Lang = None,
    config: ConfigFile = None,
) -> None:
    """Explain a reply that was sent: what it answered, which file it came from, with which facts."""
    from bot.app import books, configure

    language = spoken_in(lang)
    if message is None and chat is None:
        raise Stop("Give the number of a message, or --chat NUMBER for its last replies.")
    with books(configure(config)).transaction() as records:
        told = _found(records, message, chat, last)
        if not told:
            raise Stop(
                _UNKNOWN if message is not None else f"No reply of the content is kept for chat {chat}.", FINDINGS
            )
        shown = ["\n".join(_lines(reply, records, language)) for reply in told]
    typer.echo("\n\n".join(shown))


def _found(records: "Records", message: int | None, chat: int | None, last: int) -> "list[Told]":
    """By Telegram's number, which several chats may have; else by the outbox's."""
    if message is None:
        return records.said.latest(chat or 0, last)
    return records.said.sent(message, chat) or ([] if chat else records.said.letter(message))


def _lines(told: "Told", records: "Records", language: str) -> Iterator[str]:
    from bot.dialogue.messages import Say
    from bot.store.content_rows import NoSuchVersion

    words, past, account = _WORDS[language], told.past, told.past.account
    number = told.message_id or words["unsent"]
    yield words["head"].format(
        message=number, letter=past.outbox_id, chat=told.chat_id, at=f"{past.at:%Y-%m-%d %H:%M:%S}"
    )
    try:
        edition = records.contents.edition(account.version)
    except NoSuchVersion:
        edition = None
    yield from _row(words["asked"], account.heard.question or words["pressed"])
    yield from _row(words["taken"], _taken(told, edition, language))
    yield from _answer(told, edition, language)
    yield from _row(words["facts"], "\n".join(f"{name} = {value}" for name, value in account.facts.items()) or "–")
    yield from _row(words["content"], _content(told, records, language))
    yield from _row(words["text"], Say(told.text).plain)


def _taken(told: "Told", edition: "Edition | None", language: str) -> str:
    from bot.content.archive import title

    words, heard = _WORDS[language], told.past.account.heard
    if heard.intent is None:
        return words["nothing"]
    called = title(edition, heard.intent, language) if edition else None
    score = f" {heard.score:.2f}" if heard.score is not None else ""
    evidence = words["by"] + "、".join(heard.evidence) if heard.evidence else ""
    return f"{heard.intent}{words['called'].format(title=called) if called else ''}{score}{evidence}"


def _answer(told: "Told", edition: "Edition | None", language: str) -> Iterator[str]:
    """Where the answer stands, and how it was written when it was said."""
    from bot.content.archive import answer_passage

    words, account = _WORDS[language], told.past.account
    passage = answer_passage(edition, account.reply, account.answer) if edition else None
    file = passage.file if passage else f"replies/…/{account.reply}.yaml"
    place = words["place"].format(file=file, number=account.answer + 1)
    yield from _row(words["reply"], "\n".join([place, *(["", *passage.text.splitlines(), ""] if passage else [])]))


def _content(told: "Told", records: "Records", language: str) -> str:
    words, version = _WORDS[language], told.past.account.version
    known = next((entry for entry in records.contents.all() if entry.version == version), None)
    if known is None:
        return words["gone"].format(version=version)
    who = known.who or words["unknown"]
    return words["since"].format(version=version, at=f"{known.loaded_at:%Y-%m-%d %H:%M}", who=who)


def _row(name: str, value: str) -> Iterator[str]:
    """A name, and its value beside it, line under line."""
    width = 18
    first, *rest = value.splitlines() or [""]
    yield f"  {name}{' ' * max(1, width - _columns(name))}{first}"
    yield from (f"  {' ' * width}{line}".rstrip() for line in rest)


def _columns(text: str) -> int:
    """How wide a text is in a terminal: a Chinese character takes two columns."""
    wide = "\u2e80"
    return sum(2 if character >= wide else 1 for character in text)
