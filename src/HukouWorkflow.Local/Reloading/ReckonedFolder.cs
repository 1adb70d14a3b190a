namespace HukouWorkflow.Local.Reloading;

/// <summary>A data folder whose open cases are reckoned anew when packs change.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Reevaluation">Walks over its cases.</param>
internal sealed record ReckonedFolder(string Folder, Reevaluation Reevaluation);
