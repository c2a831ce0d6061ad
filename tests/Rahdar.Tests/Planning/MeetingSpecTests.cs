using Rahdar.Planning.Plain;
using Rahdar.Tests.Drawing;
using Rahdar.Tests.Planning.Oracle;

namespace Rahdar.Tests.Planning;

/// <summary>
/// Goal: a box that comes later and dearer is kept where it saves storage at the next timetabled train. Method:
/// drawings with the arithmetic beside them; both searches give the front of brute force, and the plain one loses it
/// without the part of the rule that the drawing is made for. Two boxes; loading and setting down take 1 h each; times
/// in UTC.
/// </summary>
public sealed class MeetingSpecTests
{
    private const string Basics =
        """
        place PKAAA Asia/Karachi
        place PKBBB Asia/Karachi
        place IRCCC Asia/Tehran
        place IRDDD Asia/Tehran
        speed PK rail 50
        speed IR rail 50
        speed PK road 80
        price PK rail 0.50
        price IR rail 0.50
        price PK road 0.60
        link PKAAA PKBBB rail 1676 500km
        link PKBBB IRCCC rail 1676 50km
        link IRCCC IRDDD rail 1676 200km
        train T2 PKBBB IRCCC rail weekly 7 capacity 40
        handling origin rail 1h 10
        handling origin road 1h 10
        handling rail rail 2h 5
        handling rail destination 1h 20
        trucks on
        cargo 2 x 20t
        query PKAAA IRDDD ready 2025-06-05T10:00Z

        """;

    // By train the boxes are ready at PKBBB on Friday 05:00 for 530 USD, by truck at 09:00 for 750: 4 h and 220 apart.
    // A day in the yard of IRCCC costs 200. But T2, 12 h later, comes to the border before it shuts on Friday at 19:00
    // (24:00 in Karachi) with the first, and after that with the second, which passes on Sunday at 19:00. The train's
    // boxes are landed on Saturday 00:00 and stand 3 days until T3 leaves, the truck's on Monday 02:00 and stand one.
    private const string Weekend = Basics +
        """
        link PKAAA PKBBB road 600km
        handling road rail 2h 5
        border PKBBB IRCCC rail 6h 30 open mon-fri 00:00-24:00
        yard IRCCC free 0 rate 100
        train T1 PKAAA PKBBB rail weekly 14 capacity 40
        train T3 IRCCC IRDDD rail leaves 2025-06-09T18:30 cutoff 6h capacity 40
        """;

    // By truck the boxes are ready at PKBBB at 09:50 for 312 USD, by train at 11:00 for 530: 1 h 10 and 218 apart. But
    // the truck's were landed 15 h before, the train's 2 h before, and T2 leaves 12 h later: two days in the yard
    // against one, 400 against 200, so 18 are in hand. At IRCCC the truck's stand 24 h 40 until T3 leaves, two days,
    // the train's 23 h 30, one.
    private const string LongHandling = Basics +
        """
        link PKAAA PKBBB road 235km
        handling road rail 15h 5
        border PKBBB IRCCC rail 6h 30
        yard PKBBB free 0 rate 100
        yard IRCCC free 0 rate 100
        train T1 PKAAA PKBBB rail weekly 7 capacity 40
        train T3 IRCCC IRDDD rail leaves 2025-06-08T09:00 cutoff 6h capacity 40
        """;

    [Fact]
    public void Truck_that_the_weekend_holds_back_beats_a_train_that_just_passes_before() =>
        Expect(Weekend, DominanceKind.WithoutGapGrowth);

    [Fact]
    public void Storage_still_to_be_paid_here_is_not_in_hand_for_storage_further_on() =>
        Expect(LongHandling, DominanceKind.WithoutStorageInHand);

    private static void Expect(string text, DominanceKind forgotten)
    {
        var drawing = DrawingParser.Parse(text);
        var expected = BruteForce.Solve(drawing).Plans.Select(p => p.Criteria).ToList();
        Assert.Equal(expected, SearchAgainstBruteForceTests.FrontOf(drawing));
        Assert.Equal(expected, PlainFront.Of(drawing));
        Assert.NotEqual(expected, PlainFront.Of(drawing, forgotten));
    }
}
