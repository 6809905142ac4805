import { createWorld } from '../world.ts'

/** The chain of the tests that stop nodes and start them again, in processes of their own too. */
export const world = createWorld({ validators: 4, seed: 'resume' })
