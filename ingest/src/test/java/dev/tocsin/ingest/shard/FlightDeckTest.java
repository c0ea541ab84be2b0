package dev.tocsin.ingest.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.schedule.Lane;

import org.junit.jupiter.api.Test;

class FlightDeckTest {
    private final FlightDeck deck = new FlightDeck(1);

    @Test
    void aLaneHoldsSoManyAndNoMore() {
        FlightDeck.Flight flight = deck.board(Lane.STEADY).orElseThrow();

        assertThat(deck.board(Lane.STEADY)).isEmpty();
        flight.land();
        assertThat(deck.board(Lane.STEADY)).isPresent();
    }

    @Test
    void feedsInTroubleTakeNoPlaceOfTheOthers() {
        assertThat(deck.board(Lane.TROUBLED)).isPresent();

        assertThat(deck.hasRoom(Lane.TROUBLED)).isFalse();
        assertThat(deck.board(Lane.STEADY)).isPresent();
    }

    @Test
    void aFetchThatKeepsUsWaitingMakesRoomOnce() {
        FlightDeck.Flight slow = deck.board(Lane.STEADY).orElseThrow();
        slow.makeRoom();
        slow.makeRoom();

        assertThat(deck.board(Lane.STEADY)).isPresent();
        slow.land();
        slow.land();
        assertThat(deck.hasRoom(Lane.STEADY)).isFalse();
    }

    @Test
    void theHoldIsBoundedToo() {
        int held = 0;
        while (deck.hasRoom(Lane.STEADY)) {
            deck.board(Lane.STEADY).orElseThrow().makeRoom();
            held++;
        }

        assertThat(held).isGreaterThan(10).isLessThan(100);
    }
}
