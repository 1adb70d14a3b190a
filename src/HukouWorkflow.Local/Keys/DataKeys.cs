using System.Security.Cryptography;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Sqlite;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Local.Keys;

/// <summary>
/// The keys of a data folder: the data-protection key ring, and under it the secrets that sign local tokens and stand for
/// people. Without them sealed data cannot be read again: they are backed up with the folder, and apart from it.
/// </summary>
internal sealed class DataKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string _folder;
    private readonly IDataProtector _protector;

    private DataKeys(string folder, IDataProtectionProvider protection)
    {
        _folder = folder;
        Protection = protection;
        _protector = protection.CreateProtector("HukouWorkflow.Secrets");
    }

    /// <summary>What seals and unseals.</summary>
    public IDataProtectionProvider Protection { get; }

    /// <summary>The keys of a data folder; they are made where there are none.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <exception cref="DataFolderException">The folder cannot be written to.</exception>
    public static DataKeys Of(string dataFolder)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "keys");
        try
        {
            CreateForOwner(Path.GetFullPath(dataFolder));
            CreateForOwner(folder);

            return new DataKeys(folder, DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName("HukouWorkflow")));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{folder} cannot be created ({refused.Message}). Choose a folder this account may write to with --data.", refused);
        }
    }

    /// <summary>A secret of thirty-two bytes; the first to ask makes it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DataFolderException">It cannot be written, or its key is gone.</exception>
    public byte[] Secret(string name)
    {
        var file = Path.Combine(_folder, name + ".secret");
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            return _protector.Unprotect(File.ReadAllBytes(file));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{file} cannot be read or written ({refused.Message}). Choose a folder this account may write to with --data.", refused);
        }
        catch (CryptographicException refused)
        {
            throw new DataFolderException($"{file} cannot be unsealed: its data-protection key is missing from {_folder}. Restore the keys from a backup.", refused);
        }
    }

    private static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    // Two processes may be first at once: each writes its own file whole, and only one of them takes the name.
    private void Make(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        File.WriteAllBytes(draft, _protector.Protect(RandomNumberGenerator.GetBytes(LocalTokens.KeyLength)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
