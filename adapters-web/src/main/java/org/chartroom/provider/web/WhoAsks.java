package org.chartroom.provider.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chartroom.provider.Actor;
import org.chartroom.provider.Origin;
import org.chartroom.provider.domain.ProviderRefusal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a handler the {@link Actor} who asks, or, before sign-in, the {@link Origin} of the request alone. */
@Configuration(proxyBeanMethods = false)
class WhoAsks implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    WhoAsks() {
        // no parameters that a client sends
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Origin.class);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == Origin.class;
    }

    /** @throws ProviderRefusal {@code unauthenticated}, should a route have been opened whose handler needs an actor */
    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        if (!(web.getNativeRequest() instanceof HttpServletRequest request))
            throw new IllegalStateException("not a request over HTTP");
        if (parameter.getParameterType() == Origin.class) return Origins.of(request);
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor) return actor;
        throw ProviderRefusal.notSignedIn();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
