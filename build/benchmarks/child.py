"""A measured process that is talked to line by line."""

import subprocess
import sys
from pathlib import Path


class Child:
    """Runs a script of this folder; whoever derives from it says what is asked and what is answered."""

    def __init__(self, script: str, *words: str) -> None:
        command = [sys.executable, str(Path(__file__).with_name(script)), *words]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # It says when it is ready.
        self.line()

    def ask(self, *words: object) -> str:
        """Its answer to a line."""
        assert self.child.stdin is not None
        print(*words, file=self.child.stdin, flush=True)
        return self.line()

    def line(self) -> str:
        """The next line it writes. Raises SystemExit where it has ended instead."""
        assert self.child.stdout is not None
        line = self.child.stdout.readline()
        if not line:
            raise SystemExit(f"测量的一方停了，退出码 {self.child.wait()}")
        return line

    def close(self) -> None:
        """Let it end."""
        assert self.child.stdin is not None
        self.child.stdin.close()
        self.child.wait()
