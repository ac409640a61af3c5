package io.fleetgram.bot.fleet;

/**
 * Where on the earth a node stands.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record Place(double latitude, double longitude) {

    public Place {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("latitude goes from -90 to 90 and longitude from -180 to 180");
        }
    }
}
