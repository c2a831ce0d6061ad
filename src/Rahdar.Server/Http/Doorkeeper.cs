using System.Net;
using Microsoft.AspNetCore.Http;

namespace Rahdar.Server.Http;

/// <summary>Lets in what comes from this machine and from our own pages alone.</summary>
/// <remarks>A page of another site can make a browser call a server of the machine: by a name that resolves to it (DNS
/// rebinding: the Host header names that site), or by a form or script of its own (the Origin header names it).
/// Source: Fetch standard, Origin and Sec-Fetch-Site.</remarks>
internal static class Doorkeeper
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Why a request is not let in; null when it is.</summary>
    internal static Problem? Refuse(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is { } from && !IPAddress.IsLoopback(from))
            return new Problem(
                StatusCodes.Status403Forbidden, "request:not-local", "not from this machine",
                "this server answers its own machine alone: there is no log-in yet");
        var host = http.Request.Host;
        if (!host.HasValue || !Names.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
            || host.Port is { } port && port != http.Connection.LocalPort)
            return new Problem(
                StatusCodes.Status421MisdirectedRequest, "request:host", "not the name of this server",
                "ask for localhost or 127.0.0.1 and the port that the server named when it started");
        return IsForeign(http.Request)
            ? new Problem(
                StatusCodes.Status403Forbidden, "request:origin", "asked by a page of another site",
                "only the pages of this server may ask it from a browser")
            : null;
    }

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
            // Following a link to a page is no danger: a page is read by whoever opened it.
            return !(HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate"
                && !request.Path.StartsWithSegments("/api"));
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !string.Equals(
            origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
