#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a map has to stand: texts of every kind and length. Edits without end are in test-random.py."""

import json

from clipboard import Clipboard
from etp_e2e import App, act, copy_example, find_cards, is_modified, press, read_document, retitle, run, saved, wait

STEP = "1.1 Short film in the feed"
PASTED_OVER = "4.3 E-mail with care tips"
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
    """Opens, is told, is shown in the inspector and saved as it was; nobody complains of markup. So is what
    is pasted while typing."""
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
        act(app.find(PASTED_OVER, role="list item"), "card.focus")
        wait(lambda: [node.name for node in app.selected()] == [PASTED_OVER], "the card selected")
        press("F2")
        wait(lambda: app.focused() and app.focused().name == "Title" and app.focused().role == "text", "typing")
        press("Control_L", "a")
        pasted = TEXTS["control"] + TEXTS["right-to-left"]
        with Clipboard({"text/plain": pasted.encode()}):
            press("Control_L", "v")
            wait(lambda: is_modified(app), "the text on the map")
        press("Return")
        retitle(app, "all of it")
        after = saved(app)
    assert len(find_cards(after, pasted)) == 1 and not find_cards(after, PASTED_OVER.split(" ", 1)[1])
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


if __name__ == "__main__":
    run([every_text, longest_text])
