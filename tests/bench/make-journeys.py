#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the journeys that the benchmarks run on, and the same texts and boxes for the floors.

Usage: make-journeys.py FOLDER

For each size two files: map-<cards>-<phases>.journey, a sound document in canonical form, and
map-<cards>-<phases>.tsv for the floor programs, which know nothing of journeys. Same seed, same
bytes.

A line of the .tsv is: kind, x, y, width, title, text. The first line is the map's width and height.
Kinds: h phase head, c step card, n note, l bare label (step number at the curve), p pill (feeling).
The floors take the places from here; only the line breaks and each box's height are theirs.
"""

import json
import os
import random
import sys

SIZES = [(20, 5), (200, 5), (300, 6), (1000, 25), (10000, 100), (10000, 5)]
SEED = 20261112

COLUMN, GAP, LANE_HEAD, MARGIN = 312, 14, 168, 40
INK_WIDTH = COLUMN - 24

WORDS = (
    'Kunde Anfrage Prüfung Größe Lieferung Rückruf Zusage Angebot Filiale Termin Beratung Adresse '
    'Gebühr Straße Öffnung Übergabe Gespräch Formular Vertrag Nachricht Muster Auswahl Vergleich '
    'Bestellung wartet sucht findet öffnet prüft vergleicht bestellt erhält meldet zögert fragt '
    'schnell später sicher früh persönlich unklar freundlich heute morgen zweimal endlich wieder '
    'im am zum mit ohne für über und oder aber eine der die das beim'
).split()
FEELINGS = ['erleichtert', 'genervt', 'neugierig', 'begeistert', 'ratlos', 'vertraut']
ICONS = ['website', 'phone', 'mail', 'shop']
NOTE_LANES = ['thoughts', 'needs', 'pains', 'opportunities', 'text']


def sentence(source, length):
    """Words up to about length characters."""
    words = [source.choice(WORDS).capitalize()]
    size = len(words[0])
    target = length + source.randint(-6, 6)
    while size < target:
        word = source.choice(WORDS)
        words.append(word)
        size += len(word) + 1
    return ' '.join(words)


def make_cards(source, n_cards, n_phases):
    """Half of the cards are steps; eight in a phase at most have an emotion."""
    cards = []
    per_phase = n_cards // n_phases
    for phase in range(n_phases):
        n_steps = per_phase // 2
        for index in range(per_phase):
            title, text = sentence(source, 30), sentence(source, 80)
            card = {'id': f'c{len(cards):05d}', 'lane': 'touchpoints', 'phase': f'p{phase:03d}'}
            if index < n_steps:
                card.update(title=title, text=text, channels=[f'ch-{source.choice(ICONS)}'])
                if index < 8:
                    emotion = {'persona': 'max', 'value': source.randint(-20, 20) / 10}
                    if index % 4 == 1:
                        emotion['feeling'] = source.choice(FEELINGS)
                    card['emotions'] = [emotion]
                card['number'] = f'{phase + 1}.{index + 1}'
            else:
                card['lane'] = NOTE_LANES[(index - n_steps) % len(NOTE_LANES)]
                if card['lane'] == 'pains' and n_steps:
                    step = source.randrange(n_steps)
                    card['step'] = f'c{phase * per_phase + step:05d}'
                    card['number'] = f'{phase + 1}.{step + 1}'
                card.update(title=title, text=text)
            cards.append(card)
    return cards


def make_journey(cards, n_phases, phase_names):
    channels = [{'id': f'ch-{icon}', 'name': icon.capitalize(), 'icon': icon} for icon in ICONS]
    lanes = [{'id': 'touchpoints', 'name': 'Touchpoints'},
             {'id': 'emotion', 'kind': 'emotion', 'name': 'Emotionen'}]
    lanes += [{'id': kind, 'kind': kind, 'name': kind.capitalize()} for kind in NOTE_LANES]
    return {
        'format': 'etappe-journey',
        'version': 1,
        'language': 'de',
        'title': f'Karte mit {len(cards)} Karten',
        'personas': [{'id': 'max', 'name': 'Max'}],
        'channels': channels,
        'phases': [{'id': f'p{i:03d}', 'name': name, 'goal': goal}
                   for i, (name, goal) in enumerate(phase_names)],
        'lanes': lanes,
        'cards': [{key: value for key, value in order(card)} for card in cards],
    }


def order(card):
    for key in ('id', 'lane', 'phase', 'step', 'title', 'text', 'channels', 'emotions'):
        if key in card:
            value = card[key]
            if key == 'emotions' and value[0]['value'] == int(value[0]['value']):
                value = [dict(value[0], value=int(value[0]['value']))]
            yield key, value


def guess_height(card):
    """About what the text needs, so that the floor's boxes lie where the editor's lie."""
    step = card['lane'] == 'touchpoints'
    title_lines = -(-len(card['title']) // (27 if step else 36))
    text_lines = -(-len(card['text']) // (31 if step else 38))
    return 24 + 20 * title_lines + 18 * text_lines


def make_boxes(cards, n_phases, phase_names):
    rows = ['touchpoints', 'emotion'] + NOTE_LANES
    columns = [{row: [] for row in rows} for _ in range(n_phases)]
    for card in cards:
        columns[int(card['phase'][1:])][card['lane']].append(card)
    heights = {row: max(sum(guess_height(card) + 9 for card in column[row]) for column in columns)
               for row in rows}
    heights['emotion'] = 250
    boxes, top = [], 120
    x_of = [MARGIN + LANE_HEAD + i * (COLUMN + GAP) for i in range(n_phases)]
    for x, (name, goal) in zip(x_of, phase_names):
        boxes.append(('h', x, top, COLUMN, name, goal))
    y = top + 84
    for row in rows:
        y += 22
        boxes.append(('l', MARGIN, y, LANE_HEAD, row.capitalize(), ''))
        for x, column in zip(x_of, columns):
            if row == 'emotion':
                boxes += curve_labels(x, y, column['touchpoints'])
                continue
            place = y
            for card in column[row]:
                kind = 'c' if row == 'touchpoints' else 'n'
                number = card.get('number')
                title = f"{number} {card['title']}" if number else card['title']
                boxes.append((kind, x + 12, place, INK_WIDTH, title, card['text']))
                place += guess_height(card) + 9
        y += heights[row]
    width = MARGIN * 2 + LANE_HEAD + n_phases * (COLUMN + GAP)
    return width, y + 80, boxes


def curve_labels(x, y, steps):
    for index, card in enumerate(steps):
        for emotion in card.get('emotions', []):
            point_x = x + COLUMN * (index + 0.5) / len(steps)
            point_y = y + 125 - emotion['value'] * 50
            yield 'l', point_x, point_y, 60, card['number'], ''
            if 'feeling' in emotion:
                yield 'p', point_x - 40, point_y - 36, 100, emotion['feeling'], ''


def canonical(value, depth=0):
    """The document's canonical writing: what lies four deep stands on one line."""
    if not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        items = [f'{json.dumps(key)}: {canonical(item, depth + 1)}' for key, item in value.items()]
    else:
        items = [canonical(item, depth + 1) for item in value]
    opening, closing = '{}' if isinstance(value, dict) else '[]'
    if depth >= 4:
        return f'{opening} {", ".join(items)} {closing}'
    indent = '  ' * depth
    lines = (',\n').join(f'{indent}  {item}' for item in items)
    return f'{opening}\n{lines}\n{indent}{closing}'


def write(path, text):
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write(text)


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith('-'):
        sys.exit('usage: make-journeys.py FOLDER')
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for n_cards, n_phases in SIZES:
        source = random.Random(SEED + n_cards * 1000 + n_phases)
        cards = make_cards(source, n_cards, n_phases)
        names = [(sentence(source, 12), sentence(source, 40)) for _ in range(n_phases)]
        base = os.path.join(folder, f'map-{n_cards}-{n_phases}')
        journey = make_journey(cards, n_phases, names)
        write(base + '.journey', canonical(journey) + '\n')
        width, height, boxes = make_boxes(cards, n_phases, names)
        lines = [f'{width}\t{height}']
        lines += ['%s\t%.1f\t%.1f\t%.1f\t%s\t%s' % box for box in boxes]
        write(base + '.tsv', '\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
