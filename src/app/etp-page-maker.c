/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-page-maker.h"

#include <math.h>
#include <string.h>

#include "etp-picture.h"
#include "file/etp-load.h"
#include "paint/etp-paint-page.h"

/* One worker for all makers: nobody looks at two previews at once. Its work comes in order, so that
 * what only the worker touches needs no lock. Typical: 10 pages; tested: 500. */

#define MOST_TEXT 8000 /* bytes that are shown of a text format */
#define SMALL_PX 256 /* pages up to so wide are only sketched */
#define SKETCH 0.2 /* the zoom whose detail a sketch has */

struct _EtpPageMaker
{
  GObject parent;

  GBytes *bytes; /* owned */
  gint number; /* of the last choice; atomic */

  /* the worker's; NULL until they are made */
  EtpJourney *journey; /* read from bytes */
  EtpText *text;
  EtpJourney *extract; /* what goes out */
  EtpJourney *before; /* of an earlier state; NULL also if nothing is compared */
  EtpPainter *painter;
  EtpPages *pages;
};

G_DEFINE_FINAL_TYPE (EtpPageMaker, etp_page_maker, G_TYPE_OBJECT)

typedef struct
{
  gint number; /* of the choice that it is for */
  EtpExportChoice *choice; /* owned; NULL: paint */
  guint page;
  int width_px, height_px;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->choice, etp_export_choice_free);
  g_free (order);
}

void
etp_made_free (EtpMade *self)
{
  for (guint i = 0; i < self->n_pages; i++)
    g_free (self->pages[i].title);
  g_free (self->pages);
  g_free (self->text);
  g_free (self->going);
  g_clear_pointer (&self->staying, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}

static gboolean
ensure_journey (EtpPageMaker *self, GError **error)
{
  g_autoptr (EtpLoaded) loaded = NULL;

  if (self->journey != NULL)
    return TRUE;
  loaded = etp_load_bytes (self->bytes, NULL, error);
  if (loaded == NULL)
    return FALSE;
  self->journey = g_object_ref (loaded->journey);
  self->text = etp_text_new ();
  return TRUE;
}

static gboolean
make_pages (EtpPageMaker *self, const EtpExportOptions *options, EtpMade *made, GError **error)
{
  g_autoptr (EtpStyle) style = etp_style_new (options->style);
  g_autoptr (EtpText) text = options->family != NULL ? etp_text_new_for (options->family)
                                                     : g_object_ref (self->text);

  self->pages = etp_export_get_pages (self->extract, options, style, ETP_MEASURER (text), error);
  if (self->pages == NULL)
    return FALSE;
  self->painter = etp_painter_new (text, self->extract);
  made->n_pages = etp_pages_get_n (self->pages);
  made->pages = g_new0 (EtpMadePage, made->n_pages);
  for (guint i = 0; i < made->n_pages; i++)
    {
      const EtpPage *page = etp_pages_get_nth (self->pages, i);

      made->pages[i] = (EtpMadePage){ g_strdup (page->title), page->width, page->height };
    }
  return TRUE;
}

/* How the file begins, cut at the end of a line. */
static gboolean
make_text (EtpPageMaker *self,
           const EtpExporter *format,
           const EtpExportOptions *options,
           EtpMade *made,
           GError **error)
{
  g_autoptr (GBytes) bytes = etp_exporter_write (format, self->journey, options, NULL, error);
  g_autofree char *text = NULL;
  const char *end;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  length = g_bytes_get_size (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), MIN (length, MOST_TEXT));
  if (length > MOST_TEXT && strrchr (text, '\n') != NULL)
    *strrchr (text, '\n') = '\0';
  g_utf8_validate (text, -1, &end);
  made->text = g_strndup (text, (gsize) (end - text));
  return TRUE;
}

static void
forget_pages (EtpPageMaker *self)
{
  g_clear_object (&self->pages);
  g_clear_object (&self->painter);
  g_clear_object (&self->extract);
  g_clear_object (&self->before);
}

/* The earlier state that slides compare with, and what of it goes out. */
static gboolean
find_before (EtpPageMaker *self,
             const EtpExportChoice *choice,
             EtpExportOptions *options,
             GError **error)
{
  g_autoptr (EtpJourney) before = NULL;
  g_autoptr (GError) own_error = NULL;

  before = etp_export_choice_read_before (choice, self->journey, &options->before_name, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (before == NULL)
    return TRUE;
  options->before = before;
  self->before = etp_export_extract_before (self->journey, options, error);
  options->before = self->before;
  return self->before != NULL;
}

static EtpMade *
make (EtpPageMaker *self, const EtpExportChoice *choice, GError **error)
{
  g_autoptr (EtpMade) made = g_new0 (EtpMade, 1);
  g_autofree char *page = NULL;
  g_autofree char *date = NULL;
  g_auto (EtpExportLook) look = { 0 };
  EtpExportOptions options;
  EtpExtractCounts counts;
  const guint uses = choice->format->uses;

  forget_pages (self);
  made->notes = g_ptr_array_new_with_free_func (g_free);
  etp_export_choice_get_options (choice, NULL, &page, &date, &options);
  options.notes = made->notes;
  if (!ensure_journey (self, error))
    return NULL;
  self->extract = etp_export_extract (self->journey, &options, &counts, error);
  if (self->extract == NULL || !find_before (self, choice, &options, error)
      || !etp_export_look_init (&look, choice->format, &options, error))
    return NULL;
  made->going = etp_extract_dup_going (&counts);
  made->staying = etp_extract_list_staying (&counts);
  if ((uses
       & (ETP_EXPORT_USES_PAGES | ETP_EXPORT_USES_SLIDES | ETP_EXPORT_USES_PICTURE
          | ETP_EXPORT_USES_PAPER))
      != 0)
    {
      if (!make_pages (self, &options, made, error))
        return NULL;
    }
  else if (choice->format->is_text && !make_text (self, choice->format, &options, made, error))
    return NULL;
  return g_steal_pointer (&made);
}

typedef struct
{
  EtpPageMaker *self;
  const EtpPage *page;
  double scale;
  gboolean is_small;
} Painting;

static void
paint_page (cairo_t *cr, gpointer user_data)
{
  const Painting *painting = user_data;
  /* A page that is looked at is as it will be, and so are slides, which have little on them. Nobody
   * can read the small pages of a map, but they show where there is text. */
  const gboolean is_sketch = painting->is_small && painting->page->kind != ETP_PAGE_SLIDE;

  cairo_scale (cr, painting->scale, painting->scale);
  etp_paint_page (painting->self->painter, cr, painting->page,
                  is_sketch ? MAX (painting->scale, SKETCH) : 0);
}

static GdkTexture *
paint (EtpPageMaker *self, const Order *order)
{
  const EtpPage *page = self->pages != NULL ? etp_pages_get_nth (self->pages, order->page) : NULL;
  Painting painting = { self, page, 1, order->width_px <= SMALL_PX };

  if (page == NULL)
    return NULL;
  painting.scale = MIN (order->width_px / page->width, order->height_px / page->height);
  return etp_picture_new (MAX (1, (int) lround (page->width * painting.scale)),
                          MAX (1, (int) lround (page->height * painting.scale)), 0xffffffff,
                          paint_page, &painting);
}

static void
work (gpointer data, gpointer nothing)
{
  g_autoptr (GTask) task = data;
  EtpPageMaker *self = g_task_get_source_object (task);
  const Order *order = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result = NULL;

  if (order->number != g_atomic_int_get (&self->number))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "superseded");
      return;
    }
  if (order->choice != NULL)
    result = make (self, order->choice, &error);
  else
    result = paint (self, order);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result,
                           order->choice != NULL ? (GDestroyNotify) etp_made_free : g_object_unref);
}

static void
push (EtpPageMaker *self, Order *order, GAsyncReadyCallback callback, gpointer user_data)
{
  static GThreadPool *worker;
  GTask *task = g_task_new (self, NULL, callback, user_data);

  if (worker == NULL)
    worker = g_thread_pool_new (work, NULL, 1, FALSE, NULL);
  g_task_set_task_data (task, order, order_free);
  g_thread_pool_push (worker, task, NULL);
}

void
etp_page_maker_make_async (EtpPageMaker *self,
                           const EtpExportChoice *choice,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (ETP_IS_PAGE_MAKER (self));

  order->number = g_atomic_int_add (&self->number, 1) + 1;
  order->choice = etp_export_choice_copy (choice);
  push (self, order, callback, user_data);
}

EtpMade *
etp_page_maker_make_finish (EtpPageMaker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
etp_page_maker_paint_async (EtpPageMaker *self,
                            guint page,
                            int width_px,
                            int height_px,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  g_return_if_fail (ETP_IS_PAGE_MAKER (self));
  g_return_if_fail (width_px > 0 && height_px > 0);

  order->number = g_atomic_int_get (&self->number);
  order->page = page;
  order->width_px = width_px;
  order->height_px = height_px;
  push (self, order, callback, user_data);
}

GdkTexture *
etp_page_maker_paint_finish (EtpPageMaker *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
etp_page_maker_finalize (GObject *object)
{
  EtpPageMaker *self = ETP_PAGE_MAKER (object);

  forget_pages (self);
  g_clear_object (&self->journey);
  g_clear_object (&self->text);
  g_bytes_unref (self->bytes);
  G_OBJECT_CLASS (etp_page_maker_parent_class)->finalize (object);
}

static void
etp_page_maker_class_init (EtpPageMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_page_maker_finalize;
}

static void
etp_page_maker_init (EtpPageMaker *self)
{
}

EtpPageMaker *
etp_page_maker_new (GBytes *bytes)
{
  EtpPageMaker *self = g_object_new (ETP_TYPE_PAGE_MAKER, NULL);

  self->bytes = g_bytes_ref (bytes);
  return self;
}
