namespace CrmRoi.Import.Mapping;

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A day, with or without a time.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    Flag,
}

/// <summary>Something that a kind of record can say, and what the world's CRMs call it.</summary>
/// <param name="Name">Our own name, as map files use it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Weight">How much finding it speaks for the kind.</param>
/// <param name="Synonyms">Headers, the best first; compared without case, accents, blanks and punctuation.</param>
public sealed record Field(string Name, FieldType Type, double Weight, IReadOnlyList<string> Synonyms);

/// <summary>A kind of record as files tell it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Entities">What CRMs put before a header, as in "Deal - Title".</param>
/// <param name="Signals">Headers that only this kind has.</param>
/// <param name="Needed">Groups of fields: one of each group must be there.</param>
/// <param name="Fields">Everything that it can say.</param>
public sealed record KindFields(
    RecordKind Kind, IReadOnlyList<string> Entities, IReadOnlyList<string> Signals, IReadOnlyList<IReadOnlyList<string>> Needed, IReadOnlyList<Field> Fields)
{
    /// <summary>The field of a name, compared as headers are; none if the kind has none such.</summary>
    public Field? Find(string name) => Fields.FirstOrDefault(field => Header.Normal(field.Name) == Header.Normal(name));
}
