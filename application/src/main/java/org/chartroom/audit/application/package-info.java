/**
 * The audit trail as other features tell it, and as the server and the operator look after it: sealing, checking,
 * handing out. It can add to the trail and never take from it. Start at {@code AuditTrailService}.
 */
@NullMarked
package org.chartroom.audit.application;

import org.jspecify.annotations.NullMarked;
