using Rahdar.Network.Claims;

namespace Rahdar.Tests.Network;

/// <summary>Goal: a place is found by what people type, in any script held. Method: names of the shipped data as typed
/// by people, right and wrong.</summary>
public sealed class PlaceFinderTests
{
    private static readonly PlaceFinder Finder = new(ShippedCorridor.Network);

    [Theory]
    [InlineData("PKLHE", "PKLHE", "id")]
    [InlineData("pklhe", "PKLHE", "id")]
    [InlineData("LHE", "PKLHE", "id")]
    [InlineData("Lahore", "PKLHE", "Latin")]
    [InlineData("LAHORE", "PKLHE", "Latin")]
    [InlineData("lahor", "PKLHE", "Latin")]
    [InlineData("lahroe", "PKLHE", "Latin")]
    [InlineData("Лахор", "PKLHE", "Cyrillic")]
    [InlineData("лахор", "PKLHE", "Cyrillic")]
    [InlineData("لاہور", "PKLHE", "Arabic")]
    [InlineData("لاهور", "PKLHE", "Arabic")]
    [InlineData("Astrahan", "RUASF", "Latin")]
    [InlineData("Astrakhan", "RUASF", "Latin")]
    [InlineData("Kuetta", "PKUET", "Latin")]
    [InlineData("Mashad", "IRMHD", "Latin")]
    [InlineData("Мешхед", "IRMHD", "Cyrillic")]
    [InlineData("Lahore (PKLHE)", "PKLHE", "id")]
    public void Place_is_resolved_by_what_people_type(string text, string id, string script)
    {
        var one = Assert.IsType<PlaceResolution.One>(Finder.Resolve(text));
        Assert.Equal((id, script), (one.Place.Id.Value, one.Match.Script));
    }

    [Fact]
    public void Arabic_letters_joiners_and_spaces_make_no_difference()
    {
        // Bandar Abbas with Persian yeh and kaf, with a joiner without width, and without any space.
        string[] spellings = ["بندر عباس", "بندر\u200Cعباس", "بندرعباس"];
        Assert.All(spellings, s => Assert.Equal("IRBND", Finder.Find(s)[0].Id));
        Assert.Equal(Finder.Find("کراچی").Select(m => m.Id), Finder.Find("كراچي").Select(m => m.Id));
        Assert.Equal("PKKHI", Finder.Find("كراچي")[0].Id);
    }

    [Fact]
    public void Beginning_that_several_places_share_is_ambiguous()
    {
        var several = Assert.IsType<PlaceResolution.Ambiguous>(Finder.Resolve("kar"));
        Assert.True(several.Candidates.Count >= 2);
    }

    [Theory]
    [InlineData("zzzqq")]
    [InlineData("")]
    [InlineData("Atlantis on the sea")]
    [InlineData("[bold]")]
    public void Nonsense_is_unknown(string text) => Assert.IsType<PlaceResolution.Unknown>(Finder.Resolve(text));

    [Fact]
    public void Country_after_a_comma_narrows_the_search()
    {
        var one =
            Assert.IsType<PlaceResolution.One>(Finder.Resolve("Astara (Azerbaijan), AZ") is PlaceResolution.One found
            ? found : Finder.Resolve("Astara, AZ"));
        Assert.Equal("AZAST", one.Place.Id.Value);
        Assert.Equal("IRASR", Assert.IsType<PlaceResolution.One>(Finder.Resolve("Astara, IR")).Place.Id.Value);
    }

    [Fact]
    public void Borders_services_and_ports_are_found_after_places()
    {
        var kinds = Finder.Find("Taftan").Select(m => (m.Kind, m.Id)).Take(3);
        Assert.Equal([(SubjectKind.Place, "PKTFT"), (SubjectKind.Border, "TAFTAN-RD"),
            (SubjectKind.Border, "TAFTAN-RL")], kinds);
        Assert.Contains(Finder.Find("Karachi"), m => m.Kind == SubjectKind.Port);
        Assert.Contains(Finder.Find("Karachi"), m => m.Kind == SubjectKind.Service);
        Assert.Equal("S-ITI", Finder.Find("s-iti")[0].Id);
        Assert.Equal("TAFTAN-RD", Finder.Find("PKTFT-IRMJV")[0].Id);
    }

    [Fact]
    public void Every_place_is_found_first_by_its_own_id_and_among_the_best_by_each_of_its_names()
    {
        foreach (var place in ShippedCorridor.Network.Places.Values)
        {
            Assert.Equal(place.Id.Value, Finder.Find(place.Id.Value)[0].Id);
            foreach (var name in place.Names.Values.Append(place.Name))
                Assert.Contains(Finder.Find(name).Where(m => m.Grade <= MatchGrade.Name), m => m.Id == place.Id.Value);
        }
    }

    [Fact]
    public void Same_text_gives_the_same_list() =>
        Assert.Equal(Finder.Find("tas"), new PlaceFinder(ShippedCorridor.Network).Find("tas"));
}
