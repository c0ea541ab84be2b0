package dev.tocsin.ingest.schedule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Which feed is next: the one that has been due longest on a host that may be asked. One request
 * per host at a time, and a pause between two. Belongs to one shard, which owns all feeds of its
 * hosts, and is used by that shard's thread only. Every operation costs O(log feeds).
 */
public final class Timetable {
    private final Duration spacing;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Due> dueByFeed = new HashMap<>();
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));

    /**
     * @param spacing pause between the end of a request and the next one to the same host
     */
    public Timetable(Duration spacing) {
        this.spacing = spacing;
    }

    /** The feed is due then; replaces what was said of it before. */
    public void put(String feedId, String hostName, Instant at) {
        Due due = new Due(feedId, hostName, at);
        dueByFeed.put(feedId, due);
        Host host = hosts.computeIfAbsent(hostName, Host::new);
        host.feeds.add(due);
        announce(host);
    }

    /** The feed is never due again. */
    public void remove(String feedId) {
        dueByFeed.remove(feedId);
    }

    /** Takes the next feed off the table; its host is busy until {@link #release}. */
    public Optional<String> take(Instant now) {
        while (!turns.isEmpty() && !turns.element().at.isAfter(now)) {
            Turn turn = turns.remove();
            Host host = turn.host;
            if (host.turn == turn) {
                host.turn = null;
                Due due = current(host);
                if (due != null && !earliest(host, due).isAfter(now)) {
                    return Optional.of(begin(host, due));
                }
                announce(host);
            }
        }
        return Optional.empty();
    }

    private String begin(Host host, Due due) {
        host.feeds.remove();
        dueByFeed.remove(due.feedId);
        host.busy = true;
        return due.feedId;
    }

    /** The request to the host has ended. */
    public void release(String hostName, Instant now) {
        free(hostName, now.plus(spacing));
    }

    /** The request to the host has ended, and the host asked to be left alone until then. */
    public void hold(String hostName, Instant until) {
        free(hostName, until);
    }

    private void free(String hostName, Instant at) {
        Host host = hosts.computeIfAbsent(hostName, Host::new);
        host.busy = false;
        host.freeAt = at;
        announce(host);
    }

    /** When {@link #take} will have something, if nothing else happens; may be a little early. */
    public Optional<Instant> nextTurn() {
        return Optional.ofNullable(turns.peek()).map(Turn::at);
    }

    /** How many feeds wait. */
    public int size() {
        return dueByFeed.size();
    }

    /**
     * A host has one live turn; a turn that was announced anew stays in the queue and is ignored.
     */
    private void announce(Host host) {
        Due due = host.busy ? null : current(host);
        if (due == null) {
            host.turn = null;
            return;
        }
        Instant at = earliest(host, due);
        if (host.turn == null || !host.turn.at.equals(at)) {
            host.turn = new Turn(at, host);
            turns.add(host.turn);
        }
    }

    private @Nullable Due current(Host host) {
        while (!host.feeds.isEmpty()) {
            Due due = host.feeds.element();
            if (dueByFeed.get(due.feedId) == due) {
                return due;
            }
            host.feeds.remove();
        }
        return null;
    }

    private static Instant earliest(Host host, Due due) {
        return host.freeAt.isAfter(due.at) ? host.freeAt : due.at;
    }

    private static final class Host {
        private final PriorityQueue<Due> feeds = new PriorityQueue<>(Comparator.comparing(Due::at));
        private Instant freeAt = Instant.MIN;
        private boolean busy;
        private @Nullable Turn turn;

        Host(String ignoredName) {}
    }

    private record Due(String feedId, String host, Instant at) {}

    private record Turn(Instant at, Host host) {}
}
