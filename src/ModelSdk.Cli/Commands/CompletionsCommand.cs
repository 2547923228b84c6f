using System.CommandLine;
using ModelSdk.Cli.Processes;

namespace ModelSdk.Cli.Commands;

/// <summary><c>completions</c>: prints a script that lets a shell complete the tool's command lines. The tool itself finds the words, by the directive <c>[suggest]</c>.</summary>
internal static class CompletionsCommand
{
    private const string Bash = """
        # dotnet-model completions bash > ~/.local/share/bash-completion/completions/dotnet-model
        _dotnet_model() {
          local word="${COMP_WORDS[COMP_CWORD]}" candidate
          COMPREPLY=()
          while IFS= read -r candidate; do
            # Options only when asked for; /h and /? never.
            [[ "$candidate" == "$word"* && ( -n "$word" || "$candidate" != [-/]* ) ]] && COMPREPLY+=("$candidate")
          done < <("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _dotnet_model dotnet-model

        """;

    private const string Zsh = """
        #compdef dotnet-model
        # source <(dotnet-model completions zsh)
        _dotnet_model() {
          local -a candidates
          candidates=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          candidates=("${(@)candidates:#/*}")
          candidates=("${(@)candidates:#}")
          [[ "$PREFIX" == -* ]] || candidates=("${(@)candidates:#-*}")
          if (( ${#candidates} )); then
            compadd -a candidates
          else
            _files
          fi
        }
        compdef _dotnet_model dotnet-model

        """;

    private const string PowerShell = """
        # dotnet-model completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dotnet-model -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            dotnet-model "[suggest:$cursorPosition]" "$commandAst" | Where-Object { $_.StartsWith($wordToComplete) -and ($wordToComplete -or $_ -notmatch '^[-/]') } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    public static Command Create()
    {
        Argument<string> shell = new("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        Command command = new("completions", "Prints a script that lets a shell complete commands, versions and environments.") { shell };
        command.SetAction(result => UserCommand.Run(result, terminal =>
        {
            string script = result.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, _ => PowerShell };
            // Shells stumble over carriage returns.
            terminal.Write(script.ReplaceLineEndings("\n"));
            return true;
        }));
        return command;
    }
}
