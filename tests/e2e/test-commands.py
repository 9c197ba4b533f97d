#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command is where people look for commands: in the window of shortcuts and in the table of keys
in the help, with its keys, and in the palette by its name in their language. What commands there are
the program itself tells."""

import gettext
import os
import re
import subprocess
from xml.etree import ElementTree

from accessible import call
from etp_e2e import BUILD, SOURCE, App, act, current, example, press, run, type_text, wait
from gi.repository import GLib

MALLARD = "{http://projectmallard.org/1.0/}"
NO_KEY = "–"
# What the toolkit calls the keys, and what the help does.
SPOKEN = {"Page_Up": "Page Up", "Page_Down": "Page Down", "question": "?", "comma": ",", "plus": "+", "minus": "-",
          "equal": "=", "space": "Space", "numbersign": "#", "bracketleft": "[", "bracketright": "]", "period": ".",
          "slash": "/", "asterisk": "*", "BackSpace": "Backspace", "Control": "Ctrl"}
SIGNS = {"Return": "Enter", "Escape": "Esc", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "minus": "−"}

app = palette = None
rows = {}  # of the palette, path → name


def commands():
    """Title, section and keys of each, in English."""
    told = subprocess.run([BUILD + "/tests/app/test-app-shortcuts"], env={**os.environ, "ETP_LIST_COMMANDS": "1"},
                          check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in told.splitlines() if "\t" in line]
    assert len(rows) > 100, len(rows)
    return rows


def names_of(accelerator, words):
    """ctrl, shift and f from "<Control><Shift>f"; 0…9 from "0...9"."""
    parts = re.findall(r"<(\w+)>", accelerator) + [re.sub(r"<\w+>", "", accelerator).replace("...", "…")]
    return sorted(words.get(part, part).lower() for part in parts)


def press_and_find(*keys, title):
    """Opens a window of that title by key."""
    press(*keys)
    frame = app.frame_called(title)
    assert frame.role == "frame", frame  # a screen reader is told that it is a window
    app.show(frame)
    return frame


def in_the_window_of_shortcuts():
    """Each has a row with its keys there."""
    frame = press_and_find("Control_L", "question", title="Keyboard Shortcuts")
    rows = wait(lambda: [[part.name for part in row.walk() if part.role == "label"]
                         for row in app.frame_called(frame.name).walk() if row.role == "list item"], "the rows")
    shown = {labels[0]: labels[1:] for labels in rows if labels}
    for title, _, keys in commands():
        assert title in shown, f"{title} is missing"
        told = [sorted(part.strip().lower() for part in re.split(r"\+(?!$)", label)) for label in shown[title]
                if label and label != NO_KEY]
        for accelerator in keys.split():
            assert names_of(accelerator, SPOKEN) in told, (title, accelerator, told)
        assert len(told) == len(keys.split()), (title, told)
    assert len(rows) == len(commands()), "a row that is no command"
    current.take_picture()
    press("Escape")
    wait(lambda: len(app.frames()) == 1, "the window gone")
    app.show(app.frames()[0])


def in_the_help():
    """Each has a row with its keys in the table."""
    page = ElementTree.parse(SOURCE + "/help/C/keyboard.page")
    shown = {}
    for row in page.iter(MALLARD + "tr"):
        cells = row.findall(MALLARD + "td")
        together = [[key.text for key in sequence] for sequence in cells[1].iter(MALLARD + "keyseq")]
        inner = {key for sequence in cells[1].iter(MALLARD + "keyseq") for key in sequence}
        alone = [[key.text] for key in cells[1].iter(MALLARD + "key") if key not in inner]
        shown["".join(cells[0].itertext()).strip()] = [sorted(key.lower() for key in keys)
                                                       for keys in together + alone]
    for title, _, keys in commands():
        assert title in shown, f"{title} is missing"
        wanted = [names_of(accelerator, {**SPOKEN, **SIGNS}) for accelerator in keys.split()]
        assert sorted(shown[title]) == sorted(wanted), (title, shown[title], wanted)


def offered():
    """The row of the palette that Enter would take."""
    _, path = call(palette.bus_name, palette.path, "org.a11y.atspi.Selection", "GetSelectedChild",
                   GLib.Variant("i", 0))[0]
    return rows[path]


def walk_to(name):
    """Goes down to a row, which is one of the first."""
    for _ in range(4):
        if offered() == name:
            return
        before = offered()
        press("Down")
        wait(lambda: offered() != before, f"{name} in the palette, or what is below {before}")
    raise AssertionError(f"{name} is not among the first")


def in_the_german_palette():
    """Each is found by its German name, diacritics or not, and the shown one can be taken; the next time it comes
    first."""
    global app, palette
    german = gettext.GNUTranslations(open(BUILD + "/po/de/LC_MESSAGES/etappe.mo", "rb")).gettext
    with App(example("webshop.de"), locale="de_DE.UTF-8") as app:
        app.map_groups()
        press_and_find("Control_L", "Shift_L", "p", title="Befehle")
        entry = wait(lambda: next(node for node in app.walk(inside=app.frame_called("Befehle")) if node.role in ("text", "entry")), "the entry")
        palette = next(app.walk(None, "list", app.frame_called("Befehle")))
        rows.update((row.path, row.name) for row in app.walk(None, "list item", palette))
        # Those of a presentation are its own window's; two are no actions but keys.
        wanted = [(title, section) for title, section, _ in commands() if section != "Presenting"
                  and title not in ("Find a command", "Main menu", "Drag the map with the pointer", "Leave the map")]
        for title, _ in wanted:
            name = german(title)
            assert name != title or title == "Filter", f"{title} has no German name"
            call(entry.bus_name, entry.path, "org.a11y.atspi.EditableText", "SetTextContents",
                 GLib.Variant("s", name))
            walk_to(name)
        press("Control_L", "a")
        type_text("größer")
        wait(lambda: offered() == german("Zoom in"), lambda: f"the larger map, not {offered()}")
        before = app.zoom()
        press("Return")
        wait(lambda: app.zoom() > before, "a larger map")
        now = app.zoom()
        press_and_find("Control_L", "Shift_L", "p", title="Befehle")
        press("Return")
        wait(lambda: app.zoom() > now, "the last command again")
        press_and_find("Control_L", "Shift_L", "p", title="Befehle")
        type_text("nachstes element")
        press("Return")
        wait(lambda: len(app.selected()) == 1, "something selected")


def english():
    """In one window."""
    global app
    with App(example("webshop.en")) as app:
        app.map_groups()
        in_the_window_of_shortcuts()
        act(next(app.walk(role="list item")), "card.focus")
        app.show(app.frames()[0])


if __name__ == "__main__":
    run([english, in_the_help, in_the_german_palette])
