using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class MongoScannerTests
{
    [Theory]
    [InlineData("{ delete: 'orders', deletes: [{ q: {}, limit: 0 }] }", "rows")]
    [InlineData("{ \"delete\": \"orders\", \"deletes\": [{ \"q\": { \"_id\": { \"$exists\": true } }, \"limit\": 0 }] }", "rows")]
    [InlineData("{ delete: 'orders', deletes: [{ q: { _id: { $ne: null } }, limit: 0 }] }", "rows")]
    [InlineData("{ delete: 'orders', deletes: [{ q: { $expr: true }, limit: 0 }] }", "rows")]
    [InlineData("{ update: 'orders', updates: [{ q: {}, u: { $set: { a: 1 } }, multi: true }] }", "rows")]
    [InlineData("{ dropDatabase: 1 }", "database")]
    [InlineData("{ delete: 'orders', deletes: [{ q: { tenant: 1 }, limit: 0 }] }", "none")]
    [InlineData("{ delete: 'orders', deletes: [{ q: { _id: { $exists: true }, tenant: 1 }, limit: 0 }] }", "none")]
    [InlineData("{ delete: 'orders', deletes: [{ q: { _id: { $ne: 5 } }, limit: 0 }] }", "none")]
    [InlineData("{ update: 'orders', updates: [{ q: {}, u: { $set: { a: 1 } } }] }", "none")]
    [InlineData("{ find: 'orders', filter: {} }", "none")]
    [InlineData("{ delete: 'orders', deletes: [{ q: {}, limit: 1 }] }", "none")]
    [InlineData("{ delete: 'orders', deletes: [{ q: {}, limit: 1 }, { q: {}, limit: 0 }] }", "rows")]
    [InlineData("{ delete: 'orders', deletes: [{ q: {}, limit: 0 }, { q: {}, limit: 1 }] }", "rows")]
    public void Commands_are_judged_by_their_documents(string text, string expected) => Assert.Equal(expected, Corpus.Describe(MongoScanner.Scan(text), withTargets: false));
}
