# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about the source itself: who includes whom, lengths, licence lines, format."""

import re
import shutil

from arch import Skip, rule, run, tool

# The include table of src/README.md: which folder may include which others.
MAY_INCLUDE = {
    "model": (),
    "file": ("model",),
    "import": ("model", "file"),
    "scene": ("model",),
    "paint": ("scene", "model"),
    "export": ("model", "scene", "paint"),
    "canvas": ("model", "scene", "paint"),
    "app": ("model", "file", "import", "scene", "paint", "export", "canvas"),
    "cli": ("model", "file", "import", "scene", "paint", "export"),
}

# Which folders may see a library, by the start of the header's name.
LIBRARIES = {
    r"(gtk|gdk|gsk)/|graphene": ("canvas", "app"),
    r"adwaita": ("app",),
    r"json-glib/": ("import", "cli"),
    r"cairo|pango": ("paint", "export", "canvas", "app"),
}

# The primitive changes are the verbs' business, and that of what reads and replays documents.
MAY_CHANGE = ("model", "file", "import")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
LONGEST, LONG = 700, 500


@rule
def includes(tree):
    """Includes follow the table; only some folders see a library; only verbs write to the model."""
    for path in tree.files(["src"], [".c", ".h"]):
        if len(path.parts) < 3 or path.parts[1] not in MAY_INCLUDE:
            yield f"{path}: lies in no folder of the floor plan"
            continue
        folder = path.parts[1]
        for kind, header in INCLUDE.findall(tree.read(path)):
            if kind == "<":
                for pattern, folders in LIBRARIES.items():
                    if re.match(pattern, header) and folder not in folders:
                        yield f"{path}: {folder}/ may not see <{header}>"
                continue
            if header.rsplit("/", 1)[-1] == "etp-change.h" and folder not in MAY_CHANGE:
                yield f"{path}: only verbs write to the model, {folder}/ may not include {header}"
            target = header.split("/", 1)[0] if "/" in header else folder
            if target != folder and target not in MAY_INCLUDE[folder]:
                yield f"{path}: {folder}/ may not include {header}"
            beside = path.parent / header if "/" not in header else path.parents[-3] / header
            if header != "config.h" and not header.endswith("-resources.h") \
                    and not (tree.source / beside).is_file() \
                    and not (tree.source / "src" / header).is_file():
                yield f"{path}: {header} is neither in its folder nor below src/"


@rule
def lengths(tree):
    """No file over 700 lines; those over 500 are named."""
    for path in tree.files(["src", "tests"], [".c", ".h", ".py", ".sh", ".ui"]):
        lines = tree.read(path).count("\n")
        if lines > LONGEST:
            yield f"{path}: {lines} lines, more than {LONGEST}"
        elif lines > LONG:
            print(f"{path}: {lines} lines; split by role?")


@rule
def licences(tree):
    """Every file that can hold a comment states its licence at the top."""
    suffixes = [".c", ".h", ".py", ".sh", ".ui", ".css", ".xml", ".svg", ".page", ".in", ".po", ".1",
                "meson.build", "meson_options.txt"]
    for path in tree.files(suffixes=suffixes):
        if path.name == "POTFILES.in":
            continue
        head = "\n".join(tree.read(path).splitlines()[:6])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head \
                or "SPDX-FileCopyrightText:" not in head:
            yield f"{path}: the two SPDX lines are missing"


@rule
def marks(tree):
    """Nothing is left for later. The words are put together, so that this file has none."""
    words = ("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")
    mark = re.compile(r"\b(" + "|".join(words) + r")\b")
    for path in tree.files(["src", "tests", "data", "help", "po", "flatpak"]):
        if path.parts[:2] == ("tests", "data"):
            continue
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            if mark.search(line):
                yield f"{path}:{number}: {line.strip()}"


@rule
def application_id(tree):
    """The application id stands once; the manifest must repeat it, the README may."""
    name = tree.setting("application_id")
    if not name:
        yield "meson.build: sets no application_id"
        return
    manifest = f"flatpak/{name}.json"
    if not tree.read(manifest):
        yield f"{manifest}: missing"
    for path in tree.files():
        if str(path) not in ("meson.build", manifest, "README.md") and name in tree.read(path):
            yield f"{path}: repeats the application id"


@rule
def version_checks(tree):
    """What differs between toolkits lives in src/app/compat and nowhere else."""
    check = re.compile(r"^\s*#\s*(?:if|elif)\b.*\b(?:GTK|GDK|ADW|GLIB|PANGO|CAIRO|JSON)_\w*VERSION",
                       re.MULTILINE)
    for path in tree.files(["src"], [".c", ".h"]):
        if path.parts[1:3] != ("app", "compat"):
            for line in check.findall(tree.read(path)):
                yield f"{path}: {line.strip()}"


@rule
def formatting(tree):
    """clang-format 14 decides; other versions decide differently."""
    program = shutil.which("clang-format-14") or tool("clang-format")
    _, version = run(program, "--version")
    if not re.search(r"version 14\.", version):
        raise Skip(f"clang-format 14 decides, this is {version.strip()}")
    paths = tree.files(["src", "tests"], [".c", ".h"])
    if not paths:
        return
    _, output = run(program, "--dry-run", "-Werror", *paths, cwd=tree.source)
    changed = sorted({line.split(":")[0] for line in output.splitlines()
                      if "clang-format-violations" in line})
    yield from (f"{path}: clang-format would change it" for path in changed)
    if output.strip() and not changed:
        yield output.strip()


@rule
def cli_libraries(tree):
    """etappe-cli works without a toolkit: none is linked, not even by another library."""
    program = tree.build / "src" / "cli" / "etappe-cli"
    if not program.is_file():
        yield f"{program}: not built"
        return
    status, output = run(tool("ldd"), program)
    if status:
        yield output.strip()
    for line in output.splitlines():
        if re.search(r"lib(gtk-|adwaita)", line):
            yield f"etappe-cli links {line.strip().split()[0]}"
