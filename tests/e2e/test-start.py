#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The start page, templates and snapshots in the real window."""

import json
import os
import shutil
import tempfile

import screen
from etp_e2e import App, act, answer, example, has_state, press, run, save_under, type_text, wait

FOLDER = tempfile.mkdtemp(dir=os.environ.get("ETP_E2E_SCRATCH"))
TEMPLATES = {"Empty Map": "First phase", "Five Phases": "Awareness", "Online Shop": "Checkout", "Omnichannel": "Trigger",
             "Business Buyer": "Comparing suppliers", "Service Blueprint": "Closing",
             "A Journey through Life": "Retirement"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def choose(app, name, window=None):
    """Follows a tile or a button, wherever on the page it is; in the window of that title."""
    wait(lambda: act(app.find(lambda own: own == name or own.startswith(name + " "), role="push button",
                              inside=window and app.frame_called(window)), "click") or True, name)


def go_to(app, name):
    """Tab after Tab until the button has the focus."""
    app.find(name, role="push button")
    for _ in range(20):
        press("Tab")
        if wait(lambda: [node.name for node in app.walk() if node.had_state("focused")], "a focus")[-1] == name:
            return
    raise AssertionError(f"no way by Tab to {name}")


def templates():
    """A template begins an untitled map with its phases: the first takes the window, the others get
    one of their own by Ctrl+Shift+N. The last one is chosen by mouse."""
    with App() as app:
        for number, (title, phase) in enumerate(TEMPLATES.items(), 1):
            if number > 1:
                press("Control_L", "Shift_L", "n")
            app.show(app.frame_called("Etappe"))
            if number < len(TEMPLATES):
                choose(app, title, "Etappe")
            else:
                app.click_below(lambda name, title=title: name.startswith(title))
            app.find(lambda name, phase=phase: phase in name, role="heading")
            wait(lambda number=number: len(app.frames()) == number, "one more window")


def keyboard():
    """A template by the keyboard; Ctrl+Shift+N shows them again, in a window of their own."""
    with App() as app:
        go_to(app, "Empty Map")
        press("Return")
        app.find(lambda name: "First phase" in name, role="heading")
        press("Down")
        wait(lambda: app.selected() and app.focused() == app.selected()[0], "the keyboard on the map")
        press("Control_L", "Shift_L", "n")
        wait(lambda: len(app.frames()) == 2, "a second window")


def recent():
    """A map that was opened has a picture and what is due; one that is gone can be taken away, and the
    keyboard goes on beside it."""
    home = tempfile.mkdtemp(dir=FOLDER)
    path, gone = os.path.join(FOLDER, "due.journey"), os.path.join(FOLDER, "gone.journey")
    journey = read(example("webshop.en"))
    journey["reviewDue"] = "2020-03-01"
    with open(path, "w", encoding="utf-8") as file:
        json.dump(journey, file)
    shutil.copy(example("b2b.en"), gone)
    listed = home + "/share/recently-used.xbel"
    with App(path, gone, home=home):
        wait(lambda: os.path.exists(listed) and all(name in open(listed, encoding="utf-8").read()
                                                    for name in ("due.journey", "gone.journey")), "both listed")
    os.remove(gone)
    with App(home=home) as app:
        app.find("Max finds his running shoe", role="push button")
        app.find("Review overdue since 1\u00a0Mar\u00a02020", role="label")
        app.find("Moved or deleted", role="label")
        assert app.find("due.journey", role="label") and app.find("gone.journey", role="label")
        assert app.find(FOLDER, role="label")
        previews = home + "/cache/etappe/previews"
        wait(lambda: any(name.endswith(".png") for name in os.listdir(previews)), "a picture in the cache")
        tile = app.find("Max finds his running shoe", role="push button")
        go_to(app, "Remove gone.journey from the List")
        press("Return")
        wait(lambda: not app.find_all("Moved or deleted"), "the tile gone")
        wait(lambda: app.focused() == tile,  "the keyboard on the tile beside it, which stayed")
        app.click(tile)
        app.find("1.1 Short film in the feed", role="list item")


def recent_of_one_name():
    """Two maps of one name: each button says which of them it takes from the list."""
    home = tempfile.mkdtemp(dir=FOLDER)
    folders = [tempfile.mkdtemp(dir=FOLDER) for _ in range(2)]
    paths = [shutil.copy(example("b2b.en"), os.path.join(folder, "twin.journey")) for folder in folders]
    listed = home + "/share/recently-used.xbel"
    for path in paths:
        with App(path, home=home):
            wait(lambda path=path: os.path.exists(listed) and path in open(listed, encoding="utf-8").read(), "it listed")
    with App(home=home) as app:
        for folder in folders:
            app.find(f"Remove twin.journey in {folder} from the List", role="push button")
        go_to(app, f"Remove twin.journey in {folders[0]} from the List")
        press("Return")
        wait(lambda: not app.find_all(folders[0], role="label") and app.find_all(folders[1], role="label"),
             "the other one only")


def what_is_due():
    """Each recent map says when its review is due, how many measures are overdue and how much is known,
    and the one that waits longest comes first; one without a review comes last."""
    home = tempfile.mkdtemp(dir=FOLDER)
    maps = {"Soon": ("2099-05-04", ["done", "planned"], "measured"), "Never": (None, [], "assumed"),
            "Long ago": ("2019-02-01", ["planned", "doing", "done"], "observed"), "Late": ("2020-03-01", ["doing"], "assumed")}
    paths = []
    for name, (due, measures, evidence) in maps.items():
        journey = read(example("webshop.en"))
        journey["title"] = name
        journey.pop("reviewDue", None)
        if due:
            journey["reviewDue"] = due
        journey["measures"] = [{"id": f"m-{number}", "title": "Measure", "status": status, "due": "2020-01-01"}
                               for number, status in enumerate(measures)]
        journey["links"] = []
        for card in journey["cards"]:
            card["evidence"] = evidence
            for emotion in card.get("emotions", []):
                emotion["evidence"] = evidence
        paths.append(os.path.join(home, name.replace(" ", "") + ".journey"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            json.dump(journey, file)
    listed = home + "/share/recently-used.xbel"
    with App(*paths, home=home) as app:
        wait(lambda: os.path.exists(listed) and all(os.path.basename(path) in open(listed, encoding="utf-8").read()
                                                    for path in paths), "all listed")
    with App(home=home) as app:
        app.find("Review overdue since 1\u00a0Feb\u00a02019", role="label")
        app.find("Review overdue since 1\u00a0Mar\u00a02020", role="label")
        app.find("Next review 4\u00a0May\u00a02099", role="label")
        app.find("2 measures overdue", role="label")
        assert len(app.find_all("1 measure overdue", role="label")) == 2
        shares = [node.name for node in app.walk(role="label") if node.name.endswith("observed or measured")]
        assert sorted(share.split("%")[0].strip("\u00a0\u202f") for share in shares) == ["0", "0", "100", "100"], shares

        def order():
            tiles = [app.find(name, role="push button") for name in maps]
            return [tile.name for tile in sorted(tiles, key=lambda tile: tile.get_extents()[1::-1])]
        wait(lambda: order() == ["Long ago", "Late", "Soon", "Never"], lambda: f"the oldest first, not {order()}")


def own_template():
    """Save as a template without cards, begin with it, remove it."""
    path, home = os.path.join(FOLDER, "own.journey"), tempfile.mkdtemp(dir=FOLDER)
    shutil.copy(example("webshop.en"), path)
    with App(path, home=home) as app:
        app.find("1.1 Short film in the feed", role="list item")
        press("F10")
        act(app.find("Save as Template…", role="menu item"), "click")
        app.find("Name of the template")
        press("Control_L", "a")
        type_text("Our shop")
        press("Tab")
        press("space")
        press("Shift_L", "Tab")
        press("Return")
        saved = home + "/share/etappe/templates/Our shop.journey"
        wait(lambda: os.path.exists(saved), "the template")
        assert "cards" not in read(saved) and len(read(saved)["phases"]) == 5
    with App(home=home) as app:
        app.find("Our shop", role="push button")
        choose(app, "Remove the Template Our shop")
        wait(lambda: not app.find_all("Our shop"), "the tile gone")
        assert not os.path.exists(saved)
        # Removed by mistake: it comes back as it was, and goes again.
        app.click(wait(lambda: next(node for node in app.walk(lambda name: name.endswith("Undo"), "push button")
                                    if has_state(node, "sensitive")), "the way back"))
        app.find("Our shop", role="push button")
        assert len(read(saved)["phases"]) == 5
        # A map begins with it, of which nothing is in a file yet.
        choose(app, "Our shop")
        app.find(lambda name: "Purchase decision" in name, role="heading")
        assert not app.find_all("1.1 Short film in the feed")
        press("Control_L", "Shift_L", "n")
        app.show(app.frame_called("Etappe"))
        choose(app, "Remove the Template Our shop", "Etappe")
        wait(lambda: not app.find_all("Our shop", inside=app.frame_called("Etappe")), "the tile gone")
        assert not os.path.exists(saved)


def snapshot():
    """Take one, change the map, compare, restore, undo."""
    path = os.path.join(FOLDER, "snapshot.journey")
    shutil.copy(example("webshop.en"), path)
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")
        before = read(path)

        def command(name):
            press("F10")
            act(app.find(name, role="menu item"), "click")

        command("Snapshots…")
        app.find("No Snapshots")
        app.click(app.find("Take a Snapshot…", role="label"))
        app.find("Take a Snapshot", role="label")
        type_text("after the workshop")
        press("Return")
        app.find(lambda name: name == "Snapshot “after the workshop” taken")
        press("Control_L", "s")
        wait(lambda: "snapshots" in read(path), "the snapshot in the file")
        assert read(path)["snapshots"][0]["name"] == "after the workshop"
        command("Snapshots…")
        app.find("Nothing has changed since then.")
        press("Escape")
        wait(lambda: not app.find_all("Nothing has changed since then."), "the dialog gone")
        screen.raise_window(app.x_window())
        app.click(app.find("1.1 Short film in the feed", role="list item"))
        press("Delete")
        wait(lambda: not app.find_all("1.1 Short film in the feed", role="list item"), "the card gone")
        command("Snapshots…")
        app.find(lambda name: name.startswith("Since then: 1 card removed"))
        choose(app, "Compare with after the workshop")
        app.find(lambda name: name.startswith("Compared with “after the workshop”: 1 card removed"))
        choose(app, "End the Comparison")
        wait(lambda: not app.find_all(lambda name: name.startswith("Compared with")), "the bar gone")
        command("Snapshots…")
        choose(app, "Restore after the workshop")
        app.find("1.1 Short film in the feed", role="list item")
        press("Control_L", "s")
        wait(lambda: [card["id"] for card in read(path)["cards"]] == [card["id"] for card in before["cards"]],
             "the cards of then")
        app.find("Undo Restore Snapshot", role="push button")
        press("Control_L", "z")
        wait(lambda: not app.find_all("1.1 Short film in the feed", role="list item"), "the restoring undone")
        press("Control_L", "s")
        wait(lambda: [card["id"] for card in read(path)["cards"]] == [card["id"] for card in before["cards"]
                                                                      if card["id"] != "s-film"], "the cards without it")


def removed_snapshots():
    """What the bin takes is said where it is seen, and comes back by the message and by keys; the keyboard goes on to
    the next one, and not to its bin."""
    path = os.path.join(FOLDER, "three.journey")
    journey = read(example("webshop.en"))
    names = ["first", "second", "third"]
    journey["snapshots"] = [{"id": name, "name": name, "date": "2026-01-01",
                             "journey": {"format": "etappe-journey", "version": 1}} for name in names]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(journey, file)
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")

        def there(*names):
            wait(lambda: [node.name for node in app.walk(role="push button") if node.name.startswith("Remove ")]
                 == [f"Remove {name}" for name in names], f"the snapshots {names}")

        def focused(name):
            wait(lambda: any(node.name.startswith(name) and node.had_state("focused")
                             for node in app.walk(role="push button")), f"the keyboard on {name}")

        press("F10")
        act(app.find("Snapshots…", role="menu item"), "click")
        app.show(app.frame_called("Snapshots"))
        there("third", "second", "first")
        app.click(app.find("Remove second", role="push button"))
        there("third", "first")
        app.find("“second” deleted", role="label")
        focused("Compare with first")
        act(app.find(lambda name: name.endswith("Undo"), role="push button", inside=app.frame_called("Snapshots")), "click")
        there("third", "second", "first")
        for name in reversed(names):
            app.click(app.find(f"Remove {name}", role="push button"))
            app.find(f"“{name}” deleted", role="label")
        app.find("No Snapshots")
        focused("Take a Snapshot…")
        press("Control_L", "z")
        there("first")
        press("Control_L", "z")
        there("second", "first")
        press("Control_L", "y")
        there("first")


def ghost():
    """While a map is compared with a snapshot its curve of then is under today's; it goes with the
    comparison. All of it by keys, found in the palette."""
    path = os.path.join(FOLDER, "ghost.journey")
    shutil.copy(example("webshop.en"), path)

    def point():
        return next(node for node in app.map_items() if f", lane Emotions, " in node.description
                    and node.name == "Order through customer service")

    with App(path) as app:
        app.map_groups()

        def command(name):
            press("Control_L", "Shift_L", "p")
            app.show(app.frame_called("Commands"))
            type_text(name)
            press("Return")
            wait(lambda: not any(frame.name == "Commands" for frame in app.frames()), "no palette")

        command("take a snapshot")
        app.find("Take a Snapshot", role="label")
        type_text("before")
        press("Return")
        app.find("Snapshot “before” taken")
        wait(lambda: not app.find_all("Snapshot “before” taken"), "nothing over the curve")
        x, y, width, height = app.settled_extents(point())
        act(point(), "card.focus")
        wait(lambda: app.selected() == [point()], "the point selected")
        for _ in range(2):
            press("Alt_L", "Shift_L", "Down")
        wait(lambda: app.settled_extents(point())[1] > y + 40, "the point moved down")
        act(app.find("Max, 34", role="list item"), "card.focus")
        place = x - 30, y - 12, width + 60, height + 20  # where the curve was
        at = app.settled_extents(point())
        without = app.settled_picture(*place)
        command("compare and restore")
        app.show(app.frame_called("Snapshots"))
        for _ in range(20):
            focused = wait(app.focused, "the keyboard in the dialog")
            if focused.name.startswith("Compare with before"):
                break
            press("Tab")
            wait(lambda focused=focused: app.focused() and app.focused() != focused, f"what comes after {focused}")
        press("Return")
        app.find(lambda name: name.startswith("Compared with “before”"))
        # The bar that says so takes some room, and more as its words come.
        app.settled_picture()
        now = app.settled_extents(point())
        there = place[0] + now[0] - at[0], place[1] + now[1] - at[1], *place[2:]
        assert app.settled_picture(*there).differs(without) > 40, "no curve of then"
        app.show(app.frames()[0])
        command("end the comparison")
        wait(lambda: app.settled_picture(*place) == without, "the ghost gone")


def copy_without():
    """A copy leaves the snapshots out if one wants so; the map keeps them."""
    path = os.path.join(FOLDER, "with.journey")
    journey = read(example("webshop.en"))
    journey["snapshots"] = [{"id": "s", "name": "then", "date": "2026-01-01",
                             "journey": {"format": "etappe-journey", "version": 1}}]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(journey, file)
    with App(path) as app:
        app.find("1.1 Short film in the feed", role="list item")
        press("F10")
        act(app.find("Save a Copy…", role="menu item"), "click")
        answer(app, "Copy the Snapshots Too?", "Leave Out")
        save_under(app, os.path.join(FOLDER, "without"))
        app.find("The copy is saved as “without.journey”.")
        assert "snapshots" not in read(os.path.join(FOLDER, "without.journey"))
        assert len(read(path)["snapshots"]) == 1


if __name__ == "__main__":
    try:
        run([templates, keyboard, recent, recent_of_one_name, what_is_due, own_template, snapshot,
             removed_snapshots, ghost, copy_without])
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
