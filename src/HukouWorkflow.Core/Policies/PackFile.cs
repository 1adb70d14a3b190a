namespace HukouWorkflow.Core.Policies;

/// <summary>One file of the policy packs, already read; Core opens none itself.</summary>
/// <param name="Path">
/// Where it lies, with forward slashes, from the folder that holds the packs on: <c>policies/chongqing/pack.yaml</c>. The second
/// part is the pack, or <c>national</c>.
/// </param>
/// <param name="Text">What it says. Bytes that are no UTF-8 stand as U+FFFD and are refused.</param>
public sealed record PackFile(string Path, string Text);
