using System.Diagnostics;
using System.Text;

namespace AgentGuard;

/// <summary>A file of lines that several processes append to, each line whole or not at all.</summary>
internal static class ExclusiveFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Appends one line, alone in the file for that moment. On failure the file is as it was.</summary>
    /// <param name="path">The file; its directory is created.</param>
    /// <param name="line">The text, without a line end.</param>
    /// <param name="durable">Whether the line must be on the disk when this returns.</param>
    public static void AppendLine(string path, string line, bool durable)
    {
        using var stream = OpenOrCreate(path);
        Append(stream, line, durable);
    }

    /// <summary>Appends a line that is not there yet, and makes sure that it is on the disk; false if it is there.</summary>
    public static bool AppendOnce(string path, string line)
    {
        using var stream = OpenOrCreate(path);
        using var reader = new StreamReader(stream, Encoding.UTF8, false, 1024, leaveOpen: true);
        while (reader.ReadLine() is { } known)
        {
            if (known == line) return false;
        }

        Append(stream, line, durable: true);
        return true;
    }

    private static void Append(FileStream stream, string line, bool durable)
    {
        var end = stream.Length;
        try
        {
            // A writer that was killed half-way leaves a line without an end; it must not swallow this one.
            var bytes = Encoding.UTF8.GetBytes((EndsInLine(stream) ? "" : "\n") + line + "\n");
            stream.Seek(end, SeekOrigin.Begin);
            stream.Write(bytes, 0, bytes.Length);
            stream.Flush(durable);
        }
        catch
        {
            TakeBack(stream, end);
            throw;
        }
    }

    /// <summary>All lines, none if there is no file.</summary>
    public static IReadOnlyList<string> ReadLines(string path)
    {
        if (!File.Exists(path)) return [];
        using var stream = Retry(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private static bool EndsInLine(FileStream stream)
    {
        if (stream.Length == 0) return true;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private static void TakeBack(FileStream stream, long end)
    {
        try
        {
            stream.SetLength(end);
        }
        catch (IOException)
        {
            // What is left is half a line, which readers pass over.
        }
    }

    // The directory is there, but for the first time.
    private static FileStream OpenOrCreate(string path)
    {
        try
        {
            return Open(path);
        }
        catch (DirectoryNotFoundException)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return Open(path);
        }
    }

    // Without a buffer nothing is held back for Dispose to write, where a failure could not be reported.
    private static FileStream Open(string path) => Retry(() =>
    {
#if NET
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
#else
        return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
#endif
    });

    /// <summary>Waits for another process that has the file; any other failure comes through at once.</summary>
    private static FileStream Retry(Func<FileStream> open)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return open();
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException) && waited.Elapsed < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }
}
