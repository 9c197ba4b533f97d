#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The map from the keyboard: N comes to everything once, the map is one stop of Tab, pages and
phases fit; and what the selection looks like. Also the buttons of the bar below the map."""

from etp_e2e import App, Picture, act, example, has_state, move, near, press, rgb, run, wait, wheel
from accessible import FocusLog

SELECTION = rgb("#1c6fd1")  # on the screen mixed with what is beside the ring
STEP = "3.2 Bestellung beim Kundenservice"

app = None


def item(name):
    """Something on the map."""
    return next(node for node in app.map_items() if node.name == name)


def clear():
    """No selection, and the pointer beside the map."""
    move(5, 895)
    press("Escape")
    wait(lambda: not app.selected(), "no selection")


def click_a_card():
    """The keyboard goes to the map."""
    app.click(item(STEP))
    wait(lambda: has_state(item(STEP), "selected"), "the step selected")


def every_item_by_key():
    """N goes through all items of the map, each once, and says each to the screen reader; Shift+N
    goes back."""
    app.map_groups()
    items = [node for node in app.map_items() if node.name != "Empty cell"]
    click_a_card()
    log = FocusLog(app.process.pid)
    press("Home")
    wait(lambda: len(app.selected()) == 1, "the first item")
    met = [app.selected()[0].path]
    for _ in items[1:]:
        before = len(log.read())
        press("n")
        wait(lambda: len(log.read()) > before, f"the focus after {len(met)} items")
        met.append(log.read()[-1])
    assert len(set(met)) == len(items), f"{len(set(met))} of {len(items)}"
    assert set(met) == {node.path for node in items}
    assert [node.path for node in app.selected()] == met[-1:], app.selected()
    before = len(log.read())
    press("Shift_L", "n")
    wait(lambda: len(log.read()) > before, "the focus back")
    assert log.read()[-1] == met[-2]
    press("End")
    wait(lambda: [node.path for node in app.selected()] == met[-1:], "the last item")
    log.close()


def one_stop():
    """Tab comes to the map once and leaves it, in both directions, whatever is selected."""
    act(item(STEP), "card.focus")
    wait(lambda: app.focused() and app.focused().name == STEP, "the step with the focus")
    stops = []
    while len(stops) < 20 and (not stops or stops[-1] != STEP):
        before = app.focused()
        press("Tab")
        wait(lambda: app.focused() and app.focused() != before, "the next stop")
        stops.append(app.focused().name)
    names = {node.name for node in app.map_items()}
    assert stops[-1] == STEP and len(stops) > 4, stops
    assert not names & set(stops[:-1]), stops
    before = app.focused()
    press("Shift_L", "Tab")
    wait(lambda: app.focused() and app.focused() != before, "the stop before")
    assert app.focused().name == stops[-2], (app.focused().name, stops)


def selection_is_seen():
    """The selected card has a ring of the selection's colour, and none when nothing is selected."""
    act(item(STEP), "card.focus")
    wait(lambda: has_state(item(STEP), "selected"), "the step selected")
    move(5, 895)
    x, y, width, height = app.settled_extents(item(STEP))
    around = (x - 4, y + height // 2 - 2, 8, 4)
    wait(lambda: Picture(*around).count(SELECTION, 90) >= 4, "the ring at the left edge")
    assert Picture(x + width // 2, y - 4, 4, 8).count(SELECTION, 90) >= 4, "no ring at the top"
    assert Picture(x + width - 4, y + height // 2, 8, 4).count(SELECTION, 90) >= 4, "no ring at the right"
    assert app.find(STEP, role="label"), "the bar below does not name it"
    clear()
    wait(lambda: Picture(*around).count(SELECTION, 90) == 0, "the ring gone")
    assert not app.find_all(STEP, role="label")


def fit_phase_of_selection():
    """Ctrl+2 shows the phase of what is selected beside the lane heads, as large as 150 %; Ctrl+1
    everything."""
    act(item(STEP), "card.focus")
    press("Control_L", "2")
    wait(lambda: app.zoom() == 150, "150 %")
    head = next(node for node in app.map_items() if node.name == "Phase 3 Kaufentscheidung")
    lane = app.find("Touchpoints", role="row header")
    window = app.x_window().get_geometry()
    x, _, width, _ = app.settled_extents(head)
    lane_x, _, lane_width, _ = app.settled_extents(lane)
    assert x + width <= window.width, (x, width)
    assert 0 <= lane_x and lane_x + lane_width <= x <= lane_x + lane_width + 60, "not beside the lane heads"
    clear()
    press("Control_L", "1")
    wait(lambda: app.zoom() < 60, "a smaller map")
    for node in (head, lane, item("Kennzahlen"), item("Phase 1 Bewusstsein"), item("Phase 5 Loyalität")):
        x, y, width, height = app.settled_extents(node)
        assert x >= -1 and x + width <= window.width + 1 and y + height <= window.height, (node, x, y, width, height)


def heads_stay():
    """Moved far to the right and down at a large zoom, lane heads stand at the left and phase heads
    at the top, on top of everything."""
    clear()
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    scroller = app.find(role="scroll pane")
    left, top, _, _ = app.settled_extents(scroller)
    press("End")
    wait(app.selected, "the last item")
    clear()
    lane = app.find("Kennzahlen", role="row header")
    head = next(node for node in app.map_items() if node.name == "Phase 5 Loyalität")
    x, _, width, _ = app.settled_extents(lane)
    assert left <= x < left + 40, (x, left)
    head_x, head_y, head_width, head_height = app.settled_extents(head)
    assert top <= head_y < top + 40, (head_y, top)
    # The head's own tint is there, and nothing of the cards that scrolled below it.
    color = Picture(head_x + head_width - 6, head_y + head_height - 6, 1, 1).pixel(0, 0)
    assert near(color, (239, 230, 245), 8), color
    # Back at the beginning they are back in their places.
    press("Home")
    wait(app.selected, "the first item")
    clear()
    assert app.settled_extents(head)[1] > top + 80


def pages_and_arrows():
    """Page Down moves nearly a window, Ctrl with arrows a little, and back again."""
    act(item("1.1 Kurzfilm im Feed"), "card.focus")
    clear()
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    node = item("2.1 Startseite der Marke")
    _, _, _, page = app.extents(app.find(role="scroll pane"))
    x, y, _, _ = app.settled_extents(node)
    press("Next")
    moved = y - wait_for_move(node, y, 1)
    assert moved > page * 0.7, (moved, page)
    press("Prior")
    assert abs(wait_for_move(node, y - moved, 1) - y) <= 2
    for key, axis, sign in (("Right", 0, -1), ("Down", 1, -1), ("Left", 0, 1), ("Up", 1, 1)):
        before = app.extents(node)[axis]
        press("Control_L", key)
        after = wait_for_move(node, before, axis)
        assert sign * (after - before) > 20, (key, before, after)
    assert abs(app.extents(node)[0] - x) <= 2 and abs(app.extents(node)[1] - y) <= 2


def wait_for_move(node, before, axis):
    """Where a thing stops after it has left its place."""
    wait(lambda: app.extents(node)[axis] != before, f"{node} elsewhere than at {before}")
    return app.settled_extents(node)[axis]


def wheel_moves_both_ways():
    """The wheel moves the map up and down, with Shift from side to side."""
    node = item("2.1 Startseite der Marke")
    x, y, _, _ = app.settled_extents(node)
    wheel(700, 500, 2)
    assert wait_for_move(node, y, 1) < y - 20
    wheel(700, 500, -2)
    wait(lambda: app.settled_extents(node)[1] == y, "the map back")
    wheel(700, 500, 2, held="Shift_L")
    assert wait_for_move(node, x, 0) < x - 20
    wheel(700, 500, -2, held="Shift_L")
    wait(lambda: app.settled_extents(node)[0] == x, "the map back")


def buttons():
    """The buttons of the bar zoom, and its menu fits the map."""
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    app.click(app.find("Zoom In", role="push button"))
    wait(lambda: app.zoom() == 125, "125 %")
    app.click(app.find("Zoom Out", role="push button"))
    wait(lambda: app.zoom() == 100, "100 % again")
    app.click(app.find("100%", role="label"))
    entry = app.find("Fit the Whole Map", role="menu item")
    act(entry, "click")
    wait(lambda: app.zoom() < 60, "the whole map")


if __name__ == "__main__":
    with App(example("webshop.de")) as app:
        app.map_groups()
        run([every_item_by_key, one_stop, selection_is_seen, fit_phase_of_selection, heads_stay, pages_and_arrows,
             wheel_moves_both_ways, buttons])
