package parsweep.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the handler of a request does not know: a slip in its name would else do what nobody asked for,
 * such as submit a sweep that was to be shown only. A parameter is known if a method has it as {@link RequestParam}, as a
 * component of a {@link ParameterObject}, or as a condition of its mapping, which another method reads.
 */
final class KnownParameters implements HandlerInterceptor {
    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    /**
     * @throws BadRequest if a parameter is not known, is there twice and not a list, or has no value and is not a text
     */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // The query only: the parameters of Servlets are those of forms too, to know which is to read the body.
        String query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod method) {
            Map<String, Class<?>> types = known.computeIfAbsent(method.getMethod(), any -> typesByName(method));
            Map<String, String> seen = new LinkedHashMap<>();
            for (String pair : query.split("&", -1)) {
                if (!pair.isEmpty()) {
                    check(pair, types, seen);
                }
            }
        }
        return true;
    }

    private static void check(String pair, Map<String, Class<?>> types, Map<String, String> seen) {
        String[] parts = pair.split("=", 2);
        String name = decoded(parts[0]);
        String value = parts.length == 1 ? "" : decoded(parts[1]);
        Class<?> type = types.get(name);
        if (type == null) {
            throw BadRequest.parameter(name, value, words(types.keySet()));
        }
        String before = seen.put(name, value);
        if (before != null && !Collection.class.isAssignableFrom(type)) {
            throw BadRequest.parameter(name, before + " and " + value, "one value");
        }
        if (value.isBlank() && (ClassUtils.isPrimitiveOrWrapper(type) || type.isEnum())) {
            throw BadRequest.parameter(name, value, PlainWords.type(type)); // Spring would take the default
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(
                    400, "invalid-parameter", "%s (expected: two hexadecimal digits behind every %%)".formatted(text));
        }
    }

    private static String words(Collection<String> names) {
        return names.isEmpty() ? "no parameters" : "one of the parameters " + String.join(", ", names);
    }

    private static Map<String, Class<?>> typesByName(HandlerMethod handler) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                types.put(declared.name().isEmpty() ? name(parameter) : declared.name(), type);
            } else if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                for (RecordComponent component : type.getRecordComponents()) {
                    types.put(component.getName(), component.getType());
                }
            }
        }
        for (String condition : conditions(handler)) {
            types.putIfAbsent(condition.replaceFirst("^!", "").replaceFirst("!?=.*", ""), String.class);
        }
        return types;
    }

    private static String name(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameter().getName(), "compiled without the names of parameters");
    }

    /** Those on parameters: {@code wait}, {@code !wait} or {@code wait=20s}. */
    private static List<String> conditions(HandlerMethod handler) {
        @Nullable
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null ? List.of() : Arrays.asList(mapping.params());
    }
}
