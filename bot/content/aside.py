"""How are saved files loaded and checked without holding up the answers? In a process beside this one."""

import gc
import pickle
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Lock
from typing import IO, BinaryIO

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.folders import Folders
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.dialogue.situation import Content
from bot.matching.matcher import Matcher

Inspected = tuple[Content | None, list[Problem]]
_COMMAND = (sys.executable, "-m", "bot.content.aside")
_KNOWN = "the matcher sent last"


@dataclass
class Aside:
    """The process; it is started when it is first needed, and ends when its pipe does, however this one ends.

    A thread of this process would do as well but for speed: while it loads, nobody else gets to run. What was read
    once is remembered there, so that a saved file costs its own work alone.
    """

    _process: subprocess.Popen[bytes] | None = None
    _matcher: Matcher | None = None
    _turn: Lock = field(default_factory=Lock)

    def inspect(self, folders: Folders, setting: Setting) -> Inspected:
        """As `library.inspect`, in the other process; raises what a broken pipe does if that has died."""
        with self._turn:
            try:
                return self._asked(folders, setting)
            except (OSError, EOFError, pickle.UnpicklingError):
                self.close()
                raise

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process, self._matcher = self._process, None, None
        if process:
            process.kill()
            process.communicate()

    def _asked(self, folders: Folders, setting: Setting) -> Inspected:
        # A session of its own: Ctrl-C is for the bot alone.
        pipe = subprocess.PIPE
        process = self._process or subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, start_new_session=True)  # noqa: S603
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump((folders, setting), process.stdin)
        process.stdin.flush()
        content, problems = _Unpickler(process.stdout, self._matcher).load()
        self._matcher = content.matcher if content else self._matcher
        return content, problems


class _Pickler(pickle.Pickler):
    """Names the matcher that the other side has already: it is nearly all of the content, and seldom another one."""

    def __init__(self, pipe: BinaryIO, known: Matcher | None) -> None:
        super().__init__(pipe, pickle.HIGHEST_PROTOCOL)
        self._known = known

    def persistent_id(self, obj: object) -> str | None:
        return _KNOWN if obj is self._known and obj is not None else None


class _Unpickler(pickle.Unpickler):
    """Puts the matcher in where it is named. What comes through this pipe is our own."""

    def __init__(self, pipe: IO[bytes], known: Matcher | None) -> None:
        super().__init__(pipe)
        self._known = known

    def persistent_load(self, pid: object) -> Matcher | None:
        return self._known if pid == _KNOWN else None


def main() -> None:
    """Answer until the pipe ends."""
    gc.disable()
    memory, known = Memory(), None
    while True:
        try:
            folders, setting = pickle.load(sys.stdin.buffer)  # noqa: S301
        except EOFError:
            return
        content, problems = library.inspect(folders, setting, memory=memory)
        _Pickler(sys.stdout.buffer, known).dump((content, problems))
        sys.stdout.buffer.flush()
        known = content.matcher if content else known
        gc.collect()


if __name__ == "__main__":
    main()
