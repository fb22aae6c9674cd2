namespace AgentGuard.Text.Shell;

/// <summary>Keys of the registry that one application has for one user, by their path below the user's root: its settings, its types of files, its entry among the programs.</summary>
internal static class RegistryKeys
{
    // What belongs to no single application.
    private static readonly HashSet<string> Vendors = new("microsoft policies classes clients wow6432node registeredapplications odbc".Split(' '), StringComparer.OrdinalIgnoreCase);

    // Below these each application has a key of its own.
    private static readonly string[] Shelves = [@"software\microsoft\windows\currentversion\uninstall", @"software\microsoft\windows\currentversion\app paths"];

    // Keys below the classes that hold those of many.
    private static readonly HashSet<string> Containers = new(
        "*,clsid,interface,typelib,appid,applications,directory,folder,drive,protocols,local settings,systemfileassociations,allfilesystemobjects,background,shell,shellex,contextmenuhandlers,iconoverlays,shelliconoverlayidentifiers,openwithprogids,openwithlist".Split(','), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] UserRoots = [@"HKCU\", @"HKEY_CURRENT_USER\", @"HKCU:\"];

    /// <summary>Whether the word of a command names one, with the user's root before it: <c>HKCU\Software\Shop</c>.</summary>
    public static bool AreOwn(ShellWord? word) =>
        word is { Text: var text } && Array.Find(UserRoots, root => text.StartsWith(root, StringComparison.OrdinalIgnoreCase)) is { } user && AreOwn(text.Substring(user.Length));

    /// <summary>Whether a path is one: <c>Software\Shop</c>.</summary>
    public static bool AreOwn(string path)
    {
        var keys = path.Trim('\\').Split('\\');
        if (keys.Length < 2 || Array.Exists(keys, static key => key.Trim().Length == 0) || !keys[0].Equals("Software", StringComparison.OrdinalIgnoreCase)) return false;
        if (keys[1].IndexOf(FoldedText.Hole) >= 0) return false;
        if (!Vendors.Contains(keys[1])) return true;
        if (path.IndexOf(FoldedText.Hole) >= 0) return false;
        if (keys[1].Equals("Classes", StringComparison.OrdinalIgnoreCase)) return keys.Length > 2 && !Containers.Contains(keys[keys.Length - 1]) && !(keys.Length == 3 && keys[2][0] == '.');
        return Array.Exists(Shelves, shelf => string.Join("\\", keys, 0, keys.Length - 1).Equals(shelf, StringComparison.OrdinalIgnoreCase));
    }
}
