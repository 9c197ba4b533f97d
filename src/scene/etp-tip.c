/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-tip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-names.h"
#include "etp-signs.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"
#include "model/etp-words.h"
#include "model/etp-edit-votes.h"

#define SIGN_MAX 48.0 /* what is larger is a surface, no sign */
#define NEAR 3.0 /* beside a sign that is meant */
#define TEXT_MAX 400 /* characters of one text; the inspector shows all of it */

/* A line of its own, "Head: text"; nothing without a text. */
static void
add (GString *tip, const char *head, const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (g_utf8_strlen (text, -1) > TEXT_MAX)
    {
      g_autofree char *part = g_utf8_substring (text, 0, TEXT_MAX);

      start = g_strconcat (part, "…", NULL);
    }
  g_string_append_printf (tip, "%s%s%s%s", tip->len > 0 ? "\n" : "", head != NULL ? head : "",
                          head != NULL ? ": " : "", start != NULL ? start : text);
}

static const char *
get_word (guint first, int index)
{
  return index >= 0 ? etp_words_get (NULL, (EtpWord) (first + (guint) index)) : "";
}

/* Links */

static void
add_link (GString *tip, EtpJourney *journey, EtpNode *link)
{
  const char *kind = get_word (ETP_WORD_LINK_FLOW, etp_node_get_enum (link, ETP_LINK_KIND));
  const char *quality = get_word (ETP_WORD_CONTINUITY_SEAMLESS,
                                  etp_node_get_enum (link, ETP_LINK_CONTINUITY));
  g_autofree char *from = etp_names_dup_for_id (journey, etp_node_get_text (link, ETP_LINK_FROM));
  g_autofree char *to = etp_names_dup_for_id (journey, etp_node_get_text (link, ETP_LINK_TO));
  g_autofree char *ends = g_strdup_printf ("%s → %s", from, to);
  const gboolean is_answer = etp_node_get_enum (link, ETP_LINK_KIND) == ETP_LINK_KIND_ANSWERS;
  g_autofree char *what = is_answer ? g_strdup (kind) : g_strdup_printf ("%s · %s", kind, quality);

  add (tip, NULL, ends);
  add (tip, NULL, what);
  add (tip, _ ("Carries"), etp_node_get_text (link, ETP_LINK_CARRIES));
  add (tip, _ ("Loses"), etp_node_get_text (link, ETP_LINK_LOSES));
  add (tip, _ ("Condition"), etp_node_get_text (link, ETP_LINK_CONDITION));
}

/* Cards */

/* The channels of a card, or else its touchpoint's. */
static void
add_channels (GString *tip, EtpJourney *journey, EtpNode *card)
{
  const EtpRecord *record = etp_node_record (card);
  g_autofree char *channels = etp_names_dup_list (journey, record, ETP_CARD_CHANNELS, ", ");
  const char *id = etp_node_get_text (card, ETP_CARD_TOUCHPOINT);
  EtpNode *touchpoint = *id != '\0' ? etp_journey_get_node (journey, id) : NULL;
  g_autofree char *of_touchpoint = NULL;

  if (touchpoint != NULL && etp_node_get_list (touchpoint) == ETP_LIST_TOUCHPOINTS)
    {
      const char *channel = etp_node_get_text (touchpoint, ETP_TOUCHPOINT_CHANNEL);

      add (tip, etp_words_get (NULL, ETP_WORD_TOUCHPOINT),
           etp_node_get_text (touchpoint, ETP_TOUCHPOINT_NAME));
      if (*channels == '\0' && *channel != '\0')
        of_touchpoint = etp_names_dup_for_id (journey, channel);
    }
  add (tip, etp_words_get (NULL, ETP_WORD_CHANNEL),
       of_touchpoint != NULL ? of_touchpoint : channels);
}

static void
add_pain (GString *tip, EtpJourney *journey, EtpNode *card)
{
  const EtpPlace *place = etp_outline_find (etp_journey_get_outline (journey), card);
  const gint64 severity = etp_node_get_integer (card, ETP_CARD_SEVERITY);
  const char *words = etp_words_get (NULL, ETP_WORD_PAIN_POINT);
  g_autofree char *rated = NULL;

  if (severity >= 1 && severity <= 5)
    /* Translators: how bad a pain point is, in five grades. */
    rated = g_strdup_printf (_ ("Severity %d of 5"), (int) severity);
  if (place != NULL && place->pain)
    add (tip, rated != NULL ? words : NULL, rated != NULL ? rated : words);
  else
    add (tip, NULL, rated);
}

static void
add_evidence (
    GString *tip, EtpJourney *journey, const EtpRecord *record, guint evidence, guint list)
{
  g_autofree char *sources = etp_names_dup_list (journey, record, list, ", ");

  add (tip, etp_words_get (NULL, ETP_WORD_EVIDENCE),
       get_word (ETP_WORD_EVIDENCE_ASSUMED, etp_record_get_enum (record, evidence)));
  add (tip, _ ("Sources"), sources);
}

static void
add_card (GString *tip, EtpJourney *journey, EtpNode *card)
{
  const EtpRecord *record = etp_node_record (card);
  const gint64 votes = etp_votes_count (card);
  g_autofree char *personas = etp_names_dup_list (journey, record, ETP_CARD_PERSONAS, ", ");

  add_channels (tip, journey, card);
  if (etp_node_get_boolean (card, ETP_CARD_MOMENT_OF_TRUTH))
    add (tip, NULL, etp_words_get (NULL, ETP_WORD_MOMENT_OF_TRUTH));
  add_pain (tip, journey, card);
  add_evidence (tip, journey, record, ETP_CARD_EVIDENCE, ETP_CARD_SOURCES);
  if (votes > 0)
    {
      g_autofree char *counted = etp_votes_dup_words (votes);

      add (tip, NULL, counted);
    }
  add (tip, etp_words_get (NULL, ETP_WORD_PERSONA), personas);
  if (etp_node_get_boolean (card, ETP_CARD_INTERNAL))
    add (tip, NULL, etp_words_get (NULL, ETP_WORD_INTERNAL));
}

/* The feeling of a step, whose point is filled by how sure it is. */
static void
add_point (GString *tip, EtpJourney *journey, EtpNode *card, const EtpItem *item)
{
  g_autofree char *name = etp_names_dup (journey, card);
  EtpValue *emotion = etp_card_get_emotion (card, item->sub);

  add (tip, NULL, name);
  add (tip, NULL, item->note);
  if (emotion == NULL)
    return;
  add (tip, NULL, etp_value_get_text (emotion, ETP_EMOTION_NOTE));
  add_evidence (tip, journey, etp_value_record (emotion), ETP_EMOTION_EVIDENCE,
                ETP_EMOTION_SOURCES);
}

static EtpNode *
get_node (EtpJourney *journey, const EtpItem *item)
{
  return item->node_id != NULL ? etp_journey_get_node (journey, item->node_id) : NULL;
}

static void
add_signs (GString *tip, EtpJourney *journey, const EtpItem *item)
{
  EtpNode *node = get_node (journey, item);

  if (node == NULL)
    add (tip, NULL, item->note);
  else if (item->kind == ETP_ITEM_LINK)
    add_link (tip, journey, node);
  else if (item->kind == ETP_ITEM_POINT && etp_node_get_list (node) == ETP_LIST_CARDS)
    add_point (tip, journey, node, item);
  else if ((item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_IMAGE)
           && etp_node_get_list (node) == ETP_LIST_CARDS)
    add_card (tip, journey, node);
  else
    {
      if (item->kind == ETP_ITEM_STOP)
        add (tip, NULL, item->name);
      /* That a head is folded together can be seen. */
      add (tip, NULL,
           item->kind == ETP_ITEM_PHASE_HEAD ? etp_node_get_text (node, ETP_PHASE_GOAL)
                                             : item->note);
    }
}

/* The words of something that are too small to be read, or not there. */
static void
add_words (GString *tip, EtpJourney *journey, const EtpItem *item)
{
  EtpNode *node = get_node (journey, item);

  if (item->kind == ETP_ITEM_LINK || item->kind == ETP_ITEM_POINT || item->kind == ETP_ITEM_STOP)
    return; /* their signs are all that they are */
  add (tip, NULL, item->name);
  if (node != NULL && item->kind == ETP_ITEM_CARD && etp_node_get_list (node) == ETP_LIST_CARDS)
    add (tip, NULL, etp_node_get_text (node, ETP_CARD_TEXT));
}

static char *
finish (GString *tip)
{
  return g_string_free (tip, tip->len == 0);
}

char *
etp_tip_dup_all (EtpJourney *journey, const EtpItem *item)
{
  GString *tip = g_string_new (NULL);

  add_words (tip, journey, item);
  add_signs (tip, journey, item);
  return finish (tip);
}

/* Where */

static gboolean
is_in (const EtpRect *rect, double x, double y, double around)
{
  return x >= rect->x - around && x <= rect->x + rect->width + around && y >= rect->y - around
         && y <= rect->y + rect->height + around;
}

/* The sign at a point: anything small that is no text. */
static const EtpMark *
find_sign (const EtpItem *item, double x, double y)
{
  for (guint i = item->n_marks; i-- > 0;)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type != ETP_MARK_TEXT && mark->type != ETP_MARK_IMAGE
          && mark->rect.width <= SIGN_MAX && mark->rect.height <= SIGN_MAX
          && is_in (&mark->rect, x, y, NEAR))
        return mark;
    }
  return NULL;
}

static const EtpMark *
find_shortened (const EtpItem *item, double x, double y)
{
  for (guint i = item->n_marks; i-- > 0;)
    {
      const EtpMark *mark = &item->marks[i];

      if (mark->type == ETP_MARK_TEXT && mark->text != NULL && g_str_has_suffix (mark->text, "…")
          && is_in (&mark->rect, x, y, 0))
        return mark;
    }
  return NULL;
}

/* Things that are a sign as a whole, or that are folded together. */
static gboolean
is_all_sign (EtpJourney *journey, const EtpItem *item)
{
  EtpNode *node = get_node (journey, item);

  switch ((EtpItemKind) item->kind)
    {
    case ETP_ITEM_LINK:
    case ETP_ITEM_POINT:
    case ETP_ITEM_STOP:
      return TRUE;
    case ETP_ITEM_PHASE_HEAD:
      return node != NULL && etp_node_get_boolean (node, ETP_PHASE_COLLAPSED);
    case ETP_ITEM_LANE_HEAD:
      return node != NULL && etp_node_get_boolean (node, ETP_LANE_COLLAPSED);
    default:
      return FALSE;
    }
}

static gboolean
has_words (const EtpItem *item)
{
  return item->name != NULL
         && (item->kind == ETP_ITEM_CARD || item->kind == ETP_ITEM_MEASURE
             || item->kind == ETP_ITEM_METRIC || item->kind == ETP_ITEM_IMAGE
             || item->kind == ETP_ITEM_PHASE_HEAD || item->kind == ETP_ITEM_LANE_HEAD);
}

char *
etp_tip_dup (
    EtpJourney *journey, const EtpItem *item, double x, double y, EtpDetail detail, EtpRect *area)
{
  GString *tip;
  const EtpMark *mark;

  *area = (EtpRect){ 0, 0, item->width, item->height };
  if (is_all_sign (journey, item) || (detail != ETP_DETAIL_FULL && has_words (item)))
    return etp_tip_dup_all (journey, item);
  if ((mark = find_shortened (item, x, y)) != NULL)
    {
      *area = mark->rect;
      return etp_tip_dup_all (journey, item);
    }
  if (!has_words (item) || (mark = find_sign (item, x, y)) == NULL)
    return NULL;
  *area = mark->rect;
  tip = g_string_new (NULL);
  add_signs (tip, journey, item);
  return finish (tip);
}
