#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The export dialog: what is chosen shows in its preview, comes into a file, and is remembered."""

import os
import re
import subprocess
import sys
import zipfile

from etp_e2e import (SOURCE, App, act, answer, copy_example, current, press, push_button, run, type_text, wait, wheel)

FILE = copy_example()
FOLDER = os.path.dirname(FILE)

app = None


def is_open(title):
    """Whether there is a window of that title."""
    return any(frame.name == title for frame in app.frames())


def dialog():
    """The dialog, opened if it is not there, once it shows something."""
    if not is_open("Export"):
        app.show(app.frames()[0])
        press("Control_L", "Shift_L", "e")
    app.show(app.frame_called("Export"))
    app.find(lambda name: name.startswith("5 phases"), role="label")


def close():
    """Escape closes it."""
    app.show(app.frame_called("Export"))
    press("Escape")
    gone()


def gone():
    """Until the dialog is closed."""
    wait(lambda: not is_open("Export"), "the dialog gone")


def rows(title):
    """The rows with a list of that title; hidden ones are not told."""
    return app.find_all(title, role="combo box")


def choose(title, label):
    """Opens the list of a row, walks to an entry and takes it."""
    def now():
        focus = app.focused()
        is_entry = focus and focus.role in ("list item", "table cell")
        return next((node.name for node in app.walk(role="label", inside=focus)), None) if is_entry else None
    app.click(app.find(title, role="combo box"))
    before = wait(now, f"the focus in the list of {title}")
    press("Home")
    for _ in range(30):
        if wait(now, "an entry") == label:
            break
        before = now()
        press("Down")
        wait(lambda: now() not in (None, before), f"the entry after {before}")
    press("Return")
    wait(lambda: now() is None, "the list closed")
    app.find(label, role="label", inside=app.find(title, role="combo box"))


def switch(name):
    """Turns the switch of a row on or off, wherever its row is."""
    def place():
        return app.extents(app.find(name, role="list item"))
    window = app.x_window().get_geometry()
    while place()[1] + place()[3] > window.y + window.height - 10:
        wheel(window.x + 150, window.y + window.height // 2, 2)
        app.settled_extents(app.find(name, role="list item"))
    app.click(app.find(name, role="list item"))


def save_as(name, replaces=False):
    """Writes a file under that name in the folder, through the dialog for names."""
    push_button(app, "Export…")
    app.show(app.frame_called("Export the Map"))
    press("Control_L", "a")
    type_text(os.path.join(FOLDER, name))
    press("Return")
    if replaces:
        act(app.find(lambda text: text.endswith("Replace"), role="push button"), "click")
    wait(lambda: not is_open("Export the Map"), "the dialog for the name gone")


def content(name):
    """What is in a file of the folder, once it is there."""
    wait(lambda: os.path.exists(os.path.join(FOLDER, name)), name)
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def a_pdf():
    """From Ctrl+Shift+E to the file; the window offers to show it. The ending comes by itself."""
    dialog()
    shown = app.find(lambda name: name.startswith("Page 1 of "), role="image").name
    current.take_picture()
    save_as("poster")
    app.find("“poster.pdf” is written.", role="label")
    assert list(app.walk(lambda name: name.endswith("Show in Files"))), app.names()
    gone()
    assert content("poster.pdf").startswith(b"%PDF-")
    info = subprocess.run(["pdfinfo", os.path.join(FOLDER, "poster.pdf")], capture_output=True, check=True)
    assert int(re.search(rb"Pages: +(\d+)", info.stdout).group(1)) == int(shown.split()[3].rstrip(":,")), shown
    assert sorted(os.listdir(FOLDER)) == ["poster.pdf", os.path.basename(FILE)], os.listdir(FOLDER)


def other_formats():
    """Rows come and go with the format; tables show how their file begins. It is remembered."""
    dialog()
    choose("Format", "CSV Table")
    wait(lambda: not rows("Pages") and rows("Table"), "a table instead of pages")
    app.find("How the file begins", role="text")
    choose("Table", "Channels")
    current.take_picture()
    save_as("channels.csv")
    gone()
    assert content("channels.csv").startswith(b"Name [name],Kind [kind]"), content("channels.csv")
    dialog()
    assert list(app.walk("CSV Table", inside=app.find("Format", role="combo box"))), "another format"
    choose("Format", "PDF Document")
    wait(lambda: rows("Pages") and not rows("Table"), "pages instead of a table")


def what_goes_out():
    """For people outside the dialog says what stays, before anything is written."""
    dialog()
    switch("For people outside")
    words = app.find(lambda name: name.startswith("Stays here: "), role="label")
    assert "votes" in words.name, words
    current.take_picture()
    save_as("outside.pdf")
    gone()
    content("outside.pdf")
    dialog()
    app.find(lambda name: name.startswith("Stays here: "), role="label")  # as the last time
    switch("For people outside")
    wait(lambda: not app.find_all(words.name, role="label"), "nothing stays")
    close()


def parts():
    """A phase that is not ticked is not on the pages."""
    dialog()
    switch("Phases")
    row = app.find("5 Loyalty", role="list item")
    app.settled_extents(row)
    switch("5 Loyalty")
    app.find(lambda name: name.startswith("4 phases"), role="label")
    current.take_picture()
    close()
    dialog()  # another time all are there
    close()


def own_paper():
    """Any size: two rows ask for it; what is too small says why and cannot be exported."""
    dialog()
    choose("Pages", "Poster on as few sheets as can be read")
    wait(lambda: rows("Orientation"), "a sheet that lies")
    choose("Paper", "Another size")
    wait(lambda: not rows("Orientation"), "no orientation")
    for name, value in (("Width in millimetres", "500"), ("Height in millimetres", "700")):
        set_number(name, value)
    app.find(lambda name: name.startswith("Page 1 of "), role="image")
    current.take_picture()
    save_as("own.pdf")
    gone()
    assert size_of("own.pdf") == "1417.32 x 1984.25", size_of("own.pdf")
    dialog()  # it is remembered
    assert list(app.walk("Another size", inside=app.find("Paper", role="combo box"))), "another paper"
    choose("Paper", "A3")
    wait(lambda: rows("Orientation"), "a sheet that lies")
    choose("Orientation", "Landscape")
    close()


def set_number(name, value):
    """Writes into a field of numbers."""
    def place():
        return app.extents(app.find(name, role="spin button"))
    window = app.x_window().get_geometry()
    while place()[1] + place()[3] > window.y + window.height - 10:
        wheel(window.x + 150, window.y + window.height // 2, 2)
        app.settled_extents(app.find(name, role="spin button"))
    field = app.find(name, role="spin button")
    app.click(field)
    press("Control_L", "a")
    type_text(value)
    press("Return")


def size_of(name):
    """Width and height of the first page of a PDF in the folder, in points."""
    content(name)
    info = subprocess.run(["pdfinfo", os.path.join(FOLDER, name)], capture_output=True, check=True).stdout.decode()
    return re.search(r"Page size: +(\S+ x \S+) pts", info).group(1)


def text_of(name):
    """What a PDF in the folder says."""
    content(name)
    run_it = subprocess.run(["pdftotext", os.path.join(FOLDER, name), "-"], capture_output=True, check=True)
    return " ".join(run_it.stdout.decode().split())


def a_persona():
    """A sheet about somebody: chosen below the kind of pages; without a choice it is empty."""
    dialog()
    choose("Pages", "Persona sheet, filled or empty")
    wait(lambda: rows("About the persona") and not rows("About the touchpoint"), "whom it is about")
    choose("About the persona", "Max")
    current.take_picture()
    save_as("max.pdf")
    gone()
    assert "under two hours" in text_of("max.pdf"), text_of("max.pdf")
    dialog()  # another map does not know Max
    assert list(app.walk("Nothing: to write on", inside=app.find("About the persona", role="combo box")))
    save_as("empty.pdf")
    gone()
    assert "Goals" in text_of("empty.pdf") and "under two hours" not in text_of("empty.pdf")
    dialog()
    choose("Pages", "Poster on as few sheets as can be read")
    close()


FAKE_FILES = """
import sys
from gi.repository import Gio, GLib
def called(connection, sender, path, interface, method, parameters, invocation):
    with open(sys.argv[1], "w") as answer:
        answer.write(method + " " + " ".join(parameters.unpack()[0]))
    invocation.return_value(None)
info = Gio.DBusNodeInfo.new_for_xml(
    "<node><interface name='org.freedesktop.FileManager1'><method name='ShowItems'><arg type='as' direction='in'/>"
    "<arg type='s' direction='in'/></method></interface></node>")
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object("/org/freedesktop/FileManager1", info.interfaces[0], called, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.FileManager1", 0,
                               lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
"""


def sheets_from_the_map():
    """The menu of the persona and that of a card with a touchpoint lead to their sheets."""
    for name, entry, row, chosen in (
            (lambda text: text.startswith("Max, 34"), "Print Persona Sheet…", "About the persona", "Max"),
            (lambda text: text.startswith("2.1 "), "Print Touchpoint Sheet…", "About the touchpoint", "Home page")):
        app.show(app.frames()[0])
        app.click(wait(lambda: next(item for item in app.map_items() if name(item.name)), "what has a sheet"), 3)
        act(app.find(entry, role="menu item"), "click")
        app.show(app.frame_called("Print"))
        assert list(app.walk(chosen, inside=app.find(row, role="combo box"))), app.names()
        current.take_picture()
        press("Escape")
        wait(lambda: not is_open("Print"), "the dialog gone")


def show_in_files():
    """The file manager is asked for the file itself."""
    told = os.path.join(FOLDER, "told")
    files = subprocess.Popen([sys.executable, "-c", FAKE_FILES, told], stdout=subprocess.PIPE)
    try:
        assert files.stdout.readline() == b"ready\n"
        dialog()
        save_as("shown.pdf")
        gone()
        content("shown.pdf")
        app.find("“shown.pdf” is written.", role="label")  # no longer that of the file before
        act(app.find(lambda name: name.endswith("Show in Files"), role="push button"), "click")
        wait(lambda: os.path.exists(told) and open(told).read(), "the file manager asked")
        assert open(told).read() == "ShowItems file://" + os.path.join(FOLDER, "shown.pdf"), open(told).read()
    finally:
        files.kill()
        files.wait()


def choose_template(template):
    """A presentation as master, in the dialog for files."""
    act(app.find(lambda name: "Look of your own" in name, role="push button"), "click")
    app.show(app.frame_called("Choose a Presentation"))
    press("slash")  # the place is typed
    wait(lambda: app.focused() and app.focused().role == "text", "a field for the place")
    press("Control_L", "a")
    type_text(template)
    press("Return")
    wait(lambda: not is_open("Choose a Presentation"), "the dialog for files gone")
    app.show(app.frame_called("Export"))
    app.find(os.path.basename(template), role="label")


def a_template():
    """Slides in a company's look: its file is chosen by hand, its master is in the presentation."""
    sys.path.insert(0, os.path.join(SOURCE, "tests", "export"))
    import make_template
    template = os.path.join(FOLDER, "company.potx")
    make_template.write(template, make_template.make({}))
    dialog()
    choose("Format", "PowerPoint Presentation")
    before = app.find(lambda name: name.startswith("Page 1 of "), role="image").name
    choose_template(template)
    shown = app.find(lambda name: name.startswith("Page 1 of ") and name != before, role="image").name
    current.take_picture()
    save_as("company.pptx")
    gone()
    content("company.pptx")
    with zipfile.ZipFile(os.path.join(FOLDER, "company.pptx")) as made:
        slides = [name for name in made.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) == int(shown.split()[3].rstrip(":,")), (shown, len(slides))
    with zipfile.ZipFile(os.path.join(FOLDER, "company.pptx")) as made, zipfile.ZipFile(template) as wanted:
        theme = next(name for name in wanted.namelist() if "theme" in name and not name.endswith(".rels"))
        data = wanted.read(theme)
        assert any(made.read(name) == data for name in made.namelist() if "theme" in name), made.namelist()
    with_master = len(slides)
    dialog()  # another time there is none
    choose_template(template)
    act(app.find("Without a Look of Your Own", role="push button"), "click")
    wait(lambda: not app.find_all("company.potx", role="label"), "no template")
    save_as("plain.pptx")
    gone()
    content("plain.pptx")
    with zipfile.ZipFile(os.path.join(FOLDER, "plain.pptx")) as made:
        slides = [name for name in made.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    assert len(slides) != with_master, with_master
    dialog()
    choose("Format", "PDF Document")
    close()


def what_cannot_be_written():
    """A name that leads nowhere: the dialog says so and stays."""
    os.symlink("missing/there.pdf", os.path.join(FOLDER, "nowhere.pdf"))
    dialog()
    save_as("nowhere.pdf", replaces=True)
    current.take_picture()
    answer(app, "“nowhere.pdf” Could Not Be Written", "Cancel")
    assert os.path.islink(os.path.join(FOLDER, "nowhere.pdf"))
    dialog()
    close()


def over_another_file():
    """Where the completed name is taken, nothing is replaced before that is agreed to."""
    with open(os.path.join(FOLDER, "taken.pdf"), "wb") as file:
        file.write(b"mine")
    heading = "Overwrite “taken.pdf”?"
    dialog()
    choose("Format", "PDF Document")
    save_as("taken")
    app.find("There is a file of this name already.", role="label")
    answer(app, heading, "Cancel")
    dialog()
    save_as("taken")
    answer(app, heading, "Save As…")
    app.show(app.frame_called("Export the Map"))
    press("Escape")
    wait(lambda: not is_open("Export the Map"), "the dialog for the name gone")
    assert content("taken.pdf") == b"mine"
    dialog()
    save_as("taken")
    answer(app, heading, "Overwrite")
    gone()
    assert content("taken.pdf").startswith(b"%PDF-")
    os.remove(os.path.join(FOLDER, "taken.pdf"))


def over_an_open_map():
    """What is open in a window is not replaced, under whatever name and however often it is tried."""
    before = content(os.path.basename(FILE))
    os.symlink(FILE, os.path.join(FOLDER, "open.pdf"))
    dialog()
    save_as("open.pdf", replaces=True)
    for label in ("Try Again", "Try Again", "Cancel"):
        answer(app, "“open.pdf” Could Not Be Written", label)
    assert content(os.path.basename(FILE)) == before and os.path.islink(os.path.join(FOLDER, "open.pdf"))
    dialog()
    close()



if __name__ == "__main__":
    with App(FILE) as app:
        wait(app.map_items, "the map")
        run([a_pdf, other_formats, what_goes_out, parts, own_paper, a_persona, sheets_from_the_map, show_in_files,
             a_template, what_cannot_be_written, over_another_file, over_an_open_map])
