/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define N_PERSONA_COLORS 8 /* see etp_style_get_persona () */
#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-signs.h"
#include "etp-names.h"
#include "model/etp-curve-text.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-format.h"
#include "model/etp-edit-votes.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Stars, evidence, severity, votes, and the line of facts at the foot of a card. */

#define BEZIER 0.5523 /* of a quarter of a circle */
#define FACT_LINE 18.0
#define FACT_ICON 12.0
#define FACT_GAP 12.0
#define VOTE_RADIUS 3.5
#define VOTE_STEP 9.5
#define MAX_DOTS 8
/* Larger in a room. */
#define SCALED(length) ((length) *etp_style_get_metrics (self->style)->scale)

void
etp_sign_star (EtpDraft *draft, EtpStyle *style, EtpRect rect)
{
  double cx = rect.x + rect.width / 2, cy = rect.y + rect.height * 0.53;
  double outer = rect.width / 2 - 0.5;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < 10; i++)
        {
          double angle = -G_PI / 2 + i * G_PI / 5;
          double radius = i % 2 == 0 ? outer : outer * 0.47;
          double x = cx + radius * cos (angle), y = cy + radius * sin (angle);

          if (i == 0)
            etp_draft_move_to (draft, x, y);
          else
            etp_draft_line_to (draft, x, y);
        }
      etp_draft_close (draft);
      if (pass == 0)
        etp_draft_fill (draft, etp_style_get_color (style, ETP_COLOR_STAR), ETP_FILL_SOLID);
      else
        etp_draft_stroke (draft, etp_style_get_color (style, ETP_COLOR_STAR_OUTLINE), 1.1,
                          ETP_STROKE_SOLID);
    }
}

void
etp_sign_friction (EtpDraft *draft, double x, double y, double radius, EtpRgba ink, EtpRgba surface)
{
  double reach = radius * 0.36;

  etp_draft_circle (draft, x, y, radius - 2.5, surface, ink, 1.5);
  etp_draft_move_to (draft, x - reach, y);
  etp_draft_curve_to (draft, x - reach / 2, y - reach, x + reach / 2, y + reach, x + reach, y);
  etp_draft_stroke (draft, ink, 1.5, ETP_STROKE_SOLID);
}

void
etp_sign_evidence (EtpDraft *draft,
                   double x,
                   double y,
                   double radius,
                   int evidence,
                   EtpRgba color,
                   EtpRgba surface)
{
  double k = radius * BEZIER;

  etp_draft_circle (draft, x, y, radius, evidence == ETP_EVIDENCE_MEASURED ? color : surface, color,
                    1.5);
  if (evidence != ETP_EVIDENCE_OBSERVED)
    return;
  etp_draft_move_to (draft, x, y - radius);
  etp_draft_curve_to (draft, x - k, y - radius, x - radius, y - k, x - radius, y);
  etp_draft_curve_to (draft, x - radius, y + k, x - k, y + radius, x, y + radius);
  etp_draft_close (draft);
  etp_draft_fill (draft, color, ETP_FILL_SOLID);
}

guint
etp_sign_get_shape (guint index)
{
  return (index + index / N_PERSONA_COLORS) % 4;
}

void
etp_sign_curve (EtpDraft *draft, double x, double y, double width, guint shape, EtpRgba color)
{
  const double middle = x + width / 2, r = width / 4;

  etp_draft_line (draft, x, y, x + width, y, color, width / 6, ETP_STROKE_SOLID);
  switch (shape)
    {
    case 0:
      etp_draft_circle (draft, middle, y, r, color, 0, 0);
      break;
    case 1:
      etp_draft_box (draft, (EtpRect){ middle - r, y - r, 2 * r, 2 * r }, 0, color, 0, 0);
      break;
    default:
      etp_draft_move_to (draft, middle, y - r * 1.3);
      etp_draft_line_to (draft, middle + r * 1.3, shape == 2 ? y : y + r);
      if (shape == 2)
        etp_draft_line_to (draft, middle, y + r * 1.3);
      etp_draft_line_to (draft, middle - r * 1.3, shape == 2 ? y : y + r);
      etp_draft_close (draft);
      etp_draft_fill (draft, color, ETP_FILL_SOLID);
      break;
    }
}

void
etp_sign_severity (
    EtpDraft *draft, double x, double y, gint64 severity, EtpRgba ink, EtpRgba surface)
{
  EtpRgba faint = etp_rgba_mix (ink, surface, 0.25);

  for (gint i = 0; i < 5; i++)
    {
      double height = 4 + 2 * i;

      etp_draft_box (draft, (EtpRect){ x + 5 * i, y + 12 - height, 3, height }, 1,
                     i < severity ? ink : faint, 0, 0);
    }
}

void
etp_flow_init (EtpFlow *self, EtpDraft *draft, EtpStyle *style, double left, double y, double width)
{
  *self = (EtpFlow){ draft, style, left, width, left, y, 0 };
}

/* Where a fact of this width goes: behind the last one or on a new line. */
static void
make_room (EtpFlow *self, double width)
{
  if (self->x > self->left && self->x + width > self->left + self->width)
    {
      self->x = self->left;
      self->y += SCALED (FACT_LINE);
    }
  self->n++;
}

/* ETP_ICON_NONE: words alone. */
static void
add_fact (EtpFlow *self, EtpIcon icon, const char *text, EtpRgba ink)
{
  double offset = icon != ETP_ICON_NONE ? SCALED (FACT_ICON + 5) : 0;
  double width, room;

  if (text[0] == '\0')
    return;
  width = offset + etp_draft_text_width (self->draft, text, ETP_TYPE_SMALL);
  make_room (self, width);
  etp_draft_icon (
      self->draft, icon,
      (EtpRect){ self->x, self->y + SCALED (3), SCALED (FACT_ICON), SCALED (FACT_ICON) }, ink);
  room = self->left + self->width - self->x - offset;
  if (width - offset > room)
    {
      double height = etp_draft_text (self->draft, self->x + offset, self->y + 1, MAX (room, 24),
                                      text, ETP_TYPE_SMALL, ink, ETP_ALIGN_START);

      self->x = self->left + self->width;
      self->y += height - etp_style_get_line_height (self->style, ETP_TYPE_SMALL);
      return;
    }
  etp_draft_text (self->draft, self->x + offset, self->y + 1, 0, text, ETP_TYPE_SMALL, ink,
                  ETP_ALIGN_START);
  self->x += width + SCALED (FACT_GAP);
}

/* Dots as people stick them; many are a dot and a number. */
void
etp_flow_add_votes (EtpFlow *self, gint64 count)
{
  EtpRgba color = etp_style_get_named (self->style, "pink", 0);
  guint dots = count > MAX_DOTS ? 1 : (guint) count;
  double width = dots * SCALED (VOTE_STEP);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  if (count <= 0)
    return;
  if (count > MAX_DOTS)
    width += 2 + etp_draft_text_width (self->draft, number, ETP_TYPE_SMALL_STRONG);
  make_room (self, width);
  for (guint i = 0; i < dots; i++)
    etp_draft_circle (self->draft, self->x + SCALED (VOTE_RADIUS) + i * SCALED (VOTE_STEP),
                      self->y + SCALED (9), SCALED (VOTE_RADIUS), color, 0, 0);
  if (count > MAX_DOTS)
    etp_draft_text (self->draft, self->x + SCALED (VOTE_STEP) + 2, self->y + 1, 0, number,
                    ETP_TYPE_SMALL_STRONG, etp_style_get_text_ink (self->style, color),
                    ETP_ALIGN_START);
  self->x += width + SCALED (FACT_GAP);
}

double
etp_flow_get_height (EtpFlow *self, double top)
{
  return self->n > 0 ? self->y + etp_flow_get_line_height (self->style) - top : 0;
}

double
etp_flow_get_line_height (EtpStyle *style)
{
  return FACT_LINE * etp_style_get_metrics (style)->scale;
}

/* Names of the nodes that a field refers to, "ERP, CRM"; NULL if there are none. */
static char *
join_names (EtpMap *map, EtpNode *card, guint field, EtpListKind list, guint name_field)
{
  guint n = etp_node_get_length (card, field);
  g_autoptr (GString) names = NULL;

  for (guint i = 0; i < n; i++)
    {
      EtpNode *node = etp_journey_get_node (map->journey, etp_node_get_text_at (card, field, i));
      const char *name;

      if (node == NULL || etp_node_get_list (node) != list)
        continue;
      name = etp_node_get_text (node, name_field);
      if (names == NULL)
        names = g_string_new (name);
      else
        g_string_append_printf (names, ", %s", name);
    }
  return names != NULL ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_names (EtpFlow *self,
           EtpMap *map,
           EtpNode *card,
           guint field,
           EtpListKind list,
           guint name_field,
           EtpIcon icon)
{
  g_autofree char *names = join_names (map, card, field, list, name_field);

  /* A card that is called by these names does not say them twice. */
  if (names != NULL && strcmp (names, etp_node_get_text (card, ETP_CARD_TITLE)) != 0)
    add_fact (self, icon, names, etp_style_get_color (self->style, ETP_COLOR_DIM));
}

static void
add_times (EtpFlow *self, EtpMap *map, EtpNode *card)
{
  const char *duration = etp_node_get_text (card, ETP_CARD_DURATION);
  const char *wait = etp_node_get_text (card, ETP_CARD_WAIT_TIME);
  EtpRgba dim = etp_style_get_color (self->style, ETP_COLOR_DIM);

  if (duration[0] != '\0')
    {
      g_autofree char *text = etp_format_duration (duration, map->language);

      add_fact (self, ETP_ICON_CLOCK, text, dim);
    }
  if (wait[0] != '\0')
    {
      g_autofree char *time = etp_format_duration (wait, map->language);
      g_autofree char *text = g_strdup_printf (
          "%s: %s", etp_words_get (map->language, ETP_WORD_WAIT_TIME), time);

      add_fact (self, ETP_ICON_NONE, text, dim);
    }
}

/* The file's name without its ending is what people call the other journey. */
static void
add_sub_journey (EtpFlow *self, EtpNode *card)
{
  g_autofree char *name = etp_names_dup_sub_journey (etp_node_record (card));

  if (name[0] == '\0')
    return;
  add_fact (self, ETP_ICON_SUB_JOURNEY, name, etp_style_get_color (self->style, ETP_COLOR_DIM));
}

void
etp_flow_add_card (EtpFlow *self, EtpMap *map, EtpNode *card, gboolean with_owners)
{
  EtpNodeList *personas = etp_journey_get_list (map->journey, ETP_LIST_PERSONAS);

  add_times (self, map, card);
  if (with_owners)
    {
      add_names (self, map, card, ETP_CARD_UNITS, ETP_LIST_UNITS, ETP_UNIT_NAME,
                 ETP_ICON_DEPARTMENT);
      add_names (self, map, card, ETP_CARD_SYSTEMS, ETP_LIST_SYSTEMS, ETP_SYSTEM_NAME,
                 ETP_ICON_DATABASE);
    }
  if (etp_node_list_get_length (personas) > 1)
    add_names (self, map, card, ETP_CARD_PERSONAS, ETP_LIST_PERSONAS, ETP_PERSONA_NAME,
               ETP_ICON_PERSON);
  add_sub_journey (self, card);
  if (etp_node_get_boolean (card, ETP_CARD_INTERNAL))
    add_fact (self, ETP_ICON_INTERNAL, etp_words_get (map->language, ETP_WORD_INTERNAL),
              etp_style_get_color (self->style, ETP_COLOR_DIM));
  etp_flow_add_votes (self, etp_votes_count (card) + self->more_votes);
}

/* Whose it is where there are several personas; "": nobody's in particular, or the only one's. */
static const char *
get_feeling_owner (EtpNode *card, EtpValue *emotion)
{
  EtpJourney *journey = etp_node_get_journey (card);
  const char *id = etp_value_get_text (emotion, ETP_EMOTION_PERSONA);
  EtpNode *persona = journey != NULL && id[0] != '\0' ? etp_journey_get_node (journey, id) : NULL;

  if (persona == NULL || etp_node_get_list (persona) != ETP_LIST_PERSONAS
      || etp_node_list_get_length (etp_journey_get_list (journey, ETP_LIST_PERSONAS)) < 2)
    return "";
  return etp_node_get_text (persona, ETP_PERSONA_NAME);
}

/* The feeling, or where the curve is if it has no word. */
static void
add_feeling (GPtrArray *words, EtpNode *card, EtpValue *emotion)
{
  const char *feeling = etp_value_get_text (emotion, ETP_EMOTION_FEELING);
  const char *owner = get_feeling_owner (card, emotion);
  g_autofree char *value = etp_emotion_format (etp_emotion_get_level (emotion), NULL);
  g_autofree char *said = NULL;

  if (feeling[0] != '\0')
    said = g_strdup (feeling);
  else if (value[0] != '\0')
    /* Translators: what a screen reader says of a card whose emotion has no word; %s is a number
     * from −2 to +2. */
    said = g_strdup_printf (_ ("emotion %s"), value);
  if (said != NULL)
    g_ptr_array_add (words, g_strconcat (owner, owner[0] != '\0' ? ": " : "", said, NULL));
}

char *
etp_votes_dup_words (gint64 votes)
{
  /* Translators: how many sticky dots people gave to a card. */
  return g_strdup_printf (ngettext ("%u vote", "%u votes", (gulong) votes), (guint) votes);
}

const char *
etp_card_get_spoken (EtpNode *card, const char *language)
{
  const char *title = etp_node_get_text (card, ETP_CARD_TITLE);
  const char *text = etp_node_get_text (card, ETP_CARD_TEXT);

  if (title[0] != '\0')
    return title;
  if (text[0] == '\0' && etp_node_get_text (card, ETP_CARD_IMAGE)[0] != '\0')
    return etp_words_get (language, ETP_WORD_IMAGE);
  return text;
}

char *
etp_card_dup_note (EtpNode *card, gboolean pain, gint64 more_votes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n = etp_node_get_length (card, ETP_CARD_EMOTIONS);
  int evidence = etp_node_get_enum (card, ETP_CARD_EVIDENCE);
  gint64 votes = etp_votes_count (card) + more_votes;

  for (guint i = 0; i < n; i++)
    add_feeling (words, card, etp_node_get_value_at (card, ETP_CARD_EMOTIONS, i));
  if (etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH))
    g_ptr_array_add (words, g_strdup (etp_words_get (NULL, ETP_WORD_MOMENT_OF_TRUTH)));
  if (pain)
    g_ptr_array_add (words, g_strdup (etp_words_get (NULL, ETP_WORD_PAIN_POINT)));
  if (evidence > ETP_EVIDENCE_ASSUMED)
    g_ptr_array_add (
        words, g_strdup (etp_words_get (NULL, (EtpWord) (ETP_WORD_EVIDENCE_ASSUMED + evidence))));
  if (votes > 0)
    g_ptr_array_add (words, etp_votes_dup_words (votes));
  if (etp_node_get_boolean (card, ETP_CARD_INTERNAL))
    g_ptr_array_add (words, g_strdup (etp_words_get (NULL, ETP_WORD_INTERNAL)));
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}
