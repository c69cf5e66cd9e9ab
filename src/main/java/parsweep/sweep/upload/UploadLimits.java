package parsweep.sweep.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken on of uploaded models. The README says why the defaults are what they are.
 *
 * @param uploadedModels versions counted one by one
 * @param module bytes of a WebAssembly module
 * @param moduleMemory that the memory of one of its instances may have
 * @param uploadTime that may pass until a module is compiled and started
 */
@ConfigurationProperties("parsweep.limits")
public record UploadLimits(
        @DefaultValue("200") int uploadedModels,
        @DefaultValue("1MB") DataSize module,
        @DefaultValue("16MB") DataSize moduleMemory,
        @DefaultValue("15s") Duration uploadTime) {
    /** @throws IllegalArgumentException if a limit lets nothing pass */
    public UploadLimits {
        if (uploadedModels < 0
                || module.toBytes() < 1
                || moduleMemory.toBytes() < 0
                || uploadTime.isNegative()
                || uploadTime.isZero()) {
            throw new IllegalArgumentException(
                    "parsweep.limits: uploaded-models=%d, module=%s, module-memory=%s, upload-time=%s (expected: more than 0)"
                            .formatted(uploadedModels, module, moduleMemory, uploadTime));
        }
    }
}
