"""How are saved files loaded and checked without holding up the answers? In a process beside this one."""

import gc
import pickle
import subprocess
import sys
from dataclasses import dataclass

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.library import Folders
from bot.content.problems import Problem
from bot.dialogue.situation import Content

Inspected = tuple[Content | None, list[Problem]]
_COMMAND = (sys.executable, "-m", "bot.content.aside")


@dataclass
class Aside:
    """The process; it is started when it is first needed, and ends when its pipe does, however this one ends.

    A thread of this process would do as well but for speed: while it loads, nobody else gets to run.
    """

    _process: subprocess.Popen[bytes] | None = None

    def inspect(self, folders: Folders, setting: Setting) -> Inspected:
        """As `library.inspect`, in the other process; raises OSError or EOFError if that has died."""
        try:
            return self._asked(folders, setting)
        except (OSError, EOFError):
            self.close()
            raise

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _asked(self, folders: Folders, setting: Setting) -> Inspected:
        # A session of its own: Ctrl-C is for the bot alone.
        pipe = subprocess.PIPE
        process = self._process or subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, start_new_session=True)  # noqa: S603
        self._process = process
        if process.stdin is None or process.stdout is None:
            raise EOFError
        pickle.dump((folders, setting), process.stdin)
        process.stdin.flush()
        # What comes through this pipe is our own.
        inspected: Inspected = pickle.load(process.stdout)  # noqa: S301
        return inspected


def main() -> None:
    """Answer until the pipe ends."""
    gc.disable()
    while True:
        try:
            folders, setting = pickle.load(sys.stdin.buffer)  # noqa: S301
        except EOFError:
            return
        pickle.dump(library.inspect(folders, setting), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()
        gc.collect()


if __name__ == "__main__":
    main()
