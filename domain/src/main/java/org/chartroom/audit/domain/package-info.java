/**
 * What makes the audit trail tamper-evident: what is kept of an event, how events are sealed into a chain, and how the
 * chain is checked. It refuses to know what the events mean. Start at {@link org.chartroom.audit.domain.Seal}.
 */
@NullMarked
package org.chartroom.audit.domain;

import org.jspecify.annotations.NullMarked;
