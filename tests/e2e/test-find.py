#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding one's way: the find bar, step numbers, the filter, the overview, the command palette and
the room's style, by mouse and by keyboard."""

import json

from accessible import FocusLog, act
from etp_e2e import App, Picture, copy_example, move, press, read_document, rgb, run, type_text, wait, wheel
from etp_e2e import click as click_at

MARKER = rgb("#fbedb4")  # the marker's yellow on white
INK = rgb("#1d1d20")
ASSUMED = "3.3 Order confirmation"
STEP = "3.2 Order through customer service"

app = None


def labels():
    """All that is written in the window's chrome."""
    return [node.name for node in app.walk(role="label")]


def wait_for_label(text):
    """A label that says just this."""
    wait(lambda: text in labels(), lambda: f"“{text}” among {labels()}")


def count():
    """“3 of 14” as two numbers."""
    text = wait(lambda: next(text for text in labels() if " of " in text and text[0].isdigit()), "the count")
    return tuple(int(number) for number in text.split(" of "))


def focus_role():
    """What sort of thing has the keyboard."""
    focused = app.focused()
    return focused.role if focused else None


def selected_name():
    """The name of what is selected on the map."""
    selected = app.selected()
    return selected[0].name if len(selected) == 1 else None


def open_by_key():
    """Ctrl+F, with the keyboard in the entry."""
    press("Control_L", "f")
    wait(lambda: focus_role() in ("text", "entry"), "the keyboard in the entry")


def close_by_key():
    """Escape closes the bar and gives the keyboard back to the map."""
    press("Escape")
    wait(lambda: not any(node.name == "Next Match" for node in app.walk()), "no find bar")


def marked():
    """How much of the third phase's cards has the marker's colour."""
    x, y, width, height = app.extents(next(node for node in app.map_items() if node.name == STEP))
    return Picture(x, y, width, height).count(MARKER, 24)


def find_by_key():
    """Text is found whatever its case; Enter and Shift+Enter, Ctrl+G and Ctrl+Shift+G step through
    what holds it, the map selects it and marks the words."""
    app.map_groups()
    plain = marked()
    open_by_key()
    type_text("order")
    wait(lambda: any(text.endswith("are not on the map") for text in labels()), "what is elsewhere")
    now, total = count()
    assert now == 1 and total == 14, (now, total)
    first = wait(selected_name, "the first match")
    press("Return")
    wait(lambda: count() == (2, total), "the second match")
    wait(lambda: selected_name() not in (None, first), "another thing selected")
    wait(lambda: marked() > plain + 200, "marked words")
    press("Control_L", "g")
    wait(lambda: count() == (3, total), "the third")
    press("Shift_L", "Return")
    wait(lambda: count() == (2, total), "back")
    press("Control_L", "Shift_L", "g")
    wait(lambda: count() == (1, total), "back to the first")
    # Round the end: the last ones are not on the map, and the bar says where they are.
    press("Shift_L", "Return")
    wait(lambda: count() == (total, total), "the last")
    wait(lambda: any(": " in text for text in labels()), "where the last is")
    wait(lambda: not app.selected(), "nothing selected")
    close_by_key()
    wait(lambda: marked() == plain, "no marks")
    press("Home")
    wait(lambda: len(app.selected()) == 1, "the keyboard on the map")


def step_number():
    """A step number jumps to its step."""
    open_by_key()
    type_text("3.2")
    wait(lambda: selected_name() == STEP, "the step")
    press("Control_L", "a")
    type_text("99.1")
    wait_for_label("Nothing found")
    close_by_key()


def find_by_mouse():
    """The same with the buttons of the header bar and of the find bar."""
    app.click(app.find("Find on the Map"))
    wait(lambda: focus_role() in ("text", "entry"), "the keyboard in the entry")
    type_text("treadmill")
    wait(lambda: count()[0] == 1, "the first match")
    total = count()[1]
    app.click(app.find("Next Match"))
    wait(lambda: count() == (1 % total + 1, total), "the next")
    app.click(app.find("Previous Match"))
    wait(lambda: count() == (1, total), "the one before")
    app.click(app.find("Close the Find Bar"))
    wait(lambda: not any(node.name == "Next Match" for node in app.walk()), "no find bar")


def ink_of(name):
    """How many pixels of a card are as dark as its title."""
    card = next(node for node in app.map_items() if node.name == name)
    return app.settled_picture(*app.settled_extents(card)).count(INK, 50)


def filter_by_key():
    """Ctrl+Shift+F offers what there is; what is no fact fades, a pill says so, and the palette's
    command clears it."""
    before = ink_of(ASSUMED), ink_of(STEP)
    assert before[0] > 20, before
    press("Control_L", "Shift_L", "f")
    wait(lambda: app.focused() and app.focused().name == "Facts only", "the first choice")
    press("space")
    wait(lambda: list(app.walk("Remove the filter “Facts only”")), "the pill")
    press("Escape")
    wait(lambda: not list(app.walk("Facts only", "check box")), "no choices")
    assert ink_of(ASSUMED) == 0, "the assumed step did not fade"
    assert ink_of(STEP) == before[1], "the observed step did"
    run_command("clear the f")
    wait(lambda: not list(app.walk("Remove the filter “Facts only”")), "no pill")
    assert (ink_of(ASSUMED), ink_of(STEP)) == before, "still faded"


def filter_each_by_key():
    """Persona, channel, tag and owner by keys alone, in one way through the choices; a command takes all of
    it away."""
    press("Control_L", "Shift_L", "f")
    wait(lambda: app.focused() and app.focused().name == "Facts only", "the first choice")
    for kind in ("Personas", "Channels", "Tags", "Owners"):
        below = iter(list(app.walk()))
        next(node for node in below if node.name == kind and node.role == "label")
        choice = next(node for node in below if node.role == "check box")
        for _ in range(30):
            last = app.focused()
            if last == choice:
                break
            press("Tab")
            wait(lambda last=last: app.focused() and app.focused() != last, f"the stop after {last}")
        press("space")
        wait(lambda choice=choice: pills(choice.name), f"the pill of {choice}")
    press("Escape")
    wait(lambda: not list(app.walk("Facts only", "check box")), "no choices")
    assert len(pills()) == 4, pills()
    run_command("clear the f")
    wait(lambda: not pills(), "no pill")


def pills(name=""):
    """What is filtered by, as its buttons say."""
    return [node for node in app.walk(lambda text: text.startswith("Remove the filter") and name in text)]


def choose_by_mouse(kind):
    """The first choice below a heading; the wheel brings it into sight."""
    below = iter(list(app.walk()))
    next(node for node in below if node.name == kind and node.role == "label")
    choice = next(node for node in below if node.role == "check box")
    top = app.extents(app.find("Find on the Map"))[1] + 60
    for _ in range(30):
        x, y, width, height = app.settled_extents(choice)
        if top + 40 < y < top + 330:
            break
        wheel(x + width // 2, top + 200, 1 if y > top else -1)
    app.click(choice)
    wait(lambda: pills(f": {choice.name}”"), f"the pill of {choice}")


def filter_by_mouse():
    """The same with nothing but the pointer, for each kind of choice; a click on the pill takes it away,
    the button all of them."""
    before = ink_of(ASSUMED), ink_of(STEP)
    app.click(app.find("Find on the Map"))
    app.click(app.find("Filter"))
    choice = app.find("Facts only", "check box")
    app.settled_extents(choice)
    app.click(choice)
    app.find("Remove the filter “Facts only”")
    for kind in ("Personas", "Channels", "Tags", "Owners"):
        choose_by_mouse(kind)
    x, y, width, height = app.extents(app.find("Find on the Map"))
    click_at(x - 300, y + height // 2)  # beside the choices
    wait(lambda: not list(app.walk("Facts only", "check box")), "no choices")
    for pill in pills()[:2]:
        app.click(app.find(pill.name))
        wait(lambda pill=pill: not pills(pill.name), "a pill less")
    assert pills(), "too many pills gone"
    app.click(app.find(lambda name: name.endswith("Clear"), "push button"))
    wait(lambda: not pills(), "no pill")
    app.click(app.find("Close the Find Bar"))
    assert (ink_of(ASSUMED), ink_of(STEP)) == before, "still faded"


def two_personas():
    """A map with somebody else in it, who has two of the third phase's steps, and with tags on steps."""
    path = copy_example()
    document = read_document(path)
    document["personas"].append({"id": "p-lea", "name": "Lea"})
    document["tags"].append("urgent")
    for card in document["cards"]:
        if card["id"] in ("s-kasse", "s-anruf"):
            card["personas"] = ["p-lea"]
        elif card["id"].startswith("s-"):
            card["personas"] = ["p-max"]
        if card["id"] in ("s-kasse", "s-bestaetigung"):
            card["tags"] = ["urgent"]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    return path


def inks_of(names):
    """The same of several cards."""
    cards = {node.name: node for node in app.map_items()}
    app.settled_picture(*app.settled_extents(cards[names[0]]))
    return [Picture(*app.extents(cards[name])).count(INK, 50) for name in names]


def walk_to(name):
    """Tab, as often as it takes, to a choice that comes later."""
    choices = [node.name for node in app.walk(role="check box")]
    for _ in range(choices.index(name) - choices.index(app.focused().name)):
        press("Tab")
    wait(lambda: app.focused() and app.focused().name == name, lambda: f"{name}, not {app.focused()}")


def filter_together():
    """Filters of different kinds narrow each other: what does not match all of them fades, and how many cards
    stay is written beside the pills and told with the choice."""
    steps = ("3.1 The checkout stalls", STEP, ASSUMED)
    before = inks_of(steps)
    assert min(before) > 20, before
    for names, stay, n in ((("Lea", "Website"), (0,), 4), (("Facts only", "urgent"), (0,), 1),
                           (("Samira Haddad",), (1,), 4)):
        press("Control_L", "Shift_L", "f")
        wait(lambda: app.focused() and app.focused().name == "Facts only", "the first choice")
        for name in names:
            walk_to(name)
            press("space")
            wait(lambda name=name: pills(name), f"the pill of {name}")
        wait_for_label(f"{n} of 38 cards")
        wait(lambda n=n: app.focused().description == f"{n} of 38 cards", lambda: app.focused().description)
        press("Escape")
        wait(lambda: not list(app.walk("Facts only", "check box")), "no choices")
        after = inks_of(steps)
        assert after == [ink if i in stay else 0 for i, ink in enumerate(before)], (names, before, after)
        run_command("clear the f")
        wait(lambda: not pills(), "no pill")
    assert inks_of(steps) == before, "still faded"


def told_on_the_map():
    """With the keyboard on the map the count is told with the card that has it: its description changes, which is
    said; the next card is described by itself, and so is that one again once nothing is filtered."""
    card = next(node for node in app.map_items() if node.name == STEP)
    act(card, "card.focus")
    wait(lambda: app.focused() and app.focused().name == STEP, "the keyboard on the card")
    own = app.focused().description
    log = FocusLog(app.process.pid, "PropertyChange", "accessible-description",
                   "object:property-change:accessible-description")
    run_command("facts only")
    app.show(app.frames()[0])
    wait(lambda: pills("Facts only"), "the pill")
    count = wait(lambda: next(text for text in labels() if text.endswith(" of 38 cards")), "the count")
    wait(lambda: app.focused() and app.focused().description == f"{count}, {own}",
         lambda: f"{count} with {app.focused()}")
    assert app.focused().path in log.read(), log.read()
    log.close()
    press("Down")
    wait(lambda: app.focused() and app.focused().name != STEP, "the next card")
    assert count not in app.focused().description, app.focused().description
    press("Up")
    wait(lambda: app.focused() and app.focused().name == STEP, "the card again")
    assert app.focused().description == own, app.focused().description
    run_command("clear the f")
    app.show(app.frames()[0])
    wait(lambda: not pills(), "no pill")
    wait(lambda: app.focused() and app.focused().description == own, "the card's own description")


def run_command(text):
    """Ctrl+Shift+P, a part of a command's name, Enter."""
    press("Control_L", "Shift_L", "p")
    wait(lambda: any(frame.name == "Commands" for frame in app.frames()), "the palette")
    type_text(text)
    press("Return")
    wait(lambda: not any(frame.name == "Commands" for frame in app.frames()), "no palette")


def overview():
    """F7 shows the whole map small; a click there moves the window."""
    press("F7")
    wait(lambda: list(app.walk("Overview of the map")), "the overview")
    head = next(node for node in app.map_items() if node.name == STEP)
    before = app.settled_extents(head)
    x, y, width, height = app.settled_extents(app.find("Overview of the map"))
    click_at(x + width // 2, y + height - 12)
    wait(lambda: app.extents(next(node for node in app.map_items() if node.name == STEP))[1] < before[1] - 100,
         "the map moved")
    press("F7")
    wait(lambda: not list(app.walk("Overview of the map")), "no overview")


def room_style():
    """F8: large text by another layout, the curve of the whole journey above; a press there goes to
    that phase. F8 again: as before."""
    before = app.zoom()
    press("F8")
    strip = app.find("Curve of the whole journey")
    wait(lambda: app.zoom() == 100, "the room's zoom")
    card = wait(lambda: next(node for node in app.map_items() if node.name == STEP), "the step")
    width = app.settled_extents(card)[2]
    assert width > 480, width
    x, y, w, h = app.settled_extents(strip)
    click_at(x + w - 30, y + h // 2)
    wait(lambda: app.extents(next(n for n in app.map_items() if n.name.startswith("5.1")))[0] < x + w, "phase 5")
    press("F8")
    wait(lambda: not list(app.walk("Curve of the whole journey")), "no strip")
    wait(lambda: app.zoom() == before, "the zoom of before")


if __name__ == "__main__":
    with App(two_personas()) as app:
        app.map_groups()
        move(5, 895)
        run([find_by_key, step_number, find_by_mouse, filter_by_key, filter_each_by_key, filter_by_mouse, filter_together,
             told_on_the_map, overview, room_style])
