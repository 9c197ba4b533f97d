/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* ZIP files: what is written is read by others (Python's zipfile) and by the own reader, byte for
 * byte; a broken or hostile one is an error. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/etp-export.h"
#include "export/etp-unzip.h"
#include "export/etp-xml.h"
#include "export/etp-zip.h"

#define LARGE (9 * 1024 * 1024 + 5)

static guint8 *
make_noise (gsize length)
{
  guint8 *data = g_malloc (length);
  guint32 state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1664525u + 1013904223u;
      data[i] = (guint8) (state >> 24);
    }
  return data;
}

static GBytes *
finish (EtpZip *zip)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = etp_zip_finish (zip, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* The kinds of entries that presentations have; the large ones do not fit into a spool's memory. */
static GBytes *
write_all (void)
{
  g_autoptr (EtpZip) zip = etp_zip_new ();
  g_autofree guint8 *noise = make_noise (LARGE);
  g_autofree char *zeros = g_malloc0 (LARGE);

  etp_zip_add (zip, "mimetype", ETP_ZIP_STORED, "application/x-test", -1);
  etp_zip_add (zip, "empty", ETP_ZIP_DEFLATED, "", 0);
  etp_zip_add (zip, "empty-stored", ETP_ZIP_STORED, "", 0);
  etp_zip_begin (zip, "a/b/text.xml", ETP_ZIP_DEFLATED);
  for (guint i = 0; i < 1000; i++)
    etp_zip_write (zip, "<a>words</a>\n", 13);
  etp_zip_end (zip);
  etp_zip_add (zip, "noise", ETP_ZIP_DEFLATED, noise, LARGE);
  etp_zip_add (zip, "noise-stored", ETP_ZIP_STORED, noise, LARGE);
  etp_zip_add (zip, "Maß.bin", ETP_ZIP_DEFLATED, zeros, 1000);
  return finish (zip);
}

static void
test_own_reader (void)
{
  g_autoptr (GBytes) bytes = write_all ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpUnzip) unzip = etp_unzip_new (bytes, &error);
  g_autofree guint8 *noise = make_noise (LARGE);
  static const char *const names[] = { "noise", "noise-stored" };
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) empty = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) content = etp_unzip_read (unzip, names[i], &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), noise, LARGE);
    }
  text = etp_unzip_read (unzip, "A/B/TEXT.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (text), ==, 13000);
  empty = etp_unzip_read (unzip, "empty", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_true (etp_unzip_has (unzip, "Maß.bin"));
  g_assert_false (etp_unzip_has (unzip, "other"));
  g_assert_null (etp_unzip_read (unzip, "other", &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED);
}

static void
test_bytes_are_the_same (void)
{
  g_autoptr (GBytes) one = write_all ();
  g_autoptr (GBytes) other = write_all ();

  g_assert_true (g_bytes_equal (one, other));
}

/* Offset 38 of an OpenDocument is its type, without an extra field before it. */
static void
test_type_stands_first (void)
{
  g_autoptr (GBytes) bytes = write_all ();
  const char *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpmem (data + 30, 26, "mimetypeapplication/x-test", 26);
}

static const char script[] =
    "import sys, zipfile\n"
    "z = zipfile.ZipFile(sys.argv[1])\n"
    "assert z.testzip() is None\n"
    "assert z.namelist() == ['mimetype', 'empty', 'empty-stored', 'a/b/text.xml', 'noise',"
    " 'noise-stored', 'Maß.bin'], z.namelist()\n"
    "assert z.read('a/b/text.xml') == b'<a>words</a>\\n' * 1000\n"
    "assert z.read('noise') == z.read('noise-stored') and len(z.read('noise')) == 9437189\n"
    "assert z.read('Maß.bin') == bytes(1000)\n"
    "for i in z.infolist():\n"
    "    assert i.date_time == (1980, 1, 1, 0, 0, 0) and not i.extra and not i.flag_bits & 8, i\n"
    "assert z.getinfo('mimetype').compress_type == zipfile.ZIP_STORED\n"
    "assert z.getinfo('a/b/text.xml').compress_size < 200\n";

static void
test_python_reads_it (void)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autoptr (GBytes) bytes = write_all ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  const char *argv[] = { python, "-X", "utf8", "-c", script, NULL, NULL };
  int fd, status = -1;

  if (python == NULL)
    {
      g_test_skip ("python3 is not installed");
      return;
    }
  fd = g_file_open_tmp ("test-zip-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  argv[5] = path;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &said, &status,
                &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "");
  g_assert_cmpint (status, ==, 0);
}

static GBytes *
write_small (void)
{
  g_autoptr (EtpZip) zip = etp_zip_new ();
  g_autofree char *text = g_strnfill (500, 'x');

  etp_zip_add (zip, "one", ETP_ZIP_DEFLATED, text, 500);
  etp_zip_add (zip, "two", ETP_ZIP_STORED, text, 500);
  return finish (zip);
}

static void
read_all (GBytes *bytes, gboolean *whole)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EtpUnzip) unzip = etp_unzip_new (bytes, &error);
  static const char *const names[] = { "one", "two" };

  *whole = unzip != NULL;
  g_assert_true (unzip != NULL || error->domain == ETP_EXPORT_ERROR);
  for (guint i = 0; unzip != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) inner = NULL;
      g_autoptr (GBytes) content = etp_unzip_read (unzip, names[i], &inner);

      *whole = *whole && content != NULL;
      g_assert_true (content != NULL || inner->domain == ETP_EXPORT_ERROR);
      g_assert_true (content == NULL || g_bytes_get_size (content) == 500);
    }
}

/* Cut off anywhere, and with each byte changed: an error or the same content, and nothing worse. */
static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = write_small ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean whole;

  read_all (bytes, &whole);
  g_assert_true (whole);
  for (gsize n = 0; n < length; n++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) cut = g_bytes_new (data, n);
      g_autoptr (GBytes) changed = NULL;

      read_all (cut, &whole);
      g_assert_false (whole);
      for (guint bit = 0; bit < 8; bit++)
        {
          g_autoptr (GBytes) broken = NULL;

          copy[n] = (guint8) (data[n] ^ 1 << bit);
          broken = g_bytes_new (copy, length);
          read_all (broken, &whole);
        }
    }
}

/* Written by hand, because etp_zip_add () would not: the directory's record of a name. */
static GBytes *
write_named (const char *first, const char *second)
{
  g_autoptr (EtpZip) zip = etp_zip_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  guint8 *data;

  etp_zip_add (zip, "aaaa", ETP_ZIP_STORED, "1", 1);
  etp_zip_add (zip, "bbbb", ETP_ZIP_STORED, "2", 1);
  bytes = finish (zip);
  data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &length);
  for (gsize i = 0; i + 4 <= length; i++)
    if (memcmp (data + i, "aaaa", 4) == 0)
      memcpy (data + i, first, 4);
    else if (memcmp (data + i, "bbbb", 4) == 0)
      memcpy (data + i, second, 4);
  return g_bytes_new_take (data, length);
}

static void
test_names (void)
{
  static const struct
  {
    const char *first, *second;
    gboolean good;
  } cases[] = {
    { "ab/c", "d.ef", TRUE },     { "../a", "good", FALSE },  { "/abs", "good", FALSE },
    { "a/..", "good", FALSE },    { "a\\bc", "go.d", FALSE }, { "same", "SAME", FALSE },
    { "\377abc", "good", FALSE }, { "./ab", "good", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = write_named (cases[i].first, cases[i].second);
      g_autoptr (GError) error = NULL;
      g_autoptr (EtpUnzip) unzip = etp_unzip_new (bytes, &error);

      g_test_message ("%s", cases[i].first);
      g_assert_true ((unzip != NULL) == cases[i].good);
    }
}

/* 60 MiB of zeros take 60 KiB: nobody's slide. */
static void
test_bomb (void)
{
  g_autoptr (EtpZip) zip = etp_zip_new ();
  g_autofree char *zeros = g_malloc0 (1024 * 1024);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (EtpUnzip) unzip = NULL;
  g_autoptr (GError) error = NULL;

  etp_zip_begin (zip, "bomb", ETP_ZIP_DEFLATED);
  for (guint i = 0; i < 60; i++)
    etp_zip_write (zip, zeros, 1024 * 1024);
  etp_zip_end (zip);
  bytes = finish (zip);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100 * 1024);
  unzip = etp_unzip_new (bytes, &error);
  g_assert_no_error (error);
  g_assert_null (etp_unzip_read (unzip, "bomb", &error));
  g_assert_error (error, ETP_EXPORT_ERROR, ETP_EXPORT_ERROR_FAILED);
}

static void
test_xml (void)
{
  static const struct
  {
    const char *text, *content, *value;
  } cases[] = {
    { "plain", "plain", "plain" },
    { "<a & \"b\">", "&lt;a &amp; &quot;b&quot;&gt;", "&lt;a &amp; &quot;b&quot;&gt;" },
    { "a\nb\tc", "a\nb\tc", "a&#10;b&#9;c" },
    { "a\001b\033c\177d\r", "abcd", "abcd" },
    { "a\357\277\276b\357\277\277c\357\277\275", "abc\357\277\275", "abc\357\277\275" },
    { "😀 äß", "😀 äß", "😀 äß" },
    { "a\302\200b\302\205c\302\237d\302\240e", "ab cd\302\240e", "ab cd\302\240e" },
    { "a\357\267\220b\360\237\277\276c\364\217\277\277d\357\267\260", "abcd\357\267\260",
      "abcd\357\267\260" },
  };
  static const struct
  {
    gint64 number;
    const char *text;
  } numbers[] = {
    { 0, "0" }, { -7, "-7" }, { 914400, "914400" }, { G_MININT64, "-9223372036854775808" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (GString) value = g_string_new (NULL);

      etp_xml_add_text (content, cases[i].text, -1);
      etp_xml_add_value (value, cases[i].text, -1);
      g_assert_cmpstr (content->str, ==, cases[i].content);
      g_assert_cmpstr (value->str, ==, cases[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      etp_xml_add_int (out, numbers[i].number);
      etp_xml_add_rgb (out, 0x0A1b2c80);
      g_assert_true (g_str_has_prefix (out->str, numbers[i].text));
      g_assert_true (g_str_has_suffix (out->str, "0A1B2C"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip/own-reader", test_own_reader);
  g_test_add_func ("/zip/bytes-are-the-same", test_bytes_are_the_same);
  g_test_add_func ("/zip/type-stands-first", test_type_stands_first);
  g_test_add_func ("/zip/python-reads-it", test_python_reads_it);
  g_test_add_func ("/zip/damage", test_damage);
  g_test_add_func ("/zip/names", test_names);
  g_test_add_func ("/zip/bomb", test_bomb);
  g_test_add_func ("/zip/xml", test_xml);
  return g_test_run ();
}
