/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-private.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* A section is what one title stands over; how many slides it takes is known only when it is full,
 * so titles are set last. */

#define TITLE_GAP 26.0
#define BADGE 40.0
#define BADGE_SPACE 56.0
#define MOST_LINES 2 /* of a title of normal size */
#define MOST_SMALL_LINES 3
#define MOST_PARTS 888 /* that a title is prepared for */

EtpRgba
etp_deck_get_color (EtpDeck *self, EtpColorRole role)
{
  return etp_style_get_color (self->map.style, role);
}

EtpRgba
etp_deck_get_ink (EtpDeck *self)
{
  return etp_deck_get_color (self, ETP_COLOR_INK);
}

EtpRgba
etp_deck_get_dim (EtpDeck *self)
{
  return etp_deck_get_color (self, ETP_COLOR_DIM);
}

EtpRgba
etp_deck_get_accent (EtpDeck *self)
{
  return etp_style_get_text_ink (self->map.style, self->map.accent);
}

const char *
etp_deck_get_word (EtpDeck *self, EtpWord word)
{
  return etp_words_get (self->map.language, word);
}

guint64
etp_deck_next_stamp (EtpDeck *self)
{
  return etp_stamp_mix (self->seed, ++self->n_items);
}

void
etp_deck_add (EtpDeck *self, EtpItem *item, double x, double y)
{
  etp_slide_add (self->slide, item, x, y);
}

double
etp_deck_get_room (EtpDeck *self)
{
  return self->bottom - self->y;
}

gboolean
etp_deck_is_fresh (EtpDeck *self)
{
  return self->y <= self->start;
}

/* Where titles end. */
static double
get_title_right (EtpDeck *self)
{
  const EtpSlideFrame *frame = self->options->frame;

  return frame != NULL ? frame->title.x + frame->title.width : self->right;
}

static GArray *
break_title (EtpDeck *self, const char *title, EtpType type, double width)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (EtpTextLine));

  etp_measurer_break_lines (self->map.measurer, title, etp_style_get_font (self->map.style, type),
                            width, lines);
  return lines;
}

/* With the number of the last of n parts behind it. */
static GArray *
break_numbered (EtpDeck *self, const char *title, EtpType type, double width, guint n)
{
  g_autofree char *longest = etp_deck_number_title (self->map.language, title, n, n);

  return break_title (self, longest, type, width);
}

/* How many lines of this type a title may have: ours are short, somebody else's are fitted. */
static guint
get_most_lines (EtpDeck *self, EtpType type, guint own)
{
  if (self->options->frame == NULL)
    return own;
  return MAX (own, (guint) floor (self->options->frame->title.height
                                  / etp_style_get_line_height (self->map.style, type)));
}

/* Chooses the type; what does not fit into a title that is too long is returned, and the title of
 * the slide ends before it. */
static char *
fit_title (EtpDeck *self, EtpSlide *slide, double width)
{
  g_autoptr (GArray) lines = break_title (self, slide->title, ETP_TYPE_SLIDE_TITLE, width);
  const guint most = get_most_lines (self, ETP_TYPE_WIDE_NAME, MOST_SMALL_LINES);
  const EtpTextLine *last;
  char *rest;

  if (lines->len <= get_most_lines (self, ETP_TYPE_SLIDE_TITLE, MOST_LINES))
    return NULL;
  slide->title_type = ETP_TYPE_WIDE_NAME;
  g_array_unref (lines);
  lines = break_numbered (self, slide->title, ETP_TYPE_WIDE_NAME, width, MOST_PARTS);
  if (lines->len <= most)
    return NULL;
  last = &g_array_index (lines, EtpTextLine, most - 2);
  if (last->start + last->length >= strlen (slide->title))
    return NULL;
  rest = g_strdup (slide->title + last->start + last->length);
  slide->title[last->start + last->length] = '\0';
  return g_strstrip (rest);
}

static void
start_slide (EtpDeck *self, const EtpSlide *model)
{
  EtpSlide *slide = etp_slide_new (model->role, model->title);

  slide->column = model->column;
  slide->title_type = model->title_type;
  slide->title_x = model->title_x;
  slide->title_y = model->title_y;
  g_ptr_array_add (self->slides, slide);
  self->slide = slide;
  self->y = self->start = self->top;
}

/* What a slide is called that nobody gave a name. */
static char *
dup_untitled (EtpDeck *self, guint column)
{
  if (column == G_MAXUINT)
    return g_strdup (etp_deck_get_word (self, ETP_WORD_UNTITLED));
  return g_strdup_printf ("%s %u", etp_deck_get_word (self, ETP_WORD_PHASE),
                          self->map.columns[column].number);
}

/* Returns what the title had no room for. */
static char *
begin (EtpDeck *self, const char *role, const char *title, guint column)
{
  EtpSlide *slide = etp_slide_new (role, title);
  double width, line;
  char *rest;
  g_autoptr (GArray) lines = NULL;

  g_strstrip (g_strdelimit (slide->title, "\n", ' '));
  if (slide->title[0] == '\0')
    {
      g_free (slide->title);
      slide->title = dup_untitled (self, column);
    }
  slide->column = column;
  slide->title_x = self->left + (column != G_MAXUINT ? BADGE_SPACE : 0);
  if (self->options->frame != NULL)
    slide->title_x = self->options->frame->title.x;
  slide->title_y = self->title_top;
  width = get_title_right (self) - slide->title_x;
  rest = fit_title (self, slide, width);
  lines = slide->title_type == ETP_TYPE_SLIDE_TITLE
              ? break_title (self, slide->title, slide->title_type, width)
              : break_numbered (self, slide->title, slide->title_type, width, MOST_PARTS);
  line = etp_style_get_line_height (self->map.style, slide->title_type);
  if (self->options->frame == NULL)
    self->top = self->title_top + MAX (1, lines->len) * line + TITLE_GAP;
  self->first = self->slides->len;
  self->repeat = NULL;
  start_slide (self, slide);
  etp_slide_free (slide);
  return rest;
}

void
etp_deck_begin (EtpDeck *self, const char *role, const char *title, guint column)
{
  g_autofree char *rest = begin (self, role, title, column);
  EtpBox *box;

  if (rest == NULL || rest[0] == '\0')
    return;
  box = etp_box_new (ETP_ITEM_LABEL);
  etp_box_add (box, rest, ETP_TYPE_FACTS, etp_deck_get_ink (self), 0);
  etp_deck_flow_box (self, box, 20);
}

void
etp_deck_begin_cover (EtpDeck *self, const char *role, const char *title, double top)
{
  g_autofree char *rest = begin (self, role, title, G_MAXUINT);

  self->slide->is_cover = TRUE;
  self->y = self->start = top;
}

void
etp_deck_continue (EtpDeck *self)
{
  start_slide (self, self->slide);
  if (self->n_short > 0 && self->slides->len - self->first > self->n_short)
    self->bottom = self->whole_bottom;
  if (self->repeat != NULL)
    self->repeat (self, self->repeat_data);
  self->start = self->y;
}

/* There is room for a title as it is. With the number of a part it may need more; then it is set
 * smaller, on all slides of the section. */
static void
make_titles_fit (EtpDeck *self, guint n)
{
  EtpSlide *slide = self->slide;
  double width = get_title_right (self) - slide->title_x;
  g_autoptr (GArray) bare = break_title (self, slide->title, slide->title_type, width);
  g_autoptr (GArray) numbered = break_numbered (self, slide->title, slide->title_type, width, n);

  if (slide->title_type != ETP_TYPE_SLIDE_TITLE || numbered->len <= bare->len)
    return;
  for (guint i = 0; i < n; i++)
    ((EtpSlide *) g_ptr_array_index (self->slides, self->first + i))->title_type =
        ETP_TYPE_WIDE_NAME;
}

void
etp_deck_end (EtpDeck *self)
{
  guint n = self->slides->len - self->first;

  /* A title over nothing. */
  if (n == 1 && self->slide->items->len == 0)
    {
      g_ptr_array_set_size (self->slides, (int) self->first);
      self->slide = NULL;
      n = 0;
    }
  if (n > 1)
    make_titles_fit (self, n);
  for (guint i = 0; i < n; i++)
    {
      EtpSlide *slide = g_ptr_array_index (self->slides, self->first + i);

      slide->part = i + 1;
      slide->n_parts = n;
    }
  self->repeat = NULL;
}

static char *
dup_named (EtpDeck *self, const EtpSlide *slide)
{
  if (slide->n_parts < 2)
    return g_strdup (slide->title);
  return etp_deck_number_title (self->map.language, slide->title, slide->part, slide->n_parts);
}

static EtpItem *
make_title (EtpDeck *self, const EtpSlide *slide)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_TITLE, self->map.style, self->map.measurer);
  double width = get_title_right (self) - slide->title_x, height;

  etp_draft_set_name (draft, slide->named);
  height = etp_draft_text (draft, 0, 0, width, slide->named, slide->title_type,
                           etp_deck_get_ink (self), ETP_ALIGN_START);
  return etp_draft_finish (draft, width, height, etp_deck_next_stamp (self));
}

/* The number of the phase, as at its head on the map. */
static EtpItem *
make_badge (EtpDeck *self, const EtpSlide *slide)
{
  const EtpColumn *column = &self->map.columns[slide->column];
  EtpDraft *draft = etp_draft_new (ETP_ITEM_LABEL, self->map.style, self->map.measurer);
  double line = etp_style_get_line_height (self->map.style, ETP_TYPE_PHASE_NUMBER);
  g_autofree char *number = g_strdup_printf ("%u", column->number);

  etp_draft_set_name (draft, number);
  etp_draft_circle (draft, BADGE / 2, BADGE / 2, BADGE / 2, column->color, 0, 0);
  etp_draft_text (draft, BADGE / 2, (BADGE - line) / 2, 0, number, ETP_TYPE_PHASE_NUMBER,
                  etp_rgba_ink_on (column->color), ETP_ALIGN_CENTER);
  return etp_draft_finish (draft, BADGE, BADGE, etp_deck_next_stamp (self));
}

static EtpItem *
make_ground (EtpDeck *self)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_FILL, self->map.style, self->map.measurer);

  etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
  etp_draft_box (draft, (EtpRect){ 0, 0, self->width, self->height }, 0,
                 etp_deck_get_color (self, ETP_COLOR_PAPER), 0, 0);
  return etp_draft_finish (draft, self->width, self->height, etp_deck_next_stamp (self));
}

void
etp_deck_finish_titles (EtpDeck *self)
{
  for (guint i = 0; i < self->slides->len; i++)
    {
      EtpSlide *slide = g_ptr_array_index (self->slides, i);

      slide->named = dup_named (self, slide);
      if (slide->is_cover)
        continue;
      if (slide->column != G_MAXUINT && self->options->frame == NULL)
        etp_slide_prepend (slide, make_badge (self, slide), self->left, self->title_top - 1);
      etp_slide_prepend (slide, make_title (self, slide), slide->title_x, slide->title_y);
    }
}

void
etp_deck_finish (EtpDeck *self)
{
  etp_deck_finish_titles (self);
  for (guint i = 0; i < self->slides->len; i++)
    etp_slide_prepend (g_ptr_array_index (self->slides, i), make_ground (self), 0, 0);
  if (self->options->frame == NULL)
    etp_deck_furnish (self);
}
