using AgentGuard.Analyzers.Operations;
using AgentGuard.Analyzers.Operations.Credentials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>What is found in the characters of a member is what its tree says.</summary>
public sealed class NodeTextTests
{
    [Theory]
    [InlineData("client.Token = a; client = b;", "client", 2)]
    [InlineData("client2.Token = a; my_client = client;", "client", 1)]
    [InlineData("/* client */ var s = \"client\"; // client", "client", 0)]
    [InlineData("@client.Token = a;", "client", 1)]
    [InlineData("cl\\u0069ent.Token = a; client = b;", "client", 2)]
    [InlineData("client", "client", 1)]
    [InlineData("client.client.client = client;", "client", 4)]
    [InlineData("if = client", "", 0)]
    public void Finds_the_identifiers_of_a_name(string code, string name, int count)
    {
        var (member, file) = Member(code);
        var found = new NodeText(member, file).Identifiers(name).ToList();
        Assert.Equal(count, found.Count);
        Assert.Equal(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && name.Length > 0), found);
    }

    [Theory]
    [InlineData("x.BackupRetention = 0; y.keepRecovery = false; // retention", "BackupRetention,keepRecovery")]
    [InlineData("x.retentionBackup = \"backup\"; x.Other = 1;", "retentionBackup")]
    [InlineData("x.Back\\u0075p = 0;", "Backup")]
    [InlineData("x.Other = 1;", "")]
    [InlineData("x.Retention /* days */ = 0; y.Recovery\n    = false;", "Retention,Recovery")]
    [InlineData("x.Backup(); if (x.Retention == 0 && x.Recovery is 1) y = z => x.KeepBackup;", "")]
    public void Finds_the_assigned_identifiers_that_hold_a_piece(string code, string expected)
    {
        var (member, file) = Member(code);
        Assert.Equal(expected, string.Join(',', new NodeText(member, file).AssignedWith(["retention", "backup", "recovery"]).Select(token => token.ValueText)));
    }

    [Theory]
    [InlineData("client.Token = a;", "Token=a")]
    [InlineData("this.client.Token = a;", "Token=a")]
    [InlineData("client . /* of the host */ Token\n = a;", "Token=a")]
    [InlineData("client.DefaultRequestHeaders.Authorization = a;", "Authorization=a")]
    [InlineData("client.ConnectionString = a;", "ConnectionString=a")]
    [InlineData("cl\\u0069ent.Token = a;", "Token=a")]
    [InlineData("client.Headers.Add(\"Authorization\", a);", "=client.Headers.Add(\"Authorization\", a)")]
    [InlineData("client.SetBearerToken(a);", "=client.SetBearerToken(a)")]
    [InlineData("client.Token == a;", "")]
    [InlineData("client.Timeout = a;", "")]
    [InlineData("client.Send(a);", "")]
    [InlineData("other.client.Token = a;", "")]
    [InlineData("// client.Token = a;", "")]
    public void Finds_what_sets_a_credential_on_a_variable(string code, string expected)
    {
        var (member, file) = Member(code);
        Assert.Equal(expected, string.Join(',', new CredentialSetters(member, file).On("client").Select(setter => $"{setter.Property}={setter.Node}")));
    }

    [Fact]
    public void A_variable_that_broken_code_leaves_without_a_name_has_no_setters()
    {
        var (member, file) = Member("var = a; .Token = a;");
        Assert.Empty(new CredentialSetters(member, file).On(""));
    }

    private static (MemberDeclarationSyntax Member, string File) Member(string code)
    {
        // What stands around the member must not be found.
        var file = $"class C {{ int client = client; void M() {{ {code}\n}} int BackupDays = client.Token = a; }}";
        var type = (TypeDeclarationSyntax)CSharpSyntaxTree.ParseText(file).GetCompilationUnitRoot().Members[0];
        return (type.Members[1], file);
    }
}
