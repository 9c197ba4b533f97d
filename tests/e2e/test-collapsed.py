#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards put into collapsed phases and lanes, by mouse and by keyboard: the saved file has them there, the head
that took them is selected and says how many it holds, and the window says where they went. Links of a folded
group's cards lead to its heading."""

from etp_e2e import App, act, drag, find_cards, press, run, saved, wait, write_map

PHASE, LANE = "Phase 2 Meanwhile", "gains"
TOLD = "Put into “%s”, which is collapsed"

app = None


def make_document():
    """The second of three phases and the third of four lanes are collapsed."""
    cards = [("steps", "p1", "Search"), ("steps", "p2", "Hidden"), ("pains", "p1", "Alpha"), ("pains", "p1", "Beta"),
             ("gains", "p1", "Gain"), ("needs", "p1", "Need"), ("needs", "p3", "Group"), ("needs", "p3", "Delta")]
    return {"format": "etappe-journey", "version": 1, "title": "Collapsed",
            "phases": [{"id": "p1", "name": "Before"}, {"id": "p2", "name": "Meanwhile", "collapsed": True},
                       {"id": "p3", "name": "After"}],
            "lanes": [{"id": "steps", "kind": "touchpoints", "name": "steps"},
                      {"id": "pains", "kind": "pains", "name": "pains"},
                      {"id": "gains", "kind": "gains", "name": "gains", "collapsed": True},
                      {"id": "needs", "kind": "needs", "name": "needs"}],
            "cards": [{"id": title.lower(), "lane": lane, "phase": phase, "title": title}
                      | ({"cluster": "group"} if title == "Delta" else {}) for lane, phase, title in cards],
            "links": [{"id": "link", "from": "need", "to": "delta"}]}


def item(name):
    """Something on the map."""
    return wait(lambda: next((node for node in app.map_items() if node.name == name), None), f"{name} on the map")


def is_on_map(name):
    """Whether it can be met there."""
    return any(node.name == name for node in app.map_items())


def select(name):
    """A click on it."""
    app.settled_extents(item(name))
    app.click(item(name))
    wait(lambda: [node.name for node in app.selected()] == [name], f"{name} selected")


def place(title):
    """Lane and phase of a card in the saved file."""
    card = find_cards(saved(app), title)[0]
    return card["lane"], card["phase"]


def taken(title, head, where, said):
    """It is there, its head is selected with the keyboard and tells what it holds, and that was said."""
    wait(lambda: not is_on_map(title), f"{title} out of sight")
    wait(lambda: app.focused() and app.focused().name == head, lambda: f"the keyboard on {head}, not {app.focused()}")
    wait(lambda: [node.name for node in app.selected()] == [head], lambda: f"{head} selected, not {app.selected()}")
    app.find(TOLD % head, role="label")
    assert place(title) == where
    assert item(head).description == said, item(head).description


def undo(title, where, head):
    """One step brings it back, and nobody offers to take it back any more."""
    press("Control_L", "z")
    wait(lambda: is_on_map(title), f"{title} again")
    assert place(title) == where
    wait(lambda: not app.find_all(TOLD % head, role="label"), "the toast gone")


def dropped_on_phase():
    """A note and a step are dropped onto the narrow column; C unfolds it, and there they are."""
    x, _ = app.middle(item(PHASE))
    for title, name, lane, said in (("Alpha", "Alpha", "pains", "collapsed, 1 step"),
                                    ("Search", "1.1 Search", "steps", "collapsed, 2 steps")):
        from_x, y = app.middle(item(name))
        drag(from_x, y, x, y)
        wait(lambda name=name: not is_on_map(name), f"{name} out of sight")
        taken(title, PHASE, (lane, "p2"), said)
        if lane == "pains":
            undo(title, (lane, "p1"), PHASE)
    press("c")
    wait(lambda: is_on_map("2.2 Search"), "the step behind the one that was there")
    for _ in range(2):
        press("Control_L", "z")
    wait(lambda: is_on_map("1.1 Search"), "the step back")
    assert place("Search") == ("steps", "p1")


def dropped_on_lane():
    """The same with the low row of a lane."""
    x, y = app.middle(item("Alpha"))
    drag(x, y, x, app.middle(item(LANE))[1])
    taken("Alpha", LANE, ("gains", "p1"), "collapsed, 2 cards")
    undo("Alpha", ("pains", "p1"), LANE)


def by_key():
    """Cut and pasted onto the head of a lane and of a phase, where it becomes a step."""
    for head, where, said in ((LANE, ("gains", "p1"), "collapsed, 2 cards"),
                              (PHASE, ("steps", "p2"), "collapsed, 2 steps")):
        select("Beta")
        press("Control_L", "x")
        wait(lambda: not is_on_map("Beta"), "it cut")
        act(item(head), "card.focus")
        wait(lambda head=head: app.focused() and app.focused().name == head, f"the keyboard on {head}")
        press("Control_L", "v")
        taken("Beta", head, where, said)
        press("Control_L", "z")
        undo("Beta", ("pains", "p1"), head)


def past_them():
    """Alt with arrows goes on to where the card can be seen, past what is collapsed."""
    for key, where in (("Right", ("pains", "p3")), ("Down", ("needs", "p1"))):
        select("Beta")
        press("Alt_L", key)
        wait(lambda where=where: place("Beta") == where, lambda: f"{where}, not {place('Beta')}")
        assert [node.name for node in app.selected()] == ["Beta"]
        press("Control_L", "z")
        wait(lambda: place("Beta") == ("pains", "p1"), "it back")


def linked_with_folded():
    """The link to a card of a folded group is there, drawn to the heading: it is selected by a click and by keys,
    deleted and brought back."""
    link = "Need → Delta"
    select("Group")
    press("f")
    wait(lambda: not is_on_map("Delta"), "the group folded")
    select(link)
    press("Escape")
    act(item(link), "card.focus")
    wait(lambda: app.focused() and app.focused().name == link, f"the keyboard on {link}")
    press("Delete")
    wait(lambda: not is_on_map(link), "no link")
    assert not saved(app).get("links"), saved(app)["links"]
    press("Control_L", "z")
    wait(lambda: is_on_map(link), "the link again")
    select("Group")
    press("f")
    wait(lambda: is_on_map("Delta") and is_on_map(link), "the group unfolded, with the link")


def group_cut_with_its_heading():
    """A folded group is copied and cut as a whole, and comes back as one; one copy is a group of its own."""
    before = saved(app)
    select("Group")
    press("f")
    wait(lambda: not is_on_map("Delta"), "the group folded")
    press("Control_L", "x")
    wait(lambda: not is_on_map("Group"), "it cut")
    assert not find_cards(saved(app), "Delta")
    select("Need")
    for n in (1, 2):
        press("Control_L", "v")
        wait(lambda n=n: len(find_cards(saved(app), "Delta")) == n, f"{n} pasted")
    after = saved(app)
    heads = [card["id"] for card in find_cards(after, "Group")]
    assert sorted(card["cluster"] for card in find_cards(after, "Delta")) == sorted(heads), after["cards"]
    assert {(card["lane"], card["phase"]) for card in find_cards(after, "Delta")} == {("needs", "p1")}
    for _ in range(3):
        press("Control_L", "z")
    wait(lambda: saved(app) == before, "all as it was")


if __name__ == "__main__":
    with App(write_map(make_document())) as app:
        app.map_groups()
        run([dropped_on_phase, dropped_on_lane, by_key, past_them, linked_with_folded, group_cut_with_its_heading])
