using HukouWorkflow.Core.Policies;
using NodaTime;

namespace HukouWorkflow.Http.Contract;

/// <summary>A criterion that is not met yet.</summary>
/// <param name="Rule">The criterion.</param>
/// <param name="Verdict">Not met, or unknown because too little was stated.</param>
/// <param name="MetOn">The day it will be met as things stand, or null.</param>
/// <param name="Text">What was found, in sentences.</param>
/// <param name="Remedy">The soonest day, or the smallest change that would do; null where its parts say so.</param>
public sealed record MissingView(string Rule, Verdict Verdict, LocalDate? MetOn, string Text, string? Remedy);
