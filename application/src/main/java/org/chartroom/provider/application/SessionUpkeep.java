package org.chartroom.provider.application;

/** What has to be done now and then so that nothing is kept longer than it serves. */
public interface SessionUpkeep {

    /** Removes sessions that have ended by themselves, and tries at signing in that count no longer. */
    void removeEnded();
}
