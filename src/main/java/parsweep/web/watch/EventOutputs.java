package parsweep.web.watch;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import parsweep.web.Capacity;
import parsweep.web.WebLimits;

/** Opens the ways to clients, as many at a time as are allowed. */
@Component
class EventOutputs {
    private final Capacity streams;

    EventOutputs(WebLimits limits) {
        this.streams = new Capacity("event streams", "parsweep.limits.event-streams", limits.eventStreams());
    }

    /**
     * Turns a response into a stream of events; empty if only its head was asked for.
     *
     * @throws Capacity.Exhausted if there are too many
     */
    Optional<EventOutput> open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        if (request.getMethod().equals("HEAD")) {
            return Optional.empty(); // would else wait for a body that nobody sees
        }
        Capacity.Lease lease = streams.acquire();
        try {
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back until it has 4 kB
            ServletOutputStream out = response.getOutputStream();
            AsyncContext context = request.startAsync();
            context.setTimeout(0); // never: a sweep may take days
            EventOutput output = new EventOutput(context, out, lease);
            context.addListener(output);
            out.setWriteListener(output);
            return Optional.of(output);
        } catch (IOException | RuntimeException e) {
            lease.close();
            throw e;
        }
    }
}
