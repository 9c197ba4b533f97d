# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of whole files share: they register themselves with @test, get an empty folder
each, and tell in the Test Anything Protocol how they went."""

import shutil
import tempfile
import traceback

tests = []


class Skip(Exception):
    """Raised in a test that cannot run here; says why."""


def test(function):
    """Makes it one of the tests, which run in the order of the file."""
    tests.append(function)
    return function


def need(*programs):
    """The rest of the test needs them."""
    for program in programs:
        if shutil.which(program) is None:
            raise Skip(f'{program} is not installed')


def main(wanted=lambda function: True, programs=(), make=tuple):
    """Runs those that are wanted; returns the status to end with. All of them need the programs, and
    get, after their folder, what make() made once for all."""
    made = None
    chosen = [function for function in tests if wanted(function)]
    print(f'1..{len(chosen)}')
    failed = 0
    for number, function in enumerate(chosen, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                need(*programs)
                made = make() if made is None else made
                function(folder, *made)
                print(f'ok {number} {function.__name__}', flush=True)
            except Skip as reason:
                print(f'ok {number} {function.__name__} # SKIP {reason}', flush=True)
            except Exception:
                failed += 1
                for line in traceback.format_exc().splitlines():
                    print('# ' + line)
                print(f'not ok {number} {function.__name__}', flush=True)
    return 1 if failed else 0
