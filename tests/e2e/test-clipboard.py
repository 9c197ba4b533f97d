#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cut, copy and paste by key and by menu, within a map and between windows. Each paste is one step that
can be undone; where somebody types, the keys are the text's."""

import struct
import subprocess
import zlib

import screen
from accessible import act
from clipboard import Clipboard
from etp_e2e import (BUILD, App, answer, copy_example, current, example, find_cards, is_modified, press, push_button,
                     read_document, run, saved, title, wait)

CARD = "1.1 Short film in the feed"
TITLE = "Short film in the feed"
SHOWN = "The knee speaks up"
OTHER = "3.2 Order through customer service"

app = None


def make_png(width, height):
    """A picture of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + b"\x30\x90\x60" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) \
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def item(start):
    """Something on the map, by how its name begins."""
    return next((node for node in app.map_items() if node.name.startswith(start)), None)


def is_selected(start):
    """That is selected; a step's point on the curve is selected with it."""
    return any(node.name.startswith(start) for node in app.selected())


def select(start):
    """Selects it as a screen reader does."""
    act(wait(lambda: item(start), start), "card.focus")
    wait(lambda: is_selected(start), f"{start} selected")


def choose(start, entry):
    """An entry of a thing's menu."""
    node = wait(lambda: item(start), start)
    app.settled_extents(node)
    app.click(item(start), 3)
    label = wait(lambda: next((one for one in app.walk(role="menu item") if one.name == entry), None), entry)
    current.take_picture()
    act(label, "click")


def undo(step, before):
    """Takes the last step back, which is called so; the map is what it was."""
    assert app.find(f"Undo {step}", role="push button"), step
    press("Control_L", "z")
    wait(lambda: is_modified(app), "the step taken back")
    assert saved(app) == before


def copy_and_paste_by_key():
    """Ctrl+C and Ctrl+V put a copy behind what is selected; its number says so. Other programs get its text."""
    before = saved(app)
    select(CARD)
    press("Control_L", "c")
    assert TITLE in screen.read_clipboard(wait).splitlines()[0]
    select(OTHER)
    press("Control_L", "v")
    wait(lambda: is_selected("3.3 " + TITLE), "the copy selected")
    after = saved(app)
    copies = find_cards(after, TITLE)
    assert len(copies) == 2
    assert {card["phase"] for card in copies} == {copies[0]["phase"], find_cards(after, OTHER[4:])[0]["phase"]}
    assert len(after["channels"]) == len(before["channels"])
    undo("Paste", before)


def cut_and_paste_by_menu():
    """The menu cuts and pastes; both are steps of their own."""
    before = saved(app)
    select(CARD)
    choose(CARD, "Cut")
    wait(lambda: not item(CARD), "it gone")
    assert app.find("Undo Cut", role="push button")
    cut = saved(app)
    assert not find_cards(cut, TITLE)
    choose("2.1", "Paste")
    wait(lambda: any(TITLE in node.name for node in app.selected()), "it pasted")
    assert len(find_cards(saved(app), TITLE)) == 1
    undo("Paste", cut)
    undo("Cut", before)


def note_keeps_its_step():
    """A note that is cut and pasted by key is under its step again, not under that of the note that was selected
    meanwhile."""
    before = saved(app)
    note = "Home page takes 4.8 seconds to load"
    select("2.1 " + note)
    press("Control_L", "x")
    wait(lambda: is_selected("2.2 Product texts"), "the other note of the cell selected")
    cut = saved(app)
    press("Control_L", "v")
    wait(lambda: is_selected("2.1 " + note), "it pasted")
    assert find_cards(saved(app), note)[0]["step"] == find_cards(before, note)[0]["step"]
    undo("Paste", cut)
    undo("Cut", before)


def typing_keeps_its_keys():
    """While one types, Ctrl+X, C and V are the text's."""
    before = saved(app)
    select(CARD)
    press("F2")
    wait(lambda: app.focused() and app.focused().role == "text", "typing")
    for key in ("a", "c", "x", "v", "v"):
        press("Control_L", key)
    press("Return")
    wait(lambda: item("1.1 " + TITLE + TITLE), "the text twice")
    press("Control_L", "z")
    wait(lambda: item("1.1 " + TITLE), "the text once")
    assert saved(app) == before


def phase_with_its_cards():
    """A phase is copied with what lies in it, and stands behind the selected one. Other programs get its name and
    what its cards are called, line by line."""
    before = saved(app)
    name = "Phase 1 Awareness"
    select(name)
    press("Control_L", "c")
    lines = screen.read_clipboard(wait).splitlines()
    assert "Awareness" in lines[0], lines
    for card in before["cards"]:
        if card.get("phase") == before["phases"][0]["id"] and card.get("title"):
            assert any(card["title"] in line for line in lines[1:]), (card["title"], lines)
    press("Control_L", "v")
    wait(lambda: is_selected("Phase 2 Awareness"), "the copy")
    after = saved(app)
    assert [phase["name"] for phase in after["phases"][:2]] == ["Awareness", "Awareness"]
    old, new = (phase["id"] for phase in after["phases"][:2])

    def names(phase):
        return [card.get("title") for card in after["cards"] if card.get("phase") == phase]
    assert names(old) == names(new) and names(new)
    undo("Paste", before)


def lines_become_cards():
    """Each line of a text is a card, without the signs of a list; all of them are one step."""
    before = saved(app)
    with Clipboard({"text/plain": "•\tErste Zeile\n\n  - Größe & <b>Maß</b>\n".encode()}):
        select(OTHER)
        press("Control_L", "v")
        wait(lambda: is_selected("3.3 Erste Zeile"), "the first line")
    after = saved(app)
    assert find_cards(after, "Größe & <b>Maß</b>")
    assert len(after["cards"]) == len(before["cards"]) + 2
    undo("Add 2 Cards", before)


def list_into_new_card():
    """A list or a table that is pasted where a new card waits for its text becomes cards in its place; one line is
    what the card says."""
    before = saved(app)
    for text, done in (("Eins\nZwei\nDrei\n", lambda: is_selected("3.3 Eins")),
                       ("\tAwareness\nTouchpoints\tBrief\n",
                        lambda: app.find_all("The first row holds the phases", role="label"))):
        with Clipboard({"text/plain": text.encode()}):
            select(OTHER)
            press("Control_L", "Return")
            wait(lambda: app.focused() and app.focused().role == "text", "the new card")
            press("Control_L", "v")
            wait(done, text)
        if "\t" not in text:
            assert len(saved(app)["cards"]) == len(before["cards"]) + 3
            undo("Add 3 Cards", before)
    app.show(app.frame_called("Paste Table"))
    push_button(app, "Cancel")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    assert saved(app) == before
    with Clipboard({"text/plain": b"Nur eine"}):
        select(OTHER)
        press("Control_L", "Return")
        wait(lambda: app.focused() and app.focused().role == "text", "the new card")
        press("Control_L", "v")
        wait(lambda: item("3.3 Nur eine"), "the text on the card")
    press("Return")
    assert len(saved(app)["cards"]) == len(before["cards"]) + 1
    undo("Add Card", before)


def too_many_lines():
    """What there is too much of for one time is said."""
    before = saved(app)
    with Clipboard({"text/plain": "\n\n".join(f"Zeile {number}" for number in range(502)).encode()}):
        select(OTHER)
        press("Control_L", "v")
        app.find("Only 500 of 502 lines became cards. Add the rest separately.", role="label")
    saved(app)
    undo("Add 500 Cards", before)


def address():
    """The address of a page becomes a card with a link, also where it comes as a file."""
    where = "https://example.org/a?b=c"
    before = saved(app)
    for contents in ({"text/plain": where.encode()},
                     {"text/uri-list": where.encode() + b"\r\n", "text/plain": where.encode()}):
        with Clipboard(contents):
            select(OTHER)
            press("Control_L", "v")
            wait(lambda: is_selected(f"3.3 {where}"), "the address")
        card, = find_cards(saved(app), where)
        assert card["link"] == where, card
        undo("Add Card", before)


def needs_a_place():
    """Without a place lines and pictures wait in the parking lot, and that is said; a picture stands there under
    that word."""
    before = saved(app)
    select(OTHER)
    press("Escape")
    wait(lambda: not app.selected(), "nothing selected")
    with Clipboard({"text/plain": b"Somewhere\nSomewhere else"}):
        press("Control_L", "v")
        app.find("2 cards put into the parking lot", role="label")
    for card in find_cards(saved(app), "Somewhere") + find_cards(saved(app), "Somewhere else"):
        assert "lane" not in card and "phase" not in card, card
    undo("Add 2 Cards", before)
    with Clipboard({"image/png": make_png(8, 8)}):
        press("Control_L", "v")
        app.find("1 card put into the parking lot", role="label")
    after = saved(app)
    assert len(after["assets"]) == len(before["assets"]) + 1
    [card] = [card for card in after["cards"] if card.get("image") == after["assets"][-1]["id"]]
    assert "lane" not in card and "phase" not in card, card
    press("Shift_L", "F4")
    app.find("Image", role="list item")
    press("Shift_L", "F4")
    wait(lambda: not app.find_all("Image", role="list item"), "no parking lot")
    undo("Add Card", before)


def parked_out_of_sight():
    """The text of a parked card is edited also when its row has been scrolled away."""
    before = saved(app)
    select(OTHER)
    press("Escape")
    wait(lambda: not app.selected(), "nothing selected")
    with Clipboard({"text/plain": "\n".join(f"Note {n}" for n in range(60)).encode()}):
        press("Control_L", "v")
        app.find("60 cards put into the parking lot", role="label")
    press("Shift_L", "F4")
    app.click(app.find("Note 0", role="list item"))
    press("End")
    wait(lambda: app.focused() and app.focused().name == "Note 59", "the last row")
    x, y = app.middle(app.find("Close the Parking Lot", role="push button"))
    screen.wheel(x, y + 200, -60)
    app.settled_extents(app.find("Note 0", role="list item"))
    assert app.extents(app.find("Note 59", role="list item"))[1] > 900, "not scrolled away"
    press("F2")
    wait(lambda: app.focused() and app.focused().name == "Text of the card", "the text of the card")
    press("Control_L", "a")
    screen.type_text("Last")
    press("Return")
    wait(lambda: app.find_all("Last", role="list item"), "the card's new text")
    press("Shift_L", "F4")
    wait(lambda: not app.find_all("Last", role="list item"), "no parking lot")
    press("Control_L", "z")
    app.find("Undo Add 60 Cards", role="push button")
    press("Control_L", "z")
    wait(lambda: not is_modified(app), "all taken back")
    assert saved(app) == before


def told_late():
    """What is pasted before the other program has told what it copied is pasted all the same."""
    before = saved(app)
    select(OTHER)
    with Clipboard({"text/plain": b"Just now"}, late=True) as clipboard:
        press("Control_L", "v")
        assert app.frames() and not is_modified(app)  # it has answered, so it knows of the key
        clipboard.tell()
        wait(lambda: is_selected("3.3 Just now"), "the card")
    saved(app)
    undo("Add Card", before)


def told_when_a_card_is_begun():
    """What comes while a new card waits for its text stays when that card goes for being blank."""
    before = saved(app)
    select(OTHER)
    with Clipboard({"text/plain": b"Just now"}, late=True) as clipboard:
        press("Control_L", "v")
        press("Control_L", "Return")
        wait(lambda: app.focused() and app.focused().role == "text", "the new card")
        clipboard.tell()
        wait(lambda: is_selected("3.3 Just now"), "the card")
    assert len(saved(app)["cards"]) == len(before["cards"]) + 1
    undo("Add Card", before)


def picture():
    """A picture becomes a card that shows it; what is none is refused."""
    before = saved(app)
    with Clipboard({"image/png": make_png(40, 30)}):
        select("The knee speaks up")
        press("Control_L", "v")
        wait(lambda: is_modified(app), "the picture")
    after = saved(app)
    assert len(after["assets"]) == len(before["assets"]) + 1
    assert after["cards"][-1].get("image") or any(
        card.get("image") == after["assets"][-1]["id"] for card in after["cards"])
    undo("Add Card", before)
    with Clipboard({"image/png": b"no picture"}):
        select("The knee speaks up")
        press("Control_L", "v")
        app.find(lambda name: "picture" in name, role="label")
    assert not is_modified(app)


def leave_out(lane):
    """The first entry of a new lane's list."""
    app.click(app.find(f"Kind of the lane “{lane}”"))
    app.find("Leave Out")
    press("Home")
    press("Return")


def take_kind(lane, kind):
    """A kind of a new lane, by mouse."""
    app.click(app.find(f"Kind of the lane “{lane}”"))
    app.find("Leave Out")
    app.settled_picture()
    press("Home")
    for _ in range(30):
        node = wait(app.focused, "the keyboard in the list")
        if any(one.name == kind for one in node.walk()):
            break
        press("Down")
        wait(lambda node=node: app.focused() and app.focused() != node, f"the kind after {node}")
    press("Return")


HEADS = "The first row holds the phases", "The first column holds the lanes"


def counts():
    """What the dialog says that there will be."""
    return next(node.name for node in app.walk(role="label") if node.name.endswith((" cards", " card")))


def head_switch(label):
    """The switch of a line of the dialog."""
    return wait(lambda: next(node for node in app.walk(label) if node.role != "label"), f"the switch “{label}”")


TABLE = """\tAwareness\tAfterwards
Touchpoints\tNewsletter\t"Call
Letter"
Hürden\tToo many mails\t
Notes\tx\ty
"""


def table():
    """A table is looked at first; then it is one step."""
    before = saved(app)
    with Clipboard({"text/plain": TABLE.encode()}):
        select(CARD)
        press("Control_L", "v")
        app.find("The first row holds the phases", role="label")
    app.show(app.frame_called("Paste Table"))
    app.find("1 new phase · 2 new lanes · 6 cards", role="label")
    current.take_picture()
    for label in HEADS:
        told = counts()
        app.click(head_switch(label))
        wait(lambda told=told: counts() != told, f"other counts without “{label}”")
        app.click(head_switch(label))
        wait(lambda told=told: counts() == told, f"the counts with “{label}” again")
    leave_out("Notes")
    app.find("1 new phase · 1 new lane · 4 cards", role="label")
    take_kind("Hürden", "Opportunities")
    push_button(app, "Paste")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    wait(lambda: is_selected("1.3 Newsletter"), "the first card")
    after = saved(app)
    assert [phase["name"] for phase in after["phases"]] == [p["name"] for p in before["phases"]] + ["Afterwards"]
    assert after["lanes"][-1]["name"] == "Hürden" and after["lanes"][-1]["kind"] == "opportunities"
    assert len(after["cards"]) == len(before["cards"]) + 4
    assert find_cards(after, "Letter")[0]["phase"] == after["phases"][-1]["id"]
    undo("Paste Table", before)


def too_long_to_swap():
    """Why a table of many rows cannot be turned is said where it is asked for."""
    with Clipboard({"text/plain": "".join(f"Zeile {number}\tWert\n" for number in range(250)).encode()}):
        select(CARD)
        press("Control_L", "v")
        app.find("The first row holds the phases", role="label")
    app.show(app.frame_called("Paste Table"))
    push_button(app, "Swap Rows and Columns")
    answer(app, "Rows and Columns Could Not Be Swapped", "Close")
    push_button(app, "Cancel")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())


def table_with_title():
    """What stands above a table is left out, or not, as one likes, and so are its heads; all by keys."""
    before = saved(app)
    with Clipboard({"text/plain": b"Journey 2026\n\n\tAwareness\tAfterwards\nTouchpoints\tLetter\tCall\n"}):
        select(CARD)
        press("Control_L", "v")
        app.find("The first row holds the phases", role="label")
    app.show(app.frame_called("Paste Table"))
    app.find("1 new phase · 2 cards", role="label")
    current.take_picture()
    press("Alt_L", "a")
    wait(lambda: app.focused() and app.focused().role in ("spin button", "text"), "the keyboard in the number")
    press("Down")
    wait(lambda: not app.find_all("1 new phase · 2 cards", role="label"), "one row above it")
    press("Up")
    app.find("1 new phase · 2 cards", role="label")
    for key in ("r", "l"):
        for has in (False, True):
            press("Alt_L", key)
            wait(lambda has=has: bool(app.find_all("1 new phase · 2 cards", role="label")) == has, f"Alt and {key}")
    press("Alt_L", "p")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    wait(lambda: is_selected("1.3 Letter"), "the first card")
    assert len(saved(app)["cards"]) == len(before["cards"]) + 2
    undo("Paste Table", before)


HTML = """<html><head><style>td { color: red }</style></head><body><!--StartFragment--><table>
<tr><td></td><td>Awareness</td><td>Afterwards</td></tr>
<tr><td>Touchpoints</td><td>Neuer&nbsp;Brief</td><td>Anruf<br>R&uuml;ckruf</td></tr>
<tr><td>Gefühl</td><td>2</td><td>verärgert<br>4</td></tr>
<tr><td>KPIs</td><td colspan=2>Antworten: 3,4&nbsp;% / Monat (Ziel 5 %)</td></tr>
<tr><td>Maßnahmen</td><td></td><td>Zurückrufen (Jo Lang, 31.3.2027)</td></tr>
</table></body></html>"""


def table_as_html():
    """Of a table that is there as HTML too, feelings, metrics and measures become what they are."""
    before = saved(app)
    with Clipboard({"text/html": HTML.encode(), "text/plain": b"Awareness\tAfterwards\nx\ty\n"}):
        select(CARD)
        press("Control_L", "v")
        app.find("The first row holds the phases", role="label")
    app.show(app.frame_called("Paste Table"))
    app.find("1 new phase · 3 cards · 3 feelings · 1 metric · 1 measure", role="label")
    app.find("-1.3 · verärgert\n+1".replace("-", "−"), role="label")
    current.take_picture()
    push_button(app, "Swap Rows and Columns")
    app.find("Gefühl", role="label")
    push_button(app, "Swap Rows and Columns")
    app.find("1 new phase · 3 cards · 3 feelings · 1 metric · 1 measure", role="label")
    push_button(app, "Paste")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    wait(lambda: is_selected("1.3 Neuer Brief"), "the first card")
    after = saved(app)
    assert [emotion["value"] for name in ("Neuer Brief", "Anruf", "Rückruf")
            for emotion in find_cards(after, name)[0]["emotions"]] == [-1, -1.3, 1]
    metric = after["metrics"][-1]
    assert (metric["name"], metric["unit"], metric["period"], metric["target"]) == ("Antworten", "%", "month", 5)
    assert [reading["value"] for reading in metric["values"]] == [3.4]
    measure = after["measures"][-1]
    assert (measure["title"], measure["owner"], measure["due"]) == ("Zurückrufen", "Jo Lang", "2027-03-31")
    assert len(after["lanes"]) == len(before["lanes"])
    undo("Paste Table", before)


def html_alone():
    """What is HTML and nothing else is a table, or nothing that could be pasted."""
    with Clipboard({"text/html": b"<table><tr><td>a<td>b<tr><td>c<td>d</table>"}):
        select(CARD)
        press("Control_L", "v")
        app.find("The first row holds the phases", role="label")
    app.show(app.frame_called("Paste Table"))
    press("Escape")
    wait(lambda: not app.find_all("The first row holds the phases", role="label"), "the dialog gone")
    screen.raise_window(app.x_window())
    with Clipboard({"text/html": b"<p>no table</p>"}):
        select(CARD)
        press("Control_L", "v")
        app.find("There is nothing on the clipboard that could become cards.", role="label")
    assert not is_modified(app)


def nothing_of_a_map():
    """A piece of a map of which nothing comes says so."""
    said = "There is nothing on the clipboard that could become cards."
    wait(lambda: not app.find_all(said, role="label"), "what was said before gone")
    with Clipboard({"application/vnd.etappe.fragment+json": b'{"format": "etappe-fragment", "version": 1, "chosen": []}'}):
        select(CARD)
        press("Control_L", "v")
        app.find(said, role="label")
    assert not is_modified(app)


def felt_by(card, document):
    """Whose emotions a card has, by name."""
    names = {persona["id"]: persona["name"] for persona in document["personas"]}
    return [names[emotion["persona"]] for emotion in card["emotions"]]


def between_windows():
    """Into the map of another window: the card comes with its channels and personas, which that map has not, and a
    card with a picture with that."""
    source, target = app.files[0], copy_example("b2b.en")
    subprocess.run([BUILD + "/src/app/etappe", target], env=app.environment, check=True, timeout=20)
    before, old = read_document(source), read_document(target)
    names = {channel["id"]: channel["name"] for channel in before["channels"]}
    first, second = (app.frame_called(document["title"]) for document in (before, old))
    app.show(first)
    select(CARD)
    press("Control_L", "c")
    app.show(second)
    step = next(card for card in old["cards"] if card.get("title") and card.get("phase") == old["phases"][0]["id"])
    act(wait(lambda: next(node for node in app.map_items() if step["title"] in node.name), "a card there"), "card.focus")
    wait(lambda: any(step["title"] in node.name for node in app.selected()), "a place there")
    press("Control_L", "v")
    wait(lambda: is_modified(app), "the card")
    current.take_picture()
    after = saved(app, target)
    new = find_cards(after, TITLE)[0]
    wanted = {names[channel] for channel in find_cards(before, TITLE)[0]["channels"]}
    assert wanted == {channel["name"] for channel in after["channels"] if channel["id"] in new["channels"]}
    assert felt_by(new, after) == felt_by(find_cards(before, TITLE)[0], before) == ["Max"]
    press("Control_L", "z")
    wait(lambda: is_modified(app), "it taken back")
    assert saved(app, target) == old
    app.show(first)
    select(SHOWN)
    press("Control_L", "c")
    app.show(app.frame_called(old["title"]))
    press("Control_L", "v")
    wait(lambda: is_modified(app), "the card with the picture")
    after = saved(app, target)
    new, image = find_cards(after, SHOWN)[0], find_cards(before, SHOWN)[0]["image"]
    data = {asset["id"]: asset["data"] for asset in before["assets"]}[image]
    assert {asset["id"]: asset["data"] for asset in after["assets"]}[new["image"]] == data
    press("Control_L", "z")
    wait(lambda: is_modified(app), "it taken back as well")
    saved(app, target)
    with open(target, "rb") as file, open(example("b2b.en"), "rb") as original:
        assert file.read() == original.read(), "the picture stayed"
    assert read_document(source) == before


if __name__ == "__main__":
    with App(copy_example()) as app:
        app.map_groups()
        run([copy_and_paste_by_key, cut_and_paste_by_menu, note_keeps_its_step, typing_keeps_its_keys, phase_with_its_cards,
             lines_become_cards, list_into_new_card, too_many_lines, address, needs_a_place, parked_out_of_sight, told_late,
             told_when_a_card_is_begun, picture, table, too_long_to_swap, table_with_title, table_as_html, html_alone, nothing_of_a_map,
             between_windows])
