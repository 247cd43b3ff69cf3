package org.chartroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.chartroom.http.Api.Answer;
import org.jspecify.annotations.Nullable;

/** What a client sends into, once: another request is sent in its place, and the answer to it is given to the client. */
final class Wire extends HttpClient {

    private final HttpClient http;
    private final HttpRequest request;
    private @Nullable HttpRequest made;
    private @Nullable Answer answer;
    private @Nullable IOException failure;

    Wire(HttpClient http, HttpRequest request) {
        this.http = http;
        this.request = request;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest made, BodyHandler<T> handler) throws IOException, InterruptedException {
        this.made = made;
        try {
            var response = http.send(request, BodyHandlers.ofString());
            answer = new Answer(response);
            return new Read<>(response, handler);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** The request of the client, which was not sent. */
    HttpRequest made() {
        return requireNonNull(made);
    }

    Answer answer() {
        return requireNonNull(answer);
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    /** As text; empty where there is none. */
    static String body(HttpRequest request) {
        var whole = BodySubscribers.ofString(UTF_8);
        request.bodyPublisher()
                .ifPresent(publisher -> publisher.subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        whole.onSubscribe(subscription);
                    }

                    @Override
                    public void onNext(ByteBuffer part) {
                        whole.onNext(List.of(part));
                    }

                    @Override
                    public void onError(Throwable e) {
                        whole.onError(e);
                    }

                    @Override
                    public void onComplete() {
                        whole.onComplete();
                    }
                }));
        if (request.bodyPublisher().isEmpty()) return "";
        return whole.getBody().toCompletableFuture().join();
    }

    /** An answer that was read already, for a client that wants to read it itself. */
    private record Read<T>(HttpResponse<String> response, BodyHandler<T> handler) implements HttpResponse<T> {

        @Override
        @SuppressWarnings("unchecked") // generated clients read streams
        public T body() {
            return (T) new ByteArrayInputStream(response.body().getBytes(UTF_8));
        }

        @Override
        public int statusCode() {
            return response.statusCode();
        }

        @Override
        public HttpRequest request() {
            return response.request();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return response.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return response.sslSession();
        }

        @Override
        public URI uri() {
            return response.uri();
        }

        @Override
        public Version version() {
            return response.version();
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest made, BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest made, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
