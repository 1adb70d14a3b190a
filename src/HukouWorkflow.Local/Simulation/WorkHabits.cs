namespace HukouWorkflow.Local.Simulation;

/// <summary>How people work.</summary>
/// <param name="Share">The share that works with a contract or a business at all.</param>
/// <param name="Business">The share of those that runs a business.</param>
/// <param name="StartsAfter">Days from arriving to the first job.</param>
/// <param name="Spell">Days a job lasts.</param>
/// <param name="Between">Days between two jobs.</param>
internal sealed record WorkHabits(double Share, double Business, DayRange StartsAfter, DayRange Spell, DayRange Between);
