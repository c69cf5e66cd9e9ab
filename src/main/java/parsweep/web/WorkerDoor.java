package parsweep.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps everything but health and metrics from a process that only computes. */
@Component
@ConditionalOnProperty(name = "parsweep.role", havingValue = "worker")
class WorkerDoor extends OncePerRequestFilter {
    private static final String OPEN = "/actuator/";

    private static final String PROBLEM =
            "{\"type\":\"urn:parsweep:problem:worker\",\"title\":\"Not Found\",\"status\":404,"
                    + "\"detail\":\"this process only computes, parsweep.role=worker (expected: a process with the role all or server)\"}";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith(OPEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(PROBLEM.getBytes(StandardCharsets.UTF_8));
    }
}
