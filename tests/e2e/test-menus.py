#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything on the map has a menu with what fits there. What it offers is done with the pointer alone
and again with the keys alone, read in the saved file, undone, done again and undone."""

import screen
from accessible import act
from etp_e2e import SHORT_REST, App, copy_example, current, example, find_cards, is_modified, press, read_document, resize_window, run, \
    saved, type_text, wait, wait_for_rest

CARD, TITLE = "3.2 Order through customer service", "Order through customer service"
PAIN = "2.1 Home page takes 4.8 seconds to load"
PHASE, LANE = "Phase 2 Consideration", "Gains"
POINT = "Examining the product page"
MEASURE = "Message after the first run"

ENTRIES = ("menu item", "check menu item", "radio menu item")

app = None


def item(name):
    """Something on the map; of what has the same name the first, which is a point rather than a stop."""
    return wait(lambda: next(node for node in app.map_items() if node.name == name), name)


def select(name):
    """Brings it into view and selects it."""
    act(item(name), "card.focus")
    wait(lambda: any(node.name == name and node.had_state("selected") and node.had_state("focused")
                     for node in app.walk()), f"{name} selected and with the keyboard")


def open_menu(name, by_mouse):
    """Its menu, with the second button or with the Menu key."""
    select(name)
    if by_mouse:
        x, y, width, height = app.settled_extents(item(name))
        screen.click(x + width // 2, y + min(height // 2, 30), 3)
    else:
        screen.move(2, 897)  # the entry below the pointer would take the keyboard
        press("Menu")
    return wait(lambda: list(app.walk(role="menu item")), f"the menu of {name}")


def place_in_menu(label):
    """The middle of an entry on the screen, brought into sight by the wheel."""
    def find():
        nodes = list(app.walk())
        return (next(node for node in nodes if node.name == label and node.role == "menu item"),
                next(node for node in nodes if node.role == "menu"))
    nodes = wait(find, label)

    def place():
        window = screen.windows_of(app.process.pid)[-1].get_geometry()
        entry, menu = (node.get_extents() for node in nodes)
        x, y = window.x + entry[0] - menu[0] + entry[2] // 2, window.y + entry[1] - menu[1] + entry[3] // 2
        end = min(window.y + window.height - 36, screen.ROOT.get_geometry().height - 10)
        return x, y, window.y + 36, end
    for _ in range(20):
        x, y, top, end = wait_for_rest(place, label, SHORT_REST)
        if top < y < end:
            return x, y
        screen.wheel(x, (top + end) // 2, 1 if y > top else -1)
    raise AssertionError(f"{label} does not come into sight")


def take(label, by_mouse, is_first=True):
    """An entry of the open menu, which is the first or one that opened out of it."""
    if by_mouse:
        screen.click(*place_in_menu(label))
    else:
        entry = wait(lambda: other_entry(None), "the keyboard in the menu")
        if is_first:
            names = [node.name for node in app.walk() if node.role in ENTRIES and node.had_state("sensitive")]
            for _ in range(names.index(label) - names.index(entry.name)):
                press("Down")
            entry = wait(lambda: app.focused() if app.focused().name == label else None, f"the keyboard on {label}")
        for _ in range(60):
            if entry.name == label:
                break
            press("Down")
            entry = wait(lambda entry=entry: other_entry(entry), f"the entry after {entry}")
        press("Return")


def other_entry(before):
    """The entry of the menu with the keyboard, if it is another one."""
    entry = app.focused()
    return entry if entry and entry != before and entry.role in ENTRIES else None


def no_menu():
    """All menus are closed."""
    def is_calm():
        nodes = list(app.walk())
        return not any(node.role == "menu item" for node in nodes) and any(node.had_state("focused") for node in nodes)
    wait(lambda: len(screen.windows_of(app.process.pid)) == 1 and is_calm(), "no menu, and the keyboard in the window")


def now():
    """The map as it is now, saved if need be."""
    return saved(app) if is_modified(app) else read_document(app.files[0])


def walk(*keys):
    """One step back or forth; the map then."""
    press(*keys)
    wait(lambda: is_modified(app), f"something else after {keys}")
    return saved(app)


def step(name, path, changed, finish=None):
    """Through the menus of something to an entry, with the pointer and again with the keys; the file has
    changed in that way then. Undone it is what it was, done again what it became, undone again."""
    before = now()
    for by_mouse in (True, False):
        open_menu(name, by_mouse)
        for number, label in enumerate(path):
            take(label, by_mouse, number == 0)
        no_menu()
        if finish:
            finish()
        wait(lambda: is_modified(app), f"{path} of {name}")
        after = saved(app)
        assert changed(before, after), f"{path} of {name}"
        n_steps = 1
        while walk("Control_L", "z") != before:
            n_steps += 1
            assert n_steps < 3, f"{path} of {name} is not undone"
        if not by_mouse:
            continue
        again = [walk("Control_L", "Shift_L", "z") for _ in range(n_steps)]
        assert again[-1] == after, f"{path} of {name} is not done again"
        for _ in range(n_steps):
            again.append(walk("Control_L", "z"))
        assert again[-1] == before, f"{path} of {name} is not undone again"


def more(what, number=1):
    """So many more of them."""
    return lambda before, after: len(after[what]) == len(before[what]) + number


def named(what, name):
    """One of them by its name."""
    return lambda document: next(one for one in document[what] if one.get("name", one.get("title")) == name)


def has(what, name, member, value=True):
    """It says so."""
    return lambda before, after: named(what, name)(after).get(member) == value


def place_of(what, name, way):
    """Its place among them is another one."""
    def moved(before, after):
        places = [[one.get("name", one.get("title")) for one in document[what]].index(name)
                  for document in (before, after)]
        return places[1] - places[0] == way
    return moved


def name_it(text):
    """What is new is named at once."""
    wait(lambda: app.focused() and app.focused().role == "text", "the name open for typing")
    press("Control_L", "a")
    type_text(text)
    press("Return")
    wait(lambda: app.focused() and app.focused().role != "text", "the map with the keyboard")


def cards():
    """What a card's menu does."""
    step(CARD, ["Duplicate"], more("cards"))
    step(CARD, ["Delete"], more("cards", -1))
    step(CARD, ["Vote For It"], lambda before, after: votes(after) == votes(before) + 1)
    step(CARD, ["Move to Parking Lot"], lambda before, after: "phase" not in find_cards(after, TITLE)[0])
    step(CARD, ["Plan a Measure"], more("measures"), finish=lambda: press("Escape"))
    step(CARD, ["Add Card"], lambda before, after: find_cards(after, "one more"), finish=lambda: name_it("one more"))


def votes(document):
    """All votes for the card."""
    return sum(vote["count"] for vote in find_cards(document, TITLE)[0].get("votes", []))


def pains():
    """From a pain to the question."""
    step(PAIN, ["How might we …?"], lambda before, after: after["links"][-1]["kind"] == "answers"
         and len(after["cards"]) == len(before["cards"]) + 1, finish=lambda: press("Escape"))


def groups():
    """Notes are grouped, folded and freed again, and a card goes over the next phase."""
    def card(document):
        return find_cards(document, PAIN.split(" ", 1)[1])[0]
    step(PAIN, ["Extend Over the Next Phase"], lambda before, after: card(after)["until"] != card(after)["phase"])
    open_menu(CARD, True)
    assert app.find_all("Edit Emotion…", role="menu item")
    assert not app.find_all("Dissolve Group", role="menu item"), "no group"
    press("Escape")
    no_menu()
    before = now()
    select(PAIN)
    press("g")  # a group of one
    wait(lambda: app.focused() and app.focused().role == "text", "its name open for typing")
    type_text("Slow")
    press("Return")
    wait(lambda: next((node for node in app.map_items() if node.name.endswith("Slow")), None), "the group")
    slow = next(node.name for node in app.map_items() if node.name.endswith("Slow"))
    open_menu(slow, True)
    take("Fold or Unfold Group", True)
    no_menu()
    wait(lambda: not any(node.name == PAIN for node in app.map_items()), "the note folded away")
    open_menu(slow, False)
    take("Dissolve Group", False)
    no_menu()
    wait(lambda: any(node.name == PAIN for node in app.map_items()), "the note again")
    while now() != before:
        walk("Control_L", "z")


def points():
    """What a point's menu does."""
    def card(document):
        return find_cards(document, POINT)[0]
    step(POINT, ["Remove Point"], lambda before, after: "value" not in card(after)["emotions"][0])
    step(POINT, ["Move Step Left"], place_of("cards", POINT, -1))
    open_menu(POINT, True)
    take("Edit Emotion…", True)
    app.find("Feeling", role="text")
    press("Escape")
    wait(lambda: app.focused() and app.focused().role != "text", "the map with the keyboard")


def phases():
    """What a phase's menu does."""
    name = PHASE.split(" ", 2)[2]
    step(PHASE, ["Insert Phase Before"], lambda before, after: after["phases"][1]["name"] == "earlier",
         finish=lambda: name_it("earlier"))
    step(PHASE, ["Insert Phase After"], lambda before, after: after["phases"][2]["name"] == "later",
         finish=lambda: name_it("later"))
    step(PHASE, ["Edit Text"], lambda before, after: after["phases"][1]["name"] == "other",
         finish=lambda: name_it("other"))
    step(PHASE, ["Duplicate"], more("phases"))
    step(PHASE, ["Collapsed"], has("phases", name, "collapsed"))
    step(PHASE, ["Hide"], has("phases", name, "hidden"))
    step(PHASE, ["Wider"], lambda before, after: named("phases", name)(after)["width"] > 0)
    step(PHASE, ["Move Right"], place_of("phases", name, 1))
    step(PHASE, ["Delete"], more("phases", -1))


def lanes():
    """What a lane's menu does."""
    step(LANE, ["Duplicate"], more("lanes"))
    step(LANE, ["Collapsed"], has("lanes", LANE, "collapsed"))
    step(LANE, ["Hide"], has("lanes", LANE, "hidden"))
    step(LANE, ["Taller"], lambda before, after: named("lanes", LANE)(after)["height"] > 0)
    step(LANE, ["Move Up"], place_of("lanes", LANE, -1))
    step(LANE, ["Delete"], more("lanes", -1))
    step(LANE, ["Edit Text"], lambda before, after: any(lane.get("name") == "wins" for lane in after["lanes"]),
         finish=lambda: name_it("wins"))
    before = now()
    for by_mouse in (True, False):
        open_menu(LANE, by_mouse)
        take("Insert Lane Above…", by_mouse)
        app.show(app.frame_called("Add Lane"))
        thoughts = app.find("Thoughts", inside=app.frame_called("Add Lane"))
        if by_mouse:
            app.click(thoughts)
        else:
            type_text("thoughts")
            press("Return")
        wait(lambda: len(app.frames()) == 1, "no gallery")
        app.show(app.frames()[0])
        name_it("above")
        names = [(lane.get("kind"), lane.get("name")) for lane in saved(app)["lanes"]]
        assert names.index(("thoughts", "above")) == names.index(("gains", LANE)) - 1, names
        while walk("Control_L", "z") != before:
            pass


def others():
    """What the menus of an empty cell, of a measure and of the title do."""
    step("Empty cell", ["Add Card"], lambda before, after: find_cards(after, "no more empty"),
         finish=lambda: name_it("no more empty"))
    step(MEASURE, ["Vote For It"], lambda before, after: named("measures", MEASURE)(after)["votes"][0]["count"] == 1)
    step(MEASURE, ["Delete"], more("measures", -1))
    step(now()["title"], ["Edit Text"], lambda before, after: after["title"] == "Max runs", finish=lambda: name_it("Max runs"))


def links():
    """What a link's menu does."""
    link = next(node.name for node in app.map_items() if " → 3.2 " in node.name)
    index = next(number for number, one in enumerate(now()["links"])
                 if one["to"] == find_cards(now(), TITLE)[0]["id"])
    step(link, ["Kind of Link", "Loop"], lambda before, after: after["links"][index]["kind"] == "loop")
    step(link, ["How It Works", "Friction"], lambda before, after: after["links"][index]["continuity"] == "friction")
    step(link, ["Turn Around"], lambda before, after: after["links"][index]["from"] == before["links"][index]["to"])
    step(link, ["Delete"], more("links", -1))


def selections():
    """What is selected from a menu, and what stands there about the map itself."""
    def titles_of(member):
        place = find_cards(now(), TITLE)[0][member]
        return {card["title"] for card in now()["cards"] if card.get(member) == place}

    def titles_selected():
        return {node.name.split(" ", 1)[1] if node.name[0].isdigit() else node.name for node in app.selected()}
    for label, member in (("Select All of the Phase", "phase"), ("Select All of the Lane", "lane")):
        wanted, others_ = titles_of(member), {card["title"] for card in now()["cards"]} - titles_of(member)
        for by_mouse in (True, False):
            open_menu(CARD, by_mouse)
            take(label, by_mouse)
            no_menu()
            wait(lambda wanted=wanted: wanted <= titles_selected(), lambda: f"{label}: {titles_selected()}")
            assert not others_ & titles_selected(), f"{label}: {others_ & titles_selected()}"
    select("Phase 1 Awareness")
    press("Prior")  # to the beginning of the map
    press("Prior")
    press("Escape")
    wait(lambda: not app.selected(), "nothing selected")
    x, y, width, height = app.settled_extents(item("Phase 1 Awareness"))
    screen.click(x + width // 2, y - 8, 3)
    app.find("Add Lane…", role="menu item")
    current.take_picture()
    take("Fit the Whole Map", True)
    no_menu()


def submenus():
    """A submenu of the main menu leaves the keyboard with somebody, whether something was chosen there or not. By
    mouse an entry of it is a click, too."""
    def go(name):
        for _ in range(30):
            node = wait(app.focused, "the keyboard in the menu")
            if node.name == name:
                return
            press("Down")
        raise AssertionError(f"no {name} in the menu")
    for entry, key in (("Fit the Width", "Return"), ("Fit the Whole Map", "Escape")):
        press("F10")
        wait(lambda: (app.focused() or app.frames()[0]).role in ENTRIES, "the main menu with the keyboard")
        go("View")
        press("Return")
        wait(lambda: list(app.walk(entry, role="menu item")), entry)
        go(entry)
        press(key)
        wait(lambda: not any(node.had_state("showing") for node in app.walk(entry, role="menu item")), "the menu closed")
        wait(lambda: app.focused() and app.focused().role not in ENTRIES, "the keyboard in the window")
    press("Control_L", "0")
    wait(lambda: app.zoom() == 100, "100 %")
    app.click(wait(lambda: next(node for node in app.walk("Main Menu") if "button" in node.role), "the main menu"))
    for entry in ("View", "Fit the Whole Map"):
        screen.click(*place_in_menu(entry))
    wait(lambda: app.zoom() < 100, "the whole map")
    no_menu()


def back_to_the_start():
    """All steps were taken back: the file has the bytes that it had."""
    now()
    with open(app.files[0], "rb") as file, open(example("webshop.en"), "rb") as original:
        assert file.read() == original.read()


if __name__ == "__main__":
    with App(copy_example("webshop.en")) as app:
        app.map_groups()
        resize_window(app.x_window(), 1400, 900)
        run([cards, pains, groups, points, phases, lanes, others, links, selections, submenus, back_to_the_start])
