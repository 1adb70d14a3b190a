using HukouWorkflow.Local.Commands;

return await HukouCommand.Create().Parse(args).InvokeAsync();
