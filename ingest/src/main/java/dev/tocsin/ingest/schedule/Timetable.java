package dev.tocsin.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which feed is next: the one that has been due longest on a host that may be asked. One request
 * per host at a time, and a pause between two. Belongs to one shard, which owns all feeds of its
 * hosts, and is used by that shard's thread only. Every operation costs O(log feeds); a host is
 * forgotten once it has no feeds and its pause is over. Feeds in trouble wait in a lane of their
 * own, so that those that answer need not wait for time-outs of those that do not.
 */
public final class Timetable {
    private final Duration spacing;
    private final Map<String, Host> hosts = new HashMap<>();
    private final Map<String, Due> dueByFeed = new HashMap<>();
    private final Map<Lane, TreeSet<Turn>> turns = new EnumMap<>(Lane.class);

    /**
     * @param spacing pause between the end of a request and the next one to the same host
     */
    public Timetable(Duration spacing) {
        this.spacing = spacing;
        for (Lane lane : Lane.values()) {
            turns.put(lane, new TreeSet<>(Turn.ORDER));
        }
    }

    /** The feed is due then; replaces what was said of it before. */
    public void put(String feedId, String hostName, Instant at, Lane lane) {
        remove(feedId);
        Due due = new Due(at, feedId, hostName, lane);
        dueByFeed.put(feedId, due);
        Host host = host(hostName);
        host.feeds(lane).add(due);
        announce(host);
    }

    /** The feed is never due again. */
    public void remove(String feedId) {
        Due due = dueByFeed.remove(feedId);
        if (due != null) {
            Host host = host(due.hostName);
            host.feeds(due.lane).remove(due);
            announce(host);
        }
    }

    /** Takes the next feed of the lane off the table; its host is busy until {@link #release}. */
    public Optional<String> take(Instant now, Lane lane) {
        TreeSet<Turn> next = turns(lane);
        while (!next.isEmpty() && !next.first().at.isAfter(now)) {
            Host host = host(next.first().hostName);
            if (!host.feeds(lane).isEmpty()) {
                return Optional.of(begin(host, lane));
            }
            settle(host, now);
        }
        return Optional.empty();
    }

    private String begin(Host host, Lane lane) {
        String feedId = host.feeds(lane).removeFirst().feedId;
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

    /** The pause of a host without feeds is over. */
    private void settle(Host host, Instant now) {
        if (host.isEmpty() && !host.freeAt.isAfter(now)) {
            withdraw(host);
            hosts.remove(host.name);
        } else {
            announce(host);
        }
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

    /**
     * When {@link #take} will have something of the lane, if nothing else happens; may be a little
     * early.
     */
    public Optional<Instant> nextTurn(Lane lane) {
        return turns(lane).isEmpty() ? Optional.empty() : Optional.of(turns(lane).first().at);
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

    /**
     * A host has a turn in each lane that it has feeds in, none while it is busy; without feeds it
     * is the turn to be forgotten.
     */
    private void announce(Host host) {
        withdraw(host);
        if (host.busy) {
            return;
        }
        for (Lane lane : Lane.values()) {
            boolean isLastRites = host.isEmpty() && lane == Lane.STEADY;
            if (isLastRites || !host.feeds(lane).isEmpty()) {
                Turn turn = new Turn(host.earliest(lane), host.name, lane);
                host.turns.add(turn);
                turns(lane).add(turn);
            }
        }
    }

    private void withdraw(Host host) {
        host.turns.forEach(turn -> turns(turn.lane).remove(turn));
        host.turns.clear();
    }

    private TreeSet<Turn> turns(Lane lane) {
        return Objects.requireNonNull(turns.get(lane));
    }

    private static final class Host {
        private final String name;
        private final TreeSet<Due> steady = new TreeSet<>(Due.ORDER);
        private final TreeSet<Due> troubled = new TreeSet<>(Due.ORDER);
        private final List<Turn> turns = new ArrayList<>(2);
        private Instant freeAt = Instant.EPOCH;
        private boolean busy;

        Host(String name) {
            this.name = name;
        }

        TreeSet<Due> feeds(Lane lane) {
            return switch (lane) {
                case STEADY -> steady;
                case TROUBLED -> troubled;
            };
        }

        boolean isEmpty() {
            return steady.isEmpty() && troubled.isEmpty();
        }

        void leaveAlone(Instant until) {
            freeAt = until.isAfter(freeAt) ? until : freeAt;
        }

        Instant earliest(Lane lane) {
            TreeSet<Due> feeds = feeds(lane);
            boolean waits = feeds.isEmpty() || freeAt.isAfter(feeds.getFirst().at);
            return waits ? freeAt : feeds.getFirst().at;
        }
    }

    private record Due(Instant at, String feedId, String hostName, Lane lane) {
        static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::feedId);
    }

    private record Turn(Instant at, String hostName, Lane lane) {
        static final Comparator<Turn> ORDER =
                Comparator.comparing(Turn::at).thenComparing(Turn::hostName);
    }
}
