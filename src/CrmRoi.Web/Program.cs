using CrmRoi.Data;
using CrmRoi.Web.Hosting;
using CrmRoi.Web.Sending;
using Microsoft.AspNetCore.Connections;

try
{
    args = DemoMode.ReadSwitch(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddHost(args);
    builder.AddLogs();
    builder.AddDatabase();
    builder.AddAccounts();
    builder.AddDemo();
    builder.Services.AddInterface();
    builder.Services.AddImport();
    builder.Services.AddHostedService<EvidenceWorker>();
    builder.AddSending();
    builder.Services.AddHostedService<QualityWorker>();
    builder.Services.AddHostedService<ReportWorker>();

    var app = builder.Build();
    app.UseCrmRoi();
    await app.PrepareAsync();
    app.UseSchedules();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingsException or IOException { InnerException: AddressInUseException })
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
