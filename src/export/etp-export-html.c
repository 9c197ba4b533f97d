/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <string.h>

#include "etp-html.h"
#include "etp-xml.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"
#include "paint/etp-pictures.h"

/* One HTML file that needs nothing besides itself: no script, nothing that is fetched, images in
 * it as data. It says so too, so that a reader that obeys fetches nothing even if something were
 * to slip through. */

#define POLICY "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

typedef struct
{
  EtpReport *report;
  GString *out;
  GString *curve, *dark; /* the drawing and its colours on dark screens */
  gboolean has_contents;
} Page;

static void
add_text (GString *out, const char *text, gsize length)
{
  etp_xml_add_text (out, text, (gssize) length);
}

/* Text of several lines, each in what comes before and after it; empty ones are left out. */
static void
add_lines (
    GString *out, const char *text, const char *before, const char *after, const char *between)
{
  gboolean is_first = TRUE;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");

      if (strspn (text, " \t\r") < length)
        {
          if (!is_first)
            g_string_append (out, between);
          g_string_append (out, before);
          add_text (out, text, length);
          g_string_append (out, after);
          is_first = FALSE;
        }
      text += length + (text[length] == '\n');
    }
}

static void
add_inline (GString *out, const char *text)
{
  add_lines (out, text, "", "", "<br>");
}

static void
add_heading (GString *out, const EtpBlock *block)
{
  g_string_append_printf (out, "<h%u", block->level);
  if (block->id != NULL)
    g_string_append_printf (out, " id=\"%s\"", block->id);
  if (block->color != 0)
    g_string_append_printf (out, " class=\"phase\" style=\"--phase:#%06x\"", block->color >> 8);
  g_string_append_c (out, '>');
  add_lines (out, block->text, "", "", " ");
  g_string_append_printf (out, "</h%u>\n", block->level);
}

/* Several of the same name have it once. */
static void
add_fact (GString *out, const EtpBlock *block, const EtpBlock *before)
{
  if (before == NULL || before->type != ETP_BLOCK_FACT
      || g_strcmp0 (before->label, block->label) != 0)
    {
      g_string_append (out, "<dt>");
      add_inline (out, block->label);
      g_string_append (out, "</dt>");
    }
  g_string_append (out, "<dd>");
  if (block->uri != NULL)
    {
      g_string_append (out, "<a href=\"");
      etp_xml_add_value (out, block->uri, -1);
      g_string_append (out, "\" rel=\"noreferrer\">");
    }
  add_inline (out, block->text);
  g_string_append (out, block->uri != NULL ? "</a></dd>\n" : "</dd>\n");
}

static void
add_item (GString *out, const EtpBlock *block)
{
  g_string_append (out, "<li>");
  if (block->label != NULL)
    {
      g_string_append (out, "<strong>");
      add_inline (out, block->label);
      g_string_append_printf (out, "%s</strong>%s", etp_block_get_colon (block),
                              block->text[0] != '\0' ? " " : "");
    }
  add_inline (out, block->text);
  g_string_append (out, "</li>\n");
}

/* What is scrolled can be reached by keyboard. */
static void
begin_scroll (GString *out, const char *classes, const char *label)
{
  g_string_append_printf (out, "<section class=\"%s\" tabindex=\"0\" aria-label=\"", classes);
  etp_xml_add_value (out, label, -1);
  g_string_append (out, "\">\n");
}

static void
add_cell (GString *out, const EtpBlock *table, guint row, guint column)
{
  const char *text = table->cells->pdata[row * table->n_columns + column];
  gboolean is_head = row == 0 || column == 0;
  g_autofree char *uri = !is_head && (table->linking >> column & 1) != 0 ? etp_report_dup_uri (text)
                                                                         : NULL;

  g_string_append (out, is_head ? "<th" : "<td");
  if (is_head)
    g_string_append (out, row == 0 ? " scope=\"col\"" : " scope=\"row\"");
  if ((table->numeric >> column & 1) != 0)
    g_string_append (out, " class=\"number\"");
  g_string_append_c (out, '>');
  if (uri != NULL)
    {
      g_string_append (out, "<a href=\"");
      etp_xml_add_value (out, uri, -1);
      g_string_append (out, "\" rel=\"noreferrer\">");
    }
  add_inline (out, text);
  if (uri != NULL)
    g_string_append (out, "</a>");
  g_string_append (out, is_head ? "</th>" : "</td>");
}

/* A caption that says the same as the heading above it is for those who hear the table alone. */
static void
add_table (GString *out, const EtpBlock *table, const EtpBlock *before)
{
  gboolean is_same = before != NULL && before->type == ETP_BLOCK_HEADING
                     && strcmp (before->text, table->text) == 0;

  guint n_rows = table->cells->len / table->n_columns;

  begin_scroll (out, "scroll", table->text);
  g_string_append_printf (out, "<table>\n<caption%s>", is_same ? " class=\"heard\"" : "");
  add_inline (out, table->text);
  g_string_append (out, "</caption>\n<thead>\n");
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (out, "<tr>");
      for (guint column = 0; column < table->n_columns; column++)
        add_cell (out, table, row, column);
      g_string_append (out, row == 0 ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n</section>\n");
}

static void
add_image (Page *page, const EtpBlock *block)
{
  EtpNode *asset = etp_journey_get_node (page->report->journey, block->asset);
  GBytes *bytes = NULL;
  EtpPictureInfo info;
  g_autofree char *data = NULL;

  if (asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS)
    bytes = etp_node_get_bytes (asset, ETP_ASSET_DATA);
  if (bytes == NULL || !etp_picture_get_info (bytes, &info))
    return;
  data = g_base64_encode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_string_append_printf (page->out, "<img src=\"data:%s;base64,%s\" alt=\"", info.mime_type, data);
  etp_xml_add_value (page->out, block->text, -1);
  g_string_append (page->out, "\">\n");
}

static void
add_curve (Page *page)
{
  GString *out = page->out;
  const char *language = page->report->language;

  if (page->curve->len == 0)
    return;
  g_string_append (out, "<figure>\n");
  begin_scroll (out, "scroll curve", etp_words_get (language, ETP_WORD_EMOTION_CURVE));
  g_string_append_len (out, page->curve->str, (gssize) page->curve->len);
  g_string_append (out, "</section>\n<figcaption>");
  add_inline (out, etp_report_word (language, ETP_REPORT_CURVE_CAPTION));
  g_string_append (out, "</figcaption>\n</figure>\n");
}

static void
add_block (Page *page, const EtpBlock *block, const EtpBlock *before)
{
  switch (block->type)
    {
    case ETP_BLOCK_HEADING:
      add_heading (page->out, block);
      break;
    case ETP_BLOCK_TEXT:
      add_lines (page->out, block->text, "<p>", "</p>\n", "");
      break;
    case ETP_BLOCK_QUOTE:
      g_string_append (page->out, "<blockquote><p>");
      add_inline (page->out, block->text);
      g_string_append (page->out, "</p></blockquote>\n");
      break;
    case ETP_BLOCK_FACT:
      add_fact (page->out, block, before);
      break;
    case ETP_BLOCK_ITEM:
      add_item (page->out, block);
      break;
    case ETP_BLOCK_TABLE:
      add_table (page->out, block, before);
      break;
    case ETP_BLOCK_IMAGE:
      add_image (page, block);
      break;
    case ETP_BLOCK_CURVE:
      add_curve (page);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Facts and items that follow each other are one list. */
static const char *
get_list (const EtpBlock *block)
{
  if (block == NULL)
    return NULL;
  return block->type == ETP_BLOCK_FACT ? "dl" : block->type == ETP_BLOCK_ITEM ? "ul" : NULL;
}

/* Where the parts are; a short page needs none. */
static void
add_contents (Page *page)
{
  const EtpBlock *block;
  const char *label = etp_report_word (page->report->language, "Contents");
  guint n = 0;

  for (guint i = 0; (block = etp_report_get (page->report, i)) != NULL; i++)
    n += block->type == ETP_BLOCK_HEADING && block->id != NULL;
  if (n < 4)
    return;
  g_string_append_printf (page->out, "<nav aria-label=\"%s\">\n<ul>\n", label);
  for (guint i = 0; (block = etp_report_get (page->report, i)) != NULL; i++)
    if (block->type == ETP_BLOCK_HEADING && block->id != NULL)
      {
        g_string_append_printf (page->out, "<li><a href=\"#%s\">", block->id);
        add_lines (page->out, block->text, "", "", " ");
        g_string_append (page->out, "</a></li>\n");
      }
  g_string_append (page->out, "</ul>\n</nav>\n");
}

static void
add_head (Page *page)
{
  GString *out = page->out;
  g_autofree char *language = etp_report_dup_language (page->report);

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY "\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\">\n"
                          "<meta name=\"generator\" content=\"Etappe " ETP_VERSION "\">\n<title>",
                          language);
  add_lines (out, page->report->title, "", "", " ");
  g_string_append (out, "</title>\n<style>\n");
  g_string_append (out, etp_html_style);
  if (page->dark->len > 0)
    g_string_append_printf (out, "@media screen and (prefers-color-scheme: dark) {\n%s}\n",
                            page->dark->str);
  g_string_append (out, "</style>\n</head>\n<body>\n<main>\n");
}

/* FALSE if it was cancelled. */
static gboolean
add_blocks (Page *page, GCancellable *cancellable)
{
  const char *list = NULL;
  const EtpBlock *block;

  for (guint i = 0; (block = etp_report_get (page->report, i)) != NULL; i++)
    {
      const char *next = get_list (block);

      if (i % 256 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (list != NULL && next != list)
        g_string_append_printf (page->out, "</%s>\n", list);
      if (next != NULL && next != list)
        g_string_append_printf (page->out, "<%s>\n", next);
      list = next;
      if (i > 0 && block->type == ETP_BLOCK_HEADING && block->level == 2 && !page->has_contents)
        {
          add_contents (page);
          page->has_contents = TRUE;
        }
      add_block (page, block, i > 0 ? etp_report_get (page->report, i - 1) : NULL);
    }
  if (list != NULL)
    g_string_append_printf (page->out, "</%s>\n", list);
  return TRUE;
}

static gboolean
has_curve (const EtpReport *report)
{
  for (guint i = 0; i < report->blocks->len; i++)
    if (etp_report_get (report, i)->type == ETP_BLOCK_CURVE)
      return TRUE;
  return FALSE;
}

GInputStream *
etp_export_html_write (EtpReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) curve = g_string_new (NULL);
  g_autoptr (GString) dark = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  Page page = { .report = report, .curve = curve, .dark = dark };
  gboolean done;

  if (has_curve (report))
    etp_html_add_curve (curve, dark, report->journey,
                        etp_words_get (report->language, ETP_WORD_EMOTION_CURVE));
  page.out = g_string_sized_new (64 * 1024);
  add_head (&page);
  done = add_blocks (&page, cancellable);
  g_string_append (page.out, "</main>\n</body>\n</html>\n");
  bytes = g_string_free_to_bytes (page.out);
  if (!done)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  return g_memory_input_stream_new_from_bytes (bytes);
}

GInputStream *
etp_export_html_open (EtpJourney *journey,
                      const EtpExportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (EtpReport) report = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = etp_report_new (journey);
  return etp_export_html_write (report, cancellable, error);
}

GInputStream *
etp_export_minutes_html_open (EtpJourney *journey,
                              const EtpExportOptions *options,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (EtpReport) report = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  report = etp_report_new_minutes (journey);
  return etp_export_html_write (report, cancellable, error);
}
