"""The bar code of a receipt number: Code 128, encoded once into modules that every device draws itself."""

from app.domain.errors import WrongUse

QUIET_MODULES = 10  # ISO/IEC 15417: at least ten modules of white on either side


def modules(digits: str) -> str:
    """`digits` (an even count) as "1" for a black and "0" for a white module, without quiet zones.

    Code set C all through: 11 modules for two digits. Anything but an even count of digits is
    WrongUse("barcode_digits").
    """
    if len(digits) % 2 or not (digits.isascii() and digits.isdigit()):
        raise WrongUse("barcode_digits", text=digits)
    from barcode.codex import Code128

    class SetC(Code128):  # type: ignore[misc]  # python-barcode has no types
        def _try_to_optimize(self, encoded: list[int]) -> list[int]:
            # The library takes a first pair 99 for a change of code set and drops it. Digits never change sets.
            return encoded

    return str(SetC(digits).build()[0])


def bars(digits: str) -> list[tuple[int, int]]:
    """The black bars as (first module, count of modules), the first bar at 0."""
    found: list[tuple[int, int]] = []
    start = 0
    for run in modules(digits).replace("01", "0 1").replace("10", "1 0").split(" "):
        if run[0] == "1":
            found.append((start, len(run)))
        start += len(run)
    return found
