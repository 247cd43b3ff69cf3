package org.chartroom.record.application.out;

import java.util.List;
import org.chartroom.record.domain.Segment;

/** What two texts have in common, word by word. */
public interface WordComparison {

    /**
     * The stretches of both texts in order. Whole words are compared, as are the white space and the punctuation between
     * them; two stretches beside each other are never of one kind, and none is empty. Texts that differ in many thousand
     * words may be told to have less in common than they do.
     */
    List<Segment> compare(String former, String latter);
}
