package parsweep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Keeps pages of other sites from changing anything: a browser sends their forms, uploads among them, to any service on
 * the person's machine, and says so.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class ForeignPages implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !READING.contains(request.getMethod())) {
            throw new BadRequest(
                    403,
                    "foreign-page",
                    "%s from a page of another site, %s (expected: a page of this service, or a program)"
                            .formatted(request.getMethod(), request.getHeader("Origin")));
        }
        return true;
    }
}
