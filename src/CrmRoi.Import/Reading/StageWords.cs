using CrmRoi.Import.Mapping;
using CrmRoi.Metrics.Records;

namespace CrmRoi.Import.Reading;

/// <summary>What the names of stages say: whole names that are known, and the words in those that are not.</summary>
internal static class StageWords
{
    private static readonly HashSet<string> OpenStages =
    [
        "open", "new", "offen", "neu", "prospecting", "prospect", "engaging", "qualification", "qualified", "qualify", "qualifying", "discovery", "needsanalysis",
        "valueproposition", "iddecisionmakers", "perceptionanalysis", "proposal", "proposition", "proposalpricequote", "quote", "quotation", "quotesent", "negotiation",
        "negotiationreview", "develop", "propose", "inprogress", "appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "decisionmakerboughtin",
        "contractsent", "contract", "demo", "demoready", "demomaking", "demoscheduled", "contactmade", "readytoclose", "proposalquotation", "pipeline", "evaluation",
        "identifydecisionmakers", "commit", "bestcase", "onhold", "active", "aktiv", "angebot", "verhandlung", "qualifizierung", "inbearbeitung", "rfp", "lead", "meeting",
        "replied", "suspended", "discover",
    ];

    // Words that end a deal wherever they stand in a name, in other languages too: "Won and Closed", "Deal lost", "Geschlossen und gewonnen", "C6:LOSE".
    private static readonly HashSet<string> Won = ["won", "gewonnen", "gagne", "gagnee", "ganado", "ganada", "vinto", "vinta", "ganho", "ganha", "sold", "verkauft", "wygrana"];

    // Words that end a deal only where they are the whole name: "win" may begin "win back".
    private static readonly HashSet<string> WonAlone = ["win"];

    private static readonly HashSet<string> Lost =
    [
        "lost", "lose", "verloren", "perdu", "perdue", "perdido", "perdida", "perso", "persa", "abandoned", "dead", "cancelled", "canceled", "rejected", "declined", "disqualified",
        "disqualifiziert", "absage", "abgesagt", "storniert",
    ];

    // A name with one of these may be open or won: whoever sends the file says which.
    private static readonly string[] Unsure =
        ["sign", "closed", "accept", "deliver", "invoic", "paid", "payment", "complet", "onboard", "live", "implement", "order", "unqualif", "abgeschlossen", "geschlossen", "erledigt", "bezahlt", "auftrag"];

    private static readonly HashSet<string> UnsureAlone = ["not", "no", "out", "nicht", "kein", "keine", "never", "nie"];

    // How names of open stages begin, whatever stands around: "4. Develop Solution", "Proposal Sent", "Appointment Scheduled (Sales Pipeline)".
    private static readonly string[] Open =
    [
        "propos", "qualif", "negoti", "discover", "demo", "prospect", "evaluat", "present", "pending", "quot", "offer", "develop", "appointment", "meeting", "scheduled", "contact",
        "review", "initial", "nurtur", "pilot", "trial", "poc", "feasib", "verbal", "decision", "analys", "engag", "identif", "access", "follow", "prepar", "open", "new", "lead",
        "angebot", "verhandl", "qualifiz", "bedarf", "kontakt", "termin", "prasent", "entscheid", "offen", "erstgesprach", "gesprach", "vertragsverhandl",
        "gesendet", "verschickt", "versendet", "nouveau", "nouvelle", "nuevo", "nueva", "nuovo", "decouverte", "devis", "propuesta", "propost", "negoci", "negoz", "cualif", "calif", "prospec",
        "presenta", "oferta", "offert", "entrevista",
    ];

    /// <summary>What a name says; none where it says neither, or might mean something else.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="normal">Its letters and digits.</param>
    public static DealOutcome? OutcomeOf(string name, string normal)
    {
        if (OpenStages.Contains(normal))
        {
            return DealOutcome.Open;
        }

        if (WonAlone.Contains(normal))
        {
            return DealOutcome.Won;
        }

        if (normal.EndsWith("won", StringComparison.Ordinal) || normal.StartsWith("closedwon", StringComparison.Ordinal))
        {
            return IsDenied(WordsOf(name)) ? null : DealOutcome.Won;
        }

        if (normal.EndsWith("lost", StringComparison.Ordinal) || normal.StartsWith("closedlost", StringComparison.Ordinal))
        {
            return IsDenied(WordsOf(name)) ? null : DealOutcome.Lost;
        }

        return OutcomeOf(WordsOf(name));
    }

    private static DealOutcome? OutcomeOf(List<string> words)
    {
        if (IsDenied(words))
        {
            return null;
        }

        if (words.Find(word => Won.Contains(word) || Lost.Contains(word)) is { } end)
        {
            return Won.Contains(end) ? DealOutcome.Won : DealOutcome.Lost;
        }

        return !words.Exists(word => Begins(word, Unsure)) && words.Exists(word => Begins(word, Open)) ? DealOutcome.Open : null;
    }

    private static bool IsDenied(List<string> words) => words.Exists(UnsureAlone.Contains);

    private static bool Begins(string word, string[] starts) => Array.Exists(starts, start => word.StartsWith(start, StringComparison.Ordinal));

    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        for (var (at, start) = (0, 0); at <= name.Length; at++)
        {
            if (at == name.Length || !char.IsLetter(name[at]))
            {
                if (at > start)
                {
                    words.Add(Header.Normal(name[start..at]));
                }

                start = at + 1;
            }
        }

        return words;
    }
}
