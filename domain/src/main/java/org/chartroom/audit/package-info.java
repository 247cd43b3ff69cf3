/**
 * Who saw or changed what, as other features tell it: in the same transaction, with ids and never a clinical text. Start
 * at {@link org.chartroom.audit.AuditTrail}.
 */
@NullMarked
package org.chartroom.audit;

import org.jspecify.annotations.NullMarked;
