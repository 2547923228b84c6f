namespace ModelSdk.Engine.Versions;

/// <summary>Who versions and events are recorded for.</summary>
public static class Author
{
    /// <summary>The identity that git has, <c>Name &lt;address&gt;</c>; without one the name of the user of this machine.</summary>
    /// <param name="directory">A folder of the repository.</param>
    public static string Of(string directory) => Git.Identity(directory) ?? Environment.UserName;
}
