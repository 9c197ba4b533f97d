#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A map is opened and looked at: everything is found by name, is where it says, and can be reached
with pointer and keyboard."""

from etp_e2e import (App, Picture, act, actions, button, click, drag, example, hold, move, near, press,
                     rgb, run, wait, wheel)

PHASES = ["Phase 1 Awareness", "Phase 2 Consideration", "Phase 3 Purchase decision", "Phase 4 Use",
          "Phase 5 Loyalty"]
CARD = "2.1 The brand’s home page"
FIRST_PHASE, LAST_PHASE, CURVE = rgb("#1c6fd1"), rgb("#8040b0"), rgb("#1c6fd1")
WHITE = (255, 255, 255)

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


def point(step):
    """A point of the curve, by the title of its step."""
    return next(node for node in app.find_all(step, role="list item") if "lane Emotions" in node.description)


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


def picture_is_where_the_scene_says():
    """Phase heads, cards and the curve are on the screen where assistive technology finds them."""
    move(5, 895)
    places = [app.settled_extents(head) for head in heads()]
    assert [place[0] for place in places] == sorted(place[0] for place in places)
    for place, color in ((places[0], FIRST_PHASE), (places[-1], LAST_PHASE)):
        picture = Picture(*place)
        assert near(picture.pixel(place[2] // 2, 1), color, 16), picture.pixel(place[2] // 2, 1)
        assert not near(picture.pixel(place[2] - 8, place[3] - 4), WHITE, 4)
    x, y, width, height = app.settled_extents(card())
    picture = Picture(x - 6, y, width + 12, height)
    assert near(picture.pixel(6 + width // 2, 4), WHITE), "the card is not white"
    assert not near(picture.pixel(1, height // 2), WHITE, 4), "beside the card is no tint"
    assert picture.count((29, 29, 32), 60) > 40, "the card has no text"
    for step in ("Short film in the feed", "The brand’s home page"):
        place = app.settled_extents(point(step))
        assert Picture(*place).count(CURVE, 24) > 20, f"no curve at {step}"
    # Between two points of the curve there is the curve, and nothing of it at the top of its lane.
    one, other = (app.extents(point(step)) for step in ("Short film in the feed", "Search on the web"))
    column = Picture(one[0] + 40, min(one[1], other[1]), 12, abs(one[1] - other[1]) + one[3])
    assert column.count(CURVE, 30) > 12, "no curve between its points"
    assert Picture(one[0] + 40, one[1] - 45, 12, 20).count(CURVE, 30) == 0


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
    """Wheel, middle button, space with the left one, Ctrl with arrows."""
    back_to_start()
    x, y, _, _ = app.settled_extents(card())
    wheel(x + 30, y + 10, 1)
    wait(lambda: app.extents(card())[1] < y, "the map further up")
    x, y, _, _ = app.settled_extents(card())
    drag(700, 600, 640, 560, number=2)
    wait_for_place(card(), x - 60, y - 40)
    move(640, 560)
    hold("space", True)
    drag(640, 560, 700, 600)
    hold("space", False)
    wait_for_place(card(), x, y)
    assert not selected(), "dragging has selected something"
    press("Control_L", "Right")
    wait(lambda: app.extents(card())[0] < x, "the map further left")


def heads_stay_in_view():
    """Scrolled far down, the phase heads are still at the top."""
    back_to_start()
    top = app.settled_extents(heads()[0])[1]
    press("End")
    wait(selected, "the last thing selected")
    press("Escape")
    wait(lambda: 40 < app.extents(heads()[-1])[1] < top, "the heads further up")
    new = app.settled_extents(heads()[-1])
    assert 40 < new[1] < top, (new, top)
    # Left to right it has moved along with the map; the lane heads stand at the left.
    lane = app.settled_extents(app.find("Metrics", role="row header"))
    assert 0 <= lane[0] < 60, lane


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


def select_with_keys():
    """Arrows, N and Shift+N, Escape; Tab leaves the map."""
    back_to_start()
    act(card("1.1 Short film in the feed"), "card.focus")
    wait(lambda: selected() == ["1.1 Short film in the feed"], "the first card")
    press("Down")
    wait(lambda: selected() == ["1.2 Search on the web"], "the card below")
    press("Right")
    wait(lambda: selected() and selected()[0].startswith("2."), "a card of the next phase")
    press("Left")
    wait(lambda: selected() and selected()[0].startswith("1."), "a card of the first phase")
    now = selected()
    press("n")
    wait(lambda: selected() and selected() != now, "the next thing")
    press("Shift_L", "n")
    wait(lambda: selected() == now, "the thing before")
    press("Tab")
    wait(lambda: focused() and focused()[0].name not in now, "the focus outside of the map")
    press("Shift_L", "Tab")
    wait(lambda: [node.name for node in focused()] == now, "the focus back on the card")
    press("Escape")
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
        run([things_have_names, picture_is_where_the_scene_says, zoom_with_keys, zoom_with_the_wheel, move_the_map,
             heads_stay_in_view, select_with_the_pointer, select_with_keys, hover, panes])
