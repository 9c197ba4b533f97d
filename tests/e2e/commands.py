# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of a window, as the session bus offers them: a script's way into the running program."""

from gi.repository import Gio, GLib

ACTIONS = "org.gtk.Actions"
TIMEOUT_MS = 60000


class Commands:
    """The commands of the first window of the only program on this bus."""

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        names = self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                   "ListNames", None, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS).unpack()[0]
        self.name = next(name for name in names if name.endswith(".Etappe"))
        self.path = "/" + self.name.replace(".", "/") + "/window/1"

    def _call(self, method, parameters=None):
        return self.bus.call_sync(self.name, self.path, ACTIONS, method, parameters, None, Gio.DBusCallFlags.NONE,
                                  TIMEOUT_MS).unpack()

    def names(self):
        """Those without a parameter, from A to Z."""
        return sorted(name for name, (_, parameter, _) in self._call("DescribeAll")[0].items() if not parameter)

    def is_enabled(self, name):
        """Whether it can be done now."""
        return self._call("Describe", GLib.Variant("(s)", (name,)))[0][0]

    def do(self, name):
        """Does it, if it can be done; returns when it has been done."""
        self._call("Activate", GLib.Variant("(sava{sv})", (name, [], {})))
