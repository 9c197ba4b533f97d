#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a map has to stand: texts of every kind and length, and edits without end. All of it is undone to
the byte, and nothing is left of it in memory. With ETP_TEST_LONG there are 10,000 edits."""

import json
import os
import random
import tempfile

from clipboard import Clipboard
from etp_e2e import (App, act, copy_example, is_modified, press, read_document, retitle, run, save_under, saved, title,
                     type_text, wait, wait_for_rest)

FOLDER = tempfile.mkdtemp(prefix="stress-", dir=os.environ.get("ETP_E2E_SCRATCH"))
ROUNDS, EDITS = (4, 2500) if os.environ.get("ETP_TEST_LONG") else (3, 150)
SEED = 20
STORE_KIB = 64 * 1024  # ETP_CANVAS_CACHE_BYTES
STEP = "1.1 Short film in the feed"
LONGEST = 100000  # characters
TEXTS = {
    "markup": "<b>bold</b> & <span size='1'>\"so\"</span> &lt;&#x41; </tag %s %n",
    "emoji": "\U0001f469‍\U0001f469‍\U0001f467 \U0001f3f4\U000e0067\U000e0062\U000e007f 1️⃣ ☕",
    "right-to-left": "שלום עולם 123 مرحبا بالعالم ‮umgekehrt‬",
    "combining": "é̱ ä̈̈ Z̷̡̛̹̦͠͝ क्षि 한",
    "control": "a\u0001b\u0007c\u001bd\u007fe f​g\ufeffh",
    "long word": "Donaudampfschifffahrt" * 40,
    "blank": "  \u3000 ",
}


def inspector(app):
    """The panel."""
    return wait(lambda: next(node for node in app.walk("Inspector") if node.role == "panel"), "the inspector")


def every_text():
    """Opens, is told, is shown in the inspector and saved as it was; nobody complains of markup."""
    path = copy_example()
    document = read_document(path)
    cards = [card for card in document["cards"] if card.get("lane") == "l-steps"][:len(TEXTS)]
    for card, text in zip(cards, TEXTS.values()):
        card["title"] = card["text"] = text
    document["personas"][0]["name"] = TEXTS["markup"]
    document["phases"][0]["name"] = TEXTS["right-to-left"]
    document["owner"] = TEXTS["emoji"]
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    with App(path, inspector=True) as app:
        app.map_groups()
        for text in (TEXTS["markup"], TEXTS["emoji"], TEXTS["combining"]):
            app.find(lambda name, text=text: name.endswith(text), role="list item")
        for node in [node for node in app.map_items() if ", lane Touchpoints, " in node.description][:len(TEXTS)]:
            act(node, "card.focus")
            wait(lambda node=node: node in app.selected(), f"{node} selected")
        retitle(app, "all of it")
        after = saved(app)
    for card in cards:
        told = next(one for one in after["cards"] if one["id"] == card["id"])
        assert (told["title"], told["text"]) == (card["title"], card["text"]), told
    assert after["personas"][0]["name"] == TEXTS["markup"] and after["owner"] == TEXTS["emoji"]
    assert after["phases"][0]["name"] == TEXTS["right-to-left"]


def longest_text():
    """100,000 characters are pasted into a card, saved, and taken back as one step."""
    path = copy_example()
    text = ("Größe – \U0001f45f, " * LONGEST)[:LONGEST]
    with App(path, inspector=True) as app:
        app.map_groups()
        before = next(card for card in read_document(path)["cards"] if card.get("title") == STEP[4:])["text"]

        def stored():
            return next(card for card in saved(app)["cards"] if card.get("title") == STEP[4:])["text"]
        act(app.find(STEP, role="list item"), "card.focus")
        field = wait(lambda: next(app.walk("Text", "text", inspector(app)), None), "the text")
        app.click(field)
        wait(lambda: app.focused() and app.focused().name == "Text", "the keyboard in the text")
        press("Control_L", "a")
        with Clipboard({"text/plain": text.encode()}):
            press("Control_L", "v")
            wait(lambda: is_modified(app), "the text on the map")
        assert stored() == text
        press("Escape")
        press("Control_L", "z")
        wait(lambda: is_modified(app), "the step undone")
        assert stored() == before


def edit(app, source):
    """One of the things that people do by key, at random."""
    kind = source.randrange(16)
    if kind < 4:
        press(source.choice(["Left", "Right", "Up", "Down", "n"]))
    elif kind < 8:
        press("Alt_L", source.choice(["Left", "Right", "Up", "Down"]))
    elif kind < 10:
        press(*source.choice([("v",), ("Shift_L", "v"), ("plus",), ("minus",)]))
    elif kind < 12:  # a new card, or another text
        press(*source.choice([("Control_L", "Return"), ("F2",)]))
        type_text(source.choice("abcdefgh"))
        press("Return")
        press("Escape")
    elif kind == 12:
        press("Delete")
    elif kind == 13:
        press("Control_L", "c")
        press("Control_L", "v")
    elif kind == 14:
        press("Control_L", "z")
    else:
        press("Control_L", "y")


def memory(app):
    """What the program holds, in KiB."""
    with open(f"/proc/{app.process.pid}/status", encoding="ascii") as file:
        return int(next(line for line in file if line.startswith("VmRSS")).split()[1])


def now(app):
    """What the window says of the map: its title, and what would be undone."""
    return wait(lambda: (title(app), sorted(node.name for node in app.walk(lambda name: name.startswith("Undo")))),
                "an answer")


def undo_all(app):
    """Until there is nothing more to undo."""
    press("Escape")
    wait_for_rest(lambda: now(app), "the map")  # keys come faster than they are answered
    assert now(app)[0].endswith("•"), "nothing was edited"

    def more():
        for _ in range(25):
            press("Control_L", "z")
        return not now(app)[0].endswith("•")
    wait(more, "the first step", 600)
    wait_for_rest(lambda: now(app), "the map")


def edits_without_end():
    """Edits at random, all of them undone, again and again: the first bytes, no complaint, and memory
    that does not grow."""
    path = copy_example()
    with open(path, "rb") as file:
        before = file.read()
    source, held = random.Random(SEED), []
    with App(path) as app:
        app.map_groups()
        for number in range(ROUNDS):
            act(app.find(STEP, role="list item"), "card.focus")
            wait(lambda: app.selected(), "the step selected")
            for count in range(EDITS):
                edit(app, source)
                if count % 50 == 49:
                    assert app.frames(), "the window is gone"
            undo_all(app)
            held.append(memory(app))
            other = os.path.join(FOLDER, f"undone{number}")
            press("Control_L", "Shift_L", "s")
            save_under(app, other)
            wait(lambda other=other: os.path.exists(other + ".journey"), "the file")
            app.find(os.path.basename(other) + ".journey", role="label")
            with open(other + ".journey", "rb") as file:
                assert file.read() == before, f"not what it was after round {number}"
        print(f"# KiB after each round: {held}")
        # Pictures of cards fill the canvas's store of them; when that is full no more is held.
        assert held[-1] - held[0] < STORE_KIB + 32 * 1024, held
        assert title(app) == "Max finds his running shoe"


if __name__ == "__main__":
    run([every_text, longest_text, edits_without_end])
