namespace HukouWorkflow.Core.Cases;

/// <summary>Why a command cannot be carried out as the case stands. No person is at fault and nothing is lost.</summary>
public enum Rejection
{
    /// <summary>There is no such case.</summary>
    NoSuchCase,

    /// <summary>The case exists already.</summary>
    AlreadyOpen,

    /// <summary>The case has come to an end.</summary>
    CaseClosed,

    /// <summary>Hukou is granted already and its benefits are being requested: nothing more can be stated, and nothing taken back.</summary>
    AlreadyGranted,
}
