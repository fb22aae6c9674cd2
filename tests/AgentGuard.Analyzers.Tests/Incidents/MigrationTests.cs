namespace AgentGuard.Analyzers.Tests.Incidents;

/// <summary>AG0205, against EF Core and FluentMigrator.</summary>
public class MigrationTests
{
    private const string Prelude = """
        using Microsoft.EntityFrameworkCore.Migrations;
        using Fluent = FluentMigrator;

        """;

    private static readonly CaseSet Cases = new("AG0205", Migrations("""
        //+ drop table
        up: mb.DropTable("Orders");
        //+ drop table by name
        up: mb.DropTable(name: "Orders", schema: "shop");
        //+ drop column
        up: mb.DropColumn(name: "Email", table: "Customers");
        //+ drop schema
        up: mb.DropSchema("shop");
        //+ column that looks renamed
        up: mb.DropColumn("Mail", "Customers"); mb.AddColumn<string>("Email", "Customers", nullable: true);
        down: mb.AddColumn<string>("Mail", "Customers", nullable: true);
        //+ table that looks renamed
        up: mb.DropTable("Orders"); mb.CreateTable("Purchases", t => new { Id = t.Column<int>(), Name = t.Column<string>() });
        down: mb.CreateTable("Orders", t => new { Id = t.Column<int>(), Name = t.Column<string>() });
        //+ shorter text
        up: mb.AlterColumn<string>("Name", "Customers", maxLength: 50, oldClrType: typeof(string), oldMaxLength: 200);
        //+ text with a limit now
        up: mb.AlterColumn<string>("Name", "Customers", maxLength: 50, oldClrType: typeof(string), oldType: "nvarchar(max)");
        //+ text of another database that is given less
        up: mb.AlterColumn<string>("Name", "Customers", type: "nvarchar(50)", maxLength: 50, oldClrType: typeof(string), oldType: "TEXT", oldMaxLength: 100);
        //+ text without a limit in the database, whatever the model said
        up: mb.AlterColumn<string>("Name", "Customers", type: "nvarchar(100)", maxLength: 100, oldClrType: typeof(string), oldType: "nvarchar(max)", oldMaxLength: 100);
        //+ several bits
        up: mb.AlterColumn<bool>("Flags", "Orders", oldClrType: typeof(ulong), oldType: "bit(8)");
        //+ smaller number
        up: mb.AlterColumn<int>("Count", "Customers", oldClrType: typeof(long));
        //+ smaller store type
        up: mb.AlterColumn<string>("Name", "Customers", type: "varchar(20)", oldClrType: typeof(string), oldType: "varchar(40)");
        //+ fewer digits
        up: mb.AlterColumn<decimal>("Price", "Orders", type: "decimal(10,2)", oldClrType: typeof(decimal), oldType: "decimal(18,2)");
        //+ fewer digits under another name
        up: mb.AlterColumn<decimal>("Price", "Orders", type: "numeric(10,2)", oldClrType: typeof(decimal), oldType: "decimal(18,2)");
        //+ shorter text under another name
        up: mb.AlterColumn<string>("Name", "Customers", type: "varchar(20)", oldClrType: typeof(string), oldType: "character varying(40)");
        //+ smaller number under another name
        up: mb.AlterColumn<short>("Count", "Customers", type: "int2", oldClrType: typeof(int), oldType: "integer");
        //+ only emptied before
        up: mb.Sql("UPDATE Customers SET Email = NULL"); mb.DropColumn("Email", "Customers");
        //+ only emptied before, where it is filled
        up: mb.Sql("UPDATE Customers SET Email = NULL, Phone = '' WHERE Email IS NOT NULL"); mb.DropColumn("Email", "Customers");
        //+ only changed in place before
        up: mb.Sql("UPDATE Customers SET Email = LOWER(Email)"); mb.DropColumn("Email", "Customers");
        //+ only filled by an insert before
        up: mb.Sql("INSERT INTO Customers (Email) SELECT Mail FROM People"); mb.DropColumn("Email", "Customers");
        //+ in a local function
        up: Clean(); void Clean() => mb.DropTable("Orders");
        //+ in a local function that is handed on
        up: new List<string> { "Orders" }.ForEach(Clean); void Clean(string name) => mb.DropTable("Orders");
        //+ text into a number
        up: mb.AlterColumn<int>("Zip", "Customers", oldClrType: typeof(string));
        //+ SQL that drops
        up: mb.Sql("DROP TABLE Orders");
        //+ SQL that deletes everything
        up: mb.Sql("DELETE FROM Orders");
        //+ SQL that truncates
        up: mb.Sql("TRUNCATE TABLE Orders;");
        //+ in a helper
        up: Clean(mb);
        more: private static void Clean(MigrationBuilder builder) => builder.DropTable("Orders");
        //+ in an object that was handed the builder
        up: new Orders(mb).Remove();
        more: private abstract class Tables { protected readonly MigrationBuilder Builder; protected Tables(MigrationBuilder builder) { Builder = builder; } public void Remove() => Builder.DropTable("Orders"); } private sealed class Orders : Tables { public Orders(MigrationBuilder builder) : base(builder) { } }
        //+ in an object that is handed the builder with the call
        up: new Tables().Remove(mb);
        more: private sealed class Tables { public void Remove(MigrationBuilder builder) => builder.DropTable("Orders"); }
        //+ name in a constant
        up: mb.DropColumn(Column, "Customers");
        more: private const string Column = "Email";
        //+ in a condition
        up: if (ActiveProvider == "x") mb.DropColumn("Email", "Customers");
        //+ created only afterwards
        up: mb.DropTable("Orders"); mb.CreateTable("Orders", t => new { Id = t.Column<int>() });
        //+ rebuild without a copy
        up: mb.CreateTable("ef_temp_Orders", t => new { Id = t.Column<int>() }); mb.DropTable("Orders"); mb.RenameTable("ef_temp_Orders", newName: "Orders");

        //- create table
        up: mb.CreateTable("Orders", t => new { Id = t.Column<int>() });
        //- create table in an object that was handed the builder, which could also drop it
        up: new Orders(mb).Create();
        down: new Orders(mb).Remove();
        more: private sealed class Orders(MigrationBuilder builder) { public void Create() => builder.CreateTable("Orders", t => new { Id = t.Column<int>() }); public void Remove() => builder.DropTable("Orders"); }
        //- drop in Down
        up: mb.CreateTable("Orders", t => new { Id = t.Column<int>() });
        down: mb.DropTable("Orders");
        //- drop column in Down
        up: mb.AddColumn<string>("Email", "Customers", nullable: true);
        down: mb.DropColumn("Email", "Customers");
        //- rename column
        up: mb.RenameColumn("Mail", "Customers", "Email");
        //- rename table
        up: mb.RenameTable("Orders", newName: "Purchases");
        //- created in the same migration
        up: mb.CreateTable("Scratch", t => new { Id = t.Column<int>() }); mb.DropTable("Scratch");
        //- column added in the same migration
        up: mb.AddColumn<int>("Scratch", "Orders", nullable: true); mb.DropColumn("Scratch", "Orders");
        //- rebuild of a table
        up: mb.CreateTable("ef_temp_Orders", t => new { Id = t.Column<int>() }); mb.Sql("INSERT INTO ef_temp_Orders (Id) SELECT Id FROM Orders"); mb.DropTable("Orders"); mb.RenameTable("ef_temp_Orders", newName: "Orders");
        //- rebuild in SQL
        up: mb.Sql("CREATE TABLE ef_temp_Orders (Id INTEGER); INSERT INTO ef_temp_Orders SELECT Id FROM Orders; DROP TABLE Orders; ALTER TABLE ef_temp_Orders RENAME TO Orders;");
        //- expand and contract
        up: mb.AddColumn<string>("Email", "Customers", nullable: true); mb.Sql("UPDATE Customers SET Email = Mail"); mb.DropColumn("Mail", "Customers");
        //- expand and contract with an expression
        up: mb.AddColumn<string>("Email", "Customers", nullable: true); mb.Sql("UPDATE \"Customers\" SET \"Email\" = lower(trim(\"Mail\")) WHERE \"Mail\" <> ''"); mb.DropColumn("Mail", "Customers");
        //- column whose meaning another table says
        up: mb.AddColumn<string>("Status", "Customers", nullable: true); mb.Sql("UPDATE shop.Customers SET \"Status\" = s.\"Name\" FROM shop.statuses s WHERE s.\"Id\" = Customers.\"StatusId\""); mb.DropColumn("StatusId", "Customers");
        //- expand and contract into another table
        up: mb.Sql("INSERT INTO Addresses (Address) SELECT c.Mail FROM Customers c"); mb.DropColumn("Mail", "Customers");
        //- other names for the same number
        up: mb.AlterColumn<int>("Count", "Customers", type: "integer", oldClrType: typeof(int), oldType: "int4"); mb.AlterColumn<bool>("Open", "Customers", type: "boolean", oldClrType: typeof(bool), oldType: "bool"); mb.AlterColumn<bool>("Open", "Customers", type: "bit", oldClrType: typeof(bool), oldType: "tinyint(1)"); mb.AlterColumn<double>("Size", "Customers", type: "double precision", oldClrType: typeof(double), oldType: "float8");
        //- other names for the same text, decimal and time
        up: mb.AlterColumn<string>("Name", "Customers", type: "varchar(40)", oldClrType: typeof(string), oldType: "character varying(40)"); mb.AlterColumn<decimal>("Price", "Orders", type: "numeric(18,2)", oldClrType: typeof(decimal), oldType: "decimal(18,2)"); mb.AlterColumn<DateTime>("At", "Orders", type: "timestamp with time zone", oldClrType: typeof(DateTime), oldType: "timestamptz");
        //- display width
        up: mb.AlterColumn<int>("Count", "Customers", type: "int(10)", oldClrType: typeof(int), oldType: "int(11)"); mb.AlterColumn<int>("Count", "Customers", type: "int(11)", oldClrType: typeof(int), oldType: "int");
        //- longer than any number
        up: mb.AlterColumn<string>("Name", "Customers", type: "nvarchar(99999999999)", oldClrType: typeof(string), oldType: "nvarchar(40)");
        //- longer text
        up: mb.AlterColumn<string>("Name", "Customers", maxLength: 200, oldClrType: typeof(string), oldMaxLength: 50);
        //- text of another database that keeps its length
        up: mb.AlterColumn<string>("Name", "Customers", type: "nvarchar(100)", maxLength: 100, oldClrType: typeof(string), oldType: "TEXT", oldMaxLength: 100);
        //- text without a limit
        up: mb.AlterColumn<string>("Name", "Customers", type: "nvarchar(max)", oldClrType: typeof(string), oldType: "nvarchar(50)");
        //- a bit that was read as a number
        up: mb.AlterColumn<bool>("Claimed", "Orders", nullable: false, oldClrType: typeof(ulong), oldType: "bit"); mb.AlterColumn<bool?>("Open", "Orders", oldClrType: typeof(short), oldType: "tinyint(1)");
        //- larger number
        up: mb.AlterColumn<long>("Count", "Customers", oldClrType: typeof(int));
        //- nullable now
        up: mb.AlterColumn<string>("Name", "Customers", nullable: true, oldClrType: typeof(string));
        //- index, key and constraint
        up: mb.DropIndex("IX", "Orders"); mb.DropForeignKey("FK", "Orders"); mb.DropPrimaryKey("PK", "Orders"); mb.DropUniqueConstraint("AK", "Orders");
        //+ a directory
        up: System.IO.Directory.Delete("/srv/images", true);
        //- a temporary directory
        up: System.IO.Directory.Delete(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "a"), true);
        //- sequence
        up: mb.DropSequence("Numbers");
        //- rows by key
        up: mb.DeleteData("Countries", "Id", 5);
        //- SQL with a condition
        up: mb.Sql("DELETE FROM Orders WHERE CreatedAt < '2020-01-01'");
        //- SQL that only reads and adds
        up: mb.Sql("CREATE INDEX ix ON Orders (Id); INSERT INTO Settings VALUES (1)");
        """) + """

        //+ FluentMigrator: drop table
        public class M1 : Fluent.Migration { public override void Up() { Delete.Table("Orders"); } public override void Down() { } }
        //+ FluentMigrator: drop column
        public class M1 : Fluent.Migration { public override void Up() => Delete.Column("Email").FromTable("Customers"); public override void Down() { } }
        //+ FluentMigrator: all rows
        public class M1 : Fluent.Migration { public override void Up() { Delete.FromTable("Orders").AllRows(); } public override void Down() { } }
        //+ FluentMigrator: SQL
        public class M1 : Fluent.Migration { public override void Up() { Execute.Sql("DROP TABLE Orders"); } public override void Down() { } }
        //+ FluentMigrator: a method that the base class runs
        public abstract class Base : Fluent.Migration { protected virtual void Apply() { } public override void Up() => Apply(); public override void Down() { } }
        public class M1 : Base { protected override void Apply() { Delete.Column("Email").FromTable("Customers"); } }
        //+ FluentMigrator: a method that the base class runs, which the class's own way up does as well
        public abstract class Base : Fluent.Migration { protected virtual void Apply() { } public override void Down() { } }
        public class M1 : Base { public override void Up() { Apply(); } protected override void Apply() { Delete.Table("Orders"); } }
        //+ FluentMigrator: a command
        public class M1 : Fluent.Migration { public override void Up() { Execute.WithConnection((connection, transaction) => { var command = connection.CreateCommand(); command.CommandText = "DELETE FROM Orders"; command.ExecuteNonQuery(); }); } public override void Down() { } }
        //+ FluentMigrator: a command in a method that is handed on
        public class M1 : Fluent.Migration { public override void Up() { Execute.WithConnection(Clean); } private void Clean(System.Data.IDbConnection connection, System.Data.IDbTransaction transaction) { var command = connection.CreateCommand(); command.CommandText = "DROP TABLE Orders"; command.ExecuteNonQuery(); } public override void Down() { } }
        //- FluentMigrator: a method that the base class runs on its way down
        public abstract class Base : Fluent.Migration { protected virtual void Revert() { } public override void Up() { } public override void Down() => Revert(); }
        public class M1 : Base { protected override void Revert() { Delete.Column("Email").FromTable("Customers"); } }
        //- FluentMigrator: a command with a condition
        public class M1 : Fluent.Migration { public override void Up() { Execute.WithConnection((connection, transaction) => { var command = connection.CreateCommand(); command.CommandText = "DELETE FROM Orders WHERE Id = 5"; command.ExecuteNonQuery(); }); } public override void Down() { } }
        //- FluentMigrator: drop table in Down
        public class M1 : Fluent.Migration { public override void Up() { Create.Table("Orders").WithColumn("Id").AsInt32(); } public override void Down() { Delete.Table("Orders"); } }
        //- FluentMigrator: rows by value
        public class M1 : Fluent.Migration { public override void Up() { Delete.FromTable("Orders").Row(new { Id = 5 }); } public override void Down() { } }
        //- FluentMigrator: a new column that is filled
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Orders").AddColumn("Size").AsInt32().Nullable().AddColumn("Tags").AsString().Nullable(); Execute.Sql("UPDATE \"Orders\" SET \"Tags\" = '[]'"); } public override void Down() { } }
        //+ FluentMigrator: an old column of another table that is filled
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Orders").AddColumn("Tags").AsString().Nullable(); Execute.Sql("UPDATE \"Customers\" SET \"Tags\" = '[]'"); } public override void Down() { } }
        //- FluentMigrator: a table that a helper has created
        public class M1 : Fluent.Migration { public override void Up() { Make("Orders"); Execute.Sql("UPDATE Orders SET Size = 1"); Delete.Table("Orders"); } private void Make(string name) { Named(name); } private void Named(string name) { Create.Table(name).WithColumn("Size").AsInt32(); } public override void Down() { } }
        //+ FluentMigrator: another table than a helper has created
        public class M1 : Fluent.Migration { public override void Up() { Make("Orders"); Delete.Table("Customers"); } private void Make(string name) { Create.Table(name).WithColumn("Size").AsInt32(); } public override void Down() { } }
        //- FluentMigrator: columns that were added before
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Orders").AddColumn("Size").AsInt32().AddColumn("Size2").AsInt32(); Delete.Column("Size").Column("Size2").FromTable("Orders"); } public override void Down() { } }
        //+ FluentMigrator: a column behind one that was added before
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Orders").AddColumn("Size").AsInt32(); Delete.Column("Size").Column("Size2").FromTable("Orders"); } public override void Down() { } }
        //+ FluentMigrator: columns behind one that was copied
        public class M1 : Fluent.Migration { public override void Up() { Execute.Sql("INSERT INTO Meta (Name) SELECT Name FROM Artists"); Delete.Column("Name").Column("MBId").Column("DiscogsId").FromTable("Artists"); } public override void Down() { } }
        //+ FluentMigrator: a column that looks renamed
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Customers").AddColumn("Email").AsString(); Delete.Column("Mail").FromTable("Customers"); } public override void Down() { Alter.Table("Customers").AddColumn("Mail").AsString(); } }
        //+ FluentMigrator: two columns that go for one
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Artists").AddColumn("ProfileId").AsInt32(); Delete.Column("Types").FromTable("Artists"); Delete.Column("Kinds").FromTable("Artists"); } public override void Down() { Alter.Table("Artists").AddColumn("Types").AsInt32().AddColumn("Kinds").AsInt32(); } }
        //+ FluentMigrator: a column of unknown type
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Artists").AddColumn("ProfileId").AsInt32(); Delete.Column("Types").FromTable("Artists"); } public override void Down() { } }
        //+ FluentMigrator: a column of another type
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Artists").AddColumn("ProfileId").AsInt32(); Delete.Column("Types").FromTable("Artists"); } public override void Down() { Alter.Table("Artists").AddColumn("Types").AsString(); } }
        //+ FluentMigrator: a column that SQL fills
        public class M1 : Fluent.Migration { public override void Up() { Alter.Table("Artists").AddColumn("Score").AsInt32(); Execute.Sql("UPDATE Artists SET Score = 1"); Delete.Column("Rank").FromTable("Artists"); } public override void Down() { Alter.Table("Artists").AddColumn("Rank").AsInt32(); } }
        //- FluentMigrator: rename
        public class M1 : Fluent.Migration { public override void Up() { Rename.Table("Orders").To("Purchases"); } public override void Down() { } }
        //+ a method with the builder that the base class runs
        public abstract class Base : Migration { protected override void Up(MigrationBuilder mb) => Apply(mb); protected abstract void Apply(MigrationBuilder mb); }
        public class M1 : Base { protected override void Apply(MigrationBuilder mb) => mb.DropTable("Orders"); }
        //+ a method with the builder that the base class runs, in SQL
        public abstract class Base : Migration { protected override void Up(MigrationBuilder mb) => Apply(mb); protected abstract void Apply(MigrationBuilder mb); }
        public class M1 : Base { protected override void Apply(MigrationBuilder mb) => mb.Sql("DROP TABLE Orders"); }
        //+ a step behind an interface
        public interface IDatabase { void DropColumn(MigrationBuilder mb, string table, string column); }
        public class SqlServer : IDatabase { public void DropColumn(MigrationBuilder mb, string table, string column) => mb.DropColumn(column, table); }
        public class M1(IDatabase database) : Migration { protected override void Up(MigrationBuilder mb) => database.DropColumn(mb, "Orders", "Total"); protected override void Down(MigrationBuilder mb) { } }
        //+ steps in a list
        public abstract class Step { public abstract void Apply(MigrationBuilder mb); }
        public class DropOrders : Step { public override void Apply(MigrationBuilder mb) => mb.DropTable("Orders"); }
        public class M1 : Migration { private static readonly Step[] Steps = [new DropOrders()]; protected override void Up(MigrationBuilder mb) { foreach (var step in Steps) step.Apply(mb); } protected override void Down(MigrationBuilder mb) { } }
        //- a method with the builder that the base class runs on its way down
        public abstract class Base : Migration { protected override void Up(MigrationBuilder mb) { } protected override void Down(MigrationBuilder mb) => Revert(mb); protected abstract void Revert(MigrationBuilder mb); }
        public class M1 : Base { protected override void Revert(MigrationBuilder mb) => mb.DropTable("Orders"); }
        //- a column of an earlier migration that is filled from the row
        public class M0 : Migration { protected override void Up(MigrationBuilder mb) => mb.AddColumn<string>("Slug", "Customers", nullable: true); protected override void Down(MigrationBuilder mb) { } }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => mb.Sql("UPDATE Customers SET Slug = lower(Name)"); protected override void Down(MigrationBuilder mb) { } }
        //+ a column of an earlier migration that is filled with a constant
        public class M0 : Migration { protected override void Up(MigrationBuilder mb) => mb.AddColumn<string>("Slug", "Customers", nullable: true); protected override void Down(MigrationBuilder mb) { } }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => mb.Sql("UPDATE Customers SET Slug = ''"); protected override void Down(MigrationBuilder mb) { } }
        //+ a column of an earlier migration that is filled from the row, and another one
        public class M0 : Migration { protected override void Up(MigrationBuilder mb) => mb.AddColumn<string>("Slug", "Customers", nullable: true); protected override void Down(MigrationBuilder mb) { } }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => mb.Sql("UPDATE Customers SET Slug = Name, Title = Name"); protected override void Down(MigrationBuilder mb) { } }
        //+ a column of another table that is filled from the row
        public class M0 : Migration { protected override void Up(MigrationBuilder mb) => mb.AddColumn<string>("Slug", "Orders", nullable: true); protected override void Down(MigrationBuilder mb) { } }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => mb.Sql("UPDATE Depots SET Slug = Name"); protected override void Down(MigrationBuilder mb) { } }
        //+ a column of an earlier migration that is emptied
        public class M0 : Migration { protected override void Up(MigrationBuilder mb) => mb.AddColumn<string>("Slug", "Customers", nullable: true); protected override void Down(MigrationBuilder mb) { } }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => mb.Sql("UPDATE Customers SET Slug = NULL"); protected override void Down(MigrationBuilder mb) { } }
        //- a step behind an interface that creates
        public interface IStep { void Apply(MigrationBuilder mb); }
        public class AddOrders : IStep { public void Apply(MigrationBuilder mb) => mb.CreateTable("Orders", t => new { Id = t.Column<int>() }); }
        public class M1(IStep step) : Migration { protected override void Up(MigrationBuilder mb) => step.Apply(mb); protected override void Down(MigrationBuilder mb) { } }
        //+ a helper that runs the SQL it is handed
        public static class Scripts { public static void Run(MigrationBuilder b, string sql) => b.Sql(sql, suppressTransaction: true); }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => Scripts.Run(mb, "DROP TABLE Orders"); protected override void Down(MigrationBuilder mb) { } }
        //- a helper that runs harmless SQL on the way up
        public static class Scripts { public static void Run(MigrationBuilder b, string sql) => b.Sql(sql, suppressTransaction: true); }
        public class M1 : Migration { protected override void Up(MigrationBuilder mb) => Scripts.Run(mb, "CREATE INDEX a ON b (c)"); protected override void Down(MigrationBuilder mb) => Scripts.Run(mb, "DROP TABLE Orders"); }
        //+ a helper of a helper that runs the SQL it is handed
        public class M1 : Migration { static void Exec(MigrationBuilder b, string sql) => b.Sql(sql); static void Empty(MigrationBuilder b, string table) => Exec(b, $"DELETE FROM {table}"); protected override void Up(MigrationBuilder mb) => Empty(mb, "Orders"); protected override void Down(MigrationBuilder mb) { } }
        //+ FluentMigrator: a helper that runs the SQL it is handed
        public class M1 : Fluent.Migration { void Run(string sql) => Execute.Sql(sql); public override void Up() { Run("SELECT 1"); Run("DROP TABLE Orders"); } public override void Down() { } }
        //- FluentMigrator: a helper that runs the SQL it is handed on the way down
        public class M1 : Fluent.Migration { void Run(string sql) => Execute.Sql(sql); public override void Up() { Run("CREATE INDEX a ON b (c)"); } public override void Down() { Run("DROP TABLE Orders"); } }
        //- a builder of another library
        public class MigrationBuilder { public void DropTable(string name) { } }
        public void Up(MigrationBuilder mb) => mb.DropTable("Orders");
        """, Prelude);

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case(string name) => Cases.CheckAsync(name);

    [Fact]
    public void There_are_enough_cases() => Cases.AreEnough();

    [Fact]
    public async Task A_rename_is_recognised_in_the_message()
    {
        Assert.EndsWith("It looks like a rename to 'Email': use RenameColumn, which keeps the values.", await Cases.MessageAsync("column that looks renamed"));
        Assert.EndsWith("It looks like a rename to 'Email': use RenameColumn, which keeps the values.", await Cases.MessageAsync("FluentMigrator: a column that looks renamed"));
        Assert.EndsWith("It looks like a rename to 'Purchases': use RenameTable, which keeps the rows.", await Cases.MessageAsync("table that looks renamed"));
        Assert.Contains("from length 200 to 50", await Cases.MessageAsync("shorter text"));
    }

    [Theory]
    [InlineData("two columns that go for one")]
    [InlineData("a column of unknown type")]
    [InlineData("a column of another type")]
    [InlineData("a column that SQL fills")]
    public async Task What_only_may_be_a_rename_is_not_called_one(string name) => Assert.DoesNotContain("rename", await Cases.MessageAsync("FluentMigrator: " + name));

    [Fact]
    public async Task Every_column_of_a_chain_is_judged()
    {
        var source = Prelude + "public class M : Fluent.Migration { public override void Up() { Alter.Table(\"T\").AddColumn(\"A\").AsInt32(); Delete.Column(\"B\").Column(\"A\").Column(\"C\").FromTable(\"T\"); } public override void Down() { } }";
        Assert.Collection(await new Build { Source = source }.RunAsync(), first => Assert.Contains("T.B", first.GetMessage()), second => Assert.Contains("T.C", second.GetMessage()));
    }

    [Fact]
    public async Task What_a_local_function_drops_is_reported_once()
    {
        var source = Prelude + "public class M : Migration { protected override void Up(MigrationBuilder mb) { Clean(); void Clean() => mb.DropTable(\"Orders\"); } protected override void Down(MigrationBuilder mb) { } }";
        Assert.Equal(["AG0205"], (await new Build { Source = source }.RunAsync()).Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("Shop.Data.Sqlite.Migrations", 0)]
    [InlineData("Shop.Data.MySql.Migrations", 1)]
    public async Task Sqlite_keeps_a_text_as_long_as_it_is(string space, int count)
    {
        var source = Prelude + $"namespace {space} {{ public class M : Migration {{ protected override void Up(MigrationBuilder mb) {{ mb.AlterColumn<string>(\"Name\", \"Customers\", type: \"varchar(50)\", maxLength: 50, oldClrType: typeof(string), oldType: \"TEXT\"); }} protected override void Down(MigrationBuilder mb) {{ }} }} }}";
        Assert.Equal(count, (await new Build { Source = source }.RunAsync()).Count(diagnostic => diagnostic.Id == "AG0205"));
    }

    [Fact]
    public async Task No_other_rule_speaks_about_a_migration()
    {
        var source = Prelude + "public class M : Migration { protected override void Up(MigrationBuilder mb) { mb.Sql(\"DROP TABLE Orders\"); } protected override void Down(MigrationBuilder mb) { mb.Sql(\"DROP TABLE Orders\"); } }";
        Assert.Equal(["AG0205"], (await new Build { Source = source }.RunAsync()).Select(diagnostic => diagnostic.Id));
    }

    // Each case gives the bodies of Up and Down; the class around them is always the same.
    private static string Migrations(string cases) => string.Concat(cases.Replace("\r", "").Split("\n//").Select(part => part.TrimStart('/')).Select(part =>
    {
        var lines = part.Split('\n');
        string Body(string key) => lines.FirstOrDefault(line => line.StartsWith(key + ": ", StringComparison.Ordinal))?[(key.Length + 2)..] ?? "";
        return $"\n//{lines[0]}\npublic class M1 : Migration {{ {Body("more")} protected override void Up(MigrationBuilder mb) {{ {Body("up")} }} protected override void Down(MigrationBuilder mb) {{ {Body("down")} }} }}";
    }));
}
