namespace CrmRoi.Reports.Tests;

/// <summary>A logo of 60 by 20 points, half of it transparent.</summary>
internal static class Logo
{
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAADwAAAAUCAYAAADRA14pAAAATklEQVR42u3YsREAIAgEQSqh/1Ls6g1NFT9BL7iUmc2AGJnxUwF4pY2eAeug9mAVagvWRe3AMgTYONsSYMCAAQMGzKbFLs21xD3Mx6PWBGGMry0JGGoMAAAAAElFTkSuQmCC");
}
