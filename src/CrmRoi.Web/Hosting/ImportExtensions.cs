using CrmRoi.Import;
using CrmRoi.Import.Presets;
using CrmRoi.Web.Pages.Import;

namespace CrmRoi.Web.Hosting;

public static class ImportExtensions
{
    /// <summary>Taking files in, and keeping them between preview and import.</summary>
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PresetCatalogue(provider.GetRequiredService<IConfiguration>()[PresetCatalogue.FolderSetting]));
        services.AddScoped<Importer>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<ImportSignal>();
        services.AddHostedService<ImportRunner>();
        services.AddScoped<ImportTexts>();
        services.AddScoped<MappingMemory>();
        services.AddScoped<NewNames>();
    }
}
