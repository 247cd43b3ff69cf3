package org.chartroom.appointment.application.out;

import java.time.Duration;
import java.util.List;
import org.chartroom.appointment.domain.AppointmentType;
import org.chartroom.appointment.domain.TimeSpan;
import org.chartroom.provider.Actor;
import org.chartroom.provider.ProviderId;

/** When providers are taken by active appointments, without a word about with whom: a colleague has to know it to book. */
public interface BusyTimes {

    /** The stretches of one provider that overlap a time, in no order; what overlaps or touches may be one of them. */
    List<TimeSpan> find(Actor by, ProviderId provider, TimeSpan within);

    /** How long an appointment that is booked now will last. */
    Duration length(Actor by, AppointmentType type);
}
