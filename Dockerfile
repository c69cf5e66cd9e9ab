# syntax=docker/dockerfile:1
# Build the jar, split it into layers that change at different rates, run it as nobody in particular.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
# The cache keeps what Maven downloads between builds.
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q -Dquick -DskipTests package
RUN java -Djarmode=tools -jar target/parsweep.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /parsweep parsweep \
    && mkdir /data && chown parsweep /data
WORKDIR /parsweep
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER parsweep
VOLUME /data
EXPOSE 8080
# In a container, what is published decides who reaches the service.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    PARSWEEP_DATA=/data/parsweep \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 --enable-native-access=ALL-UNNAMED -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=40000"
# The JRE image has no curl; bash opens the connection itself.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
