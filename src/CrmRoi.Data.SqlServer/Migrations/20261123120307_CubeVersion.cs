using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmRoi.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CubeVersion : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CubeVersion",
                table: "DataState",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.UpdateData(
                table: "DataState",
                keyColumn: "Id",
                keyValue: 1,
                column: "CubeVersion",
                value: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CubeVersion",
                table: "DataState");
        }
    }
}
