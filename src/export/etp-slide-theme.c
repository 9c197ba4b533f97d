/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-export"

#include "config.h"

#include "etp-slide-theme.h"

#include <math.h>

#include "etp-xml.h"
#include "model/etp-fields.h"

/* Tints on white are written as programs for presentations make them: the luminance of the slot's
 * colour times lumMod plus lumOff, its saturation times satMod (ECMA-376, 20.1.2.3.20 ff.). Mixing a
 * share t of a colour into white gives luminance t · L + 1 - t; the chroma becomes t times what it
 * was, and so the saturation stays if L is at least 1/2, else it is S · L / (1 - L). */

#define READABLE 4.5 /* WCAG 2.1, AA */
#define WHITE 0xffffffffu
#define DIM_MOD 0.65
#define VISIBLE 1.8

static const char *const slot_names[ETP_N_SLOTS] = { "tx1",     "bg1",     "tx2",     "bg2",
                                                     "accent1", "accent2", "accent3", "accent4",
                                                     "accent5", "accent6", "hlink",   "folHlink" };

/* How a colour of the style is made from a slot's. */
typedef struct
{
  EtpThemeSlot slot;
  double share; /* of the slot's colour in white; 1: the colour itself */
  gboolean is_kin; /* only of the same hue: the slot's colour in another theme, its own in ours */
} Known;

static double
get_channel (EtpRgba color, guint index)
{
  return (color >> (24 - 8 * index) & 0xff) / 255.0;
}

static EtpRgba
make_color (const double rgb[3])
{
  EtpRgba color = 0xff;

  for (guint i = 0; i < 3; i++)
    color |= (EtpRgba) lround (CLAMP (rgb[i], 0, 1) * 255) << (24 - 8 * i);
  return color;
}

static void
get_hsl (EtpRgba color, double hsl[3])
{
  const double r = get_channel (color, 0), g = get_channel (color, 1), b = get_channel (color, 2);
  const double most = MAX (r, MAX (g, b)), least = MIN (r, MIN (g, b)), range = most - least;

  hsl[0] = hsl[1] = 0;
  hsl[2] = (most + least) / 2;
  if (range <= 0)
    return;
  hsl[1] = range / (1 - fabs (2 * hsl[2] - 1));
  if (most == r)
    hsl[0] = fmod ((g - b) / range + 6, 6);
  else if (most == g)
    hsl[0] = (b - r) / range + 2;
  else
    hsl[0] = (r - g) / range + 4;
}

static EtpRgba
from_hsl (const double hsl[3])
{
  const double chroma = (1 - fabs (2 * hsl[2] - 1)) * hsl[1];
  const double x = chroma * (1 - fabs (fmod (hsl[0], 2) - 1)), m = hsl[2] - chroma / 2;
  /* The place of chroma and of x among red, green and blue in each sixth of the circle. */
  static const guint8 places[6][2] = { { 0, 1 }, { 1, 0 }, { 1, 2 }, { 2, 1 }, { 2, 0 }, { 0, 2 } };
  const guint sixth = (guint) CLAMP (hsl[0], 0, 5.999);
  double rgb[3] = { m, m, m };

  rgb[places[sixth][0]] += chroma;
  rgb[places[sixth][1]] += x;
  return make_color (rgb);
}

static EtpRgba
change_luminance (EtpRgba color, double mod, double off)
{
  double hsl[3];

  get_hsl (color, hsl);
  hsl[2] = CLAMP (hsl[2] * mod + off, 0, 1);
  return from_hsl (hsl);
}

static Known *
know (EtpSlideTheme *self, EtpRgba color, EtpThemeSlot slot, double share)
{
  Known *known;

  if ((color & 0xff) != 0xff || g_hash_table_contains (self->known, GUINT_TO_POINTER (color)))
    return NULL;
  known = g_new (Known, 1);
  *known = (Known){ slot, share, FALSE };
  g_hash_table_insert (self->known, GUINT_TO_POINTER (color), known);
  return known;
}

static void
know_kin (EtpSlideTheme *self, EtpRgba color, EtpThemeSlot slot)
{
  Known *known = know (self, color, slot, 1);

  if (known != NULL)
    known->is_kin = TRUE;
}

/* A tint on white, if it is one. */
static void
know_tint (EtpSlideTheme *self, EtpRgba tint, EtpThemeSlot slot)
{
  const EtpRgba full = self->own[slot];
  double widest = 0, share = 0;

  for (guint i = 0; i < 3; i++)
    {
      const double range = 1 - get_channel (full, i);

      if (range <= widest)
        continue;
      widest = range;
      share = (1 - get_channel (tint, i)) / range;
    }
  share = round (share * 100) / 100;
  if (share <= 0 || share >= 1
      || etp_rgba_contrast (tint, etp_rgba_mix (full, WHITE, share)) > 1.02)
    return;
  know (self, tint, slot, share);
}

static void
know_accent (EtpSlideTheme *self, EtpThemeSlot slot)
{
  const EtpRgba color = self->own[slot];

  know (self, color, slot, 1);
  if (self->own[ETP_SLOT_GROUND] == WHITE)
    {
      know_tint (self, etp_style_get_phase_tint (self->style, color), slot);
      know_tint (self, etp_style_get_head_tint (self->style, color), slot);
      know_tint (self, etp_style_get_surface (self->style, color), slot);
      know_tint (self, etp_style_get_surface_ring (self->style, color), slot);
    }
}

static const char *
get_accent (EtpJourney *journey)
{
  EtpValue *theme = etp_node_get_value (ETP_NODE (journey), ETP_JOURNEY_THEME);

  return theme != NULL ? etp_value_get_text (theme, ETP_THEME_ACCENT) : "";
}

/* The colours of the phases, each once, then hues that are left. */
static void
choose_accents (EtpSlideTheme *self, EtpJourney *journey)
{
  static const char *const hues[] = { "blue", "purple", "teal", "pink", "amber", "green", "slate" };
  EtpNodeList *phases = etp_journey_get_list (journey, ETP_LIST_PHASES);
  const guint n_phases = etp_node_list_get_length (phases);
  const char *accent = get_accent (journey);
  guint n = 0;

  for (guint i = 0; i < n_phases + G_N_ELEMENTS (hues) && n < 6; i++)
    {
      EtpRgba color = etp_style_get_color (self->style, ETP_COLOR_FOCUS);
      gboolean is_new = TRUE;

      if (i < n_phases)
        color = etp_style_get_phase (
            self->style, i, n_phases,
            etp_node_get_text (etp_node_list_get (phases, i), ETP_PHASE_COLOR), accent);
      else
        color = etp_style_get_named (self->style, hues[i - n_phases], color);
      for (guint k = 0; k < n; k++)
        is_new = is_new && self->own[ETP_SLOT_ACCENT + k] != color;
      if (is_new)
        self->own[ETP_SLOT_ACCENT + n++] = color;
    }
}

void
etp_slide_theme_init (EtpSlideTheme *self, EtpJourney *journey, EtpStyle *style)
{
  EtpRgba accent;

  *self = (EtpSlideTheme){ .style = g_object_ref (style) };
  self->known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->own[ETP_SLOT_TEXT] = etp_style_get_color (style, ETP_COLOR_INK);
  self->own[ETP_SLOT_GROUND] = etp_style_get_color (style, ETP_COLOR_PAPER);
  self->own[ETP_SLOT_TEXT_2] = etp_style_get_color (style, ETP_COLOR_DIM);
  choose_accents (self, journey);
  self->own[ETP_SLOT_GROUND_2] = etp_style_get_phase_tint (style, self->own[ETP_SLOT_ACCENT]);
  self->own[ETP_SLOT_LINK] = etp_style_get_color (style, ETP_COLOR_FOCUS);
  self->own[ETP_SLOT_VISITED] = etp_style_get_named (style, "purple", self->own[ETP_SLOT_LINK]);
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    self->actual[i] = self->own[i];
  self->behind = self->own[ETP_SLOT_GROUND];
  for (guint i = 0; i < 3; i++)
    know (self, self->own[i], (EtpThemeSlot) i, 1);
  for (guint i = 0; i < 6; i++)
    know_accent (self, (EtpThemeSlot) (ETP_SLOT_ACCENT + i));
  for (guint i = 0; i < 6; i++)
    know_kin (self, etp_style_get_text_ink (style, self->own[ETP_SLOT_ACCENT + i]),
              (EtpThemeSlot) (ETP_SLOT_ACCENT + i));
  accent = etp_style_get_phase (style, 0, 1, "", get_accent (journey));
  know_kin (self, accent, ETP_SLOT_ACCENT);
  know_kin (self, etp_style_get_text_ink (style, accent), ETP_SLOT_ACCENT);
}

void
etp_slide_theme_clear (EtpSlideTheme *self)
{
  g_clear_object (&self->style);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

void
etp_slide_theme_set_actual (EtpSlideTheme *self, const EtpRgba *actual, EtpRgba behind)
{
  self->has_template = TRUE;
  self->behind = behind | 0xff;
  for (guint i = 0; i < ETP_N_SLOTS; i++)
    self->actual[i] = actual[i] | 0xff;
}

static const Known *
find_known (const EtpSlideTheme *self, EtpRgba color)
{
  const Known *known = g_hash_table_lookup (self->known, GUINT_TO_POINTER (color | 0xff));

  if (known != NULL && known->is_kin && !self->has_template)
    return NULL;
  /* An accent that vanishes on their ground is none for lines and signs. */
  if (known != NULL && self->has_template && known->share == 1 && known->slot >= ETP_SLOT_ACCENT
      && etp_rgba_contrast (self->actual[known->slot], self->behind) < VISIBLE)
    return NULL;
  /* Tints of white vanish on a ground that is dark. */
  if (known != NULL && known->share < 1 && etp_rgba_contrast (self->behind, WHITE) > 2)
    return NULL;
  return known;
}

/* In another theme, text that steps back is a paler text: its second colour may be anything. */
static double
get_dim_off (const EtpSlideTheme *self)
{
  return etp_rgba_contrast (self->actual[ETP_SLOT_TEXT], WHITE) > 4 ? 1 - DIM_MOD : 0;
}

EtpRgba
etp_slide_theme_resolve (const EtpSlideTheme *self, EtpRgba color)
{
  const Known *known = find_known (self, color);

  if (known == NULL)
    return color | 0xff;
  if (known->slot == ETP_SLOT_TEXT_2 && self->has_template)
    return change_luminance (self->actual[ETP_SLOT_TEXT], DIM_MOD, get_dim_off (self));
  if (known->share < 1)
    return etp_rgba_mix (self->actual[known->slot], WHITE, known->share);
  return self->actual[known->slot];
}

static void
add_changed (GString *out, const char *name, double mod, double off, double saturation, guint alpha)
{
  g_string_append (out, "<a:schemeClr val=\"");
  g_string_append (out, name);
  if (mod >= 1 && alpha == 0xff)
    {
      g_string_append (out, "\"/>");
      return;
    }
  g_string_append (out, "\">");
  if (mod < 1)
    {
      g_string_append (out, "<a:lumMod val=\"");
      etp_xml_add_int (out, lround (mod * 100) * 1000);
      g_string_append (out, "\"/>");
    }
  if (off > 0)
    {
      g_string_append (out, "<a:lumOff val=\"");
      etp_xml_add_int (out, lround (off * 100) * 1000);
      g_string_append (out, "\"/>");
    }
  if (saturation < 1)
    {
      g_string_append (out, "<a:satMod val=\"");
      etp_xml_add_int (out, lround (saturation * 100) * 1000);
      g_string_append (out, "\"/>");
    }
  if (alpha < 0xff)
    {
      g_string_append (out, "<a:alpha val=\"");
      etp_xml_add_int (out, lround (alpha * 1000 / 2.55));
      g_string_append (out, "\"/>");
    }
  g_string_append (out, "</a:schemeClr>");
}

static void
add_plain (GString *out, EtpRgba color)
{
  const guint alpha = color & 0xff;

  g_string_append (out, "<a:srgbClr val=\"");
  etp_xml_add_rgb (out, color);
  if (alpha == 0xff)
    {
      g_string_append (out, "\"/>");
      return;
    }
  g_string_append (out, "\"><a:alpha val=\"");
  etp_xml_add_int (out, lround (alpha * 1000 / 2.55));
  g_string_append (out, "\"/></a:srgbClr>");
}

/* White takes saturation from a dark colour too: S · L / (1 - L), see above. */
static double
get_tint_saturation (EtpRgba color, double share)
{
  double hsl[3];

  get_hsl (color, hsl);
  return share < 1 && hsl[2] < 0.5 ? hsl[2] / (1 - hsl[2]) : 1;
}

void
etp_slide_theme_add (const EtpSlideTheme *self, GString *out, EtpRgba color)
{
  const Known *known = find_known (self, color);

  if (known != NULL && known->slot == ETP_SLOT_TEXT_2 && self->has_template)
    add_changed (out, "tx1", DIM_MOD, get_dim_off (self), 1, color & 0xff);
  else if (known != NULL)
    add_changed (out, slot_names[known->slot], known->share, 1 - known->share,
                 get_tint_saturation (self->actual[known->slot], known->share), color & 0xff);
  else
    add_plain (out, color);
}

void
etp_slide_theme_add_text (const EtpSlideTheme *self, GString *out, EtpRgba color, EtpRgba ground)
{
  const EtpRgba behind = ground != 0 ? etp_slide_theme_resolve (self, ground) : self->behind;
  const EtpRgba full = etp_slide_theme_resolve (self, color);
  const Known *known = find_known (self, color);

  if (!self->has_template || etp_rgba_contrast (full, behind) >= READABLE)
    {
      etp_slide_theme_add (self, out, color);
      return;
    }
  for (guint percent = 75; known != NULL && known->share == 1 && percent >= 25; percent -= 25)
    if (etp_rgba_contrast (change_luminance (full, percent / 100.0, 0), behind) >= READABLE)
      {
        add_changed (out, slot_names[known->slot], percent / 100.0, 0, 1, 0xff);
        return;
      }
  /* Text or ground of their own theme, whichever is seen better. */
  if (etp_rgba_contrast (self->actual[ETP_SLOT_TEXT], behind)
      >= etp_rgba_contrast (self->actual[ETP_SLOT_GROUND], behind))
    add_changed (out, "tx1", 1, 0, 1, 0xff);
  else
    add_changed (out, "bg1", 1, 0, 1, 0xff);
}
