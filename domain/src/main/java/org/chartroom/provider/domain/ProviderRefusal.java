package org.chartroom.provider.domain;

import java.util.Map;
import org.chartroom.kernel.Refusal;

/** Every way in which matters of providers are refused. */
public final class ProviderRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ProviderRefusal(Kind kind, String code, String message, Map<String, ?> facts) {
        super(kind, code, message, facts);
    }

    public static ProviderRefusal emailTaken() {
        return new ProviderRefusal(
                Kind.CONFLICT, "already-exists", "Another provider has this e-mail address.", Map.of("field", "email"));
    }
}
