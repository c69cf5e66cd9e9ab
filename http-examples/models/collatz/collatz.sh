#!/bin/sh
# A worker: prints "ready", then answers every line, a JSON object of parameters, by a line, a JSON object of outputs.
echo ready
while read -r line; do
    n=${line##*\"n\":}          # {"index":0,"seed":104003916602523,"n":27}
    n=${n%%[!0-9]*}
    steps=0
    highest=$n
    while [ "$n" -gt 1 ]; do
        if [ $((n % 2)) = 0 ]; then n=$((n / 2)); else n=$((3 * n + 1)); fi
        if [ "$n" -gt "$highest" ]; then highest=$n; fi
        steps=$((steps + 1))
    done
    echo "{\"steps\": $steps, \"highest\": $highest}"
done
