#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that etappe-cli exports, as other programs see them.

Usage: test-files.py ETAPPE-CLI SOURCE-ROOT; writes TAP. What a missing program would have checked is
skipped by name."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import main, need, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(sys.argv[2], 'data', 'examples')
SVG = '{http://www.w3.org/2000/svg}'


def run(*args):
    done = subprocess.run(args, capture_output=True, timeout=100,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))
    assert done.returncode == 0, f'{args}: {done.returncode}, {done.stderr.decode()}'
    return done.stdout


def examples():
    names = sorted(n for n in os.listdir(EXAMPLES) if n.endswith('.journey'))
    assert len(names) >= 6, names
    return [os.path.join(EXAMPLES, name) for name in names]


def load(path):
    with open(path, encoding='utf-8') as file:
        return json.load(file)


def export(folder, path, form, *options):
    target = os.path.join(folder, os.path.basename(path) + '.' + form)
    run(CLI, 'export', *options, '-o', target, path)
    return target


def svg_texts(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    return [''.join(element.itertext()) for element in root.iter(SVG + 'text')]


def words(text):
    return set(re.findall(r'\w+', text))


def shown_cards(journey):
    """Cards with a title that lie in a phase and lane that are shown whole."""
    phases = {p['id'] for p in journey['phases'] if not p.get('hidden') and not p.get('collapsed')}
    lanes = {l['id'] for l in journey['lanes']
             if not l.get('hidden') and not l.get('collapsed')
             and l.get('kind', 'touchpoints') not in ('emotion', 'measures', 'channels', 'metrics')}
    return [c for c in journey['cards']
            if c.get('title') and c.get('phase') in phases and c.get('lane') in lanes]


@test
def svg_is_well_formed(folder):
    need('xmllint')
    for path in examples():
        run('xmllint', '--noout', '--nonet', export(folder, path, 'svg'))


@test
def svg_has_all_titles(folder):
    for path in examples():
        journey = load(path)
        text = ' '.join(svg_texts(export(folder, path, 'svg')))
        cards = shown_cards(journey)
        assert len(cards) >= 10, path
        for title in [journey['title']] + [c['title'] for c in cards]:
            missing = words(title) - words(text)
            assert not missing, f'{path}: {missing}'


@test
def svg_fetches_nothing(folder):
    for path in examples():
        root = xml.etree.ElementTree.parse(export(folder, path, 'svg')).getroot()
        for element in root.iter():
            for name, value in element.attrib.items():
                if name.endswith('href') and element.tag != SVG + 'a':
                    assert value.startswith(('data:image/', '#')), value


@test
def svg_is_drawn(folder):
    need('rsvg-convert')
    for path in examples():
        target = export(folder, path, 'svg')
        drawn = os.path.join(folder, 'drawn.png')
        run('rsvg-convert', '--unlimited', '-w', '600', '-o', drawn, target)
        with open(drawn, 'rb') as file:
            head = file.read(24)
        assert int.from_bytes(head[16:20], 'big') == 600
        assert os.path.getsize(drawn) > 20000, path


@test
def pdf_is_sound(folder):
    need('qpdf')
    for path in examples():
        for options in [[], ['--page', 'A3'], ['--style', 'dark']]:
            run('qpdf', '--check', export(folder, path, 'pdf', *options))


@test
def pdf_is_tagged(folder):
    need('pdfinfo')
    for path in examples():
        target = export(folder, path, 'pdf')
        info = run('pdfinfo', target).decode()
        journey = load(path)
        assert re.search(r'^Tagged: +yes$', info, re.M), info
        assert re.search(r'^Pages: +1$', info, re.M), info
        assert re.search(r'^Title: +' + re.escape(journey['title']) + '$', info, re.M), info
        assert re.search(r'^Author: +' + re.escape(journey['owner']) + '$', info, re.M), info
        structure = run('pdfinfo', '-struct-text', target).decode()
        phases = [p['name'] for p in journey['phases'] if not p.get('hidden')]
        headings = re.findall(r'H2 \(block\)\s+"(.*)"', structure)
        assert len(headings) == len(phases), headings
        for heading, phase in zip(headings, phases):
            assert phase in heading, f'phases are not read from left to right: {headings}'
        # Since cairo 1.18 poppler reads a text of the structure to its first ligature only.
        title = journey['title'] if 'cairo 1.16' in info else journey['title'][:3]
        assert re.search(r'H1 \(block\)\s+"' + re.escape(title), structure), structure[:200]


@test
def pdf_holds_every_word(folder):
    need('pdftotext')
    for path in examples():
        shown = words(' '.join(svg_texts(export(folder, path, 'svg'))))
        for options in [[], ['--page', 'A0']]:
            target = export(folder, path, 'pdf', *options)
            found = words(run('pdftotext', '-raw', target, '-').decode())
            assert len(shown) > 150, path
            assert not shown - found, f'{path}: {shown - found}'


@test
def pdf_of_tiles(folder):
    """Sheets to be glued: sound, every word on one of them, read once, phases in the outline."""
    need('qpdf')
    need('pdfinfo')
    need('pdftotext')
    for path in examples()[:3]:
        journey = load(path)
        once = run('pdfinfo', '-struct-text', export(folder, path, 'pdf')).decode()
        target = export(folder, path, 'pdf', '--pages', 'tiles', '--page', 'A4')
        run('qpdf', '--check', target)
        info = run('pdfinfo', target).decode()
        pages = int(re.search(r'^Pages: +([0-9]+)$', info, re.M).group(1))
        assert pages > 4 and re.search(r'^Tagged: +yes$', info, re.M), info
        shown = words(' '.join(svg_texts(export(folder, path, 'svg'))))
        # In columns that are narrower a long word may go on on the next line.
        found = re.sub(r'[-\u00ad\s]', '', run('pdftotext', '-raw', target, '-').decode())
        assert not [word for word in shown if word not in found], path
        structure = run('pdfinfo', '-struct-text', target).decode()
        for card in shown_cards(journey)[:8]:
            first = card['title'].split()[0]
            assert structure.count(first) == once.count(first), (card['title'], path)
        outline = json.loads(run('qpdf', '--json', target))['outlines']
        assert ([entry['title'] for entry in outline[0]['kids']]
                == [p['name'] for p in journey['phases'] if not p.get('hidden')])
        assert f'1 / {pages}' in run('pdftotext', '-l', '1', target, '-').decode()


@test
def pdf_of_sheets(folder):
    """What is printed to work with."""
    need('qpdf')
    need('pdftotext')
    path = examples()[-1]
    journey = load(path)
    cards = [c for c in journey['cards'] if c.get('title')]
    for kind in ['canvas', 'work', 'persona', 'touchpoints', 'cards', 'deck']:
        target = export(folder, path, 'pdf', '--pages', kind)
        run('qpdf', '--check', target)
        text = words(run('pdftotext', '-raw', target, '-').decode())
        assert len(text) > 10, kind
        holds = not words(' '.join(c['title'] for c in shown_cards(journey))) - text
        assert holds == (kind in ('work', 'cards', 'deck')) or kind == 'deck', kind
    assert cards


@test
def pdf_for_people_outside(folder):
    need('pdftotext')
    path = examples()[-1]
    journey = load(path)
    hidden = [c['title'] for c in journey['cards'] if c.get('internal')]
    hidden += [c['title'] for c in journey['cards'] if c.get('title')
               and c.get('lane') in [l['id'] for l in journey['lanes'] if l.get('internal')]]
    assert hidden, 'the example has nothing that is internal'
    for pages in ['map', 'tiles', 'deck', 'cards']:
        text = run('pdftotext', '-raw',
                   export(folder, path, 'pdf', '--pages', pages, '--external'), '-').decode()
        text = ' '.join(text.split())
        for title in hidden:
            assert title not in text, (pages, title)
    info = run('pdfinfo', export(folder, path, 'pdf', '--external')).decode()
    assert 'Author' not in info, info


@test
def pdf_has_an_outline(folder):
    need('qpdf')
    for path in examples():
        journey = load(path)
        outline = json.loads(run('qpdf', '--json', export(folder, path, 'pdf')))['outlines']
        assert [entry['title'] for entry in outline] == [journey['title']]
        assert ([entry['title'] for entry in outline[0]['kids']]
                == [p['name'] for p in journey['phases'] if not p.get('hidden')])
        left = [entry['dest'][2] for entry in outline[0]['kids']]
        assert left == sorted(left) and len(set(left)) == len(left), left


@test
def pdf_embeds_fonts(folder):
    need('pdffonts')
    for line in run('pdffonts', export(folder, examples()[0], 'pdf')).decode().splitlines()[2:]:
        assert re.search(r' yes yes yes +\d+ +\d+$', line), line


@test
def pdf_links(folder):
    need('qpdf')
    path = os.path.join(folder, 'links.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1,
                   'phases': [{'id': 'p', 'name': 'P'}], 'lanes': [{'id': 'l', 'name': 'L'}],
                   'cards': [{'id': c, 'lane': 'l', 'phase': 'p', 'title': c, 'link': link}
                             for c, link in [('a', "https://example.com/ä?x=(1)'\\"),
                                             ('b', 'mailto:a@example.com'),
                                             ('c', 'file:///etc/passwd'),
                                             ('d', 'javascript:alert(1)')]]}, file)
    target = export(folder, path, 'pdf')
    run('qpdf', '--check', target)
    plain = os.path.join(folder, 'plain.pdf')
    run('qpdf', '--qdf', '--object-streams=disable', target, plain)
    with open(plain, 'rb') as file:
        content = file.read()
    assert content.count(b'/URI (') == 2, re.findall(rb'/URI.*', content)
    assert b'passwd' not in content and b'javascript' not in content


@test
def png_is_the_map(folder):
    need('identify')
    for path in examples():
        target = export(folder, path, 'png', '--width', '1200')
        width, colors = run('identify', '-format', '%w %k', target).decode().split()
        assert width == '1200' and int(colors) > 50, (width, colors)


sys.exit(main())
