using System.Security.Cryptography;
using System.Xml.Linq;
using HukouWorkflow.Http.Access;
using HukouWorkflow.Http.Privacy;
using HukouWorkflow.Local.Hosting;
using HukouWorkflow.Sqlite;
using HukouWorkflow.Tables.Keys;
using Microsoft.AspNetCore.DataProtection;

namespace HukouWorkflow.Local.Keys;

/// <summary>
/// The keys of a data folder: the data-protection key ring, and under it the secrets that sign local tokens and stand for
/// people. Without them sealed data cannot be read again: they are backed up with the folder, and apart from it.
/// </summary>
internal sealed class DataKeys : IServiceKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int HoldAttempts = 500;
    private static readonly TimeSpan HoldPause = TimeSpan.FromMilliseconds(10);
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
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnerOnly);
            }

            return new DataKeys(folder, ProtectionOf(folder));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{folder} cannot be created ({refused.Message}). Choose a folder this account may write to with --data.", refused);
        }
    }

    /// <summary>The keys in a folder of keys, wherever it was copied to.</summary>
    /// <param name="keysFolder">The folder itself.</param>
    /// <exception cref="DataFolderException">There are no keys in it.</exception>
    public static DataKeys In(string keysFolder)
    {
        var folder = Path.GetFullPath(keysFolder);
        return File.Exists(Path.Combine(folder, ServiceSecret.Person + ".secret"))
            ? new DataKeys(folder, ProtectionOf(folder))
            : throw new DataFolderException($"There are no keys in {folder}. Name the folder `keys` of the data folder the cases come from.");
    }

    /// <summary>The keys of a data folder that has cases, sealed under them.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <exception cref="DataFolderException">The keys are gone, or the folder cannot be written to.</exception>
    public static DataKeys OfFilled(string dataFolder)
    {
        var keys = Of(dataFolder);
        return File.Exists(keys.FileOf(ServiceSecret.Person))
            ? keys
            : throw new DataFolderException($"The keys under which the cases are sealed are missing from {keys._folder}. Restore them from a backup.");
    }

    /// <summary>The key ring, element by element.</summary>
    public IEnumerable<(string Name, XElement Element)> Ring =>
        Directory.EnumerateFiles(_folder, "*.xml").Select(file => (Path.GetFileNameWithoutExtension(file), XElement.Load(file)));

    /// <summary>Whether a secret has been made.</summary>
    public bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>A secret of thirty-two bytes; the first to ask makes it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DataFolderException">It cannot be written, or its key is gone.</exception>
    public byte[] Secret(string name)
    {
        var file = FileOf(name);
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

    /// <inheritdoc/>
    public Task<byte[]> ReadSecretAsync(string name, CancellationToken cancellationToken) => Task.FromResult(Secret(name));

    /// <inheritdoc/>
    public async Task TakeAsync(DataKeys source, CancellationToken cancellationToken)
    {
        if (Has(ServiceSecret.Person) && !source.Secret(ServiceSecret.Person).AsSpan().SequenceEqual(Secret(ServiceSecret.Person)))
        {
            throw new StartupException($"{_folder} stands for people by another secret than the keys given: their cases cannot live in one store. Import into another data folder.");
        }

        foreach (var file in Directory.EnumerateFiles(source._folder).Where(file => Path.GetExtension(file) is ".secret" or ".xml"))
        {
            var target = Path.Combine(_folder, Path.GetFileName(file));
            if (!File.Exists(target))
            {
                await using var stream = new FileStream(target, OwnersOwn(FileMode.CreateNew));
                await stream.WriteAsync(await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
            }
        }
    }

    private static IDataProtectionProvider ProtectionOf(string folder) =>
        DataProtectionProvider.Create(new DirectoryInfo(folder), builder => builder.SetApplicationName(KeyProtection.ApplicationName).UseCryptographicAlgorithms(KeyProtection.Cipher));

    private string FileOf(string name) => Path.Combine(_folder, name + ".secret");

    // Several may be first at once, in this process or another: one makes it, and the others find it made.
    private void Make(string file)
    {
        using var held = Hold();
        if (File.Exists(file))
        {
            return;
        }

        var draft = file + ".draft";
        using (var stream = new FileStream(draft, OwnersOwn(FileMode.Create)))
        {
            stream.Write(_protector.Protect(RandomNumberGenerator.GetBytes(LocalTokens.KeyLength)));
            stream.Flush(flushToDisk: true);
        }

        // Whole or not at all, also for a process killed here.
        File.Move(draft, file);
    }

    private FileStream Hold()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, "lock"), OwnersOwn(FileMode.OpenOrCreate));
            }
            catch (IOException) when (attempt < HoldAttempts)
            {
                Thread.Sleep(HoldPause);
            }
        }
    }

    private static FileStreamOptions OwnersOwn(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
