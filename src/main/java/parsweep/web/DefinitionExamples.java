package parsweep.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents a body that is a sweep definition, with examples that run when they are sent as they are. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description = "A sweep: a model and a space of its parameters, as JSON or YAML",
        content = {
            @Content(
                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                    schema = @Schema(type = "object"),
                    examples = {
                        @ExampleObject(name = "grid", summary = "A grid of 1,001 points", value = """
                                        {
                                          "name": "squares",
                                          "model": "square",
                                          "space": {"grid": {"x": {"linspace": [0, 10, 1001]}}}
                                        }"""),
                        @ExampleObject(name = "zip", summary = "100 pairs, a thousand values each", value = """
                                        {
                                          "name": "100 pairs",
                                          "model": "linear-series",
                                          "space": {"zip": {
                                            "param1": {"arange": [0, 100]},
                                            "param2": {"arange": [2, 202, 2]}}},
                                          "fixed": {"n": 1000}
                                        }"""),
                        @ExampleObject(
                                name = "union",
                                summary = "Two grids of a stochastic model, three replicates",
                                value = """
                                        {
                                          "name": "two regions",
                                          "model": "wormlike-chain",
                                          "space": {"union": [
                                            {"grid": {"packingRatio": [20, 30], "persistenceLength": {"linspace": [20, 60, 3]}}},
                                            {"grid": {"packingRatio": [50, 60], "persistenceLength": {"linspace": [80, 200, 4]}}}]},
                                          "replicates": 3,
                                          "seed": 42
                                        }"""),
                        @ExampleObject(name = "formula", summary = "Formulas instead of a model", value = """
                                        {
                                          "name": "damped oscillation",
                                          "model": {"formula": {
                                            "x": "exp(-damping * t) * cos(2 * pi * t)",
                                            "energy": "x^2 / 2"}},
                                          "space": {"grid": {
                                            "damping": [0.1, 0.2, 0.5],
                                            "t": {"linspace": [0, 5, 501]}}}
                                        }"""),
                        @ExampleObject(
                                name = "where",
                                summary = "A derived parameter, and only the points that meet a constraint",
                                value = """
                                        {
                                          "name": "stable queues",
                                          "model": "mmc-queue",
                                          "space": {
                                            "grid": {"arrivalRate": {"linspace": [1, 12, 12]}, "servers": [1, 2, 4]},
                                            "derive": {"serviceRate": "10 / servers"},
                                            "where": "arrivalRate < 0.9 * servers * serviceRate"},
                                          "fixed": {"customers": 10000}
                                        }"""),
                        @ExampleObject(name = "sample", summary = "256 points, evenly spread", value = """
                                        {
                                          "name": "options, evenly",
                                          "model": "black-scholes-monte-carlo",
                                          "space": {"sample": {"method": "sobol", "count": 256, "parameters": {
                                            "spot": {"uniform": [80, 120]},
                                            "volatility": {"loguniform": [0.05, 0.8]}}}},
                                          "fixed": {"paths": 1000}
                                        }"""),
                        @ExampleObject(
                                name = "sensitivity",
                                summary = "Which parameters matter: Sobol indices of Ishigami's function",
                                value = """
                                        {
                                          "name": "Ishigami",
                                          "model": {"formula": {"y": "sin(a) + 7 * sin(b)^2 + 0.1 * c^4 * sin(a)"}},
                                          "space": {"sensitivity": {"method": "saltelli", "count": 1024, "parameters": {
                                            "a": {"uniform": [-3.141592653589793, 3.141592653589793]},
                                            "b": {"uniform": [-3.141592653589793, 3.141592653589793]},
                                            "c": {"uniform": [-3.141592653589793, 3.141592653589793]}}}}
                                        }""")
                    }),
            @Content(
                    mediaType = "application/yaml",
                    schema = @Schema(type = "object"),
                    examples = @ExampleObject(name = "yaml", value = """
                                            name: squares
                                            model: square
                                            space:
                                              grid:
                                                x: {linspace: [0, 10, 1001]}
                                            """))
        })
@interface DefinitionExamples {}
