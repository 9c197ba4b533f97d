#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as other programs read them: what comes out of them again is what the journey says.

Usage: test-tables.py ETAPPE-CLI SOURCE-ROOT [office]; writes TAP. With "office" only what LibreOffice
is asked, else all but that."""

import csv
import datetime
import glob
import io
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import Skip, main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
ROOT = os.path.abspath(sys.argv[2])
DANGEROUS = '=+-@\t\r\n＝＋－＠'
HOSTILE = ['=1+1', "'=1+1", "''@x", '+49 761 5', '-', '@SUM(A1)', '\t=1', '\n=1', '＝1', 'a;b,c|d',
           '"', 'say "hi"', ' pad ', 'two\nlines', 'ends with \\', '😀', 'æ\u0301', "'quoted'",
           '_x0041_', '=HYPERLINK("http://example.com","x")', '<b>&amp;</b>', '\u202eabc', '#N/A']


def run(*args):
    environment = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
    done = subprocess.run(args, capture_output=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def has_xlsx():
    """Whether the program was built with the library for workbooks; a wrong format lists all."""
    said = subprocess.run([CLI, 'export', '--to', 'nothing', '-o', '-', examples()[0]], capture_output=True)
    return b'xlsx' in said.stderr


def export(path, kind, *options):
    if kind == 'xlsx' and not has_xlsx():
        raise Skip('built without libxlsxwriter')
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


def unescape(text):
    """What the file format writes as _x0041_."""
    return re.sub('_x([0-9A-Fa-f]{4})_', lambda found: chr(int(found[1], 16)), text)


def read_xlsx(content):
    """{sheet: rows of {key: (type, value)}}; types as the file has them: s, n, b."""
    book = zipfile.ZipFile(io.BytesIO(content))
    assert book.testzip() is None
    for name in book.namelist():
        if name.endswith(('.xml', '.rels', '.vml')):
            ElementTree.fromstring(book.read(name))

    def parse(name):
        return ElementTree.fromstring(re.sub(rb' xmlns="[^"]+"', b'', book.read(name), count=1))

    def text_of(element):
        return unescape(''.join(part.text or '' for part in element.iter('t')))

    strings = [text_of(item) for item in parse('xl/sharedStrings.xml')]
    sheets = {}
    for number, sheet in enumerate(parse('xl/workbook.xml').iter('sheet'), 1):
        tree = parse(f'xl/worksheets/sheet{number}.xml')
        assert not list(tree.iter('f')), 'there is a formula'
        rows = []
        for row in tree.iter('row'):
            cells = {}
            for cell in row.iter('c'):
                if cell.find('v') is None:
                    continue
                column = re.match('[A-Z]+', cell.get('r'))[0]
                kind, value = cell.get('t', 'n'), cell.find('v').text
                cells[column] = (kind, strings[int(value)] if kind == 's' else float(value))
            rows.append(cells)
        keys = {column: re.fullmatch(r'(?s).+\s\[([\w.-]+)\]', head)[1]
                for column, (_, head) in rows[0].items()}
        sheets[sheet.get('name')] = ([{keys[column]: value for column, value in row.items()}
                                      for row in rows[1:]], tree, list(keys.values()))
    return sheets


class Row(dict):
    """A row of a sheet in which a cell that is empty is there."""

    def __missing__(self, key):
        return ''


@test
def xlsx_comes_back(folder):
    for path in [hostile(folder), *examples()]:
        sheets = read_xlsx(export(path, 'xlsx'))
        assert len(sheets) == 8, list(sheets)
        cards, tree, keys = sheets['Cards']
        rows = [Row({key: value for key, (_, value) in row.items()}) for row in cards]
        compare(rows, load(path), lambda cell: cell if cell != '' else None)
        assert keys == [head for head in read_csv(export(path, 'csv'))[0]]
        for row in cards:
            for key, (kind, value) in row.items():
                is_number = key.endswith(('.value', '.target')) or key in (
                    'severity', 'satisfaction', 'count', 'problems', 'revenue', 'cost', 'votes',
                    'customerImportance', 'businessImportance')
                is_truth = key in ('momentOfTruth', 'failPoint', 'internal')
                assert kind == ('n' if is_number else 'b' if is_truth else 's'), (key, kind, value)
        assert tree.find('.//pane').get('state') == 'frozen' and tree.find('autoFilter') is not None


@test
def xlsx_has_dates_and_history(folder):
    for path in examples():
        journey = load(path)
        sheets = read_xlsx(export(path, 'xlsx'))
        history = sheets['Metrics over time'][0]
        days = [datetime.date(1899, 12, 30) + datetime.timedelta(days=row['date'][1]) for row in history]
        assert ([(row['metric.id'][1], day.isoformat(), row['value'][1])
                 for row, day in zip(history, days)]
                == [(metric['id'], reading['date'], reading['value'])
                    for metric in journey['metrics'] for reading in metric.get('values', [])])
        assert all(row['date'][0] == 'n' for row in history)
        measures = sheets['Measures'][0]
        assert [row['id'][1] for row in measures] == [entry['id'] for entry in journey['measures']]
        feelings = sheets['Touchpoints and emotions'][1]
        assert len(feelings.findall('conditionalFormatting')) >= 2


# What the tables say in words: names of what is referred to, kinds, times.
SAID = {'lane', 'phase', 'until', 'step', 'touchpoint', 'duration', 'waitTime', 'relation', 'kind', 'status',
        'unit', 'metric', 'feasibility', 'at', 'better', 'persona', 'channel', 'contact', 'operator', 'presence'}


@test
def every_text_comes_back(folder):
    """Each member that is a text stands, letter by letter, under its own key, in both formats."""
    found = {}
    for path in [hostile(folder), *examples()]:
        journey = load(path)
        books = read_xlsx(export(path, 'xlsx')) if has_xlsx() else {}
        for table in ('cards', 'personas', 'channels', 'touchpoints', 'measures', 'metrics'):
            written = read_csv(export(path, 'csv', '--table', table))
            sheets = [rows for rows, _, keys in books.values() if written and keys == list(written[0])]
            assert not books or not written or len(sheets) == 1, (table, list(books))
            tables = [{row['id']: row for row in written}]
            tables += [{row['id'][1]: Row({key: value for key, (_, value) in row.items()}) for row in rows}
                       for rows in sheets]
            for entry in journey.get(table, []):
                for key, value in entry.items():
                    if not isinstance(value, str) or key in SAID or not written or key not in written[0]:
                        continue
                    for rows in tables:
                        cell = rows[entry['id']][key]
                        if isinstance(cell, float):
                            day = datetime.date(1899, 12, 30) + datetime.timedelta(days=cell)
                            cell = day.isoformat()
                        assert cell == value, (table, key, value, cell)
                    found.setdefault(table, set()).add(key)
    assert found.keys() >= {'cards', 'personas', 'channels', 'touchpoints', 'measures', 'metrics'}
    assert sum(len(keys) for keys in found.values()) > 40, found


@test
def xlsx_is_made_to_be_printed(folder):
    """Across, with the heads on each page, the title above and the page's number below; no live links."""
    content = export(hostile(folder), 'xlsx')
    for path in [examples()[0]]:
        title = load(path)['title'].replace('&', '&&')
        for name, (_, tree, _) in read_xlsx(export(path, 'xlsx')).items():
            assert tree.find('pageSetup').get('orientation') == 'landscape', name
            assert tree.find('headerFooter/oddHeader').text == f'&L&"-,Bold"{title}', name
            assert tree.find('headerFooter/oddFooter').text == '&L&A&R&P / &N', name
    book = zipfile.ZipFile(io.BytesIO(content))
    defined = book.read('xl/workbook.xml').decode()
    assert defined.count('_xlnm.Print_Titles') == 8, defined
    for name in book.namelist():
        assert not re.search(rb'<hyperlink |relationships/hyperlink|TargetMode="External"', book.read(name)), name


@test
def xlsx_hides_what_is_empty(folder):
    sheets = read_xlsx(export(hostile(folder), 'xlsx'))
    rows, tree, keys = sheets['Cards']
    used = {key for row in rows for key in row}
    for column in tree.iter('col'):
        for index in range(int(column.get('min')), int(column.get('max')) + 1):
            assert (column.get('hidden') == '1') == (keys[index - 1] not in used), keys[index - 1]


@test
def xlsx_is_the_same_everywhere(folder):
    first = export(examples()[0], 'xlsx')
    time.sleep(1.1)
    assert first == export(examples()[0], 'xlsx'), 'another time, other bytes'
    for name in ('de_DE.UTF-8', 'C.UTF-8'):
        environment = dict(os.environ, LC_ALL=name, LANGUAGE='en', TZ='Asia/Tokyo')
        there = subprocess.run([CLI, 'export', '--to', 'xlsx', '-o', '-', examples()[0]], check=True,
                               capture_output=True, env=environment).stdout
        for row, other in zip(read_xlsx(first)['Cards'][0], read_xlsx(there)['Cards'][0]):
            assert ({key: value for key, value in row.items() if value[0] == 'n'}
                    == {key: value for key, value in other.items() if value[0] == 'n'}), other
    environment = dict(os.environ, SOURCE_DATE_EPOCH='86400')
    dated = subprocess.run([CLI, 'export', '--to', 'xlsx', '-o', '-', examples()[0]], check=True,
                           capture_output=True, env=environment).stdout
    assert b'1970-01-02T00:00:00Z' in zipfile.ZipFile(io.BytesIO(dated)).read('docProps/core.xml')


@test
def xlsx_of_a_full_disk(folder):
    """An error with a message, and what was there before is whole."""
    if not has_xlsx():
        raise Skip('built without libxlsxwriter')
    target = os.path.join(folder, 'map.xlsx')
    small = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                     resource.setrlimit(resource.RLIMIT_FSIZE, (12000, 12000)))
    for environment, prepare in [({'TMPDIR': os.path.join(folder, 'gone')}, None), ({}, small)]:
        with open(target, 'w', encoding='utf-8') as file:
            file.write('before')
        done = subprocess.run([CLI, 'export', '-o', target, examples()[0]], capture_output=True,
                              env=dict(os.environ, LC_ALL='C.UTF-8', **environment), preexec_fn=prepare)
        assert done.returncode != 0 and done.stderr, done
        with open(target, encoding='utf-8') as file:
            assert file.read() == 'before'
        assert os.listdir(folder) == ['map.xlsx'], os.listdir(folder)


@test
def wrong_calls_are_told(folder):
    for options, words in [(['--to', 'csv', '--separator', 'x'], 'semicolon'),
                           (['--to', 'csv', '--decimal', ';'], 'point or comma'),
                           (['--to', 'csv', '--decimal', 'comma'], 'both be a comma'),
                           (['--to', 'csv', '--decimal', ',', '--separator', ','], 'both be a comma'),
                           (['--to', 'csv', '--preset', 'excel-fr'], 'excel-de, excel-en'),
                           (['--to', 'csv', '--table', 'sheep'], 'cards, feelings'),
                           (['--to', 'html', '--table', 'cards'], 'CSV only'),
                           (['--to', 'docx'], 'minutes-pdf')]:
        done = subprocess.run([CLI, 'export', *options, '-o', os.path.join(folder, 'x'), examples()[0]],
                              capture_output=True, env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''))
        assert done.returncode != 0 and words in done.stderr.decode(), (options, done.stderr)
        assert not os.listdir(folder)


@test
def nothing_internal_goes_outside(folder):
    """What is marked internal, owners and amounts are in no table and no text for people outside."""
    path = os.path.join(folder, 'map.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, 'currency': 'EUR', 'title': 'T',
                   'owner': 'Secret1', 'phases': [{'id': 'p', 'name': 'P'}],
                   'lanes': [{'id': 'l', 'name': 'L'}, {'id': 'i', 'kind': 'text', 'internal': True, 'name': 'Secret2'}],
                   'cards': [{'id': 'a', 'lane': 'l', 'phase': 'p', 'title': 'Shown', 'revenue': 7654321},
                             {'id': 'b', 'lane': 'l', 'phase': 'p', 'title': 'Secret3', 'internal': True},
                             {'id': 'c', 'lane': 'i', 'phase': 'p', 'title': 'Secret4'},
                             {'id': 'd', 'title': 'Secret5', 'internal': True}],
                   'measures': [{'id': 'm', 'title': 'Shown too', 'owner': 'Secret6', 'cost': 7654321,
                                 'due': '2026-12-31', 'status': 'planned'},
                                {'id': 'n', 'title': 'Secret7', 'internal': True, 'due': '2026-12-31'}]}, file)
    secret = re.compile(rb'Secret|7654321|7\.654|7,654')
    for kind, options in [('md', []), ('html', []), ('minutes-md', []), ('minutes-html', []), ('ics', []),
                          ('csv', []), ('csv', ['--table', 'measures'])]:
        assert secret.search(export(path, kind, *options)), f'{kind}: the test finds nothing'
        assert not secret.search(export(path, kind, '--external', *options)), kind
    book = zipfile.ZipFile(io.BytesIO(export(path, 'xlsx', '--external')))
    for name in book.namelist():
        assert not secret.search(book.read(name)), name


@test
def libreoffice_reads_the_same(folder):
    if not shutil.which('soffice'):
        raise Skip('LibreOffice is not installed')
    paths = [hostile(folder), *examples()[:2]]
    books = []
    for number, path in enumerate(paths):
        books.append(os.path.join(folder, f'{number}.xlsx'))
        with open(books[-1], 'wb') as file:
            file.write(export(path, 'xlsx'))
    # One start for all: the first sheet, formulas as their text.
    run('soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{folder}/profile',
        '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false',
        '--outdir', folder, *books)
    for number, path in enumerate(paths):
        with open(os.path.join(folder, f'{number}.csv'), encoding='utf-8', newline='') as file:
            heads, *rows = csv.reader(file)
        keys = [re.fullmatch(r'(?s).+\s\[([\w.-]+)\]', head)[1] for head in heads]
        journey = load(path)
        by_id = {row[keys.index('id')]: dict(zip(keys, row)) for row in rows}
        assert len(by_id) == len(journey['cards'])
        for card in journey['cards']:
            assert by_id[card['id']]['title'] == card.get('title', ''), card
            for emotion in card.get('emotions', []):
                shown = by_id[card['id']][f"emotions.{emotion['persona']}.value"]
                assert 'value' not in emotion or float(shown) == emotion['value'], (shown, emotion)


IS_OFFICE = sys.argv[3:] == ['office']
sys.exit(main(lambda function: function.__name__.startswith('libreoffice') == IS_OFFICE))
