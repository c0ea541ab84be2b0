package dev.tocsin.ingest.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which feed is next: the one that has been due longest on a host that may be asked. One request
 * per host at a time, and a pause between two. Belongs to one shard, which owns all feeds of its
 * hosts, and is used by that shard's thread only. Every operation costs O(log feeds); a host is
 * forgotten once it has no feeds and its pause is over.
 */
public final class Timetable {
    private final Duration spacing;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Due> dueByFeed = new HashMap<>();
    private final TreeSet<Turn> turns =
            new TreeSet<>(Comparator.comparing(Turn::at).thenComparing(Turn::hostName));

    /**
     * @param spacing pause between the end of a request and the next one to the same host
     */
    public Timetable(Duration spacing) {
        this.spacing = spacing;
    }

    /** The feed is due then; replaces what was said of it before. */
    public void put(String feedId, String hostName, Instant at) {
        remove(feedId);
        Due due = new Due(at, feedId, hostName);
        dueByFeed.put(feedId, due);
        Host host = host(hostName);
        host.feeds.add(due);
        announce(host);
    }

    /** The feed is never due again. */
    public void remove(String feedId) {
        Due due = dueByFeed.remove(feedId);
        if (due != null) {
            Host host = host(due.hostName);
            host.feeds.remove(due);
            announce(host);
        }
    }

    /** Takes the next feed off the table; its host is busy until {@link #release}. */
    public Optional<String> take(Instant now) {
        while (!turns.isEmpty() && !turns.first().at.isAfter(now)) {
            Host host = host(turns.first().hostName);
            if (!host.feeds.isEmpty()) {
                return Optional.of(begin(host));
            }
            forget(host);
        }
        return Optional.empty();
    }

    private String begin(Host host) {
        String feedId = host.feeds.removeFirst().feedId;
        dueByFeed.remove(feedId);
        occupy(host.name);
        return feedId;
    }

    /**
     * A request to the host is under way that did not begin here; it lasts until {@link #release}.
     */
    public void occupy(String hostName) {
        Host host = host(hostName);
        host.busy = true;
        announce(host);
    }

    private void forget(Host host) {
        turns.remove(host.turn);
        hosts.remove(host.name);
    }

    /** The request to the host has ended; the pause begins. */
    public void release(String hostName, Instant now) {
        Host host = host(hostName);
        host.busy = false;
        host.leaveAlone(now.plus(spacing));
        announce(host);
    }

    /** The host asked to be left alone until then. A longer wish that it had before stays. */
    public void hold(String hostName, Instant until) {
        Host host = host(hostName);
        host.leaveAlone(until);
        announce(host);
    }

    /** When {@link #take} will have something, if nothing else happens; may be a little early. */
    public Optional<Instant> nextTurn() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.first().at);
    }

    /** How many feeds wait. */
    public int size() {
        return dueByFeed.size();
    }

    /** How many hosts have feeds, a request under way or a pause. */
    int hosts() {
        return hosts.size();
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, Host::new);
    }

    /** A host has one turn, none while it is busy; without feeds it is the turn to be forgotten. */
    private void announce(Host host) {
        if (host.turn != null) {
            turns.remove(host.turn);
        }
        host.turn = host.busy ? null : new Turn(host.earliest(), host.name);
        if (host.turn != null) {
            turns.add(host.turn);
        }
    }

    private static final class Host {
        private final String name;
        private final TreeSet<Due> feeds =
                new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::feedId));
        private Instant freeAt = Instant.EPOCH;
        private boolean busy;
        private @Nullable Turn turn;

        Host(String name) {
            this.name = name;
        }

        void leaveAlone(Instant until) {
            freeAt = until.isAfter(freeAt) ? until : freeAt;
        }

        Instant earliest() {
            boolean waits = feeds.isEmpty() || freeAt.isAfter(feeds.getFirst().at);
            return waits ? freeAt : feeds.getFirst().at;
        }
    }

    private record Due(Instant at, String feedId, String hostName) {}

    private record Turn(Instant at, String hostName) {}
}
