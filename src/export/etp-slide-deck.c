/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-deck.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-words.h"

#define TITLE_SIZE 28.0 /* page units, where no page has a title of its own */
#define MARGIN 40.0

/* "de" is "de-DE" for a spelling checker; what has a region keeps it. */
static char *
dup_language (const char *language)
{
  static const char *const regions[][2] = { { "de", "de-DE" }, { "en", "en-US" } };
  g_autofree char *tag = etp_words_dup_tag (language);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    if (strcmp (tag, regions[i][0]) == 0)
      return g_strdup (regions[i][1]);
  return g_steal_pointer (&tag);
}

static void
set_size (EtpSlideDeck *self, const EtpExportOptions *options)
{
  const EtpPage *first = etp_pages_get_nth (self->pages, 0);
  const double most = MAX (first->width, first->height);

  self->frame = options->frame;
  if (self->frame != NULL)
    {
      const double share = MIN (self->frame->content.width / first->width,
                                self->frame->content.height / first->height);

      if (first->kind != ETP_PAGE_SLIDE && share < 1)
        etp_export_note (options,
                         /* Translators: %.0f is a percentage below 100. */
                         _ ("The page is larger than a slide can be; it was scaled to %.0f%%."),
                         100 * share);
      self->scale = 1;
      self->width = self->frame->width;
      self->height = self->frame->height;
      return;
    }
  self->scale = MIN (1, ETP_SLIDE_MAX / most);
  if (self->scale < 1)
    etp_export_note (options,
                     /* Translators: %.0f is a percentage below 100. */
                     _ ("The page is larger than a slide can be; it was scaled to %.0f%%."),
                     100 * self->scale);
  self->width = MAX (first->width * self->scale, 96);
  self->height = MAX (first->height * self->scale, 96);
}

gboolean
etp_slide_deck_init (EtpSlideDeck *self,
                     EtpJourney *journey,
                     const EtpExportOptions *options,
                     GError **error)
{
  if (!etp_export_pages_init (&self->export, journey, options,
                              etp_pages_kind_get ("deck") != NULL ? "deck" : "map", error))
    return FALSE;
  self->journey = self->export.journey;
  self->pages = self->export.pages;
  self->style = self->export.style;
  etp_slide_theme_init (&self->theme, self->journey, self->style);
  etp_slide_media_init (&self->media, self->journey);
  self->language = dup_language (
      etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_LANGUAGE));
  self->author = etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_OWNER);
  self->title = etp_node_get_text (ETP_NODE (self->journey), ETP_JOURNEY_TITLE);
  if (self->title[0] == '\0')
    self->title = etp_words_get (self->language, ETP_WORD_UNTITLED);
  set_size (self, options);
  return TRUE;
}

void
etp_slide_deck_clear (EtpSlideDeck *self)
{
  etp_slide_theme_clear (&self->theme);
  etp_slide_media_clear (&self->media);
  etp_export_pages_clear (&self->export);
  g_clear_pointer (&self->language, g_free);
}

void
etp_slide_deck_get_fit (
    const EtpSlideDeck *self, const EtpPage *page, double *scale, double *x, double *y)
{
  if (self->frame != NULL && page->kind != ETP_PAGE_SLIDE)
    {
      const EtpRect *room = &self->frame->content;

      *scale = MIN (room->width / page->width, room->height / page->height);
      *x = room->x + (room->width - page->width * *scale) / 2;
      *y = room->y;
      return;
    }
  *scale = MIN (self->width / page->width, self->height / page->height);
  *x = (self->width - page->width * *scale) / 2;
  *y = (self->height - page->height * *scale) / 2;
}

/* The title item of a page; FALSE if it has none. */
static gboolean
find_title (const EtpSlideDeck *self, const EtpPage *page, EtpSlideTitle *title)
{
  g_auto (EtpShapeList) list = { 0 };

  etp_shape_list_init (&list, self->journey, page);
  for (guint i = 0; i < list.shapes->len; i++)
    {
      const EtpShape *shape = etp_shape_list_get (&list, i);
      const EtpMark *mark;

      if (shape->type != ETP_SHAPE_TITLE || shape->n_texts == 0)
        continue;
      mark = etp_shape_list_get_text (&list, shape, 0)->mark;
      *title = (EtpSlideTitle){ shape->rect, mark->font, (double) mark->line_height * shape->scale,
                                mark->fill_color };
      title->font.size = (float) ((double) mark->font.size * shape->scale);
      return TRUE;
    }
  return FALSE;
}

EtpSlideTitle
etp_slide_deck_get_title (const EtpSlideDeck *self, gboolean of_title_slide)
{
  const EtpPage *first = etp_pages_get_nth (self->pages, 0);
  const guint n = etp_pages_get_n (self->pages);
  EtpSlideTitle title = { { MARGIN, MARGIN, MAX (first->width - 2 * MARGIN, MARGIN),
                            1.4 * TITLE_SIZE },
                          { .size = TITLE_SIZE, .weight = 700 },
                          1.3 * TITLE_SIZE,
                          etp_style_get_color (self->style, ETP_COLOR_INK) };

  for (guint i = 0; i < n; i++)
    {
      const EtpPage *page = etp_pages_get_nth (self->pages, i);

      if ((g_strcmp0 (page->role, "title") == 0) == of_title_slide
          && find_title (self, page, &title))
        break;
    }
  return title;
}

char *
etp_slide_dup_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr (GDateTime) time = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64 / 2, &seconds, NULL))
    time = g_date_time_new_from_unix_utc (seconds);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
