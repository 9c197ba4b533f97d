/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheets-private.h"

#include <math.h>

#include "model/etp-extract.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"

/* Documents to print and to write on: the empty map with its questions, the work poster with room
 * for sticky notes, an empty persona. */

#define NOTE_STRIP                                                                                 \
  120.0 /* on a canvas: a sticky note of 76 mm is 287 wide and lies a little over */
#define WORK_STRIP 130.0
#define WORK_ROWS 2
#define BOX_GAP 14.0
#define BOX_PADDING 12.0
#define BOX_RADIUS 9.0
#define LINE_SPACE 32.0 /* between lines for handwriting */
#define TICK 22.0 /* box and gap before a channel's name */
#define TICK_GAP 6.0
#define MOST_TICK_COLUMNS 3
#define TICK_COLUMN 180.0 /* on a sheet of its own there may be more of this width */
#define NARROW 900.0

/* A poster of another journey, which is only looked at now. */
static gboolean
build_poster_of (EtpPagesJob *job, EtpJourney *journey, double strip, GError **error)
{
  EtpPagesJob other = *job;

  other.journey = journey;
  other.free_strip = strip;
  return etp_pages_build_poster (&other, error);
}

gboolean
etp_sheets_build_canvas (EtpPagesJob *job, GError **error)
{
  EtpExtractOptions options = { .blank = TRUE };
  g_autoptr (EtpJourney) frame = etp_extract_new (job->journey, &options, NULL);

  return build_poster_of (job, frame, NOTE_STRIP, error);
}

gboolean
etp_sheets_build_work (EtpPagesJob *job, GError **error)
{
  EtpExtractOptions options = { .n_free_lanes = WORK_ROWS };
  g_autoptr (EtpJourney) copy = etp_extract_new (job->journey, &options, NULL);

  return build_poster_of (job, copy, WORK_STRIP, error);
}

/* A box with its heading and lines for handwriting, as many as fit. */
static void
add_box (EtpSheet *self, EtpRect rect, const char *heading, gboolean has_lines)
{
  EtpDraft *draft = etp_sheet_draft_begin (self->draft, ETP_ITEM_CARD, ETP_LAYER_BODY);
  double y = BOX_PADDING;

  etp_draft_set_name (draft, heading);
  etp_draft_box (draft, (EtpRect){ 0, 0, rect.width, rect.height }, BOX_RADIUS, 0, self->line, 1);
  y += etp_draft_text (draft, BOX_PADDING, y, rect.width - 2 * BOX_PADDING, heading,
                       ETP_TYPE_CARD_TITLE, self->ink, ETP_ALIGN_START);
  for (y += LINE_SPACE; has_lines && y <= rect.height - BOX_PADDING; y += LINE_SPACE)
    etp_draft_line (draft, BOX_PADDING, y, rect.width - BOX_PADDING, y, self->line, 0.75,
                    ETP_STROKE_SOLID);
  etp_sheet_draft_add (self->draft, draft, rect.x, rect.y, rect.width, rect.height);
}

/* Height of the names of channels from one on in so many columns of this width. */
static double
get_channels_height (
    EtpSheet *self, EtpNodeList *channels, guint from, guint n_columns, double width)
{
  guint n = etp_node_list_get_length (channels) - from, n_rows = (n + n_columns - 1) / n_columns;
  double highest = 0, height = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *name = etp_node_get_text (etp_node_list_get (channels, from + i),
                                            ETP_CHANNEL_NAME);

      if (i % n_rows == 0)
        height = 0;
      height += etp_sheet_text_height (self->job->style, self->job->measurer, name, width - TICK,
                                       ETP_TYPE_NOTE)
                + TICK_GAP;
      highest = MAX (highest, height);
    }
  return highest;
}

static void
add_channel (EtpSheet *self, const char *name, double x, double y, double width, double height)
{
  double line = etp_style_get_line_height (self->job->style, ETP_TYPE_NOTE);
  EtpDraft *draft = etp_sheet_draft_begin (self->draft, ETP_ITEM_LABEL, ETP_LAYER_BODY);

  etp_draft_box (draft, (EtpRect){ 0, (line - 14) / 2, 14, 14 }, 3, 0, self->ink, 1);
  etp_draft_text (draft, TICK, 0, width - TICK, name, ETP_TYPE_NOTE, self->ink, ETP_ALIGN_START);
  etp_sheet_draft_add (self->draft, draft, x, y, width, height);
}

/* Channels of the journey to be ticked, from one on, in as many columns as it takes; returns the first
 * that has no room. */
static guint
add_channels (EtpSheet *self, EtpRect rect, guint from)
{
  EtpNodeList *channels = etp_journey_get_list (self->job->journey, ETP_LIST_CHANNELS);
  const guint n = etp_node_list_get_length (channels);
  const guint most = (guint) MAX (MOST_TICK_COLUMNS, rect.width / TICK_COLUMN);
  double top = rect.y + BOX_PADDING + 30, bottom = rect.y + rect.height - BOX_PADDING, y = top;
  double room = rect.width - 2 * BOX_PADDING, width;
  guint n_columns = 1, n_rows, column = 0;

  add_box (self, rect, etp_sheet_get_word (self->language, ETP_SHEET_CHANNELS), FALSE);
  while (n_columns < most
         && get_channels_height (self, channels, from, n_columns, room / n_columns) > bottom - top)
    n_columns++;
  n_rows = (n - from + n_columns - 1) / n_columns;
  if (get_channels_height (self, channels, from, n_columns, room / n_columns) > bottom - top)
    {
      /* Some go on elsewhere: then not so narrow. */
      n_columns = (guint) MAX (1, room / TICK_COLUMN);
      n_rows = n;
    }
  width = room / n_columns;
  for (guint i = from; i < n; i++)
    {
      const char *name = etp_node_get_text (etp_node_list_get (channels, i), ETP_CHANNEL_NAME);
      double height = etp_sheet_text_height (self->job->style, self->job->measurer, name,
                                             width - TICK, ETP_TYPE_NOTE);

      if (y > top && ((i - from) % n_rows == 0 || y + height > bottom))
        {
          y = top;
          column++;
        }
      if (column == n_columns)
        return i;
      add_channel (self, name, rect.x + BOX_PADDING + column * width, y, width, height);
      y += height + TICK_GAP;
    }
  return n;
}

/* Those channels that the box had no room for, on sheets of their own. */
static gboolean
add_more_channels (EtpPagesJob *job, const char *heading, guint from, GError **error)
{
  while (from < etp_node_list_get_length (etp_journey_get_list (job->journey, ETP_LIST_CHANNELS)))
    {
      EtpSheet self;

      if (!etp_sheet_begin (&self, job, heading, error))
        return FALSE;
      from = add_channels (&self, self.frame.inner, from);
      etp_sheet_end (&self, heading);
    }
  return TRUE;
}

/* Scales between two ends that are to be named. */
static void
add_traits (EtpSheet *self, EtpRect rect)
{
  EtpDraft *draft;
  double middle = rect.width / 2, end = rect.width - BOX_PADDING;

  add_box (self, rect, etp_sheet_get_word (self->language, ETP_SHEET_TRAITS), FALSE);
  draft = etp_sheet_draft_begin (self->draft, ETP_ITEM_LINE, ETP_LAYER_BODY);
  for (double y = BOX_PADDING + 46; y <= rect.height - BOX_PADDING; y += LINE_SPACE + 4)
    {
      etp_draft_line (draft, BOX_PADDING, y, middle * 0.48, y, self->line, 0.75, ETP_STROKE_SOLID);
      etp_draft_line (draft, middle * 0.56, y - 4, end - middle * 0.46, y - 4, self->ink, 1.5,
                      ETP_STROKE_SOLID);
      for (guint i = 0; i < 5; i++)
        etp_draft_circle (draft, middle * 0.56 + i * (end - middle * 0.46 - middle * 0.56) / 4,
                          y - 4, 3, self->ink, 0, 0);
      etp_draft_line (draft, end - middle * 0.38, y, end, y, self->line, 0.75, ETP_STROKE_SOLID);
    }
  etp_sheet_draft_add (self->draft, draft, rect.x, rect.y, rect.width, rect.height);
}

static void
add_portrait (EtpSheet *self, EtpRect rect)
{
  static const EtpSheetWord fields[] = { ETP_SHEET_NAME, ETP_SHEET_AGE, ETP_SHEET_ROLE,
                                         ETP_SHEET_LOCATION, ETP_SHEET_SEGMENT };
  double size = MIN (rect.width * 0.6, rect.height * 0.36), y = size + LINE_SPACE;
  EtpDraft *draft = etp_sheet_draft_begin (self->draft, ETP_ITEM_PERSONA, ETP_LAYER_BODY);
  EtpStyle *style = self->job->style;
  double line = etp_style_get_line_height (style, ETP_TYPE_SMALL), step;

  etp_draft_set_name (draft, etp_sheet_get_word (self->language, ETP_SHEET_PORTRAIT));
  etp_draft_box (draft, (EtpRect){ 0, 0, size, size }, size / 2, 0, self->line, 1);
  etp_draft_text (draft, size / 2, (size - line) / 2, 0,
                  etp_sheet_get_word (self->language, ETP_SHEET_PORTRAIT), ETP_TYPE_SMALL,
                  self->dim, ETP_ALIGN_CENTER);
  step = (rect.height - y) / G_N_ELEMENTS (fields);
  step = MIN (step, 2 * LINE_SPACE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++, y += step)
    {
      const char *word = etp_sheet_get_word (self->language, fields[i]);
      double x = etp_draft_text_width (draft, word, ETP_TYPE_SMALL_STRONG) + 10;

      etp_draft_text (draft, 0, y, 0, word, ETP_TYPE_SMALL_STRONG, self->ink, ETP_ALIGN_START);
      etp_draft_line (draft, x, y + line - 2, rect.width, y + line - 2, self->line, 0.75,
                      ETP_STROKE_SOLID);
    }
  etp_sheet_draft_add (self->draft, draft, rect.x, rect.y, rect.width, rect.height);
}

gboolean
etp_sheets_build_persona (EtpPagesJob *job, GError **error)
{
  static const EtpSheetWord boxes[] = {
    ETP_SHEET_GOALS,        ETP_SHEET_NEEDS,   ETP_SHEET_CHALLENGES, ETP_SHEET_MOTIVATIONS,
    ETP_SHEET_EXPECTATIONS, ETP_SHEET_ROUTINE, ETP_SHEET_BUYING,
  };
  const char *language = etp_node_get_text (job->journey, ETP_JOURNEY_LANGUAGE);
  const char *heading = etp_words_get (language, ETP_WORD_PERSONA);
  guint n_columns = job->paper.width >= NARROW ? 3 : 2, n_rows, next = 0;
  double side, bottom, width, height, x;
  EtpSheet self;

  if (job->options->about != NULL)
    return etp_sheets_build_about (job, ETP_LIST_PERSONAS, error);
  if (!etp_sheet_begin (&self, job, heading, error))
    return FALSE;
  side = floor (self.frame.inner.width * (n_columns == 3 ? 0.22 : 0.32));
  bottom = floor (self.frame.inner.height * 0.24);
  x = self.frame.inner.x + side + 2 * BOX_GAP;
  n_rows = (G_N_ELEMENTS (boxes) + 1 + n_columns - 1) / n_columns;
  width = (self.frame.inner.x + self.frame.inner.width - x - (n_columns - 1) * BOX_GAP) / n_columns;
  height = (self.frame.inner.height - bottom - n_rows * BOX_GAP) / n_rows;
  add_portrait (&self, (EtpRect){ self.frame.inner.x, self.frame.inner.y, side,
                                  self.frame.inner.height - bottom - BOX_GAP });
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      EtpRect rect = { x + i % n_columns * (width + BOX_GAP),
                       self.frame.inner.y + i / n_columns * (height + BOX_GAP), width, height };

      if (i < G_N_ELEMENTS (boxes))
        add_box (&self, rect, etp_sheet_get_word (language, boxes[i]), TRUE);
      else if (i == G_N_ELEMENTS (boxes))
        next = add_channels (&self, rect, 0);
      else
        add_box (&self, rect, etp_sheet_get_word (language, ETP_SHEET_NOTES), TRUE);
    }
  add_box (&self,
           (EtpRect){ self.frame.inner.x, self.frame.inner.y + self.frame.inner.height - bottom,
                      side + BOX_GAP, bottom },
           etp_sheet_get_word (language, ETP_SHEET_QUOTE), TRUE);
  add_traits (&self, (EtpRect){ x, self.frame.inner.y + self.frame.inner.height - bottom,
                                self.frame.inner.x + self.frame.inner.width - x, bottom });
  etp_sheet_end (&self, heading);
  return add_more_channels (job, heading, next, error);
}
