namespace AgentGuard.Text.Shell;

internal static partial class ShellRules
{
    /// <summary>Database clients and migration tools.</summary>
    private const string Databases = """
        database dropdb !--version|-V$|-?$
        identity dropuser !--version|-V$|-?$
        database mysqladmin|mariadb-admin drop
        compute mysqladmin|mariadb-admin shutdown
        compute pg_ctl stop
        cluster pg_dropcluster
        database pg_resetwal
        database pg_restore -c|--clean
        database mongorestore --drop
        backs-up database pg_dump|pg_dumpall|pg_basebackup !--version|-V$|--schema-only|-s$|-f=/dev/null|--file=/dev/null
        backs-up database mysqldump|mariadb-dump|mysqlpump|mydumper|mysqlsh|xtrabackup|mariabackup !--version|-V$|--no-data|-d$|-r=/dev/null|--result-file=/dev/null
        backs-up database mongodump !--version|--archive=/dev/null
        backs-up database sqlpackage /Action:Export|/a:Export|/Action:Extract|/a:Extract
        backs-up database exp|expdp
        backs-up database cqlsh|nodetool snapshot
        backs-up database influx backup
        backs-up database influxd backup
        backs-up database pgbackrest backup
        backs-up database barman backup
        backs-up database wal-g backup-push
        backs-up database redis-cli bgsave|save
        harmless sqlpackage /Action:Script|/a:Script|/Action:DeployReport|/a:DeployReport
        column sqlpackage /p:BlockOnPossibleDataLoss=false|/p:BlockOnPossibleDataLoss:false
        table sqlpackage /p:DropObjectsNotInSource=true|/p:DropObjectsNotInSource:true
        database dotnet|dotnet-ef ef database drop
        table dotnet ef database update 0
        table dotnet ef migrations remove --force|-f
        database dotnet-ef database drop
        table dotnet-ef database update 0
        database grate --drop
        database dotnet grate --drop
        database prisma migrate reset
        database prisma db push --force-reset
        column prisma db push --accept-data-loss
        database prisma db drop
        database sqlx database|db drop|reset
        database diesel database reset|drop
        table knex migrate:rollback --all
        database rails|rake db:drop|db:drop:all|db:reset|db:purge|db:migrate:reset|db:schema:load|db:setup
        rows rails|rake db:truncate_all
        database artisan migrate:fresh|migrate:refresh|migrate:reset|db:wipe !--pretend
        table artisan migrate:rollback !--pretend
        rows manage.py|django-admin|django flush
        database manage.py|django-admin|django reset_db
        table manage.py|django-admin|django migrate + zero !--plan
        schema flyway clean
        schema mvn|mvnw flyway:clean
        schema gradle|gradlew flywayClean
        schema liquibase drop-all|dropAll
        schema mvn|mvnw liquibase:dropAll
        schema gradle|gradlew dropAll
        table liquibase rollback|rollback-count|rollback-to-date|rollbackCount
        schema typeorm schema:drop
        database typeorm-ts-node-commonjs schema:drop
        database sequelize|sequelize-cli db:drop
        table sequelize|sequelize-cli db:migrate:undo:all
        schema mikro-orm schema:drop|schema:fresh|migration:fresh
        schema drizzle-kit drop
        table alembic downgrade base !--sql
        database ecto.drop|ecto.reset
        database mix ecto.drop|ecto.reset
        table goose reset|down-to
        table goose + + reset|down-to
        table goose + + + reset|down-to
        schema migrate drop
        table migrate down --all|-all
        schema console doctrine:schema:drop --force
        database console doctrine:database:drop --force
        database drush sql-drop|sql:drop
        database wp db reset|drop
        database ace migration:fresh|migration:reset|db:wipe
        schema sea-orm-cli migrate fresh|reset
        table flask db downgrade base
        schema atlas schema clean
        database airflow db reset
        database dbmate drop
        database evolve erase
        database supabase db reset
        table supabase migration down|squash|repair
        """;

    /// <summary>Caches, search, streams and queues.</summary>
    private const string NoSql = """
        topic kafka-topics|kafka-topics.sh --delete
        topic rpk topic delete
        rows rpk topic trim-prefix
        rows kafka-delete-records|kafka-delete-records.sh
        topic kafka-consumer-groups|kafka-consumer-groups.sh --delete
        identity kafka-acls|kafka-acls.sh --remove
        topic kafka-configs|kafka-configs.sh --add-config=retention.ms=0|--add-config=retention.ms=1
        topic confluent kafka topic delete
        cluster confluent kafka cluster delete
        project confluent environment delete
        queue rabbitmqctl delete_queue
        namespace rabbitmqctl delete_vhost
        queue_purge rabbitmqctl purge_queue
        cluster rabbitmqctl reset|force_reset|forget_cluster_node
        identity rabbitmqctl delete_user
        compute rabbitmqctl stop|stop_app|shutdown
        queue rabbitmqadmin delete queue|exchange
        namespace rabbitmqadmin delete vhost
        queue_purge rabbitmqadmin purge queue
        topic nats stream|str rm|delete|del
        rows nats stream|str purge
        topic nats consumer rm|delete
        bucket nats kv|object del|rm
        rows nodetool clearsnapshot
        cluster nodetool decommission|removenode|assassinate
        bucket influx bucket delete
        rows influx delete
        project influx org delete
        database clickhouse-client --drop
        compute etcdctl member remove
        rows etcdctl del --prefix|--from-key
        database tctl workflow delete
        project databricks metastores|catalogs delete
        schema databricks schemas delete
        table databricks tables delete
        compute databricks clusters|apps permanent-delete|delete
        database turso db destroy
        project turso group destroy
        database pscale database delete
        database pscale branch delete
        backup pscale backup delete
        project neonctl|neon projects delete
        database neonctl|neon databases|branches delete
        """;
}
