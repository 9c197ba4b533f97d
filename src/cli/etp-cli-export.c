/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-cli"

#include "config.h"

#include "etp-cli.h"

#include <glib/gi18n-lib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <string.h>
#include <unistd.h>

#include "etp-cli-csv.h"
#include "etp-cli-pages.h"

/* etappe-cli export: each file becomes a PDF, SVG or PNG beside it, or where -o says. */

#define DECK "deck-pdf" /* short for a PDF of the pages "deck" */
#define UNSET (-G_MAXDOUBLE) /* a scale that nobody asks for */
#define UNSET_WIDTH G_MININT

typedef struct
{
  char *to, *output, *style;
  double scale;
  int width; /* UNSET_WIDTH */
  EtpCliCsv csv;
  EtpCliPages pages;
  char **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->to);
  g_free (options->output);
  g_free (options->style);
  etp_cli_csv_clear (&options->csv);
  etp_cli_pages_clear (&options->pages);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const struct
{
  const char *name;
  EtpStyleKind kind;
} styles[] = {
  { "paper", ETP_STYLE_PAPER },
  { "light", ETP_STYLE_LIGHT },
  { "dark", ETP_STYLE_DARK },
};

/* What the output's name ends with, without the dot; NULL: nothing. */
static const char *
get_ending (const Options *options)
{
  const char *dot = options->output != NULL ? strrchr (options->output, '.') : NULL;

  return dot != NULL && strchr (dot, '/') == NULL ? dot + 1 : NULL;
}

/* TRUE if a file of that name is taken for something that is no PDF: a text, a picture. Backups,
 * downloads and the like (application/x-…) may hold anything. */
static gboolean
is_of_other_kind (const char *name)
{
  gboolean is_uncertain;
  g_autofree char *type = g_content_type_guess (name, NULL, 0, &is_uncertain);

  return g_str_has_suffix (name, ".json")
         || (!is_uncertain && !g_str_has_prefix (type, "application/x-"));
}

static const EtpExporter *
find_exporter (const Options *options)
{
  const char *ending = get_ending (options);
  const EtpExporter *exporter = ending != NULL ? etp_exporter_get (ending) : NULL;

  if (options->to != NULL)
    return etp_exporter_get (strcmp (options->to, DECK) == 0 ? "pdf" : options->to);
  if (exporter != NULL)
    return exporter;
  return ending != NULL && is_of_other_kind (options->output) ? NULL : etp_exporter_get ("pdf");
}

static gboolean
find_style (const char *name, EtpStyleKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (name == NULL || strcmp (name, styles[i].name) == 0)
      {
        *kind = styles[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* The names of all formats, for people. */
static char *
list_formats (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; etp_exporter_get_nth (i) != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", etp_exporter_get_nth (i)->name);
  g_string_append (names, ", " DECK);
  return g_string_free (names, FALSE);
}

static int
fail_format (const char *name)
{
  g_autofree char *names = list_formats ();

  /* Translators: the first %s is what was typed, the second a list of names. */
  return etp_cli_fail_usage (_ ("There is no format “%s”; there are %s."), name, names);
}

#define USES_PAGES (ETP_EXPORT_USES_PAGES | ETP_EXPORT_USES_SLIDES | ETP_EXPORT_USES_PAPER)

static gboolean
is_tiled (const Options *options)
{
  return g_strcmp0 (options->pages.pages, "tiles") == 0;
}

/* "map.journey" → "map.pdf", for "minutes-pdf" "map-minutes.pdf"; a document from standard input
 * goes to standard output. */
static char *
get_target (const Options *options, const EtpExporter *exporter, const char *path)
{
  g_autofree char *stem = NULL;
  const char *ends[] = { ".journey", ".json" };

  if (options->output != NULL)
    return g_strdup (options->output);
  if (etp_cli_is_stream (path))
    return g_strdup ("-");
  stem = g_strdup (path);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (stem, ends[i]) && strlen (stem) > strlen (ends[i]))
      {
        stem[strlen (stem) - strlen (ends[i])] = '\0';
        break;
      }
  return etp_exporter_dup_file_name (exporter, stem);
}

/* Two results must not have one name: one of them would be lost. */
static int
check_targets (const Options *options, const EtpExporter *exporter)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; options->files[i] != NULL; i++)
    {
      char *target = get_target (options, exporter, options->files[i]);
      g_autofree char *name = g_filename_display_name (target);

      if (!g_hash_table_add (targets, target))
        /* Translators: %s is the name of a file. */
        return etp_cli_fail_usage (_ ("“%s” would be written twice."), name);
    }
  return 0;
}

/* Everything that is wrong with the call itself; 0 if nothing is. */
static int
check_options (const Options *options, const EtpExporter *exporter, EtpStyleKind *style)
{
  guint n_files = options->files != NULL ? g_strv_length (options->files) : 0;

  if (n_files == 0)
    return etp_cli_fail_usage (_ ("A file is missing."));
  if (etp_cli_check_names (options->files, options->output) != ETP_CLI_OK)
    return ETP_CLI_FAILED;
  if (options->output != NULL && g_str_has_suffix (options->output, ".journey"))
    return etp_cli_fail_usage (
        _ ("The result is no journey; give “-o” a name with another ending."));
  if (exporter == NULL)
    return fail_format (options->to != NULL ? options->to : get_ending (options));
  if (options->output != NULL && n_files > 1)
    return etp_cli_fail_usage (
        _ ("“-o” is for a single file; several results lie beside their journeys."));
  if (!find_style (options->style, style))
    /* Translators: %s is what was typed; paper, light and dark are to be typed as they are. */
    return etp_cli_fail_usage (_ ("There is no style “%s”; there are paper, light and dark."),
                               options->style);
  if (etp_cli_pages_get_used (&options->pages) != NULL && (exporter->uses & USES_PAGES) == 0)
    /* Translators: the first %s is an option to be typed as it is, the second "pdf, pptx". */
    return etp_cli_fail_usage (_ ("“%s” is for formats with pages only, not for %s."),
                               etp_cli_pages_get_used (&options->pages), exporter->name);
  if (options->pages.template != NULL && (exporter->uses & ETP_EXPORT_USES_TEMPLATE) == 0)
    return etp_cli_fail_usage (_ ("“--template” is for presentations only: pptx and odp."));
  if (options->width != UNSET_WIDTH && strcmp (exporter->name, "png") != 0)
    return etp_cli_fail_usage (_ ("“--width” is for PNG only."));
  if (options->scale != UNSET && strcmp (exporter->name, "png") != 0 && !is_tiled (options))
    return etp_cli_fail_usage (_ ("“--scale” is for PNG and “--pages tiles” only."));
  if (etp_cli_csv_is_used (&options->csv) && strcmp (exporter->name, "csv") != 0)
    return etp_cli_fail_usage (
        _ ("“--table”, “--separator”, “--decimal”, “--bom” and “--preset” are for CSV only."));
  if (options->scale != UNSET && options->width != UNSET_WIDTH)
    return etp_cli_fail_usage (_ ("“--scale” and “--width” exclude each other."));
  if (options->scale != UNSET && !(options->scale >= 0.01 && options->scale <= 100))
    return etp_cli_fail_usage (_ ("The scale must be between 0.01 and 100."));
  if (options->scale != UNSET && is_tiled (options) && options->scale < 1)
    return etp_cli_fail_usage (_ ("Tiles have a scale of at least 1; text would be too small."));
  if (options->width != UNSET_WIDTH && options->width <= 0)
    return etp_cli_fail_usage (_ ("The width must be greater than 0."));
  return check_targets (options, exporter);
}

static gboolean
is_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) file_a = g_file_new_for_path (a);
  g_autoptr (GFile) file_b = g_file_new_for_path (b);

  return g_file_equal (file_a, file_b);
}

/* A large picture is a mapped file, whose pages count while they are saved: what the drawing took
 * should not be added to them. */
static void
give_back_memory (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static gboolean
export_file (const Options *options,
             const EtpExporter *exporter,
             EtpExportOptions *export_options,
             const char *path,
             GError **error)
{
  g_autofree char *target = get_target (options, exporter, path);
  g_autofree char *name = etp_cli_dup_name (path);
  g_autoptr (EtpLoaded) loaded = NULL;
  g_autoptr (EtpJourney) before = NULL;
  g_autoptr (GInputStream) content = NULL;

  if (!etp_cli_is_stream (path) && is_same_file (path, target))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _ ("The result would replace the journey itself."));
      return FALSE;
    }
  if (etp_cli_is_stream (target) && isatty (STDOUT_FILENO) && !exporter->is_text)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("Standard output is a terminal; name a file with “-o”."));
      return FALSE;
    }
  loaded = etp_cli_load (path, error);
  if (loaded == NULL)
    return FALSE;
  g_clear_pointer (&loaded->bytes, g_bytes_unref); /* large maps need the room */
  if (!etp_cli_pages_find_since (&options->pages, loaded->journey, export_options, &before, error))
    return FALSE;
  if (export_options->external
      && !etp_cli_pages_report (name, loaded->journey, export_options, error))
    return FALSE;
  content = etp_exporter_open (exporter, loaded->journey, export_options, NULL, error);
  g_clear_pointer (&loaded, etp_loaded_free);
  give_back_memory ();
  return content != NULL && etp_cli_save (target, content, NULL, FALSE, error);
}

/* Errors of files bear the name already. */
static void
report (const char *path, const GError *error)
{
  g_autofree char *name = etp_cli_dup_name (path);

  etp_cli_warn (error->domain == ETP_FILE_ERROR ? NULL : name, "%s", error->message);
}

/* What goes wrong with the first file goes wrong with all. */
static gboolean
is_wrong_call (const GError *error)
{
  return g_error_matches (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGE)
         || g_error_matches (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_PAGES)
         || g_error_matches (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_UNKNOWN_TABLE);
}

static int
export_files (const Options *options, const EtpExporter *exporter, const EtpExportOptions *common)
{
  guint n_files = g_strv_length (options->files);
  int status = ETP_CLI_OK;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *name = etp_cli_dup_name (options->files[i]);
      EtpExportOptions export_options = *common;

      export_options.notes = notes;
      etp_cli_show_progress (i, n_files, options->files[i]);
      if (!export_file (options, exporter, &export_options, options->files[i], &error))
        {
          report (options->files[i], error);
          status = ETP_CLI_FAILED;
          if (is_wrong_call (error))
            break;
        }
      for (guint n = 0; n < notes->len; n++)
        etp_cli_warn (name, "%s", (const char *) g_ptr_array_index (notes, n));
    }
  etp_cli_end_progress ();
  return status;
}

int
etp_cli_export (int argc, char **argv)
{
  g_auto (Options) options = { .scale = UNSET, .width = UNSET_WIDTH };
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to,
      N_ ("Format, for example pdf or html; a wrong one lists them all"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write; “-” is standard output"), N_ ("FILE") },
    { "pages", 0, 0, G_OPTION_ARG_STRING, &options.pages.pages,
      N_ ("Kind of pages: map, poster, tiles, …; see the manual (formats with pages)"),
      N_ ("KIND") },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options.pages.page,
      N_ ("Paper: A4 … A0, letter, tabloid, A4-portrait …, 210x297mm (formats with pages)"),
      N_ ("PAPER") },
    { "detail", 0, 0, G_OPTION_ARG_STRING, &options.pages.detail,
      N_ ("What gives way where text would be too small: auto, full, titles or "
          "one-sheet"),
      N_ ("DETAIL") },
    { "ratio", 0, 0, G_OPTION_ARG_STRING, &options.pages.ratio, N_ ("Of slides: 16:9 or 4:3"),
      N_ ("RATIO") },
    { "about", 0, 0, G_OPTION_ARG_STRING, &options.pages.about,
      N_ ("Whom or what sheets tell about: a persona or touchpoint, or “all”"), N_ ("LIST") },
    { "header", 0, 0, G_OPTION_ARG_STRING, &options.pages.header, N_ ("Text above each page"),
      N_ ("TEXT") },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &options.pages.footer, N_ ("Text below each page"),
      N_ ("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.pages.date,
      N_ ("Day that stands on each page: today, or 2026-03-05"), N_ ("DAY") },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &options.pages.logo,
      N_ ("Picture that stands on each page"), N_ ("FILE") },
    { "own-logo", 0, 0, G_OPTION_ARG_NONE, &options.pages.own_logo,
      N_ ("The journey’s own logo on each page"), NULL },
    { "template", 0, 0, G_OPTION_ARG_FILENAME, &options.pages.template,
      N_ ("A presentation or template whose look the slides take (PPTX, ODP)"), N_ ("FILE") },
    { "lanes", 0, 0, G_OPTION_ARG_STRING, &options.pages.lanes,
      N_ ("Only these lanes: names, numbers or letters, parted by commas"), N_ ("LIST") },
    { "phases", 0, 0, G_OPTION_ARG_STRING, &options.pages.phases,
      N_ ("Only these phases: names or numbers, parted by commas; 2-4"), N_ ("LIST") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &options.pages.persona,
      N_ ("Only this persona, or these"), N_ ("LIST") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.pages.since,
      N_ ("What has changed since this snapshot: its name or date, or “last” (slides)"),
      N_ ("SNAPSHOT") },
    { "external", 0, 0, G_OPTION_ARG_NONE, &options.pages.external,
      N_ ("For people outside: without comments, votes, money, owners and what is internal"),
      NULL },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style, N_ ("Style: paper, light or dark"),
      N_ ("STYLE") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &options.scale,
      N_ ("Pixels for each unit of the map, 2 if not given (PNG); how large tiles are"),
      N_ ("FACTOR") },
    { "width", 0, 0, G_OPTION_ARG_INT, &options.width, N_ ("Width in pixels (PNG)"),
      N_ ("PIXELS") },
    { "table", 0, 0, G_OPTION_ARG_STRING, &options.csv.table,
      N_ ("Which table: cards, feelings, personas, channels, touchpoints, measures, metrics, "
          "history (CSV)"),
      N_ ("TABLE") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &options.csv.separator,
      N_ ("Between cells: comma, semicolon, tab or bar (CSV)"), N_ ("SIGN") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.csv.decimal,
      N_ ("Decimal sign: point or comma (CSV)"), N_ ("SIGN") },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &options.csv.bom,
      N_ ("Begin with a byte order mark, as Excel wants it (CSV)"), NULL },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &options.csv.preset,
      N_ ("For a German or English Excel: excel-de or excel-en (CSV)"), N_ ("PRESET") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, N_ ("FILE…") },
    { NULL },
  };
  const EtpExporter *exporter;
  EtpExportOptions common = { .style = ETP_STYLE_PAPER };
  int status;

  if (!etp_cli_parse (argc, argv, entries, &status))
    return status;
  exporter = find_exporter (&options);
  if (g_strcmp0 (options.to, DECK) == 0 && options.pages.pages == NULL)
    options.pages.pages = g_strdup ("deck");
  status = check_options (&options, exporter, &common.style);
  if (status == 0)
    status = etp_cli_csv_apply (&options.csv, &common);
  if (status == 0)
    status = etp_cli_pages_apply (&options.pages, &common);
  common.scale = options.scale == UNSET ? 0 : options.scale;
  common.width_px = options.width == UNSET_WIDTH ? 0 : (guint) options.width;
  return status != 0 ? status : export_files (&options, exporter, &common);
}
