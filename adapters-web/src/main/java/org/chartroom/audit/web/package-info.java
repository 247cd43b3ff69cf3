/**
 * That somebody asked over HTTP for what is not theirs, told to the audit trail. What is theirs, the services tell. Start
 * at {@code RefusalRecorder}.
 */
@NullMarked
package org.chartroom.audit.web;

import org.jspecify.annotations.NullMarked;
