# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person would: finds things by what a screen reader is told
(accessible.py), moves the pointer, presses keys, and looks at the screen (screen.py).

Nothing here waits for time to pass: each action is followed by waiting for what it brings about.
A test file defines functions and ends with run([...]); it prints TAP and, when ETP_E2E_PICTURES
names a folder, leaves there a picture of the screen after each of them. Start tests with
in-session.sh, which gives them a screen and buses of their own; arguments are the functions to run.

  ETP_BUILD_ROOT    the build folder
  ETP_E2E_PATIENCE  how many times longer than usual to wait for something"""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

from gi.repository import GLib
from Xlib.error import XError

import accessible
import look
import screen
# One import for the tests.
from accessible import act, actions, has_state  # noqa: F401
from screen import (Picture, button, click, drag, hold, move, near, press, read_clipboard,  # noqa: F401
                    resize_window, rgb, type_text, wheel)

SOURCE = os.environ.get("ETP_SOURCE_ROOT") or os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BUILD = os.environ.get("ETP_BUILD_ROOT") or os.path.join(SOURCE, "_build")
PICTURES = os.environ.get("ETP_E2E_PICTURES")
PATIENCE = 20 * float(os.environ.get("ETP_E2E_PATIENCE", "1"))
# Asking costs the program time: what is not there at once is asked for less often, and never for more
# than half of the time.
POLL, SLOW_POLL, SOON = 0.01, 0.04, 0.2
# A place counts as final when it stayed for so long; assistive technology learns of a new one 250 ms
# after the map stopped moving.
REST = 0.35
# Everything else tells where it is at once, and has its place by the next frame.
SHORT_REST = 0.12
AT_ONCE = ("frame", "filler", "dialog", "alert", "push button", "toggle button", "menu item", "combo box", "spin button",
           "progress bar", "scroll pane")
# What the toolkit's own dialogs are; its window for choosing a file is told as nothing in particular.
TOOLKITS = "dialog", "filler"
# What the toolkit says of a button that is drawn before it has a place, and of which.
UNPLACED = re.compile(r"Trying to snapshot GtkButton (0x[0-9a-f]+) without a current allocation$")
# What asking for something may end with while windows and what is in them come and go.
CHANGING = GLib.Error, XError, AttributeError, IndexError, StopIteration


class Skip(Exception):
    """A test that cannot run here, and why."""


def skip(reason):
    """Ends the whole file: what it needs is not there."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def wait(ask, what, patience=PATIENCE):
    """Asks again and again until the answer is something; returns it."""
    start = time.monotonic()
    end, again = start + patience, False
    while True:
        asked = time.monotonic()
        try:
            answer = look.ask(ask, again)
        except CHANGING:
            answer = None
        if answer:
            return answer
        now = time.monotonic()
        if now > end:
            what = what() if callable(what) else what
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(max(POLL if now - start < SOON else SLOW_POLL, now - asked))
        again = True


def wait_for_rest(ask, what, rest=REST):
    """Asks until there is an answer that is the same for a while; returns it."""
    last, since = None, time.monotonic()
    end, again = since + PATIENCE, False
    while True:
        try:
            now = look.ask(ask, again)
        except CHANGING:
            now = None
        if now is None or last is None or now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since >= rest:
            return last
        assert time.monotonic() < end, f"{what} did not come to rest"
        time.sleep(rest / 5)
        again = True


def complaints(said, had_dialog):
    """The lines in which a program complains, without what is known of GTK 4.8; had_dialog: one of the toolkit's
    own dialogs was open."""
    bad = []
    for line in said.splitlines():
        # Its own labels need a pixel or two more for a height than they say they need, in some scripts.
        is_label = "GtkLabel" in line and "Expect overlapping widgets" in line
        if ("CRITICAL" in line or "WARNING" in line) and not is_label:
            # Its window for choosing a file shows the way to the folder between two arrows (GtkPathBar). Until the
            # file system has told what its root is, they get no place, are drawn all the same, and complain one right
            # after the other. That is two buttons; one alone, or the same one twice, is not passed over.
            button_now, button_before = (UNPLACED.search(it) for it in (line, bad[-1] if bad else ""))
            if had_dialog and button_now and button_before and button_now[1] != button_before[1]:
                bad.pop()
            else:
                bad.append(line)
    return bad


class App:
    """The editor, running with a home folder of its own. Use with "with"."""

    def __init__(self, *files, locale="C.UTF-8", home=None, animations=False, inspector=False, **environment):
        self.given_home = home
        self.home = home or tempfile.mkdtemp(prefix="home-", dir=os.environ.get("ETP_E2E_SCRATCH"))
        self.files = [str(file) for file in files]
        unwanted = ("GTK_A11Y", "WAYLAND_DISPLAY", "LANGUAGE", "LC_MESSAGES", "G_DEBUG", "MALLOC_CHECK_")
        self.environment = {key: value for key, value in os.environ.items() if key not in unwanted}
        self.environment.update(
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GDK_DEBUG="gl-disable", GTK_USE_PORTAL="0",
            ADW_DISABLE_PORTAL="1", GSETTINGS_BACKEND="memory", LC_ALL=locale, LANG=locale,
            HOME=self.home, XDG_DATA_HOME=self.home + "/share", XDG_CONFIG_HOME=self.home + "/config",
            XDG_CACHE_HOME=self.home + "/cache",
            XDG_STATE_HOME=self.home + "/state", ETP_DATA_DIR=SOURCE + "/data",
            ETP_LOCALE_DIR=BUILD + "/po")
        self.environment.update(environment)
        self.borders = {}  # by title
        self.seen = None, []  # the number of the last look, the windows
        self.had_dialog = False
        self.had_focus = None, None  # what had the keyboard focus the last time
        settings = self.home + "/config/gtk-4.0"
        os.makedirs(settings, exist_ok=True)
        with open(settings + "/settings.ini", "w", encoding="utf-8") as ini:
            ini.write(f"[Settings]\ngtk-enable-animations={int(animations)}\n")
        # What a person chose the last time; None: they have not met the inspector yet.
        state = self.home + "/state/etappe"
        if inspector is not None and not os.path.exists(state + "/window.ini"):
            os.makedirs(state, exist_ok=True)
            with open(state + "/window.ini", "w", encoding="utf-8") as ini:
                ini.write(f"[Window]\ninspector={str(bool(inspector)).lower()}\n")

    def __enter__(self):
        self.messages = tempfile.TemporaryFile("w+", dir=self.home)
        self.process = subprocess.Popen([BUILD + "/src/app/etappe", *self.files], env=self.environment,
                                        stdin=subprocess.DEVNULL, stderr=self.messages)
        try:
            self.show(wait(lambda: self.frames()[0], "the window"))
        except BaseException:
            self.stop(True)
            raise
        return self

    def __exit__(self, kind, value, trace):
        if current.test:
            current.take_picture()
        if kind is AssertionError:
            self.tell()
        self.stop(kind is not None and not (kind is SystemExit and not value.code))

    def stop(self, has_failed):
        """Ends the program; it must not have complained."""
        ended = self.process.poll()
        if ended is None:
            self.process.terminate()
        self.process.wait(PATIENCE)
        self.messages.seek(0)
        said = self.messages.read()
        self.messages.close()
        if self.given_home is None:
            shutil.rmtree(self.home, ignore_errors=True)
        if has_failed:
            print("# the program said: " + said.replace("\n", "\n# "))
            return
        assert ended in (None, 0), f"the program ended with {ended}: {said}"
        bad = complaints(said, self.had_dialog)
        assert not bad, "the program complained: " + "; ".join(bad)

    def tell(self):
        """Prints which windows there are, and who has the keyboard, for whoever asks why a test failed."""
        try:
            windows = [screen.title_of(window) for window in screen.windows_of(self.process.pid)]
            keyboard = screen.keyboard_window()
            print(f"# on the screen: {windows}, the keyboard is with {keyboard and screen.title_of(keyboard)}, "
                  f"{[(frame.name, frame.had_state('active')) for frame in self.frames()]}, {self.focused()}")
        except CHANGING as gone:
            print(f"# the screen cannot be told: {gone}")

    def frames(self):
        """The windows, as assistive technology sees them now; none once the program has ended."""
        if look.current() is None or look.current() != self.seen[0]:
            self.seen = look.current(), accessible.read_windows(self.process.pid) if self.process.poll() is None else []
            self.had_dialog = self.had_dialog or any(window.role in TOOLKITS for window in self.seen[1])
        return self.seen[1]

    def frame_called(self, title):
        """The window of that title, once it is there."""
        return wait(lambda: next((frame for frame in self.frames() if frame.name == title), None),
                    lambda: f"the window {title} among {self.frames()}")

    def x_window(self, frame=None):
        """A window as the X server knows it, once it is there; the one in front if it is not said which."""
        def find():
            # What has no title is a menu or the like of one that has.
            windows = [window for window in screen.windows_of(self.process.pid) if screen.title_of(window)]
            if frame is not None:
                name = frame.get_name()
                return next(window for window in windows if screen.title_of(window) == name)
            # Tips and the like carry the program's name, which is no window's here.
            names = {window.name for window in self.frames()}
            return ([window for window in windows if screen.title_of(window) in names] or windows)[-1]
        return wait(find, lambda: f"the X window of {frame or 'the program'}")

    def show(self, frame):
        """Brings a window to the front, and waits until it has the keyboard and knows. The program may be about
        to give it to another one that it has just opened: then it is asked for again."""
        screen.raise_window(self.x_window(frame))

        def has_keyboard():
            # Each answer is one turn of the program's loop; by the second one the server knows of all that
            # it did before it heard of the keyboard. The toolkit's own dialogs do not tell.
            knows = [accessible.has_state(frame, "active") or frame.role != "frame" for _ in range(2)]
            window = self.x_window(frame)
            if screen.keyboard_window() != window:
                screen.raise_window(window)
                return False
            return all(knows)
        wait(has_keyboard, lambda: f"the keyboard in {frame}")

    def walk(self, name=None, role=None, inside=None):
        """Everything of this name (or for which name(its name) is true) and role, from the top down, as
        it is now; inside a thing as it was when that was read."""
        for top in [inside] if inside is not None else self.frames():
            for node in top.walk():
                fits = name is None or (name(node.name) if callable(name) else node.name == name)
                if fits and (role is None or node.role == role):
                    yield node

    def find(self, name=None, role=None, inside=None):
        """The first of them, once it is there; also what comes into the thing that it is in only later."""
        def within():
            return inside and next((node for top in self.frames() for node in top.walk() if node == inside), inside)
        return wait(lambda: next(self.walk(name, role, within()), None), f"{role or 'something'} called {name}")

    def find_all(self, name=None, role=None, inside=None):
        """All of them."""
        return list(self.walk(name, role, inside))

    def extents(self, node):
        """Where a thing of the window in front is on the screen: x, y, width, height."""
        window = self.x_window()
        title = screen.title_of(window)
        if title not in self.borders:
            # The frame leaves out the window's shadow, which is as wide on every side.
            frame = wait(lambda: next(f for f in self.frames() if f.name == title), f"the window {title}")
            geometry, (_, _, width, height) = window.get_geometry(), frame.get_extents()
            self.borders[title] = (geometry.width - width) // 2, (geometry.height - height) // 2
        geometry, border = window.get_geometry(), self.borders[title]
        x, y, width, height = node.get_extents()
        return geometry.x + border[0] + x, geometry.y + border[1] + y, width, height

    def middle(self, node):
        """The middle of a thing on the screen, once it has got its place: what is new has none before the
        next frame, and a click there would meet the border of the window."""
        x, y, width, height = wait_for_rest(lambda: self._place(node), f"the place of {node}", SLOW_POLL)
        return x + width // 2, y + height // 2

    def settled_extents(self, node):
        """Where a thing is once it has stopped moving."""
        return wait_for_rest(lambda: self._place(node), node.name, SHORT_REST if node.role in AT_ONCE else REST)

    def _place(self, node):
        place = self.extents(node)
        return place if place[2] > 0 and place[3] > 0 else None

    def settled_picture(self, *place):
        """What is on a part of the screen once it has stopped changing."""
        return wait_for_rest(lambda: Picture(*place), "the picture")

    def click(self, node, number=1):
        """A click on the middle of a thing. For the second button the window of the last menu, which would take
        the click, has a moment to go; a tip may stay."""
        if number == 3:
            with contextlib.suppress(AssertionError):
                wait(lambda: not self.popups(), "nothing popped up", 1)
        screen.click_once(*self.middle(node), number)

    def click_below(self, name):
        """Scrolls a page of the window until the button of that name is in sight, and clicks it."""
        def place():
            x, y, width, height = self.extents(self.find(name, role="push button"))
            return x + width // 2, y + min(height // 2, 40), y + height
        window = self.x_window().get_geometry()
        for _ in range(40):
            x, y, end = wait_for_rest(place, name, SHORT_REST)
            if end < window.y + window.height - 30:
                break
            screen.wheel(window.x + window.width // 2, window.y + window.height // 2, 2)
        screen.click(x, y)

    def popups(self):
        """Menus, lists, tips and popovers that are open, as the screen knows them."""
        return [window for window in screen.windows_of(self.process.pid) if window.get_attributes().override_redirect]

    def unfold(self):
        """Opens the list of what has the keyboard, which has it then; keys before its first picture are lost."""
        n_before = len(self.popups())
        press("space")
        wait(lambda: len(self.popups()) == n_before + 1, "the list")
        self.settled_picture()

    def names(self):
        """Everything that has a name."""
        return [node.name for node in self.walk() if node.name]

    def zoom(self):
        """The zoom that the bar below the map shows, in per cent; NaN while it is being written."""
        for node in self.walk(role="label"):
            if node.name.endswith("%") and len(node.name) < 8:
                return float(node.name.rstrip("%\u00a0\u202f ").replace(",", "."))
        return float("nan")

    def map_groups(self):
        """The map's parts once all of it is told: title and lanes first, then the phases, then the links."""
        def count():
            return sum(1 for node in self.walk(role="scroll pane") for _ in node.walk())
        wait(lambda: count() > 3, "the map")
        wait_for_rest(count, "the map's tree")
        return self.shown_groups(next(self.walk(role="scroll pane")))

    @staticmethod
    def shown_groups(scroller):
        """The map's parts as they are now, without the buttons that stand on the map."""
        return [part for child in scroller.children[:1] for part in child.children if "button" not in part.role]

    def map_items(self):
        """Everything on the map that can be selected, as it is now and in order."""
        return [item for scroller in self.walk(role="scroll pane") for group in self.shown_groups(scroller)
                for part in group.children for item in part.children]

    def selected(self):
        """What of the map is selected."""
        return [item for item in self.map_items() if item.had_state("selected")]

    def focused(self):
        """What has the keyboard focus, or None. As long as it is the same as before, it alone is asked, and its
        window: each window tells what would have the keyboard if it were the active one."""
        frame, node = (thing and accessible.read_again(thing) for thing in self.had_focus)
        if not (frame and frame.had_state("active") and node and node.had_state("focused")):
            frames = self.frames()
            frame = next((frame for frame in frames if frame.had_state("active")), None)
            node = next((node for top in ([frame] if frame else frames) for node in top.walk()
                         if node.had_state("focused")), None)
        self.had_focus = frame, node
        return node


MARK = " •"  # in the title of a window whose map is modified


def title(app):
    """The title of the window in front."""
    return screen.title_of(app.x_window())


def is_modified(app):
    """Whether the window in front says that its map is modified."""
    return title(app).endswith(MARK)


def saved(app, path=None):
    """Saves the map of the window in front with Ctrl+S, waits until the window says that it is saved,
    and returns the document. path: its file, if it is not the one that the program was started with."""
    path = path or app.files[0]
    assert not os.path.abspath(path).startswith(SOURCE + os.sep), "tests do not write to the sources: see copy_example()"
    window = app.x_window()
    press("Control_L", "s")
    wait(lambda: not screen.title_of(window).endswith(MARK), "the mark to go away")
    return read_document(path)


def read_document(path):
    """A document as it is on the disk."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def find_cards(document, title_text):
    """The cards of that title in a document."""
    return [card for card in document.get("cards", []) if card.get("title") == title_text]


def save_under(app, path):
    """Fills in the dialog for a file's name, which is open, and waits until it is gone."""
    dialog = wait(lambda: next((frame for frame in app.frames() if frame.name in ("Save the Map", "Save a Copy")), None),
                  "the dialog for the name")
    app.show(dialog)
    press("Control_L", "a")
    type_text(path)
    press("Return")
    wait(lambda: not any(frame.name == dialog.name for frame in app.frames()), "the dialog gone")


def retitle(app, text):
    """Gives the map of the window in front another title, in the window of its properties."""
    front = app.x_window()
    press("Alt_L", "Return")
    app.show(app.frame_called("Properties of the Map"))
    app.click(app.find("Title", role="text"))
    press("Control_L", "a")
    type_text(text)
    press("Escape")
    wait(lambda: not any(frame.name == "Properties of the Map" for frame in app.frames()), "the dialog gone")
    screen.raise_window(front)
    wait(lambda: title(app) == text + MARK, lambda: f"the new title, not {title(app)}")


def answer(app, heading, label):
    """Answers the question with that heading by its button. The next one may have the same heading."""
    def find():
        below = iter(list(app.walk()))
        question = next(node for node in below if node.name == heading and node.role == "label")
        return question, next(node for node in below if node.name.endswith(label) and node.role == "push button")
    question, choice = wait(find, f"“{label}” below “{heading}”")
    act(choice, "click")
    wait(lambda: question not in app.find_all(heading, role="label"), "the question gone")


def replace_in(path, old, new):
    """Another program writes the file anew, with another text in it."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert old in text
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text.replace(old, new))
    os.replace(path + ".new", path)


def find_notice(app, start):
    """What the line across the window says, if it starts so."""
    return app.find(lambda name: name.startswith(start), role="label")


def no_notice(app, start):
    """Once it does not say so any more."""
    wait(lambda: not app.find_all(lambda name: name.startswith(start), role="label"), f"no notice {start}")


def push_button(app, label):
    """Presses a button by mouse."""
    app.click(app.find(lambda name: name.endswith(label), role="push button"))


def example(name):
    """One of the shipped journeys, to look at."""
    return os.path.join(SOURCE, "data", "examples", name + ".journey")


def copy_example(name="webshop.en"):
    """A copy of a shipped journey that may be changed, in a folder of its own."""
    folder = tempfile.mkdtemp(prefix="copy-", dir=os.environ.get("ETP_E2E_SCRATCH"))
    return shutil.copy(example(name), folder)


def write_map(document):
    """A file with that journey as the program would save it, in a folder of its own."""
    path = os.path.join(tempfile.mkdtemp(prefix="map-", dir=os.environ.get("ETP_E2E_SCRATCH")), "map.journey")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file)
    subprocess.run([BUILD + "/src/cli/etappe-cli", "format", path], check=True)
    return path


class Current:
    """The test that is running, for naming pictures."""

    test = None
    n_pictures = 0

    def take_picture(self):
        """The screen as it is now, if somebody wants to look."""
        self.n_pictures += 1
        if PICTURES:
            os.makedirs(PICTURES, exist_ok=True)
            file = os.path.splitext(os.path.basename(sys.argv[0]))[0].removeprefix("test-")
            Picture().save(os.path.join(PICTURES, f"{file}-{self.test}-{self.n_pictures}.png"))


current = Current()


def run(tests):
    """Runs the tests, or those of them that the command line names, and prints TAP."""
    failed = False
    wanted = sys.argv[1:]
    unknown = set(wanted) - {test.__name__ for test in tests}
    if unknown:
        sys.exit(f"no test is called {', '.join(sorted(unknown))}")
    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        start = time.monotonic()
        name = test.__name__.replace("_", "-")
        current.test, current.n_pictures = name, 0
        try:
            test()
            line = f"ok {number} {name}"
        except Skip as skip:
            line = f"ok {number} {name} # SKIP {skip}"
        except Exception:
            failed = True
            print("# " + traceback.format_exc().rstrip().replace("\n", "\n# "))
            line = f"not ok {number} {name}"
        if not current.n_pictures:  # the program goes on to the next test
            current.take_picture()
        print(f"{line}\n# {time.monotonic() - start:.1f} s", flush=True)
    current.test = None
    sys.exit(1 if failed else 0)
