/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/inspector/etp-form-order.h"
#include "model/etp-tables.h"

static void
count_fields (const EtpFormOrder *order, const gint16 *fields, guint *counts)
{
  for (; *fields >= 0; fields++)
    {
      g_assert_cmpuint ((guint) *fields, <, order->table->n_fields);
      counts[*fields]++;
    }
}

/* Every field of a table stands in its form exactly once, or is left out on purpose. */
static void
test_every_field_once (void)
{
  guint n_orders;
  const EtpFormOrder *orders = etp_form_orders_get (&n_orders);

  for (guint i = 0; i < n_orders; i++)
    {
      g_autofree guint *counts = g_new0 (guint, orders[i].table->n_fields);

      for (guint j = 0; j < orders[i].n_sections; j++)
        count_fields (&orders[i], orders[i].sections[j].fields, counts);
      count_fields (&orders[i], orders[i].hidden, counts);
      for (guint j = 0; j < orders[i].table->n_fields; j++)
        {
          g_test_message ("%s (%u): %s", orders[i].table->name, i, orders[i].table->fields[j].name);
          g_assert_cmpuint (counts[j], ==, 1);
        }
    }
}

/* Every table of the root's lists and the root itself have a form; cards have two. */
static void
test_every_table (void)
{
  guint n_orders;
  const EtpFormOrder *orders = etp_form_orders_get (&n_orders);

  for (int list = 0; list <= ETP_N_LISTS; list++)
    {
      const EtpTable *table = list < ETP_N_LISTS ? etp_list_get_table (list) : &etp_journey_table;
      guint n = 0;

      for (guint i = 0; i < n_orders; i++)
        n += orders[i].table == table;
      g_test_message ("%s", table->name);
      g_assert_cmpuint (n, ==, table == &etp_card_table ? 2 : 1);
    }
}

/* The everyday comes before the long tail, and only the first section has no heading. */
static void
test_everyday_first (void)
{
  guint n_orders;
  const EtpFormOrder *orders = etp_form_orders_get (&n_orders);

  for (guint i = 0; i < n_orders; i++)
    for (guint j = 0; j < orders[i].n_sections; j++)
      {
        const EtpFormSection *section = &orders[i].sections[j];

        g_test_message ("%s: %s", orders[i].table->name, section->title);
        g_assert_true ((section->title == NULL) == (j == 0));
        g_assert_true (j > 0 || !section->is_more);
        g_assert_true (j == 0 || section->is_more || !section[-1].is_more);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/form-order/every-field-once", test_every_field_once);
  g_test_add_func ("/app/form-order/every-table", test_every_table);
  g_test_add_func ("/app/form-order/everyday-first", test_everyday_first);
  return g_test_run ();
}
