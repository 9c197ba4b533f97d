#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PowerPoint files that etappe-cli exports: nothing that PowerPoint is known to call damaged, all
words, real shapes. Shows for each rule of check_pptx.py that it can fail.

Usage: test-pptx.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import colorsys
import hashlib
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
import check_pptx  # noqa: E402 (beside this file)
from check_pptx import A, P  # noqa: E402
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(sys.argv[2], 'data', 'examples')
MAP = ['--pages', 'map']
SLIDE = 'ppt/slides/slide1.xml'


def run(*args, status=0):
    done = subprocess.run(args, capture_output=True, timeout=100,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))
    assert done.returncode == status, f'{args}: {done.returncode}, {done.stderr.decode()}'
    return done.stdout if status == 0 else done.stderr.decode()


def examples():
    names = sorted(n for n in os.listdir(EXAMPLES) if n.endswith('.journey'))
    assert len(names) >= 6, names
    return [os.path.join(EXAMPLES, name) for name in names]


def export(folder, path, *options, form='pptx'):
    target = os.path.join(folder, os.path.basename(path) + '.' + form)
    run(CLI, 'export', *options, '-o', target, path)
    return target


def export_parts(folder, path, *options):
    return check_pptx.read(export(folder, path, *options))


def write(folder, **journey):
    path = os.path.join(folder, 'own.journey')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'format': 'etappe-journey', 'version': 1, **journey}, file)
    return path


def slides(parts):
    return [ET.fromstring(parts[name]) for name in sorted(parts)
            if re.fullmatch(r'ppt/slides/slide\d+\.xml', name)]


def texts(parts):
    """All paragraphs; a line break is a line break."""
    found = []
    for slide in slides(parts):
        for paragraph in slide.iter(A + 'p'):
            found.append(''.join('\n' if e.tag == A + 'br' else e.text or ''
                                 for e in paragraph.iter() if e.tag in (A + 't', A + 'br')))
    return found


def words(text):
    return set(re.findall(r'\w+', text))


def complaints(parts):
    return list(check_pptx.check(parts))


@test
def powerpoint_repairs_nothing(folder):
    for path in examples():
        for options in [[], ['--ratio', '4:3', '--external'], ['--phases', '2-3'], MAP, MAP + ['--style', 'dark']]:
            found = complaints(export_parts(folder, path, *options))
            assert not found, f'{path}: {found[:5]}'
    found = complaints(export_parts(folder, examples()[0], '--pages', 'tiles'))
    assert not found, f'tiles: {found[:5]}'


def change(parts, name, old, new, count=1):
    text = parts[name].decode()
    assert re.search(old, text, re.S), f'{old} is not in {name}'
    parts[name] = re.sub(old, new, text, count=count, flags=re.S).encode()


TYPES_PART = '[Content_Types].xml'
PRESENTATION = 'ppt/presentation.xml'
MASTER = 'ppt/slideMasters/slideMaster1.xml'
SLIDE_RELATIONS = 'ppt/slides/_rels/slide1.xml.rels'

TEXT_PLACE = ('<p:sp><p:nvSpPr><p:cNvPr id="9999" name=""/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="%d"/>'
              '</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>')

# What breaks each rule.
BROKEN = {
    'well-formed': lambda p: change(p, SLIDE, '</p:sld>', ''),
    'types-have-parts': lambda p: change(
        p, TYPES_PART, '</Types>', '<Override PartName="/ppt/gone.xml" ContentType="x"/></Types>'),
    'parts-have-types': lambda p: change(p, TYPES_PART, r'<Override PartName="/ppt/theme[^>]*>', ''),
    'targets-exist': lambda p: p.pop('docProps/app.xml'),
    'relations-are-used-right': lambda p: change(p, PRESENTATION, 'r:id="rId1"', 'r:id="rId999"'),
    'parts-are-reached': lambda p: p.update({'ppt/media/lost.png': b''}),
    'chain-is-whole': lambda p: change(p, SLIDE_RELATIONS, 'slideLayout"', 'slideOutlay"'),
    'slide-ids': lambda p: change(p, PRESENTATION, '<p:sldId id="256"', '<p:sldId id="255"'),
    'master-ids': lambda p: change(p, MASTER, 'sldLayoutId id="2147483649"',
                                   'sldLayoutId id="2147483648"'),
    'shape-ids': lambda p: change(p, SLIDE, r'id="\d+" name="(?=[^"])', 'id="1" name="'),
    'shapes-have-bodies': lambda p: change(p, SLIDE, '<p:txBody>.*?</p:txBody>', ''),
    'bodies-have-paragraphs': lambda p: change(
        p, SLIDE, '<a:lstStyle/><a:p>.*?</p:txBody>', '<a:lstStyle/></p:txBody>'),
    'colors': lambda p: change(p, SLIDE, 'srgbClr val="[0-9A-F]{6}"', 'srgbClr val="red"'),
    'lines-have-colors': lambda p: change(p, SLIDE, '<a:ln w="[^>]*><a:solidFill>.*?</a:solidFill>',
                                          '<a:ln w="9525">'),
    'one-title': lambda p: change(p, SLIDE, '<p:ph type="(title|ctrTitle)"/>', ''),
    'titles-have-a-layout': lambda p: [change(p, n, 'type="(title|ctrTitle)"/>', 'type="body"/>')
                                       for n in p if n.startswith('ppt/slideLayouts/slide')],
    'connectors-have-ends': lambda p: change(
        p, SLIDE, '</p:spTree>',
        '<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="9999" name="" descr="x"/><p:cNvCxnSpPr>'
        '<a:stCxn id="9998" idx="0"/></p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr/></p:cxnSp>'
        '</p:spTree>'),
    'sizes': lambda p: change(p, PRESENTATION, '<p:sldSz cx="[0-9]+"', '<p:sldSz cx="900"'),
    'texts-have-languages': lambda p: change(p, SLIDE, '<a:rPr lang="[^"]*"', '<a:rPr'),
    'pictures-are-told': lambda p: change(
        p, SLIDE, '</p:spTree>',
        '<p:sp><p:nvSpPr><p:cNvPr id="9999" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp></p:spTree>'),
    'numbers-are-whole': lambda p: change(p, SLIDE, '<a:off x="(\\d+)"', r'<a:off x="\1.5"'),
    'paths-are-paths': lambda p: change(p, SLIDE, '<a:moveTo>', '<a:lnTo>') or change(
        p, SLIDE, '</a:moveTo>', '</a:lnTo>'),
    'placeholders-are-of-the-layout': lambda p: change(p, SLIDE, '<p:ph type="(title|ctrTitle)"/>',
                                                       r'<p:ph type="\1"/><p:ph type="pic" idx="7"/>'),
    'places-are-filled-once': lambda p: change(
        p, SLIDE, '</p:spTree>', TEXT_PLACE % 1 * 2 + '</p:spTree>'),
    'places-are-somewhere': lambda p: change(
        p, SLIDE, '</p:spTree>', TEXT_PLACE.replace('body', 'pic') % 77 + '</p:spTree>'),
    'paragraphs-are-in-order': lambda p: change(
        p, SLIDE, '<a:lnSpc>(.*?)</a:lnSpc>', r'<a:buNone/><a:lnSpc>\1</a:lnSpc>'),
    'titles-differ': lambda p: [p.update({
        'ppt/slides/slide2.xml': p[SLIDE],
        'ppt/slides/_rels/slide2.xml.rels': p[SLIDE_RELATIONS]}), change(
            p, TYPES_PART, '</Types>', '<Override PartName="/ppt/slides/slide2.xml" ContentType="'
            'application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>')],
    'titles-come-first': lambda p: change(
        p, SLIDE, '</p:grpSpPr><p:sp>',
        '</p:grpSpPr>' + '<p:sp><p:nvSpPr><p:cNvPr id="9999" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="de-DE"/><a:t>x</a:t></a:r></a:p></p:txBody>'
        '</p:sp>' * 2 + '<p:sp>'),
    'properties-are-told': lambda p: change(p, 'docProps/core.xml', '<dc:title>.*?</dc:title>', ''),
    'colors-are-of-the-theme': lambda p: change(
        p, SLIDE, '<a:schemeClr val="[a-z0-9A-Z]+"(/>|>.*?</a:schemeClr>)', '<a:srgbClr val="112233"/>', 0),
    'theme-is-full': lambda p: change(p, 'ppt/theme/theme1.xml', '<a:accent6>.*?</a:accent6>', ''),
}


@test
def each_rule_can_fail(folder):
    parts = export_parts(folder, examples()[0], *MAP)
    assert set(BROKEN) == set(check_pptx.RULES), set(BROKEN) ^ set(check_pptx.RULES)
    for name, spoil in BROKEN.items():
        spoiled = dict(parts)
        spoil(spoiled)
        found = {rule for rule, _ in complaints(spoiled)}
        assert name in found, f'{name} does not see what was broken: {found}'


def placed_texts(slide, kinds=('body', 'obj', 'subTitle')):
    """What outlines show below the title: the paragraphs of each placeholder."""
    found = []
    for shape in slide.iter(P + 'sp'):
        place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
        if place is not None and place.get('type') in kinds:
            found.append([''.join(t.text or '' for t in p.iter(A + 't')) for p in shape.iter(A + 'p')])
    return found


@test
def texts_stand_in_places(folder):
    """Running text is in placeholders of the slide's layout, which has them where the text is; lists
    are lists. Cards and tables are not."""
    path = examples()[0]
    with open(path, encoding='utf-8') as file:
        journey = json.load(file)
    parts = export_parts(folder, path)
    found = [(n, ET.fromstring(parts[n])) for n in sorted(
        (n for n in parts if re.fullmatch(r'ppt/slides/slide\d+\.xml', n)),
        key=lambda n: int(re.findall(r'\d+', n)[0]))]
    (cover,) = placed_texts(found[0][1])
    assert len(cover) >= 4 and journey['description'] in cover, cover
    (findings,) = placed_texts(found[1][1])
    insights = [i['text'] for i in journey['insights']]
    assert [text for text in findings if text in insights] == insights, findings
    numbers = [int(e.get('startAt', 1)) for e in found[1][1].iter(A + 'buAutoNum')]
    assert numbers == list(range(1, len(insights) + 1)), numbers
    columns = [len(placed_texts(slide)) for _, slide in found]
    assert max(columns) == 3 and columns.count(0) > 10, columns
    need = journey['personas'][0]['needs'][0]
    persona = [texts for _, slide in found for texts in placed_texts(slide) if need in texts]
    assert len(persona) == 1, persona
    # Bullets are the master's, and no text is there twice.
    bullets = [p for _, slide in found for p in slide.iter(A + 'pPr') if p.get('lvl') == '1']
    assert len(bullets) > 10 and not [p for p in bullets if p.find(A + 'buChar') is not None]
    master = ET.fromstring(parts[MASTER]).find(f'{P}txStyles/{P}bodyStyle/{A}lvl2pPr')
    assert master.find(A + 'buChar') is not None
    said = [''.join(t.text or '' for t in p.iter(A + 't')) for p in found[1][1].iter(A + 'p')]
    assert [text for text in said if text in insights] == insights, said
    # Reset Slide moves nothing: the layouts have the places.
    for name, slide in found:
        for shape in slide.iter(P + 'sp'):
            place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
            if place is not None and place.get('type') in ('body', 'subTitle'):
                assert len(shape.find(P + 'spPr')) == 0, name


@test
def titles_have_room_for_other_letters(folder):
    """Another program sets large letters wider: a title that just fits is not broken by that."""
    for ratio in ('16:9', '4:3'):
        parts = export_parts(folder, examples()[0], '--ratio', ratio)
        width = int(ET.fromstring(parts['ppt/presentation.xml']).find(P + 'sldSz').get('cx'))
        for shape in ET.fromstring(parts['ppt/slideLayouts/slideLayout1.xml']).iter(P + 'sp'):
            left, size = int(shape.find(f'.//{A}off').get('x')), int(shape.find(f'.//{A}ext').get('cx'))
            # The margin at the right is as wide as that at the left, where texts end.
            least = 1.02 if check_pptx.is_title(shape) else 1.004
            assert (width - 2 * left) * least < size < width - left * 1.2, (shape[0][0].attrib, left, size)


@test
def all_words_are_there(folder):
    for path in examples():
        svg = ET.parse(export(folder, path, form='svg')).getroot()
        wanted = words(' '.join(''.join(e.itertext()) for e in svg.iter()
                                if e.tag.endswith('}text')))
        found = words(' '.join(texts(export_parts(folder, path, *MAP))))
        assert len(wanted) > 150 and not wanted - found, wanted - found


@test
def shapes_are_real(folder):
    """Cards are groups with one shape that holds their text, curves are free forms, links connect."""
    path = examples()[4]
    with open(path, encoding='utf-8') as file:
        journey = json.load(file)
    (slide,) = slides(export_parts(folder, path, *MAP))
    titles = {c['title'] for c in journey['cards'] if c.get('title')}
    held = {t for t in titles for s in slide.iter(P + 'sp')
            if s.find(f'{P}spPr/{A}prstGeom[@prst="roundRect"]') is not None
            and t in ''.join(s.itertext())}
    assert len(held) > len(titles) / 2, f'{len(held)} of {len(titles)}'
    curves = [s for s in slide.iter(A + 'custGeom') if len(list(s.iter(A + 'cubicBezTo'))) > 4]
    assert curves
    connectors = [c for c in slide.iter(P + 'cxnSp') if c.find(f'.//{A}stCxn') is not None]
    assert len(connectors) >= len(journey['links']) - 1, len(connectors)
    for connector in connectors:
        assert connector.find(f'.//{A}endCxn') is not None
        assert connector.find(f'.//{P}cNvPr').get('descr')
    assert not list(slide.iter(P + 'graphicFrame'))


def placed(element):
    """Offset, size, turn and mirrors of a shape."""
    frame = element.find(f'{P}spPr/{A}xfrm')
    off, ext = frame.find(A + 'off'), frame.find(A + 'ext')
    return (int(off.get('x')), int(off.get('y')), int(ext.get('cx')), int(ext.get('cy')),
            int(frame.get('rot', 0)), frame.get('flipH') == '1', frame.get('flipV') == '1')


def connector_way(connector):
    """The corners of a straight or bent connector, as the presets of DrawingML define them."""
    x, y, width, height, turn, flip_h, flip_v = placed(connector)
    geometry = connector.find(f'{P}spPr/{A}prstGeom')
    adj = [int(g.get('fmla').split()[1]) / 100000 for g in geometry.iter(A + 'gd')]
    ways = {'straightConnector1': [(0, 0), (1, 1)],
            'bentConnector2': [(0, 0), (1, 0), (1, 1)],
            'bentConnector3': adj and [(0, 0), (adj[0], 0), (adj[0], 1), (1, 1)],
            'bentConnector4': adj[1:] and [(0, 0), (adj[0], 0), (adj[0], adj[1]), (1, adj[1]), (1, 1)],
            'bentConnector5': adj[2:] and [(0, 0), (adj[0], 0), (adj[0], adj[1]), (adj[2], adj[1]),
                                           (adj[2], 1), (1, 1)]}
    found = []
    for u, v in ways[geometry.get('prst')]:
        a, b = ((0.5 - u if flip_h else u - 0.5) * width, (0.5 - v if flip_v else v - 0.5) * height)
        if turn:
            assert turn == 5400000
            a, b = -b, a
        found.append((x + width / 2 + a, y + height / 2 + b))
    return found


def is_at_side(point, box, index, slack=25000):
    """At the side of a box that the index of a connection site means, and within its length."""
    x, y, width, height = box
    across, along, start, length = [
        (point[1] - y, point[0], x, width), (point[0] - x, point[1], y, height),
        (point[1] - y - height, point[0], x, width), (point[0] - x - width, point[1], y, height),
    ][index]
    return abs(across) <= slack and start - slack <= along <= start + length + slack


@test
def connectors_lead_from_card_to_card(folder):
    """Their ends lie at the sides that they are glued to, and their legs are level or upright."""
    kinds = set()
    for path in examples():
        for slide in slides(export_parts(folder, path, *MAP)):
            boxes = {s.find(f'.//{P}cNvPr').get('id'): placed(s)[:4]
                     for s in slide.iter() if s.tag in (P + 'sp', P + 'pic')
                     and s.find(f'{P}spPr/{A}xfrm') is not None}
            for connector in slide.iter(P + 'cxnSp'):
                start = connector.find(f'.//{A}stCxn')
                if start is None:
                    continue
                way = connector_way(connector)
                kinds.add(len(way))
                for point, end in ((way[0], start), (way[-1], connector.find(f'.//{A}endCxn'))):
                    assert is_at_side(point, boxes[end.get('id')], int(end.get('idx'))), \
                        f'{path}: {ET.tostring(connector).decode()[:900]}'
                for (x0, y0), (x1, y1) in zip(way, way[1:]):
                    assert min(abs(x1 - x0), abs(y1 - y0)) <= 25000, way
    assert len(kinds) >= 3, kinds


@test
def tiles_hold_whole_things(folder):
    """What lies across the edge of a sheet is on one of them, whole; nothing is there twice."""
    path = examples()[4]
    with open(path, encoding='utf-8') as file:
        titles = {c['title'] for c in json.load(file)['cards'] if c.get('title') and c.get('phase')}
    parts = export_parts(folder, path, '--pages', 'tiles', '--page', 'A4')
    size = ET.fromstring(parts['ppt/presentation.xml']).find(P + 'sldSz')
    found = []
    for slide in slides(parts):
        seen = set()
        for shape in slide.iter(P + 'sp'):
            said = ''.join(e.text or '' for e in shape.iter(A + 't'))
            if not said or shape.find(f'{P}spPr/{A}xfrm') is None or check_pptx.is_title(shape):
                continue
            x, y, width, height = placed(shape)[:4]
            assert 0 <= x + width / 2 <= int(size.get('cx')) and 0 <= y <= int(size.get('cy')), said
            assert (said, x // 9525, y // 9525) not in seen, said
            seen.add((said, x // 9525, y // 9525))
            found.append(said)
    for title in titles:
        assert sum(title in said for said in found) >= 1, title


@test
def themes_have_the_colors(folder):
    parts = export_parts(folder, examples()[0], *MAP)
    text = parts[SLIDE].decode()
    for slot in ('tx1', 'bg1', 'tx2', 'accent1', 'accent2'):
        assert f'<a:schemeClr val="{slot}"' in text, slot
    assert 'lumMod' in text, 'tints are no tints of the theme'


@test
def tints_are_those_of_the_map(folder):
    """A tint by the theme's arithmetic is the colour that the map has, within what eyes can tell."""
    path = examples()[0]
    svg = export(folder, path, form='svg')
    with open(svg, encoding='utf-8') as file:
        shown = {tuple(bytes.fromhex(c))
                 for c in re.findall(r'(?:fill|stroke)="#([0-9a-f]{6})"', file.read())}
    parts = export_parts(folder, path, *MAP)
    theme = ET.fromstring(parts['ppt/theme/theme1.xml']).find(f'.//{A}clrScheme')
    slots = {e.tag[len(A):]: bytes.fromhex(e[0].get('val')) for e in theme}
    found = set(re.findall(r'<a:schemeClr val="(accent\d)"><a:lumMod val="(\d+)"/><a:lumOff val="(\d+)"/>'
                           r'(?:<a:satMod val="(\d+)"/>)?', parts[SLIDE].decode()))
    assert len(found) >= 4, found
    for slot, mod, off, saturation in found:
        hue, light, full = colorsys.rgb_to_hls(*[c / 255 for c in slots[slot]])
        light = light * int(mod) / 100000 + int(off) / 100000
        tint = [c * 255 for c in colorsys.hls_to_rgb(hue, light, full * int(saturation or 100000) / 1e5)]
        nearest = min(max(abs(a - b) for a, b in zip(tint, s)) for s in shown)
        assert nearest < 2.5, (slot, mod, off, saturation, tint)


@test
def texts_survive(folder):
    """Control characters go, all else stays; each line of a text is a paragraph."""
    title = 'a & b < c > "d" \t\'e\' äöü 😀👩‍👩‍👧 \ufffd'
    path = write(folder, title='Über & <alles>\u0001\ufffe', language='de',
                 phases=[{'id': 'p', 'name': 'P'}], lanes=[{'id': 'l', 'name': 'L'}],
                 cards=[{'id': 'c', 'lane': 'l', 'phase': 'p', 'title': title,
                         'text': 'one\ntwo\n\nthree\u0007'},
                        {'id': 'r', 'lane': 'l', 'phase': 'p', 'title': 'שלום עולם'}])
    parts = export_parts(folder, path, *MAP)
    assert not complaints(parts), complaints(parts)
    found = texts(parts)
    # The measured lines may part a text, but not change it.
    assert any(title in text for text in found), found
    assert 'Über & <alles>' in found
    at = found.index('one')
    assert found[at:at + 4] == ['one', 'two', '', 'three'], found
    slide = ET.fromstring(parts[SLIDE])
    for paragraph in slide.iter(A + 'p'):
        if 'שלום' in ''.join(paragraph.itertext()):
            assert paragraph.find(A + 'pPr').get('rtl') == '1'
    assert {e.get('lang') for e in slide.iter(A + 'rPr')} == {'de-DE'}


@test
def pictures_are_there_once(folder):
    path = examples()[4]
    parts = export_parts(folder, path, *MAP)
    media = [n for n in parts if n.startswith('ppt/media/')]
    hashes = {hashlib.sha256(parts[n]).digest() for n in media}
    assert media and len(hashes) == len(media)
    with open(path, encoding='utf-8') as file:
        assert len(media) <= len(json.load(file)['assets'])


@test
def bytes_are_the_same(folder):
    for path in examples()[:2]:
        with open(export(folder, path), 'rb') as file:
            first = file.read()
        with open(export(folder, path), 'rb') as file:
            assert first == file.read()


@test
def an_empty_journey_has_a_slide(folder):
    parts = export_parts(folder, write(folder), *MAP)
    assert not complaints(parts), complaints(parts)
    assert len(slides(parts)) == 1


sys.exit(main())
