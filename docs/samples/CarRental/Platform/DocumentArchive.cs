namespace CarRental.Platform;

/// <summary>Scanned contracts and the exports of them.</summary>
public sealed class DocumentArchive
{
    private static readonly string ExportRoot = Path.GetFullPath("exports");

    public void RemoveExport(string path) => Directory.Delete(path, recursive: true); // AG0004

    // The twin: only below the folder that holds exports and nothing else.
    public void RemoveExportGuarded(string path)
    {
        var full = Path.GetFullPath(path);
        if (!full.StartsWith(ExportRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ArgumentException("Not an export.", nameof(path));
        Directory.Delete(full, recursive: true);
    }

    // A directory that the program made itself a moment ago is nobody's data.
    public string Zip(string export)
    {
        var work = Directory.CreateTempSubdirectory("export-").FullName;
        try
        {
            var zip = export + ".zip";
            File.Copy(export, Path.Combine(work, Path.GetFileName(export)));
            System.IO.Compression.ZipFile.CreateFromDirectory(work, zip);
            return zip;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
