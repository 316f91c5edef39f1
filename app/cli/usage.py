"""What click says of a command that cannot be understood, as one Chinese sentence like every error (design §5)."""

import click

from app.domain.errors import WrongUse


def usage(error: click.ClickException) -> WrongUse:
    """The known error for click's; it ends with exit code 2."""
    context = getattr(error, "ctx", None)
    return WrongUse("usage", problem=_problem(error), command=context.command_path if context else "cunjiao")


def _problem(error: click.ClickException) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return f"没有“{error.command_name}”这个命令"
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项"
        case click.MissingParameter():
            return f"缺少 {_name(error)}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面要写一个值"
        case click.BadParameter():
            return f"{_name(error)} 的值不对"
        case click.exceptions.NoArgsIsHelpError():
            return "没有写要做什么"
    return "参数的个数不对"


def _name(error: click.BadParameter) -> str:
    """The option as it is typed, or the argument's name in capitals as the help shows it."""
    if error.param is None:
        return "一个参数"
    option = isinstance(error.param, click.Option)
    return error.param.opts[0] if option else str(error.param.human_readable_name)
