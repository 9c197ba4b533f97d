/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-odp-template.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-export.h"
#include "etp-xml.h"

/* Of somebody else's presentation its styles.xml is taken, byte for byte and with the pictures that it
 * names; ours are put behind its own styles. Its slides, notes and macros stay behind. */

#define MIME_TYPE "application/vnd.oasis.opendocument.presentation"
#define STYLES_END "</office:styles>"
#define LEAST_SLIDE 96.0
#define MOST_SLIDE (56 * 96.0)
#define MOST_PARENTS 10
#define MOST_PREFIXES 100
#define LEAST_GROUND 0.2 /* of a slide, for an ornament that texts may stand on */
#define READABLE 4.5 /* contrast */
#define LEAST_PLACE 0.1 /* of a slide, for the place of texts on the first one */

/* A picture of one pixel that cannot be seen, in place of one that is named and not there: LibreOffice
 * ships such templates, and opens no file that has some pictures and lacks others. */
static const guint8 nothing[] = { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00,
                                  0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01,
                                  0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f,
                                  0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41,
                                  0x54, 0x78, 0xda, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05,
                                  0x00, 0x01, 0xe9, 0xfa, 0xdc, 0xd8, 0x00, 0x00, 0x00, 0x00,
                                  0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82 };

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED, message);
  return FALSE;
}

static void
style_free (gpointer data)
{
  EtpOdpStyle *style = data;

  g_free (style->font);
  g_free (style->parent);
  g_free (style);
}

static void
master_free (gpointer data)
{
  EtpOdpMaster *master = data;

  g_free (master->name);
  g_free (master->layout);
  g_free (master->style);
  etp_slide_plan_clear (&master->plan);
  g_free (master);
}

static void
visit_content (const char *element,
               gboolean is_end,
               const char *const *names,
               const char *const *values,
               gpointer data)
{
  EtpOdpTemplate *self = data;
  const char *master = etp_opc_get (names, values, "draw:master-page-name");

  if (!is_end && strcmp (element, "page") == 0 && master != NULL && self->slides->len < 2)
    g_ptr_array_add (self->slides, g_strdup (master));
}

static void
visit_manifest (const char *element,
                gboolean is_end,
                const char *const *names,
                const char *const *values,
                gpointer data)
{
  EtpOdpTemplate *self = data;
  const char *name = etp_opc_get (names, values, "manifest:full-path");
  const char *type = etp_opc_get (names, values, "manifest:media-type");

  if (is_end)
    return;
  if (strcmp (element, "encryption-data") == 0)
    self->problem = _ ("The file is encrypted.");
  if (name != NULL && type != NULL && g_hash_table_contains (self->media, name))
    g_hash_table_replace (self->media, g_strdup (name), g_strdup (type));
}

/* A style with what it has from its parents. */
static EtpOdpStyle
find_style (EtpOdpTemplate *self, const char *prefix, const char *name)
{
  g_autofree char *key = g_strconcat (prefix, name, NULL);
  const EtpOdpStyle *style = g_hash_table_lookup (self->styles, key);
  EtpOdpStyle found = { .look = { .left = 9.4, .right = 9.4, .top = 4.7, .bottom = 4.7 } };

  if (style != NULL)
    found = *style;
  for (guint i = 0; style != NULL && style->parent != NULL && i < MOST_PARENTS; i++)
    {
      style = g_hash_table_lookup (self->styles, style->parent);
      if (style == NULL)
        break;
      found.look.size = found.look.size > 0 ? found.look.size : style->look.size;
      found.font = found.font != NULL ? found.font : style->font;
      found.color = found.color != 0 ? found.color : style->color;
    }
  return found;
}

static const EtpOdpMaster *
find_master (EtpOdpTemplate *self, guint slide)
{
  for (guint i = 0; slide < self->slides->len && i < self->masters->len; i++)
    {
      const EtpOdpMaster *master = g_ptr_array_index (self->masters, i);

      if (strcmp (master->name, g_ptr_array_index (self->slides, slide)) == 0)
        return master;
    }
  return NULL;
}

/* A master of the same page layout that has a title: slides are all of one size. */
static gboolean
is_of_use (const EtpOdpMaster *master, const EtpOdpMaster *first)
{
  return master->has_title && strcmp (master->layout, first->layout) == 0;
}

static EtpRect
find_room (EtpOdpTemplate *self, const EtpOdpMaster *master)
{
  return etp_slide_plan_find_room (&master->plan, self->frame.width, self->frame.height);
}

/* The master of the second slide, or else the first with enough room, or else the one with most. */
static void
choose_content (EtpOdpTemplate *self, const EtpOdpMaster *wanted)
{
  for (guint i = 0; i <= self->masters->len; i++)
    {
      const EtpOdpMaster *master = i == 0 ? wanted : g_ptr_array_index (self->masters, i - 1);
      EtpRect room;

      if (!is_of_use (master, self->cover))
        continue;
      room = find_room (self, master);
      if (self->content != NULL
          && room.width * room.height
                 <= 1.1 * self->frame.content.width * self->frame.content.height)
        continue;
      self->content = master;
      self->frame.content = room;
      if (etp_slide_room_is_good (&room, self->frame.width, self->frame.height))
        return;
    }
}

static EtpSlideLook
get_look (EtpOdpTemplate *self, const EtpOdpMaster *master, const char *suffix)
{
  g_autofree char *name = g_strconcat (master->name, suffix, NULL);
  EtpOdpStyle style = find_style (self, "", name);

  style.look.family = style.font != NULL ? g_hash_table_lookup (self->families, style.font) : NULL;
  return style.look;
}

static EtpRgba
get_text_color (EtpOdpTemplate *self)
{
  g_autofree char *name = g_strconcat (self->content->name, "-outline1", NULL);

  return find_style (self, "", name).color;
}

/* What lies behind texts: a page without a ground is white, unless something large lies on it.
 * 0: it is not known. */
static EtpRgba
find_ground (EtpOdpTemplate *self)
{
  EtpOdpStyle page;

  if (self->content->style == NULL)
    return 0;
  page = find_style (self, "page/", self->content->style);
  if (page.color != 0 || !page.is_bare)
    return page.color;
  for (guint i = 0; i < self->content->plan.ornaments->len; i++)
    {
      const EtpRect *rect = &g_array_index (self->content->plan.ornaments, EtpRect, i);

      if (rect->width * rect->height > LEAST_GROUND * self->frame.width * self->frame.height)
        return 0;
    }
  return 0xffffffff;
}

/* Light text stands on a dark ground, whatever that is made of. */
static gboolean
find_dark (EtpOdpTemplate *self)
{
  const EtpRgba text = get_text_color (self), ground = find_ground (self);

  if (ground != 0)
    return etp_rgba_contrast (ground, 0xffffffff) > etp_rgba_contrast (ground, 0x000000ff);
  return text != 0 && etp_rgba_contrast (text, 0xffffffff) < etp_rgba_contrast (text, 0x000000ff);
}

static gboolean
choose (EtpOdpTemplate *self, GError **error)
{
  const EtpOdpMaster *cover = find_master (self, 0), *content = find_master (self, 1);
  const EtpOdpSize *size;

  for (guint i = 0; (cover == NULL || !cover->has_title) && i < self->masters->len; i++)
    cover = g_ptr_array_index (self->masters, i);
  if (cover == NULL || !cover->has_title)
    return fail (error, _ ("None of its layouts has a title."));
  size = g_hash_table_lookup (self->sizes, cover->layout);
  if (size == NULL || size->width < LEAST_SLIDE || size->width > MOST_SLIDE
      || size->height < LEAST_SLIDE || size->height > MOST_SLIDE)
    return fail (error, _ ("Its slides have no size that is possible."));
  self->frame.width = size->width;
  self->frame.height = size->height;
  self->cover = cover;
  choose_content (self, content != NULL ? content : cover);
  self->frame.title = self->content->plan.title;
  self->frame.cover_title = cover->plan.title;
  self->title = get_look (self, self->content, "-title");
  self->cover_title = get_look (self, cover, "-title");
  self->subtitle = get_look (self, cover, "-subtitle");
  self->family = get_look (self, self->content, "-outline1").family;
  self->is_dark = find_dark (self);
  self->frame.cover = find_room (self, cover);
  if (cover->plan.body.width <= 0)
    return TRUE;
  /* All that the first slide says is fitted into its place for texts, unless that is tiny. */
  self->subtitle_place = cover->plan.body;
  etp_slide_frame_avoid (&self->subtitle_place, &cover->plan.title);
  if (self->subtitle_place.width * self->subtitle_place.height
      < LEAST_PLACE * size->width * size->height)
    self->subtitle_place = self->frame.cover;
  self->frame.cover = (EtpRect){ 0, 0, MAX (size->width, 720), 4 * size->height };
  return TRUE;
}

gboolean
etp_odp_template_has_outline (const EtpOdpTemplate *self)
{
  g_autofree char *name = g_strconcat (self->content->name, "-outline1", NULL);

  return g_hash_table_contains (self->styles, name);
}

gboolean
etp_odp_template_has_readable_outline (EtpOdpTemplate *self)
{
  const EtpRgba text = get_text_color (self), ground = find_ground (self);

  return etp_odp_template_has_outline (self)
         && (text == 0 || ground == 0 || etp_rgba_contrast (text, ground) >= READABLE);
}

/* A prefix for our names that its styles do not use: they may be ours of another day. */
static gboolean
find_prefix (EtpOdpTemplate *self, GError **error)
{
  g_autoptr (GBytes) bytes = etp_unzip_read (self->opc.unzip, "styles.xml", error);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  self->prefix = g_strdup ("etappe-");
  for (guint i = 2; i < MOST_PREFIXES && text != NULL
                    && g_strstr_len (text, (gssize) length, self->prefix) != NULL;
       i++)
    {
      g_free (self->prefix);
      self->prefix = g_strdup_printf ("etappe%u-", i);
    }
  return text != NULL;
}

static gboolean
read_all (EtpOdpTemplate *self, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) type = NULL;
  gsize length;
  const char *text;

  self->opc.unzip = etp_unzip_new (bytes, error);
  if (self->opc.unzip == NULL)
    return FALSE;
  if (etp_unzip_has (self->opc.unzip, "mimetype"))
    type = etp_unzip_read (self->opc.unzip, "mimetype", NULL);
  text = type != NULL ? g_bytes_get_data (type, &length) : "";
  if (type == NULL || length < strlen (MIME_TYPE)
      || memcmp (text, MIME_TYPE, strlen (MIME_TYPE)) != 0)
    return fail (error, _ ("It is no OpenDocument presentation and no template of one."));
  if (!etp_odp_template_read_styles (self, error)
      || !etp_opc_walk (&self->opc, "content.xml", visit_content, self, error)
      || !etp_opc_walk (&self->opc, "META-INF/manifest.xml", visit_manifest, self, error))
    return FALSE;
  if (self->problem != NULL)
    return fail (error, self->problem);
  return choose (self, error) && find_prefix (self, error);
}

gboolean
etp_odp_template_init (EtpOdpTemplate *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *self = (EtpOdpTemplate){ 0 };
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  self->families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->media = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->masters = g_ptr_array_new_with_free_func (master_free);
  self->slides = g_ptr_array_new_with_free_func (g_free);
  if (read_all (self, bytes, &reason))
    return TRUE;
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
               /* Translators: %s is a whole sentence: "The file is damaged." */
               _ ("The template cannot be used: %s"), reason->message);
  return FALSE;
}

void
etp_odp_template_clear (EtpOdpTemplate *self)
{
  etp_opc_clear (&self->opc);
  g_clear_pointer (&self->prefix, g_free);
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->families, g_hash_table_unref);
  g_clear_pointer (&self->sizes, g_hash_table_unref);
  g_clear_pointer (&self->media, g_hash_table_unref);
  g_clear_pointer (&self->masters, g_ptr_array_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the parts that it needs, always in the same order. */
static GPtrArray *
list_media (const EtpOdpTemplate *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->media);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Our styles use these prefixes where its own end. */
static gboolean
has_prefixes (const char *text, const char *end)
{
  static const char *const wanted[] = { "xmlns:draw=", "xmlns:svg=", "xmlns:xlink=",
                                        "xmlns:style=" };
  const char *root = strstr (text, "<office:document-styles");
  const char *close = root != NULL ? strchr (root, '>') : NULL;

  if (close == NULL || close > end)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (g_strstr_len (root, close - root, wanted[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
write_styles (EtpOdpTemplate *self, EtpZip *zip, const char *styles, GError **error)
{
  g_autoptr (GBytes) bytes = etp_unzip_read (self->opc.unzip, "styles.xml", error);
  g_autofree char *text = NULL;
  const char *end;

  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  end = strstr (text, STYLES_END);
  if (end == NULL || strstr (end + 1, STYLES_END) != NULL || !has_prefixes (text, end))
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED,
                   /* Translators: %s is a whole sentence: "The file is damaged." */
                   _ ("The template cannot be used: %s"),
                   _ ("Its styles are written in an unusual way."));
      return FALSE;
    }
  etp_zip_begin (zip, "styles.xml", ETP_ZIP_DEFLATED);
  etp_zip_write (zip, text, (gsize) (end - text));
  etp_zip_write (zip, styles, strlen (styles));
  etp_zip_write (zip, end, strlen (end));
  etp_zip_end (zip);
  return TRUE;
}

gboolean
etp_odp_template_write (EtpOdpTemplate *self, EtpZip *zip, const char *styles, GError **error)
{
  g_autoptr (GPtrArray) names = list_media (self);

  if (!write_styles (self, zip, styles, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GBytes) bytes = NULL;

      if (etp_unzip_has (self->opc.unzip, name))
        bytes = etp_unzip_read (self->opc.unzip, name, error);
      else
        bytes = g_bytes_new_static (nothing, sizeof nothing);
      if (bytes == NULL)
        return FALSE;
      etp_zip_add (zip, name, ETP_ZIP_STORED, g_bytes_get_data (bytes, NULL),
                   (gssize) g_bytes_get_size (bytes));
    }
  return TRUE;
}

void
etp_odp_template_add_entries (const EtpOdpTemplate *self, GString *out)
{
  g_autoptr (GPtrArray) names = list_media (self);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const char *type = g_hash_table_lookup (self->media, name);

      g_string_append (out, "<manifest:file-entry manifest:full-path=\"");
      etp_xml_add_value (out, name, -1);
      g_string_append (out, "\" manifest:media-type=\"");
      etp_xml_add_value (out, type != NULL ? type : "", -1);
      g_string_append (out, "\"/>");
    }
}
