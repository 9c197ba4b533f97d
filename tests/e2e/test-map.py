#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole map is there for assistive technology: what the file holds, no more and no less, by name
and with its place in words. What is expected is worked out from the file alone."""

import json
import re

from etp_e2e import App, act, actions, example, has_state, run, wait

FILE = example("webshop.de")
with open(FILE, encoding="utf-8") as file:
    JOURNEY = json.load(file)
LANES = {lane["id"]: lane for lane in JOURNEY["lanes"]}
KIND_LANES = {lane.get("kind"): lane["name"] for lane in JOURNEY["lanes"]}
PHASES = {phase["id"]: f"Phase {number} {phase['name']}" for number, phase in enumerate(JOURNEY["phases"], 1)}
# Cards without a phase are in the parking lot, not on the map.
MAPPED = [card for card in JOURNEY["cards"] if "phase" in card]
# Lanes whose items are made of something else than the lane's own cards.
OTHERS = ("emotion", "channels", "measures", "metrics")

app = None
tree = {}  # phase → lane → items


def is_pain(step):
    """Whether a step hurts: it says so, or a card of the pains is aligned under it."""
    return "severity" in step or any(card.get("step") == step["id"] and LANES[card["lane"]].get("kind") == "pains"
                                     for card in MAPPED)


def cards_of(phase, lane):
    """The cards of a cell in their order."""
    return [card for card in MAPPED if (card["phase"], card["lane"]) == (phase, lane)]


def steps():
    """The cards of the lane of steps."""
    lane = next(lane["id"] for lane in JOURNEY["lanes"] if lane.get("kind", "touchpoints") == "touchpoints")
    return [card for card in MAPPED if card["lane"] == lane]


def cell(phase, lane):
    """The items of a phase in a lane; both by name."""
    return [item for item in tree[phase].get(lane, []) if not is_empty_place(item)]


def is_empty_place(item):
    """An empty cell can be selected too."""
    return item.description.endswith(", empty")


def every_phase():
    """A group for each phase, and in it its head with the goal."""
    groups = app.map_groups()
    assert [group.name for group in groups[1:]] == [*PHASES.values(), "Links"]
    tree.update((group.name, {part.name: part.children for part in group.children})
                for group in groups)
    for phase in JOURNEY["phases"]:
        name = PHASES[phase["id"]]
        heads = cell(name, name)
        assert [head.name for head in heads] == [name]
        assert phase.get("goal", "") in heads[0].description


def every_link():
    """A line for each link whose ends are on the map."""
    on_map = {card["id"] for card in MAPPED} | {measure["id"] for measure in JOURNEY["measures"]}
    links = [link for link in JOURNEY["links"] if {link["from"], link["to"]} <= on_map]
    lines = [item for items in tree["Links"].values() for item in items]
    assert len(lines) == len(links), (len(lines), len(links))
    assert all(" → " in line.name for line in lines)


def every_lane():
    """A head for each lane."""
    heads = [items[0].name for items in list(tree.values())[0].values()
             if items[0].role == "row header"]
    assert heads == [lane["name"] for lane in JOURNEY["lanes"]], heads


def every_card():
    """Each card of the file under its phase and lane, with its place and what its signs say."""
    n_cards = 0
    for phase, phase_name in PHASES.items():
        for lane in JOURNEY["lanes"]:
            if lane.get("kind", "touchpoints") in OTHERS:
                continue
            cards = cards_of(phase, lane["id"])
            items = cell(phase_name, lane["name"])
            assert len(items) == len(cards), (phase_name, lane["name"], len(items), len(cards))
            # Notes follow the steps that they belong to.
            titles = [re.sub(r"^\d+\.\d+ ", "", item.name) for item in items]
            for card in cards:
                title = card.get("title") or card.get("text", "")
                assert any(title in text for text in titles), (title, titles)
            for place, item in enumerate(items, 1):
                words = item.description
                assert words.startswith(f"{phase_name}, lane {lane['name']}, {place} of {len(items)}"), words
            n_cards += len(cards)
    assert n_cards == len(MAPPED) - sum(LANES[card["lane"]].get("kind") in OTHERS for card in MAPPED)


def every_step():
    """Steps have their number, their order, and say what pains."""
    for number, (phase, phase_name) in enumerate(PHASES.items(), 1):
        expected = [card for card in steps() if card["phase"] == phase]
        items = cell(phase_name, LANES[expected[0]["lane"]]["name"])
        for place, (card, item) in enumerate(zip(expected, items), 1):
            assert item.name == f"{number}.{place} {card['title']}", item.name
            words = item.description
            assert ("Pain point" in words) == is_pain(card), words
            assert ("Moment of truth" in words) == bool(card.get("momentOfTruth")), words


def every_point():
    """A point of the curve for each step with an emotion, in the order of the steps."""
    for phase, name in PHASES.items():
        expected = [card["title"] for card in steps()
                    if card["phase"] == phase and ("emotion" in card or "emotions" in card)]
        points = cell(name, KIND_LANES["emotion"])
        assert [point.name for point in points] == expected, name


def every_other_item():
    """Measures, metrics and the stops of channels, as many as in the file."""
    for kind, things, phase_of in (
            ("measures", JOURNEY["measures"], lambda thing: thing["phase"]),
            ("metrics", JOURNEY["metrics"], lambda thing: thing["at"])):
        for phase, name in PHASES.items():
            expected = [thing.get("title", thing.get("name")) for thing in things if phase_of(thing) == phase]
            found = [item.name for item in cell(name, KIND_LANES[kind])]
            assert sorted(found) == sorted(expected), (name, found)
    stops = [item for phase in PHASES.values() for item in cell(phase, KIND_LANES["channels"])]
    titles = [card["title"] for card in steps() if card.get("channel") or card.get("channels")]
    assert titles
    assert [stop.name for stop in stops if stop.name in titles] == titles
    broken = [link for link in JOURNEY["links"] if link.get("continuity") in ("broken", "friction")]
    told = [stop.description for stop in stops if stop.name not in titles]
    assert len(told) == len(broken), told
    for link in broken:
        assert any(link["loses"] in words for words in told), link["loses"]


def groups_are_small():
    """No group has more than a hundred children: long flat lists block screen readers."""
    groups = app.map_groups()
    assert len(groups) <= 100
    for group in groups:
        assert len(group.children) <= 100
        assert all(len(part.children) <= 100 for part in group.children)


def things_lie_within_each_other():
    """Every item lies in its phase, phases from left to right, lanes from the top down."""
    edges = []
    for group in app.map_groups()[1:-1]:  # without title and links
        x, y, width, height = group.get_extents()
        edges.append((x, x + width))
        tops = []
        for part in group.children:
            tops.append(part.get_extents()[1])
            for item in part.children:
                left, top, item_width, _ = item.get_extents()
                # A card may reach into the next phases, a hand-over lies between two.
                assert x - 20 <= left < x + width + 20 and y <= top <= y + height, item.name
                assert item_width > 4
        assert tops == sorted(tops)
    assert edges == sorted(edges)
    assert all(one[1] <= other[0] for one, other in zip(edges, edges[1:])), edges


def items_have_actions():
    """Assistive technology can select a card without any key."""
    card = cell(list(PHASES.values())[1], JOURNEY["lanes"][1]["name"])[0]
    assert {"card.open", "card.focus"} <= set(actions(card)), actions(card)
    act(card, "card.focus")
    wait(lambda: has_state(card, "selected") and has_state(card, "focused"), "the card selected")


if __name__ == "__main__":
    with App(FILE) as app:
        run([every_phase, every_link, every_lane, every_card, every_step, every_point, every_other_item, groups_are_small,
             things_lie_within_each_other, items_have_actions])
