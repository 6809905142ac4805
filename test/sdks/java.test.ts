import { sdkTest } from '../support/sdk-tests.ts'
import { streamTest } from '../support/streams/stream-test.ts'

sdkTest('java', { compiled: true })
streamTest('java', { built: true })
