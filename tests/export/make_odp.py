# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company's OpenDocument template as tests need it: a master for the cover and one for content, dark,
with its title at the left, a logo, a macro and a slide of its own. make () gives the parts; write
(path, parts) packs them."""

import zipfile

import make_template

OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
MIME_TYPE = 'application/vnd.oasis.opendocument.presentation'
NAMES = ''.join(f' xmlns:{short}="{OASIS}{long}:1.0"' for short, long in (
    ('office', 'office'), ('style', 'style'), ('text', 'text'), ('draw', 'drawing'),
    ('presentation', 'presentation'), ('fo', 'xsl-fo-compatible'), ('svg', 'svg-compatible'),
    ('script', 'script'))) + ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Left, top, width, height in cm.
TITLE, BODY = (1, 2, 6, 14), (8, 1.5, 19, 15)
COVER_TITLE, COVER_BODY = (3, 3, 20, 4), (3, 9, 20, 6)


def frame(kind, place, style):
    return (f'<draw:frame presentation:style-name="{style}" draw:layer="backgroundobjects"'
            ' svg:x="%gcm" svg:y="%gcm" svg:width="%gcm" svg:height="%gcm"' % place
            + f' presentation:class="{kind}" presentation:placeholder="true"><draw:text-box/></draw:frame>')


def looks(name, size, color):
    def style(kind, points):
        return (f'<style:style style:name="{name}-{kind}" style:family="presentation">'
                '<style:graphic-properties draw:stroke="none" draw:fill="none"/>'
                f'<style:text-properties fo:color="{color}" style:font-name="Wide" fo:font-size="{points}pt"/>'
                '</style:style>')
    return style('title', size) + style('subtitle', 20) + style('outline1', 24)


def master(name, page, title, body, more=''):
    number = ('<draw:frame draw:layer="backgroundobjects" svg:x="25cm" svg:y="17.2cm" svg:width="2cm"'
              ' svg:height="1cm" presentation:class="page-number"><draw:text-box><text:p>'
              '<text:page-number/></text:p></draw:text-box></draw:frame>')
    return (f'<style:master-page style:name="{name}" style:page-layout-name="PM7" draw:style-name="{page}">'
            + more + frame('title', title, name + '-title') + frame('outline', body, name + '-outline1')
            + number + '</style:master-page>')


def make(mime_type=MIME_TYPE + '-template', is_bare=False):
    """is_bare: its slides have no ground, and white texts all the same."""
    logo = ('<draw:frame draw:layer="backgroundobjects" svg:x="1cm" svg:y="0.4cm" svg:width="3cm"'
            ' svg:height="1cm"><draw:a xlink:href="https://company.example/" xlink:type="simple"/>'
            '<draw:image xlink:href="Pictures/logo.png" xlink:type="simple"/></draw:frame>')
    styles = (
        HEAD + f'<office:document-styles{NAMES}><office:font-face-decls><style:font-face style:name="Wide"'
        ' svg:font-family="\'DejaVu Sans\'"/></office:font-face-decls><office:styles>'
        + looks('Cover', 40, '#222222') + looks('Inside', 28, '#ffffff')
        + '</office:styles><office:automatic-styles><style:page-layout style:name="PM7">'
        '<style:page-layout-properties fo:page-width="28cm" fo:page-height="18.5cm"/></style:page-layout>'
        '<style:style style:name="Mdp1" style:family="drawing-page"><style:drawing-page-properties'
        ' draw:fill="solid" draw:fill-color="#f2a900"/></style:style>'
        '<style:style style:name="Mdp2" style:family="drawing-page"><style:drawing-page-properties'
        + (' draw:fill="none"' if is_bare else ' draw:fill="solid" draw:fill-color="#102a43"')
        + '/></style:style></office:automatic-styles>'
        '<office:master-styles><draw:layer-set><draw:layer draw:name="layout"/>'
        '<draw:layer draw:name="backgroundobjects"/></draw:layer-set>'
        + master('Cover', 'Mdp1', COVER_TITLE, COVER_BODY) + master('Inside', 'Mdp2', TITLE, BODY, logo)
        + '</office:master-styles></office:document-styles>')
    pages = ''.join(f'<draw:page draw:name="{name}" draw:master-page-name="{name}"/>'
                    for name in ('Cover', 'Inside'))
    entries = ''.join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
                      for name, kind in (('/', mime_type), ('content.xml', 'text/xml'),
                                         ('styles.xml', 'text/xml'), ('Pictures/logo.png', 'image/png')))
    return {
        'mimetype': mime_type,
        'content.xml': HEAD + f'<office:document-content{NAMES}><office:body><office:presentation>{pages}'
        '</office:presentation></office:body></office:document-content>',
        'styles.xml': styles,
        'Pictures/logo.png': make_template.picture(),
        'Basic/Standard/Module1.xml': HEAD + '<module/>',
        'META-INF/manifest.xml': HEAD + f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0"'
        f' manifest:version="1.2">{entries}</manifest:manifest>',
    }


def write(path, parts):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path
