#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images in the inspector: chosen, cropped by mouse and by keyboard, and what the saved file has of
them; large, broken and malicious ones."""

import base64
import json
import os
import shutil
import struct
import tempfile
import time
import zlib

import gi

from etp_e2e import App, act, current, drag, example, press, run, type_text, wait, wheel

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402

FOLDER = tempfile.mkdtemp(prefix="image-", dir=os.environ.get("ETP_E2E_SCRATCH"))
FILE = os.path.join(FOLDER, "map.journey")
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)

app = None


def chunk(kind, data):
    """A piece of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_png(name, width, height, rows, bits=8, kind=2):
    """A PNG file of packed rows; returns its path."""
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))
                   + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


def write_quarters(name, width, height):
    """Red and green above blue and white, so that parts can be told apart."""
    halves = [b"\0" + bytes(left) * (width // 2) + bytes(right) * (width - width // 2)
              for left, right in ((RED, GREEN), (BLUE, WHITE))]
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(halves[2 * y // height]) for y in range(height)) + packer.flush()
    return write_png(name, width, height, rows)


def read():
    """The map's file."""
    with open(FILE, encoding="utf-8") as file:
        return json.load(file)


def saved(ask, what):
    """Saves the map until the file answers the question with something."""
    last = [0]

    def ask_file():
        if time.monotonic() - last[0] > 1:
            press("Control_L", "s")
            last[0] = time.monotonic()
        return ask(read())

    return wait(ask_file, what)


def image(journey, asset_id):
    """The pixels of an image of the map."""
    data = next(asset["data"] for asset in journey["assets"] if asset["id"] == asset_id)
    loader = GdkPixbuf.PixbufLoader()
    loader.write_bytes(GLib.Bytes.new(base64.b64decode(data)))
    loader.close()
    return loader.get_pixbuf()


def pixel(pixbuf, x, y):
    """A colour in it, at shares of its width and height."""
    width, height, channels = pixbuf.get_width(), pixbuf.get_height(), pixbuf.get_n_channels()
    start = (int(y * (height - 1)) * pixbuf.get_rowstride() + int(x * (width - 1)) * channels)
    return tuple(pixbuf.get_pixels()[start:start + 3])


def corners(pixbuf):
    """The colours near its corners."""
    return [pixel(pixbuf, x, y) for y in (0.02, 0.98) for x in (0.02, 0.98)]


def portrait(journey):
    """The pixels of the first persona's portrait, or None."""
    asset_id = journey["personas"][0].get("portrait")
    return image(journey, asset_id) if asset_id else None


def item(name):
    """Something on the map."""
    return wait(lambda: next((node for node in app.map_items() if node.name == name), None), f"{name} on the map")


def inspector():
    """The panel."""
    return wait(lambda: next(node for node in app.walk("Inspector") if node.role == "panel"), "the inspector")


def into_view(node):
    """Scrolls the inspector until a thing in it can be clicked."""
    x, _, _, _ = app.extents(inspector())
    for _ in range(40):
        _, y, _, height = app.settled_extents(node)
        if 60 < y and y + height < 832:
            return node
        wheel(x + 170, 500, 3 if y > 60 else -3)
    raise AssertionError(f"no way to {node}")


# A field that only the form of one kind of thing has from the start.
PERSONA, NOTE, JOURNEY = "Quote", "Severity", "Scenario"


def form(field):
    """The part of the inspector that has such a field: the forms of other things are kept below it."""
    found = None
    for node in inspector().walk():
        names = {below.name for below in node.walk()}
        if field in names and names & {"More Fields", "Fewer Fields"}:
            found = node
    return found


def button(name, field):
    """A button of a form by its name."""
    return wait(lambda: next((node for node in app.walk(name, inside=form(field))
                              if "button" in node.role), None), f"the button {name}")


def choose_button(name, field):
    """The button of an image that asks for a file; it is called after its field, too."""
    return button(lambda own: own.startswith(("Choose…", name)) and own.endswith(("Choose…", name))
                  and len(own) > len("Choose…"), field)


def select(name):
    """Selects something on the map."""
    act(item(name), "card.focus")
    wait(lambda: any(node.name == name for node in app.selected()), f"{name} selected")


def is_open(name):
    """Whether a window of that name is there."""
    return any(frame.name == name for frame in app.frames())


def type_path(path):
    """Fills in the dialog for files."""
    app.show(app.frame_called("Choose an Image"))
    type_text(path)
    wait(lambda: app.focused() and app.focused().role == "text", "the field for the path")
    press("Return")
    wait(lambda: not is_open("Choose an Image"), "no dialog for files")
    app.show(app.frame_called("Crop the Picture"))


def choose(name, path, field=PERSONA):
    """Chooses a file for an image of the inspector."""
    app.click(into_view(choose_button(name, field)))
    type_path(path)


def part():
    """The rectangle over the picture, once it is there and has the keyboard."""
    node = wait(lambda: next(app.walk("The part of the picture that is taken"), None), "the picture")
    wait(lambda: app.focused() == node, "the keyboard on the picture")
    return node


def told():
    """Which part a screen reader is told: width, height, left, top."""
    text = wait(lambda: next(app.walk("The part of the picture that is taken")).description, "the part in words")
    return [int("".join(sign for sign in word if sign.isdigit())) for word in text.replace("×", ",").split(",")]


def closed():
    """The dialog is gone."""
    wait(lambda: not is_open("Crop the Picture"), "no dialog")
    app.show(wait(lambda: app.frames()[0], "the window"))


def use():
    """Takes the part by the button."""
    app.click(app.find(lambda name: name.endswith("Use"), role="push button"))
    closed()


def portrait_by_mouse():
    """A portrait is square; dragged by its corner to the white quarter, which is scaled down; undo takes
    it back as one step, and the picture with it."""
    first, n_assets = read()["personas"][0]["portrait"], len(read()["assets"])
    select("Max, 34")
    choose("Portrait", write_quarters("wide.png", 3000, 2000))
    x, y, width, height = app.settled_extents(part())
    assert told() == [2000, 2000, 500, 0], told()
    # The picture is as wide as the window lets it; its middle is the widget's.
    scale = min((width - 28) / 3000, (height - 28) / 2000)
    middle = x + width / 2, y + height / 2
    drag(middle[0] - 1000 * scale, middle[1] - 1000 * scale, middle[0] + 8, middle[1] + 8)
    size = wait(lambda: told()[0] < 1000 and told(), "a smaller part")
    assert size[0] == size[1] and size[2] > 1500 and size[3] > 1000, size
    current.take_picture()
    use()
    pixbuf = saved(lambda journey: journey["personas"][0]["portrait"] != first and portrait(journey), "the portrait")
    assert pixbuf.get_width() == pixbuf.get_height() == 640, (pixbuf.get_width(), pixbuf.get_height())
    assert corners(pixbuf) == [WHITE] * 4, corners(pixbuf)
    assert len(read()["assets"]) == n_assets and first not in [asset["id"] for asset in read()["assets"]]
    press("Control_L", "z")
    saved(lambda journey: journey["personas"][0]["portrait"] == first, "the portrait before")
    assert len(read()["assets"]) == n_assets
    press("Control_L", "y")
    saved(lambda journey: journey["personas"][0]["portrait"] != first, "the portrait again")


def portrait_by_keyboard():
    """What is there is cropped again, by keys alone; the picture before goes from the file."""
    n_assets = len(read()["assets"])
    select("Max, 34")
    node = choose_button("Portrait", PERSONA)
    into_view(node)
    app.click(node)
    app.show(app.frame_called("Choose an Image"))
    press("Escape")
    wait(lambda: not is_open("Choose an Image"), "no dialog for files")
    app.show(app.frames()[0])
    choose("Portrait", write_quarters("square.png", 800, 800))
    part()
    press("Return")
    closed()
    pixbuf = saved(lambda journey: portrait(journey) and pixel(portrait(journey), 0.02, 0.02) == RED
                   and portrait(journey), "the whole picture")
    assert corners(pixbuf) == [RED, GREEN, BLUE, WHITE]
    assert len(read()["assets"]) == n_assets
    wait(lambda: app.focused() == node, "the keyboard back at the button")
    press("Tab")
    wait(lambda: app.focused() and app.focused().name == "Crop…", "the button beside it")
    press("space")
    app.show(app.frame_called("Crop the Picture"))
    part()
    assert told() == [640, 640, 0, 0], told()
    for _ in range(40):
        press("Shift_L", "Left")
    wait(lambda: told()[0] < 420, "a smaller part")
    assert told()[0] == told()[1]
    for _ in range(4):
        press("Control_L", "Right")
    wait(lambda: told()[2] + told()[0] == 640, "the part at the right")
    for _ in range(20):
        press("minus")
    wait(lambda: told()[0] < 80, "a small part")
    press("Control_L", "Up")
    press("Control_L", "Up")
    press("Return")
    closed()
    pixbuf = saved(lambda journey: portrait(journey).get_width() < 80 and portrait(journey), "the part")
    assert corners(pixbuf) == [GREEN] * 4, corners(pixbuf)
    assert len(read()["assets"]) == n_assets


def escape_changes_nothing():
    """The dialog closes without a change; taking all of what is there is none either."""
    before = read()
    select("Max, 34")
    app.click(into_view(button("Crop…", PERSONA)))
    app.show(app.frame_called("Crop the Picture"))
    part()
    press("minus")
    press("Escape")
    closed()
    app.click(into_view(button("Crop…", PERSONA)))
    app.show(app.frame_called("Crop the Picture"))
    part()
    use()
    assert not app.x_window().get_wm_name() or not app.frames()[0].name.endswith("•")
    assert read() == before


def image_card():
    """A card's image has any proportions, or those that are chosen; a JPEG stays one."""
    path = os.path.join(FOLDER, "photo.jpg")
    GdkPixbuf.Pixbuf.new_from_file(write_quarters("photo.png", 1500, 1000)).savev(path, "jpeg", [], [])
    name = next(node.name for node in app.map_items() if ", lane Storyboard, " in node.description)
    select(name)
    app.click(into_view(button("More Fields", NOTE)))
    app.click(into_view(button("Appearance", NOTE)))
    choose("Image", path, NOTE)
    part()
    assert told() == [1500, 1000, 0, 0], told()
    app.find("1200 × 800 pixels", role="label")
    proportions = app.find("Proportions", role="combo box")
    app.click(proportions)
    wait(lambda: app.focused() and app.focused() != proportions, "the list")
    press("Down")
    press("Return")
    wait(lambda: told()[0] == told()[1] == 1000, "a square")
    press("Home")
    use()
    title = name.split(" ", 1)[-1] if name[0].isdigit() else name

    def asked(journey):
        card = next(card for card in journey["cards"] if card.get("title") == title)
        pixbuf = image(journey, card["image"]) if "image" in card else None
        return pixbuf if pixbuf and pixbuf.get_width() == pixbuf.get_height() == 1000 else None
    pixbuf = saved(asked, "the square image")
    assert [max(color) > 240 for color in corners(pixbuf)] == [True] * 4
    press("Control_L", "z")


def logo():
    """The logo of the map, in its own proportions; removing it removes it from the file."""
    n_assets = len(read()["assets"])
    act(item("Max, 34"), "card.focus")
    press("Escape")
    wait(lambda: not app.selected(), "no selection")
    wait(lambda: next(app.walk("Scenario", "text", inspector()), None), "the journey in the inspector")
    app.click(into_view(button("More Fields", JOURNEY)))
    app.click(into_view(button("Appearance", JOURNEY)))
    choose("Logo", write_quarters("logo.png", 1600, 400), JOURNEY)
    part()
    assert told() == [1600, 400, 0, 0], told()
    for _ in range(10):
        press("Shift_L", "Control_L", "Left")
    press("Return")
    closed()

    def asked(journey):
        asset_id = journey.get("theme", {}).get("logo")
        return image(journey, asset_id) if asset_id else None
    pixbuf = saved(asked, "the logo")
    assert pixbuf.get_height() > 4 * pixbuf.get_width(), (pixbuf.get_width(), pixbuf.get_height())
    assert corners(pixbuf) == [RED, RED, BLUE, BLUE]
    app.click(into_view(wait(lambda: app.find_all(lambda name: name.startswith("Remove"), "push button", form(JOURNEY))[-1], "Remove")))
    saved(lambda journey: "logo" not in journey.get("theme", {}), "no logo")
    assert len(read()["assets"]) == n_assets


def logo_of_an_export():
    """The logo for one export is cropped the same way; the map does not change."""
    before = read()
    act(item("Max, 34"), "card.focus")
    press("Control_L", "Shift_L", "e")
    app.show(app.frame_called("Export"))
    act(app.find("Choose a Logo…", role="push button"), "click")
    type_path(write_quarters("export.png", 1200, 300))
    part()
    assert told() == [1200, 300, 0, 0], told()
    press("minus")
    press("Return")
    wait(lambda: not is_open("Crop the Picture"), "no dialog for the picture")
    app.show(app.frame_called("Export"))
    app.find("The chosen picture", role="label")
    press("Escape")
    wait(lambda: not is_open("Export"), "no dialog")
    app.show(app.frames()[0])
    assert read() == before and not app.frames()[0].name.endswith("•")


def forty_megapixels():
    """Is read and scaled beside; meanwhile the window answers, says how far it is, and can be told to
    stop."""
    path = write_quarters("large.png", 8000, 5000)
    select("Max, 34")
    choose("Portrait", path)
    longest, shares, begin = 0, set(), time.monotonic()
    while True:
        start = time.monotonic()
        nodes = app.find_all(role="progress bar")
        is_read = app.find_all("The part of the picture that is taken")
        longest = max(longest, time.monotonic() - start)
        if is_read and is_read[0].description:
            break
        shares.update(node.path for node in nodes)
    print(f"# the longest answer took {1000 * longest:.0f} ms")
    # A look at the window takes a part of that second itself, and more of it on a busy machine.
    assert shares or time.monotonic() - begin < 1 + 2 * longest, "no progress was shown"
    assert longest < 2, longest
    assert told() == [2560, 2560, 768, 0], told()
    press("Return")
    closed()
    pixbuf = saved(lambda journey: portrait(journey).get_width() == 640 and portrait(journey), "the portrait")
    assert corners(pixbuf) == [RED, GREEN, BLUE, WHITE]
    assert os.path.getsize(FILE) < 1024 * 1024
    # Stopped on the way: nothing comes after it.
    before = read()
    choose("Portrait", path)
    press("Escape")
    closed()
    select("Max, 34")
    assert read() == before and not app.frames()[0].name.endswith("•")


def said(start):
    """What the dialog says, once it says that; another picture is taken in its place."""
    app.find(lambda name: name.startswith(start), role="label")
    assert not any(node.had_state("enabled") for node in app.walk(lambda name: name.endswith("Use"), "push button"))


def broken():
    """Cut off, no picture at all, and gone: said in the dialog; the next try is a good one."""
    whole = write_quarters("whole.png", 500, 500)
    half, text = os.path.join(FOLDER, "half.png"), os.path.join(FOLDER, "text.png")
    with open(whole, "rb") as file:
        data = file.read()
    with open(half, "wb") as file:
        file.write(data[:len(data) // 2])
    with open(text, "wb") as file:
        file.write(b"no picture " * 20)
    before = read()
    select("Max, 34")
    choose("Portrait", half)
    said("The picture is damaged")
    current.take_picture()
    app.click(app.find(lambda name: name.endswith("Another Picture…"), role="push button"))
    type_path(text)
    said("This is no picture that can be read")
    press("Escape")
    closed()
    assert read() == before and not app.frames()[0].name.endswith("•")
    choose("Portrait", half)
    said("The picture is damaged")
    app.click(app.find(lambda name: name.endswith("Another Picture…"), role="push button"))
    type_path(whole)
    part()
    press("Return")
    closed()
    saved(lambda journey: portrait(journey).get_width() == 500, "the good one")


def memory():
    """What the program holds, in KiB."""
    with open(f"/proc/{app.process.pid}/status", encoding="ascii") as file:
        return int(next(line for line in file if line.startswith("VmHWM")).split()[1])


def bomb():
    """A hundred kilobytes that are 900 megapixels: refused with its size, before any of it is made."""
    width = height = 30000
    path = write_png("bomb.png", width, height, zlib.compress(bytes((width // 8 + 1) * height), 9), 1, 0)
    assert os.path.getsize(path) < 200000
    before = memory()
    select("Max, 34")
    choose("Portrait", path)
    said("The picture is too large: 30000 × 30000 pixels.")
    press("Escape")
    closed()
    assert memory() - before < 100 * 1024, (before, memory())


if __name__ == "__main__":
    shutil.copy(example("webshop.en"), FILE)
    with App(FILE, inspector=True) as app:
        app.map_groups()
        inspector()
        run([portrait_by_mouse, portrait_by_keyboard, escape_changes_nothing, image_card, logo, logo_of_an_export,
             forty_megapixels,
             broken, bomb])
