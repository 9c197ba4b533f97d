/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "import/etp-sheet.h"

#include <string.h>

/* Tables as spreadsheets, word processors and browsers put them on the clipboard as HTML, and what
 * is no table, or meant to do harm. A sheet is told as its cells with | between and / behind rows; a
 * cell that covers several columns has their number in front. */

static char *
tell (const EtpSheet *sheet)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < etp_sheet_get_n_rows (sheet); i++)
    for (guint j = 0; j < etp_sheet_get_n_columns (sheet); j++)
      {
        const guint span = etp_sheet_get_span (sheet, i, j);

        if (span > 1)
          g_string_append_printf (told, "%u:", span);
        g_string_append_printf (told, "%s%s", etp_sheet_get (sheet, i, j),
                                j + 1 < etp_sheet_get_n_columns (sheet) ? "|" : "/");
      }
  return g_string_free (told, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *html, *told;
  } rows[] = {
    { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a|b/c|d/" },
    { "<TABLE><TR><TH>a<TD>b<TR><TD>c<TD>d</TABLE>", "a|b/c|d/" }, /* ends that are left out */
    { "<table><tbody><tr><td>a<br>b</td><td><p>c</p><p>d</p></td></tr></table>", "a\nb|c\nd/" },
    { "<table><tr><td><ul><li>a</li>\n<li>b</li></ul></td><td>c</td></tr></table>", "a\nb|c/" },
    { "<table><tr><td>  a\n  b&nbsp; </td><td><b>c</b> <i>d</i></td></tr></table>", "a b|c d/" },
    { "<table><tr><td>Gr&ouml;&szlig;e &amp; Ma&#223;</td><td>&#x20AC; 5 &lt; 6</td></tr></table>",
      "Größe & Maß|€ 5 < 6/" },
    { "<table><tr><td>a & b</td><td>&unknown; &#0; &#xffffffff;</td></tr></table>",
      "a & b|&unknown; &#0; &#xffffffff;/" },
    { "<table><tr><td>3 < 4</td><td>b</td></tr></table>", "3 < 4|b/" },
    /* Merged cells */
    { "<table><tr><td "
      "colspan=2>a</td><td>b</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
      "2:a||b/1|2|3/" },
    { "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a|b/|c/" },
    { "<table><tr><td>a</td><td "
      "rowspan=2>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr>"
      "</table>",
      "a|b/c|/d|e/" },
    { "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
      "2:a||b/||c/" },
    { "<table><tr><td colspan=0 rowspan=-3>a</td><td colspan='x'>b</td></tr></table>", "a|b/" },
    { "<table><tr><td>a</td><td>b</td><td colspan=16384></td></tr></table>", "a|b/" },
    /* What is no cell */
    { "<!--StartFragment--><style>td{a:b}</style><script>x</script><title>t</title>"
      "<table><!-- <td>no</td> --><col><tr><!--[if gte mso 9]><td>no</td><![endif]--><td>a</td>"
      "<td data-x='{\"1\":2,\"2\":\"<td>\"}'>b</td></tr></table><!--EndFragment-->",
      "a|b/" },
    { "<p>before</p><table><tr><td>a</td><td>b</td></tr></table><p>after</p>", "a|b/" },
    { "<table><tr><td>x</td></tr></table><table><tr><td>a</td><td>b</td></tr></table>", "a|b/" },
    { "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>",
      "a\nb c|d/" },
    /* What ends too early */
    { "<table><tr><td>a<td>b", "a|b/" },
    { "<table><tr><td>a<td>b<!-- never ends", "a|b/" },
    { "<table><tr><td>a<td>b<td x=\"never ends", "a|b/" },
    { "<table><tr><td>a<td>b</td></tr></table></table></td></tr>", "a|b/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EtpSheet)
          sheet = etp_sheet_new_from_html (rows[i].html, strlen (rows[i].html), NULL);
      g_autofree char *told = NULL;

      g_assert_nonnull (sheet);
      told = tell (sheet);
      g_assert_cmpstr (told, ==, rows[i].told);
    }
}

static void
test_none (void)
{
  static const char *const texts[] = {
    "",
    "plain",
    "<p>a</p>",
    "<table></table>",
    "<table><tr><td> <br>&nbsp;</td></tr></table>",
    "<td>a</td><td>b</td>",
    "<style><table><tr><td>a</td></tr></table>",
    "<",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (etp_sheet_new_from_html (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_EMPTY);
    }
}

/* Some programs write UTF-16; bytes that are no text become signs that say so. */
static void
test_encodings (void)
{
  static const char html[] = "<table><tr><td>Größe</td><td>b</td></tr></table>";
  static const char broken[] = "<table><tr><td>a\xff</td><td>b</td></tr></table>";
  gsize length;
  g_autofree char *little = g_convert (html, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (EtpSheet) sheet = NULL;
  g_autoptr (EtpSheet) other = NULL;

  g_byte_array_append (bytes, (const guint8 *) "\xff\xfe", 2);
  g_byte_array_append (bytes, (const guint8 *) little, (guint) length);
  sheet = etp_sheet_new_from_html ((const char *) bytes->data, bytes->len, NULL);
  g_assert_cmpstr (etp_sheet_get (sheet, 0, 0), ==, "Größe");
  other = etp_sheet_new_from_html (broken, sizeof broken - 1, NULL);
  g_assert_cmpstr (etp_sheet_get (other, 0, 0), ==, "a\357\277\275");
}

static EtpSheet *
make (guint n_rows, guint n_columns, GError **error)
{
  g_autoptr (GString) text = g_string_new ("<table>");

  for (guint i = 0; i < n_rows; i++)
    {
      g_string_append (text, "<tr>");
      for (guint j = 0; j < n_columns; j++)
        g_string_append (text, "<td>x");
    }
  return etp_sheet_new_from_html (text->str, text->len, error);
}

static void
test_limits (void)
{
  g_autoptr (EtpSheet) tall = make (ETP_SHEET_MAX_ROWS, 2, NULL);
  g_autoptr (EtpSheet) wide = make (2, ETP_SHEET_MAX_COLUMNS, NULL);
  g_autoptr (GError) too_tall = NULL;
  g_autoptr (GError) too_wide = NULL;
  g_autofree char *large = g_strnfill (ETP_SHEET_MAX_BYTES + 1, ' ');

  g_assert_cmpuint (etp_sheet_get_n_rows (tall), ==, ETP_SHEET_MAX_ROWS);
  g_assert_cmpuint (etp_sheet_get_n_columns (wide), ==, ETP_SHEET_MAX_COLUMNS);
  g_assert_null (make (ETP_SHEET_MAX_ROWS + 1, 2, &too_tall));
  g_assert_error (too_tall, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE);
  g_assert_null (make (2, ETP_SHEET_MAX_COLUMNS + 1, &too_wide));
  g_assert_error (too_wide, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE);
  memcpy (large, "<table><tr><td>a", 16);
  g_assert_null (etp_sheet_new_from_html (large, ETP_SHEET_MAX_BYTES + 1, NULL));
}

/* HTML is taken unless it holds less than the text does. */
static void
test_choose (void)
{
  static const struct
  {
    const char *html, *text, *told;
  } rows[] = {
    { "<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a b\tc", "a\nb|c/" },
    { "<table><tr><td>a</td><td>c</td></tr></table>", "a\tc\nd\te", "a|c/d|e/" },
    { "<table><tr><td>a</td></tr></table>", "b\t", "b/" },
    { NULL, "a\tb", "a|b/" },
    { "<table><tr><td>a</td><td>b</td></tr></table>", NULL, "a|b/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EtpSheet *html = rows[i].html != NULL
                           ? etp_sheet_new_from_html (rows[i].html, strlen (rows[i].html), NULL)
                           : NULL;
      EtpSheet *text = rows[i].text != NULL ? etp_sheet_new (rows[i].text, NULL) : NULL;
      g_autoptr (EtpSheet) chosen = etp_sheet_choose (html, text);
      g_autofree char *told = tell (chosen);

      g_assert_cmpstr (told, ==, rows[i].told);
    }
  g_assert_null (etp_sheet_choose (NULL, NULL));
}

static void
test_turn (void)
{
  g_autoptr (EtpSheet) sheet = etp_sheet_new ("a\tb\tc\nd\te", NULL);
  g_autoptr (EtpSheet) turned = etp_sheet_turn (sheet, NULL);
  g_autofree char *told = tell (turned);
  g_autoptr (EtpSheet) tall = make (ETP_SHEET_MAX_COLUMNS + 1, 2, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (told, ==, "a|d/b|e/c|/");
  g_assert_null (etp_sheet_turn (tall, &error));
  g_assert_error (error, ETP_SHEET_ERROR, ETP_SHEET_ERROR_TOO_LARGE);
}

/* Phases down: what is merged over two of them. */
static void
test_turn_merged (void)
{
  static const char html[] =
      "<table><tr><td></td></tr><tr><td></td><td>Phase</td><td>Pains</td><td>Ideas</td></tr>"
      "<tr><td></td><td>One</td><td rowspan=2>wide</td><td>x</td></tr>"
      "<tr><td></td><td>Two</td><td rowspan=99>end</td></tr>"
      "<tr><td></td><td colspan=2>both</td></tr></table>";
  g_autoptr (EtpSheet) sheet = etp_sheet_new_from_html (html, sizeof html - 1, NULL);
  g_autoptr (EtpSheet) turned = etp_sheet_turn (sheet, NULL);
  g_autoptr (EtpSheet) back = etp_sheet_turn (turned, NULL);
  g_autofree char *before = tell (sheet);
  g_autofree char *told = tell (turned);
  g_autofree char *after = tell (back);

  g_assert_cmpuint (etp_sheet_get_span (turned, 1, 1), ==, 2);
  g_assert_cmpstr (told, ==, "Phase|One|Two|both/Pains|2:wide||/Ideas|x|2:end|/");
  g_assert_cmpstr (before, ==, after);
}

/* Nothing that tags may be joined to reads past the end or takes long. */
static void
test_random (void)
{
  static const char *const parts[] = {
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=300 rowspan=2000>",
    "<",       ">",        "\"",   "'",     "<!--", "-->",   "<style>",
    "</style", "&",        "&#",   "&amp",  "a",    " ",     "\n",
    "=",       "<br>",     "<p",   "</",    "<!",   "\xc3",  "\xa4"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (EtpSheet) sheet = NULL;

      for (gint32 j = g_rand_int_range (random, 0, 30); j > 0; j--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      sheet = etp_sheet_new_from_html (text->str, text->len, NULL);
      if (sheet != NULL)
        {
          g_autofree char *told = tell (sheet);

          g_assert_true (g_utf8_validate (told, -1, NULL));
        }
    }
}

/* The largest text takes no time that anybody would notice, whatever is in it. */
static void
test_long (void)
{
  static const char *const parts[] = { "&",        "&a",      "&amp;",    "<",
                                       "<td>",     "<table>", "<tr><td>", "<!--",
                                       "<td x=\"", "<p>x",    "</",       "<table></table>" };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new ("<table><tr><td>a<td>");
      g_autoptr (EtpSheet) sheet = NULL;
      gint64 began;

      while (text->len + strlen (parts[i]) < ETP_SHEET_MAX_BYTES)
        g_string_append (text, parts[i]);
      began = g_get_monotonic_time ();
      sheet = etp_sheet_new_from_html (text->str, text->len, NULL);
      g_test_message ("%s: %.2f s", parts[i],
                      (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
      /* A hundred times what it takes: only what grows faster than the text is told. */
      g_assert_cmpint (g_get_monotonic_time () - began, <, 60 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/sheet-html/read", test_read);
  g_test_add_func ("/import/sheet-html/none", test_none);
  g_test_add_func ("/import/sheet-html/encodings", test_encodings);
  g_test_add_func ("/import/sheet-html/limits", test_limits);
  g_test_add_func ("/import/sheet-html/choose", test_choose);
  g_test_add_func ("/import/sheet-html/turn", test_turn);
  g_test_add_func ("/import/sheet-html/turn-merged", test_turn_merged);
  g_test_add_func ("/import/sheet-html/long", test_long);
  g_test_add_func ("/import/sheet-html/random", test_random);

  return g_test_run ();
}
