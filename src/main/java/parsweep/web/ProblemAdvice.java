package parsweep.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import parsweep.json.InvalidDefinition;
import parsweep.model.wasm.InvalidModule;
import parsweep.model.wasm.WebAssemblyUnavailable;
import parsweep.sweep.state.Outages;
import parsweep.sweep.state.SweepException;

/** Turns exceptions into problem details (RFC 9457) with stable types, {@code urn:parsweep:problem:...}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Outages outages;

    ProblemAdvice(Outages outages) {
        this.outages = outages;
    }

    @ExceptionHandler
    ProblemDetail invalidDefinition(InvalidDefinition e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-definition", e.getMessage());
        problem.setProperty("path", e.path());
        problem.setProperty("value", e.value());
        problem.setProperty("expected", e.expected());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalidModule(InvalidModule e) {
        ProblemDetail problem = problem(HttpStatus.valueOf(422), "invalid-module", e.getMessage());
        problem.setProperty("path", "module");
        return problem;
    }

    /** A body that is not what its content type says: without a boundary, say. */
    @ExceptionHandler
    ProblemDetail multipart(MultipartException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "multipart",
                "the body cannot be parted: %s (expected: multipart/form-data with a boundary)"
                        .formatted(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
    }

    @ExceptionHandler
    ProblemDetail webAssemblyUnavailable(WebAssemblyUnavailable e) {
        return problem(HttpStatus.NOT_IMPLEMENTED, "webassembly-unavailable", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail badRequest(BadRequest e) {
        return problem(HttpStatusCode.valueOf(e.status()), e.type(), e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> sweepException(SweepException e) {
        return switch (e.problem()) {
            case NOT_FOUND -> entity(problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage()));
            case CONFLICT -> entity(problem(HttpStatus.CONFLICT, "conflict", e.getMessage()));
            case TOO_LARGE -> entity(problem(HttpStatus.valueOf(413), "too-large", e.getMessage()));
            case LIMIT -> entity(problem(HttpStatus.valueOf(422), "limit", e.getMessage()));
            case KEY_IN_USE -> entity(problem(HttpStatus.valueOf(422), "idempotency", e.getMessage()));
            case CAPACITY -> later(problem(HttpStatus.TOO_MANY_REQUESTS, "capacity", e.getMessage()), "10");
            case FULL -> later(problem(HttpStatus.SERVICE_UNAVAILABLE, "full", e.getMessage()), "60");
        };
    }

    /** Whoever comes back soon finds a place as soon as there is one. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> exhausted(Capacity.Exhausted e) {
        return later(problem(HttpStatus.SERVICE_UNAVAILABLE, "capacity", e.getMessage()), "5");
    }

    @ExceptionHandler
    ProblemDetail typeMismatch(MethodArgumentTypeMismatchException e) {
        return problem(HttpStatus.BAD_REQUEST, "invalid-parameter", PlainWords.of(e));
    }

    /** Without a stack trace: while the database is away, every request fails. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseGone(CannotCreateTransactionException e) {
        return withoutDatabase(e);
    }

    /** One that goes away in the middle of a transaction is no fault of ours either. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(RuntimeException e) {
        if (outages.isBehind(e)) {
            return withoutDatabase(e);
        }
        LOG.error("a request failed", e);
        return entity(problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the service failed; its log says why"));
    }

    private static ResponseEntity<ProblemDetail> withoutDatabase(RuntimeException e) {
        LOG.warn("a request failed: {}", e.getMessage());
        return later(
                problem(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable", "the database does not answer"), "10");
    }

    /** Spring's own exceptions carry a problem already; ours says more about media types, and has a type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object answer = body == null && e instanceof ErrorResponse response ? response.getBody() : body;
        if (answer instanceof ProblemDetail problem && isUntyped(problem.getType())) {
            problem.setType(type("http-" + status.value()));
        }
        return super.handleExceptionInternal(e, answer, headers, status, request);
    }

    private static boolean isUntyped(@Nullable URI type) {
        return type == null || type.toString().equals("about:blank");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String limit =
                "the upload is too large (expected: parts that are small beside spring.servlet.multipart.max-request-size)";
        return handleExceptionInternal(e, problem(status, "too-large", limit), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, problem(status, "content-type", PlainWords.of(e)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, problem(status, "http-405", PlainWords.of(e)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                e, problem(status, "invalid-parameter", PlainWords.of(e)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, problem(status, "not-found", PlainWords.of(e)), headers, status, request);
    }

    /** A problem that is over by itself, or as soon as somebody tidies up. */
    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem, String seconds) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> entity(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private static ProblemDetail problem(HttpStatusCode status, String type, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(type(type));
        problem.setDetail(detail);
        return problem;
    }

    private static URI type(String name) {
        return URI.create("urn:parsweep:problem:" + name);
    }
}
