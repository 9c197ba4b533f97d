/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-pages-private.h"

/* The whole map on one page: as large as the map, or a sheet that it is fitted to. */

static EtpScene *
build_scene (EtpPagesJob *job)
{
  EtpViewOptions options = { .paper = TRUE, .persona = job->options->persona };

  return etp_view_build (etp_view_get (NULL), job->journey, &options, job->style, job->measurer,
                         NULL);
}

gboolean
etp_pages_build_map (EtpPagesJob *job, GError **error G_GNUC_UNUSED)
{
  g_autoptr (EtpScene) scene = build_scene (job);
  EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_MAP, etp_scene_get_width (scene),
                                 etp_scene_get_height (scene), etp_pages_get_title (job->journey));

  etp_page_add_part (page, scene, NULL, 0, 0, 1);
  return TRUE;
}

gboolean
etp_pages_build_poster (EtpPagesJob *job, GError **error G_GNUC_UNUSED)
{
  g_autoptr (EtpScene) scene = build_scene (job);
  EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_MAP, job->paper.width, job->paper.height,
                                 etp_pages_get_title (job->journey));
  double scale, x, y;

  etp_paper_fit (&job->paper, etp_scene_get_width (scene), etp_scene_get_height (scene), &scale, &x,
                 &y);
  etp_page_add_part (page, scene, NULL, x, y, scale);
  return TRUE;
}
