namespace AgentGuard;

/// <summary>Asks somebody who may decide: on a terminal, in a chat, in a ticket. One that throws or does not answer in time has said no.</summary>
public interface IConfirmationProvider
{
    /// <summary>Asks for one operation.</summary>
    Task<ConfirmationAnswer> ConfirmAsync(ConfirmationRequest request, CancellationToken cancellationToken);
}
