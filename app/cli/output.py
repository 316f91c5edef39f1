"""Printing: JSON for scripts, lines for people, errors as one sentence on standard error. UTF-8 in any locale."""

import sys
from typing import Any, BinaryIO

import msgspec

from app.cli.context import run
from app.domain.errors import KnownError


def answer(value: Any, text: str) -> None:
    """Print `value` (anything JSON) with --json, else `text`."""
    if run().json:
        write(msgspec.json.encode(value).decode())
    else:
        write(text)


def write(text: str) -> None:
    """One piece of text and a line end on standard output."""
    _write(sys.stdout.buffer, text)


def note(text: str) -> None:
    """A remark beside the answer, on standard error."""
    _write(sys.stderr.buffer, text)


def complain(error: KnownError) -> int:
    """Print the sentence of a known error with its code; returns the exit code."""
    _write(sys.stderr.buffer, f"{error}（{error.code}）".replace("\n", " "))
    return error.exit_code


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(text.encode("utf-8", "replace") + b"\n")
    stream.flush()
