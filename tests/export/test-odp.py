#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""OpenDocument presentations that etappe-cli exports: a sound package, nothing named that is not
there, all words, real shapes. Shows for each rule that it can fail.

Usage: test-odp.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(sys.argv[2], 'data', 'examples')
MAP = ['--pages', 'map']
FO = '{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}'
MIME_TYPE = b'application/vnd.oasis.opendocument.presentation'
OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
DRAW, TEXT, STYLE = ('{' + OASIS + f'{n}:1.0}}' for n in ('drawing', 'text', 'style'))
PRESENTATION, MANIFEST = ('{' + OASIS + f'{n}:1.0}}' for n in ('presentation', 'manifest'))
SVG = '{' + OASIS + 'svg-compatible:1.0}'
XLINK = '{http://www.w3.org/1999/xlink}'


def run(*args):
    done = subprocess.run(args, capture_output=True, timeout=100,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))
    assert done.returncode == 0, f'{args}: {done.returncode}, {done.stderr.decode()}'
    return done.stdout


def examples():
    names = sorted(n for n in os.listdir(EXAMPLES) if n.endswith('.journey'))
    assert len(names) >= 6, names
    return [os.path.join(EXAMPLES, name) for name in names]


def export(folder, path, *options, form='odp'):
    target = os.path.join(folder, os.path.basename(path) + '.' + form)
    run(CLI, 'export', *options, '-o', target, path)
    return target


def read(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def write(folder, **journey):
    path = os.path.join(folder, 'own.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, **journey}, file)
    return path


def content(parts):
    return ET.fromstring(parts['content.xml'])


def spoken(paragraph):
    """The characters of a paragraph, as a reader puts them together."""
    out = []

    def walk(element):
        if element.tag == TEXT + 's':
            out.append(' ' * int(element.get(TEXT + 'c', 1)))
        elif element.tag == TEXT + 'tab':
            out.append('\t')
        elif element.tag == TEXT + 'line-break':
            out.append('\n')
        else:
            out.append(element.text or '')
        for child in element:
            walk(child)
            out.append(child.tail or '')

    walk(paragraph)
    return ''.join(out)


def paragraphs(parts):
    return [spoken(p) for p in content(parts).iter(TEXT + 'p')]


def words(text):
    return set(re.findall(r'\w+', text))


def complaints(parts):
    """Rule and complaint for all that is wrong."""
    try:
        trees = {n: ET.fromstring(c) for n, c in parts.items() if n.endswith('.xml')}
    except ET.ParseError as error:
        yield 'well-formed', str(error)
        return
    listed = {e.get(MANIFEST + 'full-path') for e in trees['META-INF/manifest.xml']} - {'/'}
    if listed != set(parts) - {'mimetype', 'META-INF/manifest.xml'}:
        yield 'manifest', str(listed ^ set(parts))
    both = [trees['content.xml'], trees['styles.xml']]
    names = {(e.get(STYLE + 'family'), e.get(STYLE + 'name')) for t in both
             for e in t.iter(STYLE + 'style')}
    names |= {('list', e.get(STYLE + 'name')) for e in trees['content.xml'].iter(TEXT + 'list-style')}
    for element in trees['content.xml'].iter():
        for key, family in ((DRAW + 'style-name', None), (TEXT + 'style-name', None),
                            (PRESENTATION + 'style-name', 'presentation')):
            name = element.get(key)
            if name is not None and not any(n == name and family in (None, f) for f, n in names):
                yield 'styles', f'{name} is not there'
    ids = [e.get(DRAW + 'id') for e in trees['content.xml'].iter() if e.get(DRAW + 'id')]
    if len(ids) != len(set(ids)):
        yield 'ids', 'shapes share an id'
    for element in trees['content.xml'].iter(DRAW + 'connector'):
        for end in ('start-shape', 'end-shape'):
            if element.get(DRAW + end) not in ids:
                yield 'connectors', f'{element.get(DRAW + end)} is not there'
    for element in [e for t in both for e in t.iter() if e.get(XLINK + 'href')]:
        if element.get(XLINK + 'href') not in parts:
            yield 'pictures', f'{element.get(XLINK + "href")} is not there'
    named = {e.get(DRAW + 'name') for t in both for e in t.iter() if e.get(DRAW + 'name')}
    for element in trees['content.xml'].iter(STYLE + 'graphic-properties'):
        for key in ('fill-hatch-name', 'fill-image-name', 'stroke-dash', 'marker-end'):
            if element.get(DRAW + key) not in named | {None}:
                yield 'looks', f'{element.get(DRAW + key)} is not there'
    pages = [e.get(DRAW + 'name') for e in trees['content.xml'].iter(DRAW + 'page')]
    if not pages or len(pages) != len(set(pages)):
        yield 'pages', str(pages)
    for page in trees['content.xml'].iter(DRAW + 'page'):
        titles = [e for e in page if e.get(PRESENTATION + 'class') == 'title']
        if len(titles) != 1 or not ''.join(titles[0].itertext()).strip():
            yield 'titles', page.get(DRAW + 'name')
        # What is in a place of the master looks as the master says, and stands where it is put.
        for frame in [e for e in page if e.get(PRESENTATION + 'class') in ('outline', 'subtitle')]:
            parents = [s.get(STYLE + 'parent-style-name') for s in trees['content.xml'].iter(STYLE + 'style')
                       if s.get(STYLE + 'name') == frame.get(PRESENTATION + 'style-name')]
            if len(parents) != 1 or ('presentation', parents[0]) not in names:
                yield 'places', f'{frame.get(DRAW + "id")} looks like {parents}'
            if not all(frame.get(SVG + key, '').endswith('cm') for key in ('x', 'y', 'width', 'height')):
                yield 'places', f'{frame.get(DRAW + "id")} stands nowhere'
    for level in trees['content.xml'].iter(TEXT + 'list-level-style-bullet'):
        if len(level.get(TEXT + 'bullet-char', '')) != 1:
            yield 'bullets', str(level.attrib)


def change(parts, name, old, new):
    text = parts[name].decode()
    assert re.search(old, text, re.S), f'{old} is not in {name}'
    parts[name] = re.sub(old, new, text, count=1, flags=re.S).encode()


BROKEN = {
    'well-formed': lambda p: change(p, 'content.xml', '</office:body>', ''),
    'manifest': lambda p: p.update({'Pictures/lost.png': b''}),
    'styles': lambda p: change(p, 'content.xml', 'draw:style-name="g1"', 'draw:style-name="g0"'),
    'ids': lambda p: change(p, 'content.xml', r'draw:id="(s1-\d+)"(.*?)draw:id="s1-\d+"',
                            r'draw:id="\1"\2draw:id="\1"'),
    'connectors': lambda p: change(p, 'content.xml', 'draw:end-shape="s1-', 'draw:end-shape="s0-'),
    'pictures': lambda p: change(p, 'styles.xml', 'Pictures/etappe-image1', 'Pictures/image0'),
    'looks': lambda p: change(p, 'styles.xml', 'draw:name="etappe-', 'draw:name="hedge-'),
    'pages': lambda p: change(p, 'content.xml', '(<draw:page .*</draw:page>)', r'\1\1'),
    'titles': lambda p: change(p, 'content.xml', 'presentation:class="title"', ''),
    'places': lambda p: change(p, 'styles.xml', 'style:name="Etappe-outline1"', 'style:name="Etappe-x"'),
    'bullets': lambda p: change(p, 'content.xml', 'text:bullet-char="."', 'text:bullet-char=""'),
}


@test
def packages_are_sound(folder):
    for path in examples():
        for options in [[], MAP]:
            found = list(complaints(read(export(folder, path, *options))))
            assert not found, f'{path}: {found[:5]}'


@test
def each_rule_can_fail(folder):
    whole = read(export(folder, examples()[4], *MAP))
    deck = read(export(folder, examples()[4]))
    for name, spoil in BROKEN.items():
        spoiled = dict(deck if name in ('places', 'bullets') else whole)
        spoil(spoiled)
        found = {rule for rule, _ in complaints(spoiled)}
        assert name in found, f'{name} does not see what was broken: {found}'


@test
def the_type_stands_first(folder):
    path = export(folder, examples()[0])
    with open(path, 'rb') as file:
        head = file.read(30 + 8 + len(MIME_TYPE))
    assert head[30:] == b'mimetype' + MIME_TYPE
    with zipfile.ZipFile(path) as file:
        first = file.infolist()[0]
        assert first.filename == 'mimetype' and first.compress_type == zipfile.ZIP_STORED
        assert file.testzip() is None


@test
def all_words_are_there(folder):
    for path in examples():
        svg = ET.parse(export(folder, path, form='svg')).getroot()
        wanted = words(' '.join(''.join(e.itertext()) for e in svg.iter()
                                if e.tag.endswith('}text')))
        found = words(' '.join(paragraphs(read(export(folder, path, *MAP)))))
        assert len(wanted) > 150 and not wanted - found, wanted - found


@test
def slides_are_those_of_powerpoint(folder):
    for path in examples()[:2]:
        with zipfile.ZipFile(export(folder, path, form='pptx')) as file:
            slides = [n for n in file.namelist() if re.fullmatch(r'ppt/slides/slide\d+\.xml', n)]
        pages = list(content(read(export(folder, path))).iter(DRAW + 'page'))
        assert len(pages) == len(slides)


@test
def shapes_are_real(folder):
    path = examples()[4]
    with open(path, encoding='utf-8') as file:
        journey = json.load(file)
    root = content(read(export(folder, path, *MAP)))
    titles = {c['title'] for c in journey['cards'] if c.get('title')}
    held = {t for t in titles for s in root.iter(DRAW + 'custom-shape')
            if any(t in spoken(p) for p in s.iter(TEXT + 'p'))}
    assert len(held) > len(titles) / 2, f'{len(held)} of {len(titles)}'
    assert any(p.get(SVG + 'd', '').count('C') > 4 for p in root.iter(DRAW + 'path'))
    connectors = list(root.iter(DRAW + 'connector'))
    assert len(connectors) >= len(journey['links']) - 1
    assert all(c.find(SVG + 'title') is not None for c in connectors)


@test
def texts_stand_in_places(folder):
    """Running text is the outline of its slide, with lists that are lists; on the first, its subtitle."""
    path = examples()[0]
    with open(path, encoding='utf-8') as file:
        insights = [i['text'] for i in json.load(file)['insights']]
    root = content(read(export(folder, path)))
    first, second, *others = root.iter(DRAW + 'page')

    def said(page, kind):
        return [spoken(p) for e in page if e.get(PRESENTATION + 'class') == kind for p in e.iter(TEXT + 'p')]

    assert len(said(first, 'subtitle')) >= 3 and not said(first, 'outline')
    assert [text for text in said(second, 'outline') if text in insights] == insights
    numbered = [e for e in second.iter(TEXT + 'list') if spoken(e.find(f'.//{TEXT}p')) in insights]
    assert len(numbered) == len(insights)
    assert len([page for page in others if said(page, 'outline')]) >= 4


@test
def texts_survive(folder):
    """Spaces, tabs and lines as they are; control characters go."""
    title = ' a  &  b <c>\t\td 😀   '
    path = write(folder, title='Über & <alles>\u0001', language='de',
                 phases=[{'id': 'p', 'name': 'P'}], lanes=[{'id': 'l', 'name': 'L'}],
                 cards=[{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': title,
                         'text': 'one  two\n\nthree\u0007'}])
    parts = read(export(folder, path, *MAP))
    assert not list(complaints(parts))
    found = paragraphs(parts)
    assert 'Über & <alles>' in found, found
    assert any('a  &  b <c>\t\td 😀' in text for text in found), found
    at = found.index('one  two')
    assert found[at:at + 3] == ['one  two', '', 'three'], found


@test
def all_scripts_are_as_large(folder):
    """Letters of Asia, and those that run from right to left, which ODF tells apart; and where they stand."""
    path = write(folder, title='رحلة العميل', language='ar', phases=[{'id': 'p', 'name': 'مرحلة'}],
                 lanes=[{'id': 'l', 'name': '中文字符'}], personas=[{'id': 'a', 'name': 'سارة', 'goals': ['هدف أول']}],
                 cards=[{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': '中文字符測試', 'text': 'نص طويل'}])
    for options in [[], MAP]:
        parts = read(export(folder, path, *options))
        n = 0
        for look in [e for name in ('content.xml', 'styles.xml') for e in ET.fromstring(parts[name]).iter(
                STYLE + 'text-properties')]:
            for key in ('size', 'weight', 'style'):
                said = look.get(f'{FO}font-{key}')
                if said is None or said.endswith('%'):
                    continue
                n += 1
                assert {look.get(f'{STYLE}font-{key}-{script}') for script in ('asian', 'complex')} == {said}, \
                    look.attrib
        assert n > 10
        aligned = {e.get(STYLE + 'name'): e.find(STYLE + 'paragraph-properties').attrib
                   for e in content(parts).iter(STYLE + 'style') if e.get(STYLE + 'family') == 'paragraph'}
        for paragraph in content(parts).iter(TEXT + 'p'):
            if spoken(paragraph) in ('رحلة العميل', 'نص طويل', 'هدف أول') and paragraph.get(TEXT + 'style-name'):
                look = aligned[paragraph.get(TEXT + 'style-name')]
                assert look[STYLE + 'writing-mode'] == 'rl-tb' and look[FO + 'text-align'] == 'right', look


@test
def words_stay_whole(folder):
    """A word that is longer than a line is one word all the same, for whoever goes on with it."""
    word = 'https://shop.example/' + 'x' * 300
    path = write(folder, phases=[{'id': 'p', 'name': 'P'}], lanes=[{'id': 'l', 'name': 'L'}],
                 cards=[{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': 'T', 'text': word}])
    found = paragraphs(read(export(folder, path, *MAP)))
    assert word[21:] in ''.join(found) and not any('x\nx' in text for text in found), found


@test
def bytes_are_the_same(folder):
    for path in examples()[:2]:
        with open(export(folder, path), 'rb') as file:
            first = file.read()
        with open(export(folder, path), 'rb') as file:
            assert first == file.read()


sys.exit(main())
