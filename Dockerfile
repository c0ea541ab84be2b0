# The image of every part of the cluster form (docker-compose.yml). Build the jar first:
#   mvn -DskipTests package && docker compose build
FROM eclipse-temurin:25-jre

RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin tocsin \
    && install -d -o tocsin -g tocsin /etc/tocsin /var/lib/tocsin

# Libraries change seldom, so they are a layer of their own.
COPY app/target/lib /opt/tocsin/lib
COPY app/target/tocsin.jar /opt/tocsin/

# Numeric, so that an orchestrator can see that it is not root.
USER 10001:10001
WORKDIR /var/lib/tocsin
ENV TOCSIN_DATA=/var/lib/tocsin

# TOCSIN_JAVA_OPTS takes further JVM options, as it does for the launcher.
ENTRYPOINT ["/bin/sh", "-c", "exec java -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${TOCSIN_JAVA_OPTS:-} -jar /opt/tocsin/tocsin.jar \"$@\"", "tocsin"]
CMD ["--help"]

# The feed list that ships, for whoever brings none.
RUN java -jar /opt/tocsin/tocsin.jar feeds export --format yaml > /etc/tocsin/feeds.yaml \
    && rm -f /var/lib/tocsin/*

# Every part renews this file every five seconds; no answer or a failed part is ill.
HEALTHCHECK --interval=5s --timeout=3s --start-period=180s --retries=3 \
    CMD test -n "$(find /var/lib/tocsin/health.json -newermt '-30 seconds')" \
        && grep -q '"ok":true' /var/lib/tocsin/health.json
