package org.chartroom.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the trail what a provider was refused, once the refused transaction is over. Nothing was shown, so one that
 * cannot be told is logged and no more. Whoever has not signed in is not told of: nobody is
 * known, and anybody could fill the disk.
 */
@Configuration(proxyBeanMethods = false)
class RefusalRecorder implements HandlerInterceptor, WebMvcConfigurer {

    private static final Log LOG = LogFactory.getLog(RefusalRecorder.class);

    private static final Set<Refusal.Kind> TOLD = Set.of(Refusal.Kind.UNKNOWN, Refusal.Kind.FORBIDDEN);

    /** Path segment behind {@code /api/} → what stands there. */
    private static final Map<String, Reference.Kind> KINDS = Map.of(
            "patients", Reference.Kind.PATIENT,
            "appointments", Reference.Kind.APPOINTMENT,
            "records", Reference.Kind.MEDICAL_RECORD);

    private final Refusals refusals;

    RefusalRecorder(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        var object = object(request);
        if (object == null
                || !(request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof Refusal refusal)
                || !TOLD.contains(refusal.kind())
                || !(request.getAttribute(Actor.class.getName()) instanceof Actor actor)) return;
        try {
            refusals.record(actor, new AuditEvent(action(request), object, patient(refusal)), refusal.code());
        } catch (RuntimeException untold) {
            LOG.warn("the refusal of request %s is not in the audit trail: %s"
                    .formatted(RequestId.of(request), untold.getClass().getName()));
        }
    }

    /** By what the path says; that it exists, and whose it is, is not known here. */
    private static @Nullable Reference object(HttpServletRequest request) {
        if (!(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern))
            return null;
        var segments = pattern.split("/", 4);
        var kind = segments.length > 2 ? KINDS.get(segments[2]) : null;
        return kind == null ? null : new Reference(kind, id(request));
    }

    /** Who was asked for, whether or not there is such a patient; an id prints as its UUID. */
    private static @Nullable UUID patient(Refusal refusal) {
        var id = refusal.facts().get("patientId");
        return id == null ? null : UUID.fromString(id.toString());
    }

    private static @Nullable UUID id(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
        return null;
    }

    private static Action action(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "POST" -> Action.CREATE;
            case "PUT" -> Action.UPDATE;
            case "DELETE" -> Action.DELETE;
            default -> Action.READ;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }
}
