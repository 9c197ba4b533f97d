#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says on the way through the map: each time that the keyboard moves, the card, its
phase, its lane, which of how many it is, and the feeling or its value; in English and in German. The curve is told
in words by keys alone."""

import os
import tempfile

from accessible import FocusLog
from etp_e2e import App, act, example, has_state, press, run, type_text, wait

# Keys, and what is said then: the name and what describes it.
ENGLISH = [
    ("Down", "3.2 Order through customer service", "Phase 3 Purchase decision, lane Touchpoints, 2 of 3, relieved"),
    ("Down", "3.3 Order confirmation", "Phase 3 Purchase decision, lane Touchpoints, 3 of 3, emotion +0.7"),
    ("Right", "4.3 E-mail with care tips", "Phase 4 Use, lane Touchpoints, 3 of 3, emotion +0.9"),
    ("Down", "The first run", "Phase 4 Use, lane Emotions, 2 of 3, delighted, +1.9, Moment of truth"),
    ("Down", "4.2 I should have switched sooner.", "Phase 4 Use, lane Thoughts, 1 of 1"),
    ("Down", "Empty cell", "Phase 4 Use, lane Needs, empty"),
]
GERMAN = [
    ("Down", "3.2 Bestellung beim Kundenservice", "Phase 3 Kaufentscheidung, Zeile Touchpoints, 2 von 3, erleichtert"),
    ("Down", "3.3 Auftragsbestätigung", "Phase 3 Kaufentscheidung, Zeile Touchpoints, 3 von 3, Emotion +0,7"),
]

app = None


def item(start):
    """Something on the map, by how its name begins."""
    return wait(lambda: next(node for node in app.map_items() if node.name.startswith(start)), start)


def listen(first, way):
    """Goes that way with the arrows, from the first card, and hears what is said."""
    act(item(first), "card.focus")
    wait(lambda: app.focused() and app.focused().name.startswith(first), f"the keyboard on {first}")
    log = FocusLog(app.process.pid)
    for key, name, words in way:
        n_heard = len(log.read())
        press(key)
        path = wait(lambda n_heard=n_heard: log.read()[n_heard:], f"a word after {key}")[-1]
        said = wait(lambda path=path: next(node for node in app.map_items() if node.path == path), f"what {path} is")
        assert said.name == name, (said.name, name)
        assert said.description == words or said.description.startswith(words + ", "), (said.description, words)
        assert said.role == "list item", said.role
    log.close()


EMPTY = '{"format": "etappe-journey", "version": 1, "language": "en", "title": "Empty"}'
BUTTONS = {"C.UTF-8": ("Add Phase", "Add Lane…", "Export…", "Discard"),
           "de_DE.UTF-8": ("Phase hinzufügen", "Zeile hinzufügen …", "Exportieren …", "Verwerfen")}


def said_twice():
    """What consists of the same words twice."""
    words = [node.name.split() for node in app.walk() if node.name]
    return [part for part in words if len(part) > 1 and part[:len(part) // 2] == part[len(part) // 2:]]


def buttons():
    """Buttons are called what can be read on them, once and without the signs for keys: on the empty map, in dialogs
    and questions."""
    global app
    path = os.path.join(tempfile.mkdtemp(dir=os.environ.get("ETP_E2E_SCRATCH")), "empty.journey")
    with open(path, "w", encoding="utf-8") as file:
        file.write(EMPTY)
    for locale, (phase, lane, export, discard) in BUTTONS.items():
        with App(path, locale=locale) as app:
            app.find(lane, role="push button")
            wait(lambda phase=phase: [node for node in app.walk(phase, "push button") if has_state(node, "focused")],
                 "the keyboard on the first button")
            press("Return")
            wait(app.map_items, "a map")
            press("Escape")
            press("Control_L", "comma")
            wait(lambda: list(app.walk(role="check box")), "the preferences")
            assert all(node.name for node in app.walk(role="check box")), "a switch without a name"
            assert not said_twice()
            press("Escape")
            wait(lambda: not list(app.walk(role="check box")), "no preferences")
            press("Control_L", "Shift_L", "e")
            app.find(export, role="push button")
            press("Escape")
            wait(lambda export=export: export not in app.names(), "the dialog gone")
            press("Control_L", "w")
            app.find(discard, role="push button")
            assert not [node.name for node in app.walk(role="push button") if "_" in node.name]
            press("Escape")


def english():
    """The way through an English map; then the curve in words, by the palette."""
    global app
    with App(example("webshop.en")) as app:
        app.map_groups()
        listen("3.1 The", ENGLISH)
        press("Control_L", "Shift_L", "p")
        wait(lambda: any(frame.name == "Commands" for frame in app.frames()), "the palette")
        type_text("curve in words")
        press("Return")
        summary = app.find(lambda name: name.startswith("Starts at +0.6"), role="label").name
        for words in ("falls to −1.4 at a loss at 2.2", "delighted", "Ends at"):
            assert words.lower() in summary.lower(), (words, summary)
        press("Escape")
        wait(lambda: not list(app.walk(summary, "label")), "no summary")
        app.show(app.frames()[0])
        wait(lambda: app.focused() and app.focused().role == "list item", "the keyboard on the map")


def german():
    """In German."""
    global app
    with App(example("webshop.de"), locale="de_DE.UTF-8") as app:
        app.map_groups()
        listen("3.1 Die", GERMAN)


if __name__ == "__main__":
    run([english, german, buttons])
