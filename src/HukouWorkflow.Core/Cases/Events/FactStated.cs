namespace HukouWorkflow.Core.Cases.Events;

/// <summary>A fact of the person's life stated after the application. A claim until a register confirms it.</summary>
public abstract record FactStated : CaseEvent
{
    private protected FactStated()
    {
    }
}
