/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-export-choice.h"

#include "etp-state.h"
#include "file/etp-snapshot.h"
#include "model/etp-fields.h"
#include "scene/etp-paper.h"

#define MOST_SCALE 8

static const char *
get_group (gboolean is_print)
{
  return is_print ? "Print" : "Export";
}

static const EtpCsvPreset *
find_preset (const char *name)
{
  const EtpCsvPreset *preset;

  for (guint i = 0; name != NULL && (preset = etp_csv_preset_get_nth (i)) != NULL; i++)
    if (g_str_equal (preset->name, name))
      return preset;
  return NULL;
}

static guint
read_number (GKeyFile *state, const char *group, const char *key, guint most, guint fallback)
{
  g_autoptr (GError) error = NULL;
  const int value = g_key_file_get_integer (state, group, key, &error);

  return error == NULL && value >= 0 && value <= (int) most ? (guint) value : fallback;
}

static char *
read_text (GKeyFile *state, const char *group, const char *key)
{
  char *text = g_key_file_get_string (state, group, key, NULL);

  return text != NULL ? text : g_strdup ("");
}

#define PAPER_KEY "paper-"

/* Papers that are no more, or never were, are not chosen. */
static void
read_papers (EtpExportChoice *self, GKeyFile *state, const char *group)
{
  const EtpPagesKind *kind;

  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    {
      g_autofree char *key = g_strconcat (PAPER_KEY, kind->name, NULL);
      g_autofree char *name = g_key_file_get_string (state, group, key, NULL);
      EtpPaper paper;

      if (name != NULL && etp_paper_parse (name, &paper))
        g_hash_table_insert (self->papers, (gpointer) kind->name, g_steal_pointer (&name));
    }
}

static void
write_papers (const EtpExportChoice *self, GKeyFile *state, const char *group)
{
  GHashTableIter iter;
  gpointer kind, paper;

  g_hash_table_iter_init (&iter, self->papers);
  while (g_hash_table_iter_next (&iter, &kind, &paper))
    {
      g_autofree char *key = g_strconcat (PAPER_KEY, kind, NULL);

      g_key_file_set_string (state, group, key, paper);
    }
}

EtpExportChoice *
etp_export_choice_load (gboolean is_print)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  const char *group = get_group (is_print);
  g_autofree char *format = g_key_file_get_string (state, group, "format", NULL);
  g_autofree char *pages = g_key_file_get_string (state, group, "pages", NULL);
  g_autofree char *preset = g_key_file_get_string (state, group, "preset", NULL);
  EtpExportChoice *self = g_new0 (EtpExportChoice, 1);

  self->format = format != NULL ? etp_exporter_get (format) : NULL;
  if (self->format == NULL || is_print)
    self->format = etp_exporter_get ("pdf");
  self->pages = etp_pages_kind_get (pages != NULL ? pages : "poster");
  if (self->pages == NULL)
    self->pages = etp_pages_kind_get_nth (0);
  self->papers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  read_papers (self, state, group);
  self->is_narrow = g_key_file_get_boolean (state, group, "narrow-slides", NULL);
  self->detail = read_number (state, group, "detail", ETP_PAGES_ONE_SHEET, ETP_PAGES_AUTO);
  self->style = read_number (state, group, "style", ETP_N_STYLES - 1, ETP_STYLE_PAPER);
  self->external = g_key_file_get_boolean (state, group, "external", NULL);
  self->header = read_text (state, group, "header");
  self->footer = read_text (state, group, "footer");
  self->has_date = g_key_file_get_boolean (state, group, "date", NULL);
  self->has_logo = g_key_file_get_boolean (state, group, "logo", NULL);
  self->table = g_key_file_get_string (state, group, "table", NULL);
  self->preset = find_preset (preset);
  self->scale = MAX (1, read_number (state, group, "scale", MOST_SCALE, 2));
  return self;
}

static void
write_text (GKeyFile *state, const char *group, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (state, group, key, text);
  else
    g_key_file_remove_key (state, group, key, NULL);
}

void
etp_export_choice_save (const EtpExportChoice *self, gboolean is_print)
{
  g_autoptr (GKeyFile) state = etp_state_read ();
  const char *group = get_group (is_print);

  write_text (state, group, "format", self->format->name);
  write_text (state, group, "pages", self->pages->name);
  write_papers (self, state, group);
  g_key_file_set_boolean (state, group, "narrow-slides", self->is_narrow);
  g_key_file_set_integer (state, group, "detail", (int) self->detail);
  g_key_file_set_integer (state, group, "style", (int) self->style);
  g_key_file_set_boolean (state, group, "external", self->external);
  write_text (state, group, "header", self->header);
  write_text (state, group, "footer", self->footer);
  g_key_file_set_boolean (state, group, "date", self->has_date);
  g_key_file_set_boolean (state, group, "logo", self->has_logo);
  write_text (state, group, "table", self->table);
  write_text (state, group, "preset", self->preset != NULL ? self->preset->name : NULL);
  g_key_file_set_integer (state, group, "scale", (int) self->scale);
  etp_state_write (state);
}

static void
copy_papers (const EtpExportChoice *self, EtpExportChoice *copy)
{
  GHashTableIter iter;
  gpointer kind, paper;

  g_hash_table_iter_init (&iter, self->papers);
  while (g_hash_table_iter_next (&iter, &kind, &paper))
    g_hash_table_insert (copy->papers, kind, g_strdup (paper));
}

EtpExportChoice *
etp_export_choice_copy (const EtpExportChoice *self)
{
  EtpExportChoice *copy = g_new (EtpExportChoice, 1);

  *copy = *self;
  copy->papers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  copy_papers (self, copy);
  copy->header = g_strdup (self->header);
  copy->footer = g_strdup (self->footer);
  copy->table = g_strdup (self->table);
  if (self->logo_bytes != NULL)
    g_bytes_ref (self->logo_bytes);
  if (self->template_bytes != NULL)
    g_bytes_ref (self->template_bytes);
  for (guint i = 0; i < ETP_N_ABOUT; i++)
    copy->about[i] = g_strdup (self->about[i]);
  copy->before = g_strdup (self->before);
  copy->lanes = g_strdup (self->lanes);
  copy->phases = g_strdup (self->phases);
  copy->personas = g_strdup (self->personas);
  return copy;
}

void
etp_export_choice_free (EtpExportChoice *self)
{
  g_hash_table_unref (self->papers);
  g_free (self->header);
  g_free (self->footer);
  g_free (self->table);
  g_clear_pointer (&self->logo_bytes, g_bytes_unref);
  g_clear_pointer (&self->template_bytes, g_bytes_unref);
  for (guint i = 0; i < ETP_N_ABOUT; i++)
    g_free (self->about[i]);
  g_free (self->before);
  g_free (self->lanes);
  g_free (self->phases);
  g_free (self->personas);
  g_free (self);
}

/* "minutes-pdf" has the pages of the kind "minutes". */
static const EtpPagesKind *
find_own_pages (const EtpExporter *format)
{
  g_auto (GStrv) parts = g_strsplit (format->name, "-", 2);

  return etp_pages_kind_get (parts[0]);
}

const EtpPagesKind *
etp_export_choice_get_pages (const EtpExportChoice *self)
{
  const guint uses = self->format->uses;
  const EtpPagesKind *kind = self->pages;

  if ((uses & ETP_EXPORT_USES_SLIDES) != 0)
    kind = etp_pages_kind_get ("deck");
  else if ((uses & ETP_EXPORT_USES_PAPER) != 0)
    kind = find_own_pages (self->format);
  if (kind == NULL || (uses & ETP_EXPORT_USES_PICTURE) != 0)
    kind = etp_pages_kind_get ("map");
  return kind;
}

const char *
etp_export_choice_get_page (const EtpExportChoice *self)
{
  const EtpPagesKind *kind = etp_export_choice_get_pages (self);
  const char *page = g_hash_table_lookup (self->papers, kind->name);

  if (page == NULL)
    page = etp_pages_kind_get_paper (kind);
  return page != NULL ? page : "A4";
}

void
etp_export_choice_set_page (EtpExportChoice *self, const char *page)
{
  EtpPaper paper;

  g_return_if_fail (etp_paper_parse (page, &paper));

  g_hash_table_insert (self->papers, (gpointer) etp_export_choice_get_pages (self)->name,
                       g_strdup (page));
}

/* Nobody but the person decides how a sheet lies. */
static char *
dup_page (const EtpExportChoice *self)
{
  const char *page = etp_export_choice_get_page (self);
  EtpPaper paper;

  etp_paper_parse (page, &paper);
  if (paper.name == NULL)
    return g_strdup (page);
  return g_strconcat (paper.name, etp_paper_is_portrait (&paper) ? "-portrait" : "-landscape",
                      NULL);
}

static const char *
get_about (const EtpExportChoice *self, const EtpPagesKind *pages)
{
  if (g_str_equal (pages->name, "persona"))
    return self->about[ETP_ABOUT_PERSONA];
  return g_str_equal (pages->name, "touchpoints") ? self->about[ETP_ABOUT_TOUCHPOINT] : NULL;
}

static const char *
get_text (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

void
etp_export_choice_get_options (const EtpExportChoice *self,
                               const char *paper,
                               char **page,
                               char **date,
                               EtpExportOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const EtpPagesKind *pages = etp_export_choice_get_pages (self);

  *date = self->has_date ? g_date_time_format (now, "%Y-%m-%d") : NULL;
  *page = NULL;
  if (paper != NULL)
    *page = g_strdup (paper);
  else if (pages->has_paper)
    *page = dup_page (self);
  *options = (EtpExportOptions){
    .style = self->style,
    .lanes = self->lanes,
    .phases = self->phases,
    .personas = self->personas,
    .external = self->external,
    .pages = pages->name,
    .page = *page,
    .about = get_about (self, pages),
    .detail = self->detail,
    .ratio = self->is_narrow ? 4.0 / 3 : 16.0 / 9,
    .header = get_text (self->header),
    .footer = get_text (self->footer),
    .date = *date,
    .logo = self->has_logo,
    .logo_bytes = self->logo_bytes,
    .logo_type = self->logo_type,
    .table = self->table,
    .template_bytes = self->template_for == self->format ? self->template_bytes : NULL,
  };
  /* Tiles have a scale of their own. */
  if (g_str_equal (self->format->name, "png"))
    options->scale = self->scale;
  if (self->preset != NULL)
    {
      options->separator = self->preset->separator;
      options->decimal = self->preset->decimal;
      options->bom = self->preset->bom;
    }
}

EtpJourney *
etp_export_choice_read_before (const EtpExportChoice *self,
                               EtpJourney *journey,
                               const char **name,
                               GError **error)
{
  EtpNode *snapshot = self->before != NULL ? etp_journey_get_node (journey, self->before) : NULL;

  if (snapshot == NULL || etp_node_get_list (snapshot) != ETP_LIST_SNAPSHOTS
      || !g_str_equal (etp_export_choice_get_pages (self)->name, "deck"))
    return NULL;
  *name = etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME);
  return etp_snapshot_read (snapshot, error);
}
