package org.claimwatch.deploy.corpus;

/** What chance decides in a world, one thing after the other, so that the same world comes out alike each time. */
final class Draws {
    private final World world;
    private long drawn;

    Draws(World world) {
        this.world = world;
    }

    /** In [0, 1). */
    double chance() {
        return world.chance(++drawn);
    }

    /** One reading in eight is doubtful. */
    float confidence() {
        double chance = chance();
        return (float) (chance < 0.125 ? 0.45 + chance * 1.99 : 0.7 + (chance - 0.125) * 0.34);
    }

    /** How check-worthy a statement is taken to be: above one half or below it. */
    float worth(boolean checkWorthy) {
        return (float) (checkWorthy ? 0.5 + chance() / 2 : chance() / 2);
    }
}
