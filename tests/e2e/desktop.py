# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop that people log out of, as far as programs ask it to wait: a program of its own that owns the
portal's name on the session bus and writes into a file how many are waited for."""

import os
import sys

from gi.repository import Gio, GLib

PATH = "/org/freedesktop/portal/desktop"
INTERFACES = Gio.DBusNodeInfo.new_for_xml("""<node>
<interface name="org.freedesktop.portal.Inhibit">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/>
  </method>
  <method name="CreateMonitor">
    <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
  <property name="version" type="u" access="read"/>
</interface>
<interface name="org.freedesktop.portal.Request"><method name="Close"/></interface>
</node>""")
handles = {}


def tell():
    """How many are waited for now; whoever reads it meanwhile reads the number before."""
    with open(sys.argv[1] + ".new", "w", encoding="utf-8") as file:
        file.write(str(len(handles)))
    os.replace(sys.argv[1] + ".new", sys.argv[1])


def called(connection, sender, path, _interface, method, parameters, invocation):
    """A program asks to wait, or does so no longer."""
    if method == "Close":
        connection.unregister_object(handles.pop(path))
        tell()
        invocation.return_value(None)
        return
    token = parameters.unpack()[-1].get("handle_token", "t")
    handle = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
    if method == "Inhibit":
        handles[handle] = connection.register_object(handle, INTERFACES.interfaces[1], called, None, None)
        tell()
    invocation.return_value(GLib.Variant("(o)", (handle,)))


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, INTERFACES.interfaces[0], called, lambda *_: GLib.Variant("u", 3), None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
                               lambda *_: tell(), None)
GLib.MainLoop().run()
