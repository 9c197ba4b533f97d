#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: what is selected is shown and changed there, by mouse and by keyboard; the saved file
tells what became of it, and undo takes it back."""

from etp_e2e import act, click, press, run, type_text, wait, wheel
from panel import (STEP, card, choose, editor, field, in_sight, inspector, is_focused, item, open_section, read,
                   saved, select, select_nothing, take, write)

app = None


def title_by_mouse():
    """A title with umlauts is written in place, and undone as one step."""
    app.click(item(STEP))
    wait(lambda: app.selected(), "the step selected")
    write("Title", "Größe prüfen")
    saved(lambda journey: card(journey, "Größe prüfen"), "the new title")
    item("3.2 Größe prüfen")
    press("Escape")
    press("Control_L", "z")
    item(STEP)
    saved(lambda journey: card(journey, STEP[4:]), "the old title")


def composed():
    """Enter ends a letter's code point, and only then the title."""
    write("Title", "")
    press("Control_L", "Shift_L", "u")
    type_text("263a")
    press("Return")
    type_text("x")
    press("Return")
    saved(lambda journey: card(journey, "☺x"), "the composed title")
    press("Escape")
    press("Control_L", "z")
    saved(lambda journey: card(journey, STEP[4:]), "the old title")


def text_by_keyboard():
    """F6 comes to the inspector, Tab to the next field, Escape back to the map."""
    act(item(STEP), "card.focus")
    for _ in range(8):
        if app.focused() and app.focused().name == "Title":
            break
        before = app.focused()
        press("F6")
        wait(lambda: app.focused() and app.focused() != before, "the next part of the window")
    assert app.focused().name == "Title", app.focused()
    press("Tab")
    wait(lambda: app.focused() and app.focused().name == "Text", "the text")
    press("Control_L", "a")
    type_text("Kurz und gut")
    press("Escape")
    wait(lambda: app.focused() and app.focused().name == STEP, "the map again")
    saved(lambda journey: card(journey, STEP[4:])["text"] == "Kurz und gut", "the new text")


def typing_is_undone_first():
    """While a word is typed Ctrl+Z takes back typing; the map never saw it."""
    select(STEP)
    app.click(field("Title"))
    press("End")
    type_text("x")
    press("Control_L", "z")
    press("Escape")
    saved(lambda journey: card(journey, STEP[4:]), "the title as it was")


def date():
    """A day is typed as people write it; what is none is refused and leaves the old one. Another one of its month is
    clicked in the calendar."""
    select_nothing()
    write("Next review", "5.3.2027")
    press("Return")
    saved(lambda journey: journey["reviewDue"] == "2027-03-05", "the day")
    write("Next review", "soon")
    press("Return")
    app.find(lambda name: name.startswith("This is no date"), "label")
    saved(lambda journey: journey["reviewDue"] == "2027-03-05", "the day as it was")
    press("Escape")
    app.click(next(node for node in app.walk("Choose a Day", inside=inspector()) if "button" in node.role))
    # There may be a tip as well.
    window = wait(lambda: next(place for place in (popup.get_geometry() for popup in app.popups()) if place.height > 150),
                  "the calendar")
    app.settled_picture()
    calendar = wait(lambda: next(app.walk("GtkCalendar"), None), "the days")
    day = next(app.walk("18", None, calendar))
    below = next(app.walk(lambda name: name.endswith("No Date"), "push button"))
    (left, top, width, _), (x, y, w, h) = calendar.get_extents(), day.get_extents()
    height = below.get_extents()[1] + below.get_extents()[3] - top
    click(window.x + window.width // 2 + x + w // 2 - left - width // 2,
          window.y + (window.height - height) // 2 + y + h // 2 - top)
    saved(lambda journey: journey["reviewDue"] == "2027-03-18", "the day that was clicked")
    press("Escape")


def codes():
    """Language and currency are stored as codes, however they are typed; what is none is refused."""
    select_nothing()
    app.click(in_sight(lambda: field("Language")))
    for name, key, typed, code in (("Language", "language", "Deutsch", "de"), ("Language", "language", "en_gb", "en-GB"),
                                   ("Currency", "currency", "chf", "CHF"), ("Currency", "currency", "Euro", "EUR")):
        write(name, typed)
        press("Return")
        saved(lambda journey, key=key, code=code: journey[key] == code, code)
    write("Currency", "Taler")
    press("Return")
    app.find(lambda name: name.startswith("Write a currency as"), "label")
    write("Language", "de")
    press("Return")
    saved(lambda journey: journey["language"] == "de" and journey["currency"] == "EUR", "the codes")
    press("Escape")


def choice():
    """One of the words, by mouse and by keyboard."""
    select_nothing()
    choose("Status", "Approved")
    saved(lambda journey: journey["status"] == "approved", "the status")
    wait(lambda: app.focused() and app.focused().name == "Status", "the keyboard back at the button")
    press("space")
    wait(lambda: app.focused() and app.focused().name == "Approved", "the chosen row with the keyboard")
    take("Retired")
    saved(lambda journey: journey["status"] == "retired", "the next status")


def score():
    """A digit sets the dots, Delete clears them."""
    select("3.1 Kasse leert den Warenkorb")
    node = field("Severity", "spin button")
    app.click(node)
    wait(lambda: app.focused() and app.focused().name == "Severity", "the dots with the keyboard")
    press("4")
    saved(lambda journey: card(journey, "Kasse leert den Warenkorb")["severity"] == 4, "the severity")
    press("Delete")
    saved(lambda journey: "severity" not in card(journey, "Kasse leert den Warenkorb"), "no severity")


def new_persona():
    """A persona that is not there yet is created while it is picked; one step takes both back."""
    select("3.1 Kasse leert den Warenkorb")
    app.click(field("Personas", "push button"))
    wait(lambda: app.focused() and "button" not in app.focused().role and app.focused().name != "Personas",
         "the search")
    type_text("Eva")
    press("Return")
    saved(lambda journey: next(persona for persona in journey["personas"] if persona["name"] == "Eva")["id"]
          in card(journey, "Kasse leert den Warenkorb")["personas"], "Eva")
    press("Escape")
    press("Control_L", "z")
    saved(lambda journey: all(persona["name"] != "Eva" for persona in journey["personas"]), "Eva gone")


def emotion():
    """An emotion by the keys of its scale, a feeling by typing."""
    select(STEP)
    before = card(read(), STEP[4:])["emotions"][0]["value"]
    app.click(field("Feeling"))
    press("Shift_L", "Tab")
    wait(lambda: app.focused() and app.focused().role != "text", "the keyboard before the feeling")
    while app.focused().role != "slider":
        last = app.focused()
        press("Shift_L", "Tab")
        wait(lambda: app.focused() and app.focused() != last, "the stop before")
    press("Left")
    saved(lambda journey: abs(card(journey, STEP[4:])["emotions"][0]["value"] - before + 0.1) < 0.01, "the emotion")
    write("Feeling", "ruhig")
    saved(lambda journey: card(journey, STEP[4:])["emotions"][0]["feeling"] == "ruhig", "the feeling")


def rated_emotion():
    """Where the ratings of a room decide the value cannot be slid; it is told why."""
    select("3.1 Die Kasse hängt")
    before = read()["cards"]
    app.click(field("Emotion · Max", "slider"))
    wait(lambda: app.focused() and app.focused().role == "slider", "the scale with the keyboard")
    app.find(lambda name: name.startswith("This point is the mean of"), "label")
    press("Left")
    press("Delete")
    press("Escape")
    select(STEP)
    wait(lambda: not app.find_all(lambda name: name.startswith("This point is the mean of"), "label"), "no word of it")
    press("Control_L", "s")
    assert read()["cards"] == before


def money():
    """An amount is typed as people write it and read as the map's currency; what is none is refused."""
    select(STEP)
    before = card(read(), STEP[4:]).get("cost")
    open_section("Time and Figures", "Cost")
    app.click(in_sight(lambda: field("Cost")))
    wait(lambda: is_focused("Cost"), "the keyboard in the amount")
    press("Control_L", "a")
    type_text("12.50")
    press("Return")
    saved(lambda journey: card(journey, STEP[4:]).get("cost") == 12.5, "the amount")
    press("Control_L", "a")
    type_text("much")
    press("Return")
    app.find("This is no number.", "label")
    press("Tab")
    press("Escape")
    saved(lambda journey: card(journey, STEP[4:]).get("cost") == 12.5, "the amount as it was")
    press("Control_L", "z")
    saved(lambda journey: card(journey, STEP[4:]).get("cost") == before, "the amount before")
    # What can only be counted is not rounded behind the back.
    count = card(read(), STEP[4:]).get("count")
    app.click(in_sight(lambda: field("Interactions")))
    wait(lambda: is_focused("Interactions"), "the keyboard in the number")
    press("Control_L", "a")
    type_text("2.5")
    press("Return")
    app.find("Only whole numbers fit here.", "label")
    press("Escape")
    saved(lambda journey: card(journey, STEP[4:]).get("count") == count, "the number as it was")


def color_and_icon():
    """A colour from the list and an icon from the table, by mouse and by keys, each one step."""
    def now(key):
        return lambda value: lambda journey: card(journey, STEP[4:]).get(key) == value
    color, icon, icons = now("color"), now("icon"), []
    select(STEP)
    open_section("Appearance", "Icon")
    app.click(in_sight(lambda: field("Colour", "push button")))
    take("Teal")
    saved(color("teal"), "the colour")
    wait(lambda: is_focused("Colour"), "the keyboard back")
    press("space")
    wait(lambda: app.focused() and "button" not in app.focused().role, "the search")
    type_text("red")
    press("Return")
    saved(color("red"), "the next colour")
    # The colour of a design manual is typed; what is none is not taken.
    for typed, written in (("#F80", "#ff8800"), ("0a0b0c", "#0a0b0c"), ("#12345g", "#0a0b0c")):
        wait(lambda: is_focused("Colour"), "the keyboard back")
        press("space")
        wait(lambda: app.focused() and "button" not in app.focused().role, "the search")
        type_text(typed)
        press("Return")
        saved(color(written), written)
    press("Escape")
    for written in ("#ff8800", "red"):
        wait(lambda: is_focused("Colour"), "the keyboard back")
        press("Escape")
        press("Control_L", "z")
        saved(color(written), written)
        app.click(in_sight(lambda: field("Colour", "push button")))
        wait(lambda: app.focused() and "button" not in app.focused().role, "the search")
        press("Escape")
    wait(lambda: is_focused("Colour"), "the keyboard back")
    app.click(in_sight(lambda: field("Icon", "push button")))
    names = ["None"]
    for _ in range(2):
        wait(lambda: is_focused(names[-1]), "the icon that it has with the keyboard")
        press("Right")
        wait(lambda: app.focused() and app.focused().name not in names, "the icon beside it")
        names.append(app.focused().name)
        press("Return")
        wait(lambda: is_focused("Icon"), "the keyboard back")
        saved(lambda journey, n=len(names): len({card(journey, STEP[4:]).get("icon"), None, *icons}) == n, "the icon")
        icons.append(card(read(), STEP[4:])["icon"])
        press("space")
    wait(lambda: is_focused(names[-1]), "the icon that it has with the keyboard")
    press("Escape")
    wait(lambda: is_focused("Icon"), "the table closed")
    press("Escape")
    for check in (icon(icons[0]), icon(None), color("teal"), color(None)):
        press("Control_L", "z")
        saved(check, "the step before")
    select_nothing()  # the next thing is shown from its top


def letters():
    """Alt and the letter of a field goes there; Alt and that of a list opens it."""
    select(STEP)
    x, _, width, _ = app.settled_extents(field("Title"))
    wheel(x + width // 2, 450, -40)  # up to it
    app.settled_extents(field("Title"))
    app.click(field("Title"))
    press("Alt_L", "e")
    wait(lambda: app.focused() and app.focused().name == "Text", "the text, with the second letter of its name")
    press("Alt_L", "t")
    wait(lambda: app.focused() and app.focused().name == "Title", "the title")
    press("Escape")


def tags():
    """A tag that is in use is chosen from the list, another one is made there; each is one step."""
    select("3.1 Kasse leert den Warenkorb")
    journey_ = read()
    before = card(journey_, "Kasse leert den Warenkorb").get("tags", [])
    known = sorted({tag for one in journey_["cards"] for tag in one.get("tags", [])} - set(before))
    new = ["eilig"]
    if known:
        app.click(field("Choose a Tag", "push button"))
        wait(lambda: app.focused() and "button" not in app.focused().role, "the list")
        type_text(known[0])
        press("Return")
        new.insert(0, known[0])
        saved(lambda journey: card(journey, "Kasse leert den Warenkorb").get("tags") == before + new[:1], "the known tag")
    app.click(field("Choose a Tag", "push button"))
    wait(lambda: app.focused() and "button" not in app.focused().role, "the list")
    type_text("eilig")
    press("Return")
    saved(lambda journey: card(journey, "Kasse leert den Warenkorb").get("tags") == before + new, "the new tag")
    press("Escape")
    for _ in new:
        press("Control_L", "z")
    saved(lambda journey: card(journey, "Kasse leert den Warenkorb").get("tags", []) == before, "the tags as they were")


def insights():
    """Entries of a list are added and removed."""
    select_nothing()
    n = len(read()["insights"])
    add = field("Add to “Insights”", "push button")
    x, _, _, _ = app.extents(inspector())
    while app.settled_extents(add)[1] > 700:
        wheel(x + 170, 500, 4)
    app.click(add)
    wait(lambda: app.focused() and app.focused().name == "Insight", "the new insight")
    type_text("Neu")
    saved(lambda journey: len(journey["insights"]) == n + 1 and journey["insights"][n]["text"] == "Neu", "the insight")
    press("Escape")
    press("Control_L", "z")
    press("Control_L", "z")
    saved(lambda journey: len(journey["insights"]) == n, "the insight gone")


def insights_on_the_map():
    """What has been learnt is shown by a double click on the map, by Enter and by F2, with the keyboard in it."""
    def is_shown():
        return any(node.had_state("focused") for node in app.walk(inside=inspector())
                   if node.name in ("Insight", "Add to “Insights”"))

    learnt = wait(lambda: next((node for node in app.map_items() if node.name == "Die wichtigsten Erkenntnisse"), None),
                  "the insights")
    for key in ("Return", "F2", None):
        act(learnt, "card.focus")
        wait(lambda: learnt in app.selected() and not is_shown(), "the insights selected")
        if key:
            press(key)
        else:
            x, y, width, height = app.settled_extents(learnt)
            click(x + width // 2, y + height // 2)
            click(x + width // 2, y + height // 2)
        wait(is_shown, f"the insights in the inspector by {key or 'double click'}")


def persona():
    """Whoever a map is about is shown by a double click on the map and by Enter, with the keyboard in the
    name."""
    def is_shown():
        return any(node.had_state("focused") for node in app.walk("Name", "text", inspector()))

    who = wait(lambda: next((node for node in app.map_items() if node.name.startswith("Max, 34")), None), "the persona")
    act(who, "card.focus")
    wait(lambda: who in app.selected(), "the persona selected")
    x, y, width, height = app.settled_extents(who)
    click(x + width // 2, y + height // 2)
    click(x + width // 2, y + height // 2)
    wait(is_shown, "the persona’s name in the inspector")
    act(who, "card.focus")
    wait(lambda: not is_shown(), "the keyboard on the map")
    press("Return")
    wait(is_shown, "the persona’s name once more")


def phase_lane_and_persona():
    """What a phase, a lane and a persona are is written there as well, one field by mouse and one by keyboard; both
    are taken back."""
    def field_of_this(name):
        # The forms of things that were shown before are there, too.
        return wait(lambda: list(app.walk(name, "text", inspector()))[-1], name)

    for name, what, place, label, member in (("Phase 2 Überlegung", "phases", 1, "Description", "description"),
                                             ("Bedürfnisse", "lanes", 4, "Prompt", "prompt"),
                                             ("Max, 34", "personas", 0, "Role", "role")):
        before = read()
        select(name)
        app.click(field_of_this("Name"))
        wait(lambda: is_focused("Name"), "the keyboard in the name")
        press("Control_L", "a")
        type_text("Anders")
        press("Escape")
        saved(lambda journey, what=what, place=place: journey[what][place]["name"] == "Anders", "the name")
        wait(lambda: app.focused() and "Anders" in app.focused().name, "the map again")
        for key, wanted in (("F6", "Name"), ("Tab", label)):
            for _ in range(8):
                if is_focused(wanted):
                    break
                last = app.focused()
                press(key)
                wait(lambda last=last: app.focused() and app.focused() != last, f"what {key} comes to")
            assert is_focused(wanted), app.focused()
        press("Control_L", "a")
        type_text("Ganz anders")
        press("Escape")
        saved(lambda journey, what=what, place=place, member=member: journey[what][place].get(member) == "Ganz anders",
              "the other field")
        for _ in range(2):
            press("Control_L", "z")
        saved(lambda journey, what=what, before=before: journey[what] == before[what], "all as it was")
    select_nothing()


def shown_and_hidden():
    """F9 and the button fold the panel away and back."""
    press("F9")
    wait(lambda: not [node for node in app.walk("Inspector") if node.role == "panel" and node.had_state("showing")],
         "no inspector")
    app.click(next(node for node in app.walk("Inspector") if "button" in node.role))
    inspector()


if __name__ == "__main__":
    with editor() as app:
        run([title_by_mouse, composed, text_by_keyboard, typing_is_undone_first, date, choice, codes, score,
             new_persona, emotion, rated_emotion, money, color_and_icon, letters, tags, insights,
             insights_on_the_map, persona, phase_lane_and_persona, shown_and_hidden])
