#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the house: with --external no byte of any format holds what is not for people outside,
and every format is the same bytes twice, wherever and in whatever time zone it is written.

Usage: test-external.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(os.path.abspath(sys.argv[2]), 'data', 'examples')
TABLES = ('cards', 'feelings', 'personas', 'channels', 'touchpoints', 'measures', 'metrics', 'history')
# Every way to write a journey down: format and options.
WAYS = [('pdf', ['--pages', pages]) for pages in ('map', 'poster', 'tiles', 'deck', 'cards', 'work')] + [
    ('pdf', ['--pages', 'deck', '--ratio', '4:3']), ('svg', []), ('png', []), ('pptx', []), ('odp', []),
    ('pptx', ['--pages', 'map']), ('odp', ['--pages', 'map']), ('xlsx', []), ('md', []), ('html', []),
    ('minutes-pdf', []), ('minutes-md', []), ('minutes-html', []), ('ics', []),
] + [('csv', ['--table', table]) for table in TABLES]
AMOUNT = 7654000


def run(form, options, path, **environment):
    done = subprocess.run([CLI, 'export', '--to', form, *options, '-o', '-', path], capture_output=True,
                          timeout=120, env=dict(os.environ, **{'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en',
                                                               **environment}))
    return done.stdout if done.returncode == 0 else None


def written(ways, path):
    """Format, options and bytes, for all that this build has: workbooks need a library."""
    for form, options in ways:
        data = run(form, options, path)
        assert data is not None or form == 'xlsx', (form, options)
        if data is not None:
            yield form, options, data


def write_secrets(folder):
    """An example with a word or an amount of its own in everything that is not for others."""
    with open(os.path.join(EXAMPLES, 'omnichannel.de.journey'), encoding='utf-8') as file:
        journey = json.load(file)
    marks = {}

    def word(about):
        marks[about] = f'Geheim{len(marks):03d}x'
        return marks[about]

    def amount(about):
        marks[about] = AMOUNT + len(marks)
        return marks[about]

    journey['owner'] = word('owner')
    journey['contributors'] = [{'name': word('contributor')}]
    journey.setdefault('reviews', []).append({'date': '2026-10-01', 'by': word('review.by')})
    journey.setdefault('units', []).append({'id': 'secret-u', 'name': 'Einheit', 'lead': word('unit.lead')})
    journey.setdefault('systems', []).append({'id': 'secret-s', 'name': 'System', 'owner': word('system.owner')})
    journey['personas'][0]['value'] = {'orderValue': amount('persona.orderValue'),
                                               'acquisitionCost': amount('persona.acquisitionCost')}
    phase = journey['phases'][0]['id']
    steps = next(lane['id'] for lane in journey['lanes']
                 if lane.get('kind', 'touchpoints') == 'touchpoints' and not lane.get('internal'))
    journey['lanes'].append({'id': 'secret-l', 'kind': 'text', 'name': word('internal lane'), 'internal': True})
    journey['lanes'].append({'id': 'secret-h', 'kind': 'text', 'name': word('hidden lane'), 'hidden': True})
    journey['cards'] += [
        {'id': 'secret-1', 'lane': 'secret-l', 'phase': phase, 'title': word('card of an internal lane')},
        {'id': 'secret-2', 'lane': steps, 'phase': phase, 'title': word('internal card'), 'internal': True,
         'text': word('internal card.text'), 'quote': word('internal card.quote'),
         'emotions': [{'persona': journey['personas'][0]['id'], 'value': 1, 'note': word('internal emotion')}]},
        {'id': 'secret-3', 'lane': 'secret-h', 'phase': phase, 'title': word('card of a hidden lane')},
        {'id': 'secret-4', 'lane': steps, 'phase': phase, 'title': 'Offen', 'revenue': amount('card.revenue'),
         'cost': amount('card.cost'), 'xUnknown': word('card.unknown'), 'systems': ['secret-s'], 'units': ['secret-u'],
         'journey': f'../{word("folder of a sub-journey")}/{word("sub-journey")}.journey'},
    ]
    journey['measures'] += [
        {'id': 'secret-m1', 'title': 'Offene Massnahme', 'owner': word('measure.owner'), 'cost': amount('measure.cost'),
         'benefit': amount('measure.benefit'), 'due': '2027-01-31', 'status': 'planned'},
        {'id': 'secret-m2', 'title': word('internal measure'), 'description': word('internal measure.description'),
         'internal': True, 'due': '2027-01-31', 'status': 'planned', 'owner': word('internal measure.owner')},
    ]
    journey['metrics'].append({'id': 'secret-me', 'name': word('metric in money'), 'unit': 'Euro',
                               'values': [{'date': '2026-10-01', 'value': amount('metric in money.value')}]})
    journey['measures'][-2].update(metric='secret-me', expected=amount('measure.expected'))
    journey.setdefault('voteRounds', []).append(
        {'id': 'secret-v', 'title': word('vote round'), 'question': word('vote round.question')})
    journey.setdefault('comments', []).append(
        {'id': 'secret-c', 'on': 'secret-4', 'date': '2026-10-01', 'author': word('comment.author'),
         'text': word('comment.text')})
    journey['xUnknown'] = word('unknown')
    path = os.path.join(folder, 'geheim.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(journey, file)
    return path, marks


def inflate_pdf(data):
    """The streams of a PDF, unpacked where they can be."""
    for start in re.finditer(rb'stream\r?\n', data):
        try:
            yield zlib.decompressobj().decompress(data[start.end():])
        except zlib.error:
            continue


def unpack(data):
    """Everything that a reader could find in the bytes: as they are, unpacked, and as text."""
    yield data
    if data.startswith(b'PK'):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for info in file.infolist():
                yield info.filename.encode() + info.comment
                yield file.read(info)
    if data.startswith(b'%PDF'):
        yield from inflate_pdf(data)
        for tool in (['pdftotext', '-', '-'], ['pdfinfo', '-'], ['pdfinfo', '-struct-text', '-']):
            if shutil.which(tool[0]):
                yield subprocess.run(tool, input=data, capture_output=True, check=False).stdout
    if data.startswith(b'\x89PNG'):
        # Texts beside the picture.
        yield b' '.join(re.findall(rb'(?:tEXt|iTXt)[^\x89]{0,2000}', data))


def forms(mark):
    """How a word or an amount may be written."""
    if isinstance(mark, int):
        groups = (str(mark)[:1], str(mark)[1:4], str(mark)[4:])
        return [between.join(groups).encode() for between in ('', '.', ',', '\u00a0', '\u202f', ' ', '&#160;')]
    wide = mark.encode('utf-16-be')
    return [mark.encode(), wide, wide.hex().encode(), wide.hex().upper().encode()]


def find(data, marks):
    found = set()
    # What all words and all amounts begin with.
    starts = forms('Geheim') + [form[:-3] for form in forms(AMOUNT)]
    for part in unpack(data):
        # Texts may be broken between any two letters in a PDF: without white space too.
        for text in (part, re.sub(rb'[\s-]', b'', part) if len(part) < 1 << 20 else b''):
            if any(start in text for start in starts):
                found |= {about for about, mark in marks.items() if any(form in text for form in forms(mark))}
    return found


@test
def nothing_leaks(folder):
    path, marks = write_secrets(folder)
    seen = set()
    for form, options, data in written(WAYS, path):
        seen |= find(data, marks)
        outside = run(form, [*options, '--external'], path)
        assert outside is not None, f'{form} {options}'
        assert not find(outside, marks), f'{form} {options}: {find(outside, marks)}'
    # The search finds what is there. The rest stands in no format, for nobody.
    assert set(marks) - seen <= {'unknown', 'card.unknown', 'system.owner', 'unit.lead', 'hidden lane',
                                 'card of a hidden lane', 'comment.text', 'comment.author',
                                 'folder of a sub-journey'}, set(marks) - seen


@test
def nothing_leaks_from_the_past(folder):
    path, marks = write_secrets(folder)
    with open(path, encoding='utf-8') as file:
        journey = json.load(file)
    # Once all of it was open, and more that has been deleted since then with what it lay in.
    before = {name: value for name, value in journey.items() if name not in ('assets', 'snapshots')}
    before = json.loads(json.dumps(before).replace('"internal": true', '"internal": false')
                        .replace('"hidden": true', '"hidden": false'))
    marks['deleted card'] = f'Geheim{len(marks):03d}x'
    before['cards'].append({'id': 'secret-9', 'lane': 'secret-l', 'phase': journey['phases'][0]['id'],
                            'title': marks['deleted card']})
    journey['snapshots'] = [{'id': 'secret-before', 'name': 'Damals', 'date': '2026-01-01', 'journey': before}]
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(journey, file)
    for form, options in (('pptx', []), ('odp', []), ('pdf', ['--pages', 'deck'])):
        options = [*options, '--since', 'last']
        assert 'deleted card' in find(run(form, options, path), marks), form
        outside = run(form, [*options, '--external'], path)
        assert not find(outside, marks), f'{form}: {find(outside, marks)}'


@test
def bytes_are_the_same(folder):
    del folder
    path = os.path.join(EXAMPLES, 'omnichannel.de.journey')
    for form, options, first in written(WAYS[:4] + WAYS[7:-6], path):
        assert first == run(form, options, path), f'{form} {options}: differs from one run to the next'
        dated = run(form, options, path, SOURCE_DATE_EPOCH='1790000000')
        for environment in ({'LC_ALL': 'de_DE.UTF-8', 'TZ': 'Asia/Tokyo'}, {'LC_ALL': 'C', 'TZ': 'America/New_York'}):
            there = run(form, options, path, SOURCE_DATE_EPOCH='1790000000', **environment)
            assert there == dated, f'{form} {options}: differs with {environment}'


sys.exit(main())
