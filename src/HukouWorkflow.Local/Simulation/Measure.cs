namespace HukouWorkflow.Local.Simulation;

/// <summary>What is counted in each month; the names are the columns of <c>months.csv</c>.</summary>
internal enum Measure
{
    /// <summary>Applications received.</summary>
    Applications,

    /// <summary>Cases whose conditions were complete for the first time.</summary>
    Matured,

    /// <summary>Grants of hukou.</summary>
    Granted,

    /// <summary>Cases in which hukou and every benefit were granted.</summary>
    Settled,

    /// <summary>Cases handed to a person for the first time.</summary>
    ToReview,

    /// <summary>Applications taken back.</summary>
    Withdrawn,

    /// <summary>Times a clock stood still.</summary>
    Stopped,

    /// <summary>Times a clock that had stood still ran again.</summary>
    Resumed,

    /// <summary>School places needed: education granted to children of school age.</summary>
    SchoolPlaces,

    /// <summary>Enrolments in health insurance needed.</summary>
    HealthEnrolments,

    /// <summary>Cases waiting for a person at the month's end, less those of the month before.</summary>
    InReview,

    /// <summary>Cases neither ended nor waiting for a person at the month's end, less those of the month before.</summary>
    Waiting,
}
