using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmRoi.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CustomersCampaignsPlansMoneyEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ActiveUsers",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "AgentDays",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "CasesClosedByNobody",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Licences",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "RecordsChecked",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "RecordsUpToDate",
                table: "Snapshots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<decimal>(
                name: "SalesCost",
                table: "Snapshots",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "ServiceCost",
                table: "Snapshots",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Savings",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Convention",
                table: "Programmes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "MarginShare",
                table: "Programmes",
                type: "decimal(9,8)",
                precision: 9,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ExchangeRate",
                table: "Costs",
                type: "decimal(18,8)",
                precision: 18,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "HourlyRate",
                table: "Costs",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Hours",
                table: "Costs",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IndexFrom",
                table: "Costs",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "IndexRate",
                table: "Costs",
                type: "decimal(12,8)",
                precision: 12,
                scale: 8,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlan",
                table: "Costs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Links",
                table: "Costs",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "Costs",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "PaidAmount",
                table: "Costs",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PaidCurrency",
                table: "Costs",
                type: "nvarchar(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RateDate",
                table: "Costs",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UserCounts",
                table: "Costs",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "AssumptionChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Assumption = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Before = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    After = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RoiBefore = table.Column<decimal>(type: "decimal(24,8)", precision: 24, scale: 8, nullable: true),
                    RoiAfter = table.Column<decimal>(type: "decimal(24,8)", precision: 24, scale: 8, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssumptionChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Assumptions",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Target = table.Column<int>(type: "int", nullable: false),
                    Benefit = table.Column<int>(type: "int", nullable: true),
                    Value = table.Column<decimal>(type: "decimal(24,8)", precision: 24, scale: 8, nullable: false),
                    Low = table.Column<decimal>(type: "decimal(24,8)", precision: 24, scale: 8, nullable: false),
                    High = table.Column<decimal>(type: "decimal(24,8)", precision: 24, scale: 8, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Owner = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Decision = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    DecisionNote = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assumptions", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Benefits",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Owner = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    From = table.Column<int>(type: "int", nullable: true),
                    Attributed = table.Column<decimal>(type: "decimal(9,8)", precision: 9, scale: 8, nullable: false),
                    AttributedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    MarginPart = table.Column<decimal>(type: "decimal(9,8)", precision: 9, scale: 8, nullable: false),
                    HourlyRate = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: true),
                    Realised = table.Column<decimal>(type: "decimal(9,8)", precision: 9, scale: 8, nullable: true),
                    IsCash = table.Column<bool>(type: "bit", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Benefits", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "CampaignCredits",
                columns: table => new
                {
                    Model = table.Column<int>(type: "int", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Campaign = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Deals = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Revenue = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    CostedRevenue = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Margin = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CampaignCredits", x => new { x.Month, x.Model, x.Days, x.Campaign });
                });

            migrationBuilder.CreateTable(
                name: "ComparabilityStatements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Family = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    StatedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    StatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComparabilityStatements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CustomerMonths",
                columns: table => new
                {
                    Month = table.Column<int>(type: "int", nullable: false),
                    Customer = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Region = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Segment = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Channel = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Purchases = table.Column<int>(type: "int", nullable: false),
                    Revenue = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    CostedRevenue = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false),
                    Margin = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustomerMonths", x => new { x.Month, x.Customer, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Fingerprint = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    ReckonedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JourneySteps",
                columns: table => new
                {
                    Days = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    To = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Ending = table.Column<int>(type: "int", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JourneySteps", x => new { x.Month, x.Days, x.From, x.To, x.Ending });
                });

            migrationBuilder.CreateTable(
                name: "Levers",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Function = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<int>(type: "int", nullable: false),
                    Users = table.Column<int>(type: "int", nullable: true),
                    MetricKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Benefit = table.Column<int>(type: "int", nullable: true),
                    Owner = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Levers", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "MethodChoices",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Official = table.Column<int>(type: "int", nullable: true),
                    OfficialReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Untouched = table.Column<int>(type: "int", nullable: false),
                    UntouchedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    StatedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MethodChoices", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "OtherCauses",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<int>(type: "int", nullable: true),
                    Teams = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Treatment = table.Column<int>(type: "int", nullable: false),
                    PriceChange = table.Column<decimal>(type: "decimal(9,8)", precision: 9, scale: 8, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    StatedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OtherCauses", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PlannedFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EnteredBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Measure = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Rep = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Team = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Value = table.Column<decimal>(type: "decimal(19,4)", precision: 19, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlannedFigures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Scenarios",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Values = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scenarios", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Stages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Standard = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Baseline = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: false),
                    Due = table.Column<int>(type: "int", nullable: false),
                    Goal = table.Column<decimal>(type: "decimal(28,10)", precision: 28, scale: 10, nullable: false),
                    Metric = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Months = table.Column<int>(type: "int", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    SetBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    SetOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Team = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Name",
                table: "Customers",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_AssumptionChanges_Programme_Assumption",
                table: "AssumptionChanges",
                columns: new[] { "Programme", "Assumption" });

            migrationBuilder.CreateIndex(
                name: "IX_Assumptions_Programme_Name",
                table: "Assumptions",
                columns: new[] { "Programme", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Benefits_Programme_Kind",
                table: "Benefits",
                columns: new[] { "Programme", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ComparabilityStatements_Programme_Family",
                table: "ComparabilityStatements",
                columns: new[] { "Programme", "Family" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_Programme_Subject",
                table: "Evidence",
                columns: new[] { "Programme", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Levers_Programme_Function",
                table: "Levers",
                columns: new[] { "Programme", "Function" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MethodChoices_Programme",
                table: "MethodChoices",
                column: "Programme",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_Programme_Name",
                table: "Scenarios",
                columns: new[] { "Programme", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stages_Name",
                table: "Stages",
                column: "Name",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssumptionChanges");

            migrationBuilder.DropTable(
                name: "Assumptions");

            migrationBuilder.DropTable(
                name: "Benefits");

            migrationBuilder.DropTable(
                name: "CampaignCredits");

            migrationBuilder.DropTable(
                name: "ComparabilityStatements");

            migrationBuilder.DropTable(
                name: "CustomerMonths");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "JourneySteps");

            migrationBuilder.DropTable(
                name: "Levers");

            migrationBuilder.DropTable(
                name: "MethodChoices");

            migrationBuilder.DropTable(
                name: "OtherCauses");

            migrationBuilder.DropTable(
                name: "PlannedFigures");

            migrationBuilder.DropTable(
                name: "Scenarios");

            migrationBuilder.DropTable(
                name: "Stages");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Name",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ActiveUsers",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "AgentDays",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "CasesClosedByNobody",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "Licences",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "RecordsChecked",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "RecordsUpToDate",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "SalesCost",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "ServiceCost",
                table: "Snapshots");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Savings");

            migrationBuilder.DropColumn(
                name: "Convention",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "MarginShare",
                table: "Programmes");

            migrationBuilder.DropColumn(
                name: "ExchangeRate",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "HourlyRate",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "Hours",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "IndexFrom",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "IndexRate",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "IsPlan",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "PaidAmount",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "PaidCurrency",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "RateDate",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "UserCounts",
                table: "Costs");
        }
    }
}
