/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-paint"

#include "config.h"

#include "etp-glyphs.h"

#include <string.h>

#include "etp-break.h"

/* A map of 10,000 cards has some 20,000 texts, but few thousand different words: shaping a word once
 * makes laying out ten times cheaper than a layout for each text. Pieces lie in an arena that is
 * thrown away as a whole when it has grown beyond ARENA_LIMIT (hostile texts; a usual map takes
 * less than 1 MiB), so memory is bounded and nothing has to be tracked.
 */

#define FAMILIES "Inter,Adwaita Sans,Cantarell,sans-serif"
#define BLOCK_BYTES (64 * 1024)
#define ARENA_LIMIT (8 * 1024 * 1024)
#define N_BUCKETS 8192

typedef struct
{
  EtpFont key;
  PangoFontDescription *description;
  PangoAttrList *attributes; /* tabular figures; else NULL */
  PangoAttrList *all; /* description and attributes, for itemizing */
  double ascent, descent;
  const EtpPiece *space; /* in the arena, NULL after a flush */
} Font;

struct _EtpGlyphs
{
  PangoContext *context; /* borrowed */
  char *families; /* as Pango takes them */
  GArray *fonts; /* of Font */
  GPtrArray *faces; /* of PangoFont, owned */
  EtpPiece **buckets;
  guint n_pieces;
  GPtrArray *blocks; /* of memory, owned */
  gsize used; /* in the last block */
  gsize total;
  guint32 seed; /* of the hash: nobody can prepare texts that collide */
  PangoGlyphString *shaped; /* scratch */
};

static void
font_clear (gpointer data)
{
  Font *font = data;

  pango_font_description_free (font->description);
  g_clear_pointer (&font->attributes, pango_attr_list_unref);
  pango_attr_list_unref (font->all);
}

EtpGlyphs *
etp_glyphs_new (PangoContext *context, const char *families)
{
  EtpGlyphs *self = g_new0 (EtpGlyphs, 1);

  self->context = context;
  self->families = g_strdup (families != NULL ? families : FAMILIES);
  self->seed = g_random_int ();
  self->fonts = g_array_new (FALSE, TRUE, sizeof (Font));
  g_array_set_clear_func (self->fonts, font_clear);
  self->faces = g_ptr_array_new_with_free_func (g_object_unref);
  self->buckets = g_new0 (EtpPiece *, N_BUCKETS);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->shaped = pango_glyph_string_new ();
  return self;
}

void
etp_glyphs_free (EtpGlyphs *self)
{
  g_array_unref (self->fonts);
  g_ptr_array_unref (self->faces);
  g_free (self->buckets);
  g_ptr_array_unref (self->blocks);
  pango_glyph_string_free (self->shaped);
  g_free (self->families);
  g_free (self);
}

void
etp_glyphs_trim (EtpGlyphs *self)
{
  if (self->total <= ARENA_LIMIT)
    return;
  memset (self->buckets, 0, sizeof (EtpPiece *) * N_BUCKETS);
  g_ptr_array_set_size (self->blocks, 0);
  self->n_pieces = 0;
  self->used = 0;
  self->total = 0;
  for (guint i = 0; i < self->fonts->len; i++)
    g_array_index (self->fonts, Font, i).space = NULL;
}

guint
etp_glyphs_get_n_pieces (EtpGlyphs *self)
{
  return self->n_pieces;
}

static gpointer
arena_take (EtpGlyphs *self, gsize size)
{
  char *block;

  size = (size + 7) & ~(gsize) 7;
  if (self->blocks->len == 0 || self->used + size > BLOCK_BYTES)
    {
      g_ptr_array_add (self->blocks, g_malloc (MAX (size, BLOCK_BYTES)));
      self->used = 0;
      self->total += MAX (size, BLOCK_BYTES);
    }
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  block += self->used;
  self->used += size;
  return block;
}

static gboolean
font_is_equal (const EtpFont *a, const EtpFont *b)
{
  return a->size == b->size && a->weight == b->weight && a->italic == b->italic
         && a->tabular == b->tabular;
}

/* The extents of the font that Latin text gets: pango_font_get_metrics() would lay out samples. */
static void
measure_font (EtpGlyphs *self, Font *font)
{
  g_autoptr (PangoFont) face = pango_context_load_font (self->context, font->description);
  cairo_font_extents_t extents = { 0 };

  if (face != NULL)
    cairo_scaled_font_extents (pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (face)),
                               &extents);
  font->ascent = extents.ascent;
  font->descent = extents.descent;
}

guint
etp_glyphs_get_font (EtpGlyphs *self, EtpFont key)
{
  Font font = { .key = key };

  for (guint i = 0; i < self->fonts->len; i++)
    if (font_is_equal (&g_array_index (self->fonts, Font, i).key, &key))
      return i;
  font.description = pango_font_description_new ();
  pango_font_description_set_family_static (font.description, self->families);
  pango_font_description_set_absolute_size (font.description, (double) key.size * PANGO_SCALE);
  pango_font_description_set_weight (font.description, (PangoWeight) key.weight);
  if (key.italic)
    pango_font_description_set_style (font.description, PANGO_STYLE_ITALIC);
  font.all = pango_attr_list_new ();
  pango_attr_list_insert (font.all, pango_attr_font_desc_new (font.description));
  if (key.tabular)
    {
      font.attributes = pango_attr_list_new ();
      pango_attr_list_insert (font.attributes, pango_attr_font_features_new ("tnum=1"));
      pango_attr_list_insert (font.all, pango_attr_font_features_new ("tnum=1"));
    }
  measure_font (self, &font);
  g_array_append_val (self->fonts, font);
  return self->fonts->len - 1;
}

const PangoFontDescription *
etp_glyphs_get_description (EtpGlyphs *self, guint font)
{
  return g_array_index (self->fonts, Font, font).description;
}

PangoAttrList *
etp_glyphs_get_attributes (EtpGlyphs *self, guint font)
{
  return g_array_index (self->fonts, Font, font).attributes;
}

void
etp_glyphs_get_metrics (EtpGlyphs *self, guint font, double *ascent, double *descent)
{
  *ascent = g_array_index (self->fonts, Font, font).ascent;
  *descent = g_array_index (self->fonts, Font, font).descent;
}

static guint16
face_number (EtpGlyphs *self, PangoFont *face)
{
  for (guint i = 0; i < self->faces->len; i++)
    if (g_ptr_array_index (self->faces, i) == face)
      return (guint16) i;
  g_ptr_array_add (self->faces, g_object_ref (face));
  return (guint16) (self->faces->len - 1);
}

cairo_scaled_font_t *
etp_glyphs_get_face (EtpGlyphs *self, guint face)
{
  return pango_cairo_font_get_scaled_font (
      PANGO_CAIRO_FONT (g_ptr_array_index (self->faces, face)));
}

/* What shaping appends to: long enough for any piece, since no glyph comes from nothing. */
typedef struct
{
  EtpGlyph glyphs[4 * ETP_PIECE_MAX];
  EtpGlyphRun runs[ETP_PIECE_MAX];
  EtpCluster clusters[ETP_PIECE_MAX];
  guint n_glyphs, n_runs, n_clusters;
  double width;
  gboolean unknown;
} Shape;

static void
shape_add_glyphs (Shape *shape, const PangoGlyphString *string, gsize n_bytes)
{
  int cluster = -1;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];
      EtpGlyph *glyph = &shape->glyphs[shape->n_glyphs++];

      shape->unknown |= (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
      glyph->id = info->glyph == PANGO_GLYPH_EMPTY ? G_MAXUINT32 : info->glyph;
      glyph->advance = (float) info->geometry.width / PANGO_SCALE;
      glyph->dx = (float) info->geometry.x_offset / PANGO_SCALE;
      glyph->dy = (float) info->geometry.y_offset / PANGO_SCALE;
      shape->width += (double) glyph->advance;
      if (string->log_clusters[i] != cluster)
        {
          gsize start = (gsize) string->log_clusters[i];

          if (cluster >= 0)
            shape->clusters[shape->n_clusters - 1].n_bytes = (guint8) (start - (gsize) cluster);
          cluster = string->log_clusters[i];
          shape->clusters[shape->n_clusters++] =
              (EtpCluster){ .n_bytes = (guint8) (n_bytes - start), .n_glyphs = 0 };
        }
      shape->clusters[shape->n_clusters - 1].n_glyphs++;
    }
}

static void
shape_add_item (EtpGlyphs *self, Shape *shape, const char *text, gsize length, PangoItem *item)
{
  guint n_glyphs = shape->n_glyphs;
  guint n_clusters = shape->n_clusters;
  EtpGlyphRun *run;

  pango_shape_with_flags (text + item->offset, item->length, text, (int) length, &item->analysis,
                          self->shaped, PANGO_SHAPE_NONE);
  if (shape->n_runs == ETP_PIECE_MAX
      || n_glyphs + (guint) self->shaped->num_glyphs > G_N_ELEMENTS (shape->glyphs)
      || n_glyphs + (guint) self->shaped->num_glyphs > G_MAXUINT8
      || n_clusters + (guint) self->shaped->num_glyphs > ETP_PIECE_MAX)
    {
      shape->unknown = TRUE;
      return;
    }
  shape_add_glyphs (shape, self->shaped, (gsize) item->length);
  run = &shape->runs[shape->n_runs++];
  run->face = face_number (self, item->analysis.font);
  run->n_bytes = (guint8) item->length;
  run->n_glyphs = (guint8) (shape->n_glyphs - n_glyphs);
  run->n_clusters = (guint8) (shape->n_clusters - n_clusters);
}

static EtpPiece *
shape_piece (EtpGlyphs *self, guint font, const char *text, gsize length)
{
  Shape shape;
  EtpPiece *piece;
  GList *items;

  shape.n_glyphs = shape.n_runs = shape.n_clusters = 0;
  shape.width = 0;
  shape.unknown = FALSE;
  items = pango_itemize_with_base_dir (self->context, PANGO_DIRECTION_LTR, text, 0, (int) length,
                                       g_array_index (self->fonts, Font, font).all, NULL);
  for (GList *l = items; l != NULL; l = l->next)
    shape_add_item (self, &shape, text, length, l->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);

  piece = arena_take (self, sizeof *piece);
  piece->font = (guint16) font;
  piece->length = (guint8) length;
  piece->n_runs = (guint8) shape.n_runs;
  piece->unknown = shape.unknown;
  piece->width = (float) shape.width;
  piece->n_glyphs = shape.n_glyphs;
  piece->glyphs = arena_take (self, sizeof (EtpGlyph) * shape.n_glyphs);
  memcpy (piece->glyphs, shape.glyphs, sizeof (EtpGlyph) * shape.n_glyphs);
  piece->runs = arena_take (self, sizeof (EtpGlyphRun) * shape.n_runs);
  memcpy (piece->runs, shape.runs, sizeof (EtpGlyphRun) * shape.n_runs);
  piece->clusters = arena_take (self, sizeof (EtpCluster) * shape.n_clusters);
  memcpy (piece->clusters, shape.clusters, sizeof (EtpCluster) * shape.n_clusters);
  piece->text = arena_take (self, length);
  memcpy (piece->text, text, length);
  return piece;
}

const EtpPiece *
etp_glyphs_get_piece (EtpGlyphs *self, guint font, const char *text, gsize length)
{
  guint32 hash = self->seed ^ (font * 0x9e3779b9u);
  EtpPiece **bucket;
  EtpPiece *piece;

  g_assert (length > 0 && length <= ETP_PIECE_MAX);
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  bucket = &self->buckets[(hash ^ (hash >> 15)) % N_BUCKETS];
  for (piece = *bucket; piece != NULL; piece = piece->next)
    if (piece->hash == hash && piece->font == font && piece->length == length
        && memcmp (piece->text, text, length) == 0)
      return piece;
  piece = shape_piece (self, font, text, length);
  piece->hash = hash;
  piece->next = *bucket;
  *bucket = piece;
  self->n_pieces++;
  return piece;
}

const EtpPiece *
etp_glyphs_get_space (EtpGlyphs *self, guint font)
{
  Font *entry = &g_array_index (self->fonts, Font, font);

  if (entry->space == NULL)
    entry->space = etp_glyphs_get_piece (self, font, " ", 1);
  return entry->space;
}
