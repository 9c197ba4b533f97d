# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about words: what is translatable, whether German is whole, the user help, templates."""

import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from arch import rule, run, tool

# As Meson's preset "glib" for xgettext.
KEYWORDS = ["--from-code=UTF-8", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3",
            "--keyword=g_dpgettext2:2c,3"]
CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2|gettext)\s*\(\s*[^)]*?"')

# Properties and attributes of templates that people read.
READ = ("label", "title", "subtitle", "description", "text", "tooltip-text", "placeholder-text",
        "body", "heading")

# Deprecated in some toolkit from 4.8 / 1.2 on, or not there in the oldest: a template works on all.
DEPRECATED = """
  AdwAboutWindow AdwEnumListModel AdwFlap AdwLeaflet AdwMessageDialog AdwPreferencesWindow AdwSqueezer
  AdwViewSwitcherTitle GtkAppChooserButton GtkAppChooserDialog GtkAppChooserWidget GtkAssistant
  GtkCellArea GtkCellAreaBox GtkCellRendererText GtkCellRendererPixbuf GtkCellRendererToggle
  GtkCellRendererCombo GtkCellRendererProgress GtkCellRendererSpin GtkCellRendererSpinner GtkCellView
  GtkColorButton GtkColorChooserDialog GtkColorChooserWidget GtkComboBox GtkComboBoxText GtkDialog
  GtkEntryCompletion GtkFileChooserDialog GtkFileChooserNative GtkFileChooserWidget GtkFontButton
  GtkFontChooserDialog GtkFontChooserWidget GtkIconView GtkInfoBar GtkListStore GtkLockButton
  GtkMessageDialog GtkShortcutsWindow GtkStatusbar GtkTreeStore GtkTreeView GtkTreeViewColumn
  GtkVolumeButton
""".split()
TOO_NEW = """
  AdwAboutDialog AdwAlertDialog AdwBanner AdwBottomSheet AdwBreakpoint AdwBreakpointBin AdwDialog
  AdwInlineViewSwitcher AdwMultiLayoutView AdwNavigationPage AdwNavigationSplitView AdwNavigationView
  AdwOverlaySplitView AdwPreferencesDialog AdwShortcutsDialog AdwSpinner AdwSpinRow AdwSwitchRow
  AdwTabOverview AdwToggleGroup AdwToolbarView AdwWrapBox GtkAlertDialog GtkColorDialogButton
  GtkFileDialog GtkFontDialogButton GtkGraphicsOffload GtkPopoverBin GtkUriLauncher
""".split()


def listed(tree):
    """The files that POTFILES.in names."""
    lines = (line.strip() for line in tree.read("po/POTFILES.in").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def elements(tree, path):
    """The elements of an XML file; an empty list if it cannot be read as such."""
    try:
        return list(ElementTree.parse(tree.source / path).iter())
    except ElementTree.ParseError:
        return []


@rule
def potfiles(tree):
    """POTFILES.in names exactly the files with strings to translate."""
    named = set(listed(tree))
    for path in sorted(named):
        if not (tree.source / path).is_file():
            yield f"po/POTFILES.in: there is no {path}"
    for path in tree.files(["src", "data"], [".c", ".h", ".ui", ".in.in", ".gschema.xml"]):
        text = tree.read(path)
        if path.suffix in (".c", ".h"):
            speaks = CALL.search(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        else:
            speaks = path.suffix == ".in" or 'translatable="' in text or "l10n=" in text
        if speaks and str(path) not in named:
            yield f"po/POTFILES.in: does not name {path}"


@rule
def templates(tree):
    """Templates are well-formed, translatable, and use only what every toolkit has."""
    for path in tree.files(["src", "data"], [".ui"]):
        found = elements(tree, path)
        if not found:
            yield f"{path}: not well-formed"
        for element in found:
            for attribute in ("class", "parent"):
                name = element.get(attribute)
                if name in DEPRECATED:
                    yield f"{path}: {name} is deprecated in a newer toolkit"
                elif name in TOO_NEW:
                    yield f"{path}: {name} is not there in the oldest toolkit"
            if element.tag in ("property", "attribute") and element.get("name") in READ \
                    and re.search(r"[^\W\d_]", element.text or "") \
                    and element.get("translatable") not in ("yes", "true", "1"):
                yield f"{path}: “{element.text.strip()}” cannot be translated"


def statistics(po, pot, scratch):
    """What msgfmt counts in po for the strings of pot: (fuzzy, untranslated, first of them)."""
    merged = Path(scratch, "merged.po")
    status, output = run(tool("msgmerge"), "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    if status:
        return 0, 0, output.strip()
    status, output = run(tool("msgfmt"), "--check", "--statistics", "-o", "/dev/null", merged)
    counts = [int(match.group(1)) if (match := re.search(rf"(\d+) {word}", output)) else 0
              for word in ("fuzzy", "untranslated")]
    if status:
        return *counts, output.strip()
    _, rest = run(tool("msgattrib"), "--untranslated", "--no-obsolete", "--no-location", merged)
    strings = re.findall(r'^msgid (".*"(?:\n".*")*)', rest, re.MULTILINE)[1:6]
    return *counts, " ".join(strings)


def incomplete(name, counts):
    """The complaint, if any, about what statistics() found."""
    fuzzy, untranslated, detail = counts
    if fuzzy or untranslated or detail:
        yield f"{name}: {untranslated} untranslated, {fuzzy} fuzzy: {detail}"


@rule
def german(tree):
    """Every string of the programs and of the desktop files is there in German."""
    with tempfile.TemporaryDirectory() as scratch:
        pot = Path(scratch, "etappe.pot")
        status, output = run(tool("xgettext"), *KEYWORDS, "-f", "po/POTFILES.in", "-o", pot,
                             cwd=tree.source)
        if status or not pot.exists():
            yield f"xgettext: {output.strip() or 'no strings'}"
            return
        yield from incomplete("po/de.po", statistics(tree.source / "po/de.po", pot, scratch))


@rule
def german_help(tree):
    """The user help is there in German, page for page."""
    with tempfile.TemporaryDirectory() as scratch:
        pot = Path(scratch, "help.pot")
        pages = tree.files(["help/C"], [".page", ".xml"])
        status, output = run(tool("itstool"), "-o", pot, *pages, cwd=tree.source)
        if status:
            yield f"itstool: {output.strip()}"
            return
        yield from incomplete("help/de/de.po", statistics(tree.source / "help/de/de.po", pot, scratch))


@rule
def help_pages(tree):
    """The pages of the help are listed, well-formed, linked and valid Mallard."""
    pages = tree.files(["help/C"], [".page", ".xml"])
    sources = set(re.findall(r"'([\w.-]+\.(?:page|xml))'", tree.read("help/meson.build")))
    for name in sorted(sources ^ {path.name for path in pages}):
        yield f"help: {name} is not both in C/ and in meson.build"
    whole = True
    for path in pages:
        if not elements(tree, path):
            whole = False
            yield f"{path}: not well-formed"
    checker = tool("yelp-check")
    if whole:
        for check in ("links", "ids", "orphans"):
            _, output = run(checker, check, "help/C", cwd=tree.source)
            yield from (f"yelp-check {check}: {line}" for line in output.splitlines())
        # Given single pages, it validates against the schema of Mallard.
        _, output = run(checker, "validate", *[path for path in pages if path.suffix == ".page"],
                        cwd=tree.source)
        yield from (f"yelp-check validate: {line}" for line in output.splitlines())
