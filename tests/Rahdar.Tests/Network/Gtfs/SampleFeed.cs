using Rahdar.Network.Gtfs;

namespace Rahdar.Tests.Network.Gtfs;

/// <summary>A small feed of a railway, whole and valid, to be changed by tests.</summary>
internal static class SampleFeed
{
    internal static Dictionary<string, string> Files { get; } = new()
    {
        ["agency.txt"] = """
            agency_id,agency_name,agency_url,agency_timezone,agency_lang
            PR,Pakistan Railways,https://example.org/,Asia/Karachi,en
            """,
        ["stops.txt"] = """
            stop_id,stop_code,stop_name,stop_lat,stop_lon
            PKLHE,PKLHE,Lahore,31.5,74.3
            PKROH,,Rohri,27.7,68.9
            PKKHI,PKKHI,Karachi,24.8,67.0
            """,
        ["routes.txt"] = """
            route_id,agency_id,route_short_name,route_long_name,route_type
            CT1,PR,CT1,Lahore to Karachi container train,2
            """,
        ["calendar.txt"] = """
            service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
            MT,1,0,0,1,0,0,0,20250601,20251231
            """,
        ["trips.txt"] = """
            route_id,service_id,trip_id,freight_teu,freight_cut_off_h
            CT1,MT,CT1-1,90,6
            """,
        ["stop_times.txt"] = """
            trip_id,arrival_time,departure_time,stop_id,stop_sequence
            CT1-1,20:00:00,20:00:00,PKLHE,1
            CT1-1,34:00:00,34:30:00,PKROH,2
            CT1-1,44:00:00,44:00:00,PKKHI,3
            """,
        ["feed_info.txt"] = """
            feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version,feed_contact_url
            Pakistan Railways,https://example.org/,en,20250601,20251231,20250520,https://example.org/
            """,
    };

    /// <summary>The feed with another text for a file; null takes the file away.</summary>
    internal static Dictionary<string, string> With(string file, string? text)
    {
        var files = new Dictionary<string, string>(Files);
        if (text is null) files.Remove(file);
        else files[file] = text;
        return files;
    }

    /// <summary>The feed with one text put in the place of another.</summary>
    internal static Dictionary<string, string> Changed(string file, string old, string other)
    {
        Assert.Contains(old, Files[file], StringComparison.Ordinal);
        return With(file, Files[file].Replace(old, other, StringComparison.Ordinal));
    }

    internal static (GtfsFeed Feed, NoticeBook Notices) Read(Dictionary<string, string> files) =>
        GtfsReader.Read(GtfsFiles.InMemory("sample", files));
}
