/**
 * What the clinic does with patients: registering and looking them up, and what there is to know before each visit. Every
 * port takes the actor and shows him his own patients and those shared with him only. Start at {@link org.chartroom.patient.application.Registration}.
 */
@NullMarked
package org.chartroom.patient.application;

import org.jspecify.annotations.NullMarked;
