#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Add up what meson test wrote. Standard input has a line NAME<tab>LOG.json for each run.

Counts each of Meson's tests once; a missing or empty log counts as one failure, and a log called
skip:REASON as one skip. Names every failure and the reason of every skip, also of the single cases
within a test, and ends with "N passed, N failed, N skipped"."""

import json
import re
import sys

PASSED = ("OK", "EXPECTEDFAIL")
REASON = re.compile(r"#\s*skip\b:?\s*(.*)", re.IGNORECASE)


def read_log(path):
    """The tests of one log, one JSON object on each line."""
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except (OSError, ValueError):
        return []


def skipped_cases(test):
    """What the TAP output of a test says about cases that it skipped."""
    for line in test.get("stdout", "").splitlines():
        match = REASON.search(line)
        if match and re.match(r"(not )?ok\b|1\.\.0", line):
            case = re.sub(r"^(not )?ok \d+ -? ?|^1\.\.0", "", line[:match.start()]).strip()
            yield case, match.group(1).strip() or "no reason given"


def reason_of(test):
    """Why a whole test was skipped: its TAP line, else the last line that it printed."""
    for _, reason in skipped_cases(test):
        return reason
    lines = (test.get("stdout", "") + test.get("stderr", "")).strip().splitlines()
    return lines[-1].strip() if lines else "no reason given"


def main():
    passed, failures, skips, notes = 0, [], [], []
    for line in sys.stdin:
        name, path = line.rstrip("\n").split("\t")
        if path.startswith("skip:"):
            skips.append(f"{name}: {path[5:]}")
            continue
        tests = read_log(path)
        if not tests:
            failures.append(f"{name}: no results")
        for test in tests:
            title = f"{name}: {test['name'].split(' / ')[-1]}"
            if test["result"] in PASSED:
                passed += 1
                notes += [f"{title} {case}: {reason}" for case, reason in skipped_cases(test)]
            elif test["result"] == "SKIP":
                skips.append(f"{title}: {reason_of(test)}")
            else:
                failures.append(f"{title}: {test['result'].lower()}")
    for heading, lines in (("Cases skipped within a test:", notes), ("Skipped:", skips),
                           ("Failed:", failures)):
        if lines:
            print(heading, *lines, sep="\n  ")
    print(f"{passed} passed, {len(failures)} failed, {len(skips)} skipped")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
