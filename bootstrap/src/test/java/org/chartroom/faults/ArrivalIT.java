package org.chartroom.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartroom.bootstrap.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A thousand clients that all come while the server has no time to let anybody in. */
@Execution(ExecutionMode.CONCURRENT)
class ArrivalIT {

    private static final int CLIENTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** By then Linux has tried twice for a client whose place was taken. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @Test
    void whoeverComesWhileTheServerIsHeldUpIsAnsweredOnceItGoesOn() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (var node = Node.over(TestServer.environment("faults_arrival")).serving()) {
            signal("STOP", node);
            try {
                for (var client = 0; client < CLIENTS; client++) clients.add(askingIn(node));
            } finally {
                signal("CONT", node);
            }

            for (var client : clients) assertThat(answer(client)).startsWith("HTTP/1.1 401");
            node.program().sigterm();
            node.program().end();
        } finally {
            for (var client : clients) client.close();
        }
    }

    private static Socket askingIn(Node node) throws IOException {
        var client = new Socket();
        client.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port()),
                Math.toIntExact(AT_ONCE.toMillis()));
        client.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        var out = client.getOutputStream();
        out.write("POST /api/patients HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n".getBytes(US_ASCII));
        out.write("{}".getBytes(US_ASCII));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII)).readLine();
    }

    private static void signal(String name, Node node) throws Exception {
        var sent = new ProcessBuilder(
                        "kill", "-" + name, Long.toString(node.program().pid()))
                .start();
        assertThat(sent.waitFor()).isZero();
    }
}
