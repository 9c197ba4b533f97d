/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The whole map on one page: as large as the map, or a sheet that it is fitted to. Paper is not
 * patient: no text may be smaller than 9 pt. The columns take the shape of the sheet; if that is not
 * enough, cards keep their titles only; if even they do not fit, the map goes on several sheets.
 * Who insists on one sheet gets it with smaller text.
 * What was done, and which sheet would have room for all, is told in the notes. */

#define EDGE 4.0 /* of the scene's own margin, what is kept: shadows reach into it */
#define NEARLY 0.9999
#define SMALLEST_PT 9.0 /* of a scene at its own size */
#define WIDEST_SHARE 1.6 /* columns are not made wider than this to fill a sheet */

static EtpScene *
build_scene (EtpPagesJob *job, double share, gboolean titles)
{
  EtpViewOptions options = { .paper = TRUE,
                             .persona = job->options->persona,
                             .column_share = share,
                             .titles = titles,
                             .free_strip = job->free_strip };

  return etp_view_build (etp_view_get (NULL), job->journey, &options, job->style, job->measurer,
                         NULL);
}

gboolean
etp_pages_build_map (EtpPagesJob *job, GError **error G_GNUC_UNUSED)
{
  g_autoptr (EtpScene) scene = build_scene (job, 0, job->options->detail == ETP_PAGES_TITLES);
  double width = etp_scene_get_width (scene), height = etp_scene_get_height (scene);
  double margin = etp_style_get_metrics (job->style)->margin;
  EtpPagesFrame frame;
  EtpPage *page;

  etp_pages_frame_init (&frame, job, width, height, margin, FALSE);
  frame.height += frame.top + frame.bottom;
  page = etp_pages_add (job->pages, ETP_PAGE_MAP, width, frame.height,
                        etp_pages_get_title (job->journey));
  etp_page_add_part (page, scene, NULL, 0, frame.top, 1);
  etp_pages_frame_add (&frame, job, page, NULL);
  return TRUE;
}

/* One way to lay the map out, and how large it would be on the sheet. */
typedef struct
{
  EtpScene *scene; /* owned */
  EtpRect source; /* without most of the margin around the map */
  double scale; /* page units for a map unit */
  double share; /* of the columns' widths */
} Attempt;

static void
attempt_clear (Attempt *self)
{
  g_clear_object (&self->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, attempt_clear)

static void
try_share (
    Attempt *self, EtpPagesJob *job, const EtpPagesFrame *frame, double share, gboolean titles)
{
  double margin = etp_style_get_metrics (job->style)->margin - EDGE;

  self->scene = build_scene (job, share, titles);
  self->share = share;
  self->source = (EtpRect){ margin, margin, etp_scene_get_width (self->scene) - 2 * margin,
                            etp_scene_get_height (self->scene) - 2 * margin };
  self->scale = MIN (frame->inner.width / self->source.width,
                     frame->inner.height / self->source.height);
}

/* Takes what is in other if that is larger on the sheet. */
static void
keep_better (Attempt *self, Attempt *other)
{
  Attempt worse = *other;

  if (other->scale > self->scale)
    {
      worse = *self;
      *self = *other;
    }
  *other = (Attempt){ NULL };
  attempt_clear (&worse);
}

/* The width of all columns for a share of 1. */
static double
get_columns_width (EtpPagesJob *job, const Attempt *first)
{
  double width = 0;

  for (guint i = 0; i < etp_scene_get_n_groups (first->scene); i++)
    if (etp_group_is_phase (etp_scene_get_group (first->scene, i)))
      width += etp_scene_get_group (first->scene, i)->rect.width;
  return width / first->share;
}

/* A sheet of which nobody said how it lies does as the map is, wide or high. */
static void
lie_down (EtpPagesJob *job, gboolean titles)
{
  g_autoptr (EtpScene) scene = NULL;

  if (!job->paper.may_turn || job->options->detail == ETP_PAGES_ONE_SHEET)
    return;
  scene = build_scene (job, 1, titles);
  if (etp_scene_get_height (scene) > etp_scene_get_width (scene)
      && !etp_paper_is_portrait (&job->paper))
    job->paper = etp_paper_turn (&job->paper);
}

/* The largest layout that is found in three attempts: as the document has it, in the shape of the
 * sheet, and as wide as the sheet is at the smallest size. */
static void
find_best (Attempt *best,
           EtpPagesJob *job,
           const EtpPagesFrame *frame,
           gboolean titles,
           double first_share)
{
  g_auto (Attempt) other = { NULL };
  double columns, fixed, shape = frame->inner.width / frame->inner.height, area, share;

  try_share (best, job, frame, first_share, titles);
  columns = get_columns_width (job, best);
  if (columns <= 0)
    return;
  fixed = best->source.width - columns * best->share;
  area = best->source.width * best->source.height;
  share = CLAMP ((sqrt (area * shape) - fixed) / columns, 0.1, WIDEST_SHARE);
  try_share (&other, job, frame, share, titles);
  keep_better (best, &other);
  share = (frame->inner.width - fixed) / columns;
  if (best->scale >= NEARLY || share < 0.1)
    return;
  try_share (&other, job, frame, MIN (share, WIDEST_SHARE), titles);
  keep_better (best, &other);
}

static gboolean
fits (const Attempt *attempt)
{
  return attempt->scale >= NEARLY;
}

static void
add_poster (EtpPagesJob *job, const EtpPagesFrame *frame, const Attempt *attempt)
{
  EtpPage *page = etp_pages_add (job->pages, ETP_PAGE_MAP, frame->width, frame->height,
                                 etp_pages_get_title (job->journey));

  etp_page_add_part (
      page, attempt->scene, &attempt->source,
      frame->inner.x + (frame->inner.width - attempt->source.width * attempt->scale) / 2,
      frame->inner.y + (frame->inner.height - attempt->source.height * attempt->scale) / 2,
      attempt->scale);
  etp_pages_frame_add (frame, job, page, NULL);
}

/* "A2", on which all of the attempt has room; NULL if no known sheet is large enough. */
static char *
dup_larger (EtpPagesJob *job, const EtpPagesFrame *frame, const Attempt *full)
{
  EtpPaper larger;

  if (!etp_paper_find_larger (&job->paper, full->source.width,
                              full->source.height + frame->top + frame->bottom, &larger))
    return NULL;
  return etp_paper_dup_label (&larger);
}

static void
note_titles (EtpPagesJob *job, const EtpPagesFrame *frame, const Attempt *full)
{
  g_autofree char *paper = etp_paper_dup_label (&job->paper);
  g_autofree char *larger = dup_larger (job, frame, full);

  if (larger != NULL)
    etp_pages_note (job->pages,
                    /* Translators: both %s are sizes of paper: "A3", "A2". */
                    _ ("On %s only titles have room, because no text is to be smaller than 9 pt; "
                       "on %s everything has."),
                    paper, larger);
  else
    etp_pages_note (job->pages,
                    /* Translators: %s is a size of paper: "A3". */
                    _ ("On %s only titles have room, because no text is to be smaller than 9 pt."),
                    paper);
}

static void
note_small (EtpPagesJob *job, const EtpPagesFrame *frame, const Attempt *full)
{
  g_autofree char *paper = etp_paper_dup_label (&job->paper);
  g_autofree char *larger = dup_larger (job, frame, full);
  const double points = SMALLEST_PT * full->scale;

  if (larger != NULL)
    etp_pages_note (job->pages,
                    /* Translators: %s are sizes of paper; %.1f is the size of the text. */
                    _ ("On %s the smallest text has %.1f pt only; on %s it can be read."), paper,
                    points, larger);
  else
    etp_pages_note (job->pages,
                    /* Translators: %s is a size of paper; %.1f is the size of the text. */
                    _ ("On %s the smallest text has %.1f pt only."), paper, points);
}

static void
note_tiles (EtpPagesJob *job, const EtpPagesFrame *frame, const Attempt *full)
{
  g_autofree char *paper = etp_paper_dup_label (&job->paper);
  g_autofree char *larger = dup_larger (job, frame, full);
  guint n = etp_pages_get_n (job->pages);

  if (larger != NULL)
    etp_pages_note (job->pages,
                    ngettext (
                        /* Translators: %s are sizes of paper, %u is a number of sheets. */
                        "On one sheet of %s text would be smaller than 9 pt, so the map goes on "
                        "%u sheet; it has room on one of %s.",
                        "On one sheet of %s text would be smaller than 9 pt, so the map goes on "
                        "%u sheets; it has room on one of %s.",
                        n),
                    paper, n, larger);
  else
    etp_pages_note (
        job->pages,
        /* Translators: %s is a size of paper, %u is a number of sheets. */
        ngettext ("On one sheet of %s text would be smaller than 9 pt, so the map goes on %u "
                  "sheet.",
                  "On one sheet of %s text would be smaller than 9 pt, so the map goes on %u "
                  "sheets.",
                  n),
        paper, n);
}

gboolean
etp_pages_build_poster (EtpPagesJob *job, GError **error)
{
  g_auto (Attempt) full = { NULL };
  g_auto (Attempt) titles = { NULL };
  EtpPagesDetail detail = job->options->detail;
  EtpPaper paper = job->paper;
  EtpPagesFrame frame;

  lie_down (job, detail == ETP_PAGES_TITLES);
  etp_pages_frame_init (&frame, job, job->paper.width, job->paper.height, job->paper.margin, FALSE);
  if (frame.inner.width <= 0 || frame.inner.height <= 0)
    return etp_pages_add_tiles (job, FALSE, error); /* which says that the paper is too small */
  find_best (&full, job, &frame, detail == ETP_PAGES_TITLES, 1);
  if (fits (&full))
    {
      add_poster (job, &frame, &full);
      return TRUE;
    }
  if (detail == ETP_PAGES_ONE_SHEET)
    {
      add_poster (job, &frame, &full);
      note_small (job, &frame, &full);
      return TRUE;
    }
  if (detail == ETP_PAGES_AUTO)
    find_best (&titles, job, &frame, TRUE, full.share);
  if (detail == ETP_PAGES_AUTO && fits (&titles))
    {
      add_poster (job, &frame, &titles);
      note_titles (job, &frame, &full);
      return TRUE;
    }
  job->paper = paper;
  if (!etp_pages_add_tiles (job, detail == ETP_PAGES_TITLES, error))
    return FALSE;
  note_tiles (job, &frame, &full);
  return TRUE;
}
