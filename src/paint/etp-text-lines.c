/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-text-private.h"

#include <string.h>

#include "etp-break.h"

/* Text is set in one of two ways. Plain scripts are broken and drawn from shaped pieces
 * (etp-glyphs.h) that follow one another; everything else goes through a PangoLayout, which knows
 * bidirectional text, joining and the rest. Which way is decided for a paragraph when it is broken,
 * for a line when it is drawn; both give the same widths within a fraction of a unit.
 *
 * A paragraph of any length costs linear time: layouts get at most CHUNK_BYTES at once.
 */

#define CHUNK_BYTES 4096
#define TOLERANCE 0.01 /* map units that a line may be too wide for its box */

/* A line in the making. last_*: the last place at which it may end. */
typedef struct
{
  EtpText *self;
  guint font;
  const char *text;
  gsize end; /* of the paragraph */
  double limit; /* <= 0: none */
  GArray *lines;

  gsize start, at; /* of the line; end of what is in it */
  double width; /* of [start, at) */
  gboolean can_break;
  gsize last_end, last_next;
  double last_width;
} Breaker;

static void
begin_line (Breaker *breaker, gsize start)
{
  etp_glyphs_trim (breaker->self->glyphs);
  breaker->start = breaker->at = start;
  breaker->width = 0;
  breaker->can_break = FALSE;
}

static void
end_line (Breaker *breaker, gsize end, double width, gsize next)
{
  EtpTextLine line = { (guint) breaker->start, (guint) (end - breaker->start), (float) width, 0 };

  g_array_append_val (breaker->lines, line);
  begin_line (breaker, next);
}

static void
note_break (Breaker *breaker, gsize next)
{
  breaker->can_break = TRUE;
  breaker->last_end = breaker->at;
  breaker->last_width = breaker->width;
  breaker->last_next = next;
}

/* A piece that is wider than the box stands alone on its line: as many of its characters as fit. */
static void
split_piece (Breaker *breaker, const EtpPiece *piece)
{
  const EtpGlyph *glyph = piece->glyphs;
  const EtpCluster *cluster = piece->clusters;
  gsize n_bytes = 0;
  double width = 0;

  while (n_bytes < piece->length)
    {
      double advance = 0;

      for (guint i = 0; i < cluster->n_glyphs; i++)
        advance += (double) glyph[i].advance;
      if (n_bytes > 0 && width + advance > breaker->limit + TOLERANCE)
        break;
      width += advance;
      n_bytes += cluster->n_bytes;
      glyph += cluster->n_glyphs;
      cluster++;
    }
  if (n_bytes >= piece->length)
    {
      breaker->at += n_bytes;
      breaker->width = width;
      return;
    }
  end_line (breaker, breaker->start + n_bytes, width, breaker->start + n_bytes);
}

/* Puts the spaces and the piece after the line so far into it, or ends the line before them.
 * FALSE if a character has no glyph. */
static gboolean
take_piece (Breaker *breaker)
{
  EtpGlyphs *glyphs = breaker->self->glyphs;
  const char *text = breaker->text;
  gsize next = breaker->at;
  gsize n_bytes;
  const EtpPiece *piece;
  double width;

  while (next < breaker->end && text[next] == ' ')
    next++;
  n_bytes = etp_break_get_piece (text + next, breaker->end - next);
  width = (double) (next - breaker->at)
          * (double) etp_glyphs_get_space (glyphs, breaker->font)->width;
  piece = etp_glyphs_get_piece (glyphs, breaker->font, text + next, n_bytes);
  if (piece->unknown)
    return FALSE;
  width += (double) piece->width;

  if (breaker->at > breaker->start
      && (next == breaker->at
          || etp_break_is_allowed_at_spaces (text + breaker->start, text + breaker->at,
                                             text + next)))
    note_break (breaker, next);
  if (breaker->limit <= 0 || breaker->width + width <= breaker->limit + TOLERANCE)
    {
      breaker->at = next + n_bytes;
      breaker->width += width;
    }
  else if (breaker->can_break)
    end_line (breaker, breaker->last_end, breaker->last_width, breaker->last_next);
  else if (next > breaker->start)
    end_line (breaker, breaker->at, breaker->width, next);
  else
    split_piece (breaker, piece);
  return TRUE;
}

/* Breaks the plain paragraph [start, end), which does not end in a space. */
static gboolean
break_plain (EtpText *self,
             const char *text,
             gsize start,
             gsize end,
             guint font,
             double width,
             GArray *lines)
{
  Breaker breaker = {
    .self = self, .font = font, .text = text, .end = end, .limit = width, .lines = lines
  };
  guint n_lines = lines->len;

  begin_line (&breaker, start);
  while (breaker.at < end)
    if (!take_piece (&breaker))
      {
        g_array_set_size (lines, n_lines);
        return FALSE;
      }
  end_line (&breaker, end, breaker.width, end);
  return TRUE;
}

static gsize
trim_end (const char *text, gsize start, gsize end)
{
  while (end > start)
    {
      const char *last = g_utf8_prev_char (text + end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = (gsize) (last - text);
    }
  return end;
}

/* Breaks the paragraph [start, end) with Pango, a chunk at a time: the last line of a chunk begins
 * the next one. */
static void
break_layout (EtpText *self,
              const char *text,
              gsize start,
              gsize end,
              guint font,
              double width,
              GArray *lines)
{
  PangoDirection direction = etp_text_find_direction (text, start);

  while (start < end)
    {
      gsize n_bytes = MIN (end - start, CHUNK_BYTES);
      gsize done = 0;
      GSList *list;

      while (start + n_bytes < end && ((guchar) text[start + n_bytes] & 0xc0) == 0x80)
        n_bytes--;
      etp_text_prepare_layout (self, text + start, n_bytes, font, width, direction);
      for (list = pango_layout_get_lines_readonly (self->layout); list != NULL; list = list->next)
        {
          const PangoLayoutLine *line = list->data;
          PangoRectangle extents;
          EtpTextLine out = { .start = (guint) (start + (gsize) line->start_index) };
          gsize line_end = (gsize) out.start + (gsize) line->length;

          if (list->next == NULL && start + n_bytes < end && done > 0)
            break;
          pango_layout_line_get_extents ((PangoLayoutLine *) line, NULL, &extents);
          out.length = (guint) (trim_end (text, out.start, line_end) - out.start);
          out.width = (float) extents.width / PANGO_SCALE;
          if (direction == PANGO_DIRECTION_RTL && width > 0)
            out.x = MAX (0, (float) width - out.width);
          g_array_append_val (lines, out);
          done = line_end - start;
          if (list->next != NULL)
            done = (gsize) ((PangoLayoutLine *) list->next->data)->start_index;
        }
      start += MAX (done, 1);
    }
}

void
etp_text_break_lines (
    EtpMeasurer *measurer, const char *text, EtpFont key, double width, GArray *lines)
{
  EtpText *self = ETP_TEXT (measurer);
  guint font = etp_glyphs_get_font (self->glyphs, key);
  gsize length = strlen (text);

  for (gsize start = 0; start <= length && length > 0;)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      gsize paragraph_end = newline != NULL ? (gsize) (newline - text) : length;
      gsize end = trim_end (text, start, paragraph_end);

      if (end == start)
        {
          EtpTextLine empty = { .start = (guint) start };
          g_array_append_val (lines, empty);
        }
      else if (!etp_break_is_plain (text + start, end - start)
               || !break_plain (self, text, start, end, font, width, lines))
        break_layout (self, text, start, end, font, width, lines);
      start = paragraph_end + 1;
    }
}
