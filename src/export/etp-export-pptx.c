/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-export-private.h"

#include <math.h>
#include <string.h>

#include "etp-pptx-fit.h"
#include "etp-pptx-parts.h"
#include "etp-slide-deck.h"
#include "model/etp-fields.h"
#include "model/etp-format.h"

/* PPTX (ECMA-376, PresentationML): the pages of a deck as slides whose shapes can be edited. Slides
 * are written one after the other, so that memory does not grow with their number. PowerPoint is
 * stricter than the schema; tests/export/check-pptx.py holds what it is known to call damaged. */

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define CONTENT "application/vnd.openxmlformats-"
/* Names that no template has. */
#define MEDIA "etappe-"
#define MOST_TEXT_LAYOUTS 8
#define PRESENTATION CONTENT "officedocument.presentationml."

static void
add_override (GString *out, const char *name, const char *type)
{
  g_string_append_printf (out, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", name, type);
}

static void
add_own_types (const EtpPptxParts *parts, GString *out)
{
  add_override (out, "ppt/slideMasters/slideMaster1.xml", PRESENTATION "slideMaster+xml");
  for (guint i = 0; i < etp_pptx_parts_get_n_layouts (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("ppt/slideLayouts/slideLayout%u.xml", i + 1);

      add_override (out, name, PRESENTATION "slideLayout+xml");
    }
  add_override (out, "ppt/theme/theme1.xml", CONTENT "officedocument.theme+xml");
}

/* Types of all parts. Pictures have theirs by their ending, whether there are any or not. */
static void
write_types (EtpPptxParts *parts, EtpZip *zip)
{
  GString *out = parts->writer->out;

  g_string_append (out, ETP_PPTX_HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
                                      "<Default Extension=\"rels\" ContentType=\"" CONTENT
                                      "package.relationships+xml\"/>"
                                      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                      "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                                      "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>");
  add_override (out, "ppt/presentation.xml", PRESENTATION "presentation.main+xml");
  if (parts->template != NULL)
    etp_pptx_template_add_types (parts->template, out);
  else
    add_own_types (parts, out);
  for (guint i = 0; i < parts->n_slides; i++)
    {
      g_autofree char *name = g_strdup_printf ("ppt/slides/slide%u.xml", i + 1);

      add_override (out, name, PRESENTATION "slide+xml");
    }
  add_override (out, "docProps/core.xml", CONTENT "package.core-properties+xml");
  add_override (out, "docProps/app.xml", CONTENT "officedocument.extended-properties+xml");
  g_string_append (out, "</Types>");
  etp_pptx_flush (out, zip, "[Content_Types].xml");
}

static void
write_root (EtpPptxParts *parts, EtpZip *zip)
{
  GString *out = parts->writer->out;

  etp_pptx_begin_relations (out);
  etp_pptx_add_relation (out, "rId1", "officeDocument", "ppt/presentation.xml");
  etp_pptx_add_relation (out, "rId2", PACKAGE "relationships/metadata/core-properties",
                         "docProps/core.xml");
  etp_pptx_add_relation (out, "rId3", "extended-properties", "docProps/app.xml");
  etp_pptx_end_relations (out);
  etp_pptx_flush (out, zip, "_rels/.rels");
}

/* The masters of the presentation; their relationships come after those of the slides. */
static void
add_masters (EtpPptxParts *parts, GString *out)
{
  const guint n = parts->template != NULL ? parts->template->masters->len : 1;

  for (guint i = 0; i < n; i++)
    {
      const char *id = NULL;

      if (parts->template != NULL)
        id = ((EtpPptxTemplateMaster *) g_ptr_array_index (parts->template->masters, i))->id;
      g_string_append_printf (out, "<p:sldMasterId id=\"%s\" r:id=\"rId%u\"/>",
                              id != NULL ? id : "2147483648", parts->n_slides + 1 + i);
    }
}

static void
write_presentation_relations (EtpPptxParts *parts, EtpZip *zip)
{
  GString *out = parts->writer->out;
  const guint n_masters = parts->template != NULL ? parts->template->masters->len : 1;

  etp_pptx_begin_relations (out);
  for (guint i = 0; i < parts->n_slides; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", i + 1);
      g_autofree char *target = g_strdup_printf ("slides/slide%u.xml", i + 1);

      etp_pptx_add_relation (out, id, "slide", target);
    }
  for (guint i = 0; i < n_masters; i++)
    {
      const char *part = "ppt/slideMasters/slideMaster1.xml";
      g_autofree char *id = g_strdup_printf ("rId%u", parts->n_slides + 1 + i);
      g_autofree char *target = NULL;

      if (parts->template != NULL)
        part = ((EtpPptxTemplateMaster *) g_ptr_array_index (parts->template->masters, i))->part;
      target = g_strconcat ("/", part, NULL);
      etp_pptx_add_relation (out, id, "slideMaster", target);
    }
  etp_pptx_end_relations (out);
  etp_pptx_flush (out, zip, "ppt/_rels/presentation.xml.rels");
}

static void
write_presentation (EtpPptxParts *parts, EtpZip *zip)
{
  GString *out = parts->writer->out;

  g_string_append (out, ETP_PPTX_HEAD "<p:presentation" ETP_PPTX_NAMESPACES
                                      " saveSubsetFonts=\"1\"><p:sldMasterIdLst>");
  add_masters (parts, out);
  g_string_append (out, "</p:sldMasterIdLst><p:sldIdLst>");
  for (guint i = 0; i < parts->n_slides; i++)
    g_string_append_printf (out, "<p:sldId id=\"%u\" r:id=\"rId%u\"/>", 256 + i, i + 1);
  g_string_append (out, "</p:sldIdLst><p:sldSz");
  etp_pptx_add_number (out, "cx", parts->width);
  etp_pptx_add_number (out, "cy", parts->height);
  g_string_append (out, "/><p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:defaultTextStyle>"
                        "<a:defPPr><a:defRPr lang=\"");
  etp_xml_add_value (out, parts->language, -1);
  g_string_append (out, "\"/></a:defPPr>");
  for (guint level = 1; level <= 9; level++)
    g_string_append_printf (out,
                            "<a:lvl%upPr marL=\"0\" algn=\"l\"><a:defRPr sz=\"1050\">"
                            "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                            "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/>"
                            "<a:cs typeface=\"+mn-cs\"/></a:defRPr></a:lvl%upPr>",
                            level, level);
  g_string_append (out, "</p:defaultTextStyle></p:presentation>");
  etp_pptx_flush (out, zip, "ppt/presentation.xml");
  write_presentation_relations (parts, zip);
}

/* The own layout that has these places, or else one that has as many; its index in bodies. */
static guint
find_own_layout (const EtpPptxParts *parts, const EtpSlideBodies *bodies)
{
  guint found = 0;

  for (guint i = parts->bodies->len; i-- > 0;)
    {
      const EtpSlideBodies *there = &g_array_index (parts->bodies, EtpSlideBodies, i);

      if (etp_slide_bodies_equal (there, bodies))
        return i;
      if (there->n == bodies->n)
        found = i;
    }
  return found;
}

/* Puts the slide onto one of the own layouts; returns the layout's part. */
static char *
use_own_layout (EtpPptxParts *parts,
                const EtpSlideDeck *deck,
                const EtpPage *page,
                const EtpSlideBodies *bodies)
{
  EtpPptxWriter *writer = parts->writer;
  const gboolean is_title = g_strcmp0 (page->role, "title") == 0;
  guint layout = is_title ? ETP_PPTX_LAYOUT_TITLE : ETP_PPTX_LAYOUT_TITLE_ONLY;

  etp_slide_deck_get_fit (deck, page, &writer->scale, &writer->x0, &writer->y0);
  writer->title = &parts->titles[layout];
  writer->title_type = is_title ? "ctrTitle" : "title";
  writer->n_places = bodies->n;
  if (is_title && bodies->n > 0)
    {
      writer->n_places = 1;
      writer->places[0] = (EtpPptxBodyPlace){ "subTitle", 1,
                                              etp_slide_bodies_equal (bodies, &parts->cover) };
    }
  else if (bodies->n > 0)
    {
      const guint index = find_own_layout (parts, bodies);
      const gboolean is_exact = etp_slide_bodies_equal (
          &g_array_index (parts->bodies, EtpSlideBodies, index), bodies);

      layout = ETP_PPTX_N_LAYOUTS + index;
      for (guint i = 0; i < bodies->n; i++)
        writer->places[i] = (EtpPptxBodyPlace){ "body", i + 1, is_exact };
    }
  return g_strdup_printf ("ppt/slideLayouts/slideLayout%u.xml", layout + 1u);
}

/* The edges of a slide as the layout has them. */
static void
set_edges (EtpPptxParts *parts, const EtpPptxTemplateLayout *layout, guint number)
{
  EtpPptxWriter *writer = parts->writer;

  writer->number = layout->number.is_there ? number : 0;
  writer->number_index = layout->number.index;
  writer->footer = layout->footer.is_there && number > 0 ? parts->footer : NULL;
  writer->footer_index = layout->footer.index;
  writer->date = layout->date.is_there && number > 0 ? parts->date : NULL;
  writer->date_index = layout->date.index;
}

/* The template's layout that has places for n texts side by side, or for as many of them as there
 * are; fallback: none has. */
static const EtpPptxTemplateLayout *
use_places (EtpPptxParts *parts, const EtpPptxTemplateLayout *fallback, guint n)
{
  EtpPptxWriter *writer = parts->writer;

  for (guint k = MIN (n, ETP_PPTX_MOST_PLACES); k > 0; k--)
    {
      const EtpPptxTemplateLayout *layout = &parts->template->texts[k - 1];

      if (layout->part == NULL)
        continue;
      writer->n_places = k;
      writer->has_bullets = layout->has_bullets;
      for (guint i = 0; i < k; i++)
        writer->places[i] = (EtpPptxBodyPlace){ layout->bodies[i].is_body ? "body" : "obj",
                                                layout->bodies[i].index, FALSE };
      return layout;
    }
  return fallback;
}

/* Or onto one of the template's. */
static char *
use_layout (EtpPptxParts *parts,
            EtpShapeList *list,
            const EtpPage *page,
            const EtpSlideBodies *bodies,
            guint number)
{
  EtpPptxWriter *writer = parts->writer;
  const gboolean is_title = g_strcmp0 (page->role, "title") == 0
                            && parts->template->title.title_type != NULL;
  const EtpPptxTemplateLayout *layout = is_title ? &parts->template->title
                                                 : &parts->template->content;

  writer->n_places = 0;
  if (!is_title && bodies->n > 0)
    layout = use_places (parts, layout, bodies->n);

  etp_pptx_fit_place (parts->fit, writer, page);
  writer->title = NULL;
  writer->title_type = layout->title_type;
  writer->title_size = etp_pptx_fit_find_title_size (parts->fit, layout, page->title);
  writer->subtitle_index = layout->subtitle.index;
  if (is_title && layout->subtitle.is_there)
    writer->subtitle = etp_pptx_fit_take_subtitle (list);
  if (writer->subtitle != NULL)
    writer->subtitle_size = etp_pptx_fit_find_subtitle_size (parts->fit, layout, writer->subtitle);
  set_edges (parts, layout, is_title ? 0 : number);
  return g_strdup (layout->part);
}

static void
write_slide (EtpPptxParts *parts, EtpZip *zip, const EtpSlideDeck *deck, guint index)
{
  EtpPptxWriter *writer = parts->writer;
  const EtpPage *page = etp_pages_get_nth (deck->pages, index);
  g_auto (EtpShapeList) list = { 0 };
  EtpSlideBodies bodies;
  g_autofree char *name = g_strdup_printf ("ppt/slides/slide%u.xml", index + 1);
  g_autofree char *relations = g_strdup_printf ("ppt/slides/_rels/slide%u.xml.rels", index + 1);
  g_autofree char *layout = NULL;
  g_autofree char *target = NULL;

  etp_shape_list_init (&list, deck->journey, page);
  etp_slide_bodies_gather (&bodies, &list, deck->frame);
  if (parts->template != NULL)
    layout = use_layout (parts, &list, page, &bodies, index + 1);
  else
    layout = use_own_layout (parts, deck, page, &bodies);
  target = g_strconcat ("/", layout, NULL);
  writer->used = g_ptr_array_new ();
  etp_pptx_add_slide (writer, &list, page->title);
  etp_pptx_flush (writer->out, zip, name);
  g_clear_pointer (&writer->subtitle, g_ptr_array_unref);

  etp_pptx_begin_relations (writer->out);
  etp_pptx_add_relation (writer->out, "rId1", "slideLayout", target);
  for (guint i = 0; i < writer->used->len; i++)
    {
      const EtpMedium *medium = g_ptr_array_index (writer->used, i);
      g_autofree char *id = g_strdup_printf ("rId%u", i + 2);
      g_autofree char *path = g_strconcat ("../media/" MEDIA, medium->name, NULL);

      etp_pptx_add_relation (writer->out, id, "image", path);
    }
  etp_pptx_end_relations (writer->out);
  etp_pptx_flush (writer->out, zip, relations);
  g_clear_pointer (&writer->used, g_ptr_array_unref);
}

/* How titles look: as on the first slide of each kind. */
static void
find_titles (EtpPptxParts *parts, const EtpSlideDeck *deck)
{
  for (guint i = 0; i < ETP_PPTX_N_LAYOUTS; i++)
    {
      parts->titles[i] = etp_slide_deck_get_title (deck, i == ETP_PPTX_LAYOUT_TITLE);
    }
}

/* The layouts that the slides' running texts need. */
static void
find_bodies (EtpPptxParts *parts, const EtpSlideDeck *deck)
{
  parts->bodies = g_array_new (FALSE, FALSE, sizeof (EtpSlideBodies));
  for (guint i = 0; i < parts->n_slides; i++)
    {
      const EtpPage *page = etp_pages_get_nth (deck->pages, i);
      g_auto (EtpShapeList) list = { 0 };
      EtpSlideBodies bodies;
      gboolean is_there = FALSE, is_possible = FALSE;

      if (!etp_slide_has_bodies (page))
        continue;
      etp_shape_list_init (&list, deck->journey, page);
      etp_slide_bodies_gather (&bodies, &list, deck->frame);
      if (strcmp (page->role, "title") == 0)
        {
          parts->cover = parts->cover.n == 0 ? bodies : parts->cover;
          continue;
        }
      for (guint k = 0; k < parts->bodies->len; k++)
        {
          const EtpSlideBodies *there = &g_array_index (parts->bodies, EtpSlideBodies, k);

          is_there = is_there || etp_slide_bodies_equal (there, &bodies);
          is_possible = is_possible || there->n == bodies.n;
        }
      if (bodies.n > 0 && !is_there && (parts->bodies->len < MOST_TEXT_LAYOUTS || !is_possible))
        g_array_append_val (parts->bodies, bodies);
    }
}

static gboolean
write_all (EtpPptxParts *parts,
           EtpZip *zip,
           const EtpSlideDeck *deck,
           const EtpExportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  write_types (parts, zip);
  write_root (parts, zip);
  etp_pptx_parts_write_properties (parts, zip);
  write_presentation (parts, zip);
  if (parts->template == NULL)
    etp_pptx_parts_write_master (parts, zip);
  else if (!etp_pptx_template_write (parts->template, zip, error))
    return FALSE;
  for (guint i = 0; i < parts->n_slides; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      etp_export_step (options, i, parts->n_slides);
      write_slide (parts, zip, deck, i);
    }
  etp_slide_media_write (parts->writer->media, zip, "ppt/media/" MEDIA);
  return TRUE;
}

GInputStream *
etp_export_pptx_open (EtpJourney *journey,
                      const EtpExportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (EtpPptxTemplate) template = { 0 };
  g_auto (EtpPptxFit) fit = { 0 };
  g_auto (EtpSlideDeck) deck = { 0 };
  g_autoptr (EtpZip) zip = NULL;
  EtpExportOptions wanted = *options;
  g_autofree char *date = NULL;
  EtpPptxWriter writer = { 0 };
  EtpPptxParts parts;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (options->template_bytes != NULL)
    {
      if (!etp_pptx_template_init (&template, options->template_bytes, error))
        return NULL;
      wanted.frame = &template.frame;
      wanted.family = template.minor;
      if (etp_pptx_template_is_dark (&template))
        wanted.style = ETP_STYLE_DARK;
    }
  if (!etp_slide_deck_init (&deck, journey, &wanted, error))
    return NULL;
  if (options->date != NULL)
    date = etp_format_date (options->date,
                            etp_node_get_text (ETP_NODE (deck.journey), ETP_JOURNEY_LANGUAGE));
  if (options->template_bytes != NULL)
    etp_slide_theme_set_actual (&deck.theme, template.colors, template.behind);
  zip = etp_zip_new ();
  writer = (EtpPptxWriter){ .out = g_string_sized_new (256 * 1024),
                            .theme = &deck.theme,
                            .media = &deck.media,
                            .language = deck.language,
                            .scale = deck.scale,
                            .bullet_level = 1,
                            .has_bullets = TRUE };
  parts = (EtpPptxParts){ .n_slides = etp_pages_get_n (deck.pages),
                          .width = etp_pptx_get_length (&writer, deck.width / deck.scale),
                          .height = etp_pptx_get_length (&writer, deck.height / deck.scale),
                          .title = deck.title,
                          .author = deck.author,
                          .language = deck.language,
                          .family = etp_text_get_family (deck.export.text),
                          .theme = &deck.theme,
                          .writer = &writer };
  if (options->template_bytes != NULL)
    {
      writer.bullet_level = 0;
      etp_pptx_fit_init (&fit, &template);
      parts.template = &template;
      parts.fit = &fit;
      parts.footer = options->footer;
      parts.date = date;
      parts.width = llround (template.width * ETP_EMU);
      parts.height = llround (template.height * ETP_EMU);
    }
  else
    {
      find_titles (&parts, &deck);
      find_bodies (&parts, &deck);
    }
  done = write_all (&parts, zip, &deck, options, cancellable, error);
  g_string_free (writer.out, TRUE);
  etp_pptx_writer_clear (&writer);
  g_clear_pointer (&parts.bodies, g_array_unref);
  return done ? etp_zip_finish (zip, error) : NULL;
}
