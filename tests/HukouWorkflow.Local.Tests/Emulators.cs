using HukouWorkflow.Testing.Emulator;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
