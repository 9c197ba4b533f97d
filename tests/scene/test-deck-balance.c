/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-tests"

#include "config.h"

#include "deck-test.h"
#include "etp-test-build.h"
#include "model/etp-tables.h"
#include "scene-test.h"

#include <string.h>

/* Decks: no slide is begun for a card or two. */

#define END ETP_TEST_END

/* How far down a slide its content goes, in parts of its height; the foot is furniture. */
static double
get_end (const EtpDeckSlide *slide)
{
  double end = 0;

  for (guint c = 0; c < etp_scene_get_n_cells (slide->scene); c++)
    for (guint i = 0; i < etp_scene_get_cell (slide->scene, c)->cell->n_items; i++)
      {
        const EtpPlaced *placed = &etp_scene_get_cell (slide->scene, c)->cell->items[i];

        if (placed->item->kind != ETP_ITEM_FILL)
          end = MAX (end, placed->y + placed->item->height);
      }
  return end / slide->height;
}

/* However many measures there are, the last slide of them is not left with one alone. */
static void
test_balanced (void)
{
  for (guint n = 4; n <= 24; n++)
    {
      g_autoptr (EtpJourney) journey = etp_test_journey_new_sample ();
      g_autoptr (GPtrArray) slides = NULL;
      const EtpDeckSlide *last = NULL;
      guint n_slides;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("more%u", i);

          etp_test_add (journey, ETP_LIST_MEASURES, id, ETP_MEASURE_TITLE, "Do something about it",
                        ETP_MEASURE_PHASE, "buy", END);
        }
      slides = deck_test_build_checked (journey, &(EtpDeckOptions){ .ratio = ETP_DECK_CLASSIC });
      n_slides = deck_test_count (slides, "measures");
      for (guint i = 0; i < slides->len; i++)
        {
          const EtpDeckSlide *slide = g_ptr_array_index (slides, i);

          if (strcmp (slide->role, "measures") == 0)
            last = slide;
        }
      g_assert_nonnull (last);
      if (n_slides > 1)
        g_assert_cmpfloat (get_end (last), >, 0.45);
    }
}

/* However many notes a phase has, none of its slides is begun for a card or two. */
static void
test_phase_slides (void)
{
  guint n_saved = 0;

  for (guint r = 0; r < 2; r++)
    for (guint n = 0; n <= 24; n++)
      {
        const EtpDeckOptions options = { .ratio = r == 0 ? ETP_DECK_WIDE : ETP_DECK_CLASSIC };
        g_autoptr (EtpJourney) journey = etp_journey_new ();
        g_autoptr (GPtrArray) slides = NULL;
        const EtpDeckSlide *last = NULL;
        guint n_slides = 0;

        etp_test_add (journey, ETP_LIST_PHASES, "p", ETP_PHASE_NAME, "Phase", END);
        etp_test_add (journey, ETP_LIST_PERSONAS, "max", ETP_PERSONA_NAME, "Max", END);
        etp_test_add (journey, ETP_LIST_LANES, "steps", ETP_LANE_KIND, "touchpoints", END);
        etp_test_add (journey, ETP_LIST_LANES, "mood", ETP_LANE_KIND, "emotion", END);
        etp_test_add (journey, ETP_LIST_LANES, "notes", ETP_LANE_KIND, "thoughts", END);
        for (guint i = 0; i < 2; i++)
          {
            g_autofree char *id = g_strdup_printf ("s%u", i);

            etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "steps", ETP_CARD_PHASE, "p",
                          ETP_CARD_TITLE, "A step", ETP_CARD_EMOTIONS,
                          etp_test_value (&etp_emotion_table, ETP_EMOTION_PERSONA, "max",
                                          ETP_EMOTION_VALUE, 1.0 - 2 * i, END),
                          NULL, END);
          }
        for (guint i = 0; i < n; i++)
          {
            g_autofree char *id = g_strdup_printf ("n%u", i);

            etp_test_add (journey, ETP_LIST_CARDS, id, ETP_CARD_LANE, "notes", ETP_CARD_PHASE, "p",
                          ETP_CARD_TITLE, "What somebody thinks there, in so many words, twice",
                          END);
          }
        slides = deck_test_build_checked (journey, &options);
        for (guint i = 0; i < slides->len; i++)
          {
            const EtpDeckSlide *slide = g_ptr_array_index (slides, i);

            if (strcmp (slide->role, "phase") != 0)
              continue;
            last = slide;
            n_slides++;
          }
        g_assert_nonnull (last);
        if (n_slides > 1)
          g_assert_cmpfloat (get_end (last), >, 0.45);
        n_saved += n_slides == 1;
      }
  g_assert_cmpuint (n_saved, >, 8);
}

/* Of whom hardly anything is known do not get a slide each. */
static void
test_persona_cards (void)
{
  for (guint n = 1; n <= 8; n++)
    {
      g_autoptr (EtpJourney) journey = etp_journey_new ();
      g_autoptr (GPtrArray) slides = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *id = g_strdup_printf ("p%u", i);
          g_autofree char *name = g_strdup_printf ("Person %u", i);

          etp_test_add (journey, ETP_LIST_PERSONAS, id, ETP_PERSONA_NAME, name, ETP_PERSONA_ROLE,
                        "Buyer", END);
        }
      slides = deck_test_build_checked (journey, NULL);
      g_assert_cmpuint (deck_test_count (slides, "persona"), ==, 1);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("Person %u", i);

          g_assert_true (deck_test_has_text (slides, "persona", name)
                         || (n == 1 && deck_test_has_text (slides, "persona", "Person 0, Buyer")));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/deck/balanced", test_balanced);
  g_test_add_func ("/scene/deck/phase-slides", test_phase_slides);
  g_test_add_func ("/scene/deck/persona-cards", test_persona_cards);
  return g_test_run ();
}
