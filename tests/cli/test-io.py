#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""etappe-cli from outside: what it reads and writes when disk, pipe, terminal or limits are against it.

Usage: test-io.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import os
import pty
import resource
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from command import CLI, EXAMPLE, contains, equal, is_one_line, read, run, write  # noqa: E402
from tap import main, test  # noqa: E402


@test
def unwritable_output(folder):
    """What does not arrive is no success: a full disk, a closed descriptor."""
    for args in [['--help'], ['--version'], ['check', '--help'], ['info', EXAMPLE], ['new'],
                 ['info', '--json', EXAMPLE], ['export', '--to', 'svg', '-o', '-', EXAMPLE],
                 ['format', '-']]:
        for redirection in ['>/dev/full', '>&-']:
            with open(EXAMPLE, 'rb') as file:
                done = subprocess.run(['sh', '-c', '"$@" ' + redirection, 'sh', CLI, *args],
                                      stdin=file, stderr=subprocess.PIPE, timeout=60,
                                      env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''))
            equal((args, redirection, done.returncode), (args, redirection, 2))
            is_one_line(done.stderr.decode())


@test
def closed_streams(folder):
    """No message gets into a file that took the number of a closed stream."""
    targets = [os.path.join(folder, name) for name in ['whole.svg', 'closed.svg']]
    for target, redirection in zip(targets, ['', '<&- >&- 2>&-']):
        subprocess.run(['sh', '-c', '"$@" ' + redirection, 'sh', CLI, 'export', '--external',
                        '-o', target, EXAMPLE], capture_output=True, timeout=60, check=True)
    equal(read(targets[1]), read(targets[0]))


@test
def progress(folder):
    """Several files tell their progress, on a terminal only."""
    names = [shutil.copy(EXAMPLE, os.path.join(folder, n)) for n in ['a.journey', 'b.journey']]
    for files, expected in [(names, True), (names[:1], False)]:
        master, slave = pty.openpty()
        process = subprocess.Popen([CLI, 'export', *files], stderr=slave, stdin=subprocess.DEVNULL)
        os.close(slave)
        shown = b''
        try:
            while chunk := os.read(master, 4096):
                shown += chunk
        except OSError:
            pass
        os.close(master)
        equal(process.wait(60), 0)
        equal(b'[2/2]' in shown, expected)
    equal(run('export', *names), (0, b'', ''))


@test
def terminal(folder):
    """A PDF is not thrown at a terminal."""
    master, slave = pty.openpty()
    done = subprocess.run([CLI, 'export', '-o', '-', EXAMPLE], stdout=slave, stderr=subprocess.PIPE,
                          timeout=60)
    os.close(slave)
    os.close(master)
    equal(done.returncode, 2)
    is_one_line(done.stderr.decode())


@test
def full_disk(folder):
    """Standard output that cannot be written is an error."""
    if not os.path.exists('/dev/full'):
        return
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CLI, 'export', '-o', '-', EXAMPLE], stdout=full,
                              stderr=subprocess.PIPE, timeout=60)
    equal(done.returncode, 2)
    is_one_line(done.stderr.decode())


@test
def limited_files(folder):
    """A file that may not get so large, as on a full disk: told, and the old one is whole."""
    _, _, formats = run('export', '--to', 'nothing', EXAMPLE)  # a wrong one: all that there are
    names = ['pdf', 'svg', 'png', 'pptx', 'csv'] + ['xlsx'] * ('xlsx' in formats)
    for name in names:
        target = write(os.path.join(folder, 'old.' + name), 'old')
        done = subprocess.run(
            [CLI, 'export', '-o', target, EXAMPLE], capture_output=True, timeout=60,
            env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', TMPDIR=folder),
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)))
        equal((name, done.returncode), (name, 2))
        said = done.stderr.decode().splitlines()
        contains(said[-1], 'space on the disk' if name != 'xlsx' else 'Perhaps there is no room left')
        assert name == 'xlsx' or len(said) == 1, said  # its library says more
        equal(read(target), b'old')
    equal(len(os.listdir(folder)), len(names))


@test
def files_of_options(folder):
    """A logo or template that is not there or cannot be read: what, where, and what to do, once."""
    not_there = os.path.join(folder, 'gone', 'x')
    for option, extra in [('--logo', []), ('--template', ['--to', 'pptx'])]:
        for path, part in [(not_there, f'There is no such file. Check the path after “{option}”.'),
                           (folder, 'This is a folder')]:
            code, out, err = run('export', *extra, option, path, EXAMPLE, cwd=folder)
            equal((code, out), (2, b''))
            is_one_line(err)
            contains(err, f'{path}: ')
            contains(err, part)
            contains(err, option)
            equal(err.count(path), 1)
    equal(os.listdir(folder), [])


sys.exit(main())
