namespace ModelSdk.Engine.Projects;

/// <summary>What is judged.</summary>
public enum EvaluationMode
{
    /// <summary>The model that ships, by rows that it was not fitted to.</summary>
    Holdout,

    /// <summary>The way the model is made: fitted anew for each fold, judged by the rows left out; the fit to all rows ships.</summary>
    CrossValidation,
}
