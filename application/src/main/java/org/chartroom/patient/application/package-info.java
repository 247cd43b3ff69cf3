/**
 * What the clinic does with patients: registering and looking them up. Every port takes the actor and shows him his own
 * patients only. Start at {@link org.chartroom.patient.application.Registration}.
 */
@NullMarked
package org.chartroom.patient.application;

import org.jspecify.annotations.NullMarked;
