"""How deep JSON is nested, told from its bytes before anything decodes it.

A decoder goes as deep as the text does and gives up where the stack ends, which is another place for each caller. What
one verb has read another must be able to read again, so the limit is a number (docs/format.md).
"""

import re

# An entry's deepest value, the number of a step, stands five levels deep.
DEPTH_MAX = 32
# What a refusal says is wrong.
PROBLEM = "嵌套太深"

_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")


def too_deep(data: bytes) -> bool:
    """Whether this JSON has more than DEPTH_MAX lists and objects within one another."""
    # No level without a bracket of its own: nearly every line is answered by two counts.
    if data.count(b"[") + data.count(b"{") <= DEPTH_MAX:
        return False
    depth = 0
    for bracket in _BRACKET.findall(_TEXT.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEPTH_MAX:
            return True
    return False
