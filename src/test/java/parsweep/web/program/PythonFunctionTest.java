package parsweep.web.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Functions of Python, over HTTP. */
class PythonFunctionTest extends WithPrograms {
    PythonFunctionTest() {
        super("python3");
    }

    @Test
    void aFunctionOfNamedParametersIsSwept() throws IOException {
        program("py-square", """
                name: py-square
                protocol: python
                function: code:run
                parameters: {a: real, n: integer}
                outputs: {y: real}
                """).file("code.py", """
                def run(n, a):
                    print("to standard error")
                    return a ** n
                """).refresh();

        JsonNode status = service().run("""
                {"model": "py-square", "space": {"grid": {"a": {"linspace": [1, 2, 500]}, "n": {"arange": [0, 200]}}}}""");

        assertThat(status.at("/progress/done").longValue()).isEqualTo(100_000);
        assertThat(results(status)).contains(Math.pow(2, 199));
    }
}
