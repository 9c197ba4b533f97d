/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-fit.h"

/* Boxes of masters are made for fewer words than ours. PowerPoint fits texts only when somebody edits
 * them, and each program in its own way, so the size is found here. */

#define POINT (96.0 / 7200) /* slide units in a hundredth of a point */
#define LINE 1.2 /* height of a line, for a size of 1 */
#define GAP 0.4 /* between paragraphs */
#define STEP 5 /* percent */
#define LEAST_PERCENT 25
#define DEFAULT_SIZE 1800.0 /* of text of which nothing is said */
#define LEAST_SIZE 900.0
#define FIRST_IDEOGRAPHIC 0x2e80
#define RESERVE 0.97 /* of the width: other programs break lines a little earlier */

/* A line that ends inside a word: it would be too long for the box. */
static gboolean
breaks_word (const char *text, const EtpTextLine *line)
{
  const guint end = line->start + line->length;

  return line->length > 0 && text[end] != '\0'
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + end)))
         && g_unichar_isalnum (g_utf8_get_char (text + end))
         && g_utf8_get_char (text + end) < FIRST_IDEOGRAPHIC;
}

static gboolean
fits (EtpText *text, GPtrArray *paragraphs, EtpFont font, double width, double height)
{
  const double size = (double) font.size;
  double used = (paragraphs->len - 1) * GAP * size;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

      etp_measurer_break_lines (ETP_MEASURER (text), g_ptr_array_index (paragraphs, i), font, width,
                                lines);
      used += MAX (lines->len, 1) * LINE * size;
      for (guint k = 0; k < lines->len; k++)
        if (breaks_word (g_ptr_array_index (paragraphs, i), &g_array_index (lines, EtpTextLine, k)))
          return FALSE;
    }
  return used <= height;
}

guint
etp_slide_fit_find_size (EtpText *text,
                         GPtrArray *paragraphs,
                         const EtpSlideLook *look,
                         const EtpRect *box)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  const double width = (box->width - look->left - look->right) * RESERVE;
  const double height = box->height - look->top - look->bottom;
  const double size = look->size > 0 ? look->size : DEFAULT_SIZE;
  guint percent = 100;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (paragraphs, i);

      g_ptr_array_add (shown, look->is_caps ? g_utf8_strup (paragraph, -1) : g_strdup (paragraph));
    }

  for (; percent > LEAST_PERCENT && size * (percent - STEP) / 100 >= LEAST_SIZE; percent -= STEP)
    {
      const EtpFont font = { .size = (float) (size * POINT * percent / 100),
                             .weight = look->is_bold ? 700 : 400 };

      if (width > 0 && fits (text, shown, font, width, height))
        break;
    }
  return percent < 100 ? (guint) (size * percent / 100) : 0;
}
