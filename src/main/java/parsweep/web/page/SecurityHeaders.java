package parsweep.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says to browsers what our pages may do. Scripts and styles come from files of ours only, so that a name or a message
 * that holds HTML stays text; nothing is loaded from elsewhere, and nobody may frame us.
 */
@Component
class SecurityHeaders extends OncePerRequestFilter {
    private static final String OURS = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** With trusted types, the browser refuses to parse a string as HTML, ours and ECharts' included. */
    private static final String PAGE = OURS + "; require-trusted-types-for 'script'; trusted-types default";

    /** Swagger UI parses strings, writes styles into its elements and draws icons from data. */
    private static final String SWAGGER = OURS.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self'", "img-src 'self' data:");

    /** Results are data; a plot (SVG) may style itself. */
    private static final String API = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }

    private static String policy(String path) {
        if (path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator")) {
            return API;
        }
        return path.startsWith("/swagger-ui") ? SWAGGER : PAGE;
    }
}
