#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving: new maps, under a name, under another name, a copy."""

import os
import tempfile

from etp_e2e import (App, act, copy_example, example, press, read_document, run, save_under, saved, title, wait)

FOLDER = tempfile.mkdtemp(prefix="save-", dir=os.environ.get("ETP_E2E_SCRATCH"))


def choose(app, name):
    """An item of the main menu."""
    press("F10")
    act(app.find(name, role="menu item"), "click")


def new_map():
    """Ctrl+N: five phases, untitled; Ctrl+S asks for a name; the ending comes by itself."""
    path = os.path.join(FOLDER, "first.journey")
    with App() as app:
        app.find("Open a Journey Map")
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
        app.find("1.1 Short film in the feed", role="list item")
        press("Control_L", "Shift_L", "s")
        save_under(app, other)
        app.find("other.journey", role="label")
        choose(app, "Save a Copy…")
        save_under(app, third)
        app.find(lambda name: "third.journey" in name, role="label")
        assert app.find_all("other.journey", role="label")
        assert saved(app, other)["title"] == "Max finds his running shoe"
    assert open(path, "rb").read() == open(other, "rb").read() == open(third, "rb").read() == before


if __name__ == "__main__":
    run([new_map, save_as_and_copy])
