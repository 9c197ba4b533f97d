#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is presented: phase by phase and lane by lane, with keys, the pointer and a clicker's keys."""

from etp_e2e import (App, Picture, button, click, current, example, move, near, press, read_document, run, wait)

PHASES = ["Phase 1 Awareness", "Phase 2 Consideration", "Phase 3 Purchase decision", "Phase 4 Use",
          "Phase 5 Loyalty"]
TITLE = read_document(example("webshop.en"))["title"]
SCREEN = (1400, 900)

app = None


def presentation():
    """The window that presents, once it is there and covers the screen."""
    frame = app.frame_called("Presentation")
    app.show(frame)
    return frame


def place():
    """Where the talk is, as a screen reader tells."""
    light = next((node for node in app.walk() if node.role in ("statusbar", "status bar", "notification")), None)
    return light.name if light else None


def wait_for_place(name):
    """Until the talk is there."""
    wait(lambda: place() == name, lambda: f"{name}, not {place()}")


def is_presented():
    """Whether the window is there."""
    return any(frame.name == "Presentation" for frame in app.frames())


def begin():
    """F5 shows the whole map on the whole screen."""
    if not is_presented():
        app.show(app.frames()[0])
        press("F5")
    presentation()
    window = app.x_window(app.frame_called("Presentation")).get_geometry()
    assert (window.width, window.height) == SCREEN, (window.width, window.height)
    press("Home")
    wait_for_place(TITLE)


def phases_with_a_clicker():
    """Page Down and Page Up, Home and End; the last phase stays."""
    begin()
    for number, phase in enumerate(PHASES, 1):
        press("Next")
        wait_for_place(f"{phase}, {number} of 5")
    press("Next")
    press("Prior")
    wait_for_place(f"{PHASES[3]}, 4 of 5")
    press("Home")
    wait_for_place(TITLE)
    press("End")
    wait_for_place(f"{PHASES[4]}, 5 of 5")


def phases_with_keys_and_pointer():
    """Arrows, Space and Backspace; a click goes on, one with the second button back."""
    begin()
    press("Right")
    wait_for_place(f"{PHASES[0]}, 1 of 5")
    press("space")
    wait_for_place(f"{PHASES[1]}, 2 of 5")
    press("BackSpace")
    wait_for_place(f"{PHASES[0]}, 1 of 5")
    click(700, 500)
    wait_for_place(f"{PHASES[1]}, 2 of 5")
    click(700, 500, 3)
    wait_for_place(f"{PHASES[0]}, 1 of 5")
    app.click(app.find("Next Phase", role="push button"))
    wait_for_place(f"{PHASES[1]}, 2 of 5")


def what_is_told_is_lit():
    """The phase is in the window, its neighbour steps back."""
    begin()
    press("Next")
    press("Next")
    wait_for_place(f"{PHASES[1]}, 2 of 5")
    current.take_picture()
    picture = app.settled_picture(0, 0, *SCREEN)
    frame = app.frame_called("Presentation")  # the editor's window has them too
    heads = [app.settled_extents(app.find(name, role="heading", inside=frame)) for name in PHASES[:3]]
    bars = [picture.pixel(x + width // 2, y + 2) if 0 <= x + width // 2 < 1400 else None
            for x, y, width, _ in heads]
    assert near(bars[1], (53, 99, 204), 30), bars  # the full colour of the second phase
    assert bars[2] and min(bars[2]) > 170, bars
    x, _, width, _ = heads[1]
    assert 0 < x and x + width < 1400, heads


def lanes():
    """Down and Up within a phase; with L a clicker goes lane by lane."""
    begin()
    press("Next")
    press("Down")
    wait_for_place(f"{PHASES[0]} · Storyboard, 1 of 5")
    press("Down")
    press("Down")
    wait_for_place(f"{PHASES[0]} · Emotions, 1 of 5")
    app.settled_picture(0, 0, *SCREEN)
    current.take_picture()
    press("Up")
    wait_for_place(f"{PHASES[0]} · Touchpoints, 1 of 5")
    press("l")
    press("Next")
    wait_for_place(f"{PHASES[0]} · Emotions, 1 of 5")
    press("l")
    press("Next")
    wait_for_place(f"{PHASES[1]}, 2 of 5")


def curtain():
    """B is black, W is white, and the next key goes on."""
    begin()
    press("b")
    wait(lambda: Picture(300, 300, 1, 1).pixel(0, 0) == (0, 0, 0), "black")
    assert Picture(700, 890, 1, 1).pixel(0, 0) == (0, 0, 0)
    app.find("Black screen")
    press("w")
    wait(lambda: Picture(300, 300, 1, 1).pixel(0, 0) == (255, 255, 255) == Picture(700, 890, 1, 1).pixel(0, 0), "white")
    press("period")
    wait(lambda: Picture(300, 300, 1, 1).pixel(0, 0) == (0, 0, 0), "black")
    press("Next")
    wait_for_place(f"{PHASES[0]}, 1 of 5")
    wait(lambda: Picture(700, 890, 1, 1).pixel(0, 0) != (0, 0, 0), "the map")


def spot():
    """P shows a ring around the pointer; without it, one while the button is held."""
    begin()
    ring = (500 - 43, 500, 1, 1)
    move(500, 500)
    before = app.settled_picture(*ring).pixel(0, 0)
    press("p")
    wait(lambda: Picture(*ring).pixel(0, 0) != before, "the ring")
    current.take_picture()
    press("p")
    wait(lambda: Picture(*ring).pixel(0, 0) == before, "no ring")
    button(1, True)
    wait(lambda: Picture(*ring).pixel(0, 0) != before, "the ring while the button is held")
    button(1, False)
    wait(lambda: Picture(*ring).pixel(0, 0) == before, "no ring")
    assert place() == TITLE, place()  # that was no click


def overview():
    """Tab shows all phases; arrows and Enter, or a click, go there."""
    begin()
    press("Tab")
    wait(lambda: app.focused() and app.focused().name == TITLE, "the focus on the whole map")
    current.take_picture()
    press("Right")
    wait(lambda: app.focused().name == PHASES[0], "the first phase")
    press("Return")
    wait_for_place(f"{PHASES[0]}, 1 of 5")
    press("Tab")
    tile = wait(lambda: next(n for n in app.walk(PHASES[2]) if n.role in ("table cell", "list item", "grid cell")), "the tile")
    app.settled_extents(tile)
    app.click(tile)
    wait_for_place(f"{PHASES[2]}, 3 of 5")
    press("Tab")
    wait(lambda: app.focused() and app.focused().name == PHASES[2], "the focus on the third phase")
    press("Escape")
    wait_for_place(f"{PHASES[2]}, 3 of 5")
    assert is_presented()


def notes():
    """N opens the presenter's window: what is noted, what comes next, the clock; its keys do the same."""
    begin()
    press("n")
    frame = app.frame_called("Presenter’s Notes")
    app.show(frame)
    app.find(lambda name: name.startswith("Time since the start: 0:0"), role="label")
    app.find("Next", role="label")
    app.find(PHASES[0], role="label", inside=frame)
    press("Next")
    wait(lambda: list(app.walk("1 of 5", inside=app.frame_called("Presenter’s Notes"))), "the first phase")
    phase = read_document(example("webshop.en"))["phases"][0]
    app.find(phase["goal"], role="label")
    current.take_picture()
    press("n")
    wait(lambda: not any(f.name == "Presenter’s Notes" for f in app.frames()), "no notes")
    presentation()
    wait_for_place(f"{PHASES[0]}, 1 of 5")


def the_end():
    """Escape ends it; the editor is as it was."""
    begin()
    press("Escape")
    wait(lambda: not is_presented(), "no presentation")
    app.show(app.frames()[0])
    wait(app.map_items, "the map")


if __name__ == "__main__":
    with App(example("webshop.en")) as app:
        wait(app.map_items, "the map")
        run([phases_with_a_clicker, phases_with_keys_and_pointer, what_is_told_is_lit, lanes, curtain, spot, overview,
             notes, the_end])
