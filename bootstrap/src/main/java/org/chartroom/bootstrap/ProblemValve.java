package org.chartroom.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat refuses before the application is asked, such as a request line that is none or a header that is too long,
 * told as a problem like every other, and without a word of what was sent or of what refuses it. Tomcat makes it by its
 * name.
 */
public final class ProblemValve extends ErrorReportValve {

    private static final int LEAST_ERROR = 400;
    private static final int LEAST_OWN_FAULT = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < LEAST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) return;
        var problem = (status < LEAST_OWN_FAULT ? MALFORMED : OUR_FAULT)
                .formatted(status)
                .getBytes(UTF_8);
        response.setContentType("application/problem+json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(problem.length);
        try {
            response.getResponse().getOutputStream().write(problem);
            response.finishResponse();
        } catch (IOException gone) {
            // nobody is left to be told
        }
    }

    private static final String MALFORMED = """
            {"type":"/problems/malformed-request","title":"Malformed request","status":%d,\
            "detail":"The request cannot be read.","code":"malformed-request"}""";

    private static final String OUR_FAULT = """
            {"type":"/problems/internal-error","title":"Internal error","status":%d,\
            "detail":"Something went wrong on our side.","code":"internal-error"}""";
}
