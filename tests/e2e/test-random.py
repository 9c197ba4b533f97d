#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A script does what comes into its head to a map in the real window: keys, pointer and commands in
no order. Nothing is complained about, memory does not grow beyond what the steps need, undoing all
of it brings back the first bytes, and doing it again the last ones.

  ETP_E2E_SEED    another way through (the default is always the same)
  ETP_TEST_LONG   10,000 edits instead of a hundred"""

import collections
import os
import random

import screen
from commands import Commands
from etp_e2e import App, act, copy_example, drag, press, run, saved, wait
from gi.repository import GLib

IS_LONG = bool(os.environ.get("ETP_TEST_LONG"))
N_EDITS = 10000 if IS_LONG else 120
SEED = int(os.environ.get("ETP_E2E_SEED", "1"))
N_ROUNDS = 4  # of memory
# In KiB: what a step may keep, with the map that it makes; bitmaps, fonts and the like, once; what
# undoing all and doing it all again may keep.
STEP, ONCE, CYCLE = 16, 96 * 1024, 16 * 1024
# Dialogs and files; the rest of the window's commands is tried where there is no map.
NOT_WITHOUT_A_MAP = ("open", "new", "show-start", "show-shortcuts", "palette", "print", "export", "present")

WORDS = ("Größe", "faster", "why?", "3 <b>", "ß & co", "", "a long one that goes over several lines of a card")
GO = [("Right",), ("Left",), ("Up",), ("Down",), ("n",), ("n",), ("Shift_L", "n"), ("Home",), ("End",),
      ("Shift_L", "Down"), ("Shift_L", "Right")]
LOOK = [("Control_L", "plus"), ("Control_L", "minus"), ("Control_L", "0"), ("Control_L", "1"), ("Next",), ("Prior",),
        ("Control_L", "Right"), ("Control_L", "Down"), ("t",), ("f",), ("F7",), ("F8",)]
ON_CARDS = [("v",), ("Shift_L", "v"), ("g",), ("Shift_L", "g"), ("Control_L", "Alt_L", "k"), ("Control_L", "d"), ("Delete",),
            ("Alt_L", "Up"), ("Alt_L", "Down"), ("Alt_L", "Left"), ("Alt_L", "Right"), ("Alt_L", "Shift_L", "Right"),
            ("Alt_L", "Shift_L", "Left"), ("Control_L", "m"), ("Control_L", "Shift_L", "m"), ("Control_L", "x"),
            ("Control_L", "c"), ("Control_L", "v"), ("Control_L", "v")]
ON_HEADS = [("c",), ("Control_L", "Alt_L", "h"), ("Alt_L", "plus"), ("Alt_L", "minus"), ("Alt_L", "Left"), ("Alt_L", "Right"),
            ("Alt_L", "Up"), ("Alt_L", "Down"), ("Control_L", "v")]
ON_POINTS = [("plus",), ("minus",), ("Alt_L", "Shift_L", "Up"), ("Alt_L", "Shift_L", "Down"), ("Alt_L", "Left"),
             ("Delete",)]
COMMANDS = ["insert-phase-before", "insert-phase-after", "move-phase-left", "move-phase-right", "widen-phase",
            "narrow-phase", "reset-phase-width", "hide-phase", "delete-phase", "delete-phase", "collapse-phase",
            "insert-lane-above", "move-lane-up", "move-lane-down", "heighten-lane", "lower-lane", "reset-lane-height",
            "hide-lane", "delete-lane", "collapse-lane", "duplicate-lane", "show-hidden", "show-hidden", "turn-link",
            "begin-votes", "close-votes", "sort-by-votes", "next-persona", "send-parked", "facts-only",
            "clear-filter", "to-be", "show-inspector"]

app = commands = dice = None
latest = collections.deque(maxlen=60)  # what was done, to be read when it fails
known_items, known_places = [], []


def keys(*names):
    """Presses them."""
    latest.append("+".join(names))
    press(*names)


def write(text):
    """Types it, as far as the keyboard goes."""
    latest.append(f"“{text}”")
    for sign in text:
        press({" ": "space", "<": "less", ">": "greater", "&": "ampersand", "?": "question"}.get(sign, sign))


def place():
    """Somewhere on the map, in pixels of the screen; mostly where something was."""
    if known_places and dice.random() < 0.7:
        x, y, width, height = dice.choice(known_places)
        return x + dice.randint(2, width), y + dice.randint(2, height)
    return dice.randint(180, 1380), dice.randint(90, 850)


def select(nodes):
    """One of those that were there when it was last looked."""
    node = dice.choice(nodes or known_items)
    latest.append(node.name)
    try:
        act(node, "card.focus")
    except (GLib.Error, ValueError):
        keys("Home")  # gone meanwhile


def is_head(node):
    """Of a phase or a lane."""
    return node.role in ("row header", "column header")


def is_card(node):
    """With its place in its phase and lane."""
    return ", lane " in node.description


def go():
    """To anything, and on from there."""
    select(known_items)
    for _ in range(dice.randint(0, 4)):
        keys(*dice.choice(GO))


def edit():
    """Some keys at something that they may fit."""
    fits, fitting = dice.choice([(is_card, ON_CARDS)] * 3 + [(is_head, ON_HEADS),
                                                             (lambda node: "+" in node.description, ON_POINTS),
                                                             (lambda node: True, ON_CARDS + ON_HEADS + ON_POINTS)])
    select([node for node in known_items if fits(node)])
    for _ in range(dice.randint(1, 3)):
        keys(*dice.choice(fitting))


def type_in_place():
    """A new card or another text."""
    select([node for node in known_items if is_card(node)])
    keys(*dice.choice([("Control_L", "Return"), ("F2",), ("F2",)]))
    write(dice.choice(WORDS))
    if dice.random() < 0.3:
        keys("Tab")
        write(dice.choice(WORDS))
    keys(dice.choice(["Return", "Return", "Escape"]))


def type_number():
    """An emotion or a count of votes."""
    select([node for node in known_items if is_card(node)])
    keys(dice.choice("0123"))
    keys(dice.choice(["Return", "Return", "Escape"]))


def link():
    """To a card nearby."""
    select([node for node in known_items if is_card(node)])
    keys("l")
    for _ in range(dice.randint(1, 3)):
        keys(dice.choice(["Right", "Left", "Down", "Up"]))
    keys(dice.choice(["Return", "Return", "Escape"]))


def command():
    """One of the window's."""
    select([node for node in known_items if is_head(node)])
    name = dice.choice(COMMANDS)
    latest.append(name)
    commands.do(name)
    keys("Escape")  # what asks for a name


def pull():
    """Drags whatever is there."""
    ends = *place(), *place()
    latest.append(f"drag {ends}")
    drag(*ends, steps=6)


def point_at():
    """Clicks, or twice, or for the menu."""
    x, y = place()
    number, n_clicks = dice.choice([(1, 1), (1, 1), (1, 2), (3, 1)])
    latest.append(f"{n_clicks} click {number} {x} {y}")
    for _ in range(n_clicks):
        screen.click(x, y, number)
    if n_clicks > 1 or number > 1:
        keys("Escape")


def look():
    """At another part of it."""
    keys(*dice.choice(LOOK))


def turn_back():
    """Some steps back and some of them again."""
    for _ in range(dice.randint(1, 3)):
        keys("Control_L", "z")
    for _ in range(dice.randint(0, 3)):
        keys("Control_L", "Shift_L", "z")


WAYS = [(go, 6), (edit, 30), (type_in_place, 10), (type_number, 4), (link, 3), (command, 8), (pull, 5),
        (point_at, 6), (look, 3), (turn_back, 2)]


def come_back():
    """Whatever else has opened is closed; the keyboard goes back to the map."""
    windows = [window for window in screen.windows_of(app.process.pid) if screen.title_of(window)]
    for _ in range(20):
        assert app.process.poll() is None, f"the program ended with {app.process.returncode}"
        commands.is_enabled("undo")  # which answers when all before it is done
        windows = [window for window in screen.windows_of(app.process.pid)
                   if screen.title_of(window) not in ("", "Etappe", "etappe")]
        if len(windows) == 1:
            break
        latest.append(f"close {screen.title_of(windows[-1])}")
        screen.raise_window(windows[-1])
        keys("Escape")
    screen.raise_window(windows[0])
    keys("Escape")
    keys("Escape")


def look_around():
    """What is on the map, and where."""
    known_items[:] = app.map_items()
    known_places[:] = []
    for node in dice.sample(known_items, min(8, len(known_items))):
        try:
            x, y, width, height = app.extents(node)
        except GLib.Error:  # gone meanwhile
            continue
        if x > 100 and y > 80 and x + width < 1380 and y + height < 850 and width > 4 and height > 4:
            known_places.append((x, y, width, height))


def memory():
    """What the program has in memory, in KiB."""
    with open(f"/proc/{app.process.pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def walk_all(name, limit):
    """Undo or redo until there is no more; returns how many steps that were."""
    count = 0
    while commands.is_enabled(name):
        commands.do(name)
        count += 1
        assert count < limit, f"no end of {name}"
    return count


def edits(wanted):
    """Goes on at random until there are so many steps to undo; the history says how many it is."""
    n_actions = 0
    look_around()
    while n_actions < wanted:
        (way,) = dice.choices([way for way, _ in WAYS], [weight for _, weight in WAYS])
        way()
        n_actions += way in (edit, type_in_place, type_number, command, pull, link)
        if n_actions % 10 == 0:
            come_back()
        if n_actions % 30 == 0:
            look_around()
    for _ in range(3):
        keys("Escape")
    come_back()


def content_now():
    """The bytes of the file."""
    with open(app.files[0], "rb") as file:
        return file.read()


def content():
    """The bytes of the map as it is saved now."""
    saved(app)
    return content_now()


def many_edits():
    """They go in, and memory grows with the steps alone."""
    known = []
    try:
        for number in range(N_ROUNDS):
            edits(N_EDITS // N_ROUNDS)
            known.append(memory())
            print(f"# {(number + 1) * N_EDITS // N_ROUNDS} edits, {known[-1] / 1024:.1f} MiB", flush=True)
    except BaseException:
        print("# the last of it: " + ", ".join(latest), flush=True)
        raise
    grown = known[-1] - known[0]
    assert grown < ONCE + STEP * N_EDITS, f"{grown} KiB more after {N_EDITS} edits"


def all_back(first):
    """Undone they are the first bytes, done again the last ones; doing that again costs nothing."""
    last = content()
    assert last != first, "nothing was done"
    known = []
    for number in range(3):
        n_steps = walk_all("undo", 40 * N_EDITS)
        known.append(memory())
        if number == 0:
            print(f"# {n_steps} steps", flush=True)
            assert content() == first, "undo leaves something"
        assert walk_all("redo", 40 * N_EDITS) == n_steps
    assert content() == last, "redo leaves something"
    print("# after undoing: " + ", ".join(f"{each / 1024:.1f} MiB" for each in known))
    assert n_steps > N_EDITS // 4, n_steps
    assert known[-1] - known[1] < CYCLE, known


def without_a_map():
    """Commands where there is nothing to do them to."""
    global app
    with App(G_DEBUG="fatal-warnings") as app:
        app.find("Open a Journey Map", role="label")
        commands = Commands()
        for name in commands.names():
            if name in NOT_WITHOUT_A_MAP:
                continue
            commands.do(name)
            assert app.process.poll() is None, name
            commands.do("clear-filter")  # which answers when all before it is done
            for window in screen.windows_of(app.process.pid)[1:]:
                screen.raise_window(window)
                press("Escape")
        wait(lambda: len(screen.windows_of(app.process.pid)) == 1, "only the window")


def edits_and_back():
    """In one window, with whatever the program might say as its end."""
    global app, commands
    with App(copy_example(), inspector=True, G_DEBUG="fatal-warnings") as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        commands = Commands()
        first = content_now()
        many_edits()
        all_back(first)


if __name__ == "__main__":
    print(f"# seed {SEED}")
    dice = random.Random(SEED)
    run([edits_and_back, without_a_map])
