using Microsoft.AspNetCore.Http;
using Rahdar.Server.Http;

namespace Rahdar.Server;

/// <summary>The built web pages: a list of files made when the server starts, so that no address becomes a
/// path.</summary>
internal sealed class ClientFiles
{
    /// <summary>Addresses at which the one page is given; it shows what they name.</summary>
    internal static readonly IReadOnlyList<string> Pages =
        ["/", "/plan", "/corridor", "/simulate", "/indicators", "/help"];

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".woff"] = "font/woff",
        [".txt"] = "text/plain; charset=utf-8",
        [".webmanifest"] = "application/manifest+json",
    };

    private readonly Dictionary<string, string> _fileOf = [];

    internal ClientFiles(string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) return;
        var root = Path.GetFullPath(folder);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            if (Types.ContainsKey(Path.GetExtension(file)))
                _fileOf["/" + Path.GetRelativePath(root, file).Replace('\\', '/')] = file;
    }

    /// <summary>False when no pages were built: the API is served alone.</summary>
    internal bool IsThere => _fileOf.ContainsKey("/index.html");

    /// <summary>Gives a file or the page; false when the address is neither.</summary>
    internal async Task<bool> Give(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.Length > 1 && path.EndsWith('/')) path = path[..^1];
        if (Pages.Contains(path)) path = "/index.html";
        if (!_fileOf.TryGetValue(path, out var file))
        {
            if (path != "/index.html") return false;
            await new Problem(
                StatusCodes.Status404NotFound, "serve:no-pages", "the web pages are not built",
                "start with ./rahdar serve where node is installed; the API is at /api").Write(http);
            return true;
        }
        http.Response.ContentType = Types[Path.GetExtension(file)];
        // Vite puts a hash of the content into the names of what lies in assets/.
        http.Response.Headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        http.Response.ContentLength = new FileInfo(file).Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.SendFileAsync(file, http.RequestAborted);
        return true;
    }
}
