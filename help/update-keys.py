#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""update-keys.py LISTER: writes the tables of keys into C/keyboard.page and their German into de/de.po,
from the program's own list of commands. LISTER is tests/app/test-app-shortcuts of a build, which tells
them when ETP_LIST_COMMANDS is set. Run it by "ninja -C BUILD help-keys" when a command is new."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

HELP = Path(__file__).resolve().parent
NAMES = {"Control": "Ctrl", "Page_Up": "Page Up", "Page_Down": "Page Down", "plus": "+", "minus": "−", "equal": "=",
         "question": "?", "space": "Space", "Escape": "Esc", "Return": "Enter", "Left": "←", "Right": "→",
         "Up": "↑", "Down": "↓", "comma": ",", "period": ".", "slash": "/", "numbersign": "#", "bracketleft": "[",
         "bracketright": "]", "asterisk": "*", "BackSpace": "Backspace", "0...9": "0…9"}
GERMAN = {"Ctrl": "Strg", "Shift": "Umschalt", "Home": "Pos1", "End": "Ende", "Page Up": "Bild auf",
          "Page Down": "Bild ab", "Delete": "Entf", "Insert": "Einfg", "Space": "Leertaste", "Enter": "Eingabe",
          "Backspace": "Rücktaste", "Menu": "Menü"}
BEGIN, END = "  <!-- keys: written by update-keys.py -->\n", "  <!-- end of keys -->\n"


def parts_of(accelerator):
    """["Ctrl", "Shift", "F"] from "<Control><Shift>f"."""
    names = re.findall(r"<(\w+)>", accelerator) + [re.sub(r"<\w+>", "", accelerator)]
    names = [NAMES.get(name, name.upper() if len(name) == 1 else name) for name in names]
    return names


def mark_up(keys, words):
    """The keys of a command in Mallard."""
    marked = []
    for accelerator in keys.split():
        names = [f"<key>{escape(words.get(name, name))}</key>" for name in parts_of(accelerator)]
        marked.append(names[0] if len(names) == 1 else f"<keyseq>{''.join(names)}</keyseq>")
    return " / ".join(marked) if marked else "–"


def quote(text):
    """A string of a PO file."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_german():
    """What the program's own translation says, by the English."""
    text = subprocess.run(["msgcat", "--no-wrap", HELP.parent / "po/de.po"], check=True, capture_output=True,
                          text=True).stdout
    return {english: german for english, german
            in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', text, re.MULTILINE)}


def write_page(rows):
    """The tables, one a section."""
    lines = [BEGIN]
    section = None
    for title, heading, keys in rows:
        if heading != section:
            if section is not None:
                lines.append("    </table>\n  </section>\n")
            name = re.sub(r"\W+", "-", heading.lower())
            lines.append(f'  <section id="keys-{name}">\n    <title>{escape(heading)}</title>\n'
                         '    <table frame="top bottom" rules="rows" shade="rows">\n')
            section = heading
        lines.append(f"      <tr><td><p>{escape(title)}</p></td>\n        <td><p>{mark_up(keys, {})}</p></td></tr>\n")
    lines.append("    </table>\n  </section>\n" + END)
    page = HELP / "C/keyboard.page"
    text = page.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    page.write_text(before + "".join(lines) + after, encoding="utf-8")


def write_german(rows):
    """What the tables say, into the help's translation."""
    german = read_german()
    entries = {}
    for title, heading, keys in rows:
        entries[escape(title)] = escape(german.get(title, ""))
        entries[escape(heading)] = escape(german.get(heading, ""))
        entries[mark_up(keys, {})] = mark_up(keys, GERMAN)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    with tempfile.TemporaryDirectory() as scratch:
        ours, pot, merged = (Path(scratch, name) for name in ("ours.po", "help.pot", "merged.po"))
        ours.write_text(header + "".join(f"\nmsgid {quote(english)}\nmsgstr {quote(translated)}\n"
                                         for english, translated in entries.items() if translated), encoding="utf-8")
        # Named from the folder, so that the places say nothing of where the sources lie.
        pages = sorted(path.relative_to(HELP) for path in (HELP / "C").glob("*.page"))
        subprocess.run(["itstool", "-o", pot, *pages, "C/legal.xml"], check=True, cwd=HELP)
        subprocess.run(["msgcat", "--use-first", HELP / "de/de.po", ours, "-o", merged], check=True)
        subprocess.run(["msgmerge", "-q", "--no-fuzzy-matching", "-o", merged, merged, pot], check=True)
        subprocess.run(["msgattrib", "--no-obsolete", "--no-location", "-o", merged, merged], check=True)
        text = merged.read_text(encoding="utf-8")
        text = re.sub(r'^"POT-Creation-Date: .*$', r'"POT-Creation-Date: 2026-11-22 02:00+0000\\n"', text, count=1,
                      flags=re.MULTILINE)
        (HELP / "de/de.po").write_text(text, encoding="utf-8")


def main():
    """Title, section and accelerators, parted by tabs."""
    told = subprocess.run([sys.argv[1]], check=True, capture_output=True, text=True,
                          env={**os.environ, "ETP_LIST_COMMANDS": "1", "LC_ALL": "C.UTF-8"}).stdout
    rows = [line.split("\t") for line in told.splitlines()]
    write_page(rows)
    write_german(rows)


main()
