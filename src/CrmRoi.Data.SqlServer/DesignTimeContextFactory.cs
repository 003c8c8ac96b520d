using CrmRoi.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CrmRoi.Data.SqlServer;

/// <summary>Makes the context for the tools that write migrations; they never connect.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<CrmRoiContext>
{
    public CrmRoiContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<CrmRoiContext>().UseCrmRoiSqlServer("Server=localhost").Options);
}
