package org.chartroom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where people in a browser are, to whom everything is told as a page. */
public final class Pages {

    /** The studio, and what leads into it. */
    public static final String ROOT = "/studio";

    /** Whether the studio is served. */
    public static final String ENABLED = "chartroom.studio.enabled";

    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^\\\\{}]]+");

    private static final Pattern LEADING_UP = Pattern.compile("//|\\.\\.|%2e", Pattern.CASE_INSENSITIVE);

    public static boolean isOne(HttpServletRequest request) {
        return isOne(request.getServletPath());
    }

    private static boolean isOne(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** Whether an address that somebody sent along, to be led to, is a page of ours, however a browser reads it. */
    public static boolean isAddressOfOne(@Nullable String address) {
        if (address == null || !ADDRESS.matcher(address).matches()) return false;
        var path = address.split("[?#]", 2)[0];
        return isOne(path) && !LEADING_UP.matcher(path).find();
    }

    private Pages() {}
}
