#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving under bad luck: the disk is full, the folder is gone, the file is write-protected by now, the
network share does not answer. Each time the window names the cause and offers another name, the map
stays modified, the file stays as it was, and what was done is there after the program was killed."""

import errno
import os
import shutil
import signal
import tempfile

from etp_e2e import (BUILD, App, Skip, act, answer, complaints, copy_example, find_notice, no_notice, press,
                     push_button, read_document, retitle, run, save_under, title, wait)

FOLDER = tempfile.mkdtemp(prefix="luck-", dir=os.environ.get("ETP_E2E_SCRATCH"))
SHIM = os.path.join(BUILD, "tests", "e2e", "libbad-luck.so")
FAILED = "“webshop.en.journey” Could Not Be Saved"
FULL = "There is not enough space on the disk."
GONE = "The drive or network share cannot be reached any more."
CAUSES = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.ESTALE: GONE, errno.ENOTCONN: GONE,
          errno.EHOSTDOWN: GONE, errno.ETIMEDOUT: GONE, errno.EROFS: "This can be read, but not written.",
          errno.EIO: "The drive or network share fails: what was to be read or written did not get there."}


class Luck:
    """A map in a folder with which something can go wrong, and a home for the program."""

    def __init__(self):
        if not os.path.exists(SHIM):
            raise Skip("the library that lets calls fail is not built")
        self.path = os.path.realpath(copy_example())
        self.before = self.read()
        self.home = tempfile.mkdtemp(dir=FOLDER)
        self.order = self.home + "/order"
        self.other = self.home + "/rescued.journey"

    def environment(self):
        """What the program is started with."""
        return {"LD_PRELOAD": SHIM, "ETP_BAD_LUCK_FOLDER": os.path.dirname(self.path),
                "ETP_BAD_LUCK_ORDER": self.order, "ASAN_OPTIONS": "verify_asan_link_order=0"}

    def start(self):
        """The program with the map."""
        return App(self.path, home=self.home, **self.environment())

    def strike(self, what, number):
        """From now on such calls fail with that errno."""
        with open(self.order + ".new", "w", encoding="ascii") as file:
            file.write(f"{what} {number}")
        os.replace(self.order + ".new", self.order)

    def relent(self):
        """All is well again."""
        os.remove(self.order)

    def read(self):
        """The bytes of the map's file."""
        with open(self.path, "rb") as file:
            return file.read()

    def is_untouched(self):
        """The file is as it was, and nothing else lies beside it."""
        return self.read() == self.before and os.listdir(os.path.dirname(self.path)) == [os.path.basename(self.path)]


def ready(app):
    """The map is there."""
    app.find("1.1 Short film in the feed", role="list item")


def refused(app, cause, label):
    """Saving says why not; what is answered."""
    wait(lambda: app.find_all(FAILED, role="label"), FAILED)
    said = [node.name for node in app.walk(role="label") if node.name.startswith(cause)]
    assert said and "stays open" in said[0], [node.name for node in app.walk(role="label")]
    answer(app, FAILED, label)


def restore(app, name):
    """What was done to the map of that title comes back, to the window in front."""
    app.show(app.frame_called("Restore Changes?"))
    app.click(app.find(f"Restore “{name}”", role="push button"))
    app.show(app.frame_called(name + " •"))


def recovered(luck, name):
    """What the next start has of it after kill -9."""
    with App(home=luck.home) as app:
        restore(app, name)


def kill(app):
    """The program dies without a last word."""
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()
    app.process.returncode = 0  # as it should be


def saving_fails(what, *numbers):
    """Refused with its cause, modified, untouched; recovered after kill -9, and then saved under another name."""
    luck = Luck()
    with luck.start() as app:
        ready(app)
        retitle(app, "mine")
        for number in numbers:
            luck.strike(what, number)
            press("Control_L", "s")
            refused(app, CAUSES[number], "Try Again")
            refused(app, CAUSES[number], "Cancel")
            assert title(app) == "mine •" and luck.is_untouched(), number
        kill(app)
    luck.relent()
    assert luck.is_untouched()
    with App(home=luck.home, **luck.environment()) as app:
        restore(app, "mine")
        assert luck.is_untouched()
        luck.strike(what, numbers[-1])
        press("Control_L", "s")
        refused(app, CAUSES[numbers[-1]], "Save As…")
        save_under(app, luck.other)
        wait(lambda: title(app) == "mine", "saved")
    luck.relent()
    assert read_document(luck.other)["title"] == "mine" and luck.is_untouched()


def disk_full():
    """No space, as writing tells it; the person's share of it is used up; or what is written to a network share does
    not get through."""
    saving_fails("write", errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ETIMEDOUT)


def share_gone():
    """What network file systems say once the server is gone, for every call; and a file system that is mounted
    read-only by now, as after an error of the disk."""
    saving_fails("all", errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.EROFS)


def room_again():
    """Trying again works once there is room."""
    luck = Luck()
    with luck.start() as app:
        ready(app)
        retitle(app, "mine")
        luck.strike("write", errno.ENOSPC)
        press("Control_L", "s")
        wait(lambda: app.find_all(FAILED, role="label"), FAILED)
        luck.relent()
        answer(app, FAILED, "Try Again")
        wait(lambda: title(app) == "mine", "saved")
    assert read_document(luck.path)["title"] == "mine"


def slow_root():
    """The root of the file system takes its time to tell what it is: another name can be given all the same. What
    the toolkit's window says meanwhile is no complaint of the editor; what only looks like it is one."""
    luck = Luck()
    with App(luck.path, home=luck.home, **luck.environment() | {"ETP_BAD_LUCK_FOLDER": "/"}) as app:
        ready(app)
        retitle(app, "mine")
        luck.strike("slow", 500)
        press("Control_L", "Shift_L", "s")
        save_under(app, luck.other)
        wait(lambda: title(app) == "mine", "saved")
    assert read_document(luck.other)["title"] == "mine" and luck.is_untouched()
    one, other = (f"Gtk-WARNING **: Trying to snapshot GtkButton {where} without a current allocation"
                  for where in ("0x5a", "0x5b"))
    twice = f"{one}\n\n{other}\n\n{one}\n\n{other}\n"
    assert not complaints(twice, True) and complaints(twice, False)
    for said in [one], [one, one], [one, other, one], [one, other.replace("GtkButton", "GtkLabel")]:
        assert complaints("\n".join(said), True), said


def folder_removed():
    """The folder is gone with the file: said so before anybody saves, and when they do."""
    luck = Luck()
    with luck.start() as app:
        ready(app)
        retitle(app, "mine")
        shutil.rmtree(os.path.dirname(luck.path))
        find_notice(app, "This file was moved or deleted.")
        press("Control_L", "s")
        refused(app, "The folder of this file does not exist, or not any more.", "Save As…")
        save_under(app, luck.other)
        wait(lambda: title(app) == "mine", "saved")
        no_notice(app, "This file was moved or deleted.")
        retitle(app, "again")
        kill(app)
    assert read_document(luck.other)["title"] == "mine"
    recovered(luck, "again")


def made_read_only():
    """The file is protected while the map is open."""
    luck = Luck()
    with luck.start() as app:
        ready(app)
        retitle(app, "mine")
        luck.strike("access", errno.EACCES)
        press("Control_L", "s")
        refused(app, "The file is write-protected.", "Cancel")
        assert title(app) == "mine •"
        kill(app)
    assert luck.is_untouched()
    recovered(luck, "mine")


def by_menu(app, name, entry):
    """What the menu of something on the map offers, by the keyboard."""
    act(wait(lambda: next(node for node in app.map_items() if node.name == name), name), "card.focus")
    wait(lambda: [node.name for node in app.selected()] == [name], f"{name} selected")
    press("Menu")
    act(app.find(entry, role="menu item"), "click")
    wait(lambda: not app.find_all(role="menu item"), "no menu")


def read_only_from_the_start():
    """A file that may not be written is said to be so; cards, phases and lanes can be changed by their menus and
    keys all the same, and saving offers another name for it."""
    luck = Luck()
    luck.strike("access", errno.EACCES)
    with luck.start() as app:
        ready(app)
        find_notice(app, "This file is write-protected.")
        by_menu(app, "1.1 Short film in the feed", "Duplicate")
        wait(lambda: app.find_all("1.2 Short film in the feed", role="list item"), "the copy")
        by_menu(app, "Phase 2 Consideration", "Collapsed")
        by_menu(app, "Gains", "Duplicate")
        act(app.find("3.2 Order through customer service", role="list item"), "card.focus")
        wait(lambda: app.focused() and app.focused().name.startswith("3.2"), "the step with the keyboard")
        press("Alt_L", "Up")
        app.find("3.1 Order through customer service", role="list item")
        press("Control_L", "s")
        refused(app, "The file is write-protected.", "Cancel")
        assert title(app) == "Max finds his running shoe •" and luck.is_untouched()
        press("Control_L", "s")
        refused(app, "The file is write-protected.", "Save As…")
        save_under(app, luck.other)
        wait(lambda: title(app) == "Max finds his running shoe", "saved")
        no_notice(app, "This file is write-protected.")
        press("Control_L", "z")
        app.find("3.2 Order through customer service", role="list item")
    document, before = read_document(luck.other), read_document(luck.path)
    assert luck.is_untouched() and document["phases"][1]["collapsed"]
    assert [len(document[name]) - len(before[name]) for name in ("lanes", "phases")] == [1, 0]
    assert [card.get("title") for card in document["cards"]].count("Short film in the feed") == 2


def nothing_is_recorded():
    """The disk of the home folder is full: the window says that a crash would cost what was not saved, and
    saving still works. Once there is room again a save begins the records anew, and it is not told any more."""
    luck = Luck()
    environment = luck.environment() | {"ETP_BAD_LUCK_FOLDER": os.path.realpath(luck.home) + "/state"}
    with App(luck.path, home=luck.home, **environment) as app:
        ready(app)
        luck.strike("write", errno.ENOSPC)
        retitle(app, "mine")
        assert find_notice(app, "If the program or the computer breaks down").name.endswith(FULL)
        press("Control_L", "s")
        wait(lambda: title(app) == "mine", "saved")
        find_notice(app, "If the program or the computer breaks down")
        luck.relent()
        retitle(app, "more")
        press("Control_L", "s")
        wait(lambda: title(app) == "more", "saved")
        no_notice(app, "If the program or the computer breaks down")
    assert read_document(luck.path)["title"] == "more"


def save_automatically(luck):
    """Switched on before the program starts."""
    os.makedirs(luck.home + "/config/etappe", exist_ok=True)
    with open(luck.home + "/config/etappe/settings.ini", "w", encoding="utf-8") as file:
        file.write("[Saving]\nautosave=true\n")


def automatic_save_fails():
    """It asks nothing: a notice names the cause and offers another name; the map stays modified and what
    was done is recovered. Closing asks."""
    luck = Luck()
    save_automatically(luck)
    with luck.start() as app:
        ready(app)
        luck.strike("write", errno.ENOSPC)
        retitle(app, "mine")
        find_notice(app, "The map could not be saved automatically: " + FULL)
        assert title(app) == "mine •"
        press("Control_L", "w")
        answer(app, "Save Changes?", "Cancel")
        kill(app)
    luck.relent()
    assert luck.is_untouched()
    recovered(luck, "mine")


def automatic_save_elsewhere():
    """The notice's button saves under another name; from then on that file is saved automatically."""
    luck = Luck()
    save_automatically(luck)
    with luck.start() as app:
        ready(app)
        luck.strike("all", errno.ESTALE)
        retitle(app, "mine")
        find_notice(app, "The map could not be saved automatically: " + GONE)
        push_button(app, "Save As…")
        save_under(app, luck.other)
        wait(lambda: title(app) == "mine", "saved")
        no_notice(app, "The map could not be saved automatically")
        retitle(app, "by itself")
        wait(lambda: title(app) == "by itself", "saved by itself")
    luck.relent()
    assert read_document(luck.other)["title"] == "by itself" and luck.is_untouched()


def automatic_save_goes_on():
    """Once there is room it saves by itself, also when the notice was closed, and the notice goes."""
    luck = Luck()
    save_automatically(luck)
    with luck.start() as app:
        ready(app)
        luck.strike("write", errno.ENOSPC)
        retitle(app, "mine")
        find_notice(app, "The map could not be saved automatically: ")
        luck.relent()
        wait(lambda: title(app) == "mine", "saved by itself")
        no_notice(app, "The map could not be saved automatically")
    assert read_document(luck.path)["title"] == "mine"


if __name__ == "__main__":
    run([disk_full, share_gone, room_again, slow_root, folder_removed, made_read_only, read_only_from_the_start,
         nothing_is_recorded, automatic_save_fails, automatic_save_elsewhere, automatic_save_goes_on])
