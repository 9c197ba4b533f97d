#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice opens the presentations: all slides, all words, shapes that stay shapes, and pictures
that look like our own PDF of the same deck. Everything is converted by two starts of the program.

Usage: test-office.py ETAPPE-CLI SOURCE-ROOT; writes TAP."""

import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'common'))
import make_odp  # noqa: E402 (beside this file)
import make_template  # noqa: E402
from tap import main, test  # noqa: E402

CLI = os.path.abspath(sys.argv[1])
EXAMPLES = os.path.join(sys.argv[2], 'data', 'examples')
DRAW = '{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}'
A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
# Of 255, averaged over a slide in cells of 8 × 8 pixels: what another set of letters makes.
MOST_DIFFERENT = 3.0


def run(*args):
    done = subprocess.run(args, capture_output=True, timeout=300,
                          env=dict(os.environ, LC_ALL='C.UTF-8'))
    assert done.returncode == 0, f'{args}: {done.returncode}, {done.stderr.decode()}'
    return done.stdout


def export(folder, name, form, *options, target=None):
    target = os.path.join(folder, f'{target or name}.{form}')
    run(CLI, 'export', '--to', form, *options, '-o', target,
        os.path.join(EXAMPLES, name + '.journey'))
    return target


def convert(folder, paths, form):
    """What LibreOffice makes of files, by their names, in a profile of its own: one start for all."""
    out = os.path.join(folder, 'converted-' + form)
    names = [os.path.join(out, os.path.splitext(os.path.basename(path))[0] + '.' + form) for path in paths]
    assert len(set(names)) == len(names), names
    run('soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore',
        '--convert-to', form, '--outdir', out, *paths)
    for path, name in zip(paths, names):
        assert os.path.exists(name), f'{path} was not opened'
    return dict(zip(paths, names))


class Everything:
    """All that the tests look at, made once."""

    def __init__(self, folder):
        self.own = {name: export(folder, name, 'pdf', '--pages', 'deck', target='own-' + name)
                    for name in ('webshop.de', 'b2b.en', 'omnichannel.de', 'webshop.en')}
        self.decks = {(name, form): export(folder, name, form, target=f'{form}-{name}')
                      for name, form in (('webshop.de', 'pptx'), ('webshop.de', 'odp'),
                                         ('b2b.en', 'pptx'), ('b2b.en', 'odp'),
                                         ('omnichannel.de', 'pptx'), ('webshop.en', 'odp'))}
        for name, options in {'company': {}, **make_template.OTHERS}.items():
            template = make_template.write(os.path.join(folder, name + '.potx'),
                                           make_template.make(**options))
            self.decks['template', name] = export(folder, 'webshop.de', 'pptx', '--template', template,
                                                  target='template-' + name)
        template = make_odp.write(os.path.join(folder, 'company.otp'), make_odp.make())
        self.decks['template', 'odp'] = export(folder, 'webshop.de', 'odp', '--template', template,
                                               target='template-odp')
        self.map = export(folder, 'webshop.de', 'pptx', '--pages', 'map', target='map')
        pdfs = convert(folder, list(self.decks.values()), 'pdf')
        self.pdfs = {key: pdfs[path] for key, path in self.decks.items()}
        self.map_odp = convert(folder, [self.map], 'odp')[self.map]


def count_pages(pdf):
    return int(re.search(rb'^Pages: +(\d+)$', run('pdfinfo', pdf), re.M).group(1))


def words(text):
    return set(re.findall(r'\w+', text))


def pictures(folder, pdf, name):
    """Grey pages, each a list of the averages of cells."""
    run('pdftoppm', '-gray', '-scale-to-x', '640', '-scale-to-y', '360', pdf,
        os.path.join(folder, name))
    found = []
    for file in sorted(f for f in os.listdir(folder) if re.fullmatch(name + r'-\d+\.pgm', f)):
        with open(os.path.join(folder, file), 'rb') as stream:
            data = stream.read()
        pixels = data[len(data) - 640 * 360:]
        found.append([sum(sum(pixels[640 * (y + k) + x:640 * (y + k) + x + 8]) for k in range(8)) / 64
                      for y in range(0, 360, 8) for x in range(0, 640, 8)])
    return found


def difference(one, other):
    return sum(abs(a - b) for a, b in zip(one, other)) / len(one)


@test
def slides_look_like_the_pdf(folder, made):
    for name in ('webshop.de', 'b2b.en'):
        own = pictures(folder, made.own[name], 'own-' + name)
        assert len(own) > 10
        for form in ('pptx', 'odp'):
            theirs = pictures(folder, made.pdfs[name, form], f'{form}-{name}')
            assert len(theirs) == len(own), f'{name}.{form}: {len(theirs)} of {len(own)} slides'
            found = [difference(a, b) for a, b in zip(own, theirs)]
            print(f'# {name}.{form}: {max(found):.2f} at most, {sum(found) / len(found):.2f}')
            assert max(found) < MOST_DIFFERENT, f'{name}.{form}: {found}'
            # The measure tells slides apart.
            assert difference(own[1], theirs[4]) > 2 * MOST_DIFFERENT


@test
def all_words_are_read(_folder, made):
    for name, form in (('omnichannel.de', 'pptx'), ('webshop.en', 'odp')):
        own = words(run('pdftotext', made.own[name], '-').decode())
        theirs = words(run('pdftotext', made.pdfs[name, form], '-').decode())
        # Words that either of them parts at the end of a line are no loss.
        lost = {w for w in own - theirs if len(w) > 3}
        assert len(own) > 200 and len(lost) < len(own) / 50, lost


@test
def shapes_stay_shapes(_folder, made):
    with zipfile.ZipFile(made.map_odp) as file:
        root = ET.fromstring(file.read('content.xml'))
    with zipfile.ZipFile(made.map) as file:
        slide = ET.fromstring(file.read('ppt/slides/slide1.xml'))
    wanted = len([s for s in slide.iter(A + 'prstGeom') if s.get('prst') == 'roundRect'])
    assert len(list(root.iter(DRAW + 'custom-shape'))) > wanted > 20
    ends = [c for c in root.iter(DRAW + 'connector') if c.get(DRAW + 'start-shape')]
    assert len(ends) == len(list(slide.iter(A + 'stCxn'))) > 5
    assert len(list(root.iter(DRAW + 'g'))) > 20


def overlaps(pdf):
    """Words of a page that lie on each other, and how many words there are."""
    found, page, n = [], [], 0
    for line in run('pdftotext', '-bbox', pdf, '-').decode().splitlines() + ['<page ']:
        word = re.search(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line)
        if word:
            page.append((*map(float, word.groups()[:4]), word.group(5)))
            n += 1
        elif '<page ' in line:
            for i, one in enumerate(page):
                for other in page[i + 1:]:
                    width = min(one[2], other[2]) - max(one[0], other[0])
                    height = min(one[3], other[3]) - max(one[1], other[1])
                    least = min((w[2] - w[0]) * (w[3] - w[1]) for w in (one, other))
                    if width > 0 and height > 0 and width * height > 0.25 * least:
                        found.append((one[4], other[4]))
            page = []
    return found, n


@test
def templates_open(_folder, made):
    """In wide letters, on dark ground, with the title at the side: all slides, no text on another."""
    n_templates = 0
    for key, path in made.decks.items():
        if key[0] != 'template':
            continue
        n_templates += 1
        with zipfile.ZipFile(path) as file:
            n = len([x for x in file.namelist() if re.fullmatch(r'ppt/slides/slide\d+\.xml', x)]
                    or list(ET.fromstring(file.read('content.xml')).iter(DRAW + 'page')))
        assert count_pages(made.pdfs[key]) == n > 20, key
        found, n_words = overlaps(made.pdfs[key])
        assert not found and n_words > 1500, (key, n_words, found[:10])
    assert n_templates == 5


with tempfile.TemporaryDirectory() as shared:
    sys.exit(main(programs=('soffice', 'pdfinfo', 'pdftotext', 'pdftoppm'), make=lambda: (Everything(shared),)))
