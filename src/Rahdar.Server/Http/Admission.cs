using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Rahdar.Server.Http;

/// <summary>Places for questions: as many as there are processors, a few may wait, the rest is told to come
/// again.</summary>
/// <remarks>Refusing early keeps those that are served quick: the longest wait is that of one question for each
/// <see cref="ServeLimits.WaitingPerPlace"/>.</remarks>
internal sealed class Admission : IDisposable
{
    private const double Weight = 0.1;
    private readonly ConcurrencyLimiter _limiter;
    private readonly Lock _lock = new();
    private double _meanSeconds = 1;

    internal Admission(int places)
    {
        Places = places;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = places,
            QueueLimit = places * ServeLimits.WaitingPerPlace,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    internal int Places { get; }

    internal long Waiting => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    internal long Free => _limiter.GetStatistics()?.CurrentAvailablePermits ?? 0;

    /// <summary>A place, perhaps after waiting; one not acquired when all places to wait are taken.</summary>
    internal ValueTask<RateLimitLease> Enter(CancellationToken cancel) => _limiter.AcquireAsync(1, cancel);

    /// <summary>Tells how long a question took, for what is told to those refused.</summary>
    internal void Took(TimeSpan time)
    {
        lock (_lock) _meanSeconds += Weight * (time.TotalSeconds - _meanSeconds);
    }

    /// <summary>The answer to one too many.</summary>
    internal Problem TooMany()
    {
        double mean;
        lock (_lock) mean = _meanSeconds;
        return new Problem(
            StatusCodes.Status429TooManyRequests, "limit:busy", "too many questions at one time",
            $"{Places} are answered and {Places * ServeLimits.WaitingPerPlace} wait; ask again in a moment")
        {
            RetryAfterSeconds = Math.Clamp((int)Math.Ceiling(mean * (1 + ServeLimits.WaitingPerPlace)), 1, 60),
        };
    }

    public void Dispose() => _limiter.Dispose();
}
