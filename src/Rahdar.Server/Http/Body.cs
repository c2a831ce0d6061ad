using Microsoft.AspNetCore.Http;

namespace Rahdar.Server.Http;

/// <summary>Reads the body of a request, up to its limit.</summary>
internal static class Body
{
    /// <summary>The body; null when a problem was written instead.</summary>
    internal static async Task<byte[]?> Read(HttpContext http)
    {
        if (http.Request.ContentType is { } type
            && !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            await new Problem(
                StatusCodes.Status415UnsupportedMediaType, "request:media-type", "not a body that is read",
                "send application/json").Write(http);
            return null;
        }
        using var stream = new MemoryStream();
        var chunk = new byte[16_384];
        for (int n; (n = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
        {
            stream.Write(chunk, 0, n);
            if (stream.Length <= ServeLimits.BodyBytesMax) continue;
            await TooLarge().Write(http);
            return null;
        }
        return stream.ToArray();
    }

    internal static Problem TooLarge() => new(
        StatusCodes.Status413PayloadTooLarge, "request:too-large", "the body is too large",
        $"at most {ServeLimits.BodyBytesMax:#,0} bytes");
}
