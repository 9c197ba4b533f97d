#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person chose in the window is so again the next time."""

import os
import shutil
import tempfile

from etp_e2e import App, act, example, run, wait

FOLDER = tempfile.mkdtemp(prefix="kept-", dir=os.environ.get("ETP_E2E_SCRATCH"))
STEP = "3.2 Order through customer service"


def folded_sections():
    """What was folded and unfolded is so again the next time, for each kind of thing."""
    def head(name):
        return wait(lambda: next(node for node in app.walk(name, "push button")), f"the heading {name}")

    def fields():
        return {node.name for node in app.walk(role="text")} | {node.name for node in app.walk(role="push button")}
    home = tempfile.mkdtemp(dir=FOLDER)
    path = shutil.copy(example("webshop.en"), home)
    for number in range(2):
        with App(path, home=home, inspector=True) as app:
            app.map_groups()
            head("Language and Currency")
            if number == 0:
                act(head("Language and Currency"), "click")
                act(head("More Fields"), "click")
                act(head("Scope"), "click")
                wait(lambda: "Trigger" in fields(), "the fields of a section")
                continue
            head("Fewer Fields")
            assert "Trigger" in fields() and "Currency" not in fields(), fields()
            act(head("Language and Currency"), "click")
            wait(lambda: "Currency" in fields(), "the fields of the section that was folded")
            step = next(node for node in app.map_items() if node.name == STEP)
            act(step, "card.focus")
            head("More Fields")


if __name__ == "__main__":
    run([folded_sections])
