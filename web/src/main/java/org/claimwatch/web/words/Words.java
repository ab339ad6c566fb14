package org.claimwatch.web.words;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** All that the interface says, as templates find it: {@code inject:words}. */
@Named("words")
@Singleton
public class Words {
    /** Of the interface, for the page's {@code lang}. */
    public String lang() {
        return Language.spoken().tag();
    }

    public String dir() {
        return Language.spoken().direction();
    }

    /** To choose from, each in its own words. */
    public Language[] languages() {
        return Language.values();
    }

    public ActorWords actor() {
        return ActorWords.SAY;
    }

    public AlertWords alert() {
        return AlertWords.SAY;
    }

    public ArticleWords article() {
        return ArticleWords.SAY;
    }

    public ChartWords chart() {
        return ChartWords.SAY;
    }

    public ClaimWords claim() {
        return ClaimWords.SAY;
    }

    public CodingWords coding() {
        return CodingWords.SAY;
    }

    public CountWords count() {
        return CountWords.SAY;
    }

    public DigestWords digest() {
        return DigestWords.SAY;
    }

    public FeedWords feed() {
        return FeedWords.SAY;
    }

    public LayoutWords layout() {
        return LayoutWords.SAY;
    }

    public MailWords mail() {
        return MailWords.SAY;
    }

    public MatrixWords matrix() {
        return MatrixWords.SAY;
    }

    public MergeWords merge() {
        return MergeWords.SAY;
    }

    public MonitorWords monitor() {
        return MonitorWords.SAY;
    }

    public NetworkWords network() {
        return NetworkWords.SAY;
    }

    public NoteWords note() {
        return NoteWords.SAY;
    }

    public OutletWords outlet() {
        return OutletWords.SAY;
    }

    public PeriodWords period() {
        return PeriodWords.SAY;
    }

    public QueryWords query() {
        return QueryWords.SAY;
    }

    public ReadingWords reading() {
        return ReadingWords.SAY;
    }

    public ReviewWords review() {
        return ReviewWords.SAY;
    }

    public SearchWords search() {
        return SearchWords.SAY;
    }

    public ShareWords share() {
        return ShareWords.SAY;
    }

    public StoryWords story() {
        return StoryWords.SAY;
    }

    public SystemWords system() {
        return SystemWords.SAY;
    }

    public TeamWords team() {
        return TeamWords.SAY;
    }

    public TodayWords today() {
        return TodayWords.SAY;
    }

    public VerdictWords verdict() {
        return VerdictWords.SAY;
    }
}
