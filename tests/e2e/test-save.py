#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving: new maps, under a name, under another name, a copy, by itself; and what is asked before."""

import os
import subprocess
import tempfile

from etp_e2e import (App, act, answer, copy_example, find_notice, no_notice, press, read_document, replace_in, retitle,
                     run, save_under, saved, title, type_text, wait)
from screen import raise_window

FOLDER = tempfile.mkdtemp(prefix="save-", dir=os.environ.get("ETP_E2E_SCRATCH"))
TITLE = "Max finds his running shoe"


def choose(app, name):
    """An item of the main menu."""
    press("F10")
    act(app.find(name, role="menu item"), "click")


def ready(app):
    """The map is there."""
    app.find("1.1 Short film in the feed", role="list item")


def new_map():
    """Ctrl+N: five phases, untitled; Ctrl+S asks for a name; the ending comes by itself."""
    path = os.path.join(FOLDER, "first.journey")
    with App() as app:
        wait(lambda: title(app) == "Etappe", "the start page")
        press("Control_L", "n")
        wait(lambda: title(app) == "Untitled Map", "the new map")
        app.find(lambda name: "Awareness" in name)
        assert len(app.frames()) == 1
        press("Control_L", "s")
        save_under(app, os.path.join(FOLDER, "first"))
        wait(lambda: os.path.exists(path), "the file")
        wait(lambda: title(app) == "first.journey", "the file's name as title")
        assert [phase["name"] for phase in read_document(path)["phases"]][0] == "Awareness"
        # A second one gets a window of its own.
        press("Control_L", "n")
        wait(lambda: len(app.frames()) == 2, "the second window")


def save_as_and_copy():
    """Save As goes on with the new file, a copy does not; the first file stays as it was."""
    path = copy_example()
    before = open(path, "rb").read()
    other, third = os.path.join(FOLDER, "other.journey"), os.path.join(FOLDER, "third.journey")
    with App(path) as app:
        ready(app)
        press("Control_L", "Shift_L", "s")
        save_under(app, other)
        app.find("other.journey", role="label")
        choose(app, "Save a Copy…")
        save_under(app, third)
        app.find(lambda name: "third.journey" in name, role="label")
        assert app.find_all("other.journey", role="label")
        assert saved(app, other)["title"] == TITLE
        press("Control_L", "Shift_L", "s")
        save_under(app, os.path.join(FOLDER, "LOUD.JOURNEY"))
        app.find("LOUD.JOURNEY", role="label")
        assert not [name for name in os.listdir(FOLDER) if name.startswith("LOUD.JOURNEY.")]
        press("Control_L", "Shift_L", "s")
        save_under(app, os.path.join(FOLDER, "n" * 250))
        app.find(lambda name: name.startswith("This name is too long for the folder."), role="label")
        answer(app, f"“{'n' * 250}.journey” Could Not Be Saved", "Cancel")
    assert open(path, "rb").read() == open(other, "rb").read() == open(third, "rb").read() == before


def newer_version():
    """A map of a newer version is not changed, and typing says so; under another name it can be."""
    path, other = copy_example(), os.path.join(FOLDER, "older.journey")
    replace_in(path, '"version": 1', '"version": 99')
    before = open(path, "rb").read()
    with App(path) as app:
        ready(app)
        find_notice(app, "This map was made by a newer version of Etappe")
        act(app.find("1.1 Short film in the feed", role="list item"), "card.focus")
        press("F2")
        app.find("This journey is read-only. Save a copy to change it.", role="label")
        press("Control_L", "s")
        save_under(app, other)
        no_notice(app, "This map was made by a newer version")
        retitle(app, "mine")
        assert saved(app, other)["title"] == "mine"
    assert open(path, "rb").read() == before


def newer_version_over_itself():
    """A copy is suggested, and whoever chooses the name of the file all the same is refused."""
    path = copy_example()
    replace_in(path, '"version": 1', '"version": 99')
    before = open(path, "rb").read()
    with App(path) as app:
        ready(app)
        find_notice(app, "This map was made by a newer version")
        press("Control_L", "s")
        dialog = app.frame_called("Save the Map")
        app.show(dialog)
        press("Control_L", "a")
        type_text(path)
        press("Return")
        act(app.find(lambda name: name.endswith("Replace"), role="push button"), "click")
        answer(app, f"“{os.path.basename(path)}” Could Not Be Saved", "Save As…")
        app.show(app.frame_called("Save the Map"))
        press("Return")
        wait(lambda: os.path.exists(path.replace(".journey", " (copy).journey")), "the copy")
        no_notice(app, "This map was made by a newer version")
    assert open(path, "rb").read() == before


def protect(path, on):
    """Against writing, also by root where the file system can do that."""
    if os.geteuid() != 0:
        os.chmod(path, 0o444 if on else 0o644)
        return True
    return subprocess.run(["chattr", "+i" if on else "-i", path], capture_output=True, check=False).returncode == 0


def unprotected(path):
    """Once it may be written, saving takes the notice away, or coming back to the window."""
    try:
        for by_saving in (True, False):
            protect(path, True)
            with App(path) as app:
                ready(app)
                find_notice(app, "This file is write-protected.")
                protect(path, False)
                if by_saving:
                    press("Control_L", "s")
                else:
                    front = app.x_window()
                    press("Alt_L", "Return")
                    app.show(app.frame_called("Properties of the Map"))
                    press("Escape")
                    wait(lambda: len(app.frames()) == 1, "no dialog")
                    raise_window(front)
                no_notice(app, "This file is write-protected.")
    finally:
        protect(path, False)


def write_protected():
    """A file that cannot be written: a notice, and saving offers another name."""
    path, other = copy_example(), os.path.join(FOLDER, "free.journey")
    if not protect(path, True):
        print("# nothing here can protect a file from root")
        return
    try:
        with App(path) as app:
            ready(app)
            find_notice(app, "This file is write-protected.")
            retitle(app, "mine")
            press("Control_L", "s")
            answer(app, "“webshop.en.journey” Could Not Be Saved", "Save As…")
            save_under(app, other)
            wait(lambda: title(app) == "mine", "saved")
            no_notice(app, "This file is write-protected.")
    finally:
        protect(path, False)
    unprotected(path)
    assert read_document(path)["title"] == TITLE and read_document(other)["title"] == "mine"


def automatically():
    """Switched on in the preferences: the map is saved without being told to, and closes without a
    question."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        front = app.x_window()
        press("Control_L", "comma")
        app.show(app.frame_called("Preferences"))
        app.click(app.find("Save automatically", role="label"))
        press("Escape")
        wait(lambda: len(app.frames()) == 1, "no dialog")
        app.show(app.frames()[0])
        assert front.get_attributes()
        retitle(app, "by itself")
        wait(lambda: title(app) == "by itself", "no mark")
        assert read_document(path)["title"] == "by itself"
        retitle(app, "at the end")
        press("Control_L", "w")
        wait(lambda: app.process.poll() is not None, "the program's end")
    assert read_document(path)["title"] == "at the end"


def replace(app, path):
    """Fills in the dialog for a file's name with one that is there, and says that it is meant."""
    app.show(wait(lambda: next((frame for frame in app.frames() if frame.name in ("Save the Map", "Save a Copy")), None),
                  "the dialog for the name"))
    press("Control_L", "a")
    type_text(path)
    press("Return")
    act(app.find(lambda name: name.endswith("Replace"), role="push button"), "click")


def over_an_open_map():
    """What is open in a window is not overwritten from another one, nor by a copy without snapshots, however often
    it is tried; once it is closed it may be."""
    path, other = copy_example(), copy_example("b2b.en")
    name = os.path.basename(path)
    heading = f"“{name}” Could Not Be Saved"
    before = open(path, "rb").read()
    with App(path, other) as app:
        wait(lambda: len(app.frames()) == 2, "two windows")
        mine, theirs = app.frame_called(TITLE), next(frame for frame in app.frames() if frame.name != TITLE)
        title_of_theirs = theirs.name
        app.show(mine)
        choose(app, "Save a Copy…")
        replace(app, path)
        for label in ("Try Again", "Cancel"):
            answer(app, heading, label)
        app.show(app.frame_called(title_of_theirs))
        press("Control_L", "Shift_L", "s")
        replace(app, path)
        for label in ("Try Again", "Try Again", "Cancel"):
            answer(app, heading, label)
        assert open(path, "rb").read() == before
        app.show(app.frame_called(TITLE))
        press("Control_L", "w")
        wait(lambda: len(app.frames()) == 1, "one window")
        app.show(app.frames()[0])
        press("Control_L", "Shift_L", "s")
        replace(app, path)
        wait(lambda: open(path, "rb").read() == open(other, "rb").read(), "the other map in the file")


if __name__ == "__main__":
    run([new_map, save_as_and_copy, newer_version, newer_version_over_itself, write_protected, automatically,
         over_an_open_map])
