namespace Rahdar.Quantities;

/// <summary>One number of the world with its unit and its source: what an evaluator may read.</summary>
/// <param name="Id">Stable id `table/row/field`, for example `borders/TAFTAN-RD/clear_h`.</param>
/// <param name="Value">Value or range in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit in the field's own spelling: h, km, km/h, USD, t, share ...</param>
/// <param name="Provenance">Who says so.</param>
public sealed record Figure(string Id, Triangle Value, string Unit, Provenance Provenance);
