"""A report as a file where the clerk chose: a PDF to print and sign, or an xlsx for the county."""

from collections.abc import Sequence
from pathlib import Path

from app.desk import folder as folders
from app.desk.desk import Desk
from app.devices import listing_file
from app.domain.errors import WrongUse
from app.domain.listing import Listing, Suffix
from app.domain.progress import Tick, silent


def write(desk: Desk, listings: Sequence[Listing], file: Path, suffix: Suffix, *, tick: Tick = silent) -> Path:
    """One PDF of all listings, or a workbook with a sheet for each; returns `file`.

    The parts of a workbook lie in the point's private folder while it is made, which is emptied at start (design §2,
    rule 10). Raises WrongUse report_file (the name ends otherwise: the wrong program would open it); Refused
    glyph_missing, sheet_too_tall, report_stopped, disk_full, cannot_write, and what `tick` raises; then nothing new is
    at `file`.
    """
    if file.suffix.lower() != f".{suffix}":
        raise WrongUse("report_file", suffix=suffix)
    listing_file.write(listings, file, suffix, scratch=folders.prints(desk.folder), tick=tick)
    return file
