#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards are dragged to other phases, lanes and places, copied with Ctrl, put onto each other; groups
and cards over several phases, by mouse and by key; cards between two windows; files and text from
outside. Each is one step that can be undone."""

import time

from etp_e2e import (App, button, click, copy_example, current, drag, find_cards, has_state, hold, move, press,
                     resize_window, run, saved, wait)

STEP = "3.2 Order through customer service"
TARGET = "4.1 Tracking the parcel in the app"

app = None


def item(name):
    """Something on the map."""
    return next((node for node in app.map_items() if node.name == name), None)


def place(name):
    """What is said of its place: phase, lane, number."""
    node = item(name)
    return node.description if node else None


def middle(name):
    """The middle of something on the map that has come to rest."""
    x, y, width, height = app.settled_extents(item(name))
    return x + width // 2, y + height // 2


def pull(x0, y0, x1, y1, steps=14):
    """With the button held to a place, and stay there."""
    move(x0, y0)
    button(1, True)
    for step in range(1, steps + 1):
        move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        time.sleep(0.004)


def document():
    """The map as it is saved now."""
    return saved(app)


def card(title_text, data=None):
    """A card of the saved map by its title."""
    cards = find_cards(data or document(), title_text)
    assert len(cards) == 1, (title_text, cards)
    return cards[0]


def undo(title_text, before):
    """Takes the last step back; the map is what it was."""
    assert app.find(f"Undo {title_text}", role="push button"), title_text
    press("Control_L", "z")
    assert document() == before


def to_phase_and_place():
    """A step is dragged to the next phase, above its first step: its number follows, and so do the
    notes under it."""
    before = document()
    x, y = middle(STEP)
    left, top, width, _ = app.settled_extents(item(TARGET))
    pull(x, y, left + width // 2, top + 6)
    current.take_picture()
    button(1, False)
    wait(lambda: item("4.1 " + STEP[4:]), "the step's new number")
    after = document()
    assert card(STEP[4:], after)["phase"] == card(TARGET[4:], after)["phase"]
    wait(lambda: has_state(item("4.1 " + STEP[4:]), "selected"), "it selected")
    undo("Move Card", before)


if __name__ == "__main__":
    with App(copy_example()) as app:
        app.map_groups()
        resize_window(app.x_window(), 1400, 900)
        run([to_phase_and_place])
