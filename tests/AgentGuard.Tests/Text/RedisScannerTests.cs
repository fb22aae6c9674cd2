using AgentGuard.Text;

namespace AgentGuard.Tests.Text;

public sealed class RedisScannerTests
{
    [Theory]
    [InlineData("cache", "FLUSHALL")]
    [InlineData("cache", "flushdb async")]
    [InlineData("cluster", "CLUSTER RESET HARD")]
    [InlineData("backup", "CONFIG SET appendonly no")]
    [InlineData("backup", "config set AppendOnly NO")]
    [InlineData("backup", "CONFIG SET save \"\"")]
    [InlineData("backup", "CONFIG SET save ")]
    [InlineData("backup", "CONFIG SET dir /tmp")]
    [InlineData("backup", "CONFIG SET dbfilename x.rdb")]
    [InlineData("backup", "CONFIG SET maxmemory 1gb appendonly no")]
    [InlineData("search_index", "FT.DROPINDEX idx DD")]
    [InlineData("search_index", "ft.dropindex idx dd")]
    [InlineData("none", "FT.DROPINDEX idx")]
    [InlineData("none", "FT.DROPINDEX DD")]
    [InlineData("none", "FT.INFO idx DD")]
    [InlineData("none", "CONFIG SET appendonly yes")]
    [InlineData("none", "CONFIG SET save 900 1")]
    [InlineData("none", "CONFIG SET maxmemory 1gb")]
    [InlineData("none", "CONFIG SET appendonly \uE000")]
    [InlineData("none", "CONFIG SET")]
    [InlineData("none", "CONFIG GET dir")]
    [InlineData("none", "CLUSTER INFO")]
    [InlineData("none", "SET dir /tmp")]
    [InlineData("none", "")]
    public void A_command_is_judged_as_written(string expected, string command)
    {
        Assert.Null(Corpus.Mismatch(expected, command, RedisScanner.Scan(command)));
        Assert.True(expected == "none" || RedisScanner.MayDestroy(command));
    }

    [Theory]
    [InlineData("EVAL return redis.call('FLUSHALL')", "cache")]
    [InlineData("EVAL return redis.pcall(\"flushdb\", \"ASYNC\")", "cache")]
    [InlineData("eval redis.call('GET', KEYS[1]) redis.call('SCRIPT', 'FLUSH')", "cache")]
    [InlineData("EVAL for _, k in ipairs(redis.call('keys', '*')) do redis.call('del', k) end", "cache")]
    [InlineData("EVAL return redis.call('UNLINK', unpack(redis.call('KEYS', '*')))", "cache")]
    [InlineData("EVAL for _, k in ipairs(redis.call('keys', 'session:*')) do redis.call('del', k) end", "none")]
    [InlineData("EVAL for _, k in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', k) end", "none")]
    [InlineData("EVAL return #redis.call('keys', '*')", "none")]
    [InlineData("EVAL return redis.call('DEL', KEYS[1])", "none")]
    [InlineData("EVAL return redis.call('SET', KEYS[1], 'FLUSHALL')", "none")]
    [InlineData("EVAL local function call(x) end call('FLUSHALL')", "none")]
    [InlineData("EVAL redis.call('EVAL', 'x')", "none")]
    [InlineData("EVAL redis.call(", "none")]
    [InlineData("EVAL", "none")]
    [InlineData("call('FLUSHALL')", "none")]
    public void A_script_does_what_it_calls(string text, string expected) => Assert.Equal(expected, Corpus.Describe(RedisScanner.Scan(text), withTargets: false));
}
