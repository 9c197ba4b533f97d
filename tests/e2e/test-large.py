#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""10,000 cards in five phases: the map opens, can be moved through, and never keeps a screen reader
waiting long, while all of it is told."""

import importlib.util
import os
import tempfile
import time

import accessible
from etp_e2e import (SOURCE, App, Picture, drag, find_cards, move, press, read_document, rgb, run, type_text, wait,
                     wait_for_rest, wheel)

# Generous, for two busy cores: a map that is laid out in idle time while a screen reader asks.
FIRST_CONTENT_S, LONGEST_CALL_MS, ANSWER_S = 15, 300, 4
N_CARDS, N_PHASES = 10000, 5
MAP = (10, 60, 1250, 720)
BAR = rgb("#1c6fd1")  # of the first phase's head

app = None
calls = None
started = 0


def make_map():
    """The file, as the benchmarks make it."""
    path = os.path.join(SOURCE, "tests", "bench", "make-journeys.py")
    spec = importlib.util.spec_from_file_location("make_journeys", path)
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    source = maker.random.Random(maker.SEED)
    cards = maker.make_cards(source, N_CARDS, N_PHASES)
    names = [(maker.sentence(source, 12), maker.sentence(source, 40)) for _ in range(N_PHASES)]
    path = os.path.join(tempfile.mkdtemp(dir=os.environ.get("ETP_E2E_SCRATCH")), "large.journey")
    maker.write(path, maker.canonical(maker.make_journey(cards, N_PHASES, names)) + "\n")
    return path


def zoom():
    """The zoom that the bar below the map shows, in per cent."""
    for path, role in calls.walk(without=("scroll pane",)):
        name = calls.get(path, "Name") if role == "label" else ""
        if name.endswith("%"):
            return float(name.rstrip("%\u00a0 ").replace(",", "."))
    return None


def assert_changes(action, what):
    """The picture of the map changes soon and comes to rest; returns the new one."""
    before = wait_for_rest(lambda: Picture(*MAP), "the picture")
    action()
    wait(lambda: Picture(*MAP) != before, what, ANSWER_S)
    return wait_for_rest(lambda: Picture(*MAP), "the picture")


def opens():
    """The first content is there soon."""
    wait(lambda: Picture(*MAP).count(BAR, 10) > 300, "the first phase head")
    took = time.monotonic() - started
    print(f"# first content after {took:.1f} s")
    assert took < FIRST_CONTENT_S, took


def everything_is_told():
    """All cards are in the tree, in groups of at most a hundred, and no call takes long."""
    start = time.monotonic()
    scroller = next(path for path, role in calls.walk() if role == "scroll pane")
    canvas = calls.children(scroller)[0]
    n_items = n_parts = largest = 0
    while n_items < N_CARDS and time.monotonic() < start + 60:
        n_items = n_parts = largest = 0
        for group in calls.children(canvas):
            parts = calls.children(group)
            largest = max(largest, len(parts))
            n_parts += len(parts)
            for part in parts:
                n_children = calls.get(part, "ChildCount")
                n_items += n_children
                largest = max(largest, n_children)
    last = calls.children(part)[-1]
    print(f"# {n_items} items in {n_parts} groups, the largest of {largest}, after {time.monotonic() - start:.1f} s; "
          f"the longest call took {calls.longest_ms:.0f} ms: {calls.longest_what}")
    assert n_items >= N_CARDS, n_items
    assert largest <= 100, largest
    assert "lane" in calls.get(last, "Description"), calls.get(last, "Description")
    assert calls.longest_ms < LONGEST_CALL_MS, calls.longest_what


def go_to_the_end_and_back():
    """The picture of the beginning, come to from the end; nothing is hovered."""
    move(5, 895)
    assert_changes(lambda: press("End"), "the end")
    press("Escape")
    assert_changes(lambda: press("Home"), "the beginning")
    press("Escape")
    return wait_for_rest(lambda: Picture(*MAP), "the picture")


def moves():
    """Wheel, pages, the end and the beginning: each shows another part of the map."""
    first = go_to_the_end_and_back()
    assert_changes(lambda: wheel(640, 400, 3), "another part by the wheel")
    assert_changes(lambda: press("Next"), "another part by a page")
    assert_changes(lambda: drag(700, 500, 700, 300, number=2), "another part by dragging")
    last = go_to_the_end_and_back()
    assert last.differs(first) < 0.001 * first.width * first.height, "the beginning looks different now"


def zooms():
    """Keys zoom in and out and fit the map, which is many windows high."""
    press("Control_L", "0")
    wait(lambda: zoom() == 100, "100 %")
    assert_changes(lambda: press("Control_L", "1"), "the whole map")
    assert zoom() < 10, zoom()
    assert_changes(lambda: press("Control_L", "0"), "100 %")
    assert zoom() == 100


def first_card(phase="Phase 1 "):
    """The first card of a phase, as a node to act on."""
    def first_of(group):
        return next((path for part in calls.children(group) for path in calls.children(part)
                     if ", lane " in calls.get(path, "Description")), None)
    scroller = next(path for path, role in calls.walk() if role == "scroll pane")
    for path in map(first_of, calls.children(calls.children(scroller)[0])):
        if path is not None and calls.get(path, "Description").startswith(phase):
            return accessible.Node(calls.bus_name, path)
    raise AssertionError(f"no card of {phase}")


def pull_to_the_next_phase():
    """The first card, by mouse, beside the first one of the next phase."""
    x, y = app.middle(first_card())
    other, _ = app.middle(first_card("Phase 2 "))
    drag(x, y, other, y)


def edits():
    """A card gets another title, goes and comes back, and is pulled into the next phase, each soon to be seen; all of
    it is in the file."""
    accessible.act(first_card(), "card.focus")
    move(5, 895)
    assert_changes(lambda: press("F2"), "the editor in place")
    press("Control_L", "a")
    type_text("of ten thousand")
    assert_changes(lambda: press("Return"), "the new title")
    press("Escape")
    accessible.act(first_card(), "card.focus")
    assert_changes(lambda: press("Delete"), "the card gone")
    assert_changes(lambda: press("Control_L", "z"), "the card again")
    press("Escape")
    assert_changes(pull_to_the_next_phase, "the card in the next phase")
    start = time.monotonic()
    press("Control_L", "s")

    def is_saved():
        with open(file, encoding="utf-8") as saved:
            return "of ten thousand" in saved.read()
    wait(is_saved, "the file")
    print(f"# saved after {time.monotonic() - start:.1f} s")
    document = read_document(file)
    assert len(document["cards"]) == N_CARDS
    assert [card["phase"] for card in find_cards(document, "of ten thousand")] == [document["phases"][1]["id"]]
    assert_changes(lambda: press("Control_L", "z"), "the card in its phase")
    assert_changes(lambda: press("Control_L", "z"), "the old title")


if __name__ == "__main__":
    file = make_map()
    started = time.monotonic()
    with App(file) as app:
        calls = accessible.Stopwatch(app.process.pid)
        run([opens, everything_is_told, moves, zooms, edits])
