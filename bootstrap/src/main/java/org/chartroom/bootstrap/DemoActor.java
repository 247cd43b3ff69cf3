package org.chartroom.bootstrap;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.chartroom.bootstrap.demo.DemoClinic;
import org.chartroom.http.MalformedRequest;
import org.chartroom.http.Unavailable;
import org.chartroom.provider.Actor;
import org.chartroom.provider.application.out.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever reaches the port is Dr. Demo, and only this machine reaches it. Sign-in replaces this class and nothing else:
 * every controller already asks for an {@link Actor}.
 */
@Configuration(proxyBeanMethods = false)
class DemoActor
        implements HandlerMethodArgumentResolver,
                WebMvcConfigurer,
                WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>,
                Ordered {

    private static final Actor DR_DEMO = new Actor(DemoClinic.PROVIDER);

    /** A page in a browser can have its own name lead here; then the browser still sends that name. */
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");

    private final ObjectProvider<Providers> providers;

    DemoActor(ObjectProvider<Providers> providers) {
        this.providers = providers;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    /** Asked anew each time: Dr. Demo may come and go under a running server, with {@code db reset}. */
    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (!(request.getNativeRequest() instanceof HttpServletRequest http)
                || !OWN_NAMES.contains(http.getServerName()))
            throw new MalformedRequest("Host", "must be this machine's own name as long as nobody signs in");
        if (providers.getObject().find(DemoClinic.PROVIDER).isEmpty())
            throw new Unavailable("There is no Dr. Demo to act for you; the command db seed adds one.");
        return DR_DEMO;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** Whatever else is configured: without sign-in nobody but this machine may ask. */
    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        server.setAddress(InetAddress.getLoopbackAddress());
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
