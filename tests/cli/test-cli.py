#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""etappe-cli from outside: every command with its exit code, its output and its errors.

Usage: test-cli.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import json
import os
import pty
import re
import resource
import shutil
import subprocess
import sys
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import main, test  # noqa: E402

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


@test
def usage(folder):
    """Wrong usage exits with 2 and one line on standard error."""
    copy = shutil.copy(EXAMPLE, folder)
    for args in [
        [], ['frobnicate'], ['export'], ['check'], ['format'], ['info'],
        ['export', '--frobnicate', copy], ['export', '--to', 'docx', copy],
        ['export', '-o', os.path.join(folder, 'map.docx'), copy],
        ['export', '--style', 'pink', copy], ['export', '--scale', '2', copy],
        ['export', '--to', 'png', '--scale', '0', copy],
        ['export', '--to', 'png', '--scale', 'nan', copy],
        ['export', '--to', 'png', '--scale', '2', '--width', '100', copy],
        ['export', '--to', 'png', '--width', '-5', copy],
        ['export', '--to', 'png', '--width', '0', copy],
        ['export', '--to', 'png', '--width', '900000', copy],
        ['export', copy, copy[:-len('.journey')] + '.json'],
        ['export', '-o', 'other.journey', copy], ['export', '-o', 'other.json', copy],
        ['export', '--to', 'svg', '-o', 'other.journey', copy],
        ['export', '-o', '', copy], ['export', ''], ['check', ''], ['format', ''], ['info', ''],
        ['new', '-o', ''], ['export', '-', '-'], ['check', '-', copy, '-'], ['format', '-', '-'],
        ['info', '-', '-'],
        ['export', '--to', 'svg', '--page', 'A4', copy], ['export', '--page', 'A77', copy],
        ['export', '--pages', 'tapestry', copy], ['export', '--to', 'csv', '--pages', 'map', copy],
        ['export', '--page', '3x3mm', copy], ['export', '--page', '500x6000mm', copy],
        ['export', '--about', 'all', copy], ['export', '--pages', 'poster', '--about', '1', copy],
        ['export', '--pages', 'persona', '--about', 'Nobody', copy],
        ['export', '--pages', 'touchpoints', '--about', '99', copy],
        ['export', '--to', 'csv', '--pages', 'persona', '--about', '1', copy], ['export', '--detail', 'some', copy],
        ['export', '--ratio', '3:1', copy], ['export', '--date', '31.12.2026', copy],
        ['export', '--logo', 'nowhere.png', copy], ['export', '--logo', copy, copy],
        ['export', '--lanes', 'nowhere', copy], ['export', '--phases', '9', copy],
        ['export', '--persona', 'Nobody', copy], ['export', '--lanes', '', copy],
        ['export', '--pages', 'tiles', '--scale', '0.5', copy],
        ['export', '--to', 'svg', '--header', 'x', copy],
        ['export', '-o', 'x.pdf', copy, copy], ['new', '--template', 'nonsense'],
        ['new', '--language', 'tlh'], ['new', 'name.journey'], ['new', '--template', '../x'],
        ['check', '--foo'], ['format', '--check'],
    ]:
        code, out, err = run(*args, cwd=folder)
        equal((args, code), (args, 2))
        equal(out, b'')
        is_one_line(err)
    equal(os.listdir(folder), ['webshop.de.journey'])


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
def help_and_version(folder):
    for args in [[], ['export'], ['check'], ['format'], ['new'], ['info']]:
        code, out, err = run(*args, '--help')
        equal((code, err), (0, ''))
        contains(out.decode(), 'etappe-cli' + ''.join(' ' + a for a in args))
        code, out, err = run(*args, '--version')
        equal((code, err), (0, ''))
        contains(out.decode(), 'Etappe ')
    contains(run('-h')[1].decode(), 'export')
    contains(run('export', '--help')[1].decode(), '--page')


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
def check(folder):
    sound = write(os.path.join(folder, 'sound.journey'), journey())
    equal(run('check', sound), (0, b'', ''))
    findings = write(os.path.join(folder, 'f.journey'), journey(
        ',\n  "phases": [\n    {\n      "id": "p"\n    }\n  ],\n  "lanes": [\n    {\n'
        '      "id": "l"\n    }\n  ],\n  "cards": [\n    {\n      "id": "c",\n'
        '      "lane": "nowhere",\n      "phase": "p"\n    }\n  ]'))
    code, out, err = run('check', findings)
    equal((code, err), (1, ''))
    assert out.decode().startswith(findings + ':18:15: '), out
    code, out, err = run('check', '-', stdin=read(findings))
    equal((code, err), (1, ''))
    contains(out.decode(), ':18:15: ')
    code, out, err = run('check', sound, findings)
    equal(code, 1)
    for name, content, part in [
        ('json', '{"format": "etappe-journey", "version": 1, }', ':1:'),
        ('other', '{"a": 1}', 'no journey'),
        ('empty', '', 'empty'),
        ('text', 'Hello', 'JSON'),
        ('invalid', journey(',\n  "phases": 5'), ':5:'),
    ]:
        path = write(os.path.join(folder, name), content)
        code, out, err = run('check', path, sound)
        equal((name, code, out), (name, 2, b''))
        is_one_line(err)
        contains(err, path)
        contains(err, part)
    code, out, err = run('check', os.path.join(folder, 'missing'), findings)
    equal(code, 2)
    contains(out.decode(), ':18:15: ')
    equal(run('check', folder)[0], 2)


@test
def check_examples(folder):
    names = sorted(os.listdir(os.path.join(ROOT, 'data', 'examples')))
    templates = os.path.join(ROOT, 'data', 'templates')
    paths = [os.path.join(ROOT, 'data', 'examples', n) for n in names if n.endswith('.journey')]
    paths += [os.path.join(templates, n) for n in sorted(os.listdir(templates))]
    assert len(paths) >= 10, paths
    for path in paths:
        equal((path, run('check', path)), (path, (0, b'', '')))
        equal((path, run('format', '--check', path)), (path, (0, b'', '')))


@test
def format_files(folder):
    wild = write(os.path.join(folder, 'w.journey'),
                 '{"version":1,"title":"T","x-more":[1, 2.50],"format":"etappe-journey"}')
    code, out, err = run('format', '--check', wild)
    equal((code, out.decode(), err), (1, wild + '\n', ''))
    contains(read(wild).decode(), '{"version":1')
    code, out, err = run('format', '-', stdin=read(wild))
    equal((code, err), (0, ''))
    equal(run('format', wild), (0, b'', ''))
    equal(read(wild), out)
    contains(out.decode(), '"x-more"')
    equal(run('format', '--check', wild), (0, b'', ''))
    before = os.stat(wild)
    equal(run('format', wild)[0], 0)
    after = os.stat(wild)
    equal((before.st_mtime_ns, before.st_ino), (after.st_mtime_ns, after.st_ino))
    newer = write(os.path.join(folder, 'n.journey'), journey().replace('"version": 1', '"version": 2'))
    content = read(newer)
    code, out, err = run('format', newer)
    equal(code, 2)
    is_one_line(err)
    equal(read(newer), content)
    broken = write(os.path.join(folder, 'b.journey'), '{')
    equal(run('format', broken)[0], 2)
    equal(read(broken), b'{')
    code, out, err = run('format', '--check', broken, wild)
    equal(code, 2)


@test
def new(folder):
    for language, word in [('de', 'Bewusstsein'), ('en', 'Awareness')]:
        code, out, err = run('new', '--language', language)
        equal((code, err), (0, ''))
        contains(out.decode(), word)
        for template in ['empty', 'five-phases', 'online-shop', 'all-channels', 'business-buyer',
                         'service-blueprint', 'life-journey']:
            path = os.path.join(folder, template + language)
            equal(run('new', '--template', template, '--language', language, '-o', path),
                  (0, b'', ''))
            equal(run('check', path), (0, b'', ''))
            equal(run('format', '--check', path), (0, b'', ''))
            equal(run('export', '-o', path + '.svg', path)[0], 0)
    code, out, err = run('new', '-o', path)
    equal(code, 2)
    is_one_line(err)
    contains(err, path)
    code, out, err = run('new', '--template', 'nonsense')
    contains(err, 'five-phases')


@test
def info(folder):
    code, out, err = run('info', EXAMPLE)
    equal((code, err), (0, ''))
    text = out.decode()
    for part in ['Max findet seinen Laufschuh', 'Phases: 5', 'Personas: 1 (Max)', 'Lanes: ', '%']:
        contains(text, part)
    equal(run('info', '-', stdin=read(EXAMPLE))[0], 0)
    code, out, err = run('info', '--json', EXAMPLE, EXAMPLE)
    equal((code, err), (0, ''))
    facts = [json.loads(line) for line in out.splitlines()]
    document = json.loads(read(EXAMPLE))
    equal(len(facts), 2)
    equal(facts[0]['title'], document['title'])
    equal(facts[0]['counts']['cards'], len(document['cards']))
    equal(facts[0]['counts']['keyMoments'], len(document.get('keyMoments', [])))
    odd = os.path.join(folder, 'odd.journey')
    with open(odd, 'w', encoding='utf-8') as file:
        file.write('{"format": "etappe-journey", "version": 1, "title": "a\\u001f\\n\\"b"}')
    equal(json.loads(run('info', '--json', odd)[1])['title'], 'a \n"b')
    equal(run('info', os.path.join(folder, 'missing'))[0], 2)


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


@test
def reproducible(folder):
    for name in ['pdf', 'svg', 'png']:
        first = run('export', '--to', name, '-o', '-', EXAMPLE)[1]
        equal(run('export', '--to', name, '-o', '-', EXAMPLE)[1] == first, True)
        equal(run('export', '--to', name, '-o', '-', EXAMPLE,
                  env={'LC_ALL': 'de_DE.UTF-8'})[1] == first, True)


@test
def no_toolkit(folder):
    """The command line is for machines without a display."""
    loaded = subprocess.run(['ldd', CLI], capture_output=True, timeout=60).stdout.decode()
    contains(loaded, 'libcairo')
    for library in ['libgtk', 'libadwaita', 'libwayland']:
        assert library not in loaded, library


sys.exit(main())
