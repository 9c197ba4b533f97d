#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else changes the file of an open map: what differs is told, and nothing is overwritten
without a question. Two programs with one file do not harm each other."""

import os
import signal
import subprocess
import tempfile
import time

from etp_e2e import (BUILD, App, act, answer, copy_example, find_notice, has_state, is_modified, no_notice, press,
                     push_button, read_document, replace_in, retitle, run, save_under, saved, title, type_text, wait)

FOLDER = tempfile.mkdtemp(prefix="conflict-", dir=os.environ.get("ETP_E2E_SCRATCH"))
# A session bus of which no other program is started.
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""
TITLE = "Max finds his running shoe"
CARD = "1.1 Short film in the feed"
ASKED = "Discard Your Changes?"


def ready(app):
    """The map is there."""
    app.find(CARD, role="list item")


def looked_at(path):
    """The program has read the file that was written anew, as far as the file system tells."""
    begin = time.monotonic()
    wait(lambda: os.stat(path).st_atime_ns > os.stat(path).st_mtime_ns or time.monotonic() > begin + 1, "a look")


def overwrite(path):
    """Writes a file anew in its place, as it is."""
    with open(path, "rb") as file:
        content = file.read()
    with open(path, "wb") as file:
        file.write(content)


def keep_mine():
    """Somebody else's changes are told in words; who keeps the own map overwrites them when saving,
    not before. The same content written anew is no change."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        replace_in(path, '"title": "' + TITLE + '"', '"title": "Theirs"')
        assert "Theirs" in find_notice(app, "Someone else changed this file: ").name
        assert not is_modified(app)
        push_button(app, "Keep Mine")
        wait(lambda: is_modified(app), "the mark")
        no_notice(app, "Someone else")
        assert read_document(path)["title"] == "Theirs"
        assert saved(app)["title"] == TITLE
        replace_in(path, TITLE, TITLE)
        looked_at(path)
        retitle(app, "mine")
        assert saved(app)["title"] == "mine"


def named():
    """What somebody else added is told by its name, as it is what the choice is about."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        replace_in(path, '\n  "cards": [', '\n  "cards": [ { "id": "theirs", "title": "Delivered too late" },')
        text = find_notice(app, "Someone else changed this file: ").name
        assert "1 card added (“Delivered too late”)" in text, text


def keep_mine_of_broken():
    """What somebody else wrote cannot be read; who tries to keeps the map. Who keeps the own map is not asked again by
    what is saved, and the next change is told anew."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        with open(path, encoding="utf-8") as file:
            before = file.read()
        replace_in(path, before, "half of it")
        find_notice(app, "Someone else changed this file.")
        press("Control_L", "r")
        find_notice(app, "webshop.en.journey:")
        ready(app)
        replace_in(path, "half of it", before.replace(TITLE, "Theirs"))
        assert "Theirs" in find_notice(app, "Someone else changed this file: ").name
        with open(path, encoding="utf-8") as file:
            theirs = file.read()
        replace_in(path, theirs, "half of it again")
        wait(lambda: app.find_all("Someone else changed this file.", role="label"), "another change")
        push_button(app, "Keep Mine")
        wait(lambda: is_modified(app), "the mark")
        no_notice(app, "Someone else")
        assert saved(app)["title"] == TITLE
        replace_in(path, TITLE, "Theirs")
        assert "Theirs" in find_notice(app, "Someone else changed this file: ").name


def read_again():
    """Reading the file again gives up the own changes, and only when that is agreed to."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        retitle(app, "mine")
        replace_in(path, '"title": "' + TITLE + '"', '"title": "Theirs"')
        find_notice(app, "Someone else changed this file: ")
        press("Control_L", "r")
        answer(app, "Discard Your Changes?", "Cancel")
        assert title(app) == "mine •"
        push_button(app, "Read Again")
        answer(app, "Discard Your Changes?", "Discard Changes")
        wait(lambda: title(app) == "Theirs", "their map")
        no_notice(app, "Someone else")


def offered(app):
    """Whether the main menu offers to revert."""
    press("F10")
    is_offered = has_state(app.find("Revert to the File", role="menu item"), "sensitive")
    press("Escape")
    wait(lambda: not app.find_all("Revert to the File", role="menu item"), "no menu")
    return is_offered


def type_over(app, name, text):
    """Types a text into the field that has the keyboard, and no more."""
    wait(lambda: app.focused() and app.focused().name == name and app.focused().role == "text", f"the field {name}")
    press("Control_L", "a")
    type_text(text)


def revert():
    """What is being typed, on the map or beside it, is asked for as well; the map is then as it is in the
    file, at the same place, with nothing to undo. Without changes there is nothing to revert to."""
    with App(copy_example(), inspector=True) as app:
        ready(app)
        assert not offered(app)
        act(app.find(CARD, role="list item"), "card.focus")
        wait(lambda: app.selected() and app.focused() == app.selected()[0], "the keyboard on the card")
        press("F2")
        type_over(app, "Title", "On the map")
        press("Control_L", "r")
        answer(app, ASKED, "Cancel")
        app.find("1.1 On the map", role="list item")
        app.click(app.find("Title", role="text"))
        type_over(app, "Title", "Beside it")
        press("Control_L", "r")
        answer(app, ASKED, "Cancel")
        app.find("1.1 Beside it", role="list item")
        press("Escape")
        assert offered(app)
        wait(lambda: app.selected(), "the selection")
        before = app.zoom(), app.settled_extents(app.selected()[0])[:2]
        press("Control_L", "r")
        answer(app, ASKED, "Discard Changes")
        ready(app)
        wait(lambda: [node.name for node in app.selected()] == [CARD], "the selection of before")
        assert (app.zoom(), app.settled_extents(app.selected()[0])[:2]) == before
        assert not is_modified(app) and not offered(app)
        assert not has_state(app.find("Undo", role="push button"), "sensitive"), "there is something to undo"
        # From here on it is a map as any other.
        retitle(app, "mine")
        press("Control_L", "z")
        wait(lambda: title(app) == TITLE, "the title as it was")
        wait(lambda: not offered(app), "nothing to revert")


def reverted_to_nothing():
    """A file that is gone cannot be reverted to: that is told before anything is given up."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        retitle(app, "mine")
        os.rename(path, path + ".away")
        find_notice(app, "This file was moved or deleted.")
        press("Control_L", "r")
        find_notice(app, "webshop.en.journey: There is no such file")
        assert not app.find_all(ASKED) and title(app) == "mine •"
        os.rename(path + ".away", path)
        no_notice(app, "webshop.en.journey: ")
        press("Control_L", "r")
        answer(app, ASKED, "Discard Changes")
        wait(lambda: title(app) == TITLE, "the map of the file")


def never_silently():
    """Saving over a file that somebody else changed asks; both versions survive under two names."""
    path, other = copy_example(), os.path.join(FOLDER, "both.journey")
    with App(path) as app:
        ready(app)
        retitle(app, "mine")
        replace_in(path, '"title": "' + TITLE + '"', '"title": "Theirs"')
        find_notice(app, "Someone else changed this file: ")
        press("Control_L", "s")
        answer(app, "Overwrite “webshop.en.journey”?", "Cancel")
        assert title(app) == "mine •" and read_document(path)["title"] == "Theirs"
        press("Control_L", "s")
        answer(app, "Overwrite “webshop.en.journey”?", "Save As…")
        save_under(app, other)
        wait(lambda: title(app) == "mine", "saved")
        no_notice(app, "Someone else")
    assert read_document(path)["title"] == "Theirs" and read_document(other)["title"] == "mine"


def saved_again():
    """Where a deleted file was there is nothing to overwrite. One that comes back before the answer is not."""
    path = copy_example()
    heading = "Save “webshop.en.journey” Again?"
    with App(path) as app:
        ready(app)
        retitle(app, "mine")
        os.remove(path)
        push_button(app, "Save Again")
        answer(app, heading, "Save Again")
        wait(lambda: not is_modified(app), "saved")
        no_notice(app, "This file was moved or deleted.")
        assert read_document(path)["title"] == "mine"
        retitle(app, "more")
        os.rename(path, path + ".away")
        find_notice(app, "This file was moved or deleted.")
        press("Control_L", "s")
        app.find(heading, role="label")
        replace_in(path + ".away", "mine", "theirs")
        os.rename(path + ".away", path)
        answer(app, heading, "Save Again")
        answer(app, "Overwrite “webshop.en.journey”?", "Cancel")
        assert read_document(path)["title"] == "theirs"
        press("Control_L", "s")
        answer(app, "Overwrite “webshop.en.journey”?", "Overwrite")
        wait(lambda: not is_modified(app), "saved")
        assert read_document(path)["title"] == "more"


def same_content():
    """A program that keeps folders in step writes the file anew as it was, while there is something to save:
    nothing is told or asked. Other words of the same length are."""
    path = copy_example()
    with App(path) as app:
        ready(app)
        retitle(app, "mine")
        for write in (lambda: replace_in(path, TITLE, TITLE), lambda: os.utime(path), lambda: overwrite(path)):
            write()
            looked_at(path)
            assert not app.find_all(lambda name: name.startswith(("Someone else", "This file was moved")), role="label")
        assert saved(app)["title"] == "mine"
        retitle(app, "more")
        os.utime(path)
        assert saved(app)["title"] == "more"
        retitle(app, "most")
        replace_in(path, '"title": "more"', '"title": "less"')
        assert "less" in find_notice(app, "Someone else changed this file: ").name


def two_programs():
    """Another running Etappe, which cannot hear of the first one, says so; each keeps its own journal,
    and what one saves the other one learns."""
    path, home = copy_example(), tempfile.mkdtemp(dir=FOLDER)
    with App(home=home) as app:
        environment = app.environment
    with open(home + "/bus.conf", "w", encoding="utf-8") as file:
        file.write(BUS)
    other = subprocess.Popen(["dbus-run-session", "--config-file=" + home + "/bus.conf", BUILD + "/src/app/etappe", path],
                             stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                             env={**environment, "GTK_A11Y": "none"})
    try:
        journals = home + "/state/etappe/recovery"
        wait(lambda: os.path.isdir(journals) and os.listdir(journals), "the journal of the other program")
        with App(path, home=home) as app:
            ready(app)
            find_notice(app, "This map is open in another running Etappe")
            retitle(app, "second")
            assert saved(app)["title"] == "second"
            assert len(os.listdir(journals)) == 2
            assert not app.find_all("Restore Changes?")
    finally:
        os.killpg(other.pid, signal.SIGTERM)
        other.wait()


if __name__ == "__main__":
    run([keep_mine, named, keep_mine_of_broken, read_again, revert, reverted_to_nothing, never_silently, saved_again, same_content, two_programs])
