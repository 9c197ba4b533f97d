#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Links between cards, drawn by pointer and by keyboard, what goes along with them, and the way from a
pain to a measure."""

from etp_e2e import (App, Picture, act, copy_example, drag, find_cards, has_state, is_modified, move, press,
                     run, saved, type_text, wait)

FIRST, SECOND = "1.1 Short film in the feed", "1.2 Search on the web"
TITLE = "Home page takes 4.8 seconds to load"
PAIN = "2.1 " + TITLE
CHANCE = "Fit in three questions instead of a data sheet"

app = None

def item(name):
    """Something on the map."""
    return next(node for node in app.map_items() if node.name == name)

def select(name):
    """Selects it and waits until that is told."""
    act(item(name), "card.focus")
    wait(lambda: has_state(item(name), "selected"), f"{name} selected")

def links():
    """What is in the file."""
    return saved(app)["links"]

def undo(count):
    """Takes the last step back; the file has so many links then."""
    press("Control_L", "z")
    wait(lambda: len(links()) == count, f"{count} links")

def draw_by_pointer():
    """The handle of the selected card, dragged to another one, draws a link."""
    before = links()
    select(FIRST)
    x, y, width, height = app.settled_extents(item(FIRST))
    to = app.middle(item("2.1 The brand’s home page"))
    drag(x + width - min(34, width // 4), y + height, *to)
    wait(lambda: len(links()) == len(before) + 1, "a link more")
    link = links()[-1]
    assert link.get("kind", "flow") == "handoff", link
    name = FIRST + " → 2.1 The brand’s home page"
    wait(lambda: has_state(item(name), "selected"), "the link selected")
    undo(len(before))

def draw_by_keyboard():
    """L, the arrows and Enter do the same; Escape gives up."""
    before = links()
    select(FIRST)
    press("l")
    press("Escape")
    select(SECOND)
    press("Return")
    press("Escape")
    assert links() == before
    select("2.1 The brand’s home page")
    press("l")
    press("Left")
    wait(lambda: app.selected() and app.selected()[0].name.startswith("1."), "a target before")
    press("Return")
    wait(lambda: any(link.get("kind") == "loop" for link in links()[len(before):]), "a loop")
    press("Control_L", "z")
    wait(lambda: not any(link.get("kind") == "loop" for link in links()[len(before):]), "no loop")

def how_might_we():
    """Enter on a pain offers the question; taken, it is a chance that answers the pain."""
    before = saved(app)
    select(PAIN)
    press("Return")
    wait(lambda: app.find("How might we …?", role="menu item"), "the offer")
    press("Return")
    wait(lambda: len(saved(app)["cards"]) == len(before["cards"]) + 1, "a chance")
    press("Escape")
    after = saved(app)
    chance = next(c for c in after["cards"] if c["id"] not in {b["id"] for b in before["cards"]})
    assert chance["title"] == "How might we …?", chance
    pain = find_cards(after, TITLE)[0]
    lane = next(lane for lane in after["lanes"] if lane["id"] == chance["lane"])
    assert chance["phase"] == pain["phase"] and lane["kind"] == "opportunities", (chance, lane)
    link = after["links"][-1]
    assert (link["from"], link["to"], link["kind"]) == (chance["id"], pain["id"], "answers"), link
    app.find("Undo Add Opportunity", role="push button")
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the chance taken back")
    assert saved(app) == before

def plan_a_measure():
    """Ctrl+M on a pain, or on an opportunity, makes a measure that answers it, one step; owner, day and status are
    written in the inspector."""
    for name in (PAIN, next(node.name for node in app.map_items() if node.name.endswith(CHANCE))):
        before = saved(app)
        question = find_cards(before, TITLE if name == PAIN else CHANCE)[0]
        select(name)
        press("Control_L", "m")
        wait(lambda: len(saved(app)["measures"]) == len(before["measures"]) + 1, "a measure")
        press("Escape")
        after = saved(app)
        measure = after["measures"][-1]
        assert measure["title"] == question["title"] and measure["phase"] == question["phase"], measure
        link = after["links"][-1]
        assert (link["from"], link["to"], link["kind"]) == (measure["id"], question["id"], "answers"), link
        assert len(after["links"]) == len(before["links"]) + 1
        app.find("Undo Plan Measure", role="push button")
        if name == PAIN:
            answer_who_and_when(measure["id"])
        press("Control_L", "z")
        wait(lambda: is_modified(app), "the measure taken back")
        assert saved(app) == before
        press("Control_L", "Shift_L", "z")
        wait(lambda: is_modified(app), "the measure again")
        assert saved(app) == after
        press("Control_L", "z")
        wait(lambda: is_modified(app), "no measure")
        assert saved(app) == before

def answer_who_and_when(measure_id):
    """Owner and day are typed, the status is chosen; each is a step of its own."""
    def planned():
        return next(one for one in saved(app)["measures"] if one["id"] == measure_id)

    def on_the_map():
        return next(node for node in app.map_items()
                    if node.name.endswith(TITLE) and "lane Measures" in node.description)
    press("F9")
    act(wait(on_the_map, "the measure"), "card.focus")
    wait(lambda: has_state(on_the_map(), "selected"), "the measure selected")
    app.click(panel_field("Owner"))
    write("Owner", "Jo Lang")
    app.click(panel_field("Due"))
    write("Due", "31.3.2027")
    wait(lambda: planned().get("due") == "2027-03-31", lambda: f"the day in {planned()}")
    app.click(panel_button("Status"))
    take("Status", "Done", "Down")
    wait(lambda: planned().get("status") == "done", lambda: f"the status in {planned()}")
    assert planned()["owner"] == "Jo Lang", planned()
    press("Escape")
    while set(planned()) & {"owner", "due"}:
        press("Control_L", "z")
    press("F9")

def together():
    """What a selected pain hangs together with lights up on the map, and nothing else does."""
    def name_of(end):
        return next(node.name for node in app.map_items() if node.name.endswith(end))
    pain, chance, other = (name_of(end) for end in (
        "Product texts explain technology, not benefit", CHANCE, "A recommendation meant for his feet"))
    for name in (chance, other, pain):  # all are in view then
        select(name)
    move(5, 895)
    places = [app.settled_extents(item(name)) for name in (chance, other)]
    assert all(y + height < app.x_window().get_geometry().height - 50 for _, y, _, height in places), places
    places = [(x - 6, y - 6, width + 12, height + 12) for x, y, width, height in places]
    lit = [app.settled_picture(*place) for place in places]
    press("Escape")
    wait(lambda: not app.selected(), "nothing selected")
    wait(lambda: Picture(*places[0]) != lit[0], "the chance without light")
    assert app.settled_picture(*places[1]) == lit[1], "what has nothing to do with it was lit"

def while_typing():
    """A command in the middle of typing is a step of its own: undone, what was typed stays. A new card
    without a word goes before something is made for it."""
    before = saved(app)
    select(FIRST)
    press("Control_L", "Return")
    wait(lambda: app.focused() and app.focused().role == "text", "typing")
    press("x")
    press("Control_L", "Alt_L", "p")
    wait(lambda: len(saved(app)["phases"]) == len(before["phases"]) + 1, "a phase more")
    press("Escape")
    wait(lambda: app.focused() and app.focused().role != "text", "the map with the keyboard")
    press("Control_L", "z")
    wait(lambda: len(saved(app)["phases"]) == len(before["phases"]), "the phase gone")
    assert len(saved(app)["cards"]) == len(before["cards"]) + 1, "what was typed has gone with it"
    press("Control_L", "z")
    wait(lambda: saved(app) == before, "all as it was")
    select(FIRST)
    press("Control_L", "Return")
    wait(lambda: app.focused() and app.focused().role == "text", "typing")
    press("Control_L", "Shift_L", "m")
    press("Escape")
    wait(lambda: app.focused() and app.focused().role != "text", "the map with the keyboard")
    wait(lambda: item(FIRST), "the map")
    while saved(app) != before:
        press("Control_L", "z")

def shown(name, role):
    """What of that name the inspector shows: the forms of things that were shown before are there, too."""
    def find():
        panel = next(node for node in app.walk("Inspector") if node.role == "panel")
        return list(app.walk(name, role, panel))[-1]
    return wait(find, name)

def panel_field(name):
    """A text of the inspector."""
    return shown(name, "text")

def write(name, text):
    """Into the text that has the keyboard."""
    wait(lambda: app.focused() and app.focused().name == name, f"the keyboard in {name}")
    press("Control_L", "a")
    type_text(text)
    press("Return")

def what_goes_along():
    """What a hand-over carries and what it loses is written in the inspector, by mouse and by keys; it
    stands in the file and is told on the map."""
    before = links()
    name = f"{FIRST} → {SECOND}"
    index = next(number for number, link in enumerate(before) if link.get("continuity") == "friction")
    press("F9")
    select(name)
    app.click(panel_field("Carries"))
    write("Carries", "the search words")
    wait(lambda: links()[index].get("carries") == "the search words", "what is carried")
    press("Escape")
    wait(lambda: app.focused() and app.focused().name == name, "the link with the keyboard")
    for _ in range(8):
        if app.focused().role == "text":
            break
        last = app.focused()
        press("F6")
        wait(lambda last=last: app.focused() and app.focused() != last, "the next part of the window")
    while app.focused().name != "Loses":
        last = app.focused()
        press("Tab")
        wait(lambda last=last: app.focused() and app.focused() != last, "the next field")
    write("Loses", "the mood")
    wait(lambda: links()[index].get("loses") == "the mood", "what is lost")
    wait(lambda: "the mood" in item(name).description, lambda: item(name).description)
    press("Escape")
    press("Control_L", "z")
    press("Control_L", "z")
    wait(lambda: links() == before, "both taken back")
    press("F9")

def panel_button(name):
    """The button of a choice in the inspector."""
    return shown(name, "push button")

def take(name, choice, key):
    """Walks through the open list of a field to that word and takes it."""
    for _ in range(8):
        wait(lambda: app.focused() and "button" not in app.focused().role, "the words")
        if app.focused().name == choice:
            break
        last = app.focused()
        press(key)
        wait(lambda last=last: app.focused() and app.focused() != last, f"the word after {last}")
    press("Return")
    wait(lambda: app.focused() and app.focused().name == name, f"the keyboard in {name}")

def kind_and_continuity():
    """What kind of link it is and how well it hands over is chosen in the inspector, by mouse and by keys,
    and a note is written; each is a step that can be undone."""
    before = links()
    name = f"{FIRST} → {SECOND}"
    index = next(number for number, link in enumerate(before) if link.get("continuity") == "friction")
    press("F9")
    select(name)
    app.click(panel_button("Continuity"))
    take("Continuity", "Broken hand-over", "Down")
    wait(lambda: links()[index].get("continuity") == "broken", "it broken")
    press("Shift_L", "Tab")
    wait(lambda: app.focused() and app.focused().name == "Kind", lambda: f"the field before, not {app.focused()}")
    press("space")
    take("Kind", "Flow", "Up")
    wait(lambda: links()[index].get("kind", "flow") == "flow", "a mere flow")
    while app.focused().name != "Note":
        last = app.focused()
        unfolds = {"More Fields": "Responsibility", "Responsibility": "Note"}.get(last.name)
        if unfolds:
            press("space")
            wait(lambda unfolds=unfolds: app.find_all(unfolds), f"{unfolds} unfolded")
        press("Tab")
        wait(lambda last=last: app.focused() and app.focused() != last, "the next field")
    type_text("told by the shop")
    press("Escape")
    wait(lambda: links()[index].get("note") == "told by the shop", "the note")
    for _ in range(3):
        press("Control_L", "z")
    wait(lambda: links() == before, "all three taken back")
    press("F9")

if __name__ == "__main__":
    with App(copy_example("webshop.en")) as app:
        app.map_groups()
        run([draw_by_pointer, draw_by_keyboard, what_goes_along, kind_and_continuity, while_typing,
             together, how_might_we, plan_a_measure])
