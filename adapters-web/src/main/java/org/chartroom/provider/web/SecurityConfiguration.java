package org.chartroom.provider.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.chartroom.http.MetricsToken;
import org.chartroom.http.Pages;
import org.chartroom.provider.application.SignIn;
import org.chartroom.provider.domain.ProviderRefusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Which routes are open to whom: nothing is, unless it is said here. Outside the studio nothing of a session lies in a
 * cookie, so there is no request that a browser could be made to send on somebody's behalf; in the studio, whatever is not
 * merely looked at needs a token of ours besides. Other origins are not let in either.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Open to everybody; what they answer is nobody's. */
    private static final RequestMatcher OPEN = new OrRequestMatcher(List.of(
            route(HttpMethod.POST, "/api/auth/token"),
            route(HttpMethod.POST, "/api/auth/refresh"),
            route(HttpMethod.GET, "/actuator/health"),
            route(HttpMethod.GET, "/actuator/health/liveness"),
            route(HttpMethod.GET, "/actuator/health/readiness")));

    /** What is to be read about the interface, and by a person in a browser; the same for everybody. */
    private static final RequestMatcher PAGES = new OrRequestMatcher(List.of(
            route(HttpMethod.GET, "/docs"),
            route(HttpMethod.GET, "/docs/**"),
            route(HttpMethod.GET, "/swagger-ui/{file}"),
            route(HttpMethod.GET, "/problems"),
            route(HttpMethod.GET, "/problems/{code}")));

    private static final RequestMatcher STUDIO =
            PathPatternRequestMatcher.withDefaults().matcher(Pages.ROOT + "/**");

    private static final RequestMatcher WITHOUT_SIGN_IN = new OrRequestMatcher(List.of(
            route(HttpMethod.GET, SignInPage.PATH),
            route(HttpMethod.POST, SignInPage.PATH),
            route(HttpMethod.GET, Pages.ROOT + "/assets/{file}")));

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Their own scripts and styles, and requests to this server; nothing from elsewhere. */
    private static final String OWN = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    /** Files of this server; a style sheet holds small pictures in itself. No script and no style stands in a page. */
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain pages(HttpSecurity http) {
        return common(http.securityMatcher(PAGES), OWN)
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .build();
    }

    /** For whoever watches the server; who is signed in is nobody here. */
    @Bean
    @Order(0)
    @ConditionalOnBooleanProperty(MetricsToken.ENABLED)
    SecurityFilterChain metrics(HttpSecurity http, MetricsToken token) {
        return common(http.securityMatcher(route(HttpMethod.GET, MetricsToken.PATH)), NOTHING)
                .authorizeHttpRequests(routes -> routes.anyRequest()
                        .access((_, asked) -> new AuthorizationDecision(token.isBorneBy(asked.getRequest()))))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((_, _, _) -> {
                    throw ProviderRefusal.notSignedIn();
                }))
                .build();
    }

    /** For browsers, whose cookies are taken here and nowhere else. */
    @Bean
    @Order(1)
    @ConditionalOnBooleanProperty(Pages.ENABLED)
    SecurityFilterChain studio(HttpSecurity http, SignIn signIn) {
        return common(http.securityMatcher(STUDIO), STRICT)
                .csrf(forms -> forms.csrfTokenRepository(new BrowserCsrfTokens())
                        // who is signed in is found out anew for each request; that is no sign-in, and keeps the token
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(WITHOUT_SIGN_IN)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // behind it: a form of another site's does not even refresh a session
                .addFilterAfter(new BrowserSessionFilter(signIn, WITHOUT_SIGN_IN), CsrfFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, _) -> SignInPage.leadTo(request, response))
                        .accessDeniedHandler((_, _, _) -> {
                            throw ProviderRefusal.foreignForm();
                        }))
                .build();
    }

    /** Where it is not served there is nothing, for anybody. */
    @Bean
    @Order(1)
    @ConditionalOnBooleanProperty(name = Pages.ENABLED, havingValue = false, matchIfMissing = true)
    SecurityFilterChain noStudio(HttpSecurity http) {
        return common(http.securityMatcher(STUDIO), NOTHING)
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .build();
    }

    @Bean
    SecurityFilterChain routes(HttpSecurity http, SignIn signIn) {
        return common(http, NOTHING)
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new BearerTokenFilter(signIn, OPEN), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((_, _, _) -> {
                            throw ProviderRefusal.notSignedIn();
                        })
                        .accessDeniedHandler((request, _, _) -> {
                            throw new NoResourceFoundException(
                                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
                        }))
                .build();
    }

    private static HttpSecurity common(HttpSecurity http, String contentSecurityPolicy) {
        return http.headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(contentSecurityPolicy))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .anonymous(withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable);
    }

    private static RequestMatcher route(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }
}
