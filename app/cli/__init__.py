"""The command line: what the window does, a script can do. Every command is one verb, printed for people or with
--json (design §5).

context.py   --data, --operator, --json, the clock and the passphrase; opening the point or county of this run
output.py    printing answers and errors
usage.py     what click says of a command that cannot be understood, in Chinese
point.py counter.py card.py day.py correct.py remit.py stock.py report.py exchange.py county.py
rules.py   the verbs
"""

import io
import sys
from collections.abc import Sequence

import click

from app.cli import card, correct, counter, county, day, exchange, point, remit, report, rules, stock
from app.cli.context import common
from app.cli.output import complain
from app.cli.usage import usage
from app.domain.errors import KnownError, Refused


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@common
def cunjiao() -> None:
    """村缴通：村级城乡居民医保缴费登记。每个命令加 --json 输出 JSON；--data 指定数据文件夹。"""


for module in (point, counter, card, day, correct, remit, stock, report, exchange, county, rules):
    for command in module.COMMANDS:
        cunjiao.add_command(command)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code: 0, 1 for a refusal, 2 for wrong use."""
    _speak_utf8()
    try:
        result = cunjiao.main(args=list(arguments), prog_name="cunjiao", standalone_mode=False)
    except KnownError as error:
        return complain(error)
    except _store_error() as error:
        return complain(_explain(error))
    except click.exceptions.Abort:
        return complain(Refused("interrupted"))
    except click.ClickException as error:
        return complain(usage(error))
    return result if isinstance(result, int) else 0


def _store_error() -> type[Exception]:
    # Asked for only once something was raised: verbs without a store, and the window's first frame, load no database.
    from app.store.database import StoreError

    error: type[Exception] = StoreError
    return error


def _explain(error: Exception) -> Refused:
    from app.store.database import explain

    return explain(error)


def _speak_utf8() -> None:
    # Help texts go through the text layer, which in a C locale or under PYTHONIOENCODING cannot write Chinese.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
