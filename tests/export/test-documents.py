#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML and Markdown as other programs see them: valid, whole, and with nothing in it that a text
of the journey has smuggled in.

Usage: test-documents.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import datetime
import glob
import html.parser
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import main, need, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
ROOT = os.path.abspath(sys.argv[2])
# What means something in HTML or in Markdown, in the middle and at the start of a line.
HOSTILE = ['<script>alert(1)</script>', '</title><img src=x onerror=alert(1)>', '&lt;b&gt; &amp; &#60;',
           '"><a href="javascript:alert(1)">x</a>', "' onmouseover='x", '<!-- x -->', ']]>',
           '[x](javascript:alert(1))', '![x](http://example.com/x.png)', '[x]: http://example.com',
           '<http://example.com>', 'http://example.com/a_b_c', 'www.example.com', '`code`', '**bold**',
           '_em_ __strong__ *em*', '~~gone~~', '# heading', '## 2', '> quote', '- item', '+ item',
           '* item', '1. item', '2) item', '---', '***', '===', '```', '~~~', '    code', '\tcode',
           'a | b', '|---|', '\\', '\\*', 'ends with \\', 'trailing  ', '&copy;', '<br>', '$x^2$',
           ':smile:', '[^1]', '[ ] todo', 'a\nb', 'a\n\nb', 'a\n# b', 'a\n- b', 'a\n1. b', 'a\n===',
           '\u202eabc', '\ufffe', 'æ\u0301 😀', '{.class}', '%%']
VOID = {'meta', 'br', 'img', 'hr', 'link', 'input'}


def run(*args, stdin=None, may_warn=False):
    done = subprocess.run(args, input=stdin, capture_output=True, timeout=120)
    assert done.returncode == 0 or may_warn and done.returncode == 1, \
        f'{args}: {done.stderr.decode()[-2000:]}'
    return done.stdout + (done.stderr if may_warn else b'')


def export(path, kind, *options):
    return run(CLI, 'export', '--to', kind, *options, '-o', '-', path).decode()


def examples():
    return sorted(glob.glob(os.path.join(ROOT, 'data', 'examples', '*.journey')))


def hostile(folder):
    """A journey that has each of these texts wherever a text may be."""
    paths = []
    for index, text in enumerate(HOSTILE):
        journey = {'format': 'etappe-journey', 'version': 1, 'language': 'en', 'title': 'T ' + text,
                   'description': text, 'owner': text, 'contact': text, 'scenario': text,
                   'goal': text, 'tags': [text, text], 'insights': [{'text': text, 'cards': ['c']}],
                   'contributors': [{'name': text, 'unit': 'u'}],
                   'reviews': [{'date': '2026-01-01', 'by': text, 'result': text}],
                   'units': [{'id': 'u', 'name': text}],
                   'sources': [{'id': 's', 'title': text, 'note': text}],
                   'personas': [{'id': 'm', 'name': text, 'quote': text, 'summary': text,
                                 'goals': [text], 'sections': [{'title': text, 'text': text}]}],
                   'phases': [{'id': 'p', 'name': text, 'description': text, 'goal': text}],
                   'lanes': [{'id': 'l', 'name': text}, {'id': 'e', 'kind': 'emotion'},
                             {'id': 'n', 'kind': 'pains', 'name': text}],
                   'cards': [{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': text, 'text': text,
                              'quote': text, 'intention': text, 'sources': ['s'],
                              'emotions': [{'persona': 'm', 'value': 1, 'feeling': text, 'note': text}]},
                             {'id': 'd', 'lane': 'n', 'phase': 'p', 'step': 'c', 'title': text},
                             {'id': 'f', 'lane': 'n', 'phase': 'p', 'text': text, 'quote': text},
                             {'id': 'g', 'title': text, 'text': text}],
                   'links': [{'id': 'k', 'from': 'c', 'to': 'd', 'carries': text}],
                   'measures': [{'id': 'h', 'title': text, 'description': text, 'owner': text,
                                 'unit': 'u', 'cards': ['d'], 'status': 'planned'}],
                   'metrics': [{'id': 'i', 'name': text, 'unit': text,
                                'values': [{'date': '2026-01-01', 'value': 1}]}]}
        path = os.path.join(folder, f'hostile-{index}.journey')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(journey, file)
        paths.append((path, text))
    return paths


class Page(html.parser.HTMLParser):
    """What is in a page, with the mistakes that are seen on the way."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.headings, self.ids, self.targets = [], [], [], [], []
        self.text, self.links, self.lang = '', [], None
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        assert len(names) == len(attrs), attrs
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith('on'), (tag, attrs)
            assert 'javascript:' not in (value or ''), (tag, attrs)
        if 'id' in names:
            assert names['id'] not in self.ids, names
            self.ids.append(names['id'])
        if 'src' in names:
            assert names['src'].startswith('data:image/'), names['src'][:80]
            assert names.get('alt') is not None
        if 'href' in names:
            if names['href'].startswith('#'):
                self.targets.append(names['href'][1:])
            else:
                assert tag == 'a' and re.match('https?:|mailto:', names['href']), names
                self.links.append(names['href'])
        if tag == 'html':
            self.lang = names.get('lang')
        if tag == 'th':
            assert names.get('scope') in ('row', 'col'), names
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        if 'style' not in self.open:
            self.text += data + '\n'


def look(text):
    page = Page(text)
    assert page.lang and page.headings[0] == 1 and page.headings.count(1) == 1
    for before, after in zip(page.headings, page.headings[1:]):
        assert after <= before + 1, page.headings
    assert set(page.targets) <= set(page.ids), (page.targets, page.ids)
    assert not set(page.tags) & {'script', 'iframe', 'object', 'embed', 'link', 'form', 'base'}, page.tags
    style = text[text.index('<style>'):text.index('</style>')]
    assert 'url(' not in style and '@import' not in style
    return page


@test
def html_is_whole(folder):
    for path in examples():
        with open(path, encoding='utf-8') as file:
            journey = json.load(file)
        page = look(export(path, 'html'))
        assert page.lang == journey['language']
        assert page.tags.count('svg') == 1 and (page.tags.count('img') > 0) == ('assets' in journey)
        hidden = {lane['id'] for lane in journey['lanes'] if lane.get('hidden')}
        for card in journey['cards']:
            if card.get('lane') not in hidden and card.get('title'):
                assert card['title'] in page.text, card['title']
        for name in ('measures', 'metrics', 'sources', 'personas'):
            for entry in journey.get(name, []):
                assert (entry.get('title') or entry['name']) in page.text, entry


@test
def html_is_valid(folder):
    """By tidy; of what it says, only that it does not know the roles of regions is left out."""
    need('tidy')
    paths = [*examples(), hostile(folder)[0][0], hostile(folder)[1][0]]
    for path in paths:
        for kind in ('html', 'minutes-html'):
            said = run('tidy', '-q', '-e', '--show-info', 'no', stdin=export(path, kind).encode(),
                       may_warn=True).decode()
            lines = [line for line in said.splitlines() if line.strip()]
            assert not lines, lines[:10]


@test
def html_stays_text(folder):
    for path, text in hostile(folder):
        look(export(path, 'minutes-html'))
        page = look(export(path, 'html'))
        assert page.tags.count('a') == len(page.targets), f'{text!r} became a link'
        shown = ''.join(page.text.split())
        for line in text.replace('\ufffe', '').split('\n'):
            assert ''.join(line.split()) in shown, f'{line!r} is not there'
        assert not set(page.tags) & {'b', 'em', 'img', 'code', 'hr'}, f'{text!r}: {page.tags}'


def read_markdown(text):
    tree = run('cmark-gfm', '-t', 'xml', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough',
               '-e', 'tasklist', stdin=text.encode()).decode()
    return ElementTree.fromstring(re.sub(' xmlns="[^"]+"', '', tree))


@test
def markdown_of_examples(folder):
    need('cmark-gfm')
    for path in examples():
        with open(path, encoding='utf-8') as file:
            journey = json.load(file)
        tree = read_markdown(export(path, 'md'))
        kinds = {element.tag for element in tree.iter()}
        assert not kinds & {'html_block', 'html_inline', 'code', 'code_block', 'image',
                            'thematic_break'}, kinds
        levels = [int(heading.get('level')) for heading in tree.iter('heading')]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), levels
        steps = [''.join(heading.itertext()).strip() for heading in tree.iter('heading')]
        assert any(re.match(r'1\.1 ', step) for step in steps), steps
        assert len(list(tree.iter('table'))) >= 4
        rows = [len(list(row)) for table in tree.iter('table') for row in table]
        assert min(rows) >= 3
        words = ' '.join(tree.itertext())
        for entry in journey['measures']:
            assert entry['title'] in words, entry['title']


@test
def markdown_stays_text(folder):
    need('cmark-gfm')
    for path, text, kind in [(path, text, kind) for path, text in hostile(folder)
                             for kind in ('md', 'minutes-md')]:
        tree = read_markdown(export(path, kind))
        kinds = {element.tag for element in tree.iter()}
        allowed = {'document', 'heading', 'paragraph', 'text', 'list', 'item', 'strong', 'table',
                   'table_header', 'table_row', 'table_cell', 'block_quote', 'linebreak', 'softbreak'}
        assert kinds <= allowed, f'{text!r} became {kinds - allowed}'
        assert {element.get('type') for element in tree.iter('list')} <= {'bullet'}, text
        shown = ''.join(' '.join(tree.itertext()).split())
        for line in text.replace('\ufffe', '').split('\n'):
            assert ''.join(line.split()) in shown, f'{line!r} is not there'
        headings = [int(heading.get('level')) for heading in tree.iter('heading')]
        assert headings.count(1) == 1, f'{text!r} made a heading'


def read_calendar(content):
    """Events as dictionaries of their properties, by a parser of a few lines of RFC 5545."""
    assert content.endswith('\r\n') and '\n' not in content.replace('\r\n', ''), 'lines end with CRLF'
    for line in content.split('\r\n'):
        assert len(line.encode()) <= 75, line
        assert not re.search('[\x00-\x08\x0b-\x1f\x7f]', line), line
    lines = content.replace('\r\n ', '').split('\r\n')[:-1]
    assert lines[:2] == ['BEGIN:VCALENDAR', 'VERSION:2.0'] and lines[-1] == 'END:VCALENDAR'
    assert lines[2].startswith('PRODID:')
    events, event = [], None
    for line in lines[1:-1]:
        name, value = line.split(':', 1)
        if line == 'BEGIN:VEVENT':
            event = {}
        elif line == 'END:VEVENT':
            assert {'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY'} <= set(event), event
            events.append(event)
            event = None
        elif event is not None:
            name, *parameters = name.split(';')
            assert name not in event, line
            assert parameters == (['VALUE=DATE'] if name in ('DTSTART', 'DTEND') else []), line
            assert not re.search(r'(?<!\\)(?:\\\\)*[;,]', value), line
            event[name] = re.sub(r'\\(.)', lambda found: '\n' if found[1] == 'n' else found[1], value)
    assert event is None
    assert len({event['UID'] for event in events}) == len(events)
    return events


@test
def calendar_of_examples(folder):
    for path in examples():
        with open(path, encoding='utf-8') as file:
            journey = json.load(file)
        content = export(path, 'ics')
        assert content == export(path, 'ics')
        events = read_calendar(content)
        due = [measure for measure in journey['measures']
               if measure.get('due') and measure.get('status') not in ('done', 'dropped')]
        assert due and len(events) == len(due) + ('reviewDue' in journey)
        for measure in due:
            event, = [event for event in events if event['SUMMARY'].endswith(': ' + measure['title'])]
            assert event['DTSTART'] == measure['due'].replace('-', '')
            day = datetime.date.fromisoformat(measure['due']) + datetime.timedelta(days=1)
            assert event['DTEND'] == day.strftime('%Y%m%d')
            assert measure['owner'] in event['DESCRIPTION'], event
            assert re.fullmatch(r'\d{8}T\d{6}Z', event['DTSTAMP'])


@test
def calendar_stays_text(folder):
    for index, text in enumerate([*HOSTILE, 'a;b,c\\d', 'x' * 74 + 'ä', '😀' * 40, 'END:VEVENT\nBEGIN:VEVENT',
                                  '\x01\x1b\x7f', 'a\r\nb']):
        path = os.path.join(folder, f'{index}.journey')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'format': 'etappe-journey', 'version': 1, 'title': text,
                       'measures': [{'id': 'abcd1234', 'title': text, 'description': text,
                                     'due': '2026-12-31'},
                                    {'id': 'm', 'title': text, 'due': '2024-02-29', 'owner': text},
                                    {'id': 'done', 'title': text, 'due': '2024-02-29', 'status': 'done'}]},
                      file)
        events = read_calendar(export(path, 'ics'))
        shown = re.sub('[\x00-\x08\x0b-\x1f\x7f]', '', text)
        # What has no name is called what it is.
        shown = shown if shown.strip('\ufffe \n') else ''
        assert [event['SUMMARY'].split(': ', 1)[1] for event in events] == [shown or 'Measure'] * 2, events
        assert [event['DTEND'] for event in events] == ['20270101', '20240301']
        assert events[0]['UID'] == 'abcd1234@measures.etappe'
        assert re.fullmatch('m-[0-9a-f]{16}@measures.etappe', events[1]['UID'])
        assert events[0]['DESCRIPTION'].startswith(shown)


@test
def what_says_nothing_is_not_there(folder):
    """Names and texts of white space and control characters: no heading, item or caption is empty."""
    blank = '\n \x01\u200b\n'
    path = os.path.join(folder, 'blank.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, 'title': blank, 'insights': [{'text': blank}],
                   'phases': [{'id': 'p', 'name': blank, 'goal': blank}],
                   'lanes': [{'id': 'l', 'name': blank, 'kind': 'pains'}],
                   'personas': [{'id': 'a', 'name': blank, 'goals': [blank, 'Shoes']}],
                   'cards': [{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': blank, 'text': blank, 'severity': 4,
                              'votes': [{'round': 'v', 'count': 2}]}],
                   'measures': [{'id': 'm', 'title': blank, 'due': '2026-12-24', 'owner': blank}],
                   'sources': [{'id': 's', 'title': blank}], 'voteRounds': [{'id': 'v', 'title': blank}]}, file)
    for kind in ('html', 'minutes-html'):
        page = export(path, kind)
        assert not re.findall(r'<(h\d|li|caption|figcaption|dt|title)[^>]*>\s*</', page), page
        assert 'Untitled Map' in page
    for kind in ('md', 'minutes-md'):
        lines = export(path, kind).split('\n')
        assert not [line for line in lines if re.fullmatch(r'(#+|-|\d+\.)\s*', line)], lines


@test
def minutes_have_all_that_was_agreed(folder):
    for path in examples():
        with open(path, encoding='utf-8') as file:
            journey = json.load(file)
        for kind in ('minutes-md', 'minutes-html'):
            text = export(path, kind)
            for person in journey['contributors']:
                assert person['name'] in text, person
            for measure in journey['measures']:
                assert measure['title'] in text and measure['owner'] in text, measure
            for insight in journey['insights']:
                assert insight['text'].split('(')[0] in text, insight
            for card in journey['cards']:
                if 'phase' not in card:
                    assert card['title'] in text, card


def words(text):
    return set(re.findall(r'\w{4,}', re.sub('[\u00ad\\\\]', '', text)))


@test
def minutes_on_paper_lose_nothing(folder):
    need('pdftotext')
    need('qpdf')
    long = [f'Wort{number}' for number in range(6000)]
    path = os.path.join(folder, 'long.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, 'language': 'de', 'title': 'Lang',
                   'contributors': [{'name': f'Person{number}'} for number in range(80)],
                   'insights': [{'text': ' '.join(long[:2000])}],
                   'cards': [{'id': 'k', 'title': 'Karte', 'text': ' '.join(long[2000:4000])}],
                   'measures': [{'id': f'm{number}', 'title': f'Titel{number}', 'status': 'planned',
                                 'owner': f'Mensch{number}', 'due': '2026-12-31', 'cost': 1000 + number}
                                for number in range(90)]
                   + [{'id': 'x', 'title': ' '.join(long[4000:5000]), 'status': 'planned',
                       'description': ' '.join(long[5000:]), 'owner': 'Langername'}]}, file)
    for path, least in [(path, 8), *((path, 1) for path in examples())]:
        target = os.path.join(folder, 'minutes.pdf')
        for options in ([], ['--page', 'letter-portrait'], ['--page', 'A3']):
            run(CLI, 'export', '--to', 'minutes-pdf', *options, '-o', target, path)
            run('qpdf', '--check', target)
            text = run('pdftotext', '-raw', target, '-').decode()
            missing = words(export(path, 'minutes-md')) - words(text)
            # A word that is broken at the end of a line is in two pieces there.
            missing = {word for word in missing if word not in re.sub(r'[-\s]', '', text)}
            assert not missing, sorted(missing)[:20]
        pages = int(re.search(r'Pages: +(\d+)', run('pdfinfo', target).decode())[1])
        assert pages >= least, pages
    small = subprocess.run([CLI, 'export', '--to', 'minutes-pdf', '--page', '60x60mm', '-o', '-', path],
                           capture_output=True)
    assert small.returncode != 0 and b'too small' in small.stderr, small.stderr


sys.exit(main())
