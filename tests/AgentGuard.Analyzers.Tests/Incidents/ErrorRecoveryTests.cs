namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0201.</summary>
public class ErrorRecoveryTests
{
    private static readonly CaseSet Cases = new("AG0201", """
        //+ in a catch
        void M(DbContext db) { try { db.Database.Migrate(); } catch (Exception) { db.Database.EnsureDeleted(); db.Database.Migrate(); } }
        //+ in a catch of one exception
        async Task M(DbContext db) { try { await db.SaveChangesAsync(); } catch (DbUpdateException e) { Console.WriteLine(e); await db.Database.EnsureDeletedAsync(); } }
        //+ in an exception filter
        void M(DbContext db) { try { db.Database.Migrate(); } catch (Exception) when (db.Database.EnsureDeleted()) { } }
        //+ in a lambda in a catch
        async Task M(DbContext db) { try { db.Database.Migrate(); } catch { await Task.Run(() => db.Database.EnsureDeleted()); } }
        //+ after a failed result
        void M(RailwayClient c, DbContext db) { var ok = c.Migrate(); if (!ok) db.Database.EnsureDeleted(); }
        //+ after a failed try method
        void M(RailwayClient c) { if (!c.TryMigrate()) c.DeleteDatabase("orders"); }
        //+ can connect
        void M(DbContext db) { if (!db.Database.CanConnect()) { db.Database.EnsureDeleted(); db.Database.EnsureCreated(); } }
        //+ result compared with false
        void M(MigrationResult result, RailwayClient c) { if (result.Succeeded == false) c.DeleteVolume("v"); }
        //+ else of success
        void M(MigrationResult result, RailwayClient c) { if (result.Succeeded) Console.WriteLine("done"); else c.DeleteVolume("v"); }
        //+ left over after success returned
        void M(MigrationResult result, RailwayClient c) { if (result.Succeeded) return; c.DeleteVolume("v"); }
        //+ left over after a try that returned
        void M(DbContext db) { try { db.Database.Migrate(); return; } catch (Exception e) { Console.WriteLine(e); } db.Database.EnsureDeleted(); }
        //+ exit code
        void M(MigrationResult result, RailwayClient c) { if (result.ExitCode != 0) c.DeleteVolume("v"); }
        //+ errors counted
        void M(MigrationResult result, RailwayClient c) { if (result.Errors.Count > 0) c.DeleteVolume("v"); }
        //+ any errors
        void M(MigrationResult result, RailwayClient c) { if (result.Errors.Any()) c.DeleteVolume("v"); }
        //+ exception kept in a variable
        void M(DbContext db) { Exception? kept = null; try { db.Database.Migrate(); } catch (Exception e) { kept = e; } if (kept != null) db.Database.EnsureDeleted(); }
        //+ flag set in a catch
        void M(DbContext db) { var again = false; try { db.Database.Migrate(); } catch { again = true; } if (again) db.Database.EnsureDeleted(); }
        //- the same deletion again, by a flag
        void M(string path) { var again = false; try { Directory.Delete(path, true); } catch (IOException) { again = true; } if (again) Directory.Delete(path, true); }
        //- a helper that deletes, again
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path) { var retry = false; try { DeleteOld(path); } catch (IOException) { retry = true; } if (retry) { Thread.Sleep(100); DeleteOld(path); } }
        //- a helper that deletes, again in the catch
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path) { try { DeleteOld(path); } catch (IOException) { Thread.Sleep(100); DeleteOld(path); } }
        //- a helper that deletes, again for the exception
        private Task DeleteOld(string path) { Directory.Delete(path, true); return Task.CompletedTask; }
        async Task M(string path) { Exception? kept = null; try { await DeleteOld(path); } catch (IOException e) { kept = e; } if (kept is not null) { await Task.Delay(100); await DeleteOld(path); } }
        //- a loop of attempts
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path) { var done = false; for (var i = 0; i < 3 && !done; i++) { try { DeleteOld(path); done = true; } catch (IOException) { Thread.Sleep(100); } } }
        //- a loop until it has worked
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path) { var failed = true; while (failed) { try { DeleteOld(path); failed = false; } catch (IOException) { failed = true; } } }
        //- a helper that deletes, again, with a note before
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path) { try { Console.WriteLine("deleting"); DeleteOld(path); } catch (IOException) { Thread.Sleep(100); DeleteOld(path); } }
        //+ a helper that cleans up after much else, and when that fails
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path, DbContext db) { try { db.Database.Migrate(); DeleteOld(path); } catch (IOException) { DeleteOld(path); } }
        //+ a helper that deletes something else than what failed
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path, string other) { var retry = false; try { DeleteOld(path); } catch (IOException) { retry = true; } if (retry) DeleteOld(other); }
        //+ a helper that deletes, and was not what failed
        private void DeleteOld(string path) => Directory.Delete(path, true);
        void M(string path, DbContext db) { var retry = false; try { db.Database.Migrate(); } catch (IOException) { retry = true; } DeleteOld(path); if (retry) DeleteOld(path); }
        //+ flag cleared in a catch
        void M(DbContext db) { var fine = true; try { db.Database.Migrate(); } catch { fine = false; } if (!fine) db.Database.EnsureDeleted(); }
        //+ state of an enumeration
        void M(RailwayClient c) { if (c.State == MigrationState.Failed) c.DeleteDatabase("orders"); }
        //+ case of a switch
        void M(RailwayClient c) { switch (c.State) { case MigrationState.Done: break; case MigrationState.Failed: c.DeleteDatabase("orders"); break; } }
        //+ arm of a switch expression
        bool M(RailwayClient c, DbContext db) => c.TryMigrate() switch { true => true, false => db.Database.EnsureDeleted() };
        //+ conditional or
        bool M(RailwayClient c, DbContext db) => c.TryMigrate() || db.Database.EnsureDeleted();
        //+ ternary
        bool M(RailwayClient c, DbContext db) => c.TryMigrate() ? true : db.Database.EnsureDeleted();
        //+ helper called in a catch
        private void Wipe(DbContext db) => db.Database.EnsureDeleted();
        void M(DbContext db) { try { db.Database.Migrate(); } catch { Wipe(db); } }
        //+ local function called in a catch
        void M(DbContext db) { try { db.Database.Migrate(); } catch { Wipe(); } void Wipe() => db.Database.EnsureDeleted(); }
        //+ wiping in a loop until it works
        void M(RailwayClient c, DbContext db) { while (!c.TryMigrate()) db.Database.EnsureDeleted(); }
        //+ a list that a catch has filled
        void M(DbContext db, List<string> jobs) { var failedJobs = new List<string>(); foreach (var job in jobs) try { File.ReadAllText(job); } catch { failedJobs.Add(job); } if (failedJobs.Count > 0) db.Database.EnsureDeleted(); }
        //+ failed migrations
        void M(DbContext db, List<string> failedMigrations) { if (failedMigrations.Count == 0) return; db.Database.EnsureDeleted(); }
        //- a cache that is out of date
        bool IsCacheValid(string path) => Directory.Exists(path);
        void M(string path) { if (!IsCacheValid(path)) Directory.Delete(path, true); }
        //+ a copy that is not valid
        bool IsCopyValid(string path) => Directory.Exists(path);
        void M(string path) { if (!IsCopyValid(path)) Directory.Delete(path, true); }
        //- a list of failed jobs
        void M(RailwayClient c, List<string> failedJobs) { if (failedJobs.Count == 0) return; foreach (var job in failedJobs) c.DeleteMachine(job); }
        //- any failed orders
        void M(DbContext db, IEnumerable<string> failedOrders) { if (failedOrders.Any()) db.Database.EnsureDeleted(); }
        //+ failed and confirmed
        void M(MigrationResult result, RailwayClient c, bool confirmed) { if (result.IsFaulted && confirmed) c.DeleteVolume("v"); }
        //+ directory that the attempt did not make
        void M(string store, string zip) { try { File.OpenRead(zip).Dispose(); } catch (IOException) { Directory.Delete(store, true); } }
        //+ continuation on failure
        Task M(Task t, RailwayClient c) => t.ContinueWith(done => { if (done.IsFaulted) c.DeleteVolume("v"); });
        //+ pattern of an exception
        void M(MigrationResult result, RailwayClient c) { if (result.Exception is InvalidOperationException) c.DeleteVolume("v"); }

        //- in a try
        void M(DbContext db) { try { db.Database.EnsureDeleted(); } catch (Exception e) { Console.WriteLine(e); } }
        //- in a finally
        void M(DbContext db) { try { db.Database.Migrate(); } finally { db.Database.EnsureDeleted(); } }
        //- after success
        void M(MigrationResult result, RailwayClient c) { if (result.Succeeded) c.DeleteVolume("old"); }
        //- left over after failure returned
        void M(MigrationResult result, RailwayClient c) { if (!result.Succeeded) return; c.DeleteVolume("old"); }
        //- left over after failure threw
        void M(RailwayClient c) { if (!c.TryMigrate()) throw new InvalidOperationException(); c.DeleteVolume("old"); }
        //- half-made directory
        void M(string zip, string target) { try { Directory.CreateDirectory(target); File.Copy(zip, target + "/a"); } catch { Directory.Delete(target, true); throw; } }
        //- half-unpacked directory
        void M(string zip, string target) { try { ZipFile.ExtractToDirectory(zip, target); } catch { Directory.Delete(target, true); throw; } }
        //- volume that was just created
        void M(RailwayClient c) { var volume = c.CreateVolume("new"); try { c.GetVolume(volume.Id); } catch { c.DeleteVolume(volume.Id); throw; } }
        //- second attempt of the same deletion
        void M(string path) { try { Directory.Delete(path, true); } catch (IOException) { Thread.Sleep(100); Directory.Delete(path, true); } }
        //- second attempt one level deeper
        void M(string path)
        {
            try
            {
                Directory.Delete(path, true);
            }
            catch (IOException)
            {
                try
                {
                    Directory.Delete(
                        path, true);
                }
                catch { }
            }
        }
        //+ second attempt at another one
        void M(string path, string other) { try { Directory.Delete(path, true); } catch (IOException) { try { Directory.Delete(other, true); } catch { } } }
        //- directory made before the attempt
        bool M(string root) { var dir = Path.Combine(root, "x"); Directory.CreateDirectory(dir); try { File.WriteAllText(dir + "/a", ""); return true; } catch { Directory.Delete(dir, true); throw; } }
        //- directory made before an attempt without a try
        bool M(string root, Func<bool> move) { var dir = Path.Combine(root, "x"); Directory.CreateDirectory(dir); var ok = move(); if (ok) return true; Directory.Delete(dir, true); return false; }
        //- volume made before an attempt without a try
        void M(RailwayClient c) { var volume = c.CreateVolume("new"); if (!c.TryMigrate()) c.DeleteVolume(volume.Id); }
        //+ directory of a field that is made sure of
        private string _store = "";
        void M() { Directory.CreateDirectory(_store); try { File.ReadAllText(_store + "/a"); } catch { Directory.Delete(_store, true); } }
        //+ directory made on one path
        void M(string dir, bool fresh) { if (fresh) Directory.CreateDirectory(dir); try { File.ReadAllText(dir + "/a"); } catch { Directory.Delete(dir, true); } }
        //+ another directory than was made
        void M(string dir, string store) { Directory.CreateDirectory(dir); try { File.ReadAllText(dir + "/a"); } catch { Directory.Delete(store, true); } }
        //- one that is found
        static bool TryFindRunning(string id, out int pid) { pid = 0; return id == "x"; }
        void M(RailwayClient c, string id) { if (TryFindRunning(id, out var pid)) { Console.WriteLine(pid); return; } c.DeleteVolume(id); }
        //- none that is found
        static bool TryOpen(string id, out object found) { found = id; return true; }
        void M(RailwayClient c, string id) { if (!TryOpen(id, out _)) c.DeleteVolume(id); }
        //- an address that is none
        void M(RailwayClient c, string id) { if (Uri.TryCreate(id, UriKind.Absolute, out _)) return; c.DeleteVolume(id); }
        //- handled elsewhere
        Task<bool> TryHandleAsync(string id) => Task.FromResult(id == "x");
        async Task M(RailwayClient c, string id) { if (await TryHandleAsync(id)) return; c.DeleteVolume(id); }
        //- not in a queue
        void M(RailwayClient c, Queue<string> names) { while (names.TryDequeue(out var name)) c.DeleteVolume(name); }
        //+ a try method that tells why it failed
        static bool TryMigrate(out string error) { error = ""; return true; }
        void M(DbContext db) { if (!TryMigrate(out var error)) { Console.WriteLine(error); db.Database.EnsureDeleted(); } }
        //- a process that is gone
        static bool IsAlive(int pid) { try { return !System.Diagnostics.Process.GetProcessById(pid).HasExited; } catch (ArgumentException) { return false; } }
        void M(string dir, int owner) { if (IsAlive(owner)) return; Directory.Delete(dir, true); }
        //- an expected failure long before
        int M(RailwayClient c) { try { c.Migrate(); return 2; } catch (InvalidOperationException) { } c.DeleteVolume("v"); return 0; }
        //- an expected failure in a test of it
        void M(RailwayClient c) { try { c.Migrate(); throw new NotSupportedException(); } catch (InvalidOperationException) { } c.DeleteVolume("v"); }
        //+ left over after a try that returned a success
        int M(RailwayClient c) { try { c.Migrate(); return 0; } catch (InvalidOperationException) { } c.DeleteVolume("v"); return 1; }
        //- not confirmed
        void M(RailwayClient c, bool confirmed) { if (!confirmed) return; c.DeleteVolume("v"); }
        //- environment
        void M(RailwayClient c, Microsoft.Extensions.Hosting.IHostEnvironment env) { if (!Microsoft.Extensions.Hosting.HostEnvironmentEnvExtensions.IsProduction(env)) c.DeleteVolume("v"); }
        //- does not exist
        void M(RailwayClient c, string path) { if (!File.Exists(path)) c.DeleteVolume("v"); }
        //- nothing in common with the try before
        void M(DbContext db, RailwayClient c) { try { db.SaveChanges(); } catch (Exception e) { Console.WriteLine(e); throw; } c.DeleteVolume("v"); }
        //- argument that cannot be read
        void M(RailwayClient c, string text) { if (!int.TryParse(text, out var days)) return; c.DeleteVolume("v" + days); }
        //- cache after an error
        void M(StackExchange.Redis.IServer s) { try { s.Ping(); } catch { s.FlushDatabase(); } }
        //- helper called in a try
        private void Wipe(DbContext db) => db.Database.EnsureDeleted();
        void M(DbContext db) { try { Wipe(db); } catch (Exception e) { Console.WriteLine(e); } }
        //- count of what there is
        void M(RailwayClient c) { if (c.ListVolumes().Count > 3) c.DeleteVolume("v"); }
        //- switch over a command
        void M(RailwayClient c, string command) { switch (command) { case "list": c.ListVolumes(); break; case "delete": c.DeleteVolume("v"); break; } }
        //- nothing against it
        void M(DbContext db, IRules rules, string name) { if (rules.Validate(name).Any()) return; db.Database.EnsureDeleted(); }
        //- nothing against it, the other way round
        void M(DbContext db, IRules rules, string name) { if (!rules.Test(name).Any()) db.Database.EnsureDeleted(); }
        //+ errors that are looked for
        void M(DbContext db, IRules rules, string name) { if (rules.FindErrors(name).Any()) db.Database.EnsureDeleted(); }
        //- the form of a text
        void M(DbContext db, string log) { if (System.Text.RegularExpressions.Regex.Match(log, "Debug").Success) throw new Exception("Debug build."); db.Database.EnsureDeleted(); }
        //- the form of a text, the other way round
        void M(DbContext db, string log) { if (!System.Text.RegularExpressions.Regex.Match(log, "Debug").Success) db.Database.EnsureDeleted(); }
        //- success is not what was hoped for
        void M(DbContext db, bool connected) { if (connected) { throw new Exception("Somebody is still there."); } db.Database.EnsureDeleted(); }
        //+ success leaves without a word
        void M(DbContext db, bool connected) { if (connected) { return; } db.Database.EnsureDeleted(); }
        //- null check
        void M(RailwayClient c, Volume? volume) { if (volume != null) c.DeleteVolume(volume.Id); }
        """, prelude: "namespace StackExchange.Redis { public interface IServer { void Ping(); void FlushDatabase(); } } public interface IRules { IEnumerable<string> Validate(string name); IEnumerable<string> Test(string name); IEnumerable<string> FindErrors(string name); }", operations: "M:StackExchange.Redis.IServer.FlushDatabase destroys cache\n");

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();

    [Fact]
    public async Task The_message_says_what_to_do_next() => Assert.Equal(
        "'DatabaseFacade.EnsureDeleted' destroys a database in a catch: a failure says that something is not as expected, not that the data may go. Let the failure surface and ask a person what is to be done.",
        await Cases.MessageAsync("in a catch"));
}
