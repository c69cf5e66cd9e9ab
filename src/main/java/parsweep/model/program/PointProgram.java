package parsweep.model.program;

import java.util.List;
import parsweep.model.ModelDescription;

/**
 * A program of which every point is a process of its own: {@code protocol: process}.
 *
 * @param files written for each point
 * @param isJsonInput whether the point comes as JSON on standard input, which is empty otherwise
 */
record PointProgram(
        ModelDescription description,
        Setting setting,
        Command command,
        List<InputFile> files,
        boolean isJsonInput,
        ResultSource result) {}
