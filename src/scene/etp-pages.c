/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-pages-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/etp-fields.h"
#include "model/etp-words.h"

/* The list of pages, and the table of its kinds. */

typedef struct
{
  EtpPagesKind kind;
  const char *paper; /* that it lies on when nobody chooses; NULL: none */
  gboolean (*build) (EtpPagesJob *job, GError **error);
} Kind;

static const Kind kinds[] = {
  { { "map", N_ ("One page as large as the map"), FALSE }, NULL, etp_pages_build_map },
  { { "poster", N_ ("Poster on as few sheets as can be read"), TRUE },
    "A3",
    etp_pages_build_poster },
  { { "tiles", N_ ("Several sheets to be glued together"), TRUE }, "A4", etp_pages_build_tiles },
  { { "deck", N_ ("Slides"), FALSE }, NULL, etp_pages_build_deck },
  { { "minutes", N_ ("Minutes"), TRUE }, "A4-portrait", etp_pages_build_minutes },
  { { "work", N_ ("Poster to work on, with room for sticky notes"), TRUE },
    "A0",
    etp_sheets_build_work },
  { { "canvas", N_ ("Empty map to write on"), TRUE }, "A1", etp_sheets_build_canvas },
  { { "persona", N_ ("Persona sheet, filled or empty"), TRUE }, "A3", etp_sheets_build_persona },
  { { "touchpoints", N_ ("Touchpoint sheet, filled or empty"), TRUE },
    "A3",
    etp_sheets_build_touchpoints },
  { { "cards", N_ ("Cards to cut out"), TRUE }, "A4-portrait", etp_sheets_build_cards },
};

struct _EtpPages
{
  GObject parent_instance;

  /* Owned */
  GArray *pages; /* of EtpPage */
  GPtrArray *notes; /* of char * */
};

G_DEFINE_FINAL_TYPE (EtpPages, etp_pages, G_TYPE_OBJECT)

G_DEFINE_QUARK (etp - pages - error - quark, etp_pages_error)

static void
clear_page (gpointer data)
{
  EtpPage *page = data;

  for (guint i = 0; i < page->n_parts; i++)
    g_object_unref (page->parts[i].scene);
  g_free (page->parts);
  g_free (page->title);
  g_free (page->label);
}

static void
etp_pages_finalize (GObject *object)
{
  EtpPages *self = ETP_PAGES (object);

  g_array_unref (self->pages);
  g_ptr_array_unref (self->notes);
  G_OBJECT_CLASS (etp_pages_parent_class)->finalize (object);
}

static void
etp_pages_class_init (EtpPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_pages_finalize;
}

static void
etp_pages_init (EtpPages *self)
{
  self->pages = g_array_new (FALSE, TRUE, sizeof (EtpPage));
  g_array_set_clear_func (self->pages, clear_page);
  self->notes = g_ptr_array_new_with_free_func (g_free);
}

static const Kind *
find_kind (const char *name)
{
  if (name == NULL)
    return &kinds[0];
  if (g_ascii_strcasecmp (name, "fit") == 0)
    name = "poster"; /* fitted to its paper */
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kinds[i].kind.name, name) == 0)
      return &kinds[i];
  return NULL;
}

const EtpPagesKind *
etp_pages_kind_get (const char *name)
{
  const Kind *kind = find_kind (name);

  return kind != NULL ? &kind->kind : NULL;
}

const char *
etp_pages_kind_get_paper (const EtpPagesKind *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (&kinds[i].kind == self)
      return kinds[i].paper;
  return NULL;
}

const EtpPagesKind *
etp_pages_kind_get_nth (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? &kinds[index].kind : NULL;
}

EtpPages *
etp_pages_new (EtpJourney *journey,
               const EtpPagesOptions *options,
               EtpStyle *style,
               EtpMeasurer *measurer,
               GError **error)
{
  static const EtpPagesOptions nothing_special = { 0 };
  EtpPagesJob job = {
    .journey = journey,
    .options = options != NULL ? options : &nothing_special,
    .style = style,
    .measurer = measurer,
  };
  const Kind *kind;
  g_autoptr (EtpPages) self = NULL;

  g_return_val_if_fail (ETP_IS_JOURNEY (journey), NULL);
  g_return_val_if_fail (ETP_IS_STYLE (style), NULL);
  g_return_val_if_fail (ETP_IS_MEASURER (measurer), NULL);

  kind = find_kind (job.options->kind);
  if (kind == NULL)
    {
      g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_UNKNOWN_KIND,
                   /* Translators: %s is what was typed. */
                   _ ("There are no pages of the kind “%s”."), job.options->kind);
      return NULL;
    }
  if (job.options->paper != NULL)
    job.paper = *job.options->paper;
  else if (kind->paper != NULL)
    etp_paper_parse (kind->paper, &job.paper);
  self = g_object_new (ETP_TYPE_PAGES, NULL);
  job.pages = self;
  return kind->build (&job, error) ? g_steal_pointer (&self) : NULL;
}

guint
etp_pages_get_n (EtpPages *self)
{
  g_return_val_if_fail (ETP_IS_PAGES (self), 0);

  return self->pages->len;
}

const EtpPage *
etp_pages_get_nth (EtpPages *self, guint index)
{
  g_return_val_if_fail (ETP_IS_PAGES (self), NULL);

  return index < self->pages->len ? &g_array_index (self->pages, EtpPage, index) : NULL;
}

GPtrArray *
etp_pages_get_notes (EtpPages *self)
{
  g_return_val_if_fail (ETP_IS_PAGES (self), NULL);

  return self->notes;
}

EtpPage *
etp_pages_add (EtpPages *self, EtpPageKind kind, double width, double height, const char *title)
{
  EtpPage page = { .kind = kind, .width = width, .height = height, .title = g_strdup (title) };

  g_array_append_val (self->pages, page);
  return &g_array_index (self->pages, EtpPage, self->pages->len - 1);
}

EtpPagePart *
etp_page_add_part (
    EtpPage *self, EtpScene *scene, const EtpRect *source, double x, double y, double scale)
{
  EtpRect all = { 0, 0, etp_scene_get_width (scene), etp_scene_get_height (scene) };

  self->parts = g_renew (EtpPagePart, self->parts, self->n_parts + 1);
  self->parts[self->n_parts++] = (EtpPagePart){
    g_object_ref (scene), source != NULL ? *source : all, x, y, scale, FALSE,
  };
  return &self->parts[self->n_parts - 1];
}

void
etp_pages_note (EtpPages *self, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, args));
  va_end (args);
}

const char *
etp_pages_get_title (EtpJourney *journey)
{
  const char *title = etp_node_get_text (journey, ETP_JOURNEY_TITLE);

  if (title[0] != '\0')
    return title;
  return etp_words_get (etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE), ETP_WORD_UNTITLED);
}
