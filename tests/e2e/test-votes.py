#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Voting: V, Shift+V and digits, for one card and for several, and where votes make no sense; lanes sorted
by votes, by mouse and by keyboard. The saved file tells what came of it, and each is one step to undo."""

import os
import signal

import screen
from etp_e2e import App, act, has_state, hold, is_modified, press, run, saved, type_text, wait, write_map

LANES = [("steps", "touchpoints"), ("pains", "pains"), ("do", "measures"), ("gains", "gains"), ("mood", "emotion")]
STEP, ALONE = "1.1 Search", "Lonely gain"

app = None


def make_document():
    """Two phases; in the first one's pains Alpha, Beta and Gamma, in the second one's Delta and Epsilon."""
    cards = [("steps", "p1", "Search"), ("pains", "p1", "Alpha"), ("pains", "p1", "Beta"), ("gains", "p1", ALONE),
             ("pains", "p1", "Gamma"), ("pains", "p2", "Delta"), ("pains", "p2", "Epsilon")]
    return {"format": "etappe-journey", "version": 1, "title": "Votes",
            "personas": [{"id": "max", "name": "Max"}],
            "phases": [{"id": "p1", "name": "Before"}, {"id": "p2", "name": "After"}],
            "lanes": [{"id": name, "kind": kind, "name": name} for name, kind in LANES],
            "cards": [{"id": title.lower().replace(" ", "-"), "lane": lane, "phase": phase, "title": title,
                       **({"emotions": [{"persona": "max", "value": 1}]} if lane == "steps" else {})}
                      for lane, phase, title in cards],
            "measures": [{"id": name.lower(), "phase": "p1", "title": name} for name in ("Mend", "Build")]}


def item(name):
    """Something on the map."""
    return wait(lambda: next((node for node in app.map_items() if node.name == name), None), f"{name} on the map")


def select(*names):
    """With clicks, Ctrl for all but the first. What popped up takes clicks until its window is gone, and a
    card that has just moved is clicked where it comes to rest."""
    wait(lambda: len(screen.windows_of(app.process.pid)) == 1, "nothing popped up")
    app.settled_extents(item(names[0]))
    app.click(item(names[0]))
    for name in names[1:]:
        hold("Control_L", True)
        app.click(item(name))
        hold("Control_L", False)
    wait(lambda: sorted(node.name for node in app.selected()) == sorted(names), lambda: f"{names}, not {app.selected()}")


def choose(name, label):
    """From the menu of something, which the second button opens: what has just got or lost its votes may move
    what is below, which is clicked where it comes to rest."""
    app.settled_extents(item(name))
    app.click(item(name), 3)
    take(label)


def take(label):
    """An entry of the open menu; a key before its window has gone is lost. One with dots opens another one."""
    act(app.find(label, role="menu item"), "click")
    wait(lambda: not app.find_all(label, role="menu item"), "no menu")
    wait(lambda: app.focused() and (label.endswith("…") or not app.popups()), "the keyboard in the window")


def votes():
    """The votes of all that has some, as saved."""
    document = saved(app)
    return {one["title"]: sum(vote["count"] for vote in one["votes"])
            for one in document["cards"] + document["measures"] if one.get("votes")}


def wait_for(expected):
    """Until the saved map has these votes."""
    wait(lambda: votes() == expected, lambda: f"{expected}, not {votes()}")


def undo(step, expected):
    """Takes back a step of that name, and what was saved is as before."""
    app.find(f"Undo {step}", role="push button")
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the step taken back")
    wait_for(expected)


def first_vote():
    """V begins a first round with the vote for all that is selected, and that is one step; Shift+V takes
    votes back, and where there are none it changes nothing."""
    before = saved(app)
    select("Beta", "Delta", STEP)
    press("Shift_L", "v")
    press("v")
    wait_for({"Beta": 1, "Delta": 1, "Search": 1})
    assert len(saved(app)["voteRounds"]) == 1
    undo("Vote", {})
    assert saved(app) == before, "something is left of it"
    assert not has_state(app.find("Undo", role="push button"), "sensitive"), "Shift+V was a step"
    press("v")
    press("v")
    wait_for({"Beta": 2, "Delta": 2, "Search": 2})
    press("Escape")
    select("Delta")
    press("Shift_L", "v")
    wait_for({"Beta": 2, "Delta": 1, "Search": 2})
    press("Shift_L", "v")
    press("Shift_L", "v")
    wait_for({"Beta": 2, "Search": 2})
    press("Control_L", "z")
    wait_for({"Beta": 2, "Delta": 1, "Search": 2})


def by_menu():
    """A vote, one taken back and a count, from the menu of several cards, by mouse; those of a measure."""
    before = votes()
    select("Alpha", "Gamma")
    for label, counts in (("Vote For It", (1, 1)), ("Take Back a Vote", (None, None))):
        choose("Gamma", label)
        wait(lambda counts=counts: tuple(votes().get(name) for name in ("Alpha", "Gamma")) == counts, label)
    choose("Gamma", "Count of Votes…")
    wait(lambda: app.focused() and app.focused().name == "Votes", "the count")
    type_text("4")
    press("Return")
    wait(lambda: [votes().get(name) for name in ("Alpha", "Gamma")] == [4, 4], "the count of both")
    undo("Set Votes", before)
    select("Mend")
    press("v")
    wait(lambda: votes().get("Mend") == 1, "the measure's vote")
    undo("Vote", before)


def digits():
    """A digit begins the count of all that is selected; Delete and Enter leave none."""
    before = votes()
    select("Epsilon", "Mend")
    press("1")
    wait(lambda: app.focused() and app.focused().name == "Votes", "the count")
    press("2")
    press("Return")
    wait_for({**before, "Epsilon": 12, "Mend": 12})
    wait(lambda: app.focused() and app.focused().name != "Votes", "the map")
    press("0")
    wait(lambda: app.focused() and app.focused().name == "Votes", "the count")
    press("Return")
    wait_for(before)
    undo("Set Votes", {**before, "Epsilon": 12, "Mend": 12})
    undo("Set Votes", before)


def keys_of_the_window():
    """While votes are typed, undo takes back the typing first and then a step of the map; saving takes what was
    typed into the file."""
    before = votes()
    entry = "Votes"
    select("Epsilon")
    press("1")
    wait(lambda: app.focused() and app.focused().name == entry, "the count")
    press("Control_L", "s")
    wait(lambda: app.focused() and app.focused().name == "Epsilon", "the map")
    wait(lambda: not is_modified(app), "the mark to go away")
    with open(app.files[0], encoding="utf-8") as text:
        assert '"count": 1' in text.read(), "what was typed is not in the file"
    assert votes() == {**before, "Epsilon": 1}
    act(item(ALONE), "card.focus")
    wait(lambda: app.focused() and app.focused().name == ALONE, "the other card")
    press("2")
    wait(lambda: app.focused() and app.focused().name == entry, "the count")
    press("4")
    press("Control_L", "z")
    press("Return")
    wait(lambda: app.focused() and app.focused().name == ALONE, "the map")
    assert votes() == {**before, "Epsilon": 1, ALONE: 2}
    press("3")
    wait(lambda: app.focused() and app.focused().name == entry, "the count")
    press("Control_L", "z")
    app.find("Redo Set Votes", role="push button")
    press("Escape")
    wait_for({**before, "Epsilon": 1})
    press("Control_L", "z")
    wait_for(before)


def no_sense():
    """Heads, points of the curve and empty cells cannot be voted for: nothing is written, nothing opens, and
    what is selected stays."""
    before = saved(app)
    for name in ("Phase 1 Before", "pains", "Votes", "Max", "Search", "Empty cell"):
        act(item(name), "card.focus")
        wait(lambda name=name: [node.name for node in app.selected()] == [name], f"{name} selected")
        press("v")
        press("Shift_L", "v")
        if name != "Search":  # there a digit is the emotion
            press("7")
        app.settled_picture()
        assert not app.find_all("Votes", role="text"), f"a count for {name}"
        assert not is_modified(app), f"{name} was voted for"
        assert [node.name for node in app.selected()] == [name]
    assert saved(app) == before


def while_held():
    """A button goes down while the program is still busy with a key: what the key opens comes when the button is
    up, and does not take the press from the map, which would be complained about."""
    before = votes()
    for name, key, is_open in (("Epsilon", "4", lambda: app.focused() and app.focused().name == "Votes"),
                               ("Search", "1", lambda: app.find_all("Emotion from −2 to +2", role="text")),
                               ("Epsilon", "Menu", lambda: app.find_all("Take Back a Vote", role="menu item"))):
        act(item(name), "card.focus")
        wait(lambda name=name: [node.name for node in app.selected()] == [name], f"{name} selected")
        screen.move(*app.middle(item(name)))
        os.kill(app.process.pid, signal.SIGSTOP)
        press(key)
        screen.button(1, True)
        os.kill(app.process.pid, signal.SIGCONT)
        try:
            app.settled_picture()
            assert not is_open(), f"{key} under the hand"
        finally:
            screen.button(1, False)
        wait(is_open, f"what {key} opens")
        press("Escape")
        wait(lambda: len(screen.windows_of(app.process.pid)) == 1, "it gone")
    assert votes() == before


def cell(phase):
    """The pains of a phase as they stand in the saved file."""
    return [card["title"] for card in saved(app)["cards"] if (card["lane"], card["phase"]) == ("pains", phase)]


def on_the_map():
    """The same as a screen reader meets them."""
    return [node.name for node in app.map_items() if node.name in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")]


def sort_lane():
    """The lane's menu by mouse, the card's menu by key and the command put most votes first in every phase;
    nothing else changes its place, and one step takes it back."""
    for name, key in (("Gamma", "9"), ("Beta", "2"), ("Epsilon", "8")):
        select(name)
        press(key)
        wait(lambda: app.focused() and app.focused().name == "Votes", "the count")
        press("Return")
        wait(lambda name=name, key=key: votes().get(name) == int(key), f"the votes of {name}")
        wait(lambda: app.focused() and app.focused().name != "Votes", "the map")
    before = saved(app)
    assert (cell("p1"), cell("p2")) == (["Alpha", "Beta", "Gamma"], ["Delta", "Epsilon"])

    def by_mouse():
        choose("pains", "Sort Lane by Votes")

    def by_key():
        select("Beta")
        press("Menu")
        take("Sort Lane by Votes")

    def by_command():
        act(item("Gamma"), "card.focus")
        press("Control_L", "Shift_L", "p")
        app.show(app.frame_called("Commands"))
        type_text("sort the lane by votes")
        press("Return")

    for sort in (by_mouse, by_key, by_command):
        sort()
        wait(lambda: on_the_map() == ["Gamma", "Beta", "Alpha", "Epsilon", "Delta"], lambda: f"not {on_the_map()}")
        assert (cell("p1"), cell("p2")) == (["Gamma", "Beta", "Alpha"], ["Epsilon", "Delta"])
        after = saved(app)
        assert [card for card in after["cards"] if card["lane"] != "pains"] == \
            [card for card in before["cards"] if card["lane"] != "pains"]
        assert sorted(map(str, after["cards"])) == sorted(map(str, before["cards"]))
        app.find("Undo Sort Lane by Votes", role="push button")
        press("Control_L", "z")
        wait(lambda: on_the_map() == ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"], "the order before")
        assert saved(app) == before


def not_sorted():
    """Steps keep the order of the journey: the window says so."""
    before = saved(app)
    choose("steps", "Sort Lane by Votes")
    app.find("Steps keep the order of the journey and cannot be sorted by votes.", role="label")
    assert saved(app) == before


if __name__ == "__main__":
    with App(write_map(make_document())) as app:
        app.map_groups()
        run([first_vote, by_menu, digits, keys_of_the_window, no_sense, while_held, sort_lane, not_sorted])
