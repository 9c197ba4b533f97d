#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules, checked: arch.py RULE SOURCE BUILD.

A rule is a generator that gets a Tree and yields one complaint for each violation. It may raise Skip
with a reason when a tool is missing; complaints that came before count. Rules are found by name in
the modules below; violations.py shows for each of them that it can fail."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

RULES = {}


class Skip(Exception):
    """A tool that the rule needs is not there."""


def rule(function):
    """Register a rule under its name, with dashes."""
    RULES[function.__name__.replace("_", "-")] = function
    return function


def tool(name):
    """The path of a program; skips the rule if there is none."""
    path = shutil.which(name)
    if not path:
        raise Skip(f"{name} is not installed")
    return path


def run(*command, **options):
    """Run a program with its messages in English; gives status, output and errors together."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, check=False,
                          stderr=subprocess.STDOUT, text=True, env=environment, **options)
    return done.returncode, done.stdout


class Tree:
    """The source tree and the build directory that a rule looks at."""

    IGNORED = re.compile(r"^(_build.*|\..*|__pycache__)$")

    def __init__(self, source, build):
        self.source, self.build = Path(source), Path(build)

    def files(self, folders=("",), suffixes=("",)):
        """Files below some folders, as paths relative to the source, sorted."""
        found = set()
        for folder in folders:
            for top, inner, names in os.walk(self.source / folder):
                inner[:] = [name for name in inner if not self.IGNORED.match(name)]
                found |= {Path(top, name).relative_to(self.source) for name in names
                          if name.endswith(tuple(suffixes))}
        return sorted(found)

    def read(self, path):
        """The text of a file of the source; empty if there is no such file or it is not text."""
        try:
            return (self.source / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def setting(self, name):
        """A string that the top meson.build sets."""
        match = re.search(rf"^{name} = '([^']*)'", self.read("meson.build"), re.MULTILINE)
        return match.group(1) if match else ""


def judge(name, tree):
    """All complaints of a rule, and why it was cut short or None."""
    complaints = []
    try:
        for complaint in RULES[name](tree):
            complaints.append(complaint)
    except Skip as skip:
        return complaints, str(skip)
    return complaints, None


def main(name, source, build):
    complaints, skipped = judge(name, Tree(source, build))
    for complaint in complaints:
        print(complaint)
    if complaints:
        print(f"{name}: {len(complaints)} violations")
        return 1
    if skipped:
        print(f"{name}: {skipped}")
        return 77
    return 0


if __name__ == "__main__":
    # The rules import this module by its name: let them find this very one.
    sys.modules["arch"] = sys.modules["__main__"]
    import rules_desktop, rules_source, rules_text  # noqa: F401 (they register themselves)
    sys.exit(main(*sys.argv[1:]))
