import { sdkTest } from '../support/sdk-tests.ts'
import { streamTest } from '../support/streams/stream-test.ts'

// A plain one and one for asyncio.
sdkTest('python', { clients: 2 })
streamTest('python')
