/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "app/etp-application.h"
#include "app/etp-commands.h"
#include "app/etp-palette.h"
#include "app/etp-window.h"
#include "canvas-fixture.h"
#include "find-widget.h"

/* Everything that can be done has a name by which the palette finds it: no action is left out of
 * the tables. */

/* What a person does not choose by name: it needs a parameter that only its place in the window
 * knows. */
static const char *const exempt[] = {
  "win.open-uri",
  "canvas.paste-here",
  "canvas.select-also",
  "win.paste-here",
  "win.undo-step",
  "win.redo-step", /* win.undo and win.redo where no text is meant */
  "win.to-be", /* the state of canvas.toggle-to-be, for menus */
  /* Of one of a list, which is chosen there. */
  "win.new-from",
  "win.forget-recent",
  "win.remove-template",
  "win.restore-template",
  "win.compare-snapshot",
  "win.restore-snapshot",
  "win.remove-snapshot",
  "win.persona",
  "win.show-node",
};

static gboolean
is_known (GArray *commands, const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (exempt); i++)
    if (g_str_equal (exempt[i], action))
      return TRUE;
  for (guint i = 0; i < commands->len; i++)
    {
      const char *other = g_array_index (commands, EtpCommand, i).action;
      const gsize length = strlen (action);

      if (other == NULL)
        continue;
      /* "win.x", "win.x::target", and "canvas.x" where the window passes it on as "win.x" or takes it. */
      if (g_str_has_prefix (other, action) && strchr (":(", other[length]) != NULL)
        return TRUE;
      if (g_str_equal (other, action)
          || (g_str_has_prefix (action, "canvas.") && g_str_has_prefix (other, "win.")
              && g_str_equal (other + 4, action + 7))
          || (g_str_has_prefix (action, "win.") && g_str_has_prefix (other, "canvas.")
              && g_str_equal (other + 7, action + 4)))
        return TRUE;
    }
  return FALSE;
}

static void
check_group (GArray *commands, GActionGroup *group, const char *prefix)
{
  g_auto (GStrv) names = g_action_group_list_actions (group);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat (prefix, ".", names[i], NULL);

      if (!is_known (commands, action))
        {
          g_test_message ("%s has no title in the tables of commands", action);
          g_test_fail ();
        }
    }
}

/* Each can be run as it stands there. */
static void
check_targets (GArray *commands, GActionGroup *group)
{
  for (guint i = 0; i < commands->len; i++)
    {
      const char *detailed = g_array_index (commands, EtpCommand, i).action;
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      const GVariantType *type;

      if (detailed == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
      if (!g_str_has_prefix (name, "win."))
        continue;
      type = g_action_group_get_action_parameter_type (group, name + 4);
      g_test_message ("%s", detailed);
      g_assert_true (target == NULL ? type == NULL : g_variant_is_of_type (target, type));
    }
}

static void
test_all_named (void)
{
  g_autoptr (GArray) commands = etp_commands_list ();
  g_autoptr (EtpApplication) application = etp_application_new ();
  GtkWidgetClass *canvas = g_type_class_ref (ETP_TYPE_CANVAS);
  const GVariantType *type;
  const char *name, *property;
  EtpWindow *window;
  GType owner;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  check_group (commands, G_ACTION_GROUP (application), "app");
  window = etp_window_new (GTK_APPLICATION (application));
  check_group (commands, G_ACTION_GROUP (window), "win");
  check_targets (commands, G_ACTION_GROUP (window));
  for (guint i = 0; gtk_widget_class_query_action (canvas, i, &owner, &name, &type, &property); i++)
    if (owner == ETP_TYPE_CANVAS && type == NULL && !is_known (commands, name))
      {
        g_test_message ("%s has no title in the tables of commands", name);
        g_test_fail ();
      }
  gtk_window_destroy (GTK_WINDOW (window));
  g_type_class_unref (canvas);
}

/* "ninja help-keys" writes the tables. */
static void
test_help (void)
{
  g_autoptr (GArray) commands = etp_commands_list ();
  g_autofree char *path = g_build_filename (g_getenv ("ETP_SOURCE_ROOT"), "help", "C",
                                            "keyboard.page", NULL);
  g_autofree char *page = NULL;

  g_assert_true (g_file_get_contents (path, &page, NULL, NULL));
  for (guint i = 0; i < commands->len; i++)
    {
      g_autofree char *title = g_markup_escape_text (g_array_index (commands, EtpCommand, i).title,
                                                     -1);
      g_autofree char *row = g_strdup_printf ("<td><p>%s</p></td>", title);

      if (strstr (page, row) != NULL)
        continue;
      g_test_message ("%s is not in help/C/keyboard.page: run ninja help-keys", title);
      g_test_fail ();
    }
}

static gboolean
is_palette (GtkWidget *window)
{
  return strcmp (G_OBJECT_TYPE_NAME (window), "EtpPalette") == 0;
}

static GtkWidget *
find_palette (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (is_palette (window))
        return window;
    }
  return NULL;
}

static gboolean
is_title (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_LABEL (widget) && strcmp (gtk_label_get_label (GTK_LABEL (widget)), title) == 0;
}

static void
assert_title (GtkListBox *list, int index, const char *title)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  g_assert_nonnull (row);
  g_assert_nonnull (find_widget (GTK_WIDGET (row), is_title, title));
}

/* What begins with what is typed is not below what can be done now but fits less; that is above what fits as
 * well. */
static void
test_order (void)
{
  GtkWidget *window = adw_window_new (), *button = gtk_button_new (), *palette;
  g_autoptr (GSimpleActionGroup) map = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) fold = g_simple_action_new ("fold", NULL);
  GtkListBox *list;

  g_action_map_add_action (G_ACTION_MAP (map), G_ACTION (fold));
  gtk_widget_insert_action_group (window, "canvas", G_ACTION_GROUP (map));
  adw_window_set_content (ADW_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  etp_palette_show (GTK_WINDOW (window), button, TRUE);
  palette = find_palette ();
  g_assert_nonnull (palette);
  list = GTK_LIST_BOX (find_of_type (palette, GTK_TYPE_LIST_BOX));
  gtk_editable_set_text (GTK_EDITABLE (find_of_type (palette, GTK_TYPE_SEARCH_ENTRY)), "group");
  assert_title (list, 0, "Group the selected notes");
  assert_title (list, 1, "Fold or unfold the group"); /* the only one of them that can be done */
  assert_title (list, 2, "Dissolve the group");
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  gtk_window_destroy (GTK_WINDOW (palette));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who knows a command from a menu finds it by the words that stand there. */
static void
test_menu_words (void)
{
  static const struct
  {
    const char *typed, *title;
  } rows[] = {
    { "describe", "Tell the emotion curve in words" },
    { "new from", "Begin a map with a template" },
    { "emotion curve in words", "Tell the emotion curve in words" },
  };
  GtkWidget *window = adw_window_new (), *button = gtk_button_new (), *palette;
  GtkEditable *entry;
  GtkListBox *list;

  adw_window_set_content (ADW_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  etp_palette_show (GTK_WINDOW (window), button, TRUE);
  palette = find_palette ();
  g_assert_nonnull (palette);
  entry = GTK_EDITABLE (find_of_type (palette, GTK_TYPE_SEARCH_ENTRY));
  list = GTK_LIST_BOX (find_of_type (palette, GTK_TYPE_LIST_BOX));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkListBoxRow *row;

      gtk_editable_set_text (entry, rows[i].typed);
      row = gtk_list_box_get_selected_row (list);
      g_assert_nonnull (row);
      g_assert_nonnull (find_widget (GTK_WIDGET (row), is_title, rows[i].title));
    }
  gtk_window_destroy (GTK_WINDOW (palette));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (!canvas_fixture_start (&argc, &argv))
    return 0;
  adw_init ();
  g_test_add_func ("/app/commands/all-named", test_all_named);
  g_test_add_func ("/app/commands/help", test_help);
  g_test_add_func ("/app/commands/order", test_order);
  g_test_add_func ("/app/commands/menu-words", test_menu_words);
  return g_test_run ();
}
