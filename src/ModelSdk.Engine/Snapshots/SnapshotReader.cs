using System.Data;
using System.Data.Common;
using System.Globalization;
using ModelSdk.Contracts.Diagnostics;
using ModelSdk.Engine.Logging;

namespace ModelSdk.Engine.Snapshots;

/// <summary>Runs the query in one consistent, read-only transaction.</summary>
/// <param name="request">What is to be read.</param>
/// <param name="provider">The provider.</param>
internal sealed class SnapshotReader(SnapshotRequest request, DatabaseProvider provider)
{
    // These understand the standard's statement; others have no such mode, and the transaction is rolled back at the end anyway.
    private static readonly string[] WithReadOnlyMode = ["Npgsql", "MySqlConnector", "MySql.Data"];

    /// <summary>Connects, runs the query and hands its rows over.</summary>
    /// <typeparam name="T">What comes of the rows.</typeparam>
    /// <param name="sql">The query.</param>
    /// <param name="connectionString">The connection string; it appears in no message.</param>
    /// <param name="use">Reads the rows.</param>
    /// <exception cref="ModelBuildException">The database is not reached, or refuses the query.</exception>
    public T Read<T>(string sql, string connectionString, Func<DbDataReader, T> use)
    {
        using DbConnection connection = this.Create();
        this.Connect(connection, connectionString);
        try
        {
            using DbTransaction transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            if (WithReadOnlyMode.Contains(request.Provider))
            {
                Execute(connection, transaction, "SET TRANSACTION READ ONLY");
            }

            using DbCommand command = Command(connection, transaction, sql);
            using DbDataReader reader = command.ExecuteReader();
            T result = use(reader);
            reader.Close();
            transaction.Rollback();
            return result;
        }
        catch (Exception exception) when (exception is DbException or InvalidCastException or OverflowException or NotSupportedException)
        {
            throw new ModelBuildException(SnapshotDiagnostics.QueryRefused, $"{request.Provider}: {Clean(exception, connectionString)}", this.PlaceOf(exception, sql));
        }
    }

    private static void Execute(DbConnection connection, DbTransaction transaction, string sql)
    {
        using DbCommand command = Command(connection, transaction, sql);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    private DbConnection Create()
    {
        try
        {
            return provider.Factory.CreateConnection()!;
        }
        catch (Exception exception) when (DatabaseProvider.IsIncomplete(exception))
        {
            throw DatabaseProvider.NotUsable(request, exception);
        }
    }

    private void Connect(DbConnection connection, string connectionString)
    {
        try
        {
            connection.ConnectionString = connectionString;
            connection.Open();
        }
        catch (Exception exception) when (DatabaseProvider.IsIncomplete(exception))
        {
            throw DatabaseProvider.NotUsable(request, exception);
        }
        catch (Exception exception) when (exception is DbException or ArgumentException or InvalidOperationException or FormatException or TimeoutException)
        {
            string text = $"{request.Provider} cannot connect with the connection string in {request.ConnectionVariable}: {Clean(exception, connectionString)}";
            throw new ModelBuildException(SnapshotDiagnostics.NotConnected, text, SourceLocation.None);
        }
    }

    /// <summary>PostgreSQL's provider tells the character, from 1, as data of the exception.</summary>
    private SourceLocation PlaceOf(Exception exception, string sql)
    {
        if (!int.TryParse(Convert.ToString(exception.Data["Position"], CultureInfo.InvariantCulture), out int position) || position < 1 || position > sql.Length)
        {
            return new SourceLocation(request.QueryFile);
        }

        string before = sql[..(position - 1)];
        return new SourceLocation(request.QueryFile, before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    private static string Clean(Exception exception, string connectionString)
    {
        string message = exception.Message.ReplaceLineEndings(" ");
        foreach (string secret in Secrets(connectionString))
        {
            message = message.Replace(secret, "***", StringComparison.Ordinal);
        }

        return exception.InnerException is { } cause && !message.Contains(cause.Message, StringComparison.Ordinal) ? $"{message} {cause.Message.ReplaceLineEndings(" ")}" : message;
    }

    private static IEnumerable<string> Secrets(string connectionString)
    {
        string[] names = ["password", "pwd", "passfile", "access token", "accountkey"];
        try
        {
            DbConnectionStringBuilder builder = new() { ConnectionString = connectionString };
            return [connectionString, .. names.Where(builder.ContainsKey).Select(name => builder[name].ToString()!).Where(value => value.Length > 0)];
        }
        catch (ArgumentException)
        {
            return [connectionString];
        }
    }
}
