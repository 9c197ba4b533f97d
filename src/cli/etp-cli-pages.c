/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli-pages.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-cli.h"
#include "file/etp-snapshot.h"
#include "model/etp-fields.h"
#include "model/etp-iso.h"
#include "paint/etp-image-import.h"

/* What goes out, and on which pages. */

#define MOST_TEMPLATE_BYTES (256 * 1024 * 1024)

void
etp_cli_pages_clear (EtpCliPages *self)
{
  g_free (self->lanes);
  g_free (self->phases);
  g_free (self->persona);
  g_free (self->since);
  g_free (self->pages);
  g_free (self->page);
  g_free (self->detail);
  g_free (self->ratio);
  g_free (self->about);
  g_free (self->header);
  g_free (self->footer);
  g_free (self->date);
  g_free (self->logo);
  g_free (self->template);
  g_clear_pointer (&self->logo_bytes, g_bytes_unref);
  g_clear_pointer (&self->template_bytes, g_bytes_unref);
}

const char *
etp_cli_pages_get_used (const EtpCliPages *self)
{
  const struct
  {
    const char *name;
    gboolean is_used;
  } options[] = {
    { "--pages", self->pages != NULL },   { "--page", self->page != NULL },
    { "--detail", self->detail != NULL }, { "--ratio", self->ratio != NULL },
    { "--header", self->header != NULL }, { "--footer", self->footer != NULL },
    { "--date", self->date != NULL },     { "--logo", self->logo != NULL },
    { "--about", self->about != NULL },   { "--own-logo", self->own_logo },
    { "--since", self->since != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].is_used)
      return options[i].name;
  return NULL;
}

static int
apply_detail (const char *name, EtpExportOptions *options)
{
  static const char *const names[] = {
    [ETP_PAGES_AUTO] = "auto",
    [ETP_PAGES_FULL] = "full",
    [ETP_PAGES_TITLES] = "titles",
    [ETP_PAGES_ONE_SHEET] = "one-sheet",
  };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      {
        options->detail = (EtpPagesDetail) i;
        return 0;
      }
  if (name == NULL)
    return 0;
  /* Translators: %s is what was typed; auto, full, titles and one-sheet are typed as they are. */
  return etp_cli_fail_usage (
      _ ("There is no detail “%s”; there are auto, full, titles and one-sheet."), name);
}

static int
apply_ratio (const char *name, EtpExportOptions *options)
{
  if (name == NULL || strcmp (name, "16:9") == 0)
    options->ratio = 16.0 / 9;
  else if (strcmp (name, "4:3") == 0)
    options->ratio = 4.0 / 3;
  else
    /* Translators: %s is what was typed. */
    return etp_cli_fail_usage (_ ("There is no ratio “%s”; there are 16:9 and 4:3."), name);
  return 0;
}

/* "today", or a day. */
static int
apply_date (EtpCliPages *self, EtpExportOptions *options)
{
  if (self->date == NULL)
    return 0;
  if (strcmp (self->date, "today") == 0)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      g_free (self->date);
      self->date = g_date_time_format (now, "%Y-%m-%d");
    }
  if (!etp_iso_parse_date (self->date, NULL, NULL, NULL))
    /* Translators: %s is what was typed. */
    return etp_cli_fail_usage (_ ("“%s” is no day; write “today” or one such as 2026-03-05."),
                               self->date);
  options->date = self->date;
  return 0;
}

static int
apply_logo (EtpCliPages *self, EtpExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpImage) image = NULL;
  g_autofree char *name = NULL;

  options->logo = self->own_logo || self->logo != NULL;
  if (self->logo == NULL)
    return 0;
  bytes = etp_cli_read_option ("--logo", self->logo, ETP_IMAGE_MAX_BYTES);
  if (bytes == NULL)
    return ETP_CLI_FAILED;
  image = etp_image_import (bytes, NULL, &error);
  if (image == NULL)
    {
      name = g_filename_display_name (self->logo);
      etp_cli_warn (name, "%s", error->message);
      return ETP_CLI_FAILED;
    }
  self->logo_bytes = g_bytes_ref (image->bytes);
  options->logo_bytes = self->logo_bytes;
  options->logo_type = image->type;
  return 0;
}

static int
apply_template (EtpCliPages *self, EtpExportOptions *options)
{
  if (self->template == NULL)
    return 0;
  self->template_bytes = etp_cli_read_option ("--template", self->template, MOST_TEMPLATE_BYTES);
  if (self->template_bytes == NULL)
    return ETP_CLI_FAILED;
  options->template_bytes = self->template_bytes;
  return 0;
}

int
etp_cli_pages_apply (EtpCliPages *self, EtpExportOptions *options)
{
  int status;

  if (self->about != NULL && g_strcmp0 (self->pages, "persona") != 0
      && g_strcmp0 (self->pages, "touchpoints") != 0)
    return etp_cli_fail_usage (
        _ ("“--about” is for “--pages persona” and “--pages touchpoints” only."));
  options->lanes = self->lanes;
  options->phases = self->phases;
  options->personas = self->persona;
  options->external = self->external;
  options->pages = self->pages;
  options->page = self->page;
  options->about = self->about;
  options->header = self->header;
  options->footer = self->footer;
  /* A sheet and nothing else is that one sheet. */
  if (self->page != NULL && self->pages == NULL)
    options->detail = ETP_PAGES_ONE_SHEET;
  status = apply_detail (self->detail, options);
  if (status == 0)
    status = apply_ratio (self->ratio, options);
  if (status == 0)
    status = apply_date (self, options);
  if (status == 0)
    status = apply_logo (self, options);
  return status != 0 ? status : apply_template (self, options);
}

gboolean
etp_cli_pages_report (const char *name,
                      EtpJourney *journey,
                      const EtpExportOptions *options,
                      GError **error)
{
  EtpExtractCounts counts;
  g_autoptr (EtpJourney) extract = etp_export_extract (journey, options, &counts, error);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *going = NULL, *staying = NULL;

  if (extract == NULL)
    return FALSE;
  going = etp_extract_dup_going (&counts);
  words = etp_extract_list_staying (&counts);
  g_ptr_array_add (words, NULL);
  staying = g_strjoinv (", ", (char **) words->pdata);
  if (staying[0] == '\0')
    /* Translators: %s is a list such as "5 phases, 9 lanes, 42 cards". */
    etp_cli_warn (name, _ ("What goes out: %s; nothing stays."), going);
  else
    /* Translators: both %s are lists such as "5 phases, 9 lanes, 42 cards". */
    etp_cli_warn (name, _ ("What goes out: %s; what stays: %s."), going, staying);
  return TRUE;
}

/* By name, by date, or the newest for "last"; of several the later one. */
static EtpNode *
find_snapshot (EtpJourney *journey, const char *wanted)
{
  EtpNodeList *snapshots = etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS);
  guint n = etp_node_list_get_length (snapshots);

  for (guint i = n; i-- > 0;)
    {
      EtpNode *snapshot = etp_node_list_get (snapshots, i);

      if (strcmp (wanted, "last") == 0
          || strcmp (wanted, etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME)) == 0
          || strcmp (wanted, etp_node_get_text (snapshot, ETP_SNAPSHOT_DATE)) == 0)
        return snapshot;
    }
  return NULL;
}

static char *
list_snapshots (EtpJourney *journey)
{
  EtpNodeList *snapshots = etp_journey_get_list (journey, ETP_LIST_SNAPSHOTS);
  GString *names = g_string_new (NULL);
  EtpNode *snapshot;

  for (guint i = 0; (snapshot = etp_node_list_get (snapshots, i)) != NULL; i++)
    g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "",
                            etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME),
                            etp_node_get_text (snapshot, ETP_SNAPSHOT_DATE));
  return g_string_free (names, FALSE);
}

gboolean
etp_cli_pages_find_since (const EtpCliPages *self,
                          EtpJourney *journey,
                          EtpExportOptions *options,
                          EtpJourney **before,
                          GError **error)
{
  EtpNode *snapshot = self->since != NULL ? find_snapshot (journey, self->since) : NULL;
  g_autofree char *names = NULL;

  *before = NULL;
  if (self->since == NULL)
    return TRUE;
  if (snapshot == NULL)
    {
      names = list_snapshots (journey);
      if (names[0] == '\0')
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                             _ ("The journey has no snapshots."));
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                     /* Translators: the first %s is what was typed, the second a list of names. */
                     _ ("There is no snapshot “%s”; there are %s."), self->since, names);
      return FALSE;
    }
  *before = etp_snapshot_read (snapshot, error);
  options->before = *before;
  options->before_name = etp_node_get_text (snapshot, ETP_SNAPSHOT_NAME);
  options->before_date = etp_node_get_text (snapshot, ETP_SNAPSHOT_DATE);
  return *before != NULL;
}
