/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene-test.h"
#include "scene/etp-draft.h"

#define INK 0x111111ffu

typedef struct
{
  EtpStyle *style;
  EtpMeasurer *measurer;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->style = etp_style_new (ETP_STYLE_LIGHT);
  fixture->measurer = etp_test_measurer_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->style);
  g_clear_object (&fixture->measurer);
}

static EtpDraft *
new_draft (Fixture *fixture)
{
  return etp_draft_new (ETP_ITEM_CARD, fixture->style, fixture->measurer);
}

/* Note text: 13 × 0.55 = 7.15 for each character, lines of 18. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = new_draft (fixture);
  double height = etp_draft_text (draft, 5, 6, 72, "one two three", ETP_TYPE_NOTE, INK,
                                  ETP_ALIGN_START);
  g_autoptr (EtpItem) item = NULL;
  const EtpMark *mark;

  g_assert_cmpfloat (height, ==, 36);
  g_assert_cmpfloat (etp_draft_text (draft, 0, 0, 72, "", ETP_TYPE_NOTE, INK, ETP_ALIGN_START), ==,
                     0);
  item = etp_draft_finish (draft, 100, 50, 1);
  g_assert_cmpuint (item->n_marks, ==, 1);
  mark = &item->marks[0];
  g_assert_cmpuint (mark->n_lines, ==, 2);
  g_assert_cmpuint (mark->lines[0].start, ==, 0);
  g_assert_cmpuint (mark->lines[0].length, ==, 7);
  g_assert_cmpuint (mark->lines[1].start, ==, 8);
  g_assert_cmpfloat_with_epsilon ((double) mark->lines[1].width, 5 * 7.15, 0.001);
  g_assert_cmpfloat (mark->rect.height, ==, 36);
  /* In the middle of the line: (18 − 13 − 3.25) / 2 + 13. */
  g_assert_cmpfloat_with_epsilon ((double) mark->baseline, 13.875, 0.001);
  g_assert_cmpint (mark->detail, ==, ETP_DETAIL_TITLES);
  g_assert_true (mark->bar);
}

static void
test_align (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    EtpAlign align;
    double width, box_x, line_x; /* of "four" at x 100 */
  } rows[] = {
    { ETP_ALIGN_START, 0, 100, 0 },      { ETP_ALIGN_CENTER, 0, 100 - 14.3, 0 },
    { ETP_ALIGN_END, 0, 100 - 28.6, 0 }, { ETP_ALIGN_START, 60, 100, 0 },
    { ETP_ALIGN_CENTER, 60, 100, 15.7 }, { ETP_ALIGN_END, 60, 100, 31.4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpDraft *draft = new_draft (fixture);
      g_autoptr (EtpItem) item = NULL;

      etp_draft_text (draft, 100, 0, rows[i].width, "four", ETP_TYPE_NOTE, INK, rows[i].align);
      item = etp_draft_finish (draft, 10, 10, 1);
      g_assert_cmpfloat_with_epsilon (item->marks[0].rect.x, rows[i].box_x, 0.001);
      g_assert_cmpfloat_with_epsilon ((double) item->marks[0].lines[0].x, rows[i].line_x, 0.001);
    }
}

static void
test_ink (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = new_draft (fixture);
  g_autoptr (EtpItem) item = NULL;

  etp_draft_circle (draft, 0, 10, 8, INK, INK, 2);
  etp_draft_line (draft, 50, 20, 120, 20, INK, 4, ETP_STROKE_DOTTED);
  item = etp_draft_finish (draft, 100, 30, 1);
  g_assert_cmpfloat (item->ink.x, ==, -9);
  g_assert_cmpfloat (item->ink.y, ==, 0);
  g_assert_cmpfloat (item->ink.x + item->ink.width, ==, 122);
  g_assert_cmpfloat (item->ink.y + item->ink.height, ==, 30);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = new_draft (fixture);
  g_autoptr (EtpItem) item = NULL;

  etp_draft_card (draft, (EtpRect){ 0, 0, 80, 0 }, 9, 0xffffffff, INK);
  etp_draft_box (draft, (EtpRect){ 4, 4, 10, 0 }, 0, INK, 0, 0);
  etp_draft_text (draft, 4, 4, 70, "text", ETP_TYPE_NOTE, INK, ETP_ALIGN_START);
  etp_draft_box (draft, (EtpRect){ 4, 4, 10, 0 }, 0, INK, 0, 0);
  etp_draft_set_card_height (draft, 44);
  item = etp_draft_finish (draft, 80, 44, 1);
  /* Shadow and surface get their height; what comes after the text does not. */
  g_assert_cmpuint (item->n_marks, ==, 5);
  g_assert_cmpfloat (item->marks[0].rect.height, ==, 44);
  g_assert_cmpfloat (item->marks[1].rect.height, ==, 44);
  g_assert_cmpfloat (item->marks[4].rect.height, ==, 0);
  g_assert_cmpint (item->marks[0].detail, ==, ETP_DETAIL_TITLES);
  g_assert_cmpint (item->marks[1].detail, ==, ETP_DETAIL_BLOCKS);
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  EtpDraft *draft = new_draft (fixture);
  g_autoptr (EtpItem) item = NULL;
  const EtpPath *path;

  etp_draft_move_to (draft, 1, 2);
  etp_draft_curve_to (draft, 3, 4, 5, 6, 7, 8);
  etp_draft_close (draft);
  etp_draft_fill (draft, INK, ETP_FILL_HATCH);
  etp_draft_stroke (draft, INK, 1, ETP_STROKE_SOLID); /* nothing is left to stroke */
  item = etp_draft_finish (draft, 10, 10, 1);
  g_assert_cmpuint (item->n_marks, ==, 1);
  path = item->marks[0].path;
  g_assert_cmpstr (path->verbs, ==, "MCZ");
  g_assert_cmpuint (path->n_points, ==, 8);
  g_assert_cmpfloat ((double) path->points[7], ==, 8);
  g_assert_cmpint (item->marks[0].fill, ==, ETP_FILL_HATCH);
}

static EtpItem *
make_pill (Fixture *fixture, const char *text, guint64 stamp)
{
  EtpDraft *draft = new_draft (fixture);

  etp_draft_set_node (draft, "id", 3, "sub");
  etp_draft_set_place (draft, ETP_LAYER_FRONT, ETP_PIN_LEFT, ETP_CAN_FOCUS);
  etp_draft_pill (draft, 50, 0, text, 0xffffffff, INK, ETP_ALIGN_CENTER);
  return etp_draft_finish (draft, 100, 22, stamp);
}

static void
test_equal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EtpItem) one = make_pill (fixture, "done", 1);
  g_autoptr (EtpItem) same = make_pill (fixture, "done", 2);
  g_autoptr (EtpItem) other = make_pill (fixture, "idea", 1);

  g_assert_cmpstr (one->name, ==, "");
  g_assert_cmpint (one->field, ==, 3);
  g_assert_cmpfloat (one->marks[0].rect.x + one->marks[0].rect.width / 2, ==, 50);
  g_assert_true (etp_item_equal (one, same));
  g_assert_false (etp_item_equal (one, other));
}

static void
test_stamps (void)
{
  guint64 seen[] = {
    etp_stamp_mix (1, 2),           etp_stamp_mix (2, 1),
    etp_stamp_text (1, ""),         etp_stamp_text (1, NULL),
    etp_stamp_text (1, "a"),        etp_stamp_text (1, "aa"),
    etp_stamp_text (1, "aaaaaaaa"), etp_stamp_text (etp_stamp_text (1, "a"), "a"),
    etp_stamp_number (1, 0.0),      etp_stamp_number (1, 0.5),
  };

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmphex (seen[i], !=, seen[j]);
  g_assert_cmphex (etp_stamp_text (1, "aa"), ==, seen[5]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/scene/draft/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("text", test_text);
  ADD ("align", test_align);
  ADD ("ink", test_ink);
  ADD ("card", test_card);
  ADD ("path", test_path);
  ADD ("equal", test_equal);
  g_test_add_func ("/scene/draft/stamps", test_stamps);
  return g_test_run ();
}
