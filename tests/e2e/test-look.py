#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is opened and looked at: everything is found by name, is where it says, and can be reached
with pointer and keyboard."""

from etp_e2e import App, Picture, actions, button, click, drag, example, hold, move, press, run, wait, wheel

PHASES = ["Phase 1 Awareness", "Phase 2 Consideration", "Phase 3 Purchase decision", "Phase 4 Use",
          "Phase 5 Loyalty"]
CARD = "2.1 The brand’s home page"

app = None


def heads():
    """The phase heads."""
    def ask():
        found = app.find_all(lambda name: name in PHASES, role="heading")
        return len(found) == len(PHASES) and found
    return wait(ask, "the phase heads")


def card(name=CARD):
    """A step's card."""
    return app.find(name, role="list item")


def selected():
    """The names of what assistive technology takes for selected."""
    return [node.name for node in app.selected()]


def focused():
    """What has the keyboard focus."""
    return [node for node in app.walk() if node.had_state("focused")]


def wait_for_place(node, x, y, tolerance=1):
    """Until a thing is there: assistive technology learns of new places when the map rests."""
    def ask():
        place = app.extents(node)
        return abs(place[0] - x) <= tolerance and abs(place[1] - y) <= tolerance
    wait(ask, lambda: f"{node} at {x}, {y}, it is at {app.extents(node)}")


def back_to_start():
    """No selection, 100 %, from the beginning of the map."""
    press("Escape")
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    press("Home")
    press("Escape")
    wait(lambda: not selected(), "no selection")
    app.settled_extents(heads()[0])


def things_have_names():
    """Phases, lanes and cards are there by name, with their place in words."""
    for head in heads():
        assert head.description
    for lane in ("Touchpoints", "Emotions", "Pain points", "Channels", "Metrics"):
        app.find(lane, role="row header")
    description = card().description
    assert description.startswith("Phase 2 Consideration, lane Touchpoints, 1 of 3"), description
    assert "impatient" in description, description
    assert "card.open" in actions(card()) and "card.focus" in actions(card())


def zoom_with_keys():
    """Ctrl with plus, minus, 0, 1 and 2."""
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    press("Control_L", "plus")
    wait(lambda: app.zoom() == 125, "125 %")
    press("Control_L", "minus")
    press("Control_L", "minus")
    wait(lambda: app.zoom() == 80, "80 %")
    press("Control_L", "1")
    wait(lambda: app.zoom() < 60, "the whole map")
    first, last = (app.settled_extents(head) for head in (heads()[0], heads()[-1]))
    assert first[0] > 0 and last[0] + last[2] < 1280
    press("Control_L", "2")
    wait(lambda: app.zoom() > 120, "one phase")


def zoom_with_the_wheel():
    """Ctrl and the wheel: what is under the pointer stays there."""
    back_to_start()
    x, y, width, height = app.settled_extents(card())
    px, py = x + width // 3, y + height // 2
    before = app.zoom()
    wheel(px, py, -2, control=True)
    wait(lambda: app.zoom() > before * 1.3, "a larger map")
    wait(lambda: app.extents(card())[2] > width * 1.3, "a larger card")
    new = app.settled_extents(card())
    assert abs(new[0] + new[2] / 3 - px) < 3, (new, px)
    assert abs(new[1] + new[3] / 2 - py) < 3, (new, py)


def move_the_map():
    """The middle button, or space with the left one."""
    back_to_start()
    x, y, _, _ = app.settled_extents(card())
    drag(700, 600, 640, 560, number=2)
    wait_for_place(card(), x - 60, y - 40)
    move(640, 560)
    hold("space", True)
    drag(640, 560, 700, 600)
    hold("space", False)
    wait_for_place(card(), x, y)
    assert not selected(), "dragging has selected something"


def select_with_the_pointer():
    """A click selects, one beside clears."""
    back_to_start()
    x, y = app.middle(card())
    click(x, y)
    wait(lambda: selected() == [CARD], "the card selected")
    assert app.find(CARD, role="label")
    wait(lambda: [node.name for node in focused()] == [CARD], "the focus on the card")
    place = app.settled_extents(card())
    click(place[0] + 5, place[1] - 3)
    wait(lambda: not selected(), "nothing selected")


def hover():
    """What is under the pointer looks a little different."""
    back_to_start()
    move(5, 895)
    place = app.settled_extents(card())
    before = Picture(*place).pixel(place[2] // 2, 4)
    move(*app.middle(card()))
    wait(lambda: Picture(*place).pixel(place[2] // 2, 4) != before, "the look of hovering")
    move(5, 895)
    wait(lambda: Picture(*place).pixel(place[2] // 2, 4) == before, "the look of before")


def panes():
    """F6 goes round the parts of the window."""
    back_to_start()
    click(*app.middle(card()))
    wait(lambda: selected() == [CARD], "the card selected")
    names = []
    for _ in range(3):
        old = [node.name for node in focused()]
        press("F6")
        wait(lambda: focused() and [node.name for node in focused()] != old, "another part")
        names.append(focused()[0].name)
    assert names[-1] == CARD, names
    assert len(set(names)) == 3, names


if __name__ == "__main__":
    button(1, False)
    with App(example("webshop.en"), animations=True) as app:
        run([things_have_names, zoom_with_keys, zoom_with_the_wheel, move_the_map, select_with_the_pointer, hover, panes])
