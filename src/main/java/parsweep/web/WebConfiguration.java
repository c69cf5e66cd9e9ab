package parsweep.web;

import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parsweep.sweep.state.SweepState;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebLimits.class)
class WebConfiguration implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ForeignPages());
        registry.addInterceptor(new KnownParameters()).addPathPatterns(Api.ROOT + "/**");
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                SweepState.class,
                text -> SweepState.valueOf(text.strip().toUpperCase(Locale.ROOT)));
    }
}
