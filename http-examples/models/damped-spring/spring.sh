#!/bin/sh
# spring.sh stiffness damping steps: a mass of 1 kg, released at 1 m; prints a JSON object of outputs.
exec awk -v k="$1" -v c="$2" -v n="$3" 'BEGIN {
    x = 1; v = 0; dt = 0.01; path = ""
    for (i = 0; i < n; i++) {
        a = -k * x - c * v
        x += v * dt
        v += a * dt
        path = path (i ? "," : "") sprintf("%.17g", x)
    }
    printf "{\"position\": %.17g, \"energy\": %.17g, \"path\": [%s]}\n", x, (k * x * x + v * v) / 2, path
}'
