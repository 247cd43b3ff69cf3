package org.chartroom.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands between a client and PostgreSQL on this machine. A listener hears every message of the protocol, version 3, in
 * either direction before it is passed on, and so can do to it what a network does: a listener that waits delays it, one
 * that waits for ever makes a black hole of the connection, one that throws cuts it. Cutting at the answer to a commit
 * leaves the client not knowing what the server has done.
 *
 * <p>What is encrypted is not understood, so a server that agrees to encryption is refused.
 */
public final class PostgresProxy implements AutoCloseable {

    /** Before its first message a client may ask for encryption, TLS's or GSSAPI's; one byte is the answer. */
    private static final Set<Integer> ENCRYPTION = Set.of(80877103, 80877104);

    private final String host;
    private final int server;
    private final Supplier<Listener> listeners;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Is open at once.
     *
     * @param listeners makes one for each connection
     */
    public PostgresProxy(String host, int port, Supplier<Listener> listeners) {
        this.host = host;
        this.server = port;
        this.listeners = listeners;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    /** Where a client finds it, on this machine. */
    public int port() {
        return door.getLocalPort();
    }

    /** Cuts all connections that are open; new ones are welcome. */
    public void cut() {
        open.forEach(PostgresProxy::cut);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                // which ends the loop
            }
        }
    }

    /** Until one of the two hangs up, or the listener does. */
    private void serve(Socket client) {
        open.add(client);
        try (client;
                var connection = new Socket(host, server)) {
            open.add(connection);
            var left = new End(client);
            var right = new End(connection);
            greet(left, right);
            var listener = listeners.get();
            Thread.ofVirtual().start(() -> {
                pass(right, left, listener::answered);
                cut(client); // else the other direction would wait for what nobody sends
            });
            pass(left, right, listener::asked);
            open.remove(connection);
        } catch (IOException gone) {
            // both ends are closed, which is all that there is to tell
        } finally {
            open.remove(client);
        }
    }

    /** Messages have a type, but for those with which a connection begins. */
    private static void greet(End client, End server) throws IOException {
        while (true) {
            var message = client.body();
            server.out.writeInt(message.length + Integer.BYTES);
            server.out.write(message);
            server.out.flush();
            if (!ENCRYPTION.contains(ByteBuffer.wrap(message).getInt())) return;
            var answer = server.in.readByte();
            if (answer != 'N') throw new IOException("the server encrypts");
            client.out.writeByte(answer);
            client.out.flush();
        }
    }

    private static void pass(End from, End to, Ear listener) {
        try {
            for (var type = from.in.read(); type >= 0; type = from.in.read()) {
                var message = new Message((char) type, from.body(), from.in.available() > 0);
                listener.hear(message);
                to.out.writeByte(type);
                to.out.writeInt(message.body.length + Integer.BYTES);
                to.out.write(message.body);
                to.out.flush(); // each by itself, so that what a listener holds back is that message alone
            }
        } catch (IOException cut) {
            // by either end, or by the listener
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears one connection; each direction on a thread of its own. */
    public interface Listener {

        /** What the client is about to tell the server. */
        default void asked(Message message) throws IOException {}

        /** What the server is about to tell the client. */
        default void answered(Message message) throws IOException {}
    }

    /**
     * One message, whole.
     *
     * @param type as in PostgreSQL's manual, "Message Formats"; the same letter means another thing in the other direction
     * @param body what follows the length
     * @param more whether the next message was there too: who sends several at once waits for no answer between them
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares messages
    public record Message(char type, byte[] body, boolean more) {

        /** As many bytes as it takes on the wire. */
        public int length() {
            return 1 + Integer.BYTES + body.length;
        }

        /** The first, second, … of the texts, each ended by a zero, that a message begins with. */
        public String text(int index) {
            var begin = 0;
            for (var i = 0; i < index; i++) begin = end(begin) + 1;
            return new String(body, begin, end(begin) - begin, UTF_8);
        }

        private int end(int begin) {
            var end = begin;
            while (body[end] != 0) end++;
            return end;
        }
    }

    private interface Ear {

        void hear(Message message) throws IOException;
    }

    /** One end of a connection. */
    private static final class End {

        private final DataInputStream in;
        private final DataOutputStream out;

        End(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        }

        /** Its length comes first and counts itself. */
        byte[] body() throws IOException {
            return in.readNBytes(in.readInt() - Integer.BYTES);
        }
    }
}
