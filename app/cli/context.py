"""What every command shares: the options, the clock, the passphrase, and opening the point or county it works on."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.domain.errors import WrongUse

if TYPE_CHECKING:
    from app.county.office import County
    from app.desk.desk import Desk
    from app.desk.second import Second

Verb = TypeVar("Verb", bound=Callable[..., Any])


class Run:
    """The options of this run, wherever on the line they stood."""

    def __init__(self) -> None:
        self.data: Path | None = None
        self.operator: str | None = None
        self.json = False

    @property
    def folder(self) -> Path:
        """The data folder: --data, or this user's own."""
        if self.data is not None:
            return self.data
        import platformdirs

        return Path(platformdirs.user_data_dir("cunjiao", appauthor=False)) / "data"


def run() -> Run:
    """The run of the command being carried out."""
    found: Run = click.get_current_context().find_root().ensure_object(Run)
    return found


def common(verb: Verb) -> Verb:
    """Give a command --data, --operator and --json, before or after the verb's own arguments."""

    def keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
        def callback(context: click.Context, parameter: click.Parameter, value: Any) -> None:
            if value:
                setattr(context.find_root().ensure_object(Run), name, value)

        return callback

    path = click.Path(file_okay=False, path_type=Path)
    verb = click.option("--data", type=path, expose_value=False, callback=keep("data"), help="数据文件夹")(verb)
    verb = click.option("--operator", expose_value=False, callback=keep("operator"), help="操作员姓名")(verb)
    return click.option("--json", is_flag=True, expose_value=False, callback=keep("json"), help="输出 JSON")(verb)


def moment() -> datetime | None:
    """CUNJIAO_NOW as a moment in China's time zone, None where it is not set."""
    from app.desk import clock

    text = os.environ.get("CUNJIAO_NOW")
    if not text:
        return None
    try:
        return clock.parse(text)
    except ValueError as error:
        raise WrongUse("now_invalid", text=text) from error


def passphrase(variable: str = "CUNJIAO_PASSPHRASE", prompt: str = "口令") -> str:
    """The passphrase from the environment, or asked for at a terminal."""
    given = os.environ.get(variable)
    if given is not None:
        # A locale that knows no Chinese leaves the bytes of UTF-8 as lone surrogates.
        return given if given.isprintable() else os.fsencode(given).decode("utf-8", "replace")
    if not sys.stdin.isatty():
        raise WrongUse("passphrase_needed", variable=variable)
    answer: str = click.prompt(prompt, hide_input=True, err=True)
    return answer


def second(opened: "Desk", name: str | None) -> "Second | None":
    """The second person named by --second; a clerk proves it with CUNJIAO_SECOND_PASSPHRASE or at the keyboard."""
    from app.desk.second import has_colleague, vouch

    if name is None:
        return None
    word = passphrase("CUNJIAO_SECOND_PASSPHRASE", f"{name} 的口令") if has_colleague(opened) else None
    return vouch(opened, name, word)


@contextmanager
def desk(*, closes_itself: bool = False) -> Iterator["Desk"]:
    """The point of this run, opened and closed again; a verb that ends the point closes it itself where it succeeds."""
    from app.desk import folder
    from app.desk.open_point import open_point
    from app.store import database

    folder.require_point(run().folder)
    opened = open_point(run().folder, operator=run().operator, passphrase=passphrase(), moment=moment())
    try:
        yield opened
    except BaseException:
        database.close(opened.db)
        raise
    if not closes_itself:
        database.close(opened.db)


@contextmanager
def office() -> Iterator["County"]:
    """The county of this run, opened and closed again; its clock is in `county_now`."""
    from app.county import office

    mark = office.read_mark(run().folder)
    now = county_now(practice=mark.practice)
    with office.open(run().folder, passphrase=passphrase(), now=now, operator=run().operator) as opened:
        yield opened


def county_now(*, practice: bool) -> datetime:
    """The time at a county: CUNJIAO_NOW for practice only."""
    from app.desk import clock

    given = moment()
    if given is not None and not practice:
        raise WrongUse("clock_is_real")
    return given or clock.system()
