#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's template as the master of OpenDocument presentations: its styles are taken as they are,
its places for titles and texts used, its macros left behind; what is none is refused with a reason.

Usage: test-odp-template.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
import make_odp  # noqa: E402 (beside this file)
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
JOURNEY = os.path.join(sys.argv[2], 'data', 'examples', 'webshop.de.journey')
OASIS = make_odp.OASIS
DRAW, TEXT, STYLE = ('{' + OASIS + f'{n}:1.0}}' for n in ('drawing', 'text', 'style'))
PRESENTATION, MANIFEST = ('{' + OASIS + f'{n}:1.0}}' for n in ('presentation', 'manifest'))
SVG = '{' + OASIS + 'svg-compatible:1.0}'
FO = '{' + OASIS + 'xsl-fo-compatible:1.0}'
XLINK = '{http://www.w3.org/1999/xlink}'


def run(*args):
    return subprocess.run([CLI, 'export', *args], capture_output=True, timeout=100,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))


def export(folder, parts, *options):
    template = make_odp.write(os.path.join(folder, 'company.otp'), parts)
    target = os.path.join(folder, 'out.odp')
    done = run('--template', template, *options, '-o', target, JOURNEY)
    assert done.returncode == 0, done.stderr.decode()
    with zipfile.ZipFile(target) as file:
        return {name: file.read(name) for name in file.namelist()}


def pages(parts):
    return list(ET.fromstring(parts['content.xml']).iter(DRAW + 'page'))


def length(text):
    assert text.endswith('cm'), text
    return float(text[:-2])


@test
def styles_are_taken_as_they_are(folder):
    template = make_odp.make()
    parts = export(folder, template)
    before, after = template['styles.xml'].encode().split(b'</office:styles>')
    assert parts['styles.xml'].startswith(before) and parts['styles.xml'].endswith(b'</office:styles>' + after)
    assert parts['Pictures/logo.png'] == template['Pictures/logo.png']
    assert not [n for n in parts if 'Basic' in n or 'script' in n.lower()]
    assert list(parts)[0] == 'mimetype' and parts['mimetype'] == make_odp.MIME_TYPE.encode()
    entries = {e.get(MANIFEST + 'full-path'): e.get(MANIFEST + 'media-type')
               for e in ET.fromstring(parts['META-INF/manifest.xml'])}
    assert entries['Pictures/logo.png'] == 'image/png'
    assert set(entries) - {'/'} == set(parts) - {'mimetype', 'META-INF/manifest.xml'}
    # What our shapes name is there.
    trees = [ET.fromstring(parts[n]) for n in ('content.xml', 'styles.xml')]
    named = {e.get(DRAW + 'name') for t in trees for e in t.iter() if e.get(DRAW + 'name')}
    for element in trees[0].iter(STYLE + 'graphic-properties'):
        for key in ('fill-hatch-name', 'fill-image-name', 'stroke-dash', 'marker-end'):
            assert element.get(DRAW + key) in named | {None}, element.get(DRAW + key)
    styles = {e.get(STYLE + 'name') for t in trees for e in t.iter(STYLE + 'style')}
    parents = {e.get(STYLE + 'parent-style-name') for e in trees[0].iter(STYLE + 'style')} - {None}
    assert parents <= styles and parents >= {'Cover-title', 'Inside-title', 'Cover-subtitle'}, parents


@test
def masters_are_told_apart(folder):
    found = [page.get(DRAW + 'master-page-name') for page in pages(export(folder, make_odp.make()))]
    assert found[0] == 'Cover' and set(found[1:]) == {'Inside'} and len(found) > 10, found


@test
def texts_lie_in_their_places(folder):
    first, *others = pages(export(folder, make_odp.make()))
    kinds = {e.get(PRESENTATION + 'class'): e for e in first}
    assert set(kinds) == {'title', 'subtitle'}, kinds
    words = ''.join(kinds['subtitle'].itertext())
    assert 'Nachbestellung' in words and 'Jana Reuter' in words, words
    x, y, width, height = make_odp.BODY
    n = 0
    for page in others:
        title, *rest = sorted(page, key=lambda e: e.get(PRESENTATION + 'class') != 'title')
        assert title.get(PRESENTATION + 'class') == 'title' and ''.join(title.itertext()).strip()
        assert [length(title.get(SVG + k)) for k in ('x', 'y', 'width', 'height')] == [1, 2, 6, 14]
        for shape in [s for r in rest for s in r.iter() if s.get(SVG + 'x')]:
            n += 1
            left, top = length(shape.get(SVG + 'x')), length(shape.get(SVG + 'y'))
            right = left + length(shape.get(SVG + 'width'))
            bottom = top + length(shape.get(SVG + 'height'))
            assert left > x - 0.4 and right < x + width + 0.4 and top > y - 0.6 and bottom < y + height + 0.4, (
                page.get(DRAW + 'name'), left, top, right, bottom)
    assert n > 300, n


@test
def texts_stay_readable(folder):
    root = ET.fromstring(export(folder, make_odp.make())['content.xml'])
    sizes = [float(e.get(FO + 'font-size')[:-2]) for e in root.iter(STYLE + 'text-properties')
             if e.get(FO + 'font-size', '').endswith('pt')]
    assert sizes and min(sizes) >= 9, min(sizes)
    families = {e.get(SVG + 'font-family') for e in root.iter(STYLE + 'font-face')}
    assert families == {"'DejaVu Sans'"}, families
    # On its dark ground, texts are light: those in its places by themselves.
    colors = {e.get(FO + 'color') for e in root.iter(STYLE + 'text-properties')}
    assert [c for c in colors if c and int(c[1:3], 16) > 0xd0] and '#1d1d20' not in colors, colors
    assert None in colors
    # White text on nothing is not taken over.
    root = ET.fromstring(export(folder, make_odp.make(is_bare=True))['content.xml'])
    spans = {e.get(STYLE + 'name'): e.find(STYLE + 'text-properties').get(FO + 'color')
             for e in root.iter(STYLE + 'style') if e.get(STYLE + 'family') == 'text'}
    first, *others = root.iter(DRAW + 'page')
    inside = [spans[e.get(TEXT + 'style-name')] for page in others for frame in page
              if frame.get(PRESENTATION + 'class') == 'outline' for e in frame.iter(TEXT + 'span')]
    assert len(inside) > 20 and None not in inside, inside
    assert max(sum(int(c[i:i + 2], 16) for i in (1, 3, 5)) for c in inside) < 3 * 0x90, set(inside)


@test
def edges_are_theirs(folder):
    parts = export(folder, make_odp.make(), '--footer', 'Vertraulich & mehr', '--date', '2026-11-12')
    root = ET.fromstring(parts['content.xml'])
    assert [e.text for e in root.iter(PRESENTATION + 'footer-decl')] == ['Vertraulich & mehr']
    assert [e.text for e in root.iter(PRESENTATION + 'date-time-decl')] == ['12.\xa0November 2026']
    first, *others = root.iter(DRAW + 'page')
    assert first.get(PRESENTATION + 'use-footer-name') is None
    assert {p.get(PRESENTATION + 'use-footer-name') for p in others} == {'ftr1'}
    shown = {s.get(STYLE + 'name'): s[0].get(PRESENTATION + 'display-page-number')
             for s in root.iter(STYLE + 'style') if s.get(STYLE + 'family') == 'drawing-page'}
    assert shown == {'dp0': 'false', 'dp1': 'true'}, shown


def changed(parts, name, old, new):
    assert old in parts[name], f'{old} is not in {name}'
    return {**parts, name: parts[name].replace(old, new)}


@test
def what_is_none_is_refused(folder):
    good = make_odp.make()
    link = 'xlink:href="Pictures/logo.png"'
    cases = {
        'a text': make_odp.make('application/vnd.oasis.opendocument.text'),
        'no type': {n: c for n, c in good.items() if n != 'mimetype'},
        'no styles': {n: c for n, c in good.items() if n != 'styles.xml'},
        'no content': {n: c for n, c in good.items() if n != 'content.xml'},
        'no titles': changed(good, 'styles.xml', 'presentation:class="title"', ''),
        'no size': changed(good, 'styles.xml', 'fo:page-width="28cm"', 'fo:page-width="0.1cm"'),
        'broken XML': changed(good, 'styles.xml', '</office:master-styles>', ''),
        'a document type': changed(good, 'styles.xml', '<office:document-styles',
                                   '<!DOCTYPE x SYSTEM "http://x.example/">\n<office:document-styles'),
        'deep XML': changed(good, 'styles.xml', '<office:styles>', '<office:styles>' + '<draw:g>' * 300
                            + '</draw:g>' * 300),
        'a picture from outside': changed(good, 'styles.xml', link, 'xlink:href="http://x.example/a.png"'),
        'a file beside it': changed(good, 'styles.xml', link, 'xlink:href="../../etc/passwd"'),
        'a share': changed(good, 'styles.xml', 'https://company.example/', 'smb://x.example/'),
        'a program': changed(good, 'styles.xml', link + ' xlink:type="simple"/>', link
                             + ' xlink:type="simple"/><office:event-listeners><script:event-listener'
                             ' xlink:href="vnd.sun.star.script:Standard.Module1.Main"/></office:event-listeners>'),
        'a cipher': changed(good, 'META-INF/manifest.xml', 'manifest:media-type="text/xml"/>',
                            'manifest:media-type="text/xml"><manifest:encryption-data/></manifest:file-entry>'),
    }
    target = os.path.join(folder, 'out.odp')
    for name, parts in cases.items():
        template = make_odp.write(os.path.join(folder, 'bad.otp'), parts)
        done = run('--template', template, '-o', target, JOURNEY)
        said = done.stderr.decode()
        assert done.returncode == 2, f'{name}: {done.returncode} {said}'
        assert 'The template cannot be used: ' in said and len(said) < 300, f'{name}: {said}'
        assert not os.path.exists(target), name


@test
def own_results_are_templates(folder):
    first = os.path.join(folder, 'first.odp')
    assert run('-o', first, JOURNEY).returncode == 0
    with zipfile.ZipFile(first) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert len(pages(export(folder, parts))) > 10


@test
def it_is_the_same_twice(folder):
    assert export(folder, make_odp.make()) == export(folder, make_odp.make())


sys.exit(main())
