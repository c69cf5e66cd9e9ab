package parsweep.web.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

/**
 * What archives may contain.
 *
 * @param exportCode whether the files of the operator's models, and how programs are started, are in the archives of their sweeps; not unless the
 *     operator says so, since whoever can read results could read them
 */
@ConfigurationProperties("parsweep")
record ArchiveProperties(@DefaultValue("false") boolean exportCode) {
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ArchiveProperties.class)
    static class Enabled {}
}
