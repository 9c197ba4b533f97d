#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's template as the master of PowerPoint files: its parts are taken as they are, its
placeholders and colours used; what is none is refused with a reason.

Usage: test-template.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
import check_pptx  # noqa: E402 (beside this file)
import make_template  # noqa: E402
from check_pptx import A, P  # noqa: E402
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
JOURNEY = os.path.join(sys.argv[2], 'data', 'examples', 'webshop.de.journey')


def run(*args):
    return subprocess.run([CLI, 'export', *args], capture_output=True, timeout=100,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))


def export(folder, parts, *options):
    """The presentation that the template gives."""
    template = make_template.write(os.path.join(folder, 'company.potx'), parts)
    target = os.path.join(folder, 'out.pptx')
    done = run('--template', template, *options, '-o', target, JOURNEY)
    assert done.returncode == 0, done.stderr.decode()
    return check_pptx.read(target)


def slides(parts):
    names = sorted((n for n in parts if re.fullmatch(r'ppt/slides/slide\d+\.xml', n)),
                   key=lambda n: int(re.findall(r'\d+', n)[0]))
    return [(n, ET.fromstring(parts[n])) for n in names]


@test
def parts_are_taken_as_they_are(folder):
    template = make_template.make()
    parts = export(folder, template)
    assert not list(check_pptx.check(parts)), list(check_pptx.check(parts))[:5]
    for name, content in template.items():
        if name.startswith(('ppt/slideMasters/s', 'ppt/slideLayouts/s', 'ppt/theme', 'ppt/media')):
            content = content.encode() if isinstance(content, str) else content
            assert parts[name] == content, name
    # Its own slide stays behind, and so do our master and theme.
    assert 'ppt/theme/theme1.xml' not in parts and 'ppt/slideMasters/slideMaster1.xml' not in parts
    assert len(slides(parts)) > 10
    relations = parts['ppt/slideMasters/_rels/slideMaster4.xml.rels'].decode()
    assert 'https://company.example/?a=1&amp;b=2" TargetMode="External"' in relations
    size = ET.fromstring(parts['ppt/presentation.xml']).find(P + 'sldSz')
    assert (size.get('cx'), size.get('cy')) == ('9144000', '6858000')


@test
def layouts_are_found_by_type(folder):
    for layouts, wanted in ((('title', 'obj', 'titleOnly', 'blank'), ('11', '13')),
                            (('blank', 'obj', 'title'), ('13', '12')),
                            (('obj',), ('11', '11'))):
        parts = export(folder, make_template.make(layouts=layouts))
        assert not list(check_pptx.check(parts)), layouts
        first, *others = slides(parts)
        plain = next(n for n, slide in others if not [e for e in slide.iter(P + 'ph') if e.get('type') == 'obj'])
        found = [re.search(r'slideLayout(\d+)\.xml', parts[n.replace('slides/', 'slides/_rels/') + '.rels']
                           .decode()).group(1) for n in (first[0], plain)]
        assert tuple(found) == wanted, (layouts, found)


@test
def texts_are_in_their_places(folder):
    """Running text is in a layout that has a place for it, side by side in one that has two; without
    such a layout it is on the slide all the same."""
    def insights(parts):
        slide = ET.fromstring(parts['ppt/slides/slide2.xml'])
        shapes = [s for s in slide.iter(P + 'sp') if list(s.iter(A + 'buAutoNum'))]
        assert len(shapes) == 1, 'the findings are not one list'
        place = shapes[0].find(f'{P}nvSpPr/{P}nvPr/{P}ph')
        return None if place is None else (place.get('type'), place.get('idx'))

    assert insights(export(folder, make_template.make())) == ('obj', '1')
    assert insights(export(folder, make_template.make(layouts=('title', 'titleOnly')))) is None
    parts = export(folder, make_template.make(layouts=('title', 'obj', 'twoObj', 'titleOnly'), bullets='–'))
    assert not list(check_pptx.check(parts)), list(check_pptx.check(parts))[:5]
    assert insights(parts) == ('obj', '1')
    both = [slide for _, slide in slides(parts) if len([e for e in slide.iter(P + 'ph')
                                                        if e.get('type') == 'obj']) == 2]
    assert len(both) >= 3
    # Their bullets, with our distances; numbers stay numbers.
    lists = [p for slide in both for p in slide.iter(A + 'pPr') if p.get('indent', '0').startswith('-')]
    plain = [p for p in lists if p.find(A + 'buChar') is None and p.find(A + 'buAutoNum') is None]
    assert len(plain) > 5 and not [p for p in lists if p.find(A + 'buChar[@char="•"]') is not None]
    # Plain text has the colour of the master, and no size below 9 pt.
    runs = [r for slide in both for s in slide.iter(P + 'sp') if s.find(f'.//{P}ph[@type="obj"]') is not None
            for r in s.iter(A + 'rPr')]
    assert [r for r in runs if r.find(A + 'solidFill') is None]
    assert min(int(r.get('sz')) for r in runs) >= 900


@test
def placeholders_are_used(folder):
    parts = export(folder, make_template.make())
    first, *others = slides(parts)
    kinds = [e.get('type') for e in first[1].iter(P + 'ph')]
    assert kinds == ['ctrTitle', 'subTitle'], kinds
    for name, slide in others:
        kinds = [e.get('type') for e in slide.iter(P + 'ph')]
        assert [k for k in kinds if k != 'obj'] == ['title', 'sldNum'], f'{name}: {kinds}'
        for shape in slide.iter(P + 'sp'):
            place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
            if place is not None and place.get('type') != 'obj':
                # Place and look are the layout's; a size is said only where theirs is too large.
                assert len(shape.find(P + 'spPr')) == 0
                for size in [int(r.get('sz')) for r in shape.iter(A + 'rPr') if r.get('sz')]:
                    assert 900 <= size < 2400 and shape.find(f'.//{A}normAutofit') is not None
    titles = [s for _, slide in others for s in slide.iter(P + 'sp') if check_pptx.is_title(s)]
    assert len([t for t in titles if not [r for r in t.iter(A + 'rPr') if r.get('sz')]]) > 10


@test
def content_stays_below_the_title(folder):
    for width, height in ((9144000, 6858000), (12192000, 6858000), (9144000, 5143500)):
        parts = export(folder, make_template.make(width=width, height=height))
        for name, slide in slides(parts)[1:]:
            for shape in slide.find(f'{P}cSld/{P}spTree'):
                off = shape.find(f'.//{A}off')
                ext = shape.find(f'.//{A}ext[@cx]')
                if off is None or ext is None or shape.find(f'.//{P}ph') is not None \
                        or shape.tag not in (P + 'sp', P + 'pic', P + 'grpSp', P + 'cxnSp'):
                    continue
                top, bottom = int(off.get('y')), int(off.get('y')) + int(ext.get('cy'))
                assert top > height * 0.17, f'{name}: {top} in {height}'
                assert bottom < height * 0.97, f'{name}: {bottom} in {height}'


def places(slide):
    """Left, top, right and bottom of everything that lies on a slide but in placeholders."""
    for shape in slide.find(f'{P}cSld/{P}spTree'):
        off, ext = shape.find(f'.//{A}off'), shape.find(f'.//{A}ext[@cx]')
        if off is None or ext is None or shape.find(f'.//{P}ph') is not None \
                or shape.tag not in (P + 'sp', P + 'pic', P + 'grpSp', P + 'cxnSp'):
            continue
        x, y = int(off.get('x')), int(off.get('y'))
        yield x, y, x + int(ext.get('cx')), y + int(ext.get('cy'))


@test
def others_have_their_rooms(folder):
    """Whatever the master looks like, content lies where it has a place for texts."""
    slack = 12 * 9525
    for name, options in make_template.OTHERS.items():
        parts = export(folder, make_template.make(**options))
        assert not list(check_pptx.check(parts)), name
        x, y, width, height = options['body']
        n = 0
        for slide_name, slide in slides(parts)[1:]:
            for left, top, right, bottom in places(slide):
                n += 1
                assert x - slack < left and right < x + width + slack, f'{name}: {slide_name} {left} {right}'
                assert y - 2 * slack < top and bottom < y + height + slack, f'{name}: {slide_name} {top} {bottom}'
        assert n > 200, n


@test
def slides_tell_masters_apart(folder):
    """A first master for covers is not used for content."""
    parts = export(folder, make_template.make(**make_template.OTHERS['foot']))
    used = [re.search(r'slideLayout(\d+)\.xml', parts[f'ppt/slides/_rels/slide{n}.xml.rels']
                      .decode()).group(1) for n in (1, 2, 3)]
    assert used == ['1', '11', '11'], used
    first = slides(parts)[0][1]
    assert [e.get('type') for e in first.iter(P + 'ph')] == ['ctrTitle', 'subTitle']


@test
def edges_are_theirs(folder):
    parts = export(folder, make_template.make(), '--footer', 'Vertraulich & mehr', '--date', '2026-11-12')
    for _, slide in slides(parts)[1:]:
        kinds = {s.find(f'{P}nvSpPr/{P}nvPr/{P}ph').get('type'): ''.join(s.itertext())
                 for s in slide.iter(P + 'sp') if s.find(f'{P}nvSpPr/{P}nvPr/{P}ph') is not None}
        assert kinds['ftr'] == 'Vertraulich & mehr' and kinds['sldNum'].isdigit(), kinds
        assert 'dt' not in kinds, 'the layout has no place for it'


@test
def texts_stay_readable(folder):
    """None under 9 pt, however narrow the slides are."""
    for width, height in ((12192000, 6858000), (9144000, 6858000), (9144000, 5143500), (6858000, 9144000)):
        parts = export(folder, make_template.make(width=width, height=height))
        sizes = [int(e.get('sz')) for _, s in slides(parts) for e in s.iter(A + 'rPr')
                 if e.get('sz')]
        assert min(sizes) >= 900, (width, min(sizes))


@test
def colors_are_theirs(folder):
    light = export(folder, make_template.make())
    text = ''.join(light[n].decode() for n, _ in slides(light))
    for slot in ('tx1', 'accent1', 'accent3'):
        assert f'<a:schemeClr val="{slot}"' in text, slot
    # Yellow and pink accents are darkened where they are text.
    assert re.search(r'val="accent[25]"><a:lumMod val="(25|50|75)000"/></a:schemeClr>', text)
    dark = export(folder, make_template.make(dark=True))
    assert not list(check_pptx.check(dark))
    cards = ''.join(dark[n].decode() for n, _ in slides(dark))
    assert '2B2B2F' in cards, 'cards are not those of the dark style'


def without(parts, name):
    return {n: c for n, c in parts.items() if n != name}


def changed(parts, name, old, new):
    assert old in parts[name], f'{old} is not in {name}'
    return {**parts, name: parts[name].replace(old, new)}


@test
def what_is_none_is_refused(folder):
    good = make_template.make()
    master = 'ppt/slideMasters/slideMaster4.xml'
    relations = 'ppt/slideMasters/_rels/slideMaster4.xml.rels'
    cases = {
        'a document': changed(good, '[Content_Types].xml', 'presentationml.template.main',
                              'wordprocessingml.document.main'),
        'no types': without(good, '[Content_Types].xml'),
        'no master': without(good, master),
        'no theme': without(good, 'ppt/theme/theme3.xml'),
        'no titles': make_template.make(layouts=('blank',)),
        'broken XML': changed(good, master, '</p:sldMaster>', ''),
        'deep XML': changed(good, master, '<p:otherStyle/>', '<a:x>' * 300 + '</a:x>' * 300),
        'a name of ours': changed(good, relations, '../media/Logo.PNG', '../slides/slide1.xml'),
        'no size': changed(good, 'ppt/presentation.xml', '<p:sldSz cx="9144000"', '<p:sldSz cx="9"'),
        'a picture from outside': changed(good, relations, 'hyperlink" Target="https', 'image" Target="https'),
        'a file beside it': changed(good, relations, 'https://company.example/?a=1&amp;b=2',
                                    'file:////server/share/x'),
        'a program': changed(good, relations, f'{make_template.RELATION}image',
                             f'{make_template.RELATION}control'),
        'a wrong id': changed(good, 'ppt/presentation.xml', 'id="2147483690"', 'id="1&quot;/>"'),
    }
    target = os.path.join(folder, 'out.pptx')
    for name, parts in cases.items():
        template = make_template.write(os.path.join(folder, 'bad.potx'), parts)
        done = run('--template', template, '-o', target, JOURNEY)
        said = done.stderr.decode()
        assert done.returncode == 2, f'{name}: {done.returncode} {said}'
        assert 'The template cannot be used: ' in said and len(said) < 300, f'{name}: {said}'
        assert not os.path.exists(target), name


@test
def macros_stay_behind(folder):
    """Macros hang on the presentation, of which nothing is taken."""
    parts = make_template.make()
    name = 'ppt/_rels/presentation.xml.rels'
    parts[name] = parts[name].replace('</Relationships>', (
        '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
        ' Target="vbaProject.bin"/></Relationships>'))
    parts['ppt/vbaProject.bin'] = b'Sub AutoOpen'
    parts['[Content_Types].xml'] = parts['[Content_Types].xml'].replace(
        'application/vnd.openxmlformats-officedocument.presentationml.template.main+xml',
        'application/vnd.ms-powerpoint.template.macroEnabled.main+xml').replace(
        '<Override', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override', 1)
    result = export(folder, parts)
    assert not [n for n in result if 'vba' in n.lower()]
    assert not [n for n, c in result.items() if b'vba' in c.lower() or b'macro' in c.lower()]
    assert not list(check_pptx.check(result))


@test
def zips_with_traps_are_refused(folder):
    """A bomb, a way out of the folder, an entry twice: told, in no time, and nothing is written."""
    good = make_template.make()
    target = os.path.join(folder, 'out.pptx')
    template = os.path.join(folder, 'bad.potx')

    def bomb(file):
        for name, content in good.items():
            if name.endswith('theme3.xml'):
                content = content.encode() + b' ' * (300 << 20)
            file.writestr(name, content)

    def way_out(file):
        for name, content in good.items():
            file.writestr(name, content)
        file.writestr('../../etc/passwd', 'x')

    def twice(file):
        for name, content in good.items():
            file.writestr(name, content)
        file.writestr('PPT/Presentation.xml', good['ppt/presentation.xml'])

    for make in (bomb, way_out, twice):
        with zipfile.ZipFile(template, 'w', zipfile.ZIP_DEFLATED) as file:
            make(file)
        start = time.monotonic()
        done = run('--template', template, '-o', target, JOURNEY)
        assert done.returncode == 2 and b'The template cannot be used: ' in done.stderr, make.__name__
        assert time.monotonic() - start < 5 and not os.path.exists(target), make.__name__


@test
def other_files_are_refused(folder):
    target = os.path.join(folder, 'out.pptx')
    for content in (b'', b'PK\3\4', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(600), b'%PDF-1.7'):
        template = os.path.join(folder, 'other.potx')
        with open(template, 'wb') as file:
            file.write(content)
        done = run('--template', template, '-o', target, JOURNEY)
        assert done.returncode == 2 and b'The template cannot be used' in done.stderr, content[:8]
    for template in (folder, os.path.join(folder, 'missing.potx')):
        done = run('--template', template, '-o', target, JOURNEY)
        assert done.returncode == 2 and done.stderr, template
    done = run('--template', os.path.join(folder, 'other.potx'), '--to', 'md', '-o', target, JOURNEY)
    assert done.returncode == 2 and b'--template' in done.stderr
    assert not os.path.exists(target)


@test
def other_pages_are_told(folder):
    """Pages that were not made for slides lie in the room as a whole, and one hears how small they are."""
    template = make_template.write(os.path.join(folder, 'company.potx'), make_template.make())
    target = os.path.join(folder, 'out.pptx')
    for pages in ('map', 'tiles'):
        done = run('--template', template, '--pages', pages, '-o', target, JOURNEY)
        assert done.returncode == 0 and b'it was scaled to' in done.stderr, done.stderr
        parts = check_pptx.read(target)
        assert not list(check_pptx.check(parts)), list(check_pptx.check(parts))[:5]
        for name, slide in slides(parts):
            assert all(top > 6858000 * 0.17 for _, top, _, _ in places(slide)), name


@test
def own_results_are_templates(folder):
    first = os.path.join(folder, 'first.pptx')
    done = run('-o', first, JOURNEY)
    assert done.returncode == 0
    parts = export(folder, check_pptx.read(first))
    assert not list(check_pptx.check(parts)), list(check_pptx.check(parts))[:5]


sys.exit(main())
