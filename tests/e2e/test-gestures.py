#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strange gestures: what is under the pointer goes while a button is held. Nobody complains."""

import contextlib
import json
import os
import subprocess
import sys
import time

from Xlib import X

import screen
from commands import Commands
from etp_e2e import (App, act, button, copy_example, current, has_state, hold, is_modified, move, press, run, saved,
                     wait)

SOURCE_PLACE = 80, 845  # of the text in the other program
CARD = "3.2 Order through customer service"


def select(app, name):
    """Something on the map, by the name it is told by."""
    node = wait(lambda: next((node for node in app.map_items() if node.name == name), None), name)
    act(node, "card.focus")
    wait(lambda: has_state(node, "selected"), f"{name} selected")


def pull(x0, y0, x1, y1, steps=10):
    """With the button held to a place, and stay there."""
    move(x0, y0)
    button(1, True)
    for step in range(1, steps + 1):
        move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        time.sleep(0.004)  # the toolkit drops what comes in the same moment


def let_go_once_heard(x, y):
    """Where it is held already."""
    screen.be_heard(x, y)
    button(1, False)


@contextlib.contextmanager
def other_program(app):
    """From which text can be dragged, below the window."""
    helper = os.path.join(os.path.dirname(os.path.abspath(__file__)), "drag-source.py")
    other = subprocess.Popen([sys.executable, helper, "text", "from outside"], env=app.environment)
    try:
        window = wait(lambda: screen.windows_of(other.pid)[0], "the other program")
        window.configure(x=0, y=800, stack_mode=X.Above)
        wait(lambda: window.get_geometry().y == 800, "its place")
        yield
    finally:
        other.kill()
        other.wait()


def form_waits_for_the_button():
    """Text is dragged from one field onto another while something else is selected: the form stays until
    it is dropped, and the text is where it was dropped."""
    with App(copy_example(), inspector=True) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        x, y, _, height = app.settled_extents(app.find("Goal", role="text"))
        left, top, _, _ = app.settled_extents(app.find("Title", role="text"))
        goal = x, y, 200, height
        plain = app.settled_picture(*goal)
        screen.click_once(left + 20, top + 8)
        wait(lambda: app.focused() and app.focused().name == "Title", "the keyboard in the title")
        press("Control_L", "a")
        pull(left + 60, top + 8, x + 1, y + 6)  # no double click
        wait(lambda: screen.Picture(*goal) != plain, "the text over the goal")
        over = app.settled_picture(*goal)
        select(app, CARD)
        app.settled_picture()
        assert screen.Picture(*goal) == over, "the form has gone"
        button(1, False)
        wait(lambda: screen.Picture(*goal).differs(over) > 500, "the card's form")
        current.take_picture()
        wait(lambda: is_modified(app), "what was dropped")
        goal_now = saved(app)["goal"]
        assert goal_now.startswith("Max finds his running shoeBuy"), goal_now


def is_refused_in_flight():
    """Whether what is let go in flight is taken by nobody; on a slow machine it lands where it was heard of last."""
    with App(copy_example(), inspector=True) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 800)
        x, y, _, height = app.settled_extents(app.find("Goal", role="text"))
        goal = x, y, 200, height
        plain = app.settled_picture(*goal)
        with other_program(app):
            for _ in range(3):  # the toolkit notices at the next drag
                pull(*SOURCE_PLACE, x + 20, y + 6, steps=40)
                screen.be_heard(x + 20, y + 6)
                wait(lambda: screen.Picture(*goal) != plain, "the text over the goal")
                screen.fling(700, 20)
                wait(lambda: is_modified(app) or app.settled_picture(*goal) == plain, "the goal as it was")
                if is_modified(app):
                    return False
    return True


def let_go_in_flight():
    """What is dragged out of another program is let go a moment after it has left the field that would take
    it: nobody takes it, which the program is told, and it can be dragged again."""
    assert any(is_refused_in_flight() for _ in range(5))


def parking_lot_closed_and_opened():
    """Cards are dragged to the parking lot one after the other, which is closed in between: each is parked."""
    with App(copy_example()) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        for name in ("Short film in the feed", "Search on the web"):
            press("Shift_L", "F4")
            x, y = app.middle(app.find("Close the Parking Lot", role="push button"))
            card = wait(lambda name=name: next(node for node in app.map_items() if node.name.endswith(name)), name)
            pull(*app.middle(card), x - 60, y + 250)
            let_go_once_heard(x - 60, y + 250)
            wait(lambda name=name: not any(node.name.endswith(name) for node in app.map_items()), f"{name} parked")
            press("Shift_L", "F4")
            wait(lambda: not app.find_all("Close the Parking Lot", role="push button"), "the parking lot closed")


def map_gone_and_back():
    """Text is dropped onto a map whose last phase and lane are hidden then; shown again it takes other text."""
    copy = copy_example()
    with open(copy, encoding="utf-8") as text:
        journey = json.load(text)
    kept = {key: journey[key] for key in ("format", "version", "language", "title")}
    kept["phases"] = [{"id": "ph-1", "name": "Awareness"}]
    kept["lanes"] = [{"id": "l-thoughts", "kind": "thoughts", "name": "Thoughts"}]
    with open(copy, "w", encoding="utf-8") as text:
        json.dump(kept, text)
    with App(copy) as app:
        commands = Commands()
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 800)
        with other_program(app):
            for count in (1, 2):
                x, y, width, height = app.settled_extents(app.find("Thoughts", role="row header"))
                place = x + width + 100, y + height - 6
                pull(*SOURCE_PLACE, *place, steps=40)
                let_go_once_heard(*place)
                wait(lambda count=count: len(app.find_all("from outside", role="list item")) == count, f"{count} texts")
                for name, command in (("Phase 1 Awareness", "hide-phase"), ("Thoughts", "hide-lane")):
                    select(app, name)
                    commands.do(command)
                wait(lambda: not app.find_all("Thoughts", role="row header"), "no map")
                commands.do("show-hidden")
                app.find("from outside", role="list item")


def tip_is_no_obstacle():
    """The pointer goes through a tip: what is pressed is the window below, which stays."""
    with App(copy_example()) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        x, y = app.middle(app.find("Find on the Map", role="push button"))

        for _ in range(2):
            move(x - 3, y)
            move(x, y)
            place = wait(lambda: app.popups()[0].get_geometry(), "the tip")
            screen.X_DISPLAY.grab_server()  # what the program does of it comes later
            move(place.x + place.width // 2, place.y + place.height // 2)
            below = screen.ROOT.query_pointer().child
            button(1, True)
            screen.X_DISPLAY.ungrab_server()
            assert screen.title_of(below) == "Max finds his running shoe", "the tip is in the way"
            press("F8")
            button(1, False)
            wait(lambda: not app.popups(), "no tip")


def go_on_from_an_empty_card():
    """A new card that nothing was written into goes when something else is selected, which is what it was
    though it stands elsewhere then."""
    with App(copy_example()) as app:
        app.map_groups()
        select(app, "1.1 Short film in the feed")
        press("Control_L", "Return")
        below = app.find("1.3 Search on the web", role="list item")
        act(below, "card.focus")
        wait(lambda: [node.name for node in app.selected()] == ["1.2 Search on the web"], app.selected)


def votes_for_what_is_out_of_sight():
    """Points may be typed for a card that the map was scrolled away from, off the screen: where they are
    typed is on it."""
    with App(copy_example()) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "a map that is larger than the window")
        select(app, "1.1 Short film in the feed")
        screen.wheel(700, 500, 40)
        wait(lambda: app.settled_extents(app.selected()[0])[1] < -200, "the card out of sight")
        press("1")
        wait(lambda: app.focused() and app.focused().role == "text", "where the points are typed")
        current.take_picture()
        press("Return")
        wait(lambda: is_modified(app), "the points")


def popovers_beside_what_fills_the_window():
    """Something that leaves no room on either side is pointed to all the same: what is opened there is as
    large as elsewhere, whole on the screen and covers some of it."""
    copy = copy_example()
    with open(copy, encoding="utf-8") as text:
        journey = json.load(text)
    journey["phases"][2]["width"] = 3600
    next(lane for lane in journey["lanes"] if lane["name"] == "Pain points")["height"] = 700
    with open(copy, "w", encoding="utf-8") as text:
        json.dump(journey, text)
    with App(copy) as app:
        app.map_groups()
        screen.resize_window(app.x_window(), 1400, 900)
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "a map that is larger than the window")
        for name, axis, least, keys in (("3.1 The checkout stalls", 0, 350, ("e",)),
                                        ("Pain points", 1, 500, ("Shift_L", "F10"))):
            select(app, name)
            assert app.settled_extents(app.selected()[0])[2 + axis] > 600, f"{name} is not large"
            press(*keys)
            wait(lambda: app.popups(), f"what {keys} opens")
            app.settled_picture()
            current.take_picture()
            popup = app.popups()[0].get_geometry()
            start, length = ((popup.x, popup.width), (popup.y, popup.height))[axis]
            end = (1400, 900)[axis]
            shadow = 30  # need not be on the screen
            assert length > least and start > -shadow and start + length < end + shadow, (name, start, length)
            press("Escape")
            wait(lambda: not app.popups(), "it closed")


def inspector_comes_meanwhile():
    """What is selected when the inspector comes, all of it, is selected afterwards, and typing goes on while
    the map finds its new size."""
    with App(copy_example(), inspector=None) as app:
        app.map_groups()
        names = ["1.1 Short film in the feed", "1.2 Search on the web"]
        cards = [wait(lambda name=name: next(node for node in app.map_items() if node.name == name), name)
                 for name in names]
        app.click(cards[0])
        hold("Control_L", True)
        app.click(cards[1])
        hold("Control_L", False)
        wait(lambda: len(app.selected()) == 2, "both selected")
        app.find("2 selected", role="label")  # the inspector has come
        app.settled_picture()
        assert [node.name for node in app.selected()] == names, app.selected()
        canvas = app.find("Journey map", role="panel")
        width = app.settled_extents(canvas)[2]
        press("F9")
        wait(lambda: app.settled_extents(canvas)[2] > width, "the map alone")
        press("F9")
        wait(lambda: app.extents(canvas)[2] == width, "the inspector")
        press("F2")
        wait(lambda: app.focused() and (app.focused().name, app.focused().role) == ("Title", "text"), "the title")
        width = app.x_window().get_geometry().width
        screen.resize_window(app.x_window(), width - 40, 700)
        app.settled_picture()
        assert (app.focused().name, app.focused().role) == ("Title", "text"), app.focused()
        press("Escape")


if __name__ == "__main__":
    run([form_waits_for_the_button, let_go_in_flight, parking_lot_closed_and_opened, map_gone_and_back,
         tip_is_no_obstacle, go_on_from_an_empty_card, votes_for_what_is_out_of_sight,
         popovers_beside_what_fills_the_window, inspector_comes_meanwhile])
