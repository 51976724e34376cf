"""How are saved files loaded and checked without holding up the answers? In a process beside this one."""

import gc
import pickle
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Lock
from typing import IO, BinaryIO

from bot.content.checks.every import Setting
from bot.content.folders import Folders
from bot.content.judgement import Judged, Loaded, judge
from bot.content.library import without_collecting
from bot.content.memory import Memory
from bot.matching.matcher import Matcher

_COMMAND = (sys.executable, "-m", "bot.content.aside")


@dataclass
class Aside:
    """The process; it is started when it is first needed, and ends when its pipe does, however this one ends.

    A thread of this process would do as well but for speed: while it loads, nobody else gets to run. What was read
    once is remembered there, so that a saved file costs its own work alone.
    """

    _process: subprocess.Popen[bytes] | None = None
    _matcher: Matcher | None = None
    _turn: Lock = field(default_factory=Lock)

    def judge(self, folders: Folders, setting: Setting) -> Judged:
        """As `judgement.judge`, in the other process; raises what a broken pipe does if that has died."""
        with self._turn:
            try:
                return self._asked(folders, setting)
            except (OSError, EOFError, pickle.UnpicklingError):
                self.close()
                raise

    def stop(self) -> None:
        """End the process, whatever it is at: whoever waits for its answer hears that the pipe is broken."""
        if self._process:
            self._process.kill()

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process, self._matcher = self._process, None, None
        if process:
            process.kill()
            process.communicate()

    def _asked(self, folders: Folders, setting: Setting) -> Judged:
        # A session of its own: Ctrl-C is for the bot alone.
        pipe = subprocess.PIPE
        process = self._process or subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, start_new_session=True)  # noqa: S603
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump((folders, setting), process.stdin)
        process.stdin.flush()
        with without_collecting():
            judged: Judged = _Unpickler(process.stdout, self._matcher).load()
        self._matcher = _newest(judged, self._matcher)
        return judged


def _newest(judged: Judged, before: Matcher | None) -> Matcher | None:
    return judged.content.matcher if isinstance(judged, Loaded) else before


class _Pickler(pickle.Pickler):
    """Names what the other side has already: the matcher is nearly all of the content, and changes in part at most."""

    def __init__(self, pipe: BinaryIO, known: Matcher | None) -> None:
        super().__init__(pipe, pickle.HIGHEST_PROTOCOL)
        # The matcher is kept, or a new part might be where an old one was.
        self._known = known
        self._names = {id(part): name for name, part in known.parts.items()} if known else {}

    def persistent_id(self, obj: object) -> str | None:
        return self._names.get(id(obj))


class _Unpickler(pickle.Unpickler):
    """Puts in what is named. What comes through this pipe is our own."""

    def __init__(self, pipe: IO[bytes], known: Matcher | None) -> None:
        super().__init__(pipe)
        self._parts = known.parts if known else {}

    def persistent_load(self, pid: str) -> object:
        return self._parts[pid]


def main() -> None:
    """Answer until the pipe ends."""
    gc.disable()
    memory, known = Memory(), None
    while True:
        try:
            folders, setting = pickle.load(sys.stdin.buffer)  # noqa: S301
        except EOFError:
            return
        judged = judge(folders, setting, memory)
        _Pickler(sys.stdout.buffer, known).dump(judged)
        sys.stdout.buffer.flush()
        known = _newest(judged, known)
        gc.collect()


if __name__ == "__main__":
    main()
