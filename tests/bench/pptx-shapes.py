#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shapes of a presentation as JSON, for floor-pptx.js to write the same ones.

Usage: pptx-shapes.py FILE.pptx > SHAPES.json; lengths are inches, sizes points."""

import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
EMU = 914400


def color(element):
    """Six digits, whatever a theme makes of its names; None without any."""
    fill = None if element is None else element.find(A + 'solidFill')
    if fill is None:
        return None
    return fill[0].get('val') if fill[0].tag == A + 'srgbClr' else '336699'


def paragraphs(shape):
    found = []
    for paragraph in shape.iter(A + 'p'):
        runs = list(paragraph.iter(A + 'r'))
        for run in runs:
            look = run.find(A + 'rPr')
            found.append({'text': run.find(A + 't').text or '',
                          'size': int(look.get('sz', 1200)) / 100, 'bold': look.get('b') == '1',
                          'italic': look.get('i') == '1', 'color': color(look) or '000000',
                          'ends': run is runs[-1]})
    return found


def points(geometry):
    """The steps of all paths, in inches from the shape's corner."""
    found = []
    for path in geometry.iter(A + 'path'):
        for step in path:
            at = [(int(e.get('x')), int(e.get('y'))) for e in step.iter(A + 'pt')]
            found.append({'kind': step.tag[len(A):], 'at': at,
                          'w': int(path.get('w')), 'h': int(path.get('h'))})
    return found


def read(shape):
    off, ext = shape.find(f'.//{A}off'), shape.find(f'.//{A}ext[@cx]')
    if off is None or ext is None:
        return None
    properties = shape.find(P + 'spPr')
    line = properties.find(A + 'ln')
    preset = properties.find(A + 'prstGeom')
    geometry = properties.find(A + 'custGeom')
    return {'x': int(off.get('x')) / EMU, 'y': int(off.get('y')) / EMU,
            'w': int(ext.get('cx')) / EMU, 'h': int(ext.get('cy')) / EMU,
            'preset': None if preset is None else preset.get('prst'),
            'points': [] if geometry is None else points(geometry),
            'fill': color(properties), 'line': color(line),
            'width': 1 if line is None else int(line.get('w', 12700)) / 12700,
            'text': paragraphs(shape)}


def main(path):
    with zipfile.ZipFile(path) as file:
        names = [n for n in file.namelist() if re.fullmatch(r'ppt/slides/slide\d+\.xml', n)]
        roots = [ET.fromstring(file.read(n)) for n in names]
        size = ET.fromstring(file.read('ppt/presentation.xml')).find(P + 'sldSz')
    slides = [[found for s in root.iter() if s.tag in (P + 'sp', P + 'cxnSp')
               for found in [read(s)] if found] for root in roots]
    json.dump({'width': int(size.get('cx')) / EMU, 'height': int(size.get('cy')) / EMU,
               'slides': slides}, sys.stdout)


main(sys.argv[1])
