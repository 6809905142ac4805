/** What a bot needs of Node: files, and the signals that stop it. */
export { deadLetterFile } from './dead-letter-file.ts'
export { fileStore } from './file-store.ts'
export { stopSignal } from './stop-signal.ts'
