#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was not saved when the program was killed is offered at the next start."""

import glob
import os
import re
import signal
import subprocess
import sys
import tempfile

from etp_e2e import (SOURCE, App, act, answer, copy_example, find_cards, press, read_document, replace_in, retitle, run,
                     save_under, title, type_text, wait)

FOLDER = tempfile.mkdtemp(prefix="recovery-", dir=os.environ.get("ETP_E2E_SCRATCH"))
TITLE = "Max finds his running shoe"
LOSS = r"1 change that was never saved will be gone for good\.|\d+ changes that were never saved will be gone for good\."


def kill(app):
    """The program dies without a last word."""
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()
    app.process.returncode = 0  # as it should be


def leave_two_maps(path, home):
    """The program is killed with changes in a map that has no file and in one of a file, where a card's title is still
    being typed."""
    with App(path, home=home) as app:
        card = app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "half done")
        press("Control_L", "n")
        wait(lambda: len(app.frames()) == 2, "a new map")
        app.show(app.frame_called("Untitled Map"))
        retitle(app, "never saved")
        app.show(app.frame_called("half done •"))
        act(card, "card.focus")
        wait(lambda: app.focused() and app.focused().name == card.name, "the keyboard on the card")
        press("F2")
        wait(lambda: app.focused() and app.focused().role == "text", "typing")
        press("Control_L", "a")
        type_text("half typed")
        app.find("1.1 half typed", role="list item")
        kill(app)


def restore_after_kill():
    """kill -9: the next start offers what was done, to the last step; it is modified and not saved."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path = copy_example()
    before = open(path, "rb").read()
    leave_two_maps(path, home)
    assert open(path, "rb").read() == before
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.find("half done", role="label")
        app.find("never saved", role="label")
        wait(lambda: app.focused() and app.focused().name == "Restore “half done”",
             lambda: f"the keyboard at the first, not at {app.focused()}")
        app.click(app.find(lambda name: name.endswith("Restore All"), role="push button"))
        wait(lambda: sorted(frame.name for frame in app.frames()) == ["half done •", "never saved •"], "both maps")
        app.show(app.frame_called("half done •"))
        press("Control_L", "s")
        wait(lambda: title(app) == "half done", "saved")
        assert len(find_cards(read_document(path), "half typed")) == 1, "what was being typed is lost"
        press("Control_L", "z")
        app.find("1.1 Short film in the feed", role="list item")
        press("Control_L", "z")
        wait(lambda: title(app) == TITLE + " •", "the whole of it undone")
        kill(app)
    assert read_document(path)["title"] == "half done"
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.find("never saved", role="label")
        app.click(app.find("Discard “never saved”", role="push button"))
        answer(app, "Discard “never saved”?", "Discard")
        wait(lambda: not app.find_all("never saved"), "the row gone")
        app.click(app.find("Restore “" + TITLE + "”", role="push button"))
        wait(lambda: [frame.name for frame in app.frames()] == [TITLE + " •"], "the map")


def discard_asks():
    """What is discarded is gone: it is asked for, with how much that is, and cancelling keeps it."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path = copy_example()
    leave_two_maps(path, home)
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.click(app.find("Discard “half done”", role="push button"))
        app.find(lambda name: re.fullmatch(LOSS, name))
        answer(app, "Discard “half done”?", "Cancel")
        app.click(app.find(lambda name: name.endswith("Discard All"), role="push button"))
        app.find(lambda name: re.fullmatch(LOSS, name))
        answer(app, "Discard 2 Maps?", "Cancel")
        assert app.find("half done", role="label") and app.find("never saved", role="label")
        kill(app)
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.click(app.find(lambda name: name.endswith("Discard All"), role="push button"))
        answer(app, "Discard 2 Maps?", "Discard")
        wait(lambda: all(frame.name != "Restore Changes?" for frame in app.frames()), "the list gone")
    assert not glob.glob(os.path.join(home, "**", "journal-*"), recursive=True)


def restore_by_keyboard():
    """The same with nothing but keys: Tab comes to the button, Enter takes it."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path = copy_example()
    with App(path, home=home) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "half done")
        kill(app)
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        for _ in range(12):
            focused = wait(app.focused, "the keyboard in the dialog")
            if focused.name == "Restore “half done”":
                break
            press("Tab")
            wait(lambda focused=focused: app.focused() and app.focused() != focused, f"the stop after {focused}")
        press("Return")
        wait(lambda: [frame.name for frame in app.frames()] == ["half done •"], "the map")


def one_file_twice():
    """Two crashes over one file: both states come back, and only one of them has the file."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path = copy_example()
    with App(path, home=home) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "first crash")
        kill(app)
    with App(path, home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        press("Escape")
        app.show(app.frame_called(TITLE))
        retitle(app, "second crash")
        kill(app)
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.click(app.find(lambda name: name.endswith("Restore All"), role="push button"))
        wait(lambda: sorted(frame.name for frame in app.frames()) == ["first crash •", "second crash •"],
             lambda: f"both states, not {app.frames()}, {app.find_all(role='push button')}")
        app.find(lambda name: name.startswith("The file of this map is open in another window"))
        app.show(app.frame_called("first crash •"))
        save_under(app, press("Control_L", "s") or os.path.join(FOLDER, "first"))
        app.show(app.frame_called("second crash •"))
        press("Control_L", "s")
        wait(lambda: read_document(path)["title"] == "second crash", "saved into the file")
    assert read_document(os.path.join(FOLDER, "first.journey"))["title"] == "first crash"


def damaged():
    """The row says up to where damaged data can be restored, or that it cannot, and where it is; it stays until
    it is discarded."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path = copy_example()
    with App(path, home=home) as app:
        app.find("1.1 Short film in the feed", role="list item")
        for text in ("first change", "second change", "third change"):
            retitle(app, text)
        kill(app)
    [log] = glob.glob(os.path.join(home, "**", "journal-*"), recursive=True)
    replace_in(log, "second change", "2econd change")
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.find(lambda name: re.fullmatch(r"The recovery data is damaged\. Up to there, \d+ changes can be restored\.", name))
        app.find(lambda name: re.fullmatch(r"\d+ later changes are lost\.", name), role="label")
        kill(app)
    replace_in(log, "etappe-journey", "3tappe-journey")
    with App(home=home) as app:
        app.show(app.frame_called("Restore Changes?"))
        app.find(lambda name: name.startswith("The recovery data is damaged; nothing") and "recovery" in name)
        name = os.path.basename(path)
        assert app.find(name, role="label") and not app.find_all("Restore “" + name + "”")
        app.click(app.find("Discard “" + name + "”", role="push button"))
        answer(app, "Discard “" + name + "”?", "Discard")
        wait(lambda: not os.path.exists(log), "the data gone")


# Owns the program's name on the bus, and dies when it is asked for something, or with the bus.
DYING = """
import os, sys
from gi.repository import Gio
bus = Gio.DBusConnection.new_for_address_sync(os.environ["DBUS_SESSION_BUS_ADDRESS"],
    Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
def die(bus, message, incoming):
    if incoming and message.get_message_type() == Gio.DBusMessageType.METHOD_CALL:
        os._exit(0)
    return message
bus.set_exit_on_close(True)
bus.add_filter(die)
from gi.repository import GLib
bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
    GLib.Variant("(su)", (sys.argv[1], 0)), None, 0, -1, None)
print("owned", flush=True)
GLib.MainLoop().run()
"""


def program_id():
    """The name that the program has on the bus, from the one place where it is written."""
    with open(os.path.join(SOURCE, "meson.build"), encoding="utf-8") as file:
        return re.search(r"application_id = '([^']+)'", file.read()).group(1)


def start_while_dying():
    """Started again in the moment in which it dies, it still has its name on the bus but does not answer: the new one
    waits until the name is free, and offers what was not saved."""
    home = tempfile.mkdtemp(dir=FOLDER)
    with App(copy_example(), home=home) as app:
        app.find("1.1 Short film in the feed", role="list item")
        retitle(app, "half done")
        kill(app)
    with subprocess.Popen([sys.executable, "-c", DYING, program_id()], stdout=subprocess.PIPE, text=True) as dying:
        assert dying.stdout.readline() == "owned\n"
        with App(home=home) as app:
            assert dying.wait(10) == 0
            app.show(app.frame_called("Restore Changes?"))
            app.find("half done", role="label")


if __name__ == "__main__":
    run([restore_after_kill, discard_asks, restore_by_keyboard, one_file_twice, damaged, start_while_dying])
