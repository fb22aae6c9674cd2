namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Command lines that are handed to the operating system by P/Invoke.</summary>
public sealed class NativeFunctionTests
{
    [Fact]
    public Task By_any_name() => Verify.Destructive("""
        using System.Runtime.InteropServices;
        using AgentGuard;
        static partial class Native
        {
            private const string Function = "system";
            [DllImport("libc")] public static extern int system(string command);
            [DllImport("libc", EntryPoint = "system")] public static extern int Tidy(string what);
            [System.Runtime.InteropServices.DllImportAttribute("msvcrt", EntryPoint = Function, CharSet = CharSet.Ansi)] public static extern int Named(string what);
            [DllImport("libc")] public static extern IntPtr popen(string command, string mode);
            [DllImport("kernel32")] public static extern uint WinExec(string line, uint show);
            [DllImport("shell32", CharSet = CharSet.Unicode)] public static extern IntPtr ShellExecuteW(IntPtr window, string verb, string file, string parameters, string directory, int show);
            [DllImport("libc")] public static extern int getpid();
            [DllImport("libc", EntryPoint = "puts")] public static extern int print(string text);
        }
        class Managed { public int system(string command) => 0; }
        class C
        {
            void M(string text, Managed managed)
            {
                Native.{|all:system("dropdb shop")|};
                Native.{|all:Tidy("psql -c 'DROP DATABASE shop'")|};
                Native.{|all:Named("dropdb shop")|};
                Native.{|AG0004:popen("rm -rf /var/lib/data", "r")|};
                Native.{|AG0004:WinExec("cmd /c rd /s /q C:\\data", 0)|};
                Native.{|all:ShellExecuteW(default, "open", "kubectl", "delete namespace shop", null, 0)|};
                Native.system("ls -l");
                Native.system(text);
                Native.print("dropdb shop");
                Native.getpid();
                managed.system("dropdb shop");
            }

            [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup]
            void Attributed() => Native.system("dropdb shop");
        }
        """);

    [Fact]
    public Task Declared_for_the_source_generator() => Verify.Destructive("""
        using System.Runtime.InteropServices;
        static partial class Native
        {
            [LibraryImport("libc", EntryPoint = "system", StringMarshalling = StringMarshalling.Utf8)] public static partial int Run(string command);
            public static partial int Run(string command) => 0;
        }
        class C
        {
            void M() => Native.{|all:Run("dropdb shop")|};
        }
        """);
}
