#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The interface speaks German where the desktop does, and a map speaks its own language."""

import locale
import sys

from etp_e2e import App, act, example, press, resize_window, run, type_text, wait

GERMAN = "de_DE.UTF-8"


def interface():
    """Buttons, error pages and what a screen reader hears are German; the find bar has room for that in a
    narrow window, too."""
    with App(example("webshop.de"), locale=GERMAN) as app:
        app.find(lambda name: name.endswith("Öffnen"), role="push button")
        card = app.find("1.1 Kurzfilm im Feed", role="list item")
        assert "Zeile Touchpoints, 1 von 2" in card.description, card.description
        app.find("Phase 1 Bewusstsein", role="heading")
        press("Control_L", "0")
        wait(lambda: app.zoom() == 100, "100 %")
        resize_window(app.x_window(), 360, 700)
        press("Control_L", "f")
        wait(lambda: app.focused() and app.focused().name == "In der Journey Map suchen", "the find bar")
        type_text("laufschuh")
        app.find(lambda name: name.endswith("auf der Map"), role="push button")
        x, _, width, _ = app.settled_extents(app.find("Suchleiste schließen", role="push button"))
        assert x + width <= 360, (x, width)


def a_map_keeps_its_language():
    """An English map stays English on a German desktop."""
    with App(example("webshop.en"), locale=GERMAN) as app:
        app.find(lambda name: name.endswith("Öffnen"), role="push button")
        app.find("Pain points", role="row header")


def start_page():
    """The start page offers the German examples, and templates that speak German."""
    with App(locale=GERMAN) as app:
        app.click_below("Webshop")
        app.find("1.1 Kurzfilm im Feed", role="list item")
        press("Control_L", "Shift_L", "n")
        app.show(app.frame_called("Etappe"))
        act(app.find(lambda name: name.startswith("Fünf Phasen"), role="push button"), "click")
        app.find(lambda name: "Bewusstsein" in name, role="heading")


def a_note_is_captured():
    """The capture line and the parking lot speak German."""
    with App(example("webshop.de"), locale=GERMAN) as app:
        wait(app.map_items, "the map")
        press("F4")
        wait(lambda: app.focused() and app.focused().name == "Notiz erfassen", "the line")
        press("p")
        wait(lambda: app.focused().description == "Themenspeicher", "the parking lot as target")
        app.find(lambda name: name.startswith("Themenspeicher ("))


if __name__ == "__main__":
    try:
        locale.setlocale(locale.LC_ALL, GERMAN)
    except locale.Error:
        print(f"1..0 # SKIP the locale {GERMAN} is missing")
        sys.exit()
    run([interface, a_note_is_captured, a_map_keeps_its_language, start_page])
