using CrmRoi.Import.Reading;

namespace CrmRoi.Import.Tests;

/// <summary>Each real file sent alone: what it is taken for, and how many of its rows go in. Rows were counted in the files by another program.</summary>
public sealed class LoneFileTests
{
    /// <summary>The file, its rows, what it is (a kind with its preset, or why it is refused), and how many records and refusals it gives.</summary>
    public static TheoryData<string, int, string, int, int> Files => new()
    {
        { "fivetran_hubspot_seeds/company_data.csv", 24, "customers hubspot", 24, 0 },
        { "fivetran_hubspot_seeds/company_property_history_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/contact_data.csv", 22, "leads hubspot", 22, 0 },
        { "fivetran_hubspot_seeds/contact_form_submission_data.csv", 5, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/contact_list_data.csv", 60, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/contact_list_member_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/contact_merge_audit_data.csv", 4, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/contact_property_history_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_company_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_contact_data.csv", 11, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_data.csv", 44, "deals hubspot", 44, 0 },
        { "fivetran_hubspot_seeds/deal_pipeline_data.csv", 6, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_pipeline_stage_data.csv", 71, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_property_history_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/deal_stage_data.csv", 14, "stagechanges hubspot", 14, 0 },
        { "fivetran_hubspot_seeds/email_campaign_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_bounce_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_click_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_deferred_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_delivered_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_dropped_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_forward_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_open_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_print_data.csv", 5, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_sent_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_spam_report_data.csv", 32, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/email_event_status_change_data.csv", 100, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_call_data.csv", 1, "activities hubspot", 1, 0 },
        { "fivetran_hubspot_seeds/engagement_communication_data.csv", 1, "activities hubspot", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_company_data.csv", 1, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_contact_data.csv", 1, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_data.csv", 1, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_deal_data.csv", 1, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_email_data.csv", 1, "activities hubspot", 1, 0 },
        { "fivetran_hubspot_seeds/engagement_meeting_data.csv", 100, "activities hubspot", 100, 0 },
        { "fivetran_hubspot_seeds/engagement_note_data.csv", 1, "activities hubspot", 0, 0 },
        { "fivetran_hubspot_seeds/engagement_task_data.csv", 2, "activities hubspot", 0, 0 },
        { "fivetran_hubspot_seeds/form_data.csv", 5, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/merged_deal_data.csv", 14, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/owner_data.csv", 100, "people hubspot", 100, 0 },
        { "fivetran_hubspot_seeds/owner_team_data.csv", 3, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/property_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/property_option_data.csv", 20, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/role_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/team_data.csv", 3, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/team_user_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_company_data.csv", 9, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_contact_data.csv", 9, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_data.csv", 25, "cases hubspot", 24, 1 },
        { "fivetran_hubspot_seeds/ticket_deal_data.csv", 9, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_engagement_data.csv", 9, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_pipeline_data.csv", 9, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_pipeline_stage_data.csv", 15, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/ticket_property_history_data.csv", 15, "names-only", 0, 0 },
        { "fivetran_hubspot_seeds/users_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_salesforce_seeds/sf_account_data.csv", 10, "customers salesforce", 1, 0 },
        { "fivetran_salesforce_seeds/sf_account_history_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_salesforce_seeds/sf_contact_data.csv", 4, "names-only", 0, 0 },
        { "fivetran_salesforce_seeds/sf_contact_history_data.csv", 4, "names-only", 0, 0 },
        { "fivetran_salesforce_seeds/sf_event_data.csv", 10, "activities salesforce", 10, 0 },
        { "fivetran_salesforce_seeds/sf_lead_data.csv", 1, "leads salesforce", 1, 0 },
        { "fivetran_salesforce_seeds/sf_opportunity_data.csv", 10, "deals salesforce", 0, 0 },
        { "fivetran_salesforce_seeds/sf_opportunity_history_data.csv", 10, "stagechanges salesforce", 0, 0 },
        { "fivetran_salesforce_seeds/sf_opportunity_line_item_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_salesforce_seeds/sf_order_data.csv", 10, "orders salesforce", 10, 0 },
        { "fivetran_salesforce_seeds/sf_product_2_data.csv", 2, "products salesforce", 2, 0 },
        { "fivetran_salesforce_seeds/sf_task_data.csv", 10, "activities salesforce", 0, 0 },
        { "fivetran_salesforce_seeds/sf_user_data.csv", 10, "people salesforce", 5, 0 },
        { "fivetran_salesforce_seeds/sf_user_role_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/audit_log_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/brand_data.csv", 1, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/daylight_time_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/domain_name_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/group_data.csv", 8, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/organization_data.csv", 10, "customers zendesk", 10, 0 },
        { "fivetran_zendesk_seeds/organization_tag_data.csv", 12, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/schedule_data.csv", 5, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/schedule_holiday_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/sla_policy_metric_history_data.csv", 22, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_chat_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_chat_event_data.csv", 12, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_comment_data.csv", 20, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_data.csv", 10, "cases zendesk", 0, 8 },
        { "fivetran_zendesk_seeds/ticket_field_history_data.csv", 38, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_form_history_data.csv", 15, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_schedule_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_sla_policy_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/ticket_tag_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/time_zone_data.csv", 2, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/user_data.csv", 10, "names-only", 0, 0 },
        { "fivetran_zendesk_seeds/user_tag_data.csv", 10, "names-only", 0, 0 },
        { "sales_opportunities/accounts.csv", 85, "customers", 85, 0 },
        { "sales_opportunities/data_dictionary.csv", 21, "unknown-columns", 0, 0 },
        { "sales_opportunities/products.csv", 7, "products", 7, 0 },
        { "sales_opportunities/sales_pipeline.csv", 8800, "deals", 8800, 0 },
        { "sales_opportunities/sales_teams.csv", 35, "people", 35, 0 },
        { "salesforce_dataloader/accountData.csv", 423, "customers salesforce", 423, 0 },
        { "salesforce_dataloader/accountsForInsert.csv", 4, "customers", 4, 0 },
        { "salesforce_dataloader/csvEscapedQuotes.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvSeparator.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext_BOM_UTF16BE.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext_BOM_UTF16LE.csv", 3, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext_BOM_UTF32BE.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext_BOM_UTF32LE.csv", 3, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/csvtext_BOM_UTF8.csv", 2, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/dateEndingInZ.csv", 1, "customers", 1, 0 },
        { "salesforce_dataloader/dateOnlyWithTimeZone.csv", 2, "customers", 2, 0 },
        { "salesforce_dataloader/dateUsingDefaultTimeZone.csv", 1, "customers", 1, 0 },
        { "salesforce_dataloader/dateWithTimeZone.csv", 2, "customers", 2, 0 },
        { "salesforce_dataloader/insertAccountCsv.csv", 100, "customers", 100, 0 },
        { "salesforce_dataloader/opportunityData.csv", 38, "deals salesforce", 38, 0 },
        { "salesforce_dataloader/timeZoneFormatTesting.csv", 12, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/timeZoneFormatTestingWithErrors.csv", 6, "unknown-columns", 0, 0 },
        { "salesforce_dataloader/updateAccountCsvTemplate.csv", 100, "customers", 100, 0 },
        { "salesforce_dataloader/upsertAccountSmallTemplate.csv", 10, "customers", 10, 0 },
    };

    [SharedTheory]
    [MemberData(nameof(Files))]
    public void A_real_file_goes_in_alone_or_is_refused_with_the_reason_that_is_true(string name, int rows, string what, int records, int refused)
    {
        var file = Reads.Together([new ImportFile(Path.GetFileName(name), File.ReadAllBytes(Shared.Find(["crm", .. name.Split('/')])!))], currency: "USD").Should().ContainSingle().Subject;

        if (file.Problem is { } problem)
        {
            (problem.Code, records, refused).Should().Be((what, 0, 0));
            problem.Reason.Length.Should().BeGreaterThan(30);
            return;
        }

        var reading = file.Reading!;
        $"{Importer.NameOf(reading.Mapping.Kind)} {reading.Mapping.PresetName}".TrimEnd().Should().Be(what);
        (file.Rows, reading.Records.Count, reading.Refusals.Count).Should().Be((rows, records, refused));
        reading.Refusals.Should().NotContain(refusal => refusal.Reason.Length <= 10);
    }

    [SharedFact]
    public void Every_file_of_the_folder_is_among_them()
    {
        var all = Directory.GetFiles(Shared.Find("crm")!, "*.csv", SearchOption.AllDirectories).Select(path => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}");

        all.Except(Files.Select(file => (string)file[0])).Should().BeEmpty();
    }

    [SharedFact]
    public void A_family_in_one_archive_says_what_its_files_say_together()
    {
        foreach (var family in Directory.GetDirectories(Shared.Find("crm")!).Where(family => !family.EndsWith("dataloader", StringComparison.Ordinal)))
        {
            var files = Directory.GetFiles(family, "*.csv").Order(StringComparer.Ordinal).Select(path => (Name: Path.GetFileName(path), Content: File.ReadAllBytes(path))).ToList();

            var apart = Reads.Together(files.Select(file => new ImportFile(file.Name, file.Content)), currency: "USD");
            var packed = Reads.Together([new("all.zip", Packed.Zip([.. files]))], currency: "USD");

            packed.Select(file => (file.File.Name["all.zip/".Length..], file.Reading?.Records.Count, file.Reading?.Refusals.Count))
                .Should().Equal(apart.Select(file => (file.File.Name, file.Reading?.Records.Count, file.Reading?.Refusals.Count)));
        }
    }
}
