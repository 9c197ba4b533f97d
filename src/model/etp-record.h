/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A record is a row of slots that follows a table of fields. Both nodes (objects of the root's
 * lists, with an id) and values (small immutable objects nested in them) are records, so the
 * reader, the writer, the inspector, the checks and the search know one thing only.
 *
 * The table is the single place where a member of the document is described: a new member is one
 * row here, one row in the JSON schema and nothing else.
 */

typedef enum
{
  ETP_FIELD_TEXT, /* text; default "" */
  ETP_FIELD_BOOLEAN, /* default FALSE */
  ETP_FIELD_ENUM, /* one of the row's words; default the first; an unknown word is kept */
  ETP_FIELD_INTEGER, /* whole number in the row's range; may be absent */
  ETP_FIELD_NUMBER, /* double in the row's range, never inf or nan; may be absent */
  ETP_FIELD_DATE, /* text YYYY-MM-DD; "" is absent */
  ETP_FIELD_DURATION, /* text, ISO 8601 duration; "" is absent */
  ETP_FIELD_COLOR, /* palette name or #rrggbb; "" is absent */
  ETP_FIELD_ICON, /* name from the shipped set; "" is absent */
  ETP_FIELD_REF, /* id of a node; "" is absent */
  ETP_FIELD_REFS, /* ids of nodes */
  ETP_FIELD_TEXTS, /* list of texts */
  ETP_FIELD_NUMBERS, /* list of numbers */
  ETP_FIELD_VALUE, /* one nested record of the row's columns; may be absent */
  ETP_FIELD_VALUES, /* list of nested records of the row's columns */
  ETP_FIELD_DATA, /* bytes, base64 in the document; may be absent */
  ETP_FIELD_JSON, /* JSON text kept as it is (a snapshot's journey); may be absent */
} EtpFieldType;

/* What happens to a reference when the node that it names is removed. */
typedef enum
{
  ETP_GONE_KEEP, /* not a reference, or kept dangling */
  ETP_GONE_CLEAR, /* the reference (or that element of the list) is dropped */
  ETP_GONE_REMOVE, /* the holder goes too (the value that holds it, or the node) */
  ETP_GONE_SHIFT, /* card.until: the last phase before it that stays, or nothing */
} EtpGone;

typedef enum
{
  ETP_FIELD_LONG = 1 << 0, /* text of several paragraphs */
  ETP_FIELD_MONEY = 1 << 1, /* number in the journey's currency */
  ETP_FIELD_SHARE = 1 << 2, /* 0…1, shown in per cent */
  ETP_FIELD_SEARCH = 1 << 3, /* text that the search looks at */
  ETP_FIELD_URI = 1 << 4, /* text that is a URI; shown, never fetched */
  ETP_FIELD_OWNER = 1 << 5, /* text: who answers for it; not for people outside */
  ETP_FIELD_YEAR = 1 << 6, /* whole number that is a year: nothing parts its thousands */
} EtpFieldFlags;

typedef struct _EtpTable EtpTable;
typedef struct _EtpValue EtpValue;

typedef struct
{
  const char *name; /* GObject property name: "moment-of-truth" */
  const char *member; /* JSON member: "momentOfTruth" */
  EtpFieldType type;
  double minimum, maximum; /* ETP_FIELD_INTEGER, ETP_FIELD_NUMBER, ETP_FIELD_NUMBERS */
  const char *const *words; /* ETP_FIELD_ENUM: NULL-terminated, the default first */
  const EtpTable *columns; /* ETP_FIELD_VALUE(S): the nested record's table */
  guint lists; /* ETP_FIELD_REF(S): bit mask 1 << EtpListKind of what may be named */
  EtpGone gone;
  EtpFieldFlags flags;
  const char *label; /* N_() translatable label for people */
} EtpField;

struct _EtpTable
{
  const char *name; /* "card": singular noun, used in messages and paths */
  const EtpField *fields;
  guint n_fields;
};

/* A value on its way into or out of a slot: what a change carries. A datum owns what it holds;
 * etp_datum_clear() frees it. The zero datum means "absent / default". */
typedef struct
{
  EtpFieldType type;
  union
  {
    char *text; /* GRefString: TEXT, DATE, DURATION, COLOR, ICON, REF, JSON; ENUM: the word */
    gint64 integer; /* INTEGER; ETP_ABSENT_INTEGER when absent */
    double number; /* NUMBER; NAN when absent */
    gboolean boolean; /* BOOLEAN */
    GPtrArray *items; /* REFS, TEXTS: of GRefString; VALUES: of EtpValue; NULL when empty;
                       * never written to after it went into a datum */
    GArray *numbers; /* NUMBERS: of double; NULL when empty */
    EtpValue *value; /* VALUE */
    GBytes *bytes; /* DATA */
  } u;
} EtpDatum;

#define ETP_ABSENT_INTEGER G_MININT64

typedef union _EtpSlot EtpSlot; /* private to etp-record.c */

typedef struct
{
  const EtpTable *table;
  EtpSlot *slots; /* table->n_fields */
  GPtrArray *unknown; /* of EtpMember, in document order, or NULL */
} EtpRecord;

/* A member that this version does not know: kept and written back after the known ones.
 * json is canonical JSON text of its value with no white space and number text as it was read. */
typedef struct
{
  char *name;
  char *json;
} EtpMember;

/* Reading. All borrow; none allocates. Text getters never return NULL ("" when absent). */
const char *etp_record_get_text (const EtpRecord *self, guint field); /* any text-like type */
gboolean etp_record_get_boolean (const EtpRecord *self, guint field);
int etp_record_get_enum (const EtpRecord *self, guint field); /* index of the word, -1 unknown */
const char *etp_record_get_word (const EtpRecord *self, guint field); /* the word itself */
gint64 etp_record_get_integer (const EtpRecord *self, guint field); /* or ETP_ABSENT_INTEGER */
double etp_record_get_number (const EtpRecord *self, guint field); /* or NAN */
guint etp_record_get_length (const EtpRecord *self, guint field); /* REFS, TEXTS, VALUES, NUMBERS */
const char *etp_record_get_text_at (const EtpRecord *self, guint field, guint index);
double etp_record_get_number_at (const EtpRecord *self, guint field, guint index);
EtpValue *etp_record_get_value_at (const EtpRecord *self, guint field, guint index);
EtpValue *etp_record_get_value (const EtpRecord *self, guint field); /* or NULL */
GBytes *etp_record_get_bytes (const EtpRecord *self, guint field); /* or NULL */
gboolean etp_record_is_default (const EtpRecord *self, guint field); /* would not be written */
void etp_record_dup_datum (const EtpRecord *self, guint field, EtpDatum *datum); /* a new copy */
/* Records of the same table. */
gboolean etp_record_is_same (const EtpRecord *a, const EtpRecord *b, guint field);
gboolean etp_record_has_same_unknown (const EtpRecord *a, const EtpRecord *b);
/* Row by JSON member or by GObject property name; -1 if there is none. */
int etp_table_find_member (const EtpTable *table, const char *member);
int etp_table_find_name (const EtpTable *table, const char *name);

/* A datum from C values; texts are copied. etp_datum_check() refuses what the reader would refuse
 * (range, form, length) with G_IO_ERROR_INVALID_DATA-like ETP_MODEL_ERROR_VALUE. */
EtpDatum etp_datum_text (const EtpField *field, const char *text);
EtpDatum etp_datum_boolean (gboolean boolean);
EtpDatum etp_datum_integer (gint64 integer);
EtpDatum etp_datum_number (double number);
EtpDatum etp_datum_texts (const EtpField *field, const char *const *texts);
EtpDatum etp_datum_take_items (const EtpField *field, GPtrArray *items);
EtpDatum etp_datum_take_numbers (GArray *numbers);
EtpDatum etp_datum_take_value (EtpValue *value);
EtpDatum etp_datum_bytes (GBytes *bytes);
void etp_datum_copy (const EtpDatum *source, EtpDatum *target);
void etp_datum_clear (EtpDatum *datum);
gboolean etp_datum_equal (const EtpDatum *a, const EtpDatum *b);
gboolean etp_datum_check (const EtpDatum *datum, const EtpField *field, GError **error);
gboolean etp_datum_is_default (const EtpDatum *datum, const EtpField *field); /* absent */
gboolean etp_field_is_text (EtpFieldType type); /* its datum is u.text, enumerations included */

/* Values: boxed, immutable once built, atomically reference-counted.
 * Build: etp_value_new (table), etp_value_init_datum (…) for each field, then share. */
#define ETP_TYPE_VALUE_BOX (etp_value_get_type ())
GType etp_value_get_type (void);
EtpValue *etp_value_new (const EtpTable *table);
void etp_value_init_datum (EtpValue *self, guint field, EtpDatum *datum); /* takes the datum */
void etp_value_init_unknown (EtpValue *self, const char *name, const char *json);
EtpValue *etp_value_ref (EtpValue *self);
void etp_value_unref (EtpValue *self);
/* A copy with one field changed; takes the datum. */
EtpValue *etp_value_with (const EtpValue *self, guint field, EtpDatum *datum);
gboolean etp_value_equal (const EtpValue *a, const EtpValue *b);
const EtpRecord *etp_value_record (const EtpValue *self);

#define etp_value_get_text(v, f) etp_record_get_text (etp_value_record (v), (f))
#define etp_value_get_number(v, f) etp_record_get_number (etp_value_record (v), (f))
#define etp_value_get_integer(v, f) etp_record_get_integer (etp_value_record (v), (f))
#define etp_value_get_enum(v, f) etp_record_get_enum (etp_value_record (v), (f))
#define etp_value_get_boolean(v, f) etp_record_get_boolean (etp_value_record (v), (f))
#define etp_value_get_length(v, f) etp_record_get_length (etp_value_record (v), (f))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EtpValue, etp_value_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EtpDatum, etp_datum_clear)

G_END_DECLS
