#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture is the product: phase heads, cards and the curve are on the screen where assistive
technology says, in the colours of the light and of the dark style; and the style follows the
desktop while the program runs."""

import json
import threading

from gi.repository import Gio, GLib

from etp_e2e import App, Picture, act, example, move, near, press, rgb, run, skip, wait

FILE = example("webshop.de")
with open(FILE, encoding="utf-8") as file:
    JOURNEY = json.load(file)
STEPS = [card for card in JOURNEY["cards"] if card.get("lane") == "l-steps"]
LIGHT = {"paper": rgb("#ffffff"), "card": rgb("#ffffff"), "curve": rgb("#1c6fd1"), "ink": rgb("#1d1d20"),
         # 13 % of the phase's colour on paper
         "bars": (rgb("#1c6fd1"), rgb("#8040b0")),
         "heads": [rgb("#e2ecf9"), rgb("#e5ebf8"), rgb("#e8e9f7"), rgb("#ece8f6"), rgb("#efe6f5")]}
DARK = {"paper": rgb("#1e1e20"), "card": rgb("#2b2b2f"), "curve": rgb("#62a0ea"), "ink": rgb("#f4f4f5"),
        "heads": None}
SETTINGS = """<node><interface name="org.freedesktop.portal.Settings">
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="v" direction="out"/></method>
  <method name="ReadAll"><arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
  <property name="version" type="u" access="read"/>
</interface></node>"""
COLOR_SCHEME = ("org.freedesktop.appearance", "color-scheme")
HIGH_CONTRAST = ("org.gnome.desktop.a11y.interface", "high-contrast")
PATH = "/org/freedesktop/portal/desktop"

app = None
desktop = None


class Desktop:
    """What tells programs the desktop's settings; the session of the test has no other."""

    def __init__(self):
        self.settings = {COLOR_SCHEME: GLib.Variant("u", 0), HIGH_CONTRAST: GLib.Variant("b", False)}
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        is_ready = threading.Event()
        threading.Thread(target=self._serve, args=(is_ready,), daemon=True).start()
        is_ready.wait()
        answer = self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                    "RequestName", GLib.Variant("(su)", ("org.freedesktop.portal.Desktop", 4)),
                                    None, Gio.DBusCallFlags.NONE, -1).unpack()[0]
        if answer != 1:
            skip("another program tells the desktop's settings")

    def _serve(self, is_ready):
        # The program waits for answers while the test waits for the program.
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(SETTINGS).interfaces[0], self._on_call,
                                 self._on_get, None)
        is_ready.set()
        GLib.MainLoop.new(context, False).run()

    def _on_call(self, connection, sender, path, interface, method, parameters, invocation):
        value = self.settings.get(parameters.unpack()) if method == "Read" else None
        if method == "ReadAll":
            spaces = {}
            for (space, key), setting in self.settings.items():
                spaces.setdefault(space, {})[key] = setting
            invocation.return_value(GLib.Variant("(a{sa{sv}})", (spaces,)))
        elif value is None:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "no such setting")
        else:
            invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", value),)))

    def _on_get(self, connection, sender, path, interface, name):
        return GLib.Variant("u", 1)

    def set(self, setting, value):
        """Another setting, told to everybody."""
        self.settings[setting] = value
        self.bus.emit_signal(None, PATH, "org.freedesktop.portal.Settings", "SettingChanged",
                             GLib.Variant("(ssv)", (*setting, value)))
        self.bus.flush_sync()


def point(number):
    """A point of the curve, by the place of its step on the map."""
    points = [node for node in app.map_items() if f", lane Emotionen, " in node.description]
    return points[number]


def look_at_everything(colors):
    """The whole picture in those colours."""
    app.settled_picture()
    act(point(5), "card.focus")  # the curve in the middle of the window
    wait(lambda: app.selected() == [point(5)], "the point selected")
    press("Escape")
    wait(lambda: not app.selected(), "no selection")
    move(5, 895)
    app.settled_extents(point(5))
    app.settled_picture()
    look_at_curve(colors)
    press("Home")
    press("Escape")
    wait(lambda: not app.selected(), "no selection")
    app.settled_extents(point(0))
    app.settled_picture()
    look_at_heads(colors)
    look_at_cards(colors)


def look_at_heads(colors):
    """Each phase head is a tinted box that ends where its extents end."""
    heads = [next(node for node in app.map_items() if node.name == f"Phase {number} {phase['name']}")
             for number, phase in enumerate(JOURNEY["phases"], 1)]
    seen = set()
    for index, head in enumerate(heads):
        x, y, width, height = app.extents(head)
        picture = Picture(x - 6, y, width + 12, height)
        tint = picture.pixel(width, height - 4)
        seen.add(tint)
        assert not near(tint, colors["paper"], 8), (head, tint)
        if colors["heads"]:
            assert near(tint, colors["heads"][index], 5), (head, tint, colors["heads"][index])
        assert near(picture.pixel(1, height - 4), colors["paper"], 6), (head, picture.pixel(1, height - 4))
        assert near(picture.pixel(width + 10, height - 4), colors["paper"], 6), head
        assert picture.count(colors["ink"], 70) > 40, f"{head} has no text"
    assert len(seen) == len(heads), "all phases look the same"
    places = [app.extents(head) for head in heads]
    assert [place[0] for place in places] == sorted(place[0] for place in places)
    if colors["heads"]:  # the bar at their upper edge
        for (x, y, width, _), color in zip((places[0], places[-1]), colors["bars"]):
            assert near(Picture(x + width // 2, y + 1, 1, 1).pixel(0, 0), color, 16), (x, y, color)


def look_at_cards(colors):
    """Each card of a step in the window is a surface with text on its phase's tint."""
    window = app.extents(app.find(role="scroll pane"))
    n_seen = 0
    for node in app.map_items():
        if ", lane Touchpoints, " not in node.description:
            continue
        x, y, width, height = app.extents(node)
        if y + height > window[1] + window[3]:
            continue
        n_seen += 1
        picture = Picture(x - 5, y - 2, width + 10, height + 4)
        for place in ((9, height // 2), (width, height // 2), (5 + width // 2, 6), (5 + width // 2, height - 3)):
            assert near(picture.pixel(*place), colors["card"], 6), (node, place, picture.pixel(*place))
        assert not near(picture.pixel(0, height // 2), colors["card"], 4), f"no tint beside {node}"
        assert picture.count(colors["ink"], 70) > 30, f"{node} has no text"
    assert n_seen > 8, n_seen


def look_at_curve(colors):
    """The curve goes through every point and from each to the next without a gap."""
    points = [app.extents(point(index)) for index in range(len(STEPS))]
    top = min(y for _, y, _, _ in points)
    bottom = max(y + height for _, y, _, height in points)
    left, right = points[0][0], points[-1][0] + points[-1][2]
    picture = Picture(left, top - 4, right - left, bottom - top + 8)
    values = [card["emotions"][0]["value"] for card in STEPS]
    for one, other, value, next_value in zip(points, points[1:], values, values[1:]):
        # A better emotion is higher up.
        assert (one[1] > other[1]) == (value < next_value), (one, other, value, next_value)
        low = max(one[1] + one[3], other[1] + other[3]) - top + 8
        high = min(one[1], other[1]) - top
        for share in (0.3, 0.5, 0.7):
            x = int(one[0] + (other[0] - one[0]) * share + one[2] / 2 - left)
            rows = [y for y in range(picture.height) if near(picture.pixel(x, y), colors["curve"], 30)]
            between = [y for y in rows if high <= y <= low]
            assert len(between) >= 2, f"no curve {share} of the way between {one} and {other}: {rows}"
            assert all(high - 20 < y < low + 20 for y in rows), f"curve beside {one} and {other}: {rows}, {high}, {low}"
    for (x, y, width, height), card in zip(points, STEPS):
        near_point = Picture(x, y, width, height).count(colors["curve"], 30)
        assert near_point > width * height / 8, f"no point at {card['title']}"


def light():
    """The light style, as the desktop says."""
    look_at_everything(LIGHT)


def dark():
    """The desktop turns dark, and the map with it."""
    desktop.set(COLOR_SCHEME, GLib.Variant("u", 1))
    x, y, _, height = app.extents(app.find(role="scroll pane"))
    wait(lambda: near(Picture(x + 4, y + height - 6, 1, 1).pixel(0, 0), DARK["paper"], 4), "dark paper")
    look_at_everything(DARK)
    head = Picture(app.extents(app.find("webshop.de.journey", role="label"))[0] - 40, 12, 4, 4).pixel(0, 0)
    assert max(head) < 90, f"the header bar is not dark: {head}"


def contrast():
    """High contrast: black paper, and white ink on it."""
    desktop.set(HIGH_CONTRAST, GLib.Variant("b", True))
    x, y, _, height = app.extents(app.find(role="scroll pane"))
    wait(lambda: near(Picture(x + 4, y + height - 6, 1, 1).pixel(0, 0), (0, 0, 0), 4), "black paper")
    desktop.set(COLOR_SCHEME, GLib.Variant("u", 2))
    wait(lambda: near(Picture(x + 4, y + height - 6, 1, 1).pixel(0, 0), (255, 255, 255), 4), "white paper")
    heads = [node for node in app.map_items() if node.name.startswith("Phase 1 ")]
    place = app.extents(heads[0])
    assert Picture(*place).count((0, 0, 0), 40) > 60, "no black ink"


def light_again():
    """And back: the same picture as before."""
    desktop.set(HIGH_CONTRAST, GLib.Variant("b", False))
    x, y, width, height = app.extents(app.find("2.1 Startseite der Marke", role="list item"))
    wait(lambda: near(Picture(x - 5, y + height // 2, 1, 1).pixel(0, 0), rgb("#f3f5fc"), 4), "the light tint")
    look_at_everything(LIGHT)


if __name__ == "__main__":
    desktop = Desktop()
    with App(FILE, ADW_DISABLE_PORTAL="0") as app:
        app.map_groups()
        run([light, dark, contrast, light_again])
