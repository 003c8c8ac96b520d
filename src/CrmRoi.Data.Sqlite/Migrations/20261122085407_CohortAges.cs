using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmRoi.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CohortAges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Ages",
                table: "Cohorts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            // A row of one age each: together they say the same, and the next rebuild joins them.
            migrationBuilder.Sql("UPDATE \"Cohorts\" SET \"Ages\" = \"Age\" || ':' || \"Count\" || ':' || \"Value\"");

            migrationBuilder.DropColumn(
                name: "Age",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "Count",
                table: "Cohorts");

            migrationBuilder.DropColumn(
                name: "Value",
                table: "Cohorts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What several ages of a row would be is told by a rebuild.
            migrationBuilder.Sql("DELETE FROM \"Cohorts\"");

            migrationBuilder.DropColumn(
                name: "Ages",
                table: "Cohorts");

            migrationBuilder.AddColumn<int>(
                name: "Age",
                table: "Cohorts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "Count",
                table: "Cohorts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Value",
                table: "Cohorts",
                type: "INTEGER",
                precision: 19,
                scale: 4,
                nullable: false,
                defaultValue: 0L);
        }
    }
}
