import { sdkTest } from '../support/sdk-tests.ts'

sdkTest('rust', { compiled: true })
