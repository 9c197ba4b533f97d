# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: a program's tree of accessible objects, read from the
accessibility bus. Reading asks for all children of a level at once and then for everybody's name,
role and state in one call, because one call after the other takes a second for a map."""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

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


def call_all(bus_name, paths, interface, method):
    """The same call to many objects at once; the answers in their order, None from those that are gone."""
    answers, n_missing = [None] * len(paths), len(paths)

    def on_answer(_, result, index):
        nonlocal n_missing
        n_missing -= 1
        try:
            answers[index] = BUS.call_finish(result).unpack()
        except GLib.Error:
            pass
    for index, path in enumerate(paths):
        BUS.call(bus_name, path, interface, method, None, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None,
                 on_answer, index)
    while n_missing:
        GLib.MainContext.default().iteration(True)
    return answers


class Node:
    """An accessible object. Name, role, description and children are as they were read; states and
    extents are asked for anew each time."""

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
        return call(self.bus_name, self.path, COMPONENT, "GetExtents", GLib.Variant("u", WINDOW_COORDINATES))[0]

    def walk(self):
        """It and all below, from the top down."""
        yield self
        for child in self.children:
            yield from child.walk()


def has_state(node, name):
    """Whether a thing is now in an Atspi.StateType, by its lower-case name."""
    low, high = call(node.bus_name, node.path, ACCESSIBLE, "GetState")[0]
    return bool((high << 32 | low) >> int(getattr(Atspi.StateType, name.upper())) & 1)


def actions(node):
    """The names of a thing's actions."""
    n_actions = call(node.bus_name, node.path, "org.freedesktop.DBus.Properties", "Get",
                     GLib.Variant("s", ACTION), GLib.Variant("s", "NActions"))[0]
    return [call(node.bus_name, node.path, ACTION, "GetName", GLib.Variant("i", index))[0]
            for index in range(n_actions)]


def act(node, action):
    """Does one of a thing's actions by its name."""
    call(node.bus_name, node.path, ACTION, "DoAction", GLib.Variant("i", actions(node).index(action)))


def _find_program(pid):
    """The bus name of the program, or None."""
    for bus_name, _ in call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
        owner = call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                     "GetConnectionUnixProcessID", GLib.Variant("s", bus_name))[0]
        if owner == pid:
            return bus_name
    return None


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
    """Listens to what the program says about the keyboard focus, as a screen reader does."""

    def __init__(self, pid):
        self.paths = []
        self.bus_name = _find_program(pid)
        call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
             GLib.Variant("s", "object:state-changed:focused"))
        self.listener = BUS.signal_subscribe(self.bus_name, "org.a11y.atspi.Event.Object", "StateChanged", None,
                                             "focused", Gio.DBusSignalFlags.NONE, self._on_signal)

    def _on_signal(self, connection, sender, path, interface, signal, parameters):
        if parameters.unpack()[1] == 1:
            self.paths.append(path)

    def read(self):
        """The objects that got the focus, so far."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.paths

    def close(self):
        """Stops listening."""
        BUS.signal_unsubscribe(self.listener)


def read_tree(pid, top=None, depth=99):
    """The program's windows with all that is in them; or what is below the node top, so deep."""
    bus_name = _find_program(pid)
    if bus_name is None:
        return None
    root = Node(bus_name, top.path if top is not None else ROOT)
    nodes, level = {root.path: root}, [root]
    for _ in range(depth):
        answers = call_all(bus_name, [node.path for node in level], ACCESSIBLE, "GetChildren")
        below = []
        for node, answer in zip(level, answers):
            for _, path in answer[0] if answer is not None else ():
                child = nodes[path] = Node(bus_name, path)
                node.children.append(child)
                below.append(child)
        level = below
        if not level:
            break
    # Unpacking all of the answer would take longer than getting it.
    items = BUS.call_sync(bus_name, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", None, None,
                          Gio.DBusCallFlags.NONE, TIMEOUT_MS).get_child_value(0)
    for index in range(items.n_children()):
        item = items.get_child_value(index)
        node = nodes.get(item.get_child_value(0).get_child_value(1).get_string())
        if node is not None:
            node.name, node.description = (item.get_child_value(i).get_string() for i in (6, 8))
            node.role = Atspi.role_get_name(item.get_child_value(7).get_uint32())
            low, high = (item.get_child_value(9).get_child_value(i).get_uint32() for i in (0, 1))
            node.bits = high << 32 | low
    return root
