package org.chartroom.audit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.chartroom.audit.Action;
import org.chartroom.audit.AuditEvent;
import org.chartroom.audit.Reference;
import org.chartroom.audit.application.Refusals;
import org.chartroom.http.RequestId;
import org.chartroom.kernel.Refusal;
import org.chartroom.provider.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Tells the trail what a provider was refused, once the refused transaction is over: right behind sign-in, so before
 * whatever opens one. Nothing was shown, so one that cannot be told is logged and no more. Whoever has not signed in is not
 * told of: nobody is known, and anybody could fill the disk.
 */
@Component
@Order(RefusalRecorder.RIGHT_BEHIND_SIGN_IN)
class RefusalRecorder extends OncePerRequestFilter {

    /** Spring Security's filters stand at -100. */
    static final int RIGHT_BEHIND_SIGN_IN = -99;

    private static final Log LOG = LogFactory.getLog(RefusalRecorder.class);

    private static final Set<Refusal.Kind> TOLD = Set.of(Refusal.Kind.UNKNOWN, Refusal.Kind.FORBIDDEN);

    /** What kind, and which, where one is named. */
    private static final Pattern PATH = Pattern.compile(
            "(?:/api|/studio(?:/tables)?)/([a-z_]+)(?:/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\b)?");

    /** Path segment behind {@code /api/} or {@code /studio/}, or the name of a table there → what stands there. */
    private static final Map<String, Reference.Kind> KINDS = Map.ofEntries(
            Map.entry("patients", Reference.Kind.PATIENT),
            Map.entry("appointments", Reference.Kind.APPOINTMENT),
            Map.entry("records", Reference.Kind.MEDICAL_RECORD),
            Map.entry("patient", Reference.Kind.PATIENT),
            Map.entry("allergy", Reference.Kind.ALLERGY),
            Map.entry("chronic_condition", Reference.Kind.CHRONIC_CONDITION),
            Map.entry("appointment", Reference.Kind.APPOINTMENT),
            Map.entry("medical_record", Reference.Kind.MEDICAL_RECORD),
            Map.entry("symptom", Reference.Kind.SYMPTOM),
            Map.entry("prescription", Reference.Kind.PRESCRIPTION),
            Map.entry("vital_signs", Reference.Kind.VITAL_SIGNS));

    private final Refusals refusals;

    RefusalRecorder(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, new HeldRefusal(response));
        } catch (Refusal refusal) {
            tell(request, refusal);
            throw refusal;
        }
        if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Refusal refusal)
            tell(request, refusal);
    }

    private void tell(HttpServletRequest request, Refusal refusal) {
        var object = object(request);
        if (object == null
                || !TOLD.contains(refusal.kind())
                || !(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) return;
        try {
            refusals.record(actor, new AuditEvent(action(request), object, patient(refusal)), refusal.code());
        } catch (RuntimeException untold) {
            LOG.warn("the refusal of request %s is not in the audit trail: %s"
                    .formatted(RequestId.of(request), untold.getClass().getName()));
        }
    }

    /** By what the path says, as the container has decoded it; that it exists, and whose it is, is not known here. */
    private static @Nullable Reference object(HttpServletRequest request) {
        var path = PATH.matcher(request.getServletPath());
        if (!path.lookingAt()) return null;
        var kind = KINDS.get(path.group(1));
        return kind == null ? null : new Reference(kind, path.group(2) == null ? null : UUID.fromString(path.group(2)));
    }

    /** Who was asked for, whether or not there is such a patient; an id prints as its UUID. */
    private static @Nullable UUID patient(Refusal refusal) {
        var id = refusal.facts().get("patientId");
        return id == null ? null : UUID.fromString(id.toString());
    }

    private static Action action(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "POST" -> Action.CREATE;
            case "PUT" -> Action.UPDATE;
            case "DELETE" -> Action.DELETE;
            default -> Action.READ;
        };
    }
}
