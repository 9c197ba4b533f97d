/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "etappe-app"

#include "config.h"

#include "etp-editor-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "etp-naming.h"
#include "etp-picker.h"
#include "model/etp-edit-emotion.h"
#include "model/etp-fields.h"

/* The emotions of a step or of several, one after another for each persona that one of them concerns:
 * who has one, who is named by the card, and where there are few, everybody. Then those of personas that
 * are not there: a file may have them, and they have a curve. */

#define FEW 2

static const gint8 everyday[] = { ETP_EMOTION_VALUE, ETP_EMOTION_FEELING, ETP_EMOTION_TARGET };
static const gint8 further[] = { ETP_EMOTION_NOTE, ETP_EMOTION_RATINGS, ETP_EMOTION_EVIDENCE,
                                 ETP_EMOTION_SOURCES };

#define N_EDITORS (G_N_ELEMENTS (everyday) + G_N_ELEMENTS (further))

typedef struct _EtpEditorEmotions EtpEditorEmotions;

struct _EtpEditorEmotions
{
  EtpEditor parent;

  /* borrowed: children */
  GtkWidget *box;
  GtkWidget *add_button;

  /* owned */
  GPtrArray *blocks; /* of Block: one for each persona that is shown, and spare ones */
  GHashTable *asked; /* ids of the personas that were asked for */
  GPtrArray *nodes; /* for which they were asked */
};

typedef struct
{
  EtpEditorEmotions *owner; /* borrowed */
  GtkWidget *box, *more_button, *more_box; /* borrowed */
  EtpEditor *editors[N_EDITORS]; /* borrowed; the further ones NULL until they are asked for */
  char *persona; /* owned; "": nobody in particular */
} Block;

G_DECLARE_FINAL_TYPE (EtpEditorEmotions, etp_editor_emotions, ETP, EDITOR_EMOTIONS, EtpEditor)
G_DEFINE_FINAL_TYPE (EtpEditorEmotions, etp_editor_emotions, ETP_TYPE_EDITOR)

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->persona);
  g_free (block);
}

static void
fill_editor (Block *block, guint index)
{
  EtpSpot spot = *etp_editor_get_spot (ETP_EDITOR (block->owner));

  spot.column = index < G_N_ELEMENTS (everyday) ? everyday[index]
                                                : further[index - G_N_ELEMENTS (everyday)];
  spot.key = block->persona;
  etp_editor_follow_spot (block->editors[index], &spot);
}

static void
add_editor (Block *block, GtkWidget *box, guint index, int column)
{
  const EtpField *row = etp_editor_get_row (ETP_EDITOR (block->owner));

  block->editors[index] = etp_editor_new (&row->columns->fields[column]);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (block->editors[index]));
}

static void
show_more (Block *block, gboolean more)
{
  if (more && block->editors[G_N_ELEMENTS (everyday)] == NULL)
    for (guint i = 0; i < G_N_ELEMENTS (further); i++)
      {
        add_editor (block, block->more_box, G_N_ELEMENTS (everyday) + i, further[i]);
        fill_editor (block, G_N_ELEMENTS (everyday) + i);
      }
  gtk_widget_set_visible (block->more_box, more);
  gtk_button_set_label (GTK_BUTTON (block->more_button),
                        more ? _ ("Less About This Emotion") : _ ("More About This Emotion"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (block->more_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               more, -1);
}

static void
on_more (Block *block)
{
  show_more (block, !gtk_widget_get_visible (block->more_box));
}

static Block *
add_block (EtpEditorEmotions *self)
{
  Block *block = g_new0 (Block, 1);

  block->owner = self;
  block->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                             "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 9, NULL);
  gtk_widget_add_css_class (block->box, "item");
  for (guint i = 0; i < G_N_ELEMENTS (everyday); i++)
    add_editor (block, block->box, i, everyday[i]);
  block->more_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_set_visible (block->more_box, FALSE);
  block->more_button = gtk_button_new_with_label (_ ("More About This Emotion"));
  gtk_widget_add_css_class (block->more_button, "flat");
  gtk_widget_add_css_class (block->more_button, "caption");
  gtk_widget_set_halign (block->more_button, GTK_ALIGN_START);
  g_signal_connect_swapped (block->more_button, "clicked", G_CALLBACK (on_more), block);
  gtk_box_append (GTK_BOX (block->box), block->more_box);
  gtk_box_append (GTK_BOX (block->box), block->more_button);
  gtk_widget_insert_before (block->box, self->box, self->add_button);
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
show_block (EtpEditorEmotions *self, guint index, const char *persona, const char *name)
{
  Block *block = index < self->blocks->len ? self->blocks->pdata[index] : add_block (self);
  g_autofree char *label = NULL;

  if (g_strcmp0 (block->persona, persona) != 0)
    {
      g_free (block->persona);
      block->persona = g_strdup (persona);
    }
  if (name != NULL)
    /* Translators: whose emotion it is; %s is a persona's name. */
    label = g_strdup_printf (_ ("Emotion · %s"), name);
  etp_editor_set_label (block->editors[0], label != NULL ? label : _ ("Emotion"));
  /* Feeling and target below it are this persona's as well. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (block->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Emotion"), -1);
  for (guint i = 0; i < N_EDITORS; i++)
    if (block->editors[i] != NULL)
      fill_editor (block, i);
  gtk_widget_set_visible (block->box, TRUE);
}

static gboolean
names_persona (EtpNode *card, const char *id)
{
  for (guint i = 0; i < etp_node_get_length (card, ETP_CARD_PERSONAS); i++)
    if (strcmp (etp_node_get_text_at (card, ETP_CARD_PERSONAS, i), id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
concerns_card (EtpNode *card, EtpNode *persona, gboolean are_few)
{
  const char *id = etp_node_get_id (persona);

  return etp_card_get_emotion (card, id) != NULL || names_persona (card, id)
         || (are_few && etp_node_get_length (card, ETP_CARD_PERSONAS) == 0);
}

static gboolean
concerns (EtpEditorEmotions *self, EtpNode *persona)
{
  const EtpSpot *spot = etp_editor_get_spot (ETP_EDITOR (self));
  EtpNodeList *personas = etp_journey_get_list (spot->journey, ETP_LIST_PERSONAS);
  const gboolean are_few = etp_node_list_get_length (personas) <= FEW;
  gboolean does = g_hash_table_contains (self->asked, etp_node_get_id (persona));

  for (guint i = 0; i < spot->nodes->len && !does; i++)
    does = concerns_card (spot->nodes->pdata[i], persona, are_few);
  return does;
}

/* An emotion that is nobody's in particular. */
static gboolean
has_anonymous (const EtpSpot *spot)
{
  for (guint i = 0; i < spot->nodes->len; i++)
    if (etp_card_get_emotion (spot->nodes->pdata[i], "") != NULL)
      return TRUE;
  return etp_node_list_get_length (etp_journey_get_list (spot->journey, ETP_LIST_PERSONAS)) == 0;
}

static gboolean
is_persona (EtpJourney *journey, const char *id)
{
  EtpNode *node = etp_journey_get_node (journey, id);

  return node != NULL && etp_node_get_list (node) == ETP_LIST_PERSONAS;
}

/* The ids of personas that are not there, for each of whom all of the steps have an emotion. Copies, as
 * what was typed may be written while they are shown. */
static GPtrArray *
list_strangers (const EtpSpot *spot)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  EtpNode *first = spot->nodes->pdata[0];

  for (guint i = 0; i < etp_node_get_length (first, ETP_CARD_EMOTIONS); i++)
    {
      const char *id = etp_value_get_text (etp_node_get_value_at (first, ETP_CARD_EMOTIONS, i),
                                           ETP_EMOTION_PERSONA);
      gboolean have_all = *id != '\0' && !is_persona (spot->journey, id)
                          && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);

      for (guint k = 1; k < spot->nodes->len && have_all; k++)
        have_all = etp_card_get_emotion (spot->nodes->pdata[k], id) != NULL;
      if (have_all)
        g_ptr_array_add (ids, g_strdup (id));
    }
  return ids;
}

/* Who was asked for is shown as long as the same cards are. */
static void
forget_others (EtpEditorEmotions *self, GPtrArray *nodes)
{
  if (nodes == self->nodes)
    return;
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  self->nodes = g_ptr_array_ref (nodes);
  g_hash_table_remove_all (self->asked);
}

static void
etp_editor_emotions_show (EtpEditor *editor, const EtpDatum *datum, gboolean mixed)
{
  EtpEditorEmotions *self = (EtpEditorEmotions *) editor;
  const EtpSpot *spot = etp_editor_get_spot (editor);
  EtpNodeList *personas = etp_journey_get_list (spot->journey, ETP_LIST_PERSONAS);
  g_autoptr (GPtrArray) strangers = list_strangers (spot);
  EtpNode *persona;
  guint n = 0, n_left = 0;

  forget_others (self, spot->nodes);
  if (has_anonymous (spot))
    show_block (self, n++, "", NULL);
  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    {
      g_autofree char *name = NULL;

      if (!concerns (self, persona))
        {
          n_left++;
          continue;
        }
      name = etp_naming_dup (persona);
      show_block (self, n++, etp_node_get_id (persona), name);
    }
  for (guint i = 0; i < strangers->len; i++)
    show_block (self, n++, strangers->pdata[i], strangers->pdata[i]);
  for (; n < self->blocks->len; n++)
    gtk_widget_set_visible (((Block *) self->blocks->pdata[n])->box, FALSE);
  gtk_widget_set_visible (self->add_button, n_left > 0);
}

static void
etp_editor_emotions_flush (EtpEditor *editor)
{
  EtpEditorEmotions *self = (EtpEditorEmotions *) editor;

  for (guint i = 0; i < self->blocks->len; i++)
    for (guint j = 0; j < N_EDITORS; j++)
      if (((Block *) self->blocks->pdata[i])->editors[j] != NULL)
        etp_editor_flush (((Block *) self->blocks->pdata[i])->editors[j]);
}

static void
list_personas (EtpPicker *picker, gpointer user_data)
{
  EtpEditorEmotions *self = user_data;
  EtpNodeList *personas = etp_journey_get_list (etp_editor_get_journey (user_data),
                                                ETP_LIST_PERSONAS);
  EtpNode *persona;

  for (guint i = 0; (persona = etp_node_list_get (personas, i)) != NULL; i++)
    {
      g_autofree char *name = etp_naming_dup (persona);

      if (!concerns (self, persona))
        etp_picker_add (picker, etp_node_get_id (persona), name, NULL, FALSE);
    }
}

static void
on_persona_picked (EtpPicker *picker, const char *id, gpointer user_data)
{
  EtpEditorEmotions *self = user_data;

  g_hash_table_add (self->asked, g_strdup (id));
  etp_editor_refresh (ETP_EDITOR (self));
}

static void
etp_editor_emotions_finalize (GObject *object)
{
  EtpEditorEmotions *self = (EtpEditorEmotions *) object;

  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->asked);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  G_OBJECT_CLASS (etp_editor_emotions_parent_class)->finalize (object);
}

static void
etp_editor_emotions_class_init (EtpEditorEmotionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = etp_editor_emotions_finalize;
  ETP_EDITOR_CLASS (klass)->show = etp_editor_emotions_show;
  ETP_EDITOR_CLASS (klass)->flush = etp_editor_emotions_flush;
}

static void
etp_editor_emotions_init (EtpEditorEmotions *self)
{
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->add_button = etp_picker_button_new (list_personas, on_persona_picked, self);
  etp_picker_button_set_text (self->add_button, _ ("Emotion of Another Persona"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), self->add_button);
}

EtpEditor *
etp_editor_emotions_new (const EtpField *row)
{
  EtpEditorEmotions *self = g_object_new (etp_editor_emotions_get_type (), NULL);

  etp_editor_init_row (ETP_EDITOR (self), row);
  etp_editor_set_control (ETP_EDITOR (self), self->box, FALSE);
  etp_editor_set_label (ETP_EDITOR (self), "");
  return ETP_EDITOR (self);
}
