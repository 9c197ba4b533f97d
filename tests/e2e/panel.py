# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the inspector share: the editor with a copy of a journey and the inspector open, and the
ways to its fields."""

import contextlib
import json
import os
import shutil
import tempfile
import time

from etp_e2e import App, act, example, press, type_text, wait, wheel

FOLDER = tempfile.mkdtemp(prefix="inspector-", dir=os.environ.get("ETP_E2E_SCRATCH"))
FILE = os.path.join(FOLDER, "map.journey")
STEP = "3.2 Bestellung beim Kundenservice"
ROUND = "Und dann?"

app = None


@contextlib.contextmanager
def editor():
    """The editor with a journey that has a second round of votes, and its inspector."""
    global app
    shutil.copy(example("webshop.de"), FILE)
    document = read()
    document["voteRounds"].append({"id": "v-2", "title": ROUND})
    with open(FILE, "w", encoding="utf-8") as text:
        json.dump(document, text)
    # Whatever else of input methods there is on the system, as on a desktop without one.
    with App(FILE, inspector=True, GTK_IM_MODULE="gtk-im-context-simple") as app:
        app.map_groups()
        inspector()
        yield app


def item(name):
    """Something on the map."""
    return wait(lambda: next((node for node in app.map_items() if node.name == name), None), f"{name} on the map")


def read():
    """The file as it is."""
    with open(FILE, encoding="utf-8") as file:
        return json.load(file)


def saved(ask, what):
    """Saves the map until the file answers the question with something."""
    last = [0]

    def answer():
        if time.monotonic() - last[0] > 1:  # a key that comes while a list closes goes to the list
            press("Control_L", "s")
            last[0] = time.monotonic()
        return ask(read())

    return wait(answer, what)


def card(journey, title):
    """A card of the file by its title."""
    return next(card for card in journey["cards"] if card.get("title") == title)


def inspector():
    """The panel, once it is there."""
    return wait(lambda: next(node for node in app.walk("Inspector") if node.role == "panel"), "the inspector")


def field(name, role="text"):
    """The control of a field."""
    return wait(lambda: next(app.walk(name, role, inspector()), None), f"the {role} {name} in the inspector")


def select(name):
    """Selects something on the map."""
    act(item(name), "card.focus")
    wait(lambda: any(node.name == name for node in app.selected()), f"{name} selected")


def select_nothing():
    """The journey is shown."""
    item_ = app.selected()
    if item_:
        act(item_[0], "card.focus")
        press("Escape")
        wait(lambda: not app.selected(), "no selection")
    wait(lambda: next(app.walk("Scenario", "text", inspector()), None), "the journey in the inspector")


def leave():
    """Escape on the map: nothing is selected any more."""
    press("Escape")
    wait(lambda: not app.selected(), "no selection")


def write(name, text):
    """Clicks into a text and replaces it."""
    node = field(name)
    app.click(node)
    wait(lambda: app.focused() and app.focused().name == name, f"the keyboard in {name}")
    press("Control_L", "a")
    type_text(text)


def choose(name, choice):
    """Opens the picker of a field with the mouse and walks to a row of it."""
    app.click(field(name, "push button"))
    take(choice)


def take(choice):
    """Walks to a row of the open picker and takes it."""
    wait(lambda: app.focused() and "button" not in app.focused().role, "a picker")
    for _ in range(40):
        if app.focused().name == choice:
            press("Return")
            return
        before = app.focused()
        press("Up" if before.role == "list item" and _ > 12 else "Down")
        wait(lambda: app.focused() and app.focused() != before, f"a row after {before}")
    raise AssertionError(f"no {choice}")


def is_focused(name):
    """Whether what is called so has the keyboard."""
    return app.focused() and app.focused().name == name


def step_form():
    """The form of a step; those of other things are there, too, but not shown."""
    def fits(names):
        return "Feeling" in names and names & {"More Fields", "Fewer Fields"}
    return wait(lambda: [node for node in inspector().walk() if fits({one.name for one in node.walk()})][-1], "the form")


def open_section(name, one):
    """Unfolds a section of the long tail; one: what is in it."""
    for more in app.find_all("More Fields", "push button", step_form()):
        act(more, "click")
    head = wait(lambda: next(app.walk(name, "push button", step_form())), name)
    if not app.find_all(one, None, step_form()):
        act(head, "click")
    wait(lambda: app.find_all(one, None, step_form()), f"{one} in {name}")


def in_sight(find):
    """A control of the inspector, scrolled to where it can be clicked."""
    x, _, _, _ = app.extents(inspector())
    wait(find, "the control")
    for _ in range(20):
        _, y, _, height = app.settled_extents(find())
        if 150 < y < 700:
            return find()
        wheel(x + 170, 500, 3 if y > 700 else -3)
    raise AssertionError("out of sight")
