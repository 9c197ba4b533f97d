# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program that has copied something: owns the clipboard of the X server and hands out what it
has, in a thread with a connection of its own. Use with "with"."""

import select
import threading

from Xlib import X, display
from Xlib.protocol import event


class Clipboard:
    """contents: type ("text/plain", "image/png", …) → bytes. late: what there is is told no sooner than
    by tell(), as by a busy program."""

    def __init__(self, contents, late=False):
        self.tells = threading.Event()
        if not late:
            self.tells.set()
        self.contents = dict(contents)
        if "text/plain" in self.contents:
            self.contents["UTF8_STRING"] = self.contents["text/plain;charset=utf-8"] = contents["text/plain"]

    def __enter__(self):
        self.display = display.Display()
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.window.set_selection_owner(self.display.intern_atom("CLIPBOARD"), X.CurrentTime)
        self.display.sync()
        self.ends, self.is_known = False, threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()
        assert self.is_known.wait(10), "nobody asked what is on the clipboard"
        return self

    def __exit__(self, kind, value, trace):
        self.ends = True
        self.thread.join()
        self.display.close()

    def tell(self):
        """Tells what there is."""
        self.tells.set()

    def serve(self):
        """Answers until the end."""
        while not self.ends:
            if not self.display.pending_events():
                select.select([self.display], [], [], 0.05)
                continue
            request = self.display.next_event()
            if request.type == X.SelectionRequest:
                self.answer(request)

    def answer(self, request):
        """Gives what is asked for, or says that it is not there."""
        name = self.display.get_atom_name(request.target)
        place = request.property or request.target
        if name == "TARGETS":
            if not self.tells.is_set():
                self.is_known.set()
                self.tells.wait(10)
            kinds = [self.display.intern_atom(kind) for kind in ["TARGETS", *self.contents]]
            request.requestor.change_property(place, self.display.intern_atom("ATOM"), 32, kinds)
        elif name in self.contents:
            request.requestor.change_property(place, request.target, 8, self.contents[name])
        else:
            place = X.NONE
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=place))
        self.display.sync()
        self.is_known.set()  # the program learns of another owner, and asks for the types at once
