/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* EtpPicker: a popover with a list to choose from: short lists as they are, long ones with a search,
 * and, where it makes sense, what is searched for can be created. It lives as long as it is open. */
#define ETP_TYPE_PICKER (etp_picker_get_type ())
G_DECLARE_FINAL_TYPE (EtpPicker, etp_picker, ETP, PICKER, GtkPopover)

/* Fills the list. */
typedef void (*EtpPickerListFunc) (EtpPicker *picker, gpointer user_data);
/* Something was chosen; with etp_picker_set_create () id is NULL for what shall be created, and
 * etp_picker_get_new_name () says how it is called. */
typedef void (*EtpPickerFunc) (EtpPicker *picker, const char *id, gpointer user_data);

/* A button that shows what is chosen and opens a picker. user_data has to outlive the button. */
GtkWidget *etp_picker_button_new (EtpPickerListFunc list, EtpPickerFunc picked, gpointer user_data);
/* Plain text; "" looks as if nothing is chosen. */
void etp_picker_button_set_text (GtkWidget *button, const char *text);
/* A picker below a widget, which opens at once. */
void etp_picker_open (GtkWidget *widget,
                      EtpPickerListFunc list,
                      EtpPickerFunc picked,
                      gpointer user_data);

/* While it is filled. icon: a widget that stands before the name, or NULL. */
void etp_picker_add (
    EtpPicker *self, const char *id, const char *name, GtkWidget *icon, gboolean is_chosen);
/* Offers to create what is typed; title: of the row while nothing is typed, "New Persona…", which then
 * asks for a name. */
void etp_picker_set_create (EtpPicker *self, const char *title);
const char *etp_picker_get_new_name (EtpPicker *self);
/* Offers what is typed itself, where read () makes an id of it (owned by who asked; NULL: of this
 * text none can be made). icon: stands before it, and read () may change it; placeholder: of the
 * empty search. */
typedef char *(*EtpPickerReadFunc) (const char *text, GtkWidget *icon);
void etp_picker_set_read (EtpPicker *self,
                          GtkWidget *icon,
                          const char *placeholder,
                          EtpPickerReadFunc read);

G_END_DECLS
