#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is printed, by the toolkit's printer that writes files."""

import os
import tempfile

import screen
from etp_e2e import App, copy_example, current, press, push_button, run, wait

HOME = tempfile.mkdtemp(prefix="home-", dir=os.environ.get("ETP_E2E_SCRATCH"))
OUTPUT = os.path.join(HOME, "printed.pdf")


def remember_printer():
    """As if that printer had been chosen the last time."""
    folder = os.path.join(HOME, "state", "etappe")
    os.makedirs(folder)
    with open(os.path.join(folder, "window.ini"), "w", encoding="utf-8") as state:
        state.write("[Window]\ninspector=false\n[Print]\npages=poster\npaper-poster=A4-portrait\n[Print Settings]\n"
                    f"printer=Print to File\noutput-file-format=pdf\noutput-uri=file://{OUTPUT}\n")


def print_windows(app):
    """The windows called so: the dialog and, above it, that of the printer."""
    return [window for window in screen.windows_of(app.process.pid) if screen.title_of(window) == "Print"]


def print_a_map():
    """Ctrl+P shows the pages; the printer's dialog prints them. What was chosen is remembered."""
    remember_printer()
    with App(copy_example(), home=HOME) as app:
        wait(app.map_items, "the map")
        press("Control_L", "p")
        app.show(app.frame_called("Print"))
        app.find(lambda name: name.startswith("Page 1 of"), role="image")
        assert "A4" in [node.name for node in app.walk(inside=app.find("Paper", role="combo box"))]
        push_button(app, "Print…")
        wait(lambda: len(print_windows(app)) == 2, "the printer’s dialog")
        screen.raise_window(print_windows(app)[-1])
        current.take_picture()

        # Which printer it is becomes known after a moment; until then the key does nothing.
        for _ in range(10):
            press("Alt_L", "p")
            try:
                wait(lambda: not print_windows(app), "the dialogs gone", patience=2)
                break
            except AssertionError:
                assert not os.path.exists(OUTPUT), "it was printed, but the dialogs stay"
        wait(lambda: os.path.exists(OUTPUT) and os.path.getsize(OUTPUT) > 0, "the file")
    with open(OUTPUT, "rb") as file:
        content = file.read()
    assert content.startswith(b"%PDF-")
    # An upright A4 sheet; newer versions of cairo pack what says so.
    assert b"/MediaBox" not in content or b"/MediaBox [ 0 0 595." in content, content[:200]
    with open(os.path.join(HOME, "state", "etappe", "window.ini"), encoding="utf-8") as state:
        assert "printer=Print to File" in state.read()


if __name__ == "__main__":
    run([print_a_map])
