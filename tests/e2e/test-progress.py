#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An export that takes long says how far it is and can be cancelled; the old file stays whole."""

import importlib.util
import os
import tempfile

from etp_e2e import SOURCE, App, Picture, act, current, press, rgb, run, wait

FOLDER = tempfile.mkdtemp(prefix="progress-", dir=os.environ.get("ETP_E2E_SCRATCH"))

BLUE = rgb("#3584e4")  # of what is done


def load(folder, name):
    """A file of the tests whose name is no module's."""
    spec = importlib.util.spec_from_file_location(name, os.path.join(SOURCE, "tests", folder, name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def large_map():
    """A map of 600 cards, as the benchmarks make it."""
    maker = load("bench", "make-journeys")
    source = maker.random.Random(maker.SEED)
    names = [(maker.sentence(source, 12), maker.sentence(source, 40)) for _ in range(5)]
    journey = maker.make_journey(maker.make_cards(source, 600, 5), 5, names)
    path = os.path.join(FOLDER, "large.journey")
    maker.write(path, maker.canonical(journey) + "\n")
    return path


def cancel():
    """The bar goes on; after Cancel the old file is there as it was, and nothing else."""
    old, seen = os.path.join(FOLDER, "old.png"), set()
    dialog = load("e2e", "test-export")
    with open(old, "w", encoding="utf-8") as file:
        file.write("what was there")

    with App(large_map()) as app:
        def goes_on():
            seen.add(Picture(*place).count(BLUE, 30) / (place[2] * place[3]))
            return len({share for share in seen if 0.01 < share < 0.95}) > 1

        dialog.app = app
        wait(app.map_items, "the map")
        dialog.dialog()
        dialog.choose("Format", "PNG Image")
        dialog.choose("Resolution", "8 times as fine")
        dialog.save_as(old, replaces=True)
        app.find("Writing “old.png”…", role="label")
        place = app.settled_extents(app.find(role="progress bar"))
        wait(goes_on, "progress")
        current.take_picture()
        act(app.find(lambda name: name.endswith("Cancel"), role="push button"), "click")
        wait(lambda: not app.find_all(role="progress bar"), "no progress")
        assert sorted(os.listdir(FOLDER)) == ["large.journey", "old.png"], os.listdir(FOLDER)
        with open(old, encoding="utf-8") as file:
            assert file.read() == "what was there"
        assert dialog.is_open("Export")
        press("Escape")
        dialog.gone()


if __name__ == "__main__":
    run([cancel])
