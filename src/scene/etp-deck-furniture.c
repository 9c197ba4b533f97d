/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-scene"

#include "config.h"

#include "etp-deck-private.h"
#include "model/etp-format.h"
#include "model/etp-tables.h"

#include <math.h>
#include <string.h>

/* What stands at the edges of all slides: a strip in the colours of the phases that says where in the
 * journey one is, what was asked for as a header, and a foot with the number. */

#define STRIP 8.0
#define HEADER_TOP 14.0
#define FOOT_BOTTOM 26.0
#define NUMBER_WIDTH 60.0
#define LOGO_WIDTH 84.0
#define LOGO_HEIGHT 30.0

/* All phases as a band of colour along the upper edge; on the slide of one, only that is strong. */
static EtpItem *
make_strip (EtpDeck *self, const EtpSlide *slide)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_LINE, self->map.style, self->map.measurer);
  guint n = self->map.n_columns;
  double gap = n > 60 ? 0 : 3, width = n > 0 ? (self->width - (n - 1) * gap) / n : self->width;

  etp_draft_set_place (draft, ETP_LAYER_BACK, ETP_PIN_NONE, 0);
  if (n == 0)
    etp_draft_box (draft, (EtpRect){ 0, 0, width, STRIP }, 0, self->map.accent, 0, 0);
  for (guint i = 0; i < n; i++)
    {
      const EtpColumn *column = &self->map.columns[i];
      gboolean strong = slide->column == G_MAXUINT || slide->column == i;

      etp_draft_box (
          draft, (EtpRect){ i * (width + gap), 0, width, STRIP }, 0,
          strong ? column->color
                 : etp_rgba_mix (column->color, etp_deck_get_color (self, ETP_COLOR_PAPER), 0.22),
          0, 0);
    }
  return etp_draft_finish (draft, self->width, STRIP, etp_deck_next_stamp (self));
}

/* What map this is, in the longest form that goes on one line: all of it stands on the first slide. */
static char *
dup_foot (EtpDeck *self, double width)
{
  EtpNode *root = ETP_NODE (self->map.journey);
  const char *wanted = self->options->footer;
  const char *title = wanted != NULL ? wanted : etp_node_get_text (root, ETP_JOURNEY_TITLE);
  const char *state = etp_words_get_choice (self->map.language, etp_state_words,
                                            etp_node_get_enum (root, ETP_JOURNEY_STATE));
  g_autofree char *workshop = etp_format_date (etp_node_get_text (root, ETP_JOURNEY_WORKSHOP_DATE),
                                               self->map.language);
  const char *date = self->options->date != NULL ? self->options->date : workshop;
  EtpFont font = etp_style_get_font (self->map.style, ETP_TYPE_FOOT);

  for (guint n = 3; n > 0; n--)
    {
      g_autoptr (GString) text = g_string_new (title);

      if (n > 1 && state[0] != '\0' && wanted == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", state);
      if (n > 2 && date[0] != '\0')
        g_string_append_printf (text, " · %s", date);
      if (strchr (text->str, '\n') == NULL
          && etp_measurer_get_width (self->map.measurer, text->str, font) <= width)
        return g_string_free (g_steal_pointer (&text), FALSE);
    }
  return g_strdup ("");
}

static EtpNode *
get_logo (EtpDeck *self)
{
  EtpValue *theme = etp_node_get_value (ETP_NODE (self->map.journey), ETP_JOURNEY_THEME);
  const char *id = theme != NULL ? etp_value_get_text (theme, ETP_THEME_LOGO) : "";
  EtpNode *asset = id[0] != '\0' ? etp_journey_get_node (self->map.journey, id) : NULL;

  return asset != NULL && etp_node_get_list (asset) == ETP_LIST_ASSETS ? asset : NULL;
}

static void
add_foot (EtpDeck *self, EtpSlide *slide, const char *text, guint number)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_FOOT, self->map.style, self->map.measurer);
  double line = etp_style_get_line_height (self->map.style, ETP_TYPE_FOOT);
  double width = self->right - self->left, y = self->height - FOOT_BOTTOM - line;
  EtpNode *logo = self->options->logo ? get_logo (self) : NULL;
  g_autofree char *page = g_strdup_printf ("%u", number);

  etp_draft_set_name (draft, page);
  etp_draft_text (draft, 0, 0, 0, text, ETP_TYPE_FOOT, etp_deck_get_dim (self), ETP_ALIGN_START);
  etp_draft_text (draft, width, 0, 0, page, ETP_TYPE_FOOT, etp_deck_get_dim (self), ETP_ALIGN_END);
  etp_slide_add_furniture (slide, etp_draft_finish (draft, width, line, etp_deck_next_stamp (self)),
                           self->left, y);
  if (logo == NULL)
    return;
  draft = etp_draft_new (ETP_ITEM_IMAGE, self->map.style, self->map.measurer);
  etp_draft_image (draft, etp_node_get_id (logo), (EtpRect){ 0, 0, LOGO_WIDTH, LOGO_HEIGHT }, 0);
  etp_slide_add_furniture (
      slide, etp_draft_finish (draft, LOGO_WIDTH, LOGO_HEIGHT, etp_deck_next_stamp (self)),
      self->right - NUMBER_WIDTH - LOGO_WIDTH, y + (line - LOGO_HEIGHT) / 2);
}

static EtpItem *
make_header (EtpDeck *self)
{
  EtpDraft *draft = etp_draft_new (ETP_ITEM_FOOT, self->map.style, self->map.measurer);
  double width = self->right - self->left, height;

  etp_draft_set_name (draft, self->options->header);
  height = etp_draft_text (draft, 0, 0, width, self->options->header, ETP_TYPE_FOOT,
                           etp_deck_get_dim (self), ETP_ALIGN_START);
  return etp_draft_finish (draft, width, height, etp_deck_next_stamp (self));
}

double
etp_deck_get_header_height (EtpDeck *self)
{
  EtpItem *item;
  double height;

  if (self->options->header == NULL || self->options->header[0] == '\0')
    return 0;
  item = make_header (self);
  height = item->height;
  etp_item_unref (item);
  return height;
}

void
etp_deck_furnish (EtpDeck *self)
{
  g_autofree char *foot = dup_foot (self, self->right - self->left - NUMBER_WIDTH - LOGO_WIDTH);

  for (guint i = 0; i < self->slides->len; i++)
    {
      EtpSlide *slide = g_ptr_array_index (self->slides, i);

      etp_slide_add_furniture (slide, make_strip (self, slide), 0, 0);
      if (slide->is_cover)
        continue;
      if (self->header_height > 0)
        etp_slide_add_furniture (slide, make_header (self), self->left, HEADER_TOP);
      add_foot (self, slide, foot, i + 1);
    }
}
