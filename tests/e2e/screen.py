# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The X server as a person's hands and eyes: pointer, keys (XTEST) and pictures of the screen
(XGetImage)."""

import struct
import time
import zlib

from Xlib import XK, X, display, error
from Xlib.ext import xtest

import look

X_DISPLAY = display.Display()
ROOT = X_DISPLAY.screen().root
DOUBLE_CLICK = 0.45  # the toolkit's is 0.4 s


def sync():
    """Until the server has done everything."""
    X_DISPLAY.sync()
    look.renew()


def move(x, y):
    """The pointer, to a place on the screen."""
    xtest.fake_input(X_DISPLAY, X.MotionNotify, x=int(x), y=int(y))
    sync()


def button(number, down):
    """A button of the pointer, pressed or released."""
    xtest.fake_input(X_DISPLAY, X.ButtonPress if down else X.ButtonRelease, number)
    sync()


class _LastClick:
    x, y, time = 0, 0, 0.0


def be_heard(x, y):
    """Where it is held already: the toolkit's drag answers each move before the next."""
    for step in range(20):
        move(x + step % 2, y)
        time.sleep(0.01)


def fling(x, y, number=1):
    """The pointer to a place, and a button let go there in the same moment."""
    xtest.fake_input(X_DISPLAY, X.MotionNotify, x=int(x), y=int(y))
    xtest.fake_input(X_DISPLAY, X.ButtonRelease, number)
    sync()


def click(x, y, number=1):
    """A click there; two in one place are a double click."""
    move(x, y)
    button(number, True)
    button(number, False)
    _LastClick.x, _LastClick.y, _LastClick.time = x, y, time.monotonic()


def click_once(x, y, number=1):
    """A click there that is not the second one of a double click: in the place of the last one it waits
    for as long as the toolkit waits for a second."""
    if abs(x - _LastClick.x) < 8 and abs(y - _LastClick.y) < 8:
        time.sleep(max(0, _LastClick.time + DOUBLE_CLICK - time.monotonic()))
    click(x, y, number)


def drag(x0, y0, x1, y1, number=1, steps=12):
    """From one place to another with a button held."""
    move(x0, y0)
    button(number, True)
    for step in range(1, steps + 1):
        move(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps)
        time.sleep(0.004)  # the toolkit drops what comes in the same moment
    time.sleep(0.03)
    button(number, False)


def _give_key(symbol):
    """Puts a letter that the keyboard does not have, such as an umlaut, on a key that it does not use."""
    low, high = X_DISPLAY.display.info.min_keycode, X_DISPLAY.display.info.max_keycode
    keys = X_DISPLAY.get_keyboard_mapping(low, high - low + 1)
    spare = next(low + number for number in reversed(range(len(keys))) if not any(keys[number]))
    X_DISPLAY.change_keyboard_mapping(spare, [[symbol, symbol]])
    sync()
    X_DISPLAY._update_keymap(low, high - low + 1)
    return spare


def _find_key(name):
    """The key's code and whether it needs Shift."""
    symbol = XK.string_to_keysym(name) or (ord(name) if len(name) == 1 else 0)
    codes = sorted(X_DISPLAY.keysym_to_keycodes(symbol), key=lambda pair: pair[1])
    if not codes and len(name) == 1:
        codes = [(_give_key(symbol), 0)]
    assert codes, f"no key {name}"
    return codes[0][0], codes[0][1] == 1


def hold(name, down):
    """A key, pressed or released."""
    xtest.fake_input(X_DISPLAY, X.KeyPress if down else X.KeyRelease, _find_key(name)[0])
    sync()


def press(*names):
    """Keys together: press("Control_L", "plus"). They go to the window with the keyboard; where that one is
    gone, to the one in front, as on a desktop."""
    if keyboard_window() is None:
        windows = [window for window in ROOT.query_tree().children if _is_window(window)]
        if windows:
            raise_window(windows[-1])
    keys = [_find_key(name) for name in names]
    codes = [code for code, _ in keys]
    if keys[-1][1] and "Shift_L" not in names:
        codes.insert(0, _find_key("Shift_L")[0])
    for code in codes:
        xtest.fake_input(X_DISPLAY, X.KeyPress, code)
    for code in reversed(codes):
        xtest.fake_input(X_DISPLAY, X.KeyRelease, code)
    sync()


def type_text(text):
    """Letters, digits and the signs of a path; letters that the keyboard lacks get a key."""
    names = {"/": "slash", ".": "period", "-": "minus", "_": "underscore", " ": "space"}
    for sign in text:
        press(names.get(sign, sign))


def wheel(x, y, clicks, control=False, held=None):
    """The wheel there, perhaps with a key held: negative is up."""
    held = "Control_L" if control else held
    move(x, y)
    if held:
        hold(held, True)
    for _ in range(abs(clicks)):
        click(x, y, 4 if clicks < 0 else 5)
    if held:
        hold(held, False)


def windows_of(pid):
    """The X windows of a process that are on the screen, from the bottom up."""
    atom = X_DISPLAY.intern_atom("_NET_WM_PID")
    found = []
    for window in ROOT.query_tree().children:
        try:
            owner = window.get_full_property(atom, X.AnyPropertyType)
            if owner is not None and owner.value[0] == pid \
                    and window.get_attributes().map_state == X.IsViewable:
                found.append(window)
        except error.BadWindow:  # gone meanwhile: menus come and go
            pass
    return found


def title_of(window):
    """An X window's title; "" if it is gone."""
    try:
        title = window.get_full_property(X_DISPLAY.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
    except error.BadWindow:
        return ""
    return title.value.decode() if title is not None else ""


def _is_window(window):
    """Whether an X window is one of a program, on the screen, and no menu or the like."""
    try:
        attributes = window.get_attributes()
        return attributes.map_state == X.IsViewable and not attributes.override_redirect and title_of(window) != ""
    except error.BadWindow:
        return False


def keyboard_window():
    """The X window that has the keyboard, or None: without a window manager the server gives it back to
    nobody when a window goes."""
    focus = X_DISPLAY.get_input_focus().focus
    return focus if not isinstance(focus, int) and focus.id != ROOT.id else None


def raise_window(window):
    """An X window above the others, with the keyboard."""
    window.configure(stack_mode=X.Above)
    window.set_input_focus(X.RevertToPointerRoot, X.CurrentTime)
    sync()


def resize_window(window, width, height):
    """An X window, to another size at the screen's corner."""
    window.configure(x=0, y=0, width=width, height=height)
    sync()


def read_clipboard(wait):
    """The text on the clipboard."""
    clipboard = X_DISPLAY.intern_atom("CLIPBOARD")
    wait(lambda: X_DISPLAY.get_selection_owner(clipboard), "something on the clipboard")
    window = ROOT.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    answer = X_DISPLAY.intern_atom("ETP_ANSWER")
    window.convert_selection(clipboard, X_DISPLAY.intern_atom("UTF8_STRING"), answer, X.CurrentTime)
    sync()
    text = wait(lambda: window.get_full_property(answer, X.AnyPropertyType), "the clipboard's text")
    window.destroy()
    sync()
    return text.value.decode()


class Picture:
    """What is on a part of the screen; what lies outside of it is cut off."""

    def __init__(self, x=0, y=0, width=10000, height=10000):
        screen = ROOT.get_geometry()
        x0, y0 = max(0, int(x)), max(0, int(y))
        self.width = min(screen.width, int(x) + int(width)) - x0
        self.height = min(screen.height, int(y) + int(height)) - y0
        assert self.width > 0 and self.height > 0, f"{x}, {y}, {width}, {height} is not on the screen"
        self.data = ROOT.get_image(x0, y0, self.width, self.height, X.ZPixmap, 0xffffffff).data

    def __eq__(self, other):
        return self.data == other.data

    def pixel(self, x, y):
        """Its colour there: red, green, blue."""
        start = 4 * (int(y) * self.width + int(x))
        blue, green, red = self.data[start:start + 3]
        return red, green, blue

    def count(self, color, tolerance=12):
        """How many of its pixels are about this colour."""
        return sum(near((red, green, blue), color, tolerance) for blue, green, red in
                   zip(self.data[0::4], self.data[1::4], self.data[2::4]))

    def differs(self, other):
        """In how many pixels two pictures of the same size differ."""
        mine, others = memoryview(self.data).cast("I"), memoryview(other.data).cast("I")
        return sum(one != another for one, another in zip(mine, others))

    def save(self, path):
        """Writes it as PNG."""
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        size = self.width * self.height
        pixels = bytearray(3 * size)
        for channel in range(3):
            pixels[channel::3] = self.data[2 - channel:4 * size:4]
        rows = b"".join(b"\0" + pixels[3 * y * self.width:3 * (y + 1) * self.width]
                        for y in range(self.height))
        with open(path, "wb") as png:
            png.write(b"\x89PNG\r\n\x1a\n"
                      + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
                      + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def near(a, b, tolerance=12):
    """Whether two colours look the same."""
    return all(abs(one - other) <= tolerance for one, other in zip(a, b))


def rgb(text):
    """(28, 111, 209) from "#1c6fd1"."""
    return tuple(int(text[i:i + 2], 16) for i in (1, 3, 5))
