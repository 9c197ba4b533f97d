#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program from which something is dragged: drag-source.py text TEXT | html HTML TEXT |
files PATH..."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def content():
    """What is dragged."""
    if sys.argv[1] == "text":
        return Gdk.ContentProvider.new_for_value(sys.argv[2])
    if sys.argv[1] == "html":
        html = Gdk.ContentProvider.new_for_bytes("text/html", GLib.Bytes.new(sys.argv[2].encode()))
        return Gdk.ContentProvider.new_union([html, Gdk.ContentProvider.new_for_value(sys.argv[3])])
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[2:]])
    return Gdk.ContentProvider.new_for_value(files)


window = Gtk.Window(title="Source", decorated=False, child=Gtk.Label(label="Drag me"))
window.set_default_size(160, 90)
source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
source.connect("prepare", lambda *_: content())
window.add_controller(source)
window.connect("destroy", lambda *_: sys.exit())
window.present()
GLib.MainLoop().run()
