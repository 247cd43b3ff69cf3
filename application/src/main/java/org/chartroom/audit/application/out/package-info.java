/**
 * What the audit feature needs of a store, and of something outside it. Nothing here changes or deletes an event. Start
 * at {@link org.chartroom.audit.application.out.AuditEvents} and
 * {@link org.chartroom.audit.application.out.SealedTrail}.
 */
@NullMarked
package org.chartroom.audit.application.out;

import org.jspecify.annotations.NullMarked;
