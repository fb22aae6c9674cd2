namespace AgentGuard.Analyzers.Tests.Guards;

/// <summary>Guards that a variable holds as a function, environments that are read into an enum, and the base library's own throw helpers.</summary>
public sealed class FunctionGuardTests
{
    [Theory]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); if (!isDev()) return; Wipe();", "environment")]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); if (!isDev.Invoke()) return; Wipe();", "environment")]
    [InlineData("Func<IHostEnvironment, bool> isDev = e => e.IsDevelopment(); if (!isDev(env)) return; Wipe();", "environment")]
    [InlineData("Func<string, bool> isDev = name => name == \"Development\"; if (!isDev(env.EnvironmentName)) return; Wipe();", "environment")]
    [InlineData("Func<string, bool> isDev = name => name == \"Development\"; if (!isDev(args[0])) return; Wipe();", "nothing")]
    [InlineData("Action ensure = () => { if (!env.IsDevelopment()) throw new InvalidOperationException(); }; ensure(); Wipe();", "environment")]
    [InlineData("Func<Task<bool>> isDev = async () => { await Task.Yield(); return env.IsDevelopment(); }; if (!await isDev()) return; Wipe();", "environment")]
    [InlineData("Func<Task> ensure = async () => { await Task.Yield(); if (!env.IsDevelopment()) throw new InvalidOperationException(); }; _ = ensure(); Wipe();", "nothing")]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); isDev = () => true; if (!isDev()) return; Wipe();", "nothing")]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); isDev += () => true; if (!isDev()) return; Wipe();", "nothing")]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); void Change() => isDev = () => true; Change(); if (!isDev()) return; Wipe();", "nothing")]
    [InlineData("Func<bool> isDev = () => env.IsDevelopment(); isDev(); Wipe();", "nothing")]
    [InlineData("Func<bool> isDev = () => !env.IsDevelopment(); if (isDev()) Wipe();", "nothing")]
    [InlineData("var on = env.IsDevelopment(); Func<bool> isDev = () => on; on = true; if (isDev()) Wipe();", "nothing")]
    [InlineData("public void Run(Func<bool> isDev) { if (isDev()) Wipe(); }", "nothing", "members")]
    [InlineData("Action save = () => backups.CreateBackup(); save(); Wipe();", "backup")]
    [InlineData("Action save = () => backups.CreateBackup(); Task.Run(save); Wipe();", "nothing")]
    [InlineData("var isDev = env.IsDevelopment(); Func<bool> f = () => isDev && Flip(); if (f()) Wipe();", "environment")]
    [InlineData("var isDev = env.IsDevelopment(); if (args.All(a => isDev)) Work(); if (!args.Append(\"x\").Any(a => isDev)) return; Wipe();", "environment")]
    public void Functions_in_variables(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);

    [Theory]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { if (!(Enum.TryParse<MyEnv>(env.EnvironmentName, out var e) && e == MyEnv.Dev)) return; Wipe(); }", "environment", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run(string environmentName) { if (!Enum.TryParse<MyEnv>(environmentName, true, out var e) || e != MyEnv.Dev) return; Wipe(); }", "environment", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { MyEnv e; if (!Enum.TryParse(Environment.GetEnvironmentVariable(\"DOTNET_ENVIRONMENT\"), out e)) throw new InvalidOperationException(); if (e is MyEnv.Dev or MyEnv.Test) Wipe(); }", "environment", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { Enum.TryParse<MyEnv>(env.EnvironmentName, out var e); if (e == MyEnv.Dev) Wipe(); }", "nothing", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { if (!Enum.TryParse<MyEnv>(env.EnvironmentName, out var e)) e = MyEnv.Dev; if (e == MyEnv.Dev) Wipe(); }", "nothing", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { if (Enum.TryParse<MyEnv>(env.EnvironmentName, out var e) && e != MyEnv.Dev) Wipe(); }", "nothing", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { if (Enum.TryParse<MyEnv>(env.EnvironmentName, out var e) && e != MyEnv.Prod) Wipe(); }", "environment", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { if (Enum.TryParse<MyEnv>(config[\"x\"], out var e) && e == MyEnv.Dev) Wipe(); }", "nothing", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { var e = Enum.Parse<MyEnv>(env.EnvironmentName); if (e is MyEnv.Dev or MyEnv.Test) Wipe(); }", "environment", "members")]
    [InlineData("enum MyEnv { Dev, Test, Prod } void Run() { var e = Enum.Parse<MyEnv>(env.EnvironmentName); if (e is MyEnv.Dev or MyEnv.Prod) Wipe(); }", "nothing", "members")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNotEqual(Console.ReadLine(), \"yes\"); Wipe();", "confirmation")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNotEqual(env.EnvironmentName, \"Development\"); Wipe();", "environment")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfEqual(env.EnvironmentName, \"Production\"); Wipe();", "environment")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfEqual(env.EnvironmentName, \"Development\"); Wipe();", "nothing")]
    [InlineData("ObjectDisposedException.ThrowIf(!force, this); Wipe();", "confirmation")]
    [InlineData("ObjectDisposedException.ThrowIf(force, this); Wipe();", "nothing")]
    [InlineData("ArgumentException.ThrowIfNullOrEmpty(env.EnvironmentName); Wipe();", "nothing")]
    public void Enums_and_throw_helpers(string code, string proven, string form = "statements") => GuardHarness.Check(code, proven, form);
}
