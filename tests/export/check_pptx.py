# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What PowerPoint is known to call damaged ("repair"), and what makes slides poor for those who
cannot see them. The schema and LibreOffice let most of it pass.

    check_pptx.check({name: bytes}) yields (rule, complaint)
    python3 check_pptx.py FILE.pptx"""

import posixpath
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
RELATIONS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
KIND = 'application/vnd.openxmlformats-officedocument.presentationml.'
LEAST_MASTER_ID = 2147483648
TITLES = ('title', 'ctrTitle')
SCHEME = {'bg1', 'tx1', 'bg2', 'tx2', 'hlink', 'folHlink', 'phClr', 'dk1', 'lt1', 'dk2', 'lt2',
          *(f'accent{n}' for n in range(1, 7))}
RULES = {}


def rule(function):
    RULES[function.__name__.replace('_', '-')] = function
    return function


class Package:
    def __init__(self, parts):
        self.parts = parts
        self.trees = {}
        self.broken = []
        for name, content in parts.items():
            if name.endswith(('.xml', '.rels')):
                try:
                    self.trees[name] = ET.fromstring(content)
                except (ET.ParseError, LookupError, ValueError) as error:
                    self.broken.append(f'{name}: {error}')

    def overrides(self):
        root = self.trees.get('[Content_Types].xml')
        return {} if root is None else {e.get('PartName').lstrip('/'): e.get('ContentType')
                                        for e in root.iter(TYPES + 'Override')}

    def defaults(self):
        root = self.trees.get('[Content_Types].xml')
        return set() if root is None else {e.get('Extension').lower()
                                           for e in root.iter(TYPES + 'Default')}

    def relations(self, part):
        """Id, type, target (a name in the package; None: outside) of a part ('': of the package)."""
        folder, base = posixpath.split(part)
        root = self.trees.get(posixpath.join(folder, '_rels', base + '.rels'))
        for e in [] if root is None else root.iter(RELATIONS + 'Relationship'):
            target = None
            if e.get('TargetMode') != 'External':
                target = posixpath.normpath(posixpath.join('/', folder, e.get('Target')))[1:]
            yield e.get('Id'), e.get('Type').rsplit('/', 1)[-1], target

    def of_kind(self, kind):
        return sorted(n for n, t in self.overrides().items() if t == KIND + kind + '+xml'
                      and n in self.trees)

    def slides(self):
        return [(n, self.trees[n]) for n in self.of_kind('slide')]

    def drawn(self):
        for kind in ('slide', 'slideLayout', 'slideMaster'):
            for name in self.of_kind(kind):
                yield name, self.trees[name]


def is_title(shape):
    place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
    return place is not None and place.get('type') in TITLES


@rule
def well_formed(package):
    yield from package.broken
    if '[Content_Types].xml' not in package.parts:
        yield 'no [Content_Types].xml'


@rule
def types_have_parts(package):
    """An override for a part that is not there."""
    for name in package.overrides():
        if name not in package.parts:
            yield f'{name}: has a type and is missing'


@rule
def parts_have_types(package):
    for name in package.parts:
        if name == '[Content_Types].xml' or name in package.overrides():
            continue
        ending = name.rsplit('.', 1)[-1].lower()
        if ending not in package.defaults():
            yield f'{name}: has no type'
        elif ending == 'xml':
            yield f'{name}: is nothing but XML'


@rule
def targets_exist(package):
    for name in list(package.parts) + ['']:
        if name.endswith('.rels'):
            continue
        for identifier, _, target in package.relations(name):
            if target is not None and target not in package.parts:
                yield f'{name}: {identifier} leads to {target}, which is missing'


@rule
def relations_are_used_right(package):
    """Ids of relationships are there, and each once."""
    for name, tree in package.trees.items():
        if name.endswith('.rels') or name == '[Content_Types].xml':
            continue
        ids = [identifier for identifier, _, _ in package.relations(name)]
        if len(ids) != len(set(ids)):
            yield f'{name}: relationships share an id'
        for element in tree.iter():
            for key, value in element.attrib.items():
                if key in (R + 'id', R + 'embed', R + 'link') and value and value not in ids:
                    yield f'{name}: there is no {value}'


@rule
def parts_are_reached(package):
    seen, open_parts = set(), ['']
    while open_parts:
        for _, _, target in package.relations(open_parts.pop()):
            if target is not None and target not in seen:
                seen.add(target)
                open_parts.append(target)
    for name in package.parts:
        if name not in seen and not name.endswith('.rels') and name != '[Content_Types].xml':
            yield f'{name}: nothing leads there'


@rule
def chain_is_whole(package):
    """Presentation to master, master to layouts and theme, layout to master, slide to layout."""
    wanted = {'presentation.main': ('slideMaster',), 'slideMaster': ('slideLayout', 'theme'),
              'slideLayout': ('slideMaster',), 'slide': ('slideLayout',)}
    for kind, types in wanted.items():
        for name in package.of_kind(kind):
            found = [t for _, t, _ in package.relations(name)]
            for wanted_type in types:
                if wanted_type not in found:
                    yield f'{name}: leads to no {wanted_type}'
                elif kind in ('slide', 'slideLayout') and found.count(wanted_type) > 1:
                    yield f'{name}: leads to more than one {wanted_type}'


@rule
def slide_ids(package):
    for name in package.of_kind('presentation.main'):
        ids = [int(e.get('id')) for e in package.trees[name].iter(P + 'sldId')]
        if len(ids) != len(package.slides()):
            yield f'{name}: lists {len(ids)} of {len(package.slides())} slides'
        if len(ids) != len(set(ids)):
            yield f'{name}: slides share an id'
        if any(i < 256 or i >= LEAST_MASTER_ID for i in ids):
            yield f'{name}: {ids}'


@rule
def master_ids(package):
    """Unique over masters and layouts together."""
    ids = []
    for kind, tag in (('presentation.main', 'sldMasterId'), ('slideMaster', 'sldLayoutId')):
        for name in package.of_kind(kind):
            ids += [int(e.get('id')) for e in package.trees[name].iter(P + tag)]
    if not ids:
        yield 'there is no master'
    if len(ids) != len(set(ids)) or any(i < LEAST_MASTER_ID for i in ids):
        yield f'{ids}'


@rule
def shape_ids(package):
    for name, tree in package.drawn():
        ids = [e.get('id') for e in tree.iter(P + 'cNvPr')]
        if len(ids) != len(set(ids)):
            yield f'{name}: shapes share an id'
        if not all(re.fullmatch(r'[1-9]\d*', i) for i in ids):
            yield f'{name}: an id is no positive number'


@rule
def shapes_have_bodies(package):
    for name, tree in package.slides():
        for shape in tree.iter(P + 'sp'):
            if shape.find(P + 'txBody') is None:
                yield f'{name}: a shape has no text body'


@rule
def bodies_have_paragraphs(package):
    for name, tree in package.drawn():
        for body in tree.iter(P + 'txBody'):
            if [child.tag for child in body][:2] != [A + 'bodyPr', A + 'lstStyle']:
                yield f'{name}: a text body begins in another way'
            if body.find(A + 'p') is None:
                yield f'{name}: a text body has no paragraph'


@rule
def colors(package):
    for name, tree in package.trees.items():
        for element in tree.iter(A + 'srgbClr'):
            if not re.fullmatch(r'[0-9A-Fa-f]{6}', element.get('val', '')):
                yield f'{name}: {element.get("val")} is no colour'
        for element in tree.iter(A + 'schemeClr'):
            if element.get('val') not in SCHEME:
                yield f'{name}: {element.get("val")} is no colour of a theme'


@rule
def lines_have_colors(package):
    """LibreOffice draws no line that does not say its colour."""
    for name, tree in package.slides():
        for line in tree.iter(A + 'ln'):
            if len(line) == 0 or line[0].tag not in (A + 'solidFill', A + 'noFill'):
                yield f'{name}: a line has no colour'


@rule
def one_title(package):
    for name, tree in package.slides():
        titles = [s for s in tree.iter(P + 'sp') if is_title(s)]
        if len(titles) != 1:
            yield f'{name}: {len(titles)} titles'
        elif not ''.join(titles[0].itertext()).strip():
            yield f'{name}: the title is empty'


@rule
def titles_have_a_layout(package):
    for name, _ in package.slides():
        for _, kind, target in package.relations(name):
            if kind == 'slideLayout' and target in package.trees:
                if not any(is_title(s) for s in package.trees[target].iter(P + 'sp')):
                    yield f'{name}: its layout has no title'


@rule
def connectors_have_ends(package):
    for name, tree in package.slides():
        ids = {e.get('id') for e in tree.iter(P + 'cNvPr')}
        for tag in ('stCxn', 'endCxn'):
            for end in tree.iter(A + tag):
                if end.get('id') not in ids:
                    yield f'{name}: a connector ends at {end.get("id")}'


@rule
def sizes(package):
    for name, tree in package.drawn():
        for ext in list(tree.iter(A + 'ext')) + list(tree.iter(A + 'chExt')):
            if ext.get('uri') is None and (int(ext.get('cx')) < 0 or int(ext.get('cy')) < 0):
                yield f'{name}: a shape of negative size'
        for path in tree.iter(A + 'path'):
            if int(path.get('w', 1)) <= 0 or int(path.get('h', 1)) <= 0:
                yield f'{name}: a path without size'
    for name in package.of_kind('presentation.main'):
        size = package.trees[name].find(P + 'sldSz')
        if size is None or not all(914400 <= int(size.get(k)) <= 51206400 for k in ('cx', 'cy')):
            yield f'{name}: the size of slides'
        if package.trees[name].find(P + 'notesSz') is None:
            yield f'{name}: no size of notes'


@rule
def texts_have_languages(package):
    for name, tree in package.slides():
        for properties in tree.iter(A + 'rPr'):
            if not properties.get('lang'):
                yield f'{name}: a text has no language'


@rule
def pictures_are_told(package):
    """Groups, pictures and drawings have a description, a text, or are marked as decoration."""
    for name, tree in package.slides():
        top = tree.find(f'{P}cSld/{P}spTree')
        for shape in [] if top is None else top:
            if shape.tag not in (P + 'sp', P + 'pic', P + 'grpSp', P + 'cxnSp') or is_title(shape):
                continue
            told = shape[0].find(P + 'cNvPr')
            if told.get('descr') or list(told) or any(t.text for t in shape.iter(A + 't')):
                continue
            yield f'{name}: shape {told.get("id")} tells nothing'


@rule
def numbers_are_whole(package):
    """Lengths, sizes and shares: whole numbers, and none that PowerPoint does not take."""
    whole = {'x', 'y', 'cx', 'cy', 'w', 'h', 'lIns', 'tIns', 'rIns', 'bIns', 'marL', 'indent', 'pos',
             'rot', 'l', 't', 'r', 'b', 'idx', 'sz'}
    limits = {'sz': (100, 400000), 'marL': (0, 51206400), 'indent': (-51206400, 51206400),
              'w': (0, 2**31 - 1), 'h': (0, 2**31 - 1)}
    for name, tree in package.drawn():
        for element in tree.iter():
            tag = element.tag.split('}')[1]
            if tag in ('rect', 'rPr', 'defRPr', 'endParaRPr', 'ph') and 'sz' not in element.attrib:
                continue
            for key, value in element.attrib.items():
                if tag in ('rect', 'ph') or key not in whole or (key in 'ltrb' and tag != 'srcRect'):
                    continue
                if not re.fullmatch(r'-?\d+', value):
                    yield f'{name}: {tag} has {key}="{value}"'
                elif not limits.get(key, (-2**31, 2**31 - 1))[0] <= int(value) <= limits.get(
                        key, (-2**31, 2**31 - 1))[1]:
                    yield f'{name}: {tag} has {key}="{value}"'
            if tag in ('lumMod', 'lumOff', 'satMod', 'alpha') and not 0 <= int(element.get('val')) <= 100000:
                yield f'{name}: {tag} of {element.get("val")}'
            if tag == 'spcPts' and not 0 <= int(element.get('val')) <= 158400:
                yield f'{name}: a distance of {element.get("val")}'
            if tag == 'gd' and not re.fullmatch(r'val -?\d+', element.get('fmla')):
                yield f'{name}: {element.get("fmla")}'


@rule
def paths_are_paths(package):
    """Each begins with a move, has the points that its steps need, and stays near its box."""
    counts = {'moveTo': 1, 'lnTo': 1, 'cubicBezTo': 3, 'close': 0}
    for name, tree in package.slides():
        for path in tree.iter(A + 'path'):
            steps = [child.tag.split('}')[1] for child in path]
            if not steps or steps[0] != 'moveTo':
                yield f'{name}: a path begins with {steps[:1]}'
            for child, step in zip(path, steps):
                if len(child) != counts.get(step, -1):
                    yield f'{name}: {step} of {len(child)} points'
            width, height = int(path.get('w')), int(path.get('h'))
            for point in path.iter(A + 'pt'):
                if not (-width <= int(point.get('x')) <= 2 * width + 100
                        and -height <= int(point.get('y')) <= 2 * height + 100):
                    yield f'{name}: a path leaves its box'


@rule
def placeholders_are_of_the_layout(package):
    """A placeholder that its layout does not have stands nowhere."""
    def key(place):
        kind = place.get('type', 'obj')
        return ('title' if kind in TITLES else kind, place.get('idx', '0') if kind not in TITLES else '0')

    for name, tree in package.slides():
        for _, kind, target in package.relations(name):
            if kind != 'slideLayout' or target not in package.trees:
                continue
            there = {key(place) for place in package.trees[target].iter(P + 'ph')}
            for place in tree.iter(P + 'ph'):
                if key(place) not in there:
                    yield f'{name}: its layout has no {key(place)}'


@rule
def places_are_filled_once(package):
    """Two placeholders of one slide, layout or master never have the same index or title."""
    for name, tree in package.drawn():
        found = [place.get('idx', '0') if place.get('type') not in TITLES else 'title'
                 for place in tree.iter(P + 'ph')]
        if len(found) != len(set(found)) and name not in package.of_kind('slideMaster'):
            yield f'{name}: {found}'


@rule
def places_are_somewhere(package):
    """Without a place of its own, a placeholder has that of its layout, or the layout's master."""
    def is_placed(shape):
        return shape.find(f'{P}spPr/{A}xfrm/{A}off') is not None

    def has_place(part, place):
        kind, index = place.get('type', 'obj'), place.get('idx', '0')
        for shape in package.trees[part].iter(P + 'sp'):
            there = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
            if there is None:
                continue
            other = there.get('type', 'obj')
            if (other in TITLES and kind in TITLES) or there.get('idx', '0') == index != '0' \
                    or (part in package.of_kind('slideMaster') and {kind, other} <= {'body', 'obj', 'subTitle'}) \
                    or (kind == other and kind in ('dt', 'ftr', 'sldNum')):
                if is_placed(shape):
                    return True
        return any(has_place(target, place) for _, t, target in package.relations(part)
                   if t == 'slideMaster' and target in package.trees and part in package.of_kind('slideLayout'))

    for name, tree in package.slides():
        for shape in tree.iter(P + 'sp'):
            place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
            if place is None or is_placed(shape):
                continue
            if not any(has_place(target, place) for _, t, target in package.relations(name)
                       if t == 'slideLayout' and target in package.trees):
                yield f'{name}: {place.attrib} stands nowhere'


@rule
def paragraphs_are_in_order(package):
    """Children of paragraph properties stand as the schema has them; signs are signs."""
    order = ('lnSpc', 'spcBef', 'spcAft', 'buClrTx', 'buClr', 'buSzTx', 'buSzPct', 'buSzPts', 'buFontTx',
             'buFont', 'buNone', 'buAutoNum', 'buChar', 'buBlip', 'tabLst', 'defRPr', 'extLst')
    kinds = ('buNone', 'buAutoNum', 'buChar', 'buBlip')
    for name, tree in package.drawn():
        for properties in tree.iter():
            tag = properties.tag.split('}')[1]
            if tag != 'pPr' and not re.fullmatch(r'lvl\dpPr|defPPr', tag):
                continue
            found = [child.tag.split('}')[1] for child in properties]
            if not set(found) <= set(order) or found != sorted(set(found), key=order.index):
                yield f'{name}: {found}'
            if len([tag for tag in found if tag in kinds]) > 1:
                yield f'{name}: more than one sign'
            if not 0 <= int(properties.get('lvl', 0)) <= 8:
                yield f'{name}: level {properties.get("lvl")}'
        for sign in tree.iter(A + 'buChar'):
            if len(sign.get('char', '')) != 1:
                yield f'{name}: a bullet of {sign.get("char")!r}'
        for sign in tree.iter(A + 'buAutoNum'):
            if not 1 <= int(sign.get('startAt', 1)) <= 32767:
                yield f'{name}: numbers from {sign.get("startAt")}'
        for size in tree.iter(A + 'buSzPct'):
            if not 25000 <= int(size.get('val')) <= 400000:
                yield f'{name}: a sign of {size.get("val")}'


@rule
def titles_differ(package):
    """Whoever hears titles only tells slides apart by them."""
    seen = {}
    for name, tree in package.slides():
        for shape in tree.iter(P + 'sp'):
            if is_title(shape):
                text = ''.join(shape.itertext()).strip()
                if text in seen:
                    yield f'{name}: is called "{text}" as {seen[text]} is'
                seen[text] = name


@rule
def titles_come_first(package):
    """What is read first is what is there first; a line above the title may come before it."""
    for name, tree in package.slides():
        top = [s for s in tree.find(f'{P}cSld/{P}spTree')
               if s.tag in (P + 'sp', P + 'pic', P + 'grpSp', P + 'cxnSp')]
        told = [s for s in top if is_title(s) or any(t.text for t in s.iter(A + 't'))]
        if told and not any(is_title(shape) for shape in told[:2]):
            yield f'{name}: something is read before its title'


@rule
def properties_are_told(package):
    kinds = {kind: target for _, kind, target in package.relations('')}
    for kind in ('core-properties', 'extended-properties'):
        if kinds.get(kind) not in package.trees:
            yield f'no {kind}'
    core = package.trees.get(kinds.get('core-properties'))
    if core is not None:
        for tag in ('title', 'language'):
            found = core.find('{http://purl.org/dc/elements/1.1/}' + tag)
            if found is None or not (found.text or '').strip():
                yield f'core properties have no {tag}'


@rule
def colors_are_of_the_theme(package):
    """Another theme changes a slide: most of its colours come from there, and all of its plain text."""
    for name, tree in package.slides():
        own = len(list(tree.iter(A + 'srgbClr')))
        theirs = len(list(tree.iter(A + 'schemeClr')))
        if own > 20 and own > 3 * theirs:
            yield f'{name}: {own} colours of its own, {theirs} of the theme'


@rule
def theme_is_full(package):
    """Three fills, lines, effects and grounds, twelve colours."""
    for name, kind in package.overrides().items():
        tree = package.trees.get(name)
        if not kind.endswith('.theme+xml') or tree is None:
            continue
        counts = {tag: len(tree.find(f'.//{A}{tag}') if tree.find(f'.//{A}{tag}') is not None
                           else ()) for tag in ('fillStyleLst', 'lnStyleLst', 'effectStyleLst',
                                                'bgFillStyleLst', 'clrScheme')}
        if counts.pop('clrScheme') != 12 or any(n < 3 for n in counts.values()):
            yield f'{name}: {counts}'


def check(parts):
    package = Package(parts)
    for name, function in RULES.items():
        for complaint in function(package):
            yield name, complaint


def read(path):
    with zipfile.ZipFile(path) as file:
        names = file.namelist()
        assert len(names) == len(set(names)), 'an entry is there twice'
        return {name: file.read(name) for name in names}


if __name__ == '__main__':
    found = list(check(read(sys.argv[1])))
    for found_rule, found_complaint in found:
        print(f'{found_rule}: {found_complaint}')
    sys.exit(1 if found else 0)
