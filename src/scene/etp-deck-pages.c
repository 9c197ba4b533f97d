/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck.h"
#include "etp-pages-private.h"

#include <glib/gi18n-lib.h>

/* The deck as pages. */

#define NARROWEST_WIDE 1.55 /* width by height: between 4:3 and 16:9 */
#define LEAST_WIDE 980.0 /* of the content, in somebody else's frame */

static EtpDeckRatio
choose_ratio (const EtpPagesOptions *wanted)
{
  if (wanted->frame != NULL)
    return wanted->frame->content.width < LEAST_WIDE ? ETP_DECK_CLASSIC : ETP_DECK_WIDE;
  return wanted->ratio > 0 && wanted->ratio < NARROWEST_WIDE ? ETP_DECK_CLASSIC : ETP_DECK_WIDE;
}

gboolean
etp_pages_build_deck (EtpPagesJob *job, GError **error)
{
  const EtpPagesOptions *wanted = job->options;
  EtpDeckOptions options = {
    .ratio = choose_ratio (wanted),
    .frame = wanted->frame,
    .today = wanted->today,
    .persona = wanted->persona,
    .external = wanted->external,
    .before = wanted->before,
    .before_name = wanted->before_name,
    .before_date = wanted->before_date,
    .header = wanted->header,
    .footer = wanted->footer,
    .date = wanted->date,
    .logo = wanted->logo,
  };
  g_autoptr (GPtrArray) slides = etp_deck_build (job->journey, &options, job->style, job->measurer);

  if (slides->len > ETP_PAGES_MOST)
    {
      g_set_error (
          error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY,
          /* Translators: both %u are numbers of slides. */
          _ ("The deck would have %u slides; %u are the most. Choose fewer phases or lanes."),
          slides->len, (guint) ETP_PAGES_MOST);
      return FALSE;
    }
  for (guint i = 0; i < slides->len; i++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, i);
      EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_SLIDE, slide->width, slide->height,
                                     slide->title);

      page->role = slide->role;
      etp_page_add_part (page, slide->scene, NULL, 0, 0, 1);
      etp_page_add_part (page, slide->furniture, NULL, 0, 0, 1)->is_furniture = TRUE;
    }
  return TRUE;
}
