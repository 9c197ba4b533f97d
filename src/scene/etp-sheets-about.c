/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-sheets-private.h"

#include <glib/gi18n-lib.h>

#include "etp-deck.h"
#include "model/etp-fields.h"

/* Sheets that tell what is known of a persona or a touchpoint: one each, several if there is much. */

#define MARGIN 0.035 /* of the shorter side, at least */
#define LEAST_WIDTH 480.0
#define LEAST_HEIGHT 360.0

static gboolean
add_sheet (EtpPagesJob *job, const EtpPagesFrame *frame, EtpNode *about, GError **error)
{
  double scale;
  g_autoptr (GPtrArray)
      slides = etp_deck_build_sheet (job->journey, about, frame->inner.width, frame->inner.height,
                                     job->style, job->measurer, &scale);

  for (guint i = 0; i < slides->len; i++)
    {
      const EtpDeckSlide *slide = g_ptr_array_index (slides, i);
      EtpPage *page;

      if (etp_pages_get_n (job->pages) >= ETP_PAGES_MOST)
        {
          g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY,
                       /* Translators: %u is a number of sheets. */
                       _ ("There would be more than %u sheets. Choose fewer, or larger paper."),
                       (guint) ETP_PAGES_MOST);
          return FALSE;
        }
      page = etp_pages_add (job->pages, ETP_PAGE_SHEET, frame->width, frame->height, slide->title);
      etp_page_add_part (page, slide->scene, NULL, frame->inner.x, frame->inner.y, scale);
      etp_pages_frame_add (frame, job, page, NULL);
    }
  return TRUE;
}

static gboolean
check_paper (const EtpPagesJob *job, const EtpPagesFrame *frame, GError **error)
{
  g_autofree char *paper = NULL;

  if (frame->inner.width >= LEAST_WIDTH && frame->inner.height >= LEAST_HEIGHT)
    return TRUE;
  paper = etp_paper_dup_label (&job->paper);
  g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER,
               /* Translators: %s is a size of paper: "60 × 80 mm". */
               _ ("Sheets of %s are too small for a persona or touchpoint."), paper);
  return FALSE;
}

gboolean
etp_sheets_build_about (EtpPagesJob *job, EtpListKind list, GError **error)
{
  g_auto (GStrv) ids = g_strsplit (job->options->about, ",", -1);
  EtpPaper *paper = &job->paper;
  const double margin = MAX (paper->margin, MARGIN * MIN (paper->width, paper->height));
  EtpPagesFrame frame;

  etp_pages_frame_init (&frame, job, paper->width, paper->height, margin, FALSE);
  if (!check_paper (job, &frame, error))
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      EtpNode *about = etp_journey_get_node (job->journey, ids[i]);

      if (about != NULL && etp_node_get_list (about) == list
          && !add_sheet (job, &frame, about, error))
        return FALSE;
    }
  if (etp_pages_get_n (job->pages) > 0)
    return TRUE;
  g_set_error_literal (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_EMPTY,
                       list == ETP_LIST_PERSONAS
                           ? _ ("The persona of the sheet is not among what goes out.")
                           : _ ("The touchpoint of the sheet is not among what goes out."));
  return FALSE;
}
