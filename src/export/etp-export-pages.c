/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <glib/gi18n-lib.h>

#include "model/etp-error.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"
#include "paint/etp-pictures.h"

#define DATE_BYTES 32

/* What goes out, and the pages that are made of it. */

typedef struct
{
  char **lanes, **phases, **personas;
} Choice;

static void
choice_clear (Choice *self)
{
  g_clear_pointer (&self->lanes, g_strfreev);
  g_clear_pointer (&self->phases, g_strfreev);
  g_clear_pointer (&self->personas, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static gboolean
choose (EtpJourney *journey, EtpListKind list, const char *text, char ***ids, GError **error)
{
  if (text != NULL)
    *ids = etp_extract_choose (journey, list, text, error);
  return text == NULL || *ids != NULL;
}

static gboolean
make_choice (Choice *self, EtpJourney *journey, const EtpExportOptions *options, GError **error)
{
  return choose (journey, ETP_LIST_LANES, options->lanes, &self->lanes, error)
         && choose (journey, ETP_LIST_PHASES, options->phases, &self->phases, error)
         && choose (journey, ETP_LIST_PERSONAS, options->personas, &self->personas, error);
}

/* now: where journey is an earlier state that people outside compare with. */
static EtpJourney *
extract (EtpJourney *journey,
         EtpJourney *now,
         const Choice *choice,
         const EtpExportOptions *options,
         EtpExtractCounts *counts)
{
  const EtpExtractOptions wanted = {
    .lanes = (const char *const *) choice->lanes,
    .phases = (const char *const *) choice->phases,
    .personas = (const char *const *) choice->personas,
    .external = options->external,
    .logo_bytes = options->logo ? options->logo_bytes : NULL,
    .logo_type = options->logo_type,
    .now = now,
  };

  return etp_extract_new (journey, &wanted, counts);
}

EtpJourney *
etp_export_extract (EtpJourney *journey,
                    const EtpExportOptions *options,
                    EtpExtractCounts *counts,
                    GError **error)
{
  g_auto (Choice) choice = { NULL };

  if (!make_choice (&choice, journey, options, error))
    return NULL;
  if (choice.lanes == NULL && choice.phases == NULL && choice.personas == NULL && counts == NULL
      && !options->external && !(options->logo && options->logo_bytes != NULL)
      && !etp_extract_has_blanks (journey))
    return g_object_ref (journey);
  return extract (journey, NULL, &choice, options, counts);
}

EtpJourney *
etp_export_extract_before (EtpJourney *journey, const EtpExportOptions *options, GError **error)
{
  g_auto (Choice) choice = { NULL };

  if (!make_choice (&choice, journey, options, error))
    return NULL;
  return extract (options->before, options->external ? journey : NULL, &choice, options, NULL);
}

static gboolean
find_paper (const char *name, EtpPaper *paper, GError **error)
{
  g_autofree char *names = NULL;

  if (etp_paper_parse (name, paper))
    return TRUE;
  if (etp_paper_is_size (name))
    {
      g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGE,
                   /* Translators: %s is what was typed, the others are lengths. */
                   _ ("There is no paper of “%s”: each side has from %.0f mm to %.0f mm."), name,
                   ETP_PAPER_LEAST_MM, ETP_PAPER_MOST_MM);
      return FALSE;
    }
  names = g_strjoinv (", ", (char **) etp_paper_get_names ());
  g_set_error (
      error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGE,
      /* Translators: the first %s is what was typed, the second a list of names. */
      _ ("There is no paper “%s”; there are %s, each also with “-portrait”, and sizes such "
         "as “210x297mm” or “8.5x11in”."),
      name, names);
  return FALSE;
}

static gboolean
check_kind (const char *name, GError **error)
{
  g_autoptr (GString) names = NULL;
  const EtpPagesKind *kind;

  if (name == NULL || etp_pages_kind_get (name) != NULL)
    return TRUE;
  names = g_string_new (NULL);
  for (guint i = 0; (kind = etp_pages_kind_get_nth (i)) != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", kind->name);
  g_set_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGES,
               /* Translators: the first %s is what was typed, the second a list of names. */
               _ ("There are no pages “%s”; there are %s."), name, names->str);
  return FALSE;
}

/* The day by which measures are overdue; SOURCE_DATE_EPOCH makes every run the same. */
static const char *
get_today (char today[DATE_BYTES])
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) now = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64 / 2, &seconds, NULL))
    now = g_date_time_new_from_unix_utc (seconds);
  if (now == NULL)
    now = g_date_time_new_now_local ();
  g_snprintf (today, DATE_BYTES, "%04d-%02d-%02d", g_date_time_get_year (now),
              g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  return today;
}

/* Width by height of the journey's logo; 0: there is none that can be shown. */
static double
get_logo_ratio (EtpJourney *journey)
{
  EtpValue *theme = etp_node_get_value (journey, ETP_JOURNEY_THEME);
  const char *id = theme != NULL ? etp_value_get_text (theme, ETP_THEME_LOGO) : "";
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;
  EtpPictureInfo info;

  if (asset == NULL || etp_node_get_list (asset) != ETP_LIST_ASSETS
      || etp_node_get_bytes (asset, ETP_ASSET_DATA) == NULL
      || !etp_picture_get_info (etp_node_get_bytes (asset, ETP_ASSET_DATA), &info)
      || info.height == 0)
    return 0;
  return (double) info.width / info.height;
}

/* Ids, parted by commas, of what sheets are about; NULL: nothing is. */
static gboolean
find_about (EtpJourney *journey, const EtpExportOptions *options, char **about, GError **error)
{
  const gboolean is_touchpoint = g_strcmp0 (options->pages, "touchpoints") == 0;
  const EtpListKind list = is_touchpoint ? ETP_LIST_TOUCHPOINTS : ETP_LIST_PERSONAS;
  EtpNodeList *nodes = etp_journey_get_list (journey, list);
  g_autofree char *all = NULL;
  g_auto (GStrv) ids = NULL;

  *about = NULL;
  if (options->about == NULL || !(is_touchpoint || g_strcmp0 (options->pages, "persona") == 0))
    return TRUE;
  if (etp_node_list_get_length (nodes) == 0)
    {
      g_set_error_literal (error, ETP_MODEL_ERROR, ETP_MODEL_ERROR_NOT_FOUND,
                           is_touchpoint ? _ ("The journey has no touchpoints.")
                                         : _ ("The journey has no personas."));
      return FALSE;
    }
  all = g_strdup_printf ("1-%u", etp_node_list_get_length (nodes));
  ids = etp_extract_choose (journey, list,
                            g_str_equal (options->about, "all") ? all : options->about, error);
  if (ids == NULL)
    return FALSE;
  *about = g_strjoinv (",", ids);
  return TRUE;
}

EtpPages *
etp_export_get_pages (EtpJourney *journey,
                      const EtpExportOptions *options,
                      EtpStyle *style,
                      EtpMeasurer *measurer,
                      GError **error)
{
  const char *language = etp_node_get_text (journey, ETP_JOURNEY_LANGUAGE);
  g_autofree char *date = options->date != NULL ? etp_format_date (options->date, language) : NULL;
  char today[DATE_BYTES];
  EtpPagesOptions wanted = {
    .kind = options->pages,
    .detail = options->detail,
    .scale = options->scale,
    .ratio = options->ratio,
    .frame = options->frame,
    .header = options->header,
    .footer = options->footer,
    .date = date,
    .logo = options->logo,
    .logo_ratio = options->logo ? get_logo_ratio (journey) : 0,
    .before = options->before,
    .before_name = options->before_name,
    .before_date = options->before_date,
    .external = options->external,
    .today = get_today (today),
  };
  g_autofree char *about = NULL;
  EtpPaper paper;
  EtpPages *pages;

  if (!check_kind (options->pages, error) || !find_about (journey, options, &about, error)
      || (options->page != NULL && !find_paper (options->page, &paper, error)))
    return NULL;
  if (options->page != NULL)
    wanted.paper = &paper;
  wanted.about = about;
  if (wanted.kind == NULL)
    wanted.kind = options->page != NULL ? "poster" : "map";
  pages = etp_pages_new (journey, &wanted, style, measurer, error);
  for (guint i = 0; pages != NULL && i < etp_pages_get_notes (pages)->len; i++)
    etp_export_note (options, "%s", (const char *) etp_pages_get_notes (pages)->pdata[i]);
  return pages;
}

gboolean
etp_export_pages_init (EtpExportPages *self,
                       EtpJourney *journey,
                       const EtpExportOptions *options,
                       const char *kind,
                       GError **error)
{
  EtpExportOptions wanted = *options;

  if (wanted.pages == NULL)
    wanted.pages = kind;
  self->journey = journey;
  self->text = options->family != NULL ? etp_text_new_for (options->family) : etp_text_new ();
  self->style = etp_style_new (options->style);
  self->painter = etp_painter_new (self->text, journey);
  self->pages = etp_export_get_pages (journey, &wanted, self->style, ETP_MEASURER (self->text),
                                      error);
  return self->pages != NULL;
}

void
etp_export_pages_clear (EtpExportPages *self)
{
  g_clear_object (&self->painter);
  g_clear_object (&self->pages);
  g_clear_object (&self->style);
  g_clear_object (&self->text);
}
