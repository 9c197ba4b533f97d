/* SPDX-FileCopyrightText: The Etappe authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ETP_MONITOR_SAME, /* as it was read or last saved */
  ETP_MONITOR_CHANGED, /* somebody else wrote it */
  ETP_MONITOR_GONE, /* moved or deleted */
} EtpMonitorState;

/* EtpMonitor: tells when somebody else changes an open file; one that is written anew with the same
 * content is the same. What counts is the etag, looked at on etp_monitor_check() (window focus,
 * before saving); the system's file monitor is only a hint to look, because it is silent on portals
 * and network mounts.
 *
 * Signals:
 *   changed (int state): an EtpMonitorState; the state is not what it was at the last emission, or
 *     somebody else changed the file once more.
 */
#define ETP_TYPE_MONITOR (etp_monitor_get_type ())
G_DECLARE_FINAL_TYPE (EtpMonitor, etp_monitor, ETP, MONITOR, GObject)

EtpMonitor *etp_monitor_new (GFile *file, const char *etag);
/* Looks at the file now, without waiting; answers by the signal. */
void etp_monitor_check (EtpMonitor *self);
EtpMonitorState etp_monitor_get_state (EtpMonitor *self); /* as of the last look */
/* After an own save, or when the person chose to keep their version: this is the state to compare
 * with from now on. */
void etp_monitor_set_etag (EtpMonitor *self, const char *etag);
/* The state that counts as the same. NULL: not known yet; "": unknown, whatever is there is another. */
const char *etp_monitor_get_etag (EtpMonitor *self);
/* Pauses nest; while paused nothing is looked at and nothing is said (during an own save). */
void etp_monitor_pause (EtpMonitor *self);
void etp_monitor_resume (EtpMonitor *self);

G_END_DECLS
