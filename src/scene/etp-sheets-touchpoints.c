/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheets-private.h"

#include "model/etp-fields.h"
#include "model/etp-words.h"

/* The touchpoint canvas: a list to be filled in by hand, of what is offered and what the journey's
 * personas use of it. */

#define ROW_HEIGHT 46.0
#define PADDING 8.0
#define CIRCLE 7.0
#define MOST_PERSONAS 4
#define LEAST_USED 128.0 /* width of a column with five circles */
#define OFFERED_WIDTH 110.0
#define MOST_COLUMNS (4 + MOST_PERSONAS)

typedef struct
{
  char *heading; /* owned */
  guint n_circles; /* to be marked; 0: to be written in */
  double width;
} Column;

/* "{1}: never … always" */
static char *
dup_used (const char *language, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (etp_sheet_get_word (language, ETP_SHEET_USED), "{1}", 2);

  return g_strconcat (parts[0], name, parts[1], NULL);
}

static guint
plan_columns (const EtpSheet *self, Column columns[MOST_COLUMNS])
{
  EtpNodeList *personas = etp_journey_get_list (self->job->journey, ETP_LIST_PERSONAS);
  double width = self->frame.inner.width, room;
  guint n_personas = MIN (etp_node_list_get_length (personas), (guint) MOST_PERSONAS), n = 0;

  while (n_personas > 0 && width - OFFERED_WIDTH - n_personas * LEAST_USED < 330)
    n_personas--;
  room = width - OFFERED_WIDTH - n_personas * LEAST_USED;
  columns[n++] = (Column){ g_strdup (etp_words_get (self->language, ETP_WORD_TOUCHPOINT)), 0,
                           room * 0.42 };
  columns[n++] = (Column){ g_strdup (etp_words_get (self->language, ETP_WORD_CHANNEL)), 0,
                           room * 0.24 };
  columns[n++] = (Column){ g_strdup (etp_sheet_get_word (self->language, ETP_SHEET_OFFERED)), 3,
                           OFFERED_WIDTH };
  for (guint i = 0; i < n_personas; i++)
    {
      EtpNode *persona = etp_node_list_get (personas, i);

      columns[n++] = (Column){
        dup_used (self->language, etp_node_get_text (persona, ETP_PERSONA_NAME)), 5, LEAST_USED
      };
    }
  columns[n++] = (Column){ g_strdup (etp_sheet_get_word (self->language, ETP_SHEET_NOTES)), 0,
                           room * 0.34 };
  return n;
}

static double
add_headings (EtpSheet *self, const Column *columns, guint n)
{
  double x = self->frame.inner.x, height = 0;

  for (guint i = 0; i < n; i++)
    {
      double own = etp_sheet_draft_text (self->draft, ETP_ITEM_LABEL, x + PADDING,
                                         self->frame.inner.y, columns[i].width - 2 * PADDING,
                                         columns[i].heading, ETP_TYPE_SMALL_STRONG, self->ink,
                                         ETP_ALIGN_START);

      height = MAX (height, own);
      x += columns[i].width;
    }
  return height + PADDING;
}

static void
add_row (EtpSheet *self, const Column *columns, guint n, double y, double height)
{
  EtpDraft *draft = etp_sheet_draft_begin (self->draft, ETP_ITEM_LINE, ETP_LAYER_BODY);
  double x = 0;

  etp_draft_line (draft, 0, 0, self->frame.inner.width, 0, self->line, 0.75, ETP_STROKE_SOLID);
  for (guint i = 0; i < n; i++)
    {
      double step = (columns[i].width - 2 * PADDING) / MAX (columns[i].n_circles, 1);

      if (i > 0)
        etp_draft_line (draft, x, 0, x, height, self->line, 0.5, ETP_STROKE_SOLID);
      for (guint k = 0; k < columns[i].n_circles; k++)
        etp_draft_circle (draft, x + PADDING + (k + 0.5) * step, height / 2, CIRCLE, 0, self->ink,
                          1);
      x += columns[i].width;
    }
  etp_sheet_draft_add (self->draft, draft, self->frame.inner.x, y, self->frame.inner.width, height);
}

gboolean
etp_sheets_build_touchpoints (EtpPagesJob *job, GError **error)
{
  const char *language = etp_node_get_text (job->journey, ETP_JOURNEY_LANGUAGE);
  const char *heading = etp_words_get (language, ETP_WORD_LANE_TOUCHPOINTS);
  Column columns[MOST_COLUMNS];
  double y, height, bottom;
  EtpSheet self;
  guint n, n_rows;

  if (job->options->about != NULL)
    return etp_sheets_build_about (job, ETP_LIST_TOUCHPOINTS, error);
  if (!etp_sheet_begin (&self, job, heading, error))
    return FALSE;
  n = plan_columns (&self, columns);
  y = self.frame.inner.y + add_headings (&self, columns, n);
  bottom = self.frame.inner.y + self.frame.inner.height;
  n_rows = (guint) MAX ((bottom - y) / ROW_HEIGHT, 1);
  height = (bottom - y) / n_rows;
  for (guint i = 0; i < n_rows; i++)
    add_row (&self, columns, n, y + i * height, height);
  etp_sheet_end (&self, heading);
  for (guint i = 0; i < n; i++)
    g_free (columns[i].heading);
  return TRUE;
}
