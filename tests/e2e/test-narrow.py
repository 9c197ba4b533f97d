#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window 360 pixels wide, as on a phone: whatever can be operated or read lies within it, on
every page of the window and in German, whose words are longer."""

import json
import locale
import os
import tempfile

import screen
from accessible import places
from etp_e2e import App, Skip, act, example, press, resize_window, run, type_text, wait, wait_for_rest

WIDTH, HEIGHT = 360, 640
OPERATED = ("push button", "toggle button", "menu item", "label", "list item", "text", "heading")
FOLDER = tempfile.mkdtemp(prefix="narrow-", dir=os.environ.get("ETP_E2E_SCRATCH"))


def german():
    """The locale, if it is there."""
    try:
        locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
    except locale.Error:
        raise Skip("the locale de_DE.UTF-8 is missing") from None
    return "de_DE.UTF-8"


def large():
    """Where the display server is told of text that is twice as large."""
    path = os.path.join(FOLDER, "large")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Xft.dpi: 192\n")
    return path


def narrow(app):
    """The window in front, made narrow."""
    window = app.x_window()
    resize_window(window, WIDTH, HEIGHT)
    wait(lambda: app.frames()[0].get_extents()[2] <= WIDTH, "the narrow window")
    return window


def shown(node):
    """The node and what is below, without what is on the map, which scrolls."""
    yield node
    for child in node.children:
        if node.role != "scroll pane" or child.role == "scroll bar" or not is_map(child):
            yield from shown(child)


def is_map(node):
    """Whether it is the map, by what is on it."""
    return any(below.role == "heading" and below.name.startswith("Phase ") for below in node.walk())


def assert_nothing_is_cut(app):
    """Everything that is shown lies within the window from left to right."""
    def look():
        frame = app.frames()[0]
        nodes = [frame] + [node for node in shown(frame) if node.role in OPERATED and node.had_state("visible")]
        found = places(nodes)
        return list(zip(nodes, found)) if None not in found else None  # something has gone meanwhile: once more
    (_, (x0, _, width, _)), *seen = wait_for_rest(look, "the narrow window")
    seen = [(node, place) for node, place in seen if place[2] > 0 and place[3] > 0]
    for node, (x, _, own_width, _) in seen:
        assert x0 <= x and x + own_width <= x0 + width, \
            f"{node} ({node.description}) from {x} to {x + own_width}, the window ends at {x0 + width}"
    assert len(seen) > 5, seen


def a_map():
    """The map, its header bar and the bar below, with German words; the main menu has room in the window."""
    with App(example("webshop.de"), locale=german()) as app:
        app.map_groups()
        narrow(app)
        assert_nothing_is_cut(app)
        canvas = app.find(role="scroll pane")
        x, y, width, height = app.settled_extents(canvas)
        assert width >= WIDTH - 20 and height > HEIGHT / 2, (width, height)
        main_menu(app, "Neue Map", "Info zu Etappe")
        press("Escape")
        wait(lambda: not app.find_all(role="menu item"), "no menu")
        dialogs(app)


def main_menu(app, first, last):
    """The main menu has room in the window."""
    press("F10")
    first, last = app.find(first, role="menu item"), app.find(last, role="menu item")
    _, top, _, _ = app.settled_extents(first)
    _, bottom, width, height = app.settled_extents(last)
    # Header bar, arrow and border of the menu take some of it.
    assert bottom + height - top < HEIGHT - 70 and width < WIDTH - 20, (top, bottom, height, width)


def dialogs(app):
    """What opens over the map is as narrow, with German words: each list of the managers with an entry of
    it, the measures, the properties and what is chosen of a picture."""
    lists = ["Personas", "Kanäle", "Touchpoints", "Quellen", "Abteilungen", "Systeme", "Angebote", "Schlagwörter"]
    for words, title in [(name + " verwalten", "Verwalten") for name in lists] \
            + [("Liste aller Maßnahmen", "Maßnahmen"), ("Eigenschaften der Map", "Eigenschaften der Map")]:
        press("Control_L", "Shift_L", "p")
        app.show(app.frame_called("Befehle"))
        type_text(words)
        press("Return")
        dialog = app.frame_called(title)
        app.show(dialog)
        window = app.x_window(dialog)
        resize_window(window, WIDTH, HEIGHT)
        wait(lambda dialog=dialog: dialog.get_extents()[2] <= WIDTH, lambda title=words: f"the narrow {title}")
        if title == "Verwalten":
            wait(lambda: app.focused() and app.focused().role == "list item", "the keyboard on the list")
            press("Return")
            app.find(lambda name: name.endswith("Zurück zur Liste"), role="push button")
            app.settled_extents(dialog)
            assert window.get_geometry().width == WIDTH and dialog.get_extents()[2] <= WIDTH, words
        for _ in range(3):
            if len(app.frames()) == 1:
                break
            press("Escape")
            app.settled_extents(app.frames()[0])
        wait(lambda: len(app.frames()) == 1, "no dialog")
        app.show(app.frames()[0])


def reading_on():
    """The map can be gone through in the narrow window: what is selected is in view, the main menu is gone through by
    letters, View, Width, and a note gets the width there is. Undo and redo are at the thumb."""
    with App(example("webshop.de")) as app:
        app.map_groups()
        narrow(app)
        before = app.zoom()
        main_menu(app, "New Map", "About Etappe")
        press("v")
        app.find("Fit the Width", role="menu item")
        wait(lambda: app.focused() and app.focused().name != "New Map", "the menu of views")
        press("w")
        wait(lambda: app.zoom() != before, "another zoom")
        wait(lambda: not app.find_all(role="menu item"), "no menu")
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "100 %")
        selected_is_in_view(app)
        present(app)
        capture_line(app)
        undo_at_the_thumb(app)
        inspector_by_menu(app)


def inspector_by_menu(app):
    """Where their buttons have no room the main menu shows the inspector and leads to the other personas' curves."""
    assert not app.find_all("Inspector", role="toggle button"), "its button"
    main_menu(app, "New Map", "About Etappe")
    press("v")
    app.find("Fit the Width", role="menu item")
    wait(lambda: app.focused() and app.focused().name != "New Map", "the menu of views")
    assert app.find_all("Next Persona’s Curve", role="menu item"), "nothing for the curves"
    press("i")
    app.find("Title", role="text")
    wait(lambda: not app.find_all(role="menu item"), "no menu")


def selected_is_in_view(app):
    """A step in the middle of the map, and the whole map."""
    act(app.find("4.2 Der erste Lauf", role="list item"), "card.focus")
    wait(lambda: app.selected(), "the step selected")
    x, y, width, _ = app.settled_extents(app.selected()[0])
    assert x >= 0 and x + width <= WIDTH and 40 < y < HEIGHT, (x, y, width)
    press("Control_L", "1")
    wait(lambda: app.zoom() < 40, "the whole map")
    last = app.find("Phase 5 Loyalität", role="panel")
    x, _, width, _ = app.settled_extents(last)
    assert x + width <= app.x_window().get_geometry().width, (x, width)


def present(app):
    """Presented, the map can be left by pointer and finger."""
    press("F5")
    end = app.find("End", role="push button")
    talk = next(frame for frame in app.frames() if end in frame.walk())
    app.show(talk)
    resize_window(app.x_window(talk), WIDTH, HEIGHT)
    wait(lambda: talk.get_extents()[2] <= WIDTH, "the narrow presentation")
    app.find("More", role="push button")
    app.click(app.find("End", role="push button"))
    wait(lambda: len(app.frames()) == 1, "no presentation")
    app.show(app.frames()[0])


def capture_line(app):
    """In the narrow window the note gets the width there is, and where it goes stands below."""
    press("F4")
    entry = app.find("Capture a note", role="text")
    words = app.find(lambda text: "›" in text, role="label")
    _, y, width, height = app.settled_extents(entry)
    assert width > WIDTH * 0.55, width
    assert app.settled_extents(words)[1] >= y + height, (y, height)
    assert_nothing_is_cut(app)
    press("Escape")
    wait(lambda: not app.find_all("Capture a note", role="text"), "no line")


def undo_at_the_thumb(app):
    """What the head bar has no room for in the narrow window, undo and redo, is below the map."""
    def below(name):
        buttons = app.walk(lambda text: text.startswith(name), "push button")
        return next((node for node in buttons if node.get_extents()[1] > HEIGHT / 2), None)

    def is_there():
        return any(node.name == "4.2 Der erste Lauf" for node in app.map_items())

    act(app.find("4.2 Der erste Lauf", role="list item"), "card.focus")
    wait(lambda: [node.name for node in app.selected()] == ["4.2 Der erste Lauf"], "the step selected")
    press("Delete")
    wait(lambda: not is_there(), "the step gone")
    app.click(wait(lambda: below("Undo"), "undo below the map"))
    wait(is_there, "the step back")
    app.click(wait(lambda: below("Redo"), "redo below the map"))
    wait(lambda: not is_there(), "the step gone again")
    resize_window(app.x_window(), 1200, HEIGHT)
    wait(lambda: app.frames()[0].get_extents()[2] > 1000, "the wide window")
    wait(lambda: app.find("Undo Remove Card").get_extents()[0] < app.find("Redo").get_extents()[0],
         "both in the head bar")
    wait(lambda: below("Undo") is None, "none below the map")


def long_title():
    """A title that never ends leaves the buttons of a wide window where they are."""
    with open(example("webshop.de"), encoding="utf-8") as file:
        journey = json.load(file)
    journey["title"] = "Donaudampfschifffahrt" * 20
    path = os.path.join(FOLDER, "long.journey")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(journey, file)
    with App(path) as app:
        app.map_groups()
        resize_window(app.x_window(), 1200, HEIGHT)
        wait(lambda: app.frames()[0].get_extents()[2] > 1000, "the wide window")
        # Those that have no room lie all at one place.
        names = ["Export", "Present", "Find on the Map", "Inspector"]
        wait(lambda: len({app.find(name).get_extents()[0] for name in names}) == len(names), "the buttons")


def start_page():
    """The start page with examples and recent maps."""
    home = tempfile.mkdtemp(dir=FOLDER)
    with App(example("webshop.de"), home=home) as app:
        app.map_groups()
        wait(lambda: os.path.exists(home + "/share/recently-used.xbel"), "the map among the recent ones")
    with App(home=home) as app:
        app.find("Open a Journey Map")
        narrow(app)
        assert_nothing_is_cut(app)


def large_text():
    """With text twice as large and German words the window is as narrow: the map with its menus and messages, the find
    bar and what opens over the map, and the start page."""
    with App(example("webshop.de"), locale=german(), XENVIRONMENT=large()) as app:
        app.map_groups()
        narrow(app)
        menu_with_large_text(app)
        menu_of_the_map(app)
        message(app)
        dialogs_with_large_text(app)
        press("Control_L", "f")
        wait(lambda: app.focused() and app.focused().role in ("text", "entry"), "the keyboard in the find bar")
        type_text("Kasse")
        app.find("Nächster Treffer", role="push button")
        assert_nothing_is_cut(app)
    with App(XENVIRONMENT=large()) as app:
        app.find("Open a Journey Map")
        narrow(app)
        assert_nothing_is_cut(app)


def menu_with_large_text(app):
    """The main menu stays in the window, without the keys if they have no room."""
    press("F10")
    _, _, width, _ = app.settled_extents(app.find("Neue Map", role="menu item"))
    assert width < WIDTH - 20, width
    # Its entries take more than a line.
    press("w")
    items = wait_for_rest(lambda: [node.get_extents() for node in app.walk(role="menu item")
                                   if node.get_extents()[2] > 0], "the menu Workshop")
    assert len(items) > 3 and max(width for _, _, width, _ in items) < WIDTH - 20, items
    screen.move(5, 895)  # what it lies on in the menu would have the keyboard
    for _ in range(2):  # the menu within the menu, and the menu
        press("Escape")
    wait(lambda: not list(app.walk(role="menu item")), "no menu")


def menu_of_the_map(app):
    """The menu of what is on the map, and the one that Enter opens on a pain, are no wider than the window,
    whose commands have keys that are beside the entries where there is room."""
    pain = next(node for node in app.map_items() if node.name.startswith("2.1 Startseite lädt"))
    for key in "Menu", "Return":
        act(pain, "card.focus")
        wait(lambda: app.focused() and app.focused().name == pain.name, "the keyboard on the pain")
        press(key)
        wait(lambda: len(list(app.walk(role="menu item"))) > 2, "the menu of " + key)
        items = wait_for_rest(lambda: [(node.name, node.get_extents()) for node in app.walk(role="menu item")
                                       if node.get_extents()[2] > 0], "the menu of " + key)
        assert max(place[2] for _, place in items) < WIDTH - 20, (key, items)
        press("Escape")
        wait(lambda: not list(app.walk(role="menu item")), "no menu")


def usual_text():
    """The same menus where the text has its usual size, and a message in a window where it has room in one line."""
    with App(example("webshop.de"), locale=german()) as app:
        app.map_groups()
        narrow(app)
        menu_of_the_map(app)
        resize_window(app.x_window(), 1000, HEIGHT)
        wait(lambda: abs(app.frames()[0].get_extents()[2] - 1000) < 30, "the window")
        message(app)


def long_menu():
    """The menu of a lane is shown whole if the window is high enough, wherever the lane is."""
    with App(example("webshop.de")) as app:
        app.map_groups()
        resize_window(app.x_window(), 1000, 860)
        wait(lambda: app.frames()[0].get_extents()[3] > 800, "the high window")
        lane = next(node for node in app.map_items() if node.name == "Pluspunkte")
        act(lane, "card.focus")
        wait(lambda: app.focused() and app.focused().name == lane.name, "the keyboard on the lane")
        press("Control_L", "0")
        press("Menu")
        _, top, _, _ = app.settled_extents(app.find("Edit Text", role="menu item"))
        _, y, _, height = app.settled_extents(app.find("Delete", role="menu item"))
        menu = screen.windows_of(app.process.pid)[-1].get_geometry()
        assert y + height - top < menu.height, (top, y, height, menu)


def message(app):
    """A message is read whole, with its button: of one line, or of several in a narrow window."""
    lane = next(node for node in app.map_items() if node.name == "Pluspunkte")
    act(lane, "card.focus")
    wait(lambda: app.focused() and app.focused().name == lane.name, "the keyboard on the lane")
    press("Delete")
    words = app.find("Zeile gelöscht", role="label")
    button = app.find(lambda name: name.endswith("Rückgängig"), role="push button")
    (x, y, words_width, height), place = app.settled_extents(words), app.settled_extents(button)
    if app.frames()[0].get_extents()[2] <= WIDTH:
        assert words_width > WIDTH / 2 and place[1] >= y + height, (words_width, y, height, place)
    else:
        assert place[0] >= x + words_width and abs(place[1] - y) < place[3], (x, words_width, y, place)
    app.click(button)
    wait(lambda: any(node.name == lane.name for node in app.map_items()), "the lane back")
    wait(lambda: not list(app.walk("Zeile gelöscht", "label")), "no message")


def dialogs_with_large_text(app):
    """Whatever opens over the map is as narrow as the window."""
    for keys, title in (("Control_L", "Shift_L", "p"), "Befehle"), (("Control_L", "question"), "Tastenkürzel"), \
            (("Control_L", "Alt_L", "l"), "Zeile hinzufügen"), (("Control_L", "Shift_L", "e"), "Exportieren"), \
            (("Control_L", "comma"), "Einstellungen"), (("Alt_L", "Return"), "Eigenschaften der Map"):
        press(*keys)
        close_narrow(app, title)
    for words, title in (("Personas verwalten", "Verwalten"), ("Liste aller", "Maßnahmen"),
                         ("Zwischenstand fest", "Zwischenstand festhalten")):
        press("Control_L", "Shift_L", "p")
        app.show(app.frame_called("Befehle"))
        type_text(words)
        press("Return")
        close_narrow(app, title)
    screen.move(5, 895)  # what it lies on in the menu would have the keyboard
    press("F10")
    wait(lambda: app.focused() and app.focused().role == "menu item", "the main menu")
    press("Up")
    wait(lambda: app.focused() and app.focused().name == "Info zu Etappe", "the last entry")
    press("Return")
    close_narrow(app, "Info")


def close_narrow(app, title):
    """The dialog of the title can be as narrow as the window; it is closed again."""
    dialog = app.frame_called(title)
    app.show(dialog)
    resize_window(app.x_window(dialog), WIDTH, HEIGHT)
    app.settled_extents(dialog)
    hints = app.x_window(dialog).get_wm_normal_hints()
    assert hints.min_width <= WIDTH, (title, hints.min_width)
    press("Escape")
    wait(lambda: len(app.frames()) == 1, lambda: f"{title} gone")
    app.show(app.frames()[0])


def error_page():
    """What is wrong with a file, with a name that has nowhere to break."""
    path = os.path.join(FOLDER, "Kundenreise_" + "sehr" * 20 + "_lang.journey")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{\n  "format": "etappe-journey",\n  "version": "' + "x" * 300 + '"\n}\n')
    with App(path) as app:
        app.find("This File Could Not Be Opened")
        narrow(app)
        assert_nothing_is_cut(app)


def notice():
    """The notice above a map of a newer version."""
    with open(example("webshop.de"), encoding="utf-8") as file:
        journey = json.load(file)
    journey["version"] = 2
    path = os.path.join(FOLDER, "newer.journey")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(journey, file)
    with App(path, locale=german()) as app:
        app.map_groups()
        narrow(app)
        assert_nothing_is_cut(app)


if __name__ == "__main__":
    run([a_map, reading_on, long_title, start_page, large_text, usual_text, long_menu, error_page, notice])
