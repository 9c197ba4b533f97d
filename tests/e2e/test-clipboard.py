#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut, copy and paste by key and by menu, within a map and between windows. Each paste is one step that
can be undone; where somebody types, the keys are the text's."""

import screen
from accessible import act
from etp_e2e import App, copy_example, current, find_cards, is_modified, press, run, saved, title, wait

CARD = "1.1 Short film in the feed"
TITLE = "Short film in the feed"
OTHER = "3.2 Order through customer service"

app = None


def item(start):
    """Something on the map, by how its name begins."""
    return next((node for node in app.map_items() if node.name.startswith(start)), None)


def is_selected(start):
    """That is selected; a step's point on the curve is selected with it."""
    return any(node.name.startswith(start) for node in app.selected())


def select(start):
    """Selects it as a screen reader does."""
    act(wait(lambda: item(start), start), "card.focus")
    wait(lambda: is_selected(start), f"{start} selected")


def choose(start, entry):
    """An entry of a thing's menu."""
    node = wait(lambda: item(start), start)
    app.settled_extents(node)
    app.click(item(start), 3)
    label = wait(lambda: next((one for one in app.walk(role="menu item") if one.name == entry), None), entry)
    current.take_picture()
    act(label, "click")


def undo(step, before):
    """Takes the last step back, which is called so; the map is what it was."""
    assert app.find(f"Undo {step}", role="push button"), step
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the step taken back")
    assert saved(app) == before


def copy_and_paste_by_key():
    """Ctrl+C and Ctrl+V put a copy behind what is selected; its number says so."""
    before = saved(app)
    select(CARD)
    press("Control_L", "c")
    select(OTHER)
    press("Control_L", "v")
    wait(lambda: is_selected("3.3 " + TITLE), "the copy selected")
    after = saved(app)
    copies = find_cards(after, TITLE)
    assert len(copies) == 2
    assert {card["phase"] for card in copies} == {copies[0]["phase"], find_cards(after, OTHER[4:])[0]["phase"]}
    assert len(after["channels"]) == len(before["channels"])
    undo("Paste", before)


def cut_and_paste_by_menu():
    """The menu cuts and pastes; both are steps of their own."""
    before = saved(app)
    select(CARD)
    choose(CARD, "Cut")
    wait(lambda: not item(CARD), "it gone")
    assert app.find("Undo Cut", role="push button")
    cut = saved(app)
    assert not find_cards(cut, TITLE)
    choose("2.1", "Paste")
    wait(lambda: any(TITLE in node.name for node in app.selected()), "it pasted")
    assert len(find_cards(saved(app), TITLE)) == 1
    undo("Paste", cut)
    undo("Cut", before)


def typing_keeps_its_keys():
    """While one types, Ctrl+X, C and V are the text's."""
    before = saved(app)
    select(CARD)
    press("F2")
    wait(lambda: app.focused() and app.focused().role == "text", "typing")
    for key in ("a", "c", "x", "v", "v"):
        press("Control_L", key)
    press("Return")
    wait(lambda: item("1.1 " + TITLE + TITLE), "the text twice")
    press("Control_L", "z")
    wait(lambda: item("1.1 " + TITLE), "the text once")
    assert saved(app) == before


def phase_with_its_cards():
    """A phase is copied with what lies in it, and stands behind the selected one."""
    before = saved(app)
    name = "Phase 1 Awareness"
    select(name)
    press("Control_L", "c")
    press("Control_L", "v")
    wait(lambda: is_selected("Phase 2 Awareness"), "the copy")
    after = saved(app)
    assert [phase["name"] for phase in after["phases"][:2]] == ["Awareness", "Awareness"]
    old, new = (phase["id"] for phase in after["phases"][:2])

    def names(phase):
        return [card.get("title") for card in after["cards"] if card.get("phase") == phase]
    assert names(old) == names(new) and names(new)
    undo("Paste", before)


def between_windows():
    """Into a new map: the card comes with its channel and personas."""
    first = app.x_window()
    before = saved(app)
    card = find_cards(before, TITLE)[0]
    select(CARD)
    press("Control_L", "c")
    press("Control_L", "n")
    second = wait(lambda: app.x_window() if app.x_window().id != first.id else None, "the new window")
    screen.raise_window(second)
    wait(lambda: title(app) != screen.title_of(first), "it in front")
    press("Control_L", "v")
    wait(lambda: any(TITLE in name for name in app.names()), "it there")
    current.take_picture()
    assert card
    press("Control_L", "z")
    press("Control_L", "w")
    wait(lambda: app.x_window().id == first.id, "the first window again")
    screen.raise_window(first)
    assert saved(app) == before


if __name__ == "__main__":
    with App(copy_example()) as app:
        app.map_groups()
        run([copy_and_paste_by_key, cut_and_paste_by_menu, typing_keeps_its_keys, phase_with_its_cards])
