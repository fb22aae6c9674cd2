namespace AgentGuard.Analyzers.Tests.Operations;

/// <summary>A table of DynamoDB that is emptied by batches of deletions of what a scan has found.</summary>
public sealed class ListedItemTests
{
    [Theory]
    [InlineData("var writes = scan.Items.Select(item => new WriteRequest({|all:new DeleteRequest(item)|})).ToList(); await Write(writes);")]
    [InlineData("var writes = scan.Items.Select(item => new WriteRequest { DeleteRequest = {|all:new DeleteRequest { Key = new() { [\"id\"] = item[\"id\"] } }|} }).ToList(); await Write(writes);")]
    [InlineData("foreach (var part in scan.Items.Chunk(25)) await Write(part.Select(item => new WriteRequest { DeleteRequest = {|all:new DeleteRequest { Key = item }|} }).ToList());")]
    [InlineData("var writes = new List<WriteRequest>(); foreach (var item in scan.Items) writes.Add(new WriteRequest({|all:new DeleteRequest(new() { { \"id\", item[\"id\"] } })|})); await Write(writes);")]
    [InlineData("await Write([new WriteRequest(new DeleteRequest(new() { [\"id\"] = null }))]);")]
    [InlineData("await Write(keys.Select(key => new WriteRequest(new DeleteRequest(key))).ToList());")]
    [InlineData("await Write(scan.Items.Where(item => item.ContainsKey(\"old\")).Select(item => new WriteRequest(new DeleteRequest(item))).ToList());")]
    [InlineData("foreach (var item in scan.Items) { if (!item.ContainsKey(\"old\")) continue; await Write([new WriteRequest(new DeleteRequest(item))]); }")]
    public Task Of_a_whole_scan(string statements) => Check("new ScanRequest { TableName = table }", statements);

    [Fact]
    public Task Of_a_scan_with_a_filter() => Check("new ScanRequest { TableName = table, FilterExpression = \"expires < :now\" }", "await Write(scan.Items.Select(item => new WriteRequest(new DeleteRequest(item))).ToList());");

    private static Task Check(string request, string statements) => Verify.Destructive($$"""
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        namespace Amazon.DynamoDBv2 { public interface IAmazonDynamoDB { Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default); Task BatchWriteItemAsync(Dictionary<string, List<WriteRequest>> items, CancellationToken cancellationToken = default); } }
        namespace Amazon.DynamoDBv2.Model
        {
            public class AttributeValue { }
            public class ScanRequest { public string TableName { get; set; } public string FilterExpression { get; set; } public object ScanFilter { get; set; } }
            public class ScanResponse { public List<Dictionary<string, AttributeValue>> Items { get; set; } }
            public class DeleteRequest { public DeleteRequest() { } public DeleteRequest(Dictionary<string, AttributeValue> key) { } public Dictionary<string, AttributeValue> Key { get; set; } }
            public class WriteRequest { public WriteRequest() { } public WriteRequest(DeleteRequest deleteRequest) { } public DeleteRequest DeleteRequest { get; set; } }
        }
        class C(IAmazonDynamoDB db, string table)
        {
            Task Write(List<WriteRequest> writes) => db.BatchWriteItemAsync(new() { [table] = writes });
            async Task M(List<Dictionary<string, AttributeValue>> keys)
            {
                var scan = await db.ScanAsync({{request}});
                {{statements}}
            }
        }
        """);
}
