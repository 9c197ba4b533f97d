#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as other programs read them: what comes out of them again is what the journey says.

Usage: test-tables.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import traceback

CLI = os.path.abspath(sys.argv[1])
ROOT = os.path.abspath(sys.argv[2])
DANGEROUS = '=+-@\t\r\n＝＋－＠'
HOSTILE = ['=1+1', "'=1+1", "''@x", '+49 761 5', '-', '@SUM(A1)', '\t=1', '\n=1', '＝1', 'a;b,c|d',
           '"', 'say "hi"', ' pad ', 'two\nlines', 'ends with \\', '😀', 'æ\u0301', "'quoted'",
           '_x0041_', '=HYPERLINK("http://example.com","x")', '<b>&amp;</b>', '\u202eabc', '#N/A']
tests = []


class Skip(Exception):
    pass


def test(function):
    tests.append(function)
    return function


def run(*args, language=None):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    if language:
        environment.update(LC_ALL='de_DE.UTF-8', LANGUAGE=language)
    done = subprocess.run(args, capture_output=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def export(path, kind, *options):
    return run(CLI, 'export', '--to', kind, *options, '-o', '-', path)


def examples():
    return sorted(glob.glob(os.path.join(ROOT, 'data', 'examples', '*.journey')))


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def unguard(text):
    return text[1:] if re.match("'+[" + re.escape(DANGEROUS) + ']', text) else text


def read_csv(content, separator=',', decimal='.'):
    """A list of rows by key, each cell as it was written."""
    text = content.decode('utf-8-sig')
    assert not re.search(r'[^\r]\n$', text), 'a record ends without CRLF'
    rows = list(csv.reader(io.StringIO(text, newline=''), delimiter=separator, strict=True))
    keys = [re.fullmatch(r'.+ \[([\w.-]+)\]', head)[1] for head in rows[0]]
    assert len(set(keys)) == len(keys), keys
    assert all(len(row) == len(keys) for row in rows), 'rows of different lengths'
    return [dict(zip(keys, map(unguard, row))) for row in rows[1:]]


def hostile(folder):
    path = os.path.join(folder, 'hostile.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, 'currency': 'EUR',
                   'phases': [{'id': 'p', 'name': '=P;,|'}], 'lanes': [{'id': 'l', 'name': '-L'}],
                   'personas': [{'id': 'm', 'name': '=M [x]'}],
                   'cards': [{'id': f'c{i}', 'lane': 'l', 'phase': 'p', 'title': text,
                              'text': text + '\n' + text, 'revenue': -12.5, 'tags': [text],
                              'emotions': [{'persona': 'm', 'value': -0.7}]}
                             for i, text in enumerate(HOSTILE)]}, file)
    return path


def compare(rows, journey, number):
    """The rows of the cards against the document."""
    phases = {phase['id']: phase.get('name', '') for phase in journey['phases']}
    by_id = {row['id']: row for row in rows}
    assert len(by_id) == len(rows) == len(journey['cards'])
    for card in journey['cards']:
        row = by_id[card['id']]
        assert row['title'] == card.get('title', ''), (row['title'], card)
        assert row['text'] == card.get('text', ''), (row['text'], card)
        assert row['phase'] == phases.get(card.get('phase'), ''), (row['phase'], card)
        assert row['tags'] == '; '.join(card.get('tags', [])), row
        for key in ('revenue', 'cost', 'count', 'severity', 'problems'):
            assert number(row[key]) == card.get(key), (key, row[key], card)
        for emotion in card.get('emotions', []):
            for key in ('value', 'target'):
                cell = row[f"emotions.{emotion['persona']}.{key}"]
                assert number(cell) == emotion.get(key), (cell, emotion)


@test
def csv_comes_back(folder):
    ways = [([], ',', '.'), (['--preset', 'excel-de'], ';', ','), (['--preset', 'excel-en'], ',', '.'),
            (['--separator', 'tab', '--decimal', 'comma'], '\t', ','), (['--separator', '|'], '|', '.')]
    for path in [hostile(folder), *examples()]:
        for options, separator, decimal in ways:
            rows = read_csv(export(path, 'csv', *options), separator, decimal)
            compare(rows, load(path),
                    lambda cell: float(cell.replace(decimal, '.')) if cell else None)


@test
def csv_has_no_formula(folder):
    for options, separator in [([], ','), (['--preset', 'excel-de'], ';')]:
        text = export(hostile(folder), 'csv', *options).decode('utf-8-sig')
        for row in csv.reader(io.StringIO(text, newline=''), delimiter=separator):
            for cell in row:
                if cell and cell[0] in DANGEROUS:
                    assert re.fullmatch(r'-\d+[.,]?\d*', cell), cell


@test
def csv_presets(folder):
    german = export(examples()[0], 'csv', '--preset', 'excel-de')
    assert german.startswith(b'\xef\xbb\xbf') and german.endswith(b'\r\n')
    assert export(examples()[0], 'csv', '--bom').startswith(b'\xef\xbb\xbf')
    assert not export(examples()[0], 'csv').startswith(b'\xef\xbb\xbf')
    steps = [row['number'] for row in read_csv(german, ';') if row['number']]
    assert steps and all(re.fullmatch(r'\w+ \d+\.\d+', step) for step in steps), steps


@test
def csv_of_every_table(folder):
    for path in examples():
        journey = load(path)
        for table, members in [('personas', 'personas'), ('channels', 'channels'),
                               ('touchpoints', 'touchpoints'), ('measures', 'measures'),
                               ('metrics', 'metrics')]:
            rows = read_csv(export(path, 'csv', '--table', table))
            assert [row['id'] for row in rows] == [entry['id'] for entry in journey.get(members, [])]
        history = read_csv(export(path, 'csv', '--table', 'history'))
        assert ([(row['metric.id'], row.get('date'), float(row['value'])) for row in history]
                == [(metric['id'], reading['date'], reading['value'])
                    for metric in journey.get('metrics', []) for reading in metric.get('values', [])])
        feelings = read_csv(export(path, 'csv', '--table', 'feelings'))
        lanes = {lane['id'] for lane in journey['lanes'] if lane.get('kind', 'touchpoints') == 'touchpoints'}
        assert len(feelings) == sum(card.get('lane') in lanes and 'phase' in card
                                    for card in journey['cards'])


def main():
    print(f'1..{len(tests)}')
    failed = 0
    for number, function in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(folder)
                print(f'ok {number} {function.__name__}', flush=True)
            except Skip as reason:
                print(f'ok {number} {function.__name__} # SKIP {reason}', flush=True)
            except Exception:
                failed += 1
                for line in traceback.format_exc().splitlines():
                    print('# ' + line)
                print(f'not ok {number} {function.__name__}', flush=True)
    return 1 if failed else 0


sys.exit(main())
