/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-report-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "etp-map.h"
#include "etp-slide-box.h"
#include "etp-slide.h"
#include "model/etp-words.h"

/* Blocks below each other on upright sheets. A row of boxes is what is put at once: one paragraph, a
 * label with its text, or the cells of a table's row. */

#define MARGIN_SIDE 76.0 /* 20 mm */
#define MARGIN_TOP 72.0
#define MARGIN_BOTTOM 84.0
#define LEAST_WIDTH 240.0 /* of the column of text */
#define LEAST_HEIGHT 240.0
#define LABEL_WIDTH 150.0
#define GAP 16.0 /* between boxes of a row */
#define ROW_GAP 7.0 /* above and below the line between rows of a table */
#define AFTER_HEADING 110.0 /* that must be free below a heading's top */
#define FIRST_SHARE 0.36 /* of the width, at least, for the first column of a table */
#define WIDEST_CELL 170.0
#define MOST_COLUMNS 12
#define SHORT 36 /* letters of what may stand in a line with others */

typedef struct
{
  EtpPagesJob *job; /* borrowed */
  const EtpReport *report; /* borrowed */
  double left, right, top, bottom;
  GPtrArray *pages; /* of EtpSlide */
  EtpSlide *page; /* the last of them */
  double y;
  guint64 n_items;
  /* The table that is being put: its heads are repeated. */
  const EtpBlock *table;
  double widths[MOST_COLUMNS];
} Layout;

typedef struct
{
  EtpBox *box; /* owned; NULL: empty */
  double x, width;
} Cell;

static EtpRgba
get_color (Layout *self, EtpColorRole role)
{
  return etp_style_get_color (self->job->style, role);
}

static void
place (Layout *self, EtpItem *item, double x, double y)
{
  etp_slide_add (self->page, item, x, y);
}

static void add_heads (Layout *self);

static void
start_page (Layout *self)
{
  self->page = etp_slide_new ("minutes", self->report->title);
  g_ptr_array_add (self->pages, self->page);
  self->y = self->top;
  if (self->table != NULL)
    add_heads (self);
}

static gboolean
is_done (const Cell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cells[i].box != NULL && !etp_box_is_done (cells[i].box))
      return FALSE;
  return TRUE;
}

static double
get_height (Layout *self, const Cell *cells, guint n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    if (cells[i].box != NULL)
      height = MAX (height, etp_box_get_height (cells[i].box, self->job->style, self->job->measurer,
                                                cells[i].width));
  return height;
}

/* Puts a row onto this page and those that follow, and frees its boxes. A row that a page could hold
 * is not parted. */
static void
put_row (Layout *self, Cell *cells, guint n, double after)
{
  double height = get_height (self, cells, n);
  double whole = self->bottom - self->top;

  if (height > self->bottom - self->y && (height < whole * 0.8 || self->bottom - self->y < 60))
    start_page (self);
  while (!is_done (cells, n))
    {
      double taken = 0;

      for (guint i = 0; i < n; i++)
        {
          EtpItem *item;

          if (cells[i].box == NULL)
            continue;
          cells[i].box->stamp = ++self->n_items;
          item = etp_box_take (cells[i].box, self->job->style, self->job->measurer, cells[i].width,
                               self->bottom - self->y, 0);
          if (item == NULL)
            continue;
          taken = MAX (taken, item->height);
          place (self, item, cells[i].x, self->y);
        }
      self->y += taken;
      if (!is_done (cells, n))
        start_page (self);
    }
  self->y += after;
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&cells[i].box, etp_box_free);
}

static EtpBox *
new_box (EtpItemKind kind, const char *text, EtpType type, EtpRgba ink)
{
  EtpBox *box = etp_box_new (kind);

  etp_box_add (box, text, type, ink, 0);
  return box;
}

static void
put_text (Layout *self, EtpBox *box, double before, double after)
{
  Cell cell = { box, self->left, self->right - self->left };

  self->y += self->y > self->top ? before : 0;
  put_row (self, &cell, 1, after);
}

/* next: what follows; a heading below a heading stays with it. */
static void
add_heading (Layout *self, const EtpBlock *block, const EtpBlock *next)
{
  static const struct
  {
    EtpItemKind kind;
    EtpType type;
    double before, after;
  } levels[] = {
    { ETP_ITEM_TITLE, ETP_TYPE_WIDE_NAME, 0, 14 },
    { ETP_ITEM_PHASE_HEAD, ETP_TYPE_PHASE_NAME, 26, 9 },
    { ETP_ITEM_LABEL, ETP_TYPE_CARD_TITLE, 14, 5 },
  };
  guint level = MIN (block->level, G_N_ELEMENTS (levels)) - 1;
  double room = levels[level].before + AFTER_HEADING;

  if (next != NULL && next->type == ETP_BLOCK_HEADING)
    room += AFTER_HEADING / 2;
  if (self->y > self->top && self->y + room > self->bottom)
    start_page (self);
  put_text (self,
            new_box (levels[level].kind, block->text, levels[level].type,
                     get_color (self, ETP_COLOR_INK)),
            levels[level].before, levels[level].after);
}

static void
add_fact (Layout *self, const EtpBlock *block)
{
  double label = MIN (LABEL_WIDTH, (self->right - self->left) * 0.35);
  Cell cells[] = {
    { new_box (ETP_ITEM_LABEL, block->label, ETP_TYPE_NOTE, get_color (self, ETP_COLOR_DIM)),
      self->left, label },
    { new_box (ETP_ITEM_LABEL, block->text, ETP_TYPE_NOTE, get_color (self, ETP_COLOR_INK)),
      self->left + label + GAP, self->right - self->left - label - GAP },
  };

  put_row (self, cells, G_N_ELEMENTS (cells), 4);
}

static void
add_item (Layout *self, const EtpBlock *block)
{
  g_autofree char *text = block->label == NULL
                              ? g_strdup (block->text)
                              : g_strdup_printf ("%s%s%s%s", block->label,
                                                 etp_block_get_colon (block),
                                                 block->text[0] != '\0' ? " " : "", block->text);
  EtpBox *box = etp_box_new (ETP_ITEM_LABEL);
  EtpPara *para = etp_box_add (box, text, ETP_TYPE_NOTE, get_color (self, ETP_COLOR_INK), 0);

  para->sign = ETP_SIGN_BULLET;
  para->color = get_color (self, ETP_COLOR_DIM);
  put_text (self, box, 0, 4);
}

static const char *
get_cell (const EtpBlock *table, guint row, guint column)
{
  return table->cells->pdata[row * table->n_columns + column];
}

static gboolean
is_primary (const EtpBlock *table, guint column)
{
  return column == 0 || table->primary == 0 || (table->primary >> column & 1) != 0;
}

/* As wide as its widest cell, at most WIDEST_CELL, but never so narrow that a word is cut up. */
static double
get_natural_width (Layout *self, const EtpBlock *table, guint column)
{
  EtpFont font = etp_style_get_font (self->job->style, ETP_TYPE_SMALL);
  EtpFont strong = etp_style_get_font (self->job->style, ETP_TYPE_SMALL_STRONG);
  double word = 0, width = 0;

  for (guint row = 0; row < table->cells->len / table->n_columns; row++)
    {
      const char *text = get_cell (table, row, column);
      EtpFont own = row == 0 ? strong : font;

      word = MAX (word, etp_measurer_get_widest_word (self->job->measurer, text, own));
      width = MAX (width, etp_measurer_get_width (self->job->measurer, text, own));
    }
  return ceil (MAX (MIN (width, WIDEST_CELL), MIN (word, WIDEST_CELL))) + 1;
}

/* The first column gets what the others leave; if that is too little, they get less. */
static void
choose_widths (Layout *self, const EtpBlock *table)
{
  double room = self->right - self->left, sum = 0, least;
  guint n = 0;

  for (guint c = 1; c < table->n_columns; c++)
    if (is_primary (table, c))
      {
        self->widths[c] = get_natural_width (self, table, c);
        sum += self->widths[c];
        n++;
      }
  room -= n * GAP;
  least = room * FIRST_SHARE;
  if (sum > room - least)
    for (guint c = 1; c < table->n_columns; c++)
      self->widths[c] *= (room - least) / sum;
  self->widths[0] = MAX (least, room - sum);
}

/* What has no column of its own stands below the name of the row: what is short in one line. */
static EtpBox *
new_first_cell (Layout *self, const EtpBlock *table, guint row)
{
  EtpBox *box = new_box (ETP_ITEM_LABEL, get_cell (table, row, 0), ETP_TYPE_MEASURE_TITLE,
                         get_color (self, ETP_COLOR_INK));
  EtpRgba dim = get_color (self, ETP_COLOR_DIM);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint c = 1; c < table->n_columns; c++)
    if (!is_primary (table, c) && get_cell (table, row, c)[0] != '\0')
      {
        g_autofree char *text = g_strdup_printf ("%s: %s", get_cell (table, 0, c),
                                                 get_cell (table, row, c));

        if (g_utf8_strlen (text, -1) > SHORT)
          etp_box_add (box, text, ETP_TYPE_SMALL, dim, 2);
        else
          g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", text);
      }
  etp_box_add (box, line->str, ETP_TYPE_SMALL, dim, 2);
  return box;
}

static void
put_table_row (Layout *self, const EtpBlock *table, guint row)
{
  Cell cells[MOST_COLUMNS];
  double x = self->left;
  guint n = 0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      EtpBox *box;

      if (!is_primary (table, c))
        continue;
      if (row == 0)
        box = new_box (ETP_ITEM_LABEL, get_cell (table, 0, c), ETP_TYPE_SMALL_STRONG,
                       get_color (self, ETP_COLOR_DIM));
      else if (c == 0)
        box = new_first_cell (self, table, row);
      else
        box = new_box (ETP_ITEM_LABEL, get_cell (table, row, c), ETP_TYPE_SMALL,
                       get_color (self, ETP_COLOR_INK));
      cells[n++] = (Cell){ box, x, self->widths[c] };
      x += self->widths[c] + GAP;
    }
  put_row (self, cells, n, ROW_GAP);
}

static void
add_rule (Layout *self)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, self->job->style, self->job->measurer);
  double width = self->right - self->left;

  etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
  etp_draft_box (draft, (EtpRect){ 0, 0, width, 1 }, 0, get_color (self, ETP_COLOR_HAIRLINE), 0, 0);
  place (self, etp_draft_finish (draft, width, 1, ++self->n_items), self->left, self->y);
  self->y += 1 + ROW_GAP;
}

static void
add_heads (Layout *self)
{
  const EtpBlock *table = self->table;

  self->table = NULL; /* heads do not go on */
  put_table_row (self, table, 0);
  add_rule (self);
  self->table = table;
}

static void
add_table (Layout *self, const EtpBlock *table)
{
  choose_widths (self, table);
  self->table = table;
  add_heads (self);
  for (guint row = 1; row < table->cells->len / table->n_columns; row++)
    {
      put_table_row (self, table, row);
      if (self->y + 1 < self->bottom)
        add_rule (self);
    }
  self->table = NULL;
  self->y += 6;
}

static void
add_block (Layout *self, const EtpBlock *block, const EtpBlock *next)
{
  EtpRgba ink = get_color (self, ETP_COLOR_INK);

  switch (block->type)
    {
    case ETP_BLOCK_HEADING:
      add_heading (self, block, next);
      break;
    case ETP_BLOCK_TEXT:
      put_text (self, new_box (ETP_ITEM_LABEL, block->text, ETP_TYPE_NOTE, ink), 0, 8);
      break;
    case ETP_BLOCK_QUOTE:
      put_text (self, new_box (ETP_ITEM_LABEL, block->text, ETP_TYPE_NOTE_ITALIC, ink), 0, 8);
      break;
    case ETP_BLOCK_FACT:
      add_fact (self, block);
      break;
    case ETP_BLOCK_ITEM:
      add_item (self, block);
      break;
    case ETP_BLOCK_TABLE:
      add_table (self, block);
      break;
    case ETP_BLOCK_IMAGE:
    case ETP_BLOCK_CURVE:
      break;
    default:
      g_assert_not_reached ();
    }
}

/* One line at an edge; returns nothing if there is nothing to say. */
static void
add_edge (Layout *self, const char *text, double y, EtpAlign align)
{
  EtpDraft *draft;
  double width = self->right - self->left, height;

  if (text == NULL || text[0] == '\0')
    return;
  draft = etp_draft_new (ETP_ITEM_FOOT, self->job->style, self->job->measurer);
  height = etp_draft_text (draft, 0, 0, width, text, ETP_TYPE_FOOT, get_color (self, ETP_COLOR_DIM),
                           align);
  etp_slide_add_furniture (self->page, etp_draft_finish (draft, width, height, ++self->n_items),
                           self->left, y);
}

/* Page numbers and what was asked for at the edges. */
static void
add_edges (Layout *self, guint page, double height)
{
  const EtpPagesOptions *options = self->job->options;
  double line = etp_style_get_line_height (self->job->style, ETP_TYPE_FOOT);
  double foot = height - MARGIN_BOTTOM + 36;
  g_autofree char *number = g_strdup_printf (
      "%s %u %s %u", etp_words_get (self->report->language, ETP_WORD_PAGE), page + 1,
      etp_words_get (self->report->language, ETP_WORD_OF), self->pages->len);

  add_edge (self, options->header, MARGIN_TOP - 12 - line, ETP_ALIGN_START);
  add_edge (self, options->date, MARGIN_TOP - 12 - line, ETP_ALIGN_END);
  add_edge (self, options->footer, foot, ETP_ALIGN_START);
  add_edge (self, number, foot, ETP_ALIGN_END);
}

static void
emit_pages (Layout *self)
{
  double width = self->job->paper.width, height = self->job->paper.height;

  for (guint i = 0; i < self->pages->len; i++)
    {
      EtpPage *page = etp_pages_add (self->job->pages, ETP_PAGE_SHEET, width, height,
                                     i == 0 ? self->report->title : NULL);
      g_autoptr (EtpScene) scene = NULL;
      g_autoptr (EtpScene) furniture = NULL;

      self->page = self->pages->pdata[i];
      add_edges (self, i, height);
      scene = etp_slide_take_scene (self->page, self->page->items, width, height, self->job->style,
                                    self->report->language);
      furniture = etp_slide_take_scene (self->page, self->page->furniture, width, height,
                                        self->job->style, self->report->language);
      etp_page_add_part (page, scene, NULL, 0, 0, 1);
      etp_page_add_part (page, furniture, NULL, 0, 0, 1)->is_furniture = TRUE;
    }
}

gboolean
etp_report_layout (const EtpReport *report, EtpPagesJob *job, GError **error)
{
  Layout self = { .job = job, .report = report };
  const EtpBlock *block;
  gboolean fits;

  self.left = MIN (MARGIN_SIDE, job->paper.width * 0.1);
  self.right = job->paper.width - self.left;
  self.top = MARGIN_TOP;
  self.bottom = job->paper.height - MARGIN_BOTTOM;
  if (self.right - self.left < LEAST_WIDTH || self.bottom - self.top < LEAST_HEIGHT)
    {
      g_set_error_literal (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_PAPER,
                           _ ("The paper is too small for a text that is read."));
      return FALSE;
    }
  self.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) etp_slide_free);
  start_page (&self);
  for (guint i = 0;
       (block = etp_report_get (report, i)) != NULL && self.pages->len <= ETP_PAGES_MOST; i++)
    add_block (&self, block, etp_report_get (report, i + 1));
  fits = self.pages->len <= ETP_PAGES_MOST;
  if (fits)
    emit_pages (&self);
  else
    g_set_error (error, ETP_PAGES_ERROR, ETP_PAGES_ERROR_TOO_MANY,
                 /* Translators: %u is a number of pages. */
                 _ ("The text would have more than %u pages."), (guint) ETP_PAGES_MOST);
  g_ptr_array_unref (self.pages);
  return fits;
}
