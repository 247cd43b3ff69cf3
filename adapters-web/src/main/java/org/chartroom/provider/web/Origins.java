package org.chartroom.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.chartroom.http.MalformedRequest;
import org.chartroom.http.RequestId;
import org.chartroom.provider.Origin;

/** Where an HTTP request comes from. */
final class Origins {

    static Origin of(HttpServletRequest request) {
        return new Origin(RequestId.of(request), address(request.getRemoteAddr()), null);
    }

    /** Without a zone, which only this machine knows; an IPv4 address in the form of IPv6 as IPv4. */
    private static String address(String text) {
        var zone = text.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone))
                    .getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            throw new MalformedRequest("X-Forwarded-For", "must hold addresses only, as the proxy saw them");
        }
    }

    private Origins() {}
}
