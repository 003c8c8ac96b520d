using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmRoi.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CompanyLook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CompanyLooks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Colour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: true),
                    SecondColour = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: true),
                    Logo = table.Column<byte[]>(type: "varbinary(max)", maxLength: 1048576, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CompanyLooks", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CompanyLooks");
        }
    }
}
