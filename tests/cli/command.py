# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of etappe-cli share: how it is run, and what is compared."""

import os
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))

CLI = os.path.abspath(sys.argv[1])
ROOT = os.path.abspath(sys.argv[2])
EXAMPLE = os.path.join(ROOT, 'data', 'examples', 'webshop.de.journey')


def run(*args, stdin=b'', env=None, cwd=None):
    """Exit code, standard output, standard error (text)."""
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    environment.update(env or {})
    done = subprocess.run([CLI, *args], input=stdin, capture_output=True, cwd=cwd,
                          env=environment, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


def equal(actual, expected):
    assert actual == expected, f'{actual!r} is not {expected!r}'


def contains(text, part):
    assert part in text, f'{part!r} is not in {text!r}'


def is_one_line(text):
    assert text.endswith('\n') and text.count('\n') == 1, f'{text!r} is not one line'


def write(path, content):
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def journey(extra=''):
    return ('{\n  "format": "etappe-journey",\n  "version": 1,\n  "title": "T"' + extra + '\n}\n')
