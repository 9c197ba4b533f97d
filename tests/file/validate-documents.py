#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every document that is written fits the schema, says a validator that is not ours.

Usage: validate-documents.py MAKE_DOCUMENTS SOURCE_ROOT [SEED]
Exit 77 (skipped) without python3-jsonschema.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is not there')
    sys.exit(77)

# Broken in a way that a schema cannot tell: it looks at values, not at texts, days or other objects.
BEYOND_SCHEMA = {'date', 'duplicate-id', 'repeated-member', 'nul', 'newer-and-unreadable'}


def read(path):
    return json.loads(path.read_bytes().decode())


def check_sound(validator, path):
    errors = [f'{path.name}: {"/".join(map(str, e.absolute_path))}: {e.message}'
              for e in validator.iter_errors(read(path))]
    return errors


def check_broken(validator, path):
    """The validator is worth something: what the reader refuses it refuses too."""
    if path.stem in BEYOND_SCHEMA:
        return []
    try:
        document = read(path)
    except (json.JSONDecodeError, UnicodeDecodeError):
        return []
    return [] if any(validator.iter_errors(document)) else [f'{path.name}: fits the schema']


def main():
    make_documents, root = sys.argv[1], pathlib.Path(sys.argv[2])
    seed = sys.argv[3] if len(sys.argv) > 3 else str(random.randrange(2**32))
    schema = read(root / 'data' / 'journey.schema.json')
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    print(f'seed {seed}')
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([make_documents, folder, seed], check=True)
        documents = sorted(pathlib.Path(folder).glob('*.journey'))
        assert len(documents) == 22, documents
        documents += sorted((root / 'data').glob('*/*.journey'))
        for path in documents:
            failures += check_sound(validator, path)
    broken = sorted((root / 'tests' / 'data' / 'broken').glob('*.journey'))
    assert broken
    for path in broken:
        failures += check_broken(validator, path)
    print(f'{len(documents)} sound and {len(broken)} broken documents')
    for failure in failures:
        print(failure)
    return 1 if failures else 0


sys.exit(main())
