#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/summary.py counts what meson test wrote, and nothing that failed looks as if it had passed."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

SUMMARY = Path(__file__).resolve().parent.parent / "summary.py"
OK = {"name": "etappe:core / a", "result": "OK", "stdout": "ok 1 x\nok 2 y # SKIP no bus\n"}
FAIL = {"name": "b", "result": "FAIL", "stdout": "", "stderr": ""}
TIMEOUT = {"name": "c", "result": "TIMEOUT"}
SKIP = {"name": "d", "result": "SKIP", "stdout": "d: no clang\n"}
SKIP_TAP = {"name": "e", "result": "SKIP", "stdout": "1..0 # SKIP no display\n"}

# logs (None: there is no file; a string: what the file holds), lines expected, exit status
CASES = [
    ([[OK]], ["1 passed, 0 failed, 0 skipped", "a y: no bus"], 0),
    ([[OK, OK], [OK]], ["3 passed, 0 failed, 0 skipped"], 0),
    ([[OK, FAIL]], ["1 passed, 1 failed, 0 skipped", "run0: b: fail"], 1),
    ([[OK, TIMEOUT]], ["1 passed, 1 failed, 0 skipped", "run0: c: timeout"], 1),
    ([[OK, SKIP, SKIP_TAP]], ["1 passed, 0 failed, 2 skipped", "d: no clang", "e: no display"], 0),
    ([[OK], None], ["1 passed, 1 failed, 0 skipped", "run1: no results"], 1),
    ([[OK], ""], ["1 passed, 1 failed, 0 skipped"], 1),
    ([[OK], '{"name": "torn'], ["1 passed, 1 failed, 0 skipped"], 1),
    ([[OK], "skip:no locale"], ["1 passed, 0 failed, 1 skipped", "run1: no locale"], 0),
]


def summarize(folder, logs):
    """The lines and the exit status of summary.py for some logs."""
    lines = []
    for index, log in enumerate(logs):
        path = Path(folder, f"{index}.json")
        if isinstance(log, str) and log.startswith("skip:"):
            path = log
        elif log is not None:
            path.write_text(log if isinstance(log, str) else "\n".join(map(json.dumps, log)))
        lines.append(f"run{index}\t{path}\n")
    done = subprocess.run([sys.executable, "-B", SUMMARY], input="".join(lines), text=True,
                          stdout=subprocess.PIPE, check=False)
    return [line.strip() for line in done.stdout.splitlines()], done.returncode


def main():
    failed = 0
    print(f"1..{len(CASES)}")
    for number, (logs, expected, status) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            lines, actual = summarize(folder, logs)
        good = actual == status and lines[-1] == expected[0] \
            and all(any(text in line for line in lines) for text in expected)
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} {expected[0]}")
        if not good:
            print(f"# expected {expected} and {status}, got {lines} and {actual}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
