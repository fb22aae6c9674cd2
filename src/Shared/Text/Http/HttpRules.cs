namespace AgentGuard.Text.Http;

/// <summary>The hosts through which infrastructure is destroyed, and what each path of theirs stands for. The last line of a host catches the rest.</summary>
internal static class HttpRules
{
    private const string Table = """
        project DELETE api.heroku.com /apps/+
        database DELETE api.heroku.com /addons/+
        infrastructure DELETE api.heroku.com /apps/+/addons/+
        secret DELETE api.heroku.com /apps/+/config-vars/**
        identity DELETE api.heroku.com /apps/+/collaborators/+
        infrastructure DELETE api.heroku.com /**
        project DELETE api.machines.dev|api.fly.io /v1/apps/+
        compute DELETE api.machines.dev /v1/apps/+/machines/+
        volume DELETE api.machines.dev /v1/apps/+/volumes/+
        project DELETE api.vercel.com /v9/projects/+
        secret DELETE api.vercel.com /v9/projects/+/env/+
        compute DELETE api.vercel.com /v13/deployments/+
        dns DELETE api.vercel.com /v2/domains/**
        infrastructure DELETE api.vercel.com /**
        project DELETE api.netlify.com /api/v1/sites/+
        infrastructure DELETE api.netlify.com /**
        compute DELETE api.render.com /v1/services/+
        database DELETE api.render.com /v1/postgres/+
        disk DELETE api.render.com /v1/disks/+
        infrastructure DELETE api.render.com /**
        project DELETE api.supabase.com /v1/projects/+
        database DELETE api.supabase.com /v1/branches/+
        compute DELETE api.supabase.com /v1/projects/+/functions/+
        secret DELETE api.supabase.com /v1/projects/+/secrets
        infrastructure DELETE api.supabase.com /**
        project DELETE console.neon.tech /api/v2/projects/+
        database DELETE console.neon.tech /api/v2/projects/+/branches/+
        database DELETE console.neon.tech /api/v2/projects/+/branches/+/databases/+
        infrastructure DELETE console.neon.tech /**
        database DELETE api.planetscale.com /v1/organizations/+/databases/+
        database DELETE api.planetscale.com /v1/organizations/+/databases/+/branches/+
        backup DELETE api.planetscale.com /v1/organizations/+/databases/+/branches/+/backups/+
        infrastructure DELETE api.planetscale.com /**
        cluster DELETE cockroachlabs.cloud /api/v1/clusters/+
        database DELETE cockroachlabs.cloud /api/v1/clusters/+/databases/+
        database DELETE console.cloud.timescale.com /public/api/v1/projects/+/services/+
        cluster DELETE api.singlestore.com /v1/workspaceGroups/+
        database DELETE api.clickhouse.cloud /v1/organizations/+/services/+
        dns DELETE api.godaddy.com /v1/domains/+
        dns DELETE api.godaddy.com /v1/domains/+/records/**
        database DELETE api.turso.tech /v1/organizations/+/databases/+
        database DELETE api.turso.tech /v1/organizations/+/groups/+
        compute DELETE api.digitalocean.com /v2/droplets/+
        compute DELETE api.digitalocean.com /v2/droplets
        volume DELETE api.digitalocean.com /v2/volumes/+
        snapshot DELETE api.digitalocean.com /v2/snapshots/+
        database DELETE api.digitalocean.com /v2/databases/+
        database DELETE api.digitalocean.com /v2/databases/+/dbs/+
        cluster DELETE api.digitalocean.com /v2/kubernetes/clusters/+
        dns DELETE api.digitalocean.com /v2/domains/**
        project DELETE api.digitalocean.com /v2/apps/+
        infrastructure DELETE api.digitalocean.com /**
        compute DELETE api.linode.com /v4/linode/instances/+
        volume DELETE api.linode.com /v4/volumes/+
        infrastructure DELETE api.linode.com /**
        compute DELETE api.hetzner.cloud /v1/servers/+
        volume DELETE api.hetzner.cloud /v1/volumes/+
        infrastructure DELETE api.hetzner.cloud /**
        infrastructure DELETE api.vultr.com /**
        infrastructure DELETE api.scaleway.com /**
        dns DELETE api.cloudflare.com /client/v4/zones/+
        dns DELETE api.cloudflare.com /client/v4/zones/+/dns_records/+
        cache POST api.cloudflare.com /client/v4/zones/+/purge_cache unless files|tags|hosts|prefixes
        bucket DELETE api.cloudflare.com /client/v4/accounts/+/r2/buckets/+
        database DELETE api.cloudflare.com /client/v4/accounts/+/d1/database/+
        namespace DELETE api.cloudflare.com /client/v4/accounts/+/storage/kv/namespaces/+
        compute DELETE api.cloudflare.com /client/v4/accounts/+/workers/scripts/+
        project DELETE api.cloudflare.com /client/v4/accounts/+/pages/projects/+
        queue DELETE api.cloudflare.com /client/v4/accounts/+/queues/+
        search_index DELETE api.cloudflare.com /client/v4/accounts/+/vectorize/v2/indexes/+
        secret DELETE api.cloudflare.com /client/v4/accounts/+/workers/scripts/+/secrets/+
        secret DELETE api.cloudflare.com /client/v4/accounts/+/secrets_store/stores/+
        network DELETE api.cloudflare.com /client/v4/accounts/+/cfd_tunnel/+
        network DELETE api.cloudflare.com /client/v4/accounts/+/load_balancers/pools/+
        network DELETE api.cloudflare.com /client/v4/zones/+/load_balancers/+
        network DELETE api.cloudflare.com /client/v4/zones/+/workers/routes/+
        network DELETE api.cloudflare.com /client/v4/zones/+/firewall/rules/+
        network DELETE api.cloudflare.com /client/v4/zones/+/rulesets/+
        dns DELETE api.cloudflare.com /client/v4/zones/+/custom_hostnames/+
        key DELETE api.cloudflare.com /client/v4/zones/+/custom_certificates/+
        key DELETE api.cloudflare.com /client/v4/zones/+/ssl/certificate_packs/+
        identity DELETE api.cloudflare.com /client/v4/accounts/+/access/apps/+
        identity DELETE api.cloudflare.com /client/v4/accounts/+/members/+
        repository DELETE api.github.com /repos/+/+
        repository DELETE api.github.com /repos/+/+/git/refs/**
        secret DELETE api.github.com /repos/+/+/actions/secrets/+
        project DELETE api.github.com /orgs/+
        project DELETE api.github.com /repos/+/+/environments/+
        repository DELETE api.github.com /repos/+/+/releases/+
        repository DELETE gitlab.com /api/v4/projects/+
        project DELETE gitlab.com /api/v4/groups/+
        secret DELETE gitlab.com /api/v4/projects/+/variables/+
        project DELETE dev.azure.com /+/_apis/projects/+
        repository DELETE dev.azure.com /+/+/_apis/git/repositories/+
        project=a-resource-group-with-everything-in-it DELETE management.azure.com /subscriptions/+/resourceGroups/+
        database DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Sql/**
        database DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.DBforPostgreSQL/**
        database DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.DocumentDB/**
        bucket DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Storage/**
        disk DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Compute/disks/+
        snapshot DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Compute/snapshots/+
        compute DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Compute/**
        cluster DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.ContainerService/**
        secret DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.KeyVault/**
        network DELETE management.azure.com /subscriptions/+/resourceGroups/+/providers/Microsoft.Network/**
        infrastructure DELETE management.azure.com /**
        identity DELETE graph.microsoft.com /v1.0/users/+
        identity DELETE graph.microsoft.com /v1.0/groups/+
        identity DELETE graph.microsoft.com /v1.0/applications/+
        secret DELETE *.vault.azure.net /secrets/**
        key DELETE *.vault.azure.net /keys/**
        key DELETE *.vault.azure.net /certificates/**
        secret DELETE *.vault.azure.net /deletedsecrets/**
        database DELETE *.documents.azure.com /dbs/+
        container DELETE *.documents.azure.com /dbs/+/colls/+
        compute DELETE compute.googleapis.com /compute/v1/projects/+/zones/+/instances/+
        disk DELETE compute.googleapis.com /compute/v1/projects/+/zones/+/disks/+
        snapshot DELETE compute.googleapis.com /compute/v1/projects/+/global/snapshots/+
        network DELETE compute.googleapis.com /compute/v1/projects/+/global/networks/+
        network DELETE compute.googleapis.com /compute/v1/projects/+/global/firewalls/+
        infrastructure DELETE compute.googleapis.com /**
        project DELETE cloudresourcemanager.googleapis.com /**
        bucket DELETE storage.googleapis.com /storage/v1/b/+
        database DELETE sqladmin.googleapis.com /**
        cluster DELETE container.googleapis.com /**
        schema DELETE bigquery.googleapis.com /bigquery/v2/projects/+/datasets/+
        table DELETE bigquery.googleapis.com /bigquery/v2/projects/+/datasets/+/tables/+
        database DELETE spanner.googleapis.com /**
        topic DELETE pubsub.googleapis.com /**
        key POST cloudkms.googleapis.com /v1/projects/+/locations/+/keyRings/+/cryptoKeys/+/cryptoKeyVersions/+:destroy
        key DELETE cloudkms.googleapis.com /**
        secret POST secretmanager.googleapis.com /v1/projects/+/secrets/+/versions/+:destroy
        secret DELETE secretmanager.googleapis.com /**
        dns DELETE dns.googleapis.com /**
        database DELETE firestore.googleapis.com /v1/projects/+/databases/+
        bucket DELETE s3.amazonaws.com /+
        bucket DELETE *.s3.amazonaws.com /
        cluster DELETE cloud.mongodb.com /api/atlas/v2/groups/+/clusters/+
        project DELETE cloud.mongodb.com /api/atlas/v2/groups/+
        backup DELETE cloud.mongodb.com /api/atlas/v2/groups/+/clusters/+/backup/**
        infrastructure DELETE cloud.mongodb.com /**
        cluster DELETE api.elastic-cloud.com /**
        search_index DELETE *.algolia.net /1/indexes/+
        search_index POST *.algolia.net /1/indexes/+/clear
        search_index DELETE *.algolianet.com /1/indexes/+
        search_index DELETE *.es.io|*.elastic-cloud.com /+
        search_index DELETE api.pinecone.io /indexes/+
        topic DELETE api.confluent.cloud /**
        identity POST api.upstash.com /v2/redis/reset-password/**
        database DELETE api.upstash.com /v2/redis/database/+
        cache GET|POST *.upstash.io /flushall
        cache GET|POST *.upstash.io /flushdb
        identity DELETE *.auth0.com /api/v2/users
        infrastructure DELETE *.auth0.com /api/v2/connections/+
        identity DELETE *.okta.com /api/v1/users/+
        project DELETE circleci.com /api/v2/project/**
        stack POST app.terraform.io /api/v2/workspaces/+/actions/force-unlock
        stack DELETE app.terraform.io /api/v2/workspaces/+
        project DELETE app.terraform.io /api/v2/organizations/+
        stack DELETE api.pulumi.com /api/stacks/**
        cache POST api.fastly.com /service/+/purge_all
        compute DELETE api.fastly.com /service/+
        infrastructure DELETE api.fastly.com /**
        infrastructure DELETE api.datadoghq.com|api.datadoghq.eu /api/v1/monitor/+
        infrastructure DELETE api.datadoghq.com|api.datadoghq.eu /api/v1/dashboard/+
        infrastructure DELETE api.datadoghq.com|api.datadoghq.eu /api/v1/slo/+
        infrastructure DELETE api.datadoghq.com|api.datadoghq.eu /api/v1/logs/config/indexes/+
        backup DELETE api.datadoghq.com|api.datadoghq.eu /api/v2/logs/config/archives/+
        key DELETE api.datadoghq.com|api.datadoghq.eu /api/v1/api_key/+
        key DELETE api.datadoghq.com|api.datadoghq.eu /api/v2/api_keys/+
        identity DELETE api.datadoghq.com|api.datadoghq.eu /api/v2/users/+
        repository DELETE registry.npmjs.org /**
        repository DELETE hub.docker.com /v2/repositories/**
        project DELETE sentry.io /api/0/projects/+/+
        database DELETE api.aiven.io /v1/project/+/service/+
        project DELETE api.aiven.io /v1/project/+
        cluster POST api.elastic-cloud.com /api/v1/deployments/+/_shutdown
        search_index DELETE *.es.amazonaws.com|*.aoss.amazonaws.com /+
        stack POST app.terraform.io /api/v2/workspaces/+/actions/safe-delete
        project DELETE app.launchdarkly.com /api/v2/projects/+
        project DELETE app.launchdarkly.com /api/v2/projects/+/environments/+
        infrastructure DELETE api.pagerduty.com /services/+
        dns DELETE api.bunny.net /dnszone/+
        volume DELETE api.bunny.net /storagezone/+
        bucket POST *.backblazeb2.com /b2api/+/b2_delete_bucket
        repository DELETE quay.io /api/v1/repository/+/+
        namespace DELETE kubernetes.default.svc|*:6443 /api/v1/namespaces/+
        volume DELETE kubernetes.default.svc|*:6443 /api/v1/persistentvolumes/+
        volume DELETE kubernetes.default.svc|*:6443 /api/v1/namespaces/+/persistentvolumeclaims/+
        secret DELETE kubernetes.default.svc|*:6443 /api/v1/namespaces/+/secrets/+
        compute DELETE kubernetes.default.svc|*:6443 /apis/apps/v1/namespaces/+/+/+
        backup DELETE *:9200 /_snapshot/**
        infrastructure POST *:9200 /+/_close
        search_index DELETE *:9200 /_data_stream/+
        search_index DELETE *:9200 /+
        rows POST *:9090 /api/v1/admin/tsdb/delete_series
        search_index DELETE *:7700 /indexes/+
        rows DELETE *:7700 /indexes/+/documents
        collection DELETE *:6333 /collections/+
        collection DELETE *:8108 /collections/+
        bucket DELETE *:8086 /api/v2/buckets/+
        database DELETE *:5984 /+
        queue DELETE *:15672 /api/queues/+/+
        queue_purge DELETE *:15672 /api/queues/+/+/contents
        topic DELETE *:15672 /api/exchanges/+/+
        namespace DELETE *:15672 /api/vhosts/+
        secret DELETE *:8200 /v1/sys/mounts/**
        identity DELETE *:8200 /v1/sys/auth/**
        volume DELETE *:2375|*:2376 /volumes/+
        volume POST *:2375|*:2376 /volumes/prune
        volume DELETE *:2375|*:2376 /+/volumes/+
        volume POST *:2375|*:2376 /+/volumes/prune
        """;

    private static readonly HttpRule[] All = Table
        .Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0)
        .SelectMany(ByHost)
        .Select(HttpRule.Parse)
        .ToArray();

    private static readonly ILookup<string, HttpRule> OfHost = All.Where(rule => !rule.IsForSubdomains || rule.IsForPort).ToLookup(rule => rule.Host, StringComparer.OrdinalIgnoreCase);

    private static readonly HttpRule[] OfSubdomains = [.. All.Where(rule => rule.IsForSubdomains && !rule.IsForPort)];

    /// <summary>The first line that the request falls under; those of the very host come first, and those of a port that software is known by.</summary>
    public static HttpRule? Find(string method, string host, string? port, string path, string? body)
    {
        string[]? segments = null;
        foreach (var rule in port is null ? OfHost[host] : OfHost[host].Concat(OfHost["*:" + port]))
        {
            if (rule.Matches(method, segments ??= HttpRule.Segments(path), body)) return rule;
        }

        foreach (var rule in OfSubdomains)
        {
            if (rule.IsFor(host) && rule.Matches(method, segments ??= HttpRule.Segments(path), body)) return rule;
        }

        return null;
    }

    private static IEnumerable<string> ByHost(string line)
    {
        var parts = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return parts[2].Split('|').Select(host => string.Join(" ", [parts[0], parts[1], host, .. parts.Skip(3)]));
    }
}
