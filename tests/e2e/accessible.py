# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: a program's tree of accessible objects, read from the
accessibility bus. Reading asks for everybody in one call, because one call after the other takes a
second for a map."""

import ast
import functools
import re
import sys
import time

import gi

try:
    gi.require_version("Atspi", "2.0")
except ValueError:
    print("1..0 # SKIP no Atspi 2.0 for the module gi")
    sys.exit(0)
from gi.repository import Atspi, Gio, GLib  # noqa: E402

import look  # noqa: E402

ACCESSIBLE, ACTION, COMPONENT = ("org.a11y.atspi." + name for name in ("Accessible", "Action", "Component"))
REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
WINDOW_COORDINATES = 1
TIMEOUT_MS = 20000


def _connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, TIMEOUT_MS).unpack()[0]
    return Gio.DBusConnection.new_for_address_sync(
        address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)


BUS = _connect()


def call(bus_name, path, interface, method, *arguments):
    """One call; arguments are variants."""
    parameters = GLib.Variant.new_tuple(*arguments) if arguments else None
    return BUS.call_sync(bus_name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                         TIMEOUT_MS).unpack()


def call_all(bus_name, paths, interface, method, *arguments):
    """The same call to many objects at once; the answers in their order, None from those that are gone."""
    parameters = GLib.Variant.new_tuple(*arguments) if arguments else None
    answers, n_missing = [None] * len(paths), len(paths)

    def on_answer(_, result, index):
        nonlocal n_missing
        n_missing -= 1
        try:
            answers[index] = BUS.call_finish(result).unpack()
        except GLib.Error:
            pass
    for index, path in enumerate(paths):
        BUS.call(bus_name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None,
                 on_answer, index)
    while n_missing:
        GLib.MainContext.default().iteration(True)
    return answers


class Node:
    """An accessible object. Name, role, description and children are as they were read; states and
    extents are asked for anew each time. Where the program has made the thing anew meanwhile, the one
    that is there now is asked: for a person it is the same."""

    def __init__(self, bus_name, path):
        self.bus_name, self.path = bus_name, path
        self.children = []
        self.name = self.description = self.role = ""
        self.bits = 0

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        return f"{self.role} {self.name}"

    def had_state(self, name):
        """Whether it was in the state when it was read."""
        return bool(self.bits >> int(getattr(Atspi.StateType, name.upper())) & 1)

    def get_extents(self):
        """Where it is within its window: x, y, width, height."""
        return self.ask(COMPONENT, "GetExtents", GLib.Variant("u", WINDOW_COORDINATES))[0]

    def get_name(self):
        """Its name by now: a window that is read from a file is called by that at first."""
        self.name = self.ask("org.freedesktop.DBus.Properties", "Get", GLib.Variant("s", ACCESSIBLE),
                             GLib.Variant("s", "Name"))[0]
        return self.name

    def ask(self, interface, method, *arguments):
        """One call; arguments are variants."""
        try:
            return call(self.bus_name, self.path, interface, method, *arguments)
        except GLib.Error as gone:
            if not any(gone.matches(Gio.dbus_error_quark(), code) for code in
                       (Gio.DBusError.UNKNOWN_METHOD, Gio.DBusError.UNKNOWN_OBJECT)) or not self._find_again():
                raise
        return call(self.bus_name, self.path, interface, method, *arguments)

    def _find_again(self):
        """Becomes what has its role, name and description now; whether there is such a thing."""
        for node in _read(self.bus_name).walk():
            if (node.role, node.name, node.description) == (self.role, self.name, self.description) \
                    and node.path != self.path:
                self.path = node.path
                _Reading.bus_name = None  # it may be part of what was read
                return True
        return False

    def walk(self):
        """It and all below, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


def has_state(node, name):
    """Whether a thing is now in an Atspi.StateType, by its lower-case name."""
    low, high = node.ask(ACCESSIBLE, "GetState")[0]
    return bool((high << 32 | low) >> int(getattr(Atspi.StateType, name.upper())) & 1)


def actions(node):
    """The names of a thing's actions."""
    n_actions = node.ask("org.freedesktop.DBus.Properties", "Get", GLib.Variant("s", ACTION),
                         GLib.Variant("s", "NActions"))[0]
    return [node.ask(ACTION, "GetName", GLib.Variant("i", index))[0] for index in range(n_actions)]


def places(nodes):
    """Where things are within their windows, all at once; None for what is gone."""
    if not nodes:
        return []
    answers = call_all(nodes[0].bus_name, [node.path for node in nodes], COMPONENT, "GetExtents",
                       GLib.Variant("u", WINDOW_COORDINATES))
    return [answer and answer[0] for answer in answers]


def act(node, action):
    """Does one of a thing's actions by its name."""
    node.ask(ACTION, "DoAction", GLib.Variant("i", actions(node).index(action)))
    look.renew()


def read_again(node):
    """A thing that was read before, by itself: its name, description and states as they are now; None if it is
    gone."""
    try:
        told = call(node.bus_name, node.path, "org.freedesktop.DBus.Properties", "GetAll",
                    GLib.Variant("s", ACCESSIBLE))[0]
        low, high = call(node.bus_name, node.path, ACCESSIBLE, "GetState")[0]
    except GLib.Error:
        return None
    again = Node(node.bus_name, node.path)
    again.name, again.description, again.role = told["Name"], told["Description"], node.role
    again.bits, again.children = high << 32 | low, node.children
    return again


_programs = {}  # pid → bus name


def _find_program(pid):
    """The bus name of the program, or None."""
    if pid in _programs:
        return _programs[pid]
    for bus_name, _ in call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
        try:
            owner = call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", GLib.Variant("s", bus_name))[0]
        except GLib.Error:  # another one that has just ended
            continue
        if owner == pid:
            _programs[pid] = bus_name
            return bus_name
    return None


class _Window(Node):
    """A window; what is in it is read once somebody asks, and then with all that is in the others."""

    def __init__(self, bus_name, path, others):
        super().__init__(bus_name, path)
        self._children, self.others = None, others

    @property
    def children(self):
        """What is in it."""
        if self._children is None:
            found = {window.path: window.children for window in _read(self.bus_name).children}
            for window in self.others:
                if window._children is None:
                    window._children = found.get(window.path, [])
        return self._children

    @children.setter
    def children(self, children):
        self._children = children


def read_windows(pid):
    """The program's windows, as they are now."""
    bus_name = _find_program(pid)
    if bus_name is None:
        return []
    paths = [path for _, path in call(bus_name, ROOT, ACCESSIBLE, "GetChildren")[0]]
    names = call_all(bus_name, paths, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("s", ACCESSIBLE),
                     GLib.Variant("s", "Name"))
    roles = call_all(bus_name, paths, ACCESSIBLE, "GetRole")
    states = call_all(bus_name, paths, ACCESSIBLE, "GetState")
    windows = []
    for path, name, role, state in zip(paths, names, roles, states):
        if name is not None and role is not None and state is not None:  # not gone meanwhile
            window = _Window(bus_name, path, windows)
            window.name, window.role = name[0], _role_name(role[0])
            window.bits = state[0][1] << 32 | state[0][0]
            windows.append(window)
    return windows


class Stopwatch:
    """Walks a large tree with one call after the other, as a screen reader does, and knows how long
    the longest took."""

    def __init__(self, pid):
        self.bus_name = _find_program(pid)
        self.longest_ms, self.longest_what = 0, ""

    def _ask(self, path, method, *arguments):
        start = time.monotonic()
        interface = "org.freedesktop.DBus.Properties" if method == "Get" else ACCESSIBLE
        answer = call(self.bus_name, path, interface, method, *arguments)[0]
        took = (time.monotonic() - start) * 1000
        if took > self.longest_ms:
            self.longest_ms, self.longest_what = took, f"{method} {path} in {took:.0f} ms"
        return answer

    def children(self, path):
        """The paths of an object's children."""
        return [child for _, child in self._ask(path, "GetChildren")]

    def get(self, path, name):
        """One of an object's properties: Name, Description, ChildCount."""
        return self._ask(path, "Get", GLib.Variant("s", ACCESSIBLE), GLib.Variant("s", name))

    def role(self, path):
        """An object's role."""
        return Atspi.role_get_name(self._ask(path, "GetRole"))

    def walk(self, path=ROOT, without=()):
        """Path and role of everything from the top down, without what is below some roles."""
        role = self.role(path)
        yield path, role
        if role not in without:
            for child in self.children(path):
                yield from self.walk(child, without)


class FocusLog:
    """Listens to what the program says about the keyboard focus, as a screen reader does; or to another event of
    its objects."""

    def __init__(self, pid, signal="StateChanged", detail="focused", event="object:state-changed:focused"):
        self.paths = []
        self.bus_name = _find_program(pid)
        self.listener = BUS.signal_subscribe(self.bus_name, "org.a11y.atspi.Event.Object", signal, None,
                                             detail, Gio.DBusSignalFlags.NONE, self._on_signal)
        call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", GLib.Variant("s", event))
        # It says nothing before it knows of a listener. By the first answer the registry has told it so, by the
        # second one it has heard.
        call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "GetRegisteredEvents")
        call(self.bus_name, ROOT, ACCESSIBLE, "GetChildren")

    def _on_signal(self, connection, sender, path, interface, signal, parameters):
        if signal != "StateChanged" or parameters.unpack()[1] == 1:
            self.paths.append(path)

    def read(self):
        """The objects that got the focus, or of which the event told, so far."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.paths

    def close(self):
        """Stops listening."""
        BUS.signal_unsubscribe(self.listener)


# One item of the answer to GetItems as GLib prints it: path, parent, place among its siblings, number
# of children, name, role, description and states. Taking the answer to pieces one by one would take
# ten times as long. What stands between two items is in none of them.
_TEXT = r"""('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_ITEM = re.compile(rf"""{_TEXT}, {_TEXT}\), \({_TEXT}, {_TEXT}\), \({_TEXT}, {_TEXT}\), (-?\d+), (-?\d+), """
                   rf"""\[([^]]*)\], {_TEXT}, (\d+), {_TEXT}, \[(\d+), (\d+)""")
_BEGIN, _BETWEEN, _END = "[((", "]), ((", "])]"


def _unquote(text):
    return ast.literal_eval(text) if "\\" in text else text[1:-1]


@functools.lru_cache(20000)
def _parse(text):
    """What one item says: path, name, description, role and states; its parent, place and number of children. Most
    items are the same each time. None for a page of a stack, between its parent and the widgets in it."""
    match = _ITEM.fullmatch(text)
    assert match, f"an item that cannot be read: {text}"
    _, path, _, _, _, parent, place, n_children, interfaces, name, role, description, low, high = match.groups()
    if COMPONENT not in interfaces:
        return None
    return (path[1:-1], _unquote(name), _unquote(description), _role_name(int(role)), int(high) << 32 | int(low),
            parent[1:-1], int(place), int(n_children))


def _get_items(bus_name):
    """What the program tells of all that it knows."""
    return BUS.call_sync(bus_name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", None, None,
                         Gio.DBusCallFlags.NONE, TIMEOUT_MS).get_child_value(0)


class _Items:
    """All that the program knows of at once."""

    def __init__(self, bus_name, answer):
        self.bus_name = bus_name
        self.nodes = {}  # by path
        self.n_children = {}  # by path
        self.placed = {}  # path → {place: children that say they are there}
        texts = answer.print_(False)[len(_BEGIN):-len(_END)].split(_BETWEEN) if answer.n_children() else []
        assert len(texts) == answer.n_children(), "an answer that cannot be read"
        for told in map(_parse, texts):
            if told is None:
                continue
            node = self.get(told[0])
            _, node.name, node.description, node.role, node.bits, parent, place, n_children = told
            self.n_children[node.path] = n_children
            self.placed.setdefault(parent, {}).setdefault(place, []).append(node)

    def get(self, path):
        """The object of that path, of which perhaps nothing else is known."""
        node = self.nodes.get(path)
        if node is None:
            node = self.nodes[path] = Node(self.bus_name, path)
        return node

    def children(self, node):
        """An object's children if it is sure who they are, else None: what is hidden tells a place that
        another one may have."""
        placed, n_children = self.placed.get(node.path, {}), self.n_children.get(node.path)
        if n_children is None or any(len(placed.get(place, ())) != 1 for place in range(n_children)):
            return None
        return [placed[place][0] for place in range(n_children)]


@functools.cache
def _role_name(role):
    return Atspi.role_get_name(role)


class _Reading:
    """What was read the last time. Who waits for something reads the same again and again."""

    bus_name = told = root = None
    answers = {}  # node → the answer of who had to be asked for its children


def _ask_for_children(bus_name, nodes):
    return dict(zip(nodes, call_all(bus_name, [node.path for node in nodes], ACCESSIBLE, "GetChildren")))


def _read(bus_name):
    items = _get_items(bus_name)
    told = items.get_data_as_bytes().get_data()
    if (bus_name, told) == (_Reading.bus_name, _Reading.told) \
            and _ask_for_children(bus_name, list(_Reading.answers)) == _Reading.answers:
        return _Reading.root
    items = _Items(bus_name, items)
    root = items.get(ROOT)
    level, untold, all_answers = [root], set(), {}
    while level:
        answers = _ask_for_children(bus_name, [node for node in level if node.path == ROOT or items.children(node) is None])
        all_answers.update(answers)
        for node in level:
            if node not in answers:
                node.children = items.children(node)
            elif answers[node] is not None:
                node.children = [items.get(path) for _, path in answers[node][0]]
        level = [child for node in level for child in node.children]
        untold.update(node for node in level if node.path not in items.n_children)
    if untold:  # now the program knows them
        later = _Items(bus_name, _get_items(bus_name))
        for node in untold & set(later.nodes.values()):
            told_of = later.nodes[node.path]
            node.name, node.description, node.role, node.bits = told_of.name, told_of.description, told_of.role, told_of.bits
        bus_name = None  # not all of it was in the first answer
    _Reading.bus_name, _Reading.told, _Reading.root, _Reading.answers = bus_name, told, root, all_answers
    return root
