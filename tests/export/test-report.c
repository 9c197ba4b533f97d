/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports: what is told, in which order and language; what is written stays text. Whether the files
 * are valid is looked at by test-documents.py. */

#include "config.h"

#include <string.h>

#include "export-test.h"
#include "export/etp-html.h"
#include "model/etp-fields.h"
#include "model/etp-tables.h"

static char *
write_text (EtpJourney *journey, const char *format)
{
  g_autoptr (GBytes) bytes = export_test_write (journey, format, (EtpExportOptions){ 0 });
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_utf8_validate (data, (gssize) length, NULL));
  return g_strndup (data, length);
}

/* Headings go down one level at a time, and the first is the only one of the first level. */
static void
test_headings (void)
{
  static const char *const names[] = { "webshop.de.journey", "b2b.en.journey",
                                       "omnichannel.en.journey" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (EtpJourney) journey = export_test_load_example (names[i]);
      g_autoptr (EtpReport) all = etp_report_new (journey);
      g_autoptr (EtpReport) minutes = etp_report_new_minutes (journey);
      EtpReport *reports[] = { all, minutes };

      for (guint r = 0; r < G_N_ELEMENTS (reports); r++)
        {
          guint level = 0, n = 0;
          const EtpBlock *block;

          for (guint b = 0; (block = etp_report_get (reports[r], b)) != NULL; b++)
            if (block->type == ETP_BLOCK_HEADING)
              {
                g_assert_cmpuint (block->level, <=, level + 1);
                g_assert_true ((block->level == 1) == (n++ == 0));
                level = block->level;
              }
          g_assert_cmpuint (n, >, 4);
        }
    }
}

/* Every field that a report shows has a German label, and none of them is an English one. */
static void
test_words (void)
{
  static const EtpTable *const tables[] = { &etp_card_table,    &etp_persona_table,
                                            &etp_measure_table, &etp_metric_table,
                                            &etp_source_table,  &etp_link_table,
                                            &etp_phase_table,   &etp_key_moment_table,
                                            &etp_brief_table,   &etp_lifetime_table };
  static const EtpFieldType not_shown[] = { ETP_FIELD_COLOR, ETP_FIELD_ICON,   ETP_FIELD_NUMBERS,
                                            ETP_FIELD_VALUE, ETP_FIELD_VALUES, ETP_FIELD_DATA };
  static const char *const not_told[] = {
    "Width", "Collapsed", "Hidden", "Image", "Portrait", NULL
  };

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint f = 0; f < tables[t]->n_fields; f++)
      {
        const EtpField *row = &tables[t]->fields[f];
        guint i = 0;

        while (i < G_N_ELEMENTS (not_shown) && not_shown[i] != row->type)
          i++;
        if (i < G_N_ELEMENTS (not_shown) || g_strv_contains (not_told, row->label))
          continue;
        if (!etp_report_has_word (row->label))
          g_error ("no German for “%s” of %s", row->label, tables[t]->name);
      }
  g_assert_cmpstr (etp_report_word ("de", "Severity"), ==, "Schweregrad");
  g_assert_cmpstr (etp_report_word ("en", "Severity"), ==, "Severity");
  g_assert_true (etp_report_has_word (ETP_REPORT_CURVE_CAPTION));
  g_assert_true (etp_report_has_word ("Contents"));
}

static const char rich[] =
    "{\"format\":\"etappe-journey\",\"version\":1,\"language\":\"en\",\"title\":\"Rich\","
    "\"currency\":\"EUR\",\"goal\":\"Be done\","
    "\"insights\":[{\"text\":\"It hurts\",\"cards\":[\"s\",\"i\",\"j\"]}],"
    "\"reviews\":[{\"date\":\"2026-10-01\",\"by\":\"Eve\",\"result\":\"Approved\"},"
    "{\"date\":\"2026-10-02\",\"result\":\"Held\"},{\"by\":\"Bob\"},{\"result\":\"Fine\"},{}],"
    "\"contributors\":[{\"name\":\"Ann\"}],\"workshopDate\":\"2026-03-05\","
    "\"sources\":[{\"id\":\"so\",\"title\":\"Survey X\",\"link\":\"https://example.com/x\"}],"
    "\"personas\":[{\"id\":\"m\",\"name\":\"Max\",\"quote\":\"Fast, please\"}],"
    "\"phases\":[{\"id\":\"p\",\"name\":\"One\"},{\"id\":\"h\",\"name\":\"Secret\",\"hidden\":true}"
    "],"
    "\"lanes\":[{\"id\":\"l\",\"name\":\"Steps\"},{\"id\":\"e\",\"kind\":\"emotion\"},"
    "{\"id\":\"a\",\"kind\":\"pains\"},{\"id\":\"x\",\"kind\":\"ideas\",\"hidden\":true}],"
    "\"cards\":[{\"id\":\"s\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"Search\",\"evidence\":"
    "\"measured\","
    "\"sources\":[\"so\"],\"journey\":\"../HR/Dismissal.journey\",\"link\":\"https://example.com/"
    "s\",\"emotions\":[{\"persona\":\"m\","
    "\"value\":-1.5,\"target\":1,\"feeling\":\"lost\"}]},"
    "{\"id\":\"n\",\"lane\":\"a\",\"phase\":\"p\",\"step\":\"s\",\"title\":\"Slow\",\"severity\":4}"
    ","
    "{\"id\":\"o\",\"lane\":\"a\",\"phase\":\"p\",\"title\":\"Loose\"},"
    "{\"id\":\"i\",\"lane\":\"x\",\"phase\":\"p\",\"title\":\"Unseen\"},"
    "{\"id\":\"j\",\"lane\":\"l\",\"phase\":\"h\",\"title\":\"Unseen too\"},"
    "{\"id\":\"k\",\"title\":\"Later\"}],"
    "\"links\":[{\"id\":\"l1\",\"from\":\"s\",\"to\":\"i\",\"carries\":\"Unseen words\"},"
    "{\"id\":\"l2\",\"from\":\"j\",\"to\":\"s\"},{\"id\":\"l3\",\"from\":\"n\",\"to\":\"d\","
    "\"kind\":\"answers\"}],"
    "\"measures\":[{\"id\":\"d\",\"title\":\"Speed up\",\"status\":\"planned\",\"owner\":\"Ann\","
    "\"due\":\"2026-05-01\",\"cost\":1200.5,\"cards\":[\"i\",\"n\",\"j\"]},{\"id\":\"q\",\"title\":"
    "\"Maybe\"},"
    "{\"id\":\"r\",\"title\":\"Never\",\"status\":\"dropped\"}],"
    "\"metrics\":[{\"id\":\"t\",\"name\":\"Load\",\"unit\":\"s\",\"target\":2,\"better\":\"lower\","
    "\"values\":[{\"date\":\"2026-02-28\",\"value\":4.5}]}]}";

static void
test_markdown (void)
{
  static const char *const lines[] = {
    "# Rich\n",
    "\n- **Goal:** Be done\n",
    "\n- It hurts (1.1 Search)\n",
    "\n> Fast, please\n",
    "\n### 1 One\n",
    "\n#### 1.1 Search\n",
    "\n- **Emotion:** −1.5 lost, assumed; To-be +1\n",
    "\n- **Pain Points:** Slow – Severity: 4 of 5\n",
    "\n- **Web address:** [https\\://example.com/s](<https://example.com/s>)\n",
    "\n- **Evidence:** measured (Survey X)\n",
    "\n#### Pain Points\n\n- Loose\n",
    "\n| Step | Persona | Emotion | Target | Feeling | Evidence |\n",
    "\n| --- | --- | ---: | ---: | --- | --- |\n",
    "\n| Slow | Answers | Speed up |\n",
    "\n| Speed up | Slow | Ann | 1 May 2026 | Planned | €1,200.50 |\n",
    "\n| Load | 4.5 s | ",
    "\n- Later\n",
    "\n- **Reviews:** 1\302\240October 2026, Eve: Approved\n- **Reviews:** 2\302\240October 2026: "
    "Held\n"
    "- **Reviews:** Bob\n- **Reviews:** Fine\n",
    "\n- **Sub-journey:** Dismissal\n",
    "\n- Ann\n",
  };
  g_autoptr (EtpJourney) journey = export_test_load_text (rich);
  g_autofree char *text = write_text (journey, "md");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (text, lines[i]) == NULL)
      g_error ("no “%s” in:\n%s", lines[i], text);
  g_assert_null (strstr (text, "Unseen"));
  g_assert_null (strstr (text, "Secret"));
  g_assert_null (strstr (text, "HR/"));
}

static void
test_html (void)
{
  static const char *const parts[] = {
    "<html lang=\"en\">",
    "<h1>Rich</h1>",
    "<dt>Goal</dt><dd>Be done</dd>",
    "<blockquote><p>Fast, please</p></blockquote>",
    "<h3 id=\"phase-1\" class=\"phase\" style=\"--phase:#",
    "<a href=\"https://example.com/s\" rel=\"noreferrer\">",
    "<th scope=\"col\">Step</th>",
    "<th scope=\"row\">1.1 Search</th>",
    "<svg ",
    "prefers-color-scheme: dark",
    "@media print",
  };
  g_autoptr (EtpJourney) journey = export_test_load_text (rich);
  g_autofree char *text = write_text (journey, "html");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("no “%s” in:\n%s", parts[i], text);
  g_assert_null (strstr (text, "Unseen"));
  g_assert_null (strstr (text, "<script"));
}

/* Minutes: who, what was found, what each vote came to, who does what by when, what waits. */
static void
test_minutes (void)
{
  static const char *const texts[] = {
    "# Protokoll: Max findet seinen Laufschuh",
    "**Datum des Workshops:** 12.",
    "- Samira Haddad, Kundenservice",
    "- Der Mensch am Telefon rettet den Kauf",
    "### Was zuerst?\n\n| Ergebnis | Stimmen |",
    "| Kasse leert den Warenkorb | 6 |",
    "## Beschlossene Maßnahmen",
    "| Lukas Brandt, IT | 29.",
    "## Noch zu entscheiden",
    "## Themenspeicher\n\n- **Geschenkgutscheine für Laufpartner?** Später klären",
  };
  g_autoptr (EtpJourney) journey = export_test_load_example ("webshop.de.journey");
  g_autofree char *text = write_text (journey, "minutes-md");
  const char *from = text;

  /* In this order. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *found = strstr (from, texts[i]);

      if (found == NULL)
        g_error ("no “%s” where it should be in %s", texts[i], text);
      from = found;
    }
}

/* Pictures are told wherever their cards are: of a step, of a note under it, of another note. */
static void
test_images (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (
      "{\"format\":\"etappe-journey\",\"version\":1,\"phases\":[{\"id\":\"p\"}],"
      "\"lanes\":[{\"id\":\"l\"},{\"id\":\"b\",\"kind\":\"images\"}],\"cards\":["
      "{\"id\":\"s\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"S\",\"image\":\"i1\"},"
      "{\"id\":\"n\",\"lane\":\"b\",\"phase\":\"p\",\"step\":\"s\",\"title\":\"N\",\"image\":"
      "\"i2\"},"
      "{\"id\":\"o\",\"lane\":\"b\",\"phase\":\"p\",\"title\":\"O\",\"image\":\"i3\"}],"
      "\"assets\":[{\"id\":\"i1\"},{\"id\":\"i2\"},{\"id\":\"i3\"}]}");
  g_autoptr (EtpReport) report = etp_report_new (journey);
  g_autoptr (GString) assets = g_string_new (NULL);
  const EtpBlock *block;

  for (guint i = 0; (block = etp_report_get (report, i)) != NULL; i++)
    if (block->type == ETP_BLOCK_IMAGE)
      g_string_append_printf (assets, "%s %s;", block->asset, block->text);
  g_assert_cmpstr (assets->str, ==, "i1 1.1 S;i2 N;i3 O;");
}

/* The drawing is left out if there is no curve to be seen. */
static void
test_no_curve (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_text (
      "{\"format\":\"etappe-journey\",\"version\":1,\"title\":\"None\","
      "\"phases\":[{\"id\":\"p\"}],\"lanes\":[{\"id\":\"l\"}],"
      "\"cards\":[{\"id\":\"c\",\"lane\":\"l\",\"phase\":\"p\",\"title\":\"C\","
      "\"emotions\":[{\"value\":1}]}]}");
  g_autofree char *text = write_text (journey, "html");

  g_assert_null (strstr (text, "<svg"));
  g_assert_null (strstr (text, "<figure"));
  g_assert_null (strstr (text, "id=\"curve\""));
  g_assert_nonnull (strstr (text, "<dt>Emotion</dt><dd>+1"));
}

/* The drawing has the letters of the curve as letters, and a counterpart of each colour. */
static void
test_curve (void)
{
  g_autoptr (EtpJourney) journey = export_test_load_example ("webshop.de.journey");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) rules = g_string_new (NULL);

  g_assert_true (etp_html_add_curve (out, rules, journey, "Label <"));
  g_assert_nonnull (strstr (out->str, "aria-label=\"Label &lt;\""));
  g_assert_nonnull (strstr (out->str, ">genervt</tspan>"));
  g_assert_nonnull (strstr (out->str, ">3.1</tspan>"));
  g_assert_null (strstr (out->str, "Kasse leert den Warenkorb")); /* a card */
  g_assert_nonnull (strstr (rules->str, "[fill=\"#1d1d20\"] { fill: #f4f4f5 }"));
  g_assert_nonnull (strstr (rules->str, "[fill=\"#ffffff\"] { fill: #"));
  /* White letters on a phase's colour stay white there, while white paper becomes dark. */
  g_assert_nonnull (strstr (out->str, "<g class=\"c1\" "));
  g_assert_nonnull (strstr (rules->str, "  .curve .c1 [fill=\"#"));
}

static void
test_language (void)
{
  static const struct
  {
    const char *language, *code;
  } rows[] = {
    { "de", "de" },        { "de-AT", "de-AT" },       { "en-GB", "en-GB" },
    { "de\\\"><x", "de" }, { "fr onmouseover", "en" }, { "x", "en" },
    { "-en", "en" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"format\":\"etappe-journey\",\"version\":1,\"language\":\"%s\"}", rows[i].language);
      g_autoptr (EtpJourney) journey = export_test_load_text (json);
      g_autoptr (EtpReport) report = etp_report_new (journey);
      g_autofree char *code = etp_report_dup_language (report);

      g_assert_cmpstr (code, ==, rows[i].code);
    }
}

static void
test_uri (void)
{
  static const struct
  {
    const char *text, *uri;
  } rows[] = {
    { "https://example.com/ä?x=\"<'", "https://example.com/%C3%A4?x=%22%3C%27" },
    { "mailto:a@example.com", "mailto:a@example.com" },
    { "javascript:alert(1)", NULL },
    { "data:text/html,x", NULL },
    { "file:///etc/passwd", NULL },
    { "www.example.com", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *uri = etp_report_dup_uri (rows[i].text);

      g_assert_cmpstr (uri, ==, rows[i].uri);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/headings", test_headings);
  g_test_add_func ("/export/report/minutes", test_minutes);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/markdown", test_markdown);
  g_test_add_func ("/report/html", test_html);
  g_test_add_func ("/report/images", test_images);
  g_test_add_func ("/report/no-curve", test_no_curve);
  g_test_add_func ("/report/curve", test_curve);
  g_test_add_func ("/report/language", test_language);
  g_test_add_func ("/report/uri", test_uri);
  return g_test_run ();
}
