/** The languages of the reference, in the order of its tabs. */
import { commandLine } from './command-line.ts'
import { curl } from './curl.ts'
import { go } from './go.ts'
import { java } from './java.ts'
import type { Language } from './language.ts'
import { python } from './python.ts'
import { rust } from './rust.ts'
import { typescript } from './typescript.ts'

export const LANGUAGES: readonly Language[] = [curl, typescript, python, go, rust, java, commandLine]
