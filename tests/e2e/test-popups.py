#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus and lists that hang at something: their keys are theirs, not those of what they hang at."""

import json

from etp_e2e import (App, act, copy_example, current, find_cards, is_modified, press, run, saved, type_text,
                     wait)

CARD = "1.1 Short film in the feed"
STEP = "3.1 The checkout stalls"
FINE = "4.2 The first run"

app = None


def select(name):
    """Something on the map, with the keyboard."""
    node = wait(lambda: next((node for node in app.map_items() if node.name == name), None), name)
    act(node, "card.focus")
    wait(lambda: app.focused() and app.focused().name == name, f"the keyboard on {name}")


def open_menu(n_before=0):
    """That of what has the keyboard."""
    press("Menu")
    wait(lambda: len(app.popups()) == n_before + 1, "the menu")
    app.settled_picture()


def close_menu(n_before=0):
    """Escape closes it and nothing else."""
    press("Escape")
    wait(lambda: len(app.popups()) == n_before, "the menu to close")
    app.settled_picture()


def menu_of_typing():
    """The menu of a text that is being typed on a card is closed, and what was typed is still there."""
    select(CARD)
    press("F2")
    wait(lambda: app.focused() and app.focused().role == "text", "typing")
    press("Control_L", "a")
    type_text("Kept")
    open_menu()
    close_menu()
    wait(lambda: app.focused() and app.focused().role == "text", "typing again")
    press("Return")
    wait(lambda: app.focused() and app.focused().name == "1.1 Kept", "the card")
    assert find_cards(saved(app), "Kept")
    press("Control_L", "z")
    wait(lambda: app.focused() and app.focused().name == CARD, "the title as it was")


def menu_of_the_map():
    """Keys that a card's menu has no use for do nothing to the map."""
    saved(app)
    select(CARD)
    open_menu()
    for key in ("End", "BackSpace", "Insert"):
        press(key)
        current.take_picture()
    assert len(app.popups()) == 1, "the menu is gone"
    close_menu()
    wait(lambda: app.focused() and app.focused().name == CARD, "the card")
    assert not is_modified(app)


def menu_of_the_capture_line():
    """Arrows walk the menu of the line, and Escape closes the menu, not the line."""
    press("F4")
    wait(lambda: app.focused() and app.focused().name == "Capture a note", "the capture line")
    target = app.focused().description
    open_menu()
    press("Down")
    current.take_picture()
    close_menu()
    line = wait(lambda: app.focused() and app.focused().name == "Capture a note" and app.focused(), "the line")
    assert line.description == target, line.description
    press("Escape")
    wait(lambda: app.focused() and app.focused().role != "text", "the map")


def list_of_an_emotion():
    """Escape in the list of the evidence closes that list; what is typed afterwards is kept."""
    select(STEP)
    press("e")
    app.find("Feeling", role="text")
    wait(lambda: app.focused() and app.focused().role == "text", "the keyboard in the popover")
    press("Alt_L", "e")
    wait(lambda: app.focused() and app.focused().role != "text", "the list of the evidence")
    wait(lambda: len(app.popups()) == 2, "the list")
    close_menu(1)
    press("Shift_L", "Tab")
    wait(lambda: app.focused() and app.focused().name == "Note", "the note")
    press("Control_L", "a")
    type_text("kept")
    press("Control_L", "s")
    wait(lambda: not app.popups(), "the popover to close")
    emotions = find_cards(saved(app), STEP[4:])[0]["emotions"]
    assert [one["note"] for one in emotions if one.get("note") == "kept"] == ["kept"], emotions
    press("Control_L", "z")


def only_looked_at():
    """A value that is known more precisely than it is shown stays so when it was only looked at."""
    saved(app)
    select(FINE)
    press("e")
    wait(lambda: app.focused() and app.focused().role == "text", "the keyboard in the popover")
    press("Return")
    wait(lambda: not app.popups(), "the popover to close")
    wait(lambda: app.focused() and app.focused().name == FINE, "the map")
    assert not is_modified(app)


def write_fine_value():
    """The example, with a value that has two decimals."""
    path = copy_example()
    with open(path, encoding="utf-8") as text:
        journey = json.load(text)
    find_cards(journey, FINE[4:])[0]["emotions"][0]["value"] = 1.25
    with open(path, "w", encoding="utf-8") as text:
        json.dump(journey, text)
    return path


if __name__ == "__main__":
    with App(write_fine_value()) as app:
        app.map_groups()
        run([menu_of_typing, menu_of_the_map, menu_of_the_capture_line, list_of_an_emotion, only_looked_at])
