using System.Net;

namespace Rahdar.Tests.Server;

/// <summary>Questions of all kinds, as the command line has them; each is the same question over HTTP.</summary>
internal static class SampleQuestions
{
    private const string Boxes = "--cargo 16x20ft:20t --known 2025-07-01";
    private const string Story = "--from PKLHE --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t";

    internal static IReadOnlyList<string> All { get; } =
    [
        $"plan {Story} --known 2025-06-11",
        $"plan {Story} --known 2025-06-17 --draws 100",
        $"plan {Story} --known 2025-06-18 --draws 0",
        $"plan {Story} --known 2025-06-21 --draws 100 --by 2025-07-20",
        $"plan {Story} --scenario taftan-shut-30 --draws 100",
        $"plan {Story} --scenario taftan-shut-3 --draws 100",
        $"plan {Story} --draws 100 --seed 7",
        $"plan {Story} --draws 100 --avoid air --avoid AF",
        $"plan {Story} --draws 100 --only rail --only sea",
        $"plan {Story} --draws 100 --box carrier",
        $"plan {Story} --draws 100 --via Zahedan",
        $"plan {Story} --draws 100 --value-of-time 900",
        $"plan --from Lahore --to Astrakhan --ready 2025-06-21 --cargo 2x40ft:25t --draws 50",
        $"plan --from لاہور --to Астрахань --ready 2025-06-21T08:00 --cargo 16x20ft:20t --draws 50",
        $"plan --from PKLHE --to RUCEK --ready 2025-06-21 --known 2025-06-21 --cargo 15x20ft:30.4t",
        $"plan --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from PKKHI --to UZTAS --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from PKKHI --to KZALA --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from PKUET --to IRTHR --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from PKGWD --to RUMOW --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --draws 50 --short",
        $"plan {Story} --known 2025-06-11 --draws 100 --short",
        $"plan --from RUASF --to PKLHE --ready 2025-07-10 {Boxes} --draws 50",
        $"plan --from UZTAS --to PKKHI --ready 2025-07-10 {Boxes} --draws 50",
        $"plan {Story} --draws 100 --known 2025-06-11 --why-not S-PKRU-RAIL",
        $"plan {Story} --draws 100 --known 2025-06-21 --why-not Taftan",
        $"plan {Story} --draws 100 --known 2025-06-21 --why-not air",
        $"plan {Story} --draws 100 --known 2025-06-11 --sensitivity 1",
        $"plan --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --draws 50 --sensitivity 2",
        "wait-or-divert --from PKUET --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t --crossing PKTFT-IRMJV "
            + "--scenario taftan-shut-30",
        "wait-or-divert --from PKUET --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t --crossing TAFTAN-RD",
        "wait-or-divert --from PKUET --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t --crossing TAFTAN-RD "
            + "--scenario taftan-shut-120 --value-of-time 5000",
        $"arrive-by --from PKLHE --to UZTAS --by 2025-07-20 {Boxes} --draws 50",
        $"arrive-by --from PKLHE --to UZTAS --by 2025-07-20 {Boxes} --draws 50 --chance 0.5",
        $"arrive-by --from PKLHE --to UZTAS --by 2025-07-02 {Boxes} --draws 50",
        $"departures --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --until 2025-07-12",
        $"departures --from PKKHI --to KZALA --ready 2025-07-10 {Boxes} --until 2025-07-11",
        $"table --from PKLHE,PKKHI --to UZTAS --ready 2025-07-10 {Boxes}",
        $"table --from PKLHE --to UZTAS,KZALA --ready 2025-07-10 {Boxes} --value-of-time 100",
        $"which --from PKLHE,PKKHI --to UZTAS --ready 2025-07-10 {Boxes} --draws 50",
        $"which --from PKLHE --to UZTAS,KZALA --ready 2025-07-10 {Boxes} --draws 50 --seed 3",
        $"consolidate --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes}",
        $"consolidate --from PKLHE --to UZTAS --ready 2025-07-10 {Boxes} --parts 16,8 --later-days 1",
        $"what-if --from PKLHE --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t --scenario taftan-shut-30 --draws 50",
        $"what-if --from PKLHE --to RUASF --ready 2025-06-21 --cargo 16x20ft:20t --scenario taftan-shut-3 "
            + "--scenario taftan-shut-120 --draws 50",
        "calibrate",
        "network find taftan",
        "network find Тафтан",
        "network show TAFTAN-RD --known 2025-06-21",
        "network show PKTFT-IRMJV --known 2025-06-18",
        "network show PJ-UAP --known 2026-01-01",
        "network show Lahore --known 2025-06-21",
    ];

    /// <summary>The address that asks what a line of the command line asks.</summary>
    internal static string AddressOf(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var options = new List<(string Name, string Value)>();
        for (var i = 1; i < words.Length; i++)
            if (words[i].StartsWith("--", StringComparison.Ordinal))
                options.Add(words[i] == "--short" ? ("short", "true") : (words[i][2..], words[++i]));
        var question = (words[0], words.ElementAtOrDefault(1)) switch
        {
            ("network", "find") => "find",
            ("network", "show") => "claims",
            ("plan", _) when options.Exists(o => o.Name == "why-not") => "why-not",
            ("plan", _) when options.Exists(o => o.Name == "sensitivity") => "sensitivity",
            _ => words[0],
        };
        if (question == "find") options.Add(("text", words[2]));
        if (question == "claims") options.Add(("subject", words[2]));
        // What the command line takes and leaves aside is not a parameter of the question here.
        if (question == "why-not") options.RemoveAll(o => o.Name is "draws");
        return $"/api/{question}?" + string.Join('&', options.Select(o =>
            $"{(o.Name == "sensitivity" ? "plan" : o.Name)}={WebUtility.UrlEncode(o.Value)}"));
    }
}
