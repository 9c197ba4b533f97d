/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "scene-test.h"

#include "etp-test-build.h"
#include "model/etp-change.h"
#include "model/etp-history.h"

#include <string.h>

#define ETP_TYPE_FAKE_MEASURER (etp_fake_measurer_get_type ())
G_DECLARE_FINAL_TYPE (EtpFakeMeasurer, etp_fake_measurer, ETP, FAKE_MEASURER, GObject)

struct _EtpFakeMeasurer
{
  GObject parent_instance;
};

static void measurer_iface_init (EtpMeasurerInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EtpFakeMeasurer,
                               etp_fake_measurer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ETP_TYPE_MEASURER, measurer_iface_init))

#define SOFT_HYPHEN 0xad /* no width, and a word may be parted there */

static double
get_advance (EtpFont font)
{
  return (double) font.size * (font.weight >= 600 ? 0.6 : 0.55);
}

static void
append_line (GArray *lines, const char *text, guint start, guint end, double advance)
{
  EtpTextLine line = { start, end - start, 0, 0 };

  while (line.length > 0 && text[start + line.length - 1] == ' ')
    line.length--;
  line.width = (float) ((double) g_utf8_strlen (text + start, line.length) * advance);
  g_array_append_val (lines, line);
}

/* One paragraph, bytes [start, end). */
static void
break_paragraph (
    const char *text, guint start, guint end, double advance, double width, GArray *lines)
{
  while (TRUE)
    {
      double used = 0;
      guint at = start, last_space = 0;

      while (at < end && (width <= 0 || used + advance <= width || text[at] == ' '))
        {
          gboolean soft = g_utf8_get_char (text + at) == SOFT_HYPHEN;

          if (text[at] == ' ' || soft)
            last_space = at + (soft ? 2 : 1);
          used += soft ? 0 : advance;
          at = (guint) (g_utf8_next_char (text + at) - text);
        }
      if (at >= end)
        break;
      if (last_space > start)
        at = last_space;
      if (at == start)
        at = (guint) (g_utf8_next_char (text + at) - text);
      append_line (lines, text, start, at, advance);
      start = at;
    }
  append_line (lines, text, start, end, advance);
}

static void
fake_break_lines (EtpMeasurer *self, const char *text, EtpFont font, double width, GArray *lines)
{
  guint start = 0, length = (guint) strlen (text);

  for (guint i = 0; i <= length; i++)
    if (i == length || text[i] == '\n')
      {
        break_paragraph (text, start, i, get_advance (font), width, lines);
        start = i + 1;
      }
}

static void
fake_get_metrics (EtpMeasurer *self, EtpFont font, double *ascent, double *descent)
{
  *ascent = (double) font.size;
  *descent = (double) font.size * 0.25;
}

static void
measurer_iface_init (EtpMeasurerInterface *iface)
{
  iface->break_lines = fake_break_lines;
  iface->get_metrics = fake_get_metrics;
}

static void
etp_fake_measurer_class_init (EtpFakeMeasurerClass *klass)
{
}

static void
etp_fake_measurer_init (EtpFakeMeasurer *self)
{
}

EtpMeasurer *
etp_test_measurer_new (void)
{
  return g_object_new (ETP_TYPE_FAKE_MEASURER, NULL);
}

EtpScene *
etp_test_scene_new (EtpJourney *journey, const EtpViewOptions *options, EtpScene *old)
{
  g_autoptr (EtpStyle) style = etp_style_new (ETP_STYLE_LIGHT);
  g_autoptr (EtpMeasurer) measurer = etp_test_measurer_new ();

  return etp_view_build (NULL, journey, options, style, measurer, old);
}

/* Says the first line that differs: a whole scene is too long to be read. */
static void
assert_same_lines (const char *path, const char *expected, const char *found)
{
  g_auto (GStrv) left = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) right = g_strsplit (found, "\n", -1);

  for (guint i = 0; left[i] != NULL || right[i] != NULL; i++)
    {
      if (g_strcmp0 (left[i], right[i]) == 0)
        continue;
      g_test_message ("%s:%u", path, i + 1);
      g_assert_cmpstr (right[i], ==, left[i]);
    }
}

void
etp_test_assert_golden (const char *name, const char *text)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "tests", "scene",
                                            "golden", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("ETP_UPDATE_GOLDEN"), "1") == 0)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  assert_same_lines (path, expected, text);
}

void
etp_test_set (EtpJourney *journey, const char *id, guint field, const char *text)
{
  EtpNode *node = etp_journey_get_node (journey, id);
  EtpHistory *history = etp_journey_get_history (journey);
  EtpDatum datum;

  g_assert_nonnull (node);
  datum = etp_test_datum (&etp_node_record (node)->table->fields[field], text);
  etp_history_begin (history, "test", NULL);
  etp_change_set (journey, node, field, &datum);
  etp_history_commit (history);
}
