import { sdkTest } from '../support/sdk-tests.ts'

sdkTest('go')
