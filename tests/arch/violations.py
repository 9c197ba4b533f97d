#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of arch.py can fail: small trees that violate one, and a part of its complaint.

Also the reverse: a tree that is in order gets no complaint from the rules about sources."""

import subprocess
import sys
import tempfile
from pathlib import Path

from arch import RULES, Skip, Tree, judge, tool
import rules_desktop
import rules_source  # noqa: F401 (registers itself)
import rules_text  # noqa: F401

ID = "org.example.App"
SPDX = "/* SPDX-FileCopyrightText: The Etappe authors\n * SPDX-License-Identifier: GPL-3.0-or-later */\n"
XML_SPDX = "<!-- SPDX-FileCopyrightText: A\n     SPDX-License-Identifier: GPL-3.0-or-later -->\n"
PAGE = ('<page xmlns="http://projectmallard.org/1.0/" type="guide" id="index">'
        "<info><desc>A</desc></info><title>B</title>%s</page>")
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
METAINFO = "<component><id>a</id><summary>%s</summary></component>"
MIME = ('<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">'
        '<mime-type type="application/vnd.etappe.journey+json"><comment>A</comment></mime-type></mime-info>')
ICON = '<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="16" viewBox="0 0 16 16">%s</svg>'

# A tree that no rule about sources has anything to say about.
SOUND = {
    "meson.build": "# SPDX-FileCopyrightText: A\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
                   f"application_id = '{ID}'\n  version: '1.0',\n",
    f"flatpak/{ID}.json": "{}",
    "src/model/etp-change.h": SPDX,
    "src/model/etp-node.h": SPDX + '#include <gio/gio.h>\n',
    "src/scene/etp-item.c": SPDX + '#include "config.h"\n#include "model/etp-node.h"\n',
    "po/POTFILES.in": "",
}

# rule, files of the source (or of the build below "build/"), part of the complaint
VIOLATIONS = [
    ("includes", {"src/scene/etp-a.c": '#include "paint/etp-b.h"\n'}, "scene/ may not include paint/etp-b.h"),
    ("includes", {"src/model/etp-a.c": '#include "scene/etp-b.h"\n'}, "model/ may not include scene"),
    ("includes", {"src/cli/etp-a.c": '#include "canvas/etp-b.h"\n'}, "cli/ may not include canvas"),
    ("includes", {"src/paint/etp-a.c": "#include <gtk/gtk.h>\n"}, "paint/ may not see <gtk/gtk.h>"),
    ("includes", {"src/canvas/etp-a.c": "#  include <adwaita.h>\n"}, "canvas/ may not see <adwaita.h>"),
    ("includes", {"src/model/etp-a.c": "#include <json-glib/json-glib.h>\n"}, "model/ may not see"),
    ("includes", {"src/scene/etp-a.c": "#include <pango/pango.h>\n"}, "scene/ may not see"),
    ("includes", {"src/app/etp-a.c": '#include "model/etp-change.h"\n'}, "only verbs write to the model"),
    ("includes", {"src/app/etp-a.c": '#include "../model/etp-node.h"\n'}, "app/ may not include"),
    ("includes", {"src/app/etp-a.c": '#include "etp-nowhere.h"\n'}, "neither in its folder"),
    ("includes", {"src/extra/etp-a.c": ""}, "no folder of the floor plan"),
    ("lengths", {"src/model/etp-a.c": "\n" * 701}, "701 lines, more than 700"),
    ("lengths", {"tests/model/test-a.c": "\n" * 701}, "701 lines, more than 700"),
    ("licences", {"src/model/etp-a.c": "int a;\n"}, "etp-a.c: the two SPDX lines"),
    ("licences", {"src/app/a.ui": "<interface/>\n"}, "a.ui: the two SPDX lines"),
    ("licences", {"src/model/meson.build": "\n"}, "meson.build: the two SPDX lines"),
    ("marks", {"src/model/etp-a.c": "/* " + "TO" + "DO: later */\n"}, "etp-a.c:1:"),
    ("marks", {"help/C/a.page": "<p>" + "FIX" + "ME</p>\n"}, "a.page:1:"),
    ("application-id", {"src/app/etp-a.c": f'"{ID}"\n'}, "etp-a.c: repeats the application id"),
    ("application-id", {f"flatpak/{ID}.json": ""}, "missing"),
    ("application-id", {"meson.build": ""}, "sets no application_id"),
    ("version-checks", {"src/canvas/etp-a.c": "#if GTK_CHECK_VERSION (4, 10, 0)\n"}, "GTK_CHECK_VERSION"),
    ("version-checks", {"src/app/etp-a.c": "# if defined X && ADW_MINOR_VERSION > 4\n"}, "ADW_MINOR"),
    ("formatting", {"src/model/etp-a.c": "int  a ;\n", ".clang-format": "BasedOnStyle: GNU\n"},
     "etp-a.c: clang-format would change it"),
    ("cli-libraries", {}, "not built"),
    ("cli-libraries", {"build/src/cli/etappe-cli": "linked with GTK"}, "etappe-cli links libgtk-4"),
    ("potfiles", {"src/model/etp-a.c": '_ ("Hello")\n'}, "does not name src/model/etp-a.c"),
    ("potfiles", {"src/model/etp-a.c": 'ngettext ("%d a",\n "%d b", n)\n'}, "does not name"),
    ("potfiles", {"src/app/a.ui": '<property translatable="yes">A</property>'}, "does not name src/app/a.ui"),
    ("potfiles", {"data/a.desktop.in.in": "Name=A\n"}, "does not name data/a.desktop.in.in"),
    ("potfiles", {"po/POTFILES.in": "src/gone.c\n"}, "there is no src/gone.c"),
    ("templates", {"src/app/a.ui": '<interface><property name="label">Open</property></interface>'},
     "“Open” cannot be translated"),
    ("templates", {"src/app/a.ui": '<interface><object class="AdwFlap"/></interface>'}, "AdwFlap is deprecated"),
    ("templates", {"src/app/a.ui": '<interface><template class="A" parent="GtkDialog"/></interface>'},
     "GtkDialog is deprecated"),
    ("templates", {"src/app/a.ui": '<interface><object class="AdwToolbarView"/></interface>'},
     "AdwToolbarView is not there"),
    ("templates", {"src/app/a.ui": "<interface>"}, "not well-formed"),
    ("german", {"src/a.c": '_("Hello")\n', "po/POTFILES.in": "src/a.c\n", "po/de.po": PO}, "1 untranslated"),
    ("german", {"src/a.c": '_("Hello")\n', "po/POTFILES.in": "src/a.c\n",
                "po/de.po": PO + '#, fuzzy\nmsgid "Hello"\nmsgstr "Hallo"\n'}, "1 fuzzy"),
    ("german", {"src/a.c": '_("%d a")\n', "po/POTFILES.in": "src/a.c\n",
                "po/de.po": PO + '#, c-format\nmsgid "%d a"\nmsgstr "%s a"\n'}, "format spec"),
    ("german-help", {"help/C/index.page": PAGE % "", "help/de/de.po": PO}, "untranslated"),
    ("help-pages", {"help/C/index.page": PAGE % "", "help/meson.build": ""}, "not both in C/ and in meson.build"),
    ("help-pages", {"help/C/index.page": "<page>", "help/meson.build": "'index.page'"}, "not well-formed"),
    ("help-pages", {"help/C/index.page": PAGE % '<p><link xref="gone"/></p>',
                    "help/meson.build": "'index.page'"}, "yelp-check links"),
    ("help-pages", {"help/C/index.page": PAGE % "<bogus/>", "help/meson.build": "'index.page'"},
     "yelp-check validate"),
    ("desktop-entry", {}, "No such file"),
    ("desktop-entry", {f"build/data/{ID}.desktop": "[Desktop Entry]\nType=Application\n"}, "no line Exec="),
    ("desktop-entry", {f"build/data/{ID}.desktop": "[Desktop Entry]\nType=Application\n"}, "not there in German"),
    ("desktop-entry", {f"build/data/{ID}.desktop": "[Desktop Entry]\nType=Nothing\n"}, 'key "Type"'),
    ("metainfo", {}, "No such file"),
    ("metainfo", {f"build/data/{ID}.metainfo.xml": METAINFO % "Draw journeys"}, "no screenshots/screenshot/image"),
    ("metainfo", {f"build/data/{ID}.metainfo.xml": METAINFO % "Draw."}, "the summary has"),
    ("metainfo", {f"build/data/{ID}.metainfo.xml": METAINFO % "Draw journeys"}, "component-name-missing"),
    ("mime-type", {f"build/data/{ID}.xml": MIME}, "no glob"),
    ("mime-type", {f"build/data/{ID}.xml": "<mime-info/>"}, "does not define the type"),
    ("icons", {"data/icons/etappe.svg": ICON % ("20", "")}, "not a square of 128"),
    ("icons", {"data/icons/etappe-symbolic.svg": ICON % ("16", '<path fill="a" stroke="b"/>')}, "one fill"),
    ("manifest", {f"flatpak/{ID}.json": f'{{"id": "{ID}", "finish-args": ["--share=network"]}}'}, "finish-args"),
    ("manifest", {f"flatpak/{ID}.json": '{"modules": [{"sources": [{"type": "git"}]}]}'}, "something else"),
    ("manifest", {f"flatpak/{ID}.json": '{"modules": [{"sources": [{"type": "archive", "url": "https://x"}]}, {}]}'}, "pinned"),
    ("man-page", {"data/etappe-cli.1": ".TH A 1\n.SH \"B\n"}, "not built"),
    ("man-page", {"data/etappe-cli.1": ".TH A 1\n.BOGUS\n", "build/src/cli/etappe-cli": "#!/bin/sh\necho --new\n"},
     "does not tell about --new"),
    ("man-page", {"data/etappe-cli.1": ".TH A 1\n.BOGUS\n"}, "BOGUS"),
]


def write(folder, files):
    """Make the files of a tree; a program stands for what the real build would make."""
    for name, text in files.items():
        path = folder / name if name.startswith("build/") else folder / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text == "linked with GTK":
            subprocess.run([tool("cc"), "-x", "c", "-", "-o", path, "-Wl,--no-as-needed", "-lgtk-4"],
                           input=b"int main (void) { return 0; }", check=True)
        else:
            path.write_text(text, encoding="utf-8")
            path.chmod(0o755)
    return Tree(folder / "source", folder / "build")


def violate(name, files, expected):
    """Nothing if the rule complains as expected, else what went wrong; skips as the rule does."""
    with tempfile.TemporaryDirectory() as folder:
        tree = write(Path(folder), {**SOUND, **files})
        complaints, skipped = judge(name, tree)
    if any(expected in complaint for complaint in complaints):
        return None
    if skipped:
        raise Skip(skipped)
    return f"{name} does not complain about “{expected}”, but says {complaints}"


def main():
    cases = []
    for case in VIOLATIONS:
        cases.append((f"{case[0]}: {case[2]}", lambda case=case: violate(*case)))
    for name in ("application-id", "includes", "lengths", "licences", "marks", "potfiles", "version-checks"):
        def sound(name=name):
            with tempfile.TemporaryDirectory() as folder:
                return judge(name, write(Path(folder), SOUND))[0] or None
        cases.append((f"{name}: a sound tree", sound))
    cases.append(("every rule is violated once",
                  lambda: sorted(set(RULES) - {case[0] for case in VIOLATIONS}) or None))
    cases.append(("the permissions are those of the issue: no network, no files",
                  lambda: [p for p in rules_desktop.PERMISSIONS if "network" in p or "filesystem" in p] or None))
    failed = 0
    print(f"1..{len(cases)}")
    for number, (title, case) in enumerate(cases, 1):
        try:
            wrong = case()
            print(f"{'not ok' if wrong else 'ok'} {number} {title.replace('#', '')}")
            if wrong:
                failed += 1
                print(f"# {wrong}")
        except Skip as skip:
            print(f"ok {number} {title} # SKIP {skip}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
