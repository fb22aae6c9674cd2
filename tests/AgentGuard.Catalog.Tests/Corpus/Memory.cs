// Names that sound destructive on things that live in memory, in a file or in a temporary place.
using System; using System.Collections.Concurrent; using System.Collections.Generic; using System.Collections.Immutable; using System.Collections.ObjectModel; using System.Collections.Specialized;
using System.Data; using System.Diagnostics; using System.IO; using System.IO.Compression; using System.Linq; using System.Net.Http; using System.Security.Cryptography; using System.Text; using System.Text.Json.Nodes; using System.Threading; using System.Threading.Tasks; using System.Xml.Linq;
using Microsoft.Extensions.Caching.Memory; using Microsoft.Extensions.Caching.Distributed; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Configuration;

public class Collections
{
    public void Generic(List<string> list, Dictionary<string, int> map, HashSet<int> set, Queue<int> queue, Stack<int> stack, LinkedList<int> linked, SortedSet<int> sorted, SortedDictionary<int, int> tree, SortedList<int, int> pairs, PriorityQueue<int, int> heap)
    {
        list.Clear(); list.Remove("a"); list.RemoveAt(0); list.RemoveAll(x => true); list.RemoveRange(0, 1); list.TrimExcess();
        map.Clear(); map.Remove("a"); map.Remove("a", out _); map.TrimExcess();
        set.Clear(); set.Remove(1); set.RemoveWhere(x => true); set.ExceptWith(new[] { 1 });
        queue.Clear(); queue.Dequeue(); stack.Clear(); stack.Pop();
        linked.Clear(); linked.Remove(1); linked.RemoveFirst(); linked.RemoveLast();
        sorted.Clear(); sorted.Remove(1); sorted.RemoveWhere(x => x > 0); tree.Clear(); tree.Remove(1); pairs.Clear(); pairs.RemoveAt(0); heap.Clear(); heap.Dequeue();
        ((ICollection<string>)list).Clear(); ((System.Collections.IList)list).RemoveAt(0); ((IDictionary<string, int>)map).Remove("b");
    }

    public void Others(ConcurrentDictionary<string, int> map, ConcurrentQueue<int> queue, ConcurrentBag<int> bag, ConcurrentStack<int> stack, Collection<int> collection, ObservableCollection<int> observed, NameValueCollection values, StringCollection texts, BlockingCollection<int> blocking)
    {
        map.Clear(); map.TryRemove("a", out _); queue.Clear(); queue.TryDequeue(out _); bag.Clear(); stack.Clear(); stack.TryPop(out _);
        collection.Clear(); collection.RemoveAt(0); collection.Remove(1); observed.Clear(); observed.Remove(1); values.Clear(); values.Remove("a"); texts.Clear(); texts.Remove("a"); blocking.TryTake(out _);
        var fixedList = ImmutableList.Create(1).Remove(1).RemoveAt(0).Clear(); var fixedMap = ImmutableDictionary<string, int>.Empty.Remove("a").Clear(); var fixedSet = ImmutableHashSet.Create(1).Remove(1);
        var numbers = new[] { 1, 2 }; Array.Clear(numbers); Array.Clear(numbers, 0, 1); numbers.AsSpan().Clear(); new Span<int>(numbers).Fill(0);
        var builder = ImmutableArray.CreateBuilder<int>(); builder.Clear(); builder.RemoveAt(0);
    }

    public void Texts(StringBuilder text, string word, StringWriter writer)
    {
        text.Clear(); text.Remove(0, 1); text.Replace("a", "b"); word.Remove(1); word.Remove(0, 1); word.Trim(); writer.Flush(); writer.GetStringBuilder().Clear();
        Math.Truncate(1.5); decimal.Truncate(1.5m); word.Replace("DELETE", ""); string.Format("{0}", word);
    }

    public void Trees(XElement element, XDocument document, JsonObject json, JsonArray array, DataTable table, DataSet data, DataRow row)
    {
        element.Remove(); element.RemoveAll(); element.RemoveNodes(); element.RemoveAttributes(); document.Root!.RemoveAll(); element.Elements().Remove(); json.Remove("a"); json.Clear(); array.RemoveAt(0); array.Clear();
        table.Clear(); table.Reset(); table.Rows.Clear(); table.Rows.RemoveAt(0); table.Columns.Remove("a"); row.Delete(); data.Clear(); data.Reset(); data.Tables.Remove("t"); table.Constraints.Clear();
    }
}

public class Caches
{
    public async Task Entries(IMemoryCache cache, IDistributedCache distributed, MemoryCache memory, IServiceCollection services, ConfigurationManager configuration)
    {
        cache.Remove("a"); memory.Remove("a"); memory.Clear(); memory.Compact(0.5); distributed.Remove("a"); await distributed.RemoveAsync("a"); distributed.Refresh("a");
        services.Clear(); services.RemoveAt(0); ((IConfigurationBuilder)configuration).Sources.Clear(); ((IConfigurationBuilder)configuration).Properties.Clear();
    }
}

public class Streams
{
    public async Task Flushing(Stream stream, StreamWriter writer, BinaryWriter binary, TextWriter text, FileStream file, MemoryStream memory, GZipStream zip, CryptoStream crypto)
    {
        stream.Flush(); await stream.FlushAsync(); stream.SetLength(0); writer.Flush(); await writer.FlushAsync(); binary.Flush(); text.Flush(); file.Flush(true); memory.SetLength(0); zip.Flush(); crypto.FlushFinalBlock(); crypto.Clear(); stream.Close(); writer.Close();
        Console.Clear(); Console.Out.Flush(); Debug.Flush(); Trace.Flush(); Trace.Listeners.Clear();
    }

    public void Keys(Aes aes, RSA rsa, SHA256 hash, byte[] secret)
    {
        aes.Clear(); rsa.Clear(); hash.Clear(); CryptographicOperations.ZeroMemory(secret);
    }
}

public class Threads
{
    public void Signals(ManualResetEvent manual, AutoResetEvent auto, CancellationTokenSource source, SemaphoreSlim semaphore, Mutex mutex, CountdownEvent countdown, ReaderWriterLockSlim readers, Timer timer, Stopwatch watch, Process process)
    {
        manual.Reset(); auto.Reset(); source.Cancel(); source.TryReset(); semaphore.Release(); mutex.ReleaseMutex(); countdown.Reset(); readers.ExitWriteLock(); timer.Dispose(); watch.Reset(); watch.Stop(); process.Kill(); process.Kill(true); process.Close();
        AppDomain.CurrentDomain.ProcessExit += Handler; AppDomain.CurrentDomain.ProcessExit -= Handler; GC.Collect(); Environment.SetEnvironmentVariable("A", null); Delegate.Remove(null, null);
    }

    private static void Handler(object? sender, EventArgs arguments) { }
}

public class Files
{
    public void Single(string path, FileInfo file, DirectoryInfo folder)
    {
        File.Delete(path); file.Delete(); folder.Delete(); folder.Delete(false); Directory.Delete(path); Directory.Delete(path, false); Directory.Delete(path, recursive: false); File.Move(path, path + ".old"); File.WriteAllText(path, ""); File.Create(path).Dispose(); File.Copy(path, path + ".bak");
        Directory.CreateDirectory(path); File.SetAttributes(path, FileAttributes.Normal); Directory.Move(path, path + "2"); file.MoveTo(path); ((FileSystemInfo)file).Delete();
    }

    public void Abstract(System.IO.Abstractions.IFileSystem files, System.IO.Abstractions.IDirectoryInfo folder, string path)
    {
        files.File.Delete(path); files.Directory.Delete(path); files.Directory.Delete(path, false); folder.Delete(); files.Directory.Delete(files.Path.Combine(files.Path.GetTempPath(), "work"), true);
    }

    public void Temporary()
    {
        var folder = Directory.CreateTempSubdirectory("work"); folder.Delete(true);
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()); Directory.CreateDirectory(path); Directory.Delete(path, true);
        var name = Path.GetTempFileName(); File.Delete(name); Directory.Delete(Path.Combine(Path.GetTempPath(), "cache"), recursive: true); Directory.Delete(Directory.CreateTempSubdirectory().FullName, true);
    }
}

public class Http
{
    public async Task Ordinary(HttpClient client, HttpRequestMessage request)
    {
        await client.DeleteAsync("/api/todos/5"); await client.DeleteAsync("api/cart/items/1"); await client.GetAsync("https://example.com/drop?table=1"); await client.PostAsync("/api/orders", new StringContent("{}")); client.DefaultRequestHeaders.Remove("X"); client.DefaultRequestHeaders.Clear(); request.Headers.Clear(); request.Headers.Remove("X"); client.CancelPendingRequests();
        await client.PostAsync("/graphql", new StringContent("{\"query\":\"query { volume { id } }\"}")); await client.PutAsync("/api/orders/1", new StringContent("{}")); ((IDictionary<string, object?>)request.Options).Clear();
    }
}
