package io.fleetgram.demo.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Who dies when, all of it from one seed: the same seed, number of kills and number of nodes give the same plan.
 *
 * <p>Kills are spread evenly over the victims, and each victim's over its moments; about a fifth of them are of two victims at once.
 */
public record Plan(long seed, int kills, int nodes, List<Stroke> strokes) {

    private static final int LONGEST_DELAY_MILLIS = 1_200;
    private static final int LONGEST_CONTROLLER_START_MILLIS = 6_000;
    private static final int KILLS_FOR_EACH_PAIR = 10;

    public Plan {
        strokes = List.copyOf(strokes);
    }

    public static Plan of(long seed, int kills, int nodes) {
        return new Maker(seed, kills, nodes).plan();
    }

    public long kills(Victim victim) {
        return strokes.stream()
                .filter(stroke -> stroke.strikes(victim))
                .mapToInt(stroke -> stroke.kills() / stroke.victims().size())
                .sum();
    }

    private static final class Maker {

        private final long seed;
        private final int kills;
        private final int nodes;
        private final Random random;
        private final Map<Victim, Integer> left = new EnumMap<>(Victim.class);
        private final List<Stroke> drafts = new ArrayList<>();
        private int node;

        Maker(long seed, int kills, int nodes) {
            this.seed = seed;
            this.kills = kills;
            this.nodes = nodes;
            this.random = new Random(seed);
            this.node = random.nextInt(nodes);
            var victims = List.of(Victim.values());
            for (int kill = 0; kill < kills; kill++) {
                left.merge(victims.get(kill % victims.size()), 1, Integer::sum);
            }
        }

        Plan plan() {
            pairs();
            for (var victim : Victim.values()) {
                singles(victim);
            }
            Collections.shuffle(drafts, random);
            var strokes = new ArrayList<Stroke>();
            for (var draft : drafts) {
                strokes.add(new Stroke(
                        strokes.size() + 1,
                        draft.moment(),
                        draft.victims(),
                        draft.node(),
                        draft.delay(),
                        draft.second()));
            }
            return new Plan(seed, kills, nodes, strokes);
        }

        private void pairs() {
            var combinations = new ArrayList<List<Victim>>();
            for (var one : Victim.values()) {
                for (var other : Victim.values()) {
                    if (one != other) {
                        combinations.add(List.of(one, other));
                    }
                }
            }
            Collections.shuffle(combinations, random);
            for (int pair = 0; pair < kills / KILLS_FOR_EACH_PAIR; pair++) {
                var victims = combinations.get(pair % combinations.size());
                if (victims.stream().allMatch(victim -> left.getOrDefault(victim, 0) > 0)) {
                    victims.forEach(victim -> left.merge(victim, -1, Integer::sum));
                    add(Moment.TOGETHER, victims);
                }
            }
        }

        private void singles(Victim victim) {
            var moments = Moment.of(victim);
            int next = random.nextInt(moments.size());
            while (left.getOrDefault(victim, 0) > 0) {
                var moment = moments.get(next++ % moments.size());
                int takes = moment == Moment.STARTING ? 2 : 1;
                if (takes <= left.getOrDefault(victim, 0)) {
                    left.merge(victim, -takes, Integer::sum);
                    add(moment, List.of(victim));
                }
            }
        }

        /** Nodes take turns: a core that dies again soon is started again later. */
        private void add(Moment moment, List<Victim> victims) {
            int longest = moment == Moment.STARTING && victims.contains(Victim.CONTROLLER)
                    ? LONGEST_CONTROLLER_START_MILLIS
                    : LONGEST_DELAY_MILLIS;
            drafts.add(new Stroke(
                    0,
                    moment,
                    victims,
                    node++ % nodes + 1,
                    Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)),
                    Duration.ofMillis(random.nextInt(longest))));
        }
    }
}
