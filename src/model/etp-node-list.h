/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "etp-node.h"

G_BEGIN_DECLS

/* EtpNodeList: the ordered nodes of one of the root's lists; a read-only GListModel of EtpNode to
 * the outside. Borrowed pointers stay valid while the node is in the list. */
#define ETP_TYPE_NODE_LIST (etp_node_list_get_type ())
G_DECLARE_FINAL_TYPE (EtpNodeList, etp_node_list, ETP, NODE_LIST, GObject)

guint etp_node_list_get_length (EtpNodeList *self);
EtpNode *etp_node_list_get (EtpNodeList *self, guint index); /* borrowed; NULL past the end */
guint etp_node_list_get_index (EtpNodeList *self,
                               EtpNode *node); /* G_MAXUINT if not in it; O(1) on average */

G_END_DECLS
