using CrmRoi.Web.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHost(args);
builder.AddLogs();
builder.Services.AddInterface();

var app = builder.Build();
app.UseSecurity();
app.UseRequestLog();
app.UseErrorPages();
app.UseReaderCulture();
app.UseRouting();
app.MapHealth();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages().WithStaticAssets();

await app.RunAsync();
