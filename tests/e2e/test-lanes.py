#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Phases and lanes by mouse and by keyboard: dragged to other places and sizes, inserted, renamed,
collapsed, hidden, coloured, duplicated and deleted; each is one step to undo. In the end the saved
file is what it was."""

import json
import os
import shutil
import tempfile

from etp_e2e import (App, act, button, click, drag, example, move, press, run, type_text, wait, wheel)

KINDS = {"Touchpoints", "Emotions", "Actions", "Thoughts", "Needs", "Questions", "Quotes", "Gains", "Pain Points",
         "Opportunities", "Ideas", "Measures", "Storyboard", "Channels", "Metrics", "Messages", "Physical Evidence",
         "Frontstage", "Backstage", "Support Processes", "Departments", "Line", "Notes"}

app = None
file = None


def heads(kind="Phase "):
    """The phase heads' names from left to right."""
    return [item.name for item in app.map_items() if item.name.startswith(kind)]


def item(name):
    """Something on the map, once it is there."""
    return wait(lambda: next(node for node in app.map_items() if node.name == name), name)


def lanes():
    """The lane heads' names from top to bottom: what the title's group has, without the title."""
    names = [lane["name"] or lane["kind"] for lane in content()["lanes"]]
    return names


def content():
    """The journey as it is saved now."""
    press("Control_L", "s")
    wait(lambda: not any(frame.name.endswith("•") for frame in app.frames()), "the saved map")
    with open(file, encoding="utf-8") as saved:
        return json.load(saved)


def select(name):
    """A click on it."""
    app.click(item(name))
    wait(lambda: [node.name for node in app.selected()] == [name], f"{name} selected")


def undo(expected, ask=heads, step=None):
    """One step back, which is called so, brings this."""
    if step:
        app.find(f"Undo {step}", role="push button")
    press("Control_L", "z")
    wait(lambda: ask() == expected, lambda: f"{expected} again, not {ask()}")


def phases_by_mouse():
    """A head dragged over its neighbour moves its phase; Escape leaves everything as it was."""
    before = heads()
    x, y = app.middle(item(before[1]))
    x2, _ = app.middle(item(before[2]))
    drag(x, y, x2 + 60, y + 10)
    moved = ["Phase 1 Awareness", "Phase 2 Purchase decision", "Phase 3 Consideration"]
    wait(lambda: heads()[:3] == moved, lambda: f"another order than {heads()}")
    assert [phase["name"] for phase in content()["phases"]] == [name.split(" ", 2)[2] for name in heads()]
    undo(before, step="Move Phase")
    press("Control_L", "Shift_L", "z")
    wait(lambda: heads()[:3] == moved, "the other order again")
    undo(before)
    move(x, y)
    button(1, True)
    for step in range(1, 12):
        move(x + 20 * step, y)
    press("Escape")
    button(1, False)
    assert heads() == before


def phases_by_key():
    """Alt and arrows do the same."""
    before = heads()
    select(before[1])
    press("Alt_L", "Right")
    wait(lambda: heads()[2] == "Phase 3 Consideration", lambda: f"another order than {heads()}")
    press("Alt_L", "Left")
    wait(lambda: heads() == before, "the order before")
    undo([before[0], "Phase 2 Purchase decision", "Phase 3 Consideration", *before[3:]])
    undo(before)


def lane_rows():
    """Touchpoints and emotions as they stand from top to bottom."""
    return app.extents(item("Touchpoints"))[1] < app.extents(item("Emotions"))[1]


def lanes_by_mouse_and_key():
    """A lane's head is dragged down; Alt+Up brings it back."""
    assert lane_rows()
    x, y = app.middle(item("Touchpoints"))
    ex, ey, ew, eh = app.extents(item("Emotions"))
    drag(x, y, x, ey + eh // 2 + 20)
    wait(lambda: not lane_rows(), "the touchpoints below the emotions")
    assert lanes().index("Touchpoints") == lanes().index("Emotions") + 1
    select("Touchpoints")
    press("Alt_L", "Up")
    wait(lane_rows, "the touchpoints above the emotions")
    undo(False, lane_rows, "Move Lane")
    undo(True, lane_rows)
    assert lanes().index("Touchpoints") == lanes().index("Emotions") - 1


def width(name="Phase 1 Awareness"):
    """Of a head, in pixels."""
    return app.extents(item(name))[2]


def sizes():
    """The edge of a head is dragged; a double click on it, or undo, takes the width back."""
    before = app.settled_extents(item("Phase 1 Awareness"))[2]
    x, y, w, h = app.extents(item("Phase 1 Awareness"))
    drag(x + w, y + h // 2, x + w + 90, y + h // 2)
    wait(lambda: width() > before + 60, "a wider phase")
    assert content()["phases"][0]["width"] > 0
    app.settled_extents(item("Phase 1 Awareness"))
    x, y, w, h = app.extents(item("Phase 1 Awareness"))
    for _ in range(2):
        click(x + w, y + h // 2)
    wait(lambda: abs(width() - before) < 3, "its own width")
    assert "width" not in content()["phases"][0]
    press("Control_L", "z")
    wait(lambda: width() > before + 60, "the wider phase again")
    undo(True, lambda: abs(width() - before) < 3, "Resize Phase")
    select("Phase 1 Awareness")
    press("Alt_L", "minus")
    wait(lambda: width() < before - 5, "a narrower phase")
    undo(True, lambda: abs(width() - before) < 3)


def height(name="Touchpoints"):
    """Of a lane's head, in pixels."""
    return app.extents(item(name))[3]


def lane_heights():
    """The lower edge of a lane's head is dragged; Alt and plus makes it taller too; what was chosen is
    in the file."""
    x, y, w, before = app.settled_extents(item("Touchpoints"))
    drag(x + w // 2, y + before, x + w // 2, y + before + 80)
    wait(lambda: height() > before + 50, "a taller lane")
    assert any("height" in lane for lane in content()["lanes"])
    undo(True, lambda: abs(height() - before) < 3, "Resize Lane")
    select("Touchpoints")
    press("Alt_L", "plus")
    wait(lambda: height() > before + 5, "a taller lane by key")
    undo(True, lambda: abs(height() - before) < 3)


def choose(name, label, by_mouse):
    """An item of the menu of something on the map, which is opened by mouse or by key."""
    act(item(name), "card.focus")
    app.settled_extents(item(name))
    if by_mouse:
        app.click(item(name), 3)
    else:
        select(name)
        press("Menu")
    act(app.find(label, role="menu item"), "click")
    wait(lambda: not any(app.walk(label, "menu item")), "no menu")


def kind_of_lane():
    """A lane becomes one of another kind, whose picture is found by typing or clicked."""
    before = kinds_in_file()
    place = [lane.get("name") for lane in content()["lanes"]].index("Gains")
    for by_mouse in (True, False):
        choose("Gains", "Change Kind…", by_mouse)
        app.show(app.frame_called("Change Kind of Lane"))
        if by_mouse:
            app.click(app.find("Thoughts", inside=app.frame_called("Change Kind of Lane")))
        else:
            type_text("thoughts")
            press("Return")  # at once: what was typed last counts as well
        wait(lambda: len(app.frames()) == 1, "no gallery")
        app.show(app.frames()[0])
        after = wait(lambda: kinds_in_file() != before and kinds_in_file(), "another kind")
        assert [index for index, kind in enumerate(after) if kind != before[index]] == [place], after
        press("Control_L", "z")
        wait(lambda: kinds_in_file() == before, "the first kind")


def adders_by_mouse():
    """The “+” behind the last phase adds one and begins its name; the one below the last lane offers all kinds, of
    which one is clicked and named."""
    before, lanes_before = heads(), kinds_in_file()
    app.settled_extents(item(before[0]))
    app.click(app.find("Add Phase", role="push button"))
    wait(lambda: len(heads()) == len(before) + 1, "one phase more")
    press("Control_L", "a")
    type_text("afterwards")
    press("Return")
    wait(lambda: heads()[-1].endswith("afterwards"), lambda: f"its name among {heads()}")
    press("Control_L", "z")
    wait(lambda: heads() == before, "the phases before")
    x, y, w, h = app.extents(item("Touchpoints"))
    wheel(x + w // 2, y + h // 2, 30)
    app.settled_extents(item("Measures"))
    app.click(app.find("Add Lane", role="push button"))
    app.show(app.frame_called("Add Lane"))
    app.find("Thoughts", inside=app.frame_called("Add Lane"))
    offered = {node.name for node in app.walk(inside=app.frame_called("Add Lane"))}
    assert not KINDS - offered, KINDS - offered
    app.click(app.find("Thoughts", inside=app.frame_called("Add Lane")))
    wait(lambda: len(app.frames()) == 1, "no gallery")
    app.show(app.frames()[0])
    wait(lambda: app.focused() and app.focused().role == "text", "its name to be typed")
    type_text("what goes on")
    press("Return")
    wait(lambda: kinds_in_file() == [*lanes_before, "thoughts"], "a lane of thoughts")
    assert content()["lanes"][-1]["name"] == "what goes on"
    press("Control_L", "z")
    wait(lambda: kinds_in_file() == lanes_before, "the lanes before")


def shown_again():
    """What is hidden stands in the main menu and is shown from there, one or all."""
    before = heads()
    for label in ("Consideration", "Show All"):
        select(before[1])
        press("Control_L", "Alt_L", "h")
        wait(lambda: len(heads()) == len(before) - 1, "one phase less")
        press("F10")
        app.find(lambda name: "Hidden" in name, role="menu item")
        act(app.find(lambda name, label=label: name.startswith(label), role="menu item"), "click")
        wait(lambda: heads() == before, lambda: f"all phases, not {heads()}")
        press("Control_L", "z")
        press("Control_L", "z")
    wait(lambda: heads() == before, "all phases")


def insert_and_rename():
    """Ctrl+Enter on a head adds a phase after it and begins its name: one step. Escape leaves the name. F2 and a
    double click on a head type over its name."""
    before = heads()
    select(before[0])
    press("Control_L", "Return")
    wait(lambda: "Phase 2 New Phase" in heads(), "the new phase")
    type_text("search")
    press("Return")
    wait(lambda: "Phase 2 search" in heads(), lambda: f"the name among {heads()}")
    undo(before, step="Insert Phase")
    select(before[0])
    press("Control_L", "Return")
    wait(lambda: "Phase 2 New Phase" in heads(), "the new phase")
    type_text("mistake")
    wait(lambda: "Phase 2 mistake" in heads(), "what was typed, recorded")
    press("Escape")
    wait(lambda: "Phase 2 New Phase" in heads(), lambda: f"its first name among {heads()}")
    undo(before)
    for text in ("by key", "by mouse"):
        select(before[0])
        if text == "by key":
            press("F2")
        else:
            x, y = app.middle(item(before[0]))
            for _ in range(2):
                click(x, y)
        wait(lambda: app.focused() and app.focused().role == "text", "the name to be typed")
        press("Control_L", "a")
        type_text(text)
        press("Return")
        wait(lambda text=text: heads()[0] == f"Phase 1 {text}", lambda: f"the name among {heads()}")
        assert content()["phases"][0]["name"] == text
        undo(before, step="Rename Phase")


def collapse_and_hide():
    """C collapses, H hides; the main menu's and the palette's command shows all again."""
    before = heads()
    full = app.settled_extents(item(before[0]))[2]
    select(before[0])
    press("c")
    wait(lambda: width() < full / 2, "a collapsed phase")
    assert content()["phases"][0]["collapsed"]
    undo(True, lambda: abs(width() - full) < 3, "Collapse Phase")
    select(before[1])
    press("Control_L", "Alt_L", "h")
    wait(lambda: len(heads()) == len(before) - 1, "one phase less")
    app.find("Phase hidden")
    assert content()["phases"][1]["hidden"]
    undo(before, step="Hide Phase")


def add_where_collapsed():
    """What is added in a collapsed phase or lane is seen: it unfolds, and folds again with the step."""
    before = content()
    for name, kind in (("Phase 4 Use", "phases"), ("Gains", "lanes")):
        place = 3 if kind == "phases" else [lane["name"] for lane in before["lanes"]].index(name)
        beside = "3.1 The checkout stalls" if kind == "phases" else "Phase 1 Awareness"  # which brings that into view
        for head in (beside, name):
            act(item(head), "card.focus")
            wait(lambda head=head: app.focused() and app.focused().name == head, f"the keyboard on {head}")
        press("c")
        wait(lambda: content()[kind][place].get("collapsed"), f"{name} collapsed")
        x, y, width_, height = app.settled_extents(item(name))
        if kind == "phases":
            x, y = x + width_ // 2, app.extents(item(beside))[1] + 60
        else:
            x, y = app.middle(item(beside))[0], y + height // 2
        click(x, y)
        click(x, y)
        wait(lambda: app.focused() and app.focused().role == "text", "something to type into")
        type_text("seen\n")
        wait(lambda: any(card.get("title") == "seen" for card in content()["cards"]), "the card")
        assert not content()[kind][place].get("collapsed"), f"{name} is still collapsed"
        wait(lambda: [node for node in app.map_items() if node.name.endswith("seen")], "it on the map")
        undo(True, lambda: content()[kind][place].get("collapsed"))
        undo(before, content)


def colours():
    """The palette by keyboard and by mouse, of a phase and of a lane; what was chosen is in the file."""
    for name, kind in (("Phase 2 Consideration", "phases"), ("Gains", "lanes")):
        place = 1 if kind == "phases" else [lane["name"] for lane in content()["lanes"]].index(name)
        act(item(name), "card.focus")
        wait(lambda name=name: app.focused().name == name, f"the keyboard on {name}")
        press("Shift_L", "c")
        wait(lambda: app.focused().name == "Blue", "the first colour with the focus")
        press("Right")
        wait(lambda: app.focused().name == "Teal", "the second colour with the focus")
        press("Return")
        wait(lambda name=name: app.focused().name == name, "the head with the focus")
        wait(lambda: content()[kind][place].get("color") == "teal", "the colour in the file")
        undo(None, lambda: content()[kind][place].get("color"), "Colour Phase" if kind == "phases" else "Colour Lane")
        choose(name, "Colour…", True)
        act(app.find("Teal", role="push button"), "click")
        wait(lambda name=name: app.focused() and app.focused().name == name, "the head with the focus")
        wait(lambda: content()[kind][place].get("color") == "teal", "the colour in the file")
        undo(None, lambda: content()[kind][place].get("color"))


def duplicate_and_delete():
    """Ctrl+D copies a phase with its cards; Delete takes it away and asks nothing."""
    before = heads()
    cards = len(app.map_items())
    select(before[1])
    press("Control_L", "d")
    wait(lambda: len(heads()) == len(before) + 1, "one phase more")
    wait(lambda: len(app.map_items()) > cards + 3, "its cards")
    undo(before, step="Duplicate Phase")
    select(before[1])
    press("Delete")
    wait(lambda: len(heads()) == len(before) - 1, "one phase less")
    app.find("Phase deleted")
    undo(before, step="Remove Phase")
    wait(lambda: len(app.map_items()) == cards, "all cards again")


def kinds_in_file():
    """The lanes' kinds as they are saved."""
    return [lane.get("kind", "touchpoints") for lane in content()["lanes"]]


def gallery():
    """A kind of lane is found by typing and taken by Enter; another is clicked."""
    before = kinds_in_file()
    press("Control_L", "Alt_L", "l")
    app.find("Add Lane", "frame")
    app.find("Support Processes")
    type_text("support")
    wait(lambda: not any(app.walk("Touchpoints", "list item")), "what was searched for alone")
    press("Return")
    wait(lambda: not any(frame.name == "Add Lane" for frame in app.frames()), "no gallery")
    wait(lambda: app.focused() and app.focused().role == "text", "its name to be typed")
    type_text("helpers")
    press("Return")
    wait(lambda: kinds_in_file() == [*before, "support"], "a lane of support processes")
    assert content()["lanes"][-1]["name"] == "helpers"
    press("Control_L", "z")
    wait(lambda: kinds_in_file() == before, "no such lane")


def back_to_the_start():
    """All steps were taken back: the file has the bytes that it had."""
    content()
    with open(file, "rb") as saved, open(example("webshop.en"), "rb") as original:
        assert saved.read() == original.read()


def main():
    """All in one window."""
    global app, file
    folder = tempfile.mkdtemp(prefix="lanes-", dir=os.environ.get("ETP_E2E_SCRATCH"))
    file = os.path.join(folder, "map.journey")
    shutil.copy(example("webshop.en"), file)
    with App(file) as app:
        app.map_groups()
        run([phases_by_mouse, phases_by_key, lanes_by_mouse_and_key, sizes, lane_heights,
             kind_of_lane, adders_by_mouse, shown_again, insert_and_rename,
             collapse_and_hide, add_where_collapsed, colours, duplicate_and_delete, gallery, back_to_the_start])


main()
