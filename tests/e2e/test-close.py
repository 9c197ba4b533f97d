#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing gets lost at the end: closing asks, and quitting asks for each window."""

import os
import shutil
import subprocess
import sys
import tempfile

from etp_e2e import (App, answer, copy_example, press, read_document, retitle, run, save_under, title, wait)

FOLDER = tempfile.mkdtemp(prefix="close-", dir=os.environ.get("ETP_E2E_SCRATCH"))
TITLE = "Max finds his running shoe"


def has_ended(app):
    """The program ended by itself, without complaint."""
    wait(lambda: app.process.poll() is not None, "the program's end")
    assert app.process.returncode == 0
    return True


def discard_and_cancel():
    """Ctrl+W asks; cancelling keeps window and changes; discarding closes and leaves the file."""
    path = copy_example()
    before = open(path, "rb").read()
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "changed")
        press("Control_L", "w")
        answer(app, "Save Changes?", "Cancel")
        assert title(app) == "changed •"
        press("Control_L", "w")
        answer(app, "Save Changes?", "Discard")
        assert has_ended(app)
        assert not os.listdir(app.home + "/state/etappe/recovery")
    assert open(path, "rb").read() == before


def save_at_the_end():
    """The window's button asks as well; saving closes. Undone changes are none."""
    path = copy_example()
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "changed")
        press("Control_L", "z")
        wait(lambda: title(app) == TITLE, "no mark after undo")
        press("Control_L", "y")
        wait(lambda: title(app) == "changed •", "the mark after redo")
        app.click(app.find_all("Close", role="push button")[-1])
        answer(app, "Save Changes?", "Save")
        assert has_ended(app)
    assert read_document(path)["title"] == "changed"


def failing_save_stays():
    """The folder is gone: the save at the end fails, says so, and the window stays; under another
    name it can be saved."""
    path, other = copy_example(), os.path.join(FOLDER, "rescued.journey")
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "changed")
        shutil.rmtree(os.path.dirname(path))
        with open(os.path.dirname(path), "w", encoding="utf-8"):
            pass
        app.find(lambda name: name.startswith("This file was moved"), role="label")
        press("Control_L", "w")
        answer(app, "Save “webshop.en.journey” Again?", "Save")
        answer(app, "“webshop.en.journey” Could Not Be Saved", "Cancel")
        assert title(app) == "changed •"
        press("Control_L", "w")
        answer(app, "Save “webshop.en.journey” Again?", "Save")
        answer(app, "“webshop.en.journey” Could Not Be Saved", "Save As…")
        save_under(app, other)
        assert has_ended(app)
    assert read_document(other)["title"] == "changed"


def untitled_asks_for_a_name():
    """A new map with changes asks for a name; thinking better of it keeps the window."""
    path = os.path.join(FOLDER, "named.journey")
    with App() as app:
        app.find("Open a Journey Map")
        press("Control_L", "n")
        wait(lambda: title(app) == "Untitled Map", "the new map")
        retitle(app, "mine")
        press("Control_L", "w")
        answer(app, "Save Changes?", "Save")
        app.show(app.frame_called("Save the Map"))
        press("Escape")
        wait(lambda: len(app.frames()) == 1, "no dialog")
        assert title(app) == "mine •"
        press("Control_L", "w")
        answer(app, "Save Changes?", "Save")
        save_under(app, path)
        assert has_ended(app)
    assert read_document(path)["title"] == "mine"


def quit_over_two_windows():
    """Staying at the second window keeps the first one too, with the changes that were given up."""
    paths = copy_example(), copy_example("b2b.en")
    with App(*paths) as app:
        wait(lambda: len(app.frames()) == 2, "two windows")
        names = [frame.name for frame in app.frames()]
        for number, name in enumerate(names):
            app.show(app.frame_called(name))
            retitle(app, f"changed {number}")
        press("Control_L", "q")
        answer(app, "Save Changes?", "Discard")
        answer(app, "Save Changes?", "Cancel")
        wait(lambda: sorted(frame.name for frame in app.frames()) == ["changed 0 •", "changed 1 •"], "both windows")
        press("Control_L", "q")
        answer(app, "Save Changes?", "Save")
        answer(app, "Save Changes?", "Discard")
        assert has_ended(app)
    assert sum(read_document(path)["title"].startswith("changed") for path in paths) == 1


def logging_out():
    """The session waits as long as a window has changes, and not for one that is closed without them."""
    told = os.path.join(FOLDER, "waits")
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "desktop.py")

    def waits_for(number):
        def count():
            if not os.path.exists(told):
                return None
            with open(told, encoding="utf-8") as file:
                return int(file.read())
        wait(lambda: count() == number, f"a session that waits for {number}")
        return True
    desktop = subprocess.Popen([sys.executable, helper, told], stdin=subprocess.DEVNULL)
    try:
        waits_for(0)
        with App(copy_example(), copy_example("b2b.en"), GTK_USE_PORTAL="1") as app:
            wait(lambda: len(app.frames()) == 2, "two windows")
            app.show(app.frame_called(TITLE))
            retitle(app, "changed")
            assert waits_for(1)
            press("Control_L", "z")
            assert waits_for(0)
            press("Control_L", "y")
            assert waits_for(1)
            press("Control_L", "w")
            answer(app, "Save Changes?", "Discard")
            wait(lambda: len(app.frames()) == 1, "one window")
            assert waits_for(0)
    finally:
        desktop.terminate()
        desktop.wait()


if __name__ == "__main__":
    run([discard_and_cancel, save_at_the_end, failing_save_stays, untitled_asks_for_a_name, quit_over_two_windows,
         logging_out])
