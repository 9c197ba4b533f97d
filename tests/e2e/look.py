# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One look at the window answers one question. Reading all that is in the window costs the program and the
test time, and a question such as "does something have the keyboard, and is it called so" needs one reading:
it is about what is there in that moment."""


class _Look:
    number, depth = 0, 0


def ask(question, again):
    """The answer to a question; within it the same look serves until something is done to the window. again:
    it was asked before, so it wants another look, also as part of a larger question."""
    if again or not _Look.depth:
        renew()
    _Look.depth += 1
    try:
        return question()
    finally:
        _Look.depth -= 1


def renew():
    """Something was done: what was seen before is past."""
    _Look.number += 1


def current():
    """The number of the look; None where no question is being asked, for there each reading is one of its own."""
    return _Look.number if _Look.depth else None
