import { sdkTest } from '../support/sdk-tests.ts'

// A plain one and one for asyncio.
sdkTest('python', { clients: 2 })
