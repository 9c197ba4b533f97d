#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes are captured in one line: codes for cells and steps, arrows, the parking lot; parked cards go
to the map and back by mouse and by keyboard; rounds of votes are begun and closed. What was done is read in the saved file."""

import time

import screen
from accessible import act
from etp_e2e import App, button, copy_example, find_cards, move, press, run, saved, wait

SIGNS = {" ": "space", ".": "period", "?": "question"}

app = None


def type_text(text):
    """Types it."""
    for sign in text:
        press(SIGNS.get(sign, sign))


def item(start):
    """Something on the map, by how its name begins."""
    return next((node for node in app.map_items() if node.name.startswith(start)), None)


def entry():
    """The capture line's entry if it has the keyboard."""
    node = app.focused()
    return node if node and node.role == "text" and node.name == "Capture a note" else None


def words():
    """Where the next note goes, as it is told."""
    return entry().description


def open_line(key="F4"):
    """Opens it by key."""
    press(key)
    return wait(entry, "the capture line")


def close_line():
    """Escape closes it; the keyboard is back on the map."""
    press("Escape")
    wait(lambda: not entry() and app.focused() and app.focused().role != "text", "the map with the focus")


def find_lane(document, kind):
    """The id of the first lane of a kind."""
    return next(lane["id"] for lane in document["lanes"] if lane.get("kind", "touchpoints") == kind)


def undo(name, what):
    """Takes back one step of that name."""
    wait(lambda: app.find_all(f"Undo {name}", role="push button"), f"undo of {name}")
    press("Control_L", "z")
    wait(what, f"{name} undone")


def select(start):
    """Selects it on the map."""
    act(wait(lambda: item(start), start), "card.focus")
    wait(lambda: any(node.name.startswith(start) for node in app.selected()), f"{start} selected")


def capture_by_codes():
    """A cell, the same again, a step, text that begins with a number; one step each."""
    before = saved(app)
    open_line()
    type_text("3c")
    wait(lambda: words() == "Purchase decision › Thoughts", "the target while typing")
    type_text(" far too slow")
    press("Return")
    wait(lambda: item("far too slow"), "the note")
    type_text("3 customers wait")
    press("Return")
    wait(lambda: item("3 customers wait"), "the next note in the same cell")
    type_text("2.2 which size")
    press("Return")
    wait(lambda: item("2.2 which size"), "the note under the step")
    document = saved(app)
    note = find_cards(document, "far too slow")[0]
    assert (note["lane"], note["phase"]) == (find_lane(document, "thoughts"), document["phases"][2]["id"]), note
    assert find_cards(document, "3 customers wait")[0]["phase"] == note["phase"]
    aligned = find_cards(document, "which size")[0]
    assert aligned["step"] == find_cards(document, "Examining the product page")[0]["id"], aligned
    for name in ("2.2 which size", "3 customers wait", "far too slow"):
        undo("Add Note", lambda name=name: not item(name))
    close_line()
    assert saved(app) == before


def arrows_and_jumps():
    """Arrows move the target, with Alt while something is typed; a step alone jumps to it."""
    open_line()
    type_text("1b")
    press("Return")
    wait(lambda: words() == "Awareness › Touchpoints", "the target")
    press("Right")
    wait(lambda: words().startswith("Consideration ›"), "one phase on")
    press("Down")
    wait(lambda: words() == "Consideration › Thoughts", "the next lane that takes notes")
    type_text("x")
    press("Alt_L", "Left")
    wait(lambda: words() == "Awareness › Thoughts", "one phase back")
    press("BackSpace")
    type_text("2.3")
    press("Return")
    wait(lambda: any(node.name.startswith("2.3 ") for node in app.selected()), "the step selected")
    wait(lambda: words().startswith("2.3 "), "the step as target")
    close_line()


def target_by_mouse():
    """A click on the map moves the target, and one goes on typing; F4 leads back from the map; the line's button
    closes it."""
    open_line()
    app.settled_extents(item("4.1 "))
    app.click(item("4.1 "))
    wait(lambda: entry() and words() == "Use › Touchpoints", "the cell that was clicked")
    type_text("by mouse")
    press("Return")
    wait(lambda: any(node.name.endswith(" by mouse") for node in app.map_items()), "the note")
    undo("Add Note", lambda: not any(node.name.endswith(" by mouse") for node in app.map_items()))
    select("4.1 ")
    wait(lambda: not entry(), "the keyboard on the map")
    press("F4")
    wait(entry, "the keyboard back in the line")
    app.click(app.find("Close the Capture Line", role="push button"))
    wait(lambda: not app.find_all("Capture a note", role="text"), "the line closed")


def twenty_notes():
    """A room that talks fast: twenty notes take far less than a minute."""
    before = saved(app)
    open_line()
    began = time.monotonic()
    for number in range(20):
        type_text(f"{1 + number % 5}c note {number}")
        press("Return")
    wait(lambda: item("note 19"), "the last note")
    took = time.monotonic() - began
    print(f"# 20 notes in {took:.1f} s")
    assert took < 20, took
    close_line()
    for _ in range(20):
        press("Control_L", "z")
    wait(lambda: not item("note 0"), "all undone")
    assert saved(app) == before


def parked():
    """The parking lot's rows by what they say."""
    lists = app.find_all("Parking lot", role="list box") or app.find_all("Parking lot", role="list")
    return [node.name for node in app.walk(role="list item", inside=lists[0])] if lists else []


def parking_by_keyboard():
    """"p text" parks; Enter on the row sends it to the selected cell; P parks it again; Delete."""
    open_line()
    type_text("p later on")
    press("Return")
    wait(lambda: app.find_all("Parking Lot (2)"), "the count")
    close_line()
    assert "phase" not in find_cards(saved(app), "later on")[0]
    select("4.2 ")
    press("Shift_L", "F4")
    wait(lambda: "later on" in parked(), "the row")
    wait(lambda: app.focused() and app.focused().role == "list item", "the first row with the focus")
    press("End")
    wait(lambda: app.focused() and app.focused().name == "later on", "the row with the focus")
    press("Return")
    wait(lambda: item("4.4 later on"), "the card on the map")
    card = find_cards(saved(app), "later on")[0]
    assert card["phase"] == saved(app)["phases"][3]["id"]
    select("4.4 later on")
    press("Control_L", "Alt_L", "k")
    wait(lambda: "later on" in parked(), "parked again")
    undo("Move to Parking Lot", lambda: item("4.4 later on"))
    undo("Move Card", lambda: not item("4.4 later on"))


def parked_menu():
    """The Menu key and the second button open the menu of a parked card; Backspace deletes the card."""
    count = len(parked())
    for by_mouse in (False, True):
        if by_mouse:
            x, y = app.middle(wait(lambda: next(app.walk("later on", role="list item"), None), "the row"))
            screen.click(x - 40, y, 3)
        else:
            for _ in range(2):  # away and back: the focus goes to the first row
                press("Shift_L", "F4")
            wait(lambda: app.focused() and app.focused().role == "list item", "a row with the focus")
            press("End")
            wait(lambda: app.focused() and app.focused().name == "later on", "the row with the focus")
            press("Menu")
        wait(lambda: any(node.name == "Send to the Map" for node in app.walk(role="menu item")), "the menu")
        press("Escape")
        wait(lambda: not list(app.walk(role="menu item")), "no menu")
    wait(lambda: app.focused() and app.focused().name == "later on", "the row with the focus")
    press("BackSpace")
    wait(lambda: len(parked()) == count - 1, "the card gone")
    press("Control_L", "z")
    wait(lambda: "later on" in parked(), "the card back")


def several_parked():
    """All that is selected in the tray is sent at once, in its order, and comes back with one undo."""
    before = saved(app)
    count = len(parked())
    assert count >= 2
    select("4.2 ")
    for _ in range(2):  # away and back: the focus goes to the first row
        press("Shift_L", "F4")
    wait(lambda: app.focused() and app.focused().role == "list item", "a row with the focus")
    press("Home")
    press("Shift_L", "End")
    press("Return")
    wait(lambda: not parked(), "nothing parked")
    after = saved(app)
    phases = [card.get("phase") for card in after["cards"] if card["id"] in
              [old["id"] for old in before["cards"] if "phase" not in old]]
    assert phases == [after["phases"][3]["id"]] * count, phases
    press("Control_L", "z")
    wait(lambda: len(parked()) == count, "all parked again")
    assert saved(app) == before


def pull(x0, y0, x1, y1, steps=16):
    """With the button held to a place; lets go there."""
    move(x0, y0)
    button(1, True)
    for step in range(1, steps + 1):
        move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        time.sleep(0.006)
    for step in range(20):  # the toolkit's drag answers each move before the next
        move(x1 + step % 2, y1)
        time.sleep(0.015)
    button(1, False)
    wait(lambda: screen.title_of(app.x_window()) != "Etappe", "the end of the drag")


def parking_by_mouse():
    """A row is dragged to the map, and the card back."""
    row = wait(lambda: next(app.walk("later on", role="list item"), None), "the row")
    x, y = app.middle(row)
    left, top, width, height = app.settled_extents(item("4.2 "))
    pull(x - 40, y, left + width // 2, top + height - 4)
    wait(lambda: item("4.3 later on"), "the card dropped on the map")
    document = saved(app)
    assert [card.get("phase") for card in find_cards(document, "later on")] == [document["phases"][3]["id"]]
    left, top, width, height = app.settled_extents(item("4.3 later on"))
    x, y = app.middle(app.find("Close the Parking Lot", role="push button"))
    pull(left + width // 2, top + height // 2, x - 60, y + 250)
    wait(lambda: "later on" in parked(), "the card dropped on the parking lot")
    assert "phase" not in find_cards(saved(app), "later on")[0]
    count = len(parked())
    row = wait(lambda: next(app.walk("later on", role="list item"), None), "the row")
    x, y = app.middle(row)
    app.click(row)
    press("Home")
    press("Shift_L", "End")
    left, top, width, height = app.settled_extents(item("4.2 "))
    pull(x - 40, y, left + width // 2, top + height - 4)
    wait(lambda: not parked(), "all that was selected on the map")
    press("Control_L", "z")
    wait(lambda: len(parked()) == count, "all of it parked again")
    app.click(app.find("Close the Parking Lot", role="push button"))
    wait(lambda: not parked(), "no tray")


def run_command(text):
    """From the palette of commands."""
    press("Control_L", "Shift_L", "p")
    wait(lambda: any(frame.name == "Commands" for frame in app.frames()), "the palette")
    type_text(text)
    press("Return")
    wait(lambda: not any(frame.name == "Commands" for frame in app.frames()), "no palette")


def rounds():
    """A round is begun and closed by commands."""
    for command, name, n_open in (("begin a round of votes", "Begin Round of Votes", 1),
                                  ("close the round of votes", "Close Round of Votes", 0)):
        run_command(command)
        wait(lambda name=name: app.find_all(f"Undo {name}", role="push button"), name)
        assert sum(not each.get("closed", False) for each in saved(app)["voteRounds"]) == n_open


if __name__ == "__main__":
    with App(copy_example()) as app:
        app.map_groups()
        run([capture_by_codes, arrows_and_jumps, target_by_mouse, twenty_notes, parking_by_keyboard,
             parked_menu, several_parked, parking_by_mouse, rounds])
