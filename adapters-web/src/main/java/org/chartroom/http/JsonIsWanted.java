package org.chartroom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses whoever would not understand the answer before anything is done, instead of when it is to be told. */
@Configuration(proxyBeanMethods = false)
class JsonIsWanted implements HandlerInterceptor, WebMvcConfigurer {

    /** Clients that expect nothing of a success ask for problems alone. */
    private static final List<MediaType> UNDERSTOOD =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException {
        var accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (accepted.isEmpty()) return true;
        try {
            if (MediaType.parseMediaTypes(accepted).stream()
                    .anyMatch(type -> UNDERSTOOD.stream().anyMatch(type::isCompatibleWith))) return true;
        } catch (InvalidMediaTypeException malformed) {
            // not acceptable either
        }
        throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }
}
