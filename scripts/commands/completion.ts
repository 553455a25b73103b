import { diagnose } from '../diagnostics/catalogue.js';
import { nearest } from '../model/nearest.js';
import { type Command, exitCodes, type Option, type Report, type Request } from './command.js';
import { helpOption } from './options.js';

const shells = ['bash', 'zsh', 'fish'] as const;

/** `banxin completion`: a script that lets a shell complete commands, options and files; made from the table of commands. */
export function completionCommand(others: readonly Command[]): Command {
  const command: Command = {
    name: 'completion',
    about: {
      en: 'print a script that lets your shell complete commands and options',
      'zh-CN': '输出补全脚本，供命令行补全命令和选项',
    },
    operands: [
      {
        name: { en: 'shell', 'zh-CN': '命令行' },
        about: { en: 'bash, zsh or fish', 'zh-CN': 'bash、zsh 或 fish' },
        required: true,
      },
    ],
    options: [],
    examples: ['banxin completion bash', 'banxin completion fish'],
    run: async (request) => report(request, [...others, command]),
  };
  return command;
}

function report({ operands: [shell = ''] }: Request, commands: readonly Command[]): Report {
  const known = shells.find((name) => name === shell);
  if (!known) {
    const unknown = diagnose('shell-unknown', {
      shell,
      nearest: nearest(shell, shells),
      known: shells.join(', '),
    });
    return { exitCode: exitCodes.wrongUsage, diagnostics: [unknown], data: {}, lines: [] };
  }
  const script = known === 'fish' ? fish(commands) : bash(commands);
  // zsh reads what bash does (zshcompsys, bashcompinit).
  const lines = known === 'zsh' ? ['autoload -U +X bashcompinit && bashcompinit', ...script] : script;
  return { exitCode: exitCodes.fine, diagnostics: [], data: { script: lines.join('\n') }, lines };
}

function optionsOf({ options }: Command): readonly Option[] {
  return [...options, helpOption];
}

/** The first word is a command; after it come options, where the word begins with a dash, and files. */
function bash(commands: readonly Command[]): readonly string[] {
  const cases = commands.map(
    (command) =>
      `    ${command.name}) options="${optionsOf(command)
        .map(({ name }) => `--${name}`)
        .join(' ')}" ;;`,
  );
  const values = new Map(
    commands
      .flatMap(optionsOf)
      .flatMap(({ name, choices }) => (choices ? [[name, choices.join(' ')] as const] : [])),
  );
  return [
    '_banxin() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" options=""`,
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))`,
    '    return',
    '  fi',
    `  case "\${COMP_WORDS[1]}" in`,
    ...cases,
    '  esac',
    '  case "$before" in',
    ...[...values].map(
      ([name, choices]) => `    --${name}) COMPREPLY=($(compgen -W "${choices}" -- "$word")); return ;;`,
    ),
    '  esac',
    '  case "$word" in',
    '    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;',
    '    *) COMPREPLY=($(compgen -f -- "$word")) ;;',
    '  esac',
    '}',
    'complete -o filenames -F _banxin banxin',
  ];
}

function fish(commands: readonly Command[]): readonly string[] {
  return commands.flatMap((command) => [
    `complete -c banxin -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.about.en)}`,
    ...optionsOf(command).map(({ name, short, value, choices, about }) =>
      [
        `complete -c banxin -n '__fish_seen_subcommand_from ${command.name}' -l ${name}`,
        ...(short ? [`-s ${short}`] : []),
        ...(value ? ['-r'] : []),
        ...(choices ? [`-a ${quoted(choices.join(' '))}`] : []),
        `-d ${quoted(about.en)}`,
      ].join(' '),
    ),
  ]);
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
