#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is printed, by the toolkit's printer that writes files."""

import os
import re
import subprocess
import tempfile

import screen
from etp_e2e import BUILD, App, answer, copy_example, current, press, push_button, run, wait

HOME = tempfile.mkdtemp(prefix="home-", dir=os.environ.get("ETP_E2E_SCRATCH"))
OUTPUT = os.path.join(HOME, "printed.pdf")


def remember_printer(pages="poster", paper="A4-portrait", more="", output=OUTPUT):
    """As if that printer and these pages had been chosen the last time."""
    folder = os.path.join(HOME, "state", "etappe")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "window.ini"), "w", encoding="utf-8") as state:
        state.write(f"[Window]\ninspector=false\n[Print]\npages={pages}\npaper-{pages}={paper}\n{more}"
                    "[Print Settings]\nprinter=Print to File\noutput-file-format=pdf\n"
                    f"output-uri=file://{output}\n")


def print_windows(app):
    """The windows called so: the dialog and, above it, that of the printer."""
    return [window for window in screen.windows_of(app.process.pid) if screen.title_of(window) == "Print"]


def is_written():
    """Whether the printed file is there down to its last line."""
    if not os.path.exists(OUTPUT):
        return False
    with open(OUTPUT, "rb") as file:
        return file.read().rstrip().endswith(b"%%EOF")


def choose_printer(app):
    """From the map to the printer's dialog."""
    if os.path.exists(OUTPUT):
        os.remove(OUTPUT)
    wait(app.map_items, "the map")
    press("Control_L", "p")
    app.show(app.frame_called("Print"))
    app.find(lambda name: name.startswith("Page 1 of"), role="image")
    push_button(app, "Print…")
    wait(lambda: len(print_windows(app)) == 2, "the printer’s dialog")
    screen.raise_window(print_windows(app)[-1])
    current.take_picture()


def print_it(app):
    """From the map to the printed file."""
    choose_printer(app)
    # Which printer it is becomes known after a moment; until then the key does nothing.
    for _ in range(10):
        press("Alt_L", "p")
        try:
            wait(lambda: not print_windows(app), "the dialogs gone", patience=2)
            break
        except AssertionError:
            assert not os.path.exists(OUTPUT), "it was printed, but the dialogs stay"
    wait(is_written, "the whole file")


def print_a_map():
    """Ctrl+P shows the pages; the printer's dialog prints them. What was chosen is remembered."""
    remember_printer()
    with App(copy_example(), home=HOME) as app:
        print_it(app)
    with open(OUTPUT, "rb") as file:
        content = file.read()
    assert content.startswith(b"%PDF-")
    # An upright A4 sheet; newer versions of cairo pack what says so.
    assert b"/MediaBox" not in content or b"/MediaBox [ 0 0 595." in content, content[:200]
    with open(os.path.join(HOME, "state", "etappe", "window.ini"), encoding="utf-8") as state:
        assert "printer=Print to File" in state.read()


def not_printed():
    """Why it could not be printed is said in the dialog, which stays."""
    remember_printer(output=os.path.join(HOME, "nowhere", "printed.pdf"))
    with App(copy_example(), home=HOME) as app:
        choose_printer(app)

        def is_told():
            press("Alt_L", "p")
            return app.find_all("The Map Could Not Be Printed", role="label")
        wait(is_told, "the message")
        answer(app, "The Map Could Not Be Printed", "Close")
        app.find(lambda name: name.startswith("Page 1 of"), role="image")


def read(path):
    """How many pages a PDF has, the size of the first, and all words that it says, sorted."""
    def ask(*command):
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()
    info = ask("pdfinfo", path)
    size = re.search(r"Page size: +(\S+) x (\S+) pts", info)
    return (int(re.search(r"Pages: +(\d+)", info).group(1)), tuple(round(float(side)) for side in size.groups()),
            sorted(ask("pdftotext", path, "-").split()))


def same_pages_as_a_pdf():
    """Slides, tiles, cards and canvases: what is printed are the pages that an export has, with what was
    asked for at their edges."""
    edges = "header=Oben\nfooter=Unten\ndate=false\n"
    exported = os.path.join(HOME, "exported.pdf")
    for pages, paper in (("deck", "A4"), ("tiles", "A4-landscape"), ("cards", "A4-portrait"),
                         ("canvas", "A3-landscape"), ("minutes", "A4-portrait"), ("persona", "500x700mm")):
        remember_printer(pages, paper, edges)
        source = copy_example()
        with App(source, home=HOME) as app:
            print_it(app)
        more = [] if pages == "deck" else ["--page", paper]
        subprocess.run([os.path.join(BUILD, "src", "cli", "etappe-cli"), "export", "--pages", pages, *more, "--header",
                        "Oben", "--footer", "Unten", "-o", exported, source], check=True, capture_output=True)
        n, size, words = read(OUTPUT)
        wanted_n, wanted_size, wanted_words = read(exported)
        assert n == wanted_n, (pages, n, wanted_n)
        assert words == wanted_words, (pages, set(words) ^ set(wanted_words))
        assert words.count("Unten") >= n - 1, (pages, words.count("Unten"), n)
        if pages != "deck":  # slides are fitted to the sheet that the printer has
            assert size == wanted_size, (pages, size, wanted_size)


if __name__ == "__main__":
    run([print_a_map, not_printed, same_pages_as_a_pdf])
