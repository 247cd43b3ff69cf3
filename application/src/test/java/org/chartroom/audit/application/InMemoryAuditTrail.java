package org.chartroom.audit.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chartroom.audit.Access;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.AuditTrail;
import org.chartroom.audit.Reference;
import org.chartroom.kernel.Page;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;

/** Remembers what it was told, in order. */
public final class InMemoryAuditTrail implements AuditTrail {

    private final List<Told> told = new ArrayList<>();

    @Override
    public void record(Actor by, AuditEvent... events) {
        for (var event : events) told.add(new Told(by, event));
    }

    @Override
    public <T> T reading(Actor by, Reference.Kind list, Supplier<T> reading) {
        record(by, AuditEvent.ofList(list));
        return reading.get();
    }

    @Override
    public <T> Optional<T> reading(Actor by, AuditEvent seen, Supplier<Optional<T>> reading) {
        var found = reading.get();
        if (found.isPresent()) record(by, seen);
        return found;
    }

    @Override
    public Page<Access, Long> accesses(Actor by, UUID patient, int limit, @Nullable Long before) {
        return new Page<>(List.of(), null);
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    public List<AuditEvent> events() {
        return told.stream().map(Told::event).toList();
    }

    /** An event, and who told it. */
    public record Told(Actor by, AuditEvent event) {}
}
