package parsweep.web.page;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {
    /**
     * Browsers ask whether a file is still the same, by its content: its date is that of the sources, which a reproducible
     * build gives to all. Weak, since Tomcat would not compress under a strong one. Not for the address / itself: Tomcat ends the response of its forward, and
     * the filter would send nothing.
     */
    @Bean
    FilterRegistrationBean<Filter> pageTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/favicon.svg", "/page/*", "/vendor/*");
        return registration;
    }
}
