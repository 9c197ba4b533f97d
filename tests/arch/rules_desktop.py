# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about what the desktop, the sandbox and the terminal learn about Etappe."""

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import date

from arch import rule, run, tool

# Portals only: no network, no file system, no bus.
PERMISSIONS = ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]

# Infos of appstreamcli that count as errors here.
STRICT = "content-rating-missing=error,releases-info-missing=error,desktop-app-launchable-omitted=error"


def generated(tree, suffix):
    """A file that data/meson.build makes from its template."""
    return tree.build / "data" / (tree.setting("application_id") + suffix)


def parse(path):
    """The root of a generated XML file and no complaint, or None and one."""
    try:
        return ElementTree.parse(path).getroot(), None
    except (OSError, ElementTree.ParseError) as error:
        return None, f"{path.name}: {error}"


@rule
def desktop_entry(tree):
    """The desktop entry is valid, opens documents, and is there in German."""
    path = generated(tree, ".desktop")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        yield f"{path.name}: {error}"
        return
    for line in ("Exec=etappe %U", f"Icon={tree.setting('application_id')}",
                 "MimeType=application/vnd.etappe.journey+json;"):
        if line not in text.splitlines():
            yield f"{path.name}: no line {line}"
    for key in ("GenericName", "Comment", "Keywords"):
        if f"\n{key}[de]=" not in text:
            yield f"{path.name}: {key} is not there in German"
    _, output = run(tool("desktop-file-validate"), path)
    yield from output.splitlines()


@rule
def metainfo(tree):
    """The description for software centres is valid and has what Flathub asks for besides."""
    path = generated(tree, ".metainfo.xml")
    root, complaint = parse(path)
    if complaint:
        yield complaint
        return
    for element in ("project_license", "branding/color", "screenshots/screenshot/image",
                    "screenshots/screenshot/caption", "releases/release/description",
                    "provides/mediatype", "translation", "developer/name", "launchable",
                    "url[@type='homepage']", "content_rating"):
        if root.find(element) is None:
            yield f"{path.name}: no {element}"
    summary = root.findtext("summary") or ""
    if not 10 <= len(summary) <= 35 or summary.endswith("."):
        yield f"{path.name}: the summary has 10 to 35 characters and no full stop: {summary}"
    languages = {element.get("{http://www.w3.org/XML/1998/namespace}lang") for element in root.iter("p")}
    if "de" not in languages:
        yield f"{path.name}: the description is not there in German"
    releases = root.findall("releases/release")
    if releases and releases[0].get("version") != version(tree):
        yield f"{path.name}: the newest release is not the version of meson.build"
    for release in releases:
        if (release.get("date") or "9999") > date.today().isoformat():
            yield f"{path.name}: release {release.get('version')} lies in the future"
    status, output = run(tool("appstreamcli"), "validate", "--no-net", "--pedantic", "--explain",
                         f"--override={STRICT}", path)
    if status:
        yield output.strip()


def version(tree):
    """The version of the project."""
    match = re.search(r"^\s*version: '([^']*)'", tree.read("meson.build"), re.MULTILINE)
    return match.group(1) if match else ""


@rule
def mime_type(tree):
    """The desktop knows a journey by its ending and by its first member, as a kind of JSON."""
    path = generated(tree, ".xml")
    root, complaint = parse(path)
    if complaint:
        yield complaint
        return
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = root.find(f"{space}mime-type[@type='application/vnd.etappe.journey+json']")
    if kind is None:
        yield f"{path.name}: does not define the type"
        return
    for element in (f"{space}sub-class-of[@type='application/json']", f"{space}glob[@pattern='*.journey']",
                    f"{space}magic", f"{space}comment"):
        if kind.find(element) is None:
            yield f"{path.name}: no {element.replace(space, '')}"
    _, output = run(tool("xmllint"), "--noout", path)
    yield from output.splitlines()


@rule
def icons(tree):
    """The icons are square drawings; the symbolic one keeps to its grid and to one colour."""
    for name, size in (("etappe", "128"), ("etappe-symbolic", "16")):
        path = tree.source / "data" / "icons" / f"{name}.svg"
        root, complaint = parse(path)
        if complaint:
            yield complaint
            continue
        if (root.get("width"), root.get("height"), root.get("viewBox")) \
                != (size, size, f"0 0 {size} {size}"):
            yield f"{path.name}: not a square of {size}"
        if root.findall(".//{*}filter") or root.findall(".//{*}image"):
            yield f"{path.name}: holds a filter or a bitmap"
        # The toolkit recolours fills only: a stroke would become a blot.
        if "symbolic" in name:
            colours = {element.get("fill") for element in root.iter() if element.get("fill")}
            if len(colours) != 1 or any(element.get("stroke") for element in root.iter()):
                yield f"{path.name}: a symbolic icon has one fill and no strokes"


@rule
def manifest(tree):
    """The Flatpak gets the current runtime and no permission beyond a window."""
    name = tree.setting("application_id")
    path = tree.source / "flatpak" / f"{name}.json"
    try:
        parts = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        yield f"{path.name}: {error}"
        return
    for key, value in (("id", name), ("runtime", "org.gnome.Platform"), ("runtime-version", "51"),
                       ("sdk", "org.gnome.Sdk"), ("command", "etappe"),
                       ("finish-args", PERMISSIONS)):
        if parts.get(key) != value:
            yield f"{path.name}: {key} is {parts.get(key)}, not {value}"
    *libraries, own = parts.get("modules") or [{}]
    if [source.get("type") for source in own.get("sources", ())] != ["dir"]:
        yield f"{path.name}: is built from something else than the source tree"
    for library in libraries:
        for source in library.get("sources", ()):
            if (source.get("type") != "archive" or not source.get("url", "").startswith("https://")
                    or not re.fullmatch("[0-9a-f]{64}", source.get("sha256", ""))):
                yield f"{path.name}: {library.get('name')} is not pinned by the sum of its archive"


@rule
def man_page(tree):
    """The man page has no mistake that groff sees and knows every option that the program has."""
    page = tree.read("data/etappe-cli.1")
    if not page:
        yield "data/etappe-cli.1: missing"
        return
    program = tree.build / "src" / "cli" / "etappe-cli"
    if program.is_file():
        known = page.replace("\\-", "-")
        for command in ("export", "check", "format", "new", "info", None):
            _, output = run(program, *([command] if command else []), "--help")
            for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", output))):
                if option not in known:
                    yield f"data/etappe-cli.1: does not tell about {option}"
    else:
        yield f"{program}: not built"
    _, output = run(tool("groff"), "-ww", "-man", "-Tutf8", "-z", tree.source / "data/etappe-cli.1")
    yield from output.splitlines()
