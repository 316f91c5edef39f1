"""Garbage is collected on the window's thread, and on no other (app/devices/collector.py says why)."""

from PySide6.QtCore import QCoreApplication, QTimer

from app.devices import collector

EVERY_MS = 1_000


class Garbage(QTimer):
    """Collects what is due while the application's loop runs."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application, interval=EVERY_MS)
        collector.on_one_thread()
        self.timeout.connect(collector.collect_if_due)
        self.start()
