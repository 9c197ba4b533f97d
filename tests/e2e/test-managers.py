#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The managers of lists by mouse and by keyboard; the saved file tells what became of it."""

import json
import os
import shutil
import tempfile
import time

from etp_e2e import App, act, answer, example, has_state, press, run, type_text, wait, wait_for_rest

FOLDER = tempfile.mkdtemp(prefix="managers-", dir=os.environ.get("ETP_E2E_SCRATCH"))
FILE = os.path.join(FOLDER, "map.journey")

app = None


def read():
    """The map's file."""
    with open(FILE, encoding="utf-8") as file:
        return json.load(file)


def saved(ask, what):
    """Saves the map until the file answers the question with something."""
    last = [0]

    def ask_file():
        if time.monotonic() - last[0] > 1:
            press("Control_L", "s")
            last[0] = time.monotonic()
        return ask(read())

    return wait(ask_file, what)


def is_open(name):
    """Whether a dialog of that name is there."""
    return any(frame.name == name for frame in app.frames())


def command(words, dialog=None):
    """A command by its name, through the palette."""
    wait(lambda: len(app.frames()) == 1, "no other window")
    press("Control_L", "Shift_L", "p")
    wait(lambda: is_open("Commands") or is_open("Befehle"), "the palette")
    type_text(words)
    press("Return")
    wait(lambda: not (is_open("Commands") or is_open("Befehle")), "no palette")
    if not dialog:
        app.show(wait(lambda: app.frames()[0], "the window"))
    if dialog:
        app.show(app.frame_called(dialog))
        # What it shows takes the keyboard once it is filled.
        wait_for_rest(app.focused, "the keyboard", 0.2)


def window(name="Manage"):
    """The dialog."""
    return next(frame for frame in app.frames() if frame.name == name)


def back_to_map(name="Manage"):
    """Once the dialog is gone, the map has the keyboard again."""
    wait(lambda: not is_open(name), f"{name} closed")
    app.show(wait(lambda: app.frames()[0], "the window"))


def close(name="Manage"):
    """Escape closes it."""
    press("Escape")
    back_to_map(name)


def find(name, role, inside="Manage"):
    """Something in the dialog."""
    return wait(lambda: next(app.walk(name, role, window(inside))), f"the {role} {name} in {inside}")


def go_to(name, *keys):
    """Tab, or what is given, again and again until what is called so has the keyboard. Where a list that is
    just filled takes the keyboard meanwhile, Tab may lead back to where it was."""
    fits = name if callable(name) else name.__eq__
    for _ in range(12):
        last = wait(app.focused, "the keyboard somewhere")
        if fits(last.name):
            return
        press(*(keys or ("Tab",)))
        try:
            wait(lambda: app.focused() and app.focused() != last, "the next stop", 2)
        except AssertionError:
            continue
    raise AssertionError(f"no way to {name}")


def names():
    """What stands in the list."""
    return [node.name for node in app.walk(None, "list item", window())]


def where_used():
    """A row of the list of uses leads to the card on the map."""
    command("Manage departments", "Manage")
    used = wait(lambda: next(node for node in app.walk(None, "push button", window())
                             if node.name.startswith(("Measure: ", "Touchpoint: "))), "a place of use")
    name = used.name.split(": ", 1)[1]
    act(used, "click")
    back_to_map()
    wait(lambda: any(name in node.name for node in app.selected()), f"{name} selected")


def delete_what_is_used():
    """What is used goes only after a question, by mouse and by keyboard. Escape takes away first what
    the dialog says and then the dialog."""
    command("Manage channels", "Manage")
    before = wait(names, "the channels")
    question = f"Delete “{before[0]}”?"
    app.click(find(before[0], "list item"))
    app.click(find("Delete the Entry", "push button"))
    answer(app, question, "Cancel")
    app.show(window())
    assert names() == before
    go_to(before[0], "Shift_L", "Tab")
    press("Delete")
    app.show(wait(lambda: next(frame for frame in app.frames() if app.find_all(question, inside=frame)), question))
    go_to(lambda name: name.endswith("Delete"))
    press("Return")
    wait(lambda: names() == before[1:], "the channel gone")
    app.show(window())
    said = f"“{before[0]}” deleted"
    app.find(said, role="label")
    press("Escape")
    wait(lambda: not app.find_all(said), "what the dialog says gone")
    close()
    saved(lambda journey: [channel["name"] for channel in journey["channels"]] == before[1:], "the others in the file")
    press("Control_L", "z")
    saved(lambda journey: len(journey["channels"]) == len(before), "the channel again")


def merge_channels():
    """Another channel becomes part of the one that is shown: its name is gone, and what used it uses this
    one."""
    journey = read()
    ids = {channel["name"]: channel["id"] for channel in journey["channels"]}
    command("Manage channels", "Manage")
    before = wait(names, "the channels")
    app.settled_extents(find(before[0], "list item"))
    app.click(find(before[0], "list item"))
    app.click(find(lambda name: name.endswith("Merge…"), "push button"))
    wait(lambda: app.focused() and app.focused().name in before[1:], "the list of the others")
    gone = app.focused().name
    press("Return")
    wait(lambda: names() == [name for name in before if name != gone], f"{gone} gone")
    app.find(f"“{gone}” has become part of “{before[0]}”", role="label")
    press("Escape")
    wait(lambda: not app.find_all(lambda name: "has become part" in name), "what the dialog says gone")
    close()
    saved(lambda journey: gone not in [channel["name"] for channel in journey["channels"]], "the others in the file")
    used = [card["id"] for card in journey["cards"] if ids[gone] in card.get("channels", [])]
    assert used, f"nothing uses {gone}"
    for card in read()["cards"]:
        if card["id"] in used:
            assert ids[before[0]] in card["channels"] and ids[gone] not in card["channels"], card
    press("Control_L", "z")
    saved(lambda now: (now["channels"], now["cards"]) == (journey["channels"], journey["cards"]), "all as it was")


def print_sheet():
    """The sheet about a persona: the dialog to print shows it, filled."""
    command("Manage personas", "Manage")
    act(find(lambda name: name.endswith("Print Sheet…"), "push button"), "click")
    wait(lambda: not is_open("Manage"), "the lists gone")
    app.show(app.frame_called("Print"))
    row = app.find("About the persona", role="combo box")
    assert list(app.walk("Max", inside=row)), app.names()
    app.find(lambda name: name.startswith("Page 1 of 1"), role="image")
    press("Escape")
    wait(lambda: not is_open("Print"), "the dialog gone")
    app.show(wait(lambda: app.frames()[0], "the window"))


def tags():
    """A new tag is named and found in the file; deleted, it is gone from there."""
    command("Manage tags", "Manage")
    before = names()
    app.click(find("Add an Entry", "push button"))
    wait(lambda: len(names()) == len(before) + 1, "one tag more")
    wait(lambda: app.focused() and app.focused().role == "text", "its name")
    press("Control_L", "a")
    type_text("zuletzt")
    press("Return")
    wait(lambda: "zuletzt" in names(), lambda: f"the name among {names()}")
    close()
    saved(lambda journey: "zuletzt" in journey.get("tags", []), "the tag in the file")
    command("Manage tags", "Manage")
    app.click(find("zuletzt", "list item"))
    app.click(find("Delete the Entry", "push button"))
    answer(app, "Delete “zuletzt”?", "Delete")
    app.show(window())
    wait(lambda: names() == before, "the tag gone")
    close()
    saved(lambda journey: "zuletzt" not in journey.get("tags", []), "no tag in the file")
    press("Control_L", "z")
    saved(lambda journey: "zuletzt" in journey.get("tags", []), "the tag again")
    press("Control_L", "z")
    press("Control_L", "z")
    saved(lambda journey: "zuletzt" not in journey.get("tags", []), "the tag undone")


def rename_and_click():
    """A click on another tag while a name is being typed gives that name, and selects the tag clicked at, which
    stands elsewhere in the list by then."""
    command("Manage tags", "Manage")
    before = wait(names, "the tags")
    for name in ("aaa", "bbb", "ccc"):
        app.click(find("Add an Entry", "push button"))
        wait(lambda: app.focused() and app.focused().role == "text", "its name")
        press("Control_L", "a")
        type_text(name)
        press("Return")
        wait(lambda name=name: name in names(), lambda: f"the name among {names()}")
    app.click(find("aaa", "list item"))
    app.click(find("Name", "text"))
    press("Control_L", "a")
    type_text("zzz")
    app.click(find("bbb", "list item"))
    wait(lambda: set(names()) == {*before, "bbb", "ccc", "zzz"}, lambda: f"the name among {names()}")
    wait(lambda: has_state(find("bbb", "list item"), "selected"), "the tag clicked at selected")
    app.click(find("Delete the Entry", "push button"))
    answer(app, "Delete “bbb”?", "Delete")
    app.show(window())
    wait(lambda: set(names()) == {*before, "ccc", "zzz"}, "only that tag gone")
    close()
    saved(lambda journey: {"ccc", "zzz"} <= set(journey["tags"]) and "bbb" not in journey["tags"], "the tags in the file")


LISTS = {"personas": "personas", "channels": "channels", "touchpoints": "touchpoints", "sources": "sources",
         "departments": "units", "systems": "systems", "offers": "offers"}


def add_by_keyboard(before):
    """With keys alone an entry is added, named, moved up, deleted and brought back; returns what stands in the list
    then. An empty list has the button only."""
    go_to(before[0] if before else "Add an Entry")
    press("Insert" if before else "space")
    wait(lambda: len(names()) == len(before) + 1, "one entry more")
    wait(lambda: app.focused() and app.focused().role == "text", "its name")
    press("Control_L", "a")
    type_text("neuer Eintrag")
    wait(lambda: names() == before + ["neuer Eintrag"], lambda: f"the name in {names()}")
    go_to("neuer Eintrag", "Shift_L", "Tab")
    if before:
        moved = before[:-1] + ["neuer Eintrag"] + before[-1:]
        for keys, order in ((("Alt_L", "Up"), moved), (("Control_L", "z"), before + ["neuer Eintrag"]),
                            (("Alt_L", "Up"), moved)):
            press(*keys)
            wait(lambda order=order: names() == order, lambda order=order: f"{order}, not {names()}")
            wait(lambda: app.focused() and app.focused().name == "neuer Eintrag", "the keyboard on it")
    order = names()
    press("Delete")
    wait(lambda: names() == before, "the entry gone")
    press("Control_L", "z")
    wait(lambda: names() == order, "the entry again")
    return order


def add_by_mouse(before):
    """The same with the buttons, to a list in which there is something."""
    app.click(find("Add an Entry", "push button"))
    wait(lambda: len(names()) == len(before) + 1, "one entry more")
    wait(lambda: app.focused() and app.focused().role == "text", lambda: f"its name, not {app.focused()}")
    press("Control_L", "a")
    type_text("Grüner")
    wait(lambda: names() == before + ["Grüner"], lambda: f"the name in {names()}")
    order = before[:-1] + ["Grüner"] + before[-1:]
    app.click(find("Move the Entry Up", "push button"))
    wait(lambda: names() == order, "the entry moved")
    app.click(find("Delete the Entry", "push button"))
    wait(lambda: names() == before, "the entry gone")
    app.click(find(lambda name: name.endswith("Undo"), "push button"))
    wait(lambda: names() == order, "the entry again")
    return order


def every_list():
    """In each list an entry is added, named, moved, deleted and brought back by keys and another one by mouse; what
    became of it is in the file, and each step is one to undo."""
    def is_in_file(order, list_name):
        saved(lambda journey: [entry.get("name", entry.get("title")) for entry in journey.get(list_name, [])] == order,
              f"{order} in the file")

    for words, list_name in LISTS.items():
        command("Manage " + words, "Manage")
        before = names()
        order = add_by_mouse(add_by_keyboard(before))
        said = "“Grüner” deleted"
        if app.find_all(said):
            press("Escape")
            wait(lambda said=said: not app.find_all(said), "what the dialog says gone")
        close()
        is_in_file(order, list_name)
        for _ in range(6 if before else 5):
            press("Control_L", "z")
        is_in_file(before, list_name)


def measures():
    """One of the list of measures is shown on the map."""
    command("List of all measures", "Measures")
    open_one = "Startseite unter 2,5 Sekunden"
    app.settled_extents(find(open_one, "label", "Measures"))
    app.click(find(open_one, "label", "Measures"))
    app.click(find(lambda name: name.endswith("Show on the Map"), "push button", "Measures"))
    back_to_map("Measures")
    wait(lambda: [open_one in node.name for node in app.selected()] == [True], "the measure selected")


def rows():
    """The titles of the measures in the table, from the top down."""
    titles = {measure["title"] for measure in read()["measures"]}
    return [node.name for node in app.walk(lambda name: name in titles, "label", window("Measures"))]


def measures_by_keyboard():
    """By keys alone the list is sorted, those that are overdue or open are singled out, one of them is
    done and shown on the map."""
    journey = read()
    by_due = [one["title"] for one in sorted(journey["measures"], key=lambda one: one["due"])]
    by_title = sorted(by_due, key=str.casefold)
    late = [one["title"] for one in journey["measures"] if one.get("status") != "done"
            and one["due"] < time.strftime("%Y-%m-%d")]
    assert by_due != by_title and len(late) == 1, late
    command("List of all measures", "Measures")
    wait(lambda: rows() == by_due, lambda: f"{by_due}, not {rows()}")
    # After a click on a heading the choice tells so, and leads back.
    app.click(find("Measure", "label", "Measures"))
    wait(lambda: rows() == by_title, lambda: f"{by_title}, not {rows()}")
    go_to("By what the measures are sorted")
    app.unfold()
    for _ in range(3):
        press("Down")
    press("Return")
    wait(lambda: rows() == by_due, lambda: f"{by_due}, not {rows()}")
    go_to("By what the measures are sorted")
    app.unfold()
    for _ in range(3):
        press("Up")
    press("Return")
    wait(lambda: rows() == by_title, lambda: f"{by_title}, not {rows()}")
    for order in (by_title[::-1], by_title):
        go_to("Reverse the Order")
        press("space")
        wait(lambda order=order: rows() == order, lambda order=order: f"{order}, not {rows()}")
    go_to("Which measures are shown", "Shift_L", "Tab")
    app.unfold()
    press("Down")
    press("Down")
    press("Return")
    wait(lambda: rows() == late, lambda: f"{late}, not {rows()}")
    go_to("Status")
    app.unfold()
    wait(lambda: app.focused() and app.focused().name == "In progress", "the words")
    press("Down")
    wait(lambda: app.focused() and app.focused().name == "Done", "the next word")
    press("Return")
    # It stays as long as its form is shown.
    app.find(lambda name: name.endswith(" 0 overdue"), "label", window("Measures"))
    assert rows() == late and app.focused().name == "Status", (rows(), app.focused())
    for keys, count in ((("z",), 1), (("y",), 0), (("z",), 1), (("Shift_L", "z"), 0)):
        press("Control_L", *keys)
        wait(lambda count=count: list(app.walk(lambda name: name.endswith(f" {count} overdue"), "label",
                                               window("Measures"))), lambda keys=keys: f"the count after {keys}")
    close("Measures")
    saved(lambda journey: [one["status"] for one in journey["measures"] if one["title"] == late[0]] == ["done"],
          "it done in the file")
    press("Control_L", "z")
    saved(lambda now: now["measures"] == journey["measures"], "it undone")


def measures_without_owner():
    """What has no owner comes last, whichever way the owners are sorted."""
    owner_of = {measure["title"]: measure.get("owner", "") for measure in read()["measures"]}
    owners = sorted(set(owner_of.values()) - {""})
    assert "" in owner_of.values() and len(owners) > 1, owner_of

    def shown():
        return list(dict.fromkeys(owner_of[title] for title in rows()))
    command("List of all measures", "Measures")
    for order in (owners, owners[::-1], owners):
        app.click(next(app.walk("Owner", "label", window("Measures"))))
        wait(lambda order=order: shown() == order + [""], lambda order=order: f"{order}, not {shown()}")
    close("Measures")


if __name__ == "__main__":
    shutil.copy(example("webshop.de"), FILE)
    with open(FILE, encoding="utf-8") as text:
        document = json.load(text)
    document["measures"][1]["due"] = "2020-01-29"
    del document["measures"][0]["owner"]
    with open(FILE, "w", encoding="utf-8") as text:
        json.dump(document, text)
    with App(FILE) as app:
        app.map_groups()
        run([where_used, delete_what_is_used, merge_channels, print_sheet, tags, rename_and_click, every_list, measures,
             measures_by_keyboard, measures_without_owner])
