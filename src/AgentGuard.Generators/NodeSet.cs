using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AgentGuard.Generators;

/// <summary>Syntax nodes, each once. Nodes of files that did not change are the same objects, so equality is cheap.</summary>
internal sealed class NodeSet(ImmutableArray<SyntaxNode> nodes) : IEquatable<NodeSet>
{
    private readonly ImmutableArray<SyntaxNode> _nodes = nodes.Distinct().ToImmutableArray();

    public bool IsEmpty => _nodes.IsEmpty;

    public ImmutableArray<SyntaxNode> Nodes => _nodes;

    public bool Equals(NodeSet? other) => other is not null && _nodes.SequenceEqual(other._nodes);

    public override bool Equals(object? obj) => Equals(obj as NodeSet);

    public override int GetHashCode() => _nodes.Length;
}
