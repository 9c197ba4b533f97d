#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards are dragged to other phases, lanes and places, copied with Ctrl, put onto each other; groups
and cards over several phases; cards between two windows, text and files from outside. What is
dragged is one step that can be undone."""

import os
import subprocess
import sys
import time

from Xlib import X

import screen
from etp_e2e import (BUILD, MARK, App, Picture, act, actions, button, click, copy_example, current, find_cards,
                     has_state, hold, is_modified, move, press, read_document, resize_window, rgb, run, saved, type_text,
                     wait)

STEP, TARGET = "3.2 Order through customer service", "4.1 Tracking the parcel in the app"
NEED, OTHER_NEED = "A recommendation meant for his feet", "Certainty that he can return them"
SECOND = "3.3 Order confirmation"
OURS, OTHER, THERE = "Max finds his running shoe", "Searched online, collected in the shop", "Video by a barista"
PAIN = "2.1 Home page takes 4.8 seconds to load"
GROUP, NAMED = "New Group", "Advice and safety"
MARK_COLOUR = rgb("#1c6fd1")
BELOW = "2.2 Product texts explain technology, not benefit"

app = None


def item(name):
    """Something on the map; of two of the same name the one further down."""
    found = [node for node in app.map_items() if node.name == name]
    return found[-1] if found else None


def middle(name):
    """The middle of something on the map that has come to rest."""
    x, y, width, height = app.settled_extents(item(name))
    return x + width // 2, y + height // 2


def pull(x0, y0, x1, y1, steps=14):
    """With the button held to a place, and stay there."""
    move(x0, y0)
    button(1, True)
    pull_on(x0, y0, x1, y1, steps)


def pull_on(x0, y0, x1, y1, steps=14):
    """Farther, with the button still held."""
    for step in range(1, steps + 1):
        move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        time.sleep(0.004)  # the toolkit drops what comes in the same moment
    time.sleep(0.03)


def scroll_at_edge(x0, y0, edge, back, name, is_in_view):
    """Pulls from a place to the edge of the window, where the map goes on, and back to where something on
    the map can be read, until it is in view."""
    pull(x0, y0, *edge, steps=30)
    for _ in range(10):
        app.settled_picture()
        pull_on(*edge, *back)
        app.settled_extents(item(name))
        if is_in_view(name):
            return
        pull_on(*back, *edge)
    raise AssertionError(f"{name} did not come into view")


def let_go():
    """The button."""
    button(1, False)


def show(name):
    """Selects something, which brings it into view."""
    press("Escape")
    node = item(name)
    wait(lambda: "card.focus" in actions(node), name)
    act(node, "card.focus")
    wait(lambda: has_state(item(name), "selected"), f"{name} selected")


def document():
    """The map as it is saved now."""
    return saved(app)


def the_card(title_text, data):
    """A card of the saved map by its title; of two the last."""
    return find_cards(data, title_text)[-1]


def undo(step, before):
    """Takes the last step back; the map is what it was."""
    app.find(f"Undo {step}", role="push button")
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the step taken back")
    assert document() == before


def redo_and_undo(step, after, before):
    """Once more and back."""
    press("Control_L", "Shift_L", "z")
    wait(lambda: is_modified(app), "the step again")
    wait(lambda: app.find_all(f"Undo {step}", role="push button"), "the step again")
    assert document() == after
    undo(step, before)


def to_phase_and_place():
    """A step is dragged to the next phase, above its first step: numbers and notes follow."""
    before = document()
    x, y = middle(STEP)
    left, top, width, _ = app.settled_extents(item(TARGET))
    pull(x, y, left + width // 2, top + 6)
    current.take_picture()
    let_go()
    wait(lambda: item("4.1 " + STEP[4:]), "the step's new number")
    after = document()
    moved = the_card(STEP[4:], after)
    assert moved["phase"] == the_card(TARGET[4:], after)["phase"]
    assert the_card("Advice from runners for runners", after)["phase"] == moved["phase"], "its note stayed"
    order = [card["id"] for card in after["cards"]]
    assert order.index(moved["id"]) < order.index(the_card(TARGET[4:], after)["id"])
    wait(lambda: has_state(item("4.1 " + STEP[4:]), "selected"), "it selected")
    undo("Move Card", before)
    redo_and_undo("Move Card", after, before)


def escape_cancels():
    """While a card is dragged a mark shows where it would lie. Escape: nothing has happened, whatever the button does
    then, and all looks as before."""
    before = document()
    show(STEP)
    x, y, width, height = app.settled_extents(item(STEP))
    left, top, *size = app.settled_extents(item(TARGET))
    screen.move(5, 895)
    there = left + 20, top - 20, size[0] - 20, size[1]
    plain = app.settled_picture(*there)
    # Held at its right end, it lies beside its place.
    pull(x + width - 40, y + height // 2, left + 16, top + 6)
    wait(lambda: Picture(*there).count(MARK_COLOUR) > plain.count(MARK_COLOUR) + 50, "the mark where it would lie")
    press("Escape")
    let_go()
    wait(lambda: item(STEP), "the step")
    screen.move(5, 895)
    wait(lambda: Picture(*there) == plain, "the map as it was")
    assert document() == before


def changes_while_dragging():
    """While a card is dragged, keys of the map do nothing; what is taken away by other means is not
    dropped any more."""
    before = document()
    show(STEP)
    x, y = middle(STEP)
    to = middle(TARGET)
    for place, keys in enumerate((("Delete",), ("Control_L", "Return"), ("Control_L", "d"), ("c",))):
        pull(x + 9 * place, y, *to)  # no double click
        press(*keys)
        press("Escape")
        let_go()
        assert has_state(item(STEP), "selected"), keys
    assert document() == before
    pull(x, y, *to)
    act(item(STEP), "card.delete")
    wait(lambda: not item(STEP), "the step gone")
    pull_on(*to, to[0] + 5, to[1])
    let_go()
    assert not find_cards(document(), STEP[4:])
    undo("Remove Card", before)


def control_copies():
    """Ctrl held at the end: a copy is there, the original stays."""
    before = document()
    x, y = middle(STEP)
    left, top, width, _ = app.settled_extents(item(TARGET))
    pull(x, y, left + width // 2, top + 6)
    sign = left + width // 2 + 10, top + 12, 16, 16
    plain = app.settled_picture(*sign)
    hold("Control_L", True)
    wait(lambda: Picture(*sign) != plain, "the sign that says copy, without a move")
    current.take_picture()
    let_go()
    hold("Control_L", False)
    wait(lambda: item("4.1 " + STEP[4:]), "the copy")
    assert item(STEP), "the original has gone"
    after = document()
    assert len(find_cards(after, STEP[4:])) == len(find_cards(before, STEP[4:])) + 1
    undo("Copy Card", before)


def several_at_once():
    """Two selected steps are dragged together."""
    before = document()
    x, y = middle(STEP)
    other_x, other_y = middle(SECOND)
    move(other_x, other_y)
    button(1, True)
    button(1, False)
    hold("Control_L", True)
    move(x, y)
    button(1, True)
    button(1, False)
    hold("Control_L", False)
    wait(lambda: len(app.selected()) == 2, "two selected")
    left, top, width, _ = app.settled_extents(item(TARGET))
    pull(x, y, left + width // 2, top + 6)
    current.take_picture()
    let_go()
    wait(lambda: item("4.2 " + SECOND[4:]) or item("4.1 " + SECOND[4:]), "both there")
    after = document()
    phase = the_card(TARGET[4:], after)["phase"]
    assert the_card(STEP[4:], after)["phase"] == the_card(SECOND[4:], after)["phase"] == phase
    assert len(app.selected()) == 2
    undo("Move 2 Cards", before)
    redo_and_undo("Move 2 Cards", after, before)


def several_by_key():
    """Shift and an arrow selects the next step as well, Alt and an arrow moves both into the next phase;
    undone, done again and undone."""
    before = document()
    show(STEP)
    press("Shift_L", "Down")
    wait(lambda: len(app.selected()) == 2, "two selected")
    press("Alt_L", "Right")
    wait(lambda: is_modified(app), "both moved")
    after = document()
    phase = the_card(TARGET[4:], after)["phase"]
    assert the_card(STEP[4:], after)["phase"] == the_card(SECOND[4:], after)["phase"] == phase
    undo("Move 2 Cards", before)
    redo_and_undo("Move 2 Cards", after, before)


def onto_a_note():
    """A note dropped on the middle of another makes a group, whose heading is named at once; it folds,
    and dissolves again."""
    show(BELOW)  # so that nothing scrolls meanwhile
    before = document()
    pull(*middle(OTHER_NEED), *middle(NEED))
    current.take_picture()
    let_go()
    wait(lambda: item(GROUP), "the group")
    wait(lambda: app.focused() and app.focused().role == "text", "the heading open for typing")
    current.take_picture()
    type_text(NAMED + "\n")
    wait(lambda: item(NAMED), "the heading named")
    after = document()
    head = the_card(NAMED, after)
    assert the_card(NEED, after)["cluster"] == the_card(OTHER_NEED, after)["cluster"] == head["id"]
    assert the_card(OTHER_NEED, after)["phase"] == the_card(NEED, before)["phase"]
    wait(lambda: has_state(item(NAMED), "selected"), "the heading selected")
    assert "group of 2 notes" in item(NAMED).description, item(NAMED).description
    current.take_picture()
    # Folded by its sign at the right, unfolded by key.
    x, y, width, _ = app.settled_extents(item(NAMED))
    click(x + width - 18, y + 14)
    wait(lambda: not item(NEED) and not item(OTHER_NEED), "the notes folded away")
    assert "folded" in item(NAMED).description, item(NAMED).description
    current.take_picture()
    press("f")
    wait(lambda: item(NEED), "the notes again")
    assert not is_modified(app), "folding has changed the document"
    press("Shift_L", "g")
    wait(lambda: "cluster" not in the_card(NEED, document()), "the group gone")
    assert item(NAMED), "a heading with a name stays as a note"
    undo("Ungroup Cards", after)
    app.find("Undo Edit Card", role="push button")
    press("Control_L", "z")
    wait(lambda: item(GROUP), "the heading as it was")
    undo("Group Cards", before)


def group_by_key():
    """G makes a group of what is selected, with all votes and words of it, which F folds."""
    show(PAIN)
    before = document()
    press("Shift_L", "Down")
    wait(lambda: len(app.selected()) == 2, "two notes selected")
    press("g")
    wait(lambda: item(GROUP) or item("2.1 " + GROUP), "the group")
    wait(lambda: app.focused() and app.focused().role == "text", "the heading open for typing")
    press("Escape")
    after = document()
    head = the_card(GROUP, after)
    for name in (PAIN, BELOW):
        assert the_card(name[4:], after) == {**the_card(name[4:], before), "cluster": head["id"]}
    name = next(node.name for node in app.map_items() if node.name.endswith(GROUP))
    described = item(name).description
    assert "group of 2 notes" in described and "5 votes" in described, described
    for is_folded in (True, False):
        press("f")
        wait(lambda is_folded=is_folded: bool(item(BELOW)) != is_folded, "the notes folded away, or again")
    undo("Group Cards", before)
    redo_and_undo("Group Cards", after, before)


def over_several_phases():
    """The right edge of a note is dragged over the next phase; Shift+Alt with arrows does the same."""
    show(NEED)
    before = document()
    phases = [phase["id"] for phase in before["phases"]]
    x, y, width, height = app.settled_extents(item(NEED))
    pull(x + width - 2, y + height // 2, x + width + 150, y + height // 2)
    current.take_picture()
    let_go()
    wait(lambda: app.extents(item(NEED))[2] > width * 1.5, "a wider note")
    assert the_card(NEED, document())["until"] == phases[2]
    undo("Extend Card over Phases", before)
    press("Shift_L", "Alt_L", "Right")
    wait(lambda: app.extents(item(NEED))[2] > width * 1.5, "a wider note by key")
    press("Shift_L", "Alt_L", "Right")
    wait(lambda: app.extents(item(NEED))[2] > width * 2.5, "a still wider note")
    assert the_card(NEED, document())["until"] == phases[3]
    press("Shift_L", "Alt_L", "Left")
    press("Shift_L", "Alt_L", "Left")
    wait(lambda: app.extents(item(NEED))[2] == width, "the note as it was")
    assert document() == before


def within_the_cell():
    """A step is dragged below the next one of its own cell."""
    press("Escape")
    before = document()
    x, y = middle(STEP)
    left, top, width, height = app.settled_extents(item(SECOND))
    pull(x, y, left + width // 2, top + height - 4)
    let_go()
    wait(lambda: item("3.3 " + STEP[4:]), "the step's new number")
    after = document()
    assert the_card(STEP[4:], after)["phase"] == the_card(STEP[4:], before)["phase"]
    undo("Move Card", before)


def far_away():
    """Held at the window's edge a card that is dragged makes the map go on, to the right and down, until
    there is its place; by keys the map goes along."""
    show(STEP)
    before = document()
    target = next(node.name for node in app.map_items() if node.name.startswith("5.1 ") and "lane Touch" in node.description)
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "a map that is larger than the window")
    press("Home")  # the map's title: so that the first steps are in view with this one
    app.settled_extents(item(STEP))
    show(STEP)
    frame = app.x_window().get_geometry()
    right, bottom = frame.x + frame.width, frame.y + frame.height

    def is_in_view(name):
        x, y, width, height = app.extents(item(name))
        return x + width < right and y + 10 < bottom - 60
    app.settled_extents(item(target))
    assert not is_in_view(target), "the target is in view from the beginning"
    x, y = middle(STEP)
    scroll_at_edge(x, y, (right - 12, y), (right - 200, y), target, is_in_view)
    current.take_picture()
    left, top, width, _ = app.settled_extents(item(target))
    pull_on(right - 200, y, left + width // 2, top + 6)
    let_go()
    wait(lambda: item("5.1 " + STEP[4:]), "the step's new number")
    after = document()
    assert the_card(STEP[4:], after)["phase"] == the_card(target[4:], after)["phase"]
    undo("Move Card", before)
    # Down to the last lane with notes.
    show(STEP)
    low = next(node.name for node in app.map_items() if "lane Season" in node.description and node.name != "Empty cell")
    assert app.settled_extents(item(low))[1] > bottom, "the lane is in view from the beginning"
    x, y = middle(STEP)
    scroll_at_edge(x, y, (x, bottom - 70), (x, bottom - 300), low, is_in_view)
    current.take_picture()
    pull_on(x, bottom - 300, x, middle(low)[1])
    let_go()
    lane = the_card(low, before)["lane"]
    wait(lambda: the_card(STEP[4:], document())["lane"] == lane, "the card in the lane")
    undo("Move Card", before)
    show(STEP)
    for _ in range(2):
        press("Alt_L", "Right")
    wait(lambda: is_in_view(next(node.name for node in app.map_items()
                                 if node.name.startswith("5.") and node.name.endswith(STEP[4:]))), "it in view")
    assert the_card(STEP[4:], document())["phase"] == the_card(target[4:], before)["phase"]
    for _ in range(2):
        press("Control_L", "z")
    wait(lambda: is_modified(app) and item(STEP), "both taken back")
    assert document() == before
    press("Control_L", "1")
    wait(lambda: app.zoom() < 100, "the whole map")


def drag_from_outside(x, y, *what, until=lambda: is_modified(app)):
    """Something is dragged out of another program onto a place. The other program tells where it is only as
    quickly as it is answered, and a drop is where it was told last: it waits until the map shows the place."""
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "drag-source.py")
    other = subprocess.Popen([sys.executable, helper, *what], env=app.environment)
    try:
        window = wait(lambda: screen.windows_of(other.pid)[0], "the other program")
        window.configure(x=0, y=800, stack_mode=X.Above)
        wait(lambda: window.get_geometry().y == 800, "its place")
        pull(80, 845, x, y, steps=40)
        screen.be_heard(x, y)
        app.settled_picture()
        current.take_picture()
        let_go()
        wait(until, "what was dropped")
    finally:
        other.kill()
        other.wait()


def from_outside():
    """Lines of text become cards, a picture becomes a card that shows it, each at the place of the drop."""
    show(BELOW)
    before = document()
    x, y, width, height = app.settled_extents(item(NEED))
    drag_from_outside(x + width // 2, y + height + 2, "text", "A fair price\n\nNo queue\n")
    wait(lambda: item("No queue"), "the second line")
    after = document()
    old = the_card(NEED, before)
    for name in ("A fair price", "No queue"):
        card = the_card(name, after)
        assert (card["lane"], card["phase"]) == (old["lane"], old["phase"])
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the text taken back")
    assert document() == before
    picture = os.path.join(app.home, "shot.png")
    Picture(0, 0, 40, 30).save(picture)
    x, y, width, height = app.settled_extents(item(NEED))
    drag_from_outside(x + width // 2, y + height + 2, "files", picture)
    after = document()
    news = [card for card in after["cards"] if card["id"] not in {card["id"] for card in before["cards"]}]
    assert len(news) == 1 and news[0]["phase"] == old["phase"], news
    assert news[0]["image"] in {asset["id"] for asset in after["assets"]}
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the picture taken back")
    assert document() == before


def table_from_outside():
    """A table that a browser gives as HTML is looked at before it is taken."""
    show(BELOW)
    x, y, width, height = app.settled_extents(item(NEED))
    table = "<table><tr><td></td><td>Before</td><td>Then</td></tr><tr><td>Pains</td><td>a<br>b</td><td>c</td></tr></table>"
    drag_from_outside(x + width // 2, y + height + 2, "html", table, "a b c",
                      until=lambda: app.find_all("The first row holds the phases", role="label"))
    app.find(lambda name: name.endswith("3 cards"), role="label")
    app.show(app.frame_called("Paste Table"))
    press("Escape")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    assert not is_modified(app)


def table_file_from_outside():
    """A file with a table is looked at like any other table."""
    show(BELOW)
    x, y, width, height = app.settled_extents(item(NEED))
    table = os.path.join(app.home, "Tabelle.CSV")
    with open(table, "wb") as file:  # as a spreadsheet writes it in Germany
        file.write(";Vorher;Größe\r\nPains;a;\"b; c\"\r\n".encode("cp1252"))
    drag_from_outside(x + width // 2, y + height + 2, "files", table,
                      until=lambda: app.find_all("The first row holds the phases", role="label"))
    assert app.find_all("Größe", role="label") and app.find_all("b; c", role="label")
    app.show(app.frame_called("Paste Table"))
    press("Escape")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    assert not is_modified(app)


def place_window(frame, x, width):
    """A window beside the other one, once it is there."""
    window = app.x_window(frame)
    window.configure(x=x, y=0, width=width, height=900)
    wait(lambda: window.get_geometry().x == x and window.get_geometry().width == width, "its new place")


def into_another_window():
    """A step dragged into another window is copied there, with its channel and whoever feels something; the original
    stays."""
    app.files.append(copy_example("omnichannel.en"))
    subprocess.run([BUILD + "/src/app/etappe", app.files[1]], env=app.environment, check=True, timeout=20)
    ours, other = app.frame_called(OURS), app.frame_called(OTHER)
    place_window(ours, 0, 700)
    place_window(other, 700, 700)
    app.show(other)
    before, mine = read_document(app.files[1]), read_document(app.files[0])
    target = wait(lambda: next(app.walk(lambda name: name == "1.1 " + THERE, inside=app.frame_called(OTHER))), THERE)
    left, top, width, _ = app.settled_extents(target)
    app.show(ours)
    x, y = middle(STEP)
    pull(x, y, left + width // 2, top + 4, steps=60)
    current.take_picture()
    let_go()
    app.show(app.frame_called(OTHER + MARK))
    after = saved(app, app.files[1])
    card = the_card(STEP[4:], after)
    assert (card["lane"], card["phase"]) == (the_card(THERE, before)["lane"], the_card(THERE, before)["phase"])
    names = {channel["id"]: channel["name"] for channel in after["channels"]}
    ours = {channel["id"]: channel["name"] for channel in mine["channels"]}
    assert [names[id] for id in card["channels"]] == [ours[id] for id in the_card(STEP[4:], mine)["channels"]]
    people = {persona["id"]: persona["name"] for persona in after["personas"]}
    assert [people[emotion["persona"]] for emotion in card["emotions"]] == ["Max"], card["emotions"]
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the step taken back")
    assert saved(app, app.files[1]) == before
    assert read_document(app.files[0]) == mine


if __name__ == "__main__":
    with App(copy_example()) as app:
        app.map_groups()
        resize_window(app.x_window(), 1400, 900)
        run([to_phase_and_place, within_the_cell, escape_cancels, changes_while_dragging, control_copies,
             several_at_once, several_by_key,
             onto_a_note, group_by_key, over_several_phases, far_away, from_outside, table_from_outside, table_file_from_outside, into_another_window])
