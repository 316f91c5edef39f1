"""Asking a pack about what is not a person's premium: pack ask."""

import click

from app.cli.context import common
from app.cli.output import answer


@click.command()
@click.argument("name", metavar="ID_OR_FILE")
@click.argument("topic", metavar="TOPIC")
@click.argument("pieces", nargs=-1, metavar="KEY=VALUE...")
@common
def ask(name: str, topic: str, pieces: tuple[str, ...]) -> None:
    """问退费 refund、收款方式 method、解缴 remittance、上报 report、任务 target、task 怎么规定。

    \b
    例：pack ask langxi-2024 refund reason=自然减员 on=2023-12-31
        pack ask suixian-2023 target town=高城镇
        pack ask xingguo-2024 task base=1500 less.prison=3
    """
    from app.packs.ask import asked, sentence
    from app.packs.sources import find

    policy = find(name).policy()
    found = asked(policy, topic, pieces)
    answer(found, sentence(policy, topic, found))


COMMANDS = (ask,)
"""Verbs of the group `pack`."""
