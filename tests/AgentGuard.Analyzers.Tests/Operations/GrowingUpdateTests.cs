namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>An update of every row that builds on what the row holds overwrites nothing, in an ORM as in SQL.</summary>
public sealed class GrowingUpdateTests
{
    [Theory]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.Visits, u => u.Visits + 1));")]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.Email, u => u.Email.ToLower()).SetProperty(u => u.Name, u => u.Name ?? \"\"));")]
    [InlineData("documents.UpdateMany(_ => true, Builders<User>.Update.Inc(u => u.Visits, 1));")]
    [InlineData("documents.UpdateMany(_ => true, Builders<User>.Update.AddToSet(u => u.Tags, \"new\").Push(u => u.Tags, \"b\"));")]
    [InlineData("documents.UpdateMany(_ => true, Builders<User>.Update.Rename(\"Old\", \"New\"));")]
    [InlineData("documents.UpdateMany(_ => true, Builders<User>.Update.Combine(Builders<User>.Update.Inc(u => u.Visits, 1), Builders<User>.Update.SetOnInsert(u => u.Name, \"a\")));")]
    [InlineData("var update = Builders<User>.Update.Inc(u => u.Visits, 1); documents.UpdateMany(_ => true, update);")]
    [InlineData("Raise(users);")]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.LastScan, (DateTime?)null));")]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.LastScan, u => null).SetProperty(u => u.Visits, u => u.Visits + 1));")]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.Total, u => u.Visits * u.Size));")]
    [InlineData("users.ExecuteUpdate(s => s.SetProperty(u => u.Label, u => u.Name + \" \" + u.Email));")]
    public Task Nothing_is_overwritten(string code) => Check(code);

    [Theory]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Visits, 0))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Visits, u => u.Size + 1))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Visits, u => u.Visits + 1).SetProperty(u => u.Name, \"\"))|};")]
    [InlineData("documents.{|all:UpdateMany(_ => true, Builders<User>.Update.Set(u => u.Visits, 1))|};")]
    [InlineData("documents.{|all:UpdateMany(_ => true, Builders<User>.Update.Inc(u => u.Visits, 1).Unset(u => u.Name))|};")]
    [InlineData("documents.{|all:UpdateMany(_ => true, Builders<User>.Update.Combine(Builders<User>.Update.Inc(u => u.Visits, 1), given))|};")]
    [InlineData("documents.{|all:UpdateMany(_ => true, given)|};")]
    [InlineData("{|all:Reset(users)|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.LastScan, (DateTime?)null).SetProperty(u => u.Name, \"\"))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Total, u => u.Visits * 2))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Total, u => u.Visits * u.Visits))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Total, u => u.Visits * u.Size * factor))|};")]
    [InlineData("users.{|all:ExecuteUpdate(s => s.SetProperty(u => u.Label, u => u.Name ?? u.Email))|};")]
    public Task Something_is(string code) => Check(code);

    private static Task Check(string code) => Verify.Destructive($$"""
        using Microsoft.EntityFrameworkCore;
        using MongoDB.Driver;
        class User { public int Id { get; set; } public int Visits { get; set; } public int Size { get; set; } public int Total { get; set; } public string Label { get; set; } public string Email { get; set; } public string Name { get; set; } public List<string> Tags { get; set; } public DateTime? LastScan { get; set; } }
        class C
        {
            void M(DbSet<User> users, IMongoCollection<User> documents, UpdateDefinition<User> given, int factor)
            {
                {{code}}
            }
            static void Raise(IQueryable<User> rows) => rows.ExecuteUpdate(s => s.SetProperty(u => u.Visits, u => u.Visits + 1));
            static void Reset(IQueryable<User> rows) => rows.ExecuteUpdate(s => s.SetProperty(u => u.Visits, 0));
        }
        """);
}
