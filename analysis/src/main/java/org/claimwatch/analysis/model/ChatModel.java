package org.claimwatch.analysis.model;

/** A large language model that answers in words; whatever it says is a guess until the text bears it out. */
@FunctionalInterface
public interface ChatModel {
    /**
     * Its answer, as it stands.
     *
     * @throws ChatFailedException where there is none in time
     */
    String answer(String instruction, String text) throws ChatFailedException;
}
