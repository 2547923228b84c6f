namespace ModelSdk.Engine.Projects;

/// <summary>When a build trains.</summary>
public enum TrainMode
{
    /// <summary>When the recipe is new.</summary>
    Auto,

    /// <summary>Not at all: a recipe whose model is not there fails.</summary>
    Never,

    /// <summary>Every time that the station runs.</summary>
    Always,
}
