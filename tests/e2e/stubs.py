#!/usr/bin/python3
# SPDX-FileCopyrightText: The Etappe authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the tests of the window notice when a verb does nothing. For each verb of the table a copy of
the editor is made in which the verb returns at once, and the test that fits is run with it: it must fail.
With the editor as it is the same test must pass, so that what made it fail is the verb.

  stubs.py [VERB...]    those verbs only

Takes minutes, so it is skipped unless ETP_TEST_LONG is set or verbs are named. Needs nm, and a processor
whose machine code is known here."""

import collections
import os
import platform
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.environ.get("ETP_SOURCE_ROOT") or os.path.dirname(os.path.dirname(HERE))
BUILD = os.environ.get("ETP_BUILD_ROOT") or os.path.join(SOURCE, "_build")
EDITOR = "src/app/etappe"
PATIENCE = "0.4"  # what does not happen is not waited for as long as usual

# "mov eax, VALUE; ret"
CODE = {"x86_64": lambda value: b"\xb8" + struct.pack("<I", value) + b"\xc3"}
SUCCESS, NOTHING = 1, 0  # TRUE; NULL

# verb, what it returns, test, functions of it of which at least one must fail
VERBS = [
    ("etp_edit_drop_cards", SUCCESS, "drag", ["to_phase_and_place"]),
    ("etp_edit_drop_cards", SUCCESS, "collapsed", ["dropped_on_phase", "dropped_on_lane"]),
    ("etp_canvas_select_placed", SUCCESS, "collapsed", ["dropped_on_phase", "by_key"]),
    ("etp_edit_copy_cards", NOTHING, "drag", ["control_copies"]),
    ("etp_edit_extend_card", SUCCESS, "drag", ["over_several_phases"]),
    ("etp_edit_group_cards", NOTHING, "drag", ["group_by_key"]),
    ("etp_edit_ungroup_cards", SUCCESS, "drag", ["onto_a_note"]),
    ("etp_edit_duplicate_cards", NOTHING, "cards", ["duplicate_and_delete"]),
    ("etp_edit_remove_several", SUCCESS, "cards", ["duplicate_and_delete"]),
    ("etp_edit_add_cards", NOTHING, "cards", ["add_by_key"]),
    ("etp_edit_vote", SUCCESS, "votes", ["first_vote", "by_menu"]),
    ("etp_history_undo", SUCCESS, "cards", ["move_by_key"]),
    ("etp_history_redo", SUCCESS, "cards", ["type_in_place"]),
    ("etp_canvas_is_in_chain", NOTHING, "links", ["together"]),
    ("etp_canvas_snapshot_bubble", NOTHING, "curve", ["escape_cancels"]),
    ("etp_canvas_snapshot_drop", NOTHING, "drag", ["escape_cancels"]),
    ("etp_edit_add_cards", NOTHING, "clipboard", ["lines_become_cards"]),
    ("etp_edit_slide_emotion", SUCCESS, "curve", ["drag_a_point", "nudge_by_key"]),
    ("etp_edit_set_emotion_feeling", SUCCESS, "curve", ["popover"]),
    ("etp_edit_remove_emotion_point", SUCCESS, "curve", ["nudge_by_key"]),
    ("etp_edit_add_step", NOTHING, "curve", ["add_by_key"]),
    ("etp_spot_write", SUCCESS, "inspector", ["money", "color_and_icon"]),
    ("etp_spot_write", SUCCESS, "several", ["emotions_and_votes_of_several"]),
    ("etp_spot_write", SUCCESS, "links", ["what_goes_along"]),
    ("etp_canvas_set_persona", SUCCESS, "curve", ["whose_curve"]),
    ("etp_canvas_scroll_by", SUCCESS, "drag", ["far_away"]),
    ("etp_measure_columns_sort", SUCCESS, "managers", ["measures_by_keyboard"]),
    ("etp_edit_connect", NOTHING, "links", ["draw_by_pointer", "draw_by_keyboard"]),
    ("etp_edit_answer_card", NOTHING, "links", ["how_might_we"]),
    ("etp_edit_plan_measure", NOTHING, "links", ["plan_a_measure"]),
    ("etp_edit_turn_link", SUCCESS, "menus", ["links"]),
    ("etp_edit_insert_phase", NOTHING, "lanes", ["insert_and_rename"]),
    ("etp_edit_insert_lane", NOTHING, "lanes", ["gallery"]),
    ("etp_edit_duplicate_phase", NOTHING, "lanes", ["duplicate_and_delete"]),
    ("etp_edit_move", SUCCESS, "lanes", ["phases_by_key", "phases_by_mouse"]),
    ("etp_edit_show_all", SUCCESS, "lanes", ["shown_again"]),
    ("etp_edit_park_cards", SUCCESS, "capture", ["parking_by_keyboard"]),
    ("etp_edit_set_votes", SUCCESS, "votes", ["digits"]),
    ("etp_edit_sort_lane_by_votes", SUCCESS, "votes", ["sort_lane"]),
    ("etp_edit_merge", SUCCESS, "managers", ["merge_channels"]),
    ("etp_edit_take_snapshot", NOTHING, "start", ["snapshot"]),
    ("etp_edit_restore", SUCCESS, "start", ["snapshot"]),
    ("etp_comparison_dup_summary", NOTHING, "start", ["snapshot"]),
    ("etp_canvas_set_ghost", SUCCESS, "start", ["ghost"]),
    ("etp_compat_announce", SUCCESS, "find", ["filter_together"]),
    ("etp_edit_move_to_cells", SUCCESS, "cards", ["move_by_key"]),
    ("etp_edit_move_step", SUCCESS, "curve", ["drag_sideways"]),
    ("etp_edit_set_text", SUCCESS, "cards", ["type_in_place"]),
    ("etp_edit_set", SUCCESS, "lanes", ["sizes"]),
    ("etp_edit_set", SUCCESS, "lanes", ["collapse_and_hide"]),
    ("etp_edit_set", SUCCESS, "lanes", ["colours"]),
    ("etp_edit_remove", SUCCESS, "managers", ["every_list"]),
    ("etp_edit_duplicate_lane", NOTHING, "menus", ["lanes"]),
    ("etp_edit_fill_map", SUCCESS, "clipboard", ["table"]),
    ("etp_fragment_read", NOTHING, "clipboard", ["copy_and_paste_by_key", "between_windows"]),
    ("etp_edit_slide_emotion", SUCCESS, "curve", ["to_be"]),
    ("etp_edit_set_emotion_ratings", SUCCESS, "curve", ["rated_point"]),
    ("etp_edit_join", NOTHING, "links", ["draw_by_pointer"]),
    ("etp_edit_add_note", NOTHING, "capture", ["capture_by_codes"]),
    ("etp_edit_begin_votes", NOTHING, "capture", ["rounds"]),
    ("etp_edit_close_votes", SUCCESS, "capture", ["rounds"]),
    ("etp_edit_rename_tag", SUCCESS, "managers", ["tags"]),
    ("etp_edit_remove_tag", SUCCESS, "managers", ["tags"]),
    ("etp_edit_add_item", SUCCESS, "inspector", ["insights"]),
    ("etp_edit_insert", SUCCESS, "managers", ["every_list"]),
    ("etp_canvas_set_folded", SUCCESS, "drag", ["onto_a_note", "group_by_key"]),
    ("etp_canvas_set_filter", SUCCESS, "find", ["filter_by_key"]),
    ("etp_canvas_set_room", SUCCESS, "find", ["room_style"]),
    ("etp_find_step", NOTHING, "find", ["step_number"]),
    ("etp_recovery_list", NOTHING, "recovery", ["restore_after_kill"]),
    ("etp_write_journey_without_snapshots", NOTHING, "start", ["copy_without"]),
    ("etp_template_save_own", SUCCESS, "start", ["own_template"]),
    ("etp_document_save_async", SUCCESS, "save", ["save_as_and_copy"]),
    ("etp_monitor_get_state", NOTHING, "conflict", ["keep_mine"]),
]


def skip(reason):
    """Nothing can be shown here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def read_symbols():
    """Where each function of the editor begins, as its addresses go."""
    told = subprocess.run(["nm", os.path.join(BUILD, EDITOR)], check=True, capture_output=True, text=True).stdout
    return {parts[2]: int(parts[0], 16) for parts in map(str.split, told.splitlines()) if len(parts) == 3}


def find_offset(program, address):
    """Where in the file that address lies: ELF, 64 bits, little end first."""
    (start,), (size, count) = struct.unpack_from("<Q", program, 32), struct.unpack_from("<HH", program, 54)
    for number in range(count):
        kind, _, offset, place, _, length = struct.unpack_from("<IIQQQQ", program, start + number * size)
        if kind == 1 and place <= address < place + length:
            return offset + address - place
    raise AssertionError(f"{address:x} is not in the file")


def write_editor(folder, verb, value, symbols):
    """A copy of the editor in which the verb does nothing; verb: None for all as it is."""
    with open(os.path.join(BUILD, EDITOR), "rb") as file:
        program = bytearray(file.read())
    if verb is not None:
        offset, code = find_offset(program, symbols[verb]), CODE[platform.machine()](value)
        program[offset:offset + len(code)] = code
    path = os.path.join(folder, EDITOR)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(program)
    os.chmod(path, 0o755)


def passes(folder, test, functions):
    """Whether they pass with the editor in that folder; and what was said."""
    environment = {**os.environ, "ETP_BUILD_ROOT": folder, "ETP_SOURCE_ROOT": SOURCE, "ETP_TEST_LONG": "1",
                   "ETP_E2E_PATIENCE": PATIENCE}
    ended = subprocess.run(["sh", os.path.join(HERE, "in-session.sh"), os.path.join(HERE, f"test-{test}.py"), *functions],
                           env=environment, capture_output=True, text=True)
    return ended.returncode == 0, ended.stdout + ended.stderr


def main():
    """Goes through the table and prints TAP."""
    wanted = sys.argv[1:]
    if not wanted and not os.environ.get("ETP_TEST_LONG"):
        skip("only in the long run")
    if platform.machine() not in CODE or not shutil.which("nm"):
        skip("no nm, or machine code that is not known here")
    verbs = [row for row in VERBS if not wanted or row[0] in wanted]
    symbols = read_symbols()
    controls = collections.OrderedDict()
    failed = False
    print(f"1..{len(verbs)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="stubs-") as folder:
        for name in ("po", "tests"):
            os.symlink(os.path.join(BUILD, name), os.path.join(folder, name))
        os.makedirs(os.path.join(folder, "src"))
        os.symlink(os.path.join(BUILD, "src", "cli"), os.path.join(folder, "src", "cli"))
        for number, (verb, value, test, functions) in enumerate(verbs, 1):
            key = test, *functions
            if key not in controls:
                write_editor(folder, None, 0, symbols)
                controls[key] = passes(folder, test, functions)
            write_editor(folder, verb, value, symbols)
            noticed = not passes(folder, test, functions)[0]
            if not controls[key][0]:
                print("# " + controls[key][1].replace("\n", "\n# "))
            good = noticed and controls[key][0]
            failed = failed or not good
            why = "" if good else " (fails without the stub as well)" if noticed else " (nobody notices)"
            print(f"{'ok' if good else 'not ok'} {number} {verb}: {test} {' '.join(functions)}{why}", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
