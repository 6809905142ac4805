import { sdkTest } from '../support/sdk-tests.ts'
import { streamTest } from '../support/streams/stream-test.ts'

sdkTest('go')
streamTest('go')
