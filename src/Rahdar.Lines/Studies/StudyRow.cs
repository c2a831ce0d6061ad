using Rahdar.Network.Rail;
using Rahdar.Quantities;

namespace Rahdar.Lines.Studies;

/// <summary>A value of a study, and who says so.</summary>
/// <param name="Value">Least, likely and greatest.</param>
/// <param name="Source">Source ids joined by `;`: of a computed value those of all that went in.</param>
/// <param name="Confidence">Lowest of all that went in.</param>
/// <param name="IsComputed">True when this room worked it out; false when a page or a table says it.</param>
/// <param name="IsEstimate">True when an estimate is, or went into, the value.</param>
public sealed record StudyValue(
    Triangle Value, string Source, Confidence Confidence, bool IsComputed, bool IsEstimate)
{
    internal static StudyValue? Said(Figure? figure) => figure is null ? null
        : new StudyValue(figure.Value, figure.Provenance.Source, figure.Provenance.Confidence, false,
            figure.Provenance.Basis == Basis.Assumed);

    internal static StudyValue Computed(Triangle value, IReadOnlyList<Figure> from) => new(
        value, string.Join(";", from.SelectMany(f => f.Provenance.Source.Split(';')).Distinct()),
        from.Min(f => f.Provenance.Confidence), true, from.Any(f => f.Provenance.Basis == Basis.Assumed));
}

/// <summary>One line of a study's table: a thing today and after the project.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Unit; empty for a number.</param>
/// <param name="Today">Null unknown.</param>
/// <param name="After">Null unknown, or no project changes the section.</param>
public sealed record StudyRow(string Name, string Unit, StudyValue? Today, StudyValue? After);

/// <summary>A section of a line, today and after the project.</summary>
/// <param name="Section">Its row as it is.</param>
/// <param name="Upgrade">Its row under the project; null when no project changes it.</param>
/// <param name="Rows">In the order of the table.</param>
/// <param name="Remarks">What a reader must know: refusals with code, what is not known.</param>
public sealed record SectionStudy(
    RailSection Section, RailSection? Upgrade, IReadOnlyList<StudyRow> Rows, IReadOnlyList<string> Remarks);
