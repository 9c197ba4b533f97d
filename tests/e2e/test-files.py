#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files: broken ones say what is wrong and where, several open in a window each, and a window without a file offers a beginning."""

import os
import shutil
import subprocess
import tempfile

from etp_e2e import BUILD, App, act, click, example, press, run, wait

FOLDER = tempfile.mkdtemp(prefix="files-", dir=os.environ.get("ETP_E2E_SCRATCH"))
GOOD = """{
  "format": "etappe-journey",
  "version": %d,
  "title": "%s",
  "phases": [{"id": "p", "name": "Awareness"}],
  "lanes": [{"id": "l", "kind": "touchpoints"}],
  "cards": [{"id": "c", "lane": "l", "phase": "p", "title": "%s"}]
}
"""


def write(name, text):
    """A file in the folder of this test; its whole content at once, as editors save."""
    path = os.path.join(FOLDER, name)
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)
    return path


def ends(text):
    """The toolkit puts the label with its mnemonic before the one without."""
    return lambda name: name.endswith(text)


def broken_file():
    """The page names file, line, column and reason; mending the file and trying again opens it."""
    path = write("broken.journey", '{\n  "format": "etappe-journey",\n  "version" 1\n}\n')
    with App(path) as app:
        app.find("This File Could Not Be Opened", role="label")
        texts = app.names()
        assert "broken.journey" in texts, texts
        assert "Line 3, column 13" in texts, texts
        assert any("colon" in text for text in texts), texts
        assert not app.find_all(role="list item")
        write("broken.journey", GOOD % (1, "Mended", "First contact"))
        click(*app.middle(app.find(ends("Try Again"), role="push button")))
        app.find("1.1 First contact", role="list item")
        assert app.find("Mended", role="label")


def opened_again():
    """What could not be opened is read again when it is asked for again, as by a double click."""
    path = write("again.journey", "{")
    with App(path) as app:
        app.find("This File Could Not Be Opened", role="label")
        write("again.journey", GOOD % (1, "Mended", "First contact"))
        subprocess.run([BUILD + "/src/app/etappe", path], env=app.environment, check=True, timeout=20)
        app.find("1.1 First contact", role="list item")
        assert len(app.frames()) == 1


def other_failures():
    """Each failure says in its own words what it is."""
    cases = [(write("empty.journey", ""), "empty"),
             (write("list.journey", "[1, 2, 3]"), "journey"),
             (os.path.join(FOLDER, "nowhere.journey"), ""),
             (FOLDER, "folder")]
    said = set()
    for path, word in cases:
        with App(path) as app:
            app.find("This File Could Not Be Opened", role="label")
            reason = max((text for text in app.names() if text.endswith(".")), key=len)
            assert word in reason.lower(), (path, reason)
            said.add(reason)
    assert len(said) == len(cases), said


def several_files():
    """Each file gets its own window; a second start hands its file to the running program. A file that is open comes
    up with its window, through whatever link it is asked for."""
    path = write("named.journey", GOOD % (1, "Named", "First contact"))
    symbolic, hard = os.path.join(FOLDER, "symbolic.journey"), os.path.join(FOLDER, "hard.journey")
    os.symlink("named.journey", symbolic)
    os.link(path, hard)
    with App(path, example("omnichannel.en")) as app:
        titles = ["Named", "Searched online, collected in the shop"]
        wait(lambda: sorted(frame.name for frame in app.frames()) == titles, "two windows with both titles")
        assert [frame.role for frame in app.frames()] == ["frame", "frame"], app.frames()
        for name in (symbolic, hard, example("omnichannel.en"), example("webshop.en")):
            subprocess.run([BUILD + "/src/app/etappe", name], env=app.environment, check=True, timeout=20)
        titles.insert(0, "Max finds his running shoe")
        wait(lambda: sorted(frame.name for frame in app.frames()) == titles, "a window for the other map only")


def start_page():
    """Without a file: examples to open, and afterwards the map is among the recent ones."""
    with App() as app:
        app.find("Open a Journey Map", role="label")
        app.click_below("Web shop")
        app.find("1.1 Short film in the feed", role="list item")
        assert len(app.frames()) == 1
        arrow = app.find_all("Recent Maps", role="push button")[-1]
        click(*app.middle(arrow))
        wait(lambda: len(app.find_all("webshop.en.journey", role="label")) == 2, "the file in title and list")


def windows_of_help():
    """The windows of keys and About open."""
    with App(example("webshop.en")) as app:
        app.find("1.1 Short film in the feed", role="list item")
        press("Control_L", "question")
        app.find("Fit the whole map")
        press("Escape")
        wait(lambda: not app.find_all("Fit the whole map"), "the window gone")
        press("F10")
        act(app.find("About Etappe", role="menu item"), "click")
        app.find("The Etappe authors")


def version():
    """--version needs no display."""
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    answer = subprocess.run([BUILD + "/src/app/etappe", "--version"], env=environment, check=True, timeout=20,
                            capture_output=True, text=True).stdout
    assert answer.startswith("etappe "), answer


if __name__ == "__main__":
    try:
        run([broken_file, opened_again, other_failures, several_files, start_page, windows_of_help, version])
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
