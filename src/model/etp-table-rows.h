/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Private to etp-tables-*.c: the shapes of rows, so that each reads as one line. */
#pragma once

#include <glib/gi18n-lib.h>

#include "etp-fields.h"
#include "etp-limits.h"
#include "etp-node.h"
#include "etp-tables.h"

#define ETP_IN(list) (1u << ETP_LIST_##list)
#define ETP_ANY_LIST ((1u << ETP_N_LISTS) - 1)

#define ETP_PLAIN(n, m, t, l)                                                                      \
  {                                                                                                \
    .name = n, .member = m, .type = t, .label = l                                                  \
  }
#define ETP_TEXT(n, m, l)                                                                          \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_TEXT, .flags = ETP_FIELD_SEARCH, .label = l          \
  }
#define ETP_LONG_TEXT(n, m, l)                                                                     \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_TEXT, .flags = ETP_FIELD_SEARCH | ETP_FIELD_LONG,    \
    .label = l                                                                                     \
  }
#define ETP_OWNER(n, m, l)                                                                         \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_TEXT, .flags = ETP_FIELD_SEARCH | ETP_FIELD_OWNER,   \
    .label = l                                                                                     \
  }
/* Text that is not prose: a language tag, a currency, a MIME type. */
#define ETP_CODE(n, m, l) ETP_PLAIN (n, m, ETP_FIELD_TEXT, l)
#define ETP_URI(n, m, l)                                                                           \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_TEXT, .flags = ETP_FIELD_SEARCH | ETP_FIELD_URI,     \
    .label = l                                                                                     \
  }
#define ETP_BOOLEAN(n, m, l) ETP_PLAIN (n, m, ETP_FIELD_BOOLEAN, l)
#define ETP_ENUM(n, m, w, l)                                                                       \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_ENUM, .words = w, .label = l                         \
  }
#define ETP_INTEGER(n, m, low, high, l)                                                            \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_INTEGER, .minimum = low, .maximum = high, .label = l \
  }
#define ETP_YEAR(n, m, l)                                                                          \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_INTEGER, .minimum = 0, .maximum = 9999,              \
    .flags = ETP_FIELD_YEAR, .label = l                                                            \
  }
#define ETP_NUMBER(n, m, low, high, l)                                                             \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_NUMBER, .minimum = low, .maximum = high, .label = l  \
  }
#define ETP_MONEY(n, m, l)                                                                         \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_NUMBER, .minimum = -ETP_LIMIT_NUMBER,                \
    .maximum = ETP_LIMIT_NUMBER, .flags = ETP_FIELD_MONEY, .label = l                              \
  }
#define ETP_SHARE(n, m, l)                                                                         \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_NUMBER, .minimum = 0, .maximum = 1,                  \
    .flags = ETP_FIELD_SHARE, .label = l                                                           \
  }
#define ETP_REF(n, m, in, g, l)                                                                    \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_REF, .lists = in, .gone = g, .label = l              \
  }
#define ETP_REFS(n, m, in, l)                                                                      \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_REFS, .lists = in, .gone = ETP_GONE_CLEAR,           \
    .label = l                                                                                     \
  }
#define ETP_TEXTS(n, m, l)                                                                         \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_TEXTS, .flags = ETP_FIELD_SEARCH, .label = l         \
  }
#define ETP_NUMBERS(n, m, low, high, l)                                                            \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_NUMBERS, .minimum = low, .maximum = high, .label = l \
  }
#define ETP_VALUE_OF(n, m, t, l)                                                                   \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_VALUE, .columns = t, .label = l                      \
  }
#define ETP_VALUES_OF(n, m, t, l)                                                                  \
  {                                                                                                \
    .name = n, .member = m, .type = ETP_FIELD_VALUES, .columns = t, .label = l                     \
  }

/* The table and its enum (etp-fields.h) have the same length, or the program is not built. */
#define ETP_DEFINE_TABLE(id, noun, n)                                                              \
  const EtpTable etp_##id##_table = { noun, id##_fields, G_N_ELEMENTS (id##_fields) };             \
  G_STATIC_ASSERT (G_N_ELEMENTS (id##_fields) == (n))
#define ETP_WORDS_MATCH(id, n) G_STATIC_ASSERT (G_N_ELEMENTS (etp_##id##_words) == (n) + 1)
