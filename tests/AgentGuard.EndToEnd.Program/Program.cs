using AgentGuard;

// A program that the tests start, kill and starve. Usage: record RESOURCE LOCATION TIMES | delete DIRECTORY [wait]
// The key is 32 bytes of the test's own; the token comes from the environment, as it would from an operator.
Guard.Configure(options => options.Confirmation = new ApprovalTokenConfirmation(new byte[32]));
try
{
    switch (args)
    {
        case ["record", var resource, var location, var times]:
            for (var i = 0; i < int.Parse(times, System.Globalization.CultureInfo.InvariantCulture); i++) Guard.RecordBackup(resource, $"{location}/{i}");
            Console.WriteLine("recorded");
            return 0;
        case ["delete", var directory]:
            Cleanup.Run(directory);
            Console.WriteLine("deleted");
            return 0;
        case ["record-and-delete", var directory, var location]:
            Guard.RecordBackup(directory, location);
            Console.WriteLine("recorded");

            // The test kills the process here.
            Console.ReadLine();
            Cleanup.Run(directory);
            return 0;
        default:
            return 64;
    }
}
catch (DestructiveOperationBlockedException blocked)
{
    Console.WriteLine($"blocked by {blocked.Guard}: {blocked.Reason}");
    return 3;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
{
    Console.WriteLine($"failed: {exception.Message}");
    return 4;
}

internal static class Cleanup
{
    [RequiresEnvironment("Development"), RequiresConfirmation, RequiresBackup(MaxAgeMinutes = 60)]
    public static void Run(string directory) => Directory.Delete(directory, recursive: true);
}
