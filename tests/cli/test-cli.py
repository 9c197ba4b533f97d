#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""etappe-cli from outside: usage, help and every command but export, with exit code, output and errors.

Usage: test-cli.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import json
import os
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from command import CLI, EXAMPLE, ROOT, contains, equal, is_one_line, journey, read, run, write  # noqa: E402
from tap import main, test  # noqa: E402


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
def no_toolkit(folder):
    """The command line is for machines without a display."""
    loaded = subprocess.run(['ldd', CLI], capture_output=True, timeout=60).stdout.decode()
    contains(loaded, 'libcairo')
    for library in ['libgtk', 'libadwaita', 'libwayland']:
        assert library not in loaded, library


sys.exit(main())
