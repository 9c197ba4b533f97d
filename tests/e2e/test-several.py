#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector with several cards selected: what differs says so, and what is written goes to each, which
keeps what else it has."""

from etp_e2e import hold, press, run, type_text, wait
from panel import (ROUND, STEP, card, editor, field, in_sight, inspector, is_focused, item, leave, open_section, read,
                   saved, select, write)

app = None


def several():
    """With two cards selected what differs says so, and what is written goes to both."""
    select(STEP)
    hold("Control_L", True)
    app.click(item("3.1 Die Kasse hängt"))
    hold("Control_L", False)
    app.find("2 selected", "label")
    wait(lambda: next(app.walk("different values", "label", inspector()), None), "what differs")
    write("Title", "Beide")
    saved(lambda journey: sum(one.get("title") == "Beide" for one in journey["cards"]) == 2, "both titles")
    press("Escape")
    press("Control_L", "z")
    saved(lambda journey: card(journey, STEP[4:]) and card(journey, "Die Kasse hängt"), "the titles as they were")
    leave()


def lists_of_several():
    """Lists show what all selected cards have; what is added is added to each, which keeps its own."""
    select(STEP)
    journey_ = read()
    names = {channel["id"]: channel["name"] for channel in journey_["channels"]}
    titles = STEP[4:], "Die Kasse hängt"
    before = [card(journey_, title)["channels"] for title in titles]
    new = next(key for key in names if not any(key in channels for channels in before))
    assert before[0] != before[1], before
    hold("Control_L", True)
    app.click(item("3.1 Die Kasse hängt"))
    hold("Control_L", False)
    app.find("2 selected", "label")
    app.click(field("Channels", "push button"))
    wait(lambda: app.focused() and "button" not in app.focused().role, "the list")
    type_text(names[new])
    press("Return")
    saved(lambda journey: [card(journey, title)["channels"] for title in titles] == [one + [new] for one in before],
          "the channel beside those of each card")
    app.click(field(f"Remove “{names[new]}”", "push button"))
    saved(lambda journey: [card(journey, title)["channels"] for title in titles] == before, "the channels as they were")
    press("Escape")
    press("Control_L", "z")
    press("Control_L", "z")
    saved(lambda journey: [card(journey, title)["channels"] for title in titles] == before, "nothing left of it")
    leave()


def emotions_and_votes_of_several():
    """The emotion of a persona, its word and the votes of a round are set for two steps at once, by keys
    and by mouse; each is one step, and each step keeps what else it has."""
    before = read()
    titles = STEP[4:], "Die Kasse hängt"

    def emotions(journey, key):
        return [card(journey, title)["emotions"][0].get(key) for title in titles]

    def votes(journey):
        return [[vote["count"] for vote in card(journey, title).get("votes", [])] for title in titles]

    select(STEP)
    press("Shift_L", "Up")
    app.find("2 selected", "label")
    slider = field("Emotion · Max", "slider")
    marks = [node for node in inspector().walk() if node.name == "different values"]
    assert len(marks) > 3, marks
    app.click(field("Feeling"))
    press("Control_L", "a")
    type_text("erstaunt")
    press("Return")
    saved(lambda journey: emotions(journey, "feeling") == ["erstaunt"] * 2, "the word of both")
    assert emotions(read(), "value") == emotions(before, "value"), "a value has changed"
    while not (app.focused() and app.focused() == slider):
        last = app.focused()
        press("Shift_L", "Tab")
        wait(lambda last=last: app.focused() and app.focused() != last, "the stop before")
    press("Right")
    press("Right")
    saved(lambda journey: emotions(journey, "value") == [0.2] * 2, "the value of both")
    open_section("Assessment", ROUND)
    app.click(in_sight(lambda: field(ROUND)))
    wait(lambda: is_focused(ROUND), "the keyboard in the votes")
    press("Control_L", "a")
    type_text("7")
    press("Return")
    saved(lambda journey: [counts[-1:] for counts in votes(journey)] == [[7]] * 2, "the votes of both")
    press("Escape")
    for check, what in ((lambda journey: votes(journey) == votes(before), "the votes as they were"),
                        (lambda journey: emotions(journey, "value") == emotions(before, "value"), "the values"),
                        (lambda journey: emotions(journey, "feeling") == emotions(before, "feeling"), "the words")):
        press("Control_L", "z")
        saved(check, what)
    assert read()["cards"] == before["cards"]
    leave()


if __name__ == "__main__":
    with editor() as app:
        run([several, lists_of_several, emotions_and_votes_of_several])
