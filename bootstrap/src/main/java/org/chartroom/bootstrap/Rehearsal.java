package org.chartroom.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chartroom.ChartroomApplication;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The server's start without a database, from the first bean to the first answer, for a JVM that watches and keeps what it
 * learned. It touches neither a home nor a database nor a port that anybody knows.
 */
@Configuration(proxyBeanMethods = false)
@Profile(Rehearsal.PROFILE)
public class Rehearsal {

    static final String PROFILE = "rehearsal";

    /** Answers that need no database: a probe, a refusal as JSON, a page. */
    private static final List<String> REQUESTS =
            List.of("/actuator/health/liveness", "/api/patients", "/problems", "/studio/sign-in");

    public static void run() throws IOException {
        var application = new SpringApplication(ChartroomApplication.class);
        application.setAdditionalProfiles(PROFILE);
        try (var server = application.run("--server.address=127.0.0.1", "--server.port=0")) {
            if (server instanceof WebServerApplicationContext web && web.getWebServer() != null)
                for (var path : REQUESTS) ask(web.getWebServer().getPort(), path);
        }
    }

    @Bean
    ClinicDatabase clinicDatabase() {
        return ClinicDatabase.absent();
    }

    /** Where a start migrates, one that cannot asks in vain, and so has loaded the driver and Flyway. */
    @Bean
    SmartInitializingSingleton preparedDatabase(ClinicDatabase database) {
        return () -> {
            try {
                database.schema().status();
            } catch (RuntimeException asItHasToBe) {
                return; // nobody answers, whichever of the two says so
            }
            throw new IllegalStateException("There is a database where none can be.");
        };
    }

    private static void ask(int port, String path) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
