using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmRoi.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CompanyVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "CompanyLooks",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "Company",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Version",
                table: "CompanyLooks");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Company");
        }
    }
}
