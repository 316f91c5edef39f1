"""`python -m app`: no arguments open the window; anything else is the command line."""

import sys

READ_SHEET = "--read-sheet"
WRITE_REPORT = "--write-report"
PRINT = "--print"


def main() -> int:
    """Start the program; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [READ_SHEET]:
        # The child process that reads spreadsheets (devices/sheets.py); it must start without the rest of the program.
        from app.devices import sheet_reader

        return sheet_reader.main(arguments[1:])
    if arguments[:1] == [WRITE_REPORT]:
        # The child process that draws listings (devices/listing_file.py).
        from app.devices import listing_writer

        return listing_writer.main(arguments[1:])
    if arguments == [PRINT]:
        # The child process that paints onto the system's printers (gui/printing.py).
        from app.gui import print_child

        return print_child.main()
    if not arguments:
        from app.main import open_window

        return open_window()
    from app.cli import main as command_line

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
