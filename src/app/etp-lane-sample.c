/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-lane-sample.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#include "model/etp-edit.h"

/* The samples are small stories about ordering something. A few kinds show more than cards: the
 * curve and the channels need steps, measures and metrics are objects of their own. */

static const EtpLaneSample samples[] = {
  { ETP_LANE_KIND_TOUCHPOINTS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("The steps of the journey, numbered: what the customer meets"),
    { N_ ("Compares shops online"), N_ ("Orders by phone") } },
  { ETP_LANE_KIND_ACTIONS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("What the customer does"),
    { N_ ("Asks a friend for advice"), N_ ("Reads three reviews") } },
  { ETP_LANE_KIND_THOUGHTS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("What goes through the customer’s mind"),
    { N_ ("Is that really the best price?"), NULL } },
  { ETP_LANE_KIND_NEEDS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("What the customer lacks and wants to reach"),
    { N_ ("Be sure to choose the right size"), NULL } },
  { ETP_LANE_KIND_QUESTIONS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("What the customer wants to know"),
    { N_ ("Can I send it back?"), N_ ("How long does it take?") } },
  { ETP_LANE_KIND_QUOTES,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("The customer’s own words, from interviews and reviews"),
    { N_ ("I gave up after the third form."), NULL } },
  { ETP_LANE_KIND_CHANNELS,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("The path through the channels, with every switch"),
    { NULL, NULL } },
  { ETP_LANE_KIND_IMAGES,
    ETP_LANE_GROUP_CUSTOMER,
    N_ ("A storyboard: pictures that tell the steps"),
    { N_ ("In front of the shop"), NULL } },
  { ETP_LANE_KIND_EMOTION,
    ETP_LANE_GROUP_EMOTION,
    N_ ("The emotion curve: ups and downs over the steps"),
    { NULL, NULL } },
  { ETP_LANE_KIND_GAINS,
    ETP_LANE_GROUP_EMOTION,
    N_ ("What pleases the customer"),
    { N_ ("Friendly advice, no waiting"), NULL } },
  { ETP_LANE_KIND_PAINS,
    ETP_LANE_GROUP_EMOTION,
    N_ ("Where it hurts or fails for the customer"),
    { N_ ("Delivery costs appear only at the end"), NULL } },
  { ETP_LANE_KIND_FRONTSTAGE,
    ETP_LANE_GROUP_COMPANY,
    N_ ("Work of the company that the customer sees"),
    { N_ ("Sales person gives advice"), NULL } },
  { ETP_LANE_KIND_BACKSTAGE,
    ETP_LANE_GROUP_COMPANY,
    N_ ("Work that the customer does not see"),
    { N_ ("Goods are picked and packed"), NULL } },
  { ETP_LANE_KIND_SUPPORT,
    ETP_LANE_GROUP_COMPANY,
    N_ ("Processes and systems that carry both"),
    { N_ ("Stock is counted every night"), NULL } },
  { ETP_LANE_KIND_LINE,
    ETP_LANE_GROUP_COMPANY,
    N_ ("A line of a service blueprint: interaction or visibility"),
    { NULL, NULL } },
  { ETP_LANE_KIND_DEPARTMENTS,
    ETP_LANE_GROUP_COMPANY,
    N_ ("Who in the company answers for it"),
    { N_ ("Sales"), N_ ("Customer service") } },
  { ETP_LANE_KIND_MESSAGES,
    ETP_LANE_GROUP_COMPANY,
    N_ ("What the company says and promises"),
    { N_ ("Ready for you within two hours"), NULL } },
  { ETP_LANE_KIND_EVIDENCE,
    ETP_LANE_GROUP_COMPANY,
    N_ ("What the customer can see and touch"),
    { N_ ("Parcel with a handwritten note"), NULL } },
  { ETP_LANE_KIND_OPPORTUNITIES,
    ETP_LANE_GROUP_RESULTS,
    N_ ("Gaps worth closing: how might we …?"),
    { N_ ("Show all costs from the start"), NULL } },
  { ETP_LANE_KIND_IDEAS,
    ETP_LANE_GROUP_RESULTS,
    N_ ("Suggestions, not yet decided"),
    { N_ ("A button to call the shop"), NULL } },
  { ETP_LANE_KIND_MEASURES,
    ETP_LANE_GROUP_RESULTS,
    N_ ("Decided improvements with owner and date"),
    { N_ ("Name delivery costs early"), NULL } },
  { ETP_LANE_KIND_METRICS,
    ETP_LANE_GROUP_RESULTS,
    N_ ("Figures measured in the phase, and their targets"),
    { N_ ("Satisfied customers"), NULL } },
  { ETP_LANE_KIND_TEXT,
    ETP_LANE_GROUP_RESULTS,
    N_ ("Anything else that belongs to the phase"),
    { N_ ("Check again after the summer"), NULL } },
};
G_STATIC_ASSERT (G_N_ELEMENTS (samples) == ETP_N_LANE_KINDS);

const EtpLaneSample *
etp_lane_samples_get (guint *n_samples)
{
  *n_samples = G_N_ELEMENTS (samples);
  return samples;
}

const char *
etp_lane_group_get_name (EtpLaneGroup group)
{
  switch (group)
    {
    case ETP_LANE_GROUP_CUSTOMER:
      return _ ("The Customer’s View");
    case ETP_LANE_GROUP_EMOTION:
      return _ ("Emotions");
    case ETP_LANE_GROUP_COMPANY:
      return _ ("The Company’s View");
    case ETP_LANE_GROUP_RESULTS:
    case ETP_N_LANE_GROUPS:
    default:
      return _ ("Results");
    }
}

static void
set_texts (EtpJourney *journey, EtpNode *node, guint field, const char *text)
{
  const char *const texts[] = { text, NULL };
  EtpDatum datum = etp_datum_texts (&etp_node_record (node)->table->fields[field], texts);

  etp_edit_set (journey, node, field, &datum, NULL);
}

/* Three steps that go up and down, by telephone and online. */
static void
add_steps (EtpJourney *journey, EtpNode *lane, EtpNode *phase)
{
  static const double levels[] = { 0.4, -1.3, 1.6 };
  EtpNode *online = etp_edit_add (journey, ETP_LIST_CHANNELS, _ ("Online shop"), G_MAXUINT, NULL);
  EtpNode *phone = etp_edit_add (journey, ETP_LIST_CHANNELS, _ ("Telephone"), G_MAXUINT, NULL);

  etp_edit_set_text (journey, phone, ETP_CHANNEL_KIND, "offline", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      EtpNode *step = etp_edit_add_card (journey, lane, phase, G_MAXUINT, "", NULL);

      etp_edit_set_emotion_value (journey, step, NULL, levels[i], NULL);
      set_texts (journey, step, ETP_CARD_CHANNELS, etp_node_get_id (i == 1 ? phone : online));
    }
}

static void
add_measure (EtpJourney *journey, EtpNode *phase, const char *title)
{
  EtpNode *measure = etp_edit_add (journey, ETP_LIST_MEASURES, title, G_MAXUINT, NULL);

  etp_edit_set_text (journey, measure, ETP_MEASURE_PHASE, etp_node_get_id (phase), NULL);
  etp_edit_set_text (journey, measure, ETP_MEASURE_STATUS, "doing", NULL);
  etp_edit_set_text (journey, measure, ETP_MEASURE_OWNER, "Ada", NULL);
}

static void
add_metric (EtpJourney *journey, EtpNode *phase, const char *name)
{
  static const char *const dates[] = { "2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01" };
  static const double values[] = { 61, 58, 66, 72 };
  EtpNode *metric = etp_edit_add (journey, ETP_LIST_METRICS, name, G_MAXUINT, NULL);
  EtpDatum target = etp_datum_number (70);

  etp_edit_set_text (journey, metric, ETP_METRIC_AT, etp_node_get_id (phase), NULL);
  etp_edit_set_text (journey, metric, ETP_METRIC_UNIT, "%", NULL);
  etp_edit_set (journey, metric, ETP_METRIC_TARGET, &target, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    etp_edit_record_metric (journey, metric, dates[i], values[i], NULL, NULL);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A house under the sun. */
static GBytes *
draw_picture (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 480, 270);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cairo_set_source_rgb (cr, 0.76, 0.87, 0.96);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.98, 0.85, 0.42);
  cairo_arc (cr, 390, 70, 34, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.55, 0.73, 0.52);
  cairo_rectangle (cr, 0, 205, 480, 65);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.99, 0.98, 0.95);
  cairo_rectangle (cr, 130, 110, 180, 110);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.75, 0.38, 0.28);
  cairo_move_to (cr, 110, 115);
  cairo_line_to (cr, 220, 45);
  cairo_line_to (cr, 330, 115);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.36, 0.44, 0.55);
  cairo_rectangle (cr, 200, 150, 40, 70);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
add_image (EtpJourney *journey, EtpNode *card)
{
  g_autoptr (GBytes) bytes = draw_picture ();
  EtpNode *asset = etp_edit_import_asset (journey, "image/png", bytes, NULL);

  if (asset != NULL)
    etp_edit_set_text (journey, card, ETP_CARD_IMAGE, etp_node_get_id (asset), NULL);
}

static void
add_cards (EtpJourney *journey, const EtpLaneSample *sample, EtpNode *lane, EtpNode *phase)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample->texts) && sample->texts[i] != NULL; i++)
    {
      EtpNode *card = etp_edit_add_card (journey, lane, phase, G_MAXUINT, _ (sample->texts[i]),
                                         NULL);

      if (sample->kind == ETP_LANE_KIND_IMAGES)
        add_image (journey, card);
    }
}

EtpJourney *
etp_lane_sample_create_journey (const EtpLaneSample *self)
{
  EtpJourney *journey = etp_journey_new ();
  EtpNode *phase = etp_edit_insert_phase (journey, 0, "", NULL);
  EtpNode *lane = etp_edit_insert_lane (journey, 0, self->kind, NULL, NULL);
  EtpNode *steps;

  switch (self->kind)
    {
    case ETP_LANE_KIND_EMOTION:
    case ETP_LANE_KIND_CHANNELS:
      steps = etp_edit_insert_lane (journey, 1, ETP_LANE_KIND_TOUCHPOINTS, NULL, NULL);
      add_steps (journey, steps, phase);
      break;
    case ETP_LANE_KIND_MEASURES:
      add_measure (journey, phase, _ (self->texts[0]));
      break;
    case ETP_LANE_KIND_METRICS:
      add_metric (journey, phase, _ (self->texts[0]));
      break;
    default:
      add_cards (journey, self, lane, phase);
    }
  return journey;
}
