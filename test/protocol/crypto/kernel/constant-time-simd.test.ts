import { describeProtocol } from './constant-time-protocol.ts'

describeProtocol('simd')
