#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards on the map by mouse and by keyboard: type in place, add, select several, duplicate, move,
delete; menus; what is spoken. What was done is read in the saved file."""

import screen
from accessible import act
from etp_e2e import App, copy_example, drag, find_cards, hold, press, run, saved, wait
from Xlib import X
from Xlib.ext import xtest

CARD = "1.1 Short film in the feed"
TITLE = "Short film in the feed"

SIGNS = {" ": "space", ":": "colon", "<": "less", "&": "ampersand"}

app = None
umlauts = {}  # letter → key code
COMPOSERS = {"¨": 0xfe57, "~": 0xfe53, "⎄": 0xff20}  # dead diaeresis, dead tilde, Compose


def make_umlauts():
    """Gives letters that a US keyboard lacks, dead keys and Compose to keys that it does not use."""
    display = screen.X_DISPLAY
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    mapping = display.get_keyboard_mapping(first, last - first + 1)
    free = [first + number for number, symbols in enumerate(mapping) if not any(symbols)]
    for letter, code in zip(["ö", "ä", "ü", "ß", *COMPOSERS], reversed(free)):
        display.change_keyboard_mapping(code, [[COMPOSERS.get(letter, ord(letter))] * 2])
        umlauts[letter] = code
    display.sync()


def type_text(text):
    """Types it, umlauts too."""
    for sign in text:
        if sign in umlauts:
            for kind in (X.KeyPress, X.KeyRelease):
                xtest.fake_input(screen.X_DISPLAY, kind, umlauts[sign])
            screen.sync()
        else:
            press(SIGNS.get(sign, sign))


def item(start):
    """Something on the map, by how its name begins."""
    return next((node for node in app.map_items() if node.name.startswith(start)), None)


def select(start):
    """Selects it with a click, once it is where it stays."""
    node = wait(lambda: item(start), start)
    act(node, "card.focus")
    wait(lambda: has_selected(start), f"{start} selected")
    app.settled_extents(node)
    app.click(item(start))
    wait(lambda: has_selected(start) and len(app.selected()) == 1, f"{start} alone selected")


def has_selected(start):
    """TRUE if that is selected."""
    return any(node.name.startswith(start) for node in app.selected())


def wait_for_typing():
    """The text widget has the focus."""
    return wait(lambda: app.focused() and app.focused().role == "text" and app.focused(), "typing")


def wait_for_map():
    """The keyboard is back on the map."""
    wait(lambda: app.focused() and app.focused().role != "text", "the map with the focus")


def titles(document):
    """What the cards are called."""
    return [card.get("title", "") for card in document["cards"]]


def undo_until(name, step=None):
    """Ctrl+Z brings it back in one step, which is called so."""
    if step:
        app.find(f"Undo {step}", role="push button")
    press("Control_L", "z")
    wait(lambda: item(name), f"{name} after undo")


def type_in_place():
    """F2 types the title, Tab goes on to the text, Enter ends; all of it is one step, which is undone, done again
    and undone."""
    before = saved(app)
    select(CARD)
    press("F2")
    assert wait_for_typing().name == "Title"
    type_text("Größe prüfen: 1 < 2 & ß")
    press("Tab")
    wait(lambda: app.focused().name == "Text", "the text")
    press("Control_L", "a")
    type_text("Zwei")
    press("Shift_L", "Return")
    type_text("Zeilen")
    press("Tab")  # there is no further field, and letters are no commands
    type_text(" v")
    press("Shift_L", "Tab")
    wait(lambda: app.focused().name == "Title", "the title again")
    press("Return")
    wait_for_map()
    after = saved(app)
    card = find_cards(after, "Größe prüfen: 1 < 2 & ß")[0]
    assert card["text"] == "Zwei\nZeilen v", card
    undo_until(CARD, "Edit Card")
    assert saved(app) == before
    press("Control_L", "Shift_L", "z")
    wait(lambda: item("1.1 Größe prüfen"), "the title again")
    assert saved(app) == after
    undo_until(CARD)
    assert saved(app) == before


def escape_takes_back():
    """Escape leaves it as it was, also what was recorded while typing, and nothing to undo."""
    select(CARD)
    press("F2")
    wait_for_typing()
    type_text("Nothing")
    wait(lambda: item("1.1 Nothing"), "the title recorded while typing")
    press("Escape")
    wait(lambda: item(CARD), "the title as it was")
    wait_for_map()
    assert not find_cards(saved(app), "Nothing")


def composed():
    """Dead keys, Compose and code points make letters wherever one types, also out of what is a command
    on the map: N, V, G and digits."""
    def compose():
        type_text("¨u~nV⎄12G")
        press("Control_L", "Shift_L", "u")
        type_text("263a")
        press("Return")  # ends the code point and not the typing

    text = "üñV½G☺"
    before = saved(app)
    select(CARD)
    press("F2")
    wait_for_typing()
    compose()
    wait(lambda: item("1.1 " + text), lambda: f"the composed title, not {item('1.1').name}")
    assert app.focused().role == "text", app.focused()
    press("Return")
    wait_for_map()
    press("F4")
    wait(lambda: app.focused() and app.focused().name == "Capture a note", "the capture line")
    press("Control_L", "Shift_L", "u")
    press("2")
    press("Escape")  # gives the code point up and not the line
    compose()
    press("Return")
    wait(lambda: item("1.3 " + text), "the composed note")
    press("Escape")
    wait_for_map()
    press("Control_L", "f")
    wait(lambda: app.focused() and app.focused().role in ("text", "entry"), "the find bar")
    compose()
    wait(lambda: any(" of 2" in node.name for node in app.walk(role="label")), "both found")
    press("Escape")
    wait_for_map()
    press("Control_L", "z")
    wait(lambda: not item("1.3 " + text), "the note gone")
    undo_until(CARD)
    assert saved(app) == before


def clicks_type():
    """A double click on the card types over its title, and so do three or four clicks; a click elsewhere keeps what
    was typed."""
    for n_clicks, text in ((2, "Clicked away"), (3, "Clicked thrice"), (4, "Clicked again")):
        act(wait(lambda: item(CARD), CARD), "card.focus")
        wait(lambda: has_selected(CARD), "the card selected")
        place = app.settled_extents(item(CARD))
        x, y = place[0] + 20, place[1] + place[3] - 12  # below the title, off the handle of links
        for _ in range(n_clicks):
            screen.click(x, y)
        wait_for_typing()
        type_text(text)
        app.click(item("1.2"))
        wait(lambda text=text: item("1.1 " + text), "the new title")
        wait_for_map()
        undo_until(CARD)


def add_by_key():
    """Ctrl+Enter adds below and types; an empty one goes again, and with it its step: the card that was selected
    is selected again."""
    before = titles(saved(app))
    select(CARD)
    press("Control_L", "Return")
    wait_for_typing()
    press("Escape")
    wait_for_map()
    assert titles(saved(app)) == before
    assert has_selected(CARD), "the keyboard is lost"
    press("Insert")
    wait_for_typing()
    type_text("Added below")
    press("Return")
    wait(lambda: has_selected("1.2 Added below"), "the added card selected")
    after = titles(saved(app))
    assert sorted(after) == sorted(before + ["Added below"])
    assert after.index("Added below") == after.index(TITLE) + 1, after
    app.find("Undo Add Card", role="push button")
    press("Control_L", "z")
    wait(lambda: not item("1.2 Added below"), "the card gone")
    assert titles(saved(app)) == before


def add_in_empty_cell():
    """Arrows come to an empty cell, which is spoken as such; Enter or a double click adds in it."""
    before = titles(saved(app))
    cells = [node for node in app.map_items() if node.name == "Empty cell"]
    assert cells, "no empty cell in the map"
    places = []
    for by_mouse in (False, True):
        cell = next(node for node in app.map_items() if node.name == "Empty cell")
        act(cell, "card.focus")
        wait(lambda: has_selected("Empty cell"), "the empty cell")
        if by_mouse:
            x, y, width, height = app.settled_extents(cell)
            for _ in range(2):
                screen.click(x + width // 2, y + height // 2)
        else:
            press("Return")
        wait_for_typing()
        type_text("In the empty cell")
        press("Return")
        wait(lambda: has_selected("In the empty cell") or item("In the empty cell"), "the card")
        after = saved(app)
        assert sorted(titles(after)) == sorted(before + ["In the empty cell"])
        card, = find_cards(after, "In the empty cell")
        places.append((card["lane"], card["phase"]))
        press("Control_L", "z")
        wait(lambda: not item("In the empty cell"), "the card gone")
    assert places[0] == places[1], places


def add_by_mouse():
    """The “+” below the cards of the cell under the pointer adds one; a double click on it is one too."""
    before = titles(saved(app))
    for n_clicks in (1, 2):
        act(wait(lambda: item(CARD), CARD), "card.focus")
        app.settled_extents(item(CARD))
        x, y, width, height = app.settled_extents(item("1.2"))
        screen.move(x + width // 2, y + height // 2)
        screen.move(x + width // 2, y + height + 14)
        for _ in range(n_clicks):
            screen.click(x + width // 2, y + height + 14)
        wait_for_typing()
        type_text("By the plus")
        press("Return")
        wait(lambda: has_selected("1.3 By the plus"), "the added card selected")
        assert sorted(titles(saved(app))) == sorted(before + ["By the plus"])
        press("Control_L", "z")
        wait(lambda: not item("1.3 By the plus"), "the card gone")
        assert titles(saved(app)) == before


def select_several():
    """Ctrl or Shift and a click, Shift and arrows, Ctrl+A, a rubber band over one and over several."""
    for key in ("Control_L", "Shift_L"):
        select(CARD)
        hold(key, True)
        app.click(item("1.2"))
        hold(key, False)
        wait(lambda: len(app.selected()) == 2 and has_selected(CARD) and has_selected("1.2"), "two cards")
        press("Escape")
        wait(lambda: not app.selected(), "none")
    select(CARD)
    press("Shift_L", "Down")
    wait(lambda: len(app.selected()) == 2 and has_selected("1.2"), "two cards by key")
    press("Shift_L", "Up")
    wait(lambda: len(app.selected()) == 1, "one again")
    press("Control_L", "a")
    wait(lambda: len(app.selected()) >= 2, "the cell")
    n = len(app.selected())
    press("Control_L", "a")
    wait(lambda: len(app.selected()) > n, "the lane")
    press("Escape")
    wait(lambda: not app.selected(), "none")
    x, y, width, height = app.settled_extents(item(CARD))
    drag(x - 8, y - 5, x + width // 2, y + height // 2)
    wait(lambda: len(app.selected()) == 1 and has_selected(CARD), "the card in the band")
    other = app.extents(item("1.2"))
    drag(x + width + 6, y - 5, x + width // 2, other[1] + other[3] // 2)
    wait(lambda: len(app.selected()) == 2 and has_selected("1.2"), "both cards in the band")


def duplicate_and_delete():
    """Ctrl+D, Delete, and both from the menu; several at once say so."""
    before = titles(saved(app))
    select(CARD)
    press("Control_L", "d")
    wait(lambda: item("1.2 " + TITLE), "the copy")
    assert titles(saved(app)).count(TITLE) == 2
    press("Delete")
    wait(lambda: not item("1.2 " + TITLE), "the copy gone")
    assert titles(saved(app)) == before
    select(CARD)
    screen.click(*app.middle(item(CARD)), 3)
    act(app.find("Duplicate", role="menu item"), "click")
    wait(lambda: item("1.2 " + TITLE), "the copy by menu")
    app.find("Undo Duplicate Cards", role="push button")
    press("Control_L", "z")
    wait(lambda: not item("1.2 " + TITLE), "the copy undone")
    select(CARD)
    press("Shift_L", "Down")
    wait(lambda: len(app.selected()) == 2, "two cards")
    press("Delete")
    wait(lambda: app.find_all("2 things deleted", role="label"), "the message")
    assert len(titles(saved(app))) == len(before) - 2
    undo_until(CARD, "Remove 2 Cards")
    wait(lambda: len(app.selected()) == 2 and app.focused() in app.selected(), "both again, with the keyboard")
    assert titles(saved(app)) == before


def what_goes_again():
    """A card that goes with undo or redo leaves the keyboard where deleting it does: on what lies beside it, or on
    the empty cell; and a phase on the next one."""
    select(CARD)
    press("Control_L", "d")
    wait(lambda: has_selected("1.2 " + TITLE), "the copy selected")
    press("Control_L", "z")
    stands("1.2 Search on the web")
    press("Control_L", "Shift_L", "z")
    wait(lambda: has_selected("1.2 " + TITLE), "the copy again")
    for times in range(2):
        press(*(("Delete",), ("Control_L", "Shift_L", "z"))[times])
        stands("1.2 Search on the web")
        press("Control_L", "z")
        wait(lambda: has_selected("1.2 " + TITLE), "the copy back")
    press("Control_L", "z")
    stands("1.2 Search on the web")
    for times in range(2):
        act(item("Phase 2"), "card.focus")
        wait(lambda: has_selected("Phase 2 Consideration"), "the phase selected")
        press(*(("Delete",), ("Control_L", "Shift_L", "z"))[times])
        stands("Phase 2 Purchase decision")
        press("Control_L", "z")
        stands("Phase 2 Consideration")


def stands(name):
    """That alone is selected, and has the keyboard."""
    wait(lambda: [node.name for node in app.selected()] == [name] and app.focused() and app.focused().name == name,
         lambda: f"{name}, not {app.selected()}, {app.focused()}")


def move_by_key():
    """Alt and arrows: within the cell, into the next phase and back."""
    before = saved(app)
    select(CARD)
    press("Alt_L", "Down")
    wait(lambda: item("1.2 " + TITLE), "the card one lower")
    press("Alt_L", "Right")
    wait(lambda: any(node.name.startswith("2.") and TITLE in node.name for node in app.map_items()), "the next phase")
    assert find_cards(saved(app), TITLE)[0]["phase"] == before["phases"][1]["id"]
    press("Control_L", "z")
    wait(lambda: item("1.2 " + TITLE), "back in its phase")
    press("Control_L", "z")
    wait(lambda: item(CARD), "back in its place")
    assert saved(app) == before


def menus():
    """The Menu key and Shift+F10 open the menu of what is selected; Escape closes it."""
    select(CARD)
    for keys in (("Menu",), ("Shift_L", "F10")):
        press(*keys)
        wait(lambda: app.find_all("Edit Text", role="menu item"), "the menu")
        press("Escape")
        wait(lambda: not app.find_all("Edit Text", role="menu item"), "no menu")
    wait(lambda: has_selected(CARD), "the card still selected")


def actions_of_a_screen_reader():
    """card.edit and card.delete do what they say."""
    act(item(CARD), "card.edit")
    wait_for_typing()
    press("Escape")
    wait_for_map()
    act(item(CARD), "card.delete")
    wait(lambda: not item(CARD), "the card gone")
    undo_until(CARD)


if __name__ == "__main__":
    make_umlauts()
    # Whatever else of input methods there is on the system, as on a desktop without one.
    with App(copy_example(), GTK_IM_MODULE="gtk-im-context-simple") as app:
        app.map_groups()
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "100 %")
        run([type_in_place, composed, escape_takes_back, clicks_type, add_by_key,
             add_in_empty_cell, add_by_mouse, select_several, duplicate_and_delete, what_goes_again, move_by_key,
             menus, actions_of_a_screen_reader])
