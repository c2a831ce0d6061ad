using Rahdar.Lines.Forms;
using Rahdar.Network.Reading;

namespace Rahdar.Lines.Running;

/// <summary>Puts a train together from its formation; what is lacking is a fault with a code.</summary>
internal static class TrainMaker
{
    /// <summary>The train; null with every fault when it cannot run.</summary>
    internal static Train? Make(Formation formation, IReadOnlyList<Vehicle> vehicles, FaultCollector faults)
    {
        var byId = vehicles.ToLookup(v => v.Id);
        var isSound = true;
        var found = new List<Vehicle>();
        foreach (var id in formation.Vehicles.Distinct())
        {
            var count = byId[id].Count();
            if (count != 1)
                Fault("formation", count == 0 ? "train:unknown-vehicle" : "train:ambiguous-vehicle",
                    $"vehicle `{Scalars.Shorten(id)}` stands {count} times in the file");
        }
        if (!isSound) return null;
        found.AddRange(formation.Vehicles.Select(id => byId[id].Single()));
        if (found.All(v => v.Effort is null || !v.IsPowered))
            Fault("tractive_effort", "train:no-effort", "no traction unit or multiple unit with a tractive effort");
        foreach (var vehicle in found.Where(v => v.DrivenTonnes > v.MassTonnes).Distinct())
            Fault("mass_traction", "train:driven-mass", $"`{Scalars.Shorten(vehicle.Id)}`: "
                + "more mass on driven axles than it has");
        return isSound ? new Train(formation.Id, formation.Name, found, formation.File) : null;

        void Fault(string field, string code, string message)
        {
            isSound = false;
            faults.Add(formation.File, 0, field, code, $"train `{Scalars.Shorten(formation.Id)}`: {message}");
        }
    }
}
