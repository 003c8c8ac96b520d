using CrmRoi.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CrmRoi.Import.Tests;

public sealed class DiskFullTests
{
    [Fact]
    public void A_database_that_may_not_grow_is_told_apart_from_other_problems()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("create table t (x text)");
        Run("pragma max_page_count = 10");

        var full = FluentActions.Invoking(() => Run("insert into t select hex(randomblob(100000))")).Should().Throw<SqliteException>().Which;
        var wrong = FluentActions.Invoking(() => Run("insert into nothing values (1)")).Should().Throw<SqliteException>().Which;

        DiskFull.Is(full).Should().BeTrue();
        DiskFull.Is(new DbUpdateException("It was not saved.", full)).Should().BeTrue();
        DiskFull.Is(wrong).Should().BeFalse();

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public void A_file_that_finds_no_room_is_told_apart_from_other_problems()
    {
        DiskFull.Is(new IOException("No space left on device", 28)).Should().BeTrue();
        DiskFull.Is(new IOException("There is not enough space on the disk.", unchecked((int)0x80070070))).Should().BeTrue();
        DiskFull.Is(new IOException("Permission denied", 13)).Should().BeFalse();
        DiskFull.Is(null).Should().BeFalse();
        if (OperatingSystem.IsLinux())
        {
            // A device of Linux that has no room, ever.
            var write = () => File.WriteAllText("/dev/full", new string('x', 100_000));
            DiskFull.Is(write.Should().Throw<IOException>().Which).Should().BeTrue();
        }
    }
}
