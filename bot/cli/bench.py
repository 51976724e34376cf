"""What happens with each line that an editor types into a trial?"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import typer

from bot.cases.languages import LANGUAGES
from bot.cli.counts import counted
from bot.cli.report import brief, explanation
from bot.cli.terminal import lines, pressed, show
from bot.cli.trial import Addition, ChangedMeanwhile, TrialChat
from bot.cli.trouble import FINDINGS, Stop, language, told
from bot.content.library import BrokenContent
from bot.content.problems import Problem
from bot.content.reader import suggestion
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Button

HELP = """\
Type a message. 打一句买家会说的话。
  a number          press a button 按按钮
  :case C-DEMO-03   go on as the buyer of this sample case; without one, as a stranger 换案子
  :new              begin a new chat: nothing was said yet 重新开始聊
  :lang zh|en       answer in this language; without one, in the message's 换语言
  :why              how the last message was understood, in full 为什么这样答
  :add INTENT       put the last message among the examples of this question 把上一句加进这个问题的例句
  :reload           read the files anew 重新读文件
  :quit             end 结束"""
_TAKEN = "Until now it is surely taken for {0}: add it only if that is wrong. 现在肯定算作 {0}：算错了才加。"
_UNSURE = "Not sure of it yet: a rule, or two more examples like it, will do. 还拿不准：再加一条规则，或两句差不多的。"
_YES = {"y", "yes", "是", "好", "对"}
# A Chinese keyboard types the wide sign.
_SIGNS = (":", "：")


class RefusedCommand(Exception):
    """A command cannot be done; the sentence says why, and the trial goes on."""


@dataclass
class Bench:
    """Takes lines one after the other; with piped input, one refusal makes the exit code 1."""

    trial: TrialChat
    is_agreed: bool = False
    buttons: tuple[Button, ...] = ()
    refusals: int = 0

    def run(self) -> None:
        """Until the input ends, or `:quit`."""
        for line in lines():
            if line in {f"{sign}{word}" for sign in _SIGNS for word in ("quit", "q")}:
                break
            self._take(line)
        if self.refusals and not sys.stdin.isatty():
            raise Stop(code=FINDINGS)

    def command(self, name: str, argument: str) -> None:
        """Do one of the `:` commands; raises RefusedCommand."""
        found = _COMMANDS.get(name)
        if found is None:
            raise RefusedCommand(f":{name}? {HELP}")
        found(self, argument)

    def _take(self, line: str) -> None:
        if not line.startswith(_SIGNS):
            self._say(line)
            return
        name, argument = [*line[1:].split(maxsplit=1), "", ""][:2]
        try:
            self.command(name, argument)
        except RefusedCommand as refused:
            self.refusals += 1
            typer.echo(str(refused), err=True)

    def _say(self, line: str) -> None:
        button = pressed(line, self.buttons)
        decision = self.trial.press(button) if button else self.trial.say(line)
        show(decision.says)
        self.buttons = next((say.buttons for say in reversed(decision.says) if say.buttons), ())
        typer.echo(typer.style(f"     {brief(decision, self.trial.house.content)}", dim=True))

    def case(self, ref: str) -> None:
        """`:case REF`: go on as the buyer of a sample case; without one, as a stranger."""
        if ref and ref not in self.trial.cases:
            raise RefusedCommand(f"No sample case {ref!r}. There are: {', '.join(self.trial.cases)}.")
        self.trial.become(ref or None)
        self.buttons = ()
        typer.echo(f"→ {ref or '陌生人 · a stranger'}")

    def new(self, _: str) -> None:
        """`:new`: begin a new chat as the same person."""
        self.case(self.trial.ref or "")

    def lang(self, code: str) -> None:
        """`:lang zh`: answer in this language; without one, in the message's."""
        if code not in {"", *LANGUAGES}:
            raise RefusedCommand(f":lang {code}? Use zh or en.")
        self.trial.speak(code or None)
        typer.echo(f"→ {code or 'zh / en'}")

    def why(self, _: str) -> None:
        """`:why`: how the last message was understood, in full."""
        typer.echo(explanation(self._decided(), self.trial.house.content))

    def reload(self, _: str) -> None:
        """`:reload`: read the files anew."""
        self._anew(self.trial.reload)
        typer.echo(f"→ {counted(len(self.trial.house.content.intents), 'question')} 个问题")

    def add(self, intent: str) -> None:
        """`:add INTENT`: put the last message among the examples of a question, once a person agrees."""
        try:
            addition = self._looked_into(intent)
            _show(addition)
            is_agreed = self._agrees(addition)
        except KeyboardInterrupt:
            typer.echo()
            is_agreed = False
        if not is_agreed:
            raise RefusedCommand("Nothing was written. 没有写。")
        self._anew(lambda: self.trial.write(addition))
        typer.echo(f"→ {addition.path}")
        match = self.trial.house.content.matcher.match(self.trial.last)
        if match.answer != intent:
            typer.echo(_UNSURE)

    def help(self, _: str) -> None:
        """`:help`: what there is."""
        typer.echo(HELP)

    def _anew(self, read: Callable[[], None]) -> None:
        """Read the files anew; where they are broken, the trial goes on with what it knew."""
        try:
            read()
        except BrokenContent as broken:
            raise RefusedCommand(told(broken.problems, language())) from None
        except ChangedMeanwhile as changed:
            raise RefusedCommand(str(changed)) from None
        except OSError as error:
            raise RefusedCommand(f"{error.filename} cannot be written: {error.strerror}.") from None

    def _looked_into(self, intent: str) -> Addition:
        """What adding would change and bring about; refused where the question or the sentence will not do."""
        self._decided()
        intents = self.trial.house.content.intents
        if intent not in intents:
            raise RefusedCommand(
                f"No question {intent!r}. {suggestion(intent, intents)[f'suggest_{language()}']}Type :add INTENT."
            )
        typer.echo("… 看看会不会抢别的问题 · looking for conflicts", err=True)
        found = self.trial.addition(intent)
        if isinstance(found, Problem):
            raise RefusedCommand(told([found], language()))
        return found

    def _agrees(self, addition: Addition) -> bool:
        """A person decides; without one, --yes does, but not against the checker or what is sure by now."""
        if self.is_agreed:
            return not addition.findings and not addition.taken_for
        if not sys.stdin.isatty():
            raise RefusedCommand("Nothing was written: where input is piped, :add needs --yes. 没有写：要加 --yes。")
        typer.echo("Write it? 写进去吗？ [y/N] ", nl=False)
        return sys.stdin.readline().strip().lower() in _YES

    def _decided(self) -> Decision:
        if self.trial.decision is None or not self.trial.last:
            raise RefusedCommand("Type a message first. 先打一句话。")
        return self.trial.decision


def _show(addition: Addition) -> None:
    """What would change, and what speaks against it."""
    typer.echo(addition.diff)
    if addition.findings:
        typer.echo(told(addition.findings, language()), err=True)
    if addition.taken_for:
        typer.echo(_TAKEN.format("、".join(addition.taken_for)), err=True)


_COMMANDS: Mapping[str, Callable[[Bench, str], None]] = {
    "case": Bench.case,
    "new": Bench.new,
    "lang": Bench.lang,
    "why": Bench.why,
    "add": Bench.add,
    "reload": Bench.reload,
    "help": Bench.help,
}
