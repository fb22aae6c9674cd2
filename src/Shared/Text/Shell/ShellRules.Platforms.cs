namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Platforms and hosting.</summary>
    private const string Platforms = """
        backs-up database heroku pg:backups:capture
        backs-up database heroku pg:backups capture
        backs-up volume fly|flyctl volumes snapshots create
        volume railway volume delete|detach
        project railway delete
        project railway project|environment delete
        compute railway service|function delete
        compute railway down
        secret railway variable|variables delete
        project heroku apps:destroy|apps:delete
        project heroku apps destroy
        database heroku pg:reset|pg:restore
        backup heroku pg:backups:delete
        backup heroku pg:backups delete|unschedule
        infrastructure heroku addons:destroy
        cache heroku redis:reset
        topic heroku kafka:topics:destroy
        secret heroku config:unset
        project fly|flyctl apps destroy|delete
        project fly|flyctl destroy
        volume fly|flyctl volumes|volume destroy|delete|rm
        snapshot fly|flyctl volumes snapshots delete
        compute fly|flyctl machine|machines destroy|remove|rm
        database fly|flyctl postgres|mpg destroy|detach
        database fly|flyctl redis destroy
        secret fly|flyctl secrets unset
        project vercel|vc project|projects rm|remove
        compute vercel|vc remove|rm
        secret vercel|vc env rm
        dns vercel|vc dns|domains rm
        project netlify sites:delete
        compute render services delete
        project supabase projects|orgs delete
        database supabase branches delete
        compute supabase functions delete
        secret supabase secrets unset
        identity supabase sso remove
        dns supabase domains delete
        bucket supabase storage rm
        database supabase stop --no-backup
        compute wrangler delete
        namespace wrangler kv:namespace delete
        namespace wrangler kv namespace delete
        rows wrangler kv bulk delete
        bucket wrangler r2 bucket delete
        bucket wrangler r2 object delete
        database wrangler d1 delete
        project wrangler pages project delete
        database wrangler hyperdrive delete
        queue wrangler queues delete
        secret wrangler secret delete
        compute wrangler deployments rollback
        search_index wrangler vectorize delete
        compute kamal remove
        volume kamal accessory remove
        compute kamal app|proxy remove|stop
        compute doctl compute droplet delete|rm|d
        volume doctl compute volume delete|rm
        snapshot doctl compute snapshot|image delete
        dns doctl compute domain delete
        network doctl compute load-balancer|firewall delete
        database doctl databases|database|db delete|rm
        database doctl databases db delete
        cluster doctl kubernetes|k8s cluster delete
        repository doctl registry delete
        project doctl projects delete
        compute doctl apps delete
        compute linode-cli linodes delete|rm
        volume linode-cli volumes delete|rm
        database linode-cli databases mysql-delete|postgresql-delete
        cluster linode-cli lke cluster-delete
        bucket linode-cli obj rb
        compute hcloud server delete|rebuild
        volume hcloud volume delete
        snapshot hcloud image delete
        network hcloud network|firewall|load-balancer delete
        volume oci bv volume delete
        compute oci compute instance terminate
        bucket oci os bucket delete
        bucket oci os object bulk-delete
        database oci db + delete|terminate
        project dokku apps:destroy
        database dokku postgres:destroy|mysql:destroy|mariadb:destroy|mongo:destroy|redis:destroy
        project cf delete|delete-org|delete-space
        database cf delete-service
        database avn service terminate
        project avn project delete
        cluster atlas clusters delete
        project atlas projects delete
        backup atlas backups snapshots delete
        compute scw instance server delete|terminate
        volume scw instance|block volume delete
        database scw rdb instance delete
        cluster scw k8s cluster delete
        bucket scw object bucket delete
        compute exo compute instance delete
        infrastructure ibmcloud resource service-instance-delete
        cluster ibmcloud ks|oc cluster rm
        compute ibmcloud is instance-delete
        volume ibmcloud is volume-delete
        repository gh repo delete
        repository gh release delete
        secret gh secret|variable delete|remove
        project gh project delete
        repository glab repo|project delete
        project circleci context delete
        infrastructure openstack + delete
        """;

    /// <summary>Git: what loses work or history that is not yet elsewhere.</summary>
    private const string Git = """
        repository git reset --hard|--merge
        files git clean -f|--force !-n|--dry-run
        repository git checkout --|-f|--force
        repository git checkout .
        repository git restore !--staged|-S
        repository git restore --worktree|-W
        repository git switch -f|--force|--discard-changes
        repository git push --force|-f|--delete|-d|--mirror|--prune !-n|--dry-run
        repository git push + :*|+* !-n|--dry-run
        repository git branch -D
        repository git branch --delete --force|-f
        repository git stash drop|clear
        repository git filter-branch|filter-repo !--analyze
        repository git-filter-repo|bfg !--analyze
        repository git reflog expire|delete
        repository git gc --prune
        repository git update-ref -d
        repository git worktree remove --force|-f
        """;

    /// <summary>Secrets, DNS, messaging and other services.</summary>
    private const string Services = """
        secret vault secrets disable
        identity vault auth disable
        secret vault kv destroy|delete
        secret vault kv metadata delete
        secret vault delete
        identity vault policy delete
        identity vault token|lease revoke
        secret vault lease revoke
        cluster vault operator seal
        secret doppler secrets|configs|projects|environments delete
        secret infisical secrets|projects delete
        secret op item|vault|document delete
        dns cloudflared tunnel delete
        dns flarectl dns|zone delete
        compute fastly service|compute delete
        network fastly domain|backend|vcl|dictionary|acl delete
        infrastructure deck gateway reset
        infrastructure deck reset
        infrastructure stripe customers|products|prices|webhook_endpoints delete
        infrastructure ldcli flags delete|archive
        search_index algolia indices delete
        rows algolia indices clear
        namespace temporal operator namespace delete
        bucket couchbase-cli bucket-delete
        rows couchbase-cli bucket-flush
        repository npm|pnpm|yarn unpublish
        repository cargo yank !--undo
        repository gem yank
        repository dotnet nuget delete
        repository nuget delete
        secret consul kv delete -recurse
        key gpg --delete-secret-keys|--delete-secret-key|--delete-secret-and-public-key
        """;
}
