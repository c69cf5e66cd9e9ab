package parsweep.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What Spring refuses by itself, said as the rest of the service says it: what was sent, and what was expected. */
final class PlainWords {
    private PlainWords() {}

    static String of(MethodArgumentTypeMismatchException e) {
        Class<?> required = e.getRequiredType();
        String expected = required == null ? "another type" : type(required);
        return "%s=%s (expected: %s)".formatted(e.getName(), e.getValue(), expected);
    }

    /** What a parameter of a type may be. */
    static String type(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number, such as 0.5 or 1e-9";
        }
        return type == long.class || type == int.class || type == Long.class || type == Integer.class
                ? "a whole number"
                : "a text";
    }

    /** A parameter that must be there may be what its documentation says. */
    static String of(MissingServletRequestParameterException e) {
        MethodParameter parameter = e.getMethodParameter();
        Parameter documented = parameter == null ? null : parameter.getParameterAnnotation(Parameter.class);
        String expected = parameter == null ? "a value" : type(parameter.getParameterType());
        if (documented != null && !documented.description().isEmpty()) {
            expected = documented.description();
        }
        if (documented != null && !documented.example().isEmpty()) {
            expected += ", such as %s=%s".formatted(e.getParameterName(), documented.example());
        }
        return "the parameter %s is missing (expected: %s)".formatted(e.getParameterName(), expected);
    }

    static String of(HttpMediaTypeNotSupportedException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("(expected: ")) {
            return message; // ours
        }
        String supported =
                e.getSupportedMediaTypes().stream().map(MediaType::toString).collect(Collectors.joining(" or "));
        return "Content-Type is %s (expected: %s)"
                .formatted(
                        e.getContentType() == null ? "nothing" : e.getContentType(),
                        supported.equals(MediaType.MULTIPART_FORM_DATA_VALUE)
                                ? supported + ", " + UploadController.EXPECTED
                                : supported);
    }

    static String of(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        return "%s (expected: %s)"
                .formatted(e.getMethod(), supported == null ? "another method" : String.join(" or ", supported));
    }

    static String of(NoResourceFoundException e) {
        return "nothing answers to %s /%s (expected: one of the addresses that /swagger-ui.html shows)"
                .formatted(e.getHttpMethod(), e.getResourcePath().replaceFirst("^/", ""));
    }
}
