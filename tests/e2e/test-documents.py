#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""More about files: each kind of broken file in a window of its own, the dialog, files that
go away, and that looking changes nothing."""

import os
import re
import shutil
import subprocess
import tempfile

from etp_e2e import (BUILD, SOURCE, App, Skip, act, example, press, read_clipboard, run, type_text, wait)

CHANGED = re.compile("Someone else changed this file").match  # and how
FOLDER = tempfile.mkdtemp(prefix="documents-", dir=os.environ.get("ETP_E2E_SCRATCH"))
BROKEN = ("date", "duplicate-id", "empty", "latin-1", "list", "newer-and-unreadable", "not-json", "truncated")

copies = 0


def copy(name="webshop.en"):
    """A copy of an example that may be changed, each in a folder of its own."""
    global copies
    copies += 1
    folder = os.path.join(FOLDER, str(copies))
    os.mkdir(folder)
    return shutil.copy(example(name), folder)


def replace(path, old, new):
    """Another program writes the file anew."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))
    os.replace(path + ".new", path)


def step(app, number):
    """A step on the map, once it is there."""
    return app.find(lambda name: name.startswith(number + " "), role="list item")


def broken_files():
    """Several broken files at once: a window each, which says what etappe-cli check says."""
    paths = [os.path.join(SOURCE, "tests", "data", "broken", name + ".journey") for name in BROKEN]
    with App(*paths) as app:
        wait(lambda: len(app.frames()) == len(paths), "a window for each file")
        for path in paths:
            name = os.path.basename(path)
            answer = subprocess.run([BUILD + "/src/cli/etappe-cli", "check", path], env=app.environment,
                                    capture_output=True, text=True, timeout=20)
            assert answer.returncode == 2, answer
            message = (answer.stdout + answer.stderr).strip().replace(path, name).replace(os.path.dirname(path), "")
            frame = app.frame_called(name)
            texts = [node.name for node in frame.walk()]
            assert name in texts and "This File Could Not Be Opened" in texts, texts
            reason = next((text for text in texts if len(text) > 12 and text in message), None)
            assert reason, (message, texts)
            place = message.removeprefix(name).split(": ")[0].strip(":").split(":")
            if len(place) == 2 and place[0].isdigit():
                assert f"Line {place[0]}, column {place[1]}" in texts, (message, texts)
            else:
                assert not any(text.startswith("Line ") for text in texts), texts


def message_is_copied():
    """What is wrong goes to the clipboard on one line."""
    path = os.path.join(SOURCE, "tests", "data", "broken", "truncated.journey")
    with App(path) as app:
        app.click(app.find(lambda name: name.endswith("Copy Message"), role="push button"))
        text = read_clipboard(wait)
        assert text.startswith("truncated.journey:22:1: ") and "ends too early" in text, text


def no_permission():
    """A file that may not be read."""
    path = copy()
    os.chmod(path, 0)
    if os.access(path, os.R_OK):
        raise Skip("root may read everything")
    with App(path) as app:
        app.find("This File Could Not Be Opened")
        app.find(lambda name: "permission" in name.lower())


def looking_changes_nothing():
    """Whatever is done to look at a map: the file stays as it is, and nothing appears beside it."""
    path = copy()
    before = open(path, "rb").read(), os.stat(path).st_mtime_ns
    with App(path) as app:
        act(step(app, "2.1"), "card.focus")
        for key in ("n", "Right", "End", "Escape"):
            press(key)
        press("Control_L", "1")
        press("Control_L", "2")
        wait(lambda: app.zoom() == 150, "150 %")
        press("Control_L", "q")
        assert wait(lambda: app.process.poll() is not None, "the program's end")
        assert app.process.returncode == 0
    assert (open(path, "rb").read(), os.stat(path).st_mtime_ns) == before
    assert os.listdir(os.path.dirname(path)) == [os.path.basename(path)]


def read_again_keeps_the_place():
    """Read anew after somebody changed it, the map is where it was and what was selected still is."""
    path = copy()
    with App(path) as app:
        act(step(app, "3.2"), "card.focus")
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "100 %")
        x, y, _, _ = app.settled_extents(step(app, "3.2"))
        replace(path, '"title": "Max finds his running shoe"', '"title": "Max runs"')
        app.find(CHANGED)
        press("Control_L", "r")
        wait(lambda: app.frames()[0].name == "Max runs", "the new title")
        wait(lambda: [node.name[:3] for node in app.selected()] == ["3.2"], "the selection of before")
        wait(lambda: not app.find_all(CHANGED), "no notice")
        assert app.zoom() == 100
        new_x, new_y, _, _ = app.settled_extents(step(app, "3.2"))
        assert abs(new_x - x) <= 1 and abs(new_y - y) <= 60, ((x, y), (new_x, new_y))


def moved_away():
    """A file that is moved away while it is shown, and comes back."""
    path = copy()
    with App(path) as app:
        step(app, "1.1")
        os.rename(path, path + ".away")
        app.find("This file was moved or deleted.")
        assert step(app, "1.1"), "the map is gone"
        os.rename(path + ".away", path)
        wait(lambda: not app.find_all("This file was moved or deleted."), "no notice")


def notice_is_closed():
    """The notice goes away with its button, and the map stays."""
    path = copy()
    with App(path) as app:
        step(app, "1.1")
        replace(path, '"title": "Max finds his running shoe"', '"title": "Max runs"')
        app.find(CHANGED)
        app.click(app.find(lambda name: "Close" in name and "Notice" in name, role="push button"))
        wait(lambda: not app.find_all(CHANGED), "no notice")
        assert app.frames()[0].name == "Max finds his running shoe"


def dialog():
    """Ctrl+O, a path, Enter."""
    path = os.path.join(FOLDER, "typed.journey")
    shutil.copy(example("omnichannel.en"), path)
    with App() as app:
        app.find("Open a Journey Map")
        press("Control_L", "o")
        app.show(app.frame_called("Open a Map"))
        type_text(path)
        wait(lambda: any(node.role == "text" for node in app.walk()), "the field for the path")
        press("Return")
        wait(lambda: len(app.frames()) == 1 and app.frames()[0].name.startswith("Searched online"), "the map")
        step(app, "1.1")


if __name__ == "__main__":
    run([broken_files, message_is_copied, no_permission, looking_changes_nothing, read_again_keeps_the_place,
         moved_away, notice_is_closed, dialog])
