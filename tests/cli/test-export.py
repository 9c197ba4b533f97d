#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""etappe-cli export from outside: formats, pages, options, names of files, and what is in them.

Usage: test-export.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

sys.dont_write_bytecode = True
from command import EXAMPLE, ROOT, contains, equal, is_one_line, journey, read, run, write  # noqa: E402
from tap import main, test  # noqa: E402


@test
def names_of_formats(folder):
    """A wrong format lists all that there are, and those are the ones of the manual."""
    err = run('export', '--to', 'docx', EXAMPLE)[2]
    contains(err, 'deck-pdf')
    with open(os.path.join(ROOT, 'data', 'etappe-cli.1'), encoding='utf-8') as file:
        manual = file.read().replace('\\-', '-')
    for name in err.split('there are ')[1].rstrip('.\n').split(', '):
        assert re.search(r'\b%s\b' % name, manual), name
    err = run('export', '--pages', 'tapestry', EXAMPLE)[2]
    kinds = manual.split('What pages a PDF has')[1].split('.TP')[0]
    for name in err.split('there are ')[1].rstrip('.\n').split(', '):
        contains(kinds, '.B ' + name + '\n')


@test
def export_targets(folder):
    """The format and the target follow from --to, -o and the file's name."""
    source = shutil.copy(EXAMPLE, os.path.join(folder, 'a.journey'))
    heads = {'pdf': b'%PDF', 'svg': b'<?xml', 'png': b'\x89PNG'}
    for name, head in heads.items():
        equal(run('export', '--to', name, source), (0, b'', ''))
        assert read(os.path.join(folder, 'a.' + name)).startswith(head)
        other = os.path.join(folder, 'other.' + name)
        equal(run('export', '-o', other, source), (0, b'', ''))
        equal(read(other), read(os.path.join(folder, 'a.' + name)))
        code, out, err = run('export', '--to', name, '-o', '-', source)
        equal((code, err), (0, ''))
        equal(out, read(other))
        code, out, err = run('export', '--to', name, '-', stdin=read(source))
        equal((code, err, out == read(other)), (0, '', True))
    equal(run('export', '-o', os.path.join(folder, 'no-ending'), source)[0], 0)
    assert read(os.path.join(folder, 'no-ending')).startswith(b'%PDF')
    equal(run('export', '--to', 'svg', '-o', os.path.join(folder, 'x.png'), source)[0], 0)
    assert read(os.path.join(folder, 'x.png')).startswith(b'<?xml')


@test
def export_options(folder):
    plain = run('export', '-o', '-', EXAMPLE)[1]
    for args in [['--page', 'A0'], ['--pages', 'tiles'], ['--style', 'dark'],
                 ['--pages', 'tiles', '--page', 'letter-portrait', '--scale', '1.2'],
                 ['--header', 'Kopf', '--footer', 'Fuß', '--date', '2026-03-05', '--own-logo'],
                 ['--lanes', 'a,emotion', '--phases', '2-3', '--persona', '1'],
                 ['--style', 'light']]:
        code, out, err = run('export', '-o', '-', *args, EXAMPLE)
        equal((code, err), (0, ''))
        assert out.startswith(b'%PDF') and out != plain, args
    equal(run('export', '-o', '-', '--style', 'paper', EXAMPLE)[1], plain)
    sizes = {}
    for args in [('--scale', '0.5'), ('--scale', '1'), ('--width', '500')]:
        out = run('export', '--to', 'png', '-o', '-', *args, EXAMPLE)[1]
        sizes[args] = int.from_bytes(out[16:20], 'big')
    equal(sizes['--width', '500'], 500)
    assert abs(sizes['--scale', '1'] - 2 * sizes['--scale', '0.5']) <= 1, sizes


def pdf_text(data):
    """What a PDF says, and how many pages it has."""
    text = subprocess.run(['pdftotext', '-', '-'], input=data, capture_output=True, check=True)
    return ' '.join(text.stdout.decode().split()), text.stdout.count(b'\f')


@test
def export_about(folder):
    """Sheets tell about whom they are asked to; without a choice they are to be written on."""
    args = ['export', '-o', '-', '--page', 'A3']
    empty, n = pdf_text(run(*args, '--pages', 'persona', EXAMPLE)[1])
    equal(n, 1)
    assert 'Ziele' in empty and 'Halbmarathon' not in empty, empty
    text, n = pdf_text(run(*args, '--pages', 'persona', '--about', 'max', EXAMPLE)[1])
    equal(n, 1)
    contains(text, 'Halbmarathon unter zwei Stunden')
    contains(text, 'Kaufentscheidung')  # his curve
    text, n = pdf_text(run(*args, '--pages', 'touchpoints', '--about', 'Kasse im Webshop', EXAMPLE)[1])
    equal(n, 1)
    contains(text, 'Kasse leert den Warenkorb')
    text, n = pdf_text(run(*args, '--pages', 'touchpoints', '--about', 'all', EXAMPLE)[1])
    equal(n, 14)
    for pages, names in (('persona', 'personas'), ('touchpoints', 'touchpoints')):
        code, out, err = run(*args, '--pages', pages, '--about', 'all', '-', stdin=journey().encode())
        equal((code, out), (2, b''))
        contains(err, f'The journey has no {names}.')
    code, out, err = run(*args, '--pages', 'persona', '--about', 'Eva', EXAMPLE)
    equal((code, out), (2, b''))
    contains(err, 'there are 1 Max')


@test
def export_own_size(folder):
    """Paper of any size, within limits that are told."""
    out = run('export', '-o', '-', '--pages', 'poster', '--page', '500x700mm', EXAMPLE)[1]
    info = subprocess.run(['pdfinfo', '-'], input=out, capture_output=True, check=True).stdout.decode()
    contains(info, '1417.32 x 1984.25 pts')
    code, out, err = run('export', '-o', '-', '--page', '20x700mm', EXAMPLE)
    equal((code, out), (2, b''))
    contains(err, 'each side has from 50 mm to 5080 mm')


@test
def export_notes(folder):
    """What gives way is said, and what goes out to people outside."""
    for pages in [['--pages', 'poster'], []]:
        target = os.path.join(folder, 'map.pdf')
        code, out, err = run('export', '-o', target, '--page', 'A3', *pages, EXAMPLE)
        equal(code, 0)
        is_one_line(err)
        contains(err, '9 pt' if pages else 'smallest text')
        facts = subprocess.run(['pdfinfo', target], capture_output=True, check=True).stdout.decode()
        n_pages = int(re.search(r'Pages: +(\d+)', facts)[1])
        # A sheet and nothing else is that one sheet, on its long side.
        assert n_pages > 1 if pages else n_pages == 1 and re.search(r'Page size: +1190\.\d+ x 841\.', facts), facts
    code, out, err = run('export', '-o', '-', '--page', 'A3', '--detail', 'titles', EXAMPLE)
    equal(code, 0)
    for to in ['pdf', 'svg', 'csv']:
        code, out, err = run('export', '-o', '-', '--to', to, '--external', EXAMPLE)
        equal(code, 0)
        is_one_line(err)
        contains(err, 'phases')
    code, out, err = run('export', '-o', '-', '--to', 'svg', '--external', EXAMPLE)
    # Of the example: an owner, and a card of an internal lane.
    for secret in ['· Lukas Brandt', 'Winterpause']:
        assert secret in run('export', '-o', '-', '--to', 'svg', EXAMPLE)[1].decode(), secret
        assert secret not in out.decode(), secret
    out = run('export', '-o', '-', '--to', 'svg', '--lanes', 'pains', '--phases', '2', EXAMPLE)[1].decode()
    assert 'Produkttexte' in out and 'Kassenzone' not in out


@test
def export_since(folder):
    """Slides say what has changed since a snapshot, which has a name and a date."""
    with open(EXAMPLE, encoding='utf-8') as file:
        journey = json.load(file)
    state = {key: value for key, value in journey.items() if key not in ('assets', 'snapshots')}
    state['cards'] = [card for card in journey['cards'] if card['id'] != 'w-4']
    journey['snapshots'] = [
        {'id': 'old', 'name': 'Entwurf', 'date': '2026-08-20', 'journey': dict(state, cards=[])},
        {'id': 'new', 'name': 'Workshop', 'date': '2026-11-12', 'journey': state}]
    path = os.path.join(folder, 'since.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(journey, file)
    for since, wanted in [('last', 'Workshop'), ('Entwurf', 'Entwurf'), ('2026-11-12', 'Workshop')]:
        target = os.path.join(folder, 'since.pptx')
        code, out, err = run('export', '--since', since, '-o', target, path)
        equal((code, err), (0, ''))
        with zipfile.ZipFile(target) as deck:
            texts = ''.join(deck.read(name).decode() for name in deck.namelist()
                            if name.startswith('ppt/slides/slide'))
        contains(texts, f'Was sich seit „{wanted}“')
    code, out, err = run('export', '--since', 'Umbau', '-o', target, path)
    equal(code, 2)
    is_one_line(err)
    contains(err, 'Workshop (2026-11-12)')
    code, out, err = run('export', '--since', 'last', '-o', target, EXAMPLE)
    equal(code, 2)


@test
def export_several(folder):
    """One that cannot be read does not keep the others from being drawn."""
    names = ['a.journey', 'broken.journey', 'ü ß.journey']
    for name in names:
        shutil.copy(EXAMPLE, os.path.join(folder, name))
    write(os.path.join(folder, 'broken.journey'), '{')
    code, out, err = run('export', *names, cwd=folder)
    equal((code, out), (2, b''))
    is_one_line(err)
    contains(err, 'broken.journey')
    equal(sorted(os.listdir(folder)), sorted(names + ['a.pdf', 'ü ß.pdf']))


@test
def export_names(folder):
    """A name that begins with a hyphen stands behind --."""
    shutil.copy(EXAMPLE, os.path.join(folder, '-x.journey'))
    equal(run('export', '-x.journey', cwd=folder)[0], 2)
    equal(run('export', '--', '-x.journey', cwd=folder), (0, b'', ''))
    assert os.path.exists(os.path.join(folder, '-x.pdf'))
    equal(run('check', '--', '-x.journey', cwd=folder)[0] in (0, 1), True)
    # Not even valid UTF-8.
    raw = os.path.join(os.fsencode(folder), b'\xff.journey')
    shutil.copy(EXAMPLE, raw)
    equal(run('export', raw)[0], 0)
    assert os.path.exists(os.path.join(os.fsencode(folder), b'\xff.pdf'))


@test
def export_keeps(folder):
    """Nothing is lost: not the journey itself, and not what stood at the target."""
    source = shutil.copy(EXAMPLE, os.path.join(folder, 'map.pdf'))
    code, out, err = run('export', '-o', source, source)
    equal(code, 2)
    is_one_line(err)
    equal(read(source), read(EXAMPLE))
    target = write(os.path.join(folder, 'old.pdf'), 'old')
    code, out, err = run('export', '-o', target, os.path.join(folder, 'missing.journey'))
    equal(code, 2)
    is_one_line(err)
    equal(read(target), b'old')
    code, out, err = run('export', '-o', os.path.join(folder, 'none', 'x.pdf'), source)
    equal(code, 2)
    is_one_line(err)
    link = os.path.join(folder, 'link.pdf')
    os.symlink('old.pdf', link)
    equal(run('export', '-o', link, source)[0], 0)
    assert os.path.islink(link) and read(target).startswith(b'%PDF')


@test
def reproducible(folder):
    for name in ['pdf', 'svg', 'png']:
        first = run('export', '--to', name, '-o', '-', EXAMPLE)[1]
        equal(run('export', '--to', name, '-o', '-', EXAMPLE)[1] == first, True)
        equal(run('export', '--to', name, '-o', '-', EXAMPLE,
                  env={'LC_ALL': 'de_DE.UTF-8'})[1] == first, True)


sys.exit(main())
