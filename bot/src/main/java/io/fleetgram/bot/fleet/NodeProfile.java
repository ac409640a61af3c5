package io.fleetgram.bot.fleet;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What operators say of a node. Every field keeps {@link NodeRules}.
 *
 * @param name unique among the nodes that are not removed
 * @param address public: IPv4, IPv6 without brackets, or a domain
 * @param weight share of a weighted choice, 1 to 1,000
 * @param capacity accounts; empty means no limit
 */
public record NodeProfile(
        String name,
        String address,
        Optional<String> region,
        Optional<Place> place,
        int weight,
        OptionalInt capacity,
        Optional<String> note,
        Set<String> tags) {

    public static final int USUAL_WEIGHT = 100;

    /**
     * Checks every field.
     *
     * @throws IllegalArgumentException with the sentence of {@link NodeRules} for the first field that does not keep them
     */
    public NodeProfile {
        tags = Set.copyOf(tags);
        if (tags.size() > NodeRules.MOST_TAGS) {
            throw new IllegalArgumentException("A node has at most %d tags.".formatted(NodeRules.MOST_TAGS));
        }
        refuse(NodeRules.faultInName(name));
        refuse(NodeRules.faultInAddress(address));
        refuse(region.flatMap(NodeRules::faultInRegion));
        refuse(NodeRules.faultInWeight(weight));
        refuse(capacity.isPresent() ? NodeRules.faultInCapacity(capacity.getAsInt()) : Optional.empty());
        refuse(note.flatMap(NodeRules::faultInNote));
        tags.forEach(tag -> refuse(NodeRules.faultInTag(tag)));
    }

    /** Returns a profile with a name and an address, and everything else as usual. */
    public static NodeProfile of(String name, String address) {
        return new NodeProfile(
                name,
                address,
                Optional.empty(),
                Optional.empty(),
                USUAL_WEIGHT,
                OptionalInt.empty(),
                Optional.empty(),
                Set.of());
    }

    public NodeProfile withRegion(Optional<String> other) {
        return new NodeProfile(name, address, other, place, weight, capacity, note, tags);
    }

    public NodeProfile withTags(Set<String> others) {
        return new NodeProfile(name, address, region, place, weight, capacity, note, others);
    }

    private static void refuse(Optional<String> fault) {
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get());
        }
    }
}
