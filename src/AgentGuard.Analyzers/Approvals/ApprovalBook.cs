using System.Collections.Concurrent;
using System.Collections.Immutable;
using AgentGuard.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AgentGuard.Analyzers.Approvals;

/// <summary>The approvals that hold in a compilation, and which of them were needed.</summary>
internal sealed class ApprovalBook
{
    private static readonly ApprovalBook None = new([]);

    private readonly Dictionary<string, ImmutableArray<OperationApproval>> _byMember;
    private readonly Dictionary<string, PolicyApproval> _bySetting;
    private readonly ConcurrentDictionary<Approval, bool> _used = new();

    private ApprovalBook(IReadOnlyList<Approval> approvals)
    {
        _byMember = approvals.OfType<OperationApproval>().GroupBy(approval => approval.Member, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        _bySetting = approvals.OfType<PolicyApproval>().GroupBy(approval => approval.Setting, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        All = approvals;
    }

    /// <summary>The approvals that hold, in the order of the files.</summary>
    public IReadOnlyList<Approval> All { get; }

    /// <summary>Reads the approvals files of a compilation; only what is complete and holds on the build date counts.</summary>
    public static ApprovalBook Read(AnalyzerOptions options, CancellationToken cancellation)
    {
        var files = options.AdditionalFiles.Where(IsApprovalsFile).ToList();
        if (files.Count == 0) return None;
        var today = BuildDate.Of(options);
        var approvals = files
            .SelectMany(file => file.GetText(cancellation) is { } text ? ApprovalsParser.Parse(file.Path, text).Approvals : ImmutableArray<Approval>.Empty)
            .Where(approval => BuildDate.WhyNotInForce(approval, today) is null)
            .ToList();
        return new ApprovalBook(approvals);
    }

    /// <summary>Whether an additional file is an approvals file, by its name.</summary>
    public static bool IsApprovalsFile(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), "AgentGuard.Approvals.txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>The approval of an operation, if there is one.</summary>
    public OperationApproval? For(DestructiveOperation operation, AnalysisServices services, CancellationToken cancellation)
    {
        if (_byMember.Count == 0 || CallSyntax.MemberOf(operation.Syntax) is not { } member) return null;
        if (!_byMember.TryGetValue(OperationIdentity.MemberId(member, operation.Syntax, services, cancellation), out var approvals)) return null;
        var identity = OperationIdentity.Of(operation, services, cancellation);
        return approvals.FirstOrDefault(approval => approval.Operation == identity.Operation);
    }

    /// <summary>The approval of a lowered setting, if there is one.</summary>
    public PolicyApproval? For(string setting) => _bySetting.TryGetValue(setting, out var approval) ? approval : null;

    /// <summary>Notes that an approval kept a diagnostic from being reported.</summary>
    public void Use(Approval approval) => _used[approval] = true;

    /// <summary>The approvals of one sort that nothing needed. A file that several projects share is judged by what is in this one.</summary>
    public IEnumerable<TApproval> Unused<TApproval>(Compilation compilation, AnalyzerOptions options) where TApproval : Approval
    {
        var project = options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.ProjectDir", out var directory) ? Normal(directory) : null;
        return All.OfType<TApproval>().Where(approval => !_used.ContainsKey(approval) && (project is null || Normal(Path.GetDirectoryName(approval.Path)) == project || IsDeclaredIn(approval, compilation)));
    }

    private static string Normal(string? directory) => (directory ?? "").Replace('\\', '/').TrimEnd('/');

    private static bool IsDeclaredIn(Approval approval, Compilation compilation) =>
        approval is OperationApproval { Member: var member } && DocumentationCommentId.GetFirstSymbolForDeclarationId(member, compilation) is { ContainingAssembly: var assembly } && SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly);
}
