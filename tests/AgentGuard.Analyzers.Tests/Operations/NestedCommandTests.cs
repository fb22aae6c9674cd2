namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>Commands of MongoDB whose documents stand in lists, and deletions in a bulk over several collections.</summary>
public sealed class NestedCommandTests
{
    [Theory]
    [InlineData("d.{|all:RunCommand<BsonDocument>(new BsonDocument { { \"delete\", \"orders\" }, { \"deletes\", new BsonArray { new BsonDocument { { \"q\", new BsonDocument() }, { \"limit\", 0 } } } } })|};")]
    [InlineData("var one = new BsonDocument { { \"q\", new BsonDocument() }, { \"limit\", 0 } }; d.{|all:RunCommand<BsonDocument>(new BsonDocument { { \"delete\", \"orders\" }, { \"deletes\", new BsonArray { one } } })|};")]
    [InlineData("d.RunCommand<BsonDocument>(new BsonDocument { { \"delete\", \"orders\" }, { \"deletes\", new BsonArray { new BsonDocument { { \"q\", new BsonDocument(\"_id\", 5) }, { \"limit\", 0 } } } } });")]
    [InlineData("d.RunCommand<BsonDocument>(new BsonDocument { { \"delete\", \"orders\" }, { \"deletes\", new BsonArray { new BsonDocument { { \"q\", new BsonDocument() }, { \"limit\", 1 } } } } });")]
    [InlineData("d.{|all:RunCommand<BsonDocument>(new BsonDocument { { \"update\", \"orders\" }, { \"updates\", new BsonArray { new BsonDocument { { \"q\", new BsonDocument() }, { \"u\", new BsonDocument(\"a\", 1) }, { \"multi\", true } } } } })|};")]
    [InlineData("d.RunCommand<BsonDocument>(new BsonDocument { { \"update\", \"orders\" }, { \"updates\", new BsonArray { new BsonDocument { { \"q\", new BsonDocument() }, { \"u\", new BsonDocument(\"a\", 1) }, { \"multi\", false } } } } });")]
    [InlineData("d.RunCommand<BsonDocument>(new BsonDocument { { \"find\", \"orders\" }, { \"filter\", new BsonDocument() } });")]
    [InlineData("client.BulkWrite([{|all:new BulkWriteDeleteManyModel<BsonDocument>(\"shop.orders\", Builders<BsonDocument>.Filter.Empty)|}]);")]
    [InlineData("client.BulkWrite([new BulkWriteDeleteManyModel<BsonDocument>(\"shop.orders\", Builders<BsonDocument>.Filter.Eq(\"_id\", 5))]);")]
    public Task Of_MongoDB(string statements) => Verify.Destructive($$"""
        using MongoDB.Bson;
        using MongoDB.Driver;
        class C { void M(IMongoClient client, IMongoDatabase d) { {{statements}} } }
        """);
}
