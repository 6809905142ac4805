import { sdkTest } from '../support/sdk-tests.ts'

sdkTest('java', { compiled: true })
