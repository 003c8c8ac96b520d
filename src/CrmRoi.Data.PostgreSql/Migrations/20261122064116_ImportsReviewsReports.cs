using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CrmRoi.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ImportsReviewsReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deals_FirstContactOn",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Deals_QuotedOn",
                table: "Deals");

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Touches",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Touches",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "SurveyAnswers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "SurveyAnswers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "StageChanges",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "StageChanges",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Savings",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Savings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Products",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "People",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "People",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Leads",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Leads",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Deleted",
                table: "Imports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ImportJobId",
                table: "Imports",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Months",
                table: "Imports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Deals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Deals",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Customers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Customers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Costs",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Costs",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Cases",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Campaigns",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Campaigns",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Fingerprint",
                table: "Activities",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WrittenBy",
                table: "Activities",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CompanyLooks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Colour = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    SecondColour = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: true),
                    Logo = table.Column<byte[]>(type: "bytea", maxLength: 1048576, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyLooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportJobs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    User = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Files = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RowsRead = table.Column<long>(type: "bigint", nullable: false),
                    RowsTotal = table.Column<long>(type: "bigint", nullable: false),
                    Phase = table.Column<int>(type: "integer", nullable: false),
                    Worker = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Reference = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Result = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportJobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Programme = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: true),
                    File = table.Column<byte[]>(type: "bytea", nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Failure = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailSchedules",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Programme = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Cadence = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<int>(type: "integer", nullable: false),
                    Hour = table.Column<int>(type: "integer", nullable: false),
                    Recipients = table.Column<string>(type: "text", nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailSchedules", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "NameAliases",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Field = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Alias = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameAliases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "QualityReport",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ReckonedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityReport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewPlans",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Programme = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Cadence = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewPlans", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Reviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Programme = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Until = table.Column<int>(type: "integer", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Cost = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: false),
                    Gain = table.Column<decimal>(type: "numeric(19,4)", precision: 19, scale: 4, nullable: true),
                    Roi = table.Column<decimal>(type: "numeric(28,10)", precision: 28, scale: 10, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    SignedNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedMappings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Shape = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedMappings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportJobId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Source = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RecordId = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Before = table.Column<string>(type: "text", nullable: false),
                    WrittenBy = table.Column<int>(type: "integer", nullable: true),
                    IsDeletion = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportChanges_ImportJobs_ImportJobId",
                        column: x => x.ImportJobId,
                        principalTable: "ImportJobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewContents",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Report = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewContents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewContents_Reviews_Id",
                        column: x => x.Id,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReviewItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Owner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WrittenBy = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewItems_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_ImportJobId",
                table: "Imports",
                column: "ImportJobId");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_FirstContactOn",
                table: "Deals",
                column: "FirstContactOn",
                filter: "\"FirstContactOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_QuotedOn",
                table: "Deals",
                column: "QuotedOn",
                filter: "\"QuotedOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_ImportJobId_Kind_RecordId",
                table: "ImportChanges",
                columns: new[] { "ImportJobId", "Kind", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportChanges_WrittenBy",
                table: "ImportChanges",
                column: "WrittenBy");

            migrationBuilder.CreateIndex(
                name: "IX_MailMessages_NextAt",
                table: "MailMessages",
                column: "NextAt");

            migrationBuilder.CreateIndex(
                name: "IX_NameAliases_Field_Alias",
                table: "NameAliases",
                columns: new[] { "Field", "Alias" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewItems_ReviewId",
                table: "ReviewItems",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewPlans_Programme",
                table: "ReviewPlans",
                column: "Programme",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reviews_Programme_Until",
                table: "Reviews",
                columns: new[] { "Programme", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedMappings_Shape",
                table: "SavedMappings",
                column: "Shape",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Imports_ImportJobs_ImportJobId",
                table: "Imports",
                column: "ImportJobId",
                principalTable: "ImportJobs",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Imports_ImportJobs_ImportJobId",
                table: "Imports");

            migrationBuilder.DropTable(
                name: "CompanyLooks");

            migrationBuilder.DropTable(
                name: "ImportChanges");

            migrationBuilder.DropTable(
                name: "MailMessages");

            migrationBuilder.DropTable(
                name: "MailSchedules");

            migrationBuilder.DropTable(
                name: "NameAliases");

            migrationBuilder.DropTable(
                name: "QualityReport");

            migrationBuilder.DropTable(
                name: "ReviewContents");

            migrationBuilder.DropTable(
                name: "ReviewItems");

            migrationBuilder.DropTable(
                name: "ReviewPlans");

            migrationBuilder.DropTable(
                name: "SavedMappings");

            migrationBuilder.DropTable(
                name: "ImportJobs");

            migrationBuilder.DropTable(
                name: "Reviews");

            migrationBuilder.DropIndex(
                name: "IX_Imports_ImportJobId",
                table: "Imports");

            migrationBuilder.DropIndex(
                name: "IX_Deals_FirstContactOn",
                table: "Deals");

            migrationBuilder.DropIndex(
                name: "IX_Deals_QuotedOn",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Touches");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Touches");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "SurveyAnswers");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "SurveyAnswers");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "StageChanges");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "StageChanges");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Savings");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Savings");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "People");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "Deleted",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "ImportJobId",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Months",
                table: "Imports");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Costs");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Campaigns");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "WrittenBy",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_FirstContactOn",
                table: "Deals",
                column: "FirstContactOn");

            migrationBuilder.CreateIndex(
                name: "IX_Deals_QuotedOn",
                table: "Deals",
                column: "QuotedOn");
        }
    }
}
