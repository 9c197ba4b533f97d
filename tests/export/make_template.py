# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's template as tests need it: other names, other size, a logo on its master, three
layouts, a master of colours that are not ours. make (dark=True, width=12192000 …) gives the parts;
write (path, parts) packs them. OTHERS has templates that are built in quite another way."""

import struct
import zipfile
import zlib

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'
KIND = 'application/vnd.openxmlformats-officedocument.presentationml.'
TREE = ('<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>')


def picture(width=60, height=20, color=(200, 30, 60)):
    def chunk(kind, data):
        return (struct.pack('>I', len(data)) + kind + data
                + struct.pack('>I', zlib.crc32(kind + data)))
    rows = (b'\0' + bytes(color) * width) * height
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def relations(*rows):
    return HEAD + f'<Relationships xmlns="{PACKAGE}relationships">' + ''.join(
        f'<Relationship Id="{i}" Type="{RELATION}{t}" Target="{target}"'
        + (' TargetMode="External"' if '://' in target else '') + '/>'
        for i, t, target in rows) + '</Relationships>'


def shape(number, kind, place=None, index=None):
    where = '<p:spPr/>'
    if place:
        where = ('<p:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm></p:spPr>'
                 % place)
    return (f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{kind} {number}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"'
            + (f' idx="{index}"' if index else '') + f'/></p:nvPr></p:nvSpPr>{where}'
            '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>')


def master_text(size, caps, family, color, bullet=None):
    sign = f'<a:buChar char="{bullet}"/>' if bullet else ''
    return (f'<a:lvl1pPr>{sign}<a:defRPr sz="{size}"' + (' b="1" cap="all"' if caps else '')
            + f'><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
            f'<a:latin typeface="{family}"/></a:defRPr></a:lvl1pPr>')


def make(dark=False, width=9144000, height=6858000, layouts=('title', 'obj', 'titleOnly', 'blank'),
         main='template.main', font='DejaVu Serif', title=None, body=None, size=2400, caps=False,
         ground='bg1', cover=False, bullets=None):
    """title, body: places in EMU. bullets: what the master has before texts. cover: another master stands before it, for the first slide only,
    with hardly any room for texts."""
    foot = int(height * 0.92)
    title = title or (int(width * 0.07), int(height * 0.05), int(width * 0.7), int(height * 0.13))
    body = body or (title[0], int(height * 0.2), title[2], int(height * 0.7))
    feet = shape(5, 'ftr', (title[0], foot, 2000000, 300000), 11) + shape(
        6, 'sldNum', (width - 1200000, foot, 800000, 300000), 12)
    logo = ('<p:pic><p:nvPicPr><p:cNvPr id="9" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
            '<p:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{width - 1300000}" y="200000"/><a:ext cx="1080000" cy="360000"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>')
    bar = (f'<p:sp><p:nvSpPr><p:cNvPr id="8" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
           f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="200000" cy="{height}"/></a:xfrm>'
           '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/>'
           '</a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>')
    slots = {'dk1': '222222', 'lt1': 'FFFFFF', 'dk2': '5A0F2E', 'lt2': 'F3E9DC',
             'accent1': 'C8102E', 'accent2': 'F2A900', 'accent3': '00594F', 'accent4': '7A7A7A',
             'accent5': 'FFD9E0', 'accent6': '102A43', 'hlink': 'C8102E', 'folHlink': '7A7A7A'}
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    theme = (HEAD + f'<a:theme {A} name="Company"><a:themeElements><a:clrScheme name="Company">'
             + ''.join(f'<a:{n}><a:srgbClr val="{c}"/></a:{n}>' for n, c in slots.items())
             + '</a:clrScheme><a:fontScheme name="Company">'
             + ''.join(f'<a:{n}><a:latin typeface="{font}"/><a:ea typeface=""/>'
                       f'<a:cs typeface=""/></a:{n}>' for n in ('majorFont', 'minorFont'))
             + '</a:fontScheme><a:fmtScheme name="Company"><a:fillStyleLst>' + fill * 3
             + '</a:fillStyleLst><a:lnStyleLst>' + f'<a:ln w="9525">{fill}</a:ln>' * 3
             + '</a:lnStyleLst><a:effectStyleLst>'
             + '<a:effectStyle><a:effectLst/></a:effectStyle>' * 3
             + '</a:effectStyleLst><a:bgFillStyleLst>' + fill * 3
             + '</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>')
    swap = {'bg1': 'dk1', 'tx1': 'lt1', 'bg2': 'dk2', 'tx2': 'lt2'} if dark else {
        'bg1': 'lt1', 'tx1': 'dk1', 'bg2': 'lt2', 'tx2': 'dk2'}
    colors = ''.join(f' {k}="{v}"' for k, v in swap.items()) + ''.join(
        f' {n}="{n}"' for n in slots if n not in ('dk1', 'lt1', 'dk2', 'lt2'))
    ids = ''.join(f'<p:sldLayoutId id="{2147483700 + n}" r:id="rId{n + 1}"/>'
                  for n in range(len(layouts)))
    master = (HEAD + f'<p:sldMaster {A} {P} {R}><p:cSld><p:bg><p:bgPr><a:solidFill>'
              '<a:schemeClr val="GROUND"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>'
              + TREE + bar + logo + shape(2, 'title', title)
              + shape(3, 'body', body, 1) + feet
              + f'</p:spTree></p:cSld><p:clrMap{colors}/><p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>'
              f'<p:txStyles><p:titleStyle>{master_text(size, caps, "+mj-lt", "tx1")}</p:titleStyle>'
              f'<p:bodyStyle>{master_text(2800, False, "+mn-lt", "tx1", bullets)}</p:bodyStyle><p:otherStyle/>'
              '</p:txStyles></p:sldMaster>').replace('GROUND', ground)
    content = {
        'title': shape(2, 'ctrTitle', (title[0], int(height * .3), title[2], int(height * .2)))
        + shape(3, 'subTitle', (title[0], int(height * .55), title[2], int(height * .3)), 1),
        'obj': shape(2, 'title') + shape(3, 'obj', index=1) + feet,
        'twoObj': shape(2, 'title') + shape(3, 'obj', (body[0], body[1], body[2] // 2 - 90000, body[3]), 1)
        + shape(4, 'obj', (body[0] + body[2] // 2 + 90000, body[1], body[2] // 2 - 90000, body[3]), 2) + feet,
        'titleOnly': shape(2, 'title') + feet,
        'blank': feet,
    }
    parts = {
        '_rels/.rels': relations(('rId1', 'officeDocument', 'ppt/presentation.xml')),
        'ppt/presentation.xml': HEAD + f'<p:presentation {A} {P} {R}><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483690" r:id="rId7"/></p:sldMasterIdLst><p:sldIdLst>'
        '<p:sldId id="300" r:id="rId8"/></p:sldIdLst>'
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        'ppt/_rels/presentation.xml.rels': relations(
            ('rId7', 'slideMaster', 'slideMasters/slideMaster4.xml'),
            ('rId8', 'slide', 'slides/slide1.xml')),
        'ppt/slides/slide1.xml': HEAD + f'<p:sld {A} {P} {R}><p:cSld><p:spTree>{TREE}'
        + shape(2, 'title') + '</p:spTree></p:cSld></p:sld>',
        'ppt/slides/_rels/slide1.xml.rels': relations(
            ('rId1', 'slideLayout', '../slideLayouts/slideLayout11.xml')),
        'ppt/slideMasters/slideMaster4.xml': master,
        'ppt/slideMasters/_rels/slideMaster4.xml.rels': relations(
            *[(f'rId{n + 1}', 'slideLayout', f'../slideLayouts/slideLayout{n + 11}.xml')
              for n in range(len(layouts))],
            ('rId8', 'theme', '/ppt/theme/theme3.xml'), ('rId9', 'image', '../media/Logo.PNG'),
            ('rId10', 'hyperlink', 'https://company.example/?a=1&amp;b=2'),
            ('rId11', 'slide', '../slides/slide1.xml')),
        'ppt/theme/theme3.xml': theme,
        'ppt/media/Logo.PNG': picture(),
    }
    for n, kind in enumerate(layouts):
        name = f'slideLayout{n + 11}.xml'
        parts[f'ppt/slideLayouts/{name}'] = (
            HEAD + f'<p:sldLayout {A} {P} {R} type="{kind}"><p:cSld name="{kind}"><p:spTree>' + TREE
            + content[kind] + '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'
            '</p:sldLayout>')
        parts[f'ppt/slideLayouts/_rels/{name}.rels'] = relations(
            ('rId1', 'slideMaster', '../slideMasters/slideMaster4.xml'))
    if cover:
        add_cover(parts, width, height, theme)
    kinds = {'slideMaster': 'slideMasters/', 'slideLayout': 'slideLayouts/', 'slide': 'slides/'}
    types = ''.join(f'<Override PartName="/{name}" ContentType="{KIND}{kind}+xml"/>'
                    for kind, folder in kinds.items() for name in parts
                    if name.startswith('ppt/' + folder) and not name.endswith('.rels'))
    parts['[Content_Types].xml'] = (
        HEAD + f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/ppt/presentation.xml" ContentType="{KIND}{main}+xml"/>'
        + ''.join(f'<Override PartName="/{name}" ContentType='
                  '"application/vnd.openxmlformats-officedocument.theme+xml"/>'
                  for name in parts if name.startswith('ppt/theme/')) + f'{types}</Types>')
    return parts


def add_cover(parts, width, height, theme):
    """A first master for covers only; the template's slides show which is for what."""
    title = (width // 10, height // 5, width // 2, height // 4)
    parts['ppt/slideMasters/slideMaster1.xml'] = (
        HEAD + f'<p:sldMaster {A} {P} {R}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent6"/>'
        '</a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>' + TREE + shape(2, 'title', title)
        + shape(3, 'body', (width // 10, height // 2, width // 4, height // 8), 1)
        + '</p:spTree></p:cSld><p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"'
        ' accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
        ' hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483890"'
        ' r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>'
        + master_text(5400, False, '+mj-lt', 'tx1') + '</p:titleStyle><p:bodyStyle>'
        + master_text(2000, False, '+mn-lt', 'tx1') + '</p:bodyStyle><p:otherStyle/></p:txStyles>'
        '</p:sldMaster>')
    parts['ppt/slideMasters/_rels/slideMaster1.xml.rels'] = relations(
        ('rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'),
        ('rId2', 'theme', '../theme/theme1.xml'))
    parts['ppt/theme/theme1.xml'] = theme
    parts['ppt/slideLayouts/slideLayout1.xml'] = (
        HEAD + f'<p:sldLayout {A} {P} {R} type="title"><p:cSld name="Cover"><p:spTree>' + TREE
        + shape(2, 'ctrTitle') + shape(3, 'subTitle', (title[0], height // 2, title[2], height // 3), 1)
        + '</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>')
    parts['ppt/slideLayouts/_rels/slideLayout1.xml.rels'] = relations(
        ('rId1', 'slideMaster', '../slideMasters/slideMaster1.xml'))
    parts['ppt/slides/slide2.xml'] = parts['ppt/slides/slide1.xml']
    parts['ppt/slides/_rels/slide2.xml.rels'] = parts['ppt/slides/_rels/slide1.xml.rels']
    parts['ppt/slides/_rels/slide1.xml.rels'] = relations(
        ('rId1', 'slideLayout', '../slideLayouts/slideLayout1.xml'))
    name = 'ppt/presentation.xml'
    parts[name] = parts[name].replace(
        '<p:sldMasterIdLst>', '<p:sldMasterIdLst><p:sldMasterId id="2147483689" r:id="rId17"/>').replace(
        '<p:sldIdLst>', '<p:sldIdLst><p:sldId id="299" r:id="rId18"/>')
    name = 'ppt/_rels/presentation.xml.rels'
    parts[name] = relations(('rId7', 'slideMaster', 'slideMasters/slideMaster4.xml'),
                            ('rId8', 'slide', 'slides/slide2.xml'),
                            ('rId17', 'slideMaster', 'slideMasters/slideMaster1.xml'),
                            ('rId18', 'slide', 'slides/slide1.xml'))


# Titles in large, wide capitals; a dark slide with its title at the left; a title below everything and
# a cover of its own, and a single layout.
OTHERS = {
    'wide': dict(width=12192000, font='DejaVu Sans', size=4000, caps=True,
                 title=(838200, 365125, 10515600, 1325563), body=(838200, 1825625, 10515600, 4351338)),
    'left': dict(dark=True, width=9144000, font='DejaVu Sans', size=2800, ground='bg2',
                 title=(420000, 900000, 2300000, 4800000), body=(2900000, 500000, 5900000, 5700000)),
    'foot': dict(width=9144000, height=5143500, font='Nimbus Sans', layouts=('obj',), cover=True,
                 title=(600000, 3950000, 6500000, 700000), body=(600000, 300000, 7000000, 3500000)),
}


def write(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path
