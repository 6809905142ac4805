import { usageError } from '../cli-error.ts'
import type { Command } from '../command.ts'
import { completionScript, SHELLS, type Shell } from '../completion.ts'

export const commands: readonly Command[] = [
  {
    name: 'completion',
    summary: 'Teach your shell the words of stegos',
    arguments: [{ name: 'SHELL', about: 'bash, zsh or fish.', choices: SHELLS }],
    examples: [
      ['source <(stegos completion bash)', 'For this bash; put it into ~/.bashrc for all.'],
      ['source <(stegos completion zsh)', 'For this zsh; put it into ~/.zshrc for all.'],
      ['stegos completion fish > ~/.config/fish/completions/stegos.fish', 'For fish.'],
    ],
    async run({ arguments: [shell], io }) {
      if (!SHELLS.some((known) => known === shell))
        throw usageError(`no completion for ${shell}: ${SHELLS.join(', ')}`)
      const { loadAll } = await import('../commands.ts')
      io.out(completionScript(shell as Shell, await loadAll()).trimEnd())
    },
  },
]
