package org.chartroom.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;

/** What whoever reads the server's metrics bears. It is nobody's, and opens nothing else. */
public final class MetricsToken {

    public static final String PATH = "/actuator/prometheus";

    /** Whether metrics are kept and told. */
    public static final String ENABLED = "management.prometheus.metrics.export.enabled";

    private static final String BEARER = "Bearer ";

    private final byte[] token;

    public MetricsToken(String token) {
        this.token = token.getBytes(US_ASCII);
    }

    /** Takes as long whatever is borne, so that nobody finds it out letter by letter. */
    public boolean isBorneBy(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).getBytes(US_ASCII));
    }
}
